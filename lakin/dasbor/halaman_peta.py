"""The matrix and the profile written before the template."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.banding.peta import Peta, SelPeta
from lakin.banding.tanya import TINGKAT, Tanya
from lakin.dokumen.pohon import Format
from lakin.web.templatetags.angka import tautan_figur

TANDA = {
    "atas": ("▲", "seperempat teratas"),
    "tengah-atas": ("△", "di atas median"),
    "tengah-bawah": ("▽", "di bawah median"),
    "bawah": ("▼", "seperempat terbawah"),
    "belum": ("○", "belum melapor"),
    "na": ("–", "N/A"),
}
"""Sign and words of a quarter: colour never stands alone."""


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
    r, p = s.banding.jajaran.ringkasan, s.baris.peserta
    t: Tanya = s.banding.tanya
    figur = (
        ("Realisasi", s.baris.realisasi),
        ("Target", p.target),
        ("Capaian (%)", p.capaian),
        ("Pertumbuhan (%)", s.baris.tumbuh),
        ("Rata-rata", r.rata),
        ("Median", r.median),
    )
    peringkat = (
        ("Peringkat", tautan_figur(s.baris.peringkat, Format.BILANGAN)),
        ("Melapor", tautan_figur(r.melapor, Format.BILANGAN)),
    )
    sel = (*((judul, tautan_figur(f)) for judul, f in figur), *peringkat)
    return BarisProfil(s.pokok.kode, s.pokok.nama, t.dengan(sematan=(p.kode,)).alamat, sel, _sel(s))
