from django.apps import AppConfig


class OrganisasiConfig(AppConfig):
    name = "lakin.organisasi"
    label = "organisasi"
    verbose_name = "Organisasi"
    default_auto_field = "django.db.models.BigAutoField"
