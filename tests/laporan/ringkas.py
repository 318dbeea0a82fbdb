"""A report of few pages, for tests of what happens to a report rather than of what stands in it."""

from __future__ import annotations

from lakin.dokumen.pohon import JenisBab
from lakin.laporan.kerangka import Bagian, BagianUtama, Kerangka, ke_json
from lakin.laporan.models import KerangkaLaporan
from lakin.organisasi.models import Satker

RINGKAS = Kerangka(
    "Ringkas",
    (
        BagianUtama("kata_pengantar", "Kata Pengantar", ("narasi:kata_pengantar",), JenisBab.DEPAN),
        BagianUtama(
            "ringkas",
            "Capaian",
            ("bab3.capaian-rencana-aksi", Bagian("{kode}", ("bab3.capaian-tujuan",), ulang="tujuan")),
        ),
    ),
)
"""One narrative, and the same blocks as in the whole report, on few pages."""


def pasang_ringkas(*satker: Satker, tahun: int = 2023, triwulan: int = 4) -> None:
    """Give satkers this outline."""
    KerangkaLaporan.objects.bulk_create(
        KerangkaLaporan(satker=s, tahun=tahun, triwulan=triwulan, isi=ke_json(RINGKAS)) for s in satker
    )
