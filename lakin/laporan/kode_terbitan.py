"""The short code of an approved report: drawn by lot, easy to read out, with a character that finds a slip."""

from __future__ import annotations

import secrets

ABJAD = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"
"""31 characters, none that is taken for another (0 O, 1 I L); a prime, so that every swap changes the check."""
PANJANG = 8


def kode_baru() -> str:
    """A new code, eight characters by lot and the check character."""
    return lengkapi("".join(secrets.choice(ABJAD) for _ in range(PANJANG)))


def lengkapi(pokok: str) -> str:
    """The code with its check character."""
    return pokok + ABJAD[sum(n * ABJAD.index(c) for n, c in enumerate(pokok, 2)) % len(ABJAD)]


def tulis_kode(kode: str) -> str:
    """The code as it is printed: 'K7M2-9QXR-4'."""
    return "-".join(filter(None, (kode[:4], kode[4:PANJANG], kode[PANJANG:])))


def baca_kode(teks: str) -> str:
    """The code out of what a person typed; '' where it cannot be one."""
    kode = "".join(c for c in teks.upper() if c not in " -–.")
    if len(kode) != PANJANG + 1 or any(c not in ABJAD for c in kode):
        return ""
    return kode if lengkapi(kode[:PANJANG]) == kode else ""
