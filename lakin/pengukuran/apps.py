from django.apps import AppConfig


class PengukuranConfig(AppConfig):
    name = "lakin.pengukuran"
    label = "pengukuran"
    verbose_name = "Pengukuran kinerja"
    default_auto_field = "django.db.models.BigAutoField"
