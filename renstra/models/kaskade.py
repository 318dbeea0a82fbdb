"""The cascading matrix (Renstra, Lampiran IV) and how an indicator above is made of the satkers' results."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from renstra.enums import CaraGulung
from renstra.models.katalog import Katalog


class Kaskade(models.Model):
    """One row of the matrix: an indicator under BSKJI's sasaran and, at the satkers, the one that carries it."""

    katalog = models.OneToOneField(Katalog, on_delete=models.PROTECT, related_name="kaskade")
    katalog_satker = models.ForeignKey(Katalog, on_delete=models.PROTECT, related_name="kaskade_atas")
    tujuan = models.CharField(max_length=20)
    sasaran = models.CharField(max_length=20)
    huruf = models.CharField(max_length=4)
    tingkat = models.CharField(max_length=20)
    """The level that the matrix gives it: UKE-1 is BSKJI's own."""
    catatan = models.CharField(max_length=250, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200)

    class Meta:
        ordering = ["urut"]
        constraints = [UniqueConstraint(fields=["tujuan", "sasaran", "huruf"], name="kaskade_baris_unik")]

    def __str__(self) -> str:
        return f"{self.tujuan}/{self.sasaran}/{self.huruf}"


class PelakuKaskade(models.Model):
    """A unit, or a kind of satker, that the matrix marks as carrying a row."""

    kaskade = models.ForeignKey(Kaskade, on_delete=models.CASCADE, related_name="pelaku")
    pelaku = models.CharField(max_length=20)

    class Meta:
        ordering = ["pk"]
        constraints = [UniqueConstraint(fields=["kaskade", "pelaku"], name="pelaku_kaskade_unik")]

    def __str__(self) -> str:
        return f"{self.kaskade} {self.pelaku}"


class AturanGulung(models.Model):
    """How an indicator above is rolled up, or who enters it; ``pembilang`` names parts, parted by ';'."""

    katalog = models.OneToOneField(Katalog, on_delete=models.PROTECT, related_name="aturan_gulung")
    cara = models.CharField(max_length=20, choices=CaraGulung.choices)
    dari = models.ForeignKey(Katalog, on_delete=models.PROTECT, null=True, blank=True, related_name="digulung")
    ambang = models.DecimalField(max_digits=12, decimal_places=4, null=True, blank=True)
    jumlah_satker = models.PositiveSmallIntegerField(null=True, blank=True)
    pembilang = models.CharField(max_length=60, blank=True)
    penyebut = models.CharField(max_length=30, blank=True)
    pengisi = models.CharField(max_length=40, blank=True)
    catatan = models.CharField(max_length=250, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200)

    class Meta:
        ordering = ["urut"]
        constraints = [
            CheckConstraint(condition=~Q(sumber=""), name="aturan_gulung_bersumber"),
            CheckConstraint(
                condition=Q(cara="diisi", dari__isnull=True) | (~Q(cara="diisi") & Q(dari__isnull=False)),
                name="aturan_gulung_dari_satker",
            ),
            CheckConstraint(
                condition=~Q(cara__in=["proporsi", "proporsi_baris"]) | Q(ambang__isnull=False),
                name="aturan_gulung_berambang",
            ),
            CheckConstraint(
                condition=~Q(cara="rasio") | (~Q(pembilang="") & ~Q(penyebut="")), name="aturan_gulung_berpecahan"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.katalog} {self.cara}"
