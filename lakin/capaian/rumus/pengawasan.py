"""Follow-up of the recommendations of internal audit."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Tiada, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.deklarasi import Contoh, Jenis, Rumus, Satuan, isian
from lakin.capaian.himpun import BANYAK, JUMLAH, SERATUS, jumlah

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas


@dataclass(frozen=True, slots=True)
class Rekomendasi:
    """One recommendation and whether it was followed up; without an audit this year, last year's with proof."""

    rekomendasi: str = isian("Rekomendasi", jenis=Jenis.TEKS)
    ditindaklanjuti: str = isian("Ditindaklanjuti", pilihan=(("ya", "Ya"), ("tidak", "Tidak")))
    surat: str = isian("Surat bukti", jenis=Jenis.TEKS, wajib=False)
    bidang: str = isian("Bidang", jenis=Jenis.TEKS, wajib=False)


class TindakLanjut(Rumus[Rekomendasi]):
    """Recommendations followed up, over all of them."""

    kode = "tindak_lanjut"
    nama = "Rekomendasi hasil pengawasan yang ditindaklanjuti"
    satuan = Satuan.PERSEN
    tulisan = "S / N × 100"
    huruf = (("S", "Rekomendasi yang ditindaklanjuti"), ("N", "Seluruh rekomendasi"))
    rujukan = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T4/SP6/b"),)
    berlaku_sejak = 2021
    baris = Rekomendasi
    desimal_baris = 0
    satuan_baris = Satuan.REKOMENDASI
    label_hasil_baris = "Selesai"
    contoh = (
        Contoh(
            tuple(Rekomendasi(f"Rekomendasi {n}", "ya") for n in range(1, 14)),
            Decimal("100.00"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, teks di bawah Tabel 3.37",
        ),
        Contoh(
            (Rekomendasi("a", "ya"), Rekomendasi("b", "tidak"), Rekomendasi("c", "ya")),
            Decimal("66.67"),
            "Pedoman T4/SP6/b: dua dari tiga rekomendasi",
        ),
    )
    cara_selesai = Cara("selesai", JUMLAH.tulisan, (("x", "1 bila sudah ditindaklanjuti"),), rujukan, berulang=True)
    cara_semua = Cara("semua", BANYAK.tulisan, (("x", "Rekomendasi"),), rujukan, berulang=True)

    def hitung(
        self, baris: Sequence[BarisJelas[Rekomendasi]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """Rows whose answer is still blank count among all, not among the followed-up."""
        hasil = tuple(b.hasil for b in baris if b.hasil is not None)
        if not any(isinstance(h, Angka) for h in hasil):
            alasan = "Belum ada rekomendasi yang jawabannya terisi."
            return TanpaNilai(alasan, Tiada.KOSONG, alamat, self.nama, self.satuan, hasil)
        selesai = jumlah(f"{alamat}/selesai", hasil, 0, label="Ditindaklanjuti", cara=self.cara_selesai)
        semua = dihitung(
            f"{alamat}/semua", self.cara_semua, hasil, Decimal(len(hasil)), 0, self.satuan_baris, "Seluruh rekomendasi"
        )
        assert isinstance(selesai, Angka)
        mentah = bagi(selesai.nilai * SERATUS, semua.nilai)
        return dihitung(alamat, self.cara, (selesai, semua), mentah, desimal, self.satuan, self.nama)

    def hasil_baris(self, baris: BarisJelas[Rekomendasi]) -> Bahan:
        """1 where it was followed up, 0 where not (also where nobody has answered yet)."""
        selesai = baris.data.ditindaklanjuti == "ya"
        alasan = "" if baris.data.ditindaklanjuti else "Belum dijawab: dihitung belum ditindaklanjuti."
        return Angka(
            f"{baris.alamat}/hasil", Decimal(int(selesai)), 0, self.satuan_baris,
            label=baris.nama, sumber=baris.sumber, alasan=alasan,
        )  # fmt: skip
