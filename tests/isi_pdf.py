"""What stands on the pages of a finished PDF, read by poppler in a moment."""

from __future__ import annotations

import re
import subprocess
from html import unescape
from pathlib import Path
from typing import NamedTuple

_HALAMAN = re.compile(r'<page width="([\d.]+)" height="([\d.]+)">(.*?)</page>', re.S)
_KATA = re.compile(r'<word xMin="([\d.-]+)" yMin="([\d.-]+)" xMax="([\d.-]+)" yMax="([\d.-]+)">(.*?)</word>', re.S)


class Kata(NamedTuple):
    """A word and its box, in points from the upper left corner of its page."""

    teks: str
    kiri: float
    atas: float
    kanan: float
    bawah: float


class Halaman(NamedTuple):
    """A page: its size in points, its lines of text, its words."""

    lebar: float
    tinggi: float
    teks: str
    kata: tuple[Kata, ...]


def halaman_pdf(pdf: bytes | Path) -> list[Halaman]:
    """Read every page."""
    kotak = _HALAMAN.findall(_pdftotext(pdf, "-bbox"))
    return [
        Halaman(float(lebar), float(tinggi), teks, tuple(map(_kata, _KATA.findall(isi))))
        for (lebar, tinggi, isi), teks in zip(kotak, teks_halaman(pdf), strict=True)
    ]


def teks_halaman(pdf: bytes | Path) -> list[str]:
    """Read the lines of every page, as they stand, with one space between words."""
    lembar = _pdftotext(pdf, "-layout").split("\f")[:-1]
    return ["\n".join(" ".join(b.split()) for b in x.split("\n") if b.strip()) for x in lembar]


def teks_pdf(pdf: bytes | Path) -> str:
    """Read the lines of all pages."""
    return "\n".join(teks_halaman(pdf))


def _kata(cocok: tuple[str, ...]) -> Kata:
    kiri, atas, kanan, bawah = map(float, cocok[:4])
    return Kata(unescape(cocok[4]), kiri, atas, kanan, bawah)


def _pdftotext(pdf: bytes | Path, cara: str) -> str:
    asal, masuk = (pdf, None) if isinstance(pdf, Path) else ("-", pdf)
    return subprocess.run(["pdftotext", cara, asal, "-"], input=masuk, capture_output=True, check=True).stdout.decode()
