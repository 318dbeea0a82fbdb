"""Read the budget of a satker and year."""

from __future__ import annotations

from anggaran.models import Dipa
from lakin.organisasi.models import Satker


def dipa_berlaku(satker: Satker, tahun: int) -> Dipa | None:
    """Return the latest DIPA document of the year that holds a tree."""
    return Dipa.objects.filter(satker=satker, tahun=tahun, simpul__isnull=False).distinct().order_by("-revisi").first()
