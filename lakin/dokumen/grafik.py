"""Chart specification: what is drawn, without how.

One specification gives the same SVG to page and PDF, and the table of the
same data beside it.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lakin.capaian.angka_jelas import Angka, Bahan


class JenisBagan(StrEnum):
    """Shapes that stay readable in black and white; there is no pie on purpose."""

    KOLOM_KELOMPOK = "kolom_kelompok"
    BATANG = "batang"
    GARIS = "garis"
    KOMPOSISI = "komposisi"


@dataclass(frozen=True, slots=True)
class Seri:
    """One series: a value per category, in the categories' order."""

    nama: str
    nilai: tuple[Bahan, ...]


@dataclass(frozen=True, slots=True)
class Acuan:
    """A reference line, for instance the year's target of absorption."""

    nama: str
    nilai: Angka


@dataclass(frozen=True, slots=True)
class Bagan:
    """A chart: categories, series, the axis with its unit.

    ``judul`` is what a screen reader says. ``format`` is a ``pohon.Format``
    value and writes the labels; ``skala`` divides what is drawn and its axis
    ('miliar' where the unit says 'Rp miliar').
    """

    jenis: JenisBagan
    judul: str
    kategori: tuple[str, ...]
    seri: tuple[Seri, ...]
    satuan: str
    sumbu_kategori: str = ""
    sumbu_nilai: str = ""
    format: str = "nilai"
    acuan: Acuan | None = None

    def __post_init__(self) -> None:
        for s in self.seri:
            if len(s.nilai) != len(self.kategori):
                raise ValueError(f"Seri {s.nama!r}: {len(s.nilai)} nilai untuk {len(self.kategori)} kategori")
        nama = [s.nama for s in self.seri]
        if len(set(nama)) != len(nama) or len(set(self.kategori)) != len(self.kategori):
            raise ValueError(f"Nama seri atau kategori berulang pada bagan {self.judul!r}")

    @property
    def kosong(self) -> bool:
        """Whether no series has a value at all."""
        return not any(isinstance(n, Angka) for s in self.seri for n in s.nilai)
