"""Reading what was taken in. Only Django's storage is used, so that another one (S3, say) can take its place."""

from __future__ import annotations

import hashlib

from django.core.files.storage import default_storage

from lakin.cetak.foto import FotoHilang

FOLDER = "isi"


def nama_isi(sidik: str) -> str:
    """The name of a content in the storage: its SHA-256, spread over folders."""
    return f"{FOLDER}/{sidik[:2]}/{sidik}"


def baca_isi(sidik: str, /) -> bytes:
    """The content of a hash; FotoHilang where it is gone or no longer what it was."""
    try:
        with default_storage.open(nama_isi(sidik)) as berkas:
            isi: bytes = berkas.read()
    except OSError as galat:
        raise FotoHilang(f"Isi gambar {sidik[:12]} tidak ada di penyimpanan. Unggah kembali gambarnya.") from galat
    if hashlib.sha256(isi).hexdigest() != sidik:
        raise FotoHilang(f"Isi gambar {sidik[:12]} di penyimpanan telah berubah. Unggah kembali gambarnya.")
    return isi
