"""The seam for what is entered each triwulan: cells, raw rows, overrides, money spent.

It is read apart from the rest, because it changes many times a day while plans
and records change a few times a year.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal

from anggaran.models import RealisasiAnggaran
from lakin.angka import Nilai, Tiada
from lakin.capaian.deklarasi import Jenis, medan
from lakin.capaian.fakta import Fakta, FBaris, FGanti, FIndikator, FRealisasiAnggaran, FTriwulan
from lakin.capaian.katalog import rumus
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.pengukuran.pembaca import LANGSUNG, Pembaca
from lakin.web.nilai import rapikan


@dataclass(frozen=True, slots=True)
class Kerangka:
    """The facts of a year before its entries, and which lineage stands behind each code."""

    fakta: Fakta
    satker: int
    garis: Mapping[int, str]
    """Lineage -> code of the indicator in the PK."""


def isi(k: Kerangka, baca: Pembaca = LANGSUNG) -> Fakta:
    """Return the facts with everything that has been entered until now: four queries."""
    tahun = k.fakta.tahun
    semua = baca.garis(Realisasi, k.garis, tahun=tahun)
    sel = {(k.garis[r.garis_indikator_id], r.triwulan, r.jenis): r for r in semua}
    baris: dict[str, list[BarisData]] = defaultdict(list)
    for b in baca.garis(BarisData, k.garis, tahun=tahun):
        baris[k.garis[b.garis_indikator_id]].append(b)
    ganti = {k.garis[g.garis_indikator_id]: g for g in baca.garis(Penggantian, k.garis, tahun=tahun)}
    return replace(
        k.fakta,
        indikator=tuple(
            replace(
                i,
                triwulan=tuple(_sel(t, i.kode, sel) for t in i.triwulan),
                baris=tuple(baca_baris(i, tahun, baris[i.kode])),
                ganti=_ganti(ganti.get(i.kode)),
            )
            for i in k.fakta.indikator
        ),
        realisasi_anggaran=tuple(
            FRealisasiAnggaran(r.kode, r.triwulan, rapikan(r.nilai), r.sumber_dana, r.sumber)
            for r in baca.milik(RealisasiAnggaran, k.satker, tahun=tahun)
            if r.nilai is not None
        )
        if k.fakta.simpul
        else (),
    )


def _sel(t: FTriwulan, kode: str, sel: Mapping[tuple[str, int, str], Realisasi]) -> FTriwulan:
    fisik, nilai = sel.get((kode, t.triwulan, "fisik")), sel.get((kode, t.triwulan, "nilai"))
    return replace(
        t,
        fisik=fisik.isi if fisik else Tiada.KOSONG,
        nilai=nilai.isi if nilai else Tiada.KOSONG,
        sumber=(nilai.sumber if nilai else "") or (fisik.sumber if fisik else ""),
    )


def baca_baris(i: FIndikator, tahun: int, baris: Iterable[BarisData]) -> Iterable[FBaris]:
    """Return raw rows as their formula reads them."""
    aturan = rumus(i.rumus, tahun)
    angka = {m.kode for m in medan(aturan) if m.jenis is Jenis.ANGKA} if aturan else set()
    for b in baris:
        isi = tuple((nama, nilai_teks(teks) if nama in angka else teks) for nama, teks in b.isi.items())
        yield FBaris(b.urut, isi, b.tanggal, b.sumber)


def _ganti(g: Penggantian | None) -> FGanti | None:
    return FGanti(rapikan(g.nilai), g.alasan, g.sumber) if g else None


def nilai_teks(teks: str) -> Nilai:
    """Return the value that stored machine text means."""
    if teks == "":
        return Tiada.KOSONG
    return Tiada.NA if teks == "N/A" else Decimal(teks)
