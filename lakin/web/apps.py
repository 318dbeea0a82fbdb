from django.apps import AppConfig


class WebConfig(AppConfig):
    name = "lakin.web"
    label = "web"
    verbose_name = "Antarmuka"
    default_auto_field = "django.db.models.BigAutoField"
