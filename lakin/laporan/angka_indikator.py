"""Figures of single indicators that only the report prints: sums of services, counts of the audit."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, dicatat
from lakin.capaian.hasil import HasilBaris, HasilIndikator
from lakin.capaian.himpun import jumlah, persen
from lakin.capaian.katalog import rumus
from lakin.capaian.rumus.gulungan import RasioSatker
from lakin.capaian.rumus.pengawasan import TindakLanjut
from lakin.capaian.rumus.pertumbuhan import PertumbuhanLayanan
from lakin.capaian.rumus.survei import IndeksSurvei
from lakin.laporan.angka_laporan import akar
from lakin.laporan.konteks import Konteks

UKURAN = {RasioSatker.kode: "penyebut"}
"""The field that says whether a satker has reported, where it is not ``nilai``."""


def dua_tahun(k: Konteks, h: HasilIndikator) -> tuple[Bahan, Bahan] | None:
    """The sums over services of last year and this year; None for an indicator that is not made so."""
    if h.fakta.rumus != PertumbuhanLayanan.kode or not h.baris:
        return None
    lalu, ini = (_jumlah(k, h, kolom) for kolom in ("lalu", "ini"))
    return lalu, ini


def _jumlah(k: Konteks, h: HasilIndikator, kolom: str) -> Bahan:
    sel = [b.isi[kolom] for b in h.baris]
    bagian = [s for s in sel if not isinstance(s, str)]
    desimal = max((s.desimal for s in bagian if isinstance(s, Angka)), default=0)
    tahun = {"lalu": k.tahun - 1, "ini": k.tahun}[kolom]
    return jumlah(
        f"{akar(k)}/{h.fakta.kode}/jumlah/{kolom}", bagian, desimal, label=f"Jumlah seluruh layanan tahun {tahun}"
    )


def layanan_survei(k: Konteks, h: HasilIndikator) -> tuple[tuple[str, Bahan, Bahan], ...]:
    """Each service of a survey: its name, its index and that against the indicator's target."""
    if h.fakta.rumus != IndeksSurvei.kode:
        return ()
    dasar = f"{akar(k)}/{h.fakta.kode}/baris"
    return tuple(
        (str(b.isi["layanan"]), indeks, persen(f"{dasar}/{b.urut}/hasil", indeks, h.target, label="Capaian"))
        for b in h.baris
        if not isinstance(indeks := b.isi["indeks"], str)
    )


@dataclass(frozen=True, slots=True)
class Pelapor:
    """How many rows of a rolled-up indicator have a value, and how many have not."""

    semua: Angka
    melapor: Angka
    belum: Angka


def pelapor(k: Konteks, h: HasilIndikator) -> Pelapor | None:
    """Who has reported; None for an indicator whose rows are its satker's own."""
    aturan = rumus(h.fakta.rumus, k.tahun) if h.fakta.rumus else None
    if aturan is None or not aturan.digulung or not h.baris:
        return None
    medan = UKURAN.get(aturan.kode, "nilai")
    sel = [x for b in h.baris if not isinstance(x := b.isi[medan], str)]
    ada = tuple(x for x in sel if isinstance(x, Angka))
    dasar = f"{akar(k)}/{h.fakta.kode}/pelapor"
    return Pelapor(
        _banyak(f"{dasar}/semua", tuple(sel), len(sel), "Seluruh baris"),
        _banyak(f"{dasar}/melapor", ada, len(ada), "Yang sudah bernilai"),
        _banyak(f"{dasar}/belum", tuple(x for x in sel if x not in ada), len(sel) - len(ada), "Belum dilaporkan"),
    )


def _banyak(alamat: str, sel: tuple[Bahan, ...], banyak: int, label: str) -> Angka:
    return Angka(alamat, Decimal(banyak), 0, "", DIHITUNG, label, None, sel)


@dataclass(frozen=True, slots=True)
class Bidang:
    """The audit in one field, or its total."""

    nama: str
    temuan: Bahan
    rekomendasi: Bahan
    selesai: Bahan


def pengawasan(k: Konteks, h: HasilIndikator) -> tuple[Bidang, ...]:
    """The audit by field and in total; empty for an indicator that does not follow one up."""
    if h.fakta.rumus != TindakLanjut.kode or not k.fakta.pengawasan:
        return ()
    dasar = f"{akar(k)}/{h.fakta.kode}/pengawasan"
    bidang = [
        Bidang(
            f.bidang,
            dicatat(f"{dasar}/{n}/temuan", f.temuan, 0, "temuan", f"Temuan: {f.bidang}", f.sumber),
            dicatat(f"{dasar}/{n}/rekomendasi", f.rekomendasi, 0, "rekomendasi", f"Rekomendasi: {f.bidang}", f.sumber),
            _selesai(f"{dasar}/{n}/selesai", f.bidang, [b for b in h.baris if b.isi.get("bidang") == f.bidang]),
        )
        for n, f in enumerate(k.fakta.pengawasan, 1)
    ]
    return (
        *bidang,
        Bidang(
            "Jumlah",
            jumlah(f"{dasar}/jumlah/temuan", [b.temuan for b in bidang], 0, label="Seluruh temuan"),
            jumlah(f"{dasar}/jumlah/rekomendasi", [b.rekomendasi for b in bidang], 0, label="Seluruh rekomendasi"),
            jumlah(f"{dasar}/jumlah/selesai", [b.selesai for b in bidang], 0, label="Seluruhnya ditindaklanjuti"),
        ),
    )


def _selesai(alamat: str, bidang: str, baris: Sequence[HasilBaris]) -> Bahan:
    hasil = [b.hasil for b in baris if b.hasil is not None]
    if not hasil:
        return dicatat(alamat, Tiada.KOSONG, 0, "rekomendasi", bidang, belum="Rekomendasinya belum dirinci.")
    return jumlah(alamat, hasil, 0, label=f"Ditindaklanjuti: {bidang}", cara=TindakLanjut.cara_selesai)


def kegiatan_perusahaan(baris: HasilBaris) -> tuple[str, str]:
    """The company of a raw row and what was done there."""
    return str(baris.isi.get("perusahaan", "")), str(baris.isi.get("kegiatan", ""))
