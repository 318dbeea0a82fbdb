"""Value of the financial report as the ministry's finance bureau gives it."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Nilai
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.deklarasi import Contoh, Jenis, Kunci, Satuan, isian
from lakin.capaian.tetap import JumlahUnsur


@dataclass(frozen=True, slots=True)
class Kategori:
    """The value of one category of the assessment."""

    kategori: str = isian("Kategori", jenis=Jenis.TEKS)
    nilai: Nilai = isian("Nilai", minimum=0, maksimum=100)


class LaporanKeuangan(JumlahUnsur[Kategori]):
    """Sum of four categories; the assessment does not publish their maxima."""

    kode = "laporan_keuangan"
    nama = "Nilai laporan keuangan"
    satuan = Satuan.NILAI
    tulisan = "jumlah(x)"
    huruf = (("x", "Nilai setiap kategori"),)
    berulang = True
    rujukan = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T4/SP9/b"),)
    berlaku_sejak = 2021
    baris = Kategori
    kunci_tetap = "kategori"
    baris_tetap = (
        Kunci("sap", "Kesesuaian dengan SAP"),
        Kunci("informasi", "Kecukupan informasi"),
        Kunci("pengendalian", "Efektivitas pengendalian intern"),
        Kunci("ketaatan", "Ketaatan terhadap peraturan perundangan"),
    )
    contoh = (
        Contoh(
            (
                Kategori("sap", Decimal(22)),
                Kategori("informasi", Decimal(61)),
                Kategori("pengendalian", Decimal(3)),
                Kategori("ketaatan", Decimal(10)),
            ),
            Decimal("96.00"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.59",
        ),
    )
