"""Non-tax revenue by year: target, receipts and use."""

from __future__ import annotations

from collections import defaultdict
from typing import TYPE_CHECKING

from lakin.angka import Nilai, ada
from lakin.capaian.angka_jelas import Bahan, Cara, banyak_desimal, dicatat
from lakin.capaian.hasil import HasilPnbp
from lakin.capaian.himpun import persen
from lakin.capaian.pohon import RP, jumlah_rupiah

if TYPE_CHECKING:
    from lakin.capaian.fakta import Fakta, FPnbp, FPnbpLayanan

PENERIMAAN = Cara("penerimaan_pnbp", "R / P × 100", (("R", "Penerimaan"), ("P", "Target penerimaan")))
PENGGUNAAN = Cara("penggunaan_pnbp", "R / P × 100", (("R", "Penggunaan"), ("P", "Pagu penggunaan")))
JUMLAH_LAYANAN = Cara("jumlah_layanan", "jumlah(x)", (("x", "Layanan"),), berulang=True)


def pnbp(fakta: Fakta, awalan: str) -> dict[int, HasilPnbp]:
    """Each recorded year, with its services."""
    layanan: dict[int, list[FPnbpLayanan]] = defaultdict(list)
    for f in fakta.pnbp_layanan:
        layanan[f.tahun].append(f)
    return {
        f.tahun: _setahun(f, layanan[f.tahun], f"{awalan}pnbp/{f.tahun}")
        for f in sorted(fakta.pnbp, key=lambda f: f.tahun)
    }


def _setahun(f: FPnbp, layanan: list[FPnbpLayanan], dasar: str) -> HasilPnbp:
    label = f"PNBP {f.tahun}"
    rinci = {
        s.layanan: (
            s.nama,
            dicatat(f"{dasar}/layanan/{s.layanan}/target", s.target, 0, RP, s.nama, s.sumber),
            dicatat(f"{dasar}/layanan/{s.layanan}/penerimaan", s.penerimaan, 0, RP, s.nama, s.sumber),
        )
        for s in layanan
    }

    def catat(apa: str, nilai: Nilai) -> Bahan:
        return dicatat(f"{dasar}/{apa}", nilai, 0, RP, label, f.sumber)

    def catat_atau_jumlah(apa: str, nilai: Nilai, letak: int) -> Bahan:
        """What is not recorded for the year is the sum of its services."""
        bagian: list[Bahan] = [(r[1], r[2])[letak] for r in rinci.values()]
        if ada(nilai) or not bagian:
            return catat(apa, nilai)
        return jumlah_rupiah(f"{dasar}/{apa}", bagian, label, JUMLAH_LAYANAN, "Belum diisi.")

    target = catat_atau_jumlah("target", f.target, 0)
    penerimaan = catat_atau_jumlah("penerimaan", f.penerimaan, 1)
    pagu, guna = catat("pagu_penggunaan", f.pagu_penggunaan), catat("penggunaan", f.penggunaan)
    desimal = max(2, banyak_desimal(f.bagian)) if ada(f.bagian) else 2
    return HasilPnbp(
        f.tahun,
        target,
        penerimaan,
        persen(f"{dasar}/persen", penerimaan, target, label=label, cara=PENERIMAAN),
        dicatat(f"{dasar}/bagian", f.bagian, desimal, "%", label, f.sumber),
        pagu,
        guna,
        persen(f"{dasar}/persen_penggunaan", guna, pagu, label=label, cara=PENGGUNAAN),
        rinci,
    )
