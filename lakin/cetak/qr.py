"""A QR code as one path of vectors, and as a picture for programs that take none: the only door to segno."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import Any

from lakin.cetak.aman import aman

TEPI = 4
"""Modules that stay white around the code, as the standard asks."""
_TITIK = 8


def qr_svg(isi: str, judul: str) -> str:
    """The code as SVG without any style; ``judul`` is read out in place of the picture."""
    kode = _kode(isi)
    sisi = kode.symbol_size(border=TEPI)[0]
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" class="qr" viewBox="0 0 {sisi} {sisi}" role="img"'
        f' aria-label="{aman(judul)}"><title>{aman(judul)}</title>'
        f'<path fill="#fff" d="M0 0h{sisi}v{sisi}h-{sisi}z"/><path fill="#000" d="{jalur(isi)}"/></svg>'
    )


def qr_png(isi: str) -> bytes:
    """The code in pixels."""
    wadah = BytesIO()
    _kode(isi).save(wadah, kind="png", scale=_TITIK, border=TEPI)
    return wadah.getvalue()


def jalur(isi: str) -> str:
    """The black modules, each run of a row as one rectangle."""
    potong = []
    for y, baris in enumerate(matriks(isi)):
        x = 0
        while x < len(baris):
            panjang = next((n for n, hitam in enumerate(baris[x:]) if not hitam), len(baris) - x)
            if panjang:
                potong.append(f"M{x + TEPI} {y + TEPI}h{panjang}v1h-{panjang}z")
            x += panjang or 1
    return "".join(potong)


def matriks(isi: str) -> list[list[bool]]:
    """Its modules row by row, True for black."""
    return [[bool(modul) for modul in baris] for baris in _kode(isi).matrix]


@lru_cache(maxsize=64)
def _kode(isi: str) -> Any:
    import segno

    return segno.make(isi, error="m", micro=False)
