"""The kept figures of a year: one small query while nothing changed, computed again as soon as something did."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lakin.jejak.services import catat
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran import selectors
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from lakin.pengukuran.services import simpan_realisasi


def test_halaman_tanpa_kabar_baru_cukup_satu_kueri(kmn: Satker, django_assert_num_queries: Any) -> None:
    pertama = hasil_terkini(kmn, 2023)
    with django_assert_num_queries(1):
        assert hasil_terkini(kmn, 2023) is pertama


def test_perubahan_fakta_langsung_terlihat(kmn: Satker, perencana: Pengguna) -> None:
    lama = hasil_terkini(kmn, 2023)
    simpan_realisasi(
        satker=kmn, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("3.80"), versi=1,
        oleh=perencana,
    )  # fmt: skip
    baru = hasil_terkini(kmn, 2023)
    assert str(lama.indikator["SK5.1"].realisasi.nilai) == "3.76"
    assert str(baru.indikator["SK5.1"].realisasi.nilai) == "3.80"


def test_fakta_di_atas_satker_ikut_membarui(kmn: Satker) -> None:
    lama = hasil_terkini(kmn, 2023)
    catat(oleh=None, tindakan="ubah", alamat="umum/katalog/ikm", sebelum=None, sesudah=None)
    assert hasil_terkini(kmn, 2023) is not lama


def test_satker_lain_tidak_ikut_membarui(kmn: Satker) -> None:
    lama = hasil_terkini(kmn, 2023)
    catat(oleh=None, tindakan="ubah", alamat="247140/2023/SK2.1/target", sebelum=None, sesudah=None)
    assert hasil_terkini(kmn, 2023) is lama


def test_yang_disimpan_sama_dengan_yang_segar(kmn: Satker) -> None:
    assert hasil_terkini(kmn, 2023).alamat == hasil_segar(kmn, 2023).alamat


def test_yang_disimpan_terbatas_banyaknya(kmn: Satker) -> None:
    for n in range(selectors._BANYAK + 5):
        selectors._tersimpan["x", n] = (("", ""), hasil_segar(kmn, 2023))
    hasil_terkini(kmn, 2023)
    assert len(selectors._tersimpan) == selectors._BANYAK
