"""Tree to .docx: the only door to python-docx. The same document gives the same bytes."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

from lakin.cetak.arsip import tetapkan
from lakin.cetak.docx_isi import LEBAR, NOMOR_BUTIR, Bagian, Luar, Penulis
from lakin.cetak.docx_xml import RUANG, bidang, lari, paragraf, rata, tab
from lakin.cetak.foto import SumberFoto, tanpa_foto
from lakin.cetak.qr import qr_png
from lakin.cetak.svg import gambar_png
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Dokumen, Foto, Kertas

_MM = 56.6929
"""Twips in a millimetre."""
_EMU = 36_000
_EMU_INCI = 914_400
_LEBAR_BAGAN = 160
_TINGGI_BAGAN = 150
"""Millimetres that a chart may take; a taller one is made smaller."""
_LEBAR_SETENGAH = 78
_TINGGI_FOTO, _TINGGI_HALAMAN = 130, 205
"""Millimetres that a photo may take, and a scanned page, which is to be read."""
_DPI_LAYAR = 96
"""A picture is never printed larger than at this resolution."""
_UKURAN = {Kertas.TEGAK: (11906, 16838), Kertas.LEBAR: (16838, 11906)}
_TEPI = {Kertas.TEGAK: (25, 22, 22, 28), Kertas.LEBAR: (22, 20, 20, 20)}
"""Margins in millimetres: top, right, bottom, left."""
_PNG_LEBAR = slice(16, 20)
_PNG_TINGGI = slice(20, 24)


def tulis_docx(bernomor: Bernomor, halaman: Mapping[str, int] | None = None, foto: SumberFoto = tanpa_foto) -> bytes:
    """Write a document; ``halaman`` (of a PDF run) is shown in the lists until Word counts by itself."""
    from docx import Document

    from lakin.cetak.docx_gaya import pasang_gaya, pasang_huruf

    dokumen = Document()
    pasang_gaya(dokumen)
    pasang_huruf(dokumen)
    paket = _Paket(dokumen, bernomor.dokumen, foto)
    luar = Luar(paket.bagian, paket.bagan, paket.penomoran, paket.qr, paket.foto)
    isi = Penulis(bernomor, luar, halaman).dokumen()
    _isi_badan(dokumen, isi)
    _sifat(dokumen, bernomor.dokumen)
    wadah = BytesIO()
    dokumen.save(wadah)
    return tetapkan(wadah.getvalue())


def _isi_badan(dokumen: Any, isi: str) -> None:
    from docx.oxml import parse_xml

    badan = dokumen.element.body
    baru = parse_xml(f"<w:body {RUANG}>{isi}</w:body>")
    badan.getparent().replace(badan, baru)


class _Paket:
    """The parts beside the body: heads and feet, pictures, lists."""

    def __init__(self, dokumen: Any, isi: Dokumen, foto: SumberFoto) -> None:
        self._bagian_dokumen = dokumen.part
        self._kepala = isi.kepala
        self._sumber_foto = foto
        self._nomor = _Penomoran(dokumen)
        self.penomoran = self._nomor.baru
        self._acuan = lru_cache(maxsize=None)(self._buat_acuan)
        self.bagan = lru_cache(maxsize=None)(self._bagan)

    def bagian(self, b: Bagian) -> str:
        """Properties of a section."""
        lebar, tinggi = _UKURAN[b.kertas]
        atas, kanan, bawah, kiri = (int(mm * _MM) for mm in _TEPI[b.kertas])
        arah = ' w:orient="landscape"' if b.kertas is Kertas.LEBAR else ""
        acuan = "" if b.sampul else self._acuan("header", b.kepala, b.kertas) + self._acuan("footer", "", b.kertas)
        angka = "lowerRoman" if b.depan else "decimal"
        return (
            f'<w:sectPr>{acuan}<w:type w:val="nextPage"/><w:pgSz w:w="{lebar}" w:h="{tinggi}"{arah}/>'
            f'<w:pgMar w:top="{atas}" w:right="{kanan}" w:bottom="{bawah}" w:left="{kiri}" w:header="700"'
            f' w:footer="700" w:gutter="0"/><w:pgNumType w:fmt="{angka}"/></w:sectPr>'
        )

    def _buat_acuan(self, jenis: str, lari_kepala: str, kertas: Kertas) -> str:
        """The head or foot of a section; sections that say the same share one."""
        if jenis == "header":
            bagian, hubungan = self._bagian_dokumen.add_header_part()
            letak = f'<w:tabs><w:tab w:val="right" w:pos="{LEBAR[kertas]}"/></w:tabs>'
            isi = paragraf(lari(lari_kepala) + tab() + lari(self._kepala), "Header", letak)
        else:
            bagian, hubungan = self._bagian_dokumen.add_footer_part()
            isi = paragraf(bidang("PAGE", "1"), "Footer", rata("right"))
        _ganti_isi(bagian.element, isi)
        return f'<w:{jenis}Reference w:type="default" r:id="{hubungan}"/>'

    def qr(self, isi: str) -> str:
        """A QR code as a picture of the part."""
        hubungan, _ = self._bagian_dokumen.get_or_add_image(BytesIO(qr_png(isi)))
        return str(hubungan)

    def _bagan(self, bagan: Bagan) -> tuple[str, int, int]:
        """A chart as a picture of the part: its relation, width and height."""
        png = gambar_png(bagan)
        lebar, tinggi = (int.from_bytes(png[s]) for s in (_PNG_LEBAR, _PNG_TINGGI))
        hubungan, _ = self._bagian_dokumen.get_or_add_image(BytesIO(png))
        cx = _LEBAR_BAGAN * _EMU
        cy = cx * tinggi // lebar
        if cy > (batas := _TINGGI_BAGAN * _EMU):
            cx, cy = cx * batas // cy, batas
        return hubungan, cx, cy

    def foto(self, f: Foto) -> tuple[str, int, int]:
        """A picture as a part: its relation, width and height; the same one twice is one part."""
        hubungan, _ = self._bagian_dokumen.get_or_add_image(BytesIO(self._sumber_foto(f.sidik)))
        lebar = min((_LEBAR_SETENGAH if f.setengah else _LEBAR_BAGAN) * _EMU, f.lebar * _EMU_INCI // _DPI_LAYAR)
        tinggi = lebar * f.tinggi // f.lebar
        if tinggi > (batas := (_TINGGI_HALAMAN if f.sehalaman else _TINGGI_FOTO) * _EMU):
            lebar, tinggi = lebar * batas // tinggi, batas
        return hubungan, lebar, tinggi


def _ganti_isi(akar: Any, isi: str) -> None:
    from docx.oxml import parse_xml

    for anak in list(akar):
        akar.remove(anak)
    akar.append(parse_xml(isi.replace("<w:p>", f"<w:p {RUANG}>", 1)))


class _Penomoran:
    """Lists: one definition of bullets, one of numbers, and a new count for each numbered list."""

    def __init__(self, dokumen: Any) -> None:
        self._akar = dokumen.part.numbering_part.element
        for anak in list(self._akar):
            self._akar.remove(anak)
        for urut, (bentuk, teks) in enumerate((("bullet", "•"), ("decimal", "%{}."))):
            tingkat = "".join(
                f'<w:lvl w:ilvl="{i}"><w:start w:val="1"/><w:numFmt w:val="{bentuk}"/>'
                f'<w:lvlText w:val="{teks.format(i + 1)}"/><w:lvlJc w:val="left"/>'
                f'<w:pPr><w:ind w:left="{360 * (i + 1)}" w:hanging="360"/></w:pPr></w:lvl>'
                for i in range(9)
            )
            self._tambah(
                f'<w:abstractNum {RUANG} w:abstractNumId="{urut}"><w:multiLevelType w:val="hybridMultilevel"/>'
                f"{tingkat}</w:abstractNum>"
            )
        self._tambah(f'<w:num {RUANG} w:numId="{NOMOR_BUTIR}"><w:abstractNumId w:val="0"/></w:num>')
        self._terakhir = NOMOR_BUTIR

    def baru(self) -> int:
        """A list that counts from 1."""
        self._terakhir += 1
        ulang = "".join(f'<w:lvlOverride w:ilvl="{i}"><w:startOverride w:val="1"/></w:lvlOverride>' for i in range(9))
        self._tambah(f'<w:num {RUANG} w:numId="{self._terakhir}"><w:abstractNumId w:val="1"/>{ulang}</w:num>')
        return self._terakhir

    def _tambah(self, xml: str) -> None:
        from docx.oxml import parse_xml

        self._akar.append(parse_xml(xml))


def _sifat(dokumen: Any, isi: Dokumen) -> None:
    """The file's metadata without any moment, and page numbers that are counted when it is opened."""
    from docx.oxml import parse_xml

    sifat = dokumen.core_properties
    for anak in list(sifat._element):
        sifat._element.remove(anak)
    sifat.title, sifat.author, sifat.subject = isi.judul, isi.penulis, isi.subjudul
    sifat.keywords, sifat.language = isi.pengenal, "id-ID"
    setelan = dokumen.settings.element
    serasi = setelan.find(_w("compat"))
    serasi.addprevious(parse_xml(f'<w:updateFields {RUANG} w:val="true"/>'))
    for butir in serasi.findall(_w("compatSetting")):
        if butir.get(_w("name")) == "compatibilityMode":
            butir.set(_w("val"), "15")
    for nama, hubungan in list(dokumen.part.package.rels.items()):
        if hubungan.reltype.endswith("/thumbnail"):  # a picture of the library's own template
            del dokumen.part.package.rels[nama]


def _w(nama: str) -> str:
    return f"{{http://schemas.openxmlformats.org/wordprocessingml/2006/main}}{nama}"
