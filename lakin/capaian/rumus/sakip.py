"""Result of the yearly evaluation of the accountability system."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Nilai
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.deklarasi import Contoh, Jenis, Kunci, Satuan, isian
from lakin.capaian.fakta import Pita
from lakin.capaian.tetap import JumlahUnsur

PREDIKAT_SAKIP = (
    Pita("D", "D", Decimal(0), Decimal(30)),
    Pita("C", "C", Decimal("30.01"), Decimal(50)),
    Pita("CC", "CC", Decimal("50.01"), Decimal(60)),
    Pita("B", "B", Decimal("60.01"), Decimal(70)),
    Pita("BB", "BB", Decimal("70.01"), Decimal(80)),
    Pita("A", "A", Decimal("80.01"), Decimal(90)),
    Pita("AA", "AA", Decimal("90.01"), Decimal(100)),
)
"""Letters of the whole value (Permenpan RB 88/2021), two decimals."""


@dataclass(frozen=True, slots=True)
class Komponen:
    """The value of one component of the evaluation."""

    komponen: str = isian("Komponen", jenis=Jenis.TEKS)
    nilai: Nilai = isian("Nilai", minimum=0)


class Sakip(JumlahUnsur[Komponen]):
    """Sum of four components, each with its maximum."""

    kode = "sakip"
    nama = "Nilai akuntabilitas kinerja"
    satuan = Satuan.NILAI
    tulisan = "jumlah(x)"
    huruf = (("x", "Nilai setiap komponen"),)
    berulang = True
    rujukan = (
        Rujukan("Permenpan RB 88/2021"),
        Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T4/SP9/a"),
    )
    berlaku_sejak = 2021
    baris = Komponen
    kunci_tetap = "komponen"
    baris_tetap = (
        Kunci("perencanaan", "Perencanaan Kinerja", Decimal(30)),
        Kunci("pengukuran", "Pengukuran Kinerja", Decimal(30)),
        Kunci("pelaporan", "Pelaporan Kinerja", Decimal(15)),
        Kunci("evaluasi", "Evaluasi Akuntabilitas Kinerja Internal", Decimal(25)),
    )
    contoh = (
        Contoh(
            (
                Komponen("perencanaan", Decimal("24.30")),
                Komponen("pengukuran", Decimal("23.70")),
                Komponen("pelaporan", Decimal("12.45")),
                Komponen("evaluasi", Decimal("18.00")),
            ),
            Decimal("78.45"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.55",
        ),
    )
