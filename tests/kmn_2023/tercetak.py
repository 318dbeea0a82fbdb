"""The document's printed cells as data, and the texts of the report's tables that they are looked up in."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path

from django.conf import settings

from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Bab, Daftar, IsiSel, Miring, Paragraf, SubBab, Tabel, Tebal
from lakin.tukar.muat.tercetak import berkas_tercetak

FIXTURES = Path(settings.FIXTURES_DIR) / "kmn_2023"

Sel = dict[str, str]
PENDEK = 8


def _baca(nama: str) -> list[Sel]:
    with (FIXTURES / nama).open(encoding="utf-8") as berkas:
        return list(csv.DictReader(berkas))


@cache
def sel_tercetak() -> dict[str, tuple[Sel, ...]]:
    """Number of the table -> its printed cells."""
    hasil: dict[str, tuple[Sel, ...]] = {}
    for nama in berkas_tercetak(FIXTURES):
        for sel in _baca(nama):
            hasil[sel["tabel"]] = (*hasil.get(sel["tabel"], ()), sel)
    return hasil


@cache
def cakupan() -> dict[str, Sel]:
    """Number of the table -> how many cells it prints, counted from its grid.

    A cell is a place of the body that holds something: a figure (with its unit, where both stand together), a
    name, a code, a mark for 'none'. Merged places are one cell, items of a list in a place are one each. Heads
    and their repetition on the next page, running numbers of rows and columns, and blank places are none.
    Sentences are counted apart as ``sel_prosa``: they are not copied.
    """
    return {c["tabel"]: c for c in _baca("tercetak/_cakupan.csv")}


@cache
def ejaan() -> dict[str, Sel]:
    """Printed text -> how the report writes the same thing, and why."""
    return {e["tercetak"]: e for e in _baca("tercetak/_ejaan.csv")}


def hitung(kisi: str) -> int:
    """'1+2x7-4' of a grid as a number."""
    if not re.fullmatch(r"\d+(x\d+)*([+-]\d+(x\d+)*)*", kisi):
        raise ValueError(kisi)
    total = 0
    for tanda, suku in re.findall(r"([+-]?)([\dx]+)", kisi):
        hasil = 1
        for faktor in suku.split("x"):
            hasil *= int(faktor)
        total += -hasil if tanda == "-" else hasil
    return total


def polos(teks: str) -> str:
    """Without case, marks or spacing."""
    return re.sub(r"[^a-z0-9%]+", "", teks.casefold())


def banyak(teks: str, ada: list[str]) -> int:
    """In how many places a text stands; a code or another short one at the beginning of a cell."""
    if len(polos(teks)) > PENDEK:
        return sum(polos(teks) in polos(t) for t in ada)
    kata = re.compile(rf"{re.escape(teks.strip().rstrip('.'))}(?![\w.])", re.IGNORECASE)
    return sum(bool(kata.match(t)) for t in ada)


def tulisan_tabel(naskah: Bernomor, kode: tuple[str, ...]) -> list[str]:
    """Every text of some tables, cell by cell and item by item, with their notes and the heading above them."""
    hasil: list[str] = []
    for bab in naskah.dokumen.bab:
        for tabel, judul in _tabel(bab, ()):
            if tabel.kode in kode:
                hasil += [
                    *judul[-1:],
                    *_isi(tabel.catatan),
                    *(t for b in tabel.baris for s in b.sel for t in _isi(s.isi)),
                ]
    return hasil


def _tabel(induk: Bab | SubBab, judul: tuple[str, ...]) -> Iterator[tuple[Tabel, tuple[str, ...]]]:
    for blok in induk.isi:
        if isinstance(blok, Tabel):
            yield blok, judul
        elif isinstance(blok, SubBab):
            yield from _tabel(blok, (*judul, blok.judul) if blok.bernomor else judul)


def _isi(isi: IsiSel) -> list[str]:
    match isi:
        case str():
            return isi.split("\n")
        case Daftar():
            return [t for p in isi.butir if isinstance(p, Paragraf) for t in _isi(p.isi)]
        case Tebal() | Miring():
            return _isi(isi.isi)
        case tuple():
            return [" ".join(t for x in isi for t in _isi(x))]
        case int():
            return [str(isi)]
        case _:
            return []
