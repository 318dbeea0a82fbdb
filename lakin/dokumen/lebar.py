"""Column widths measured from the content, so that no figure is cut and no declaration types widths.

The paper's writers lay tables out with fixed widths (it is quicker, and a
column can then never be pushed over the margin). Each column needs room for
its longest unbreakable piece; what is left goes to the columns with most text.
Where a size of letters is too large for that, the next smaller one is taken.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.dokumen.format import BELUM_ADA, tulis_celah, tulis_figur, tulis_sel
from lakin.dokumen.pohon import (
    Celah,
    Daftar,
    Figur,
    Format,
    IsiSel,
    JenisBaris,
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

UKURAN_NYAMAN = (85, 75, 65)
"""Sizes that may give way so that columns of text do not become slivers."""

LEBAR_KERTAS = {Kertas.TEGAK: 4535, Kertas.LEBAR: 7280}
"""Width between the margins in tenths of a point (160 mm and 257 mm)."""

_BANTALAN = 84  # left and right of a cell, tenths of a point
_RATA_TEKS = 1600  # beyond this width (hundredths of the size) a text column asks for little more
_NYAMAN = 1100  # a column of text narrower than this (hundredths of the size) breaks after every word or two
_TERPANJANG = 22_000
_TEBAL = 110  # percent
_PATAH = re.compile(r"\s+|(?<=[/-])(?=[^\W\d])")
"""Where a line may break: at a space, and after a slash or hyphen before a letter."""

# Widths of letters in hundredths of the size, a little above those of Noto Sans.
_SEMPIT = frozenset(".,:;'|!ijlI()[]/ ")
_LEBAR = frozenset("mwMW%@&—…")


@dataclass(frozen=True, slots=True)
class TataKolom:
    """Widths in per mille of the table, 1000 together, and the size of letters they were measured for."""

    lebar: tuple[int, ...]
    ukuran: int
    muat: bool
    """Whether every unbreakable piece fits at that size."""


def lebar_kolom(tabel: Tabel) -> TataKolom:
    """Measure the columns of a table."""
    kertas = LEBAR_KERTAS[tabel.kertas]
    ukur = _ukur(tabel)
    ukuran, perlu = _ukuran_huruf(ukur, kertas)
    muat = sum(perlu) <= kertas
    ingin = [max(p, _BANTALAN + u.ingin * ukuran // 100) for p, u in zip(perlu, ukur, strict=True)]
    lebar = _bagikan(perlu, ingin, kertas)
    for i, k in enumerate(tabel.kolom):
        if k.lebar:
            lebar[i] = max(k.lebar * kertas // 100, perlu[i] if muat else 0)
    return TataKolom(_permil(lebar), ukuran, muat)


def _ukuran_huruf(ukur: list[_Ukuran], kertas: int) -> tuple[int, list[int]]:
    """The largest letters at which columns of text stay readable; else small ones at which all just fits."""
    for ukuran in UKURAN_NYAMAN:
        perlu = [_BANTALAN + max(u.pokok, min(u.ingin, _NYAMAN)) * ukuran // 100 for u in ukur]
        if sum(perlu) <= kertas:
            return ukuran, perlu
    for ukuran in UKURAN[UKURAN.index(UKURAN_NYAMAN[-1]) :]:
        perlu = [_BANTALAN + u.pokok * ukuran // 100 for u in ukur]
        if sum(perlu) <= kertas:
            break
    return ukuran, perlu


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
        case Celah():
            return tulis_celah(isi)
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


def _ukur(tabel: Tabel) -> list[_Ukuran]:
    hasil = []
    for k in tabel.kolom:
        kepala = _terlebar(_PATAH.split(k.judul), tebal=True)
        hasil.append(_Ukuran(kepala, kepala))
    _lebarkan_kelompok(tabel.kolom, hasil)
    for urut, i, sel in posisi_sel(tabel):
        if sel.kolom > 1:
            continue
        kolom, baris = tabel.kolom[i], tabel.baris[urut]
        teks = teks_sel(sel.isi, kolom, sel.format)
        tebal = sel.tebal or baris.jenis is not JenisBaris.BIASA
        angka = isinstance(sel.isi, Angka | Figur | int) and teks != BELUM_ADA
        masuk = 90 * baris.tingkat if kolom.menjorok else 0
        pokok = _terlebar([teks] if angka else _PATAH.split(teks), tebal) + masuk
        panjang = min(_terlebar(teks.split("\n"), tebal) + masuk, _TERPANJANG)
        if panjang > _RATA_TEKS:
            panjang = _RATA_TEKS + (panjang - _RATA_TEKS) // 2
        hasil[i].pokok = max(hasil[i].pokok, pokok)
        hasil[i].ingin = max(hasil[i].ingin, panjang, pokok)
    return hasil


def _lebarkan_kelompok(kolom: Sequence[Kolom], ukur: list[_Ukuran]) -> None:
    """A head that spans columns needs room for its words too; its columns share what is missing."""
    for dalam in range(max((len(k.kelompok) for k in kolom), default=0)):
        i = 0
        while i < len(kolom):
            nama = kolom[i].kelompok[: dalam + 1]
            n = next((j for j in range(i, len(kolom)) if kolom[j].kelompok[: dalam + 1] != nama), len(kolom)) - i
            if len(nama) > dalam:
                anggota = ukur[i : i + n]
                kurang = _terlebar(_PATAH.split(nama[-1]), tebal=True) - sum(u.pokok for u in anggota)
                for u in anggota if kurang > 0 else ():
                    u.pokok += -(-kurang // n)
                    u.ingin = max(u.ingin, u.pokok)
            i += n


def _terlebar(potongan: list[str], tebal: bool) -> int:
    lebar = max((_lebar_teks(p) for p in potongan), default=0)
    return lebar * _TEBAL // 100 if tebal else lebar


def _lebar_teks(teks: str) -> int:
    lebar = 0
    for h in teks:
        if h in _SEMPIT:
            lebar += 30
        elif h in _LEBAR:
            lebar += 94
        else:
            lebar += 73 if h.isupper() else 58 if h.isdigit() else 60
    return lebar


def _bagikan(perlu: list[int], ingin: list[int], kertas: int) -> list[int]:
    """Give each its need, then its wish, or a share of what is left by how much more each would like."""
    sisa = kertas - sum(perlu)
    if sisa <= 0:
        return perlu
    lebih = [i - p for i, p in zip(ingin, perlu, strict=True)]
    if sum(lebih) > sisa:
        return [p + sisa * b // sum(lebih) for p, b in zip(perlu, lebih, strict=True)]
    return [i + (sisa - sum(lebih)) * i // sum(ingin) for i in ingin]


def _permil(lebar: list[int]) -> tuple[int, ...]:
    """Shares of 1000; what rounding leaves goes to the widest column."""
    jumlah = sum(lebar) or 1
    permil = [w * 1000 // jumlah for w in lebar]
    permil[permil.index(max(permil))] += 1000 - sum(permil)
    return tuple(permil)
