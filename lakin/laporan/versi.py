"""The versions of a text, out of its trail, and what two of them differ in."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from difflib import SequenceMatcher
from typing import Any

from lakin.dokumen.format import tulis_teks
from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak
from lakin.laporan.narasi import BENTUK
from lakin.laporan.simpul_naskah import hitung_kata, simpul_naskah
from lakin.laporan.susun import IkatanLaporan

SEKALI_DUDUK = timedelta(minutes=10)
"""Saves of one person that follow each other this closely are shown as one."""
TERBANYAK = 1000

_POTONG = re.compile(r"\s+|⟦[^⟧]*⟧|\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Versi:
    """A saved text."""

    nomor: int
    pada: datetime
    oleh: str
    alasan: str
    isi: dict[str, Any]
    kata: int


@dataclass(frozen=True, slots=True)
class Potong:
    """A stretch of a comparison: 'sama', 'hapus' or 'tambah'."""

    jenis: str
    teks: str


def versi_naskah(alamat: str) -> tuple[Versi, ...]:
    """Every save of a text, newest first."""
    jejak = Jejak.objects.filter(alamat=alamat).select_related("oleh").defer("sebelum").order_by("urut")[:TERBANYAK]
    semua = [
        Versi(n, j.pada, nama_pelaku(j), j.alasan, j.sesudah["isi"], hitung_kata(j.sesudah["isi"]))
        for n, j in enumerate(jejak, 1)
        if isinstance(j.sesudah, dict) and "isi" in j.sesudah
    ]
    return tuple(reversed(semua))


def sekali_duduk(versi: tuple[Versi, ...]) -> tuple[Versi, ...]:
    """The last save of each sitting, newest first."""
    hasil: list[Versi] = []
    sesudah: Versi | None = None
    for v in versi:
        serangkai = sesudah and sesudah.oleh == v.oleh and sesudah.pada - v.pada < SEKALI_DUDUK
        if sesudah is None or not serangkai or sesudah.alasan or v.alasan:
            hasil.append(v)
        sesudah = v
    return tuple(hasil)


def paragraf_polos(isi: Any, ikatan: IkatanLaporan) -> list[str]:
    """The text of each paragraph, heading and cell; what is bound stands in brackets with its present value."""
    hasil: list[str] = []
    for s in simpul_naskah(isi):
        match s.get("type"):
            case "paragraph" | "heading":
                hasil.append("")
            case "text" if hasil:
                hasil[-1] += s["text"]
            case "hardBreak" if hasil:
                hasil[-1] += " "
            case "angka" if hasil:
                bahan = ikatan.angka(s["attrs"]["alamat"])
                teks = tulis_teks(bahan, BENTUK[s["attrs"]["format"]]) if bahan else "angka tidak ditemukan"
                hasil[-1] += f"⟦{teks}⟧"
            case "gambar":
                foto = ikatan.foto(s["attrs"]["foto"])
                hasil.append(f"⟦gambar {s['attrs']['foto']}: {foto.judul if foto else 'tidak ditemukan'}⟧")
            case "celah" if hasil:
                hasil[-1] += f"⟦lengkapi: {s['attrs']['petunjuk']}⟧"
            case "sitasi" if hasil:
                kode = s["attrs"]["kode"]
                hasil[-1] += f"⟦{ikatan.polos.sebutan(kode) if ikatan.dikenal(kode) else 'rujukan tidak ditemukan'}⟧"
    return [p for p in hasil if p.strip()]


def bandingkan(lama: list[str], baru: list[str]) -> list[list[Potong]]:
    """Two texts word by word, paragraph by paragraph."""
    hasil: list[list[Potong]] = []
    for jenis, a1, a2, b1, b2 in SequenceMatcher(None, lama, baru, autojunk=False).get_opcodes():
        if jenis == "equal":
            hasil += [[Potong("sama", p)] for p in lama[a1:a2]]
            continue
        sepasang = min(a2 - a1, b2 - b1)
        hasil += [list(_kata(a, b)) for a, b in zip(lama[a1:a2], baru[b1:b2], strict=False)]
        hasil += [[Potong("hapus", p)] for p in lama[a1 + sepasang : a2]]
        hasil += [[Potong("tambah", p)] for p in baru[b1 + sepasang : b2]]
    return hasil


def _kata(lama: str, baru: str) -> Iterator[Potong]:
    a, b = _POTONG.findall(lama), _POTONG.findall(baru)
    for jenis, a1, a2, b1, b2 in SequenceMatcher(None, a, b).get_opcodes():
        if jenis == "equal":
            yield Potong("sama", "".join(a[a1:a2]))
            continue
        if a2 > a1:
            yield Potong("hapus", "".join(a[a1:a2]))
        if b2 > b1:
            yield Potong("tambah", "".join(b[b1:b2]))
