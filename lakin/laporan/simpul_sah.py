"""Nodes of a stored text, read strictly: what is not known is refused with the reason."""

from __future__ import annotations

from typing import Any

TERDALAM = 12
TERBANYAK = 5_000
TERPANJANG = 200_000
"""Depth, nodes and characters of one section; a whole report has some 35,000 words."""

KARAKTER_TERLARANG = frozenset(
    [
        *range(9), 11, 12, *range(14, 32), *range(127, 160), 0x200E, 0x200F, 0x061C,
        *range(0x2028, 0x202F), *range(0x2066, 0x206A), 0xFEFF, *range(0xFFF9, 0xFFFC), 0xFFFE, 0xFFFF,
        *range(0xD800, 0xE000),
    ]
)  # fmt: skip


class NaskahTidakSah(ValueError):
    """The stored text is not one that we know how to print; the sentence says why."""


def tulisan_simpul(simpul: dict[str, Any]) -> str:
    """The text of a text node, without control characters."""
    hanya_dikenal(simpul, {"type", "text", "marks"})
    teks = simpul.get("text")
    if type(teks) is not str or not teks:
        raise NaskahTidakSah("Simpul teks harus memuat tulisan.")
    if any(ord(h) in KARAKTER_TERLARANG for h in teks):
        raise NaskahTidakSah("Tulisan memuat karakter kendali atau pengubah arah yang tidak boleh dicetak.")
    return teks


def jenis_simpul(simpul: Any) -> str:
    """What a node is; refused where it is no node."""
    if type(simpul) is not dict or type(simpul.get("type")) is not str:
        raise NaskahTidakSah("Simpul naskah harus berupa objek dengan 'type'.")
    return str(simpul["type"])[:40]


def isi_simpul(simpul: Any, juga: set[str] | None = None) -> list[Any]:
    """The nodes inside a node that has nothing but them, and what ``juga`` allows."""
    hanya_dikenal(simpul, {"type", "content"} | (juga or set()))
    isi = simpul.get("content", [])
    if type(isi) is not list:
        raise NaskahTidakSah("'content' harus berupa daftar simpul.")
    return isi


def atribut_simpul(simpul: Any, nama: set[str]) -> dict[str, Any]:
    """Attributes of a node: exactly these."""
    atribut = simpul.get("attrs")
    if type(atribut) is not dict or set(atribut) != nama:
        raise NaskahTidakSah(f"Simpul {jenis_simpul(simpul)!r} harus beratribut {', '.join(sorted(nama))}.")
    return atribut


def hanya_dikenal(simpul: Any, dikenal: set[str]) -> None:
    """Refuse a node with an attribute that is not listed."""
    jenis_simpul(simpul)
    asing = set(simpul) - dikenal
    if asing:
        raise NaskahTidakSah(f"Atribut {', '.join(sorted(map(str, asing)))[:80]!r} tidak dikenal dalam naskah.")


def periksa_besar(naskah: Any) -> None:
    """Walk without recursion: a hostile depth must not exhaust the stack."""
    tumpukan, banyak, panjang = [(naskah, 0)], 0, 0
    while tumpukan:
        simpul, dalam = tumpukan.pop()
        banyak += 1
        if type(simpul) is dict:
            teks, isi = simpul.get("text"), simpul.get("content")
            panjang += len(teks) if type(teks) is str else 0
            tumpukan += [(i, dalam + 1) for i in isi] if type(isi) is list else []
        if dalam > TERDALAM or banyak > TERBANYAK or panjang > TERPANJANG or len(tumpukan) > TERBANYAK:
            raise NaskahTidakSah("Naskah terlalu panjang atau terlalu bersarang. Bagilah menjadi beberapa bagian.")
