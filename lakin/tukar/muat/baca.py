"""Read fixture files strictly: every value is text with its file and line until it is asked for as something."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any, NoReturn

import yaml

from lakin.angka import Nilai, Tiada
from lakin.web.galat import GalatDomain

_BILANGAN = re.compile(r"-?[0-9]+(\.[0-9]+)?")


class GalatBerkas(GalatDomain):
    """Something in a fixture file is wrong; the sentence names the file and the line."""


class Catatan:
    """One row of a CSV file or one mapping of a YAML file: text by key, each asked for by what it should be.

    Keys that nobody asks for are reported by ``habis``, so that a mistyped
    column is not lost in silence.
    """

    def __init__(self, berkas: str, baris: int, isi: dict[str, Any], letak: dict[str, int] | None = None) -> None:
        self.berkas = berkas
        self.baris = baris
        self._isi = isi
        self._letak = letak or {}
        self._dibaca: set[str] = set()

    def __contains__(self, kunci: str) -> bool:
        return kunci in self._isi

    def __repr__(self) -> str:
        return f"{self.berkas} baris {self.baris}"

    def kunci(self) -> list[str]:
        """Return the keys in the order of the file."""
        return list(self._isi)

    def galat(self, kunci: str, pesan: str) -> NoReturn:
        """Refuse a value, naming its place."""
        baris = self._letak.get(kunci, self.baris)
        raise GalatBerkas(f"{self.berkas} baris {baris}, '{kunci}': {pesan}")

    def ambil(self, kunci: str, *, wajib: bool = True) -> Any:
        """Return what stands at a key as it was read."""
        self._dibaca.add(kunci)
        if kunci not in self._isi:
            if wajib:
                self.galat(kunci, "tidak ada. Tambahkan kunci atau kolom ini.")
            return None
        return self._isi[kunci]

    def teks(self, kunci: str, *, wajib: bool = True) -> str:
        """Return text; where ``wajib`` is off a missing or blank one is ''."""
        isi = self.ambil(kunci, wajib=wajib)
        if isi in (None, "") and wajib:
            self.galat(kunci, "belum diisi.")
        if isi is None:
            return ""
        if not isinstance(isi, str):
            self.galat(kunci, "harus berupa tulisan.")
        return isi

    def nilai(self, kunci: str, *, wajib: bool = True) -> Nilai:
        """Return a value: blank is kosong, 'N/A' is N/A, everything else must be a machine number."""
        isi = self.ambil(kunci, wajib=wajib)
        if isi in (None, ""):
            return Tiada.KOSONG
        if isi == "N/A":
            return Tiada.NA
        if not isinstance(isi, str) or not _BILANGAN.fullmatch(isi):
            self.galat(kunci, f"'{isi}' bukan angka. Tulis tanpa pemisah ribuan dan dengan titik desimal: 1234.5.")
        return Decimal(isi)

    def angka(self, kunci: str) -> Decimal:
        """Return a number that must be there."""
        nilai = self.nilai(kunci)
        if isinstance(nilai, Tiada):
            self.galat(kunci, "harus berupa angka; di sini tidak boleh kosong atau N/A.")
        return nilai

    def bulat(self, kunci: str) -> int:
        """Return a whole number that must be there."""
        angka = self.angka(kunci)
        if angka != angka.to_integral_value():
            self.galat(kunci, f"{angka} harus bilangan bulat.")
        return int(angka)

    def tanggal(self, kunci: str, *, wajib: bool = False) -> date | None:
        """Return a day written as 2023-12-31, or None where it is blank."""
        teks = self.teks(kunci, wajib=wajib)
        try:
            return date.fromisoformat(teks) if teks else None
        except ValueError:
            self.galat(kunci, f"'{teks}' bukan tanggal. Tulis sebagai 2023-12-31.")

    def ya(self, kunci: str, *, wajib: bool = True) -> bool:
        """Return a yes or no."""
        isi = self.ambil(kunci, wajib=wajib)
        if isi in (None, "") and not wajib:
            return False
        if isinstance(isi, bool):
            return isi
        if isi not in ("ya", "tidak"):
            self.galat(kunci, f"'{isi}' bukan ya atau tidak.")
        return bool(isi == "ya")

    def anak(self, kunci: str, *, wajib: bool = True) -> Catatan:
        """Return a mapping below this one."""
        isi = self.ambil(kunci, wajib=wajib)
        if isi is None and not wajib:
            return Catatan(self.berkas, self.baris, {})
        if not isinstance(isi, Catatan):
            self.galat(kunci, "harus berupa kelompok kunci.")
        return isi

    def daftar(self, kunci: str, *, wajib: bool = True) -> list[Any]:
        """Return a list below this mapping."""
        isi = self.ambil(kunci, wajib=wajib)
        if isi is None and not wajib:
            return []
        if not isinstance(isi, list):
            self.galat(kunci, "harus berupa daftar.")
        return isi

    def butir(self, kunci: str, *, wajib: bool = True) -> list[Catatan]:
        """Return a list of mappings below this mapping."""
        isi = self.daftar(kunci, wajib=wajib)
        for satu in isi:
            if not isinstance(satu, Catatan):
                self.galat(kunci, "setiap butirnya harus berupa kelompok kunci.")
        return isi

    def abaikan(self, *kunci: str) -> None:
        """Mark keys that are notes for the reader of the file."""
        self._dibaca.update(kunci)

    def habis(self) -> None:
        """Refuse keys that nobody asked for."""
        sisa = [k for k in self._isi if k not in self._dibaca]
        if sisa:
            self.galat(sisa[0], "tidak dikenal. Periksa ejaannya.")


def baca_csv(folder: Path, nama: str, *, catatan: Iterable[str] = ()) -> Iterator[Catatan]:
    """Yield the rows of a CSV file; ``catatan`` are columns for the reader of the file."""
    sumber = f"{folder.name}/{nama}"
    with open(folder / nama, encoding="utf-8", newline="") as berkas:
        pembaca = csv.reader(berkas, strict=True)
        try:
            kepala = next(pembaca, [])
            if len(set(kepala)) != len(kepala) or "" in kepala:
                raise GalatBerkas(f"{sumber} baris 1: ada kolom kembar atau tanpa nama.")
            for sel in pembaca:
                if len(sel) != len(kepala):
                    raise GalatBerkas(
                        f"{sumber} baris {pembaca.line_num}: {len(sel)} sel untuk {len(kepala)} kolom. "
                        "Periksa koma dan tanda kutipnya."
                    )
                baris = Catatan(sumber, pembaca.line_num, dict(zip(kepala, sel, strict=True)))
                baris.abaikan(*catatan)
                yield baris
                baris.habis()
        except csv.Error as galat:
            raise GalatBerkas(f"{sumber} baris {pembaca.line_num}: {galat}.") from galat


def baca_yaml(folder: Path, nama: str) -> Catatan:
    """Return a YAML file as a Catatan; every scalar stays text, so that 3.60 keeps its zero."""
    sumber = f"{folder.name}/{nama}"
    try:
        akar = yaml.compose((folder / nama).read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except yaml.MarkedYAMLError as galat:
        baris = galat.problem_mark.line + 1 if galat.problem_mark else 1
        raise GalatBerkas(f"{sumber} baris {baris}: {galat.problem}.") from galat
    isi = _isi(akar, sumber)
    if not isinstance(isi, Catatan):
        raise GalatBerkas(f"{sumber} baris 1: berkas harus berisi kelompok kunci.")
    return isi


def _isi(simpul: yaml.Node | None, berkas: str) -> Any:
    if isinstance(simpul, yaml.MappingNode):
        return _peta(simpul, berkas)
    if isinstance(simpul, yaml.SequenceNode):
        return [_isi(s, berkas) for s in simpul.value]
    if simpul is None or simpul.tag.endswith(":null"):
        return None
    if simpul.tag.endswith(":bool"):
        return str(simpul.value).lower() in ("true", "yes", "on")
    return str(simpul.value)


def _peta(simpul: yaml.MappingNode, berkas: str) -> Catatan:
    isi: dict[str, Any] = {}
    letak: dict[str, int] = {}
    for kunci, nilai in simpul.value:
        nama = str(kunci.value)
        letak[nama] = kunci.start_mark.line + 1
        if nama in isi:
            raise GalatBerkas(f"{berkas} baris {letak[nama]}, '{nama}': tertulis dua kali.")
        isi[nama] = _isi(nilai, berkas)
    return Catatan(berkas, simpul.start_mark.line + 1, isi, letak)
