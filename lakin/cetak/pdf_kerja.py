"""A process that lays out pieces: HTML in, PDF and notes out, until its input ends.

``python -m lakin.cetak.pdf_kerja``. A worker of the job queue may not have
children of multiprocessing; a plain program with two pipes may be started from
anywhere. Messages are a line with the lengths, and the bytes; a piece is its
style sheets and the names of its pictures, its HTML, and the pictures.
"""

from __future__ import annotations

import json
import sys
from dataclasses import asdict
from typing import Any

from lakin.cetak.pdf_tata import Jangkar, Markah, SumberDitolak, Tertata, tata
from lakin.cetak.pesan import kirim, terima


def ke_bytes(hasil: Tertata) -> tuple[bytes, bytes]:
    """The notes and the PDF of a piece."""
    catatan = {k: v for k, v in asdict(hasil).items() if k != "isi"}
    return json.dumps(catatan, separators=(",", ":")).encode(), hasil.isi


def dari_bytes(catatan: bytes, isi: bytes) -> Tertata:
    """Read what ``ke_bytes`` wrote."""
    data: dict[str, Any] = json.loads(catatan)
    return Tertata(
        tuple((lebar, tinggi) for lebar, tinggi in data["ukuran"]),
        tuple(Jangkar(**j) for j in data["jangkar"]),
        tuple(Markah(**m) for m in data["markah"]),
        isi,
    )


def utama() -> None:
    """Answer each piece with ``ok``, ``ditolak`` (with what was asked for) or ``galat``."""
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints stays out of the messages
    while (pesan := terima(masuk)) is not None:
        perintah, html = json.loads(pesan[0]), pesan[1].decode()
        foto = dict(zip(perintah["foto"], pesan[2:], strict=True))
        try:
            kirim(keluar, b"ok", *ke_bytes(tata(html, tuple(perintah["gaya"]), foto)))
        except SumberDitolak as galat:
            kirim(keluar, b"ditolak", str(galat).encode())
        except Exception as galat:
            kirim(keluar, b"galat", f"{type(galat).__name__}: {galat}".encode())


if __name__ == "__main__":
    utama()
