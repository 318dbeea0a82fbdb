from django.apps import AppConfig


class BandingConfig(AppConfig):
    name = "lakin.banding"
    label = "banding"
    verbose_name = "Perbandingan antarsatker"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Units above satkers get their satkers' results from here."""
        from lakin.banding.bawahan import dengan_gulungan
        from lakin.pengukuran.jembatan_atas import pasang

        pasang(dengan_gulungan)
