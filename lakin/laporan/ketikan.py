"""Typed numerals: what stands in a text without being bound to the data, and what it may be bound to."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from copy import deepcopy
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.dokumen.format import tulis_teks
from lakin.laporan.cari_angka import bentuk_angka, nama_angka
from lakin.laporan.narasi import BENTUK
from lakin.laporan.simpul_naskah import simpul_naskah
from lakin.laporan.susun import IkatanLaporan, alamat_relatif

TAWARAN = 5
"""Figures offered for one numeral."""
_SEKITAR = 60

_BULAN = "Januari|Februari|Maret|April|Mei|Juni|Juli|Agustus|September|Oktober|November|Desember"
_INTI = r"\d+(?:[.,]\d+)*"

_BIASA = re.compile(r"-?\d{1,3}(?:\s+\([a-z ]+\))?")
_RINCI = {"baris", "pendukung", "tercatat", "fisik", "pembanding", "acuan"}


class Golongan(StrEnum):
    """What a numeral is; only the last has anything to do with the data."""

    TANGGAL = "tanggal"
    PERATURAN = "nomor peraturan"
    KODE = "kode"
    URUTAN = "nomor urut"
    TAHUN = "tahun"
    ANGKA = "angka"


_POLA: tuple[tuple[Golongan, re.Pattern[str]], ...] = (
    (
        Golongan.TANGGAL,
        re.compile(rf"\b\d{{1,2}}\s+(?:{_BULAN})(?:\s+\d{{4}})?\b|\b\d{{1,2}}[/-]\d{{1,2}}[/-]\d{{4}}\b", re.I),
    ),
    (
        Golongan.PERATURAN,
        re.compile(
            r"\b(?:Nomor|No\.?)\s*[\w./-]*\d[\w./-]*(?:\s+[Tt]ahun\s+\d{4})?"
            r"|\b(?:Permen\w*|Perpres|Perdirjen|PMK|PP|UU|Kepmen\w*|SNI|ISO(?:/IEC)?)(?:\s+[A-Z]{2,})*"
            r"\s+\d[\w./:-]*(?:\s+[Tt]ahun\s+\d{4})?",
        ),
    ),
    (
        Golongan.KODE,
        re.compile(
            r"\b(?!Rp\.?\d)(?=[\w.]*[A-Za-z])[A-Za-z0-9]+(?:\.[A-Za-z0-9]+)*\d[A-Za-z0-9.]*\b"
            r"|\b\d+(?:\.[A-Z0-9]+)*\.[A-Z]+[A-Z0-9.]*\b"
        ),
    ),
    (
        Golongan.URUTAN,
        re.compile(
            r"\b(?:Bab|Pasal|ayat|Tabel|Gambar|Lampiran|butir|angka|halaman|nomor|triwulan|semester|tahap|eselon|industri)"
            r"\s+\(?\d+(?:\.\d+)*\)?(?![\d,.]*\d|%)",
            re.I,
        ),
    ),
    (
        Golongan.TAHUN,
        re.compile(
            r"(?<![\d.,])(?<!Rp )(?:19|20)\d{2}(?:\s*[-–/]\s*(?:19|20)?\d{2})?"
            r"(?![\d]|[.,]\d|\s*(?:%|persen|orang|perusahaan))"
        ),
    ),
)
_ANGKA = re.compile(rf"(?:Rp\.?\s?)?-?{_INTI}(?:\s*%|\s+(?:ribu|juta|miliar|persen)\b)?(?:\s+\([a-z ]+\))?")


@dataclass(frozen=True, slots=True)
class Letak:
    """Where a numeral stands: the how-manieth text node in reading order, and its characters."""

    simpul: int
    awal: int
    akhir: int
    teks: str


@dataclass(frozen=True, slots=True)
class Tawaran:
    """A figure that is written just so."""

    alamat: str
    bentuk: str
    nama: str
    sumber: str


@dataclass(frozen=True, slots=True)
class Ketikan:
    """One numeral with its surroundings."""

    letak: Letak
    golongan: Golongan
    sebelum: str
    sesudah: str
    tawaran: tuple[Tawaran, ...] = ()


class DaftarNilai:
    """What the data hold, by how it is written."""

    def __init__(self, ikatan: IkatanLaporan) -> None:
        self.ikatan = ikatan
        self.tertulis: dict[str, list[tuple[str, str, Bahan]]] = defaultdict(list)
        for alamat, bahan in ikatan.semua.items():
            if isinstance(bahan, Angka):
                for b in bentuk_angka(bahan):
                    self.tertulis[rapikan(tulis_teks(bahan, BENTUK[b]))].append((alamat, b, bahan))

    def tawaran(self, teks: str, konteks: str) -> tuple[Tawaran, ...]:
        """Figures that are written just so; those that the sentence or its section names come first."""
        k = self.ikatan.k
        ada = self.tertulis.get(rapikan(teks), [])
        if _BIASA.fullmatch(teks):
            # '4' stands for a hundred things: only what the sentence or the section names is meant.
            ada = [a for a in ada if self._jauh(a[0], konteks)[:2] == (False, False)]
        unik: dict[int, tuple[str, str, Bahan]] = {}
        for a in sorted(ada, key=lambda a: self._jauh(a[0], konteks)):
            unik.setdefault(id(a[2]), a)
        return tuple(
            Tawaran(alamat_relatif(a, k.satker.kode, k.tahun), b, nama_angka(a, bahan, k.tahun), a)
            for a, b, bahan in list(unik.values())[:TAWARAN]
        )

    def _jauh(self, alamat: str, konteks: str) -> tuple[bool, bool, bool, int]:
        bagian = alamat.split("/")
        rinci = bool(_RINCI & set(bagian))
        return bagian[2] not in konteks, rinci, bagian[1] != str(self.ikatan.k.tahun), len(bagian)


def rapikan(teks: str) -> str:
    """One way of writing spaces: 'Rp22' and 'Rp 22', '98 %' and '98%'."""
    teks = " ".join(teks.split())
    teks = re.sub(r"^Rp\.?\s?", "Rp ", teks)
    return re.sub(r"\s*(?:%|\bpersen\b)", "%", teks)


def ketikan(isi: Any, nilai: DaftarNilai | None = None, kode: str = "") -> Iterator[Ketikan]:
    """Every typed numeral of a text in reading order."""
    for urut, (teks, di_judul) in enumerate(_teks(isi)):
        for golongan, awal, akhir in _golongkan(teks):
            # A number in a heading stays text: a heading holds no figure.
            boleh = nilai is not None and golongan is Golongan.ANGKA and not di_judul
            letak, tawaran = _cocokkan(teks, urut, awal, akhir, nilai if boleh else None, f"{kode} {teks}")
            yield Ketikan(
                letak, golongan, teks[max(0, letak.awal - _SEKITAR) : letak.awal],
                teks[letak.akhir : letak.akhir + _SEKITAR], tawaran,
            )  # fmt: skip


def pasang_angka(isi: Any, letak: Letak, alamat: str, bentuk: str) -> dict[str, Any]:
    """A copy of a text in which one typed numeral has become a bound figure."""
    baru: dict[str, Any] = deepcopy(dict(isi))
    urut = -1
    for induk in simpul_naskah(baru):
        anak = induk.get("content", [])
        for n, s in enumerate(anak):
            if s.get("type") != "text":
                continue
            urut += 1
            if urut == letak.simpul:
                if induk["type"] != "paragraph" or s["text"][letak.awal : letak.akhir] != letak.teks:
                    raise GalatLetak
                anak[n : n + 1] = _belah(s, letak, {"type": "angka", "attrs": {"alamat": alamat, "format": bentuk}})
                return baru
    raise GalatLetak


class GalatLetak(ValueError):
    """The numeral no longer stands where it was seen."""


def _belah(s: dict[str, Any], letak: Letak, atom: dict[str, Any]) -> list[dict[str, Any]]:
    tanda = {"marks": s["marks"]} if "marks" in s else {}
    potong = (s["text"][: letak.awal], s["text"][letak.akhir :])
    kiri, kanan = ([{"type": "text", "text": t, **tanda}] if t else [] for t in potong)
    return [*kiri, atom | tanda, *kanan]


def _teks(isi: Any) -> Iterator[tuple[str, bool]]:
    """Text nodes, numbered as ``pasang_angka`` meets them: children of one node in a row."""
    for induk in simpul_naskah(isi):
        for s in induk.get("content", []):
            if s.get("type") == "text":
                yield s["text"], induk.get("type") != "paragraph"


def _golongkan(teks: str) -> Iterator[tuple[Golongan, int, int]]:
    """Numerals with their class; what a class has taken is not looked at again."""
    diambil: list[tuple[int, int, Golongan]] = []
    for golongan, pola in _POLA:
        for c in pola.finditer(teks):
            if any(d.isdigit() for d in c[0]) and not any(a < c.end() and c.start() < b for a, b, _ in diambil):
                diambil.append((*c.span(), golongan))
    for c in _ANGKA.finditer(teks):
        if not any(a < c.end() and c.start() < b for a, b, _ in diambil):
            diambil.append((*c.span(), Golongan.ANGKA))
    for awal, akhir, golongan in sorted(diambil):
        yield golongan, awal, akhir


def _cocokkan(
    teks: str, urut: int, awal: int, akhir: int, nilai: DaftarNilai | None, konteks: str
) -> tuple[Letak, tuple[Tawaran, ...]]:
    """The numeral with its unit where the data are written so, else the bare number."""
    penuh = Letak(urut, awal, akhir, teks[awal:akhir])
    if nilai is None:
        return penuh, ()
    calon = [(awal, akhir)]
    satuan = re.match(r"\s+[A-Za-z]+", teks[akhir:])
    if satuan:
        calon.insert(0, (awal, akhir + satuan.end()))
    if inti := re.search(rf"-?{_INTI}", teks[awal:akhir]):
        calon.append((awal + inti.start(), awal + inti.end()))
    for a, b in calon:
        if tawaran := nilai.tawaran(teks[a:b], konteks):
            return Letak(urut, a, b, teks[a:b]), tawaran
    return penuh, ()
