"""The narrative of a report, section by section."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from lakin.organisasi.models import Satker


class Narasi(models.Model):
    """The text of one section of a satker's yearly report, as a document tree (never HTML)."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="narasi")
    tahun = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=60)
    isi = models.JSONField(default=dict)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kode"]
        constraints = [UniqueConstraint(fields=["satker", "tahun", "kode"], name="narasi_unik")]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.kode}"
