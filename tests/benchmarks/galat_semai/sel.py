"""The cells that people fill in, read out of the facts and written back as an entry would."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from enum import StrEnum

from lakin.angka import Nilai, ada
from lakin.capaian.deklarasi import Jenis
from lakin.capaian.fakta import Fakta, FBaris, FIndikator, FTriwulan
from lakin.capaian.katalog import rumus


class Letak(StrEnum):
    """Where a cell stands."""

    FISIK = "fisik"
    NILAI = "nilai"
    MEDAN = "medan"
    GANTI = "ganti"
    ANGGARAN = "anggaran"


@dataclass(frozen=True, slots=True)
class Sel:
    """One filled cell: the address of its figure, its value, its unit."""

    letak: Letak
    alamat: str
    pangkal: str
    """Address of the indicator; '' for money."""
    nilai: Nilai
    satuan: str
    kode: str
    triwulan: int = 0
    urut: int = 0
    medan: str = ""
    sumber_dana: str = ""

    @property
    def baris(self) -> str:
        """The address of its raw row; '' for other cells."""
        return f"{self.pangkal}/baris/{self.urut}" if self.urut else ""


def semua_sel(fakta: Fakta) -> tuple[Sel, ...]:
    """Every cell that holds a number, in the order of the entry pages."""
    akar = f"{fakta.satker.kode}/{fakta.tahun}"
    semua = [s for i in fakta.indikator for s in _indikator(fakta, i, f"{akar}/{i.kode}")]
    semua += [
        Sel(Letak.ANGGARAN, f"{akar}/anggaran/{r.kode}/realisasi", "", r.nilai, "Rupiah", r.kode, r.triwulan,
            sumber_dana=r.sumber_dana)
        for r in fakta.realisasi_anggaran
    ]  # fmt: skip
    return tuple(s for s in semua if ada(s.nilai))


def _indikator(fakta: Fakta, i: FIndikator, pangkal: str) -> Iterator[Sel]:
    for t in i.triwulan:
        tw = f"/tw{t.triwulan}" if t.triwulan < 4 else ""
        yield Sel(Letak.FISIK, f"{pangkal}/fisik/tw{t.triwulan}/realisasi", pangkal, t.fisik, "%", i.kode, t.triwulan)
        yield Sel(Letak.NILAI, f"{pangkal}/realisasi{tw}", pangkal, t.nilai, i.satuan, i.kode, t.triwulan)
    r = rumus(i.rumus, fakta.tahun) if i.rumus else None
    for b in i.baris if r else ():
        isi = dict(b.isi)
        for m in r.daftar_medan if r else ():
            v = isi.get(m.kode)
            if m.jenis is Jenis.ANGKA and v is not None and not isinstance(v, str):
                alamat = f"{pangkal}/baris/{b.urut}/{m.kode}"
                satuan = str(m.satuan) or _satuan_medan(i)
                yield Sel(Letak.MEDAN, alamat, pangkal, v, satuan, i.kode, urut=b.urut, medan=m.kode)
    if i.ganti:
        yield Sel(Letak.GANTI, f"{pangkal}/realisasi", pangkal, i.ganti.nilai, i.satuan, i.kode, 4)


def _satuan_medan(i: FIndikator) -> str:
    """Rows of a growth hold amounts, not percent."""
    return "" if i.satuan == "Persen" else i.satuan


def ubah(fakta: Fakta, sel: Sel, nilai: Nilai) -> Fakta:
    """The facts with one cell entered otherwise."""
    if sel.letak is Letak.ANGGARAN:
        assert ada(nilai)
        return replace(
            fakta,
            realisasi_anggaran=tuple(
                replace(r, nilai=nilai)
                if (r.kode, r.triwulan, r.sumber_dana) == (sel.kode, sel.triwulan, sel.sumber_dana)
                else r
                for r in fakta.realisasi_anggaran
            ),
        )
    return ganti_indikator(fakta, sel.kode, lambda i: _ubah(i, sel, nilai))


def ganti_indikator(fakta: Fakta, kode: str, ubahan: object) -> Fakta:
    """The facts with one indicator changed by a function."""
    assert callable(ubahan)
    return replace(fakta, indikator=tuple(ubahan(i) if i.kode == kode else i for i in fakta.indikator))


def _ubah(i: FIndikator, sel: Sel, nilai: Nilai) -> FIndikator:
    if sel.letak is Letak.GANTI:
        assert i.ganti is not None
        assert ada(nilai)
        return replace(i, ganti=replace(i.ganti, nilai=nilai))
    if sel.letak is Letak.MEDAN:
        return replace(i, baris=tuple(_medan(b, sel, nilai) if b.urut == sel.urut else b for b in i.baris))
    return replace(i, triwulan=tuple(_triwulan(t, sel, nilai) if t.triwulan == sel.triwulan else t for t in i.triwulan))


def _medan(b: FBaris, sel: Sel, nilai: Nilai) -> FBaris:
    return replace(b, isi=tuple((k, nilai if k == sel.medan else v) for k, v in b.isi))


def _triwulan(t: FTriwulan, sel: Sel, nilai: Nilai) -> FTriwulan:
    return replace(t, fisik=nilai) if sel.letak is Letak.FISIK else replace(t, nilai=nilai)
