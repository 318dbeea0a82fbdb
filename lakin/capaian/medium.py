"""The medium term: how the years of a Renstra add up, and how far the years so far have come."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, Cara, Rujukan, TanpaNilai
from lakin.capaian.fakta import CaraRenstra
from lakin.capaian.hasil import HasilRenstra
from lakin.capaian.himpun import jumlah, keadaan_bersama, rata_rata

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.arah import Pengukur
    from lakin.capaian.fakta import FIndikator
    from lakin.capaian.hasil import HasilTahun

PEDOMAN = (Rujukan("Renstra BSKJI 2021-2024, Lampiran II"),)
_TAHUN = (("x", "Nilai setiap tahun"),)
JUMLAH_TAHUN = Cara("jumlah_tahun", "jumlah(x)", _TAHUN, PEDOMAN, berulang=True)
RATA_TAHUN = Cara("rata_tahun", "rata_rata(x)", _TAHUN, PEDOMAN, berulang=True)
TAHUN_AKHIR = Cara("tahun_akhir", "Z", (("Z", "Nilai tahun terakhir"),), PEDOMAN)


def jangka_menengah(
    awalan: str, i: FIndikator, seri: Sequence[HasilTahun], tahun: int, pengukur: Pengukur, *, cetak: bool
) -> HasilRenstra:
    """Target over all years of ``seri`` (the period), realisasi over those until ``tahun``.

    A year without target is left out of both sides.
    """
    bertarget = [t for t in seri if isinstance(t.target, Angka)]
    target = _himpun(f"{awalan}/target", i, [t.target for t in bertarget], "target", cetak)
    berjalan = [t.realisasi for t in bertarget if t.tahun <= tahun]
    realisasi = _himpun(f"{awalan}/realisasi", i, berjalan, "realisasi", cetak)
    capaian, _ = pengukur.ukur(
        f"{awalan}/capaian", realisasi, target, i.klasifikasi, label=i.nama, terbalik=i.minimasi_terbalik
    )
    return HasilRenstra(target, realisasi, capaian)


def _himpun(alamat: str, i: FIndikator, tahunan: Sequence[Bahan], apa: str, cetak: bool) -> Bahan:
    """Sum, mean or last year; a mean is rounded to the indicator's decimals."""
    kosong = f"Belum ada {apa} tahunan dalam periode Renstra."
    if i.cara_renstra is CaraRenstra.RATA_RATA:
        return rata_rata(
            alamat, tahunan, i.desimal, satuan=i.satuan, label=i.nama, cara=RATA_TAHUN, cetak=cetak, kosong=kosong
        )
    berangka = [t for t in tahunan if isinstance(t, Angka)]
    if not berangka:
        keadaan = keadaan_bersama(tahunan) if tahunan else Tiada.NA
        return TanpaNilai(kosong, keadaan, alamat, i.nama, i.satuan, tuple(tahunan))
    desimal = max(b.desimal for b in berangka)
    if i.cara_renstra is CaraRenstra.JUMLAH:
        return jumlah(alamat, tahunan, desimal, satuan=i.satuan, label=i.nama, cara=JUMLAH_TAHUN, cetak=cetak)
    z = berangka[-1]
    return Angka(alamat, z.nilai, z.desimal, i.satuan, DIHITUNG, i.nama, TAHUN_AKHIR, (z,), z.nilai)
