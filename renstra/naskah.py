"""The texts of a Renstra: typed as plain lines, stored as the report's document tree, printed as parts of a document.

A line that begins with '## ' is a heading, one with '- ' an item of a list; other lines are
paragraphs. The tree is the one that narratives are stored as, so their versions compare alike.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from lakin.dokumen.pohon import Blok, Daftar, Paragraf, SubBab

JUDUL = "## "
BUTIR = "- "


def dari_ketikan(teks: str) -> dict[str, Any]:
    """Return the tree of typed lines; nothing typed gives an empty document."""
    isi: list[dict[str, Any]] = []
    for baris in (b.strip() for b in teks.splitlines()):
        if not baris:
            continue
        if baris.startswith(JUDUL):
            isi.append({"type": "heading", "attrs": {"level": 2}, "content": [_tulisan(baris.removeprefix(JUDUL))]})
        elif baris.startswith(BUTIR):
            butir = {"type": "listItem", "content": [_paragraf(baris.removeprefix(BUTIR))]}
            if isi and isi[-1]["type"] == "bulletList":
                isi[-1]["content"].append(butir)
            else:
                isi.append({"type": "bulletList", "content": [butir]})
        else:
            isi.append(_paragraf(baris))
    return {"type": "doc", "content": isi} if isi else {}


def ke_ketikan(isi: dict[str, Any]) -> str:
    """Return the lines that somebody would type for a tree."""
    hasil: list[str] = []
    for simpul in isi.get("content", []):
        if simpul["type"] == "bulletList":
            hasil += [BUTIR + _teks(b) for b in simpul["content"]]
        else:
            hasil.append((JUDUL if simpul["type"] == "heading" else "") + _teks(simpul))
    return "\n".join(hasil)


def ke_blok(isi: dict[str, Any]) -> tuple[Blok, ...]:
    """Return the parts of a document; a heading holds what follows it."""
    atas: list[Blok] = []
    for judul, bagian in _kelompok(isi):
        if judul:
            atas.append(SubBab(judul, bagian, bernomor=False, di_daftar_isi=False))
        else:
            atas.extend(bagian)
    return tuple(atas)


def _kelompok(isi: dict[str, Any]) -> Iterator[tuple[str, tuple[Blok, ...]]]:
    judul = ""
    bagian: list[Blok] = []
    for simpul in isi.get("content", []):
        if simpul["type"] == "heading":
            if judul or bagian:
                yield judul, tuple(bagian)
            judul, bagian = _teks(simpul), []
        elif simpul["type"] == "bulletList":
            bagian.append(Daftar(tuple(Paragraf((_teks(b),)) for b in simpul["content"])))
        else:
            bagian.append(Paragraf((_teks(simpul),)))
    if judul or bagian:
        yield judul, tuple(bagian)


def _tulisan(teks: str) -> dict[str, Any]:
    return {"type": "text", "text": teks.strip()}


def _paragraf(teks: str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [_tulisan(teks)]}


def _teks(simpul: dict[str, Any]) -> str:
    if simpul["type"] == "text":
        return str(simpul["text"])
    return "".join(_teks(s) for s in simpul.get("content", []))
