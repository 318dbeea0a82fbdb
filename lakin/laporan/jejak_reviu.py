"""The history as far as its reader may see: the trail of a reviu is the APIP's own, as its working paper is."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.jejak.models import Jejak
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.jejak_terlihat import jejak_terlihat

MILIK_APIP = "/laporan/reviu/"
"""Stands in the addresses of a working paper, its answers and its notes."""


def jejak_tampak(pengguna: Any, satker: Satker, jejak: Iterable[Jejak]) -> list[Jejak]:
    """Return the traces that a person may see, of entries, plans and the reviu."""
    semua = jejak_terlihat(pengguna, satker, jejak)
    if boleh(pengguna, Izin.REVIU, satker):
        return semua
    return [j for j in semua if MILIK_APIP not in f"{j.alamat}/"]
