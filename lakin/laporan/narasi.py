"""What people wrote, as stored (a ProseMirror tree in JSON), made into parts of the document.

Strict: a node, mark or attribute that is not listed is refused with the reason,
so that nothing typed ever reaches a renderer as markup.
"""

from __future__ import annotations

from typing import Any

from lakin.dokumen.pohon import Daftar, Inline, Miring, Paragraf, Tebal

TERDALAM = 6
TERBANYAK = 5_000
_LARANGAN = frozenset(
    [*range(9), 11, 12, *range(14, 32), 127, *range(0x202A, 0x202F), *range(0x2066, 0x206A), *range(0xD800, 0xE000)]
)


class NaskahTidakSah(ValueError):
    """The stored text is not one that we know how to print; the sentence says why."""


def baca_naskah(naskah: Any) -> tuple[Paragraf | Daftar, ...]:
    """The paragraphs and lists of a stored text; an empty document gives none."""
    if naskah in ({}, None):
        return ()
    _periksa_besar(naskah)
    if _jenis(naskah) != "doc":
        raise NaskahTidakSah("Naskah harus diawali simpul 'doc'.")
    return tuple(_blok(simpul) for simpul in _isi(naskah) if not _paragraf_kosong(simpul))


def naskah_dari_teks(*paragraf: str) -> dict[str, Any]:
    """A stored text of plain paragraphs."""
    return {
        "type": "doc",
        "content": [{"type": "paragraph", "content": [{"type": "text", "text": p}]} for p in paragraf if p.strip()],
    }


def _blok(simpul: Any) -> Paragraf | Daftar:
    match _jenis(simpul):
        case "paragraph":
            return Paragraf(tuple(_inline(i) for i in _isi(simpul)))
        case "bulletList":
            return _daftar(simpul, bernomor=False)
        case "orderedList":
            return _daftar(simpul, bernomor=True)
        case lain:
            raise NaskahTidakSah(f"Simpul {lain!r} tidak dikenal. Pakailah paragraf atau daftar.")


def _daftar(simpul: Any, *, bernomor: bool) -> Daftar:
    butir: list[Paragraf | tuple[Paragraf | Daftar, ...]] = []
    for b in _isi(simpul):
        if _jenis(b) != "listItem":
            raise NaskahTidakSah(f"Daftar hanya boleh berisi butir, bukan {_jenis(b)!r}.")
        bagian = tuple(_blok(i) for i in _isi(b))
        butir.append(bagian[0] if len(bagian) == 1 and isinstance(bagian[0], Paragraf) else bagian)
    return Daftar(tuple(butir), bernomor)


def _inline(simpul: Any) -> Inline:
    match _jenis(simpul):
        case "text":
            return _bertanda(simpul)
        case "hardBreak":
            return "\n"
        case lain:
            raise NaskahTidakSah(f"Isi {lain!r} tidak dikenal di dalam paragraf.")


def _bertanda(simpul: dict[str, Any]) -> Inline:
    _hanya(simpul, {"type", "text", "marks"})
    teks = simpul.get("text")
    if not isinstance(teks, str) or not teks:
        raise NaskahTidakSah("Simpul teks harus memuat tulisan.")
    if any(ord(h) in _LARANGAN for h in teks):
        raise NaskahTidakSah("Tulisan memuat karakter kendali atau pengubah arah yang tidak boleh dicetak.")
    hasil: Inline = teks
    tanda = simpul.get("marks", [])
    if not isinstance(tanda, list):
        raise NaskahTidakSah("Tanda teks harus berupa daftar.")
    for t in tanda:
        _hanya(t, {"type"})
        match _jenis(t):
            case "bold":
                hasil = Tebal((hasil,))
            case "italic":
                hasil = Miring((hasil,))
            case lain:
                raise NaskahTidakSah(f"Tanda {lain!r} tidak dikenal. Pakailah tebal atau miring.")
    return hasil


def _jenis(simpul: Any) -> str:
    if type(simpul) is not dict or type(simpul.get("type")) is not str:
        raise NaskahTidakSah("Simpul naskah harus berupa objek dengan 'type'.")
    return str(simpul["type"])


def _isi(simpul: Any) -> list[Any]:
    _hanya(simpul, {"type", "content"})
    isi = simpul.get("content", [])
    if type(isi) is not list:
        raise NaskahTidakSah("'content' harus berupa daftar simpul.")
    return isi


def _hanya(simpul: Any, dikenal: set[str]) -> None:
    _jenis(simpul)
    asing = set(simpul) - dikenal
    if asing:
        raise NaskahTidakSah(f"Atribut {', '.join(sorted(map(str, asing)))!r} tidak dikenal dalam naskah.")


def _paragraf_kosong(simpul: Any) -> bool:
    return _jenis(simpul) == "paragraph" and not _isi(simpul)


def _periksa_besar(naskah: Any) -> None:
    """Walk without recursion: a hostile depth must not exhaust the stack."""
    tumpukan, banyak = [(naskah, 0)], 0
    while tumpukan:
        simpul, dalam = tumpukan.pop()
        banyak += 1
        if dalam > 2 * TERDALAM or banyak > TERBANYAK:
            raise NaskahTidakSah("Naskah terlalu panjang atau terlalu bersarang.")
        if type(simpul) is dict:
            isi = simpul.get("content", [])
            tumpukan += [(i, dalam + 1) for i in isi] if type(isi) is list else []
