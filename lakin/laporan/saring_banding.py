"""What is shown of a comparison, and the same rows as files: the page and its exports ask for one thing."""

from __future__ import annotations

import csv
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.cetak.aman import bersih
from lakin.cetak.arsip import tetapkan
from lakin.laporan.banding_isi import UbahIsi
from lakin.laporan.banding_versi import JENIS, Perbandingan, UbahAngka

TERCETAK, SEMUA = "tercetak", "semua"
KOLOM = ("Angka", "Alamat", "Perubahan", "Pertama", "Kedua", "Selisih", "Tercetak di")
_KOLOM_NASKAH = ("Bagian", "Judul", "Perubahan", "Dihapus", "Ditambah")
_KOLOM_ISI = ("Milik", "Bagian", "Perubahan", "Pertama", "Kedua")
Isi = str | tuple[Decimal, int]
_RUMUS = ("=", "+", "-", "@", "\t")


@dataclass(frozen=True, slots=True)
class Saringan:
    """Which rows: of a kind of change, printed ones or all, whose name or address holds a word."""

    jenis: str = ""
    tampil: str = TERCETAK
    cari: str = ""

    @staticmethod
    def dari(tanya: Mapping[str, str]) -> Saringan:
        """Read from the address of the page; what is not known counts as not asked."""
        jenis = tanya.get("jenis", "")
        return Saringan(
            jenis if jenis in JENIS else "",
            SEMUA if tanya.get("tampil") == SEMUA else TERCETAK,
            tanya.get("cari", "").strip()[:80],
        )

    def terapkan(self, p: Perbandingan) -> Perbandingan:
        """The rows that pass."""
        return replace(
            p,
            angka=tuple(u for u in p.angka if self._angka(u)),
            naskah=tuple(u for u in p.naskah if self._cocok(u.jenis, u.judul, u.kelompok, u.kode)),
            kerangka=tuple(u for u in p.kerangka if self._cocok(u.jenis, u.apa, *u.jalur)),
            foto=tuple(u for u in p.foto if self._isi(u)),
            kata=tuple(u for u in p.kata if self._isi(u)),
        )

    def _angka(self, u: UbahAngka) -> bool:
        tercetak = self.tampil == SEMUA or u.letak is not None
        return tercetak and self._cocok(u.jenis, u.nama, u.alamat, u.letak.sebutan if u.letak else "")

    def _isi(self, u: UbahIsi) -> bool:
        return self._cocok(u.jenis, u.apa, u.medan, u.lama, u.baru)

    def _cocok(self, jenis: str, *teks: str) -> bool:
        cari = self.cari.lower()
        return self.jenis in ("", jenis) and (not cari or any(cari in t.lower() for t in teks))


def tulis_csv(p: Perbandingan) -> bytes:
    """The figures as CSV; a cell that begins like a formula is made plain."""
    wadah = StringIO()
    tulis = csv.writer(wadah, lineterminator="\r\n")
    tulis.writerow(KOLOM)
    for baris in _baris(p):
        tulis.writerow(f"'{s}" if s.startswith(_RUMUS) and not _bilangan(s) else s for s in baris)
    return wadah.getvalue().encode("utf-8-sig")


def tulis_xlsx(p: Perbandingan, judul: str) -> bytes:
    """All that differs as the sheets of a workbook; numbers are numbers, N/A and kosong are words."""
    from openpyxl import Workbook

    from lakin.cetak.xlsx import sifat

    buku = Workbook(write_only=True)
    for nama, kolom, baris in (
        ("Angka", KOLOM, _baris_angka(p)),
        ("Narasi", _KOLOM_NASKAH, _baris_naskah(p)),
        ("Kerangka", ("Perubahan", "Letak", "Bagian"), _baris_kerangka(p)),
        ("Gambar", _KOLOM_ISI, _baris_isi(p.foto)),
        ("Keterangan data", _KOLOM_ISI, _baris_isi(p.kata)),
    ):
        ws = buku.create_sheet(nama)
        for huruf, lebar in zip("ABCDEFG", (60, 40, 24, 24, 24, 16, 30), strict=True):
            ws.column_dimensions[huruf].width = lebar
        ws.append([_sel(ws, judul)])
        ws.append([_sel(ws, k) for k in kolom])
        for b in baris:
            ws.append([_sel(ws, s) for s in b])
    wadah = BytesIO()
    buku.save(wadah)
    buku.close()
    return tetapkan(wadah.getvalue(), {"docProps/core.xml": sifat(judul)})


def _sel(ws: Any, isi: Isi) -> Any:
    """A cell: a number with its decimals, or text that is never a formula, whatever it begins with."""
    from openpyxl.cell import WriteOnlyCell

    if isinstance(isi, str):
        sel = WriteOnlyCell(ws, value=bersih(isi))
        sel.data_type = "s"
        return sel
    nilai, desimal = isi
    sel = WriteOnlyCell(ws, value=nilai)
    sel.number_format = "#,##0" + (f".{'0' * desimal}" if desimal else "")
    return sel


def _baris_angka(p: Perbandingan) -> Iterator[tuple[Isi, ...]]:
    for u, teks in zip(p.angka, _baris(p), strict=True):
        desimal = max((b.desimal for b in (u.lama, u.baru) if isinstance(b, Angka)), default=0)
        selisih: Isi = (u.selisih, desimal) if u.selisih is not None else ""
        yield *teks[:3], _nilai(u.lama, teks[3]), _nilai(u.baru, teks[4]), selisih, teks[6]


def _nilai(bahan: Bahan | None, teks: str) -> Isi:
    return (bahan.nilai, bahan.desimal) if isinstance(bahan, Angka) else teks


def _baris(p: Perbandingan) -> Iterator[tuple[str, ...]]:
    for u in p.angka:
        letak = u.letak.sebutan if u.letak else "tidak tercetak"
        yield u.nama, u.alamat, JENIS[u.jenis], u.teks_lama, u.teks_baru, u.teks_selisih, letak


def _baris_naskah(p: Perbandingan) -> Iterator[tuple[str, ...]]:
    for u in p.naskah:
        hapus, tambah = (
            " … ".join(t.teks for paragraf in u.beda for t in paragraf if t.jenis == j) for j in ("hapus", "tambah")
        )
        yield u.kelompok, u.judul, JENIS[u.jenis], hapus, tambah


def _baris_kerangka(p: Perbandingan) -> Iterator[tuple[str, ...]]:
    for u in p.kerangka:
        yield JENIS[u.jenis], " › ".join(u.jalur), u.apa


def _baris_isi(semua: Iterable[UbahIsi]) -> Iterator[tuple[str, ...]]:
    for u in semua:
        yield u.apa, u.medan, JENIS[u.jenis], u.lama, u.baru


def _bilangan(teks: str) -> bool:
    """A signed number is no formula."""
    return teks[1:].replace(".", "").replace(",", "").isdigit()
