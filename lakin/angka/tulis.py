"""Writing numbers the Indonesian way: 1.234.567,89."""

from decimal import Decimal

from lakin.angka.bulat import bagi, bulatkan
from lakin.angka.tiada import Nilai, Tiada, ada

_SERIBU = Decimal(1000)
_SEJUTA = Decimal(1_000_000)


def tulis(x: Nilai, desimal: int | None = None, kosong: str = "") -> str:
    """Written for people; without `desimal` with as many decimals as the number has."""
    if isinstance(x, Decimal):
        # Three replaces take half the time of str.translate, and a page has thousands of cells.
        return f"{_siap(x, desimal):,f}".replace(",", " ").replace(".", ",").replace(" ", ".")
    if x is Tiada.NA:
        return "N/A"
    if x is Tiada.KOSONG:
        return kosong
    raise TypeError(f"neither a Decimal nor Tiada: {x!r}")


def tulis_persen(x: Nilai, desimal: int | None = 2, kosong: str = "") -> str:
    teks = tulis(x, desimal, kosong)
    return f"{teks}%" if ada(x) else teks


def tulis_rupiah(x: Nilai, desimal: int | None = 0, kosong: str = "") -> str:
    teks = tulis(x, desimal, kosong)
    if not ada(x):
        return teks
    return f"-Rp {teks[1:]}" if teks[0] == "-" else f"Rp {teks}"


def tulis_ribuan(x: Nilai, desimal: int = 0, kosong: str = "") -> str:
    """For tables that say '(dalam ribuan)'."""
    return tulis(bagi(x, _SERIBU) if ada(x) else x, desimal, kosong)


def tulis_juta(x: Nilai, desimal: int = 0, kosong: str = "") -> str:
    """For tables that say 'Rp juta'."""
    return tulis(bagi(x, _SEJUTA) if ada(x) else x, desimal, kosong)


def tulis_mesin(x: Nilai) -> str | None:
    """For JSON, CSV and attributes: a decimal point, no grouping, no exponent; null where there is no number."""
    return f"{_siap(x, None):f}" if ada(x) else None


def tulis_isian(x: Nilai, desimal: int | None = None, kosong: str = "") -> str:
    """For an entry field: `baca` with the same `desimal` reads it back as x without asking.

    Decimals are filled up to `desimal` but a digit is never cut. 1234 is written without a mark and
    1,234 as 1,2340, since one mark before three digits could be either.
    """
    if not ada(x):
        return tulis(x, kosong=kosong)
    if desimal is not None and (bulat := bulatkan(x, desimal)) == x:
        x = bulat
    teks = tulis(x)
    if desimal == 0 or not bermakna_ganda(teks.removeprefix("-")):
        return teks
    return f"{teks}0" if "," in teks else teks.replace(".", "")


def bermakna_ganda(badan: str) -> bool:
    """Digits with one mark, which may group thousands as well as begin the decimals."""
    depan, tanda, belakang = badan.replace(",", ".").partition(".")
    if not (tanda and depan.isdigit() and belakang.isdigit()):
        return False
    return len(depan) <= 3 and depan[0] != "0" and len(belakang) == 3


def _siap(x: Decimal, desimal: int | None) -> Decimal:
    if desimal is not None:
        return bulatkan(x, desimal)
    if not x.is_finite():
        raise ValueError(f"not a finite number: {x}")
    return x if x else x.copy_abs()  # no -0
