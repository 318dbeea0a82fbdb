"""The figures of a satker's year: computed now, or kept for as long as no fact has changed."""

from __future__ import annotations

from collections import OrderedDict
from collections.abc import Callable
from threading import Lock
from typing import TypeVar, cast

from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.jejak.models import Rantai
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan import fakta

T = TypeVar("T")

UMUM = "umum"
"""The chain of facts above satkers: the catalogue, names of satkers."""
_BANYAK = 128

_tersimpan: OrderedDict[tuple[object, ...], tuple[tuple[str, str], object]] = OrderedDict()
_kunci = Lock()


def hasil_segar(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year computed from the facts as they stand now; GalatDomain where it has no PK."""
    return hitung(fakta(satker, tahun))


def hasil_terkini(satker: Satker, tahun: int) -> Hasil:
    """Return a satker's year, computed again only when the trail has grown since."""
    return Terkini(satker).hasil(tahun)


class Terkini:
    """What is made of a satker's facts, made again only when the trail has grown since.

    Every change of a fact leaves a trace, so the heads of the two chains tell
    whether anything is new: a page without news costs one small query. The
    heads are read before the facts: a change in between is computed twice,
    never missed.
    """

    def __init__(self, satker: Satker) -> None:
        self.satker = satker
        sidik = dict(Rantai.objects.filter(nama__in=(satker.kunci, UMUM)).values_list("nama", "sidik"))
        self.kepala = sidik.get(satker.kunci, ""), sidik.get(UMUM, "")

    def hasil(self, tahun: int) -> Hasil:
        """Return the figures of a year."""
        return self.ambil(("hasil", tahun), lambda: hasil_segar(self.satker, tahun))

    def ambil(self, nama: tuple[object, ...], buat: Callable[[], T]) -> T:
        """Return what is kept under a name, made anew where a fact has changed."""
        kunci = (self.satker.kunci, *nama)
        with _kunci:
            ada = _tersimpan.get(kunci)
            if ada is not None and ada[0] == self.kepala:
                _tersimpan.move_to_end(kunci)
                return cast(T, ada[1])
        baru = buat()
        with _kunci:
            _tersimpan[kunci] = (self.kepala, baru)
            _tersimpan.move_to_end(kunci)
            while len(_tersimpan) > _BANYAK:
                _tersimpan.popitem(last=False)
        return baru
