"""The inputs of a report as JSON values and back, exactly: what an approval freezes.

The shape follows the fields of ``Konteks`` and of what it holds, so that a
field that is added later is frozen and hashed without a word here; a type
that has no form is refused. Of the figures only their facts are kept: the
engine gives the same ones again.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Mapping
from dataclasses import MISSING, fields
from functools import cache
from typing import Any, get_args, get_origin, get_type_hints

from lakin.capaian.fakta import Fakta
from lakin.capaian.fakta_json import sandi as sandi_fakta
from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.laporan.kerangka import Kerangka, dari_json, ke_json
from lakin.laporan.konteks import Konteks, Teks

VERSI = 1

Tulis = Callable[[Any], Any]
Baca = Callable[[Any], Any]


class BekuSalah(ValueError):
    """Inputs of a version that is not known, or with parts that are not."""


def beku(k: Konteks) -> dict[str, Any]:
    """The inputs of a report as JSON values; the same inputs give the same values."""
    return {"versi": VERSI, "isi": _sandi(Konteks)[0](k)}


def cair(isi: Mapping[str, Any]) -> Konteks:
    """The inputs out of what ``beku`` gave; BekuSalah where it did not give them."""
    if isi.get("versi") != VERSI:
        raise BekuSalah(f"expected version {VERSI} of the frozen inputs")
    hasil = _sandi(Konteks)[1](isi["isi"])
    assert isinstance(hasil, Konteks)
    return hasil


def sidik_bagian(isi: Mapping[str, Any]) -> dict[str, str]:
    """SHA-256 of each frozen input by its name (``hasil`` stands for the facts)."""
    return {nama: _sidik(bagian) for nama, bagian in isi["isi"].items()}


def sidik(k: Konteks) -> str:
    """SHA-256 over all inputs: the same inputs give the same report."""
    return _sidik(beku(k))


def _sidik(isi: Any) -> str:
    teks = json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(teks.encode()).hexdigest()


@cache
def _sandi(jenis: Any) -> tuple[Tulis, Baca]:
    """Writer and reader of a type, made once per type."""
    if jenis is Any:
        return _sama, _sama
    if jenis is Hasil:
        tulis, baca = sandi_fakta(Fakta)
        return (lambda h: tulis(h.fakta)), (lambda isi: hitung(baca(isi)))
    if jenis is Kerangka:
        return ke_json, dari_json
    if get_origin(jenis) is Mapping:
        return _pemetaan(*get_args(jenis))
    if jenis in (Konteks, Teks):
        return _rekaman(jenis)
    return sandi_fakta(jenis)


def _sama(nilai: Any) -> Any:
    return nilai


def _pemetaan(kunci: Any, nilai: Any) -> tuple[Tulis, Baca]:
    """A mapping as pairs in the order of their keys: a key may be a tuple, which JSON has not."""
    (tulis_k, baca_k), (tulis_v, baca_v) = _sandi(kunci), _sandi(nilai)
    return (
        lambda isi: [[tulis_k(k), tulis_v(isi[k])] for k in sorted(isi)],
        lambda isi: {baca_k(k): baca_v(v) for k, v in isi},
    )


def _rekaman(jenis: Any) -> tuple[Tulis, Baca]:
    """A dataclass as an object; unknown keys are refused, absent ones take their default."""
    petunjuk = get_type_hints(jenis)
    sandi = {f.name: _sandi(petunjuk[f.name]) for f in fields(jenis)}
    wajib = {f.name for f in fields(jenis) if f.default is MISSING and f.default_factory is MISSING}

    def baca(isi: Any) -> Any:
        if lebih := set(isi) - set(sandi) or wajib - set(isi):
            raise BekuSalah(f"{jenis}: unknown or missing {sorted(lebih)}")
        return jenis(**{nama: sandi[nama][1](nilai) for nama, nilai in isi.items()})

    return (lambda r: {nama: s[0](getattr(r, nama)) for nama, s in sandi.items()}), baca
