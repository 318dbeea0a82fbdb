"""Where a figure is printed: every table, chart and passage of a numbered document, by the figure's address."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lakin.dokumen.nomor import Bernomor, Butir, semua_figur
from lakin.dokumen.pohon import Gambar, SubBab, Tabel

TEKS, TABEL, GAMBAR = "teks", "tabel", "gambar"


@dataclass(frozen=True, slots=True)
class Tempat:
    """One place: what it is called, the heading it stands under, its anchor, and how often the figure is there."""

    nama: str
    """'Tabel 3.2', 'Gambar 3.1', 'Subbab 3.1.2, paragraf'."""
    judul: str
    jenis: str
    jangkar: str
    kali: int = 1


def tempat_cetak(bernomor: Bernomor) -> Mapping[str, tuple[Tempat, ...]]:
    """Address -> the places where that figure is printed, in reading order; the tree is walked once."""
    hasil: dict[str, dict[tuple[str, str], Tempat]] = {}
    for bab in bernomor.dokumen.bab:
        for tempat, isi in _telusur(bernomor, bab.isi, (bernomor.butir[bab.kode],)):
            kali = Counter(b.alamat for b in semua_figur(isi) if b.alamat)
            for alamat, n in kali.items():
                milik = hasil.setdefault(alamat, {})
                kunci = (tempat.jangkar, tempat.jenis)
                lama = milik[kunci].kali if kunci in milik else 0
                milik[kunci] = Tempat(tempat.nama, tempat.judul, tempat.jenis, tempat.jangkar, lama + n)
    return {alamat: tuple(milik.values()) for alamat, milik in hasil.items()}


def _telusur(bernomor: Bernomor, isi: Iterable[Any], di: tuple[Butir, ...]) -> Iterable[tuple[Tempat, Any]]:
    """Every block that may hold a figure, with its place; sections are opened."""
    for blok in isi:
        match blok:
            case SubBab():
                yield from _telusur(bernomor, blok.isi, (*di, bernomor.butir[blok.kode]))
            case Tabel() | Gambar():
                b = bernomor.butir[blok.kode]
                jenis, judul = (TABEL, b.judul) if isinstance(blok, Tabel) else (GAMBAR, b.judul)
                yield Tempat(b.nomor or f"{jenis.capitalize()} tanpa nomor", judul, jenis, b.jangkar), blok
            case _:
                yield _bagian(di), blok


def _bagian(di: tuple[Butir, ...]) -> Tempat:
    """A passage: the section that it stands in, by the nearest heading that has a number."""
    milik = di[-1]
    bernomor = next((b for b in reversed(di) if b.nomor), None)
    nama = f"{bernomor.sebutan}, paragraf" if bernomor else "Paragraf"
    return Tempat(nama, milik.judul, TEKS, milik.jangkar)
