"""A text on its way into another year: bound figures and citations go with it, pictures of the old year do not."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any


@dataclass(slots=True)
class Pungutan:
    """What was met in texts that were taken over."""

    gambar: int = 0
    bertahun: int = 0
    """Texts in which the old year is typed out."""

    def kalimat(self, tahun: int) -> Iterator[str]:
        """What a person should look at."""
        if self.bertahun:
            yield f"{self.bertahun} tulisan masih menyebut tahun {tahun}."
        if self.gambar:
            yield f"{self.gambar} gambar tidak ikut; unggah gambar tahun yang baru."


def pungut(isi: Any, tahun: int, jumlah: Pungutan) -> dict[str, Any]:
    """Return a text for the new year, and count what needs a look.

    Addresses of bound figures are relative to satker and year, so they need no change.
    """
    if re.search(rf"(?<!\d){tahun}(?!\d)", " ".join(_teks(isi))):
        jumlah.bertahun += 1
    return _tanpa_gambar(isi, jumlah)


def _tanpa_gambar(simpul: Any, jumlah: Pungutan) -> Any:
    if not isinstance(simpul, dict) or not isinstance(simpul.get("content"), list):
        return simpul
    tinggal = [s for s in simpul["content"] if not (isinstance(s, dict) and s.get("type") == "gambar")]
    jumlah.gambar += len(simpul["content"]) - len(tinggal)
    return {**simpul, "content": [_tanpa_gambar(s, jumlah) for s in tinggal]}


def _teks(simpul: Any) -> Iterator[str]:
    if isinstance(simpul, dict):
        if isinstance(simpul.get("text"), str):
            yield simpul["text"]
        for s in simpul.get("content") or ():
            yield from _teks(s)
