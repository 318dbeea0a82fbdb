"""Walks over a stored text: what stands in it, in reading order."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from lakin.laporan.narasi import Ikatan


def naskah_dari_teks(*paragraf: str) -> dict[str, Any]:
    """A stored text of plain paragraphs."""
    return {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": p}]} for p in paragraf if p.strip()],
    }


def simpul_naskah(naskah: Any) -> Iterator[dict[str, Any]]:
    """Yield every node of a stored text in reading order, parents first."""
    tumpukan = [naskah] if type(naskah) is dict else []
    while tumpukan:
        simpul = tumpukan.pop()
        yield simpul
        isi = simpul.get("content", [])
        tumpukan += [i for i in reversed(isi) if type(i) is dict] if type(isi) is list else []


def celah_naskah(naskah: Any) -> tuple[str, ...]:
    """What the author still has to write, in reading order: the hints of the gaps that are left."""
    return tuple(s["attrs"]["petunjuk"] for s in simpul_naskah(naskah) if s.get("type") == "celah")


def ikatan_putus(isi: Any, ikatan: Ikatan) -> list[str]:
    """What a text is bound to that is no longer there."""
    putus = []
    for s in simpul_naskah(isi):
        if s.get("type") == "angka" and ikatan.angka(s["attrs"]["alamat"]) is None:
            putus.append(f"angka {s['attrs']['alamat']}")
        elif s.get("type") == "sitasi" and not ikatan.dikenal(s["attrs"]["kode"]):
            putus.append(f"rujukan {s['attrs']['kode']}")
        elif s.get("type") == "gambar" and ikatan.foto(s["attrs"]["foto"]) is None:
            putus.append(f"gambar {s['attrs']['foto']}")
    return putus


def hitung_kata(isi: Any) -> int:
    """Words of a stored text."""
    return sum(
        len(s["text"].split()) if s.get("type") == "text" else s.get("type") in ("angka", "sitasi")
        for s in simpul_naskah(isi)
    )


def kode_foto(naskah: Any) -> tuple[str, ...]:
    """Codes of the pictures that stand in a stored text, in reading order."""
    return tuple(s["attrs"]["foto"] for s in simpul_naskah(naskah) if s.get("type") == "gambar")


def hanya_gambar(naskah: Any) -> dict[str, Any]:
    """A stored text without all but its pictures: what numbers them."""
    gambar = [s for s in simpul_naskah(naskah) if s.get("type") == "gambar"]
    return {"type": "doc", "content": gambar} if gambar else {}
