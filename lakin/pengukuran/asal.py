"""Who stands behind a figure: who entered last what it is made of, who reviewed it, and what was changed when."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any

from django.db.models import Q

from lakin.alur.jalan import LangkahPeriode, penelaah
from lakin.alur.models import Periode
from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.sampai import SETAHUN
from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from lakin.pengukuran.jejak_terlihat import jejak_terlihat

_AKAR = re.compile(r"[^/]+/[0-9]{4}/")
_TRIWULAN = re.compile(r"/tw([1-4])(?:/|$)")
_BARIS = re.compile(r"(.+/baris/[0-9]+)/.+")
_TARGET = re.compile(r"([^/]+/[0-9]{4})/([^/]+)/target")
MASUKAN = 2000
"""Entries that are asked for at once; the money of a whole year has some hundreds."""
RIWAYAT = 100
"""Latest traces that are read of a figure."""


@dataclass(frozen=True, slots=True)
class Asal:
    """The people behind a figure and its latest traces. ``penulis`` is empty where nothing of it was entered."""

    penulis: str
    pada: datetime | None
    alamat: str
    """What was entered last, where that is an input of the figure."""
    penelaah: LangkahPeriode | None
    triwulan: int
    jejak: tuple[Jejak, ...]


def asal(
    pengguna: Any, satker: Satker, tahun: int, bahan: Bahan, triwulan: int = SETAHUN, *, sampai: int | None = None
) -> Asal:
    """Return who entered last and who verified, as far as this reader may see it.

    ``sampai`` is a place in the satker's chain: what was frozen there knows nothing of what came later.
    """
    jejak = tuple(jejak_terlihat(pengguna, satker, _jejak(satker, bahan, sampai)))
    tw = int(m[1]) if (m := _TRIWULAN.search(bahan.alamat)) else triwulan
    periode = Periode.objects.select_related("satker").filter(satker=satker, tahun=tahun, triwulan=tw).first()
    langkah = penelaah(periode)
    if langkah and sampai is not None and langkah.urut > sampai:
        langkah = None
    akhir = jejak[0] if jejak else None
    return Asal(
        penulis=nama_pelaku(akhir) if akhir else "",
        pada=akhir.pada if akhir else None,
        alamat=akhir.alamat if akhir and akhir.alamat != bahan.alamat else "",
        penelaah=langkah,
        triwulan=tw,
        jejak=jejak,
    )


def _jejak(satker: Satker, bahan: Bahan, sampai: int | None) -> list[Jejak]:
    """The latest traces of a figure and of everything that it was made from, newest first."""
    semua = sorted({a for b in islice(_masukan(bahan), MASUKAN) for a in _alamat_jejak(b)})
    syarat = Q(alamat__in=semua)
    if m := _TARGET.fullmatch(bahan.alamat):
        syarat |= Q(alamat__startswith=f"{m[1]}/pk/", alamat__endswith=f"/{m[2]}/target")
    jejak = Jejak.objects.filter(syarat, rantai__nama=satker.kunci)
    if sampai is not None:
        jejak = jejak.filter(urut__lte=sampai)
    return list(jejak.select_related("oleh").order_by("-urut")[:RIWAYAT])


def _masukan(bahan: Bahan) -> Iterator[str]:
    """The addresses of a figure and of what it was made from, each once."""
    dilihat: set[str] = set()
    for b in bahan.telusur():
        if b.alamat and b.alamat not in dilihat and _AKAR.match(b.alamat):
            dilihat.add(b.alamat)
            yield b.alamat


def _alamat_jejak(alamat: str) -> Iterator[str]:
    """Under which addresses an entry leaves its traces: a cell of a raw row with its row, the year with its end."""
    if m := _BARIS.fullmatch(alamat):
        yield m[1]
        return
    yield alamat
    akar, _, apa = alamat.rpartition("/")
    if apa == "realisasi":
        yield from (f"{alamat}/tw4", f"{alamat}/tahun", f"{akar}/penggantian")
    if apa == "tw4" and akar.endswith("/realisasi"):
        yield from (akar, f"{akar.removesuffix('/realisasi')}/penggantian")
    if "/tercatat/" in alamat:
        yield alamat.replace("/tercatat/", "/serapan/")
