"""Placeholders in headings that people write: '{kode}: {nama}' and no more than that.

A heading is data, so it is never a format string: '{satker.__class__}' or
'{0:>9999}' would reach into the program. Here a placeholder is a word in
braces that is known, replaced once; all else is left as it was typed.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from typing import Any

UMUM = ("satker", "nama_satker", "tahun", "tahun_lalu", "awal", "akhir", "triwulan", "masa")
"""What every heading may name."""
SUBJEK = ("kode", "nama")
"""What only the heading of a repeated part, or of what stands in one, may name."""

_PENANDA = re.compile(r"\{([a-z_]{1,20})\}", re.ASCII)


def isi_penanda(teks: str, sebutan: Mapping[str, Any]) -> str:
    """Replace the known placeholders; what is put in is not read again."""
    return _PENANDA.sub(lambda m: str(sebutan[m[1]]) if m[1] in sebutan else m[0], teks)


def penanda_asing(teks: str, dikenal: Collection[str]) -> str:
    """The first thing in braces that is not a known placeholder, as it was typed; '' where all is well."""
    sisa = _PENANDA.sub(lambda m: "" if m[1] in dikenal else m[0], teks)
    salah = re.search(r"\{[^{}]{0,40}\}?|\}", sisa)
    return salah[0] if salah else ""
