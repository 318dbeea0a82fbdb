"""DIPA documents and the tree that one of them holds. Parents of the tree store no amounts."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from anggaran.enums import JenisBelanja, SumberDana, Tingkat
from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif


class Dipa(Bernilai):
    """One DIPA document (revision 0 is the first); ``nilai`` is its printed total, which may be unknown."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="dipa")
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField()
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    perubahan = models.TextField(blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["satker", "tahun", "revisi"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("dipa_total_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "revisi"], name="dipa_revisi_unik"),
        ]

    def __str__(self) -> str:
        return f"DIPA {self.satker} {self.tahun} revisi {self.revisi}"


class Simpul(models.Model):
    """A node of the tree of one DIPA document, named by its full path code."""

    dipa = models.ForeignKey(Dipa, on_delete=models.CASCADE, related_name="simpul")
    kode = models.CharField(max_length=60)
    induk = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="anak")
    tingkat = models.CharField(max_length=12, choices=Tingkat.choices)
    uraian = models.CharField(max_length=300)
    kode_cetak = models.CharField(max_length=30)
    dikodekan_sendiri = models.BooleanField(default=False)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [UniqueConstraint(fields=["dipa", "kode"], name="simpul_kode_unik")]

    def __str__(self) -> str:
        return f"{self.kode} {self.uraian}"


class Pagu(models.Model):
    """The ceiling of a leaf: one row per source of funds and kind of expenditure, whole rupiah."""

    simpul = models.ForeignKey(Simpul, on_delete=models.CASCADE, related_name="pagu")
    sumber_dana = models.CharField(max_length=4, choices=SumberDana.choices, blank=True)
    jenis_belanja = models.CharField(max_length=2, choices=JenisBelanja.choices, blank=True)
    nilai = models.DecimalField(max_digits=20, decimal_places=0)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["simpul", "sumber_dana", "jenis_belanja"], name="pagu_unik"),
            CheckConstraint(condition=Q(nilai__gte=0), name="pagu_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"{self.simpul.kode} {self.sumber_dana}"


class Keluaran(Bernilai):
    """Output volume of a KRO or RO: target (``nilai``) and what was reached."""

    dipa = models.ForeignKey(Dipa, on_delete=models.CASCADE, related_name="keluaran")
    kode = models.CharField(max_length=60)
    satuan = models.CharField(max_length=30)
    realisasi = models.DecimalField(max_digits=14, decimal_places=2, null=True, blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["kode"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("keluaran_target_tidak_negatif"),
            tidak_negatif("keluaran_realisasi_tidak_negatif", "realisasi"),
            UniqueConstraint(fields=["dipa", "kode"], name="keluaran_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.satuan}"
