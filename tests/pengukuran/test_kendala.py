"""What the database itself refuses of measurement and periods, whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from lakin.alur.models import Periode
from lakin.angka import Tiada
from lakin.organisasi.models import NamaSatker, Pegawai, Penghargaan, Penugasan, Satker
from lakin.pengukuran.models import BarisData, Pendukung, Penggantian, Realisasi, RealisasiLalu, Setelan, Uraian
from tests.kecil import Kecil
from tests.renstra.test_kendala import ADA, ditolak

pytestmark = pytest.mark.pg


def sel(k: Kecil, **isi: Any) -> dict[str, Any]:
    return {"garis_indikator": k.garis, "tahun": 2023, "triwulan": 4, "jenis": "nilai"} | ADA | isi


def garis(k: Kecil, **isi: Any) -> dict[str, Any]:
    return {"garis_indikator": k.garis, "tahun": 2023} | isi


DITOLAK: list[tuple[str, type[models.Model], Callable[[Kecil], dict[str, Any]]]] = [
    ("realisasi_triwulan_1_4", Realisasi, lambda k: sel(k, triwulan=0)),
    ("realisasi_triwulan_1_4", Realisasi, lambda k: sel(k, triwulan=5)),
    ("realisasi_fisik_0_100", Realisasi, lambda k: sel(k, jenis="fisik", nilai=Decimal("100.01"))),
    ("realisasi_fisik_0_100", Realisasi, lambda k: sel(k, jenis="fisik", nilai=Decimal("-0.01"))),
    ("pengukuran_realisasi_nilai_keadaan", Realisasi, lambda k: sel(k, keadaan="na")),
    ("penggantian_beralasan", Penggantian, lambda k: garis(k, nilai=Decimal(1), alasan="")),
    ("uraian_triwulan_1_4", Uraian, lambda k: garis(k, triwulan=5, judul="hasil")),
    ("periode_unik", Periode, lambda k: {"satker": k.satker, "tahun": 2023, "triwulan": 4}),
    ("periode_triwulan_1_4", Periode, lambda k: {"satker": k.satker, "tahun": 2023, "triwulan": 5}),
    ("satker_kode_enam_angka", Satker, lambda k: {"kode": "15118", "singkatan": "x", "jenis": "BSPJI"}),
    ("penugasan_satker_sesuai_peran", Penugasan, lambda k: {"pengguna": k.oleh, "peran": "perencana"}),
    (
        "penugasan_satker_sesuai_peran",
        Penugasan,
        lambda k: {"pengguna": k.oleh, "peran": "auditor", "satker": k.satker},
    ),
    (
        "pegawai_tidak_negatif",
        Pegawai,
        lambda k: {
            "satker": k.satker, "tahun": 2023, "jenis": "fungsi", "kelompok": "x", "nilai": Decimal(-1),
            "keadaan": "ada",
        },
    ),
]  # fmt: skip


@pytest.mark.parametrize(("kendala", "model", "isi"), DITOLAK, ids=[f"{i}-{k}" for i, (k, *_) in enumerate(DITOLAK)])
def test_basis_data_menolak(kecil: Kecil, kendala: str, model: type[models.Model], isi: Callable[..., Any]) -> None:
    ditolak(kendala, model, **isi(kecil))


KEMBAR: list[tuple[str, type[models.Model], Callable[[Kecil], dict[str, Any]]]] = [
    ("realisasi_unik", Realisasi, sel),
    ("baris_data_urut_unik", BarisData, lambda k: garis(k, urut=1, isi={})),
    ("penggantian_satu_setahun", Penggantian, lambda k: garis(k, nilai=Decimal(1), alasan="x")),
    ("realisasi_lalu_unik", RealisasiLalu, lambda k: garis(k, **ADA)),
    ("uraian_unik", Uraian, lambda k: garis(k, judul="hasil")),
    ("pendukung_unik", Pendukung, lambda k: garis(k, kode="x", judul="x", kolom=[], baris=[])),
    ("setelan_satu_setahun", Setelan, lambda k: {"satker": k.satker, "tahun": 2023}),
    ("nama_satker_satu_sehari", NamaSatker, lambda k: {"satker": k.satker, "nama": "x", "berlaku_sejak": "2022-01-01"}),
    ("penghargaan_unik", Penghargaan, lambda k: {"satker": k.satker, "tahun": 2023, "nama": "x", "pemberi": "x"}),
]


@pytest.mark.parametrize(("kendala", "model", "isi"), KEMBAR, ids=[k for k, *_ in KEMBAR])
def test_yang_kedua_ditolak(kecil: Kecil, kendala: str, model: type[models.Model], isi: Callable[..., Any]) -> None:
    model._default_manager.create(**isi(kecil))
    ditolak(kendala, model, **isi(kecil))


def test_kosong_na_dan_nol_tersimpan_sebagai_tiga_hal(kecil: Kecil) -> None:
    for tw, isi in ((1, {"nilai": None, "keadaan": "kosong"}), (2, {"nilai": None, "keadaan": "na"})):
        Realisasi.objects.create(**sel(kecil, triwulan=tw, **isi))
    Realisasi.objects.create(**sel(kecil, triwulan=3, nilai=Decimal(0)))
    tersimpan = [r.isi for r in Realisasi.objects.filter(garis_indikator=kecil.garis)]
    assert tersimpan == [Tiada.KOSONG, Tiada.NA, Decimal(0)]
