"""Choices of computation that differ between agencies."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lakin.angka import Nilai, Tiada


class RumusTujuan(StrEnum):
    """How the achievement of a tujuan is computed."""

    RATA_CAPAIAN = "rata_capaian"
    RATA_REALISASI = "rata_realisasi"


@dataclass(frozen=True, slots=True)
class Pita:
    """One band of a predicate scale, both ends inclusive; None is open."""

    kode: str
    nama: str
    bawah: Decimal | None
    atas: Decimal | None


@dataclass(frozen=True, slots=True)
class Setelan:
    """What differs between agencies: choices of computation, not code."""

    rumus_tujuan: RumusTujuan = RumusTujuan.RATA_CAPAIAN
    skala: tuple[Pita, ...] = (
        Pita("tidak_mencapai", "Tidak mencapai", None, Decimal("99.99")),
        Pita("mencapai", "Mencapai", Decimal("100"), Decimal("100")),
        Pita("melebihi", "Melebihi", Decimal("100.01"), None),
    )
    batas_capaian: Decimal | None = None
    na_dihitung_nol: bool = False
    cetak_dari_cetak: bool = True
    minimasi_terbalik: bool = False
    target_serapan: Nilai = Tiada.KOSONG
