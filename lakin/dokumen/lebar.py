"""Column widths measured from the content, so that no figure is cut and no declaration types widths.

The paper's writers lay tables out with fixed widths (it is quicker, and a
column can then never be pushed over the margin). Each column needs room for
its longest unbreakable piece; what is left goes to the columns with most text.
Where a size of letters is too large for that, the next smaller one is taken.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.dokumen.format import BELUM_ADA, tulis_figur, tulis_sel
from lakin.dokumen.pohon import (
    Daftar,
    Figur,
    Format,
    IsiSel,
    Kertas,
    Kolom,
    Miring,
    Paragraf,
    Sel,
    Sitasi,
    Tabel,
    Tebal,
)

UKURAN = (85, 75, 65, 55)
"""Sizes of letters in tenths of a point, the preferred one first."""

LEBAR_KERTAS = {Kertas.TEGAK: 4535, Kertas.LEBAR: 7280}
"""Width between the margins in tenths of a point (160 mm and 257 mm)."""

_BANTALAN = 80  # left and right of a cell, tenths of a point
_HURUF = 58  # mean width of a letter in hundredths of its size
_HURUF_TEBAL = 64
_RATA_TEKS = 28  # beyond this many letters a text column asks for little more


@dataclass(frozen=True, slots=True)
class TataKolom:
    """Whole percentages that sum to 100, and the size of letters they were measured for."""

    lebar: tuple[int, ...]
    ukuran: int
    muat: bool
    """Whether every unbreakable piece fits at that size."""


def lebar_kolom(tabel: Tabel) -> TataKolom:
    """Measure the columns of a table."""
    kertas = LEBAR_KERTAS[tabel.kertas]
    ukur = [_ukur(k, tabel, i) for i, k in enumerate(tabel.kolom)]
    for ukuran in UKURAN:
        perlu = [_BANTALAN + u.pokok * ukuran // 100 for u in ukur]
        if sum(perlu) <= kertas:
            break
    muat = sum(perlu) <= kertas
    ingin = [max(p, _BANTALAN + u.ingin * ukuran // 100) for p, u in zip(perlu, ukur, strict=True)]
    lebar = _bagikan(perlu, ingin, kertas)
    for i, k in enumerate(tabel.kolom):
        if k.lebar:
            lebar[i] = max(k.lebar * kertas // 100, perlu[i] if muat else 0)
    return TataKolom(_persen(lebar, perlu if muat else lebar, kertas), ukuran, muat)


def posisi_sel(tabel: Tabel) -> Iterator[tuple[int, int, Sel]]:
    """Yield row, first column and cell, spans taken into account."""
    sisa = [0] * len(tabel.kolom)
    for urut, b in enumerate(tabel.baris):
        kolom = 0
        baru = [max(s - 1, 0) for s in sisa]
        for sel in b.sel:
            while sisa[kolom]:
                kolom += 1
            yield urut, kolom, sel
            for k in range(kolom, kolom + sel.kolom):
                baru[k] = sel.baris - 1
            kolom += sel.kolom
        sisa = baru


def teks_sel(isi: IsiSel, kolom: Kolom, format: Format | None = None) -> str:
    """The plain text of a cell, as every writer prints it."""
    match isi:
        case str():
            return isi
        case int():
            return str(isi)
        case Angka() | TanpaNilai():
            f = format or kolom.format
            return tulis_sel(isi, Format.NILAI if f is Format.TEKS else f, kolom.desimal)
        case Figur():
            return tulis_figur(isi)
        case Tebal() | Miring():
            return teks_sel(isi.isi, kolom)
        case Sitasi():
            return "Tabel 0.00"
        case Daftar():
            return "\n".join(_teks_butir(b, kolom) for b in isi.butir)
        case _:
            return "".join(teks_sel(i, kolom) for i in isi)


def _teks_butir(butir: Paragraf | tuple[Paragraf | Daftar, ...], kolom: Kolom) -> str:
    bagian = (butir,) if isinstance(butir, Paragraf) else butir
    return "\n".join(teks_sel(b.isi if isinstance(b, Paragraf) else b, kolom) for b in bagian)


@dataclass(slots=True)
class _Ukuran:
    """Hundredths of the size of letters: what must stand on one line, and what would be pleasant."""

    pokok: int
    ingin: int


def _ukur(kolom: Kolom, tabel: Tabel, urut: int) -> _Ukuran:
    kepala = max((len(k) for k in kolom.judul.split()), default=1) * _HURUF_TEBAL
    pokok, ingin = kepala, kepala
    for _, k, sel in posisi_sel(tabel):
        if k != urut or sel.kolom > 1:
            continue
        teks = teks_sel(sel.isi, kolom, sel.format)
        huruf = _HURUF_TEBAL if sel.tebal else _HURUF
        angka = isinstance(sel.isi, Angka | Figur | int) and teks != BELUM_ADA
        utuh = len(teks) if angka else max((len(k) for k in teks.split()), default=1)
        pokok = max(pokok, utuh * huruf)
        panjang = max((len(b) for b in teks.split("\n")), default=1)
        if panjang > _RATA_TEKS:
            panjang = _RATA_TEKS + (min(panjang, 400) - _RATA_TEKS) // 5
        ingin = max(ingin, panjang * huruf)
    return _Ukuran(pokok, ingin)


def _bagikan(perlu: list[int], ingin: list[int], kertas: int) -> list[int]:
    """Give each its need, then share what is left by how much more each would like."""
    sisa = kertas - sum(perlu)
    if sisa <= 0:
        return perlu
    lebih = [i - p for i, p in zip(ingin, perlu, strict=True)]
    bobot = lebih if sum(lebih) >= sisa else [e + p for e, p in zip(lebih, perlu, strict=True)]
    jumlah = sum(bobot) or 1
    return [p + sisa * b // jumlah for p, b in zip(perlu, bobot, strict=True)]


def _persen(lebar: list[int], perlu: list[int], kertas: int) -> tuple[int, ...]:
    """Whole percentages that sum to 100; rounding down never goes below a column's need."""
    jumlah = sum(lebar) or 1
    persen = [max(1, w * 100 // jumlah) for w in lebar]
    kurang = sorted(range(len(lebar)), key=lambda i: (persen[i] * kertas // 100 - perlu[i], -lebar[i], i))
    selisih = 100 - sum(persen)
    for n in range(abs(selisih)):
        i = kurang[n % len(kurang)] if selisih > 0 else max(range(len(persen)), key=lambda j: persen[j])
        persen[i] += 1 if selisih > 0 else -1
    return tuple(persen)
