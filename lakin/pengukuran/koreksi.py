"""The corrections of a satker's year with what was changed under each: figures and rows of their own triwulan."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.alur.enums import KeadaanKoreksi
from lakin.alur.models import Koreksi
from lakin.alur.services.koreksi import perubahan_koreksi
from lakin.jejak.models import Jejak
from lakin.jejak.tulisan import Tulisan, tulisan
from lakin.organisasi.models import Satker
from lakin.pengukuran.jejak_terlihat import ISIAN
from lakin.pengukuran.selectors_bukti import kode_alamat, sebutan_alamat, triwulan_alamat


@dataclass(frozen=True, slots=True)
class Ubahan:
    """One change: the indicator's code (or 'anggaran'), what it is of it, and the trace in words."""

    kode: str
    tentang: str
    tulisan: Tulisan


@dataclass(frozen=True, slots=True)
class BarisKoreksi:
    """A request with what was changed under it."""

    koreksi: Koreksi
    ubahan: tuple[Ubahan, ...]

    @property
    def berjalan(self) -> bool:
        """Whether it was approved and is worked on."""
        return self.koreksi.keadaan == KeadaanKoreksi.DISETUJUI

    @property
    def form_putus(self) -> str:
        """Name of the form that decides it."""
        return f"putus-{self.koreksi.pk}"

    @property
    def form_selesai(self) -> str:
        """Name of the form that ends it."""
        return f"selesai-{self.koreksi.pk}"


def koreksi_tahun(satker: Satker, tahun: int) -> list[BarisKoreksi]:
    """Return the requests of a year, newest first."""
    semua = Koreksi.objects.filter(periode__satker=satker, periode__tahun=tahun)
    semua = semua.select_related("periode__satker", "diminta_oleh", "diputus_oleh")
    return [BarisKoreksi(k, tuple(_ubahan(j) for j in jejak_koreksi(k))) for k in semua]


def jejak_koreksi(koreksi: Koreksi) -> list[Jejak]:
    """Return the traces under a correction that belong to its triwulan, oldest first.

    Meanwhile a later triwulan may be filled in by the same people: that is no correction, and still a draft.
    """
    p = koreksi.periode
    jejak = perubahan_koreksi(koreksi).select_related("oleh")
    return [
        j for j in jejak if ISIAN.fullmatch(j.alamat) and triwulan_alamat(p.satker, p.tahun, j.alamat) == p.triwulan
    ]


def _ubahan(j: Jejak) -> Ubahan:
    return Ubahan(kode_alamat(j.alamat), sebutan_alamat(j.alamat), tulisan(j))
