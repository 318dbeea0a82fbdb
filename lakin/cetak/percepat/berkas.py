"""Writing: the bytes of a PDF object, of which a page has thousands, by the kind of the value."""

from __future__ import annotations

import zlib
from collections.abc import Callable
from typing import Any

_PADAT = 4
"""Compression: the last level takes three times as long for a sixteenth less."""
_KUNCI_TERBANYAK = 1_000
"""Keys of dictionaries whose bytes are kept, at most."""


def percepat_berkas() -> None:
    """Put the quicker parts in place."""
    import pydyf

    asli = pydyf._to_bytes
    benda = pydyf.Object

    def ke_bytes(nilai: Any) -> Any:
        jenis = nilai.__class__
        if jenis is bytes:
            return nilai
        if jenis is str:
            return nilai.encode("ascii")
        if jenis is int:
            return b"%d" % nilai
        if jenis is float:
            return b"%d" % nilai if nilai.is_integer() else f"{nilai:f}".rstrip("0").encode("ascii")
        return nilai.data if isinstance(nilai, benda) else asli(nilai)

    kunci_tertulis: dict[Any, bytes] = {}

    def kunci_kamus(kunci: Any) -> bytes:
        if len(kunci_tertulis) > _KUNCI_TERBANYAK:
            kunci_tertulis.clear()
        tulisan = kunci_tertulis[kunci] = b"/" + ke_bytes(kunci) + b" "
        return tulisan

    def data_kamus(self: Any) -> bytes:
        tertulis, bagian = kunci_tertulis, [b"<<"]
        for kunci, isi in self.items():
            bagian.append(tertulis.get(kunci) or kunci_kamus(kunci))
            bagian.append(isi if isi.__class__ is bytes else ke_bytes(isi))
        bagian.append(b">>")
        return b"".join(bagian)

    def data_larik(self: Any) -> bytes:
        return b"[" + _rangkai(b" ", self, ke_bytes) + b"]"

    def data_aliran(self: Any) -> bytes:
        isi = _rangkai(b"\n", self.stream, ke_bytes)
        lain = pydyf.Dictionary(self.extra.copy())
        if self.compress:
            lain["Filter"] = "/FlateDecode"
            isi = zlib.compress(isi, _PADAT)
        lain["Length"] = len(isi)
        return b"\n".join((lain.data, b"stream", isi, b"endstream"))

    def rujukan_halaman(self: Any) -> tuple[bytes, ...]:
        # Each element of the tree of tags asks for the reference of its page, and got a new list of all of them.
        jumlah = len(self.pages["Kids"])
        ada: tuple[int, tuple[bytes, ...]] = self.__dict__.get("_lakin_halaman", (0, ()))
        if ada[0] != jumlah:
            ada = self._lakin_halaman = jumlah, tuple(b"%d 0 R" % nomor for nomor in self.pages["Kids"][::3])
        return ada[1]

    pydyf._to_bytes = ke_bytes
    pydyf.Dictionary.data = property(data_kamus)
    pydyf.Array.data = property(data_larik)
    pydyf.Stream.data = property(data_aliran)
    pydyf.PDF.page_references = property(rujukan_halaman)


def _rangkai(pemisah: bytes, isi: Any, ke_bytes: Callable[[Any], bytes]) -> bytes:
    """Join what most often are bytes already."""
    try:
        return pemisah.join(isi)
    except TypeError:
        return pemisah.join([satu if satu.__class__ is bytes else ke_bytes(satu) for satu in isi])
