"""Is an outline one that a report can be made of? Pure; every complaint is a sentence that says where.

``baca`` takes JSON of any origin: only the fields, types and sizes that are
known pass. ``masalah`` reads an outline for what would make a report that
cannot be put together or that says the same thing twice.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from typing import Any

from lakin.dokumen.nomor import jangkar
from lakin.dokumen.pohon import JenisBab, Kertas
from lakin.laporan.katalog_blok import KATALOG
from lakin.laporan.kerangka import (
    NARASI,
    ULANG,
    URAIAN,
    Bagian,
    BagianUtama,
    Berjudul,
    Butir,
    Kerangka,
    dari_json,
    nama_butir,
)
from lakin.laporan.penanda import SUBJEK, UMUM, penanda_asing
from lakin.pengukuran.enums import JudulUraian

TERDALAM = 5
"""Parts inside each other below a chapter: the headings of a page and of the printed report go no deeper."""
TERBANYAK_BAB = 40
TERBANYAK = 600
"""Items of one outline; the default has some 190."""
TERPANJANG_JUDUL = 200
DAFTAR = ("depan.isi", "depan.tabel", "depan.gambar")
"""Contents and lists: only among the front matter, whose pages are counted apart."""

BLOK = {b.kode: b for b in KATALOG}
KODE_SLOT = re.compile(r"[a-z][a-z0-9_-]{0,40}", re.ASCII)
_KODE_BAGIAN = re.compile(r"[A-Za-z][A-Za-z0-9._-]{0,70}(\.\{kode\})?", re.ASCII)
_RUANG = {"tujuan": (), "sasaran": (), "indikator": ("tujuan", "sasaran")}
"""What a repeated part may stand in: the indicators of a goal or an objective, and nothing else twice."""
_ISI_BAB = {"kode": str, "judul": str, "jenis": str, "kertas": str, "isi": list}
_ISI_BAGIAN = {
    "judul": str, "kode": str, "ulang": str, "bernomor": bool, "di_daftar_isi": bool, "halaman_baru": bool, "isi": list,
}  # fmt: skip


class KerangkaTidakSah(ValueError):
    """No report can be made of this outline; ``masalah`` holds the sentences."""

    def __init__(self, masalah: list[str]) -> None:
        super().__init__(" ".join(masalah))
        self.masalah = masalah


def baca(isi: Any) -> Kerangka:
    """The outline out of JSON of any origin; KerangkaTidakSah where it is not a sound one."""
    bentuk = list(_bentuk(isi))
    if bentuk:
        raise KerangkaTidakSah(bentuk)
    kerangka = dari_json(isi)
    salah = masalah(kerangka)
    if salah:
        raise KerangkaTidakSah(salah)
    return kerangka


def masalah(k: Kerangka) -> list[str]:
    """What is wrong with an outline, in reading order; empty where a report can be made of it."""
    return [*_kepala(k), *(m for b in k.bab for m in _bab(b)), *_ganda(k)]


def boleh_berdiri(kode: str, ulang: tuple[str, ...], jenis: JenisBab) -> str:
    """Why an item may not stand in a chapter of this kind, below parts repeated for ``ulang``; '' where it may."""
    if kode.startswith(NARASI):
        return _slot(kode.removeprefix(NARASI), ulang)
    if kode.startswith(URAIAN):
        if kode.removeprefix(URAIAN) not in JudulUraian.values:
            return f"uraian “{kode.removeprefix(URAIAN)[:60]}” tidak dikenal"
        return "" if ulang[-1:] == ("indikator",) else "hanya di dalam bagian yang diulang untuk indikator"
    if kode not in BLOK:
        return f"blok “{kode[:60]}” tidak ada pada katalog"
    untuk = BLOK[kode].untuk
    if untuk and ulang[-1:] != (untuk,):
        return f"hanya di dalam bagian yang diulang untuk {untuk}"
    if not untuk and ulang:
        return f"tidak di dalam bagian yang diulang untuk {ulang[-1]}, karena akan tercetak berkali-kali"
    if kode in DAFTAR and jenis is not JenisBab.DEPAN:
        return "hanya pada bagian depan laporan"
    return ""


# --- the shape of JSON --------------------------------------------------------------


def _bentuk(isi: Any) -> Iterator[str]:
    if type(isi) is not dict or not isi.keys() <= {"judul", "subjudul", "bab"}:
        yield "Kerangka tidak terbaca: isinya harus judul, subjudul, dan bab."
        return
    if type(isi.get("judul")) is not str or type(isi.get("subjudul", "")) is not str:
        yield "Nama laporan dan subjudulnya harus berupa teks."
    bab = isi.get("bab")
    if type(bab) is not list or len(bab) > TERBANYAK_BAB:
        yield f"Daftar bab tidak terbaca atau melebihi {TERBANYAK_BAB} bab."
        return
    sisa = [TERBANYAK]
    for n, b in enumerate(bab, 1):
        yield from _medan(b, _ISI_BAB, f"Bab ke-{n}")
        if type(b) is not dict:
            continue
        if b.get("jenis", "isi") not in list(JenisBab) or b.get("kertas", "tegak") not in list(Kertas):
            yield f"Bab ke-{n}: jenis atau kertasnya tidak dikenal."
        yield from _butir(b.get("isi"), f"Bab ke-{n}", 1, sisa)
    if sisa[0] < 0:
        yield f"Kerangka memuat lebih dari {TERBANYAK} butir. Kurangi isinya."


def _butir(isi: Any, di: str, dalam: int, sisa: list[int]) -> Iterator[str]:
    if type(isi) is not list:
        return
    sisa[0] -= len(isi)
    for n, i in enumerate(isi, 1):
        letak = f"{di}, butir ke-{n}"
        if sisa[0] < 0:
            return
        if type(i) is str:
            continue
        if type(i) is dict and "blok" in i:
            yield from _medan(i, {"blok": str, "judul": str}, letak)
        elif dalam > TERDALAM:
            yield f"{letak}: bagian bersarang lebih dari {TERDALAM} tingkat."
        else:
            yield from _medan(i, _ISI_BAGIAN, letak, wajib=("judul", "isi"))
            if type(i) is dict:
                if i.get("ulang", "") not in ("", *ULANG):
                    yield f"{letak}: diulang untuk sesuatu yang tidak dikenal."
                yield from _butir(i.get("isi"), letak, dalam + 1, sisa)


def _medan(isi: Any, medan: Mapping[str, type], letak: str, wajib: tuple[str, ...] = ()) -> Iterator[str]:
    if type(isi) is not dict or not isi.keys() <= medan.keys():
        yield f"{letak}: bentuknya tidak dikenal."
        return
    perlu = wajib or tuple(m for m in medan if m not in ("jenis", "kertas"))
    salah = [m for m in perlu if m not in isi] + [m for m in isi if type(isi[m]) is not medan[m]]
    if salah:
        yield f"{letak}: isian {', '.join(salah)} tidak ada atau salah jenisnya."


# --- what it says -------------------------------------------------------------------


def _kepala(k: Kerangka) -> Iterator[str]:
    yield from _judul(k.judul, "Nama laporan", ("triwulan",))
    if k.subjudul:
        yield from _judul(k.subjudul, "Subjudul laporan", ())
    if not any(b.jenis is JenisBab.ISI for b in k.bab):
        yield "Kerangka tidak mempunyai bab isi. Sisakan atau tambahkan paling sedikit satu bab berjenis isi."
    if len(k.bab) > TERBANYAK_BAB:
        yield f"Kerangka memuat lebih dari {TERBANYAK_BAB} bab. Gabungkan beberapa di antaranya."
    if sum(1 for _ in _semua(k)) > TERBANYAK:
        yield f"Kerangka memuat lebih dari {TERBANYAK} butir. Kurangi isinya."


def _bab(b: BagianUtama) -> Iterator[str]:
    di = f"Bab “{b.judul[:60]}”"
    yield from _judul(b.judul, di, UMUM)
    if not _KODE_BAGIAN.fullmatch(b.kode) or "{" in b.kode:
        yield f"{di}: kode “{b.kode[:60]}” tidak sah. Pakai huruf, angka, titik, dan tanda hubung."
    yield from _isi(b.isi, di, b.jenis, (), 1)


def _isi(isi: tuple[Butir, ...], di: str, jenis: JenisBab, ulang: tuple[str, ...], dalam: int) -> Iterator[str]:
    for butir in isi:
        if isinstance(butir, Bagian):
            yield from _bagian(butir, di, jenis, ulang, dalam)
            continue
        kode = nama_butir(butir)
        if sebab := boleh_berdiri(kode, ulang, jenis):
            yield f"{di}: {sebutan_butir(butir)} tidak dapat berdiri di sini ({sebab})."
        if isinstance(butir, Berjudul):
            yield from _judul(butir.judul, f"{di}, judul {sebutan_butir(butir)}", _dikenal(ulang))
            if kode in BLOK and not hasattr(BLOK[kode], "judul"):
                yield f"{di}: {sebutan_butir(butir)} tidak berjudul, sehingga judulnya tidak dapat diganti."


def _bagian(b: Bagian, di: str, jenis: JenisBab, ulang: tuple[str, ...], dalam: int) -> Iterator[str]:
    letak = f"{di}, bagian “{b.judul[:60]}”"
    dalamnya = (*ulang, b.ulang) if b.ulang else ulang
    yield from _judul(b.judul, letak, _dikenal(dalamnya))
    if dalam > TERDALAM:
        yield f"{letak}: bersarang lebih dari {TERDALAM} tingkat. Keluarkan satu tingkat."
        return
    if b.kode and (not _KODE_BAGIAN.fullmatch(b.kode) or ("{kode}" in b.kode) != bool(dalamnya)):
        yield f"{letak}: kode “{b.kode[:60]}” tidak sah untuk tempat ini."
    if b.ulang and (b.ulang not in ULANG or any(u not in _RUANG[b.ulang] for u in ulang)):
        yield f"{letak}: tidak dapat diulang untuk {b.ulang} di dalam bagian yang diulang untuk {' dan '.join(ulang)}."
    yield from _isi(b.isi, letak, jenis, dalamnya, dalam + 1)


def _judul(judul: str, letak: str, dikenal: tuple[str, ...]) -> Iterator[str]:
    if not judul.strip():
        yield f"{letak}: judulnya kosong. Tulis judulnya."
    elif len(judul) > TERPANJANG_JUDUL:
        yield f"{letak}: judul terlalu panjang ({len(judul)} huruf). Paling banyak {TERPANJANG_JUDUL} huruf."
    elif any(unicodedata.category(c)[0] == "C" or c in "\u2028\u2029" for c in judul):
        yield f"{letak}: judul memuat karakter yang tidak dapat dicetak. Ketik ulang judulnya."
    elif asing := penanda_asing(judul, dikenal):
        boleh = ", ".join(f"{{{d}}}" for d in dikenal) or "tidak ada"
        yield f"{letak}: “{asing[:42]}” pada judul bukan penanda yang dikenal di sini. Yang dapat dipakai: {boleh}."


def _dikenal(ulang: tuple[str, ...]) -> tuple[str, ...]:
    return (*UMUM, *SUBJEK) if ulang else UMUM


def _slot(kode: str, ulang: tuple[str, ...]) -> str:
    polos = kode.replace("{kode}", "", 1)
    if not KODE_SLOT.fullmatch(polos):
        return "kode narasi hanya boleh huruf kecil, angka, garis bawah, dan tanda hubung, diawali huruf"
    if ulang and polos == kode:
        return f"satu naskah akan tercetak berkali-kali di dalam bagian yang diulang untuk {ulang[-1]}"
    if not ulang and polos != kode:
        return "narasi per tujuan, sasaran, atau indikator hanya di dalam bagian yang diulang"
    return ""


def _ganda(k: Kerangka) -> Iterator[str]:
    """Nothing stands twice: neither a block, nor a slot, nor the code of a heading."""
    dilihat: dict[str, str] = {}
    for kode, apa in _semua(k):
        tanda = jangkar(kode)
        if kode and tanda in dilihat:
            yield f"{apa} sudah ada pada kerangka ({dilihat[tanda]}). Sesuatu hanya dapat berdiri di satu tempat."
        elif kode:
            dilihat[tanda] = apa


def _semua(k: Kerangka) -> Iterator[tuple[str, str]]:
    for b in k.bab:
        yield b.kode, f"Bab “{b.judul[:60]}”"
        yield from _semua_isi(b.isi)


def _semua_isi(isi: tuple[Butir, ...]) -> Iterator[tuple[str, str]]:
    for i in isi:
        if isinstance(i, Bagian):
            yield i.kode, f"Bagian “{i.judul[:60]}”"
            yield from _semua_isi(i.isi)
        else:
            s = sebutan_butir(i)
            yield nama_butir(i), s[:1].upper() + s[1:]


def sebutan_butir(butir: Butir) -> str:
    """How a complaint calls a block or a slot."""
    kode = nama_butir(butir)
    if kode.startswith(NARASI):
        return f"narasi “{kode.removeprefix(NARASI)[:60]}”"
    if kode.startswith(URAIAN):
        return f"uraian “{kode.removeprefix(URAIAN)[:60]}”"
    return f"blok “{getattr(BLOK.get(kode), 'judul', kode)[:60]}”"
