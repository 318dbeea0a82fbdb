"""Words of a report's way from draft to approval."""

from django.db.models import TextChoices


class KeadaanLaporan(TextChoices):
    """Where a report stands; an approved one that must be mended is a draft again, of its next version."""

    DRAF = "draf", "Draf"
    DIAJUKAN = "diajukan", "Diajukan"
    DIKEMBALIKAN = "dikembalikan", "Dikembalikan"
    DISAHKAN = "disahkan", "Disahkan"


class JawabanButir(TextChoices):
    """What a person answers to a point of the checklist that data cannot tell."""

    YA = "ya", "Ya"
    TIDAK = "tidak", "Tidak"
    TIDAK_BERLAKU = "tidak_berlaku", "Tidak berlaku"


class TempatFoto(TextChoices):
    """Where a picture stands by itself, beside the texts that insert it."""

    BUKTI = "bukti", "Lampiran Dokumen Bukti Kinerja"
    PENGHARGAAN = "penghargaan", "Bagian Penghargaan"


class KeadaanReviu(TextChoices):
    """Where the APIP stands with the reviu of a version of a report."""

    BELUM = "belum", "Belum dimulai"
    BERJALAN = "berjalan", "Berjalan"
    DISAMPAIKAN = "disampaikan", "Catatan disampaikan"
    SELESAI = "selesai", "Selesai, ditandatangani"


class HasilCatatan(TextChoices):
    """What became of a note of the reviu."""

    BELUM = "belum", "Belum diperbaiki"
    DIPERBAIKI = "diperbaiki", "Sudah diperbaiki"
    TIDAK = "tidak", "Tidak dilaksanakan"
    DICABUT = "dicabut", "Dicabut"


class KeadaanPermintaan(TextChoices):
    """Where a planner's request to reopen an approved report stands."""

    DIMINTA = "diminta", "Menunggu putusan kepala"
    DISETUJUI = "disetujui", "Disetujui, laporan dibuka"
    DITOLAK = "ditolak", "Ditolak"
