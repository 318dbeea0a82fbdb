"""Kept results on disk, by the hash of what they were made of; may be emptied at any time.

Several processes share the folder: a file is written beside and renamed, and
carries its own checksum, so that half a file is never read as a whole one.
"""

from __future__ import annotations

import hashlib
import os
from contextlib import suppress
from pathlib import Path
from tempfile import NamedTemporaryFile

BATAS = 512 * 1024 * 1024
_SIDIK = 32


def kunci(*bahan: str | bytes) -> str:
    """One key of several parts; where a part ends is part of it."""
    h = hashlib.sha256()
    for b in bahan:
        isi = b.encode() if isinstance(b, str) else b
        h.update(f"{len(isi)}:".encode() + isi)
    return h.hexdigest()


class Simpanan:
    """A folder of bounded size; what was not used for the longest time goes first."""

    def __init__(self, folder: Path, batas: int = BATAS) -> None:
        self.folder = folder
        self.batas = batas

    def ambil(self, kunci: str) -> bytes | None:
        """What is kept under a key, or None."""
        berkas = self.folder / kunci
        try:
            isi = berkas.read_bytes()
        except OSError:
            return None
        sidik, isi = isi[:_SIDIK], isi[_SIDIK:]
        if hashlib.sha256(isi).digest() != sidik:
            berkas.unlink(missing_ok=True)
            return None
        with suppress(OSError):
            os.utime(berkas)
        return isi

    def taruh(self, kunci: str, isi: bytes) -> None:
        """Keep; a full or read-only disk is no reason to fail, for nothing is lost."""
        with suppress(OSError):
            self.folder.mkdir(parents=True, exist_ok=True)
            with NamedTemporaryFile(dir=self.folder, prefix=".tulis-", delete=False) as berkas:
                berkas.write(hashlib.sha256(isi).digest() + isi)
            Path(berkas.name).replace(self.folder / kunci)

    def rapikan(self) -> None:
        """Bring the folder back under its bound."""
        daftar: list[tuple[float, int, Path]] = []
        with suppress(OSError):
            for berkas in self.folder.iterdir():
                with suppress(OSError):
                    ket = berkas.stat()
                    daftar.append((ket.st_mtime, ket.st_size, berkas))
        jumlah = sum(besar for _, besar, _ in daftar)
        for _, besar, berkas in sorted(daftar):
            if jumlah <= self.batas:
                return
            with suppress(OSError):
                berkas.unlink()
            jumlah -= besar
