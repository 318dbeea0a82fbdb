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
