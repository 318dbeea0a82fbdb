"""The plans that a year is judged by, of all satkers at once."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date

from renstra.models import Indikator, PerjanjianKinerja, RevisiRenstra


def revisi_tahun(tahun: int) -> dict[int, int]:
    """Return satker -> the revision in force at the end of a year, or else the first that names its targets.

    Drafts, synthetic revisions and made-up satkers' are no plans.
    """
    semua = RevisiRenstra.objects.filter(
        berlaku_sejak__isnull=False,
        sintetis=False,
        renstra__satker__sintetis=False,
        renstra__awal__lte=tahun,
        renstra__akhir__gte=tahun,
    ).order_by("berlaku_sejak")
    dipilih: dict[int, int] = {}
    for satker, revisi, sejak in semua.values_list("renstra__satker", "pk", "berlaku_sejak"):
        if satker not in dipilih or (sejak and sejak <= date(tahun, 12, 31)):
            dipilih[satker] = revisi
    return dipilih


def indikator_tahun(tahun: int, kunci: Collection[str] | None = None) -> list[Indikator]:
    """Return the indicators of these revisions with their targets; ``kunci`` narrows to catalogue keys."""
    semua = Indikator.objects.filter(revisi__in=revisi_tahun(tahun).values())
    if kunci is not None:
        semua = semua.filter(katalog__kunci__in=kunci)
    semua = semua.select_related("revisi__renstra__satker", "katalog", "sasaran").prefetch_related("target")
    return list(semua.order_by("revisi__renstra__satker__kode", "revisi__renstra__satker__singkatan", "urut"))


def satker_ber_pk(tahun: int) -> set[int]:
    """Return the satkers with a real PK in force that year."""
    pk = PerjanjianKinerja.objects.filter(
        tahun=tahun,
        berlaku_sejak__lte=date(tahun, 12, 31),
        revisi_renstra__sintetis=False,
        satker__sintetis=False,
    )
    return set(pk.values_list("satker", flat=True))
