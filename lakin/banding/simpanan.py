"""Answers of this process, for as long as no fact has changed: what many readers ask is worked out once.

Every change of a fact leaves a trace and every result that is computed again a mark, so where
all chains end and when results were kept tells whether anything is new, in two small queries.
"""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from hashlib import sha256
from threading import Lock
from typing import Any, TypeVar, cast

from django.core.cache import cache
from django.db.models import Count, Max, Sum

from lakin.jejak.models import Rantai
from lakin.organisasi.selectors import peran_semua
from lakin.pengukuran.models import HasilTersimpan

T = TypeVar("T")
MUATAN = 20_000
"""Rows that are kept in all; what was asked for longest ago goes first."""

_tersimpan: OrderedDict[tuple[object, ...], tuple[int, object]] = OrderedDict()
_dibuat: dict[tuple[object, ...], Lock] = {}
"""What is being worked out right now."""
_kunci = Lock()


def kepala() -> tuple[object, ...]:
    """Return where the trail and the kept results stand."""
    rantai = Rantai.objects.aggregate(n=Count("pk"), urut=Sum("urut"), sidik=Max("sidik"))
    hasil = HasilTersimpan.objects.aggregate(n=Count("pk"), urut=Sum("urut"), pada=Max("dihitung_pada"))
    return (*rantai.values(), *hasil.values())


def ambil(kini: tuple[object, ...], pengguna: Any, nama: tuple[object, ...], buat: Callable[[], tuple[T, int]]) -> T:
    """Return what is kept under a name for people of the same roles, else make it; ``buat`` tells its rows too."""
    kunci = (kini, None if pengguna is None else peran_semua(pengguna), *nama)
    with _kunci:
        if kunci in _tersimpan:
            _tersimpan.move_to_end(kunci)
            return cast(T, _tersimpan[kunci][1])
        giliran = _dibuat.setdefault(kunci, Lock())
    # Who asks for the same meanwhile waits for it instead of working it out beside.
    with giliran:
        with _kunci:
            if kunci in _tersimpan:
                return cast(T, _tersimpan[kunci][1])
        try:
            baru, baris = buat()
            with _kunci:
                _tersimpan[kunci] = (baris, baru)
                while len(_tersimpan) > 1 and sum(n for n, _ in _tersimpan.values()) > MUATAN:
                    _tersimpan.popitem(last=False)
        finally:
            with _kunci:
                _dibuat.pop(kunci, None)
    return baru


Potongan = tuple[int, str]
"""Year of a comparison and its rendered part of the page, the same for all people of the same roles."""
TAHAN = 3_600


def potongan_bersama(kini: tuple[object, ...], pengguna: Any, alamat: str) -> Potongan | None:
    """Return what some process has rendered for an address since anything changed."""
    ada: Potongan | None = cache.get(_nama(kini, pengguna, alamat)) if alamat else None
    return ada


def simpan_bersama(kini: tuple[object, ...], pengguna: Any, alamat: str, potongan: Potongan) -> None:
    """Keep a rendered part for an hour, for all processes."""
    cache.set(_nama(kini, pengguna, alamat), potongan, TAHAN)


def _nama(kini: tuple[object, ...], pengguna: Any, alamat: str) -> str:
    bahan = repr((kini, peran_semua(pengguna), alamat))
    return f"banding:{sha256(bahan.encode()).hexdigest()}"


def lupakan() -> None:
    """Forget all of it, in this process and where all of them share."""
    cache.clear()
    with _kunci:
        _tersimpan.clear()
