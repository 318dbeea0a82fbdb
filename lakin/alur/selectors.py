"""Which period is open for whom."""

from __future__ import annotations

from datetime import date

from django.db.models import Q, QuerySet
from django.utils import timezone

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.alur.transisi import alasan_tertutup, boleh_tulis, dikoreksi, terlewat
from lakin.angka import tulis_tanggal
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


def halangan_periode(periode: Periode | None, hari_ini: date | None = None) -> str:
    """Return why a period that has been read takes no writes, or an empty text.

    The answer stands on the row alone: an exception and an approved correction are repeated there.
    """
    if periode is None:
        return alasan_tertutup("")
    hari = hari_ini or timezone.localdate()
    if dikoreksi(periode.keadaan, periode.koreksi_sampai, hari):
        return ""
    if not boleh_tulis(periode.keadaan):
        return alasan_tertutup(periode.keadaan)
    if terlewat(periode.kunci_pada, periode.pengecualian_sampai, hari):
        assert periode.kunci_pada is not None
        return (
            f"Triwulan ini tertutup bagi isian sejak {tulis_tanggal(periode.kunci_pada)}. "
            "Mintalah pengecualian kepada Sekretariat bila isian masih harus diubah."
        )
    return ""


def triwulan_terserah(satker: Satker, tahun: int) -> int:
    """Return the last triwulan that was ever handed in, 0 where none was: what others than the satker may see."""
    terserah = Periode.objects.filter(~Q(keadaan=Keadaan.DRAF) | Q(diajukan_pada__isnull=False))
    terserah = terserah.filter(satker=satker, tahun=tahun)
    return terserah.order_by("-triwulan").values_list("triwulan", flat=True).first() or 0
