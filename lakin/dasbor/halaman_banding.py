"""The comparison written before the template: figures as links, heads that sort, pins, chart."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from lakin.alur.enums import Keadaan
from lakin.banding.berkas import bagan_banding, isi_sel, kolom_banding, letak, ringkasan_banding
from lakin.banding.jajaran_satker import HasilBanding
from lakin.banding.lembaran import KolomLembar
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.jajaran import BarisJajaran
from lakin.dasbor.bagan import GambarRingkas, gambar_ringkas
from lakin.dokumen.pohon import Format
from lakin.web.templatetags.angka import tautan_figur

LAPOR = (("", "Semua"), ("sudah", "Sudah melapor"), ("belum", "Belum melapor"))
TANDA = {"diverifikasi": "✓", "terkunci": "✓", "diajukan": "›", "dikembalikan": "‹", "draf": "○"}


@dataclass(frozen=True, slots=True)
class Kepala:
    """A head that sorts: where a click leads, and how it is sorted now."""

    judul: str
    tanya: str
    arah: str
    angka: bool


@dataclass(frozen=True, slots=True)
class Triwulan:
    """The state of one triwulan as a sign and a word."""

    nomor: int
    tanda: str
    nama: str


@dataclass(frozen=True, slots=True)
class Baris:
    """A satker on the page."""

    kode: str
    nama: str
    jenis: str
    disemat: bool
    tanya_semat: str
    peringkat: str
    sel: tuple[tuple[str, str], ...]
    """Head and figure."""
    letak: str
    """The quarter in words."""
    lapor: tuple[Triwulan, ...]
    keterangan: str
    sumber: str
    profil: str
    """Where the satker's profile is; '' for one whose pages the person may not open."""


def kolom_halaman(h: HasilBanding) -> tuple[KolomLembar, ...]:
    """The columns that hold figures, the rank apart."""
    return tuple(k for k in kolom_banding(h) if k.angka and k.kode != "peringkat")


def kepala(h: HasilBanding) -> tuple[Kepala, ...]:
    """Return the heads in order: rank, satker, then the figures."""
    semua = (
        KolomLembar("peringkat", "Peringkat"),
        KolomLembar("nama", "Satker", angka=False),
        *kolom_halaman(h),
    )
    t = h.tanya
    arah = "descending" if t.turun else "ascending"
    return tuple(Kepala(k.judul, t.diurut(k.kode).alamat, arah if k.kode == t.urut else "", k.angka) for k in semua)


def baris(h: HasilBanding, terlihat: Collection[str]) -> tuple[Baris, ...]:
    """Return the rows of the page that is asked for; ``terlihat`` are the satkers whose pages the person may open."""
    kolom = kolom_halaman(h)
    return tuple(_baris(h, b, kolom, b.peserta.kode in terlihat) for b in h.sehalaman)


def _baris(h: HasilBanding, b: BarisJajaran, kolom: tuple[KolomLembar, ...], terlihat: bool) -> Baris:
    p = b.peserta
    return Baris(
        p.kode,
        p.ringkas,
        p.jenis,
        p.kode in h.tanya.sematan,
        h.tanya.disemat(p.kode).alamat,
        tautan_figur(b.peringkat, Format.BILANGAN),
        tuple(
            (k.judul, tautan_figur(s, Format.BILANGAN if k.bulat else Format.NILAI))
            for k in kolom
            if not isinstance(s := isi_sel(h, b, k), str)
        ),
        letak(h, b) if b.melapor else "",
        tuple(
            Triwulan(tw, TANDA.get(keadaan, "–"), keadaan or "belum dibuka") for tw, keadaan in enumerate(p.lapor, 1)
        ),
        p.catatan or ("Belum melapor" if b.belum else ""),
        p.sumber,
        f"{reverse('profil_banding', args=[p.kode])}?tahun={h.tanya.tahun}" if terlihat else "",
    )


KEADAAN = (*Keadaan.choices, ("", "Belum dibuka"))


def lapor_triwulan(h: HasilBanding) -> tuple[tuple[int, tuple[int, ...]], ...]:
    """Return for each triwulan how many satkers are in each state; () where nobody's state may be told."""
    semua = [b.peserta.lapor for b in h.jajaran.baris]
    if not any(semua):
        return ()
    return tuple(
        (tw, tuple(sum(1 for s in semua if (s[tw - 1] if s else "") == kode) for kode, _ in KEADAAN))
        for tw in (1, 2, 3, 4)
    )


def ringkasan(h: HasilBanding) -> dict[str, SafeString]:
    """Return the figures of all by their code."""
    return {kode: tautan_figur(f) for kode, _, f in ringkasan_banding(h)}


def tanya_nol(h: HasilBanding) -> bool:
    """Whether counting what is missing as zero would move the mean."""
    r = h.jajaran.ringkasan
    return isinstance(r.rata, Angka) and isinstance(r.rata_nol, Angka) and r.rata.nilai != r.rata_nol.nilai


def gambar(h: HasilBanding) -> GambarRingkas | None:
    """Return the chart of the page's rows in their order, with the mean as a line; None where there is nothing."""
    bagan = bagan_banding(h, h.sehalaman)
    return None if bagan.kosong else gambar_ringkas(bagan)
