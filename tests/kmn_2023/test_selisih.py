"""Every printed figure of the document is compared; the unequal ones are exactly those of SELISIH.md."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from django.conf import settings

from lakin.capaian.angka_jelas import TanpaNilai
from lakin.kaidah.tercetak import Perbandingan
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import AngkaTercetak
from lakin.tukar.selisih import naskah_selisih, perbandingan, ringkasan

FOLDER = settings.FIXTURES_DIR / "kmn_2023"


@pytest.fixture
def semua(kmn: Satker) -> Sequence[Perbandingan]:
    return perbandingan(kmn, 2023)


def test_setiap_alamat_dikenal(semua: Sequence[Perbandingan]) -> None:
    assert [p.tercetak.alamat for p in semua if p.hitung is None] == []
    assert len(semua) == 2476


def test_setiap_selisih_beralasan(semua: Sequence[Perbandingan]) -> None:
    assert [p.tercetak for p in semua if not p.sama and not p.tercetak.alasan] == []


def test_tidak_ada_alasan_pada_angka_yang_sama(semua: Sequence[Perbandingan]) -> None:
    assert [p.tercetak for p in semua if p.sama and p.tercetak.alasan] == []


def test_selisih_md_sesuai_dengan_data(kmn: Satker) -> None:
    tertulis = (settings.FIXTURES_DIR / "SELISIH.md").read_text(encoding="utf-8")
    assert tertulis == naskah_selisih(kmn, 2023, FOLDER), "jalankan manage.py tulis_selisih"


def test_angka_tercetak_yang_diubah_ketahuan(kmn: Satker) -> None:
    AngkaTercetak.objects.filter(satker=kmn, alamat="247157/2023/SK3.2/capaian", tabel="3.2").update(nilai="878.34")
    beda = [p for p in perbandingan(kmn, 2023) if not p.sama and not p.tercetak.alasan]
    assert [(p.tercetak.tabel, p.tercetak.nilai) for p in beda] == [("3.2", "878.34")]
    assert "beralasan: 195" in ringkasan(perbandingan(kmn, 2023))


def test_na_tercetak_hanya_sama_dengan_na(semua: Sequence[Perbandingan]) -> None:
    na = [p for p in semua if p.tercetak.nilai == "N/A"]
    assert na
    assert all(isinstance(p.hitung, TanpaNilai) == p.sama for p in na)
