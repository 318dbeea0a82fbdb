"""Handlers that only tests ask for; a real worker gets them with --include."""

from __future__ import annotations

import time
from pathlib import Path
from typing import Any

from lakin.kerja.daftar import Lapor, PekerjaanGagal, pekerjaan


@pekerjaan("uji.tulis")
def tulis(argumen: dict[str, Any], lapor: Lapor) -> str:
    """Write a line to a file, so that a test can count how often it really ran."""
    jalur = Path(argumen["jalur"])
    with jalur.open("a") as berkas:
        berkas.write("jalan\n")
    langkah = argumen.get("langkah", 1)
    for ke in range(1, langkah + 1):
        time.sleep(argumen.get("jeda", 0))
        lapor(ke, langkah, f"langkah {ke}")
    return str(jalur)


@pekerjaan("uji.gagal")
def gagal(argumen: dict[str, Any], lapor: Lapor) -> None:
    """Fail in a way that the person who asked can act on."""
    raise PekerjaanGagal("Data triwulan IV belum lengkap. Lengkapi dahulu, lalu minta ulang.")


@pekerjaan("uji.rusak")
def rusak(argumen: dict[str, Any], lapor: Lapor) -> None:
    """Fail as a programming error does."""
    raise ZeroDivisionError("rahasia dalam jejak galat")
