"""The periods of all satkers as the secretariat's list shows them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.alur.transisi import boleh_tulis, terlewat
from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.models import NamaSatker, Satker
from lakin.organisasi.selectors import tanpa_sintetis

TANPA_ISIAN = (JenisSatker.KEMENTERIAN, JenisSatker.ESELON_I)
"""Units above the satkers, which enter nothing themselves."""


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the list is narrowed to; zero and '' are no limit."""

    tahun: int
    triwulan: int = 0
    keadaan: str = ""
    cari: str = ""

    @classmethod
    def dari(cls, isi: dict[str, str], tahun: list[int], kini: int) -> Saringan:
        """Read the query of the address; what is not known is no limit, and the year is the newest."""
        t, tw = isi.get("tahun", ""), isi.get("triwulan", "")
        keadaan = isi.get("keadaan", "")
        return cls(
            int(t) if t.isascii() and t.isdigit() and len(t) == 4 else (tahun[0] if tahun else kini),
            int(tw) if tw in ("1", "2", "3", "4") else 0,
            keadaan if keadaan in Keadaan.values else "",
            isi.get("cari", "").strip()[:80],
        )


@dataclass(frozen=True, slots=True)
class BarisPeriode:
    """One period with what its days mean today."""

    periode: Periode
    terlambat: bool
    """Its deadline is over and it is still with the planner."""
    tertutup: bool
    """Its lock day has come, and no exception holds it open."""


def tahun_berperiode() -> list[int]:
    """Return the years with periods, newest first."""
    return list(Periode.objects.order_by("-tahun").values_list("tahun", flat=True).distinct())


def satker_berisian() -> QuerySet[Satker]:
    """Return the satkers for which a period can be opened."""
    return tanpa_sintetis(Satker.objects.exclude(jenis__in=TANPA_ISIAN)).order_by("kode", "singkatan")


def daftar_periode(s: Saringan, hari_ini: date) -> list[BarisPeriode]:
    """Return the periods that match, by triwulan and satker."""
    semua = tanpa_sintetis(Periode.objects.filter(tahun=s.tahun), s.cari, satker="satker").select_related("satker")
    if s.triwulan:
        semua = semua.filter(triwulan=s.triwulan)
    if s.keadaan:
        semua = semua.filter(keadaan=s.keadaan)
    for kata in s.cari.split():
        cocok = NamaSatker.objects.filter(nama__icontains=kata).values("satker")
        semua = semua.filter(
            Q(satker__kode__startswith=kata) | Q(satker__singkatan__icontains=kata) | Q(satker__in=cocok)
        )
    return [baris_periode(p, hari_ini) for p in semua.order_by("triwulan", "satker__kode", "satker__singkatan")]


def baris_periode(p: Periode, hari_ini: date) -> BarisPeriode:
    """Return a period with what its days mean today."""
    terbuka = boleh_tulis(p.keadaan)
    lewat = p.tenggat is not None and max(p.tenggat, p.pengecualian_sampai or p.tenggat) < hari_ini
    return BarisPeriode(p, terbuka and lewat, terbuka and terlewat(p.kunci_pada, p.pengecualian_sampai, hari_ini))


def periode_satker(satker: Satker, tahun: int, triwulan: int) -> Any:
    """Return one period, or None where it was never opened."""
    return Periode.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).select_related("satker").first()
