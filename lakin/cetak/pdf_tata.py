"""One piece of HTML to a tagged PDF with its anchors: the only door to WeasyPrint.

The renderer may read nothing: style sheets are handed over as text, charts
stand inside the page, fonts are the system's, and pictures are answered out of
a mapping that comes with the piece. Whatever else a document asks for (file://,
http://, data:) is refused and makes the run fail.
"""

from __future__ import annotations

import gc
import hashlib
import logging
import warnings
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from lakin.cetak.foto import SKEMA_FOTO
from lakin.cetak.pdf_tanda import rapikan_tanda
from lakin.cetak.percepat import baca_html

GAYA = Path(__file__).resolve().parents[2] / "static" / "css"
GAYA_PLAIN = ("dokumen.css", "cetak.css")
VARIAN = "pdf/a-3u"
SKEMA = "lakin:"
"""Scheme of a link to an anchor that may stand in another piece."""
_PT = 0.75
_AMBANG_GC = 100_000
_KUMPUL = 150_000
"""Characters of HTML whose boxes may wait to be collected: some sixty MiB."""
TANPA_FOTO: Mapping[str, bytes] = MappingProxyType({})

# Progress is told by piece; the library would write a line for each page.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)


class SumberDitolak(RuntimeError):
    """A document asked the renderer to read something."""


@dataclass(frozen=True, slots=True)
class Jangkar:
    """An anchor: its page in the piece (from 0) and its place in points from the lower left."""

    nama: str
    halaman: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Markah:
    """A bookmark in the piece."""

    tingkat: int
    judul: str
    halaman: int
    x: float
    y: float


@dataclass(frozen=True, slots=True)
class Tertata:
    """A piece laid out: the size of each page, anchors and bookmarks in order, and the PDF."""

    ukuran: tuple[tuple[float, float], ...]
    jangkar: tuple[Jangkar, ...]
    markah: tuple[Markah, ...]
    isi: bytes


def tata(html: str, gaya: tuple[str, ...], foto: Mapping[str, bytes] = TANPA_FOTO, *, bertanda: bool = True) -> Tertata:
    """Lay one piece out with the named style sheets; the same piece gives the same bytes.

    ``foto`` are its pictures by their SHA-256.
    """
    with _SAMPAH.jarang(len(html)):
        return _tata(html, gaya, foto, bertanda)


def _tata(html: str, gaya: tuple[str, ...], foto: Mapping[str, bytes], bertanda: bool) -> Tertata:
    penolak = _penolak(foto)
    with warnings.catch_warnings():
        # WeasyPrint leaves the colour profile's file to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        sumber, atribut = baca_html(html, penolak)
        naskah = sumber.render(font_config=_huruf(), stylesheets=list(_lembar_gaya(gaya)), presentational_hints=atribut)
        awalan = hashlib.sha256(html.encode()).hexdigest()[:12]
        isi: bytes = naskah.write_pdf(
            pdf_variant=VARIAN, pdf_tags=bertanda, finisher=lambda dokumen, pdf: _rapikan(dokumen, pdf, awalan)
        )
    if penolak.ditolak:
        raise SumberDitolak(f"Naskah meminta sumber dari luar: {', '.join(sorted(set(penolak.ditolak)))}")
    return Tertata(
        tuple((_bulat(h.width * _PT), _bulat(h.height * _PT)) for h in naskah.pages),
        tuple(_jangkar(naskah.pages)),
        tuple(
            Markah(tingkat, judul, n, _bulat(x * _PT), _bulat((h.height - y) * _PT))
            for n, h in enumerate(naskah.pages)
            for tingkat, judul, (x, y), _ in h.bookmarks
        ),
        isi,
    )


def teks_gaya(nama: str) -> str:
    """A style sheet of ours as text."""
    return (GAYA / nama).read_text(encoding="utf-8")


def _jangkar(halaman: list[Any]) -> Iterator[Jangkar]:
    terlihat: set[str] = set()
    for n, h in enumerate(halaman):
        for nama, (x, y, *_) in h.anchors.items():
            if nama not in terlihat:
                terlihat.add(nama)
                yield Jangkar(nama, n, _bulat(x * _PT), _bulat((h.height - y) * _PT))


def _rapikan(naskah: Any, pdf: Any, awalan: str) -> None:
    """Point links at names that the join will know, and leave to the join what belongs to the whole."""
    import pydyf

    for halaman in naskah.pages:
        for jenis, tujuan, _, kotak in halaman.links:
            if jenis == "external" and tujuan.startswith(SKEMA):
                kaitan = kotak.link_annotation
                del kaitan["A"]
                kaitan["Dest"] = pydyf.String(tujuan.removeprefix(SKEMA))
                kaitan["Contents"] = pydyf.String("".join(kotak.element.itertext()).strip())
    for milik_seluruhnya in ("Names", "Outlines"):
        pdf.catalog.pop(milik_seluruhnya, None)
    rapikan_tanda(pdf, awalan, naskah.pages)


def _penolak(foto: Mapping[str, bytes] = TANPA_FOTO) -> Any:
    from weasyprint.urls import URLFetcher, URLFetcherResponse

    class Penolak(URLFetcher):
        """Refuses every address but the piece's own pictures, and remembers it."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.ditolak: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            sidik = url.removeprefix(SKEMA_FOTO)
            if sidik != url and sidik in foto:
                return URLFetcherResponse(url, foto[sidik])
            self.ditolak.append(url[:200])
            raise ValueError(f"Sumber {url[:200]!r} tidak boleh dibaca.")

    return Penolak()


@lru_cache(maxsize=1)
def _huruf() -> Any:
    """The fonts, opened once for all pieces."""
    from weasyprint.text.fonts import FontConfiguration

    return FontConfiguration()


@lru_cache(maxsize=4)
def _lembar_gaya(gaya: tuple[str, ...]) -> tuple[Any, ...]:
    from weasyprint import CSS

    # One sheet: each element asks every sheet for its rules.
    return (CSS(string="\n".join(map(teks_gaya, gaya)), url_fetcher=_penolak()),)


def _bulat(nilai: float) -> float:
    """A place on the page to thousandths of a point: what a PDF writes, so that it compares equal."""
    return float(f"{nilai:.3f}")


class _Sampah:
    """Layout makes millions of objects that live to its end; collecting them on the way is a fifth of the time.

    The boxes of some pieces go together, before there are many.
    """

    def __init__(self) -> None:
        self._menunggu = 0

    @contextmanager
    def jarang(self, panjang: int) -> Iterator[None]:
        """Lay out a piece of as many characters."""
        ambang = gc.get_threshold()
        if not self._menunggu:
            gc.freeze()
        gc.set_threshold(_AMBANG_GC, *ambang[1:])
        try:
            yield
        finally:
            gc.set_threshold(*ambang)
            self._menunggu += panjang
            if self._menunggu >= _KUMPUL:
                gc.collect()
                gc.unfreeze()
                self._menunggu = 0


_SAMPAH = _Sampah()
