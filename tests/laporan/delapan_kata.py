"""Runs of eight words of the two published documents, as hashes: a copied sentence shows, and none can be read.

`delapan_kata.bin` holds the sorted 5-byte BLAKE2b digests of every run of eight
words of the LAKIN 2023 of KMN and of the Renstra 2021-2024 of BSKJI, in small
letters, of letters and digits only; runs that are mostly figures are left out.
It was made by ``buat(<text of the one>, <text of the other>, tujuan=BERKAS)``.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Iterator
from functools import cache
from hashlib import blake2b
from pathlib import Path

BERKAS = Path(__file__).with_name("delapan_kata.bin")
PANJANG = 8
BYTE = 5
PALING_SEDIKIT = 5
"""Words with a letter in a run: rows of figures are no sentence."""

_KATA = re.compile(r"[^\W_]+")


def kata(teks: str) -> list[str]:
    """The words of a text, letters and digits only."""
    return _KATA.findall(teks.lower())


def runtun(kata_: list[str]) -> Iterator[str]:
    """Every run of eight words that is not mostly figures."""
    for n in range(len(kata_) - PANJANG + 1):
        potong = kata_[n : n + PANJANG]
        if sum(not k.isdigit() for k in potong) >= PALING_SEDIKIT:
            yield " ".join(potong)


def sidik(runtunan: str) -> bytes:
    """The digest under which a run is kept."""
    return blake2b(runtunan.encode(), digest_size=BYTE).digest()


def buat(*naskah: Path, tujuan: Path) -> int:
    """Write the file of digests of some texts; return how many there are."""
    semua = {sidik(r) for p in naskah for r in runtun(kata(p.read_text(encoding="utf-8")))}
    tujuan.write_bytes(b"".join(sorted(semua)))
    return len(semua)


@cache
def _milik() -> tuple[bytes, ...]:
    isi = BERKAS.read_bytes()
    return tuple(isi[n : n + BYTE] for n in range(0, len(isi), BYTE))


def tersalin(teks: str, judul: Iterable[str] = ()) -> list[str]:
    """The runs of a text that stand in one of the documents.

    A title (the name of an indicator, a sasaran, a unit) is official and cannot
    be said otherwise: the text is cut where one stands, so that no run reaches into it.
    """
    semua = _milik()
    polos = f" {' '.join(kata(teks))} "
    for j in sorted({" ".join(kata(j)) for j in judul if j}, key=len, reverse=True):
        polos = polos.replace(f" {j} ", " | ")
    ada = []
    for r in (r for potong in polos.split("|") for r in runtun(potong.split())):
        d = sidik(r)
        n = bisect_left(semua, d)
        if n < len(semua) and semua[n] == d:
            ada.append(r)
    return ada
