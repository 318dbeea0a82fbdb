"""The kept figures of a year: one small query while nothing changed, computed again as soon as something did."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import Any

from anggaran.services import simpan_realisasi_anggaran
from lakin.angka import Tiada
from lakin.jejak.rekam import rekam
from lakin.jejak.services import catat
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran import selectors
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.jembatan import fakta
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from lakin.pengukuran.services import ganti_nilai, hapus_baris, simpan_baris, simpan_realisasi


def test_halaman_tanpa_kabar_baru_cukup_satu_kueri(kmn: Satker, django_assert_num_queries: Any) -> None:
    pertama = hasil_terkini(kmn, 2023)
    with django_assert_num_queries(1):
        assert hasil_terkini(kmn, 2023) is pertama


def test_perubahan_fakta_langsung_terlihat(kmn: Satker, perencana: Pengguna) -> None:
    lama = hasil_terkini(kmn, 2023)
    ubah_ikm(kmn, perencana)
    baru = hasil_terkini(kmn, 2023)
    assert str(lama.indikator["SK5.1"].realisasi.nilai) == "3.76"
    assert str(baru.indikator["SK5.1"].realisasi.nilai) == "3.80"


def test_sesudah_satu_isian_rencana_tidak_dibaca_lagi(
    kmn: Satker, perencana: Pengguna, django_assert_num_queries: Any
) -> None:
    hasil_terkini(kmn, 2023)
    ubah_ikm(kmn, perencana)
    with django_assert_num_queries(6):
        hasil = hasil_terkini(kmn, 2023)
    assert hasil.fakta == fakta(kmn, 2023)


def test_setiap_jenis_isian_terbaca_sesudah_dibaca_sebagian(kmn: Satker, perencana: Pengguna) -> None:
    hasil_terkini(kmn, 2023)
    umum: dict[str, Any] = {"satker": kmn, "tahun": 2023, "oleh": perencana}
    daun = "019.07.EC.6077.BAD.005.051"
    tulisan = [
        lambda: simpan_realisasi(
            **umum, kode="SK1.1", triwulan=4, jenis=JenisRealisasi.FISIK, nilai=Decimal(99), versi=1
        ),
        lambda: simpan_baris(**umum, kode="SK8.2", urut=1, isi={"kategori": "sap", "nilai": Decimal(21)}, versi=1),
        lambda: hapus_baris(**umum, kode="SK3.2", urut=9, versi=1),
        lambda: ganti_nilai(**umum, kode="SK1.1", nilai=Tiada.KOSONG, alasan=""),
        lambda: simpan_realisasi_anggaran(**umum, kode=daun, triwulan=0, nilai=Decimal(1), versi=1),
    ]
    for tulis in tulisan:
        lama = hasil_terkini(kmn, 2023)
        tulis()
        assert hasil_terkini(kmn, 2023).alamat == hasil_segar(kmn, 2023).alamat != lama.alamat


def test_perubahan_rencana_dibaca_seluruhnya(kmn: Satker, perencana: Pengguna) -> None:
    hasil_terkini(kmn, 2023)
    butir = kmn.perjanjian.get(revisi=1).butir.get(indikator__kode="SK3.2")
    butir.isi = Decimal(10)
    rekam(butir, oleh=perencana, alamat="247157/2023/SK3.2/target")
    assert str(hasil_terkini(kmn, 2023).indikator["SK3.2"].capaian.nilai) == "263.50"


def test_rantai_yang_bukan_lanjutannya_dibaca_seluruhnya(kmn: Satker, perencana: Pengguna) -> None:
    """As after a restore of the database: the kept head is not among the traces any more."""
    hasil_terkini(kmn, 2023)
    kunci = ("247157", "kerangka", 2023, True, None)
    kepala, rangka = selectors._tersimpan[kunci]
    butir = kmn.perjanjian.get(revisi=1).butir.filter(indikator__kode="SK3.2")
    butir.update(nilai=Decimal(10))
    selectors._tersimpan[kunci] = (replace(kepala, urut=kepala.urut - 1, milik="0" * 64), rangka)
    del selectors._tersimpan["247157", "hasil", 2023, frozenset()]
    assert str(hasil_terkini(kmn, 2023).indikator["SK3.2"].capaian.nilai) == "263.50"


def ubah_ikm(satker: Satker, oleh: Pengguna) -> None:
    simpan_realisasi(
        satker=satker, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("3.80"),
        versi=1, oleh=oleh,
    )  # fmt: skip


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
    hasil_terkini(kmn, 2023)
    satu = selectors._tersimpan["247157", "hasil", 2023, frozenset()]
    for n in range(selectors._BANYAK + 5):
        selectors._tersimpan["x", n] = satu
    hasil_terkini(Satker.objects.get(kode="247140"), 2023)
    assert len(selectors._tersimpan) == selectors._BANYAK
