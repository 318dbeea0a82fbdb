"""The released figures of others, frozen for one report."""

from __future__ import annotations

from lakin.banding.models import NilaiPembanding
from lakin.capaian.banding import FPembanding, Pembanding
from lakin.organisasi.models import Satker


def pembanding(satker: Satker, tahun: int) -> Pembanding:
    """Return what other satkers released of a year and the one before it; made-up ones stand among their kind only."""
    rows = (
        NilaiPembanding.objects.filter(tahun__in=(tahun - 1, tahun), satker__sintetis=satker.sintetis)
        .exclude(satker=satker)
        .select_related("satker")
        .order_by("kunci", "satker__kode", "satker__singkatan", "tahun", "ukuran")
    )
    return Pembanding(
        tuple(
            FPembanding(
                r.satker.kunci, r.satker.singkatan, r.kunci, r.tahun, r.ukuran, r.isi, r.satuan, r.sumber, r.catatan
            )
            for r in rows
        )
    )
