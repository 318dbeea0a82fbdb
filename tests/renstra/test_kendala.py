"""What the database itself refuses of plans, whoever writes: no form and no full_clean stands before it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, models, transaction

from renstra.models import (
    Acuan,
    AnggaranIndikator,
    AnggaranPK,
    ButirPK,
    Dukungan,
    GarisIndikator,
    Indikator,
    Katalog,
    PenandaTangan,
    PerjanjianKinerja,
    RencanaAksi,
    Renstra,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    TargetTujuan,
    Tujuan,
)
from tests.kecil import DAUN, Kecil

pytestmark = pytest.mark.pg

ADA = {"nilai": Decimal(1), "keadaan": "ada"}
INDIKATOR = {"nama": "x", "satuan": "Persen", "cara_renstra": "akhir"}


def ditolak(kendala: str, model: type[models.Model], **isi: Any) -> None:
    """The row is refused, by the constraint of this name, and nothing of it stays."""
    sebelum = model._default_manager.count()
    with pytest.raises(IntegrityError) as galat, transaction.atomic():
        model._default_manager.create(**isi)
    if connection.vendor == "postgresql" or "CHECK" in str(galat.value):
        assert kendala in str(galat.value)
    else:  # SQLite names the columns of a unique constraint
        ada = next(c for c in model._meta.constraints if c.name == kendala)
        assert all(f".{model._meta.get_field(f).column}" in str(galat.value) for f in ada.fields)
    assert model._default_manager.count() == sebelum


def indikator(k: Kecil, **isi: Any) -> dict[str, Any]:
    garis = isi.pop("garis", None) or GarisIndikator.objects.create(satker=k.satker, kunci="lain")
    i = k.indikator
    return {"revisi": k.revisi, "garis_indikator": garis, "sasaran": i.sasaran, "tujuan": i.tujuan} | INDIKATOR | isi


def rencana(k: Kecil, **isi: Any) -> dict[str, Any]:
    return {"butir": k.butir, "triwulan": 1, "fisik": Decimal(10)} | isi


KENDALA: dict[str, tuple[type[models.Model], Callable[[Kecil], dict[str, Any]]]] = {
    "renstra_awal_unik": (Renstra, lambda k: {"satker": k.satker, "awal": 2021, "akhir": 2025, "nama": "x"}),
    "renstra_awal_sebelum_akhir": (Renstra, lambda k: {"satker": k.satker, "awal": 2029, "akhir": 2025, "nama": "x"}),
    "revisi_renstra_nomor_unik": (RevisiRenstra, lambda k: {"renstra": k.revisi.renstra, "nomor": 0}),
    "revisi_renstra_satu_yang_berlaku": (
        RevisiRenstra,
        lambda k: {"renstra": k.revisi.renstra, "nomor": 1, "berlaku_sejak": date(2021, 1, 1)},
    ),
    "tujuan_kode_unik": (Tujuan, lambda k: {"revisi": k.revisi, "kode": "T1", "nama": "x"}),
    "sasaran_kode_unik": (Sasaran, lambda k: {"revisi": k.revisi, "kode": "SK1", "nama": "x", "perspektif": "learn"}),
    "indikator_kode_unik": (Indikator, lambda k: indikator(k, kode="SK1.1")),
    "indikator_satu_segaris": (Indikator, lambda k: indikator(k, kode="SK1.2", garis=k.garis)),
    "indikator_desimal_wajar": (Indikator, lambda k: indikator(k, kode="SK1.3", desimal=7)),
    "garis_indikator_unik": (GarisIndikator, lambda k: {"satker": k.satker, "kunci": "uji"}),
    "pk_revisi_unik": (
        PerjanjianKinerja,
        lambda k: {"satker": k.satker, "tahun": 2023, "revisi": 0, "revisi_renstra": k.revisi},
    ),
    "pk_satu_yang_berlaku": (
        PerjanjianKinerja,
        lambda k: {
            "satker": k.satker, "tahun": 2023, "revisi": 1, "revisi_renstra": k.revisi,
            "berlaku_sejak": date(2023, 1, 2),
        },
    ),
    "butir_pk_unik": (ButirPK, lambda k: {"perjanjian": k.pk, "indikator": k.indikator, **ADA}),
    "rencana_aksi_triwulan_1_4": (RencanaAksi, lambda k: rencana(k, triwulan=5)),
    "rencana_aksi_fisik_0_100": (RencanaAksi, lambda k: rencana(k, fisik=Decimal("100.01"))),
    "anggaran_pk_tidak_negatif": (
        AnggaranPK,
        lambda k: {"perjanjian": k.pk, "kode": "x", "nama": "x", "nilai": Decimal(-1), "keadaan": "ada"},
    ),
    "dukungan_bagian_0_100": (
        Dukungan,
        lambda k: {
            "satker": k.satker, "tahun": 2023, "kode": DAUN, "garis_indikator": k.garis, "bagian": Decimal("100.1"),
        },
    ),
    "anggaran_indikator_tidak_negatif": (
        AnggaranIndikator,
        lambda k: {
            "garis_indikator": k.garis, "tahun": 2022, "ukuran": "pagu", "nilai": Decimal(-1), "keadaan": "ada",
        },
    ),
}  # fmt: skip


@pytest.mark.parametrize("kendala", KENDALA)
def test_basis_data_menolak(kecil: Kecil, kendala: str) -> None:
    model, isi = KENDALA[kendala]
    ditolak(kendala, model, **isi(kecil))


KEMBAR: list[tuple[str, type[models.Model], Callable[[Kecil], dict[str, Any]]]] = [
    ("target_indikator_satu_setahun", TargetIndikator, lambda k: {"indikator": k.indikator, "tahun": 2023, **ADA}),
    ("target_tujuan_satu_setahun", TargetTujuan, lambda k: {"tujuan": k.indikator.tujuan, "tahun": 2023, **ADA}),
    ("rencana_aksi_unik", RencanaAksi, rencana),
    (
        "penanda_tangan_satu_sepihak",
        PenandaTangan,
        lambda k: {"perjanjian": k.pk, "pihak": "pertama", "jabatan": "Kepala"},
    ),
    ("anggaran_pk_unik", AnggaranPK, lambda k: {"perjanjian": k.pk, "kode": "019.07.EC", "nama": "x", **ADA}),
    (
        "dukungan_unik",
        Dukungan,
        lambda k: {"satker": k.satker, "tahun": 2023, "kode": DAUN, "garis_indikator": k.garis},
    ),
    (
        "anggaran_indikator_unik",
        AnggaranIndikator,
        lambda k: {"garis_indikator": k.garis, "tahun": 2022, "ukuran": "pagu", **ADA},
    ),
    (
        "acuan_unik",
        Acuan,
        lambda k: {"garis_indikator": k.garis, "nama": "RPJMN", "tahun": 2024, "sumber": "RPJMN", **ADA},
    ),
]


@pytest.mark.parametrize(("kendala", "model", "isi"), KEMBAR, ids=[k for k, *_ in KEMBAR])
def test_yang_kedua_ditolak(kecil: Kecil, kendala: str, model: type[models.Model], isi: Callable[..., Any]) -> None:
    model._default_manager.create(**isi(kecil))
    ditolak(kendala, model, **isi(kecil))


@pytest.mark.parametrize(
    ("nilai", "keadaan"), [(None, "ada"), (Decimal(1), "na"), (Decimal(0), "kosong"), (Decimal(1), "lain")]
)
def test_nilai_dan_keadaannya_berpasangan(kecil: Kecil, nilai: Decimal | None, keadaan: str) -> None:
    ditolak(
        "renstra_targetindikator_nilai_keadaan",
        TargetIndikator,
        indikator=kecil.indikator, tahun=2023, nilai=nilai, keadaan=keadaan,
    )  # fmt: skip


def test_kode_yang_sama_boleh_pada_revisi_lain(kecil: Kecil) -> None:
    lain = RevisiRenstra.objects.create(renstra=kecil.revisi.renstra, nomor=1, berlaku_sejak=date(2023, 10, 1))
    Tujuan.objects.create(revisi=lain, kode="T1", nama="x")
    assert Tujuan.objects.filter(kode="T1").count() == 2


def test_dua_rancangan_belum_berlaku_boleh_ada_bersamaan(kecil: Kecil) -> None:
    for nomor in (1, 2):
        RevisiRenstra.objects.create(renstra=kecil.revisi.renstra, nomor=nomor)
    assert RevisiRenstra.objects.filter(berlaku_sejak=None).count() == 2


def test_kunci_katalog_unik_kodenya_tidak(kecil: Kecil) -> None:
    Katalog.objects.create(kunci="a", kode_bskji="T4/SP9/a", nama="x", satuan="Nilai")
    Katalog.objects.create(kunci="b", kode_bskji="T4/SP9/a", nama="y", satuan="Nilai")
    with pytest.raises(IntegrityError), transaction.atomic():
        Katalog.objects.create(kunci="a", nama="z", satuan="Nilai")
