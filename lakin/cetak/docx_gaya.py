"""Styles of the Word file: the built-in names, so that a reader can restyle it, in the look of the PDF."""

from __future__ import annotations

from typing import Any

from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT, WD_TAB_LEADER
from docx.oxml import parse_xml
from docx.shared import Pt, RGBColor, Twips

from lakin.cetak.docx_xml import HIJAU, RUANG, TINTA, TINTA_2
from lakin.dokumen.lebar import UKURAN

SERIF, SANS = "Noto Serif", "Noto Sans"
_PENGGANTI = {SERIF: ("Cambria", "roman"), SANS: ("Arial", "swiss")}
"""What a computer without the font takes."""
_BAHASA = "id-ID"
_JUDUL = {1: 18, 2: 12.5, 3: 10.5, 4: 9.5, 5: 9.5, 6: 9.5}
_SEBELUM = {1: 0, 2: 16, 3: 12, 4: 10, 5: 10, 6: 10}
_KANAN = 9071


def pasang_gaya(dokumen: Any) -> None:
    """Set every style that the writer names."""
    gaya = dokumen.styles
    _bahasa(gaya)
    for nomor in list(gaya.element.iter(f"{{{_w()}}}numPr")):  # the template's lists; the writer brings its own
        nomor.getparent().remove(nomor)
    _huruf(gaya["Normal"], SERIF, 10.5, TINTA)
    _jarak(gaya["Normal"], 0, 7, 1.3)
    for tingkat, ukuran in _JUDUL.items():
        g = gaya[f"Heading {tingkat}"]
        _huruf(g, SANS, ukuran, HIJAU if tingkat == 1 else TINTA, tebal=True)
        _jarak(g, _SEBELUM[tingkat], 14 if tingkat == 1 else 5, 1.15)
        g.font.italic = False
        g.paragraph_format.keep_with_next = True
    _huruf(gaya["Title"], SANS, 31, HIJAU, tebal=True)
    _jarak(gaya["Title"], 0, 10, 1.1)
    garis = gaya["Title"].element.pPr.find(f"{{{_w()}}}pBdr")
    if garis is not None:
        gaya["Title"].element.pPr.remove(garis)
    _huruf(gaya["Caption"], SANS, 9, TINTA, tebal=True)
    _jarak(gaya["Caption"], 8, 4, 1.2)
    for nama in ("Header", "Footer"):
        _huruf(gaya[nama], SANS, 8 if nama == "Header" else 9, TINTA_2)
        gaya[nama].paragraph_format.tab_stops.clear_all()
    _jarak(gaya["List Paragraph"], 0, 3, 1.3)
    gaya["List Paragraph"].paragraph_format.left_indent = None
    _milik_sendiri(gaya)
    _daftar(gaya)


def pasang_huruf(dokumen: Any) -> None:
    """Name what stands in for a font that is not installed."""
    for bagian in dokumen.part.package.iter_parts():
        if str(bagian.partname) == "/word/fontTable.xml":
            isi = "".join(
                f'<w:font w:name="{nama}"><w:altName w:val="{lain}"/><w:family w:val="{rumpun}"/></w:font>'
                for nama, (lain, rumpun) in _PENGGANTI.items()
            )
            bagian._blob = f"<?xml version='1.0' encoding='UTF-8'?><w:fonts {RUANG}>{isi}</w:fonts>".encode()


def _milik_sendiri(gaya: Any) -> None:
    for ukuran in UKURAN:
        g = _baru(gaya, f"Sel{ukuran}", "Normal")
        _huruf(g, SANS, ukuran / 10, TINTA)
        _jarak(g, 0, 0, 1.15)
    g = _baru(gaya, "CatatanTabel", "Normal")
    _huruf(g, SANS, 7.5, TINTA_2)
    _jarak(g, 3, 10, 1.2)
    g = _baru(gaya, "Rincian", "Normal")
    _huruf(g, SANS, 9, TINTA)
    _jarak(g, 0, 2, 1.2)
    g.paragraph_format.left_indent, g.paragraph_format.first_line_indent = Twips(1930), Twips(-1930)
    g.paragraph_format.tab_stops.add_tab_stop(Twips(1930))
    g = _baru(gaya, "TandaTangan", "Normal")
    _huruf(g, SANS, 9, TINTA)
    _jarak(g, 0, 0, 1.2)
    g.paragraph_format.keep_with_next = True
    g = _baru(gaya, "Sampul", "Normal")
    _huruf(g, SANS, 13, TINTA)
    _jarak(g, 0, 2, 1.2)


def _daftar(gaya: Any) -> None:
    """The contents and the lists: number, title, dots, page."""
    for nama, nomor in (("toc 1", 1250), ("toc 2", 1250), ("toc 3", 1250), ("table of figures", 1300)):
        g = _baru(gaya, nama, "Normal")
        _huruf(g, SANS, 9, TINTA, tebal=nama == "toc 1")
        _jarak(g, 4 if nama == "toc 1" else 0, 1.5, 1.1)
        p = g.paragraph_format
        p.left_indent, p.first_line_indent = Twips(nomor), Twips(-nomor)
        p.tab_stops.add_tab_stop(Twips(nomor))
        p.tab_stops.add_tab_stop(Twips(_KANAN), WD_TAB_ALIGNMENT.RIGHT, WD_TAB_LEADER.DOTS)


def _baru(gaya: Any, nama: str, induk: str) -> Any:
    g = gaya.add_style(nama, WD_STYLE_TYPE.PARAGRAPH, builtin=nama[0].islower())
    if nama[0].islower():
        g.element.styleId = {"table of figures": "TableofFigures"}.get(nama, nama.upper().replace(" ", ""))
    g.base_style = gaya[induk]
    return g


def _huruf(gaya: Any, huruf: str, ukuran: float, warna: str, *, tebal: bool = False) -> None:
    sifat = gaya.element.get_or_add_rPr()
    for nama in ("rFonts", "caps", "spacing", "kern"):
        for e in sifat.findall(f"{{{_w()}}}{nama}"):
            sifat.remove(e)
    sifat.insert(
        0,
        parse_xml(f'<w:rFonts {RUANG} w:ascii="{huruf}" w:hAnsi="{huruf}" w:cs="{huruf}" w:eastAsia="{huruf}"/>'),
    )
    gaya.font.size, gaya.font.bold = Pt(ukuran), tebal
    gaya.font.color.rgb = RGBColor.from_string(warna)


def _jarak(gaya: Any, sebelum: float, sesudah: float, baris: float) -> None:
    p = gaya.paragraph_format
    p.space_before, p.space_after, p.line_spacing = Pt(sebelum), Pt(sesudah), baris


def _bahasa(gaya: Any) -> None:
    bawaan = gaya.element.find(f"{{{_w()}}}docDefaults/{{{_w()}}}rPrDefault/{{{_w()}}}rPr")
    for e in bawaan.findall(f"{{{_w()}}}lang"):
        bawaan.remove(e)
    bawaan.append(parse_xml(f'<w:lang {RUANG} w:val="{_BAHASA}" w:eastAsia="{_BAHASA}" w:bidi="ar-SA"/>'))


def _w() -> str:
    return "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
