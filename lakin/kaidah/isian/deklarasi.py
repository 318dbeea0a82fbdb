"""What a check is, what it reads, and what it answers."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum
from functools import cached_property
from typing import ClassVar

from lakin.angka import ada
from lakin.capaian.deklarasi import Rumus
from lakin.capaian.fakta import Fakta, FBaris, FIndikator
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.katalog import rumus
from lakin.capaian.sampai import SETAHUN, akhir_triwulan


class Jenis(StrEnum):
    """How heavy a finding is."""

    TIDAK_MUNGKIN = "tidak mungkin"
    """Blocks handing in, never typing."""
    JANGGAL = "janggal"
    """Needs a note before handing in, which reviewers see."""
    CATATAN = "catatan"
    """Only told."""


@dataclass(frozen=True, slots=True)
class Temuan:
    """One finding: at which figure, in which words, where it is mended, and the numbers that it saw.

    ``terkait`` are the addresses of the cells of which one is wrong, where the
    check cannot tell which. ``sidik`` changes with the numbers, so that a note
    answers what its writer saw and nothing later.
    """

    kaidah: str
    jenis: Jenis
    alamat: str
    judul: str
    pesan: str
    jangkar: str = ""
    sidik: str = ""
    terkait: tuple[str, ...] = ()


@dataclass(frozen=True)
class Konteks:
    """What the checks read: a year's figures, until which triwulan, and like satkers' realisasi where given."""

    hasil: Hasil
    triwulan: int = SETAHUN
    serupa: Mapping[str, Sequence[Decimal]] = field(default_factory=dict)
    """Code of an indicator -> realisasi of the same indicator at other satkers of the same kind."""

    @property
    def fakta(self) -> Fakta:
        """The facts."""
        return self.hasil.fakta

    @property
    def setahun(self) -> bool:
        """Whether the year is over: what belongs to the whole year is checked then."""
        return self.triwulan == SETAHUN

    @cached_property
    def akar(self) -> str:
        """The beginning of every address."""
        return f"{self.fakta.satker.kode}/{self.fakta.tahun}"

    @cached_property
    def indikator(self) -> tuple[HasilIndikator, ...]:
        """The indicators in the PK's order: what stands side by side on the entry page."""
        return tuple(self.hasil.indikator.values())

    def rumus(self, i: FIndikator) -> Rumus | None:  # type: ignore[type-arg]
        """The formula of an indicator, None where its value is recorded."""
        return rumus(i.rumus, self.fakta.tahun) if i.rumus else None

    def baris(self, i: FIndikator) -> tuple[FBaris, ...]:
        """The raw rows that belong to the triwulan; one without a date belongs to the whole year.

        Rows that are other satkers' figures are checked where they were entered.
        """
        r = self.rumus(i)
        if r is not None and r.digulung:
            return ()
        if self.setahun:
            return i.baris
        akhir = akhir_triwulan(self.fakta.tahun, self.triwulan)
        return tuple(b for b in i.baris if b.tanggal and b.tanggal <= akhir)

    def alamat_baris(self, i: FIndikator, b: FBaris, medan: str = "") -> str:
        """The address of a raw row, or of one of its cells."""
        return f"{self.akar}/{i.kode}/baris/{b.urut}" + (f"/{medan}" if medan else "")

    def semua_baris(self) -> Iterator[tuple[FIndikator, Rumus, FBaris]]:  # type: ignore[type-arg]
        """Every raw row with its indicator and formula."""
        for h in self.indikator:
            r = self.rumus(h.fakta)
            if r is not None:
                yield from ((h.fakta, r, b) for b in self.baris(h.fakta))


class Kaidah(ABC):
    """A rule about what was entered. ``rumusan`` is its condition as people read it, ``kosong`` how blanks count."""

    kode: ClassVar[str]
    jenis: ClassVar[Jenis]
    rumusan: ClassVar[str]
    kosong: ClassVar[str] = "Yang kosong atau N/A tidak diperiksa."

    @abstractmethod
    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Yield what the rule finds."""

    def temuan(
        self,
        alamat: str,
        judul: str,
        pesan: str,
        lihat: Iterable[object],
        *,
        jangkar: str = "",
        terkait: Iterable[str] = (),
        jenis: Jenis | None = None,
    ) -> Temuan:
        """Make a finding; ``lihat`` are the numbers that it rests on."""
        sidik = "|".join(str(x) for x in lihat)[:64]
        return Temuan(self.kode, jenis or self.jenis, alamat, judul, pesan, jangkar, sidik, tuple(terkait))


def judul_baris(i: FIndikator, b: FBaris) -> str:
    """What a raw row is called in a finding."""
    return f"{i.kode} baris {b.urut}"


def nama_medan(r: Rumus, kode: str) -> str:  # type: ignore[type-arg]
    """The label of a field."""
    return next((m.label for m in r.daftar_medan if m.kode == kode), kode)


def angka_isi(b: FBaris) -> dict[str, Decimal]:
    """The numbers of a raw row."""
    return {k: v for k, v in b.isi if not isinstance(v, str) and ada(v)}


def teks_isi(b: FBaris) -> dict[str, str]:
    """The texts of a raw row."""
    return {k: v for k, v in b.isi if isinstance(v, str)}
