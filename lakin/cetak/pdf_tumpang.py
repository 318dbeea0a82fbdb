"""Running heads and page numbers, laid over the joined pages.

Laying out one overlay page for each page costs a fifth of the report. So the
renderer makes a pattern for each head and one for each kind of page with all
digits; the number of a page is set in the glyphs of the latter.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum
from typing import Any

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf

from lakin.angka import romawi
from lakin.cetak.aman import aman
from lakin.cetak.html import kulit_kertas
from lakin.dokumen.pohon import Dokumen

GAYA_TUMPANG = ("dokumen.css", "cetak.css", "cetak-tumpang.css")
_AKSARA = "0123456789ivxlcdm"
_HURUF = Name("/LakinAngka")


class JenisHalaman(StrEnum):
    """Kinds of pages by their margins and heads."""

    SAMPUL = "sampul"
    DEPAN = "bab-depan"
    ISI = "bab-isi"
    LEBAR = "kertas-lebar"


@dataclass(frozen=True, slots=True)
class Halaman:
    """What the overlay must know of a page."""

    jenis: JenisHalaman
    lari: str
    nomor: int
    romawi: bool

    @property
    def label(self) -> str:
        """The number as printed."""
        return romawi(self.nomor).lower() if self.romawi else str(self.nomor)


@dataclass(frozen=True, slots=True)
class _Angka:
    """Where a number ends, in which size and colour, and glyph and width of each character."""

    x: Decimal
    y: Decimal
    ukuran: Decimal
    warna: tuple[Decimal, ...]
    glif: dict[str, tuple[bytes, Decimal]]


def naskah_tumpang(dokumen: Dokumen, halaman: Sequence[Halaman]) -> str:
    """The HTML of the patterns that these pages need."""
    kepala = "".join(_pola(jenis, lari, "") for jenis, lari in _kepala(halaman))
    angka = "".join(_pola(jenis, "", _AKSARA) for jenis in _jenis(halaman))
    isi = f'<div class="tumpang">{kepala}{angka}</div>'
    return kulit_kertas(dokumen, isi)


def tumpangi(hasil: Pdf, pola: Pdf, halaman: Sequence[Halaman]) -> None:
    """Put head and number on every page, as an artifact after its content."""
    kepala, jenis = _kepala(halaman), _jenis(halaman)
    bentuk = {
        k: hasil.copy_foreign(pola.pages[n].as_form_xobject(handle_transformations=False)) for n, k in enumerate(kepala)
    }
    angka = {j: _baca_angka(pola.pages[len(kepala) + n]) for n, j in enumerate(jenis)}
    huruf = {j: _huruf(hasil, pola.pages[len(kepala) + n]) for n, j in enumerate(jenis)}
    nama = {k: Name(f"/LakinKepala{n}") for n, k in enumerate(kepala)}
    buka = hasil.make_stream(b"q")
    for h, lembar in zip(halaman, hasil.pages, strict=True):
        if h.jenis is JenisHalaman.SAMPUL:
            continue
        kunci = (h.jenis, h.lari)
        sumber = lembar.obj.Resources
        _isi(sumber, Name.XObject, nama[kunci], bentuk[kunci])
        _isi(sumber, Name.Font, Name(f"{_HURUF}{jenis.index(h.jenis)}"), huruf[h.jenis])
        isi = _lukis(h, angka[h.jenis], str(nama[kunci]), f"{_HURUF}{jenis.index(h.jenis)}", lembar.obj.MediaBox[3])
        lembar.obj.Contents = Array([buka, lembar.obj.Contents, hasil.make_stream(b"Q " + isi)])


def _kepala(halaman: Sequence[Halaman]) -> list[tuple[JenisHalaman, str]]:
    return list(dict.fromkeys((h.jenis, h.lari) for h in halaman if h.jenis is not JenisHalaman.SAMPUL))


def _jenis(halaman: Sequence[Halaman]) -> list[JenisHalaman]:
    return list(dict.fromkeys(h.jenis for h in halaman if h.jenis is not JenisHalaman.SAMPUL))


def _pola(jenis: JenisHalaman, lari: str, angka: str) -> str:
    return f'<section class="bab {jenis}" data-lari="{aman(lari)}" data-angka="{angka}"></section>'


def _isi(sumber: Object, jenis: Name, nama: Name, objek: Object) -> None:
    if jenis not in sumber:
        sumber[jenis] = Dictionary()
    sumber[jenis][nama] = objek


def _lukis(h: Halaman, angka: _Angka, kepala: str, huruf: str, tinggi: Any) -> bytes:
    lebar = sum((angka.glif[a][1] for a in h.label), Decimal(0)) * angka.ukuran / 1000
    warna = " ".join(str(w) for w in angka.warna)
    glif = b"".join(angka.glif[a][0] for a in h.label).hex()
    return (
        f"/Artifact <</Type /Pagination>> BDC q {kepala} Do "
        f"0.75 0 0 -0.75 0 {tinggi} cm {warna} rg BT 1 0 0 -1 {angka.x - lebar:.4f} {angka.y} Tm "
        f"{huruf} {angka.ukuran} Tf <{glif}> Tj ET Q EMC"
    ).encode()


def _huruf(hasil: Pdf, lembar: pikepdf.Page) -> Object:
    nama, _ = _potongan_angka(lembar)
    return hasil.copy_foreign(lembar.obj.Resources.Font[nama])


def _baca_angka(lembar: pikepdf.Page) -> _Angka:
    """Read place, size, colour and glyphs from the pattern, whose only long text is ``_AKSARA``."""
    nama, (warna, ukuran, x, y, kode) = _potongan_angka(lembar)
    lebar = _lebar_glif(lembar.obj.Resources.Font[nama].DescendantFonts[0].W)
    glif = {a: (k, lebar[int.from_bytes(k, "big")]) for a, k in zip(_AKSARA, kode, strict=True)}
    akhir = x + sum((w for _, w in glif.values()), Decimal(0)) * ukuran / 1000
    return _Angka(akhir, y, ukuran, warna, glif)


def _potongan_angka(lembar: pikepdf.Page) -> tuple[Name, tuple[Any, ...]]:
    warna: tuple[Decimal, ...] = ()
    huruf: tuple[Name, Decimal] | None = None
    x = y = Decimal(0)
    for perintah in pikepdf.parse_content_stream(lembar):
        operan: Any = perintah.operands
        match str(perintah.operator):
            case "rg":
                warna = tuple(Decimal(str(o)) for o in operan)
            case "Tm":
                x, y = Decimal(str(operan[4])), Decimal(str(operan[5]))
            case "Tf":
                huruf = operan[0], Decimal(str(operan[1]))
            case "TJ":
                isi = b"".join(bytes(o) for o in operan[0] if isinstance(o, pikepdf.String))
                if len(isi) == 2 * len(_AKSARA) and huruf:
                    kode = [isi[i : i + 2] for i in range(0, len(isi), 2)]
                    return huruf[0], (warna, huruf[1], x, y, kode)
    raise ValueError("the pattern of page numbers has no digits")


def _lebar_glif(w: Object) -> dict[int, Decimal]:
    hasil: dict[int, Decimal] = {}
    butir = list(w)
    for awal, isi in zip(butir[::2], butir[1::2], strict=True):
        for n, lebar in enumerate(isi):
            hasil[int(awal) + n] = Decimal(str(lebar))
    return hasil
