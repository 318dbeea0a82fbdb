from django.apps import AppConfig


class RenstraConfig(AppConfig):
    name = "renstra"
    label = "renstra"
    verbose_name = "Renstra dan Perjanjian Kinerja"
    default_auto_field = "django.db.models.BigAutoField"
