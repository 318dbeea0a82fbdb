"""Figures as they are printed."""

from decimal import Decimal

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.dokumen.format import nilai_mesin, tulis_sel, tulis_teks
from lakin.dokumen.pohon import Format


def a(nilai, desimal=2, satuan=""):
    return Angka("x", Decimal(nilai), desimal, satuan)


@pytest.mark.parametrize(
    "angka, format, sel, teks",
    [
        (a("878.33"), Format.PERSEN, "878,33", "878,33%"),
        (a("-3463"), Format.PERSEN, "-3.463,00", "-3.463,00%"),
        (a("22171352000", 0), Format.RUPIAH, "22.171.352.000", "Rp 22.171.352.000"),
        (a("22171352500", 0), Format.RIBUAN, "22.171.353", "Rp 22.171.353 ribu"),
        (a("8739521210", 0), Format.JUTA, "8.739,52", "Rp 8.739,52 juta"),
        (a("8739521210", 0), Format.MILIAR, "8,74", "Rp 8,74 miliar"),
        (a("3.61"), Format.NILAI, "3,61", "3,61"),
        (a("12", 2), Format.BILANGAN, "12", "12"),
        (a("12.5", 1), Format.BILANGAN, "12,5", "12,5"),
        (a("12", 0, "Perusahaan"), Format.SATUAN, "12 perusahaan", "12 perusahaan"),
        (a("26.35", 2, "Persen"), Format.SATUAN, "26,35%", "26,35%"),
        (a("3.61", 2, "Indeks"), Format.SATUAN, "3,61", "3,61"),
        (a("12", 0), Format.TERBILANG, "12 (dua belas)", "12 (dua belas)"),
        (a("0", 0), Format.NILAI, "0", "0"),
    ],
)
def test_bentuk_angka(angka, format, sel, teks):
    assert (tulis_sel(angka, format), tulis_teks(angka, format)) == (sel, teks)


@pytest.mark.parametrize("format", list(Format))
def test_na_kosong_dan_nol_tiga_hal_berbeda(format):
    na, kosong = TanpaNilai("x", Tiada.NA), TanpaNilai("x", Tiada.KOSONG)
    for tulis in (tulis_sel, tulis_teks):
        assert tulis(na, format) == "N/A"
        assert tulis(kosong, format) == "belum ada data"
        assert tulis(a("0", 0), format).startswith(("0", "Rp 0"))


def test_desimal_bentuk_berskala_dapat_dipilih():
    assert tulis_sel(a("8739521210", 0), Format.JUTA, 0) == "8.740"


def test_nilai_mesin():
    assert nilai_mesin(a("8739521.5")) == "8739521.5"
    assert nilai_mesin(TanpaNilai("x")) == ""
