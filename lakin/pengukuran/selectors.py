"""The figures of a satker's year: computed now, or kept for as long as no fact has changed."""

from __future__ import annotations

from collections import OrderedDict
from threading import Lock

from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.jejak.models import Rantai
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta

UMUM = "umum"
"""The chain of facts above satkers: the catalogue, names of satkers."""
_BANYAK = 32

_tersimpan: OrderedDict[tuple[str, int], tuple[tuple[str, ...], Hasil]] = OrderedDict()
_kunci = Lock()


def hasil_segar(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year computed from the facts as they stand now; GalatDomain where it has no PK."""
    return hitung(fakta(satker, tahun))


def hasil_terkini(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year, computed again only when the trail has grown since.

    Every change of a fact leaves a trace, so the heads of the two chains tell
    whether anything is new: a page without news costs one small query. The
    heads are read before the facts: a change in between is computed twice,
    never missed.
    """
    kepala = _kepala(satker)
    kunci = (satker.kunci, tahun)
    with _kunci:
        ada = _tersimpan.get(kunci)
        if ada is not None and ada[0] == kepala:
            _tersimpan.move_to_end(kunci)
            return ada[1]
    hasil = hasil_segar(satker, tahun)
    with _kunci:
        _tersimpan[kunci] = (kepala, hasil)
        _tersimpan.move_to_end(kunci)
        while len(_tersimpan) > _BANYAK:
            _tersimpan.popitem(last=False)
    return hasil


def _kepala(satker: Satker) -> tuple[str, ...]:
    sidik = dict(Rantai.objects.filter(nama__in=(satker.kunci, UMUM)).values_list("nama", "sidik"))
    return sidik.get(satker.kunci, ""), sidik.get(UMUM, "")
