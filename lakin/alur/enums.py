"""Words of the cycle of entry and review."""

from django.db.models import TextChoices


class Keadaan(TextChoices):
    """Where a satker stands with one period."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
    TERKUNCI = "terkunci", "Terkunci"
