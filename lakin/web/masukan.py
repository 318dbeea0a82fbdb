"""From what a person typed to a value, and from an act's outcome to what the grid shows."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from lakin.angka import Ambigu, Galat, Nilai, Terbaca, baca, tulis, tulis_isian
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan

Jawaban = dict[str, Any]


def nilai_dari(teks: str, desimal: int | None = None) -> Nilai:
    """Read a typed number; raises Salah where it cannot be read or may mean two things."""
    hasil = baca(teks, desimal)
    if isinstance(hasil, Terbaca):
        return hasil.nilai
    raise Salah(hasil)


class Salah(GalatDomain):
    """What was typed is no number, or may mean two."""

    def __init__(self, hasil: Ambigu | Galat, *, medan: str = "") -> None:
        super().__init__(hasil.pesan, medan=medan)
        self.pilihan = (
            [{"teks": tulis_isian(p), "label": tulis(p)} for p in hasil.pilihan] if isinstance(hasil, Ambigu) else []
        )


def jawab(tindakan: Callable[[], Jawaban]) -> Jawaban:
    """Run one act and answer for the grid: saved, or what is wrong and what may be chosen."""
    try:
        return {"ok": True, **tindakan()}
    except Bentrok as b:
        return {
            "ok": False,
            "jenis": "bentrok",
            "pesan": b.pesan,
            "kini": b.kini,
            "oleh": b.oleh,
            "versi": b.versi,
        }
    except Salah as s:
        return {"ok": False, "jenis": "ambigu" if s.pilihan else "salah", "pesan": s.pesan, "pilihan": s.pilihan}
    except GalatMedan as g:
        return {"ok": False, "jenis": "salah", "pesan": g.pesan, "medan": g.masalah}
    except GalatDomain as g:
        return {"ok": False, "jenis": "salah", "pesan": g.pesan, "medan": {g.medan: g.pesan} if g.medan else {}}
