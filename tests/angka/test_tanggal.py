from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakin.angka import BULAN, Galat, baca_tanggal, nama_triwulan, romawi, tulis_tanggal

tanggal = st.dates(date(1900, 1, 1), date(2100, 12, 31))


def test_tulis_tanggal() -> None:
    assert tulis_tanggal(date(2022, 11, 30)) == "30 November 2022"
    assert tulis_tanggal(date(2024, 2, 1)) == "1 Februari 2024"
    assert len(BULAN) == 12


def test_triwulan_dan_angka_romawi() -> None:
    assert [nama_triwulan(n) for n in (1, 2, 3, 4)] == ["Triwulan I", "Triwulan II", "Triwulan III", "Triwulan IV"]
    assert [romawi(n) for n in (9, 14, 40, 94, 2023, 3999)] == ["IX", "XIV", "XL", "XCIV", "MMXXIII", "MMMCMXCIX"]
    for salah in (0, 5):
        with pytest.raises(ValueError, match="not a triwulan"):
            nama_triwulan(salah)
    for salah in (0, -1, 4000):
        with pytest.raises(ValueError, match="no Roman numeral"):
            romawi(salah)


@given(st.integers(1, 3999))
def test_angka_romawi_bernilai_sama(n: int) -> None:
    nilai = {"I": 1, "V": 5, "X": 10, "L": 50, "C": 100, "D": 500, "M": 1000}
    angka = [nilai[huruf] for huruf in romawi(n)]
    assert sum(-a if any(b > a for b in angka[i + 1 : i + 2]) else a for i, a in enumerate(angka)) == n


@pytest.mark.parametrize(
    "teks",
    [
        "30/11/2022",
        "30-11-2022",
        "30.11.2022",
        "2022-11-30",
        "2022-11-30 00:00:00",
        "2022-11-30T00:00:00",
        "30 November 2022",
        " 30  november\u00a02022 ",
        "30 Nov 2022",
        "30 Nov. 2022",
        "30-Nov-2022",
        "30 Nopember 2022",
    ],
)
def test_baca_tanggal(teks: str) -> None:
    assert baca_tanggal(teks) == date(2022, 11, 30)


def test_hari_dibaca_sebelum_bulan() -> None:
    assert baca_tanggal("05/06/2023") == date(2023, 6, 5)


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("", "Tanggal belum diisi"),
        ("kemarin", "Tanggal 'kemarin' tidak dapat dibaca"),
        ("12/31/2023", "Bulan 31 tidak ada. Tulis hari lebih dahulu, lalu bulan: 31/12/2023."),
        ("40/13/2023", "Bulan 13 tidak ada"),
        ("1/0/2023", "Bulan 0 tidak ada"),
        ("30/11/22", "Tulis tahun dengan empat angka"),
        ("30/11/20222", "Tulis tahun dengan empat angka"),
        ("29/02/2023", "Tanggal 29 Februari 2023 tidak ada: bulan itu berakhir pada tanggal 28."),
        ("0/11/2023", "Tanggal 0 November 2023 tidak ada"),
        ("30 Novembre 2022", "Nama bulan 'Novembre' tidak dikenal"),
        ("30/11/0202", "Tahun 0202 di luar"),
        ("30/11-2022", "Tanggal '30/11-2022' tidak dapat dibaca"),
        ("2022-11-30 13:45:00", "Tanggal '2022-11-30 13:45:00' tidak dapat dibaca"),
    ],
)
def test_tanggal_salah(teks: str, awal: str) -> None:
    bacaan = baca_tanggal(teks)
    assert isinstance(bacaan, Galat)
    assert bacaan.pesan.startswith(awal)


@given(tanggal)
def test_tanggal_terbaca_kembali(d: date) -> None:
    for teks in (tulis_tanggal(d), d.isoformat(), d.strftime("%d/%m/%Y"), d.strftime("%d-%m-%Y")):
        assert baca_tanggal(teks) == d


@given(st.one_of(st.text(), st.text(alphabet="0123456789/-. NovemberT:", max_size=20)))
def test_teks_apa_pun_dijawab(teks: str) -> None:
    assert isinstance(baca_tanggal(teks), date | Galat)
