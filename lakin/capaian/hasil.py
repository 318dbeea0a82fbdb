"""What the engine answers for one satker and year: figures, each with its explanation."""

from __future__ import annotations

from dataclasses import dataclass, field, fields, is_dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.fakta import (
    Fakta,
    FIndikator,
    FSasaran,
    FSimpul,
    FTujuan,
    Pita,
)

if TYPE_CHECKING:
    from collections.abc import Iterator


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
    batas: dict[str, Bahan] = field(default_factory=dict)
    """What the formula itself says of a fixed row: its greatest value, its weight."""


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
    realisasi: Bahan | None = None
    """Mean of the realisasi, where the satker's formula divides it by the target."""


@dataclass(frozen=True, slots=True)
class HasilOrganisasi:
    """The satker as a whole."""

    capaian: Bahan
    tercapai: Bahan
    jumlah: Bahan
    persen_tercapai: Bahan
    fisik: Bahan


class HasilSimpul:
    """A node of the budget tree with its sums; ``anak`` are the codes of its children.

    Not a dataclass: a year has hundreds of nodes, and a frozen dataclass is slow to make.
    """

    __slots__ = ("_kosong", "_triwulan", "anak", "daun", "fakta", "pagu", "persen", "realisasi")

    def __init__(
        self,
        fakta: FSimpul,
        pagu: Bahan,
        realisasi: Bahan,
        persen: Bahan,
        triwulan: tuple[Bahan, ...] | str,
        anak: tuple[str, ...],
        daun: bool,
    ) -> None:
        self.fakta = fakta
        self.pagu = pagu
        self.realisasi = realisasi
        self.persen = persen
        self.anak = anak
        self.daun = daun
        self._triwulan = triwulan
        self._kosong: tuple[Bahan, ...] = ()

    @property
    def tanpa_triwulan(self) -> str:
        """Why there is no money per triwulan; '' where there is."""
        return self._triwulan if isinstance(self._triwulan, str) else ""

    @property
    def triwulan(self) -> tuple[Bahan, ...]:
        """Money of each triwulan (four), kosong where only the year is known."""
        if isinstance(self._triwulan, tuple):
            return self._triwulan
        if not self._kosong:
            r = self.realisasi
            self._kosong = tuple(
                TanpaNilai(self._triwulan, Tiada.KOSONG, f"{r.alamat}/tw{tw}", r.label, r.satuan) for tw in (1, 2, 3, 4)
            )
        return self._kosong


@dataclass(frozen=True, slots=True)
class HasilSerapanTriwulan:
    """One node at the end of one triwulan: the triwulan's own money, and what it adds up to."""

    triwulan: int
    rencana: Bahan
    realisasi: Bahan
    rencana_kumulatif: Bahan
    realisasi_kumulatif: Bahan
    persen_rencana: Bahan
    """Planned withdrawal so far as a share of the pagu."""
    persen: Bahan
    """Realisasi so far as a share of the pagu."""
    terhadap_rencana: Bahan
    """Realisasi so far as a share of the planned withdrawal so far."""


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


@dataclass(frozen=True)
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

    @cached_property
    def alamat(self) -> dict[str, Bahan]:
        """Address -> figure, of every figure and of all that it was made from; built when first asked for."""
        return indeks(self)


def indeks(hasil: Hasil) -> dict[str, Bahan]:
    """Address -> figure; what has no address (a blank that nobody can fill in) is left out."""
    ditemukan: dict[str, Bahan] = {}
    for angka in semua_angka(hasil):
        if angka.alamat:
            ditemukan.setdefault(angka.alamat, angka)
    for kode in hasil.indikator:
        _samakan(ditemukan, f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/{kode}")
    return ditemukan


def semua_angka(hasil: Hasil) -> Iterator[Bahan]:
    """Every figure of the answer and all that it was made from, each once, in the order of the answer."""
    tumpukan: list[object] = [getattr(hasil, f.name) for f in reversed(fields(hasil)) if f.name != "fakta"]
    dilihat: set[int] = set()
    while tumpukan:
        benda = tumpukan.pop()
        if benda is None or isinstance(benda, str | int) or id(benda) in dilihat:
            continue
        dilihat.add(id(benda))
        if isinstance(benda, Angka | TanpaNilai):
            yield benda
            tumpukan.extend(reversed(benda.bahan))
        elif isinstance(benda, dict):
            tumpukan.extend(reversed(list(benda.values())))
        elif isinstance(benda, tuple):
            tumpukan.extend(reversed(benda))
        elif isinstance(benda, HasilSimpul):
            tumpukan.extend((benda.triwulan, benda.persen, benda.realisasi, benda.pagu))
        elif is_dataclass(benda) and type(benda).__module__ == __name__:
            tumpukan.extend(getattr(benda, f.name) for f in reversed(fields(benda)) if f.name != "fakta")


def _samakan(ditemukan: dict[str, Bahan], indikator: str) -> None:
    """The year's figure is triwulan IV's: both addresses find the same object."""
    for apa in ("realisasi", "capaian"):
        if f"{indikator}/{apa}" in ditemukan:
            ditemukan.setdefault(f"{indikator}/{apa}/tw4", ditemukan[f"{indikator}/{apa}"])
