"""The approved reports that a reader may open: found by satker, by year, by the code that they print."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.dasbor.selectors import satker_tampak
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.kode_terbitan import baca_kode, tulis_kode
from lakin.laporan.models import Terbitan
from lakin.laporan.terbitan import BERAT, saat

TERBANYAK = 200


@dataclass(frozen=True, slots=True)
class LaporanSah:
    """One approved version."""

    terbitan: Terbitan
    nama: str
    kode: str
    pada: str


def laporan_sah(pengguna: Any, cari: str) -> list[LaporanSah]:
    """Return complete versions, newest first; a word of four digits is a year, a code is a code, the rest a satker."""
    semua = Terbitan.objects.filter(berkas__isnull=False).select_related("laporan__satker").defer(*BERAT)
    kata = cari.split()
    if kode := baca_kode(cari):
        semua, kata = semua.filter(kode=kode), []
    tahun = [int(k) for k in kata if len(k) == 4 and k.isascii() and k.isdigit()]
    if tahun:
        semua = semua.filter(laporan__tahun__in=tahun)
    sisa = " ".join(k for k in kata if not (len(k) == 4 and k.isascii() and k.isdigit()))
    semua = semua.filter(laporan__satker__in=satker_tampak(pengguna, sisa).prefetch_related(None))
    urut = semua.order_by("-laporan__tahun", "-laporan__triwulan", "laporan__satker__kode", "-nomor")
    return [
        LaporanSah(t, sebutan_laporan(t.laporan.tahun, t.laporan.triwulan), tulis_kode(t.kode), saat(t))
        for t in urut[:TERBANYAK]
    ]
