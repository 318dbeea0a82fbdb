"""Where a satker's report prints each figure, kept until a fact, a text or the outline changes."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from lakin.dokumen.tempat import Tempat, tempat_cetak
from lakin.laporan.models import TAHUNAN
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import Terkini


def tempat_laporan(
    satker: Satker, tahun: int, triwulan: int = TAHUNAN, pengguna: Any = None
) -> Mapping[str, tuple[Tempat, ...]]:
    """Address -> places; a report must be put together for it once (two seconds), afterwards it is looked up.

    All that a report is made of leaves a trace, so the heads of the trail tell whether it is still right.
    """
    return Terkini(satker, pengguna).ambil(
        ("tempat", tahun, triwulan),
        lambda: tempat_cetak(susun_bernomor(konteks_laporan(satker, tahun, triwulan, pengguna))),
    )
