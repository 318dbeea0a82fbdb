"""Typed values that the rules refused: kept beside the facts, never among them."""

from __future__ import annotations

from typing import Any

from django.utils.text import Truncator

from lakin.organisasi.models import Satker
from lakin.pengukuran.models import DrafIsian

_TAK_DISIMPAN = frozenset({"bentrok"})


def ingat_draf(
    *, satker: Satker, tahun: int, triwulan: int, medan: str, teks: str, jawaban: dict[str, Any], oleh: Any
) -> None:
    """Keep what was refused, or forget it once the field took a value.

    A conflict is no fault of the value and a closed period takes no drafts: neither is kept.
    """
    milik = DrafIsian.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan, medan=medan[:160])
    if jawaban.get("ok"):
        milik.delete()
    elif teks.strip() and jawaban.get("jenis") not in _TAK_DISIMPAN:
        DrafIsian.objects.update_or_create(
            satker=satker,
            tahun=tahun,
            triwulan=triwulan,
            medan=medan[:160],
            defaults={"teks": teks[:200], "pesan": Truncator(jawaban.get("pesan", "")).chars(600), "oleh": oleh},
        )


def draf_isian(satker: Satker, tahun: int, triwulan: int) -> dict[str, DrafIsian]:
    """Return what is kept of a triwulan, by the id of its field."""
    semua = DrafIsian.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).select_related("oleh")
    return {d.medan: d for d in semua}
