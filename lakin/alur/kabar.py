"""A person's notices, and which kinds they want where."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from lakin.alur.enums import JenisKabar
from lakin.alur.models import Kabar, PilihanKabar


@dataclass(frozen=True, slots=True)
class Pilihan:
    """One kind of notice, in the application and by mail."""

    jenis: str
    nama: str
    aplikasi: bool
    surel: bool


def kabar_pengguna(pengguna: Any, *, belum: bool = False) -> QuerySet[Kabar]:
    """Return a person's notices, newest first; those that want mail only are not listed as news."""
    milik = Kabar.objects.filter(pengguna=pengguna)
    return milik.filter(dibaca_pada=None) if belum else milik


def belum_dibaca(pengguna: Any) -> int:
    """Return how many notices a person has not read."""
    return Kabar.objects.filter(pengguna=pengguna, dibaca_pada=None).count()


def pilihan_kabar(pengguna: Any) -> list[Pilihan]:
    """Return what a person chose for every kind; both where nothing was chosen."""
    milik = {p.jenis: p for p in PilihanKabar.objects.filter(pengguna=pengguna)}
    return [
        Pilihan(
            j.value,
            str(j.label),
            milik[j].aplikasi if j in milik else True,
            milik[j].surel if j in milik else True,
        )
        for j in JenisKabar
    ]
