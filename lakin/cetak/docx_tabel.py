"""The grid of a table in Word: fixed widths, heads that repeat, merged cells, indents."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import TYPE_CHECKING

from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.cetak.aman import aman
from lakin.cetak.docx_xml import GARIS, GARIS_TIPIS, LATAR, POLOS, TEBAL, TINTA, Huruf, lari, masuk, paragraf, rata
from lakin.cetak.html_tabel import kepala_bertingkat
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.lebar import lebar_kolom, posisi_sel
from lakin.dokumen.pohon import (
    BarisTabel,
    Celah,
    Daftar,
    Figur,
    Format,
    IsiSel,
    JenisBaris,
    Kolom,
    Miring,
    Paragraf,
    Rata,
    Sel,
    Sitasi,
    Tabel,
    Tebal,
)

if TYPE_CHECKING:
    from lakin.cetak.docx_isi import Penulis

TIADA = Huruf(miring=True, warna="66716B")
_JC = {Rata.KIRI: "", Rata.TENGAH: rata("center"), Rata.KANAN: rata("right")}
_PASANGAN = re.compile(r"(?<=[^\W\d]{6})/(?=[^\W\d]{6})")
"""A stroke between two long words, never one within a code or a number."""
_MASUK = 160
"""Indent of a level, twips."""
_GABUNG_UTUH = 5
"""Rows beside a merged cell that are kept on one page; more of them may break."""
_RUANG_SEL = (("top", 50), ("left", 80), ("bottom", 50), ("right", 80))
_TEPI = "".join(f'<w:{sisi} w:w="{w}" w:type="dxa"/>' for sisi, w in _RUANG_SEL)

Letak = tuple[int, int, int, str]
"""First column, columns, 1 where a merged cell begins and 2 where it goes on (else 0), content."""


def isi_tabel(t: Tabel, penulis: Penulis, lebar: int, nama: str, terkecil: bool = False) -> str:
    """The table element, ``lebar`` twips wide; ``nama`` is what a screen reader says."""
    tata = lebar_kolom(t)
    kolom = [w * lebar // 1000 for w in tata.lebar]
    kolom[-1] += lebar - sum(kolom)
    gaya = f"Sel{min(tata.ukuran, 75) if terkecil else tata.ukuran}"
    baris = "".join((*_kepala(t, kolom, gaya), *_badan(t, kolom, gaya, penulis)))
    kisi = "".join(f'<w:gridCol w:w="{w}"/>' for w in kolom)
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{lebar}" w:type="dxa"/><w:tblBorders>{_garis("top", 8, TINTA)}'
        f"{_garis('bottom', 8, TINTA)}{_garis('insideH', 4, GARIS_TIPIS)}</w:tblBorders>"
        f'<w:tblLayout w:type="fixed"/><w:tblCellMar>{_TEPI}</w:tblCellMar>'
        f'<w:tblLook w:val="0020" w:firstRow="1"/><w:tblCaption w:val="{aman(nama)}"/></w:tblPr>'
        f"<w:tblGrid>{kisi}</w:tblGrid>{baris}</w:tbl>"
    )


def _garis(sisi: str, tebal: int, warna: str) -> str:
    return f'<w:{sisi} w:val="single" w:sz="{tebal}" w:space="0" w:color="{warna}"/>'


# --- head ---------------------------------------------------------------------


def _kepala(t: Tabel, kolom: list[int], gaya: str) -> Iterator[str]:
    tingkat = kepala_bertingkat(t)
    letak: list[list[Letak]] = [[] for _ in tingkat]
    terisi = [0] * len(t.kolom)
    for urut, isi in enumerate(tingkat):
        awal = 0
        for teks, n, tinggi, k in isi:
            while terisi[awal] > urut:
                awal += 1
            jc = rata("center") if k is None else _JC[k.perataan]
            p = paragraf(lari(teks, TEBAL), gaya, f"<w:keepNext/>{jc}")
            for i in range(tinggi):
                tanda = 0 if tinggi == 1 else 2 if i else 1
                letak[urut + i].append((awal, n, tanda, paragraf("", gaya, "<w:keepNext/>") if i else p))
            terisi[awal : awal + n] = [urut + tinggi] * n
    for urut, baris in enumerate(letak):
        bawah = _garis("bottom", 6, TINTA) if urut == len(letak) - 1 else ""
        kel = _garis("bottom", 4, GARIS)
        sel = "".join(
            _tc(b, kolom, tepi=bawah or (kel if b[2] == 0 else ""), latar=LATAR, bawah=True) for b in sorted(baris)
        )
        yield f"<w:tr><w:trPr><w:cantSplit/><w:tblHeader/></w:trPr>{sel}</w:tr>"


# --- body ---------------------------------------------------------------------


def _badan(t: Tabel, kolom: list[int], gaya: str, penulis: Penulis) -> Iterator[str]:
    letak: list[list[Letak]] = [[] for _ in t.baris]
    menyambung = [b.jenis is JenisBaris.KELOMPOK for b in t.baris]
    for urut, _, sel in posisi_sel(t):
        if 1 < sel.baris <= _GABUNG_UTUH:
            menyambung[urut : urut + sel.baris - 1] = [True] * (sel.baris - 1)
    if len(t.baris) > 1:
        menyambung[0] = menyambung[-2] = True
    menyambung[-1] = False
    for urut, k, sel in posisi_sel(t):
        isi = _isi_sel(sel, t.kolom[k], t.baris[urut], gaya, menyambung[urut], penulis)
        for i in range(sel.baris):
            tanda = 0 if sel.baris == 1 else 2 if i else 1
            sambung = "<w:keepNext/>" if menyambung[urut + i] else ""
            letak[urut + i].append((k, sel.kolom, tanda, paragraf("", gaya, sambung) if i else isi))
    for b, baris in zip(t.baris, letak, strict=True):
        latar = "" if b.jenis is JenisBaris.BIASA else LATAR
        atas = _garis("top", 6, TINTA) if b.jenis is JenisBaris.JUMLAH else ""
        sel_ = "".join(_tc(s, kolom, tepi=atas, latar=latar) for s in sorted(baris))
        yield f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{sel_}</w:tr>"


def _tc(letak: Letak, kolom: list[int], *, tepi: str = "", latar: str = "", bawah: bool = False) -> str:
    awal, n, tanda, isi = letak
    sifat = f'<w:tcW w:w="{sum(kolom[awal : awal + n])}" w:type="dxa"/>'
    sifat += f'<w:gridSpan w:val="{n}"/>' if n > 1 else ""
    sifat += ("", '<w:vMerge w:val="restart"/>', "<w:vMerge/>")[tanda]
    sifat += f"<w:tcBorders>{tepi}</w:tcBorders>" if tepi else ""
    sifat += f'<w:shd w:val="clear" w:color="auto" w:fill="{latar}"/>' if latar else ""
    sifat += '<w:vAlign w:val="bottom"/>' if bawah else ""
    return f"<w:tc><w:tcPr>{sifat}</w:tcPr>{isi}</w:tc>"


def _isi_sel(sel: Sel, kolom: Kolom, baris: BarisTabel, gaya: str, sambung: bool, penulis: Penulis) -> str:
    letak = sel.rata
    if letak is None:
        letak = Rata.KIRI if sel.kolom > 1 and isinstance(sel.isi, str) else kolom.perataan
    huruf = TEBAL if sel.tebal or baris.jenis is not JenisBaris.BIASA else POLOS
    kiri = _MASUK * baris.tingkat if kolom.menjorok else 0
    lekat = "<w:keepNext/>" if sambung else ""
    if isinstance(sel.isi, Daftar):
        return "".join(_butir(sel.isi, gaya, lekat, kiri, huruf, penulis))
    sifat = lekat + (masuk(kiri) if kiri else "") + _JC[letak]
    return paragraf(_isi(sel.isi, sel.format, kolom, huruf, penulis), gaya, sifat)


def _boleh_patah(teks: str) -> str:
    """Word processors break no line after a stroke: 'produktivitas/efisiensi' would be cut inside a word."""
    return _PASANGAN.sub("/\u200b", teks)


def _butir(d: Daftar, gaya: str, lekat: str, kiri: int, huruf: Huruf, penulis: Penulis) -> Iterator[str]:
    for urut, b in enumerate(d.butir, 1):
        tanda = f"{urut}. " if d.bernomor else "• "
        for bagian in (b,) if isinstance(b, Paragraf) else b:
            if isinstance(bagian, Daftar):
                yield from _butir(bagian, gaya, lekat, kiri + _MASUK, huruf, penulis)
            else:
                teks = tuple(_boleh_patah(i) if isinstance(i, str) else i for i in bagian.isi)
                isi = lari(tanda, huruf) + penulis.teks(teks, huruf)
                yield paragraf(isi, gaya, lekat + masuk(kiri + _MASUK, _MASUK))
                tanda = ""


def _isi(isi: IsiSel, format: Format | None, kolom: Kolom, huruf: Huruf, penulis: Penulis) -> str:
    match isi:
        case str():
            return penulis.teks((_boleh_patah(isi),), huruf)
        case Tebal() | Miring() | Sitasi() | Celah() | Figur():
            return penulis.teks((isi,), huruf)
        case int():
            return lari(str(isi), huruf)
        case Angka() | TanpaNilai():
            f = format or kolom.format
            teks = tulis_sel(isi, Format.NILAI if f is Format.TEKS else f, kolom.desimal)
            return lari(teks, huruf if isinstance(isi, Angka) else TIADA)
        case Daftar():
            raise TypeError("a list is written as paragraphs")
        case _:
            return penulis.teks(isi, huruf)
