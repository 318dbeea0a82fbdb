"""The history of what was entered, as far as its reader may see: a hidden cell hides its trail too."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from lakin.alur.selectors import triwulan_tertutup
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors_bukti import triwulan_alamat
from renstra.selectors import alamat_draf_tertutup

ISIAN = re.compile(
    r"[^/]+/[0-9]{4}/(?:[^/]+/(?:realisasi|fisik|baris|penggantian)(?:/.*)?|anggaran/[^/]+/realisasi/.+|bukti(?:/.*)?)"
)
"""Addresses of what is entered each triwulan; plans and texts are told to whoever may read the history."""


def jejak_terlihat(pengguna: Any, satker: Satker, jejak: Iterable[Jejak]) -> list[Jejak]:
    """Return the traces whose values a person may see.

    A raw row that was moved or deleted counts by where it stands now: without a date it belongs to the year.
    """
    tertutup = triwulan_tertutup(pengguna, satker)
    draf = alamat_draf_tertutup(pengguna, satker)
    semua = [j for j in jejak if not f"{j.alamat}/".startswith(draf)] if draf else list(jejak)
    return [j for j in semua if not _tertutup(satker, j.alamat, tertutup)] if tertutup else semua


def _tertutup(satker: Satker, alamat: str, tertutup: frozenset[tuple[int, int]]) -> bool:
    if not ISIAN.fullmatch(alamat):
        return False
    tahun = int(alamat.split("/")[1])
    return (tahun, triwulan_alamat(satker, tahun, alamat)) in tertutup
