"""Index of professionalism of the civil service."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Nilai
from lakin.capaian.angka_jelas import Rujukan
from lakin.capaian.deklarasi import Contoh, Jenis, Kunci, Satuan, isian
from lakin.capaian.tetap import JumlahUnsur


@dataclass(frozen=True, slots=True)
class Unsur:
    """The mean value of one dimension."""

    unsur: str = isian("Dimensi", jenis=Jenis.TEKS)
    nilai: Nilai = isian("Nilai", minimum=0)


class IPASN(JumlahUnsur[Unsur]):
    """Sum of four dimensions, each with its maximum."""

    kode = "ip_asn"
    nama = "Indeks Profesionalitas ASN"
    satuan = Satuan.INDEKS
    tulisan = "jumlah(x)"
    huruf = (("x", "Nilai setiap dimensi"),)
    berulang = True
    rujukan = (
        Rujukan("Peraturan BKN 8/2019"),
        Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T4/SP7/a"),
    )
    berlaku_sejak = 2019
    baris = Unsur
    kunci_tetap = "unsur"
    baris_tetap = (
        Kunci("kualifikasi", "Kualifikasi", Decimal(25)),
        Kunci("kompetensi", "Kompetensi", Decimal(40)),
        Kunci("kinerja", "Kinerja", Decimal(30)),
        Kunci("disiplin", "Disiplin", Decimal(5)),
    )
    contoh = (
        Contoh(
            (
                Unsur("kualifikasi", Decimal("22.07")),
                Unsur("kompetensi", Decimal("31.53")),
                Unsur("kinerja", Decimal("27.59")),
                Unsur("disiplin", Decimal("5.00")),
            ),
            Decimal("86.19"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, uraian Indikator VI.1",
        ),
    )
