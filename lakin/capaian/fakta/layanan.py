"""Services: PNBP received for them, in whole rupiah, and what they delivered."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.angka import Nilai


@dataclass(frozen=True, slots=True)
class FPnbp:
    """PNBP of one year in rupiah; ``bagian`` is the share that may be used, in percent."""

    tahun: int
    target: Nilai
    penerimaan: Nilai
    bagian: Nilai
    pagu_penggunaan: Nilai
    penggunaan: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FPnbpLayanan:
    """PNBP of one service in one year, in rupiah."""

    layanan: str
    nama: str
    tahun: int
    target: Nilai
    penerimaan: Nilai
    sumber: str = ""


@dataclass(frozen=True, slots=True)
class FHasilLayanan:
    """What a service delivered in a year: certificates, reports, people, customers."""

    layanan: str
    nama: str
    ukuran: str
    tahun: int
    nilai: Nilai
    sumber: str = ""
