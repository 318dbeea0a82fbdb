"""Fakta to JSON and back, exactly: numbers are strings, N/A and kosong stay apart, the format has a version.

The shape follows the dataclasses of ``fakta``; a field that is absent takes its
default, so that an older file can still be computed.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import MISSING, fields, is_dataclass
from datetime import date
from decimal import Decimal, InvalidOperation
from enum import StrEnum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from lakin.angka import Tiada
from lakin.capaian.fakta import Fakta

VERSI = 1
_NA = "N/A"

Tulis = Callable[[Any], Any]
Baca = Callable[[Any], Any]


class FaktaSalah(ValueError):
    """A file that is no Fakta of a known version."""


def ke_json(fakta: Fakta) -> str:
    """The canonical text: the same facts give the same bytes."""
    isi = {"versi": VERSI, "fakta": sandi(Fakta)[0](fakta)}
    return json.dumps(isi, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def dari_json(teks: str) -> Fakta:
    """Read what ``ke_json`` wrote."""
    try:
        isi = json.loads(teks)
    except json.JSONDecodeError as galat:
        raise FaktaSalah(f"not JSON: {galat}") from galat
    if not isinstance(isi, dict) or isi.get("versi") != VERSI:
        raise FaktaSalah(f"expected version {VERSI} of the facts' format")
    hasil = sandi(Fakta)[1](isi.get("fakta"))
    assert isinstance(hasil, Fakta)
    return hasil


def bentuk(rekaman: Any) -> Any:
    """The JSON form of any frozen record of this room, as other inputs of a report are kept and hashed."""
    jenis: Any = type(rekaman)
    return sandi(jenis)[0](rekaman)


def sidik(fakta: Fakta) -> str:
    """SHA-256 of the canonical text: the key of kept results and of a report's inputs."""
    return hashlib.sha256(ke_json(fakta).encode()).hexdigest()


@cache
def sandi(jenis: Any) -> tuple[Tulis, Baca]:
    """Writer and reader of a type of this room, made once per type; TypeError where it has no JSON form."""
    if jenis in (str, int, bool):
        return _sama, _periksa(jenis)
    if jenis is Decimal:
        return str, _desimal
    if jenis is date:
        return date.isoformat, date.fromisoformat
    asal = get_origin(jenis)
    if asal in (Union, UnionType):
        return _gabungan(frozenset(get_args(jenis)))
    if asal is tuple:
        return _deret(get_args(jenis))
    if isinstance(jenis, type) and issubclass(jenis, StrEnum):
        return str, jenis
    if is_dataclass(jenis):
        return _rekaman(jenis)
    raise TypeError(f"no JSON form for {jenis}")


def _sama(nilai: Any) -> Any:
    return nilai


def _periksa(jenis: type) -> Baca:
    def baca(nilai: Any) -> Any:
        if type(nilai) is not jenis:
            raise FaktaSalah(f"expected {jenis.__name__}, got {nilai!r}")
        return nilai

    return baca


def _desimal(teks: Any) -> Decimal:
    try:
        nilai = Decimal(teks) if isinstance(teks, str) else None
    except InvalidOperation:
        nilai = None
    if nilai is None or not nilai.is_finite():
        raise FaktaSalah(f"not a number: {teks!r}")
    return nilai


def _gabungan(pilihan: frozenset[Any]) -> tuple[Tulis, Baca]:
    """Nilai, Nilai or text, or something that may be None."""
    if Tiada in pilihan:
        return (_tulis_nilai_teks, _baca_nilai_teks) if str in pilihan else (_tulis_nilai, _baca_nilai)
    (isi,) = pilihan - {type(None)}
    tulis, baca = sandi(isi)
    return (lambda n: None if n is None else tulis(n)), (lambda n: None if n is None else baca(n))


def _tulis_nilai(nilai: Decimal | Tiada) -> str | None:
    if isinstance(nilai, Decimal):
        return str(nilai)
    return _NA if nilai is Tiada.NA else None


def _baca_nilai(nilai: Any) -> Decimal | Tiada:
    if nilai is None:
        return Tiada.KOSONG
    return Tiada.NA if nilai == _NA else _desimal(nilai)


def _tulis_nilai_teks(nilai: Decimal | Tiada | str) -> Any:
    return {"teks": nilai} if isinstance(nilai, str) else _tulis_nilai(nilai)


def _baca_nilai_teks(nilai: Any) -> Decimal | Tiada | str:
    if isinstance(nilai, dict):
        return str(_periksa(str)(nilai.get("teks")))
    return _baca_nilai(nilai)


def _deret(jenis: tuple[Any, ...]) -> tuple[Tulis, Baca]:
    """A tuple of many of one kind, or of fixed kinds."""
    if len(jenis) == 2 and jenis[1] is Ellipsis:
        tulis, baca = sandi(jenis[0])
        return (lambda n: [tulis(x) for x in n]), (lambda n: tuple(baca(x) for x in _daftar(n)))
    bagian = [sandi(j) for j in jenis]

    def baca_tetap(nilai: Any) -> tuple[Any, ...]:
        if len(_daftar(nilai)) != len(bagian):
            raise FaktaSalah(f"expected {len(bagian)} parts, got {nilai!r}")
        return tuple(s[1](x) for s, x in zip(bagian, nilai, strict=True))

    return (lambda n: [s[0](x) for s, x in zip(bagian, n, strict=True)]), baca_tetap


def _daftar(nilai: Any) -> list[Any]:
    if not isinstance(nilai, list):
        raise FaktaSalah(f"expected a list, got {nilai!r}")
    return nilai


def _rekaman(jenis: Any) -> tuple[Tulis, Baca]:
    """A dataclass as an object; unknown keys are refused, absent ones take their default."""
    petunjuk = get_type_hints(jenis)
    medan = {f.name: sandi(petunjuk[f.name]) for f in fields(jenis)}
    wajib = {f.name for f in fields(jenis) if f.default is MISSING and f.default_factory is MISSING}

    def tulis(benda: Any) -> dict[str, Any]:
        return {nama: s[0](getattr(benda, nama)) for nama, s in medan.items()}

    def baca(isi: Any) -> Any:
        if not isinstance(isi, dict):
            raise FaktaSalah(f"expected {jenis.__name__}, got {isi!r}")
        lebih, kurang = set(isi) - set(medan), wajib - set(isi)
        if lebih or kurang:
            raise FaktaSalah(f"{jenis.__name__}: unknown {sorted(lebih)}, missing {sorted(kurang)}")
        try:
            return jenis(**{nama: medan[nama][1](nilai) for nama, nilai in isi.items()})
        except ValueError as galat:
            raise galat if isinstance(galat, FaktaSalah) else FaktaSalah(f"{jenis.__name__}: {galat}") from galat

    return tulis, baca
