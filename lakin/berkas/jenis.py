"""Kinds of kept files: the ending that their content deserves, their word on the screen."""

from __future__ import annotations

from lakin.berkas.dokumen import PDF
from lakin.berkas.kantor import DOCX, PPTX, XLSX
from lakin.berkas.models import Berkas

_JENIS = {
    PDF: ("PDF", (".pdf",)),
    DOCX: ("Word", (".docx",)),
    XLSX: ("Excel", (".xlsx",)),
    PPTX: ("PowerPoint", (".pptx",)),
    "image/jpeg": ("Gambar", (".jpg", ".jpeg")),
    "image/png": ("Gambar", (".png",)),
    "image/webp": ("Gambar", (".webp",)),
    "image/tiff": ("Gambar", (".tif", ".tiff")),
}
TAMPIL_LANGSUNG = frozenset({"image/jpeg", "image/png", "image/webp"})
"""What a browser may show in place: it decodes them and runs nothing of theirs."""
TERIMA = ",".join(akhir for _, semua in _JENIS.values() for akhir in semua)
"""For the file field, which only helps to choose."""


def sebutan_jenis(jenis: str) -> str:
    """The word for a kind: PDF, Gambar, Word, Excel, PowerPoint."""
    return _JENIS.get(jenis, ("Berkas", ()))[0]


def semua_sebutan() -> tuple[str, ...]:
    """The words for all kinds, each once."""
    return tuple(dict.fromkeys(nama for nama, _ in _JENIS.values()))


def jenis_bersebutan(sebutan: str) -> list[str]:
    """The kinds that one word stands for."""
    return [jenis for jenis, (nama, _) in _JENIS.items() if nama == sebutan]


def nama_unduh(berkas: Berkas) -> str:
    """The name under which a file is handed out: its own, ending as its content deserves."""
    akhir = _JENIS.get(berkas.jenis, ("", ()))[1]
    return berkas.nama if not akhir or berkas.nama.lower().endswith(akhir) else berkas.nama + akhir[0]
