"""A chart to SVG through Vega-Lite, offline and the same bytes every time; page and PDF get the same string."""

from __future__ import annotations

import re
from functools import lru_cache
from hashlib import sha256

from lakin.cetak.aman import aman
from lakin.cetak.svg_spesifikasi import spesifikasi
from lakin.dokumen.grafik import Bagan

_FORMAT_INDONESIA = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]}


@lru_cache(maxsize=512)
def gambar_svg(bagan: Bagan) -> str:
    """Draw a chart; the result can stand inside a page."""
    import vl_convert

    svg = vl_convert.vegalite_to_svg(
        spesifikasi(bagan), allowed_base_urls=[], format_locale=_FORMAT_INDONESIA, show_warnings=False
    )
    return _rapikan(svg, bagan.judul)


@lru_cache(maxsize=128)
def gambar_png(bagan: Bagan, kerapatan: int = 192) -> bytes:
    """Draw the same chart in pixels, for programs that take no SVG; ``kerapatan`` per inch."""
    import vl_convert

    png: bytes = vl_convert.vegalite_to_png(
        spesifikasi(bagan), ppi=kerapatan, allowed_base_urls=[], format_locale=_FORMAT_INDONESIA, show_warnings=False
    )
    return png


def _rapikan(svg: str, judul: str) -> str:
    """Give the drawing a title for readers of the screen and ids of its own on a page with several."""
    tanda = sha256(svg.encode()).hexdigest()[:8]
    svg = re.sub(r'\bid="([^"]+)"', rf'id="g{tanda}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#g{tanda}-\1)", svg)
    kepala, isi = svg.split(">", 1)
    # The picture is one image with a title; roles that the writer gives to its inner groups have no names.
    isi = re.sub(r'\s(?:role|aria-[a-z]+)="[^"]*"', "", isi)
    kepala = re.sub(r'\s(?:width|height|class)="[^"]*"', "", kepala)
    return f'{kepala} class="bagan" role="img" aria-label="{aman(judul)}"><title>{aman(judul)}</title>{isi}'
