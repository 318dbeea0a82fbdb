"""A figure explained on screen: what the engine says of it, with links to its inputs and its raw rows."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.html import format_html

from lakin.capaian import jelaskan as mesin
from lakin.capaian.angka_jelas import DICATAT, DIGANTI, DIHITUNG, Angka, Bahan, Cara
from lakin.capaian.banding import Pembanding
from lakin.capaian.deklarasi import Jenis, Medan, medan
from lakin.capaian.hasil import Hasil, HasilIndikator
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.capaian.sampai import SETAHUN
from lakin.dasbor.bagan import turunan
from lakin.dokumen.pohon import Format
from lakin.laporan.konteks import KoreksiLaporan
from lakin.laporan.sebutan import sebutan
from lakin.laporan.susun import figur_laporan
from lakin.web.templatetags.angka import tautan_figur, teks_figur, url_penjelasan

TERBANYAK = 40
"""Inputs listed in one explanation; the rest is counted."""

BANDING = "banding"
"""Where addresses of figures over many satkers begin, in the place of a satker."""

_ASAL = {DICATAT: "dicatat", DIHITUNG: "dihitung", DIGANTI: "menggantikan hasil hitungan"}


@dataclass(frozen=True, slots=True)
class ButirBahan:
    """One input: its letter in the formula, its name, and a link to its own explanation."""

    huruf: str
    nama: str
    nilai: str


@dataclass(frozen=True, slots=True)
class DataDasar:
    """The raw rows behind a realisasi."""

    kepala: tuple[tuple[str, bool], ...]
    baris: tuple[tuple[tuple[str, bool], ...], ...]


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """All that the screen says of one figure."""

    judul: str
    nama: str
    nilai: str
    ada: bool
    asal: str
    rumus: str
    arti: str
    """What the one letter of a repeated formula stands for."""
    diganti: bool
    jelas: mesin.Penjelasan
    bahan: tuple[ButirBahan, ...]
    bahan_lain: int
    data: DataDasar | None


def angka_pada(
    hasil: Hasil,
    alamat: str,
    pembanding: Pembanding | None = None,
    triwulan: int = SETAHUN,
    koreksi: tuple[KoreksiLaporan, ...] = (),
) -> Bahan | None:
    """Return the figure at an address: the engine's, the overview's or the report's own; None where there is none."""
    return (
        hasil.alamat.get(alamat)
        or turunan(hasil).get(alamat)
        or figur_laporan(hasil, pembanding, triwulan, koreksi).get(alamat)
    )


def jelaskan(
    hasil: Hasil,
    alamat: str,
    pembanding: Pembanding | None = None,
    triwulan: int = SETAHUN,
    koreksi: tuple[KoreksiLaporan, ...] = (),
) -> Penjelasan | None:
    """Return the explanation of the figure at an address; None where there is no such figure."""
    bahan = angka_pada(hasil, alamat, pembanding, triwulan, koreksi)
    return None if bahan is None else uraikan(hasil, alamat, bahan)


def uraikan(hasil: Hasil | None, alamat: str, bahan: Bahan) -> Penjelasan:
    """Return the explanation of a figure that was found at an address; one over many satkers has no ``hasil``."""
    bagian = alamat.split("/")
    h = hasil.indikator.get(bagian[2]) if hasil and len(bagian) > 2 else None
    angka = bahan if isinstance(bahan, Angka) else None
    cara = bahan.cara
    return Penjelasan(
        judul=sebutan(alamat) if hasil else bahan.label or "Angka perbandingan",
        nama=h.fakta.nama if h else bahan.label,
        nilai=teks_figur(bahan, Format.SATUAN),
        ada=angka is not None,
        asal=_ASAL[angka.asal] if angka else "",
        rumus=cara.tulisan.replace("_", "-") if cara else "",
        arti="{} = {}".format(*cara.huruf[0]) if cara and cara.berulang else "",
        diganti=angka is not None and angka.asal == DIGANTI,
        jelas=mesin.jelaskan(bahan),
        bahan=tuple(_butir(cara, i, b) for i, b in enumerate(bahan.bahan[:TERBANYAK])),
        bahan_lain=max(0, len(bahan.bahan) - TERBANYAK),
        data=_data(h, hasil.fakta.tahun) if hasil and h and _tentang_realisasi(alamat) else None,
    )


def _butir(cara: Cara | None, urut: int, bahan: Bahan) -> ButirBahan:
    nilai = tautan_figur(bahan, Format.SATUAN)
    if cara and not cara.berulang and urut < len(cara.huruf):
        huruf, arti = cara.huruf[urut]
        return ButirBahan(huruf, arti, nilai)
    if "/baris/" in bahan.alamat and bahan.label:
        return ButirBahan("", bahan.label, nilai)
    if bahan.alamat.startswith(f"{BANDING}/"):
        return ButirBahan("", bahan.label, nilai)
    return ButirBahan("", sebutan(bahan.alamat) if bahan.alamat else bahan.label, nilai)


def _tentang_realisasi(alamat: str) -> bool:
    return alamat.split("/")[3:4] in (["realisasi"], ["nilai_hitung"])


def _data(h: HasilIndikator, tahun: int) -> DataDasar | None:
    """The raw rows as their formula declares them, each number a link to its own explanation."""
    rumus = cari_rumus(h.fakta.rumus, tahun) if h.fakta.rumus else None
    if rumus is None or not h.baris:
        return None
    kolom = [m for m in medan(rumus) if _tampil(m, h)]
    label = rumus.label_hasil_baris if any(b.hasil is not None for b in h.baris) else ""
    kepala = [(m.label, m.jenis == "angka") for m in kolom] + ([(label, True)] if label else [])
    baris = []
    for b in h.baris:
        sel = [_sel(b.isi.get(m.kode, ""), m) for m in kolom]
        if label:
            sel.append((tautan_figur(b.hasil), True) if b.hasil is not None else ("", True))
        baris.append(tuple(sel))
    return DataDasar(tuple(kepala), tuple(baris))


def _tampil(m: Medan, h: HasilIndikator) -> bool:
    """Fields that only machines read, and those that nobody filled in, stay away."""
    return not m.kode.startswith("kode_") and any(b.isi.get(m.kode, "") != "" for b in h.baris)


def _sel(sel: Bahan | str, m: Medan) -> tuple[str, bool]:
    if not isinstance(sel, str):
        return tautan_figur(sel), True
    url = url_penjelasan(sel) if m.jenis is Jenis.ALAMAT else ""
    return (format_html('<a href="{}">{}</a>', url, sel) if url else sel), False
