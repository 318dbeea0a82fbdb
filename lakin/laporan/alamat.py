"""Where the pages of a report are: those of a triwulan stand below the year's, under the same names.

``reverse("daftar_narasi", args=[satker, 2023])`` is the year's page;
``args=[satker, 2023, 2]`` is that of the second triwulan, and with 4 the year's
again. A view takes ``triwulan`` and need not know which of the two it was.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.urls import URLPattern, path, register_converter

from lakin.angka import nama_triwulan
from lakin.laporan.models import TAHUNAN

_TAHUN = "<int:tahun>/"


class SampaiTriwulan:
    """'tw/2/' is the second triwulan, '' the fourth: the whole year."""

    regex = "(?:tw/[1-3]/)?"

    def to_python(self, nilai: str) -> int:
        return int(nilai.split("/")[1]) if nilai else TAHUNAN

    def to_url(self, nilai: int) -> str:
        if nilai not in (1, 2, 3, TAHUNAN):
            raise ValueError("not a triwulan")
        return "" if nilai == TAHUNAN else f"tw/{nilai}/"


register_converter(SampaiTriwulan, "sampai")


def dengan_triwulan(pola: Iterable[URLPattern], nama: frozenset[str]) -> list[URLPattern]:
    """The addresses of the named pages for a triwulan, out of those for the year."""
    return [
        path(str(p.pattern).replace(_TAHUN, f"{_TAHUN}<sampai:triwulan>", 1), p.callback, name=p.name)
        for p in pola
        if p.name in nama
    ]


def sebutan_laporan(tahun: int, triwulan: int) -> str:
    """What people call a report: 'LAKIN 2023', 'Laporan Triwulan II 2023'."""
    return f"LAKIN {tahun}" if triwulan == TAHUNAN else f"Laporan {nama_triwulan(triwulan)} {tahun}"
