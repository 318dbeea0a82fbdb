"""Numbers, anchors and lists, given once the whole tree stands.

Nobody types 'Tabel 3.2': a block has a code, the assembly counts, and
citations are resolved from code to number. An unknown code, a code used twice
and a table whose cells do not fill its columns are errors here, not surprises
on paper.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, fields, is_dataclass, replace
from functools import cache
from typing import Any

from lakin.angka import romawi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.dokumen.pohon import Bab, Blok, Dokumen, Foto, Gambar, JenisBab, Sitasi, SubBab, Tabel


class SalahSusun(ValueError):
    """The tree cannot be assembled; the message names the block."""


@dataclass(frozen=True, slots=True)
class Butir:
    """What the assembly knows of a block: code, anchor, number, title."""

    kode: str
    jenis: str
    """bab, subbab, tabel or gambar."""
    jangkar: str
    nomor: str
    """'Bab III', '3.2', 'Tabel 3.2', 'Gambar 3.1', 'Lampiran 1', or empty."""
    judul: str
    tingkat: int
    bab: str
    """Code of the chapter that it stands in."""
    di_daftar: bool = True

    @property
    def sebutan(self) -> str:
        """How the text cites it."""
        if not self.nomor:
            return self.judul
        return f"Subbab {self.nomor}" if self.jenis == "subbab" else self.nomor


@dataclass(frozen=True, slots=True)
class Bernomor:
    """A document with everything numbered; what the writers take."""

    dokumen: Dokumen
    butir: dict[str, Butir]
    """By code, in the document's order."""

    def daftar_isi(self, tingkat: int = 3) -> tuple[Butir, ...]:
        """Chapters and sections down to a level."""
        return self._pilih(b for b in self.butir.values() if b.jenis in ("bab", "subbab") and b.tingkat <= tingkat)

    @property
    def daftar_tabel(self) -> tuple[Butir, ...]:
        """Numbered tables."""
        return self._pilih(b for b in self.butir.values() if b.jenis == "tabel")

    @property
    def daftar_gambar(self) -> tuple[Butir, ...]:
        """Numbered figures."""
        return self._pilih(b for b in self.butir.values() if b.jenis == "gambar")

    def sebutan(self, kode: str) -> str:
        """The words of a citation."""
        return self.butir[kode].sebutan

    def jangkar(self, kode: str) -> str:
        """The anchor of a block."""
        return self.butir[kode].jangkar

    @staticmethod
    def _pilih(butir: Iterable[Butir]) -> tuple[Butir, ...]:
        return tuple(b for b in butir if b.di_daftar)


def beri_nomor(dokumen: Dokumen) -> Bernomor:
    """Number a document, resolve its citations and check that it can be printed."""
    penomor = _Penomor()
    bab = tuple(penomor.bab(b) for b in dokumen.bab)
    hasil = Bernomor(replace(dokumen, bab=bab), penomor.butir)
    for simpul in telusur(hasil.dokumen):
        if isinstance(simpul, Sitasi) and simpul.kode not in hasil.butir:
            raise SalahSusun(f"Rujukan ke {simpul.kode!r} tidak menunjuk bagian mana pun.")
    return hasil


def telusur(simpul: Any) -> Iterator[Any]:
    """Yield every node of a tree, parents first; figures are leaves."""
    menunggu = [simpul]
    while menunggu:
        satu = menunggu.pop()
        yield satu
        if isinstance(satu, tuple):
            menunggu.extend(reversed(satu))
        else:
            anak = (getattr(satu, nama) for nama in _medan(satu.__class__))
            menunggu.extend(isi for isi in anak if _simpul(isi.__class__))


@cache
def _medan(jenis: type) -> tuple[str, ...]:
    """Names of the fields of a node, the last first; none for a leaf."""
    return tuple(f.name for f in reversed(fields(jenis))) if is_dataclass(jenis) else ()


@cache
def _simpul(jenis: type) -> bool:
    """Whether values of this type stand in the tree as nodes or figures."""
    return issubclass(jenis, tuple | Angka | TanpaNilai) or is_dataclass(jenis)


def semua_figur(simpul: Any) -> Iterator[Angka | TanpaNilai]:
    """Yield every figure that is printed below a node, as often as it is printed."""
    return (s for s in telusur(simpul) if isinstance(s, Angka | TanpaNilai))


def blok_kosong(dokumen: Dokumen) -> tuple[str, ...]:
    """Codes of the required tables and figures that have nothing to show."""
    return tuple(s.kode for s in telusur(dokumen) if isinstance(s, Tabel | Gambar) and s.wajib and s.kosong)


def jangkar(kode: str) -> str:
    """Make an anchor of a code: stable, the same on page and PDF, and usable as a CSS selector."""
    tanda = kode.lower().replace("/", "--").replace(".", "_")
    return "b-" + re.sub(r"[^a-z0-9_-]+", "-", tanda).strip("-")


def periksa_kisi(tabel: Tabel) -> None:
    """Refuse a table where a row has more or fewer cells than there are columns."""
    lebar = len(tabel.kolom)
    sisa = [0] * lebar
    for urut, b in enumerate(tabel.baris, 1):
        kolom = 0
        for sel in b.sel:
            while kolom < lebar and sisa[kolom]:
                kolom += 1
            if kolom + sel.kolom > lebar or any(sisa[kolom : kolom + sel.kolom]):
                raise SalahSusun(f"Tabel {tabel.kode!r} baris {urut}: selnya melebihi {lebar} kolom.")
            for k in range(kolom, kolom + sel.kolom):
                sisa[k] = -sel.baris
            kolom += sel.kolom
        if any(s == 0 for s in sisa):
            raise SalahSusun(f"Tabel {tabel.kode!r} baris {urut}: selnya kurang dari {lebar} kolom.")
        sisa = [-s - 1 if s < 0 else s - 1 for s in sisa]
    if any(sisa):
        raise SalahSusun(f"Tabel {tabel.kode!r}: sel gabungan melewati baris terakhir.")


class _Penomor:
    def __init__(self) -> None:
        self.butir: dict[str, Butir] = {}
        self._jangkar: set[str] = set()
        self._urut_bab = dict.fromkeys(JenisBab, 0)
        self._kode_bab = ""
        self._awalan = ""
        self._tabel = 0
        self._gambar = 0

    def bab(self, bab: Bab) -> Bab:
        self._urut_bab[bab.jenis] += 1
        urut = self._urut_bab[bab.jenis]
        self._kode_bab, self._tabel, self._gambar = bab.kode, 0, 0
        match bab.jenis:
            case JenisBab.DEPAN:
                nomor, self._awalan = "", ""
            case JenisBab.ISI:
                nomor, self._awalan = f"Bab {romawi(urut)}", str(urut)
            case JenisBab.LAMPIRAN:
                nomor, self._awalan = f"Lampiran {urut}", f"L{urut}"
        self._catat(bab.kode, "bab", nomor, bab.judul, 1)
        return replace(bab, isi=self._isi(bab.isi, bab.kode, 2, self._awalan))

    def _isi(self, isi: tuple[Blok, ...], induk: str, tingkat: int, awalan: str) -> tuple[Blok, ...]:
        hasil: list[Blok] = []
        urut = 0
        for blok in isi:
            match blok:
                case SubBab():
                    bernomor = blok.bernomor and bool(awalan)
                    urut += bernomor
                    nomor = f"{awalan}.{urut}" if bernomor else ""
                    kode = blok.kode or self._kode_sendiri(f"{induk}/{blok.judul}")
                    self._catat(kode, "subbab", nomor, blok.judul, tingkat, blok.di_daftar_isi)
                    hasil.append(replace(blok, kode=kode, isi=self._isi(blok.isi, kode, tingkat + 1, nomor)))
                    continue
                case Tabel():
                    periksa_kisi(blok)
                    bernomor = blok.bernomor and bool(self._awalan)
                    self._tabel += bernomor
                    nomor = f"Tabel {self._awalan}.{self._tabel}" if bernomor else ""
                    self._catat(blok.kode, "tabel", nomor, blok.judul, tingkat, bernomor)
                case Gambar():
                    bernomor = blok.bernomor and bool(self._awalan)
                    self._gambar += bernomor
                    nomor = f"Gambar {self._awalan}.{self._gambar}" if bernomor else ""
                    self._catat(blok.kode, "gambar", nomor, blok.judul, tingkat, bernomor)
                case Foto():
                    bernomor = blok.bernomor and bool(self._awalan)
                    self._gambar += bernomor
                    nomor = f"Gambar {self._awalan}.{self._gambar}" if bernomor else ""
                    # The same picture may stand in two places; the first one keeps the code that texts cite.
                    kode = self._kode_sendiri(blok.kode)
                    self._catat(kode, "gambar", nomor, blok.judul, tingkat, bernomor)
                    hasil.append(replace(blok, kode=kode))
                    continue
            hasil.append(blok)
        return tuple(hasil)

    def _kode_sendiri(self, kode: str) -> str:
        calon, n = kode, 1
        while calon in self.butir or jangkar(calon) in self._jangkar:
            n += 1
            calon = f"{kode} {n}"
        return calon

    def _catat(self, kode: str, jenis: str, nomor: str, judul: str, tingkat: int, di_daftar: bool = True) -> None:
        tanda = jangkar(kode)
        if not kode or kode in self.butir:
            raise SalahSusun(f"Kode {kode!r} ({judul}) kosong atau dipakai dua kali.")
        if tanda in self._jangkar:
            raise SalahSusun(f"Kode {kode!r} menghasilkan jangkar {tanda!r} yang sudah dipakai.")
        self._jangkar.add(tanda)
        self.butir[kode] = Butir(kode, jenis, tanda, nomor, judul, tingkat, self._kode_bab, di_daftar)
