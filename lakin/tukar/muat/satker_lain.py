"""The synthetic second satker, from one file."""

from __future__ import annotations

from lakin.tukar.muat.anggaran import muat_anggaran_sederhana
from lakin.tukar.muat.baca import baca_yaml
from lakin.tukar.muat.organisasi import satker
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.pengukuran import buka_periode, garis_pk, muat_sel, muat_setelan, tutup_periode
from lakin.tukar.muat.pk import muat_pk_satker
from lakin.tukar.muat.renstra import muat_renstra_sederhana


def muat_satker_lain(p: Pemuat) -> None:
    """Load a second balai, so that it can be shown that its data stay hidden from the first."""
    di = baca_yaml(p.folder, "satker_lain.yaml")
    unit, renstra, pk = satker(di), di.anak("renstra"), di.anak("pk")
    tahun = pk.bulat("tahun")
    muat_setelan(p, renstra, unit, tahun)
    muat_renstra_sederhana(p, renstra, unit)
    muat_pk_satker(p, pk, unit)
    garis = garis_pk(unit, tahun)
    buka_periode(p, di, unit, tahun)
    for r in di.butir("realisasi"):
        muat_sel(p, r, unit, tahun, garis)
        r.habis()
    muat_anggaran_sederhana(p, di.anak("anggaran"), unit, tahun, garis)
    tutup_periode(p, di, unit, tahun)
    di.abaikan("sintetis", "singkatan", "nama", "sumber")
    di.habis()
