"""The auditor's line of a figure as running text: every number in it is bound to its source."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from lakin.capaian.angka_jelas import Angka, Bahan, Cara
from lakin.dokumen.pohon import Figur, Format, Inline

_NAMA_FUNGSI = {"jumlah": "jumlah", "rata_rata": "rata-rata", "banyak": "banyaknya"}
_FUNGSI = re.compile(r"(jumlah|rata_rata|banyak)\(([^)]*)\)")
_KATA = re.compile(r"[^\W\d]\w*")
_TERBANYAK = 24
"""More inputs than this are not written out: the table of raw rows holds them."""


def tulisan(cara: Cara) -> str:
    """A formula in words: the line, then what its letters mean."""
    baris = _FUNGSI.sub(lambda m: f"{_NAMA_FUNGSI[m[1]]} {m[2]}", cara.tulisan)
    return f"{baris}, dengan {'; '.join(f'{huruf} = {arti}' for huruf, arti in cara.huruf)}"


def baris_hitung(angka: Bahan) -> tuple[Inline, ...]:
    """The line with its numbers filled in and its result; empty where the figure was not computed."""
    if not isinstance(angka, Angka) or angka.cara is None or not angka.bahan:
        return ()
    return (*_isi(angka), " = ", Figur(angka, Format.SATUAN))


def _isi(angka: Angka) -> Iterator[Inline]:
    cara = angka.cara
    assert cara is not None
    if cocok := _FUNGSI.fullmatch(cara.tulisan):
        yield f"{_NAMA_FUNGSI[cocok[1]]} dari "
        yield from _daftar(angka.bahan)
        return
    nilai = dict(zip((huruf for huruf, _ in cara.huruf), angka.bahan, strict=False))
    letak = 0
    for kata in _KATA.finditer(cara.tulisan):
        yield cara.tulisan[letak : kata.start()]
        yield Figur(nilai[kata[0]]) if kata[0] in nilai else kata[0]
        letak = kata.end()
    yield cara.tulisan[letak:]


def _daftar(bahan: tuple[Bahan, ...]) -> Iterable[Inline]:
    if len(bahan) > _TERBANYAK:
        yield f"{len(bahan)} nilai dalam tabel data dasar"
        return
    for urut, b in enumerate(bahan):
        if urut:
            yield "; "
        yield Figur(b)
