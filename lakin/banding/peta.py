"""All comparisons of a level at once: satker by indicator, and one satker against its class."""

from __future__ import annotations

from collections.abc import Container
from dataclasses import dataclass, replace
from typing import Any

from lakin.banding.bacaan import Bacaan
from lakin.banding.jajaran_satker import HasilBanding, banding_dari
from lakin.banding.pokok import Pokok, pilihan_pokok
from lakin.banding.simpanan import ambil, kepala
from lakin.banding.tanya import Tanya
from lakin.capaian.fakta import Klasifikasi
from lakin.capaian.jajaran import BarisJajaran, posisi
from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.models import Satker

KELAS = {
    JenisSatker.BBSPJI: "bbspji",
    JenisSatker.BSPJI: "bspji",
    JenisSatker.PUSAT: "pusat",
    JenisSatker.SEKRETARIAT: "pusat",
}
"""The level that a kind of satker is compared in by default: like with like."""


@dataclass(frozen=True, slots=True)
class SelPeta:
    """A satker on one indicator, and in which quarter of those that reported it lies."""

    pokok: Pokok
    banding: HasilBanding
    baris: BarisJajaran

    @property
    def posisi(self) -> str:
        """The quarter; 'belum' or 'na' without a value."""
        naik = self.pokok.klasifikasi is not Klasifikasi.MINIMASI
        return posisi(self.baris, self.banding.jajaran.ringkasan, naik=naik)


@dataclass(frozen=True, slots=True)
class BarisPeta:
    """A satker with its cells, in the order of the indicators; None where it does not have one."""

    kode: str
    nama: str
    ringkas: str
    jenis: str
    sel: tuple[SelPeta | None, ...]


@dataclass(frozen=True, slots=True)
class Peta:
    """The matrix of a level and year."""

    tingkat: str
    tahun: int
    kolom: tuple[HasilBanding, ...]
    baris: tuple[BarisPeta, ...]


def peta(pengguna: Any, tingkat: str, tahun: int, *, sintetis: bool = False) -> Peta:
    """Return satker by indicator as a person may see it; satkers by kind and name."""

    def buat() -> tuple[Peta, int]:
        p = _peta(pengguna, tingkat, tahun, sintetis=sintetis)
        return p, len(p.baris) * len(p.kolom)

    return ambil(kepala(), pengguna, ("peta", tingkat, tahun, sintetis), buat)


def _peta(pengguna: Any, tingkat: str, tahun: int, *, sintetis: bool) -> Peta:
    bacaan = Bacaan(pengguna, tingkat, tahun, sintetis=sintetis)
    pilihan = pilihan_pokok(tingkat, tahun, sintetis=sintetis)
    kolom = [banding_dari(bacaan, Tanya(p.kunci, tahun, tingkat, sintetis=sintetis), p) for p in pilihan]
    kolom = [h for h in kolom if h.jajaran.baris]
    letak = [{b.peserta.kode: SelPeta(h.pokok, h, b) for b in h.jajaran.baris} for h in kolom]
    siapa = {b.peserta.kode: b.peserta for h in kolom for b in h.jajaran.baris}
    semua = sorted(siapa.values(), key=lambda p: (p.jenis, p.nama))
    baris = (BarisPeta(p.kode, p.nama, p.ringkas, p.jenis, tuple(k.get(p.kode) for k in letak)) for p in semua)
    return Peta(tingkat, tahun, tuple(kolom), tuple(baris))


def sebagian(p: Peta, terbuka: Container[str]) -> Peta:
    """Return the matrix with the indicators that a person may compare."""
    pilih = [n for n, h in enumerate(p.kolom) if h.pokok.kunci in terbuka]
    if len(pilih) == len(p.kolom):
        return p
    baris = tuple(replace(b, sel=tuple(b.sel[n] for n in pilih)) for b in p.baris)
    return replace(
        p, kolom=tuple(p.kolom[n] for n in pilih), baris=tuple(b for b in baris if any(s is not None for s in b.sel))
    )


def profil(pengguna: Any, satker: Satker, tahun: int) -> tuple[SelPeta, ...]:
    """Return a satker against its class, indicator by indicator."""
    p = peta(pengguna, KELAS.get(JenisSatker(satker.jenis), "semua"), tahun, sintetis=satker.sintetis)
    milik = next((b for b in p.baris if b.kode == satker.kunci), None)
    return tuple(s for s in milik.sel if s) if milik else ()
