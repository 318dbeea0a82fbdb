"""The period that a satker works on now: which pages open first."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lakin.alur.models import Periode
from lakin.alur.transisi import boleh_tulis
from lakin.organisasi.models import Satker


@dataclass(frozen=True, slots=True)
class Kerja:
    """A year of a satker with its triwulans, and the one that is worked on."""

    tahun: int
    triwulan: int
    periode: tuple[Periode, ...]

    @property
    def kini(self) -> Periode | None:
        """The period that is worked on, where one has been opened."""
        return next((p for p in self.periode if p.triwulan == self.triwulan), None)


def kerja_dari(periode: list[Periode], hari_ini: date, tahun: int | None = None) -> Kerja:
    """Choose the newest year, and in it the first triwulan that still takes writes, else the last."""
    if tahun is None:
        tahun = max((p.tahun for p in periode), default=hari_ini.year)
    setahun = tuple(sorted((p for p in periode if p.tahun == tahun), key=lambda p: p.triwulan))
    if not setahun:
        return Kerja(tahun, 4 if tahun < hari_ini.year else (hari_ini.month - 1) // 3 + 1, ())
    terbuka = (p.triwulan for p in setahun if boleh_tulis(p.keadaan))
    return Kerja(tahun, next(terbuka, setahun[-1].triwulan), setahun)


def kerja(satker: Satker, hari_ini: date, tahun: int | None = None) -> Kerja:
    """Return what a satker works on now, or in a given year."""
    return kerja_dari(list(Periode.objects.filter(satker=satker)), hari_ini, tahun)
