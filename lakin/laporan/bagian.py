"""The places of a report where people write: the slots of its outline, each with its code and its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, Berjudul, Butir, kode_slot
from lakin.laporan.konteks import Konteks, Subjek, sebutan_subjek
from lakin.laporan.penanda import isi_penanda
from lakin.laporan.susun import subjek_bagian

PISAH = ":"
"""Between an indicator's code and its heading: 'SK3.2:kendala'."""


@dataclass(frozen=True, slots=True)
class BagianNaskah:
    """One slot: its code, its heading, and the chapter or indicator that it belongs to."""

    kode: str
    judul: str
    kelompok: str

    @property
    def uraian(self) -> tuple[str, str] | None:
        """(indicator, heading) where it is one of an indicator's four."""
        indikator, pisah, judul = self.kode.rpartition(PISAH)
        return (indikator, judul) if pisah else None


def bagian_naskah(k: Konteks) -> tuple[BagianNaskah, ...]:
    """Every slot of a report in its order, each once."""
    semua = (s for b in k.kerangka.bab for s in _telusur(k, b.isi, None, *2 * [isi_penanda(b.judul, k.sebutan)]))
    return tuple({s.kode: s for s in semua}.values())


def _telusur(k: Konteks, isi: Iterable[Butir], s: Subjek | None, judul: str, kelompok: str) -> Iterator[BagianNaskah]:
    for butir in isi:
        if isinstance(butir, Bagian):
            for subjek in subjek_bagian(k, butir, s):
                nama = isi_penanda(butir.judul, k.sebutan | sebutan_subjek(subjek))
                yield from _telusur(k, butir.isi, subjek, nama, nama if butir.ulang == "indikator" else kelompok)
        elif isinstance(butir, Berjudul):
            continue
        elif butir.startswith(NARASI):
            yield BagianNaskah(kode_slot(butir.removeprefix(NARASI), s.fakta.kode if s else ""), judul, kelompok)
        elif butir.startswith(URAIAN) and s is not None:
            yield BagianNaskah(f"{s.fakta.kode}{PISAH}{butir.removeprefix(URAIAN)}", judul, kelompok)
