"""All formulas: an explicit tuple, one line each."""

from __future__ import annotations

from functools import cache
from typing import Any

from lakin.capaian.deklarasi import Rumus
from lakin.capaian.rumus.gulungan import ProporsiSatker, RasioSatker, RataSatker
from lakin.capaian.rumus.ip_asn import IPASN
from lakin.capaian.rumus.laporan_keuangan import LaporanKeuangan
from lakin.capaian.rumus.layanan_publik import IndeksLayananPublik
from lakin.capaian.rumus.p3dn import P3DN
from lakin.capaian.rumus.pengawasan import TindakLanjut
from lakin.capaian.rumus.pertumbuhan import Pertumbuhan, PertumbuhanLayanan
from lakin.capaian.rumus.perusahaan import EfisiensiPerusahaan, JumlahPerusahaan
from lakin.capaian.rumus.sakip import Sakip
from lakin.capaian.rumus.survei import IndeksSurvei, Kepuasan

KATALOG: tuple[Rumus[Any], ...] = (
    EfisiensiPerusahaan(),
    JumlahPerusahaan(),
    Pertumbuhan(),
    PertumbuhanLayanan(),
    P3DN(),
    TindakLanjut(),
    IndeksSurvei(),
    Kepuasan(),
    IPASN(),
    IndeksLayananPublik(),
    Sakip(),
    LaporanKeuangan(),
    RataSatker(),
    RasioSatker(),
    ProporsiSatker(),
)


@cache
def rumus(kode: str, tahun: int) -> Rumus[Any] | None:
    """The formula of that name in force in the year; the latest where several are; None where there is none."""
    berlaku = [r for r in KATALOG if r.kode == kode and r.berlaku(tahun)]
    return max(berlaku, key=lambda r: r.berlaku_sejak) if berlaku else None
