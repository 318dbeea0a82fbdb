"""States of a job."""

from django.db.models import TextChoices


class KeadaanPekerjaan(TextChoices):
    ANTRE = "antre", "Menunggu giliran"
    JALAN = "jalan", "Sedang dikerjakan"
    SELESAI = "selesai", "Selesai"
    GAGAL = "gagal", "Gagal"
    BATAL = "batal", "Dibatalkan"
