"""Index of public service."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.deklarasi import Contoh, Jenis, Kunci, Satuan, isian
from lakin.capaian.himpun import SERATUS, jumlah, tanpa
from lakin.capaian.tetap import RumusTetap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas


@dataclass(frozen=True, slots=True)
class Aspek:
    """The index of one aspect, scale 1-5."""

    aspek: str = isian("Aspek", jenis=Jenis.TEKS)
    indeks: Nilai = isian("Indeks", minimum=1, maksimum=5)


class IndeksLayananPublik(RumusTetap[Aspek]):
    """Weighted sum of six aspects; each weighted part is printed, and the sum is of the printed parts."""

    kode = "indeks_layanan_publik"
    nama = "Indeks layanan publik"
    satuan = Satuan.INDEKS
    tulisan = "jumlah(x)"
    huruf = (("x", "Indeks setiap aspek sesudah dibobot"),)
    berulang = True
    rujukan = (
        Rujukan("Permenpan RB 29/2022 sebagaimana diubah dengan Permenpan RB 4/2023"),
        Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T4/SP8/c"),
    )
    berlaku_sejak = 2021
    baris = Aspek
    kunci_tetap = "aspek"
    medan_nilai = "indeks"
    baris_tetap = (
        Kunci("kebijakan", "Kebijakan Pelayanan", bobot=Decimal(24)),
        Kunci("profesionalisme", "Profesionalisme SDM", bobot=Decimal(25)),
        Kunci("sarana", "Sarana dan Prasarana", bobot=Decimal(18)),
        Kunci("sistem_informasi", "Sistem Informasi Pelayanan Publik", bobot=Decimal(11)),
        Kunci("konsultasi", "Konsultasi dan Pengaduan", bobot=Decimal(10)),
        Kunci("inovasi", "Inovasi", bobot=Decimal(12)),
    )
    satuan_baris = Satuan.INDEKS
    label_hasil_baris = "Indeks terbobot"
    contoh = (
        Contoh(
            (
                Aspek("kebijakan", Decimal("4.88")),
                Aspek("profesionalisme", Decimal("5.00")),
                Aspek("sarana", Decimal("4.83")),
                Aspek("sistem_informasi", Decimal("4.25")),
                Aspek("konsultasi", Decimal("5.00")),
                Aspek("inovasi", Decimal("4.00")),
            ),
            Decimal("4.74"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.51",
        ),
    )
    cara_baris = Cara("indeks_terbobot", "I × W / 100", (("I", "Indeks aspek"), ("W", "Bobot (%)")), rujukan)

    def hitung(self, baris: Sequence[BarisJelas[Aspek]], *, desimal: int, alamat: str, cetak: bool = True) -> Bahan:
        """Add the weighted parts up once all six are there."""
        belum = self.lengkap(baris, alamat)
        if belum is not None:
            return belum
        bagian = [b.hasil for b in baris if b.hasil is not None]
        return jumlah(alamat, bagian, desimal, satuan=self.satuan, label=self.nama, cara=self.cara, cetak=cetak)

    def hasil_baris(self, baris: BarisJelas[Aspek]) -> Bahan | None:
        """One aspect times its weight."""
        kunci = self.kunci(baris.data.aspek)
        if kunci is None or kunci.bobot is None:
            return None
        indeks = baris.angka("indeks")
        sumber = str(self.rujukan[0])
        bobot = Angka(f"{baris.alamat}/bobot", kunci.bobot, 0, "%", label=f"{kunci.label}: bobot", sumber=sumber)
        alamat, bahan = f"{baris.alamat}/hasil", (indeks, bobot)
        if isinstance(indeks, TanpaNilai):
            return tanpa(alamat, bahan, baris.nama, self.satuan_baris, self.cara_baris)
        mentah = bagi(indeks.nilai * bobot.nilai, SERATUS)
        return dihitung(alamat, self.cara_baris, bahan, mentah, self.desimal_baris, self.satuan_baris, baris.nama)
