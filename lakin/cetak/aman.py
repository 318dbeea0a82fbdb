"""Escaping: the only way by which text becomes markup."""

from __future__ import annotations

from html import escape

# Control characters and bidi overrides have no business in a report: they can hide or reorder text.
_BUANG = dict.fromkeys([*range(9), 11, 12, *range(14, 32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A)])


def bersih(teks: str) -> str:
    """Text without what must never be written, for formats that escape by themselves."""
    return teks.translate(_BUANG)


def aman(teks: str) -> str:
    """Escape text; also inside an attribute."""
    return escape(bersih(teks))


def baris_baru(teks: str) -> str:
    """Escape text and keep its line breaks."""
    return aman(teks).replace("\n", "<br>")
