"""What the check page shows before a triwulan is handed in: totals, blanks, warnings with their notes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.urls import reverse
from django.utils.html import format_html
from django.utils.http import urlencode

from lakin.alur.models import Periode
from lakin.alur.transisi import boleh_tulis
from lakin.capaian.hasil import Hasil
from lakin.capaian.serapan import total_triwulan
from lakin.dasbor.ringkasan import Sorotan, sorotan
from lakin.dasbor.tugas import Tugas
from lakin.dokumen.pohon import Format
from lakin.pengukuran.ajuan import BUKTI, Ajuan, Hal, JenisHal
from lakin.pengukuran.models import CatatanIsian
from lakin.web.templatetags.angka import tautan_figur

Kunci = tuple[str, str]
"""Address and rule: what a note answers."""


@dataclass(frozen=True, slots=True)
class Ketikan:
    """A note as it was typed and could not be saved, with the reason."""

    teks: str
    pesan: str = ""


@dataclass(frozen=True, slots=True)
class BarisHal:
    """One finding on the page: where it is mended, and the note that answers it."""

    hal: Hal
    nomor: int
    url: str
    versi: int
    teks: str
    pesan: str
    gugur: str
    """A note written for figures that have changed since: it no longer answers."""
    penulis: str


@dataclass(frozen=True, slots=True)
class HalamanAjuan:
    """The findings of a triwulan by how heavy they are."""

    ajuan: Ajuan
    tidak_mungkin: tuple[BarisHal, ...]
    kosong: tuple[BarisHal, ...]
    janggal: tuple[BarisHal, ...]
    catatan: tuple[BarisHal, ...]

    @property
    def dijawab(self) -> int:
        """Warnings that a note answers."""
        return sum(bool(b.hal.catatan) for b in self.janggal)

    @property
    def penghalang(self) -> tuple[tuple[str, str], ...]:
        """What blocks handing in, each with the place on the page where it stands."""
        isi: list[tuple[str, str]] = []
        if n := len(self.tidak_mungkin):
            isi.append((f"{n} isian tidak mungkin benar dan harus diperbaiki", "#judul-tidak-mungkin"))
        if self.kosong and not self.ajuan.periode.lengkap:
            isi.append((f"{len(self.kosong)} hal belum diisi", "#judul-kosong"))
        if n := len(self.janggal) - self.dijawab:
            isi.append((f"{n} hal janggal belum bercatatan", "#judul-janggal"))
        return tuple(isi)


def halaman_ajuan(a: Ajuan, ketikan: Mapping[Kunci, Ketikan] | None = None) -> HalamanAjuan:
    """Arrange the findings; what was typed and not saved stands in the place of what is stored."""
    p = a.periode
    semua = CatatanIsian.objects.filter(satker_id=p.satker_id, tahun=p.tahun, triwulan=p.triwulan)
    tersimpan = {(c.alamat, c.kaidah): c for c in semua.select_related("oleh")}
    baris = [_baris(p, h, n, tersimpan, ketikan or {}) for n, h in enumerate(a.hal, 1)]

    def jenis(j: JenisHal) -> tuple[BarisHal, ...]:
        return tuple(b for b in baris if b.hal.jenis is j)

    return HalamanAjuan(
        a, jenis(JenisHal.TIDAK_MUNGKIN), jenis(JenisHal.KOSONG), jenis(JenisHal.JANGGAL), jenis(JenisHal.CATATAN)
    )


def _baris(
    p: Periode, h: Hal, nomor: int, tersimpan: Mapping[Kunci, CatatanIsian], ketikan: Mapping[Kunci, Ketikan]
) -> BarisHal:
    kunci = (h.alamat, h.kaidah)
    c, k = tersimpan.get(kunci), ketikan.get(kunci)
    return BarisHal(
        h,
        nomor,
        url_hal(p, h),
        c.versi if c else 0,
        k.teks if k else h.catatan,
        k.pesan if k else "",
        c.isi if c and not h.catatan else "",
        str(c.oleh) if c and c.oleh and h.catatan else "",
    )


def url_hal(p: Periode, h: Hal) -> str:
    """Where a finding is mended: the field, the row, or the evidence of the indicator."""
    letak = (p.satker.kunci, p.tahun)
    if h.kaidah == BUKTI:
        return f"{reverse('bukti_alamat', args=letak)}?{urlencode({'alamat': h.alamat})}"
    tujuan = "entri_anggaran" if h.jangkar.startswith("uang-") else "entri_realisasi"
    return f"{reverse(tujuan, args=(*letak, p.triwulan))}{'#' + h.jangkar if h.jangkar else ''}"


def jumlah_ajuan(hasil: Hasil, t: Tugas) -> tuple[Sorotan, ...]:
    """The totals that whoever hands in answers for: how much is filled, the money, the capaian."""
    uang = total_triwulan(hasil.anggaran, hasil.fakta)[t.triwulan - 1]
    i, a = t.indikator, t.anggaran
    return (
        Sorotan("Indikator terisi", f"{i.terisi} dari {i.jumlah}", "indikator Perjanjian Kinerja"),
        Sorotan("Pos anggaran terisi", f"{a.terisi} dari {a.jumlah}", "pos terbawah pohon anggaran"),
        *sorotan(hasil, t.triwulan),
        Sorotan(
            "Uang triwulan ini",
            tautan_figur(uang.realisasi, Format.SATUAN),
            format_html("kumulatif {}", tautan_figur(uang.realisasi_kumulatif, Format.SATUAN)),
        ),
    )


def dapat_diisi(periode: Periode | None) -> bool:
    """Whether the planner is still at work on it: notes may be written and it may be handed in."""
    return periode is not None and boleh_tulis(periode.keadaan)
