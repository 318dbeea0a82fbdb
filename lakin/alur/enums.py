"""Words of the cycle of entry and review."""

from django.db.models import TextChoices


class Keadaan(TextChoices):
    """Where a satker stands with one period."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Diverifikasi"
    TERKUNCI = "terkunci", "Terkunci"


class KeadaanKoreksi(TextChoices):
    """Where a request to correct locked data stands."""

    DIMINTA = "diminta", "Menunggu persetujuan"
    DISETUJUI = "disetujui", "Disetujui, sedang dikerjakan"
    DITOLAK = "ditolak", "Ditolak"
    SELESAI = "selesai", "Selesai"


class JenisKabar(TextChoices):
    """What a notice is about; each kind can be switched off."""

    PERIODE_DIBUKA = "periode_dibuka", "Periode dibuka"
    TENGGAT = "tenggat", "Tenggat mendekat atau terlewat"
    DIAJUKAN = "diajukan", "Isian atau laporan diajukan"
    DIKEMBALIKAN = "dikembalikan", "Isian atau laporan dikembalikan"
    DIVERIFIKASI = "diverifikasi", "Isian diverifikasi atau dikunci"
    KOREKSI = "koreksi", "Permintaan koreksi"
    KOMENTAR = "komentar", "Komentar dan butir tindak lanjut"
    PENGESAHAN = "pengesahan", "Pengesahan laporan"
