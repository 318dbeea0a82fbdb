"""Periods of entry: which triwulan of which satker is open, until when."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.alur.enums import Keadaan
from lakin.organisasi.models import Satker


class Periode(models.Model):
    """One triwulan (1-4) of a satker's year: its state, its tenggat and the day it locks."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="periode")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    keadaan = models.CharField(max_length=14, choices=Keadaan.choices, default=Keadaan.DRAF)
    tenggat = models.DateField(null=True, blank=True)
    kunci_pada = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["tahun", "triwulan"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="periode_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="periode_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} TW {self.triwulan}"
