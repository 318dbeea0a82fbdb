from django.apps import AppConfig


class JejakConfig(AppConfig):
    name = "lakin.jejak"
    label = "jejak"
    verbose_name = "Jejak perubahan"
    default_auto_field = "django.db.models.BigAutoField"
