"""Formulas whose raw rows are companies: gain in performance, and how many were served."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, Tiada, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.deklarasi import Contoh, Jenis, Masalah, Rumus, Satuan, isian
from lakin.capaian.himpun import SERATUS, jumlah, rata_rata, tanpa

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakin.capaian.baris import BarisJelas

LAMPIRAN_III = "Renstra BSKJI 2021-2024, Lampiran III"
_BENTUK_USAHA = {"pt", "cv", "ud", "tbk", "persero"}
_SEBELUM_SESUDAH = (("A", "Sebelum"), ("B", "Sesudah"))


@dataclass(frozen=True, slots=True)
class Performa:
    """Performance of one company before and after the help, in its own unit."""

    perusahaan: str = isian("Perusahaan", jenis=Jenis.TEKS)
    kegiatan: str = isian("Kegiatan", jenis=Jenis.TEKS, wajib=False)
    jenis: str = isian("Jenis ukuran", pilihan=(("produktivitas", "Produktivitas"), ("efisiensi", "Efisiensi")))
    satuan_ukur: str = isian(
        "Satuan ukur",
        jenis=Jenis.TEKS,
        pesan_kosong="Satuan ukur belum diisi: nilai sebelum dan sesudah harus memakai satuan yang sama. "
        "Isi satuannya, misalnya pcs/bulan.",
    )
    sebelum: Nilai = isian(
        "Sebelum (A)",
        minimum=0,
        pesan_batas="Nilai sebelum (A) negatif. Isi nilai sebelum yang lebih dari nol, atau hapus baris ini.",
    )
    sesudah: Nilai = isian("Sesudah (B)", minimum=0)
    bukti: str = isian("Nomor bukti", jenis=Jenis.TEKS, wajib=False)


class EfisiensiPerusahaan(Rumus[Performa]):
    """Mean over companies of the gain in productivity (B - A)/A or in efficiency (A - B)/A."""

    kode = "efisiensi_perusahaan"
    nama = "Rata-rata produktivitas/efisiensi perusahaan"
    satuan = Satuan.PERSEN
    tulisan = "rata_rata(x)"
    huruf = (("x", "Produktivitas atau efisiensi setiap perusahaan (%)"),)
    berulang = True
    rujukan = (Rujukan(LAMPIRAN_III, "T3/SP1/c"), Rujukan(LAMPIRAN_III, "T1/SP3/c"))
    berlaku_sejak = 2021
    baris = Performa
    desimal_baris = 0
    satuan_baris = Satuan.PERSEN
    label_hasil_baris = "Produktivitas/efisiensi (%)"
    contoh = (
        Contoh(
            (
                Performa("IKM Yudistira", "", "produktivitas", "pcs/hari", Decimal(1500), Decimal(2700)),
                Performa("PT Indeks Industri Indonesia", "", "produktivitas", "ton/hari", Decimal("6.5"), Decimal(8)),
            ),
            Decimal("51.50"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.21",
        ),
    )
    cara_baris = {
        "produktivitas": Cara("produktivitas", "(B - A) / A × 100", _SEBELUM_SESUDAH, rujukan),
        "efisiensi": Cara("efisiensi", "(A - B) / A × 100", _SEBELUM_SESUDAH, rujukan),
    }

    def hitung(self, baris: Sequence[BarisJelas[Performa]], *, desimal: int, alamat: str, cetak: bool = True) -> Bahan:
        """The mean of the companies whose gain can be computed."""
        hasil = [b.hasil for b in baris if b.hasil is not None]
        return rata_rata(
            alamat, hasil, desimal, satuan=self.satuan, label=self.nama, cara=self.cara, cetak=cetak,
            kosong="Belum ada perusahaan yang nilai sebelum dan sesudahnya terisi.",
        )  # fmt: skip

    def hasil_baris(self, baris: BarisJelas[Performa]) -> Bahan:
        """The gain of one company, in whole percent."""
        cara = self.cara_baris.get(baris.data.jenis, self.cara_baris["produktivitas"])
        alamat = f"{baris.alamat}/hasil"
        bahan = (baris.angka("sebelum"), baris.angka("sesudah"))
        sebelum, sesudah = baris.data.sebelum, baris.data.sesudah
        if isinstance(sebelum, Tiada) or isinstance(sesudah, Tiada):
            return tanpa(alamat, bahan, baris.nama, self.satuan_baris, cara)
        if not sebelum:
            alasan = f"Nilai sebelum (A) pada {baris.nama} nol: produktivitas tidak dapat dihitung."
            return TanpaNilai(alasan, Tiada.NA, alamat, baris.nama, self.satuan_baris, bahan, cara)
        selisih = sesudah - sebelum if cara.kode == "produktivitas" else sebelum - sesudah
        mentah = bagi(selisih * SERATUS, sebelum)
        return dihitung(alamat, cara, bahan, mentah, self.desimal_baris, self.satuan_baris, baris.nama)

    def periksa(self, isi: Mapping[str, Nilai | str]) -> list[Masalah]:
        """A = 0 gets a sentence that says which figure is lost by it."""
        if isi.get("sebelum") != Decimal(0):
            return []
        ukuran = "efisiensi" if isi.get("jenis") == "efisiensi" else "produktivitas"
        pesan = (
            f"Nilai sebelum (A) nol: {ukuran} tidak dapat dihitung. "
            "Isi nilai sebelum yang lebih dari nol, atau hapus baris ini."
        )
        return [Masalah("sebelum", pesan)]


@dataclass(frozen=True, slots=True)
class Fasilitasi:
    """One agreement or order by which a company was served."""

    perusahaan: str = isian("Perusahaan", jenis=Jenis.TEKS)
    kegiatan: str = isian("Kegiatan", jenis=Jenis.TEKS, wajib=False)
    nomor: str = isian("Nomor bukti", jenis=Jenis.TEKS, wajib=False)
    tanggal: str = isian("Tanggal bukti", jenis=Jenis.TANGGAL, wajib=False)
    jenis_bukti: str = isian("Jenis bukti", jenis=Jenis.TEKS, wajib=False)


class JumlahPerusahaan(Rumus[Fasilitasi]):
    """Count of companies served: companies, not agreements."""

    kode = "jumlah_perusahaan"
    nama = "Jumlah perusahaan yang difasilitasi"
    satuan = Satuan.PERUSAHAAN
    tulisan = "jumlah(x)"
    huruf = (("x", "1 untuk perusahaan yang baru, 0 untuk perusahaan yang sudah dihitung"),)
    berulang = True
    rujukan = (Rujukan(LAMPIRAN_III, "T1/SP2/b"), Rujukan(LAMPIRAN_III, "T1/SP2/d"))
    berlaku_sejak = 2021
    baris = Fasilitasi
    desimal_baris = 0
    satuan_baris = Satuan.PERUSAHAAN
    label_hasil_baris = "Dihitung"
    contoh = (
        Contoh(
            (Fasilitasi("PT Lucky Indah Keramik", "", "1885/BBSPJIKMNL/HK.06/V/2022", "2022-05-30", "SPK"),),
            Decimal(1),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.13",
            0,
        ),
        Contoh(
            (Fasilitasi("PT. Timah, Tbk"), Fasilitasi("PT Jui Shin Indonesia"), Fasilitasi("PT Timah Tbk")),
            Decimal(2),
            "Pedoman T1/SP2/d: yang dihitung perusahaan, bukan naskah perjanjian",
            0,
        ),
    )

    def hitung(
        self, baris: Sequence[BarisJelas[Fasilitasi]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """One for each company, however many agreements it has."""
        hasil = [b.hasil for b in baris if b.hasil is not None]
        return jumlah(
            alamat, hasil, desimal, satuan=self.satuan, label=self.nama, cara=self.cara, cetak=cetak,
            kosong="Belum ada perusahaan yang tercatat.",
        )  # fmt: skip

    def siapkan(self, baris: Sequence[BarisJelas[Fasilitasi]]) -> None:
        """Count a company on its earliest row, so that the count of a triwulan is never less than the one before."""
        pertama: dict[str, BarisJelas[Fasilitasi]] = {}
        for b in sorted(baris, key=lambda b: (b.tanggal or date.max, b.urut)):
            kunci = nama_baku(b.data.perusahaan)
            if not kunci:
                b.hasil = TanpaNilai("Nama perusahaan belum diisi.", Tiada.KOSONG, f"{b.alamat}/hasil", b.nama)
                continue
            awal = pertama.setdefault(kunci, b)
            alasan = "" if awal is b else f"Perusahaan yang sama sudah dihitung pada baris {awal.urut}."
            nilai = Decimal(1 if awal is b else 0)
            b.hasil = Angka(
                f"{b.alamat}/hasil", nilai, 0, self.satuan_baris, label=b.nama, sumber=b.sumber, alasan=alasan
            )


def nama_baku(nama: str) -> str:
    """A company's name without spelling accidents: 'PT. Timah, Tbk' is 'PT Timah Tbk'."""
    bersih = "".join(h if h.isalnum() else " " for h in nama.casefold()).split()
    return " ".join(kata for kata in bersih if kata not in _BENTUK_USAHA) or " ".join(bersih)
