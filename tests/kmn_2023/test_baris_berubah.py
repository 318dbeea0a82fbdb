"""A raw row of each computed indicator is changed through the service: every figure above it moves, and back."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import BarisData
from lakin.pengukuran.services import hapus_baris, simpan_baris
from tests.kmn_2023.baca import baris, capaian, isi_baris

UBAHAN = [
    # code, row, what is typed, realisasi and capaian that follow
    ("SK3.1", 1, {"sesudah": Decimal(3000)}, "61.50", "473.08"),
    ("SK3.2", 1, {"ini": Decimal(3209101250)}, "27.80", "926.67"),
    ("SK3.3", 2, {"ini": Decimal(1700)}, "9.26", "185.20"),
    ("SK3.4", 1, {"pdn": Decimal(4921453892)}, "82.53", "117.90"),
    ("SK4.1", 15, {"ditindaklanjuti": "tidak"}, "93.33", "93.33"),
    ("SK6.1", 1, {"nilai": Decimal("23.07")}, "87.19", "114.72"),
    ("SK7.1", 6, {"indeks": Decimal("5.00")}, "4.86", "135.00"),
    ("SK8.1", 4, {"nilai": Decimal("20.00")}, "80.45", "104.48"),
    ("SK8.2", 2, {"nilai": Decimal(62)}, "97.00", "106.59"),
]


def angka(semua: dict[str, Any], kode: str) -> tuple[str, str, dict[str, str]]:
    i = next(x for x in semua["indikator"] if x["kode"] == kode)
    return i["realisasi"], i["capaian"], {t["kode"]: t["capaian"] for t in semua["tujuan"]}


@pytest.mark.parametrize(("kode", "urut", "ubah", "realisasi", "persen"), UBAHAN)
def test_satu_baris_menggerakkan_semua_angka_di_atasnya_dan_kembali(
    kmn: Satker, perencana: Pengguna, kode: str, urut: int, ubah: dict[str, Any], realisasi: str, persen: str
) -> None:
    awal = capaian()
    lama = baris(kmn, kode, urut)
    semula = isi_baris(lama)
    simpan_baris(
        satker=kmn, tahun=2023, kode=kode, urut=urut, isi={**semula, **ubah}, versi=lama.versi, oleh=perencana,
        tanggal=lama.tanggal,
    )  # fmt: skip
    kini = capaian()
    assert angka(kini, kode)[:2] == (realisasi, persen)
    assert angka(kini, kode)[0] != angka(awal, kode)[0]
    assert [k for k, t in angka(kini, kode)[2].items() if t != angka(awal, kode)[2][k]] == [tujuan(kmn, kode)]
    assert kini["organisasi"]["capaian"] != awal["organisasi"]["capaian"]

    simpan_baris(
        satker=kmn, tahun=2023, kode=kode, urut=urut, isi=semula, versi=lama.versi + 1, oleh=perencana,
        tanggal=lama.tanggal,
    )  # fmt: skip
    assert capaian() == awal


def test_satu_perusahaan_lagi_menggerakkan_hitungan_perusahaan(kmn: Satker, perencana: Pengguna) -> None:
    awal = capaian()
    baru = simpan_baris(
        satker=kmn, tahun=2023, kode="SK2.1", urut=None, isi={"perusahaan": "PT Keramik Uji"}, versi=0, oleh=perencana
    )
    assert angka(capaian(), "SK2.1")[:2] == ("2", "200.00")
    hapus_baris(satker=kmn, tahun=2023, kode="SK2.1", urut=baru.urut, versi=1, oleh=perencana)
    assert capaian() == awal


def test_setiap_indikator_yang_dihitung_ikut_diuji(kmn: Satker) -> None:
    dihitung = {i["kode"] for i in capaian()["indikator"] if i["asal"] == "dihitung"}
    assert dihitung == {kode for kode, *_ in UBAHAN} | {"SK2.1"}
    assert BarisData.objects.filter(tahun=2023).count() == 72


def tujuan(satker: Satker, kode: str) -> str:
    return satker.perjanjian.get(revisi=1).butir.get(indikator__kode=kode).indikator.tujuan.kode
