"""What the engine answers for one satker and year: figures, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass, field

from lakin.capaian.angka_jelas import Bahan
from lakin.capaian.fakta import (
    Fakta,
    FIndikator,
    FSasaran,
    FSimpul,
    FTujuan,
    Pita,
)


@dataclass(frozen=True, slots=True)
class HasilTriwulan:
    """One indicator at the end of one triwulan."""

    triwulan: int
    fisik_rencana: Bahan
    fisik: Bahan
    realisasi: Bahan
    capaian: Bahan


@dataclass(frozen=True, slots=True)
class HasilTahun:
    """One indicator in one year of the series (Renstra target, realisasi, capaian)."""

    tahun: int
    target: Bahan
    realisasi: Bahan
    capaian: Bahan


@dataclass(frozen=True, slots=True)
class HasilBaris:
    """One raw row with the figures of its cells and, where the formula has one, its result."""

    urut: int
    isi: dict[str, Bahan | str]
    hasil: Bahan | None


@dataclass(frozen=True, slots=True)
class HasilRenstra:
    """The medium term: all years of the period against the years so far."""

    target: Bahan
    realisasi: Bahan
    capaian: Bahan


@dataclass(frozen=True, slots=True)
class HasilSerapan:
    """Pagu, realisasi and their percentage for a node, an indicator, a sasaran, a source..."""

    pagu: Bahan
    realisasi: Bahan
    persen: Bahan


@dataclass(frozen=True, slots=True)
class HasilEfisiensi:
    """Cost per unit of target (IBT), per unit reached (IBR), and their relative difference."""

    ibt: Bahan
    ibr: Bahan
    efisiensi: Bahan


@dataclass(frozen=True, slots=True)
class HasilIndikator:
    """Everything computed for one indicator of the PK."""

    fakta: FIndikator
    target: Bahan
    realisasi: Bahan
    nilai_hitung: Bahan
    """What the raw rows give, also where an override stands in for it."""
    capaian: Bahan
    capaian_penuh: Bahan
    """Capaian before a cap; the same object as ``capaian`` where no cap applies."""
    status: Pita | None
    triwulan: tuple[HasilTriwulan, ...]
    baris: tuple[HasilBaris, ...]
    seri: tuple[HasilTahun, ...]
    renstra: HasilRenstra
    anggaran: HasilSerapan
    anggaran_tahun: dict[int, HasilSerapan]
    """Recorded budgets of other years; ``pagu`` is the PK's."""
    anggaran_renstra: dict[int, Bahan]
    efisiensi: HasilEfisiensi


@dataclass(frozen=True, slots=True)
class HasilSasaran:
    """A sasaran: mean capaian of its indicators and its budget through the ties."""

    fakta: FSasaran
    capaian: Bahan
    status: Pita | None
    anggaran: HasilSerapan
    indikator: tuple[HasilIndikator, ...]
    efektif: bool | None
    efisien: bool | None


@dataclass(frozen=True, slots=True)
class HasilTujuan:
    """A tujuan by the satker's declared formula, beside its own target."""

    fakta: FTujuan
    target: Bahan
    capaian: Bahan
    status: Pita | None
    indikator: tuple[HasilIndikator, ...]


@dataclass(frozen=True, slots=True)
class HasilOrganisasi:
    """The satker as a whole."""

    capaian: Bahan
    tercapai: Bahan
    jumlah: Bahan
    persen_tercapai: Bahan
    fisik: Bahan


@dataclass(frozen=True, slots=True)
class HasilSimpul:
    """A node of the budget tree with its sums; ``anak`` are the codes of its children."""

    fakta: FSimpul
    pagu: Bahan
    realisasi: Bahan
    persen: Bahan
    triwulan: tuple[Bahan, ...]
    """Money of each triwulan (four), kosong where only the year is known."""
    anak: tuple[str, ...]
    daun: bool


@dataclass(frozen=True, slots=True)
class HasilAnggaran:
    """The tree, its total, and its cuts by source, kind, year."""

    total: HasilSerapan
    simpul: dict[str, HasilSimpul]
    """By full code, in the tree's order (parents before children)."""
    akar: tuple[str, ...]
    sumber_dana: dict[str, Bahan]
    """Pagu per source of funds."""
    jenis_belanja: dict[str, Bahan]
    """Pagu per kind of expenditure (51, 52, 53), recorded where the leaves do not say."""
    tahun: dict[int, HasilSerapan]
    """Five-year series of the satker."""
    tercatat: dict[tuple[str, int], tuple[Bahan, Bahan]]
    """(kode, triwulan) -> recorded shares of the pagu: plan, realisasi (%)."""
    target_serapan: Bahan


@dataclass(frozen=True, slots=True)
class HasilPnbp:
    """PNBP of one year."""

    tahun: int
    target: Bahan
    penerimaan: Bahan
    persen: Bahan
    bagian: Bahan
    pagu_penggunaan: Bahan
    penggunaan: Bahan
    persen_penggunaan: Bahan
    layanan: dict[str, tuple[str, Bahan, Bahan]]
    """Service -> (name, target, receipts)."""


@dataclass(frozen=True, slots=True)
class HasilNka:
    """Nilai kinerja anggaran: computed by the year's formula beside the recorded official one."""

    penyerapan: Bahan
    konsistensi: Bahan
    capaian_ro: Bahan
    efisiensi: Bahan
    nilai_hitung: Bahan
    nilai: Bahan


@dataclass(frozen=True, slots=True)
class Hasil:
    """All figures of one satker and year; ``alamat`` finds any of them by its address."""

    fakta: Fakta
    indikator: dict[str, HasilIndikator]
    sasaran: dict[str, HasilSasaran]
    tujuan: dict[str, HasilTujuan]
    organisasi: HasilOrganisasi
    anggaran: HasilAnggaran
    efisiensi_rata: Bahan
    efisiensi_rata_iku: Bahan
    pnbp: dict[int, HasilPnbp]
    nka: HasilNka | None
    alamat: dict[str, Bahan] = field(default_factory=dict)
