"""Rows behind the facts: asked for one satker at a time, or read once for many of a year."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import date
from operator import attrgetter, itemgetter
from typing import Any, TypeVar

from django.db.models import Model

from anggaran.models import Dipa
from anggaran.selectors import dipa_berlaku
from lakin.organisasi.models import Satker
from renstra.models import ButirPK, PerjanjianKinerja
from renstra.selectors import pk_berlaku

M = TypeVar("M", bound=Model)
BUTIR = ("indikator__sasaran", "indikator__tujuan", "indikator__katalog", "indikator__garis_indikator",
         "indikator__pendahulu", "perjanjian")  # fmt: skip
BAHAN_BUTIR = ("indikator__target", "rencana_aksi")


class Pembaca:
    """Asks the database each time: what one satker needs."""

    def pk(self, satker: Satker, tahun: int, pada: date | None = None) -> PerjanjianKinerja | None:
        """Return the PK in force on a day (31 December)."""
        return pk_berlaku(satker, tahun, pada)

    def dipa(self, satker: Satker, tahun: int) -> Dipa | None:
        """Return the latest DIPA document of the year that holds a tree."""
        return dipa_berlaku(satker, tahun)

    def butir(self, pk: PerjanjianKinerja) -> list[ButirPK]:
        """Return the lines of a PK with their indicators, targets and Rencana Aksi."""
        return self.dari(ButirPK, "perjanjian", [pk.pk], muat=BUTIR, bahan=BAHAN_BUTIR)

    def milik(self, model: type[M], satker: int, **saring: Any) -> list[M]:
        """Return the rows of a satker."""
        return self.dari(model, "satker", [satker], **saring)

    def garis(self, model: type[M], garis: Iterable[int], **saring: Any) -> list[M]:
        """Return the rows of lineages of indicators."""
        return self.dari(model, "garis_indikator", garis, **saring)

    def dari(
        self,
        model: type[M],
        medan: str,
        nilai: Iterable[int],
        *,
        muat: tuple[str, ...] = (),
        bahan: tuple[str, ...] = (),
        urut: tuple[str, ...] = (),
        **saring: Any,
    ) -> list[M]:
        """Return the rows whose ``medan`` (path to a row that they hang on) is one of ``nilai``, in the model's order.

        ``muat`` is loaded with them, ``bahan`` after them; ``saring`` is the rest of the condition.
        """
        rows = model._default_manager.filter(**{f"{medan}__in": list(nilai)}, **saring)
        rows = rows.select_related(*muat).prefetch_related(*bahan)
        return list(rows.order_by(*urut) if urut else rows)


LANGSUNG = Pembaca()


class PembacaBanyak(Pembaca):
    """Answers for each of many satkers in one year out of rows that are read once for all of them.

    A question is put to the database when it is first asked, for everybody; it
    lives as long as one pass over those satkers.
    """

    def __init__(self, satker: Iterable[int], tahun: int) -> None:
        self._tahun = tahun
        self._baris: dict[Any, dict[int, list[tuple[int, Any]]]] = {}
        milik = list(satker)
        pk = PerjanjianKinerja.objects.filter(
            satker__in=milik, tahun=tahun, berlaku_sejak__lte=date(tahun, 12, 31)
        ).select_related("revisi_renstra__renstra")
        dipa = Dipa.objects.filter(satker__in=milik, tahun=tahun, simpul__isnull=False).distinct()
        self._pk = {p.satker_id: p for p in pk.order_by("berlaku_sejak")}
        self._dipa = {d.satker_id: d for d in dipa.order_by("revisi")}
        pohon = [d.pk for d in self._dipa.values()]
        self._semua: dict[str, list[int]] = {
            "satker": milik,
            "perjanjian": [p.pk for p in self._pk.values()],
            "revisi": sorted({p.revisi_renstra_id for p in self._pk.values()}),
            "dipa": pohon,
            "simpul__dipa": pohon,
        }
        butir = (b for p in self._pk.values() for b in self.butir(p))
        self._semua["garis_indikator"] = sorted({b.indikator.garis_indikator_id for b in butir})

    def pk(self, satker: Satker, tahun: int, pada: date | None = None) -> PerjanjianKinerja | None:
        if pada is not None or tahun != self._tahun:
            return super().pk(satker, tahun, pada)
        return self._pk.get(satker.pk)

    def dipa(self, satker: Satker, tahun: int) -> Dipa | None:
        return self._dipa.get(satker.pk) if tahun == self._tahun else super().dipa(satker, tahun)

    def dari(
        self,
        model: type[M],
        medan: str,
        nilai: Iterable[int],
        *,
        muat: tuple[str, ...] = (),
        bahan: tuple[str, ...] = (),
        urut: tuple[str, ...] = (),
        **saring: Any,
    ) -> list[M]:
        kunci = model, medan, tuple(saring.items())
        if kunci not in self._baris:
            semua = super().dari(model, medan, self._semua[medan], muat=muat, bahan=bahan, urut=urut, **saring)
            self._baris[kunci] = _per(medan, semua)
        per: Mapping[int, list[tuple[int, M]]] = self._baris[kunci]
        kena = [baris for satu in nilai for baris in per.get(satu, ())]
        return [r for _, r in sorted(kena, key=itemgetter(0))]


def _per(medan: str, rows: Iterable[Any]) -> dict[int, list[tuple[int, Any]]]:
    """Rows with their place in the whole, by what they hang on."""
    ambil = attrgetter(medan.replace("__", ".") + "_id")
    hasil: dict[int, list[tuple[int, Any]]] = defaultdict(list)
    for n, r in enumerate(rows):
        hasil[ambil(r)].append((n, r))
    return dict(hasil)
