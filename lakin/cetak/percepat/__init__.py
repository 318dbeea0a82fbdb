"""WeasyPrint made quicker from outside: each part does what the library does, with less work for the same pages.

This touches private parts, so it is used only with the version that it was
compared with (``DIKENAL``); with any other the library runs as it is, slower.
A test lays pages out both ways and compares them.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from lakin.cetak.percepat.berkas import percepat_berkas
from lakin.cetak.percepat.gaya import ingat_gaya, percepat_gaya
from lakin.cetak.percepat.huruf import percepat_huruf
from lakin.cetak.percepat.kotak import percepat_kotak
from lakin.cetak.percepat.lukis_huruf import percepat_lukis_huruf
from lakin.cetak.percepat.naskah import kelas_html, pohon_html

DIKENAL = "70.0"
"""The version of WeasyPrint that this was written against."""


@lru_cache(maxsize=1)
def percepat() -> bool:
    """Put the quicker parts in place, once; False where the library is another version."""
    import weasyprint

    if weasyprint.__version__ != DIKENAL:
        return False
    percepat_huruf()
    percepat_lukis_huruf()
    percepat_kotak()
    percepat_gaya()
    percepat_berkas()
    return True


def baca_html(html: str, penolak: Any) -> tuple[Any, bool]:
    """The document of a piece, and whether its attributes still need the rules of old HTML.

    Our HTML is well-formed, so the C parser of XML reads it.
    """
    from weasyprint import HTML

    if not percepat():
        return HTML(string=html, url_fetcher=penolak), True
    ingat_gaya()
    pohon = pohon_html(html)
    if pohon is None:
        return HTML(string=html, url_fetcher=penolak), True
    return kelas_html()(pohon, penolak), False
