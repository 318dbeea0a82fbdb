"""A revision never rewrites the past: January's agreement can still be shown after October's."""

from __future__ import annotations

from datetime import date

from lakin.capaian.mesin import hitung
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta
from renstra.models import Indikator

JUNI = date(2023, 6, 30)
LAMA = "Peningkatan jumlah lingkup layanan jasa industri di dalam negeri"
BARU = "Meningkatnya jumlah hasil layanan jasa industri yang digunakan oleh pelanggan"


def nama(satker: Satker, pada: date | None = None) -> dict[str, str]:
    return {i.kode: i.nama for i in fakta(satker, 2023, pada=pada).indikator}


def test_pk_januari_masih_dapat_diperlihatkan(kmn: Satker) -> None:
    januari, desember = nama(kmn, JUNI), nama(kmn)
    assert (len(januari), len(desember)) == (12, 13)
    assert (januari["SK3.3"], desember["SK3.3"]) == (LAMA, BARU)
    assert set(desember) - set(januari) == {"SK2.1"}


def test_pk_januari_menamai_penanda_tangan_dan_nomornya_sendiri(kmn: Satker) -> None:
    januari, desember = fakta(kmn, 2023, pada=JUNI).pk, fakta(kmn, 2023).pk
    assert (januari.revisi, desember.revisi) == (0, 1)
    assert {t.pihak: t.kapasitas for t in januari.penanda_tangan}["pertama"] == "Plt."
    assert {t.pihak: t.kapasitas for t in desember.penanda_tangan}["pertama"] == ""
    assert [p[0] for p in desember.menggantikan] == [0]
    assert januari.menggantikan == ()


def test_tahun_dapat_dihitung_di_bawah_kedua_pk(kmn: Satker) -> None:
    assert len(hitung(fakta(kmn, 2023, pada=JUNI)).indikator) == 12


def test_garis_menghubungkan_indikator_dengan_pendahulunya(kmn: Satker) -> None:
    ini = {i.kode: i for i in fakta(kmn, 2023).indikator}
    assert (ini["SK3.3"].garis, ini["SK3.3"].garis_dari) == ("pengganti", LAMA)
    assert (ini["SK2.1"].garis, ini["SK2.1"].garis_dari) == ("baru", "")
    assert ini["SK3.2"].garis == "tetap"


def test_satu_garis_satu_realisasi(kmn: Satker) -> None:
    dua = Indikator.objects.filter(kode="SK3.3", revisi__renstra__satker=kmn).order_by("revisi__nomor")
    assert [i.revisi.nomor for i in dua] == [1, 2]
    assert dua[0].garis_indikator == dua[1].garis_indikator
    assert dua[1].pendahulu == dua[0]


def test_target_sebelum_periode_tidak_ikut_jangka_menengah(kmn: Satker) -> None:
    ikm = next(i for i in fakta(kmn, 2023).indikator if i.kode == "SK5.1")
    assert [t for t, _ in ikm.target_renstra] == [2021, 2022, 2023, 2024]
    assert {t.tahun: str(t.target) for t in ikm.tahun_lain}[2020] == "3.6"
