"""The engine: frozen facts of one satker and year in, figures with their explanations out."""

from __future__ import annotations

import gc
from typing import TYPE_CHECKING

from lakin.capaian.arah import Pengukur
from lakin.capaian.dukungan import anggaran_sasaran, dukungan
from lakin.capaian.efisiensi import rata_efisiensi
from lakin.capaian.hasil import Hasil
from lakin.capaian.indikator import Penghitung
from lakin.capaian.nka import nka
from lakin.capaian.pnbp import pnbp
from lakin.capaian.sasaran import organisasi, sasaran, tujuan
from lakin.capaian.serapan import anggaran

if TYPE_CHECKING:
    from lakin.capaian.fakta import Fakta


def hitung(fakta: Fakta) -> Hasil:
    """Compute everything; a fact that allows no figure gives a reason, never an exception.

    Some thousand small objects are made and all of them live on, so the
    collector, which would walk them again and again for nothing, waits.
    """
    menyala = gc.isenabled()
    gc.disable()
    try:
        return _hitung(fakta)
    finally:
        if menyala:
            gc.enable()


def _hitung(fakta: Fakta) -> Hasil:
    setelan = fakta.setelan
    awalan = f"{fakta.satker.kode}/{fakta.tahun}/"
    uang = anggaran(fakta, awalan)
    ikatan = dukungan(awalan, fakta.dukungan, uang, {i.kode: i.nama for i in fakta.indikator})
    penghitung = Penghitung(fakta, awalan, Pengukur(setelan, awalan))
    indikator = {i.kode: penghitung.hitung(i, ikatan[i.kode]) for i in fakta.indikator}
    semua = tuple(indikator.values())
    per_sasaran = {f.kode: [h for h in semua if h.fakta.sasaran == f.kode] for f in fakta.sasaran}
    per_tujuan = {f.kode: [h for h in semua if h.fakta.tujuan == f.kode] for f in fakta.tujuan}
    rata, rata_iku = rata_efisiensi(awalan, semua, cetak=setelan.cetak_dari_cetak)
    return Hasil(
        fakta,
        indikator,
        {
            f.kode: sasaran(awalan, f, per_sasaran[f.kode], anggaran_sasaran(awalan, f, per_sasaran[f.kode]), setelan)
            for f in fakta.sasaran
        },
        {f.kode: tujuan(awalan, f, per_tujuan[f.kode], setelan) for f in fakta.tujuan},
        organisasi(awalan, fakta.satker.nama, semua, setelan),
        uang,
        rata,
        rata_iku,
        pnbp(fakta, awalan),
        nka(fakta, awalan),
    )
