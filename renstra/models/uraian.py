"""What a Renstra says besides its targets: vision and mission, what stands above, activities that support it."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from renstra.enums import JenisPernyataan, TingkatAtas
from renstra.models.renstra import Indikator, RevisiRenstra, Sasaran


class Pernyataan(models.Model):
    """The vision, or one mission, of a revision."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="pernyataan")
    jenis = models.CharField(max_length=4, choices=JenisPernyataan.choices)
    urut = models.PositiveSmallIntegerField(default=1)
    isi = models.CharField(max_length=400)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["-jenis", "urut"]
        constraints = [
            UniqueConstraint(fields=["revisi", "jenis", "urut"], name="pernyataan_unik"),
            CheckConstraint(condition=~Q(isi=""), name="pernyataan_berisi"),
        ]

    def __str__(self) -> str:
        return f"{self.get_jenis_display()} {self.urut}"


class Keterkaitan(models.Model):
    """An objective above that one of the satker's serves, with its indicators (one a line)."""

    sasaran = models.ForeignKey(Sasaran, on_delete=models.CASCADE, related_name="keterkaitan")
    tingkat = models.CharField(max_length=12, choices=TingkatAtas.choices)
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=300)
    indikator = models.TextField(blank=True)
    urut = models.PositiveSmallIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["tingkat", "urut"]
        constraints = [
            UniqueConstraint(fields=["sasaran", "tingkat", "kode"], name="keterkaitan_unik"),
            CheckConstraint(condition=~Q(nama=""), name="keterkaitan_bernama"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class KegiatanPenunjang(models.Model):
    """An activity that supports an indicator of the Renstra."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="penunjang")
    nama = models.CharField(max_length=250)
    urut = models.PositiveSmallIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["indikator", "urut"]
        constraints = [
            UniqueConstraint(fields=["indikator", "nama"], name="kegiatan_penunjang_unik"),
            CheckConstraint(condition=~Q(nama=""), name="kegiatan_penunjang_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama
