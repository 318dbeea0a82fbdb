"""What the database itself refuses of the budget, whoever writes."""

from __future__ import annotations

from collections.abc import Callable
from decimal import Decimal
from typing import Any

import pytest
from django.db import models

from anggaran.models import (
    AnggaranTahun,
    Dipa,
    HasilLayanan,
    Keluaran,
    NilaiKinerjaAnggaran,
    Pagu,
    PaguTercatat,
    PnbpLayanan,
    PnbpTahun,
    RealisasiAnggaran,
    RencanaPenarikan,
    SerapanTercatat,
    Simpul,
    TargetSerapan,
)
from tests.kecil import DAUN, Kecil
from tests.renstra.test_kendala import ADA, ditolak

pytestmark = pytest.mark.pg

MINUS = {"nilai": Decimal(-1), "keadaan": "ada"}


def satker(k: Kecil, **isi: Any) -> dict[str, Any]:
    return {"satker": k.satker, "tahun": 2023} | ADA | isi


def daun(k: Kecil, **isi: Any) -> dict[str, Any]:
    return satker(k, kode=DAUN, triwulan=1) | isi


DITOLAK: list[tuple[str, type[models.Model], Callable[[Kecil], dict[str, Any]]]] = [
    ("dipa_revisi_unik", Dipa, lambda k: satker(k, revisi=0)),
    ("dipa_total_tidak_negatif", Dipa, lambda k: satker(k, revisi=1, **MINUS)),
    (
        "simpul_kode_unik",
        Simpul,
        lambda k: {"dipa": k.dipa, "kode": DAUN, "tingkat": "ro", "uraian": "x", "kode_cetak": "x"},
    ),
    ("pagu_unik", Pagu, lambda k: {"simpul": k.daun, "nilai": Decimal(1)}),
    ("pagu_tidak_negatif", Pagu, lambda k: {"simpul": k.daun, "sumber_dana": "RM", "nilai": Decimal(-1)}),
    ("keluaran_target_tidak_negatif", Keluaran, lambda k: {"dipa": k.dipa, "kode": "x", "satuan": "x", **MINUS}),
    (
        "keluaran_realisasi_tidak_negatif",
        Keluaran,
        lambda k: {"dipa": k.dipa, "kode": "x", "satuan": "x", "realisasi": Decimal(-1), **ADA},
    ),
    ("realisasi_anggaran_triwulan_0_4", RealisasiAnggaran, lambda k: daun(k, triwulan=5)),
    ("rencana_penarikan_triwulan_1_4", RencanaPenarikan, lambda k: daun(k, triwulan=0)),
    ("rencana_penarikan_tidak_negatif", RencanaPenarikan, lambda k: daun(k, **MINUS)),
    ("serapan_tercatat_triwulan_1_4", SerapanTercatat, lambda k: daun(k, triwulan=5, ukuran="rencana")),
    ("anggaran_tahun_tidak_negatif", AnggaranTahun, lambda k: satker(k, ukuran="pagu", **MINUS)),
    ("pagu_tercatat_tidak_negatif", PaguTercatat, lambda k: satker(k, jenis_belanja="51", **MINUS)),
    ("pnbp_tahun_tidak_negatif", PnbpTahun, lambda k: satker(k, ukuran="target", **MINUS)),
    ("hasil_layanan_tidak_negatif", HasilLayanan, lambda k: satker(k, layanan="x", nama="x", ukuran="x", **MINUS)),
    ("anggaran_realisasianggaran_nilai_keadaan", RealisasiAnggaran, lambda k: daun(k, nilai=None)),
]


@pytest.mark.parametrize(("kendala", "model", "isi"), DITOLAK, ids=[k for k, *_ in DITOLAK])
def test_basis_data_menolak(kecil: Kecil, kendala: str, model: type[models.Model], isi: Callable[..., Any]) -> None:
    ditolak(kendala, model, **isi(kecil))


KEMBAR: list[tuple[str, type[models.Model], Callable[[Kecil], dict[str, Any]]]] = [
    ("realisasi_anggaran_unik", RealisasiAnggaran, daun),
    ("rencana_penarikan_unik", RencanaPenarikan, daun),
    ("serapan_tercatat_unik", SerapanTercatat, lambda k: daun(k, ukuran="rencana")),
    ("anggaran_tahun_unik", AnggaranTahun, lambda k: satker(k, ukuran="pagu")),
    ("pagu_tercatat_unik", PaguTercatat, lambda k: satker(k, jenis_belanja="51")),
    ("target_serapan_unik", TargetSerapan, satker),
    ("nka_unik", NilaiKinerjaAnggaran, lambda k: satker(k, ukuran="nilai")),
    ("keluaran_unik", Keluaran, lambda k: {"dipa": k.dipa, "kode": "x", "satuan": "x", **ADA}),
    ("pnbp_tahun_unik", PnbpTahun, lambda k: satker(k, ukuran="target")),
    ("pnbp_layanan_unik", PnbpLayanan, lambda k: satker(k, layanan="x", nama="x", ukuran="target")),
    ("hasil_layanan_unik", HasilLayanan, lambda k: satker(k, layanan="x", nama="x", ukuran="x")),
]


@pytest.mark.parametrize(("kendala", "model", "isi"), KEMBAR, ids=[k for k, *_ in KEMBAR])
def test_yang_kedua_ditolak(kecil: Kecil, kendala: str, model: type[models.Model], isi: Callable[..., Any]) -> None:
    model._default_manager.create(**isi(kecil))
    ditolak(kendala, model, **isi(kecil))


def test_satu_daun_boleh_punya_dua_sumber_dana(kecil: Kecil) -> None:
    for sumber in ("RM", "PNBP"):
        Pagu.objects.create(simpul=kecil.daun, sumber_dana=sumber, nilai=Decimal(1))
    assert kecil.daun.pagu.count() == 3
