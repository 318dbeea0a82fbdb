"""Growth of this year over the last: of one amount, and of the sum over services."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, Tiada, bagi
from lakin.capaian.angka_jelas import Bahan, Cara, Rujukan, TanpaNilai, dihitung, nilai_pakai, versi
from lakin.capaian.deklarasi import Contoh, Jenis, Rumus, Satuan, isian
from lakin.capaian.himpun import SERATUS, jumlah, tanpa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas

LAMPIRAN_III = "Renstra BSKJI 2021-2024, Lampiran III"
TULISAN = "(B - A) / A × 100"
NOL = "Nilai tahun lalu nol: pertumbuhan tidak terdefinisi."


def tumbuh(alamat: str, lalu: Bahan, ini: Bahan, cara: Cara, desimal: int, label: str, *, cetak: bool = True) -> Bahan:
    """(B - A) / A × 100; may be negative."""
    bahan = (lalu, ini)
    if isinstance(lalu, TanpaNilai) or isinstance(ini, TanpaNilai):
        return tanpa(alamat, bahan, label, Satuan.PERSEN, cara)
    a, b = nilai_pakai(lalu, cetak), nilai_pakai(ini, cetak)
    if not a:
        return TanpaNilai(NOL, Tiada.NA, alamat, label, Satuan.PERSEN, bahan, cara)
    return dihitung(alamat, versi(cara, cetak), bahan, bagi((b - a) * SERATUS, a), desimal, Satuan.PERSEN, label)


@dataclass(frozen=True, slots=True)
class DuaTahun:
    """One amount in two years."""

    lalu: Nilai = isian("Tahun lalu (A)", minimum=0)
    ini: Nilai = isian("Tahun ini (B)", minimum=0)


class Pertumbuhan(Rumus[DuaTahun]):
    """Growth of one amount over last year's."""

    kode = "pertumbuhan"
    nama = "Pertumbuhan terhadap tahun lalu"
    satuan = Satuan.PERSEN
    tulisan = TULISAN
    huruf = (("A", "Tahun lalu"), ("B", "Tahun ini"))
    rujukan = (Rujukan(LAMPIRAN_III, "T1/SP3/e"),)
    berlaku_sejak = 2021
    baris = DuaTahun
    maks_baris = 1
    contoh = (
        Contoh(
            (DuaTahun(Decimal(6916876750), Decimal(8739521210)),),
            Decimal("26.35"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.25 (jumlah 2022 dan 2023)",
        ),
        Contoh(
            (DuaTahun(Decimal(5937452500), Decimal(3881438150)),),
            Decimal("-34.63"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.25 dan 3.26 (2021)",
        ),
    )

    def hitung(self, baris: Sequence[BarisJelas[DuaTahun]], *, desimal: int, alamat: str, cetak: bool = True) -> Bahan:
        """The growth of the only row."""
        if len(baris) != 1:
            alasan = f"Rumus ini memerlukan tepat satu baris data dasar, yang ada {len(baris)}."
            return TanpaNilai(alasan, Tiada.KOSONG, alamat, self.nama, self.satuan)
        lalu, ini = baris[0].angka("lalu"), baris[0].angka("ini")
        return tumbuh(alamat, lalu, ini, self.cara, desimal, self.nama, cetak=cetak)


@dataclass(frozen=True, slots=True)
class LayananDuaTahun:
    """What one service brought in or delivered, in two years."""

    layanan: str = isian("Layanan", jenis=Jenis.TEKS)
    lalu: Nilai = isian("Tahun lalu (A)", minimum=0)
    ini: Nilai = isian("Tahun ini (B)", minimum=0)
    kode_layanan: str = isian("Kode layanan", jenis=Jenis.TEKS, wajib=False)
    ukuran: str = isian("Ukuran", jenis=Jenis.TEKS, wajib=False)


class PertumbuhanLayanan(Rumus[LayananDuaTahun]):
    """Growth of the sum over services; a service that is N/A in a year is left out of that year."""

    kode = "pertumbuhan_layanan"
    nama = "Pertumbuhan jumlah seluruh layanan"
    satuan = Satuan.PERSEN
    tulisan = TULISAN
    huruf = (("A", "Jumlah seluruh layanan tahun lalu"), ("B", "Jumlah seluruh layanan tahun ini"))
    rujukan = (Rujukan(LAMPIRAN_III, "T1/SP3/e"), Rujukan(LAMPIRAN_III, "T1/SP3/f"))
    berlaku_sejak = 2021
    baris = LayananDuaTahun
    satuan_baris = Satuan.PERSEN
    label_hasil_baris = "Pertumbuhan (%)"
    contoh = (
        Contoh(
            (
                LayananDuaTahun("Sertifikasi", Decimal(99), Decimal(134)),
                LayananDuaTahun("Pengujian", Decimal(1504), Decimal(1684)),
                LayananDuaTahun("Kalibrasi", Decimal(28), Decimal(4)),
                LayananDuaTahun("Bimbingan teknis", Decimal(104), Decimal(49)),
                LayananDuaTahun("Optimalisasi", Decimal(1), Decimal(9)),
                LayananDuaTahun("Konsultansi", Decimal(2), Decimal(3)),
            ),
            Decimal("8.34"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.30",
        ),
    )
    cara_baris = Cara("pertumbuhan_baris", TULISAN, Pertumbuhan.huruf, rujukan)

    def hitung(
        self, baris: Sequence[BarisJelas[LayananDuaTahun]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """Sum both years over the services, then the growth of the sums."""
        sel_lalu, sel_ini = [b.angka("lalu") for b in baris], [b.angka("ini") for b in baris]
        lalu = jumlah(f"{alamat}/jumlah/lalu", sel_lalu, _desimal(sel_lalu), label="Jumlah tahun lalu")
        ini = jumlah(f"{alamat}/jumlah/ini", sel_ini, _desimal(sel_ini), label="Jumlah tahun ini")
        return tumbuh(alamat, lalu, ini, self.cara, desimal, self.nama, cetak=cetak)

    def hasil_baris(self, baris: BarisJelas[LayananDuaTahun]) -> Bahan:
        """The growth of one service; none where it had nothing last year."""
        lalu, ini = baris.angka("lalu"), baris.angka("ini")
        return tumbuh(f"{baris.alamat}/hasil", lalu, ini, self.cara_baris, self.desimal_baris, baris.nama)


def _desimal(sel: Sequence[Bahan]) -> int:
    return max((s.desimal for s in sel if not isinstance(s, TanpaNilai)), default=0)
