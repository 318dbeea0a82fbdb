"""The seam for a unit above satkers: rows that are other satkers' results.

They are made by a room further up, which knows how satkers are taken together; it puts its supplier
in here when Lakin starts, so that every reader of a unit's facts gets the same ones.
"""

from __future__ import annotations

from collections.abc import Callable

from lakin.capaian.fakta import Fakta
from lakin.organisasi.enums import DI_ATAS
from lakin.organisasi.models import Satker

Pemasok = Callable[[Fakta, int], Fakta]
"""The facts of a unit above, and until which triwulan; gives them with the rows of the satkers below."""

_pemasok: list[Pemasok] = []


def pasang(pemasok: Pemasok) -> None:
    """Put the supplier in, once."""
    if pemasok not in _pemasok:
        _pemasok.append(pemasok)


def di_atas(satker: Satker) -> bool:
    """Tell whether a unit's indicators may be made of satkers' results."""
    return satker.jenis in DI_ATAS


def dengan_bawahan(fakta: Fakta, satker: Satker, triwulan: int) -> Fakta:
    """Return the facts with the satkers' results until a triwulan; those of a satker itself stay as they are."""
    if not di_atas(satker):
        return fakta
    for pemasok in _pemasok:
        fakta = pemasok(fakta, triwulan)
    return fakta
