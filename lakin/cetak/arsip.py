"""Archives with the same bytes every time: fixed dates, fixed rights, the given order."""

from __future__ import annotations

from collections.abc import Iterable
from io import BytesIO
from typing import IO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

SAAT_TETAP = (1980, 1, 1, 0, 0, 0)
"""The earliest moment that the format knows; a real one would differ at every run."""

_UNIX = 3


def tulis_arsip(tujuan: IO[bytes], isi: Iterable[tuple[str, bytes]]) -> None:
    """Write name and content pairs into an open file; one at a time is held."""
    with ZipFile(tujuan, "w", ZIP_DEFLATED, compresslevel=6) as arsip:
        for nama, data in isi:
            butir = ZipInfo(nama, SAAT_TETAP)
            butir.compress_type = ZIP_DEFLATED
            butir.create_system = _UNIX
            butir.external_attr = 0o644 << 16
            arsip.writestr(butir, data)


def arsip_tetap(isi: Iterable[tuple[str, bytes]]) -> bytes:
    """The archive in memory."""
    wadah = BytesIO()
    tulis_arsip(wadah, isi)
    return wadah.getvalue()


def tetapkan(arsip: bytes) -> bytes:
    """The same archive without the dates that its writer put in."""
    with ZipFile(BytesIO(arsip)) as sumber:
        return arsip_tetap((nama, sumber.read(nama)) for nama in sumber.namelist())
