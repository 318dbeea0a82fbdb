"""What ties an indicator to other things: budget leaves, past budgets, benchmarks."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif
from renstra.enums import UkuranAnggaran
from renstra.models.renstra import GarisIndikator


class Dukungan(models.Model):
    """The tie of a leaf of the budget (by path code) to an indicator; the shares of a leaf sum to 100."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="dukungan")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="dukungan")
    bagian = models.DecimalField(max_digits=7, decimal_places=4, default=100)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["kode"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "kode", "garis_indikator"], name="dukungan_unik"),
            CheckConstraint(condition=Q(bagian__gte=0, bagian__lte=100), name="dukungan_bagian_0_100"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} → {self.garis_indikator}"


class AnggaranIndikator(Bernilai):
    """A recorded amount of an indicator's budget in one year, in rupiah."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="anggaran")
    tahun = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=10, choices=UkuranAnggaran.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun", "ukuran"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("anggaran_indikator_tidak_negatif"),
            UniqueConstraint(fields=["garis_indikator", "tahun", "ukuran"], name="anggaran_indikator_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun} {self.ukuran}"


class Acuan(Bernilai):
    """A benchmark value (RPJMN, national standard, ministry) with its source."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="acuan")
    nama = models.CharField(max_length=200)
    tahun = models.PositiveSmallIntegerField()
    satuan = models.CharField(max_length=30, blank=True)
    sumber = models.CharField(max_length=200)

    class Meta(Bernilai.Meta):
        ordering = ["tahun", "nama"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["garis_indikator", "nama", "tahun"], name="acuan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"
