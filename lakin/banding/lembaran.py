"""A comparison as a file: one table in whatever form, with its source and what was asked."""

from __future__ import annotations

import csv
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from io import StringIO
from typing import Any

from django.conf import settings

from lakin.angka import Tiada, tulis_mesin
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.cetak.pdf import cetak_pdf
from lakin.cetak.simpanan import Simpanan
from lakin.cetak.xlsx import tulis_xlsx
from lakin.dokumen.grafik import Bagan
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import (
    Bab,
    Blok,
    Dokumen,
    Figur,
    Format,
    Gambar,
    JenisBab,
    Kertas,
    Kolom,
    Paragraf,
    Sel,
    Tabel,
    baris,
)

_RUMUS = ("=", "+", "-", "@", "\t", "\r")
CETAK_TERBANYAK = 300
"""Rows that are laid out on paper while somebody waits; more are refused, never cut."""


@dataclass(frozen=True, slots=True)
class KolomLembar:
    """A column: its code in the address and in files, its head, whether it holds figures."""

    kode: str
    judul: str
    angka: bool = True
    bulat: bool = False
    """A rank or a count, without decimals."""


@dataclass(frozen=True, slots=True)
class Lembaran:
    """What leaves Lakin: rows under heads, what they are together, where they come from."""

    judul: str
    kolom: tuple[KolomLembar, ...]
    baris: tuple[tuple[Bahan | str, ...], ...]
    pilihan: str
    """What was asked, in words."""
    catatan: str
    sumber: str
    alamat: str
    """The address that shows the same on the screen."""
    ringkasan: tuple[tuple[str, str, Bahan], ...] = ()
    tambahan: Mapping[str, Any] = field(default_factory=dict)
    """More for other programs."""
    isi: str = "satker"
    """What a row is, in the words of other programs."""
    kunci_ringkasan: str = ""
    """Where the summary stands for other programs; '' is beside the rest."""
    setelah: Mapping[str, Any] = field(default_factory=dict)
    """What replaces figures of the summary for other programs."""
    bagan: tuple[Bagan, ...] = ()
    potongan: tuple[tuple[int, ...], ...] = ()
    """On paper: columns of each table, where all of them are too many for one."""
    tanda: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """On paper: the sign before a cell, by row and column."""
    ringkas: Mapping[str, str] = field(default_factory=dict)
    """On paper: shorter words for a name."""


def tulis_json(lembar: Lembaran) -> bytes:
    """For other programs: numbers as text, what is missing null with its state."""
    return json.dumps(sebagai_json(lembar), ensure_ascii=False, indent=2).encode()


def sebagai_json(lembar: Lembaran) -> dict[str, Any]:
    """The same as an object."""
    ringkasan: dict[str, Any] = {kode: _mesin(f) for kode, _, f in lembar.ringkasan} | dict(lembar.setelah)
    return {
        "judul": lembar.judul,
        **lembar.tambahan,
        "pilihan": lembar.pilihan,
        "alamat": lembar.alamat,
        lembar.isi: [_baris_json(lembar.kolom, b) for b in lembar.baris],
        **({lembar.kunci_ringkasan: ringkasan} if lembar.kunci_ringkasan else ringkasan),
        "catatan": lembar.catatan,
        "sumber": lembar.sumber,
    }


def _baris_json(kolom: Sequence[KolomLembar], b: Sequence[Bahan | str]) -> dict[str, Any]:
    isi = {_nama(k): sel if isinstance(sel, str) else _mesin(sel) for k, sel in zip(kolom, b, strict=True)}
    keadaan = {_nama(k): s.keadaan.value for k, s in zip(kolom, b, strict=True) if not isinstance(s, str | Angka)}
    return {**isi, "tanpa_nilai": keadaan}


def _nama(k: KolomLembar) -> str:
    return k.kode.replace(".", "_")


def tulis_csv(lembar: Lembaran) -> bytes:
    """The rows as CSV with decimal points; N/A is said, what was not reported is blank."""
    wadah = StringIO()
    tulis = csv.writer(wadah, lineterminator="\r\n")
    tulis.writerow([_teks(k.judul) for k in lembar.kolom])
    for b in lembar.baris:
        tulis.writerow([_sel_csv(sel) for sel in b])
    return wadah.getvalue().encode("utf-8-sig")


def _sel_csv(sel: Bahan | str) -> str:
    if isinstance(sel, str):
        return _teks(sel)
    return _mesin(sel) or ("N/A" if not isinstance(sel, Angka) and sel.keadaan is Tiada.NA else "")


def _teks(teks: str) -> str:
    """A text that begins like a formula is made plain; a negative number is none."""
    return f"'{teks}" if teks.startswith(_RUMUS) else teks


def _mesin(f: Bahan) -> str | None:
    return tulis_mesin(f.nilai) if isinstance(f, Angka) else None


def tulis_buku(lembar: Lembaran) -> bytes:
    """As .xlsx, through the same document tree as the reports."""
    return tulis_xlsx(beri_nomor(_dokumen(lembar, [_tabel(lembar, range(len(lembar.kolom)))])))


def tulis_pdf(lembar: Lembaran) -> bytes:
    """On paper, through the same tree and writer; the same comparison gives the same bytes."""
    potongan = lembar.potongan or (tuple(range(len(lembar.kolom))),)
    tabel = [_tabel(lembar, kolom, n, cetak=True) for n, kolom in enumerate(potongan, 1)]
    gambar = tuple(
        Gambar(f"lembar/bagan/{n}", b.judul, b, lembar.sumber, dengan_tabel=False)
        for n, b in enumerate(lembar.bagan, 1)
        if not b.kosong
    )
    dokumen = _dokumen(lembar, tabel)
    if gambar:
        dokumen = replace(dokumen, bab=(*dokumen.bab, Bab("lembar/bagan", "Bagan", gambar)))
    return cetak_pdf(beri_nomor(dokumen), simpanan=Simpanan(settings.DATA_DIR / "simpanan-cetak"), proses=1).isi


def _dokumen(lembar: Lembaran, isi: Sequence[Tabel]) -> Dokumen:
    awal: list[Blok] = [Paragraf((lembar.pilihan,))]
    if lembar.ringkasan:
        isi = [isi[0], _ringkasan(lembar), *isi[1:]]
    bab = Bab("lembar", lembar.judul, (*awal, *isi), JenisBab.ISI, Kertas.LEBAR)
    return Dokumen(lembar.judul, (bab,), kepala="Perbandingan antarsatker", pengenal=lembar.alamat)


def _tabel(lembar: Lembaran, pilih: Sequence[int], nomor: int = 1, *, cetak: bool = False) -> Tabel:
    kolom = [lembar.kolom[k] for k in pilih]
    return Tabel(
        f"lembar/isi/{nomor}",
        lembar.judul if nomor == 1 else f"{lembar.judul} (lanjutan)",
        tuple(Kolom(k.judul, format=_format(k)) for k in kolom),
        tuple(baris(*(_sel(lembar, r, k, cetak=cetak) for k in pilih)) for r in range(len(lembar.baris))),
        catatan=(lembar.catatan,),
        sumber=lembar.sumber,
        kertas=Kertas.LEBAR,
    )


def _sel(lembar: Lembaran, r: int, k: int, *, cetak: bool) -> Sel:
    isi, tanda = lembar.baris[r][k], lembar.tanda.get((r, k), "") if cetak else ""
    if tanda and not isinstance(isi, str):
        return Sel((f"{tanda} ", Figur(isi, _format(lembar.kolom[k]))))
    return Sel(lembar.ringkas.get(isi, isi) if cetak and isinstance(isi, str) else isi)


def _format(k: KolomLembar) -> Format:
    if not k.angka:
        return Format.TEKS
    return Format.BILANGAN if k.bulat else Format.NILAI


def _ringkasan(lembar: Lembaran) -> Tabel:
    return Tabel(
        "lembar/ringkasan",
        f"Ringkasan: {lembar.judul}",
        (Kolom("Ukuran"), Kolom("Nilai", format=Format.NILAI)),
        tuple(baris(nama, Sel(f)) for _, nama, f in lembar.ringkasan),
        sumber=lembar.sumber,
        kertas=Kertas.LEBAR,
    )
