"""Efficiency of resources: what a unit of target and a unit of realisasi cost."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi
from lakin.capaian.angka_jelas import Bahan, Cara, TanpaNilai, dihitung, nilai_pakai, versi
from lakin.capaian.hasil import HasilEfisiensi
from lakin.capaian.himpun import SERATUS, rata_rata, tanpa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.hasil import HasilIndikator, HasilSerapan

IBT = Cara("ibt", "P / T", (("P", "Pagu"), ("T", "Target")))
IBR = Cara("ibr", "A / R", (("A", "Realisasi anggaran"), ("R", "Realisasi indikator")))
EFISIENSI = Cara("efisiensi", "(T - R) / T × 100", (("T", "Indeks biaya target"), ("R", "Indeks biaya realisasi")))
RATA_EFISIENSI = Cara("rata_efisiensi", "rata_rata(x)", (("x", "Efisiensi setiap indikator"),), berulang=True)
TAK_POSITIF = "Target atau realisasi tidak lebih dari nol: biaya per satuan tidak dapat dihitung."
IBT_NOL = "Indeks biaya target nol: efisiensi tidak dapat dihitung."


def efisiensi(
    awalan: str, label: str, anggaran: HasilSerapan, target: Bahan, realisasi: Bahan, *, cetak: bool
) -> HasilEfisiensi:
    """IBT and IBR to whole rupiah, and their relative difference."""
    ibt = _per_satuan(f"{awalan}/ibt", IBT, anggaran.pagu, target, label, cetak)
    ibr = _per_satuan(f"{awalan}/ibr", IBR, anggaran.realisasi, realisasi, label, cetak)
    alamat = f"{awalan}/efisiensi"
    if isinstance(ibt, TanpaNilai) or isinstance(ibr, TanpaNilai):
        return HasilEfisiensi(ibt, ibr, tanpa(alamat, (ibt, ibr), label, "%", EFISIENSI))
    t, r = nilai_pakai(ibt, cetak), nilai_pakai(ibr, cetak)
    if not t:
        return HasilEfisiensi(ibt, ibr, TanpaNilai(IBT_NOL, Tiada.NA, alamat, label, "%", (ibt, ibr), EFISIENSI))
    mentah = bagi((t - r) * SERATUS, t)
    return HasilEfisiensi(ibt, ibr, dihitung(alamat, versi(EFISIENSI, cetak), (ibt, ibr), mentah, 2, "%", label))


def _per_satuan(alamat: str, cara: Cara, uang: Bahan, satuan: Bahan, label: str, cetak: bool) -> Bahan:
    bahan = (uang, satuan)
    if isinstance(uang, TanpaNilai) or isinstance(satuan, TanpaNilai):
        return tanpa(alamat, bahan, label, "Rp", cara)
    n = nilai_pakai(satuan, cetak)
    if n <= 0:
        return TanpaNilai(TAK_POSITIF, Tiada.NA, alamat, label, "Rp", bahan, cara)
    return dihitung(alamat, versi(cara, cetak), bahan, bagi(uang.nilai, n), 0, "Rp", label)


def rata_efisiensi(awalan: str, indikator: Sequence[HasilIndikator], *, cetak: bool) -> tuple[Bahan, Bahan]:
    """The mean of the printed percentages: over all indicators, and over IKU only."""
    kosong = "Belum ada indikator yang efisiensinya dapat dihitung."

    def rata(alamat: str, label: str, siapa: Sequence[HasilIndikator]) -> Bahan:
        bagian = [h.efisiensi.efisiensi for h in siapa]
        return rata_rata(alamat, bagian, 2, satuan="%", label=label, cara=RATA_EFISIENSI, cetak=cetak, kosong=kosong)

    return (
        rata(f"{awalan}efisiensi/rata_rata", "Rata-rata efisiensi seluruh indikator", indikator),
        rata(f"{awalan}efisiensi/rata_rata_iku", "Rata-rata efisiensi IKU", [h for h in indikator if h.fakta.iku]),
    )
