"""Who stands behind a figure: who entered last what it is made of, who reviewed it, and what was changed when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Q, QuerySet

from lakin.alur.jalan import LangkahPeriode, penelaah
from lakin.alur.models import Periode
from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.sampai import SETAHUN
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker

_AKAR = re.compile(r"[^/]+/[0-9]{4}/")
_TRIWULAN = re.compile(r"/tw([1-4])(?:/|$)")
_BARIS = re.compile(r"(.+/baris/[0-9]+)/.+")
_TARGET = re.compile(r"([^/]+/[0-9]{4})/([^/]+)/target")
TERBANYAK = 4000
"""Entries asked for at once; the money of a whole year has some hundreds."""


@dataclass(frozen=True, slots=True)
class Asal:
    """The people behind a figure. ``penulis`` is empty where nothing of it was entered in Lakin."""

    penulis: str
    pada: datetime | None
    alamat: str
    """What was entered last, where that is an input of the figure."""
    penelaah: LangkahPeriode | None
    triwulan: int
    banyak: int
    """Traces of all that it is made of."""


def jejak_angka(satker: Satker, bahan: Bahan, *, sampai: int | None = None) -> QuerySet[Jejak]:
    """The traces of a figure and of everything that it was made from, newest first; ``sampai`` a place in the chain."""
    semua = sorted({a for b in _masukan(bahan) for a in _alamat_jejak(b)})[:TERBANYAK]
    jejak = Jejak.objects.filter(rantai__nama=satker.kunci, alamat__in=semua)
    if sampai is not None:
        jejak = jejak.filter(urut__lte=sampai)
    if m := _TARGET.fullmatch(bahan.alamat):
        pk = Q(alamat__startswith=f"{m[1]}/pk/", alamat__endswith=f"/{m[2]}/target")
        lain = Jejak.objects.filter(pk, rantai__nama=satker.kunci)
        jejak = jejak | (lain if sampai is None else lain.filter(urut__lte=sampai))
    return jejak.select_related("oleh").order_by("-urut")


def asal(satker: Satker, tahun: int, bahan: Bahan, triwulan: int = SETAHUN, *, sampai: int | None = None) -> Asal:
    """Return who entered last and who verified; of a figure of an earlier triwulan that triwulan's reviewer."""
    jejak = jejak_angka(satker, bahan, sampai=sampai)
    akhir = jejak.first()
    tw = int(m[1]) if (m := _TRIWULAN.search(bahan.alamat)) else triwulan
    periode = Periode.objects.select_related("satker").filter(satker=satker, tahun=tahun, triwulan=tw).first()
    langkah = penelaah(periode)
    if langkah and sampai is not None and langkah.urut > sampai:
        langkah = None
    return Asal(
        penulis=(str(akhir.oleh) if akhir.oleh else akhir.oleh_nama) if akhir else "",
        pada=akhir.pada if akhir else None,
        alamat=akhir.alamat if akhir and akhir.alamat != bahan.alamat else "",
        penelaah=langkah,
        triwulan=tw,
        banyak=jejak.count(),
    )


def _masukan(bahan: Bahan) -> Iterator[str]:
    """The addresses of a figure and of what it was made from, each once."""
    dilihat: set[str] = set()
    for b in bahan.telusur():
        if b.alamat and b.alamat not in dilihat and _AKAR.match(b.alamat):
            dilihat.add(b.alamat)
            yield b.alamat


def _alamat_jejak(alamat: str) -> Iterator[str]:
    """Under which addresses an entry leaves its traces: a cell of a raw row with its row, money with its node."""
    if m := _BARIS.fullmatch(alamat):
        yield m[1]
        return
    yield alamat
    akar, _, apa = alamat.rpartition("/")
    if apa == "realisasi":  # the year's is the last triwulan's, or stands for a computed one
        yield from (f"{alamat}/tw4", f"{alamat}/tahun", f"{akar}/penggantian")
    if apa == "tw4" and akar.endswith("/realisasi"):
        yield from (akar, f"{akar.removesuffix('/realisasi')}/penggantian")
    if "/tercatat/" in alamat:
        yield alamat.replace("/tercatat/", "/serapan/")
