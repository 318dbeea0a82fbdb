"""What the commands share: find the satker that was named, turn refusals into one clear line."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

from django.core.management.base import CommandError

from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@contextmanager
def satker_atau_galat(kode: str) -> Iterator[Satker]:
    """Give the satker with this code or singkatan; a domain error inside ends the command with its sentence."""
    unit = Satker.objects.filter(kode=kode).first() or Satker.objects.filter(singkatan=kode).first()
    if unit is None:
        raise CommandError(f"Satker {kode} tidak dikenal. Sebutkan kode enam angka atau singkatannya.")
    try:
        yield unit
    except GalatDomain as galat:
        raise CommandError(galat.pesan) from galat
