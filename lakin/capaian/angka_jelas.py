"""A figure that carries its explanation, or the reason why there is none.

Every figure that is printed anywhere is one of these two objects, so a figure
that is printed twice is the same object and cannot disagree with itself.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Any

from lakin.angka import Tiada, bulatkan

if TYPE_CHECKING:
    from collections.abc import Iterator

    from lakin.angka import Nilai

DICATAT = "dicatat"
"""Origin of a figure that somebody recorded."""
DIHITUNG = "dihitung"
"""Origin of a figure that the engine computed from other figures."""
DIGANTI = "diganti"
"""Origin of a recorded figure that stands in for a computed one, with a reason."""


@dataclass(frozen=True, slots=True)
class Rujukan:
    """The rule or document that a formula or a recorded figure rests on."""

    dokumen: str
    bagian: str = ""

    def __str__(self) -> str:
        return f"{self.dokumen}, {self.bagian}" if self.bagian else self.dokumen


@dataclass(frozen=True, slots=True)
class Cara:
    """How a figure is made: the line an auditor would write and what its letters mean.

    ``tulisan`` is evaluated by a test with the values of ``huruf``; a way with
    ``berulang`` has one letter that stands for all inputs (``jumlah(x)``,
    ``rata_rata(x)``). ``dari_mentah`` marks a way that reads its inputs before
    rounding (agencies that do not compute from printed figures).
    """

    kode: str
    tulisan: str
    huruf: tuple[tuple[str, str], ...]
    rujukan: tuple[Rujukan, ...] = ()
    berulang: bool = False
    dari_mentah: bool = False


class Angka:
    """One figure: its printed value, its address, and what it was made from.

    ``nilai`` is the printed (rounded) value and ``mentah`` the value before
    rounding; ``bahan`` holds the figures it was made of, in the order of
    ``cara.huruf``. A recorded figure has no ``cara`` but a ``sumber``.
    """

    __slots__ = ("alamat", "nilai", "desimal", "satuan", "asal", "label", "cara", "bahan", "mentah", "sumber", "alasan")

    def __init__(
        self,
        alamat: str,
        nilai: Decimal,
        desimal: int,
        satuan: str = "",
        asal: str = DICATAT,
        label: str = "",
        cara: Cara | None = None,
        bahan: tuple[Bahan, ...] = (),
        mentah: Decimal | None = None,
        sumber: str = "",
        alasan: str = "",
    ) -> None:
        self.alamat = alamat
        self.nilai = nilai
        self.desimal = desimal
        self.satuan = satuan
        self.asal = asal
        self.label = label
        self.cara = cara
        self.bahan = bahan
        self.mentah = mentah
        self.sumber = sumber
        self.alasan = alasan

    def __repr__(self) -> str:
        return f"Angka({self.alamat}={self.nilai})"

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, Angka) and self._isi() == lain._isi()

    def __hash__(self) -> int:
        return hash((self.alamat, self.nilai))

    def _isi(self) -> tuple[Any, ...]:
        return tuple(getattr(self, nama) for nama in self.__slots__)

    def telusur(self) -> Iterator[Bahan]:
        """Yield this figure and everything below it, parents first."""
        yield self
        for b in self.bahan:
            yield from b.telusur()


class TanpaNilai:
    """The reason why a figure has no value: N/A (no target that year), kosong, or undefined.

    ``keadaan`` keeps the kinds of missing apart; ``alasan`` is a whole
    Indonesian sentence that a reader of the report would understand.
    """

    __slots__ = ("alasan", "keadaan", "alamat", "label", "satuan", "bahan", "cara")

    def __init__(
        self,
        alasan: str,
        keadaan: Tiada = Tiada.NA,
        alamat: str = "",
        label: str = "",
        satuan: str = "",
        bahan: tuple[Bahan, ...] = (),
        cara: Cara | None = None,
    ) -> None:
        self.alasan = alasan
        self.keadaan = keadaan
        self.alamat = alamat
        self.label = label
        self.satuan = satuan
        self.bahan = bahan
        self.cara = cara

    def __repr__(self) -> str:
        return f"TanpaNilai({self.alamat}: {self.alasan})"

    def __eq__(self, lain: object) -> bool:
        return isinstance(lain, TanpaNilai) and all(getattr(self, n) == getattr(lain, n) for n in self.__slots__)

    def __hash__(self) -> int:
        return hash((self.alamat, self.keadaan, self.alasan))

    def telusur(self) -> Iterator[Bahan]:
        """Yield this answer and everything below it, parents first."""
        yield self
        for b in self.bahan:
            yield from b.telusur()


Bahan = Angka | TanpaNilai
"""What the engine answers: a figure with its explanation, or the reason for none."""


@cache
def _dari_mentah(cara: Cara) -> Cara:
    return replace(cara, dari_mentah=True)


def versi(cara: Cara, cetak: bool) -> Cara:
    """The way itself, or its twin that says that it reads unrounded inputs."""
    return cara if cetak else _dari_mentah(cara)


def nilai_pakai(angka: Angka, cetak: bool) -> Decimal:
    """The value that a next figure is computed from: the printed one, or the one before rounding."""
    return angka.nilai if cetak or angka.mentah is None else angka.mentah


def dihitung(
    alamat: str,
    cara: Cara,
    bahan: tuple[Bahan, ...],
    mentah: Decimal,
    desimal: int,
    satuan: str = "",
    label: str = "",
) -> Angka:
    """A computed figure: rounded here, once."""
    return Angka(alamat, bulatkan(mentah, desimal), desimal, satuan, DIHITUNG, label, cara, bahan, mentah)


def banyak_desimal(nilai: Decimal) -> int:
    """How many decimals a recorded number was written with."""
    teks = str(nilai)  # cheaper than as_tuple(), which builds every digit
    if "E" in teks:
        eksponen = nilai.as_tuple().exponent
        return max(0, -eksponen) if isinstance(eksponen, int) else 0
    letak = teks.find(".")
    return 0 if letak < 0 else len(teks) - letak - 1


def seperti_tertulis(
    alamat: str,
    nilai: Nilai,
    desimal: int = 0,
    satuan: str = "",
    label: str = "",
    sumber: str = "",
    belum: str = "Belum diisi.",
    tiada: str = "Tidak berlaku (N/A).",
) -> Bahan:
    """A recorded figure with all of its own decimals, and at least ``desimal`` of them; never rounded."""
    if isinstance(nilai, Decimal):
        punya = banyak_desimal(nilai)
        if punya < desimal:
            return Angka(alamat, bulatkan(nilai, desimal), desimal, satuan, DICATAT, label, None, (), None, sumber)
        return Angka(alamat, nilai, punya, satuan, DICATAT, label, None, (), None, sumber)
    return TanpaNilai(tiada if nilai is Tiada.NA else belum, nilai, alamat, label, satuan)


def dicatat(
    alamat: str,
    nilai: Nilai,
    desimal: int,
    satuan: str = "",
    label: str = "",
    sumber: str = "",
    belum: str = "Belum diisi.",
    tiada: str = "Tidak berlaku (N/A).",
) -> Bahan:
    """A recorded figure, printed with ``desimal`` decimals; ``belum`` and ``tiada`` say why there is none."""
    if isinstance(nilai, Decimal):
        tercetak = bulatkan(nilai, desimal)
        mentah = None if tercetak == nilai else nilai
        return Angka(alamat, tercetak, desimal, satuan, DICATAT, label, None, (), mentah, sumber)
    return TanpaNilai(tiada if nilai is Tiada.NA else belum, nilai, alamat, label, satuan)
