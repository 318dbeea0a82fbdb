"""What a sentence says of a table that the outline leaves out is left out too.

Blocks cite each other's tables by code. An outline may hold the one and not
the other; then the clause that would cite it goes, and nothing else: 'A dan B'
keeps its other half, a remark in brackets goes with its brackets, else the
part up to the semicolon, else the sentence.
"""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Bab, Daftar, Foto, Gambar, Inline, Paragraf, Sitasi, SubBab, Tabel

_BATAS = re.compile(r"(?<=[.!?]) |(?<=;) ")


def tanpa_rujukan_hilang(bab: tuple[Bab, ...]) -> tuple[Bab, ...]:
    """The chapters without citations of what none of them holds."""
    ada, disebut = set(), set()
    for s in telusur(bab):
        if isinstance(s, Bab | SubBab | Tabel | Gambar | Foto):
            ada.add(s.kode)
        elif isinstance(s, Sitasi):
            disebut.add(s.kode)
    hilang = disebut - ada
    return tuple(replace(b, isi=_isi(b.isi, hilang)) for b in bab) if hilang else bab


def _isi(isi: Any, hilang: set[str]) -> tuple[Any, ...]:
    hasil: list[Any] = []
    for b in isi:
        match b:
            case Paragraf():
                if teks := tanpa(b.isi, hilang):
                    hasil.append(b if teks == b.isi else Paragraf(teks))
            case SubBab():
                hasil.append(replace(b, isi=_isi(b.isi, hilang)))
            case Daftar():
                hasil.append(replace(b, butir=tuple(_butir(x, hilang) for x in b.butir)))
            case Tabel() | Gambar():
                hasil.append(replace(b, catatan=tanpa(b.catatan, hilang)))
            case _:
                hasil.append(b)
    return tuple(hasil)


def _butir(butir: Any, hilang: set[str]) -> Any:
    return Paragraf(tanpa(butir.isi, hilang)) if isinstance(butir, Paragraf) else _isi(butir, hilang)


def tanpa(teks: tuple[Inline, ...], hilang: set[str]) -> tuple[Inline, ...]:
    """A running text without what it says of the missing."""
    if not any(_cacat(t, hilang) for t in teks):
        return teks
    klausa = [k for k in _klausa(_serangkai(teks, hilang)) if not any(_cacat(t, hilang) for t in k)]
    return _sambung(klausa)


def _cacat(t: Inline, hilang: set[str]) -> bool:
    return any(isinstance(s, Sitasi) and s.kode in hilang for s in telusur(t))


def _serangkai(teks: tuple[Inline, ...], hilang: set[str]) -> list[Inline]:
    """'A dan B' with one of them missing is the other; ' (B)' is nothing."""
    hasil: list[Inline] = []
    for t in teks:
        if len(hasil) > 1 and hasil[-1] == " dan " and isinstance(t, Sitasi) and isinstance(hasil[-2], Sitasi):
            if _cacat(t, hilang):
                hasil.pop()
                continue
            if _cacat(hasil[-2], hilang):
                hasil[-2:] = [t]
                continue
        if isinstance(t, str) and t.startswith(")") and len(hasil) > 1 and _cacat(hasil[-1], hilang):
            awal = hasil[-2]
            if isinstance(awal, str) and awal.endswith(" ("):
                hasil[-2:] = [awal[:-2], t[1:]]
                continue
        hasil.append(t)
    return hasil


def _klausa(teks: list[Inline]) -> list[list[Inline]]:
    """Sentences, parted at their semicolons too; each keeps its own full stop or semicolon."""
    hasil: list[list[Inline]] = [[]]
    for t in teks:
        if not isinstance(t, str):
            hasil[-1].append(t)
            continue
        awal, *lain = _BATAS.split(t)
        hasil[-1].append(awal)
        hasil += [[x] for x in lain]
    return [[t for t in k if t != ""] for k in hasil if any(t != "" for t in k)]


def _sambung(klausa: list[list[Inline]]) -> tuple[Inline, ...]:
    hasil: list[Inline] = []
    for k in klausa:
        mulai = not hasil or not str(hasil[-1]).endswith(";")
        if mulai and isinstance(k[0], str):
            k = [k[0][:1].upper() + k[0][1:], *k[1:]]
        hasil += [" ", *k] if hasil else k
    if hasil and isinstance(hasil[-1], str) and hasil[-1].endswith(";"):
        hasil[-1] = f"{hasil[-1][:-1]}."
    return tuple(hasil)
