"""Explanations of every figure that a report prints, as data that needs no server.

What the engine computes is explained by the engine. The report's own figures
carry their line and their inputs; a recorded one carries the place in the
facts where it stands, so that it can be read again.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation
from typing import Any

from lakin.angka import bulatkan
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.hasil import Hasil
from lakin.dokumen.nomor import Bernomor, semua_figur
from lakin.dokumen.tempat import Tempat as TempatCetak
from lakin.laporan.periksa_berkas import entri

Letak = list[str | int]


class TanpaAsal(ValueError):
    """A figure that the facts do not hold: nobody could compute it again."""


@dataclass(frozen=True, slots=True)
class Tempat:
    """A number in the facts: where it stands, and the words of its record."""

    letak: Letak
    kata: frozenset[str]


def penjelasan(bernomor: Bernomor, hasil: Hasil, data: Mapping[str, Any]) -> dict[str, Any]:
    """Address -> entry, of all that is printed and all that it was made from, in the order of the report."""
    tempat = _tempat(data)
    isi: dict[str, Any] = {}
    for angka in _semua(bernomor):
        if angka.alamat and angka.alamat not in isi:
            dari_mesin = angka.alamat in hasil.alamat
            isi[angka.alamat] = entri(angka, None if dari_mesin else _letak(angka, tempat))
    return isi


def sebagai_json(
    satker: str,
    tahun: int,
    angka: Mapping[str, Any],
    bukti: Mapping[str, Iterable[str]],
    tempat: Mapping[str, Iterable[TempatCetak]],
) -> str:
    """The text that stands inside the page."""
    isi = {
        "satker": satker,
        "tahun": tahun,
        "bukti": {k: list(v) for k, v in bukti.items()},
        "angka": angka,
        "tempat": _tercetak(tempat),
    }
    return json.dumps(isi, ensure_ascii=False, separators=(",", ":"))


def _tercetak(tempat: Mapping[str, Iterable[TempatCetak]]) -> dict[str, Any]:
    """Places named once: 'pada' gives, for each address, their ordinals and how often the figure is there."""
    urut: dict[tuple[str, str, str], int] = {}
    pada: dict[str, list[tuple[int, int]]] = {}
    for alamat, milik in tempat.items():
        pada[alamat] = [(urut.setdefault((t.nama, t.judul, t.jangkar), len(urut)), t.kali) for t in milik]
    return {"daftar": list(urut), "pada": pada}


def _semua(bernomor: Bernomor) -> Iterator[Bahan]:
    """What is printed and what it was made from, each object once."""
    dilihat: set[int] = set()
    for figur in semua_figur(bernomor.dokumen):
        tumpukan = [figur]
        while tumpukan:
            angka = tumpukan.pop()
            if id(angka) not in dilihat:
                dilihat.add(id(angka))
                yield angka
                tumpukan.extend(reversed(angka.bahan))


def _letak(angka: Bahan, tempat: Mapping[Decimal, list[Tempat]]) -> Letak | None:
    """Where the facts hold a recorded figure: the record that speaks of the same, from the same source."""
    if not isinstance(angka, Angka) or angka.cara is not None:
        return None
    mentah = angka.nilai if angka.mentah is None else angka.mentah
    calon = [t for t in tempat.get(mentah, ()) if not angka.sumber or angka.sumber in t.kata]
    if not calon or bulatkan(mentah, angka.desimal) != angka.nilai:
        raise TanpaAsal(f"{angka.alamat} ({angka.label}: {angka.nilai}) tidak ada di dalam fakta.")
    kata = {angka.label, *angka.alamat.split("/")}
    return max(calon, key=lambda t: len(kata & (t.kata | _sebutan(t.letak)))).letak


def _sebutan(letak: Letak) -> frozenset[str]:
    """What an address would call the steps of a place; it counts rows from 1."""
    return frozenset(n if isinstance(n, str) else str(n + 1) for n in letak)


def _tempat(data: Mapping[str, Any]) -> dict[Decimal, list[Tempat]]:
    hasil: dict[Decimal, list[Tempat]] = {}
    for nama, isi in data.items():
        for letak, nilai, kata in _telusur(isi, [nama], frozenset()):
            hasil.setdefault(nilai, []).append(Tempat(letak, kata))
    return hasil


def _telusur(isi: Any, letak: Letak, kata: frozenset[str]) -> Iterator[tuple[Letak, Decimal, frozenset[str]]]:
    """Every number below, with the words of the records around it."""
    if isinstance(isi, dict | list):
        anak = list(isi.items()) if isinstance(isi, dict) else list(enumerate(isi))
        kata |= {n for _, n in anak if isinstance(n, str)}
        for kunci, nilai in anak:
            yield from _telusur(nilai, [*letak, kunci], kata)
    elif isinstance(isi, str):
        try:
            nilai = Decimal(isi)
        except InvalidOperation:
            return
        if nilai.is_finite():
            yield letak, nilai, kata
