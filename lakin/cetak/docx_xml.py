"""Pieces of WordprocessingML as text: runs, paragraphs, fields. Escaping happens here."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.cetak.aman import aman

RUANG = (
    'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" '
    'xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships" '
    'xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing" '
    'xmlns:a="http://schemas.openxmlformats.org/drawingml/2006/main" '
    'xmlns:pic="http://schemas.openxmlformats.org/drawingml/2006/picture"'
)
TINTA, TINTA_2, HIJAU, GARIS, GARIS_TIPIS, LATAR = "1B2420", "55615A", "0B5D4E", "B9C1BA", "DFE3DE", "F3F5F2"


@dataclass(frozen=True, slots=True)
class Huruf:
    """How a run looks beyond its paragraph's style; ``ukuran`` is in half points."""

    tebal: bool = False
    miring: bool = False
    warna: str = ""
    ukuran: int = 0
    garis: bool = False
    sorot: bool = False

    @property
    def xml(self) -> str:
        """Its properties, in the order of the schema."""
        isi = ("<w:b/>" if self.tebal else "") + ("<w:i/>" if self.miring else "")
        isi += f'<w:color w:val="{self.warna}"/>' if self.warna else ""
        isi += f'<w:sz w:val="{self.ukuran}"/><w:szCs w:val="{self.ukuran}"/>' if self.ukuran else ""
        isi += '<w:highlight w:val="yellow"/>' if self.sorot else ""
        isi += '<w:u w:val="single"/>' if self.garis else ""
        return f"<w:rPr>{isi}</w:rPr>" if isi else ""


POLOS = Huruf()
TEBAL = Huruf(tebal=True)


def lari(teks: str, huruf: Huruf = POLOS) -> str:
    """Text; its line breaks are kept."""
    if not teks:
        return ""
    isi = "<w:br/>".join(f'<w:t xml:space="preserve">{aman(b)}</w:t>' if b else "" for b in teks.split("\n"))
    return f"<w:r>{huruf.xml}{isi}</w:r>"


def tab() -> str:
    """A tab."""
    return "<w:r><w:tab/></w:r>"


def paragraf(isi: str, gaya: str = "", sifat: str = "") -> str:
    """A paragraph; ``sifat`` are properties after the style, in the order of the schema."""
    pakai = f'<w:pStyle w:val="{gaya}"/>' if gaya else ""
    return f"<w:p><w:pPr>{pakai}{sifat}</w:pPr>{isi}</w:p>"


def bidang(perintah: str, teks: str, huruf: Huruf = POLOS) -> str:
    """A field with the text that it shows until the program computes it."""

    def tanda(jenis: str) -> str:
        return f'<w:r>{huruf.xml}<w:fldChar w:fldCharType="{jenis}"/></w:r>'

    instruksi = f'<w:r>{huruf.xml}<w:instrText xml:space="preserve"> {perintah} </w:instrText></w:r>'
    return f"{tanda('begin')}{instruksi}{tanda('separate')}{lari(teks, huruf)}{tanda('end')}"


def tautan(sasaran: str, isi: str) -> str:
    """A link to a bookmark of the same document."""
    return f'<w:hyperlink w:anchor="{sasaran}" w:history="1">{isi}</w:hyperlink>'


def rata(letak: str) -> str:
    """Alignment of a paragraph."""
    return f'<w:jc w:val="{letak}"/>'


def masuk(kiri: int, gantung: int = 0) -> str:
    """Indent in twips."""
    return f'<w:ind w:left="{kiri}"' + (f' w:hanging="{gantung}"' if gantung else "") + "/>"


def gambar(hubungan: str, urut: int, nama: str, keterangan: str, lebar: int, tinggi: int) -> str:
    """A picture in the line; sizes in EMU."""
    ukuran = f'cx="{lebar}" cy="{tinggi}"'
    return (
        f'<w:r><w:drawing><wp:inline distT="0" distB="0" distL="0" distR="0"><wp:extent {ukuran}/>'
        f'<wp:docPr id="{urut}" name="{aman(nama)}" descr="{aman(keterangan)}"/>'
        '<a:graphic><a:graphicData uri="http://schemas.openxmlformats.org/drawingml/2006/picture">'
        f'<pic:pic><pic:nvPicPr><pic:cNvPr id="{urut}" name="{aman(nama)}"/><pic:cNvPicPr/></pic:nvPicPr>'
        f'<pic:blipFill><a:blip r:embed="{hubungan}"/><a:stretch><a:fillRect/></a:stretch></pic:blipFill>'
        f'<pic:spPr><a:xfrm><a:off x="0" y="0"/><a:ext {ukuran}/></a:xfrm>'
        '<a:prstGeom prst="rect"><a:avLst/></a:prstGeom></pic:spPr></pic:pic></a:graphicData></a:graphic>'
        "</wp:inline></w:drawing></w:r>"
    )
