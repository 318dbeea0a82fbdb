from django.apps import AppConfig


class BerkasConfig(AppConfig):
    name = "lakin.berkas"
    label = "berkas"
    verbose_name = "Berkas"
    default_auto_field = "django.db.models.BigAutoField"
