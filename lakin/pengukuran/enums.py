"""Words of measurement."""

from django.db.models import TextChoices


class JenisRealisasi(TextChoices):
    """The two things that are reported of an indicator each triwulan."""

    FISIK = "fisik", "Realisasi fisik (%)"
    NILAI = "nilai", "Realisasi"


class JudulUraian(TextChoices):
    """The four headings that the LAKIN has for each indicator."""

    HASIL = "hasil", "Hasil yang telah dicapai"
    ANALISIS = "analisis", "Analisis hasil yang telah dicapai"
    KENDALA = "kendala", "Kendala"
    TINDAK_LANJUT = "tindak_lanjut", "Tindak lanjut"
