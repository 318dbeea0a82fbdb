"""Two revisions of a Renstra side by side: tujuan and sasaran by code, indicators by lineage."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import tulis
from renstra.banding_pk import BarisBanding, Sisi, Ubah, gabung
from renstra.enums import Garis
from renstra.models import Indikator, RevisiRenstra


def banding_tujuan(lama: RevisiRenstra, baru: RevisiRenstra) -> tuple[BarisBanding, ...]:
    """Compare the tujuan with their yearly targets."""

    def sisi(r: RevisiRenstra) -> dict[str, Sisi]:
        return {t.kode: Sisi(t.kode, t.nama, _target(t.target.all())) for t in r.tujuan.prefetch_related("target")}

    return gabung(sisi(lama), sisi(baru))


def banding_sasaran(lama: RevisiRenstra, baru: RevisiRenstra) -> tuple[BarisBanding, ...]:
    """Compare the sasaran."""

    def sisi(r: RevisiRenstra) -> dict[str, Sisi]:
        return {s.kode: Sisi(s.kode, s.nama, s.get_perspektif_display()) for s in r.sasaran.all()}

    return gabung(sisi(lama), sisi(baru))


def banding_indikator(lama: RevisiRenstra, baru: RevisiRenstra) -> tuple[BarisBanding, ...]:
    """Compare the indicators, matched by lineage; the word of each lineage stands with it."""
    dulu = {i.garis_indikator_id: i for i in _indikator(lama) if i.garis != Garis.DIHENTIKAN}
    hasil = []
    for i in _indikator(baru):
        asal = dulu.pop(i.garis_indikator_id, None)
        if asal is None and i.pendahulu:
            asal = dulu.pop(i.pendahulu.garis_indikator_id, None)
        hasil.append(_baris(asal, i))
    return (*hasil, *(BarisBanding(Ubah.DIHAPUS, _sisi(i), None) for i in dulu.values()))


def _baris(lama: Indikator | None, baru: Indikator) -> BarisBanding:
    garis = baru.get_garis_display()
    a, b = _sisi(lama) if lama else None, _sisi(baru)
    if baru.garis == Garis.DIHENTIKAN:
        return BarisBanding(Ubah.DIHAPUS, a, None, garis)
    if a is None:
        return BarisBanding(Ubah.DITAMBAH, None, b, garis)
    if baru.garis == Garis.PENGGANTI:
        return BarisBanding(Ubah.BERGANTI, a, b, garis)
    return BarisBanding(Ubah.TETAP if a == b and baru.garis != Garis.REVISI else Ubah.BERUBAH, a, b, garis)


def _sisi(i: Indikator) -> Sisi:
    return Sisi(i.kode, i.nama, f"{_target(i.target.all())} {i.satuan}".strip())


def _target(target: Iterable[Any]) -> str:
    return " · ".join(f"{t.tahun}: {tulis(t.isi)}" for t in sorted(target, key=lambda t: t.tahun) if tulis(t.isi))


def _indikator(r: RevisiRenstra) -> list[Indikator]:
    return list(r.indikator.select_related("pendahulu").prefetch_related("target"))
