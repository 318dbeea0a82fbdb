"""The same indicator at like satkers: what the checks hold a value against."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from django.db.models import Exists, F, OuterRef

from lakin.alur.enums import Keadaan
from lakin.alur.models import Periode
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Realisasi
from lakin.web.nilai import rapikan
from renstra.selectors import pk_berlaku

_AKHIR_TAHUN = 4
_TERSERAH = (Keadaan.DIAJUKAN, Keadaan.DIVERIFIKASI, Keadaan.TERKUNCI)

Serupa = Mapping[str, Sequence[Decimal]]


def serupa(satker: Satker, tahun: int) -> Serupa:
    """Return the year's recorded realisasi of the PK's indicators at satkers of the same kind, by code.

    The same indicator is the same entry of the catalogue, with the same formula and unit. Only years that are handed
    in count. What is computed from raw rows is not recorded as a value, and does not take part.
    """
    pk = pk_berlaku(satker, tahun)
    butir = pk.butir.select_related("indikator").filter(indikator__katalog__isnull=False) if pk else []
    kode = {(i.katalog_id, i.rumus, i.satuan): i.kode for i in (b.indikator for b in butir) if i.katalog_id is not None}
    if not kode:
        return {}
    terserah = Periode.objects.filter(
        satker=OuterRef("garis_indikator__satker"), tahun=tahun, triwulan=_AKHIR_TAHUN, keadaan__in=_TERSERAH
    )
    tercatat = (
        Realisasi.objects.filter(
            Exists(terserah),
            tahun=tahun,
            triwulan=_AKHIR_TAHUN,
            jenis=JenisRealisasi.NILAI,
            keadaan="ada",
            garis_indikator__satker__jenis=satker.jenis,
            garis_indikator__indikator__katalog__in={katalog for katalog, _, _ in kode},
        )
        .exclude(garis_indikator__satker=satker)
        .annotate(
            milik=F("garis_indikator__satker"),
            katalog=F("garis_indikator__indikator__katalog"),
            rumus=F("garis_indikator__indikator__rumus"),
            satuan=F("garis_indikator__indikator__satuan"),
        )
        .order_by("garis_indikator__satker__kode", "garis_indikator__indikator__revisi__nomor")
    )
    nilai: dict[str, dict[int, Decimal]] = {}
    for milik, katalog, rumus, satuan, n in tercatat.values_list("milik", "katalog", "rumus", "satuan", "nilai"):
        sama = kode.get((katalog, rumus, satuan))
        if sama is not None and n is not None:
            nilai.setdefault(sama, {})[milik] = rapikan(n)  # the same value under each revision of its Renstra
    return {k: tuple(per_satker.values()) for k, per_satker in nilai.items()}
