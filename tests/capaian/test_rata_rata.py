"""Means: what is N/A or kosong is left out, zero is not, and both formulas of the tujuan."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.fakta import CaraRenstra, FTahunLain, FTujuan, RumusTujuan, Setelan
from lakin.capaian.mesin import hitung
from tests.capaian.buatan import D, bernilai, setahun

NA, KOSONG = Tiada.NA, Tiada.KOSONG


def tiga(**setelan):
    """Capaian 100, one N/A target, one not filled in."""
    return hitung(
        setahun(
            bernilai(D(50), kode="SK1.1"),
            bernilai(D(50), kode="SK1.2", target=NA),
            bernilai(KOSONG, kode="SK1.3"),
            setelan=Setelan(**setelan),
        )
    )


def test_na_dan_kosong_tidak_ikut_rata_rata() -> None:
    h = tiga()
    for rata in (h.sasaran["SK1"].capaian, h.tujuan["T1"].capaian, h.organisasi.capaian):
        assert rata.nilai == 100
        assert [isinstance(b, Angka) for b in rata.bahan] == [True, False, False]


def test_na_dihitung_nol_bila_disetel_kosong_tetap_tidak() -> None:
    h = tiga(na_dihitung_nol=True)
    assert h.sasaran["SK1"].capaian.nilai == 50
    assert h.organisasi.capaian.nilai == 50


def test_nol_ikut_rata_rata() -> None:
    h = hitung(setahun(bernilai(D(50), kode="SK1.1"), bernilai(D(0), kode="SK1.2")))
    assert h.sasaran["SK1"].capaian.nilai == 50


def test_tercapai_dari_yang_bertarget() -> None:
    o = tiga().organisasi
    assert (o.tercapai.nilai, o.jumlah.nilai, o.persen_tercapai.nilai) == (1, 2, 50)


def test_semua_kosong_tidak_ada_rata_rata() -> None:
    h = hitung(setahun(bernilai(KOSONG), bernilai(KOSONG, kode="SK1.2")))
    assert isinstance(h.organisasi.capaian, TanpaNilai)
    assert h.organisasi.capaian.keadaan is KOSONG
    assert h.sasaran["SK1"].efektif is None


def test_tujuan_rata_realisasi_dibagi_targetnya() -> None:
    fakta = setahun(
        bernilai(D(40), kode="SK1.1"),
        bernilai(D(50), kode="SK1.2"),
        setelan=Setelan(rumus_tujuan=RumusTujuan.RATA_REALISASI),
    )
    t = hitung(fakta).tujuan["T1"]
    assert t.realisasi is not None
    assert (t.realisasi.nilai, t.target.nilai, t.capaian.nilai) == (45, 60, 75)
    tanpa = replace(fakta, tujuan=(FTujuan("T1", "Tujuan", NA),))
    assert isinstance(hitung(tanpa).tujuan["T1"].capaian, TanpaNilai)


def test_tujuan_rata_capaian_tidak_dibagi_targetnya() -> None:
    t = hitung(setahun(bernilai(D(40), target=D(50)))).tujuan["T1"]
    assert (t.capaian.nilai, t.target.nilai) == (80, 60)


RENSTRA = ((2021, D(10)), (2022, NA), (2023, D(13)), (2024, D(15)))
LALU = (FTahunLain(2020, D(1), D(999)), FTahunLain(2021, D(10), D("40.48")), FTahunLain(2022, NA, D("49.55")))


@pytest.mark.parametrize(
    "cara, target, realisasi",
    [
        (CaraRenstra.RATA_RATA, "12.67", "45.99"),
        (CaraRenstra.JUMLAH, "38", "91.98"),
        (CaraRenstra.AKHIR, "15", "51.50"),
    ],
)
def test_jangka_menengah_tanpa_tahun_na(cara, target: str, realisasi: str) -> None:
    """2022 had no target: its realisasi stands beside and counts nowhere; 2020 is before the period."""
    h = hitung(setahun(bernilai(D("51.50"), cara_renstra=cara, target_renstra=RENSTRA, tahun_lain=LALU)))
    r = h.indikator["SK1.1"].renstra
    assert (str(r.target.nilai), str(r.realisasi.nilai)) == (target, realisasi)


def test_jangka_menengah_tanpa_tahun_bertarget() -> None:
    r = hitung(setahun(bernilai(D(5)))).indikator["SK1.1"].renstra
    assert all(isinstance(b, TanpaNilai) for b in (r.target, r.realisasi, r.capaian))


def test_satuan_lain_tidak_dibandingkan() -> None:
    lalu = (FTahunLain(2022, D(10), D(3), satuan="Kerja sama"),)
    seri = hitung(setahun(bernilai(D(5), tahun_lain=lalu))).indikator["SK1.1"].seri
    assert isinstance(seri[0].capaian, TanpaNilai)
    assert seri[0].realisasi.nilai == 3
    assert seri[0].realisasi.desimal == 0
