"""The board of the secretariat: every satker's triwulan and LAKIN of a year; states and completeness, no values."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from io import StringIO
from typing import Any

from django.db.models import Count, Q
from django.urls import reverse

from lakin.alur.daftar_periode import baris_periode
from lakin.alur.enums import Keadaan, KeadaanKoreksi
from lakin.alur.models import Koreksi, Periode
from lakin.angka import romawi, tulis_tanggal
from lakin.dasbor.selectors import BarisSatker, Lengkap, daftar, satker_tampak
from lakin.laporan.models import TAHUNAN, Laporan
from lakin.organisasi.models import Satker

BELUM_DIBUKA = "belum"
BERIKUTNYA = 8
"""Triwulan that the list of what to review next names; the rest is counted."""
_RUMUS = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True)
class Saringan:
    """What the board is narrowed to; zero and '' are no limit."""

    tahun: int
    triwulan: int = 0
    keadaan: str = ""
    cari: str = ""
    terlambat: bool = False

    @classmethod
    def dari(cls, isi: dict[str, str], tahun: list[int], kini: int) -> Saringan:
        """Read the query of the address; what is not known is no limit, and the year is the newest of ``tahun``."""
        t, tw, keadaan = isi.get("tahun", ""), isi.get("triwulan", ""), isi.get("keadaan", "")
        return cls(
            int(t) if t.isascii() and t.isdigit() and int(t[:5]) in tahun else (tahun[0] if tahun else kini),
            int(tw) if tw in ("1", "2", "3", "4") else 0,
            keadaan if keadaan in (*Keadaan.values, BELUM_DIBUKA) else "",
            isi.get("cari", "").strip()[:80],
            isi.get("terlambat") == "1",
        )

    @property
    def ada(self) -> bool:
        """Whether anything but the year is narrowed."""
        return bool(self.triwulan or self.keadaan or self.cari or self.terlambat)


@dataclass(frozen=True, slots=True)
class SelPapan:
    """One triwulan of a satker on the board."""

    isi: Lengkap
    terlambat: bool
    tertutup: bool

    @property
    def triwulan(self) -> int:
        """Its number."""
        return self.isi.triwulan

    @property
    def periode(self) -> Periode | None:
        """Its period, where it has been opened."""
        return self.isi.periode

    @property
    def dapat_diverifikasi(self) -> bool:
        """Whether it waits for the review."""
        return self.periode is not None and self.periode.keadaan == Keadaan.DIAJUKAN

    @property
    def tautan_telaah(self) -> str:
        """Where it is reviewed."""
        p = self.periode
        return _tautan_telaah(p) if p else ""

    def cocok(self, s: Saringan) -> bool:
        """Whether it is what the board is narrowed to."""
        keadaan = self.periode.keadaan if self.periode else BELUM_DIBUKA
        return s.triwulan in (0, self.triwulan) and s.keadaan in ("", keadaan) and (self.terlambat or not s.terlambat)


@dataclass(frozen=True, slots=True)
class BarisPapan:
    """One satker of the board."""

    satker: Satker
    nama: str
    sel: tuple[SelPapan, ...]
    laporan: Laporan | None
    versi: int
    """Approved versions of its LAKIN."""

    @property
    def ada_pk(self) -> bool:
        """Whether there is something to measure against that year."""
        return bool(self.sel)


@dataclass(frozen=True, slots=True)
class Tunggu:
    """A triwulan that waits for the review, since when."""

    satker: Satker
    triwulan: int
    sejak: datetime | None
    tautan: str


@dataclass(frozen=True, slots=True)
class Papan:
    """The board and what stands beside it."""

    saringan: Saringan
    baris: tuple[BarisPapan, ...]
    semua: tuple[BarisSatker, ...]
    """All satkers, for the counts above the board."""
    berikutnya: tuple[Tunggu, ...]
    menunggu: int
    koreksi: tuple[Koreksi, ...]
    """Requests for a correction that nobody has decided yet."""
    tanpa_pk: tuple[BarisSatker, ...]
    """Satkers without a PK of the year, which have nothing to be watched."""


def papan(pengguna: Any, s: Saringan, hari_ini: date) -> Papan:
    """Return the board as far as the user may list satkers."""
    semua = daftar(satker_tampak(pengguna, s.cari), s.tahun)
    laporan = _laporan(s.tahun)
    baris = tuple(_baris(b, laporan.get(b.satker.pk), hari_ini) for b in semua)
    tunggu = sorted(
        (sel.periode for b in baris for sel in b.sel if sel.dapat_diverifikasi and sel.periode),
        key=lambda p: (p.diajukan_pada is None, p.diajukan_pada, p.pk),
    )
    nama = {b.satker.pk: b.satker for b in semua}
    return Papan(
        s,
        tuple(b for b in baris if b.ada_pk and _cocok(b, s)),
        tuple(semua),
        tuple(_tunggu(p, nama[p.satker_id]) for p in tunggu[:BERIKUTNYA]),
        len(tunggu),
        tuple(
            Koreksi.objects.filter(keadaan=KeadaanKoreksi.DIMINTA, periode__satker__in=list(nama))
            .select_related("periode__satker", "diminta_oleh")
            .order_by("diminta_pada")
        ),
        () if s.triwulan or s.keadaan or s.terlambat else tuple(b for b in semua if not b.ada_pk),
    )


def _laporan(tahun: int) -> dict[int, tuple[Laporan, int]]:
    lengkap = Count("terbitan", filter=Q(terbitan__berkas__isnull=False))
    semua = Laporan.objects.filter(tahun=tahun, triwulan=TAHUNAN).annotate(banyak=lengkap)
    return {x.satker_id: (x, x.banyak) for x in semua}


def _baris(b: BarisSatker, laporan: tuple[Laporan, int] | None, hari_ini: date) -> BarisPapan:
    return BarisPapan(b.satker, b.nama, tuple(_sel(t, hari_ini) for t in b.triwulan), *(laporan or (None, 0)))


def _sel(t: Lengkap, hari_ini: date) -> SelPapan:
    if t.periode is None:
        return SelPapan(t, False, False)
    b = baris_periode(t.periode, hari_ini)
    return SelPapan(t, b.terlambat, b.tertutup)


def _cocok(b: BarisPapan, s: Saringan) -> bool:
    tanpa_sel = not (s.triwulan or s.keadaan or s.terlambat)
    return tanpa_sel or any(sel.cocok(s) for sel in b.sel)


def _tunggu(p: Periode, satker: Satker) -> Tunggu:
    p.satker = satker
    return Tunggu(satker, p.triwulan, p.diajukan_pada, _tautan_telaah(p))


def _tautan_telaah(p: Periode) -> str:
    return reverse("telaah", args=[p.satker.kunci, p.tahun, p.triwulan])


# --- as a file --------------------------------------------------------------------


def tulis_csv(baris: Iterable[BarisPapan]) -> bytes:
    """The rows of the board as CSV; a cell that begins like a formula is made plain."""
    wadah = StringIO()
    tulis = csv.writer(wadah, lineterminator="\r\n")
    kepala = ["Kode", "Singkatan", "Nama"]
    for tw in (1, 2, 3, 4):
        kepala += [f"TW {romawi(tw)} {apa}" for apa in ("keadaan", "terisi", "jumlah", "tenggat", "terlambat")]
    tulis.writerow([*kepala, "LAKIN keadaan", "LAKIN versi disahkan"])
    for b in baris:
        isi = [b.satker.kode or "", b.satker.singkatan, b.nama]
        for sel in b.sel:
            isi += _isi_sel(sel)
        isi += [_keadaan_laporan(b), str(b.versi)]
        tulis.writerow([f"'{s}" if s.startswith(_RUMUS) else s for s in isi])
    return wadah.getvalue().encode("utf-8-sig")


def _isi_sel(sel: SelPapan) -> list[str]:
    p = sel.periode
    return [
        str(p.get_keadaan_display()) if p else "belum dibuka",
        str(sel.isi.terisi),
        str(sel.isi.jumlah),
        tulis_tanggal(p.tenggat) if p and p.tenggat else "",
        "ya" if sel.terlambat else "tidak",
    ]


def _keadaan_laporan(b: BarisPapan) -> str:
    return str(b.laporan.get_keadaan_display()) if b.laporan else "Draf"
