"""Read the budget of a satker and year."""

from __future__ import annotations

from decimal import Decimal

from anggaran.models import Dipa, Pagu
from lakin.organisasi.models import Satker
from lakin.web.nilai import rapikan


def dipa_berlaku(satker: Satker, tahun: int) -> Dipa | None:
    """Return the latest DIPA document of the year that holds a tree."""
    return Dipa.objects.filter(satker=satker, tahun=tahun, simpul__isnull=False).distinct().order_by("-revisi").first()


def pagu_tingkat(satker: Satker, tahun: int, tingkat: str) -> list[tuple[str, str, Decimal]]:
    """Return code, name and pagu (rupiah) of the nodes of one level of the tree in force; empty without amounts."""
    dipa = dipa_berlaku(satker, tahun)
    if dipa is None:
        return []
    daun = list(Pagu.objects.filter(simpul__dipa=dipa).values_list("simpul__kode", "nilai"))
    if not daun:
        return []
    return [
        (s.kode, s.uraian, rapikan(sum((n for kode, n in daun if f"{kode}.".startswith(f"{s.kode}.")), Decimal(0))))
        for s in dipa.simpul.filter(tingkat=tingkat)
    ]
