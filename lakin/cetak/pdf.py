"""Tree to PDF: the only door to WeasyPrint.

The renderer may read nothing: style sheets are handed over as text, charts
stand inside the page, fonts are the system's. Whatever a document asks for
(file://, http://, data:) is refused and makes the run fail.
"""

from __future__ import annotations

import gc
import logging
import warnings
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any, BinaryIO

from lakin.cetak.html import tulis_kertas
from lakin.dokumen.nomor import Bernomor

GAYA = Path(__file__).resolve().parents[2] / "static" / "css"
VARIAN = "pdf/a-3u"
_AMBANG_GC = 100_000

# ``lapor`` tells the steps; the library would write a line for each page.
logging.getLogger("weasyprint.progress").setLevel(logging.WARNING)

Lapor = Callable[[str, int, int], None]
"""Told the step, how much is done and how much there is."""


class SumberDitolak(RuntimeError):
    """A document asked the renderer to read something."""


@dataclass(frozen=True, slots=True)
class HasilPdf:
    """What a run gave: pages of the file per code of a block (the first is 1), and their number."""

    halaman: dict[str, int]
    jumlah_halaman: int
    isi: bytes


def cetak_pdf(bernomor: Bernomor, tujuan: Path | BinaryIO | None = None, lapor: Lapor | None = None) -> HasilPdf:
    """Lay a document out and write it; the same document gives the same bytes."""
    lapor = lapor or _diam
    lapor("Menulis naskah", 0, 3)
    html = tulis_kertas(bernomor)
    lapor("Menata halaman", 1, 3)
    with _gc_jarang():
        naskah, isi = _tata_dan_tulis(html, lapor)
    halaman = _halaman(naskah, bernomor)
    if isinstance(tujuan, Path):
        tujuan.write_bytes(isi)
    elif tujuan is not None:
        tujuan.write(isi)
    lapor("Selesai", 3, 3)
    return HasilPdf(halaman, len(naskah.pages), isi)


def gaya_layar() -> str:
    """The CSS of a document that is read on screen as a single file."""
    return _teks_gaya("dokumen.css") + _teks_gaya("berkas.css")


def _tata_dan_tulis(html: str, lapor: Lapor) -> tuple[Any, bytes]:
    from weasyprint import HTML

    penolak = _penolak()
    naskah = HTML(string=html, url_fetcher=penolak).render(stylesheets=_lembar_gaya(), presentational_hints=True)
    lapor("Menulis PDF", 2, 3)
    with warnings.catch_warnings():
        # WeasyPrint leaves the colour profile's file to the garbage collector.
        warnings.simplefilter("ignore", ResourceWarning)
        isi: bytes = naskah.write_pdf(pdf_variant=VARIAN)
    if penolak.ditolak:
        raise SumberDitolak(f"Naskah meminta sumber dari luar: {', '.join(sorted(set(penolak.ditolak)))}")
    return naskah, isi


def _penolak() -> Any:
    from weasyprint.urls import URLFetcher

    class Penolak(URLFetcher):
        """Refuses every address and remembers it."""

        def __init__(self) -> None:
            super().__init__(allowed_protocols=())
            self.ditolak: list[str] = []

        def fetch(self, url: str, headers: Any = None) -> Any:
            self.ditolak.append(url[:200])
            raise ValueError(f"Sumber {url[:200]!r} tidak boleh dibaca.")

    return Penolak()


@lru_cache(maxsize=1)
def _lembar_gaya() -> list[Any]:
    from weasyprint import CSS

    return [CSS(string=_teks_gaya(nama), url_fetcher=_penolak()) for nama in ("dokumen.css", "cetak.css")]


def _teks_gaya(nama: str) -> str:
    return (GAYA / nama).read_text(encoding="utf-8")


def _halaman(naskah: Any, bernomor: Bernomor) -> dict[str, int]:
    per_jangkar: dict[str, int] = {}
    for nomor, halaman in enumerate(naskah.pages, 1):
        for jangkar in halaman.anchors:
            per_jangkar.setdefault(jangkar, nomor)
    return {kode: per_jangkar[b.jangkar] for kode, b in bernomor.butir.items() if b.jangkar in per_jangkar}


@contextmanager
def _gc_jarang() -> Iterator[None]:
    """Layout makes millions of objects that live to its end; collecting them on the way is a fifth of the time."""
    ambang = gc.get_threshold()
    gc.freeze()
    gc.set_threshold(_AMBANG_GC, *ambang[1:])
    try:
        yield
    finally:
        gc.set_threshold(*ambang)
        gc.unfreeze()


def _diam(langkah: str, selesai: int, jumlah: int) -> None:
    """Report nothing."""
