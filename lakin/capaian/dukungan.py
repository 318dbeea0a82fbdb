"""What the budget spends on an indicator: its ties to leaves, each with a share."""

from __future__ import annotations

from collections import defaultdict
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, Cara, TanpaNilai, dicatat, dihitung
from lakin.capaian.pohon import RP, jumlah_rupiah
from lakin.capaian.serapan import serapan

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.fakta import FDukungan, FSasaran
    from lakin.capaian.hasil import HasilAnggaran, HasilIndikator, HasilSerapan

JUMLAH_DUKUNGAN = Cara("jumlah_dukungan", "jumlah(x)", (("x", "Pos anggaran yang mendukung"),), berulang=True)
JUMLAH_INDIKATOR = Cara("jumlah_indikator", "jumlah(x)", (("x", "Indikator"),), berulang=True)
BAGIAN = Cara("bagian_dukungan", "P × B / 100", (("P", "Nilai pos"), ("B", "Bagian (%)")))
BELUM = "Belum ada pos anggaran yang mendukung indikator ini."
BELUM_SASARAN = "Belum ada pos anggaran yang mendukung sasaran ini."
_SERATUS = Decimal(100)


def dukungan(
    awalan: str, dukungan: Sequence[FDukungan], anggaran: HasilAnggaran, nama: dict[str, str]
) -> dict[str, HasilSerapan]:
    """Indicator -> its budget; shares of a leaf are rounded so that they add up to the leaf."""
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
            realisasi[d.indikator].append(pos.realisasi)
        elif d.bagian:
            terbagi[d.kode].append(d)
    for kode, milik in terbagi.items():
        pos = simpul[kode]
        bagian = [_bagian(awalan, d, pos.fakta.uraian) for d in milik]
        for d, p in zip(milik, _bagi_habis(awalan, "pagu", pos.pagu, milik, bagian), strict=True):
            pagu[d.indikator].append(p)
        for d, r in zip(milik, _bagi_habis(awalan, "realisasi", pos.realisasi, milik, bagian), strict=True):
            realisasi[d.indikator].append(r)
    return {kode: _serapan_dari(f"{awalan}{kode}/anggaran", nama[kode], pagu[kode], realisasi[kode]) for kode in nama}


def _serapan_dari(dasar: str, label: str, pagu: Sequence[Bahan], realisasi: Sequence[Bahan]) -> HasilSerapan:
    return serapan(
        dasar,
        label,
        jumlah_rupiah(f"{dasar}/pagu", pagu, label, JUMLAH_DUKUNGAN, BELUM),
        jumlah_rupiah(f"{dasar}/realisasi", realisasi, label, JUMLAH_DUKUNGAN, BELUM),
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
