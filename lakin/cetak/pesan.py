"""Messages to and from a process of ours: a line with the lengths, and the bytes."""

from __future__ import annotations

from pathlib import Path
from typing import IO

AKAR = Path(__file__).resolve().parents[2]
"""Where a process of ours starts, so that it finds our packages."""


def kirim(pipa: IO[bytes], *bagian: bytes) -> None:
    """Write one message of several parts."""
    pipa.write((" ".join(str(len(b)) for b in bagian) + "\n").encode())
    for b in bagian:
        pipa.write(b)
    pipa.flush()


def terima(pipa: IO[bytes]) -> list[bytes] | None:
    """Read one message; None where the other side has ended."""
    baris = pipa.readline()
    if not baris.endswith(b"\n"):
        return None
    bagian = [pipa.read(int(n)) for n in baris.split()]
    return bagian if [len(b) for b in bagian] == [int(n) for n in baris.split()] else None
