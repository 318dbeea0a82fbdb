"""The targets of the Perjanjian Kinerja by sasaran, as the yearly plan and the PK both print them."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.dokumen.pohon import Format, Kolom, Rata
from lakin.laporan import pilih
from lakin.laporan.deklarasi import Baris, BlokTabel
from lakin.laporan.konteks import Konteks


class TabelTarget(BlokTabel[Any]):
    """One row per indicator with its target of the year."""

    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Sasaran Strategis", "sasaran"),
        Kolom("Indikator Kinerja", "indikator"),
        Kolom("Target", "target", Format.NILAI),
        Kolom("Satuan", "satuan"),
    )
    gabung = ("no", "sasaran")

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for b in pilih.bernomor(k):
            yield Baris(
                no=b.no,
                sasaran=b.sasaran.fakta.nama,
                indikator=b.h.fakta.nama,
                target=b.h.target,
                satuan=b.h.fakta.satuan,
            )
