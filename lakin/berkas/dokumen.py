"""An uploaded document, judged by its content: PDF, picture, Word, Excel, PowerPoint; kept as it came.

Evidence is not rewritten, so that its SHA-256 stays the one that its owner can compute. What can hurt who
opens it, or who looks into it here, is refused with a sentence that says how to mend it.
"""

from __future__ import annotations

import hashlib
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from tempfile import TemporaryFile
from typing import IO, Any

from django.core.files.uploadedfile import UploadedFile

from lakin.berkas.gambar import MAKS_BITA, periksa_kepala_gambar
from lakin.berkas.kantor import periksa_kantor
from lakin.web.galat import GalatDomain

PDF = "application/pdf"
_POTONG = 64 * 1024
_PROGRAM = Path(__file__).with_name("halaman_pdf.py")
_TUNGGU_PDF = 40
"""Seconds until the reading of a PDF's pages is given up; its own limit of processor time is far below."""
_KALIMAT_PDF = {
    3: "PDF ini terkunci atau terenkripsi. Buka berkasnya, cetak sebagai PDF baru tanpa kata sandi, lalu unggah.",
    4: "PDF ini tidak memuat halaman. Pilih berkas yang benar.",
}
_RUSAK = "PDF ini rusak atau tidak utuh sehingga tidak dapat dibaca. Unduh atau simpan ulang, lalu unggah kembali."


class BerkasTerlaluBesar(GalatDomain):
    """The file is over the limit; told with status 413."""

    def __init__(self) -> None:
        super().__init__(
            f"Berkas melebihi {MAKS_BITA // 1024 // 1024} MB. Perkecil atau pecah berkasnya, lalu unggah kembali."
        )


@dataclass(frozen=True, slots=True)
class DokumenSah:
    """A document that may be kept: its kind by content, bytes, SHA-256, and pages of a PDF; ``isi`` is open."""

    isi: IO[bytes]
    jenis: str
    ukuran: int
    sidik: str
    halaman: int | None = None


@contextmanager
def dokumen_sah(berkas: UploadedFile) -> Iterator[DokumenSah]:
    """Check an upload and hold it open while it is kept; GalatDomain says what is wrong with it.

    Never in memory as a whole: what the server has put into a temporary file is read from there in pieces.
    Takes as long as reading does, so it belongs before a transaction.
    """
    if (berkas.size or 0) > MAKS_BITA:
        raise BerkasTerlaluBesar
    with _pada_cakram(berkas) as isi:
        sidik, ukuran = _sidik(isi)
        jenis = _jenis(isi, ukuran)
        halaman = _halaman_pdf(isi, ukuran) if jenis == PDF else None
        isi.seek(0)
        yield DokumenSah(isi, jenis, ukuran, sidik, halaman)


@contextmanager
def _pada_cakram(berkas: UploadedFile) -> Iterator[IO[bytes]]:
    """A real file: another process reads a PDF from it."""
    jalan: Any = getattr(berkas, "temporary_file_path", None)
    if jalan is not None:
        with open(jalan(), "rb") as isi:
            yield isi
        return
    with TemporaryFile() as salinan:
        for potong in berkas.chunks():
            salinan.write(potong)
        salinan.flush()
        yield salinan


def _sidik(isi: IO[bytes]) -> tuple[str, int]:
    isi.seek(0)
    sidik = hashlib.sha256()
    while potong := isi.read(_POTONG):
        sidik.update(potong)
    return sidik.hexdigest(), isi.tell()


def _jenis(isi: IO[bytes], ukuran: int) -> str:
    """The kind by the first bytes; a name proves nothing."""
    if not ukuran:
        raise GalatDomain("Berkas ini kosong. Pilih berkas lain.")
    isi.seek(0)
    kepala = isi.read(16)
    if kepala.startswith(b"%PDF-"):
        return PDF
    if kepala.startswith(b"PK\x03\x04"):
        return periksa_kantor(isi, ukuran)
    if kepala.startswith(b"\xd0\xcf\x11\xe0"):
        raise GalatDomain(
            "Ini berkas Office bentuk lama (.doc, .xls, .ppt) atau yang dikunci kata sandi. "
            "Simpan sebagai .docx, .xlsx, .pptx, atau PDF tanpa kata sandi, lalu unggah kembali."
        )
    if gambar := periksa_kepala_gambar(isi):
        return gambar
    raise GalatDomain(
        "Isi berkas ini bukan PDF, gambar (JPEG, PNG, WebP, TIFF), atau berkas Office (.docx, .xlsx, .pptx), "
        "apa pun namanya. Simpan dokumennya sebagai PDF, lalu unggah kembali."
    )


def _halaman_pdf(isi: IO[bytes], ukuran: int) -> int:
    """The pages of a PDF, counted by a process with little memory and time: a small file may unfold to gigabytes."""
    isi.seek(max(0, ukuran - 2048))
    if b"%%EOF" not in isi.read():
        raise GalatDomain(_RUSAK)
    isi.seek(0)
    try:
        jawab = subprocess.run(
            [sys.executable, "-I", str(_PROGRAM)], stdin=isi, capture_output=True, timeout=_TUNGGU_PDF, check=False
        )
    except subprocess.TimeoutExpired as galat:
        raise GalatDomain(_RUSAK) from galat
    if jawab.returncode:
        raise GalatDomain(_KALIMAT_PDF.get(jawab.returncode, _RUSAK))
    return int(jawab.stdout)
