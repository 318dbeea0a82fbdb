"""From what a person typed to a value, or to a message that says how to mend it."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lakin.angka import Ambigu, Galat, Nilai, Terbaca, baca, baca_tanggal, tulis, tulis_isian
from lakin.capaian.deklarasi import Rumus, medan
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


def isi_dari(rumus: Rumus[Any], teks: Mapping[str, str]) -> dict[str, Nilai | str]:
    """Read a typed raw row by the fields that its formula declares; raises GalatMedan with all faults."""
    isi: dict[str, Nilai | str] = {}
    masalah: dict[str, str] = {}
    for m in medan(rumus):
        mentah = str(teks.get(m.kode, "")).strip()
        if m.jenis == "angka":
            hasil = baca(mentah, m.desimal)
            if isinstance(hasil, Terbaca):
                isi[m.kode] = hasil.nilai
            else:
                masalah[m.kode] = hasil.pesan
        elif m.jenis == "tanggal" and mentah:
            tanggal = baca_tanggal(mentah)
            if isinstance(tanggal, date):
                isi[m.kode] = tanggal.isoformat()
            else:
                masalah[m.kode] = tanggal.pesan
        elif m.pilihan:
            isi[m.kode] = next((k for k, label in m.pilihan if mentah.casefold() in (k, label.casefold())), mentah)
        else:
            isi[m.kode] = mentah
    if masalah:
        raise GalatMedan(masalah)
    return isi


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
