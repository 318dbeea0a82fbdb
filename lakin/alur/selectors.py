"""Which period is open for whom."""

from __future__ import annotations

from django.db.models import QuerySet

from lakin.alur.models import Periode
from lakin.alur.transisi import alasan_tertutup, boleh_tulis
from lakin.organisasi.models import Satker


def periode_tahun(satker: Satker, tahun: int) -> QuerySet[Periode]:
    """Return the periods of a satker's year, in order."""
    return Periode.objects.filter(satker=satker, tahun=tahun).order_by("triwulan")


def halangan_ubah(satker: Satker, tahun: int, triwulan: int, *, kunci: bool = False) -> str:
    """Return why facts of a triwulan may not be written, or an empty text where they may.

    With ``kunci`` the period's row is locked, so that it cannot close before the write ends.
    """
    semua = Periode.objects.select_for_update() if kunci else Periode.objects
    periode = semua.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    return halangan_periode(periode)


def halangan_periode(periode: Periode | None) -> str:
    """Return why a period that has been read takes no writes, or an empty text."""
    if periode is None:
        return alasan_tertutup("")
    return "" if boleh_tulis(periode.keadaan) else alasan_tertutup(periode.keadaan)
