"""The figures that somebody gathers for a working paper, kept in the session until they are taken."""

from __future__ import annotations

from dataclasses import dataclass

from django.http import HttpRequest

from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain

TERBANYAK = 50
"""Figures of one working paper; each takes a page or more."""
_SESI = "kertas_kerja"


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One chosen figure: its address, the code of the version it was read in, until which triwulan."""

    alamat: str
    versi: str
    triwulan: int


def pilihan(request: HttpRequest, satker: Satker, tahun: int) -> list[Pilihan]:
    """What has been chosen of a satker's year."""
    semua = request.session.get(_SESI, {}).get(_kunci(satker, tahun), [])
    return [Pilihan(a, v, t) for a, v, t in semua]


def pilih(request: HttpRequest, satker: Satker, tahun: int, baru: Pilihan) -> None:
    """Add a figure once."""
    ada = pilihan(request, satker, tahun)
    if baru in ada:
        return
    if len(ada) >= TERBANYAK:
        raise GalatDomain(
            f"Kertas kerja memuat paling banyak {TERBANYAK} angka. Ambil yang sudah dipilih lebih dahulu."
        )
    _simpan(request, satker, tahun, [*ada, baru])


def lepas(request: HttpRequest, satker: Satker, tahun: int, satu: Pilihan | None) -> None:
    """Take one figure away, or all of them."""
    sisa = [p for p in pilihan(request, satker, tahun) if satu is not None and p != satu]
    _simpan(request, satker, tahun, sisa)


def _simpan(request: HttpRequest, satker: Satker, tahun: int, isi: list[Pilihan]) -> None:
    semua = request.session.get(_SESI, {})
    semua[_kunci(satker, tahun)] = [[p.alamat, p.versi, p.triwulan] for p in isi]
    request.session[_SESI] = semua


def _kunci(satker: Satker, tahun: int) -> str:
    return f"{satker.kunci}/{tahun}"
