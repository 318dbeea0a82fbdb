import re
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from lakin.angka import (
    Ambigu,
    Bacaan,
    Galat,
    Terbaca,
    Tiada,
    baca,
    tulis,
    tulis_isian,
    tulis_mesin,
    tulis_persen,
    tulis_rupiah,
)

BATAS = 10**18 - 1
angka = st.builds(
    lambda n, desimal: Decimal(n).scaleb(-desimal),
    st.one_of(st.integers(-BATAS, BATAS), st.integers(-(10**7), 10**7)),
    st.integers(0, 10),
)
bulat = st.integers(-BATAS, BATAS).map(Decimal)
teks_mirip_angka = st.text(alphabet="0123456789.,-+()% RpoOl\u00a0\u2009\u2212#/NAE", max_size=30)


def nilai(bacaan: Bacaan) -> object:
    assert isinstance(bacaan, Terbaca), bacaan
    return bacaan.nilai


def pesan(teks: str, desimal: int | None = None) -> str:
    bacaan = baca(teks, desimal)
    assert isinstance(bacaan, Galat), bacaan
    return bacaan.pesan


@pytest.mark.parametrize(
    ("teks", "hasil"),
    [
        ("3,61", "3.61"),
        ("3.61", "3.61"),
        ("22.171.352.000", "22171352000"),
        ("22171352000", "22171352000"),
        ("1.234.567,89", "1234567.89"),
        ("1,234,567.89", "1234567.89"),
        ("1,234,567", "1234567"),
        ("1.000,05", "1000.05"),
        ("1,000.05", "1000.05"),
        ("1.234,567", "1234.567"),
        ("0.123", "0.123"),
        ("0,123", "0.123"),
        ("-0,123", "-0.123"),
        ("1234.567", "1234.567"),
        ("1234,567", "1234.567"),
        ("012.345", "12.345"),
        (",5", "0.5"),
        (".125", "0.125"),
        ("1,2340", "1.2340"),
        ("454,50%", "454.50"),
        ("98,04 %", "98.04"),
        ("Rp 22.171.352.000", "22171352000"),
        ("Rp22.171.352.000", "22171352000"),
        ("Rp. 1.234.567", "1234567"),
        ("RP 5.000,00", "5000.00"),
        ("Rp 5.000,-", "5000"),
        ("5.000,-", "5000"),
        ("-Rp 5", "-5"),
        ("Rp -5", "-5"),
        ("(1.234.567)", "-1234567"),
        ("Rp (3,61)", "-3.61"),
        ("(Rp 3,61)", "-3.61"),
        ("\u2212" + "34,63", "-34.63"),
        ("- 34,63", "-34.63"),
        ("+5", "5"),
        ("\u00a03,61\u2009\n", "3.61"),
        ("\ufeff3,61\u200b", "3.61"),
        ("Rp\u00a022.171.352.000", "22171352000"),
        ("1\u00a0234\u202f567,89", "1234567.89"),
        ("1\u2009234", "1234"),
        ("007", "7"),
        ("-0", "0"),
        ("-0,00", "0.00"),
        ("9" * 18 + "," + "9" * 10, "9" * 18 + "." + "9" * 10),
    ],
)
def test_terbaca(teks: str, hasil: str) -> None:
    terbaca = nilai(baca(teks))
    assert isinstance(terbaca, Decimal)
    assert tulis_mesin(terbaca) == hasil


def test_nol_yang_terbaca_tidak_bertanda() -> None:
    assert str(nilai(baca("-0,00"))) == "0.00"
    assert str(nilai(baca("(0)"))) == "0"


def test_na_kosong_dan_nol_terbaca_berbeda() -> None:
    assert [nilai(baca(t)) for t in ("N/A", "n/a", " NA ", "N.A.")] == [Tiada.NA] * 4
    assert [nilai(baca(t)) for t in ("", "  ", "\u00a0", "-", "\u2013", "\u2014", "\u2212", " " * 500)] == [
        Tiada.KOSONG
    ] * 8
    assert nilai(baca("0")) == Decimal(0)
    assert baca("N/A") == Terbaca(Tiada.NA, "N/A")
    assert baca("-") == Terbaca(Tiada.KOSONG, "")


@pytest.mark.parametrize(
    ("teks", "ribuan", "desimal"),
    [
        ("1.234", "1234", "1.234"),
        ("1,234", "1234", "1.234"),
        ("12.345", "12345", "12.345"),
        ("123.456", "123456", "123.456"),
        ("-1.234", "-1234", "-1.234"),
        ("(1.234)", "-1234", "-1.234"),
        ("Rp 1.000", "1000", "1.000"),
        ("3.061%", "3061", "3.061"),
    ],
)
def test_satu_tanda_sebelum_tiga_angka_ditanyakan(teks: str, ribuan: str, desimal: str) -> None:
    for kolom in (None, 2, 3):
        bacaan = baca(teks, kolom)
        assert isinstance(bacaan, Ambigu)
        assert list(map(str, bacaan.pilihan)) == [ribuan, desimal]


def test_pertanyaan_menyebut_kedua_arti_dan_cara_menulisnya() -> None:
    bacaan = baca("1.234")
    assert isinstance(bacaan, Ambigu)
    assert bacaan.pesan == (
        "Angka 1.234 dapat dibaca seribu dua ratus tiga puluh empat atau satu koma dua tiga empat. "
        "Tulis 1234 untuk yang pertama atau 1,2340 untuk yang kedua."
    )


@given(st.integers(1, 999), st.integers(0, 999), st.sampled_from(".,"), st.sampled_from([None, 1, 2, 3, 4]))
def test_kedua_tulisan_yang_disarankan_tidak_ditanyakan_lagi(
    depan: int, belakang: int, tanda: str, desimal: int | None
) -> None:
    bacaan = baca(f"{depan}{tanda}{belakang:03}", desimal)
    assert isinstance(bacaan, Ambigu)
    saran = re.search(r"Tulis (\S+) untuk yang pertama atau (\S+) untuk yang kedua\.$", bacaan.pesan)
    assert saran is not None
    assert tuple(nilai(baca(tulisan, desimal)) for tulisan in saran.groups()) == bacaan.pilihan


@pytest.mark.parametrize("teks", ["1.234", "1,234", "Rp 1.234", "1234", "1.234,00", "1,234.0"])
def test_bilangan_bulat_dibaca_tanpa_bertanya(teks: str) -> None:
    assert baca(teks, desimal=0) == Terbaca(Decimal(1234), "1.234")


@pytest.mark.parametrize("teks", ["3,61", "0.123", "1234.567"])
def test_bilangan_bulat_menolak_desimal(teks: str) -> None:
    assert pesan(teks, desimal=0).startswith("Isian ini bilangan bulat")


def test_desimal_kolom_tidak_memotong_yang_ditulis() -> None:
    assert baca("3,6149", desimal=2) == Terbaca(Decimal("3.6149"), "3,6149")
    assert baca("3,6", desimal=2) == Terbaca(Decimal("3.6"), "3,60")


@pytest.mark.parametrize(
    ("teks", "awal"),
    [
        ("8o,99", "Ada huruf pada angka: '8o,99'. Maksud Anda 80,99?"),
        ("l2O", "Ada huruf pada angka: 'l2O'. Maksud Anda 120?"),
        ("I5,5", "Ada huruf pada angka: 'I5,5'. Maksud Anda 15,5?"),
        ("12345o", "Ada huruf pada angka: '12345o'. Maksud Anda 123450?"),
        ("5 perusahaan", "Ada huruf pada angka: '5 perusahaan'. Tulis angkanya saja"),
        ("1.23.456", "Pengelompokan ribuan salah"),
        ("1.234.56", "Pengelompokan ribuan salah"),
        ("1234.567.890", "Pengelompokan ribuan salah"),
        ("0.123.456", "Pengelompokan ribuan salah"),
        ("12345.678,9", "Pengelompokan ribuan salah"),
        ("3.61,-", "Pengelompokan ribuan salah"),
        ("3,6,1", "Ada lebih dari satu tanda desimal"),
        ("1.234,5,6", "Ada lebih dari satu tanda desimal"),
        ("1,234.567,89", "Ada lebih dari satu tanda desimal"),
        ("1.234,567.89", "Ada lebih dari satu tanda desimal"),
        ("5,", "Angka '5,' belum lengkap"),
        ("1.234,", "Angka '1.234,' belum lengkap"),
        ("12 34", "Ada spasi"),
        ("1 .234", "Ada spasi"),
        ("1, 234", "Ada spasi"),
        ("1 ,5", "Ada spasi"),
        ("1 234.567,89", "Ada spasi"),
        ("1.234 567", "Ada spasi"),
        ("9" * 19, "Angka '9999999999999999999' terlalu panjang"),
        ("1," + "1" * 11, "Angka '1,11111111111' terlalu rinci"),
        ("1" * 101, "Isian '111"),
        ("#VALUE!", "Sel Excel berisi kesalahan #VALUE! (jenis isiannya salah)"),
        ("#DIV/0!", "Sel Excel berisi kesalahan #DIV/0! (pembagian dengan nol)"),
        ("#N/A", "Sel Excel berisi kesalahan #N/A"),
        ("#ref!", "Sel Excel berisi kesalahan #REF!"),
        ("#####", "Isian '#####' berasal dari kolom Excel yang terlalu sempit"),
        ("#5", "'#5' bukan angka"),
        ("=A1+B2", "Isian '=A1+B2' adalah rumus"),
        ("2,22E+10", "Angka '2,22E+10' tertulis dalam bentuk ilmiah"),
        ("nihil", "'nihil' bukan angka. Tulis 0 bila nihil"),
        ("Rp -", "'Rp -' bukan angka. Tulis 0 bila nihil"),
        ("NaN", "'NaN' bukan angka"),
        ("Infinity", "'Infinity' bukan angka"),
        ("١٢", "'١٢' bukan angka"),
        ("10²", "'10²' tidak dapat dibaca"),
        ("(5", "'(5' tidak dapat dibaca"),
        ("--5", "'--5' tidak dapat dibaca"),
        ("-(5)", "'-(5)' tidak dapat dibaca"),
        ("Rp 5%", "'Rp 5%' tidak dapat dibaca"),
        ("12-05-2023", "'12-05-2023' tidak dapat dibaca"),
        ("1/2", "'1/2' tidak dapat dibaca"),
        ("1_000", "'1_000' tidak dapat dibaca"),
    ],
)
def test_galat_menyebut_sebabnya(teks: str, awal: str) -> None:
    assert pesan(teks).startswith(awal)
    assert pesan(teks).endswith((".", "?"))


@given(angka)
@example(Decimal("1.234"))
@example(Decimal("-1234"))
def test_yang_ditulis_terbaca_kembali(x: Decimal) -> None:
    bacaan = baca(tulis(x))
    if isinstance(bacaan, Ambigu):
        assert x in bacaan.pilihan
    else:
        assert nilai(bacaan) == x


@given(angka)
def test_hanya_satu_tanda_sebelum_tiga_angka_yang_ditanyakan(x: Decimal) -> None:
    ganda = re.fullmatch(r"-?[1-9]\d{0,2}[.,]\d{3}", tulis(x)) is not None
    assert isinstance(baca(tulis(x)), Ambigu) is ganda


@given(bulat)
def test_bilangan_bulat_terbaca_kembali(x: Decimal) -> None:
    assert baca(tulis(x), desimal=0) == Terbaca(x, tulis(x))
    assert nilai(baca(tulis_rupiah(x), desimal=0)) == x


@given(angka.filter(lambda x: abs(x) < 10**17), st.sampled_from([2, 4]))
def test_persen_terbaca_kembali(x: Decimal, desimal: int) -> None:
    assert baca(tulis_persen(x, desimal)) == baca(tulis(x, desimal))


@given(angka, st.one_of(st.none(), st.integers(1, 10)))
def test_tulisan_isian_terbaca_kembali_tanpa_bertanya(x: Decimal, desimal: int | None) -> None:
    tulisan = tulis_isian(x, desimal)
    assert nilai(baca(tulisan, desimal)) == x
    assert baca(tulisan, desimal) == Terbaca(x, tulisan)


@given(angka)
def test_bentuk_inggris_dan_bentuk_indonesia_bernilai_sama(x: Decimal) -> None:
    inggris, indonesia = baca(f"{x:,f}"), baca(tulis(x))
    if isinstance(indonesia, Ambigu):
        assert isinstance(inggris, Ambigu)
        assert inggris.pilihan == indonesia.pilihan
    else:
        assert inggris == indonesia


@given(st.one_of(st.text(), teks_mirip_angka), st.sampled_from([None, 0, 2, 3]))
def test_teks_apa_pun_dijawab(teks: str, desimal: int | None) -> None:
    bacaan = baca(teks, desimal)
    if isinstance(bacaan, Terbaca):
        # What is shown back and sent in again must not change its meaning.
        ulang = baca(bacaan.tulisan, desimal)
        assert nilai(ulang) == bacaan.nilai
    else:
        assert bacaan.pesan.endswith((".", "?"))
    if isinstance(bacaan, Ambigu):
        assert desimal != 0
        assert bacaan.pilihan[0] == bacaan.pilihan[1] * 1000


@given(st.text(alphabet="0123456789.,", max_size=24))
def test_terbaca_tidak_menambah_atau_menghilangkan_angka(teks: str) -> None:
    bacaan = baca(teks)
    if isinstance(bacaan, Terbaca) and isinstance(bacaan.nilai, Decimal):
        assert re.sub(r"\D", "", tulis(bacaan.nilai)).lstrip("0") == re.sub(r"\D", "", teks).lstrip("0")
