"""The strategy map of the unit above: its objectives by perspective, what each serves, how its indicators stand."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.banding.gulung import gulungan_tahun
from lakin.banding.keterkaitan import sasaran_atas
from lakin.banding.rencana import indikator_tahun
from lakin.capaian.gulung import Gulungan
from lakin.organisasi.enums import DI_ATAS
from renstra.enums import Perspektif


@dataclass(frozen=True, slots=True)
class SasaranPeta:
    """One objective with the ministry's that it serves (code, name) and its indicators."""

    kode: str
    nama: str
    atas: tuple[tuple[str, str], ...]
    gulungan: tuple[Gulungan, ...]


@dataclass(frozen=True, slots=True)
class LajurPeta:
    """One perspective, from the stakeholders' down."""

    nama: str
    sasaran: tuple[SasaranPeta, ...]


def peta_tahun(tahun: int, pengguna: Any) -> tuple[LajurPeta, ...]:
    """Return the map of a year; empty where the Renstra of the unit above is not known."""
    gulungan = {g.aturan.kunci: g for g in gulungan_tahun(tahun, pengguna)}
    milik: dict[str, list[Gulungan]] = {}
    perspektif: dict[str, str] = {}
    for i in indikator_tahun(tahun):
        if i.revisi.renstra.satker.jenis in DI_ATAS and i.katalog:
            perspektif[i.sasaran.kode] = i.sasaran.perspektif
            if i.katalog.kunci in gulungan:
                milik.setdefault(i.sasaran.kode, []).append(gulungan[i.katalog.kunci])
    semua = [
        (perspektif.get(s.kode, ""), SasaranPeta(s.kode, s.nama, s.atas, tuple(milik.get(s.kode, ()))))
        for s in sasaran_atas(tahun)
    ]
    lajur = [LajurPeta(str(p.label), tuple(s for punya, s in semua if punya == p)) for p in Perspektif]
    return tuple(x for x in lajur if x.sasaran)
