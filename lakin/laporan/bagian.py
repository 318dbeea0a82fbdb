"""The places of a report where people write: the slots of its outline, each with its code and its heading."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, Butir
from lakin.laporan.konteks import Konteks, Subjek, sebutan_subjek
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
    semua = (s for b in k.kerangka.bab for s in _telusur(k, b.isi, None, b.judul, b.judul))
    return tuple({s.kode: s for s in semua}.values())


def _telusur(k: Konteks, isi: Iterable[Butir], s: Subjek | None, judul: str, kelompok: str) -> Iterator[BagianNaskah]:
    for butir in isi:
        if isinstance(butir, Bagian):
            for subjek in subjek_bagian(k, butir, s):
                nama = butir.judul.format_map(k.sebutan | sebutan_subjek(subjek))
                yield from _telusur(k, butir.isi, subjek, nama, nama if butir.ulang == "indikator" else kelompok)
        elif butir.startswith(NARASI):
            yield BagianNaskah(butir.removeprefix(NARASI).format_map(sebutan_subjek(s)), judul, kelompok)
        elif butir.startswith(URAIAN) and s is not None:
            yield BagianNaskah(f"{s.fakta.kode}{PISAH}{butir.removeprefix(URAIAN)}", judul, kelompok)
