"""Nilai kinerja anggaran by the rule of the year, against the LAKIN's Tabel 3.78."""

from __future__ import annotations

from dataclasses import replace

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.fakta import FNka
from lakin.capaian.mesin import hitung
from lakin.capaian.nka import RUMUS
from tests.capaian.buatan import D, bernilai, setahun
from tests.capaian.kmn import baca_csv, nilai

BANDING = baca_csv("nka_banding.csv")


def satu(f: FNka, tahun: int = 2023):
    h = hitung(replace(setahun(bernilai(D(1)), nka=f), tahun=tahun)).nka
    assert h is not None
    return h


@pytest.mark.parametrize("b", BANDING, ids=lambda b: b["singkatan"])
def test_tabel_3_78_dalam_seperseratus(b) -> None:
    f = FNka(nilai(b["penyerapan"]), nilai(b["konsistensi"]), nilai(b["cro"]), nilai(b["efisiensi"]))
    h = satu(f)
    assert isinstance(h.nilai_hitung, Angka)
    # Inputs are printed with two decimals, which moves the result by up to 0.0033 before it is rounded.
    assert abs(h.nilai_hitung.nilai - D(b["nilai"])) <= D("0.01")


def test_bobot_berjumlah_seratus() -> None:
    for r in RUMUS:
        assert sum(w for _, _, w in r.bobot) == 100


@pytest.mark.parametrize(
    "efisiensi, ne", [("5.91", "64.775"), ("20", "100"), ("25", "100"), ("-20", "0"), ("-99", "0")]
)
def test_nilai_efisiensi_antara_nol_dan_seratus(efisiensi: str, ne: str) -> None:
    h = satu(FNka(D(100), D(100), D(100), D(efisiensi)))
    assert h.nilai_hitung.bahan[3].nilai == D(ne)


def test_yang_tercatat_menjadi_nilai_resminya() -> None:
    h = satu(FNka(D(100), D(100), D(100), D(0), D("85.75")))
    assert h.nilai.nilai == D("85.75")
    assert h.nilai_hitung.nilai == D("85.70")


def test_sejak_2024_separuh_perencanaan_separuh_ikpa() -> None:
    f = FNka(D(1), D(1), D(1), D(1), perencanaan=D("90.50"), ikpa=D("95.25"))
    assert satu(f, 2024).nilai_hitung.nilai == D("92.88")
    assert isinstance(satu(FNka(D(1), D(1), D(1), D(1)), 2024).nilai_hitung, TanpaNilai)


def test_komponen_kosong_tanpa_nilai() -> None:
    h = satu(FNka(Tiada.KOSONG, D(1), D(1), D(1)))
    assert isinstance(h.nilai, TanpaNilai)
    assert "Penyerapan" in h.nilai.alasan
