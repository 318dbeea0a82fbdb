"""Indicators of a unit above satkers, made of the satkers' results: one row is one satker (or one of its raw rows).

The rows are the satkers' own figures, supplied when the facts are read; nobody types them. A mean of satkers and
a ratio of their sums are two formulas, because they answer differently.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, Tiada, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.deklarasi import Contoh, Jenis, Rumus, Satuan, isian
from lakin.capaian.gabungan import mencapai
from lakin.capaian.himpun import SERATUS, jumlah, rata_rata, tanpa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas

BELUM = "Belum ada satker yang melaporkan indikator ini."
NOL = "Jumlah penyebut seluruh satker nol: rasio gabungan tidak dapat dihitung."
LAMPIRAN_III = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III"),)
SATKER = "Satker"
ASAL = "Asal angka"


@dataclass(frozen=True, slots=True)
class NilaiSatker:
    """What one satker reached."""

    satker: str = isian(SATKER, jenis=Jenis.TEKS)
    target: Nilai = isian("Target satker", wajib=False)
    nilai: Nilai = isian("Realisasi satker")
    asal: str = isian(ASAL, jenis=Jenis.ALAMAT, wajib=False)


@dataclass(frozen=True, slots=True)
class PecahanSatker:
    """Numerator and denominator of one satker."""

    satker: str = isian(SATKER, jenis=Jenis.TEKS)
    pembilang: Nilai = isian("Pembilang", minimum=0)
    penyebut: Nilai = isian("Penyebut", minimum=0)
    asal: str = isian(ASAL, jenis=Jenis.ALAMAT, wajib=False)


@dataclass(frozen=True, slots=True)
class AmbangSatker:
    """What one satker (or one row of its data) reached, beside the threshold."""

    satker: str = isian(SATKER, jenis=Jenis.TEKS)
    ambang: Nilai = isian("Ambang")
    nilai: Nilai = isian("Realisasi", wajib=False)
    asal: str = isian(ASAL, jenis=Jenis.ALAMAT, wajib=False)


class RataSatker(Rumus[NilaiSatker]):
    """Mean over the satkers that have reported; one that has not is listed and does not count."""

    kode = "gulung_rata"
    nama = "Rata-rata satker"
    satuan = Satuan.INDEKS
    tulisan = "rata_rata(x)"
    huruf = (("x", "Realisasi setiap satker yang melapor"),)
    berulang = True
    rujukan = LAMPIRAN_III
    berlaku_sejak = 2021
    baris = NilaiSatker
    digulung = True
    contoh = (
        Contoh(
            tuple(NilaiSatker(f"Satker {n}", nilai=Decimal(x)) for n, x in enumerate(("3.63", "3.66", "3.849"), 1)),
            Decimal("3.71"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.43 (tiga satker)",
        ),
        Contoh((NilaiSatker("A", nilai=Decimal(0)), NilaiSatker("B", nilai=Decimal(3))), Decimal("1.50"), "Nol ikut."),
    )

    def hitung(
        self, baris: Sequence[BarisJelas[NilaiSatker]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """The mean of those with a value."""
        sel = [b.angka("nilai") for b in baris]
        return rata_rata(alamat, sel, desimal, label=self.nama, cara=self.cara, cetak=cetak, kosong=BELUM)


class RasioSatker(Rumus[PecahanSatker]):
    """All numerators over all denominators: the pooled ratio, never the mean of the ratios."""

    kode = "gulung_rasio"
    nama = "Rasio gabungan satker"
    satuan = Satuan.PERSEN
    tulisan = "R / P × 100"
    huruf = (("R", "Jumlah pembilang satker"), ("P", "Jumlah penyebut satker"))
    rujukan = LAMPIRAN_III
    berlaku_sejak = 2021
    baris = PecahanSatker
    satuan_baris = Satuan.PERSEN
    label_hasil_baris = "Rasio satker (%)"
    digulung = True
    contoh = (
        Contoh(
            (
                PecahanSatker("A", Decimal(90), Decimal(100)),
                PecahanSatker("B", Decimal(10), Decimal(900)),
                PecahanSatker("C", Decimal(5)),
            ),
            Decimal("10.00"),
            "Rata-rata kedua rasionya 45,56; yang tanpa penyebut tidak ikut.",
        ),
    )

    def hitung(
        self, baris: Sequence[BarisJelas[PecahanSatker]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """Sum both sides of the rows that have both, then divide."""
        lengkap = [
            b for b in baris if isinstance(b.angka("pembilang"), Angka) and isinstance(b.angka("penyebut"), Angka)
        ]
        atas, bawah = (
            jumlah(f"{alamat}/jumlah/{kode}", [b.angka(kode) for b in lengkap], 0, label=label, kosong=BELUM)
            for kode, label in (("pembilang", "Jumlah pembilang"), ("penyebut", "Jumlah penyebut"))
        )
        return self._bagi(alamat, atas, bawah, desimal, self.nama)

    def hasil_baris(self, baris: BarisJelas[PecahanSatker]) -> Bahan:
        """The satker's own ratio."""
        sel = baris.angka("pembilang"), baris.angka("penyebut")
        return self._bagi(f"{baris.alamat}/hasil", *sel, self.desimal_baris, baris.nama)

    def _bagi(self, alamat: str, atas: Bahan, bawah: Bahan, desimal: int, label: str) -> Bahan:
        if isinstance(atas, TanpaNilai) or isinstance(bawah, TanpaNilai):
            return tanpa(alamat, (atas, bawah), label, self.satuan, self.cara)
        if not bawah.nilai:
            return TanpaNilai(NOL, Tiada.NA, alamat, label, self.satuan, (atas, bawah), self.cara)
        mentah = bagi(atas.nilai * SERATUS, bawah.nilai)
        return dihitung(alamat, self.cara, (atas, bawah), mentah, desimal, self.satuan, label)


class ProporsiSatker(Rumus[AmbangSatker]):
    """Share of the rows that reach the threshold (the same on each); one without a value has not reached it."""

    kode = "gulung_proporsi"
    nama = "Bagian yang mencapai ambang"
    satuan = Satuan.PERSEN
    tulisan = "R / P × 100"
    huruf = (("R", "Yang mencapai ambang"), ("P", "Seluruhnya"))
    rujukan = LAMPIRAN_III
    berlaku_sejak = 2021
    baris = AmbangSatker
    digulung = True
    contoh = (
        Contoh(
            (
                AmbangSatker("A", Decimal("70.01"), Decimal("70.01")),
                AmbangSatker("B", Decimal("70.01"), Decimal(70)),
                AmbangSatker("C", Decimal("70.01")),
            ),
            Decimal("33.33"),
            "Satu dari tiga; yang belum melapor belum mencapai.",
        ),
    )
    cara_semua = Cara("gulung_banyak", "banyak(x)", (("x", "Ambang setiap baris"),), LAMPIRAN_III, berulang=True)

    def hitung(
        self, baris: Sequence[BarisJelas[AmbangSatker]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """Count those that reach, then the share; without any value there is no share."""
        nilai = tuple(b.angka("nilai") for b in baris)
        if not any(isinstance(n, Angka) for n in nilai):
            return TanpaNilai(BELUM, Tiada.KOSONG, alamat, self.nama, self.satuan, nilai, self.cara)
        ambang = next((x.nilai for b in baris if isinstance(x := b.angka("ambang"), Angka)), Decimal(0))
        atas = mencapai(f"{alamat}/mencapai", nilai, ambang, "Yang mencapai ambang")
        semua = dihitung(
            f"{alamat}/semua", self.cara_semua, tuple(b.angka("ambang") for b in baris), Decimal(len(baris)), 0,
            "", "Seluruhnya",
        )  # fmt: skip
        mentah = bagi(atas.nilai * SERATUS, semua.nilai)
        return dihitung(alamat, self.cara, (atas, semua), mentah, desimal, self.satuan, self.nama)
