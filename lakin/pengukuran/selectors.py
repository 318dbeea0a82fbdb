"""The figures of a satker's year: computed now, or kept for as long as no fact has changed."""

from __future__ import annotations

import re
from collections import OrderedDict
from dataclasses import dataclass
from threading import Lock

from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.jejak.models import Jejak, Rantai
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta, kerangka
from lakin.pengukuran.jembatan_isian import Kerangka, isi

UMUM = "umum"
"""The chain of facts above satkers: the catalogue, names of satkers."""
_BANYAK = 32
_ISIAN = re.compile(
    r"(?:[^/]+/(?:realisasi/tw[1-4]|fisik/tw[1-4]/realisasi|baris/[0-9]+|penggantian|uraian/.+|bukti/.+)"
    r"|anggaran/[^/]+/realisasi/(?:tw[1-4]|tahun)|periode/.+|narasi/.+)"
)
"""Addresses, below satker and year, of what is entered each triwulan or is no fact of the engine."""

Kepala = tuple[int, str]
"""Where a chain ends: number and hash of its last trace."""


@dataclass(frozen=True, slots=True)
class _Simpanan:
    milik: Kepala
    umum: Kepala
    kerangka: Kerangka
    hasil: Hasil


_tersimpan: OrderedDict[tuple[str, int], _Simpanan] = OrderedDict()
_kunci = Lock()


def hasil_segar(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year computed from the facts as they stand now; GalatDomain where it has no PK."""
    return hitung(fakta(satker, tahun))


def hasil_terkini(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year, computed again only when the trail has grown since.

    Every change of a fact leaves a trace, so the heads of the two chains tell
    whether anything is new: a page without news costs one small query, and one
    after an entry six, because plans and records need not be read again. The
    heads are read before the facts: a change in between is computed twice,
    never missed.
    """
    milik, umum = _kepala(satker)
    kunci = (satker.kunci, tahun)
    with _kunci:
        ada = _tersimpan.get(kunci)
        if ada is not None and (ada.milik, ada.umum) == (milik, umum):
            _tersimpan.move_to_end(kunci)
            return ada.hasil
    if ada is not None and ada.umum == umum and _hanya_isian(satker, tahun, ada.milik):
        rangka = ada.kerangka
    else:
        rangka = kerangka(satker, tahun)
    hasil = hitung(isi(rangka))
    with _kunci:
        _tersimpan[kunci] = _Simpanan(milik, umum, rangka, hasil)
        _tersimpan.move_to_end(kunci)
        while len(_tersimpan) > _BANYAK:
            _tersimpan.popitem(last=False)
    return hasil


def _kepala(satker: Satker) -> tuple[Kepala, Kepala]:
    rantai = Rantai.objects.filter(nama__in=(satker.kunci, UMUM)).values_list("nama", "urut", "sidik")
    ujung = {nama: (urut, sidik) for nama, urut, sidik in rantai}
    return ujung.get(satker.kunci, (0, "")), ujung.get(UMUM, (0, ""))


def _hanya_isian(satker: Satker, tahun: int, sejak: Kepala) -> bool:
    """Tell whether the chain goes on from there, and with entries only."""
    baru = Jejak.objects.filter(rantai__nama=satker.kunci, urut__gte=sejak[0]).order_by("urut")
    awal, *lanjut = list(baru.values_list("urut", "sidik", "alamat")) or [(0, "", "")]
    pangkal = f"{satker.kunci}/{tahun}/"
    return awal[:2] == sejak and all(
        alamat.startswith(pangkal) and _ISIAN.fullmatch(alamat.removeprefix(pangkal)) for _, _, alamat in lanjut
    )
