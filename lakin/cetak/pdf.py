"""Tree to PDF, chapter by chapter: what did not change is not laid out again.

Each chapter is laid out alone, in several processes where there are cores for
it; the lists follow once the pages are known; heads and page numbers are laid
over, and the pieces joined. The bytes are the same whichever way they came.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import FIRST_COMPLETED, Future, wait
from contextlib import ExitStack
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO

from lakin.cetak.foto import SumberFoto, foto_naskah, tanpa_foto
from lakin.cetak.pdf_bab import (
    GAYA_BAB,
    SAMPUL,
    Naskah,
    PenulisBab,
    bahan_bab,
    berdaftar,
    bergambar,
    lari,
    perkiraan_halaman,
    romawi_kah,
)
from lakin.cetak.pdf_gabung import Lampiran, gabung
from lakin.cetak.pdf_kerja import dari_bytes, ke_bytes
from lakin.cetak.pdf_regu import Penata, Regu, Sendiri, jumlah_proses
from lakin.cetak.pdf_tata import SumberDitolak, Tertata, teks_gaya
from lakin.cetak.pdf_tumpang import GAYA_TUMPANG, Halaman, JenisHalaman, naskah_tumpang
from lakin.cetak.pdf_versi import versi
from lakin.cetak.simpanan import Simpanan, kunci
from lakin.cetak.svg import gambar_svg
from lakin.cetak.svg_kerja import Pelukis
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.pohon import Bab

__all__ = ["HasilPdf", "Lampiran", "Lapor", "SumberDitolak", "cetak_pdf", "gaya_layar"]

Lapor = Callable[[str, int, int], None]
"""Told the step, how much is done and how much there is; whatever it raises stops the run."""

_KECIL = 100_000
"""A document of which less is to be laid out (characters of its tree) is not worth a process."""
_DETAK = 0.5
_PUTARAN = 6
_TEGAK = (595.0, 842.0)


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """What a run gave: pages of the file per code of a block (the first is 1), and their number."""

    halaman: dict[str, int]
    jumlah_halaman: int
    isi: bytes
    ditata: tuple[str, ...] = ()
    """Codes of the chapters of which something was laid out; empty where all was kept."""


def cetak_pdf(
    bernomor: Bernomor,
    tujuan: Path | BinaryIO | None = None,
    lapor: Lapor | None = None,
    *,
    simpanan: Simpanan | None = None,
    proses: int | None = None,
    lampiran: Sequence[Lampiran] = (),
    foto: SumberFoto = tanpa_foto,
) -> HasilPdf:
    """Lay a document out and write it; the same document gives the same bytes.

    ``simpanan`` keeps chapters and the whole; ``proses`` is how many processes
    lay out (1: this one), by default as many as the machine and the work need.
    ``foto`` gives the bytes of the pictures; FotoHilang where one is missing.
    """
    pencetak = _Pencetak(bernomor, lapor or _diam, simpanan, proses, tuple(lampiran), foto)
    hasil = pencetak.cetak()
    if isinstance(tujuan, Path):
        tujuan.write_bytes(hasil.isi)
    elif tujuan is not None:
        tujuan.write(hasil.isi)
    return hasil


def gaya_layar() -> str:
    """The CSS of a document that is read on screen as a single file."""
    return teks_gaya("dokumen.css") + teks_gaya("berkas.css")


@dataclass(slots=True)
class _BabTertata:
    """A chapter on its way: the pieces, laid out or promised."""

    kode: str
    potongan: list[Tertata | Future[Tertata]]
    kunci: list[str] = field(default_factory=list)
    perkiraan: int = 0
    """Pages that a chapter of lists is thought to take, until it is laid out."""

    @property
    def tertunda(self) -> list[Future[Tertata]]:
        return [p for p in self.potongan if isinstance(p, Future)]

    @property
    def hasil(self) -> list[Tertata]:
        return [p.result() if isinstance(p, Future) else p for p in self.potongan]

    @property
    def ukuran(self) -> list[tuple[float, float]]:
        """The size of each page."""
        return [u for p in self.hasil for u in p.ukuran] or [_TEGAK] * self.perkiraan


class _Pencetak:
    """One run."""

    def __init__(
        self,
        bernomor: Bernomor,
        lapor: Lapor,
        simpanan: Simpanan | None,
        proses: int | None,
        lampiran: tuple[Lampiran, ...],
        foto: SumberFoto,
    ) -> None:
        self._bernomor = bernomor
        self._dokumen = bernomor.dokumen
        self._bab = {b.kode: b for b in self._dokumen.bab}
        self._daftar = {b.kode for b in self._dokumen.bab if berdaftar(b)}
        self._lapor = lapor
        self._simpanan = simpanan
        self._proses = proses
        self._lampiran = lampiran
        self._foto = foto
        self._jumlah = len(self._bab) + 3
        self._selesai = 0
        self._ditata: dict[str, None] = {}
        self._tumpang: dict[str, Future[Tertata]] = {}

    def cetak(self) -> HasilPdf:
        lampiran = (repr((s.nama, s.jenis, s.keterangan)).encode() + s.isi for s in self._lampiran)
        kunci_utuh = kunci("utuh", versi(), repr(self._dokumen), *lampiran)
        if (utuh := self._ambil(kunci_utuh)) is not None:
            catatan, _, isi = utuh.partition(b"\n")
            return self._tuntas(HasilPdf(**json.loads(catatan), isi=isi))
        hasil = self._susun()
        catatan = json.dumps({"halaman": hasil.halaman, "jumlah_halaman": hasil.jumlah_halaman}).encode()
        self._taruh(kunci_utuh, catatan + b"\n" + hasil.isi)
        if self._simpanan:
            self._simpanan.rapikan()
        return self._tuntas(hasil)

    def _tuntas(self, hasil: HasilPdf) -> HasilPdf:
        self._maju(f"Selesai: {hasil.jumlah_halaman} halaman", self._jumlah)
        return hasil

    def _susun(self) -> HasilPdf:
        self._maju("Menulis naskah", 0)
        with ExitStack() as tumpukan:
            penata = tumpukan.enter_context(self._pilih_penata())
            bab = self._tata_bab(penata, tumpukan.enter_context(Pelukis()))
            self._maju("Menyusun daftar", len(self._bab))
            # Heads do not depend on how long the lists are: they are laid out beside them.
            self._minta_tumpang(penata, self._halaman(bab))
            bab, halaman = self._tata_daftar(penata, bab)
            tumpang = self._minta_tumpang(penata, halaman).result()
        self._maju("Menggabungkan halaman", len(self._bab) + 2)
        potongan = [p for b in bab for p in b.hasil]
        isi = gabung(self._dokumen, potongan, tumpang, halaman, self._lampiran)
        letak = {j: h.nomor for j, h in self._letak(bab, halaman).items()}
        per_kode = {k: letak[b.jangkar] for k, b in self._bernomor.butir.items() if b.jangkar in letak}
        return HasilPdf(per_kode, len(halaman), isi, tuple(k for k in self._bab if k in self._ditata))

    # --- chapters -------------------------------------------------------------

    def _pilih_penata(self) -> Penata:
        proses = self._proses or jumlah_proses()
        if self._proses is None:
            belum = sum(len(repr(b)) for b in self._dokumen.bab if not self._naskah_tersimpan(b))
            return Regu(proses) if belum >= _KECIL else Sendiri()
        return Regu(proses) if proses > 1 else Sendiri()

    def _tata_bab(self, penata: Penata, pelukis: Pelukis) -> list[_BabTertata]:
        """Ask for every chapter but the lists, and wait for all."""
        # A process that lays out keeps its memory for that, and so does this one.
        lukis = gambar_svg if isinstance(penata, Sendiri) else pelukis.lukis
        penulis = PenulisBab(self._bernomor, pelukis=lambda bagan: self._lukis(bagan, lukis))
        hasil = {SAMPUL: self._minta(penata, SAMPUL, penulis.naskah_sampul())} if self._dokumen.sampul else {}
        hasil |= {b.kode: _BabTertata(b.kode, []) for b in self._dokumen.bab}
        # Chapters without charts first: they are laid out while the first chart is still being drawn.
        for bab in sorted(self._dokumen.bab, key=bergambar):
            if bab.kode in self._daftar:
                hasil[bab.kode].perkiraan = perkiraan_halaman(self._bernomor, bab)
                continue
            self._lapor(f"Menulis {bab.judul}", self._selesai, self._jumlah)
            hasil[bab.kode] = self._kembali(bab) or self._minta(penata, bab.kode, penulis.potongan(bab))
            self._simpan_naskah(hasil[bab.kode])
        self._tunggu(list(hasil.values()))
        return list(hasil.values())

    def _lukis(self, bagan: Bagan, lukis: Callable[[Bagan], str]) -> str:
        k = kunci("gambar", versi(), repr(bagan))
        if (ada := self._ambil(k)) is not None:
            return ada.decode()
        svg = lukis(bagan)
        self._taruh(k, svg.encode())
        return svg

    def _naskah_tersimpan(self, bab: Bab) -> bool:
        return self._simpanan is not None and self._ambil(self._kunci_naskah(bab)) is not None

    def _kunci_naskah(self, bab: Bab) -> str:
        return kunci("naskah", versi(), bahan_bab(self._bernomor, bab))

    def _kembali(self, bab: Bab) -> _BabTertata | None:
        """A chapter whose tree did not change, without writing its HTML or drawing its figures."""
        if self._simpanan is None or (daftar := self._ambil(self._kunci_naskah(bab))) is None:
            return None
        semua = [self._potongan_tersimpan(k) for k in json.loads(daftar)]
        utuh = [p for p in semua if p is not None]
        return _BabTertata(bab.kode, list(utuh)) if len(utuh) == len(semua) else None

    def _simpan_naskah(self, bab: _BabTertata) -> None:
        if bab.kunci and bab.kode in self._bab:
            self._taruh(self._kunci_naskah(self._bab[bab.kode]), json.dumps(bab.kunci).encode())

    def _minta(self, penata: Penata, kode: str, naskah: Iterator[Naskah]) -> _BabTertata:
        bab = _BabTertata(kode, [])
        for n in naskah:
            bab.kunci.append(kunci("potong", versi(), *GAYA_BAB, n.html))
            ada = self._potongan_tersimpan(bab.kunci[-1])
            bab.potongan.append(ada or self._tata(penata, n.html, GAYA_BAB, bab.kunci[-1]))
            if ada is None:
                self._ditata[kode] = None
        return bab

    def _tata(self, penata: Penata, html: str, gaya: tuple[str, ...], kunci: str) -> Future[Tertata]:
        janji = penata.tata(html, gaya, {s: self._foto(s) for s in foto_naskah(html)})
        janji.add_done_callback(lambda j: None if j.exception() else self._simpan_potongan(kunci, j.result()))
        return janji

    def _tunggu(self, bab: Sequence[_BabTertata]) -> None:
        """Wait for the pieces and tell of each chapter; the first failure ends the run."""
        sisa = [b for b in bab if b.kode in self._bab]
        while sisa:
            for b in [b for b in sisa if all(j.done() for j in b.tertunda)]:
                sisa.remove(b)
                b.potongan = list(b.hasil)
                self._maju(f"Menata {self._bab[b.kode].judul}", self._selesai + 1)
            if sisa:
                self._satu_langkah(sisa)

    def _satu_langkah(self, sisa: Sequence[_BabTertata]) -> None:
        janji = [j for b in sisa for j in b.tertunda if not j.done()]
        if not janji:
            return
        judul = self._bab[max(sisa, key=lambda b: len(b.tertunda)).kode].judul
        if mulai := getattr(janji[0], "mulai", None):
            mulai()
        else:
            wait(janji, timeout=_DETAK, return_when=FIRST_COMPLETED)
        self._lapor(f"Menata {judul}", self._selesai, self._jumlah)

    # --- lists, heads, pages --------------------------------------------------

    def _tata_daftar(self, penata: Penata, bab: list[_BabTertata]) -> tuple[list[_BabTertata], list[Halaman]]:
        """Write the page numbers into the lists until their own length is stable."""
        halaman = self._halaman(bab)
        label = self._label(bab, halaman)
        for _ in range(_PUTARAN):
            penulis = PenulisBab(self._bernomor, label)
            baru = [
                self._minta(penata, b.kode, penulis.potongan(self._bab[b.kode])) if b.kode in self._daftar else b
                for b in bab
            ]
            for b in baru:
                b.potongan = list(b.hasil)
            halaman_lama, label_lama = halaman, label
            halaman = self._halaman(baru)
            label = self._label(baru, halaman)
            if (halaman, label) == (halaman_lama, label_lama):
                return baru, halaman
        raise RuntimeError("the length of the lists does not settle")

    def _label(self, bab: Sequence[_BabTertata], halaman: Sequence[Halaman]) -> dict[str, str]:
        """The printed number of the page of each anchor; a list that is not laid out begins on its first page."""
        label = {j: h.label for j, h in self._letak(bab, halaman).items()}
        awal = 0
        for b in bab:
            if b.perkiraan and not b.potongan:
                label[self._bernomor.butir[b.kode].jangkar] = halaman[awal].label
            awal += len(b.ukuran)
        return label

    def _halaman(self, bab: Sequence[_BabTertata]) -> list[Halaman]:
        hasil: list[Halaman] = []
        for b in bab:
            asal = self._bab.get(b.kode)
            for lebar, tinggi in b.ukuran:
                nomor = len(hasil) + 1
                if asal is None:
                    hasil.append(Halaman(JenisHalaman.SAMPUL, "", nomor, romawi=True))
                    continue
                jenis = JenisHalaman.DEPAN if romawi_kah(asal) else JenisHalaman.ISI
                jenis = JenisHalaman.LEBAR if lebar > tinggi else jenis
                hasil.append(Halaman(jenis, lari(self._bernomor, asal), nomor, romawi_kah(asal)))
        return hasil

    @staticmethod
    def _letak(bab: Sequence[_BabTertata], halaman: Sequence[Halaman]) -> dict[str, Halaman]:
        hasil: dict[str, Halaman] = {}
        awal = 0
        for b in bab:
            mulai = awal
            for p in b.hasil:
                for j in p.jangkar:
                    hasil.setdefault(j.nama, halaman[mulai + j.halaman])
                mulai += len(p.ukuran)
            awal += len(b.ukuran)
        return hasil

    def _minta_tumpang(self, penata: Penata, halaman: Sequence[Halaman]) -> Future[Tertata]:
        html = naskah_tumpang(self._dokumen, halaman)
        k = kunci("tumpang", versi(), *GAYA_TUMPANG, html)
        if k not in self._tumpang:
            if (ada := self._potongan_tersimpan(k)) is None:
                self._tumpang[k] = self._tata(penata, html, GAYA_TUMPANG, k)
            else:
                self._tumpang[k] = Future()
                self._tumpang[k].set_result(ada)
        return self._tumpang[k]

    # --- what is kept ---------------------------------------------------------

    def _potongan_tersimpan(self, kunci: str) -> Tertata | None:
        if (isi := self._ambil(kunci)) is None:
            return None
        catatan, _, pdf = isi.partition(b"\n")
        return dari_bytes(catatan, pdf)

    def _simpan_potongan(self, kunci: str, hasil: Tertata) -> None:
        self._taruh(kunci, b"\n".join(ke_bytes(hasil)))

    def _ambil(self, kunci: str) -> bytes | None:
        return self._simpanan.ambil(kunci) if self._simpanan else None

    def _taruh(self, kunci: str, isi: bytes) -> None:
        if self._simpanan:
            self._simpanan.taruh(kunci, isi)

    def _maju(self, langkah: str, selesai: int) -> None:
        self._selesai = max(self._selesai, selesai)
        self._lapor(langkah, self._selesai, self._jumlah)


def _diam(langkah: str, selesai: int, jumlah: int) -> None:
    """Report nothing."""
