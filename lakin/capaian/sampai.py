"""The facts of a year as they stood at the end of a triwulan: a report in mid-year must not know what came later.

The facts are cut, rather than each reader told where to stop: a block that
forgot to look at the triwulan then finds a blank, never a figure from the
future. Plans stay whole (PK, Rencana Aksi, pagu, withdrawal plan), since a plan
speaks of the months ahead; what was reached is cut. What is recorded for the
whole year only (a raw row without a date, money without a triwulan, an
override, the official budget score) belongs to the fourth triwulan. The PK is
the year's: a report that was handed in is frozen under the PK of its day.
"""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from lakin.angka import Tiada

if TYPE_CHECKING:
    from lakin.capaian.fakta import Fakta, FIndikator, FTriwulan

SETAHUN = 4
AKHIR = ((3, 31), (6, 30), (9, 30), (12, 31))

RENCANA = frozenset(
    {
        "satker",
        "tahun",
        "setelan",
        "renstra",
        "pk",
        "tujuan",
        "sasaran",
        "simpul",
        "pagu",
        "rencana_penarikan",
        "dukungan",
        "pagu_tercatat",
        "dipa",
        "acuan",
        "pernyataan",
        "keterkaitan",
        "penunjang",
        "jabatan",
    }
)
"""Fields of Fakta that are plans, or as old as the year: they stay whole. Every other one is cut."""


def akhir_triwulan(tahun: int, triwulan: int) -> date:
    """The last day of a triwulan."""
    return date(tahun, *AKHIR[triwulan - 1])


def sampai_triwulan(fakta: Fakta, triwulan: int) -> Fakta:
    """The facts without anything reached after a triwulan, 0 for all of it; those of the fourth are the year's own."""
    if triwulan == SETAHUN:
        return fakta
    tahun = fakta.tahun
    akhir = akhir_triwulan(tahun, triwulan) if triwulan else date(tahun - 1, 12, 31)
    kosong = Tiada.KOSONG
    return replace(
        fakta,
        indikator=tuple(_indikator(i, tahun, triwulan, akhir) for i in fakta.indikator),
        realisasi_anggaran=tuple(r for r in fakta.realisasi_anggaran if 1 <= r.triwulan <= triwulan),
        serapan_tercatat=tuple(
            s if s.triwulan <= triwulan else replace(s, realisasi=kosong) for s in fakta.serapan_tercatat
        ),
        keluaran=tuple(replace(k, realisasi=kosong) for k in fakta.keluaran),
        anggaran_tahun=tuple(a if a.tahun < tahun else replace(a, realisasi=kosong) for a in fakta.anggaran_tahun),
        anggaran_indikator=tuple(
            a if a.tahun < tahun else replace(a, realisasi=kosong) for a in fakta.anggaran_indikator
        ),
        pnbp=tuple(p if p.tahun < tahun else replace(p, penerimaan=kosong, penggunaan=kosong) for p in fakta.pnbp),
        pnbp_layanan=tuple(p if p.tahun < tahun else replace(p, penerimaan=kosong) for p in fakta.pnbp_layanan),
        hasil_layanan=tuple(h for h in fakta.hasil_layanan if h.tahun < tahun),
        nka=None,
        pegawai=(),
        penghargaan=tuple(p for p in fakta.penghargaan if p.tanggal and p.tanggal <= akhir),
        pendukung=(),
        bukti=tuple(b for b in fakta.bukti if b.tanggal and b.tanggal <= akhir),
        pengawasan=(),
    )


def tanpa_tertutup(fakta: Fakta, tertutup: Collection[tuple[int, int]]) -> Fakta:
    """The facts without what was reached in the (year, triwulan) that a reader may not see.

    What is recorded for a whole year is seen with its fourth triwulan. A raw row counts in every triwulan
    from its date on, so it is seen with the last open one.
    """
    kini = {tw for tahun, tw in tertutup if tahun == fakta.tahun}
    lalu = {tahun for tahun, tw in tertutup if tw == SETAHUN and tahun < fakta.tahun}
    if kini:
        fakta = sampai_triwulan(fakta, max({1, 2, 3, 4} - kini, default=0))
        fakta = replace(
            fakta,
            indikator=tuple(_tanpa_sel(i, kini) for i in fakta.indikator),
            realisasi_anggaran=tuple(r for r in fakta.realisasi_anggaran if r.triwulan not in kini),
            serapan_tercatat=tuple(
                replace(s, realisasi=Tiada.KOSONG) if s.triwulan in kini else s for s in fakta.serapan_tercatat
            ),
        )
    return replace(fakta, indikator=tuple(_tanpa_tahun(i, lalu) for i in fakta.indikator)) if lalu else fakta


def _tanpa_sel(i: FIndikator, triwulan: Collection[int]) -> FIndikator:
    return replace(i, triwulan=tuple(_rencana(t, i.sumber) if t.triwulan in triwulan else t for t in i.triwulan))


def _tanpa_tahun(i: FIndikator, tahun: Collection[int]) -> FIndikator:
    kosong = Tiada.KOSONG
    return replace(i, tahun_lain=tuple(replace(t, realisasi=kosong) if t.tahun in tahun else t for t in i.tahun_lain))


def _indikator(i: FIndikator, tahun: int, triwulan: int, akhir: date) -> FIndikator:
    return replace(
        i,
        triwulan=tuple(t if t.triwulan <= triwulan else _rencana(t, i.sumber) for t in i.triwulan),
        baris=tuple(b for b in i.baris if b.tanggal and b.tanggal <= akhir),
        ganti=None,
        tahun_lain=tuple(t if t.tahun < tahun else replace(t, realisasi=Tiada.KOSONG) for t in i.tahun_lain),
    )


def _rencana(t: FTriwulan, sumber: str) -> FTriwulan:
    """A triwulan that has not come yet: its plan only, whose source is the PK's."""
    return replace(t, fisik=Tiada.KOSONG, nilai=Tiada.KOSONG, sumber=sumber)
