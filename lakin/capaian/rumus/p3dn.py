"""Use of domestic products in procurement."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Nilai, Tiada, bagi
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dihitung
from lakin.capaian.deklarasi import Contoh, Jenis, Rumus, Satuan, isian
from lakin.capaian.himpun import SERATUS, jumlah, tanpa

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.baris import BarisJelas

NOL = "Jumlah pagu akun terpilih nol: persentase penggunaan produk dalam negeri tidak dapat dihitung."


@dataclass(frozen=True, slots=True)
class BelanjaAkun:
    """Ceiling and domestic spending of one of the chosen accounts."""

    uraian: str = isian("Uraian akun", jenis=Jenis.TEKS)
    pagu: Nilai = isian("Pagu", Satuan.RUPIAH, 0, minimum=0)
    pdn: Nilai = isian("Realisasi PDN", Satuan.RUPIAH, 0, minimum=0)
    tkdn: Nilai = isian("Realisasi TKDN", Satuan.RUPIAH, 0, minimum=0)
    impor: Nilai = isian("Realisasi impor", Satuan.RUPIAH, 0, minimum=0, wajib=False)
    akun: str = isian("Akun", jenis=Jenis.TEKS, wajib=False)
    sumber_dana: str = isian("Sumber dana", jenis=Jenis.TEKS, wajib=False)


class P3DN(Rumus[BelanjaAkun]):
    """Realised domestic products (PDN + TKDN) over the ceiling of the chosen accounts."""

    kode = "p3dn"
    nama = "Persentase penggunaan produk dalam negeri"
    satuan = Satuan.PERSEN
    tulisan = "(D + T) / P × 100"
    huruf = (("D", "Jumlah realisasi PDN"), ("T", "Jumlah realisasi TKDN"), ("P", "Jumlah pagu akun terpilih"))
    rujukan = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III", "T1/SP3/d"),)
    berlaku_sejak = 2021
    baris = BelanjaAkun
    satuan_baris = Satuan.PERSEN
    label_hasil_baris = "PDN + TKDN (%)"
    contoh = (
        Contoh(
            (BelanjaAkun("Seluruh akun", Decimal(6464414000), Decimal(4821453892), Decimal(413893950)),),
            Decimal("80.99"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.35 (nomor 3)",
        ),
        Contoh(
            (BelanjaAkun("Seluruh akun", Decimal(1722124000), Decimal(1589896290), Decimal(24142500)),),
            Decimal("93.72"),
            "LAKIN 2023 BBSPJI Keramik dan Mineral Nonlogam, Tabel 3.35 (nomor 2)",
        ),
    )

    def hitung(
        self, baris: Sequence[BarisJelas[BelanjaAkun]], *, desimal: int, alamat: str, cetak: bool = True
    ) -> Bahan:
        """Sum the accounts, then the share."""
        pdn, tkdn, pagu = (
            jumlah(f"{alamat}/jumlah/{kode}", [b.angka(kode) for b in baris], 0, satuan=Satuan.RUPIAH, label=label)
            for kode, label in (("pdn", "Jumlah PDN"), ("tkdn", "Jumlah TKDN"), ("pagu", "Jumlah pagu"))
        )
        return self._bagian(alamat, (pdn, tkdn, pagu), desimal, self.nama)

    def hasil_baris(self, baris: BarisJelas[BelanjaAkun]) -> Bahan:
        """The share of one account."""
        sel = (baris.angka("pdn"), baris.angka("tkdn"), baris.angka("pagu"))
        return self._bagian(f"{baris.alamat}/hasil", sel, self.desimal_baris, baris.nama)

    def _bagian(self, alamat: str, sel: tuple[Bahan, Bahan, Bahan], desimal: int, label: str) -> Bahan:
        pdn, tkdn, pagu = sel
        cara: Cara = self.cara
        if isinstance(pagu, TanpaNilai) or (isinstance(pdn, TanpaNilai) and isinstance(tkdn, TanpaNilai)):
            return tanpa(alamat, sel, label, self.satuan, cara)
        if not pagu.nilai:
            return TanpaNilai(NOL, Tiada.NA, alamat, label, self.satuan, sel, cara)
        bahan = sel
        if isinstance(pdn, TanpaNilai) or isinstance(tkdn, TanpaNilai):
            cara, bahan = self.cara_pdn if isinstance(tkdn, TanpaNilai) else self.cara_tkdn, sel
        atas = sum((s.nilai for s in (pdn, tkdn) if isinstance(s, Angka)), Decimal(0))
        return dihitung(alamat, cara, bahan, bagi(atas * SERATUS, pagu.nilai), desimal, self.satuan, label)

    cara_pdn = Cara("p3dn_tanpa_tkdn", "D / P × 100", huruf, rujukan)
    cara_tkdn = Cara("p3dn_tanpa_pdn", "T / P × 100", huruf, rujukan)
