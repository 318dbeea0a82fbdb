"""Read and verify the trail."""

from __future__ import annotations

from collections.abc import Iterator

from django.db.models import Q, QuerySet

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.services import isi_jejak, sidik_dari


def riwayat(alamat: str, *, banyak: int = 20) -> QuerySet[Jejak]:
    """Return the latest traces of one address, newest first."""
    return Jejak.objects.filter(alamat=alamat).order_by("-urut")[:banyak]


def riwayat_sekitar(alamat: str, *, banyak: int = 20) -> QuerySet[Jejak]:
    """Return the latest traces of a figure and of what was entered for it.

    A year's realisasi is the last triwulan's, and of a computed one the raw rows were entered;
    a cell of a raw row was entered with its row.
    """
    akar, _, apa = alamat.partition("/realisasi")
    syarat = Q(alamat=alamat)
    if apa in ("", "/tw4") and akar != alamat and akar.count("/") == 2:
        syarat |= Q(alamat__in=[f"{akar}/realisasi", f"{akar}/realisasi/tw4"]) | Q(alamat__startswith=f"{akar}/baris/")
    if "/baris/" in alamat:
        syarat |= Q(alamat="/".join(alamat.split("/")[:5]))
    return Jejak.objects.filter(syarat).select_related("oleh").order_by("-urut")[:banyak]


def riwayat_bawah(alamat: str, *, banyak: int = 20) -> QuerySet[Jejak]:
    """Return the latest traces of an address and of all that lies below it, newest first."""
    milik = Q(alamat=alamat) | Q(alamat__startswith=f"{alamat}/")
    return Jejak.objects.filter(milik).select_related("oleh").order_by("-urut")[:banyak]


def kerusakan(rantai: Rantai) -> Iterator[str]:
    """Yield a sentence for each place where a chain no longer holds."""
    sidik = ""
    harap = 1
    for j in rantai.jejak.order_by("urut").iterator():
        if j.urut != harap:
            yield f"Jejak {rantai.nama} nomor {harap} hilang."
        if j.sidik_sebelum != sidik or j.sidik != sidik_dari(sidik, isi_jejak(j)):
            yield f"Jejak {rantai.nama} nomor {j.urut} berubah setelah dicatat."
        sidik, harap = j.sidik, j.urut + 1
    if (rantai.urut, rantai.sidik) != (harap - 1, sidik):
        yield f"Ujung rantai {rantai.nama} tidak cocok dengan jejak terakhirnya."
