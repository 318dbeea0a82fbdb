"""An indicator: its manual, targets and progress, and what is recorded beside them."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum

from lakin.angka import Nilai, Tiada


class Klasifikasi(StrEnum):
    """Which direction is better for an indicator (Renstra BSKJI 2021-2024, Lampiran III)."""

    MAKSIMASI = "maksimasi"
    MINIMASI = "minimasi"
    STABILISASI = "stabilisasi"


class CaraRenstra(StrEnum):
    """How the years of a Renstra add up for one indicator."""

    JUMLAH = "jumlah"
    RATA_RATA = "rata_rata"
    AKHIR = "akhir"


@dataclass(frozen=True, slots=True)
class FTriwulan:
    """One indicator in one triwulan: cumulative physical % (plan, reached) and the value so far."""

    triwulan: int
    fisik_rencana: Nilai = Tiada.KOSONG
    fisik: Nilai = Tiada.KOSONG
    nilai: Nilai = Tiada.KOSONG
    kegiatan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FBaris:
    """One raw row of a formula: field name -> value, with the day from which it counts.

    Numbers are Nilai, everything else is text. ``tanggal`` None means the row
    belongs to the whole year.
    """

    urut: int
    isi: tuple[tuple[str, Nilai | str], ...]
    tanggal: date | None = None
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FGanti:
    """A recorded value that stands in for the computed one, with its reason."""

    nilai: Decimal
    alasan: str
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FTahunLain:
    """What is recorded of an indicator in another year (target of the Renstra, realisasi)."""

    tahun: int
    target: Nilai = Tiada.NA
    realisasi: Nilai = Tiada.KOSONG
    satuan: str = ""
    sumber: str = ""
    catatan: str = ""
    label: str = ""
    """What was measured then, where it bore another name."""


@dataclass(frozen=True, slots=True)
class FPedoman:
    """The manual of an indicator: definition, data source, how to compute, unit responsible."""

    definisi: str = ""
    sumber_data: str = ""
    cara_hitung: str = ""
    penanggung_jawab: str = ""


@dataclass(frozen=True, slots=True)
class FIndikator:
    """An indicator of the PK with everything that is known of it this year.

    ``target_atas`` is set for stabilisasi only: the band is [target, target_atas].
    ``target_renstra`` holds every year of the period; years before this one
    with their realisasi stand in ``tahun_lain``.
    """

    kode: str
    nama: str
    sasaran: str
    tujuan: str
    satuan: str
    desimal: int
    iku: bool
    klasifikasi: Klasifikasi
    rumus: str
    cara_renstra: CaraRenstra
    target: Nilai
    target_atas: Nilai = Tiada.NA
    desimal_target: int = 0
    triwulan: tuple[FTriwulan, ...] = ()
    baris: tuple[FBaris, ...] = ()
    ganti: FGanti | None = None
    target_renstra: tuple[tuple[int, Nilai], ...] = ()
    tahun_lain: tuple[FTahunLain, ...] = ()
    pedoman: FPedoman = field(default_factory=FPedoman)
    katalog: str = ""
    garis: str = "tetap"
    garis_dari: str = ""
    prioritas_nasional: bool = False
    sumber: str = ""
    mendukung: tuple[tuple[str, str], ...] = ()
    minimasi_terbalik: bool | None = None


@dataclass(frozen=True, slots=True)
class FAcuan:
    """A benchmark value of an indicator (RPJMN, national standard, ministry) with its source."""

    indikator: str
    nama: str
    tahun: int
    nilai: Nilai
    satuan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPendukung:
    """A supporting table of an indicator that no formula uses: heads and rows as recorded."""

    indikator: str
    kode: str
    judul: str
    kolom: tuple[str, ...]
    baris: tuple[tuple[Nilai | str, ...], ...]
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FBukti:
    """A letter or document that proves what was reached."""

    indikator: str
    nomor: str
    tanggal: date | None
    perihal: str
    sumber: str = ""
