"""Money spent, planned and recorded. Realisasi hangs on the path code and the year, not on a DIPA."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from anggaran.enums import JenisBelanja, SumberDana, UkuranNka, UkuranTahun
from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif


class RealisasiAnggaran(Bernilai):
    """Money spent at a leaf in one period, in rupiah of that period (not cumulative).

    ``triwulan`` 1-4, or 0 where only the year is known. A leaf keeps one
    granularity a year; ``versi`` is what a writer must have seen.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="realisasi_anggaran")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    triwulan = models.PositiveSmallIntegerField()
    sumber_dana = models.CharField(max_length=4, choices=SumberDana.choices, blank=True)
    versi = models.PositiveIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["kode", "triwulan"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(
                fields=["satker", "tahun", "kode", "triwulan", "sumber_dana"], name="realisasi_anggaran_unik"
            ),
            CheckConstraint(condition=Q(triwulan__gte=0, triwulan__lte=4), name="realisasi_anggaran_triwulan_0_4"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun} TW {self.triwulan}"


class RencanaPenarikan(Bernilai):
    """Planned withdrawal at a leaf in one triwulan, in rupiah."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="rencana_penarikan")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    triwulan = models.PositiveSmallIntegerField()

    class Meta(Bernilai.Meta):
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("rencana_penarikan_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "kode", "triwulan"], name="rencana_penarikan_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="rencana_penarikan_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun} TW {self.triwulan}"


class SerapanTercatat(Bernilai):
    """A recorded share of the pagu (%) of a node in one triwulan; kode 'total' is the satker."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="serapan_tercatat")
    tahun = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=60)
    triwulan = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=10, choices=UkuranTahun.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["kode", "triwulan"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["satker", "tahun", "kode", "triwulan", "ukuran"], name="serapan_tercatat_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="serapan_tercatat_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.tahun} TW {self.triwulan}"


class AnggaranTahun(Bernilai):
    """Pagu or realisasi of the satker in one year, as recorded (years without a tree)."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="anggaran_tahun")
    tahun = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=10, choices=UkuranTahun.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("anggaran_tahun_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "ukuran"], name="anggaran_tahun_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.ukuran}"


class PaguTercatat(Bernilai):
    """Pagu of a kind of expenditure that is known for the satker only."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="pagu_tercatat")
    tahun = models.PositiveSmallIntegerField()
    jenis_belanja = models.CharField(max_length=2, choices=JenisBelanja.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["jenis_belanja"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("pagu_tercatat_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "jenis_belanja"], name="pagu_tercatat_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.jenis_belanja}"


class TargetSerapan(Bernilai):
    """The satker's target of absorption for the year (%), against which every KRO is judged."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="target_serapan")
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["satker", "tahun"], name="target_serapan_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}"


class NilaiKinerjaAnggaran(Bernilai):
    """A component of the nilai kinerja anggaran as the official application gives it."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="nka")
    tahun = models.PositiveSmallIntegerField()
    ukuran = models.CharField(max_length=12, choices=UkuranNka.choices)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["satker", "tahun", "ukuran"], name="nka_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.ukuran}"
