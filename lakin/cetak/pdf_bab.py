"""The pieces that are laid out alone: the cover, each chapter, and the parts of a long chapter.

A piece holds no page number and no running head, so that a chapter that grows
does not change the others. A long chapter is cut only where a page break is
forced anyway; its parts laid out alone are the pages of the whole.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, replace
from math import ceil

from lakin.cetak.aman import aman
from lakin.cetak.html import Penulis, Tujuan, kulit_kertas
from lakin.cetak.pdf_tata import SKEMA
from lakin.cetak.svg import gambar_svg
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.nomor import Bernomor, Butir, telusur
from lakin.dokumen.pohon import (
    Bab,
    Blok,
    DaftarGambar,
    DaftarIsi,
    DaftarTabel,
    Gambar,
    Inline,
    JenisBab,
    Kertas,
    Sitasi,
    SubBab,
    Tabel,
)

GAYA_BAB = ("dokumen.css", "cetak.css", "cetak-bab.css")
PANJANG_BAGIAN = 30_000
"""A part of a chapter is closed at the next forced break after this many characters (some ten pages)."""
_SEBARIS, _TINGGI_BARIS, _ANTARA, _TINGGI_JUDUL, _TINGGI_HALAMAN = 78, 12.6, 2.5, 36, 700
"""A list on paper: letters in a line, and heights in points, as ``cetak.css`` makes them."""
SAMPUL = ""
"""Code of the cover, which is no chapter."""


@dataclass(frozen=True, slots=True)
class Naskah:
    """The HTML of a piece and the code of its chapter."""

    bab: str
    html: str


class PenulisBab(Penulis):
    """Writes chapters whose links may leave the piece, with page numbers of the lists as plain text."""

    def __init__(
        self,
        bernomor: Bernomor,
        halaman: Mapping[str, str] | None = None,
        pelukis: Callable[[Bagan], str] = gambar_svg,
    ) -> None:
        super().__init__(bernomor, Tujuan.KERTAS)
        self._nomor_halaman = halaman or {}
        self._pelukis = pelukis

    def lukis(self, bagan: Bagan) -> str:
        """The drawing of a chart, by whoever draws in this run."""
        return self._pelukis(bagan)

    def potongan(self, bab: Bab) -> Iterator[Naskah]:
        """The pieces of a chapter, in order."""
        kepala, penutup = self.bab(replace(bab, isi=())).removesuffix("</section>"), "</section>"
        pembuka = kepala[: kepala.index(">") + 1]
        bagian, panjang, urut = [kepala], 0, 0
        di_bawah_judul, sebelum = True, bab.kertas is Kertas.LEBAR
        for blok in _rata(bab.isi):
            lebar = bab.kertas is Kertas.LEBAR or (isinstance(blok, Tabel) and blok.kertas is Kertas.LEBAR)
            terputus = lebar != sebelum or (isinstance(blok, SubBab) and blok.halaman_baru and not di_bawah_judul)
            if terputus and panjang >= PANJANG_BAGIAN:
                yield self._naskah(bab, "".join((*bagian, penutup)), urut)
                bagian, panjang, urut = [pembuka], 0, urut + 1
            html = self.blok((blok,))
            bagian.append(html)
            panjang += len(html)
            di_bawah_judul, sebelum = isinstance(blok, SubBab), lebar
        yield self._naskah(bab, "".join((*bagian, penutup)), urut)

    def naskah_sampul(self) -> Iterator[Naskah]:
        """The cover, where there is one."""
        sampul = self.bernomor.dokumen.sampul
        if sampul:
            yield Naskah(SAMPUL, self._kulit(self.sampul(sampul)))

    def _naskah(self, bab: Bab, isi: str, urut: int) -> Naskah:
        # The comment keeps two parts with the same words apart: their ids come from the text.
        return Naskah(bab.kode, self._kulit(f"<!-- {aman(bab.kode)} {urut} -->{isi}"))

    def _kulit(self, isi: str) -> str:
        """What the overlay and the joined file say of the whole stays away: it changes with every figure."""
        return kulit_kertas(replace(self.bernomor.dokumen, kepala="", pengenal=""), isi)

    def _potong(self, i: Inline) -> str:
        if isinstance(i, Sitasi):
            b = self.bernomor.butir[i.kode]
            return f'<a class="rujuk" href="{SKEMA}{b.jangkar}">{aman(b.sebutan)}</a>'
        return super()._potong(i)

    def _daftar_acu(self, butir: tuple[Butir, ...], nama: str, kelas: str) -> str:
        html = super()._daftar_acu(butir, nama, kelas)
        for b in butir:
            html = html.replace(
                f'<a href="#{b.jangkar}">',
                f'<a href="{SKEMA}{b.jangkar}" data-halaman="{self._nomor_halaman.get(b.jangkar, "000")}">',
            )
        return html


def berdaftar(bab: Bab) -> bool:
    """Whether a chapter prints page numbers of others."""
    return any(isinstance(s, DaftarIsi | DaftarTabel | DaftarGambar) for s in telusur(bab.isi))


def bergambar(bab: Bab) -> bool:
    """Whether a chapter has charts to be drawn."""
    return any(isinstance(s, Gambar) and not s.kosong for s in telusur(bab.isi))


def perkiraan_halaman(bernomor: Bernomor, bab: Bab) -> int:
    """About how many pages a chapter of lists will take, before its page numbers are known."""
    butir: list[Butir] = []
    for s in telusur(bab.isi):
        match s:
            case DaftarIsi():
                butir += bernomor.daftar_isi(s.tingkat)
            case DaftarTabel():
                butir += bernomor.daftar_tabel
            case DaftarGambar():
                butir += bernomor.daftar_gambar
    baris = sum(ceil(len(b.judul) / _SEBARIS) for b in butir)
    return max(1, ceil((_TINGGI_JUDUL + baris * _TINGGI_BARIS + len(butir) * _ANTARA) / _TINGGI_HALAMAN))


def bahan_bab(bernomor: Bernomor, bab: Bab) -> str:
    """All that a chapter's HTML depends on, as text that is cheaper to make than the HTML."""
    d = bernomor.dokumen
    return repr(((d.judul, d.penulis, d.subjudul), bab, bernomor.butir))


def lari(bernomor: Bernomor, bab: Bab) -> str:
    """The running head of a chapter."""
    b = bernomor.butir[bab.kode]
    return f"{b.nomor} · {b.judul}" if b.nomor else b.judul


def romawi_kah(bab: Bab) -> bool:
    """Whether the lists print its page in roman digits."""
    return bab.jenis is JenisBab.DEPAN


def _rata(isi: tuple[Blok, ...]) -> Iterator[Blok]:
    """Blocks in the order of the paper, a section's heading as a block of its own."""
    for blok in isi:
        if isinstance(blok, SubBab):
            yield replace(blok, isi=())
            yield from _rata(blok.isi)
        else:
            yield blok
