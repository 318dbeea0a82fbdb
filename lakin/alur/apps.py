from django.apps import AppConfig


class AlurConfig(AppConfig):
    name = "lakin.alur"
    label = "alur"
    verbose_name = "Alur dan periode"
    default_auto_field = "django.db.models.BigAutoField"
