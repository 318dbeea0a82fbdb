"""Checks of the money spent: against the ceiling, the recorded shares, and the leaves beside it."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import ada, tulis, tulis_rupiah
from lakin.capaian.angka_jelas import Angka
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan

SERATUS, SERIBU = Decimal(100), Decimal(1000)
SERAPAN_RENDAH = Decimal(50)
"""Percent at the year's end: a satker absorbs some 95%, and the weakest real leaf two thirds."""
BEDA_CATATAN = Decimal("0.05")
"""Points. Four recorded shares with two decimals carry at most 4 x 0.005 of rounding, the computed one 0.005."""
KIRA_SERIBU = (Decimal("0.3"), Decimal("1.2"))
"""Times a thousand (or a thousandth) the amount would be a usual share of the pagu: the unit slipped."""


@dataclass(frozen=True, slots=True)
class _Daun:
    kode: str
    uraian: str
    pagu: Decimal
    realisasi: Decimal
    alamat: str


def _daun(k: Konteks) -> list[_Daun]:
    """The leaves with money: their ceiling and what was spent until the triwulan."""
    pagu: dict[str, Decimal] = defaultdict(Decimal)
    keluar: dict[str, Decimal] = {}
    for p in k.fakta.pagu:
        pagu[p.kode] += p.nilai
    for r in k.fakta.realisasi_anggaran:
        if r.triwulan <= k.triwulan and (r.triwulan or k.setahun):
            keluar[r.kode] = keluar.get(r.kode, Decimal(0)) + r.nilai
    nama = {s.kode: s.uraian for s in k.fakta.simpul}
    return [
        _Daun(kode, nama.get(kode, kode), pagu.get(kode, Decimal(0)), nilai, f"{k.akar}/anggaran/{kode}/realisasi")
        for kode, nilai in keluar.items()
    ]


class RealisasiNegatif(Kaidah):
    """Money spent is not less than nothing over a whole triwulan; a refund is booked where it was spent."""

    kode = "realisasi-negatif"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "realisasi anggaran kumulatif < 0"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """A negative sum at a leaf."""
        for d in _daun(k):
            if d.realisasi < 0:
                pesan = f"Realisasi {d.kode} negatif ({tulis_rupiah(d.realisasi)}). Periksa tanda angkanya."
                yield self.temuan(d.alamat, d.uraian, pesan, [d.realisasi])


class LewatPagu(Kaidah):
    """More than the ceiling cannot be spent; for salaries it happens until the year is settled: a note may say so."""

    kode = "lewat-pagu"
    jenis = Jenis.JANGGAL
    rumusan = "realisasi anggaran kumulatif > pagu"
    kosong = "Daun tanpa pagu dianggap berpagu 0."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Spending above the pagu."""
        for d in _daun(k):
            if d.realisasi > d.pagu:
                pesan = (
                    f"Realisasi {d.kode} {tulis_rupiah(d.realisasi)} melebihi pagunya {tulis_rupiah(d.pagu)}. "
                    f"{_satuan(d)}Perbaiki angkanya, atau jelaskan dasar pelampauannya."
                )
                yield self.temuan(d.alamat, d.uraian, pesan, [d.realisasi, d.pagu])


class SerapanRendah(Kaidah):
    """An amount that is a small part of its ceiling at the year's end has lost digits, or deserves a word."""

    kode = "serapan-rendah"
    jenis = Jenis.JANGGAL
    rumusan = "realisasi anggaran setahun < 50% pagu"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Leaves with little spent."""
        for d in _daun(k) if k.setahun else ():
            if 0 <= d.realisasi * SERATUS < d.pagu * SERAPAN_RENDAH:
                pesan = (
                    f"Realisasi {d.kode} {tulis_rupiah(d.realisasi)} kurang dari setengah pagunya "
                    f"{tulis_rupiah(d.pagu)}. {_satuan(d)}Periksa jumlah digitnya, atau jelaskan penyebabnya."
                )
                yield self.temuan(d.alamat, d.uraian, pesan, [d.realisasi, d.pagu])


def _satuan(d: _Daun) -> str:
    """A word where the amount looks like thousands."""
    bawah, atas = (d.pagu * x for x in KIRA_SERIBU)
    if bawah < d.realisasi * SERIBU < atas:
        return "Angka ini seperti ditulis dalam ribuan; tuliskan dalam rupiah penuh. "
    if bawah < d.realisasi / SERIBU < atas:
        return "Angka ini seperti dikalikan seribu. "
    return ""


class SerapanTercatat(Kaidah):
    """The shares that were recorded each triwulan and the year's money are two records of one thing."""

    kode = "serapan-tercatat"
    jenis = Jenis.JANGGAL
    rumusan = "|jumlah persen serapan tercatat triwulan I-IV - serapan terhitung| > 0,05 poin"
    kosong = "Diperiksa hanya bila keempat triwulan tercatat."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Nodes whose two records differ; the leaves below are named, since one of them is wrong."""
        catatan: dict[str, list[Decimal]] = defaultdict(list)
        for s in k.fakta.serapan_tercatat if k.setahun else ():
            if ada(s.realisasi):
                catatan[s.kode].append(s.realisasi)
        daun = _daun(k)
        for kode, bagian in catatan.items():
            simpul = k.hasil.anggaran.simpul.get(kode)
            if simpul is None or len(bagian) != 4 or not isinstance(simpul.persen, Angka):
                continue
            jumlah = sum(bagian, Decimal(0))
            if abs(jumlah - simpul.persen.nilai) > BEDA_CATATAN:
                pesan = (
                    f"Serapan {simpul.fakta.kode_cetak} menurut realisasinya {tulis(simpul.persen.nilai)}%, sedangkan "
                    f"jumlah serapan yang tercatat per triwulan {tulis(jumlah)}%. Periksa realisasi rinciannya."
                )
                bawah = (d.alamat for d in daun if d.kode.startswith(f"{kode}."))
                yield self.temuan(
                    f"{k.akar}/anggaran/{kode}/persen", simpul.fakta.uraian, pesan, [simpul.persen.nilai, jumlah],
                    terkait=bawah,
                )  # fmt: skip


class RealisasiKembar(Kaidah):
    """Two leaves never cost the same to the rupiah, unless a value was entered one row off."""

    kode = "realisasi-kembar"
    jenis = Jenis.JANGGAL
    rumusan = "realisasi anggaran dua daun sama dan lebih dari 0"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Leaves with one amount."""
        milik: dict[Decimal, _Daun] = {}
        for d in _daun(k):
            if d.realisasi <= 0:
                continue
            lain = milik.setdefault(d.realisasi, d)
            if lain is not d:
                pesan = (
                    f"Realisasi {d.kode} sama persis dengan {lain.kode} ({tulis_rupiah(d.realisasi)}). "
                    "Periksa apakah isian bergeser satu baris."
                )
                yield self.temuan(d.alamat, d.uraian, pesan, [d.realisasi], terkait=(lain.alamat, d.alamat))
