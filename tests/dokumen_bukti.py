"""Documents made for tests: real files as offices and attackers make them."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile

import pikepdf
from docx import Document
from openpyxl import Workbook


def pdf(halaman: int = 2, sandi: str | None = None) -> bytes:
    """A PDF with so many empty pages; with ``sandi`` encrypted."""
    wadah, isi = BytesIO(), pikepdf.new()
    for _ in range(halaman):
        isi.add_blank_page()
    isi.save(wadah, encryption=False if sandi is None else pikepdf.Encryption(owner="p", user=sandi))
    return wadah.getvalue()


def docx() -> bytes:
    """A Word file."""
    wadah, isi = BytesIO(), Document()
    isi.add_paragraph("Laporan kegiatan")
    isi.save(wadah)
    return wadah.getvalue()


def xlsx() -> bytes:
    """An Excel file."""
    wadah, isi = BytesIO(), Workbook()
    isi.active.append(["Nomor", 1])
    isi.save(wadah)
    return wadah.getvalue()


def ditambah(asal: bytes, nama: str, isi: bytes = b"x") -> bytes:
    """An Office file with one part more."""
    wadah = BytesIO(asal)
    with ZipFile(wadah, "a", ZIP_DEFLATED) as arsip:
        arsip.writestr(nama, isi)
    return wadah.getvalue()


def diganti(asal: bytes, lama: bytes, baru: bytes) -> bytes:
    """An Office file with the same parts, one text in them changed."""
    wadah = BytesIO()
    with ZipFile(BytesIO(asal)) as sumber, ZipFile(wadah, "w", ZIP_DEFLATED) as arsip:
        for nama in sumber.namelist():
            arsip.writestr(nama, sumber.read(nama).replace(lama, baru))
    return wadah.getvalue()


def bom_zip(*, jujur: bool = True, nyata: int = 40 * 1024 * 1024, dikatakan: int = 10 * 1024**3) -> bytes:
    """A workbook with a part that unfolds to ``nyata`` bytes; its directory says ``dikatakan``, or little."""
    asal = ditambah(xlsx(), "xl/media/nol.bin", bytes(nyata))
    letak = asal.rindex(b"PK\x01\x02")
    dikatakan = min(dikatakan, 0xFFFFFFF0) if jujur else 100
    return asal[: letak + 24] + struct.pack("<L", dikatakan) + asal[letak + 28 :]


def bom_pdf(besar: int = 3 * 1024**3) -> bytes:
    """A PDF of a few megabytes whose list of objects unfolds to gigabytes."""
    peras = zlib.compressobj(9)
    sekali = 16 * 1024 * 1024
    kepala = peras.compress(bytes(sekali)) + peras.flush(zlib.Z_FULL_FLUSH)
    blok = peras.compress(bytes(sekali)) + peras.flush(zlib.Z_FULL_FLUSH)  # the same again, without looking back
    isi = kepala + blok * (besar // sekali - 1)
    awal = b"%PDF-1.5\n"
    badan = (
        b"1 0 obj\n<</Type/XRef/W[1 4 1]/Size 4/Root 2 0 R/Length %d/Filter/FlateDecode>>stream\n" % len(isi)
        + isi
        + b"\nendstream\nendobj\n"
    )
    return awal + badan + b"startxref\n%d\n%%%%EOF\n" % len(awal)
