from django.apps import AppConfig


class BandingConfig(AppConfig):
    name = "lakin.banding"
    label = "banding"
    verbose_name = "Perbandingan antarsatker"
    default_auto_field = "django.db.models.BigAutoField"
