"""What two reports differ in besides figures and texts: pictures, and the words of the data. Reads no database."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from datetime import date
from decimal import Decimal
from enum import Enum
from typing import Any

from lakin.angka import Tiada, tulis_tanggal
from lakin.laporan.konteks import FotoLaporan, Konteks

FOTO = {"judul": "judul", "alt": "teks alternatif", "sumber": "sumber", "tanggal": "tanggal", "tempat": "tempat"}
"""What is written about a picture."""
BERKAS = "gambar"
KUNCI = (
    "kode", "indikator", "layanan", "sasaran", "satker", "tahun", "triwulan", "ukuran", "jenis", "pihak", "tingkat",
    "kelompok", "bidang", "revisi", "urut", "nomor", "jenis_belanja", "sumber_dana",
)  # fmt: skip
"""Fields that tell one row of the facts from the next."""
_NAMA = {"pk": "PK", "nka": "NKA", "pnbp": "PNBP", "dipa": "DIPA"}


@dataclass(frozen=True, slots=True)
class UbahIsi:
    """Words that differ: what they belong to, which of its parts, and both sides ('' where there is none)."""

    jenis: str
    apa: str
    medan: str
    lama: str
    baru: str


# --- pictures ---------------------------------------------------------------------


def ubah_foto(a: Konteks, b: Konteks, jenis: tuple[str, str, str]) -> Iterator[UbahIsi]:
    """Pictures that came, went, were replaced, or about which something else is said; ``jenis``: changed, new, gone."""
    berubah, baru, hilang = jenis
    kiri, kanan = a.narasi.foto, b.narasi.foto
    for kode in sorted(kiri.keys() | kanan.keys()):
        lama, kini = kiri.get(kode), kanan.get(kode)
        apa = f"Gambar {kode}"
        if lama is None or kini is None:
            yield UbahIsi(baru if lama is None else hilang, apa, BERKAS, _judul(lama), _judul(kini))
            continue
        if lama.sidik != kini.sidik:
            yield UbahIsi(berubah, apa, BERKAS, _bita(lama), f"diganti: {_bita(kini)}")
        for medan, nama in FOTO.items():
            x, y = _teks(getattr(lama, medan)), _teks(getattr(kini, medan))
            if x != y:
                yield UbahIsi(berubah, apa, nama, x, y)


def _judul(foto: FotoLaporan | None) -> str:
    return foto.judul if foto else ""


def _bita(foto: FotoLaporan) -> str:
    return f"{foto.lebar} × {foto.tinggi} piksel, SHA-256 {foto.sidik[:12]}"


# --- words of the data --------------------------------------------------------------


def ubah_kata(a: Konteks, b: Konteks, jenis: tuple[str, str, str]) -> Iterator[UbahIsi]:
    """Words, dates and choices of the facts and of the other satkers' that differ; numbers are compared as figures."""
    kiri = dict(_kata(a.fakta, ())) | dict(_kata(a.pembanding, ("Satker lain",)))
    kanan = dict(_kata(b.fakta, ())) | dict(_kata(b.pembanding, ("Satker lain",)))
    for jalur in dict.fromkeys((*kanan, *kiri)):
        x, y = kiri.get(jalur, ""), kanan.get(jalur, "")
        if x != y:
            yield UbahIsi(jenis[0] if x and y else jenis[1] if y else jenis[2], " › ".join(jalur[:-1]), jalur[-1], x, y)


def _kata(nilai: Any, jalur: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    if is_dataclass(nilai):
        for f in fields(nilai):
            yield from _kata(getattr(nilai, f.name), (*jalur, _sebut(f.name)))
    elif isinstance(nilai, tuple) and nilai and is_dataclass(nilai[0]):
        yield from _baris(nilai, jalur)
    elif isinstance(nilai, tuple):
        teks = "; ".join(filter(None, (" ".join(t for _, t in _kata(s, jalur)) for s in nilai)))
        if teks:
            yield jalur, teks
    elif isinstance(nilai, bool | str | date | Enum) and not isinstance(nilai, Tiada) and (teks := _teks(nilai)):
        yield jalur, teks


def _baris(semua: tuple[Any, ...], jalur: tuple[str, ...]) -> Iterator[tuple[tuple[str, ...], str]]:
    """Rows under their key; where two have the same, the later one is counted."""
    banyak: dict[str, int] = {}
    for s in semua:
        kunci = " ".join(_kunci(s))
        banyak[kunci] = n = banyak.get(kunci, 0) + 1
        nama = kunci if n == 1 else f"{kunci} ({n})".strip()
        yield from _kata(s, (*jalur[:-1], f"{jalur[-1]} {nama}".strip()))


def _kunci(s: Any) -> Iterator[str]:
    for medan in KUNCI:
        nilai = getattr(s, medan, "")
        if isinstance(nilai, str | int) and not isinstance(nilai, bool) and str(nilai):
            yield f"{medan} {nilai}" if isinstance(nilai, int) else str(nilai)


def _sebut(medan: str) -> str:
    nama = _NAMA.get(medan, medan.replace("_", " "))
    return nama[:1].upper() + nama[1:]


def _teks(nilai: Any) -> str:
    match nilai:
        case None | Decimal():
            return ""
        case bool():
            return "ya" if nilai else "tidak"
        case date():
            return tulis_tanggal(nilai)
        case Enum():
            return str(nilai.value).replace("_", " ")
    return str(nilai)
