"""The Renstra of a satker, revision by revision. A revision is a full copy: the past is never rewritten."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, F, Q, UniqueConstraint

from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai
from renstra.enums import CaraRenstra, Garis, Klasifikasi, Perspektif
from renstra.models.katalog import Katalog


class Renstra(models.Model):
    """The strategic plan of a satker for a period of years."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="renstra")
    awal = models.PositiveSmallIntegerField()
    akhir = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=200)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["awal"]
        constraints = [
            UniqueConstraint(fields=["satker", "awal"], name="renstra_awal_unik"),
            CheckConstraint(condition=Q(akhir__gte=F("awal")), name="renstra_awal_sebelum_akhir"),
        ]

    def __str__(self) -> str:
        return self.nama


class RevisiRenstra(models.Model):
    """One revision; in force from ``berlaku_sejak`` until the next one begins.

    There is no end date, so two revisions cannot be in force at once; a draft
    has no ``berlaku_sejak``.
    """

    renstra = models.ForeignKey(Renstra, on_delete=models.CASCADE, related_name="revisi")
    nomor = models.PositiveSmallIntegerField()
    berlaku_sejak = models.DateField(null=True, blank=True)
    dokumen = models.CharField(max_length=250, blank=True)
    catatan = models.TextField(blank=True)
    sintetis = models.BooleanField(default=False)

    class Meta:
        ordering = ["renstra", "nomor"]
        constraints = [
            UniqueConstraint(fields=["renstra", "nomor"], name="revisi_renstra_nomor_unik"),
            UniqueConstraint(fields=["renstra", "berlaku_sejak"], name="revisi_renstra_satu_yang_berlaku"),
        ]

    def __str__(self) -> str:
        return f"{self.renstra} revisi {self.nomor}"


class Tujuan(models.Model):
    """A goal of the Renstra; a balai's points to BSKJI's."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="tujuan")
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=300)
    urut = models.PositiveSmallIntegerField(default=0)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="bawahan")
    induk_nama = models.CharField(max_length=300, blank=True)

    class Meta:
        ordering = ["urut", "kode"]
        constraints = [UniqueConstraint(fields=["revisi", "kode"], name="tujuan_kode_unik")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class TargetTujuan(Bernilai):
    """The yearly target of a tujuan, in percent."""

    tujuan = models.ForeignKey(Tujuan, on_delete=models.CASCADE, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["tujuan", "tahun"], name="target_tujuan_satu_setahun"),
        ]

    def __str__(self) -> str:
        return f"{self.tujuan.kode} {self.tahun}"


class Sasaran(models.Model):
    """An objective in one perspective; its tujuan is its indicators'."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="sasaran")
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=300)
    perspektif = models.CharField(max_length=20, choices=Perspektif.choices)
    urut = models.PositiveSmallIntegerField(default=0)
    induk_kode = models.CharField(max_length=20, blank=True)

    class Meta:
        ordering = ["urut", "kode"]
        constraints = [UniqueConstraint(fields=["revisi", "kode"], name="sasaran_kode_unik")]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class GarisIndikator(models.Model):
    """The lineage of an indicator over all revisions: realisasi hangs on it and the year."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="garis_indikator")
    kunci = models.SlugField(max_length=60)

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "kunci"], name="garis_indikator_unik")]

    def __str__(self) -> str:
        return self.kunci


class Indikator(models.Model):
    """An indicator in one revision of the Renstra."""

    revisi = models.ForeignKey(RevisiRenstra, on_delete=models.CASCADE, related_name="indikator")
    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="indikator")
    kode = models.CharField(max_length=20)
    nama = models.CharField(max_length=300)
    sasaran = models.ForeignKey(Sasaran, on_delete=models.CASCADE, related_name="indikator")
    tujuan = models.ForeignKey(Tujuan, on_delete=models.CASCADE, related_name="indikator")
    katalog = models.ForeignKey(Katalog, on_delete=models.PROTECT, null=True, blank=True, related_name="indikator")
    satuan = models.CharField(max_length=30)
    desimal = models.PositiveSmallIntegerField(default=2)
    desimal_target = models.PositiveSmallIntegerField(default=0)
    klasifikasi = models.CharField(max_length=12, choices=Klasifikasi.choices, default=Klasifikasi.MAKSIMASI)
    minimasi_terbalik = models.BooleanField(null=True, blank=True)
    iku = models.BooleanField(default=False)
    rumus = models.CharField(max_length=40, blank=True)
    cara_renstra = models.CharField(max_length=10, choices=CaraRenstra.choices)
    definisi = models.TextField(blank=True)
    sumber_data = models.TextField(blank=True)
    cara_hitung = models.TextField(blank=True)
    wajib_bukti = models.BooleanField(default=False)
    """Whether the manual asks for documents that prove what was reached."""
    prioritas_nasional = models.BooleanField(default=False)
    urut = models.PositiveSmallIntegerField(default=0)
    garis = models.CharField(max_length=10, choices=Garis.choices, default=Garis.TETAP)
    pendahulu = models.ForeignKey("self", on_delete=models.SET_NULL, null=True, blank=True, related_name="penerus")
    mendukung = models.ManyToManyField(Katalog, blank=True, related_name="didukung")

    class Meta:
        ordering = ["urut", "kode"]
        constraints = [
            UniqueConstraint(fields=["revisi", "kode"], name="indikator_kode_unik"),
            UniqueConstraint(fields=["revisi", "garis_indikator"], name="indikator_satu_segaris"),
            CheckConstraint(condition=Q(desimal__lte=6), name="indikator_desimal_wajar"),
        ]

    def __str__(self) -> str:
        return f"{self.kode} {self.nama}"


class TargetIndikator(Bernilai):
    """The Renstra target of an indicator in one year."""

    indikator = models.ForeignKey(Indikator, on_delete=models.CASCADE, related_name="target")
    tahun = models.PositiveSmallIntegerField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["indikator", "tahun"], name="target_indikator_satu_setahun"),
        ]

    def __str__(self) -> str:
        return f"{self.indikator.kode} {self.tahun}"
