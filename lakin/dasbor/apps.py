from django.apps import AppConfig


class DasborConfig(AppConfig):
    name = "lakin.dasbor"
    label = "dasbor"
    verbose_name = "Beranda"
    default_auto_field = "django.db.models.BigAutoField"
