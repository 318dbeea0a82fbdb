"""A satker's task list: what is due now, what is missing, and where to fill it in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lakin.alur.models import Periode
from lakin.alur.transisi_laporan import BUKA, TARIK
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import Hasil, HasilSimpul
from lakin.laporan.keadaan import KeadaanHalaman, keadaan_laporan
from lakin.laporan.periksa_laporan import kelengkapan_terkini
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri import kelengkapan

DEKAT = 60
"""Days within which the number of days is worth saying."""


@dataclass(frozen=True, slots=True)
class Kurang:
    """One thing that nobody has filled in yet: where it is, and what it is called."""

    kode: str
    nama: str
    apa: str
    jangkar: str


@dataclass(frozen=True, slots=True)
class Isian:
    """How much of one kind of entry is there."""

    terisi: int
    jumlah: int
    kurang: tuple[Kurang, ...]

    @property
    def penuh(self) -> bool:
        """Whether nothing is missing."""
        return self.terisi == self.jumlah


@dataclass(frozen=True, slots=True)
class Tugas:
    """What is due in a triwulan."""

    triwulan: int
    nama: str
    indikator: Isian
    anggaran: Isian


def tugas(hasil: Hasil, triwulan: int) -> Tugas:
    """Return what a triwulan still needs."""
    lengkap = kelengkapan(hasil, triwulan)
    kurang = tuple(
        Kurang(kode, hasil.indikator[kode].fakta.nama, apa, _jangkar(kode, apa)) for kode, apa in lengkap.kurang
    )
    return Tugas(
        triwulan,
        nama_triwulan(triwulan),
        Isian(lengkap.terisi, lengkap.jumlah, kurang),
        _anggaran(hasil, triwulan),
    )


def _jangkar(kode: str, apa: str) -> str:
    """The id of the first blank field on the entry page."""
    return f"sel-{kode}-fisik" if apa.startswith("fisik") else f"sel-{kode}"


def _anggaran(hasil: Hasil, triwulan: int) -> Isian:
    daun = [s for s in hasil.anggaran.simpul.values() if s.daun]
    kosong = [s for s in daun if not isinstance(s.triwulan[triwulan - 1], Angka) and not _setahun(s)]
    kurang = tuple(
        Kurang(s.fakta.kode_cetak, s.fakta.uraian, "realisasi", f"uang-{s.fakta.kode}-{triwulan}") for s in kosong
    )
    return Isian(len(daun) - len(kosong), len(daun), kurang)


def _setahun(s: HasilSimpul) -> bool:
    """Whether the money of a leaf is known for the year as a whole."""
    return isinstance(s.realisasi, Angka) and not any(isinstance(t, Angka) for t in s.triwulan)


@dataclass(frozen=True, slots=True)
class TugasLakin:
    """What the yearly report still needs, and where it stands."""

    keadaan: KeadaanHalaman
    wajib: int
    """Things that block handing in."""

    @property
    def giliran(self) -> bool:
        """Whether the next step is the user's."""
        return bool(self.keadaan.langkah - {TARIK, BUKA})


def tugas_lakin(pengguna: Any, satker: Satker, tahun: int) -> TugasLakin:
    """Return what the yearly report still needs of a user."""
    return TugasLakin(keadaan_laporan(pengguna, satker, tahun), len(kelengkapan_terkini(satker, tahun).penghalang))


def tenggat(periode: Periode | None, hari_ini: date) -> str:
    """Return the deadline in words, with the days left where they are few."""
    if periode is None or periode.tenggat is None:
        return ""
    sisa = (periode.tenggat - hari_ini).days
    tanggal = tulis_tanggal(periode.tenggat)
    if sisa == 0:
        return f"{tanggal} · hari ini"
    if 0 < sisa <= DEKAT:
        return f"{tanggal} · {sisa} hari lagi"
    if -DEKAT <= sisa < 0:
        return f"{tanggal} · lewat {-sisa} hari"
    return f"{tanggal} · sudah lewat" if sisa < 0 else tanggal
