"""How a part of the library is replaced, and how what follows from a style alone is remembered on it."""

from __future__ import annotations

import sys
from collections.abc import Callable
from typing import Any


def ganti(asli: Callable[..., Any], baru: Callable[..., Any]) -> None:
    """Put ``baru`` wherever the library holds ``asli``."""
    for nama, modul in list(sys.modules.items()):
        if nama.startswith("weasyprint"):
            for kunci, isi in list(vars(modul).items()):
                if isi is asli:
                    setattr(modul, kunci, baru)


def sekali(hitung: Callable[[Any], Any], nama: str) -> Callable[[Any], Any]:
    """Remember on a style what follows from it alone; a style is a dict that bears attributes, many boxes share one."""

    def ingat(gaya: Any) -> Any:
        ada = gaya.__dict__
        if nama not in ada:
            ada[nama] = hitung(gaya)
        return ada[nama]

    return ingat


_teks: list[dict[Any, Any]] = []


def ingatan_teks(gaya: Any) -> dict[Any, Any]:
    """What is remembered of the texts of a style, until the piece ends."""
    ada = gaya.__dict__
    if "_lakin_teks" not in ada:
        ada["_lakin_teks"] = {}
        _teks.append(ada)
    hasil: dict[Any, Any] = ada["_lakin_teks"]
    return hasil


def lupakan() -> None:
    """Forget what was remembered of texts."""
    for ada in _teks:
        ada.pop("_lakin_teks", None)
    _teks.clear()
