"""What a kept piece of a PDF depends on besides its document."""

from __future__ import annotations

import subprocess
from functools import lru_cache
from importlib.metadata import version
from pathlib import Path

from lakin.cetak.pdf_bab import GAYA_BAB
from lakin.cetak.pdf_tata import teks_gaya
from lakin.cetak.pdf_tumpang import GAYA_TUMPANG
from lakin.cetak.simpanan import kunci


@lru_cache(maxsize=1)
def versi() -> str:
    """Hash of all that decides the bytes besides the document: our writers, styles, fonts, and the libraries."""
    ruang = Path(__file__).resolve().parents[1]
    sumber = sorted(p for folder in ("angka", "cetak", "dokumen") for p in (ruang / folder).rglob("*.py"))
    pustaka = ("weasyprint", "pydyf", "fonttools", "pikepdf", "pillow", "vl-convert-python")
    return kunci(
        *(p.read_bytes() for p in sumber),
        *(teks_gaya(nama) for nama in dict.fromkeys((*GAYA_BAB, *GAYA_TUMPANG))),
        *(version(p) for p in pustaka),
        *(_berkas_huruf(keluarga) for keluarga in ("Noto Sans", "Noto Serif")),
    )


def _berkas_huruf(keluarga: str) -> str:
    """Files and versions of a family of fonts, as the system tells them; without its tool they are not told apart."""
    try:
        perintah = ["fc-list", "--format", "%{file} %{fontversion}\n", keluarga]
        daftar = subprocess.run(perintah, capture_output=True, text=True, check=True).stdout
    except (OSError, subprocess.CalledProcessError):
        return ""
    return "\n".join(sorted(daftar.splitlines()))
