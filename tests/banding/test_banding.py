"""Comparison with other satkers: ranks and means over those that reported, each figure explained."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal as D
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from lakin.angka import Tiada
from lakin.banding.models import NilaiPembanding
from lakin.banding.selectors import pembanding
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.banding import FPembanding, Pembanding, Perbandingan, banding_indikator, banding_nka
from lakin.capaian.fakta_json import bentuk
from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from tests.capaian.kmn import fakta_kmn


@pytest.fixture(scope="module")
def hasil() -> Hasil:
    fakta = fakta_kmn()
    kunci = {"SK3.2": "pnbp-pertumbuhan", "SK5.1": "ikm"}
    return hitung(
        replace(fakta, indikator=tuple(replace(i, katalog=kunci.get(i.kode, i.katalog)) for i in fakta.indikator))
    )


def lain(kode: str, nilai: Any, ukuran: str = "realisasi", tahun: int = 2023, kunci: str = "ikm") -> FPembanding:
    return FPembanding(kode, f"Balai {kode}", kunci, tahun, ukuran, nilai, "Indeks", "Tabel 3.43")


def banding(hasil: Hasil, *nilai: FPembanding, kode: str = "SK5.1") -> Perbandingan:
    b = banding_indikator(hasil, Pembanding(nilai), hasil.indikator[kode])
    assert b is not None
    return b


def test_yang_belum_melapor_tidak_diperingkat_dan_tidak_dirata_rata(hasil: Hasil) -> None:
    b = banding(hasil, lain("1", D("3.849")), lain("2", Tiada.KOSONG), lain("3", D("3.6")))
    assert [a.kode for a in b.anggota] == ["1", "247157", "3", "2"]
    assert [getattr(a.peringkat, "nilai", None) for a in b.anggota] == [1, 2, 3, None]
    assert b.rata["realisasi"].nilai == D("3.74")  # (3.849 + 3.76 + 3.6) / 3
    assert b.peserta.nilai == 3


def test_nilai_sama_berbagi_peringkat(hasil: Hasil) -> None:
    b = banding(hasil, lain("1", D("3.76")), lain("2", D("3.9")), lain("3", D("3.5")))
    assert [(a.kode, getattr(a.peringkat, "nilai", None)) for a in b.anggota] == [
        ("2", 1), ("247157", 2), ("1", 2), ("3", 4),
    ]  # fmt: skip


def test_nol_adalah_nilai_bukan_belum_melapor(hasil: Hasil) -> None:
    b = banding(hasil, lain("1", D(0)))
    assert b.anggota[-1].peringkat.nilai == 2
    assert b.rata["realisasi"].nilai == D("1.88")


def test_pertumbuhan_dihitung_dari_yang_tercatat(hasil: Hasil) -> None:
    rekaman = [
        lain("1", D(n), "penerimaan", t, "pnbp-pertumbuhan") for n, t in ((5223994000, 2023), (3674140000, 2022))
    ]
    nol = [lain("2", D(n), "penerimaan", t, "pnbp-pertumbuhan") for n, t in ((5, 2023), (0, 2022))]
    b = banding(hasil, *rekaman, *nol, kode="SK3.2")
    tumbuh = {a.kode: a.isi["tumbuh"] for a in b.anggota}
    assert tumbuh["1"].nilai == D("42.18")
    assert tumbuh["247157"] is hasil.indikator["SK3.2"].realisasi
    assert isinstance(tumbuh["2"], TanpaNilai)
    assert "nol" in tumbuh["2"].alasan


def test_setiap_baris_auditor_memberi_nilai_yang_sama(hasil: Hasil) -> None:
    b = banding(hasil, lain("1", D("3.849")), lain("2", D("3.6")))
    for angka in (b.peserta, *b.rata.values(), *(a.peringkat for a in b.anggota)):
        assert isinstance(angka, Angka)
        assert angka.cara is not None
        lingkup = {"x": [x.nilai for x in angka.bahan if isinstance(x, Angka)]}
        assert ekspresi.nilai(angka.cara.tulisan, lingkup) == angka.mentah


def test_tanpa_pembanding_tidak_ada_perbandingan(hasil: Hasil) -> None:
    assert banding_indikator(hasil, Pembanding(), hasil.indikator["SK5.1"]) is None
    assert banding_nka(hasil, Pembanding()) is None


def test_pembanding_kmn_dibekukan_tanpa_satkernya_sendiri(kmn) -> None:
    semua = pembanding(kmn, 2023)
    assert len(semua.nilai) == 310
    assert {p.satker for p in semua.nilai if p.kunci == "nka"} >= {"539081", "015118"}
    assert "247157" not in {p.satker for p in semua.nilai}
    assert bentuk(semua)["nilai"][0].keys() >= {"satker", "kunci", "nilai", "sumber"}
    assert pembanding(kmn, 2021).nilai == ()


@pytest.mark.pg
def test_nilai_pembanding_dijaga_basis_data(kmn) -> None:
    satu = NilaiPembanding.objects.filter(keadaan="ada").first()
    assert satu is not None
    for salah in ({"sumber": ""}, {"nilai": None}):
        with pytest.raises(IntegrityError), transaction.atomic():
            NilaiPembanding.objects.filter(pk=satu.pk).update(**salah)
    with pytest.raises(IntegrityError), transaction.atomic():
        NilaiPembanding.objects.create(
            satker=satu.satker, kunci=satu.kunci, tahun=satu.tahun, ukuran=satu.ukuran, sumber="kembar"
        )
