"""Dates, months, triwulan and Roman numerals as Indonesian documents print them."""

import re
from calendar import monthrange
from datetime import date

from lakin.angka.baca import Galat

BULAN = (
    "Januari",
    "Februari",
    "Maret",
    "April",
    "Mei",
    "Juni",
    "Juli",
    "Agustus",
    "September",
    "Oktober",
    "November",
    "Desember",
)
TAHUN_TERAWAL = 1900
TAHUN_TERAKHIR = 2100

_EJAAN_LAIN = {"pebruari": 2, "peb": 2, "agt": 8, "ags": 8, "agu": 8, "agust": 8, "sept": 9, "nopember": 11, "nop": 11}
_NOMOR_BULAN = (
    {nama.lower(): nomor for nomor, nama in enumerate(BULAN, 1)}
    | {nama[:3].lower(): nomor for nomor, nama in enumerate(BULAN, 1)}
    | _EJAAN_LAIN
)
_HARI_DAHULU = re.compile(r"([0-9]{1,2})([/.-])([0-9]{1,2})\2([0-9]+)")
_TAHUN_DAHULU = re.compile(r"([0-9]{4})-([0-9]{1,2})-([0-9]{1,2})(?:[T ]00:00(?::00)?)?")  # Excel adds midnight
_DENGAN_NAMA = re.compile(r"([0-9]{1,2})[ -]([A-Za-z]+)\.?[ -]([0-9]+)")
_ROMAWI = (
    (1000, "M"),
    (900, "CM"),
    (500, "D"),
    (400, "CD"),
    (100, "C"),
    (90, "XC"),
    (50, "L"),
    (40, "XL"),
    (10, "X"),
    (9, "IX"),
    (5, "V"),
    (4, "IV"),
    (1, "I"),
)


def tulis_tanggal(d: date) -> str:
    return f"{d.day} {BULAN[d.month - 1]} {d.year}"


def nama_triwulan(triwulan: int) -> str:
    if not 1 <= triwulan <= 4:
        raise ValueError(f"not a triwulan: {triwulan}")
    return f"Triwulan {romawi(triwulan)}"


def romawi(n: int) -> str:
    if not 1 <= n <= 3999:
        raise ValueError(f"no Roman numeral for {n}")
    huruf = ""
    for nilai, lambang in _ROMAWI:
        kali, n = divmod(n, nilai)
        huruf += lambang * kali
    return huruf


def baca_tanggal(teks: str) -> date | Galat:
    """Day before month, as Indonesians write; ISO; or with the month's name."""
    bersih = " ".join(teks.split())
    if not bersih:
        return Galat("Tanggal belum diisi.")
    if cocok := _TAHUN_DAHULU.fullmatch(bersih):
        return _tanggal(int(cocok[3]), int(cocok[2]), cocok[1])
    if cocok := _HARI_DAHULU.fullmatch(bersih):
        return _tanggal(int(cocok[1]), int(cocok[3]), cocok[4])
    if cocok := _DENGAN_NAMA.fullmatch(bersih):
        bulan = _NOMOR_BULAN.get(cocok[2].lower())
        if bulan is None:
            return Galat(f"Nama bulan '{cocok[2][:20]}' tidak dikenal. Tulis misalnya 30 November 2022.")
        return _tanggal(int(cocok[1]), bulan, cocok[3])
    kutipan = bersih if len(bersih) <= 40 else f"{bersih[:39]}…"
    return Galat(f"Tanggal '{kutipan}' tidak dapat dibaca. Tulis misalnya 30/11/2022 atau 30 November 2022.")


def _tanggal(hari: int, bulan: int, teks_tahun: str) -> date | Galat:
    if len(teks_tahun) != 4:
        return Galat("Tulis tahun dengan empat angka, misalnya 30/11/2022.")
    tahun = int(teks_tahun)
    if not TAHUN_TERAWAL <= tahun <= TAHUN_TERAKHIR:
        return Galat(f"Tahun {teks_tahun} di luar {TAHUN_TERAWAL} sampai {TAHUN_TERAKHIR}. Periksa tahunnya.")
    if not 1 <= bulan <= 12:
        pesan = f"Bulan {bulan} tidak ada. Tulis hari lebih dahulu, lalu bulan"
        tertukar = 1 <= hari <= 12 and bulan <= 31
        return Galat(f"{pesan}: {bulan:02}/{hari:02}/{tahun}." if tertukar and bulan else f"{pesan}: 30/11/2022.")
    terakhir = monthrange(tahun, bulan)[1]
    if not 1 <= hari <= terakhir:
        return Galat(
            f"Tanggal {hari} {BULAN[bulan - 1]} {tahun} tidak ada: bulan itu berakhir pada tanggal {terakhir}."
        )
    return date(tahun, bulan, hari)
