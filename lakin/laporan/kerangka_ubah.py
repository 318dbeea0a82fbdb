"""Acts on an outline: each gives a new outline, the one before stays as it was.

A place is a path of positions: (2,) the third chapter, (2, 0, 4) the fifth
item of the first item of the third chapter.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

from lakin.laporan.kerangka import Bagian, BagianUtama, Butir, Kerangka

Letak = tuple[int, ...]
Simpul = BagianUtama | Butir
Wadah = BagianUtama | Bagian


class LetakSalah(ValueError):
    """There is nothing at this place, or nothing can stand there; the sentence says which."""


def telusur(k: Kerangka) -> Iterator[tuple[Letak, Simpul]]:
    """Every chapter and item with its place, in reading order."""
    for n, bab in enumerate(k.bab):
        yield (n,), bab
        yield from _telusur(bab, (n,))


def _telusur(wadah: Wadah, letak: Letak) -> Iterator[tuple[Letak, Simpul]]:
    for n, butir in enumerate(wadah.isi):
        yield (*letak, n), butir
        if isinstance(butir, Bagian):
            yield from _telusur(butir, (*letak, n))


def ambil(k: Kerangka, letak: Letak) -> Simpul:
    """What stands at a place."""
    simpul: Simpul | None = None
    anak: tuple[Simpul, ...] = k.bab
    for n in letak:
        if not 0 <= n < len(anak):
            raise LetakSalah(_TIDAK_ADA)
        simpul = anak[n]
        anak = simpul.isi if isinstance(simpul, BagianUtama | Bagian) else ()
    if simpul is None:
        raise LetakSalah(_TIDAK_ADA)
    return simpul


def jalur(k: Kerangka, letak: Letak) -> tuple[Wadah, ...]:
    """The chapter and the parts that a place lies in, outermost first."""
    semua = (ambil(k, letak[:n]) for n in range(1, len(letak)))
    return tuple(s for s in semua if isinstance(s, BagianUtama | Bagian))


def ganti(k: Kerangka, letak: Letak, baru: Simpul) -> Kerangka:
    """Put another thing at a place."""
    ambil(k, letak)
    return _setel(k, letak[:-1], lambda anak: (*anak[: letak[-1]], baru, *anak[letak[-1] + 1 :]))


def hapus(k: Kerangka, letak: Letak) -> Kerangka:
    """Take out what stands at a place, with all in it."""
    ambil(k, letak)
    return _setel(k, letak[:-1], lambda anak: (*anak[: letak[-1]], *anak[letak[-1] + 1 :]))


def sisip(k: Kerangka, letak: Letak, baru: Simpul) -> Kerangka:
    """Put a thing at a place; what stood there and after it moves on by one."""
    if not letak or isinstance(baru, BagianUtama) != (len(letak) == 1):
        raise LetakSalah("Bab hanya berdiri di tingkat teratas, dan yang lain selalu di dalam bab.")

    def pasang(anak: tuple[Simpul, ...]) -> tuple[Simpul, ...]:
        if not 0 <= letak[-1] <= len(anak):
            raise LetakSalah(_TIDAK_ADA)
        return (*anak[: letak[-1]], baru, *anak[letak[-1] :])

    return _setel(k, letak[:-1], pasang)


def pindah(k: Kerangka, dari: Letak, ke: Letak) -> Kerangka:
    """Move a thing; ``ke`` is its place in the outline from which it was taken out."""
    simpul = ambil(k, dari)
    return sisip(hapus(k, dari), ke, simpul)


def banyak_anak(k: Kerangka, letak: Letak) -> int:
    """How many things stand directly at a place; the empty place holds the chapters."""
    if not letak:
        return len(k.bab)
    simpul = ambil(k, letak)
    return len(simpul.isi) if isinstance(simpul, BagianUtama | Bagian) else 0


def naik(k: Kerangka, letak: Letak) -> Letak:
    """Where a thing stands after one step up; past the first place of a chapter lies the chapter before."""
    ambil(k, letak)
    *induk, n = letak
    if n:
        return (*induk, n - 1)
    if len(induk) > 1:
        return tuple(induk)
    if induk and induk[0]:
        return (induk[0] - 1, banyak_anak(k, (induk[0] - 1,)))
    raise LetakSalah("Yang ini sudah berada paling atas.")


def turun(k: Kerangka, letak: Letak) -> Letak:
    """Where a thing stands after one step down."""
    ambil(k, letak)
    *induk, n = letak
    if n + 1 < banyak_anak(k, tuple(induk)):
        return (*induk, n + 1)
    if len(induk) > 1:
        return (*induk[:-1], induk[-1] + 1)
    if induk and induk[0] + 1 < len(k.bab):
        return (induk[0] + 1, 0)
    raise LetakSalah("Yang ini sudah berada paling bawah.")


def masuk(k: Kerangka, letak: Letak) -> Letak:
    """Where a thing stands as the last one of the part just before it."""
    ambil(k, letak)
    *induk, n = letak
    sebelum = ambil(k, (*induk, n - 1)) if n else None
    if not induk or not isinstance(sebelum, Bagian):
        raise LetakSalah("Tidak ada bagian tepat di atasnya untuk dimasuki.")
    return (*induk, n - 1, len(sebelum.isi))


def keluar(k: Kerangka, letak: Letak) -> Letak:
    """Where a thing stands just after the part that it is in."""
    ambil(k, letak)
    if len(letak) < 3:
        raise LetakSalah("Yang ini sudah berada langsung di dalam bab.")
    return (*letak[:-2], letak[-2] + 1)


def rapikan_kode(k: Kerangka) -> Kerangka:
    """Codes of parts name their subject just where they are repeated, so that a moved part keeps a code of its own."""
    return replace(k, bab=tuple(replace(b, isi=_rapikan(b.isi, False)) for b in k.bab))


def _rapikan(isi: tuple[Butir, ...], ulang: bool) -> tuple[Butir, ...]:
    return tuple(_rapikan_satu(b, ulang) if isinstance(b, Bagian) else b for b in isi)


def _rapikan_satu(b: Bagian, ulang: bool) -> Bagian:
    berulang = ulang or bool(b.ulang)
    kode = b.kode
    if kode and berulang and "{kode}" not in kode:
        kode = f"{kode}.{{kode}}"
    elif not berulang:
        kode = kode.replace(".{kode}", "")
    return replace(b, kode=kode, isi=_rapikan(b.isi, berulang))


def _setel(k: Kerangka, letak: Letak, ubah: Callable[[Any], Any]) -> Kerangka:
    """Change the things at a place with ``ubah``; the empty place holds the chapters."""
    if not letak:
        return replace(k, bab=ubah(k.bab))
    bab = ambil(k, letak[:1])
    assert isinstance(bab, BagianUtama)
    return replace(k, bab=(*k.bab[: letak[0]], _dalam(bab, letak[1:], ubah), *k.bab[letak[0] + 1 :]))


def _dalam(wadah: Any, letak: Letak, ubah: Callable[[Any], Any]) -> Any:
    if not letak:
        return replace(wadah, isi=ubah(wadah.isi))
    n = letak[0]
    if not 0 <= n < len(wadah.isi) or not isinstance(wadah.isi[n], Bagian):
        raise LetakSalah(_TIDAK_ADA)
    return replace(wadah, isi=(*wadah.isi[:n], _dalam(wadah.isi[n], letak[1:], ubah), *wadah.isi[n + 1 :]))


_TIDAK_ADA = "Tempat itu tidak ada pada kerangka. Muat ulang halaman lalu pilih kembali."
