"""Raw rows between the database (machine text) and the pure rooms (Nilai)."""

from __future__ import annotations

from collections.abc import Mapping

from lakin.angka import Nilai, Tiada, tulis_mesin


def tulis_isi(isi: Mapping[str, Nilai | str]) -> dict[str, str]:
    """Return a raw row as machine text: '26.35', 'N/A', '' for kosong."""
    return {medan: _teks(nilai) for medan, nilai in isi.items()}


def _teks(nilai: Nilai | str) -> str:
    if isinstance(nilai, str):
        return nilai
    if isinstance(nilai, Tiada):
        return "N/A" if nilai is Tiada.NA else ""
    return tulis_mesin(nilai) or ""


def baca_isi(teks: str) -> str:
    """Return machine text as people read it in a message."""
    return teks or "kosong"
