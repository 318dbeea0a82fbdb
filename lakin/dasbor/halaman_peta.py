"""The matrix and the profile written before the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.banding.berkas import KOLOM_PROFIL, TANDA
from lakin.banding.berkas import baris_profil as isi_profil
from lakin.banding.peta import Peta, SelPeta
from lakin.banding.tanya import TINGKAT, Tanya
from lakin.dokumen.pohon import Format
from lakin.web.templatetags.angka import tautan_figur


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell of the matrix."""

    indikator: str
    figur: str
    kelas: str
    tanda: str
    arti: str


@dataclass(frozen=True, slots=True)
class BarisProfil:
    """One indicator of a satker against its class."""

    kode: str
    nama: str
    tanya: str
    sel: tuple[tuple[str, str], ...]
    posisi: Sel


def isi_peta(p: Peta) -> dict[str, Any]:
    """Return what the page of the matrix shows."""
    return {
        "nama_tingkat": TINGKAT[p.tingkat][0],
        "kolom": [(h.pokok, h.tanya.alamat, tautan_figur(h.jajaran.ringkasan.rata)) for h in p.kolom],
        "baris": [(b, tuple(_sel(s) if s else None for s in b.sel)) for b in p.baris],
        "tanda": [(kelas, *isi) for kelas, isi in TANDA.items()],
    }


def baris_profil(semua: tuple[SelPeta, ...]) -> tuple[BarisProfil, ...]:
    """Return the rows of a profile."""
    return tuple(_baris(s) for s in semua)


def _sel(s: SelPeta) -> Sel:
    return Sel(s.pokok.nama, tautan_figur(s.baris.realisasi), s.posisi, *TANDA[s.posisi])


def _baris(s: SelPeta) -> BarisProfil:
    t: Tanya = s.banding.tanya
    sel = tuple(
        (k.judul, tautan_figur(f, Format.BILANGAN if k.bulat else Format.NILAI))
        for k, f in zip(KOLOM_PROFIL, isi_profil(s), strict=True)
        if not isinstance(f, str)
    )
    semat = t.dengan(sematan=(s.baris.peserta.kode,)).alamat
    return BarisProfil(s.pokok.kode, s.pokok.nama, semat, sel, _sel(s))
