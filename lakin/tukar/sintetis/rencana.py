"""What made-up satkers consist of: drawn from a seed alone, so that the same words give the same figures."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from random import Random

from lakin.angka import bagi, bulatkan
from lakin.organisasi.models import SINTETIS

KODE_AWAL = 900001
INDIKATOR = 8
"""Indicators of a satker with the common set; one with a set of its own has as many."""
MILIK = 3
"""Of these, how many a set of its own does not share with anybody."""
TAK_MELAPOR, DIREVISI = 10, 5
"""Percent of all satker-years."""
TRIWULAN = (1, 2, 3, 4)


@dataclass(frozen=True, slots=True)
class Entri:
    """An entry of the catalogue that made-up satkers may carry."""

    kunci: str
    nama: str
    satuan: str
    klasifikasi: str


@dataclass(frozen=True, slots=True)
class RIndikator:
    """An indicator: ``katalog`` is empty where it is the satker's own."""

    kode: str
    kunci: str
    katalog: str
    nama: str
    satuan: str
    klasifikasi: str
    sasaran: int
    target: tuple[tuple[int, Decimal], ...]


@dataclass(frozen=True, slots=True)
class RCapaian:
    """What an indicator reached by the end of each triwulan: progress (%) and value."""

    fisik: tuple[Decimal, ...]
    nilai: tuple[Decimal, ...]


@dataclass(frozen=True, slots=True)
class RTahun:
    """A year: what was reached by indicator (empty where nothing was reported), and the money (rupiah)."""

    tahun: int
    direvisi: bool
    capaian: tuple[RCapaian, ...]
    pagu: Decimal
    terpakai: Decimal | None

    @property
    def melapor(self) -> bool:
        """Whether anything was reported."""
        return bool(self.capaian)


@dataclass(frozen=True, slots=True)
class RSatker:
    """A made-up satker with all of its years."""

    kode: str
    singkatan: str
    nama: str
    jenis: str
    sendiri: bool
    """Whether its set of indicators is its own."""
    indikator: tuple[RIndikator, ...]
    tahun: tuple[RTahun, ...]


def rencana(
    banyak: int, tahun: Sequence[int], semai: int, katalog: Sequence[Entri], terpakai: Collection[str] = ()
) -> Iterator[RSatker]:
    """Yield the satkers one by one; every second one has a set of indicators of its own.

    ``katalog`` holds at least as many entries as a satker has indicators. Codes that are ``terpakai`` are skipped.
    """
    pasangan = [(n, t) for n in range(banyak) for t in tahun]
    Random(f"{semai}/bagian").shuffle(pasangan)
    batas = len(pasangan) * TAK_MELAPOR // 100
    bisu = set(pasangan[:batas])
    direvisi = set(pasangan[batas : batas + len(pasangan) * DIREVISI // 100])
    kode = (str(k) for k in range(KODE_AWAL, 1_000_000) if str(k) not in terpakai)
    for n in range(banyak):
        acak = Random(f"{semai}/{n}")
        jenis = "BBSPJI" if n % 5 == 0 else "BSPJI"
        sendiri = n % 2 == 1
        indikator = tuple(_indikator(acak, n, katalog, tahun, sendiri=sendiri))
        yield RSatker(
            kode=next(kode),
            singkatan=f"{jenis} Contoh {n + 1:05d} {SINTETIS}",
            nama=f"Balai Contoh {n + 1:05d} {SINTETIS}",
            jenis=jenis,
            sendiri=sendiri,
            indikator=indikator,
            tahun=tuple(
                _tahun(acak, t, indikator, melapor=(n, t) not in bisu, direvisi=(n, t) in direvisi) for t in tahun
            ),
        )


def _indikator(
    acak: Random, n: int, katalog: Sequence[Entri], tahun: Sequence[int], *, sendiri: bool
) -> Iterator[RIndikator]:
    bersama = acak.sample(list(katalog), INDIKATOR - MILIK) if sendiri else list(katalog[:INDIKATOR])
    milik = [
        Entri("", f"Indikator milik sendiri {m} dari Balai Contoh {n + 1:05d}", "Persen", "maksimasi")
        for m in range(1, INDIKATOR - len(bersama) + 1)
    ]
    for urut, e in enumerate((*bersama, *milik)):
        awal = acak.randint(6000, 8000)
        yield RIndikator(
            kode=f"SK{urut // 2 + 1}.{urut % 2 + 1}",
            kunci=e.kunci or f"milik-{urut + 1}",
            katalog=e.kunci,
            nama=e.nama,
            satuan=e.satuan,
            klasifikasi=e.klasifikasi,
            sasaran=urut // 2,
            target=tuple((t, Decimal(awal + 50 * k).scaleb(-2)) for k, t in enumerate(tahun)),
        )


def _tahun(acak: Random, tahun: int, indikator: Sequence[RIndikator], *, melapor: bool, direvisi: bool) -> RTahun:
    pagu = Decimal(acak.randint(5_000, 40_000)) * 1_000_000
    terpakai = bulatkan(bagi(pagu * acak.randint(8000, 9990), Decimal(10_000)), 0)
    # Drawn also where nothing is reported, so that the years after do not depend on it.
    capaian = tuple(_capaian(acak, dict(i.target)[tahun]) for i in indikator)
    return RTahun(tahun, direvisi, capaian if melapor else (), pagu, terpakai if melapor else None)


def _capaian(acak: Random, target: Decimal) -> RCapaian:
    akhir = bagi(target * acak.randint(7500, 11500), Decimal(10_000))
    fisik = tuple(Decimal(25 * tw - acak.randint(0, 4)) for tw in TRIWULAN)
    return RCapaian(fisik, tuple(bulatkan(bagi(akhir * tw, Decimal(4)), 2) for tw in TRIWULAN))
