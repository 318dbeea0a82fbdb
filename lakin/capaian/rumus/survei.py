"""Indices that come out of surveys."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, Tiada
from lakin.capaian.angka_jelas import Bahan, Rujukan, TanpaNilai
from lakin.capaian.deklarasi import Contoh, Jenis, Kunci, Rumus, Satuan, isian
from lakin.capaian.fakta import Pita
from lakin.capaian.himpun import rata_rata
from lakin.capaian.tetap import RumusTetap

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas

LAMPIRAN_III = "Renstra BSKJI 2021-2024, Lampiran III"

MUTU_IKM = (
    Pita("tidak_baik", "Tidak baik", Decimal("1.00"), Decimal("2.5999")),
    Pita("kurang_baik", "Kurang baik", Decimal("2.60"), Decimal("3.0643")),
    Pita("baik", "Baik", Decimal("3.0644"), Decimal("3.5323")),
    Pita("sangat_baik", "Sangat baik", Decimal("3.5324"), Decimal("4.00")),
)
"""Quality of service by the index of satisfaction, scale 1-4, four decimals."""


@dataclass(frozen=True, slots=True)
class IndeksLayanan:
    """The index of one service and how many answered."""

    layanan: str = isian("Layanan", jenis=Jenis.TEKS)
    indeks: Nilai = isian("Indeks", minimum=1, maksimum=4)
    responden: Nilai = isian("Responden", Satuan.ORANG, 0, minimum=0, wajib=False)


class IndeksSurvei(Rumus[IndeksLayanan]):
    """The recorded index of public satisfaction; its services stand beside it and do not make it."""

    kode = "indeks_survei"
    nama = "Indeks kepuasan masyarakat"
    satuan = Satuan.INDEKS
    tulisan = "I"
    huruf = (("I", "Indeks hasil survei yang dicatat"),)
    rujukan = (Rujukan(LAMPIRAN_III, "T2/SP5/b"),)
    berlaku_sejak = 2021
    baris = IndeksLayanan
    dari_baris = False
    contoh = ()

    def hitung(
        self, baris: Sequence[BarisJelas[IndeksLayanan]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """No value: respondents weigh the services, and the survey's own computation is not in the rows."""
        alasan = "Indeks survei dicatat dari laporan survei, tidak dihitung dari indeks setiap layanan."
        return TanpaNilai(alasan, Tiada.NA, alamat, self.nama, self.satuan)


@dataclass(frozen=True, slots=True)
class IndeksAspek:
    """The index of one aspect of a facilitation."""

    aspek: str = isian("Aspek", jenis=Jenis.TEKS)
    indeks: Nilai = isian("Indeks", minimum=0)


class Kepuasan(RumusTetap[IndeksAspek]):
    """Satisfaction of facilitated companies: the mean over three aspects."""

    kode = "kepuasan"
    nama = "Tingkat kepuasan perusahaan"
    satuan = Satuan.INDEKS
    tulisan = "rata_rata(x)"
    huruf = (("x", "Indeks setiap aspek"),)
    berulang = True
    rujukan = (Rujukan(LAMPIRAN_III, "T1/SP2/c"), Rujukan(LAMPIRAN_III, "T1/SP2/e"))
    berlaku_sejak = 2024
    baris = IndeksAspek
    kunci_tetap = "aspek"
    medan_nilai = "indeks"
    baris_tetap = (
        Kunci("materi", "Materi/substansi"),
        Kunci("manusia", "Manusia"),
        Kunci("penyelenggaraan", "Penyelenggaraan"),
    )
    contoh = (
        Contoh(
            (
                IndeksAspek("materi", Decimal("3.50")),
                IndeksAspek("manusia", Decimal("3.80")),
                IndeksAspek("penyelenggaraan", Decimal("3.61")),
            ),
            Decimal("3.64"),
            "Pedoman T1/SP2/c: rata-rata indeks tiga aspek",
        ),
    )

    def hitung(
        self, baris: Sequence[BarisJelas[IndeksAspek]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """All three aspects, or no value: a mean over two would look like the whole."""
        belum = self.lengkap(baris, alamat)
        if belum is not None:
            return belum
        sel = [b.angka("indeks") for b in baris]
        return rata_rata(alamat, sel, desimal, satuan=self.satuan, label=self.nama, cara=self.cara, cetak=cetak)
