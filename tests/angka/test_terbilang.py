from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from lakin.angka import dengan_kata, terbilang

DASAR = {
    kata: nilai
    for nilai, kata in enumerate(
        ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan", "sepuluh", "sebelas")
    )
}
KELOMPOK = {
    "ribu": 10**3,
    "juta": 10**6,
    "miliar": 10**9,
    "triliun": 10**12,
    "kuadriliun": 10**15,
    "kuintiliun": 10**18,
}


def dari_kata(teks: str) -> int:
    """The oracle: reads the words back as a listener would."""
    jumlah = kelompok = satuan = 0
    for kata in teks.replace("seribu", "satu ribu").replace("seratus", "satu ratus").split():
        if kata in DASAR:
            satuan = DASAR[kata]
        elif kata == "belas":
            satuan += 10
        elif kata == "puluh":
            kelompok, satuan = kelompok + satuan * 10, 0
        elif kata == "ratus":
            kelompok, satuan = kelompok + satuan * 100, 0
        else:
            jumlah, kelompok, satuan = jumlah + (kelompok + satuan) * KELOMPOK[kata], 0, 0
    return jumlah + kelompok + satuan


@pytest.mark.parametrize(
    ("n", "kata"),
    [
        (0, "nol"),
        (10, "sepuluh"),
        (11, "sebelas"),
        (12, "dua belas"),
        (20, "dua puluh"),
        (99, "sembilan puluh sembilan"),
        (100, "seratus"),
        (110, "seratus sepuluh"),
        (1000, "seribu"),
        (1001, "seribu satu"),
        (11000, "sebelas ribu"),
        (100000, "seratus ribu"),
        (101000, "seratus satu ribu"),
        (1000000, "satu juta"),
        (1001000, "satu juta seribu"),
        (10**12 + 1000, "satu triliun seribu"),
        (22171352000, "dua puluh dua miliar seratus tujuh puluh satu juta tiga ratus lima puluh dua ribu"),
        (-5, "minus lima"),
    ],
)
def test_terbilang(n: int, kata: str) -> None:
    assert terbilang(n) == kata
    assert terbilang(Decimal(n)) == kata


@pytest.mark.parametrize(
    ("x", "kata"),
    [
        ("90.9", "sembilan puluh koma sembilan"),
        ("90.90", "sembilan puluh koma sembilan"),
        ("3.05", "tiga koma nol lima"),
        ("-0.5", "minus nol koma lima"),
        ("12.00", "dua belas"),
        ("-0.0", "nol"),
        ("1E+3", "seribu"),
    ],
)
def test_terbilang_desimal(x: str, kata: str) -> None:
    assert terbilang(Decimal(x)) == kata


def test_dengan_kata() -> None:
    assert dengan_kata(12) == "12 (dua belas)"
    assert dengan_kata(Decimal("98.035"), 2) == "98,04 (sembilan puluh delapan koma nol empat)"
    assert dengan_kata(Decimal("12.0000"), 0) == "12 (dua belas)"


def test_yang_terlalu_besar_ditolak() -> None:
    with pytest.raises(ValueError, match="too large"):
        terbilang(10**21)


@given(st.one_of(st.integers(0, 10**21 - 1), st.integers(0, 10**6)))
def test_kata_bernilai_sama_dengan_angkanya(n: int) -> None:
    assert dari_kata(terbilang(n)) == n
    assert "satu ribu" not in terbilang(n).replace("puluh satu ribu", "").replace("ratus satu ribu", "")
