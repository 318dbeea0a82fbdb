"""Figures as of the report's triwulan; those of the yearly report are the year's own objects."""

from __future__ import annotations

from lakin.capaian.angka_jelas import TanpaNilai
from lakin.capaian.dukungan import dukungan_sampai
from lakin.capaian.hasil import (
    HasilIndikator,
    HasilOrganisasi,
    HasilSerapan,
    HasilSerapanTriwulan,
    HasilSimpul,
    HasilTriwulan,
)
from lakin.capaian.sampai import SETAHUN
from lakin.capaian.sasaran import organisasi as hitung_organisasi
from lakin.capaian.serapan import per_triwulan, total_triwulan
from lakin.laporan.angka_laporan import akar
from lakin.laporan.konteks import Konteks


def sampai(k: Konteks, h: HasilIndikator) -> HasilTriwulan:
    """An indicator at the end of the report's triwulan."""
    return h.triwulan[k.triwulan - 1]


def organisasi(k: Konteks) -> HasilOrganisasi:
    """The satker as a whole at the end of the report's triwulan."""
    if k.triwulan == SETAHUN:
        return k.hasil.organisasi
    return hitung_organisasi(f"{akar(k)}/", k.satker.nama, k.indikator, k.fakta.setelan, k.triwulan)


def uang_indikator(k: Konteks) -> dict[str, HasilSerapan]:
    """Budget of each indicator until the end of the report's triwulan."""
    if k.triwulan == SETAHUN:
        return {kode: h.anggaran for kode, h in k.hasil.indikator.items()}
    return dukungan_sampai(k.fakta, k.hasil.anggaran, k.triwulan)


def uang_simpul(k: Konteks, s: HasilSimpul) -> HasilSerapanTriwulan:
    """A node of the budget at the end of the report's triwulan."""
    return per_triwulan(k.hasil.anggaran, k.fakta, s.fakta.kode)[k.triwulan - 1]


def uang_total(k: Konteks) -> HasilSerapanTriwulan:
    """The whole budget at the end of the report's triwulan."""
    return total_triwulan(k.hasil.anggaran, k.fakta)[k.triwulan - 1]


def serapan_total(k: Konteks) -> HasilSerapan:
    """Pagu, realisasi and their percentage at the end of the report's triwulan."""
    if k.triwulan == SETAHUN:
        return k.hasil.anggaran.total
    u = uang_total(k)
    return HasilSerapan(k.hasil.anggaran.total.pagu, u.realisasi_kumulatif, u.persen)


def pos_tanpa_uang(k: Konteks) -> int:
    """How many leaves with a pagu have no money recorded until the report's triwulan."""
    daun = [s for s in k.hasil.anggaran.simpul.values() if s.daun]
    return sum(1 for s in daun if all(isinstance(b, TanpaNilai) for b in s.triwulan[: k.triwulan]))
