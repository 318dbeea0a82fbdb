from django.apps import AppConfig


class LaporanConfig(AppConfig):
    name = "lakin.laporan"
    label = "laporan"
    verbose_name = "Laporan"
    default_auto_field = "django.db.models.BigAutoField"
