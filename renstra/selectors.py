"""Which plan is in force on a day."""

from __future__ import annotations

from datetime import date

from lakin.organisasi.models import Satker
from renstra.models import ButirPK, PerjanjianKinerja, RevisiRenstra


def pk_berlaku(satker: Satker, tahun: int, pada: date | None = None) -> PerjanjianKinerja | None:
    """Return the PK in force on a day (31 December of the year where none is given)."""
    return (
        PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, berlaku_sejak__lte=pada or date(tahun, 12, 31))
        .select_related("revisi_renstra__renstra")
        .order_by("-berlaku_sejak")
        .first()
    )


def renstra_berlaku(satker: Satker, pada: date) -> RevisiRenstra | None:
    """Return the revision of the Renstra in force on a day."""
    return (
        RevisiRenstra.objects.filter(renstra__satker=satker, berlaku_sejak__lte=pada, renstra__awal__lte=pada.year)
        .select_related("renstra")
        .order_by("-renstra__awal", "-berlaku_sejak")
        .first()
    )


def butir_pk(pk: PerjanjianKinerja, kode: str) -> ButirPK | None:
    """Return the item of a PK for an indicator's code."""
    return pk.butir.select_related("indikator__garis_indikator").filter(indikator__kode=kode).first()
