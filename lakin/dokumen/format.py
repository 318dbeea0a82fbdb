"""How a figure is written in a cell, in running text, and as a bare value: one place for all writers."""

from __future__ import annotations

from decimal import Decimal

from lakin.angka import Tiada, bagi, dengan_kata, tulis, tulis_mesin, tulis_persen, tulis_rupiah
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.dokumen.pohon import Celah, Figur, Format

BELUM_ADA = "belum ada data"
"""Printed for a figure that nobody has filled in yet; N/A and 0 are something else."""

SKALA = {
    Format.RIBUAN: (Decimal(1_000), 0, "ribu"),
    Format.JUTA: (Decimal(1_000_000), 2, "juta"),
    Format.MILIAR: (Decimal(1_000_000_000), 2, "miliar"),
}
"""Scaled forms of money: divisor, usual decimals, word."""

_TANPA_SATUAN = {"", "indeks", "nilai", "skor", "tahun"}


def tulis_sel(angka: Bahan, format: Format = Format.NILAI, desimal: int | None = None) -> str:
    """Write a figure for a table or a chart, whose head already names the unit."""
    if not isinstance(angka, Angka):
        return tulis_tiada(angka.keadaan)
    match format:
        case Format.RIBUAN | Format.JUTA | Format.MILIAR:
            pembagi, biasa, _ = SKALA[format]
            return tulis(bagi(angka.nilai, pembagi), biasa if desimal is None else desimal)
        case Format.BILANGAN:
            # A count is whole; should it not be, hiding its decimals would be a lie.
            return tulis(angka.nilai, 0 if angka.nilai == angka.nilai.to_integral_value() else angka.desimal)
        case Format.SATUAN | Format.TERBILANG:
            return tulis_teks(angka, format)
        case _:
            return tulis(angka.nilai, angka.desimal)


def tulis_teks(angka: Bahan, format: Format = Format.NILAI, desimal: int | None = None) -> str:
    """Write a figure for running text, with its unit where the form has one."""
    if not isinstance(angka, Angka):
        return tulis_tiada(angka.keadaan)
    match format:
        case Format.PERSEN:
            return tulis_persen(angka.nilai, angka.desimal)
        case Format.RUPIAH:
            return tulis_rupiah(angka.nilai, angka.desimal)
        case Format.RIBUAN | Format.JUTA | Format.MILIAR:
            pembagi, biasa, kata = SKALA[format]
            teks = tulis_rupiah(bagi(angka.nilai, pembagi), biasa if desimal is None else desimal)
            return f"{teks} {kata}"
        case Format.TERBILANG:
            return dengan_kata(angka.nilai, angka.desimal)
        case Format.SATUAN:
            return _dengan_satuan(angka)
        case _:
            return tulis_sel(angka, format, desimal)


def tulis_figur(figur: Figur) -> str:
    """Write a figure as its place in running text asks."""
    return tulis_teks(figur.angka, figur.format, figur.desimal)


def tulis_celah(celah: Celah) -> str:
    """Write a gap so that no reader takes it for text."""
    return f"[lengkapi: {celah.petunjuk}]"


def tulis_tiada(keadaan: Tiada) -> str:
    """Write the absence of a value."""
    return "N/A" if keadaan is Tiada.NA else BELUM_ADA


def nilai_mesin(angka: Bahan) -> str:
    """The value as a machine reads it (decimal point, no grouping), empty where there is none."""
    return tulis_mesin(angka.nilai) or "" if isinstance(angka, Angka) else ""


def _dengan_satuan(angka: Angka) -> str:
    satuan = angka.satuan.lower()
    if satuan in ("persen", "%"):
        return tulis_persen(angka.nilai, angka.desimal)
    if satuan in ("rupiah", "rp"):
        return tulis_rupiah(angka.nilai, angka.desimal)
    teks = tulis(angka.nilai, angka.desimal)
    return teks if satuan in _TANPA_SATUAN else f"{teks} {satuan}"
