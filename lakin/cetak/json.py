"""The list of a document's blocks, for other programs."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from lakin.dokumen.nomor import Bernomor


def daftar_blok(bernomor: Bernomor, halaman: Mapping[str, int] | None = None) -> list[dict[str, Any]]:
    """Chapters, sections, tables and figures in order; with pages after a PDF run."""
    hasil = []
    for b in bernomor.butir.values():
        baris: dict[str, Any] = {"kode": b.kode, "jenis": b.jenis, "nomor": b.nomor, "judul": b.judul}
        if halaman is not None:
            baris["halaman"] = halaman.get(b.kode)
        hasil.append(baris)
    return hasil


def tulis_json(bernomor: Bernomor, halaman: Mapping[str, int] | None = None) -> str:
    """The list as text."""
    return json.dumps(daftar_blok(bernomor, halaman), ensure_ascii=False, indent=1) + "\n"
