"""BSKJI as a satker with a report of its own: its PK after the Renstra and its periods."""

from __future__ import annotations

from lakin.angka import Tiada
from lakin.organisasi.models import Satker
from lakin.tukar.muat import organisasi, pengukuran
from lakin.tukar.muat.baca import Catatan, baca_yaml
from lakin.tukar.muat.pemuat import Pemuat
from lakin.tukar.muat.pk import muat_pihak
from renstra.models import ButirPK, PerjanjianKinerja, RevisiRenstra
from renstra.selectors import target_renstra


def muat_pk_bskji(p: Pemuat, revisi: RevisiRenstra) -> None:
    """Load BSKJI's PK with the targets that the Renstra names for the year, and open its periods."""
    di = baca_yaml(p.folder, "pk.yaml")
    unit, tahun = organisasi.satker(di), di.bulat("tahun")
    _pk(p, di, unit, tahun, revisi)
    pengukuran.muat_setelan(p, di, unit, tahun)
    pengukuran.buka_periode(p, di, unit, tahun)
    di.habis()


def _pk(p: Pemuat, di: Catatan, unit: Satker, tahun: int, revisi: RevisiRenstra) -> None:
    alamat = f"{unit.kunci}/{tahun}/pk/0"
    sumber = di.teks("sumber")
    pk = p.fakta(
        di,
        PerjanjianKinerja,
        alamat,
        {"satker": unit, "tahun": tahun, "revisi": 0},
        revisi_renstra=revisi,
        berlaku_sejak=di.tanggal("berlaku_sejak", wajib=True),
        catatan=di.teks("catatan"),
        sintetis=di.ya("sintetis"),
        sumber=sumber,
    )
    for t in di.butir("pihak"):
        muat_pihak(p, t, pk, alamat)
    for urut, i in enumerate(revisi.indikator.prefetch_related("target").order_by("urut"), 1):
        target = target_renstra(i, tahun)
        if not isinstance(target, Tiada):
            kunci = {"perjanjian": pk, "indikator": i}
            p.fakta(di, ButirPK, f"{unit.kunci}/{tahun}/{i.kode}/target", kunci, isi=target, urut=urut)
