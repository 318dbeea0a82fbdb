from decimal import Decimal, getcontext
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakin.angka import bagi, bulatkan

wajar = st.decimals(min_value=-(10**18), max_value=10**18, places=4)


def setengah_ke_atas(x: Fraction, desimal: int) -> Fraction:
    """The oracle: no decimal arithmetic in it."""
    besar = abs(x) * 10**desimal
    bulat = (2 * besar.numerator + besar.denominator) // (2 * besar.denominator)
    return Fraction(bulat if x >= 0 else -bulat, 10**desimal)


@pytest.mark.parametrize(
    ("x", "desimal", "hasil"),
    [
        ("2.675", 2, "2.68"),
        ("2.665", 2, "2.67"),
        ("-2.675", 2, "-2.68"),
        ("0.5", 0, "1"),
        ("-0.5", 0, "-1"),
        ("1.5", 0, "2"),
        ("2.5", 0, "3"),
        ("878.3333333333", 2, "878.33"),
        ("-3463", 2, "-3463.00"),
        ("9.995", 2, "10.00"),
        ("-0.004", 2, "0.00"),
        ("1E+3", 1, "1000.0"),
    ],
)
def test_bulatkan_setengah_ke_atas(x: str, desimal: int, hasil: str) -> None:
    assert str(bulatkan(Decimal(x), desimal)) == hasil


@given(st.integers(), st.integers(0, 40), st.integers(0, 12))
def test_bulatkan_sama_dengan_pecahan(n: int, pangkat: int, desimal: int) -> None:
    x = Decimal((0 if n >= 0 else 1, tuple(map(int, str(abs(n)))), -pangkat))
    hasil = bulatkan(x, desimal)
    assert Fraction(hasil) == setengah_ke_atas(Fraction(n, 10**pangkat), desimal)
    assert hasil.as_tuple().exponent == -desimal


@given(st.integers(-(10**6), 10**6), st.integers(0, 6))
def test_tepat_setengah_menjauhi_nol(n: int, desimal: int) -> None:
    setengah = Decimal((0 if n >= 0 else 1, (*map(int, str(abs(n))), 5), -desimal - 1))
    assert abs(bulatkan(setengah, desimal)) == Decimal(abs(n) + 1).scaleb(-desimal)


@given(wajar, st.integers(0, 6))
def test_bulatkan_dua_kali_tidak_mengubah(x: Decimal, desimal: int) -> None:
    sekali = bulatkan(x, desimal)
    assert bulatkan(sekali, desimal).as_tuple() == sekali.as_tuple()


@given(wajar, st.integers(0, 6))
def test_bulatkan_simetris(x: Decimal, desimal: int) -> None:
    assert bulatkan(x.copy_negate(), desimal) == -bulatkan(x, desimal)
    assert not (bulatkan(x, desimal).is_signed() and bulatkan(x, desimal).is_zero())


def test_bulatkan_tepat_untuk_angka_yang_sangat_panjang() -> None:
    panjang = Decimal("9" * 60 + ".995")
    assert str(bulatkan(panjang, 2)) == "1" + "0" * 60 + ".00"
    assert getcontext().prec == 28


@pytest.mark.parametrize("x", ["NaN", "Infinity", "-Infinity", "sNaN"])
def test_bulatkan_menolak_yang_bukan_bilangan(x: str) -> None:
    with pytest.raises(ValueError, match="not a finite number"):
        bulatkan(Decimal(x), 2)


def test_bulatkan_menolak_desimal_negatif() -> None:
    with pytest.raises(ValueError, match="must not be negative"):
        bulatkan(Decimal(1234), -3)


def test_bagi_seperti_kalkulator_pemeriksa() -> None:
    assert bulatkan(bagi(Decimal("26.35") * 100, Decimal(3)), 2) == Decimal("878.33")
    assert bulatkan(bagi(Decimal(2), Decimal(3)), 2) == Decimal("0.67")


def test_bagi_dengan_nol() -> None:
    for pembilang in (0, 1):
        with pytest.raises(ZeroDivisionError):
            bagi(Decimal(pembilang), Decimal(0))


@given(wajar, wajar.filter(bool), st.integers(0, 6))
def test_hasil_bagi_dibulatkan_seperti_pecahan(a: Decimal, b: Decimal, desimal: int) -> None:
    hasil = bulatkan(bagi(a, b), desimal)
    assert Fraction(hasil) == setengah_ke_atas(Fraction(a) / Fraction(b), desimal)


def test_hasil_bagi_sedikit_di_bawah_setengah_tidak_naik() -> None:
    # 0,4999... with more nines than the context has digits: half up in the context would make it 0,5.
    b = Decimal("2" + "0" * 70)
    a = Decimal("9" * 70)
    assert bulatkan(bagi(a, b), 0) == 0
