"""What a sentence pattern is: when it applies, what it says, and which analysis of the law it answers.

A pattern says only what the data show. Its sentence is made of pieces of the
document tree: text, bound figures, citations, and gaps (``Celah``) where the
author has to name a cause, an obstacle or a remedy.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any, ClassVar, Generic, TypeVar

from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.pohon import Inline
from lakin.laporan.konteks import Konteks

S = TypeVar("S")


@dataclass(frozen=True, slots=True)
class Lihat:
    """A citation in parentheses; left out where the report has no such part."""

    kode: str


Potongan = Inline | Lihat
Teks = tuple[Potongan, ...]
"""The pieces of one sentence, beginning in lower case where a connector may stand before it."""

PERMENPAN = "Permenpan RB 53/2014"


def butir(n: int) -> Rujukan:
    """One of the analyses that Lampiran II asks of a report."""
    return Rujukan(PERMENPAN, f"analisis capaian kinerja, butir {n}")


TARGET, TAHUN_LALU, JANGKA_MENENGAH, ACUAN, SEBAB, SUMBER_DAYA, KEGIATAN = (butir(n) for n in range(1, 8))
SEJENIS = Rujukan(PERMENPAN, "analisis capaian kinerja, perbandingan dengan unit sejenis")
SISTEMATIKA = Rujukan(PERMENPAN, "Lampiran II, sistematika penyajian")


class Pola(ABC, Generic[S]):
    """One sentence about a subject: an indicator, a tujuan, or the report itself (None)."""

    kode: ClassVar[str]
    menjawab: ClassVar[Rujukan]
    bersambung: ClassVar[bool] = False
    """Whether the sentence may open with a connector that ties it to the one before."""

    def berlaku(self, k: Konteks, s: S) -> bool:
        """Whether the data show what the sentence says."""
        return True

    def nada(self, k: Konteks, s: S) -> int:
        """Whether it speaks for the result (1), against it (-1) or neither: it chooses the connector."""
        return 0

    @abstractmethod
    def kalimat(self, k: Konteks, s: S) -> Teks:
        """The sentence."""


class PolaButir(Pola[S]):
    """A sentence that is followed by a list; it stands in a paragraph of its own."""

    @abstractmethod
    def butir(self, k: Konteks, s: S) -> Iterable[Teks]:
        """The items."""


@dataclass(frozen=True, slots=True)
class Rancangan:
    """The draft of one place in the outline: its paragraphs, each the patterns that may stand in it in order."""

    tempat: str
    """As the outline names it: 'uraian:hasil', 'narasi:ikhtisar', 'narasi:tujuan_{kode}'."""
    alinea: tuple[tuple[Pola[Any], ...], ...]
