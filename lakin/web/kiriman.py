"""Read what the page's own scripts and forms send."""

from __future__ import annotations

import json
from collections.abc import Mapping
from typing import Any

from django.core.exceptions import BadRequest
from django.http import HttpRequest

MAKS = 1_000_000


def baca_json(request: HttpRequest) -> dict[str, Any]:
    """Return the JSON object of a request; anything else is refused with a sentence."""
    if len(request.body) > MAKS:
        raise BadRequest("Kiriman terlalu besar. Tempelkan blok yang lebih kecil.")
    try:
        isi = json.loads(request.body)
    except (ValueError, RecursionError) as galat:
        raise BadRequest("Kiriman rusak di jalan. Muat ulang halaman lalu coba lagi.") from galat
    if not isinstance(isi, dict):
        raise BadRequest("Bentuk kiriman tidak dikenal. Muat ulang halaman lalu coba lagi.")
    return isi


def versi_dari(satu: dict[str, Any]) -> int:
    """The version that the writer of a field saw; -1, which nothing has, where none was named."""
    versi = satu.get("versi")
    return versi if isinstance(versi, int) else -1


def versi_kiriman(isi: Mapping[str, str], nama: str = "versi") -> int:
    """The version that the writer of a form saw; -1, which nothing has, where none was named."""
    teks = isi.get(nama, "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else -1
