"""The figures of a satker's year: computed now, or kept for as long as no fact has changed."""

from __future__ import annotations

import hashlib
import re
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from threading import Lock
from typing import Any, TypeVar, cast

from lakin.alur.selectors import triwulan_tertutup
from lakin.capaian.fakta import Fakta
from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.capaian.sampai import SETAHUN, sampai_triwulan, tanpa_tertutup
from lakin.jejak.models import Jejak, Rantai
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta, kerangka
from lakin.pengukuran.jembatan_atas import dengan_bawahan, di_atas
from lakin.pengukuran.jembatan_isian import Kerangka, isi

T = TypeVar("T")

UMUM = "umum"
"""The chain of facts above satkers: the catalogue, names of satkers."""
_BANYAK = 128
_ISIAN = re.compile(
    r"(?:[^/]+/(?:realisasi/tw[1-4]|fisik/tw[1-4]/realisasi|baris/[0-9]+|penggantian|uraian/.+)"
    r"|anggaran/[^/]+/realisasi/(?:tw[1-4]|tahun)|periode/.+|komentar/.+|tindak(?:/.+)?|catatan/.+|narasi/.+|laporan(?:/.+)?|kelengkapan/.+)"
)
"""Addresses, below satker and year, of what is entered each triwulan or is no fact of the engine."""


@dataclass(frozen=True, slots=True)
class Kepala:
    """Where the chains end: number and hash of the satker's last trace, hash of the common one's (and others')."""

    urut: int
    milik: str
    umum: str


_tersimpan: OrderedDict[tuple[object, ...], tuple[Kepala, object]] = OrderedDict()
_kunci = Lock()


def hasil_segar(satker: Satker, tahun: int, triwulan: int = SETAHUN, pengguna: Any = None) -> Hasil:
    """Return a satker's year until a triwulan, computed from the facts of now; GalatDomain where it has no PK.

    With ``pengguna`` only what that person may see.
    """
    return hitung(tanpa_tertutup(fakta_segar(satker, tahun, triwulan), triwulan_tertutup(pengguna, satker)))


def fakta_segar(satker: Satker, tahun: int, triwulan: int = SETAHUN) -> Fakta:
    """Return the facts of now until a triwulan, with what a unit above has of its satkers; GalatDomain without PK."""
    return dengan_bawahan(sampai_triwulan(fakta(satker, tahun), triwulan), satker, triwulan)


def hasil_terkini(satker: Satker, tahun: int, pengguna: Any = None) -> Hasil:
    """Return a satker's year, computed again only when the trail has grown since; with ``pengguna`` as they see it."""
    return Terkini(satker, pengguna).hasil(tahun)


class Terkini:
    """What is made of a satker's facts, made again only when the trail has grown since.

    Every change of a fact leaves a trace, so the heads of the two chains tell
    whether anything is new: a page without news costs one small query, and one
    after an entry six, because plans and records need not be read again. The
    heads are read before the facts: a change in between is computed twice,
    never missed. With ``pengguna`` the figures are made of what that person
    may see (or without the (year, triwulan) of ``tertutup``), and kept apart from those of others.
    """

    def __init__(
        self, satker: Satker, pengguna: Any = None, *, tertutup: frozenset[tuple[int, int]] | None = None
    ) -> None:
        self.satker = satker
        self.tertutup = triwulan_tertutup(pengguna, satker) if tertutup is None else tertutup
        # What a unit above shows is made of its satkers' facts: any chain that grew may have changed it.
        rantai = Rantai.objects.all() if di_atas(satker) else Rantai.objects.filter(nama__in=(satker.kunci, UMUM))
        ujung = {nama: (urut, sidik) for nama, urut, sidik in rantai.values_list("nama", "urut", "sidik")}
        milik = ujung.pop(satker.kunci, (0, ""))
        umum = ujung.get(UMUM, (0, ""))[1] if len(ujung) < 2 else _sidik(ujung)
        self.kepala = Kepala(*milik, umum)

    def hasil(self, tahun: int) -> Hasil:
        """Return the figures of a year."""
        return self.ambil(("hasil", tahun), lambda: self._hitung(self._kerangka(tahun)))

    def kinerja(self, tahun: int) -> Hasil:
        """Return the figures of the indicators without the budget's: all that the entry page shows, half to read."""
        ada = self._simpanan(("hasil", tahun), milik=True)
        if ada is not None and ada[0] == self.kepala:
            return cast(Hasil, ada[1])
        return self.ambil(("kinerja", tahun), lambda: self._hitung(self._kerangka(tahun, anggaran=False)))

    def seluruh(self, tahun: int) -> Hasil:
        """Return the figures of the indicators whoever asks: for counting what is filled, never for showing it."""
        if not self.tertutup:
            return self.kinerja(tahun)
        utuh = Terkini.__new__(Terkini)
        utuh.satker, utuh.kepala, utuh.tertutup = self.satker, self.kepala, frozenset()
        return utuh.kinerja(tahun)

    def tampak(self, tahun: int, triwulan: int) -> bool:
        """Tell whether values of a triwulan may be shown."""
        return (tahun, triwulan) not in self.tertutup

    def garis(self, tahun: int) -> Mapping[int, str]:
        """Return the code under which the PK in force knows each lineage."""
        return self._kerangka(tahun, anggaran=False).garis

    def ambil(self, nama: tuple[object, ...], buat: Callable[[], T]) -> T:
        """Return what is kept under a name, made anew where a fact has changed."""
        ada = self._simpanan(nama, milik=True)
        if ada is not None and ada[0] == self.kepala:
            return cast(T, ada[1])
        return self._simpan(nama, buat(), milik=True)

    def _hitung(self, k: Kerangka) -> Hasil:
        return hitung(tanpa_tertutup(dengan_bawahan(isi(k), self.satker, SETAHUN), self.tertutup))

    def _kerangka(self, tahun: int, *, anggaran: bool = True) -> Kerangka:
        """What was planned and recorded, read again unless only entries came since."""
        for lengkap in (True, anggaran):  # what holds the budget too serves both
            nama = ("kerangka", tahun, lengkap)
            ada = self._simpanan(nama)
            if ada is not None and (ada[0] == self.kepala or self._hanya_isian(tahun, ada[0])):
                return self._simpan(nama, cast(Kerangka, ada[1]))
        return self._simpan(("kerangka", tahun, anggaran), kerangka(self.satker, tahun, anggaran=anggaran))

    def _hanya_isian(self, tahun: int, sejak: Kepala) -> bool:
        """Tell whether the chain goes on from there, and with entries only."""
        if sejak.umum != self.kepala.umum:
            return False
        baru = Jejak.objects.filter(rantai__nama=self.satker.kunci, urut__gte=sejak.urut).order_by("urut")
        awal, *lanjut = list(baru.values_list("urut", "sidik", "alamat")) or [(0, "", "")]
        pangkal = f"{self.satker.kunci}/{tahun}/"
        return awal[:2] == (sejak.urut, sejak.milik) and all(
            alamat.startswith(pangkal) and _ISIAN.fullmatch(alamat.removeprefix(pangkal)) for _, _, alamat in lanjut
        )

    def _simpanan(self, nama: tuple[object, ...], *, milik: bool = False) -> tuple[Kepala, object] | None:
        """What is kept under a name; ``milik`` for what differs by what the reader may see."""
        kunci = (self.satker.kunci, *nama, self.tertutup if milik else None)
        with _kunci:
            if kunci in _tersimpan:
                _tersimpan.move_to_end(kunci)
            return _tersimpan.get(kunci)

    def _simpan(self, nama: tuple[object, ...], isi: T, *, milik: bool = False) -> T:
        kunci = (self.satker.kunci, *nama, self.tertutup if milik else None)
        with _kunci:
            _tersimpan[kunci] = (self.kepala, isi)
            _tersimpan.move_to_end(kunci)
            while len(_tersimpan) > _BANYAK:
                _tersimpan.popitem(last=False)
        return isi


def _sidik(ujung: Mapping[str, tuple[int, str]]) -> str:
    return hashlib.sha256("".join(sidik for _, (_, sidik) in sorted(ujung.items())).encode()).hexdigest()
