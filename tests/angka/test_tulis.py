from decimal import Decimal
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakin.angka import (
    Nilai,
    Tiada,
    ada,
    bulatkan,
    tulis,
    tulis_juta,
    tulis_mesin,
    tulis_persen,
    tulis_ribuan,
    tulis_rupiah,
)

angka = st.decimals(min_value=-(10**18), max_value=10**18, allow_nan=False, allow_infinity=False).filter(
    lambda x: x.adjusted() > -40
)


@pytest.mark.parametrize(
    ("x", "desimal", "teks"),
    [
        ("1234567.89", None, "1.234.567,89"),
        ("22171352000", None, "22.171.352.000"),
        ("3.61", None, "3,61"),
        ("3.610", None, "3,610"),
        ("2.675", 2, "2,68"),
        ("-3463", 2, "-3.463,00"),
        ("0", None, "0"),
        ("-0", None, "0"),
        ("-0.00", None, "0,00"),
        ("-0.004", 2, "0,00"),
        ("999.5", 0, "1.000"),
        ("1E+6", None, "1.000.000"),
        ("1E-7", None, "0,0000001"),
        ("123456789012345678901234567890.125", 2, "123.456.789.012.345.678.901.234.567.890,13"),
    ],
)
def test_tulis(x: str, desimal: int | None, teks: str) -> None:
    assert tulis(Decimal(x), desimal) == teks


def test_na_kosong_dan_nol_tertulis_berbeda() -> None:
    assert tulis(Tiada.NA) == "N/A"
    assert tulis(Tiada.KOSONG) == ""
    assert tulis(Tiada.KOSONG, kosong="…") == "…"
    assert tulis(Decimal(0)) == "0"
    assert (Tiada.NA.teks, Tiada.KOSONG.teks) == ("N/A", "Belum diisi")
    assert [ada(x) for x in (Tiada.NA, Tiada.KOSONG, Decimal(0))] == [False, False, True]


def test_persen() -> None:
    assert tulis_persen(Decimal("454.5")) == "454,50%"
    assert tulis_persen(Decimal("98.035"), 1) == "98,0%"
    assert tulis_persen(Decimal("-34.63")) == "-34,63%"


def test_rupiah() -> None:
    assert tulis_rupiah(Decimal(22171352000)) == "Rp 22.171.352.000"
    assert tulis_rupiah(Decimal(-5)) == "-Rp 5"
    assert tulis_rupiah(Decimal("-0.4")) == "Rp 0"
    assert tulis_rupiah(Decimal("1234.5"), 2) == "Rp 1.234,50"


def test_ribuan_dan_juta_dibulatkan_setengah_ke_atas() -> None:
    assert tulis_ribuan(Decimal(22171352500)) == "22.171.353"
    assert tulis_ribuan(Decimal(-500)) == "-1"
    assert tulis_ribuan(Decimal(499)) == "0"
    assert tulis_juta(Decimal(22171500000)) == "22.172"
    assert tulis_juta(Decimal(22171352000), 1) == "22.171,4"


def test_tanpa_nilai_tidak_diberi_satuan() -> None:
    for penulis in (tulis_persen, tulis_rupiah, tulis_ribuan, tulis_juta):
        assert penulis(Tiada.NA) == "N/A"
        assert penulis(Tiada.KOSONG) == ""
        assert penulis(Tiada.KOSONG, kosong="-") == "-"


@pytest.mark.parametrize(
    ("x", "teks"),
    [
        (Decimal("1234567.890"), "1234567.890"),
        (Decimal("1E+3"), "1000"),
        (Decimal("-0.0"), "0.0"),
        (Tiada.NA, None),
        (Tiada.KOSONG, None),
    ],
)
def test_mesin(x: Nilai, teks: str | None) -> None:
    assert tulis_mesin(x) == teks


@pytest.mark.parametrize("x", [Decimal("NaN"), Decimal("Infinity")])
def test_yang_bukan_bilangan_tidak_pernah_tercetak(x: Decimal) -> None:
    for penulis in (tulis, tulis_mesin, tulis_persen):
        with pytest.raises(ValueError, match="not a finite number"):
            penulis(x)


@pytest.mark.parametrize("x", [5, None, "5"])
def test_selain_decimal_ditolak(x: object) -> None:
    with pytest.raises(TypeError, match="neither a Decimal nor Tiada"):
        tulis(x)  # type: ignore[arg-type]


@given(angka)
def test_tulis_tidak_menghilangkan_angka(x: Decimal) -> None:
    kembali = tulis(x).replace(".", "").replace(",", ".")
    assert Fraction(kembali) == Fraction(x)
    assert Decimal(tulis_mesin(x) or "") == x


@given(angka)
def test_kelompok_selalu_tiga_angka(x: Decimal) -> None:
    kepala, *kelompok = tulis(x).removeprefix("-").split(",")[0].split(".")
    assert 1 <= len(kepala) <= 3
    assert all(len(k) == 3 and k.isdigit() for k in kelompok)


@given(angka, st.integers(0, 10))
def test_yang_tercetak_adalah_yang_dibulatkan(x: Decimal, desimal: int) -> None:
    assert tulis(x, desimal) == tulis(bulatkan(x, desimal))
    assert len(tulis(x, desimal).partition(",")[2]) == desimal


@given(angka, st.integers(0, 10))
def test_nol_tidak_pernah_bertanda(x: Decimal, desimal: int) -> None:
    teks = tulis(x, desimal)
    assert not teks.startswith("-") or any(huruf in "123456789" for huruf in teks)
