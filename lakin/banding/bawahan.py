"""The satkers' results as rows of a unit above: its report is then made by the same engine as any other."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace

from lakin.angka import Nilai
from lakin.banding.gulung import Setahun, aturan_gulung
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.fakta import Fakta, FBaris, FIndikator
from lakin.capaian.gulung import Aturan, CaraGulung, Setoran, pasangan
from lakin.capaian.rumus.gulungan import ProporsiSatker, RasioSatker, RataSatker
from lakin.capaian.sampai import SETAHUN, akhir_triwulan

Isi = tuple[tuple[str, Nilai | str], ...]
RUMUS = {
    CaraGulung.RATA_RATA: RataSatker.kode,
    CaraGulung.RASIO: RasioSatker.kode,
    CaraGulung.PROPORSI: ProporsiSatker.kode,
    CaraGulung.PROPORSI_BARIS: ProporsiSatker.kode,
}
"""The formula that reads the rows; an indicator that is not rolled up this way is entered."""


def dengan_gulungan(fakta: Fakta, triwulan: int) -> Fakta:
    """Return a unit's facts with the satkers' results until a triwulan as rows of its indicators."""
    aturan = {a.kunci: a for a in aturan_gulung({i.katalog for i in fakta.indikator}) if a.cara in RUMUS}
    if not aturan:
        return fakta
    setahun = Setahun(fakta.tahun, aturan.values(), triwulan)
    return replace(
        fakta,
        indikator=tuple(
            _dengan_baris(i, aturan[i.katalog], setahun, triwulan) if i.katalog in aturan else i
            for i in fakta.indikator
        ),
    )


def _dengan_baris(i: FIndikator, a: Aturan, setahun: Setahun, triwulan: int) -> FIndikator:
    pada = None if triwulan == SETAHUN else akhir_triwulan(setahun.tahun, triwulan)
    isi = _BARIS[a.cara](a, setahun.setoran(a))
    return replace(
        i, rumus=RUMUS[a.cara], baris=tuple(FBaris(n, satu, pada, a.sumber) for n, satu in enumerate(isi, 1))
    )


def _rata(a: Aturan, setoran: Iterable[Setoran]) -> Iterable[Isi]:
    for s in setoran:
        yield (*_nama(s), ("target", _nilai(s.target)), ("nilai", _nilai(s.nilai)))


def _rasio(a: Aturan, setoran: Iterable[Setoran]) -> Iterable[Isi]:
    for s in setoran:
        atas, bawah = pasangan(a, s.satker, s)
        yield (*_nama(s), ("pembilang", _nilai(atas)), ("penyebut", _nilai(bawah)))


def _proporsi(a: Aturan, setoran: Iterable[Setoran]) -> Iterable[Isi]:
    """One row a satker that owes a value, and as many as the manual divides by."""
    wajib = [s for s in setoran if s.melapor or s.belum]
    for s in wajib:
        yield (*_nama(s), ("ambang", a.ambang), ("nilai", _nilai(s.nilai)))
    for n in range(len(wajib), a.jumlah_satker or 0):
        yield (("satker", f"Satker ke-{n + 1}, tanpa indikator ini"), ("ambang", a.ambang))


def _proporsi_baris(a: Aturan, setoran: Iterable[Setoran]) -> Iterable[Isi]:
    """One row for each of the satkers' rows; a satker without any is listed without threshold, and counts nowhere."""
    for s in setoran:
        ada = [b for b in s.baris if isinstance(b, Angka)]
        for b in ada:
            nama = (("satker", f"{s.nama}: {b.label}"), ("asal", b.alamat))
            yield (*nama, ("ambang", a.ambang), ("nilai", b.nilai))
        if not ada and (s.melapor or s.belum):
            yield _nama(s)


_BARIS = {
    CaraGulung.RATA_RATA: _rata,
    CaraGulung.RASIO: _rasio,
    CaraGulung.PROPORSI: _proporsi,
    CaraGulung.PROPORSI_BARIS: _proporsi_baris,
}


def _nama(s: Setoran) -> Isi:
    """The satker, and where its figure stands: its own address, or where another satker's report printed it.

    The number of that table is not one of the report that these rows stand in, so it is said to be recorded.
    """
    if s.kode:
        return (("satker", s.nama), ("asal", s.nilai.alamat))
    dokumen = next((b.sumber for b in s.nilai.telusur() if isinstance(b, Angka) and b.sumber), "")
    return (("satker", s.nama), ("asal", f"Data pembanding, {dokumen}" if dokumen else ""))


def _nilai(b: Bahan) -> Nilai:
    return b.nilai if isinstance(b, Angka) else b.keadaan
