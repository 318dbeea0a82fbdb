"""The state of a report as its pages show it: where it stands, why it came back, what the user may do."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from lakin.alur.transisi_laporan import AJUKAN, BUKA, DIKEMBALIKAN, KEMBALIKAN, LANGKAH, SAHKAN, TARIK
from lakin.jejak.models import Jejak
from lakin.jejak.tulisan import Tulisan, tulisan
from lakin.laporan.models import TAHUNAN, Laporan
from lakin.laporan.selectors import laporan_satker
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh

IZIN_LANGKAH = {
    AJUKAN: Izin.AJUKAN_LAPORAN,
    TARIK: Izin.AJUKAN_LAPORAN,
    KEMBALIKAN: Izin.KEMBALIKAN_LAPORAN,
    SAHKAN: Izin.SAHKAN_LAPORAN,
    BUKA: Izin.SAHKAN_LAPORAN,
}
"""What a step of the table asks of the one who takes it."""


@dataclass(frozen=True, slots=True)
class KeadaanHalaman:
    """A report's row, the steps open to the user, and why it was returned."""

    laporan: Laporan
    langkah: frozenset[str]
    dikembalikan: Tulisan | None = None


def keadaan_laporan(pengguna: Any, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> KeadaanHalaman:
    """Return where a report stands for a user."""
    laporan = laporan_satker(satker, tahun, triwulan)
    langkah = frozenset(
        t for t, izin in IZIN_LANGKAH.items() if laporan.keadaan in LANGKAH[t].dari and boleh(pengguna, izin, satker)
    )
    jejak = None
    if laporan.keadaan == DIKEMBALIKAN:
        semua = Jejak.objects.filter(alamat=laporan.alamat, tindakan=KEMBALIKAN).select_related("oleh")
        jejak = semua.order_by("-urut").first()
    return KeadaanHalaman(laporan, langkah, tulisan(jejak) if jejak else None)
