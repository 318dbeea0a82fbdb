"""The budget tree with the sum of every node."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, TypeVar

from lakin.angka import Tiada, bagi, bulatkan
from lakin.capaian.angka_jelas import DICATAT, DIHITUNG, Angka, Bahan, Cara, TanpaNilai
from lakin.capaian.fakta import FSimpul
from lakin.capaian.hasil import HasilSimpul
from lakin.capaian.himpun import persen

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from lakin.capaian.fakta import Fakta, FPagu, FRealisasiAnggaran

RP = "Rp"
SERAPAN = Cara("serapan", "R / P × 100", (("R", "Realisasi anggaran"), ("P", "Pagu")))
JUMLAH_ANAK = Cara("jumlah_anak", "jumlah(x)", (("x", "Pos di bawahnya"),), berulang=True)
JUMLAH_RINCIAN = Cara("jumlah_rincian", "jumlah(x)", (("x", "Rincian"),), berulang=True)
JUMLAH_TRIWULAN = Cara("jumlah_triwulan", "jumlah(x)", (("x", "Realisasi setiap triwulan"),), berulang=True)
TANPA_PAGU = "Pagu pos ini belum diisi."
TANPA_REALISASI = "Realisasi anggaran pos ini belum diisi."
PAGU_NOL = "Pagu nol: persentase realisasi tidak dapat dihitung."
SETAHUN = "Realisasi per triwulan tidak diketahui: sebagian pos hanya mencatat angka setahun."
BELUM_TRIWULAN = "Realisasi anggaran triwulan ini belum diisi."
_SERATUS = Decimal(100)
_NOL = Decimal(0)

B = TypeVar("B", "FPagu", "FRealisasiAnggaran")
Uang = tuple[Bahan, "tuple[Bahan, ...] | str"]


def jumlah_rupiah(alamat: str, rincian: Iterable[Bahan], label: str, cara: Cara, kosong: str) -> Bahan:
    """The sum of whole rupiah; parts without a value are listed and do not count."""
    bahan = tuple(rincian)
    nilai = [b.nilai for b in bahan if type(b) is Angka]
    if nilai:
        total = sum(nilai, _NOL)
        return Angka(alamat, total, 0, RP, DIHITUNG, label, cara, bahan, total)
    return TanpaNilai(kosong, Tiada.KOSONG, alamat, label, RP, bahan, cara)


def _kelompok(baris: Sequence[B]) -> tuple[dict[str, B], dict[str, list[B]]]:
    """Rows by code: the first of each code, and all of them where a code has several (few have)."""
    pertama = {b.kode: b for b in reversed(baris)}
    lain: dict[str, list[B]] = {}
    if len(pertama) < len(baris):
        for b in baris:
            if pertama[b.kode] is not b:
                lain.setdefault(b.kode, [pertama[b.kode]]).append(b)
    return dict(reversed(pertama.items())), lain


def _milik(kode: str, pertama: dict[str, B], lain: dict[str, list[B]]) -> list[B]:
    return lain.get(kode) or ([pertama[kode]] if kode in pertama else [])


class Pohon:
    """Sums the tree leaves first; nothing recurses, whatever its depth."""

    def __init__(self, fakta: Fakta, awalan: str) -> None:
        self._dasar = f"{awalan}anggaran/"
        self._pagu, self._pagu_lain = _kelompok(fakta.pagu)
        self._uang, self._uang_lain = _kelompok(fakta.realisasi_anggaran)
        self._fakta = {s.kode: s for s in fakta.simpul}
        for kode in sorted((self._pagu.keys() | self._uang.keys()) - self._fakta.keys()):
            # Money is never lost: a node that vanished is listed by itself.
            self._fakta[kode] = FSimpul(kode, "", "lepas", f"Pos {kode} (tidak ada dalam pohon)", kode)
        self._anak: dict[str, list[str]] = {}
        """Children of the nodes that have any."""
        self.akar: list[str] = []
        for kode, f in self._fakta.items():
            if f.induk not in self._fakta:
                self.akar.append(kode)
            elif f.induk in self._anak:
                self._anak[f.induk].append(kode)
            else:
                self._anak[f.induk] = [kode]
        self.bagian_pagu: list[tuple[FPagu, Angka]] = []
        """Each row of pagu with its figure, for the cuts by source and kind."""
        urut = self._urutan()
        self._jadi = self._daun_biasa()
        for kode in reversed(urut):
            if kode not in self._jadi:
                self._jadi[kode] = self._satu(kode)
        self.simpul: dict[str, HasilSimpul] = {kode: self._jadi[kode] for kode in urut}
        """By full code, parents before children."""

    def _urutan(self) -> list[str]:
        urut: list[str] = []
        tumpukan = self.akar[::-1]
        while tumpukan:
            kode = tumpukan.pop()
            urut.append(kode)
            if kode in self._anak:
                tumpukan += self._anak[kode][::-1]
        if len(urut) != len(self._fakta):
            raise ValueError("the budget tree has a cycle: " + ", ".join(sorted(set(self._fakta) - set(urut))))
        return urut

    def _daun_biasa(self) -> dict[str, HasilSimpul]:
        """The usual leaves, one row of pagu and the year's realisasi: one plain loop, since a year has hundreds."""
        jadi: dict[str, HasilSimpul] = {}
        dasar, semua, uang, tambah = self._dasar, self._fakta, self._uang, self.bagian_pagu.append
        lain = self._anak.keys() | self._pagu_lain.keys() | self._uang_lain.keys()
        for kode, p in self._pagu.items():
            r = uang.get(kode)
            if r is None or r.triwulan or kode in lain or not p.nilai:
                continue
            f = semua[kode]
            alamat, uraian, pagu_rp, guna_rp = dasar + kode, f.uraian, p.nilai, r.nilai
            pagu = Angka(alamat + "/pagu", pagu_rp, 0, RP, DICATAT, uraian, None, (), None, p.sumber)
            guna = Angka(alamat + "/realisasi", guna_rp, 0, RP, DICATAT, uraian, None, (), None, r.sumber)
            tambah((p, pagu))
            mentah, bahan = bagi(guna_rp * _SERATUS, pagu_rp), (guna, pagu)
            bagian = Angka(alamat + "/persen", bulatkan(mentah, 2), 2, "%", DIHITUNG, uraian, SERAPAN, bahan, mentah)
            jadi[kode] = HasilSimpul(f, pagu, guna, bagian, SETAHUN, (), True)
        return jadi

    def _satu(self, kode: str) -> HasilSimpul:
        f, anak = self._fakta[kode], self._anak.get(kode, [])
        alamat, uraian = f"{self._dasar}{kode}", f.uraian
        pagu = self._pagu_rinci(kode, f"{alamat}/pagu", uraian, anak)
        realisasi, triwulan = (
            self._uang_induk(kode, f"{alamat}/realisasi", uraian, anak)
            if anak
            else self._uang_daun(kode, f"{alamat}/realisasi", uraian)
        )
        bagian = _persen(f"{alamat}/persen", realisasi, pagu, uraian)
        return HasilSimpul(f, pagu, realisasi, bagian, triwulan, tuple(anak), not anak)

    def _pagu_rinci(self, kode: str, alamat: str, uraian: str, anak: list[str]) -> Bahan:
        """The sum of the children, or of a leaf's rows; a parent's own rows, which should not be, count too."""
        baris = _milik(kode, self._pagu, self._pagu_lain)
        if not anak and len(baris) == 1:
            a = Angka(alamat, baris[0].nilai, 0, RP, DICATAT, uraian, None, (), None, baris[0].sumber)
            self.bagian_pagu.append((baris[0], a))
            return a
        rincian: list[Bahan] = [self._jadi[k].pagu for k in anak]
        for n, f in enumerate(baris, 1):
            kunci = ".".join(filter(None, (f.sumber_dana, f.jenis_belanja))) or "tanpa sumber"
            a = Angka(f"{alamat}/{n}", f.nilai, 0, RP, DICATAT, f"{uraian}: {kunci}", None, (), None, f.sumber)
            self.bagian_pagu.append((f, a))
            rincian.append(a)
        return jumlah_rupiah(alamat, rincian, uraian, JUMLAH_ANAK if anak else JUMLAH_RINCIAN, TANPA_PAGU)

    def _uang_daun(self, kode: str, alamat: str, uraian: str) -> Uang:
        """Money of a leaf: of the year where only that is known, else of its triwulan."""
        baris = _milik(kode, self._uang, self._uang_lain)
        if not baris:
            return TanpaNilai(TANPA_REALISASI, Tiada.KOSONG, alamat, uraian, RP), BELUM_TRIWULAN
        setahun = [f for f in baris if f.triwulan == 0]
        if setahun:
            return _baris_uang(alamat, setahun, uraian), SETAHUN
        triwulan = []
        for tw in (1, 2, 3, 4):
            milik = [f for f in baris if f.triwulan == tw]
            triwulan.append(
                _baris_uang(f"{alamat}/tw{tw}", milik, uraian)
                if milik
                else TanpaNilai(BELUM_TRIWULAN, Tiada.KOSONG, f"{alamat}/tw{tw}", uraian, RP)
            )
        return jumlah_rupiah(alamat, triwulan, uraian, JUMLAH_TRIWULAN, TANPA_REALISASI), tuple(triwulan)

    def _uang_induk(self, kode: str, alamat: str, uraian: str, anak: list[str]) -> Uang:
        """Money of a parent; no triwulan where a leaf knows the year only, since the rest would look whole."""
        bawah = [self._jadi[k] for k in anak]
        rincian = [h.realisasi for h in bawah]
        sendiri = _milik(kode, self._uang, self._uang_lain)
        if sendiri:
            rincian.append(_baris_uang(f"{alamat}/sendiri", sendiri, f"{uraian}: tanpa rincian"))
        jumlah = jumlah_rupiah(alamat, rincian, uraian, JUMLAH_ANAK, TANPA_REALISASI)
        if sendiri or any(h.tanpa_triwulan == SETAHUN for h in bawah):
            return jumlah, SETAHUN
        if all(h.tanpa_triwulan for h in bawah):
            return jumlah, BELUM_TRIWULAN
        bertriwulan = [h for h in bawah if not h.tanpa_triwulan]
        return jumlah, tuple(
            jumlah_rupiah(
                f"{alamat}/tw{tw + 1}", (h.triwulan[tw] for h in bertriwulan), uraian, JUMLAH_ANAK, BELUM_TRIWULAN
            )
            for tw in range(4)
        )


def _persen(alamat: str, realisasi: Bahan, pagu: Bahan, uraian: str) -> Bahan:
    if type(pagu) is Angka and type(realisasi) is Angka and pagu.nilai:
        mentah = bagi(realisasi.nilai * _SERATUS, pagu.nilai)
        return Angka(alamat, bulatkan(mentah, 2), 2, "%", DIHITUNG, uraian, SERAPAN, (realisasi, pagu), mentah)
    return persen(alamat, realisasi, pagu, label=uraian, cara=SERAPAN, nol=PAGU_NOL)


def _baris_uang(alamat: str, baris: list[FRealisasiAnggaran], uraian: str) -> Bahan:
    """One recorded amount, or the sum of several (one per source of funds)."""
    if len(baris) == 1:
        f = baris[0]
        return Angka(alamat, f.nilai, 0, RP, DICATAT, uraian, None, (), None, f.sumber)
    rincian = [
        Angka(f"{alamat}/{n}", f.nilai, 0, RP, DICATAT, f"{uraian}: {f.sumber_dana}", None, (), None, f.sumber)
        for n, f in enumerate(baris, 1)
    ]
    return jumlah_rupiah(alamat, rincian, uraian, JUMLAH_RINCIAN, TANPA_REALISASI)
