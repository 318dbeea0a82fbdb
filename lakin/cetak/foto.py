"""How pictures come to the writers: by their SHA-256, from a source that is handed over. No storage is known here."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable, Iterable
from typing import Protocol

from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Foto

SKEMA_FOTO = "lakin-foto:"
"""Scheme of a picture inside a piece of paper's HTML; only the renderer's own mapping answers it."""
JENIS = frozenset({"image/jpeg", "image/png"})

_SIDIK = re.compile(r"[0-9a-f]{64}", re.ASCII)
_DIPAKAI = re.compile(rf'src="{SKEMA_FOTO}([0-9a-f]{{64}})"', re.ASCII)

AlamatFoto = Callable[[Foto], str]
"""The address that a picture has where the document is read."""


class FotoHilang(LookupError):
    """The bytes of a picture are not where they should be; the message says which."""


class SumberFoto(Protocol):
    """Where the bytes of a picture come from; FotoHilang where there are none."""

    def __call__(self, sidik: str, /) -> bytes: ...


def tanpa_foto(sidik: str, /) -> bytes:
    """The source of a document without pictures."""
    raise FotoHilang(f"Gambar {sidik[:12]} tidak disertakan.")


def alamat_kertas(foto: Foto) -> str:
    """The address for the renderer of the paper."""
    return f"{SKEMA_FOTO}{_sah(foto)}"


def alamat_tersisip(sumber: SumberFoto) -> AlamatFoto:
    """Pictures inside the file itself, made of their own bytes."""

    def alamat(foto: Foto) -> str:
        return f"data:{foto.jenis};base64,{base64.b64encode(sumber(_sah(foto))).decode()}"

    return alamat


def foto_naskah(html: str) -> tuple[str, ...]:
    """The pictures that a piece of our HTML asks for: typed text cannot hold a bare quotation mark there."""
    return tuple(dict.fromkeys(_DIPAKAI.findall(html)))


def semua_foto(pohon: object) -> Iterable[Foto]:
    """Every picture below a node."""
    return (s for s in telusur(pohon) if isinstance(s, Foto))


def _sah(foto: Foto) -> str:
    if not _SIDIK.fullmatch(foto.sidik) or foto.jenis not in JENIS:
        raise FotoHilang(f"Gambar {foto.kode} tidak bersidik atau berjenis asing.")
    return foto.sidik
