"""A conflict of two writers, told by the trail: who was faster, when, and what stands there now."""

from __future__ import annotations

from lakin.jejak.models import Jejak
from lakin.jejak.selectors import riwayat
from lakin.web.galat import Bentrok


def bentrok(alamat: str, *, versi: int, kini: str = "", milik: str = "", pesan: str = "") -> Bentrok:
    """Make the conflict at an address: ``versi`` and ``kini`` are what is stored, ``milik`` what was to be written.

    ``pesan`` says it in other words than a field's; ``{oleh}`` in it is the person's name.
    """
    jejak = riwayat(alamat, banyak=1).select_related("oleh").first()
    galat = Bentrok(
        kini=kini,
        milik=milik,
        oleh=nama_pelaku(jejak) if jejak else "",
        pada=jejak.pada if jejak else None,
        versi=versi,
    )
    if pesan:
        galat.pesan = pesan.replace("{oleh}", galat.oleh or "Pengguna lain")
    return galat


def nama_pelaku(jejak: Jejak) -> str:
    """Return who left a trace: the person's name, or the account where nobody has it any more."""
    return str(jejak.oleh) if jejak.oleh else jejak.oleh_nama
