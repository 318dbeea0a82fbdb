"""The entry pages: few queries, cold and warm, and closed where the period is."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from lakin.organisasi.models import Pengguna, Satker

ENTRI = "/247157/2023/realisasi/4/"
ANGGARAN = "/247157/2023/anggaran/4/"


@pytest.fixture
def klien(kmn: Satker) -> Client:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username="perencana"), backend="django.contrib.auth.backends.ModelBackend")
    return klien


def test_halaman_entri_dingin_paling_banyak_30_kueri(klien: Client, django_assert_max_num_queries: Any) -> None:
    with django_assert_max_num_queries(30):
        assert klien.get(ENTRI).status_code == 200


@pytest.mark.parametrize("alamat", [ENTRI, ANGGARAN])
def test_halaman_hangat_paling_banyak_10_kueri(klien: Client, alamat: str, django_assert_max_num_queries: Any) -> None:
    klien.get(alamat)
    with django_assert_max_num_queries(10):
        assert klien.get(alamat).status_code == 200


@pytest.mark.parametrize("alamat", [ENTRI, ANGGARAN])
def test_auditor_hanya_membaca(kmn: Satker, alamat: str) -> None:
    auditor = Client()
    auditor.force_login(Pengguna.objects.get(username="auditor"), backend="django.contrib.auth.backends.ModelBackend")
    isi = auditor.get(alamat).content.decode()
    assert "data-sel" not in isi
    assert "hanya untuk dibaca" in isi


@pytest.mark.parametrize("triwulan", [1, 3])
def test_triwulan_tertutup_tidak_menerima_isian(klien: Client, triwulan: int) -> None:
    alamat = f"/247157/2023/realisasi/{triwulan}/"
    assert "data-sel" not in klien.get(alamat).content.decode()
    jawab = klien.post(
        f"{alamat}sel/",
        {"sel": [{"id": "sel-SK5.1-fisik", "teks": "99", "versi": 1}]},
        content_type="application/json",
    )
    assert "diverifikasi" in jawab.json()["sel"][0]["pesan"]


def test_indikator_di_luar_pk_ditolak_dengan_jalan_keluarnya(klien: Client) -> None:
    jawab = klien.post(
        f"{ENTRI}sel/", {"sel": [{"id": "sel-SK9.9", "teks": "1", "versi": 0}]}, content_type="application/json"
    )
    assert "tidak ada dalam Perjanjian Kinerja 2023" in jawab.json()["sel"][0]["pesan"]


@pytest.mark.parametrize("badan", ["", "[]", "{", '{"sel": 1}', '{"sel": []}', '{"sel": [1]}', '{"sel": [{}]}'])
def test_kiriman_rusak_tidak_menyimpan_dan_tidak_menjatuhkan(klien: Client, badan: str) -> None:
    jawab = klien.post(f"{ENTRI}sel/", badan, content_type="application/json")
    assert jawab.status_code in (200, 400)
