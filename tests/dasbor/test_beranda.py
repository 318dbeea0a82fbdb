"""Home per role: what is due, what is missing, and nothing that is not theirs."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from lakin.alur.models import Periode
from lakin.angka import Tiada
from lakin.dasbor.periode import kerja_dari
from lakin.dasbor.tugas import tenggat
from lakin.organisasi.models import Pengguna
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.services import simpan_realisasi

KUERI_TERBANYAK = 15


@pytest.mark.parametrize(
    ("akun", "kalimat"),
    [
        ("perencana", "Yang perlu dikerjakan"),
        ("kepala", "Keadaan pengisian"),
        ("sekretariat", "Keadaan satker 2023"),
        ("apip", "Reviu laporan kinerja 2023"),
        ("auditor", "Laporan kinerja 2023"),
        ("administrator", "Pengguna dan peran"),
        ("perencana2", "Yang perlu dikerjakan"),
    ],
)
@pytest.mark.parametrize("url", ["/", "/satker/"])
def test_beranda_setiap_peran_dan_kuerinya(sebagai, akun: str, kalimat: str, url: str) -> None:
    klien = sebagai(akun)
    klien.get(url)  # the first request computes the year from its facts, which is kept until one changes
    with CaptureQueriesContext(connection) as kueri:
        jawab = klien.get(url)
    assert jawab.status_code == 200
    assert (kalimat in jawab.content.decode()) == (url == "/")
    assert len(kueri) <= KUERI_TERBANYAK


def test_yang_kurang_disebut_dan_menuju_medannya(kmn, sebagai) -> None:
    simpan_realisasi(
        satker=kmn,
        tahun=2023,
        kode="SK5.1",
        triwulan=4,
        jenis=JenisRealisasi.FISIK,
        nilai=Tiada.KOSONG,
        versi=1,
        oleh=Pengguna.objects.get(username="perencana"),
    )
    isi = sebagai("perencana").get("/").content.decode()
    assert "12 dari 13 indikator terisi" in isi
    assert '/247157/2023/realisasi/4/#sel-SK5.1-fisik"' in isi
    assert "Indeks Kepuasan Masyarakat" in isi
    rekap = sebagai("sekretariat").get("/").content.decode()
    assert "12 dari 13 terisi" in rekap


def test_perencana_lain_tidak_melihat_satker_ini(sebagai) -> None:
    for url in ("/", "/satker/"):
        assert "247157" not in sebagai("perencana2").get(url).content.decode()


def test_administrator_tidak_mendapat_tautan_ke_angka(sebagai) -> None:
    isi = sebagai("administrator").get("/satker/").content.decode()
    assert "Keramik dan Mineral Nonlogam" in isi
    assert "/247157/2023/" not in isi


def test_pencarian_satker_dan_jawaban_kosongnya(sebagai) -> None:
    klien = sebagai("sekretariat")
    isi = klien.get("/satker/", {"cari": "keramik nonlogam"}).content.decode()
    assert "1 satker" in isi
    assert "247157" in isi
    assert "Tidak ada satker yang cocok" in klien.get("/satker/", {"cari": "tidakadaini"}).content.decode()
    assert "1 satker" in klien.get("/satker/", {"cari": "015118"}).content.decode()


def test_tahun_yang_tidak_ada_jatuh_ke_tahun_terbaru(sebagai) -> None:
    for tahun in ("abc", "1999", "²", "99999999999999999999"):
        assert sebagai("sekretariat").get("/satker/", {"tahun": tahun}).context["tahun_dipilih"] == 2023


HARI = date(2024, 1, 5)


@pytest.mark.parametrize(
    ("hari", "teks"),
    [
        (date(2024, 1, 10), "10 Januari 2024 · 5 hari lagi"),
        (date(2024, 1, 5), "5 Januari 2024 · hari ini"),
        (date(2024, 1, 3), "3 Januari 2024 · lewat 2 hari"),
        (date(2023, 1, 3), "3 Januari 2023 · sudah lewat"),
        (date(2024, 12, 31), "31 Desember 2024"),
        (None, ""),
    ],
)
def test_tenggat_dalam_kata(hari: date | None, teks: str) -> None:
    assert tenggat(Periode(tenggat=hari), HARI) == teks


def periode(tahun: int, *keadaan: str) -> list[Periode]:
    return [Periode(tahun=tahun, triwulan=i, keadaan=k) for i, k in enumerate(keadaan, 1)]


def test_periode_kerja_adalah_triwulan_terbuka_pertama_pada_tahun_terbaru() -> None:
    semua = periode(2022, "draf") + periode(2023, "terkunci", "dikembalikan", "draf", "draf")
    k = kerja_dari(semua, HARI)
    assert (k.tahun, k.triwulan) == (2023, 2)
    assert k.kini is semua[2]
    assert kerja_dari(periode(2023, "terkunci", "terkunci"), HARI).triwulan == 2
    assert (kerja_dari([], HARI).tahun, kerja_dari([], HARI).triwulan, kerja_dari([], HARI).kini) == (2024, 1, None)
    assert kerja_dari([], HARI, 2023).triwulan == 4
