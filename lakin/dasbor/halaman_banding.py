"""The comparison written before the template: figures as links, heads that sort, pins, chart."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass

from django.urls import reverse
from django.utils.safestring import SafeString

from lakin.banding.berkas import KolomBanding, isi_sel, judul_banding, kolom_banding, ringkasan_banding
from lakin.banding.jajaran_satker import HasilBanding
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.jajaran import CAPAIAN, REALISASI, BarisJajaran
from lakin.dasbor.bagan import GambarRingkas, gambar_ringkas
from lakin.dokumen.grafik import Acuan, Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format
from lakin.web.templatetags.angka import tautan_figur

MENURUT = {"realisasi": "Realisasi", "capaian": "Capaian", "tumbuh": "Pertumbuhan"}
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
    lapor: tuple[Triwulan, ...]
    keterangan: str
    sumber: str
    profil: str
    """Where the satker's profile is; '' for one whose pages the person may not open."""


def kolom_halaman(h: HasilBanding) -> tuple[KolomBanding, ...]:
    """The columns that hold figures, the rank apart."""
    return tuple(k for k in kolom_banding(h) if k.angka and k.kode != "peringkat")


def kepala(h: HasilBanding) -> tuple[Kepala, ...]:
    """Return the heads in order: rank, satker, then the figures."""
    semua = (KolomBanding("peringkat", "Peringkat"), KolomBanding("nama", "Satker"), *kolom_halaman(h))
    t = h.tanya
    arah = "descending" if t.turun else "ascending"
    return tuple(Kepala(k.judul, t.diurut(k.kode).alamat, arah if k.kode == t.urut else "", k.angka) for k in semua)


def baris(h: HasilBanding, terlihat: Collection[str]) -> tuple[Baris, ...]:
    """Return the rows of the page that is asked for; ``terlihat`` are the satkers whose pages the person may open."""
    kolom = kolom_halaman(h)
    return tuple(_baris(h, b, kolom, b.peserta.kode in terlihat) for b in h.sehalaman)


def _baris(h: HasilBanding, b: BarisJajaran, kolom: tuple[KolomBanding, ...], terlihat: bool) -> Baris:
    p = b.peserta
    return Baris(
        p.kode,
        p.nama,
        p.jenis,
        p.kode in h.tanya.sematan,
        h.tanya.disemat(p.kode).alamat,
        tautan_figur(b.peringkat, Format.BILANGAN),
        tuple((k.judul, tautan_figur(s)) for k in kolom if not isinstance(s := isi_sel(b, k), str)),
        tuple(
            Triwulan(tw, TANDA.get(keadaan, "–"), keadaan or "belum dibuka") for tw, keadaan in enumerate(p.lapor, 1)
        ),
        p.catatan or ("Belum melapor" if b.belum else ""),
        p.sumber,
        f"{reverse('profil_banding', args=[p.kode])}?tahun={h.tanya.tahun}" if terlihat else "",
    )


def ringkasan(h: HasilBanding) -> dict[str, SafeString]:
    """Return the figures of all by their code."""
    return {kode: tautan_figur(f) for kode, _, f in ringkasan_banding(h)}


def tanya_nol(h: HasilBanding) -> bool:
    """Whether counting what is missing as zero would move the mean."""
    r = h.jajaran.ringkasan
    return isinstance(r.rata, Angka) and isinstance(r.rata_nol, Angka) and r.rata.nilai != r.rata_nol.nilai


def gambar(h: HasilBanding) -> GambarRingkas | None:
    """Return the chart of the rows in their order, with the mean as a line; None where there is nothing to draw."""
    tampil = h.sehalaman
    menurut = h.tanya.menurut
    bagan = Bagan(
        JenisBagan.BATANG,
        f"{MENURUT[menurut]}: {judul_banding(h)}",
        _nama(tampil),
        (Seri(MENURUT[menurut], tuple(_nilai(b, menurut) for b in tampil)),),
        _satuan(h),
        acuan=Acuan("Rata-rata", r) if isinstance(r := h.jajaran.ringkasan.rata, Angka) else None,
    )
    return None if bagan.kosong else gambar_ringkas(bagan)


def _nilai(b: BarisJajaran, menurut: str) -> Bahan:
    figur = b.figur(menurut)
    assert figur is not None, "one of the three"
    return figur


def _satuan(h: HasilBanding) -> str:
    if h.tanya.menurut != REALISASI:
        return "%" if h.tanya.menurut == CAPAIAN else "% terhadap tahun lalu"
    return h.jajaran.susunan.utama.satuan or h.pokok.satuan


def _nama(baris: tuple[BarisJajaran, ...]) -> tuple[str, ...]:
    """The names of satkers; a name that two of them bear has its code behind it."""
    banyak = Counter(b.peserta.nama for b in baris)
    return tuple(
        b.peserta.nama if banyak[b.peserta.nama] == 1 else f"{b.peserta.nama} ({b.peserta.kode})" for b in baris
    )
