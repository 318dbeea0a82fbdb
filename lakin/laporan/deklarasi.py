"""What a block is: its code, its caption, its columns and where its rows come from.

A block says what stands there, never how it looks: no arithmetic, no ORM, no
markup, and no number of its own. Figures are the engine's objects, so each
printed figure leads to its explanation.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, ClassVar, Generic, TypeVar

from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.pohon import (
    BarisTabel,
    Blok,
    Gambar,
    Inline,
    IsiSel,
    JenisBaris,
    Kertas,
    Kolom,
    Paragraf,
    Sel,
    Tabel,
)
from lakin.laporan.konteks import Konteks, Subjek, sebutan_subjek

B = TypeVar("B")

TANPA_RUJUKAN = Rujukan("")


class Baris:
    """A row: how deep it stands, what kind it is, and its cells by the key of their column."""

    __slots__ = ("isi", "jenis", "tingkat")

    def __init__(self, tingkat: int = 0, jenis: JenisBaris = JenisBaris.BIASA, /, **isi: IsiSel | Sel) -> None:
        self.isi: Mapping[str, IsiSel | Sel] = isi
        self.jenis = jenis
        self.tingkat = tingkat


class Kelompok(Baris):
    """The head of a group: its name runs up to the first column that has a figure."""

    __slots__ = ("judul",)

    def __init__(self, judul: IsiSel, jenis: JenisBaris = JenisBaris.KELOMPOK, /, **isi: IsiSel | Sel) -> None:
        super().__init__(0, jenis, **isi)
        self.judul = judul


class Jumlah(Kelompok):
    """A subtotal, total or mean."""

    def __init__(self, judul: IsiSel, /, **isi: IsiSel | Sel) -> None:
        super().__init__(judul, JenisBaris.JUMLAH, **isi)


class Deklarasi(ABC):
    """A block of the catalogue; ``untuk`` names what it is repeated for, '' stands for the report."""

    kode: ClassVar[str]
    untuk: ClassVar[str] = ""
    rujukan: ClassVar[Rujukan] = TANPA_RUJUKAN

    def berlaku(self, k: Konteks, s: Any) -> bool:
        """Whether the block has a place here at all (an indicator without raw rows has no table of them)."""
        return True

    def kode_pada(self, s: Subjek | None) -> str:
        """The code in a document: with the subject's, where the block is repeated."""
        return f"{self.kode}.{s.fakta.kode}" if s is not None and self.untuk else self.kode

    @abstractmethod
    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        """The parts of the tree that the block stands for."""


class BlokTeks(Deklarasi):
    """Paragraphs, lists and other parts without number, made of figures and short patterns."""


class _Berjudul(Deklarasi):
    judul: ClassVar[str]
    sumber: ClassVar[str] = ""
    wajib: ClassVar[bool] = True

    def judul_pada(self, k: Konteks, s: Subjek | None) -> str:
        """The caption."""
        return self.judul.format_map(k.sebutan | sebutan_subjek(s))

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        """A sentence before the block that cites it; none by default."""
        return ()

    def bahasan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        """A sentence after the block that reads it; none by default."""
        return ()

    def sumber_pada(self, k: Konteks, s: Any) -> str:
        """Where the data come from."""
        return self.sumber.format_map(k.sebutan)

    def _rangkai(self, k: Konteks, s: Any, blok: Blok) -> tuple[Blok, ...]:
        teks = self.pengantar(k, s), self.bahasan(k, s)
        awal, akhir = (((Paragraf(t),) if t else ()) for t in teks)
        return (*awal, blok, *akhir)


class BlokTabel(_Berjudul, Generic[B]):
    """A table. A row is a ``Baris`` or any object whose attributes the columns name (``anggaran.pagu``)."""

    kolom: ClassVar[tuple[Kolom, ...]] = ()
    kertas: ClassVar[Kertas] = Kertas.TEGAK
    satuan: ClassVar[str] = ""
    gabung: ClassVar[tuple[str, ...]] = ()
    """Columns whose equal neighbours become one cell; a later one only within an earlier one."""

    @abstractmethod
    def baris(self, k: Konteks, s: Any) -> Iterable[B]:
        """The rows."""

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        """The columns; overridden where years or fields decide them."""
        return self.kolom

    def catatan(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        """A note below the table."""
        return ()

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        """The table with its sentences."""
        kolom = self.kolom_pada(k, s)
        baris = list(self.baris(k, s))
        tabel = Tabel(
            kode=self.kode_pada(s),
            judul=self.judul_pada(k, s),
            kolom=kolom,
            baris=_gabungkan([_baris(b, kolom) for b in baris], kolom, self.gabung),
            satuan=self.satuan,
            catatan=self.catatan(k, s),
            sumber=self.sumber_pada(k, s),
            kertas=self.kertas,
            bernomor=self.bernomor,
            wajib=self.wajib,
        )
        return self._rangkai(k, s, tabel)

    bernomor: ClassVar[bool] = True


class BlokGambar(_Berjudul):
    """A chart, with the table of its data."""

    dengan_tabel: ClassVar[bool] = True

    @abstractmethod
    def bagan(self, k: Konteks, s: Any) -> Bagan:
        """What is drawn."""

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        """The figure with its sentences."""
        gambar = Gambar(
            kode=self.kode_pada(s),
            judul=self.judul_pada(k, s),
            bagan=self.bagan(k, s),
            sumber=self.sumber_pada(k, s),
            dengan_tabel=self.dengan_tabel,
            wajib=self.wajib,
        )
        return self._rangkai(k, s, gambar)


def _baris(b: Any, kolom: tuple[Kolom, ...]) -> BarisTabel:
    if isinstance(b, Kelompok):
        return BarisTabel(_sel_kelompok(b, kolom), b.jenis, b.tingkat)
    if isinstance(b, Baris):
        return BarisTabel(tuple(_sel(b.isi.get(c.kunci, "")) for c in kolom), b.jenis, b.tingkat)
    return BarisTabel(tuple(_sel(_ambil(b, c.kunci)) for c in kolom))


def _sel_kelompok(b: Kelompok, kolom: tuple[Kolom, ...]) -> tuple[Sel, ...]:
    rentang = next((i for i, c in enumerate(kolom) if c.kunci in b.isi), len(kolom))
    if rentang == 0:
        raise ValueError(f"Baris kelompok {b.judul!r} tidak menyisakan kolom untuk judulnya.")
    return (Sel(b.judul, kolom=rentang), *(_sel(b.isi.get(c.kunci, "")) for c in kolom[rentang:]))


def _sel(isi: Any) -> Sel:
    return isi if isinstance(isi, Sel) else Sel(isi)


def _ambil(objek: Any, kunci: str) -> Any:
    for nama in kunci.split("."):
        objek = objek[nama] if isinstance(objek, Mapping) else getattr(objek, nama)
    return objek


def _gabungkan(baris: list[BarisTabel], kolom: Sequence[Kolom], gabung: tuple[str, ...]) -> tuple[BarisTabel, ...]:
    """Merge equal neighbours downwards, column by column; rows of a special kind part the groups."""
    letak = [i for i, c in enumerate(kolom) if c.kunci in gabung]
    if not letak:
        return tuple(baris)
    rentang = [dict.fromkeys(letak, 1) for _ in baris]
    for r in range(len(baris) - 1, 0, -1):
        for i in letak:
            if not _sebaris(baris[r - 1], baris[r], letak, i):
                break
            rentang[r - 1][i] += rentang[r][i]
            rentang[r][i] = 0
    return tuple(
        b
        if b.jenis is not JenisBaris.BIASA
        else BarisTabel(
            tuple(_rentangkan(s, n.get(i, 1)) for i, s in enumerate(b.sel) if n.get(i, 1)), b.jenis, b.tingkat
        )
        for b, n in zip(baris, rentang, strict=True)
    )


def _sebaris(atas: BarisTabel, bawah: BarisTabel, letak: list[int], sampai: int) -> bool:
    if atas.jenis is not JenisBaris.BIASA or bawah.jenis is not JenisBaris.BIASA:
        return False
    return atas.sel[sampai].isi == bawah.sel[sampai].isi


def _rentangkan(sel: Sel, baris: int) -> Sel:
    return Sel(sel.isi, sel.kolom, baris, sel.format, sel.rata, sel.tebal) if baris > 1 else sel
