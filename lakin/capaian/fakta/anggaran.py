"""The budget: its tree with pagu and realisasi, its documents, other years, and its rating. Money in whole rupiah."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from lakin.angka import Nilai, Tiada


@dataclass(frozen=True, slots=True)
class FSimpul:
    """A node of the budget tree, named by its full path code; it stores no amount."""

    kode: str
    induk: str
    tingkat: str
    uraian: str
    kode_cetak: str
    dikodekan_sendiri: bool = False


@dataclass(frozen=True, slots=True)
class FPagu:
    """The ceiling of a leaf: one row per source of funds and kind of expenditure."""

    kode: str
    sumber_dana: str
    jenis_belanja: str
    nilai: Decimal
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FRealisasiAnggaran:
    """Money spent at a leaf in one period: triwulan 1-4, or 0 where only the year is known."""

    kode: str
    triwulan: int
    nilai: Decimal
    sumber_dana: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FRencanaPenarikan:
    """Planned withdrawal at a leaf in one triwulan, in rupiah."""

    kode: str
    triwulan: int
    nilai: Decimal


@dataclass(frozen=True, slots=True)
class FSerapanTercatat:
    """A recorded share of the pagu (%) of a node in one triwulan; kode 'total' is the satker."""

    kode: str
    triwulan: int
    rencana: Nilai
    realisasi: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FDukungan:
    """The tie of a leaf to an indicator; the shares of a leaf sum to 100."""

    kode: str
    indikator: str
    bagian: Decimal = Decimal(100)


@dataclass(frozen=True, slots=True)
class FPaguTercatat:
    """Pagu of a kind of expenditure that is known for the satker only."""

    jenis_belanja: str
    nilai: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FKeluaran:
    """Output volume of a KRO or RO."""

    kode: str
    satuan: str
    target: Nilai
    realisasi: Nilai = Tiada.KOSONG
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FDipa:
    """One DIPA document: revision 0 is the first; its total may be unknown."""

    revisi: int
    nomor: str
    tanggal: date | None
    total: Nilai
    perubahan: str = ""
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FAnggaranTahun:
    """Budget of the satker in one year, as recorded."""

    tahun: int
    pagu: Nilai
    realisasi: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FAnggaranIndikator:
    """Budget of an indicator in one year: Renstra funding, PK pagu, realisasi (rupiah)."""

    indikator: str
    tahun: int
    renstra: Nilai
    pagu: Nilai = Tiada.KOSONG
    realisasi: Nilai = Tiada.KOSONG
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FNka:
    """Components of the nilai kinerja anggaran as the official application gives them."""

    penyerapan: Nilai
    konsistensi: Nilai
    capaian_ro: Nilai
    efisiensi: Nilai
    tercatat: Nilai = Tiada.KOSONG
    sumber: str = ""
    perencanaan: Nilai = Tiada.NA
    ikpa: Nilai = Tiada.NA
