"""Tree to WordprocessingML: the body of the document as text, section after section.

A chapter is a section with its own running head, and a landscape table is one
more, so nothing depends on what a program computes when it opens the file.
Page numbers in the lists are fields.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace

from lakin.cetak.docx_tabel import TIADA, isi_tabel
from lakin.cetak.docx_xml import (
    HIJAU,
    POLOS,
    TINTA_2,
    Huruf,
    bidang,
    gambar,
    lari,
    masuk,
    paragraf,
    rata,
    tab,
    tautan,
)
from lakin.dokumen.data_bagan import tabel_data
from lakin.dokumen.format import tulis_celah, tulis_figur
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.nomor import Bernomor, Butir
from lakin.dokumen.pohon import (
    Bab,
    Blok,
    Celah,
    Daftar,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Figur,
    Foto,
    Gambar,
    Inline,
    JenisBab,
    Kertas,
    Miring,
    Paragraf,
    PenandaTangan,
    Pengesahan,
    Rincian,
    Sampul,
    Sitasi,
    Sorotan,
    SubBab,
    Tabel,
    TandaTangan,
    Tebal,
)

LEBAR = {Kertas.TEGAK: 9071, Kertas.LEBAR: 14570}
"""Width between the margins in twips: 160 mm and 257 mm."""
BELUM_DIHITUNG = "–"
"""Shown for a page number until the program has laid the document out."""
NOMOR_BUTIR = 1
"""Identifier of the list of bullets."""
_MASUK = 360
_TINGKAT_DAFTAR = 3
_TANPA_NOMOR = '<w:tabs><w:tab w:val="clear" w:pos="1250"/></w:tabs><w:ind w:left="0" w:firstLine="0"/>'
# Without its rule a program may keep the height of a line of text, and cut the picture.
_RUANG_GAMBAR = '<w:keepNext/><w:spacing w:before="160" w:after="60" w:line="240" w:lineRule="auto"/>'
_WARNA_CAP = "A1380A"
_JARAK_CAP = '<w:spacing w:before="600" w:after="60"/>'
_SISI_QR = 30
"""Millimetres."""
_KECIL = '<w:spacing w:before="0" w:after="0" w:line="20" w:lineRule="exact"/>'


@dataclass(frozen=True, slots=True)
class Bagian:
    """One section: its paper, its running head, and whether its pages have roman numbers."""

    kertas: Kertas
    kepala: str
    depan: bool
    sampul: bool = False


@dataclass(frozen=True, slots=True)
class Luar:
    """What only the package can give: the reference of a section's heads, a picture, a numbered list."""

    bagian: Callable[[Bagian], str]
    """Properties of a section."""
    bagan: Callable[[Bagan], tuple[str, int, int]]
    """Relation, width and height of a chart's picture."""
    penomoran: Callable[[], int]
    """Identifier of a new list that counts from 1."""
    qr: Callable[[str], str]
    """Relation of the picture of a QR code."""
    foto: Callable[[Foto], tuple[str, int, int]]
    """Relation, width and height of a picture."""


class Penulis:
    """Writes one numbered document; ``halaman`` are page numbers to show before any layout."""

    def __init__(self, bernomor: Bernomor, luar: Luar, halaman: Mapping[str, int] | None = None) -> None:
        self.bernomor = bernomor
        self.luar = luar
        self.halaman = halaman or {}
        self._isi: list[str] = []
        self._bagian: Bagian | None = None
        self._markah = {kode: f"b{n}" for n, kode in enumerate(bernomor.butir, 1)}
        self._gambar = 0

    def dokumen(self) -> str:
        """The body, with the properties of the last section at its end."""
        dokumen = self.bernomor.dokumen
        if dokumen.sampul:
            self._mulai(Bagian(Kertas.TEGAK, "", True, sampul=True))
            self._sampul(dokumen.sampul)
        for b in dokumen.bab:
            self._bab(b)
        assert self._bagian is not None
        return "".join(self._isi) + self.luar.bagian(self._bagian)

    # --- sections -------------------------------------------------------------

    def _mulai(self, bagian: Bagian) -> None:
        """Close the section before and begin another; a chapter always begins one."""
        if self._bagian is not None:
            sifat = self.luar.bagian(self._bagian)
            if self._isi and self._isi[-1].startswith("<w:p>"):
                self._isi[-1] = self._isi[-1].replace("</w:pPr>", f"{sifat}</w:pPr>", 1)
            else:
                self._isi.append(paragraf("", "", f"{_KECIL}{sifat}"))
        self._bagian = bagian

    def _kertas(self, kertas: Kertas) -> None:
        """Go on on this paper."""
        assert self._bagian is not None
        if self._bagian.kertas is not kertas:
            self._mulai(replace(self._bagian, kertas=kertas))

    @property
    def lebar(self) -> int:
        """Width of the text, twips."""
        return LEBAR[self._bagian.kertas if self._bagian else Kertas.TEGAK]

    def _tambah(self, *isi: str) -> None:
        self._isi += isi

    def _bab(self, bab: Bab) -> None:
        b = self.bernomor.butir[bab.kode]
        lari_kepala = f"{b.nomor} · {b.judul}" if b.nomor else b.judul
        kertas = Kertas.LEBAR if bab.kertas is Kertas.LEBAR else _kertas_awal(bab.isi)
        self._mulai(Bagian(kertas, lari_kepala, bab.jenis is JenisBab.DEPAN))
        nomor = lari(f"{b.nomor}\n", Huruf(warna=TINTA_2, ukuran=20)) if b.nomor else ""
        self._tambah(paragraf(self._bertanda(b, nomor + lari(b.judul)), "Heading1"))
        self._blok(bab.isi, bab.kertas)

    def _blok(self, isi: Iterable[Blok], kertas: Kertas) -> None:
        for b in isi:
            self._kertas(_kertas_blok(b, kertas))
            self._satu(b, kertas)

    def _satu(self, blok: Blok, kertas: Kertas) -> None:
        match blok:
            case Paragraf():
                self._tambah(paragraf(self.teks(blok.isi)))
            case Tabel():
                self._tabel(blok)
            case Gambar():
                self._gambar_bagan(blok)
            case Foto():
                self._foto(blok)
            case SubBab():
                self._subbab(blok, kertas)
            case Daftar():
                self._daftar(blok)
            case Rincian():
                self._rincian(blok)
            case Sorotan():
                self._sorotan(blok)
            case TandaTangan():
                self._tanda_tangan(blok)
            case DaftarIsi():
                self._daftar_acu(self.bernomor.daftar_isi(blok.tingkat))
            case DaftarTabel():
                self._daftar_acu(self.bernomor.daftar_tabel)
            case DaftarGambar():
                self._daftar_acu(self.bernomor.daftar_gambar)

    # --- inline ---------------------------------------------------------------

    def teks(self, isi: Iterable[Inline], huruf: Huruf = POLOS) -> str:
        """Running text."""
        return "".join(self._potong(i, huruf) for i in isi)

    def _potong(self, i: Inline, huruf: Huruf) -> str:
        match i:
            case str():
                return lari(i, huruf)
            case Tebal():
                return self.teks(i.isi, replace(huruf, tebal=True))
            case Miring():
                return self.teks(i.isi, replace(huruf, miring=True))
            case Figur():
                return lari(tulis_figur(i), huruf)
            case Celah():
                return lari(tulis_celah(i), replace(huruf, tebal=True, sorot=True))
            case Sitasi():
                b = self.bernomor.butir[i.kode]
                return tautan(self._markah[i.kode], lari(b.sebutan, replace(huruf, warna=HIJAU)))

    def _bertanda(self, b: Butir, isi: str) -> str:
        nama = self._markah[b.kode]
        return f'<w:bookmarkStart w:id="{nama[1:]}" w:name="{nama}"/>{isi}<w:bookmarkEnd w:id="{nama[1:]}"/>'

    # --- blocks ---------------------------------------------------------------

    def _subbab(self, s: SubBab, kertas: Kertas) -> None:
        b = self.bernomor.butir[s.kode]
        nomor = lari(f"{b.nomor} ", Huruf(warna=HIJAU)) if b.nomor else ""
        sifat = "<w:pageBreakBefore/>" if s.halaman_baru and self._isi[-1].find("<w:sectPr") < 0 else ""
        self._tambah(paragraf(self._bertanda(b, nomor + lari(b.judul)), f"Heading{min(b.tingkat, 6)}", sifat))
        self._blok(s.isi, kertas)

    def _judul(self, b: Butir, satuan: str = "") -> str:
        nomor = lari(f"{b.nomor} ", Huruf(warna=HIJAU)) if b.nomor else ""
        ket = lari(f" {satuan}", Huruf(warna=TINTA_2)) if satuan else ""
        return self._bertanda(b, nomor + lari(b.judul) + ket)

    def _tabel(self, t: Tabel) -> None:
        b = self.bernomor.butir[t.kode]
        self._tambah(paragraf(self._judul(b, t.satuan), "Caption", "<w:keepNext/>"))
        if t.kosong:
            self._tambah(paragraf(lari(t.kalimat_kosong, TIADA), "CatatanTabel"))
        else:
            self._tambah(isi_tabel(t, self, self.lebar, f"{b.nomor} {b.judul}".strip()))
        self._catatan(t.catatan, t.sumber)

    def _catatan(self, catatan: tuple[Inline, ...], sumber: str) -> None:
        isi = self.teks(catatan) if catatan else ""
        if sumber:
            isi += lari(("\n" if isi else "") + f"Sumber: {sumber}")
        self._tambah(paragraf(isi, "CatatanTabel"))

    def _gambar_bagan(self, g: Gambar) -> None:
        b = self.bernomor.butir[g.kode]
        if g.kosong:
            self._tambah(paragraf(lari("Belum ada data untuk gambar ini.", TIADA), "CatatanTabel", "<w:keepNext/>"))
        else:
            self._gambar += 1
            hubungan, lebar, tinggi = self.luar.bagan(g.bagan)
            isi = gambar(hubungan, self._gambar, f"Gambar {self._gambar}", g.bagan.judul, lebar, tinggi)
            self._tambah(paragraf(isi, "", _RUANG_GAMBAR))
        self._tambah(paragraf(self._judul(b), "Caption", '<w:spacing w:before="0" w:after="60"/>'))
        self._catatan(g.catatan, g.sumber)
        if not g.kosong and g.dengan_tabel:
            tabel = tabel_data(g)
            ket = f"{b.nomor}: data{' ' + tabel.satuan if tabel.satuan else ''}".removeprefix(": ")
            self._tambah(
                paragraf(lari(ket), "CatatanTabel", '<w:keepNext/><w:spacing w:before="60" w:after="40"/>'),
                isi_tabel(tabel, self, self.lebar, ket, terkecil=True),
                paragraf("", "CatatanTabel"),
            )

    def _foto(self, f: Foto) -> None:
        b = self.bernomor.butir[f.kode]
        self._gambar += 1
        hubungan, lebar, tinggi = self.luar.foto(f)
        isi = gambar(hubungan, self._gambar, f"Gambar {self._gambar}", f.alt, lebar, tinggi)
        self._tambah(paragraf(isi, "", _RUANG_GAMBAR))
        self._tambah(paragraf(self._judul(b), "Caption", '<w:spacing w:before="0" w:after="60"/>'))
        self._catatan(f.catatan, f.sumber)

    def _daftar(self, d: Daftar, tingkat: int = 0) -> None:
        nomor = self.luar.penomoran() if d.bernomor else NOMOR_BUTIR
        for b in d.butir:
            bernomor = False
            for bagian in (b,) if isinstance(b, Paragraf) else b:
                if isinstance(bagian, Daftar):
                    self._daftar(bagian, tingkat + 1)
                elif bernomor:
                    self._tambah(paragraf(self.teks(bagian.isi), "ListParagraph", masuk(_MASUK * (tingkat + 1))))
                else:
                    num = f'<w:numPr><w:ilvl w:val="{min(tingkat, 8)}"/><w:numId w:val="{nomor}"/></w:numPr>'
                    self._tambah(paragraf(self.teks(bagian.isi), "ListParagraph", num))
                    bernomor = True

    def _rincian(self, r: Rincian) -> None:
        for label, isi in r.butir:
            teks = lari(label, Huruf(tebal=True, warna=TINTA_2)) + tab() + self.teks(isi)
            self._tambah(paragraf(teks, "Rincian"))
        self._tambah(paragraf("", "CatatanTabel"))

    def _sorotan(self, s: Sorotan) -> None:
        for awal in range(0, len(s.butir), 3):
            petak = s.butir[awal : awal + 3]
            isi = [
                paragraf(lari(b.label, Huruf(warna=TINTA_2, ukuran=16)), "Sel85")
                + paragraf(self.teks((b.figur,), Huruf(tebal=True, warna=HIJAU, ukuran=32)), "Sel85")
                + paragraf(lari(b.keterangan, Huruf(warna=TINTA_2, ukuran=16)), "Sel85")
                for b in petak
            ]
            self._tambah(_petak(isi, self.lebar // 3, '<w:top w:val="single" w:sz="6" w:space="0" w:color="1B2420"/>'))
            self._tambah(paragraf("", "CatatanTabel"))

    def _tanda_tangan(self, t: TandaTangan) -> None:
        orang = [self._penanda(p) for p in t.penanda_tangan]
        separuh = self.lebar // 2
        if len(orang) == 1:
            tempat = paragraf(lari(t.tempat_tanggal), "TandaTangan", masuk(separuh))
            orang.insert(0, paragraf("", "TandaTangan"))
        else:
            tempat = paragraf(lari(t.tempat_tanggal), "TandaTangan", rata("right"))
        self._tambah(tempat, _petak(orang, self.lebar // len(orang)), paragraf("", "CatatanTabel"))

    @staticmethod
    def _penanda(p: PenandaTangan) -> str:
        peran = paragraf(lari(p.peran), "TandaTangan") if p.peran else ""
        jabatan = paragraf(lari(f"{p.kapasitas} {p.jabatan}".strip() + ","), "TandaTangan")
        nama = paragraf(lari(p.nama, Huruf(tebal=True, garis=True)), "TandaTangan", '<w:spacing w:before="1100"/>')
        return peran + jabatan + nama + (paragraf(lari(f"NIP {p.nip}"), "TandaTangan") if p.nip else "")

    # --- contents and lists -----------------------------------------------------

    def _daftar_acu(self, butir: tuple[Butir, ...]) -> None:
        self._tambah(*(self._baris_acu(b) for b in butir))

    def _baris_acu(self, b: Butir) -> str:
        bab = b.jenis in ("bab", "subbab")
        gaya = f"TOC{min(b.tingkat, _TINGKAT_DAFTAR)}" if bab else "TableofFigures"
        nomor = lari(b.nomor) + tab() if b.nomor else ""
        markah = self._markah[b.kode]
        halaman = bidang(f"PAGEREF {markah} \\h", str(self.halaman.get(b.kode, BELUM_DIHITUNG)))
        sifat = "" if b.nomor else _TANPA_NOMOR
        return paragraf(tautan(markah, nomor + lari(b.judul) + tab() + halaman), gaya, sifat)

    # --- cover --------------------------------------------------------------------

    def _pengesahan(self, p: Pengesahan) -> str:
        self._gambar += 1
        sisi = _SISI_QR * 36_000
        qr = gambar(self.luar.qr(p.alamat), self._gambar, "Kode QR", f"Kode QR: {p.ajakan}, kode {p.kode}", sisi, sisi)
        baris = (*p.baris, f"Kode {p.kode}", p.ajakan)
        return paragraf(qr, "Sampul", _RUANG_GAMBAR) + "".join(
            paragraf(lari(b, Huruf(tebal=b.startswith("Kode "), ukuran=18)), "Sampul") for b in baris
        )

    def _sampul(self, s: Sampul) -> None:
        induk = "".join(paragraf(lari(i, Huruf(warna=TINTA_2, ukuran=21)), "Sampul") for i in s.induk)
        judul = (
            paragraf(lari(s.judul), "Title")
            + paragraf(lari(str(s.tahun), Huruf(ukuran=62)), "Sampul", '<w:spacing w:after="400"/>')
            + paragraf(lari(s.satker, Huruf(tebal=True, ukuran=26)), "Sampul")
        )
        if s.cap:
            judul += paragraf(lari(s.cap, Huruf(tebal=True, ukuran=56, warna=_WARNA_CAP)), "Sampul", _JARAK_CAP)
            judul += paragraf(lari(s.arti_cap, Huruf(ukuran=20)), "Sampul")
        kaki = self._pengesahan(s.pengesahan) if s.pengesahan else ""
        kaki += "".join(paragraf(lari(k, Huruf(warna=TINTA_2, ukuran=18)), "Sampul") for k in s.kaki)
        tepi = '<w:left w:val="single" w:sz="96" w:space="0" w:color="0B5D4E"/>'
        baris = "".join(
            f'<w:tr><w:trPr><w:cantSplit/><w:trHeight w:val="{tinggi}" w:hRule="exact"/></w:trPr><w:tc><w:tcPr>'
            f'<w:tcW w:w="{self.lebar}" w:type="dxa"/><w:vAlign w:val="{letak}"/></w:tcPr>{isi}</w:tc></w:tr>'
            for isi, tinggi, letak in (
                (induk or paragraf(""), 2000, "top"),
                (judul, 6400, "top"),
                (kaki or paragraf(""), 4800, "bottom"),
            )
        )
        self._tambah(
            f'<w:tbl><w:tblPr><w:tblW w:w="{self.lebar}" w:type="dxa"/><w:tblBorders>{tepi}</w:tblBorders>'
            '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="400" w:type="dxa"/></w:tblCellMar></w:tblPr>'
            f'<w:tblGrid><w:gridCol w:w="{self.lebar}"/></w:tblGrid>{baris}</w:tbl>'
        )


def _kertas_blok(b: Blok, kertas: Kertas) -> Kertas:
    """The paper that a block stands on; a heading goes with what it begins with."""
    if kertas is Kertas.LEBAR or (isinstance(b, Tabel) and b.kertas is Kertas.LEBAR):
        return Kertas.LEBAR
    return _kertas_awal(b.isi) if isinstance(b, SubBab) else Kertas.TEGAK


def _kertas_awal(isi: tuple[Blok, ...]) -> Kertas:
    return _kertas_blok(isi[0], Kertas.TEGAK) if isi else Kertas.TEGAK


def _petak(isi: list[str], lebar: int, tepi: str = "") -> str:
    """Things side by side."""
    sel = "".join(f'<w:tc><w:tcPr><w:tcW w:w="{lebar}" w:type="dxa"/></w:tcPr>{i}</w:tc>' for i in isi)
    kisi = f'<w:gridCol w:w="{lebar}"/>' * len(isi)
    tepi_tabel = f"<w:tblBorders>{tepi}</w:tblBorders>" if tepi else ""
    return (
        f'<w:tbl><w:tblPr><w:tblW w:w="{lebar * len(isi)}" w:type="dxa"/>{tepi_tabel}<w:tblLayout w:type="fixed"/>'
        f"</w:tblPr><w:tblGrid>{kisi}</w:tblGrid>"
        f"<w:tr><w:trPr><w:cantSplit/></w:trPr>{sel}</w:tr></w:tbl>"
    )
