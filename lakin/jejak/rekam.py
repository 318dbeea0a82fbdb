"""Save or delete one fact together with its trace, or not at all."""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal
from typing import Any

from django.core.exceptions import ValidationError
from django.db import models, transaction

from lakin.angka import tulis_mesin
from lakin.jejak.services import catat
from lakin.web.galat import GalatMedan
from lakin.web.nilai import rapikan

ABAIKAN = frozenset({"id", "versi"})


def potret(objek: models.Model | None) -> dict[str, Any] | None:
    """Return a fact's columns as JSON values, numbers as machine text."""
    if objek is None:
        return None
    return {f.name: _json(f.value_from_object(objek)) for f in objek._meta.concrete_fields if f.name not in ABAIKAN}


def rekam(
    objek: models.Model,
    *,
    oleh: Any,
    alamat: str,
    alasan: str = "",
    tindakan: str = "",
    lama: models.Model | None = None,
    periksa: bool = True,
) -> bool:
    """Validate and save a fact with its trace in one transaction; tell whether anything changed.

    ``lama`` is the stored row where the caller has already locked it. Saving
    what is already there writes nothing and leaves no trace.
    """
    with transaction.atomic():
        if lama is None and objek.pk:
            lama = type(objek)._default_manager.select_for_update().filter(pk=objek.pk).first()
        sebelum, sesudah = potret(lama), potret(objek)
        if sebelum == sesudah:
            return False
        if periksa:
            _periksa(objek)
        objek.save()
        catat(
            oleh=oleh,
            tindakan=tindakan or ("ubah" if lama else "tambah"),
            alamat=alamat,
            sebelum=_beda(sebelum, sesudah),
            sesudah=_beda(sesudah, sebelum),
            alasan=alasan,
        )
    return True


def hapus(objek: models.Model, *, oleh: Any, alamat: str, alasan: str = "") -> None:
    """Delete a fact and leave a trace of what it was."""
    with transaction.atomic():
        sebelum = potret(objek)
        objek.delete()
        catat(oleh=oleh, tindakan="hapus", alamat=alamat, sebelum=sebelum, sesudah=None, alasan=alasan)


def _periksa(objek: models.Model) -> None:
    try:
        objek.full_clean()
    except ValidationError as galat:
        raise GalatMedan({medan: " ".join(pesan) for medan, pesan in galat.message_dict.items()}) from galat


def _beda(ini: dict[str, Any] | None, itu: dict[str, Any] | None) -> dict[str, Any] | None:
    """Of a change keep what changed; of an addition or deletion keep all."""
    if ini is None or itu is None:
        return ini
    return {medan: isi for medan, isi in ini.items() if itu.get(medan) != isi}


def _json(isi: Any) -> Any:
    if isinstance(isi, Decimal):
        return tulis_mesin(rapikan(isi))
    if isinstance(isi, datetime | date):
        return isi.isoformat()
    if isinstance(isi, models.fields.files.FieldFile):
        return isi.name
    return isi
