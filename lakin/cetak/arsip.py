"""Archives with the same bytes every time: fixed dates, fixed rights, the given order."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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


def tetapkan(arsip: bytes, ganti: Mapping[str, bytes] | None = None) -> bytes:
    """The same archive without the dates that its writer put in; ``ganti`` takes the place of some parts."""
    ganti = ganti or {}
    with ZipFile(BytesIO(arsip)) as sumber:
        return arsip_tetap((n, ganti[n] if n in ganti else sumber.read(n)) for n in sumber.namelist())
