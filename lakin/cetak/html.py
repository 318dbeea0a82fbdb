"""Tree to HTML: one writer for the page on screen, the single file, and the paper.

Everything that came from a person is escaped here; no markup passes through.
There is no style attribute anywhere (the site's policy forbids it). A chapter
holds no page number, so it can be laid out alone.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import Enum

from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.cetak.aman import aman, baris_baru
from lakin.cetak.foto import AlamatFoto, SumberFoto, alamat_kertas, alamat_tersisip, tanpa_foto
from lakin.cetak.html_tabel import isi_tabel
from lakin.cetak.qr import qr_svg
from lakin.cetak.svg import gambar_svg
from lakin.dokumen.data_bagan import tabel_data
from lakin.dokumen.format import nilai_mesin, tulis_celah, tulis_figur
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
    Dokumen,
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


class Tujuan(Enum):
    """Where the HTML goes: a part of a page, or the renderer of the paper."""

    LAYAR = "layar"
    KERTAS = "kertas"


def tulis_fragmen(bernomor: Bernomor, foto: AlamatFoto | None = None) -> str:
    """The document as part of a page: without html, head or body; ``foto`` says where its pictures are."""
    return Penulis(bernomor, Tujuan.LAYAR, foto).dokumen()


def tulis_berkas(bernomor: Bernomor, gaya: str, foto: SumberFoto = tanpa_foto) -> str:
    """The document as one file that needs nothing else; ``gaya`` is our own CSS."""
    if "</" in gaya:
        raise ValueError("Gaya memuat tanda penutup.")
    return _kulit(bernomor.dokumen, tulis_fragmen(bernomor, alamat_tersisip(foto)), f"<style>{gaya}</style>")


def tulis_kertas(bernomor: Bernomor) -> str:
    """The document for the renderer of the paper, which brings its own style sheets."""
    return kulit_kertas(bernomor.dokumen, Penulis(bernomor, Tujuan.KERTAS).dokumen())


def kulit_kertas(dokumen: Dokumen, isi: str) -> str:
    """A part of the document as a file of its own for the renderer of the paper."""
    return _kulit(dokumen, isi)


def _kulit(dokumen: Dokumen, isi: str, kepala: str = "") -> str:
    kata = (("author", dokumen.penulis), ("description", dokumen.subjudul), ("keywords", dokumen.pengenal))
    meta = "".join(f'<meta name="{nama}" content="{aman(nilai)}">' for nama, nilai in kata if nilai)
    return (
        '<!doctype html><html lang="id"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f"<title>{aman(dokumen.judul)}</title>{meta}{kepala}</head>"
        f'<body><main class="dokumen" data-kepala="{aman(dokumen.kepala)}">{isi}</main></body></html>'
    )


class Penulis:
    """Writes one numbered document for one destination."""

    def __init__(self, bernomor: Bernomor, tujuan: Tujuan, foto: AlamatFoto | None = None) -> None:
        self.bernomor = bernomor
        self.kertas = tujuan is Tujuan.KERTAS
        self.alamat_foto = alamat_kertas if self.kertas else foto

    def dokumen(self) -> str:
        """The whole document."""
        dokumen = self.bernomor.dokumen
        sampul = self.sampul(dokumen.sampul) if dokumen.sampul else ""
        return sampul + "".join(self.bab(b) for b in dokumen.bab)

    def sampul(self, s: Sampul) -> str:
        """The cover."""
        induk = "".join(f"<p>{aman(i)}</p>" for i in s.induk)
        kaki = "".join(f"<p>{aman(k)}</p>" for k in s.kaki)
        return (
            f'<section class="sampul"><div class="sampul-induk">{induk}</div>'
            f'<h1 class="sampul-judul">{aman(s.judul)} <span class="sampul-tahun">{s.tahun}</span></h1>'
            f'<p class="sampul-satker">{baris_baru(s.satker)}</p>{self._cap(s)}{self._pengesahan(s.pengesahan)}'
            f'<div class="sampul-kaki">{kaki}</div></section>'
        )

    @staticmethod
    def _cap(s: Sampul) -> str:
        return f'<p class="sampul-cap"><strong>{aman(s.cap)}</strong> {aman(s.arti_cap)}</p>' if s.cap else ""

    @staticmethod
    def _pengesahan(p: Pengesahan | None) -> str:
        if p is None:
            return ""
        baris = "".join(f"<p>{aman(b)}</p>" for b in p.baris)
        return (
            f'<div class="sampul-sah">{qr_svg(p.alamat, f"Kode QR: {p.ajakan}, kode {p.kode}")}<div>{baris}'
            f'<p class="sampul-kode">Kode <strong>{aman(p.kode)}</strong></p><p>{aman(p.ajakan)}</p></div></div>'
        )

    def bab(self, bab: Bab) -> str:
        """A chapter with its heading."""
        b = self.bernomor.butir[bab.kode]
        kelas = f"bab bab-{bab.jenis}" + (" kertas-lebar" if bab.kertas is Kertas.LEBAR else "")
        lari = f"{b.nomor} · {b.judul}" if b.nomor else b.judul
        nomor = f'<span class="nomor">{b.nomor}</span> ' if b.nomor else ""
        return (
            f'<section class="{kelas}"><h1 id="{b.jangkar}" data-lari="{aman(lari)}">'
            f"{nomor}{aman(b.judul)}</h1>{self.blok(bab.isi)}</section>"
        )

    def blok(self, isi: Iterable[Blok]) -> str:
        """Blocks one after the other."""
        return "".join(self._satu(b) for b in isi)

    def _satu(self, blok: Blok) -> str:
        match blok:
            case Paragraf():
                return f"<p>{self.teks(blok.isi)}</p>"
            case Tabel():
                return self.tabel(blok)
            case Gambar():
                return self.gambar(blok)
            case Foto():
                return self.foto(blok)
            case SubBab():
                return self._subbab(blok)
            case Daftar():
                return self._daftar(blok)
            case Rincian():
                isi = "".join(f"<div><dt>{aman(k)}</dt><dd>{self.teks(v)}</dd></div>" for k, v in blok.butir)
                return f'<dl class="rincian-butir">{isi}</dl>'
            case Sorotan():
                return self._sorotan(blok)
            case TandaTangan():
                return self._tanda_tangan(blok)
            case DaftarIsi():
                return self._daftar_acu(self.bernomor.daftar_isi(blok.tingkat), "Daftar isi", "isi")
            case DaftarTabel():
                return self._daftar_acu(self.bernomor.daftar_tabel, "Daftar tabel", "tabel")
            case DaftarGambar():
                return self._daftar_acu(self.bernomor.daftar_gambar, "Daftar gambar", "gambar")

    # --- inline ---------------------------------------------------------------

    def teks(self, isi: tuple[Inline, ...]) -> str:
        """Running text."""
        return "".join(self._potong(i) for i in isi)

    def _potong(self, i: Inline) -> str:
        match i:
            case str():
                return baris_baru(i)
            case Tebal():
                return f"<strong>{self.teks(i.isi)}</strong>"
            case Miring():
                return f"<em>{self.teks(i.isi)}</em>"
            case Sitasi():
                b = self.bernomor.butir[i.kode]
                return f'<a class="rujuk" href="#{b.jangkar}">{aman(b.sebutan)}</a>'
            case Celah():
                return f'<mark class="celah">{aman(tulis_celah(i))}</mark>'
            case Figur():
                return self.figur(i.angka, tulis_figur(i))

    def figur(self, angka: Angka | TanpaNilai, teks: str, *, polos: bool = False) -> str:
        """A figure that opens its explanation; ``polos`` where the column shows none."""
        if self.kertas:
            # On paper a figure looks like the words around it; a box of its own would only break the line's text.
            return aman(teks) if isinstance(angka, Angka) else f'<span class="tiada">{aman(teks)}</span>'
        tiada = "" if isinstance(angka, Angka) else " tiada"
        if polos or not angka.alamat:
            return f'<data class="figur{tiada}" value="{nilai_mesin(angka)}">{aman(teks)}</data>'
        return (
            f'<data class="figur{tiada}" value="{nilai_mesin(angka)}" data-sumber="{aman(angka.alamat)}"'
            f' tabindex="0" role="button">{aman(teks)}</data>'
        )

    # --- blocks ---------------------------------------------------------------

    def tabel(self, t: Tabel) -> str:
        """A table below its caption, with its notes."""
        b = self.bernomor.butir[t.kode]
        judul = self._judul(b, t.satuan)
        if t.kosong:
            isi = f'<p class="judul-tabel" id="{b.jangkar}">{judul}</p><p class="kosong">{aman(t.kalimat_kosong)}</p>'
        else:
            isi = self._gulir(isi_tabel(t, self, f'<caption id="{b.jangkar}">{judul}</caption>'), b)
        kelas = "blok-tabel kertas-lebar" if t.kertas is Kertas.LEBAR else "blok-tabel"
        return f'<div class="{kelas}">{isi}{self._catatan(t.catatan, t.sumber)}</div>'

    def gambar(self, g: Gambar) -> str:
        """A chart above its caption, with the table of its data."""
        b = self.bernomor.butir[g.kode]
        kosong = '<p class="kosong">Belum ada data untuk gambar ini.</p>'
        isi = kosong if g.kosong else self.lukis(g.bagan)
        judul = f"<figcaption>{self._judul(b)}</figcaption>{self._catatan(g.catatan, g.sumber)}"
        return f'<figure id="{b.jangkar}">{isi}{judul}{self._data(g, b)}</figure>'

    def foto(self, f: Foto) -> str:
        """A picture above its caption; on screen its size is known before its bytes come."""
        b = self.bernomor.butir[f.kode]
        kelas = "foto" + (" setengah" if f.setengah else "") + (" sehalaman" if f.sehalaman else "")
        if self.alamat_foto is None:
            isi = f'<p class="kosong">{aman(f.alt)}</p>'
        else:
            # On paper the style sheet measures; there these attributes would outweigh it.
            ukuran = "" if self.kertas else f' width="{f.lebar}" height="{f.tinggi}" loading="lazy"'
            isi = f'<img src="{aman(self.alamat_foto(f))}" alt="{aman(f.alt)}"{ukuran}>'
        judul = f"<figcaption>{self._judul(b)}</figcaption>{self._catatan(f.catatan, f.sumber)}"
        return f'<figure class="{kelas}" id="{b.jangkar}">{isi}{judul}</figure>'

    def lukis(self, bagan: Bagan) -> str:
        """The drawing of a chart."""
        return gambar_svg(bagan)

    def _data(self, g: Gambar, b: Butir) -> str:
        if g.kosong or not g.dengan_tabel:
            return ""
        tabel = tabel_data(g)
        ket = f"{b.nomor}: data{' ' + tabel.satuan if tabel.satuan else ''}"
        isi = isi_tabel(tabel, self, f"<caption>{aman(ket.removeprefix(': '))}</caption>", kelas="data-bagan")
        return isi if self.kertas else f"<details><summary>Tabel data</summary>{isi}</details>"

    def _judul(self, b: Butir, satuan: str = "") -> str:
        nomor = f'<span class="nomor">{b.nomor}</span> ' if b.nomor else ""
        ket = f' <span class="satuan">{aman(satuan)}</span>' if satuan else ""
        return f"{nomor}{baris_baru(b.judul)}{ket}"

    def _gulir(self, tabel: str, b: Butir) -> str:
        if self.kertas:
            return tabel
        nama = aman(f"{b.nomor} {b.judul}".strip())
        return f'<div class="gulir" role="region" tabindex="0" aria-label="{nama}">{tabel}</div>'

    def _catatan(self, catatan: tuple[Inline, ...], sumber: str) -> str:
        baris = [self.teks(catatan)] if catatan else []
        if sumber:
            baris.append(f"Sumber: {baris_baru(sumber)}")
        return f'<p class="catatan">{"<br>".join(baris)}</p>' if baris else ""

    def _subbab(self, s: SubBab) -> str:
        b = self.bernomor.butir[s.kode]
        tingkat = min(b.tingkat, 6)
        kelas = ' class="halaman-baru"' if s.halaman_baru else ""
        nomor = f'<span class="nomor">{b.nomor}</span> ' if b.nomor else ""
        return f'<h{tingkat} id="{b.jangkar}"{kelas}>{nomor}{aman(b.judul)}</h{tingkat}>{self.blok(s.isi)}'

    def _daftar(self, d: Daftar) -> str:
        tanda = "ol" if d.bernomor else "ul"
        isi = "".join(f"<li>{self._butir(b)}</li>" for b in d.butir)
        return f"<{tanda}>{isi}</{tanda}>"

    def _butir(self, b: Paragraf | tuple[Paragraf | Daftar, ...]) -> str:
        return self.teks(b.isi) if isinstance(b, Paragraf) else self.blok(b)

    def _sorotan(self, s: Sorotan) -> str:
        isi = "".join(
            f'<div class="sorot"><span class="sorot-label">{aman(b.label)}</span>'
            f'<span class="sorot-angka">{self.teks((b.figur,))}</span>'
            f'<span class="sorot-ket">{aman(b.keterangan)}</span></div>'
            for b in s.butir
        )
        return f'<div class="sorotan">{isi}</div>'

    def _tanda_tangan(self, t: TandaTangan) -> str:
        isi = "".join(self._penanda(p) for p in t.penanda_tangan)
        return (
            f'<div class="tanda-tangan orang-{len(t.penanda_tangan)}">'
            f'<p class="tempat">{aman(t.tempat_tanggal)}</p><div class="pihak">{isi}</div></div>'
        )

    def _penanda(self, p: PenandaTangan) -> str:
        peran = f"<p>{aman(p.peran)}</p>" if p.peran else ""
        jabatan = f"{p.kapasitas} {p.jabatan}".strip()
        nip = f"<p>NIP {aman(p.nip)}</p>" if p.nip else ""
        return f'<div class="orang">{peran}<p>{baris_baru(jabatan)},</p><p class="nama">{aman(p.nama)}</p>{nip}</div>'

    def _daftar_acu(self, butir: tuple[Butir, ...], nama: str, kelas: str) -> str:
        depan = {b.kode for b in self.bernomor.dokumen.bab if b.jenis is JenisBab.DEPAN}
        isi = "".join(self._baris_acu(b, b.bab in depan) for b in butir)
        return f'<nav class="daftar daftar-{kelas}" aria-label="{nama}"><ol>{isi}</ol></nav>'

    @staticmethod
    def _baris_acu(b: Butir, depan: bool) -> str:
        tingkat = b.tingkat if b.jenis in ("bab", "subbab") else 0
        kelas = f"tingkat-{tingkat}" + (" depan" if depan else "") + ("" if b.nomor else " polos")
        nomor = f'<span class="nomor">{b.nomor}</span> ' if b.nomor else ""
        return f'<li class="{kelas}">{nomor}<a href="#{b.jangkar}">{aman(b.judul)}</a></li>'
