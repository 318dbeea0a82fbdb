"""Sums and means of figures; what has no value is listed but never counts."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi
from lakin.capaian.angka_jelas import (
    DIHITUNG,
    Angka,
    Bahan,
    Cara,
    TanpaNilai,
    dihitung,
    nilai_pakai,
    versi,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

JUMLAH = Cara("jumlah", "jumlah(x)", (("x", "Bagian"),), berulang=True)
RATA_RATA = Cara("rata_rata", "rata_rata(x)", (("x", "Bagian"),), berulang=True)
BANYAK = Cara("banyak", "banyak(x)", (("x", "Bagian"),), berulang=True)
PERSEN = Cara("persen", "R / P × 100", (("R", "Pembilang"), ("P", "Penyebut")))

SERATUS = Decimal(100)


def keadaan_bersama(bagian: Sequence[Bahan]) -> Tiada:
    """What a whole without any value is: N/A where every part is, else kosong."""
    return (
        Tiada.NA
        if bagian and all(isinstance(b, TanpaNilai) and b.keadaan is Tiada.NA for b in bagian)
        else Tiada.KOSONG
    )


def jumlah(
    alamat: str,
    bagian: Sequence[Bahan],
    desimal: int,
    *,
    satuan: str = "",
    label: str = "",
    cara: Cara = JUMLAH,
    cetak: bool = True,
    kosong: str = "Belum ada bagian yang bernilai untuk dijumlahkan.",
) -> Bahan:
    """The sum of the parts that have a value."""
    nilai = [nilai_pakai(b, cetak) for b in bagian if isinstance(b, Angka)]
    if not nilai:
        return TanpaNilai(kosong, keadaan_bersama(bagian), alamat, label, satuan, tuple(bagian))
    return dihitung(alamat, versi(cara, cetak), tuple(bagian), sum(nilai, Decimal(0)), desimal, satuan, label)


def rata_rata(
    alamat: str,
    bagian: Sequence[Bahan],
    desimal: int,
    *,
    satuan: str = "",
    label: str = "",
    cara: Cara = RATA_RATA,
    cetak: bool = True,
    na_nol: bool = False,
    kosong: str = "Belum ada bagian yang bernilai untuk dirata-ratakan.",
) -> Bahan:
    """The mean of the parts that have a value; ``na_nol`` lets a part without target count as 0."""
    semua = (
        tuple(_nol_bila_na(b, f"{alamat}/na_dihitung_nol/{n}") for n, b in enumerate(bagian, 1))
        if na_nol
        else tuple(bagian)
    )
    nilai = [nilai_pakai(b, cetak) for b in semua if isinstance(b, Angka)]
    if not nilai:
        return TanpaNilai(kosong, keadaan_bersama(semua), alamat, label, satuan, semua)
    mentah = bagi(sum(nilai, Decimal(0)), Decimal(len(nilai)))
    return dihitung(alamat, versi(cara, cetak), semua, mentah, desimal, satuan, label)


def persen(
    alamat: str,
    pembilang: Bahan,
    penyebut: Bahan,
    *,
    label: str = "",
    cara: Cara = PERSEN,
    cetak: bool = True,
    nol: str = "Penyebutnya nol: persentase tidak dapat dihitung.",
) -> Bahan:
    """Numerator over denominator in percent, two decimals."""
    bahan = (pembilang, penyebut)
    if isinstance(pembilang, TanpaNilai) or isinstance(penyebut, TanpaNilai):
        return tanpa(alamat, bahan, label, "%", cara)
    bawah = nilai_pakai(penyebut, cetak)
    if not bawah:
        return TanpaNilai(nol, Tiada.NA, alamat, label, "%", bahan, cara)
    mentah = bagi(nilai_pakai(pembilang, cetak) * SERATUS, bawah)
    return dihitung(alamat, versi(cara, cetak), bahan, mentah, 2, "%", label)


def tanpa(
    alamat: str,
    bahan: tuple[Bahan, ...],
    label: str = "",
    satuan: str = "",
    cara: Cara | None = None,
) -> TanpaNilai:
    """The answer where an input has no value: the reason of that input, N/A before kosong."""
    hilang = [b for b in bahan if isinstance(b, TanpaNilai)]
    sebab = next((b for b in hilang if b.keadaan is Tiada.NA), hilang[0])
    return TanpaNilai(sebab.alasan, sebab.keadaan, alamat, label, satuan, bahan, cara)


def _nol_bila_na(b: Bahan, alamat: str) -> Bahan:
    """A zero in place of a part that is N/A because one of its own inputs is (target or realisasi)."""
    if isinstance(b, Angka) or b.keadaan is not Tiada.NA:
        return b
    if not any(isinstance(x, TanpaNilai) and x.keadaan is Tiada.NA for x in b.bahan):
        return b
    return Angka(
        alamat,
        Decimal(0),
        0,
        b.satuan,
        DIHITUNG,
        b.label,
        None,
        (b,),
        None,
        "",
        "N/A dihitung nol menurut setelan instansi.",
    )
