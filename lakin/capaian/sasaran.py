"""Means over indicators: sasaran, tujuan by either declared formula, and the satker as a whole."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import ada, romawi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, banyak_desimal, dicatat, dihitung
from lakin.capaian.fakta import RumusTujuan
from lakin.capaian.hasil import HasilOrganisasi, HasilSasaran, HasilSerapan, HasilTujuan
from lakin.capaian.himpun import persen, rata_rata
from lakin.capaian.predikat import status

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.fakta import FSasaran, FTujuan, Setelan
    from lakin.capaian.hasil import HasilIndikator

PEDOMAN = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III"),)
_CAPAIAN = (("x", "Capaian setiap indikator"),)
RATA_CAPAIAN = Cara("rata_capaian", "rata_rata(x)", _CAPAIAN, berulang=True)
RATA_REALISASI = Cara("rata_realisasi", "rata_rata(x)", (("x", "Realisasi setiap indikator"),), PEDOMAN, berulang=True)
CAPAIAN_TUJUAN = Cara("capaian_tujuan", "R / T × 100", (("R", "Rata-rata realisasi"), ("T", "Target tujuan")), PEDOMAN)
TERCAPAI = Cara("tercapai", "banyak(x ≥ 100)", _CAPAIAN, berulang=True)
BERTARGET = Cara("bertarget", "banyak(x)", (("x", "Target setiap indikator"),), berulang=True)
BAGIAN = Cara("bagian_tercapai", "R / P × 100", (("R", "Indikator yang mencapai target"), ("P", "Seluruh indikator")))
RATA_FISIK = Cara("rata_fisik", "rata_rata(x)", (("x", "Realisasi fisik setiap indikator (%)"),), berulang=True)

BELUM = "Belum ada indikator yang capaiannya dapat dihitung."
SERATUS = Decimal(100)


def sasaran(
    awalan: str, f: FSasaran, indikator: Sequence[HasilIndikator], anggaran: HasilSerapan, setelan: Setelan
) -> HasilSasaran:
    """Mean capaian of the sasaran's indicators; 'efektif' and 'efisien' as the LAKIN's table of efficiency has them."""
    capaian = rata_rata(
        f"{awalan}{f.kode}/capaian",
        [h.capaian for h in indikator],
        2,
        satuan="%",
        label=f.nama,
        cara=RATA_CAPAIAN,
        cetak=setelan.cetak_dari_cetak,
        na_nol=setelan.na_dihitung_nol,
        kosong=BELUM,
    )
    return HasilSasaran(
        f,
        capaian,
        status(setelan.skala, capaian),
        anggaran,
        tuple(indikator),
        capaian.nilai >= SERATUS if isinstance(capaian, Angka) else None,
        anggaran.persen.nilai <= SERATUS if isinstance(anggaran.persen, Angka) else None,
    )


def tujuan(awalan: str, f: FTujuan, indikator: Sequence[HasilIndikator], setelan: Setelan) -> HasilTujuan:
    """Mean of capaian set beside the target, or mean of realisasi over the target."""
    cetak, na_nol = setelan.cetak_dari_cetak, setelan.na_dihitung_nol
    alamat = f"{awalan}{f.kode}"
    tiada = "Tujuan ini tidak bertarget tahun ini."
    target = dicatat(f"{alamat}/target", f.target, _desimal_target(f), "%", f.nama, f.sumber, tiada=tiada)
    if setelan.rumus_tujuan is RumusTujuan.RATA_CAPAIAN:
        bagian: list[Bahan] = [h.capaian for h in indikator]
        capaian = rata_rata(
            f"{alamat}/capaian", bagian, 2, satuan="%", label=f.nama, cara=RATA_CAPAIAN, cetak=cetak, na_nol=na_nol,
            kosong=BELUM,
        )  # fmt: skip
        return HasilTujuan(f, target, capaian, status(setelan.skala, capaian), tuple(indikator))
    realisasi = rata_rata(
        f"{alamat}/realisasi", [h.realisasi for h in indikator], 2, satuan="%", label=f.nama, cara=RATA_REALISASI,
        cetak=cetak, na_nol=na_nol, kosong="Belum ada indikator yang realisasinya terisi.",
    )  # fmt: skip
    nol = "Target tujuan nol: capaian tidak terdefinisi."
    capaian = persen(f"{alamat}/capaian", realisasi, target, label=f.nama, cara=CAPAIAN_TUJUAN, cetak=cetak, nol=nol)
    return HasilTujuan(f, target, capaian, status(setelan.skala, capaian), tuple(indikator), realisasi)


def organisasi(
    awalan: str, nama: str, indikator: Sequence[HasilIndikator], setelan: Setelan, triwulan: int = 4
) -> HasilOrganisasi:
    """Flat mean over all indicators of the PK, the share that reached, and mean physical progress.

    At the end of a triwulan; the year's are those of the fourth, and their addresses name none.
    """
    cetak, pada = setelan.cetak_dari_cetak, "" if triwulan == 4 else f"/tw{triwulan}"
    semua = tuple(h.triwulan[triwulan - 1].capaian for h in indikator)
    capaian = rata_rata(
        f"{awalan}organisasi/capaian{pada}", semua, 2, satuan="%", label=nama, cara=RATA_CAPAIAN, cetak=cetak,
        na_nol=setelan.na_dihitung_nol, kosong=BELUM,
    )  # fmt: skip
    target = tuple(h.target for h in indikator)
    jumlah = dihitung(f"{awalan}organisasi/jumlah", BERTARGET, target, Decimal(_ada(target)), 0, "Indikator", nama)
    capai = sum(1 for c in semua if isinstance(c, Angka) and c.nilai >= SERATUS)
    tercapai = dihitung(f"{awalan}organisasi/tercapai{pada}", TERCAPAI, semua, Decimal(capai), 0, "Indikator", nama)
    bagian = persen(
        f"{awalan}organisasi/persen_tercapai{pada}", tercapai, jumlah, label=nama, cara=BAGIAN,
        nol="Tidak ada indikator yang bertarget tahun ini.",
    )  # fmt: skip
    fisik = rata_rata(
        f"{awalan}organisasi/fisik{pada}", [h.triwulan[triwulan - 1].fisik for h in indikator], 2, satuan="%",
        label=nama, cara=RATA_FISIK, cetak=cetak, kosong=f"Realisasi fisik triwulan {romawi(triwulan)} belum diisi.",
    )  # fmt: skip
    return HasilOrganisasi(capaian, tercapai, jumlah, bagian, fisik)


def _ada(angka: Sequence[Bahan]) -> int:
    return sum(1 for a in angka if not isinstance(a, TanpaNilai))


def _desimal_target(f: FTujuan) -> int:
    return banyak_desimal(f.target) if ada(f.target) else 0
