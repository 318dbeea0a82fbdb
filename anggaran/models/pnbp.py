"""Non-tax revenue from services, and what the services delivered."""

from __future__ import annotations

from django.db import models
from django.db.models import UniqueConstraint

from anggaran.enums import UkuranPnbp
from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif


class PnbpTahun(Bernilai):
    """One amount of a year's PNBP (rupiah; the share that may be used is a percentage)."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="pnbp_tahun")
    tahun = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=16, choices=UkuranPnbp.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("pnbp_tahun_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "ukuran"], name="pnbp_tahun_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.ukuran}"


class PnbpLayanan(Bernilai):
    """Target or receipts of one service in one year, in rupiah."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="pnbp_layanan")
    tahun = models.PositiveSmallIntegerField()
    layanan = models.SlugField(max_length=40)
    nama = models.CharField(max_length=120)
    ukuran = models.CharField(max_length=16, choices=UkuranPnbp.choices)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["urut", "tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["satker", "tahun", "layanan", "ukuran"], name="pnbp_layanan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.layanan} {self.tahun} {self.ukuran}"


class HasilLayanan(Bernilai):
    """What a service delivered in a year: customers, samples, certificates, people."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="hasil_layanan")
    tahun = models.PositiveSmallIntegerField()
    layanan = models.SlugField(max_length=40)
    nama = models.CharField(max_length=120)
    ukuran = models.CharField(max_length=80)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["urut", "tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("hasil_layanan_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "layanan", "ukuran"], name="hasil_layanan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.layanan} {self.ukuran} {self.tahun}"
