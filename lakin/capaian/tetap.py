"""What formulas with fixed rows share: every row must be there once, and the whole is their sum."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar, TypeVar

from lakin.angka import Nilai, Tiada, tulis
from lakin.capaian.angka_jelas import Bahan, TanpaNilai
from lakin.capaian.deklarasi import Masalah, Rumus
from lakin.capaian.himpun import jumlah

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from lakin.capaian.baris import BarisJelas

D = TypeVar("D")


class RumusTetap(Rumus[D]):
    """A formula over rows that the rule names; without one of them there is no value."""

    medan_nilai: ClassVar[str] = "nilai"

    def lengkap(self, baris: Sequence[BarisJelas[D]], alamat: str) -> TanpaNilai | None:
        """The reason why there is no value yet: a fixed row that is missing, blank or doubled."""
        sel = tuple(b.angka(self.medan_nilai) for b in baris)
        ada: dict[str, int] = {}
        for b in baris:
            kunci = self.kunci(str(getattr(b.data, self.kunci_tetap)))
            if kunci and getattr(b.data, self.medan_nilai) is not Tiada.KOSONG:
                ada[kunci.kode] = ada.get(kunci.kode, 0) + 1
        kurang = [k.label for k in self.baris_tetap if k.kode not in ada]
        ganda = [k.label for k in self.baris_tetap if ada.get(k.kode, 0) > 1]
        if not kurang and not ganda:
            return None
        alasan = f"{', '.join(kurang)} belum diisi." if kurang else f"{', '.join(ganda)} terisi lebih dari sekali."
        return TanpaNilai(alasan, Tiada.KOSONG, alamat, self.nama, self.satuan, sel)

    def periksa(self, isi: Mapping[str, Nilai | str]) -> list[Masalah]:
        """The key must be one of the rule's."""
        teks = isi.get(self.kunci_tetap)
        if not isinstance(teks, str) or not teks or self.kunci(teks):
            return []
        nama = ", ".join(k.label for k in self.baris_tetap)
        return [Masalah(self.kunci_tetap, f"'{teks}' tidak dikenal. Pilih salah satu: {nama}.")]


class JumlahUnsur(RumusTetap[D]):
    """The sum of the values of the fixed rows."""

    def hitung(self, baris: Sequence[BarisJelas[D]], *, desimal: int, alamat: str, cetak: bool = True) -> Bahan:
        """Add the components up once all of them are there."""
        belum = self.lengkap(baris, alamat)
        if belum is not None:
            return belum
        sel = [b.angka(self.medan_nilai) for b in baris]
        return jumlah(alamat, sel, desimal, satuan=self.satuan, label=self.nama, cara=self.cara, cetak=cetak)


def batas_unsur(rumus: Rumus[Any]) -> str:
    """The maxima of the fixed rows in one line, for the head of the entry grid."""
    return ", ".join(f"{k.label} paling besar {tulis(k.maksimum)}" for k in rumus.baris_tetap if k.maksimum is not None)
