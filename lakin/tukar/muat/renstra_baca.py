"""Read the Renstra of BSKJI's units as it is printed: the figures stay text until they are asked for as numbers."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path

from lakin.angka import Nilai, Tiada
from lakin.tukar.muat.baca import Catatan, GalatBerkas, baca_csv

TAHUN = (2021, 2022, 2023, 2024)
SATUAN = {"%": "Persen"}
"""Units that the document also writes as a sign."""

_RIBUAN = re.compile(r"\d{1,3}(,\d{3})+(\.\d+)?")
_TITIK = re.compile(r"\d+(\.\d+)?")
_KOMA = re.compile(r"\d+,\d{1,2}")
_INDONESIA = re.compile(r"\d{1,3}(\.\d{3})*(,\d+)?")


def angka_lampiran(teks: str) -> Nilai:
    """Return a figure of Lampiran II: 12,705.51, 27.680 and 72,54; N/A, NA and '-' are N/A, blank is kosong.

    A comma parts thousands where three digits follow it, else decimals; a point always parts decimals
    (the totals of the units settle both). Raises ValueError for anything else.
    """
    if teks == "":
        return Tiada.KOSONG
    if teks in ("N/A", "NA", "-"):
        return Tiada.NA
    if _RIBUAN.fullmatch(teks) or _TITIK.fullmatch(teks):
        return Decimal(teks.replace(",", ""))
    if _KOMA.fullmatch(teks):
        return Decimal(teks.replace(",", "."))
    raise ValueError(teks)


def angka_tabel(teks: str) -> Decimal:
    """Return a figure of Tabel 10, which is written the Indonesian way (18.393,8)."""
    if not _INDONESIA.fullmatch(teks):
        raise ValueError(teks)
    return Decimal(teks.replace(".", "").replace(",", "."))


def kode_muat(teks: str) -> str:
    """Return a code as Lakin writes it: 'SK.1.2' and 'SK1.2' are one."""
    return re.sub(r"^SK\.?", "SK", teks).rstrip(".")


@dataclass(frozen=True)
class Kegiatan:
    """An activity with its funding in Rp juta; a starred one is funded under another indicator."""

    huruf: str
    nama: str
    pendanaan: dict[int, Nilai]

    @property
    def berbintang(self) -> bool:
        """Tell whether the name is printed with a star."""
        return self.nama.endswith("*")


@dataclass(frozen=True)
class Butir:
    """An indicator of a unit."""

    kode: str
    nama: str
    satuan: str
    katalog: str
    sasaran: str
    target: dict[int, Nilai]
    kegiatan: list[Kegiatan] = field(default_factory=list)


@dataclass(frozen=True)
class SasaranUnit:
    """An objective of a unit and BSKJI's that it serves."""

    kode: str
    nama: str
    induk: str


@dataclass(frozen=True)
class Unit:
    """One unit of Lampiran II with its totals as printed, in Rp juta."""

    kunci: str
    nama: str
    jenis: str
    total: dict[int, Nilai]
    sasaran: list[SasaranUnit] = field(default_factory=list)
    indikator: list[Butir] = field(default_factory=list)

    def jumlah(self, tahun: int) -> Decimal:
        """Return the sum of the activities' funding in a year."""
        semua = (k.pendanaan[tahun] for i in self.indikator for k in i.kegiatan)
        return sum((x for x in semua if isinstance(x, Decimal)), Decimal(0))


def tahunan(di: Catatan, awalan: str = "") -> dict[int, Nilai]:
    """Return the four years of a row."""
    hasil: dict[int, Nilai] = {}
    for tahun in TAHUN:
        teks = di.teks(f"{awalan}{tahun}", wajib=False)
        try:
            hasil[tahun] = angka_lampiran(teks)
        except ValueError:
            di.galat(f"{awalan}{tahun}", f"'{teks}' bukan angka seperti yang dicetak Lampiran II.")
    return hasil


def baca_unit(folder: Path) -> list[Unit]:
    """Return the units of a folder in the order of the document."""
    unit: dict[str, Unit] = {}
    for di in baca_csv(folder, "satker.csv"):
        kunci = di.teks("satker")
        unit[kunci] = Unit(kunci, di.teks("nama"), di.teks("jenis"), tahunan(di, "total_"))
    for di in baca_csv(folder, "sasaran.csv"):
        milik = _unit(di, unit)
        milik.sasaran.append(SasaranUnit(kode_muat(di.teks("kode")), di.teks("nama"), di.teks("induk")))
    for di in baca_csv(folder, "indikator.csv", catatan=["alasan"]):
        milik = _unit(di, unit)
        milik.indikator.append(_butir(di, milik))
    for satu in unit.values():
        _kegiatan(folder, satu)
    return list(unit.values())


def _unit(di: Catatan, unit: dict[str, Unit]) -> Unit:
    return unit.get(di.teks("satker")) or di.galat("satker", "tidak ada dalam satker.csv.")


def _butir(di: Catatan, milik: Unit) -> Butir:
    tercetak = kode_muat(di.teks("kode"))
    kode = di.teks("kode_dimuat", wajib=False) or tercetak
    sasaran = kode_muat(di.teks("sasaran"))
    if kode in {i.kode for i in milik.indikator}:
        di.galat("kode", f"{kode} sudah dipakai satker ini. Isi kode_dimuat beserta alasannya.")
    if sasaran not in {s.kode for s in milik.sasaran}:
        di.galat("sasaran", f"{sasaran} tidak ada dalam sasaran.csv.")
    satuan = di.teks("satuan")
    return Butir(kode, di.teks("nama"), SATUAN.get(satuan, satuan), di.teks("katalog"), sasaran, tahunan(di))


def _kegiatan(folder: Path, unit: Unit) -> None:
    butir = {i.kode: i for i in unit.indikator}
    for di in _baris_kegiatan(folder, unit.kunci):
        kode = di.teks("indikator")
        if kode not in butir:
            di.galat("indikator", f"{kode} tidak ada dalam indikator.csv.")
        butir[kode].kegiatan.append(Kegiatan(di.teks("huruf"), di.teks("nama"), tahunan(di)))


def _baris_kegiatan(folder: Path, kunci: str) -> Iterator[Catatan]:
    berkas = f"kegiatan/{kunci.replace(' ', '_')}.csv"
    if not (folder / berkas).is_file():
        raise GalatBerkas(f"{folder.name}/{berkas} tidak ada.")
    return baca_csv(folder, berkas, catatan=["alasan"])
