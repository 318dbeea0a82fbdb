"""Roll-ups: an indicator of the level above, made of the satkers' own figures."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, Cara, Rujukan, TanpaNilai, dicatat, dihitung
from lakin.capaian.himpun import jumlah, persen, rata_rata

if TYPE_CHECKING:
    from collections.abc import Sequence

LAMPIRAN_III = (Rujukan("Renstra BSKJI 2021-2024, Lampiran III"),)
_SATKER = (("x", "Nilai setiap satker"),)
RATA_SATKER = Cara("rata_satker", "rata_rata(x)", _SATKER, LAMPIRAN_III, berulang=True)
JUMLAH_SATKER = Cara("jumlah_satker", "jumlah(x)", _SATKER, LAMPIRAN_III, berulang=True)
JUMLAH_KUMULATIF = Cara("jumlah_kumulatif", "jumlah(x)", (("x", "Setiap tahun"),), LAMPIRAN_III, berulang=True)
BANYAK_SATKER = Cara("banyak_satker", "banyak(x)", _SATKER, LAMPIRAN_III, berulang=True)
PROPORSI = Cara(
    "proporsi_ambang", "R / P × 100", (("R", "Satker yang mencapai"), ("P", "Seluruh satker")), LAMPIRAN_III
)
RASIO = Cara("rasio_gabungan", "R / P × 100", (("R", "Jumlah pembilang"), ("P", "Jumlah penyebut")), LAMPIRAN_III)


def mencapai(alamat: str, anggota: Sequence[Bahan], ambang: Decimal, label: str = "") -> Angka:
    """How many satkers have at least the threshold."""
    batas = f"{ambang:f}".replace(".", ",")
    cara = Cara("mencapai_ambang", f"banyak(x ≥ {batas})", _SATKER, LAMPIRAN_III, berulang=True)
    banyak = sum(1 for b in anggota if isinstance(b, Angka) and b.nilai >= ambang)
    return dihitung(alamat, cara, tuple(anggota), Decimal(banyak), 0, "Satker", label)


def proporsi_ambang(
    alamat: str, anggota: Sequence[Bahan], ambang: Decimal, *, jumlah_satker: int | None = None, label: str = ""
) -> Bahan:
    """Share of satkers that reach a threshold.

    ``jumlah_satker`` is the number that the manual names (29, or the 24 balai);
    without it, every satker that the indicator applies to. A satker that has
    not reported has not reached; one to which it does not apply counts nowhere.
    """
    ikut = [b for b in anggota if isinstance(b, Angka) or b.keadaan is Tiada.KOSONG]
    if not ikut and jumlah_satker is None:
        alasan = "Belum ada satker yang melaporkan indikator ini."
        return TanpaNilai(alasan, Tiada.KOSONG, alamat, label, "%", tuple(anggota), PROPORSI)
    semua: Bahan
    if jumlah_satker is None:
        semua = Angka(f"{alamat}/satker", Decimal(len(ikut)), 0, "Satker", label="Satker yang memiliki indikator ini")
    else:
        semua = dicatat(f"{alamat}/satker", Decimal(jumlah_satker), 0, "Satker", "Jumlah satker", str(LAMPIRAN_III[0]))
    atas = mencapai(f"{alamat}/mencapai", ikut, ambang, "Satker yang mencapai")
    return persen(alamat, atas, semua, label=label, cara=PROPORSI, nol="Tidak ada satker yang dihitung.")


def rata_satker(alamat: str, anggota: Sequence[Bahan], desimal: int, *, satuan: str = "", label: str = "") -> Bahan:
    """Mean over the satkers that have a value."""
    kosong = "Belum ada satker yang melaporkan indikator ini."
    return rata_rata(alamat, anggota, desimal, satuan=satuan, label=label, cara=RATA_SATKER, kosong=kosong)


def rasio_gabungan(alamat: str, anggota: Sequence[tuple[Bahan, Bahan]], *, label: str = "") -> Bahan:
    """Pooled ratio: all numerators over all denominators, never the mean of the ratios.

    A satker that lacks either side is left out of both.
    """
    lengkap = [(a, b) for a, b in anggota if isinstance(a, Angka) and isinstance(b, Angka)]
    pembilang = _jumlah(f"{alamat}/pembilang", [a for a, _ in lengkap], "Jumlah pembilang")
    penyebut = _jumlah(f"{alamat}/penyebut", [b for _, b in lengkap], "Jumlah penyebut")
    return persen(alamat, pembilang, penyebut, label=label, cara=RASIO)


def jumlah_kumulatif(alamat: str, tahunan: Sequence[Bahan], *, satuan: str = "", label: str = "") -> Bahan:
    """Count over the years so far."""
    kosong = "Belum ada tahun yang terisi."
    return jumlah(alamat, tahunan, _desimal(tahunan), satuan=satuan, label=label, cara=JUMLAH_KUMULATIF, kosong=kosong)


def _jumlah(alamat: str, bagian: Sequence[Bahan], label: str) -> Bahan:
    kosong = "Belum ada satker yang melaporkan indikator ini."
    return jumlah(alamat, bagian, _desimal(bagian), label=label, cara=JUMLAH_SATKER, kosong=kosong)


def _desimal(bagian: Sequence[Bahan]) -> int:
    return max((b.desimal for b in bagian if isinstance(b, Angka)), default=0)
