"""The rest of a Renstra's document: its texts, policy directions, regulations to come, names of units, printed sums."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif
from renstra.enums import BagianRenstra, KelompokPagu, TempatPagu
from renstra.models.katalog import Katalog
from renstra.models.renstra import RevisiRenstra


class UraianRenstra(models.Model):
    """A text of a revision as a document tree (never HTML); its versions are in its trail."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="uraian")
    bagian = models.CharField(max_length=20, choices=BagianRenstra.choices)
    isi = models.JSONField(default=dict, blank=True)
    versi = models.PositiveIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["bagian"]
        constraints = [
            UniqueConstraint(fields=["revisi", "bagian"], name="uraian_renstra_unik"),
            CheckConstraint(condition=Q(bagian__in=BagianRenstra.values), name="uraian_renstra_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.revisi} {self.bagian}"


class ArahKebijakan(models.Model):
    """A policy direction; its yearly targets are those of the catalogue's indicators that measure it."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="arah_kebijakan")
    urut = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    unit = models.CharField(max_length=100, blank=True)
    sumber = models.CharField(max_length=200, blank=True)
    ukuran = models.ManyToManyField(Katalog, blank=True, related_name="arah_kebijakan")

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["revisi", "urut"], name="arah_kebijakan_urut_unik"),
            CheckConstraint(condition=~Q(nama=""), name="arah_kebijakan_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class AktivitasArah(models.Model):
    """An activity of a policy direction and what it is to bring about."""

    arah = models.ForeignKey(ArahKebijakan, on_delete=models.CASCADE, related_name="aktivitas")
    urut = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=6, blank=True)
    nama = models.CharField(max_length=250)
    sasaran = models.CharField(max_length=250, blank=True)
    sumber = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["arah", "urut"], name="aktivitas_arah_urut_unik"),
            CheckConstraint(condition=~Q(nama=""), name="aktivitas_arah_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class KerangkaRegulasi(models.Model):
    """A regulation that the plan needs: its basis, who prepares it with whom, by when."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="kerangka_regulasi")
    urut = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=250)
    dasar = models.CharField(max_length=250, blank=True)
    penanggung_jawab = models.CharField(max_length=100, blank=True)
    institusi = models.CharField(max_length=250, blank=True)
    target = models.CharField(max_length=20, blank=True)
    sumber = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["revisi", "urut"], name="kerangka_regulasi_urut_unik"),
            CheckConstraint(condition=~Q(nama=""), name="kerangka_regulasi_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class Nomenklatur(models.Model):
    """The name of a kind of unit as the plan uses it, and its field of work."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="nomenklatur")
    urut = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40, blank=True)
    bidang_tugas = models.CharField(max_length=250, blank=True)
    sumber = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["revisi", "urut"], name="nomenklatur_urut_unik"),
            CheckConstraint(condition=~Q(nama=""), name="nomenklatur_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama


class PaguUnit(Bernilai):
    """A sum of funding as a document prints it, in rupiah; a check value, never added to anything.

    ``alasan`` says why it differs from the sum of what it stands for.
    """

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="pagu_unit")
    tempat = models.CharField(max_length=12, choices=TempatPagu.choices)
    kelompok = models.CharField(max_length=8, choices=KelompokPagu.choices)
    urut = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, null=True, blank=True, related_name="pagu_renstra")
    tahun = models.PositiveSmallIntegerField()
    alasan = models.CharField(max_length=250, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tempat", "urut", "tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("pagu_unit_tidak_negatif"),
            UniqueConstraint(fields=["revisi", "tempat", "urut", "tahun"], name="pagu_unit_satu_setahun"),
            CheckConstraint(
                condition=Q(kelompok="satker", satker__isnull=False) | (~Q(kelompok="satker") & Q(satker__isnull=True)),
                name="pagu_unit_kelompok_satker",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.nama} {self.tahun}"
