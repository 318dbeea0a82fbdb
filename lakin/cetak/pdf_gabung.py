"""Pieces to one file: pages, destinations, outline, structure tree, page labels, attachments, metadata.

Everything gets a fixed name and a fixed order, so that equal pieces give equal bytes.
"""

from __future__ import annotations

import hashlib
import warnings
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib.metadata import version
from io import BytesIO

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, Pdf, String

from lakin.cetak.aman import aman
from lakin.cetak.pdf_tata import Tertata
from lakin.cetak.pdf_tumpang import Halaman, tumpangi
from lakin.dokumen.pohon import Dokumen

PEMBUAT = f"WeasyPrint {version('weasyprint')}, pikepdf {version('pikepdf')}"
_TANPA_JAM = "D:20000101000000Z"
"""Attachments must bear dates; a clock would make two equal runs differ."""


@dataclass(frozen=True, slots=True)
class Lampiran:
    """A file inside the PDF."""

    nama: str
    isi: bytes
    jenis: str
    keterangan: str


def gabung(
    dokumen: Dokumen,
    potongan: Sequence[Tertata],
    tumpang: Tertata,
    halaman: Sequence[Halaman],
    lampiran: Sequence[Lampiran] = (),
) -> bytes:
    """Join the pieces in their order."""
    hasil = Pdf.new()
    sumber = [Pdf.open(BytesIO(p.isi)) for p in potongan]
    pola = Pdf.open(BytesIO(tumpang.isi))
    try:
        struktur = _Struktur(hasil)
        warna: Object | None = None
        for pdf in sumber:
            awal = len(hasil.pages)
            with warnings.catch_warnings():
                # The names of destinations are made anew below.
                warnings.simplefilter("ignore", pikepdf.PageCopyWarning)
                hasil.pages.extend(pdf.pages)
            struktur.tambah(pdf, awal)
            # All pieces name the same colour profile.
            sumber_daya = hasil.pages[awal].obj.Resources
            warna = warna or sumber_daya.ColorSpace
            sumber_daya.ColorSpace = warna
        struktur.selesai()
        hasil.Root.OutputIntents = hasil.copy_foreign(pola.make_indirect(pola.Root.OutputIntents))
        tumpangi(hasil, pola, halaman)
        _tujuan(hasil, potongan)
        _garis_besar(hasil, potongan)
        _label(hasil, halaman)
        _lampirkan(hasil, lampiran)
        _pengenal(hasil, dokumen)
        keluar = BytesIO()
        hasil.save(
            keluar, deterministic_id=True, min_version="1.7", fix_metadata_version=False,
            object_stream_mode=pikepdf.ObjectStreamMode.generate,
        )  # fmt: skip
        return keluar.getvalue()
    finally:
        for pdf in (*sumber, pola, hasil):
            pdf.close()


class _Struktur:
    """The structure trees of the pieces under one root; numbers of parents move behind those before them."""

    def __init__(self, hasil: Pdf) -> None:
        self._hasil = hasil
        self._akar = hasil.make_indirect(Dictionary(Type=Name.StructTreeRoot))
        self._dokumen = hasil.make_indirect(Dictionary(Type=Name.StructElem, S=Name.Document, P=self._akar))
        self._anak: list[Object] = []
        self._nomor: list[Object | int] = []
        self._id: list[tuple[bytes, Object]] = []
        self._geser = 0

    def tambah(self, sumber: Pdf, awal: int) -> None:
        hasil = self._hasil
        akar = hasil.copy_foreign(sumber.Root.StructTreeRoot)
        bagian = akar.K[0]
        bagian.S = Name.Part
        bagian.P = self._dokumen
        self._anak.append(bagian)
        terakhir = -1
        nums = list(akar.ParentTree.Nums)
        for kunci, isi in zip(nums[::2], nums[1::2], strict=True):
            terakhir = max(terakhir, int(kunci))
            self._nomor += (int(kunci) + self._geser, isi)
        for lembar in list(hasil.pages)[awal:]:
            lembar.obj.StructParents = int(lembar.obj.StructParents) + self._geser
            for kaitan in lembar.obj.get(Name.Annots, ()):
                if Name.StructParent in kaitan:
                    kaitan.StructParent = int(kaitan.StructParent) + self._geser
        self._geser += terakhir + 1
        if Name.IDTree in akar:
            nama = list(akar.IDTree.Names)
            self._id += [(bytes(k), isi) for k, isi in zip(nama[::2], nama[1::2], strict=True)]

    def selesai(self) -> None:
        hasil = self._hasil
        self._dokumen.K = Array(self._anak)
        self._akar.K = Array([self._dokumen])
        self._akar.ParentTree = hasil.make_indirect(Dictionary(Nums=Array(self._nomor)))
        self._akar.ParentTreeNextKey = self._geser
        if self._id:
            self._id.sort(key=lambda i: i[0])
            batas = Array([String(self._id[0][0]), String(self._id[-1][0])])
            daun = Dictionary(Limits=batas, Names=Array([x for k, isi in self._id for x in (String(k), isi)]))
            self._akar.IDTree = hasil.make_indirect(Dictionary(Kids=Array([hasil.make_indirect(daun)])))
        hasil.Root.StructTreeRoot = self._akar
        hasil.Root.MarkInfo = Dictionary(Marked=True)


def _awal(potongan: Sequence[Tertata]) -> Iterator[tuple[Tertata, int]]:
    n = 0
    for p in potongan:
        yield p, n
        n += len(p.ukuran)


def _ke(hasil: Pdf, halaman: int, x: float, y: float) -> Array:
    return Array([hasil.pages[halaman].obj, Name.XYZ, x, y, 0])


def _tujuan(hasil: Pdf, potongan: Sequence[Tertata]) -> None:
    """A sorted tree of names, where the links of every piece find their anchors."""
    semua = {j.nama.encode(): _ke(hasil, awal + j.halaman, j.x, j.y) for p, awal in _awal(potongan) for j in p.jangkar}
    isi = Array([x for nama in sorted(semua) for x in (String(nama), semua[nama])])
    hasil.Root.Names = Dictionary(Dests=hasil.make_indirect(Dictionary(Names=isi)))


@dataclass(slots=True)
class _Simpul:
    objek: Object
    tingkat: int
    anak: list[_Simpul]

    def terbuka(self) -> int:
        return len(self.anak) + sum(a.terbuka() for a in self.anak)


def _garis_besar(hasil: Pdf, potongan: Sequence[Tertata]) -> None:
    akar = _Simpul(hasil.make_indirect(Dictionary(Type=Name.Outlines)), 0, [])
    jalur = [akar]
    for p, awal in _awal(potongan):
        for m in p.markah:
            while jalur[-1].tingkat >= m.tingkat:
                jalur.pop()
            objek = hasil.make_indirect(Dictionary(Title=String(m.judul), Dest=_ke(hasil, awal + m.halaman, m.x, m.y)))
            simpul = _Simpul(objek, m.tingkat, [])
            jalur[-1].anak.append(simpul)
            jalur.append(simpul)
    if akar.anak:
        _sambung(akar)
        hasil.Root.Outlines = akar.objek


def _sambung(simpul: _Simpul) -> None:
    anak = simpul.anak
    if anak:
        simpul.objek.First, simpul.objek.Last = anak[0].objek, anak[-1].objek
        simpul.objek.Count = simpul.terbuka()
    for n, a in enumerate(anak):
        a.objek.Parent = simpul.objek
        if n:
            a.objek.Prev = anak[n - 1].objek
        if n + 1 < len(anak):
            a.objek.Next = anak[n + 1].objek
        _sambung(a)


def _label(hasil: Pdf, halaman: Sequence[Halaman]) -> None:
    """Page labels as printed: one sequence, roman in the front matter."""
    nomor: list[Object | int] = []
    for n, h in enumerate(halaman):
        if n == 0 or h.romawi != halaman[n - 1].romawi:
            nomor += (n, Dictionary(S=Name.r if h.romawi else Name.D, St=h.nomor))
    hasil.Root.PageLabels = Dictionary(Nums=Array(nomor))


def _lampirkan(hasil: Pdf, lampiran: Sequence[Lampiran]) -> None:
    isi: list[Object] = []
    for satu in sorted(lampiran, key=lambda s: s.nama):
        berkas = hasil.make_stream(satu.isi)
        berkas.Type, berkas.Subtype = Name.EmbeddedFile, Name(f"/{satu.jenis}")
        berkas.Params = Dictionary(
            Size=len(satu.isi), CreationDate=String(_TANPA_JAM), ModDate=String(_TANPA_JAM),
            CheckSum=String(hashlib.md5(satu.isi, usedforsecurity=False).digest()),
        )  # fmt: skip
        isi.append(
            hasil.make_indirect(
                Dictionary(
                    Type=Name.Filespec, F=String(satu.nama), UF=String(satu.nama), Desc=String(satu.keterangan),
                    EF=Dictionary(F=berkas, UF=berkas), AFRelationship=Name.Data,
                )
            )
        )  # fmt: skip
    if isi:
        nama = Array([x for objek in isi for x in (objek.UF, objek)])
        hasil.Root.Names.EmbeddedFiles = hasil.make_indirect(Dictionary(Names=nama))
        hasil.Root.AF = Array(isi)


def _pengenal(hasil: Pdf, dokumen: Dokumen) -> None:
    """Title, language and the claims of PDF/A-3a and PDF/UA-1, in both places where readers look."""
    keterangan = {
        Name.Title: dokumen.judul, Name.Author: dokumen.penulis, Name.Subject: dokumen.subjudul,
        Name.Keywords: dokumen.pengenal, Name.Producer: PEMBUAT,
    }  # fmt: skip
    for nama, nilai in keterangan.items():
        if nilai:
            hasil.docinfo[nama] = String(nilai)
    hasil.Root.Lang = String("id")
    hasil.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if Name.Outlines in hasil.Root:
        hasil.Root.PageMode = Name.UseOutlines
    xmp = hasil.make_stream(_xmp(dokumen).encode())
    xmp.Type, xmp.Subtype = Name.Metadata, Name.XML
    hasil.Root.Metadata = xmp


def _xmp(d: Dokumen) -> str:
    def unsur(nama: str, isi: str, nilai: str) -> str:
        return isi.format(nama=nama, nilai=aman(nilai)) if nilai else ""

    urut = "<{nama}><rdf:Seq><rdf:li>{nilai}</rdf:li></rdf:Seq></{nama}>"
    bahasa = '<{nama}><rdf:Alt><rdf:li xml:lang="x-default">{nilai}</rdf:li></rdf:Alt></{nama}>'
    polos = "<{nama}>{nilai}</{nama}>"
    return _XMP.format(
        isi=unsur("dc:title", bahasa, d.judul)
        + unsur("dc:creator", urut, d.penulis)
        + unsur("dc:description", bahasa, d.subjudul)
        + unsur("pdf:Keywords", polos, d.pengenal)
        + unsur("pdf:Producer", polos, PEMBUAT)
    )


_XMP = """<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>
<x:xmpmeta xmlns:x="adobe:ns:meta/"><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#">
<rdf:Description rdf:about="" xmlns:pdfaid="http://www.aiim.org/pdfa/ns/id/" \
xmlns:pdfuaid="http://www.aiim.org/pdfua/ns/id/" xmlns:dc="http://purl.org/dc/elements/1.1/" \
xmlns:pdf="http://ns.adobe.com/pdf/1.3/">
<pdfaid:part>3</pdfaid:part><pdfaid:conformance>A</pdfaid:conformance><pdfuaid:part>1</pdfuaid:part>
{isi}</rdf:Description>
<rdf:Description rdf:about="" xmlns:pdfaExtension="http://www.aiim.org/pdfa/ns/extension/" \
xmlns:pdfaSchema="http://www.aiim.org/pdfa/ns/schema#" xmlns:pdfaProperty="http://www.aiim.org/pdfa/ns/property#">
<pdfaExtension:schemas><rdf:Bag><rdf:li rdf:parseType="Resource">
<pdfaSchema:schema>PDF/UA identification schema</pdfaSchema:schema>
<pdfaSchema:namespaceURI>http://www.aiim.org/pdfua/ns/id/</pdfaSchema:namespaceURI>
<pdfaSchema:prefix>pdfuaid</pdfaSchema:prefix>
<pdfaSchema:property><rdf:Seq><rdf:li rdf:parseType="Resource">
<pdfaProperty:name>part</pdfaProperty:name><pdfaProperty:valueType>Integer</pdfaProperty:valueType>
<pdfaProperty:category>internal</pdfaProperty:category>
<pdfaProperty:description>Part of ISO 14289 that the file follows</pdfaProperty:description>
</rdf:li></rdf:Seq></pdfaSchema:property>
</rdf:li></rdf:Bag></pdfaExtension:schemas></rdf:Description>
</rdf:RDF></x:xmpmeta>
<?xpacket end="r"?>"""
