"""Which period is open for whom."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from typing import Any

from django.db.models import QuerySet
from django.utils import timezone

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.alur.transisi import SELESAI, alasan_tertutup, boleh_tulis, dikoreksi, terlewat
from lakin.angka import tulis_tanggal
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh, satker_dengan_izin


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


def tahun_tertutup(pengguna: Any, tahun: Collection[int]) -> frozenset[tuple[int, int]]:
    """Return (satker's number, year) whose fourth triwulan, and so the year's figures, a person may not see.

    The same rule as ``triwulan_tertutup``, for all satkers at once.
    """
    if pengguna is None:
        return frozenset()
    pemilik = set(satker_dengan_izin(pengguna, Izin.LIHAT_ISIAN).values_list("pk", flat=True))
    penelaah = set(satker_dengan_izin(pengguna, Izin.LIHAT_DRAF).values_list("pk", flat=True))
    tampak: dict[tuple[int, int], bool] = {}
    semua = Periode.objects.filter(tahun__in=tahun)
    for satker, t, keadaan, pada in semua.filter(triwulan=4).values_list(
        "satker_id", "tahun", "keadaan", "diajukan_pada"
    ):
        ditelaah = satker in penelaah and (keadaan != Keadaan.DRAF or pada is not None)
        tampak[satker, t] = keadaan in SELESAI or ditelaah
    # A year with periods whose fourth was never opened is closed too.
    for satker, t in semua.filter(triwulan__lt=4).order_by().values_list("satker_id", "tahun").distinct():
        tampak.setdefault((satker, t), False)
    return frozenset(k for k, terlihat in tampak.items() if not terlihat and k[0] not in pemilik)


def triwulan_tertutup(pengguna: Any, satker: Satker) -> frozenset[tuple[int, int]]:
    """Return the (year, triwulan) of a satker whose values a person may not see; of those only state and completeness.

    The satker's own people see what is typed. Who reads drafts sees what was ever handed in,
    anybody else what was verified or locked. Of a year with periods, one that was never opened is
    closed too; years before Lakin have none and are open. ``None`` is the application itself.
    """
    if pengguna is None or boleh(pengguna, Izin.LIHAT_ISIAN, satker):
        return frozenset()
    return _tertutup(satker, penelaah=boleh(pengguna, Izin.LIHAT_DRAF, satker))


def triwulan_belum_diserahkan(satker: Satker) -> frozenset[tuple[int, int]]:
    """Return the (year, triwulan) of which nothing was ever handed in: they count in no unit above, whoever asks."""
    return _tertutup(satker, penelaah=True)


def _tertutup(satker: Satker, *, penelaah: bool) -> frozenset[tuple[int, int]]:
    semua = Periode.objects.filter(satker=satker).values_list("tahun", "triwulan", "keadaan", "diajukan_pada")
    tampak = {
        (tahun, tw): keadaan in SELESAI or (penelaah and (keadaan != Keadaan.DRAF or pada is not None))
        for tahun, tw, keadaan, pada in semua
    }
    return frozenset(
        (tahun, tw) for tahun in {t for t, _ in tampak} for tw in (1, 2, 3, 4) if not tampak.get((tahun, tw))
    )
