"""A trace as people read it: what stood there before, and what stands there now."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from lakin.angka import tulis, tulis_tanggal
from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak

_TINDAKAN = {
    "tambah": "mengisi",
    "ubah": "mengubah",
    "hapus": "menghapus",
    "ajukan": "mengajukan",
    "tarik": "menarik pengajuan",
    "kembalikan": "mengembalikan",
    "sahkan": "mengesahkan",
    "verifikasi": "memverifikasi",
    "kunci": "mengunci",
    "buka": "membuka",
    "lengkap": "menyatakan lengkap",
    "minta koreksi": "meminta koreksi",
    "mulai reviu": "memulai reviu",
    "reviu sampaikan": "menyampaikan catatan reviu",
    "reviu tandatangani": "menandatangani pernyataan reviu",
    "reviu buka": "mencabut pernyataan reviu",
    "sampaikan": "menyampaikan",
    "minta dibuka": "meminta laporan dibuka kembali",
    "putuskan": "memutuskan permintaan",
}
_TANPA_NILAI = {"na": "N/A", "kosong": "kosong"}
_HARI = re.compile(r"[0-9]{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12][0-9]|3[01])")
_DIAM = frozenset({"satker", "garis_indikator", "tahun", "triwulan", "jenis", "urut", "kode", "sumber_dana", "daun"})
"""Columns that the address already says."""


@dataclass(frozen=True, slots=True)
class Tulisan:
    """One line of a history."""

    pada: str
    oleh: str
    tindakan: str
    ubahan: tuple[tuple[str, str, str], ...]
    isi: str
    """What an added or deleted fact held, in one line."""
    alasan: str
    alamat: str


def tulisan(jejak: Jejak) -> Tulisan:
    """Return a trace with its values written the Indonesian way."""
    sebelum, sesudah = _datar(jejak.sebelum), _datar(jejak.sesudah)
    ubahan = tuple(
        (medan.replace("_", " "), sebelum.get(medan, "kosong"), sesudah.get(medan, "kosong"))
        for medan in sorted({*sebelum, *sesudah})
        if sebelum.get(medan) != sesudah.get(medan)
    )
    oleh = nama_pelaku(jejak)
    satu_sisi = jejak.sebelum is None or jejak.sesudah is None
    isi = "; ".join(f"{medan.replace('_', ' ')} {teks}" for medan, teks in {**sebelum, **sesudah}.items())
    return Tulisan(
        _saat(jejak.pada),
        oleh,
        _TINDAKAN.get(jejak.tindakan, jejak.tindakan),
        () if satu_sisi else ubahan,
        isi if satu_sisi else "",
        jejak.alasan,
        jejak.alamat,
    )


def _saat(pada: datetime) -> str:
    setempat = timezone.localtime(pada)
    return f"{tulis_tanggal(setempat.date())}, {setempat:%H.%M}"


def _datar(isi: dict[str, Any] | None) -> dict[str, str]:
    """The fields of one side as text; a value and its keadaan are one field, a raw row is its own fields."""
    hasil: dict[str, str] = {}
    for medan, nilai in (isi or {}).items():
        if medan == "keadaan":
            if nilai in _TANPA_NILAI:
                hasil["nilai"] = _TANPA_NILAI[nilai]
            elif nilai != "ada":
                hasil["keadaan"] = str(nilai)
        elif medan == "nilai":
            if nilai is not None:
                hasil["nilai"] = _teks(nilai)
        elif medan == "isi" and isinstance(nilai, dict):
            hasil.update({m: _teks(t) for m, t in nilai.items() if t != ""})
        elif medan not in _DIAM and nilai not in (None, ""):
            hasil[medan] = _teks(nilai)
    return hasil


def _teks(nilai: Any) -> str:
    if isinstance(nilai, bool):
        return "ya" if nilai else "tidak"
    if isinstance(nilai, str) and _HARI.fullmatch(nilai):
        with suppress(ValueError):  # 31 February, typed as text
            return tulis_tanggal(date.fromisoformat(nilai))
    try:
        return tulis(Decimal(nilai)) if isinstance(nilai, str | int) else str(nilai)
    except (InvalidOperation, ValueError):
        return str(nilai)
