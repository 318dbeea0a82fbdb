"""Writing a cell, a raw row, an override: one act, its trace, and nothing of it where something refuses."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from anggaran.services import simpan_realisasi_anggaran
from lakin.alur.models import Periode
from lakin.angka import Tiada
from lakin.jejak.models import Jejak, Rantai
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.pengukuran.services import ganti_nilai, hapus_baris, simpan_baris, simpan_realisasi, triwulan_dari
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from tests.kecil import DAUN, Kecil

pytestmark = pytest.mark.pg

ISI = {"layanan": "Pengujian", "lalu": Decimal(200), "ini": Decimal(150)}


def fisik(k: Kecil, nilai: Any, *, triwulan: int = 1, versi: int = 0) -> Realisasi:
    return simpan_realisasi(
        satker=k.satker, tahun=2023, kode="SK1.1", triwulan=triwulan, jenis=JenisRealisasi.FISIK, nilai=nilai,
        versi=versi, oleh=k.oleh,
    )  # fmt: skip


def baris(k: Kecil, urut: int | None = None, versi: int = 0, **isi: Any) -> BarisData:
    return simpan_baris(
        satker=k.satker, tahun=2023, kode="SK1.1", urut=urut, isi={**ISI, **isi}, versi=versi, oleh=k.oleh
    )


def uang(k: Kecil, nilai: Any, *, triwulan: int = 1, versi: int = 0, kode: str = DAUN) -> RealisasiAnggaran:
    return simpan_realisasi_anggaran(
        satker=k.satker, tahun=2023, kode=kode, triwulan=triwulan, nilai=nilai, versi=versi, oleh=k.oleh
    )


def ganti(k: Kecil, nilai: Any, alasan: str = "Angka resmi.") -> Penggantian | None:
    return ganti_nilai(satker=k.satker, tahun=2023, kode="SK1.1", nilai=nilai, alasan=alasan, oleh=k.oleh)


def test_satu_isian_satu_jejak(kecil: Kecil) -> None:
    fisik(kecil, Decimal(25))
    fisik(kecil, Decimal(30), versi=1)
    jejak = list(Jejak.objects.filter(alamat="111111/2023/SK1.1/fisik/tw1/realisasi").order_by("urut"))
    assert [(j.tindakan, j.oleh_nama) for j in jejak] == [
        ("tambah", "perencana-111111"),
        ("ubah", "perencana-111111"),
    ]
    assert (jejak[1].sebelum, jejak[1].sesudah) == ({"nilai": "25"}, {"nilai": "30"})


def test_menyimpan_yang_sama_tidak_mengubah_apa_pun(kecil: Kecil) -> None:
    fisik(kecil, Decimal(25))
    assert fisik(kecil, Decimal("25.00"), versi=1).versi == 1
    assert Jejak.objects.count() == 1


def test_kosong_dan_na_adalah_isian(kecil: Kecil) -> None:
    fisik(kecil, Decimal(25))
    assert fisik(kecil, Tiada.KOSONG, versi=1).isi is Tiada.KOSONG
    assert fisik(kecil, Tiada.NA, versi=2).isi is Tiada.NA
    assert Realisasi.objects.get().versi == 3


def test_versi_lama_bentrok_dan_memperlihatkan_kedua_isian(kecil: Kecil) -> None:
    fisik(kecil, Decimal(25))
    fisik(kecil, Decimal(30), versi=1)
    with pytest.raises(Bentrok) as galat:
        fisik(kecil, Decimal(40), versi=1)
    b = galat.value
    assert (b.kini, b.milik, b.oleh, b.versi) == ("30", "40", "Perencana Uji", 2)
    assert Realisasi.objects.get().isi == 30
    assert Jejak.objects.count() == 2


def test_versi_baris_dan_uang_juga_diperiksa(kecil: Kecil) -> None:
    baris(kecil, urut=1)
    with pytest.raises(Bentrok):
        baris(kecil, urut=1, versi=0, ini=Decimal(1))
    with pytest.raises(Bentrok):
        hapus_baris(satker=kecil.satker, tahun=2023, kode="SK1.1", urut=1, versi=7, oleh=kecil.oleh)
    uang(kecil, Decimal(100))
    with pytest.raises(Bentrok):
        uang(kecil, Decimal(200))
    assert BarisData.objects.get().isi["ini"] == "150"
    assert RealisasiAnggaran.objects.get().isi == 100


@pytest.mark.parametrize("keadaan", ["diajukan", "diverifikasi", "terkunci"])
def test_triwulan_yang_tertutup_menolak_setiap_tulisan(kecil: Kecil, keadaan: str) -> None:
    fisik(kecil, Decimal(25), triwulan=4)
    baris(kecil, urut=1)
    Periode.objects.filter(satker=kecil.satker).update(keadaan=keadaan)
    jejak = Jejak.objects.count()
    tulisan: list[Callable[[], Any]] = [
        lambda: fisik(kecil, Decimal(50), triwulan=4, versi=1),
        lambda: baris(kecil, urut=1, versi=1, ini=Decimal(1)),
        lambda: hapus_baris(satker=kecil.satker, tahun=2023, kode="SK1.1", urut=1, versi=1, oleh=kecil.oleh),
        lambda: uang(kecil, Decimal(100), triwulan=4),
        lambda: ganti(kecil, Decimal(5)),
    ]
    for tulis in tulisan:
        with pytest.raises(GalatDomain, match="Triwulan ini sudah"):
            tulis()
    assert Jejak.objects.count() == jejak


def test_triwulan_yang_belum_dibuka(kecil: Kecil) -> None:
    Periode.objects.filter(satker=kecil.satker, triwulan=2).delete()
    with pytest.raises(GalatDomain, match="belum dibuka"):
        fisik(kecil, Decimal(50), triwulan=2)


def test_indikator_di_luar_pk(kecil: Kecil) -> None:
    with pytest.raises(GalatDomain, match="SK9.9 tidak ada dalam Perjanjian Kinerja 2023"):
        simpan_realisasi(
            satker=kecil.satker, tahun=2023, kode="SK9.9", triwulan=1, jenis=JenisRealisasi.NILAI, nilai=Decimal(1),
            versi=0, oleh=kecil.oleh,
        )  # fmt: skip


@pytest.mark.parametrize("nilai", [Decimal(150), Decimal("100.01"), Decimal(-1)])
def test_kemajuan_fisik_yang_tidak_mungkin(kecil: Kecil, nilai: Decimal) -> None:
    with pytest.raises(GalatDomain, match="antara 0 dan 100 persen"):
        fisik(kecil, nilai)
    assert not Realisasi.objects.exists()


def test_kemajuan_fisik_tidak_dapat_turun(kecil: Kecil) -> None:
    fisik(kecil, Decimal(50), triwulan=2)
    with pytest.raises(GalatDomain, match="lebih kecil daripada triwulan 2"):
        fisik(kecil, Decimal(40), triwulan=3)
    with pytest.raises(GalatDomain, match="lebih besar daripada triwulan 2"):
        fisik(kecil, Decimal(60), triwulan=1)
    assert fisik(kecil, Decimal(50), triwulan=3).isi == 50


def test_baris_yang_tidak_sah_menyebut_medannya(kecil: Kecil) -> None:
    with pytest.raises(GalatMedan) as galat:
        baris(kecil, lalu="dua ratus", ini=Tiada.KOSONG)
    assert set(galat.value.masalah) == {"lalu", "ini"}
    assert not BarisData.objects.exists()


def test_baris_bertanggal_menjadi_milik_triwulannya(kecil: Kecil) -> None:
    Periode.objects.filter(satker=kecil.satker, triwulan=2).update(keadaan="terkunci")
    with pytest.raises(GalatDomain, match="terkunci"):
        simpan_baris(
            satker=kecil.satker, tahun=2023, kode="SK1.1", urut=None, isi=ISI, versi=0, oleh=kecil.oleh,
            tanggal=date(2023, 5, 30),
        )  # fmt: skip
    assert baris(kecil).tanggal is None


def test_baris_triwulan_tertutup_tidak_dapat_dipindahkan_keluar(kecil: Kecil) -> None:
    mei = {"satker": kecil.satker, "tahun": 2023, "kode": "SK1.1", "isi": ISI, "oleh": kecil.oleh}
    simpan_baris(**mei, urut=1, versi=0, tanggal=date(2023, 5, 30))
    Periode.objects.filter(satker=kecil.satker, triwulan=2).update(keadaan="diverifikasi")
    with pytest.raises(GalatDomain, match="sudah diverifikasi"):
        simpan_baris(**mei, urut=1, versi=1, tanggal=None)
    assert BarisData.objects.get().tanggal == date(2023, 5, 30)


@pytest.mark.parametrize(
    ("tanggal", "triwulan"),
    [(None, 4), (date(2022, 8, 23), 1), (date(2023, 3, 31), 1), (date(2023, 4, 1), 2), (date(2023, 12, 18), 4)],
)
def test_triwulan_sejak_sebuah_baris_dihitung(tanggal: date | None, triwulan: int) -> None:
    assert triwulan_dari(tanggal, 2023) == triwulan


def test_uang_hanya_pada_daun_dan_rupiah_utuh(kecil: Kecil) -> None:
    with pytest.raises(GalatDomain, match="tidak ada pada pohon anggaran"):
        uang(kecil, Decimal(1), kode="019.07.EC.9999")
    with pytest.raises(GalatDomain, match="rupiah utuh"):
        uang(kecil, Decimal("0.5"))
    kecil.dipa.simpul.create(kode=f"{DAUN}.A", induk=kecil.daun, tingkat="subkomponen", uraian="x", kode_cetak="A")
    with pytest.raises(GalatDomain, match="masih punya rincian"):
        uang(kecil, Decimal(1))


def test_satu_ketelitian_setahun(kecil: Kecil) -> None:
    uang(kecil, Decimal(100), triwulan=0)
    with pytest.raises(GalatDomain, match="untuk setahun penuh"):
        uang(kecil, Decimal(50), triwulan=1)
    uang(kecil, Tiada.KOSONG, triwulan=0, versi=1)
    uang(kecil, Decimal(50), triwulan=1)
    with pytest.raises(GalatDomain, match="per triwulan"):
        uang(kecil, Decimal(100), triwulan=0, versi=2)


def test_penggantian_harus_beralasan_dan_dapat_dicabut(kecil: Kecil) -> None:
    with pytest.raises(GalatDomain, match="Alasan penggantian belum diisi"):
        ganti(kecil, Decimal(5), "  ")
    ganti(kecil, Decimal(5))
    assert ganti(kecil, Tiada.KOSONG) is None
    assert [j.tindakan for j in Jejak.objects.order_by("urut")] == ["tambah", "hapus"]


TULISAN: dict[str, Callable[[Kecil], Any]] = {
    "sel": lambda k: fisik(k, Decimal(25), versi=1),
    "baris": lambda k: baris(k, urut=1, versi=1, ini=Decimal(1)),
    "hapus": lambda k: hapus_baris(satker=k.satker, tahun=2023, kode="SK1.1", urut=1, versi=1, oleh=k.oleh),
    "uang": lambda k: uang(k, Decimal(5), versi=1),
    "ganti": lambda k: ganti(k, Decimal(6)),
}


@pytest.mark.parametrize("tulisan", TULISAN)
def test_tanpa_jejak_tidak_ada_perubahan(kecil: Kecil, tulisan: str) -> None:
    """The chain already holds a trace of the next number, so the database refuses the new one."""
    fisik(kecil, Decimal(20))
    baris(kecil, urut=1)
    uang(kecil, Decimal(1))
    ganti(kecil, Decimal(5))
    rantai = Rantai.objects.get(nama="111111")
    Jejak.objects.create(
        rantai=rantai, urut=rantai.urut + 1, pada=timezone.now(), oleh_nama="x", tindakan="x", alamat="x", sidik="x"
    )
    sebelum = keadaan()
    with pytest.raises(IntegrityError), transaction.atomic():
        TULISAN[tulisan](kecil)
    assert keadaan() == sebelum


def keadaan() -> list[list[dict[str, Any]]]:
    return [list(m._default_manager.values()) for m in (Realisasi, BarisData, RealisasiAnggaran, Penggantian, Rantai)]
