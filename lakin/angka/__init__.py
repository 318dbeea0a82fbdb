"""Pure numbers: values and their absence, rounding, writing and reading the Indonesian way, dates, words."""

from lakin.angka.baca import Ambigu, Bacaan, Galat, Terbaca, baca
from lakin.angka.bulat import bagi, bulatkan
from lakin.angka.tanggal import BULAN, baca_tanggal, nama_triwulan, romawi, tulis_tanggal
from lakin.angka.terbilang import dengan_kata, terbilang
from lakin.angka.tiada import Nilai, Tiada, ada
from lakin.angka.tulis import (
    tulis,
    tulis_isian,
    tulis_juta,
    tulis_mesin,
    tulis_persen,
    tulis_ribuan,
    tulis_rupiah,
)

__all__ = [
    "BULAN",
    "Ambigu",
    "Bacaan",
    "Galat",
    "Nilai",
    "Terbaca",
    "Tiada",
    "ada",
    "baca",
    "baca_tanggal",
    "bagi",
    "bulatkan",
    "dengan_kata",
    "nama_triwulan",
    "romawi",
    "terbilang",
    "tulis",
    "tulis_isian",
    "tulis_juta",
    "tulis_mesin",
    "tulis_persen",
    "tulis_ribuan",
    "tulis_rupiah",
    "tulis_tanggal",
]
