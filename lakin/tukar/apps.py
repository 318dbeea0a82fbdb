from django.apps import AppConfig


class TukarConfig(AppConfig):
    name = "lakin.tukar"
    label = "tukar"
    verbose_name = "Tukar data"
    default_auto_field = "django.db.models.BigAutoField"
