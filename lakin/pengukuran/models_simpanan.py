"""Kept results: what comparison and roll-up need of a satker's year, so that they need not compute it again."""

from __future__ import annotations

from django.db import models
from django.db.models import Index, UniqueConstraint

from lakin.organisasi.models import Satker


class HasilTersimpan(models.Model):
    """The engine's figures of one satker and year in short; no fact, it can be thrown away at any time.

    ``sidik`` is over the facts that they were computed from. ``urut`` and ``urut_umum`` are where the
    satker's chain of traces and the common one stood before those facts were read: what has not grown
    since needs no second look. ``versi`` is that of the short form in which they are kept.
    """

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="hasil_tersimpan")
    tahun = models.PositiveSmallIntegerField()
    versi = models.PositiveSmallIntegerField()
    sidik = models.CharField(max_length=64)
    urut = models.PositiveBigIntegerField()
    urut_umum = models.PositiveBigIntegerField()
    isi = models.JSONField()
    dihitung_pada = models.DateTimeField()

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun"], name="hasil_tersimpan_satu_setahun")]
        indexes = [Index(fields=["tahun"], name="hasil_tersimpan_per_tahun")]

    def __str__(self) -> str:
        return f"Hasil {self.satker_id} {self.tahun}"
