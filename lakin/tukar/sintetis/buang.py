"""Take all made-up satkers away again, with whatever hangs on them."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.db import models, router, transaction
from django.db.models import QuerySet

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.tukar.sintetis.tulis import KUNCI_KATALOG
from renstra.models import Katalog

ALAMAT = "umum/sintetis"
KELOMPOK = 200
"""Satkers in one transaction."""
SEKALI = 5000
"""Rows that a statement names one by one."""


def buang(*, oleh: Any) -> int:
    """Remove every made-up satker, its chain of traces too, a few in each transaction; return how many there were.

    A chain is otherwise never removed: these tell of facts that never were. One trace in the common chain stays.
    """
    banyak = 0
    while satker := list(Satker.objects.filter(sintetis=True).order_by("pk")[:KELOMPOK]):
        with transaction.atomic():
            _buang(Satker.objects.filter(pk__in=[s.pk for s in satker]), ())
            rantai = Rantai.objects.filter(nama__in=[s.kunci for s in satker])
            _langsung(Jejak.objects.filter(rantai__in=rantai))
            rantai.delete()
            sebelum = {"satker": [s.kunci for s in satker]}
            catat(oleh=oleh, tindakan="hapus", alamat=ALAMAT, sebelum=sebelum, sesudah=None)
        banyak += len(satker)
    with transaction.atomic():
        sisa = Katalog.objects.filter(kunci__startswith=KUNCI_KATALOG)
        if sisa.exists():
            isi = {"katalog": sorted(sisa.values_list("kunci", flat=True))}
            sisa.delete()
            catat(oleh=oleh, tindakan="hapus", alamat=ALAMAT, sebelum=isi, sesudah=None)
    return banyak


def _buang(baris: QuerySet[Any], jalan: tuple[type[models.Model], ...]) -> None:
    """Delete rows after all that points to them, whatever it is: also what an app will hang on a satker later.

    A row that points to its like goes with it; ``jalan`` are the models on the way here.
    """
    model = baris.model
    penunjuk = list(_penunjuk(model, jalan))
    if penunjuk:
        pk = list(baris.order_by().values_list("pk", flat=True)[: SEKALI + 1])
        if not pk:
            return
        if len(pk) <= SEKALI:  # the rows by name: a database plans the query in a query in a query badly
            baris = model._base_manager.filter(pk__in=pk)
    for lain, medan in penunjuk:
        _buang(lain._base_manager.filter(**{f"{medan}__in": baris}), (*jalan, model))
    _langsung(baris)


def _penunjuk(model: type[models.Model], jalan: tuple[type[models.Model], ...]) -> Iterator[tuple[Any, str]]:
    """The models that point to one, each with its field; not those on the way here."""
    semua: list[Any] = list(model._meta.get_fields(include_hidden=True))
    for hubungan in semua:
        if not (hubungan.auto_created and (hubungan.one_to_many or hubungan.one_to_one)) or not hubungan.field.column:
            continue
        lain = hubungan.related_model
        if lain is not model and lain not in jalan and not lain._meta.proxy:
            yield lain, hubungan.field.name


def _langsung(baris: QuerySet[Any]) -> None:
    """One statement: what points to the rows is gone already, so nothing needs to be read."""
    baris.order_by()._raw_delete(router.db_for_write(baris.model))
