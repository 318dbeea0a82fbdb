"""Rounding half up, and division that can safely be rounded afterwards.

This is the only place that quantizes: every printed figure is cut here.
"""

from decimal import MAX_EMAX, MAX_PREC, MIN_EMIN, ROUND_05UP, ROUND_HALF_UP, Context, Decimal

# The ambient context has 28 digits and raises where a quantized number needs more.
_TEPAT = Context(prec=MAX_PREC, rounding=ROUND_HALF_UP, Emin=MIN_EMIN, Emax=MAX_EMAX)

# ROUND_05UP leaves a trace of what was cut, so that rounding the quotient once more to fewer digits
# gives what rounding the exact quotient would have given (no 0,4999... that first becomes 0,5).
_LEBAR = Context(prec=50, rounding=ROUND_05UP, Emin=MIN_EMIN, Emax=MAX_EMAX)


# Every figure is cut here, so the small units are at hand.
_SATUAN = tuple(Decimal((0, (1,), -desimal)) for desimal in range(40))


def bulatkan(x: Decimal, desimal: int) -> Decimal:
    """Round half up, ties away from zero; exact for any magnitude, and never -0."""
    if not x.is_finite():
        raise ValueError(f"not a finite number: {x}")
    # Positional: a keyword would cost as much as the rounding.
    bulat = x.quantize(_SATUAN[desimal] if 0 <= desimal < 40 else _satuan_terkecil(desimal), None, _TEPAT)
    return bulat or bulat.copy_abs()


def _satuan_terkecil(desimal: int) -> Decimal:
    if desimal < 0:
        raise ValueError(f"decimals must not be negative: {desimal}")
    return Decimal((0, (1,), -desimal))


def bagi(a: Decimal, b: Decimal) -> Decimal:
    """a / b to 50 digits, to be rounded later.

    Multiply first where a percentage is wanted, bagi(r * 100, t): arithmetic on the quotient happens in
    the ambient context of 28 digits.
    """
    if not b:
        raise ZeroDivisionError("division by zero")
    return _LEBAR.divide(a, b)
