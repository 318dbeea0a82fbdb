"""What a point of the checklist is, what it reads, and what it answers. Nothing here reads the database.

A point names its place in the regulation and how it is answered: counted from
the report's inputs, taken from other points, or by a person where no data tell.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from enum import StrEnum
from functools import cached_property
from typing import Any, ClassVar

from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.nomor import Bernomor, jangkar
from lakin.laporan.bagian import BagianNaskah, bagian_naskah
from lakin.laporan.konteks import Konteks
from lakin.laporan.simpul_naskah import simpul_naskah
from lakin.laporan.susun import IkatanLaporan

PERATURAN = "Permenpan RB 53/2014"
YA, TIDAK, TIDAK_BERLAKU = "ya", "tidak", "tidak_berlaku"
"""What a person may answer."""


class Jenis(StrEnum):
    """How much a point weighs: a ``wajib`` one that is not met blocks handing in."""

    WAJIB = "wajib"
    ANJURAN = "anjuran"
    CATATAN = "catatan"


class Keadaan(StrEnum):
    """How a point stands."""

    TERPENUHI = "terpenuhi"
    SEBAGIAN = "sebagian"
    BELUM = "belum"
    TIDAK_BERLAKU = "tidak_berlaku"
    PERLU_DIJAWAB = "perlu_dijawab"


class Tempat(StrEnum):
    """Kind of page on which something is mended."""

    NARASI = "narasi"
    KETIKAN = "ketikan"
    REALISASI = "realisasi"
    ANGGARAN = "anggaran"
    PK = "pk"
    LAPORAN = "laporan"


@dataclass(frozen=True, slots=True)
class Letak:
    """Where something is mended: the kind of page, what on it, and the year that it is of (0: the report's)."""

    tempat: Tempat
    kunci: str = ""
    tahun: int = 0


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing that is missing, and where it is mended."""

    apa: str
    letak: Letak


@dataclass(frozen=True, slots=True)
class Hitungan:
    """One thing that a point counts: whether it is there, what to say where it is not."""

    ada: bool
    kurang: Kurang


@dataclass(frozen=True, slots=True)
class Tanggapan:
    """What a person answered, with the version of the answer."""

    jawaban: str
    catatan: str = ""
    versi: int = 0
    oleh: str = ""
    pada: str = ""


@dataclass(frozen=True)
class Slot:
    """A place where people write, with what is written there."""

    bagian: BagianNaskah
    bab: str
    isi: Any

    @cached_property
    def tertulis(self) -> bool:
        """Whether anything is written besides gaps."""
        return any(
            (s.get("type") == "text" and s["text"].strip()) or s.get("type") == "angka" for s in simpul_naskah(self.isi)
        )

    @property
    def nama(self) -> str:
        """How a list names it; an indicator's heading carries its code."""
        uraian = self.bagian.uraian
        return f"{self.bagian.judul} {uraian[0]}" if uraian else self.bagian.judul

    def hitung(self) -> Hitungan:
        """Whether it is written."""
        return Hitungan(self.tertulis, Kurang(self.nama, self.letak))

    @property
    def letak(self) -> Letak:
        """The editor of this slot."""
        return Letak(Tempat.NARASI, self.bagian.kode)


@dataclass(frozen=True)
class Berkas:
    """All that the points read: the report's inputs, its numbered tree, and what people answered."""

    konteks: Konteks
    bernomor: Bernomor
    tanggapan: Mapping[str, Tanggapan] = field(default_factory=dict)

    @cached_property
    def ikatan(self) -> IkatanLaporan:
        """What the texts are bound to."""
        return IkatanLaporan(self.konteks)

    def di_laporan(self, kode: str) -> Letak:
        """The place in the report where a part stands; its head where the part is absent."""
        return Letak(Tempat.LAPORAN, jangkar(kode) if kode in self.bernomor.butir else "")

    @cached_property
    def slot(self) -> tuple[Slot, ...]:
        """Every slot of the outline with its text, each once."""
        k = self.konteks
        semua: dict[str, Slot] = {}
        for bab in k.kerangka.bab:
            for b in bagian_naskah(replace(k, kerangka=replace(k.kerangka, bab=(bab,)))):
                isi = k.narasi.uraian.get(b.uraian) if b.uraian else k.narasi.bagian.get(b.kode)
                semua.setdefault(b.kode, Slot(b, bab.kode, isi))
        return tuple(semua.values())


@dataclass(frozen=True, slots=True)
class HasilButir:
    """How one point stands, with what is missing."""

    butir: Butir
    keadaan: Keadaan
    ada: int = 0
    dari: int = 0
    kurang: tuple[Kurang, ...] = ()
    catatan: str = ""
    tanggapan: Tanggapan | None = None
    mengikuti: tuple[str, ...] = ()
    """Codes of the points that this one follows."""

    @property
    def selesai(self) -> bool:
        """Whether nothing has to be done about it."""
        return self.keadaan in (Keadaan.TERPENUHI, Keadaan.TIDAK_BERLAKU)


class Butir(ABC):
    """One point of the checklist."""

    kode: ClassVar[str]
    kelompok: ClassVar[str]
    pertanyaan: ClassVar[str]
    rujukan: ClassVar[Rujukan]
    jenis: ClassVar[Jenis] = Jenis.ANJURAN
    pilihan: ClassVar[tuple[str, ...]] = ()
    """What a person may answer; nothing where only data tell."""

    @property
    def dijawab(self) -> bool:
        """Whether a person may answer it."""
        return bool(self.pilihan)

    @abstractmethod
    def periksa(self, b: Berkas, hasil: Mapping[str, HasilButir]) -> HasilButir:
        """How the point stands; ``hasil`` holds the points before it."""


class ButirHitung(Butir):
    """A point that is counted: x of y are there. What does not apply is not counted."""

    satuan: ClassVar[str]
    """What is counted, for 'x dari y indikator'."""
    hampa: ClassVar[str] = "Tidak ada yang perlu diperiksa."
    """Why there is nothing to count."""
    keterangan: ClassVar[str] = ""

    @abstractmethod
    def hitung(self, b: Berkas) -> Iterable[Hitungan]:
        """Everything that the point counts."""

    def periksa(self, b: Berkas, hasil: Mapping[str, HasilButir]) -> HasilButir:
        """Count; a person may declare that what is missing does not apply, where the point allows that."""
        semua = tuple(self.hitung(b))
        kurang = tuple(h.kurang for h in semua if not h.ada)
        ada, dari = len(semua) - len(kurang), len(semua)
        if not semua:
            return HasilButir(self, Keadaan.TIDAK_BERLAKU, catatan=self.hampa)
        keadaan = Keadaan.TERPENUHI if not kurang else Keadaan.SEBAGIAN if ada else Keadaan.BELUM
        t = b.tanggapan.get(self.kode) if self.dijawab else None
        if t and t.jawaban == TIDAK_BERLAKU and kurang:
            keadaan = Keadaan.TERPENUHI if ada else Keadaan.TIDAK_BERLAKU
            return HasilButir(self, keadaan, ada, dari, catatan="Selebihnya dinyatakan tidak berlaku.", tanggapan=t)
        return HasilButir(self, keadaan, ada, dari, kurang, self.keterangan, t)


class PerIndikator(ButirHitung):
    """A point that asks the same of each indicator of the PK."""

    satuan = "indikator"
    hampa = "Tidak ada indikator yang perlu diperiksa."

    @abstractmethod
    def ada(self, b: Berkas, h: HasilIndikator) -> bool | None:
        """Whether the indicator has it; None where it does not apply."""

    @abstractmethod
    def letak(self, b: Berkas, h: HasilIndikator) -> Letak:
        """Where it is mended."""

    def hitung(self, b: Berkas) -> Iterator[Hitungan]:
        """One for each indicator to which it applies."""
        for h in b.konteks.indikator:
            if (ada := self.ada(b, h)) is not None:
                yield Hitungan(ada, Kurang(f"{h.fakta.kode} {h.fakta.nama}", self.letak(b, h)))


class ButirOrang(Butir):
    """A point that only a person can answer."""

    pilihan = (YA, TIDAK, TIDAK_BERLAKU)

    def periksa(self, b: Berkas, hasil: Mapping[str, HasilButir]) -> HasilButir:
        """As it was answered."""
        t = b.tanggapan.get(self.kode)
        keadaan = {YA: Keadaan.TERPENUHI, TIDAK: Keadaan.BELUM, TIDAK_BERLAKU: Keadaan.TIDAK_BERLAKU}
        return HasilButir(self, keadaan[t.jawaban] if t else Keadaan.PERLU_DIJAWAB, tanggapan=t)


class ButirTurunan(Butir):
    """A point that stands as others do; what is missing is listed there."""

    dari: ClassVar[tuple[str, ...]]

    def periksa(self, b: Berkas, hasil: Mapping[str, HasilButir]) -> HasilButir:
        """Met where all of them are."""
        semua = [hasil[kode] for kode in self.dari]
        berlaku = [h for h in semua if h.keadaan is not Keadaan.TIDAK_BERLAKU]
        if not berlaku:
            return HasilButir(self, Keadaan.TIDAK_BERLAKU, mengikuti=self.dari)
        if all(h.selesai for h in berlaku):
            keadaan = Keadaan.TERPENUHI
        else:
            keadaan = Keadaan.BELUM if all(h.keadaan is Keadaan.BELUM for h in berlaku) else Keadaan.SEBAGIAN
        return HasilButir(self, keadaan, mengikuti=self.dari)


class ButirPenjelasan(ButirOrang):
    """A point that asks for an explanation only where others are not met."""

    dari: ClassVar[tuple[str, ...]]

    def periksa(self, b: Berkas, hasil: Mapping[str, HasilButir]) -> HasilButir:
        """Not applicable as long as the others are met; unknown as long as one of them is."""
        semua = [hasil[kode] for kode in self.dari]
        if any(h.keadaan is Keadaan.PERLU_DIJAWAB for h in semua):
            sebutan = " dan ".join(self.dari)
            return HasilButir(self, Keadaan.TIDAK_BERLAKU, catatan=f"Menunggu jawaban butir {sebutan}.")
        if all(h.selesai for h in semua):
            return HasilButir(self, Keadaan.TIDAK_BERLAKU, catatan=f"Butir {' dan '.join(self.dari)} terpenuhi.")
        return replace(super().periksa(b, hasil), mengikuti=self.dari)
