"""What the budget spends on an indicator: its ties to leaves, each with a share."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from operator import attrgetter
from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, Cara, TanpaNilai, dicatat, dihitung
from lakin.capaian.pohon import RP, jumlah_rupiah
from lakin.capaian.serapan import BELUM_REALISASI, JUMLAH_SAMPAI, serapan

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from lakin.capaian.fakta import Fakta, FDukungan, FSasaran
    from lakin.capaian.hasil import HasilAnggaran, HasilIndikator, HasilSerapan, HasilSimpul

JUMLAH_DUKUNGAN = Cara("jumlah_dukungan", "jumlah(x)", (("x", "Pos anggaran yang mendukung"),), berulang=True)
JUMLAH_INDIKATOR = Cara("jumlah_indikator", "jumlah(x)", (("x", "Indikator"),), berulang=True)
BAGIAN = Cara("bagian_dukungan", "P × B / 100", (("P", "Nilai pos"), ("B", "Bagian (%)")))
BELUM = "Belum ada pos anggaran yang mendukung indikator ini."
BELUM_SASARAN = "Belum ada pos anggaran yang mendukung sasaran ini."
_SERATUS = Decimal(100)


def dukungan_sampai(fakta: Fakta, anggaran: HasilAnggaran, triwulan: int) -> dict[str, HasilSerapan]:
    """Indicator -> its budget with the money spent until the end of a triwulan."""
    awalan, letak = f"{fakta.satker.kode}/{fakta.tahun}/", f"sampai/tw{triwulan}/"

    def uang(pos: HasilSimpul) -> Bahan:
        alamat = f"{awalan}anggaran/{pos.fakta.kode}/{letak}realisasi"
        return jumlah_rupiah(alamat, pos.triwulan[:triwulan], pos.fakta.uraian, JUMLAH_SAMPAI, BELUM_REALISASI)

    return dukungan(awalan, fakta.dukungan, anggaran, {i.kode: i.nama for i in fakta.indikator}, letak, uang)


def dukungan(
    awalan: str,
    dukungan: Sequence[FDukungan],
    anggaran: HasilAnggaran,
    nama: dict[str, str],
    letak: str = "",
    uang: Callable[[HasilSimpul], Bahan] = attrgetter("realisasi"),
) -> dict[str, HasilSerapan]:
    """Indicator -> its budget; shares of a leaf are rounded so that they add up to the leaf.

    ``uang`` says which money of a leaf is meant, ``letak`` where its addresses part from the year's.
    """
    simpul = anggaran.simpul
    pagu: dict[str, list[Bahan]] = {kode: [] for kode in nama}
    realisasi: dict[str, list[Bahan]] = {kode: [] for kode in nama}
    terbagi: dict[str, list[FDukungan]] = defaultdict(list)
    for d in dukungan:
        pos = simpul.get(d.kode)
        if pos is None or d.indikator not in nama:
            continue
        if d.bagian == _SERATUS:  # the usual tie: the leaf's own figures
            pagu[d.indikator].append(pos.pagu)
            realisasi[d.indikator].append(uang(pos))
        elif d.bagian:
            terbagi[d.kode].append(d)
    for kode, milik in terbagi.items():
        pos = simpul[kode]
        bagian = [_bagian(awalan, d, pos.fakta.uraian) for d in milik]
        for d, p in zip(milik, _bagi_habis(awalan, "pagu", pos.pagu, milik, bagian), strict=True):
            pagu[d.indikator].append(p)
        for d, r in zip(milik, _bagi_habis(awalan, f"{letak}realisasi", uang(pos), milik, bagian), strict=True):
            realisasi[d.indikator].append(r)
    return {
        kode: _serapan_dari(f"{awalan}{kode}/anggaran/", letak, nama[kode], pagu[kode], realisasi[kode])
        for kode in nama
    }


def _serapan_dari(
    dasar: str, letak: str, label: str, pagu: Sequence[Bahan], realisasi: Sequence[Bahan]
) -> HasilSerapan:
    return serapan(
        f"{dasar}{letak}".removesuffix("/"),
        label,
        jumlah_rupiah(f"{dasar}pagu", pagu, label, JUMLAH_DUKUNGAN, BELUM),
        jumlah_rupiah(f"{dasar}{letak}realisasi", realisasi, label, JUMLAH_DUKUNGAN, BELUM),
    )


def _bagian(awalan: str, d: FDukungan, uraian: str) -> Bahan:
    return dicatat(f"{awalan}{d.indikator}/anggaran/{d.kode}/bagian", d.bagian, 2, "%", f"{uraian}: bagian")


def _bagi_habis(awalan: str, apa: str, utuh: Bahan, milik: Sequence[FDukungan], persen: Sequence[Bahan]) -> list[Bahan]:
    """The parts of one leaf; where the shares sum to 100 the last takes what rounding left."""
    alamat = [f"{awalan}{d.indikator}/anggaran/{d.kode}/{apa}" for d in milik]
    if isinstance(utuh, TanpaNilai):
        return [TanpaNilai(utuh.alasan, Tiada.KOSONG, a, utuh.label, RP, (utuh,)) for a in alamat]
    bagian: list[Bahan] = [
        dihitung(a, BAGIAN, (utuh, b), bagi(utuh.nilai * d.bagian, _SERATUS), 0, RP, utuh.label)
        for a, d, b in zip(alamat, milik, persen, strict=True)
    ]
    if sum((d.bagian for d in milik), Decimal(0)) == _SERATUS:
        bagian[-1] = _sisa(bagian[-1], utuh, bagian[:-1])
    return bagian


def _sisa(terakhir: Bahan, utuh: Angka, lain: Sequence[Bahan]) -> Angka:
    """What is left of a leaf after the other shares."""
    huruf = [("P", "Nilai pos"), *((f"x{n}", "Bagian indikator lain") for n in range(1, len(lain) + 1))]
    cara = Cara("sisa_dukungan", " - ".join(h for h, _ in huruf), tuple(huruf))
    sisa = utuh.nilai - sum((b.nilai for b in lain if isinstance(b, Angka)), Decimal(0))
    return Angka(terakhir.alamat, sisa, 0, RP, DIHITUNG, utuh.label, cara, (utuh, *lain), sisa)


def anggaran_sasaran(awalan: str, f: FSasaran, indikator: Sequence[HasilIndikator]) -> HasilSerapan:
    """The summed budget of a sasaran's indicators."""
    dasar = f"{awalan}{f.kode}/anggaran"
    pagu = [h.anggaran.pagu for h in indikator]
    realisasi = [h.anggaran.realisasi for h in indikator]
    return serapan(
        dasar,
        f.nama,
        jumlah_rupiah(f"{dasar}/pagu", pagu, f.nama, JUMLAH_INDIKATOR, BELUM_SASARAN),
        jumlah_rupiah(f"{dasar}/realisasi", realisasi, f.nama, JUMLAH_INDIKATOR, BELUM_SASARAN),
    )
