"""The activities of a Renstra and what each is to cost per year."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.web.nilai import Bernilai, tidak_negatif
from renstra.models.renstra import Indikator


class KegiatanRenstra(models.Model):
    """An activity under an indicator; one ``di_tempat_lain`` has its budget under another indicator."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="kegiatan")
    urut = models.PositiveSmallIntegerField()
    huruf = models.CharField(max_length=4, blank=True)
    nama = models.CharField(max_length=300)
    di_tempat_lain = models.BooleanField(default=False)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["indikator", "urut"], name="kegiatan_renstra_urut_unik"),
            CheckConstraint(condition=~Q(nama=""), name="kegiatan_renstra_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class PendanaanKegiatan(Bernilai):
    """The funding of an activity in one year, in rupiah; a year without a row is kosong."""

    kegiatan = models.ForeignKey(KegiatanRenstra, on_delete=models.CASCADE, related_name="pendanaan")
    tahun = models.PositiveSmallIntegerField()

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("pendanaan_kegiatan_tidak_negatif"),
            UniqueConstraint(fields=["kegiatan", "tahun"], name="pendanaan_kegiatan_satu_setahun"),
        ]

    def __str__(self) -> str:
        return f"{self.kegiatan} {self.tahun}"
