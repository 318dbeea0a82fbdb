"""The 6 + 7 + 10 points of the reviu's checklist, and what Lakin answers to each from the data. No database."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from lakin.laporan.kelengkapan.deklarasi import (
    TIDAK,
    TIDAK_BERLAKU,
    YA,
    Butir,
    ButirHitung,
    ButirOrang,
    HasilButir,
    Keadaan,
)
from lakin.laporan.kelengkapan.katalog import KATALOG, Kelengkapan

BAGIAN: dict[str, str] = {"format": "I. Format", "mekanisme": "II. Mekanisme penyusunan", "substansi": "III. Substansi"}
"""The three parts of the checklist, in the order of the form: code -> title."""
BUTIR_REVIU: dict[str, Butir] = {b.kode: b for b in KATALOG if b.kelompok in BAGIAN}
"""The points by code (Anak Lampiran III/2-2)."""

_JAWABAN = {
    Keadaan.TERPENUHI: YA,
    Keadaan.SEBAGIAN: TIDAK,
    Keadaan.BELUM: TIDAK,
    Keadaan.TIDAK_BERLAKU: TIDAK_BERLAKU,
    Keadaan.PERLU_DIJAWAB: "",
}
_DISEBUT = 4


@dataclass(frozen=True, slots=True)
class MenurutData:
    """What Lakin would answer to a point: 'ya', 'tidak', 'tidak_berlaku' or '', why, and what the planner says."""

    jawaban: str
    alasan: str
    perencana: str = ""


def menurut_data(k: Kelengkapan) -> dict[str, MenurutData]:
    """The answers from the data, by the code of the point.

    What the planner answered about the own report is told beside it and fills nothing in.
    """
    semua = {h.butir.kode: h for h in k.hasil}
    return {kode: _menurut(semua[kode], semua) for kode in BUTIR_REVIU}


def _menurut(h: HasilButir, semua: Mapping[str, HasilButir]) -> MenurutData:
    t = h.tanggapan
    perencana = (
        " ".join(filter(None, (t.jawaban.replace("_", " "), f"({t.catatan})" if t.catatan else ""))) if t else ""
    )
    dari_orang = isinstance(h.butir, ButirOrang) and (t is not None or bool(getattr(h, "mengikuti", ())))
    menunggu = h.catatan.startswith("Menunggu")
    jawaban = "" if dari_orang or menunggu else _JAWABAN[h.keadaan]
    return MenurutData(jawaban, "" if dari_orang or menunggu else _alasan(h, semua), perencana)


def _alasan(h: HasilButir, semua: Mapping[str, HasilButir]) -> str:
    hitungan = f"{h.ada} dari {h.dari} {h.butir.satuan}" if h.dari and isinstance(h.butir, ButirHitung) else ""
    kurang = [k.apa for kode in (h.butir.kode, *h.mengikuti) for k in semua[kode].kurang]
    lain = len(kurang) - _DISEBUT
    belum = f"belum ada: {'; '.join(kurang[:_DISEBUT])}{f'; dan {lain} lainnya' if lain > 0 else ''}" if kurang else ""
    ikut = f"mengikuti butir {', '.join(h.mengikuti)}" if h.mengikuti else ""
    return ". ".join(filter(None, (hitungan, ikut, belum, h.catatan.rstrip("."))))
