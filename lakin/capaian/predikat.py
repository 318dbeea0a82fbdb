"""Status of a figure on a scale that is data; what is wrong with a scale is reported."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import tulis
from lakin.capaian.angka_jelas import Angka

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.angka_jelas import Bahan
    from lakin.capaian.fakta import Pita


def status(skala: Sequence[Pita], angka: Bahan) -> Pita | None:
    """The band that the printed value falls into; None without a value or in a gap."""
    return pita(skala, angka.nilai) if isinstance(angka, Angka) else None


def pita(skala: Sequence[Pita], nilai: Decimal) -> Pita | None:
    """The first band that holds the value, both ends inclusive."""
    for p in skala:
        if (p.bawah is None or nilai >= p.bawah) and (p.atas is None or nilai <= p.atas):
            return p
    return None


def periksa_skala(skala: Sequence[Pita], desimal: int = 2) -> list[str]:
    """What is wrong with a scale: bands upside down, gaps and overlaps at the printed decimals."""
    langkah = Decimal((0, (1,), -desimal))
    masalah = [
        f"Pita {p.nama}: batas bawah {tulis(p.bawah)} lebih besar dari batas atas {tulis(p.atas)}."
        for p in skala
        if p.bawah is not None and p.atas is not None and p.bawah > p.atas
    ]
    urut = sorted(skala, key=lambda p: (p.bawah is not None, p.bawah or Decimal(0)))
    for kiri, kanan in zip(urut, urut[1:], strict=False):
        if kiri.atas is None or kanan.bawah is None or kanan.bawah <= kiri.atas:
            masalah.append(f"Pita {kiri.nama} dan {kanan.nama} tumpang tindih. Ubah salah satu batasnya.")
        elif kanan.bawah - kiri.atas > langkah:
            dari, sampai = tulis(kiri.atas + langkah), tulis(kanan.bawah - langkah)
            masalah.append(f"Nilai {dari} sampai {sampai} tidak termasuk pita mana pun. Tutup celah itu.")
    return masalah
