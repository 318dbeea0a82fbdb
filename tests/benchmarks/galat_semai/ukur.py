"""What the checks find of the seeded errors, and how many clean cells they name."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.fakta import Fakta
from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.kaidah.tercetak import turunan
from lakin.laporan.konteks import Konteks
from lakin.laporan.susun import semua_figur, susun
from tests.benchmarks.galat_semai.jenis import JENIS, Semai, semaikan
from tests.benchmarks.galat_semai.sel import Letak, semua_sel

BERGERAK = Decimal("0.01")
"""Share by which a printed figure must change for an error to count as one that moves the report."""

Nama = tuple[str, str]
"""A finding as it is compared: the check, and the address that it names."""


@dataclass(frozen=True, slots=True)
class Sebutan:
    """What a finding names: its own address, and the cells of which it says that one is wrong."""

    kaidah: str
    alamat: str
    terkait: tuple[str, ...]


Periksa = Callable[[Fakta, Hasil], Iterable[Sebutan]]


def angka_tercetak(hasil: Hasil) -> frozenset[str]:
    """The addresses of all figures that the yearly report prints."""
    return frozenset(a.alamat for a in semua_figur(susun(Konteks(hasil))) if a.alamat)


def nilai_cetak(hasil: Hasil, tercetak: frozenset[str]) -> dict[str, Bahan]:
    """The printed figures of a year that the engine makes (recorded tables beside it cannot be moved by an entry)."""
    semua = {**{b.alamat: b for b in turunan(hasil)}, **hasil.alamat}
    return {a: semua[a] for a in tercetak if a in semua}


def bergerak(sebelum: Mapping[str, Bahan], sesudah: Mapping[str, Bahan]) -> bool:
    """Whether any printed figure changed by more than 1%, came to be or vanished."""
    if sebelum.keys() != sesudah.keys():
        return True
    return any(_pindah(lama, sesudah[a]) for a, lama in sebelum.items())


def _pindah(lama: Bahan, baru: Bahan) -> bool:
    if not isinstance(lama, Angka) or not isinstance(baru, Angka):
        return isinstance(lama, Angka) != isinstance(baru, Angka)
    return abs(baru.nilai - lama.nilai) > abs(lama.nilai) * BERGERAK


def kena(s: Semai, sebutan: Iterable[Sebutan], bersih: frozenset[Nama]) -> bool:
    """Whether a finding that the clean year does not have names the cell, its row or its indicator's figure."""
    sel = s.sel
    dicari = {sel.alamat, sel.baris} - {""}
    if sel.letak in (Letak.NILAI, Letak.MEDAN, Letak.GANTI):
        dicari |= {f"{sel.pangkal}/{apa}" for apa in ("realisasi", "capaian", "nilai_hitung")}
    return any(
        (t.kaidah, t.alamat) not in bersih and (t.alamat in dicari or not dicari.isdisjoint(t.terkait)) for t in sebutan
    )


def ukur(fakta: Fakta, periksa: Periksa, jumlah: int, benih: int) -> dict[str, Any]:
    """Seed errors into a year and count: all of them, those that move the report, those found, clean cells named."""
    hasil = hitung(fakta)
    tercetak = angka_tercetak(hasil)
    asal = nilai_cetak(hasil, tercetak)
    awal = list(periksa(fakta, hasil))
    bersih = frozenset((t.kaidah, t.alamat) for t in awal)
    hitungan = {"seeded": 0, "moving": 0, "flagged": 0, "flagged_moving": 0}
    per_jenis = {jenis.__name__: dict(hitungan) for jenis in JENIS}
    lolos: list[str] = []
    for rombongan in semaikan(fakta, jumlah, benih):
        ubahan = fakta
        for s in rombongan:
            ubahan = s.buat(ubahan)
        temuan = list(periksa(ubahan, hitung(ubahan)))
        for s in rombongan:
            pindah = bergerak(asal, nilai_cetak(hitung(s.buat(fakta)), tercetak))
            ketemu = kena(s, temuan, bersih)
            for catat in (hitungan, per_jenis[s.jenis]):
                catat["seeded"] += 1
                catat["moving"] += pindah
                catat["flagged"] += ketemu
                catat["flagged_moving"] += pindah and ketemu
            if pindah and not ketemu:
                lolos.append(f"{s.jenis} {s.sel.alamat} {s.sel.nilai} -> {s.tulisan}")
    sel_bersih = {s.alamat for s in semua_sel(fakta)} | {f"{_akar(fakta)}/{i.kode}/capaian" for i in fakta.indikator}
    disebut = {a for t in awal for a in (t.alamat, *t.terkait)}
    baris = {s.alamat for s in semua_sel(fakta) if s.baris in disebut}
    return {
        **hitungan,
        "clean_cells": len(sel_bersih),
        "flagged_clean": len((sel_bersih & disebut) | baris | {a for a in disebut if a not in sel_bersih}),
        "per_kind": per_jenis,
        "missed": lolos,
    }


def _akar(fakta: Fakta) -> str:
    return f"{fakta.satker.kode}/{fakta.tahun}"
