"""BSKJI's catalogue: its entries found by word and filter, and which units measure by each."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q, QuerySet, Subquery
from django.db.models.functions import Coalesce
from django.utils import timezone

from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.models import Satker
from renstra.enums import Garis
from renstra.models import EjaanKatalog, Indikator, Katalog, RevisiRenstra

PILIHAN_TUJUAN = ("T1", "T2", "T3", "T4")
TINGKAT = (JenisSatker.ESELON_I, JenisSatker.SEKRETARIAT, JenisSatker.PUSAT, JenisSatker.BBSPJI, JenisSatker.BSPJI)
"""Kinds of units that measure, from above."""


@dataclass(frozen=True, slots=True)
class Saring:
    """What a reader of the catalogue asks for; an unknown filter is none."""

    cari: str = ""
    tujuan: str = ""
    tingkat: str = ""

    @classmethod
    def dari(cls, kiriman: Any) -> Saring:
        """Read a query string."""
        tujuan, tingkat = kiriman.get("tujuan", ""), kiriman.get("tingkat", "")
        return cls(
            cari=kiriman.get("cari", "")[:80].strip(),
            tujuan=tujuan if tujuan in PILIHAN_TUJUAN else "",
            tingkat=tingkat if tingkat in TINGKAT else "",
        )


def revisi_resmi(awal: int | None = None) -> QuerySet[RevisiRenstra]:
    """Return the newest revision in force of each real satker, of one period where ``awal`` names it.

    Made-up revisions and satkers are no document.
    """
    ada = RevisiRenstra.objects.filter(
        Exists(Indikator.objects.filter(revisi=OuterRef("pk"))),
        berlaku_sejak__lte=timezone.localdate(),
        sintetis=False,
        renstra__satker__sintetis=False,
    )
    if awal is not None:
        ada = ada.filter(renstra__awal=awal)
    terakhir = dict(ada.order_by("renstra__awal", "berlaku_sejak").values_list("renstra__satker", "pk"))
    return RevisiRenstra.objects.filter(pk__in=terakhir.values())


def cari_katalog(saring: Saring) -> QuerySet[Katalog]:
    """Return the entries that match all words (name, spelling, code, key, unit) and filters, by their code."""
    semua = Katalog.objects.all()
    for kata in saring.cari.split():
        medan = ("kunci", "kode_bskji", "nama", "penanggung_jawab", "ejaan__ejaan")
        cocok = Q()
        for m in medan:
            cocok |= Q(**{f"{m}__icontains": kata})
        semua = semua.filter(pk__in=Katalog.objects.filter(cocok).values("pk"))
    if saring.tujuan:
        semua = semua.filter(kode_bskji__startswith=f"{saring.tujuan}/")
    if saring.tingkat:
        pemakai = pemakaian().filter(revisi__renstra__satker__jenis=saring.tingkat)
        semua = semua.filter(pk__in=pemakai.values("katalog"))
    pakai = pemakaian().filter(katalog=OuterRef("pk")).order_by().values("katalog").annotate(n=Count("pk")).values("n")
    ejaan = EjaanKatalog.objects.filter(katalog=OuterRef("pk")).order_by().values("katalog")
    return semua.annotate(
        pakai=Coalesce(Subquery(pakai), 0),
        banyak_ejaan=Coalesce(Subquery(ejaan.annotate(n=Count("ejaan", distinct=True)).values("n")), 0),
    ).order_by("kode_bskji", "kunci")


def pemakaian() -> QuerySet[Indikator]:
    """Return the indicators that units measure now."""
    return Indikator.objects.filter(revisi__in=list(revisi_resmi().values_list("pk", flat=True))).exclude(
        garis=Garis.DIHENTIKAN
    )


@dataclass(frozen=True, slots=True)
class Pemakai:
    """A unit that measures by an entry."""

    satker: Satker
    nama: str
    indikator: Indikator
    lain: bool
    """Whether its Renstra spells the name otherwise than the catalogue."""


def pemakai(entri: Katalog) -> list[Pemakai]:
    """Return the units that measure by an entry, from above, each with its code and its spelling."""
    semua = (
        pemakaian()
        .filter(katalog=entri)
        .select_related("sasaran", "revisi__renstra__satker")
        .prefetch_related("revisi__renstra__satker__nama")
    )
    urutan = {j: n for n, j in enumerate(TINGKAT)}
    hasil = []
    for i in semua:
        satker = i.revisi.renstra.satker
        nama = satker.nama_pada(i.revisi.berlaku_sejak) if i.revisi.berlaku_sejak else None
        hasil.append(Pemakai(satker, nama.nama if nama else satker.singkatan, i, i.nama != entri.nama))
    return sorted(hasil, key=lambda p: (urutan.get(JenisSatker(p.satker.jenis), 99), p.satker.kunci))


def ejaan_entri(entri: Katalog) -> list[tuple[str, list[str]]]:
    """Return each spelling of an entry with the places that print it."""
    tempat: dict[str, list[str]] = {}
    for e in entri.ejaan.all():
        tempat.setdefault(e.ejaan, []).append(e.tempat)
    return list(tempat.items())


def rumus_entri(semua: Iterable[Pemakai]) -> list[str]:
    """Return the codes of the formulas by which units compute it."""
    return sorted({p.indikator.rumus for p in semua if p.indikator.rumus})


def didukung(entri: Katalog) -> QuerySet[Katalog]:
    """Return the entries by which units serve this one."""
    pendukung = pemakaian().filter(mendukung=entri).exclude(katalog=entri)
    return Katalog.objects.filter(pk__in=pendukung.values("katalog")).order_by("kode_bskji", "kunci")
