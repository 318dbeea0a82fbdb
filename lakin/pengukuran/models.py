"""What was reached: realisasi, raw rows, overrides, the four headings, evidence."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.berkas.models import Berkas
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi, JudulUraian
from lakin.pengukuran.models_simpanan import HasilTersimpan as HasilTersimpan
from lakin.web.nilai import Bernilai
from renstra.models import GarisIndikator


class Realisasi(Bernilai):
    """One cell: an indicator's physical progress (cumulative %) or value at the end of a triwulan.

    It hangs on the lineage and the year, never on a row of one revision.
    ``versi`` is what a writer must have seen.
    """

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="realisasi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=6, choices=JenisRealisasi.choices)
    versi = models.PositiveIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun", "triwulan"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["garis_indikator", "tahun", "triwulan", "jenis"], name="realisasi_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="realisasi_triwulan_1_4"),
            CheckConstraint(
                condition=~Q(jenis="fisik") | Q(nilai__isnull=True) | Q(nilai__gte=0, nilai__lte=100),
                name="realisasi_fisik_0_100",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun} TW {self.triwulan} {self.jenis}"


class BarisData(models.Model):
    """A raw row of an indicator's formula: field -> text; numbers as machine text, N/A as 'N/A'."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="baris_data")
    tahun = models.PositiveSmallIntegerField()
    urut = models.PositiveSmallIntegerField()
    isi = models.JSONField()
    tanggal = models.DateField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [UniqueConstraint(fields=["garis_indikator", "tahun", "urut"], name="baris_data_urut_unik")]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun} baris {self.urut}"


class Penggantian(models.Model):
    """A recorded value that stands in for the computed one, with its reason."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="penggantian")
    tahun = models.PositiveSmallIntegerField()
    nilai = models.DecimalField(max_digits=28, decimal_places=10)
    alasan = models.TextField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["garis_indikator", "tahun"], name="penggantian_satu_setahun"),
            CheckConstraint(condition=~Q(alasan=""), name="penggantian_beralasan"),
        ]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun}"


class RealisasiLalu(Bernilai):
    """Realisasi of a year before Lakin, with its own unit and the label of that time."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="realisasi_lalu")
    tahun = models.PositiveSmallIntegerField()
    satuan = models.CharField(max_length=30, blank=True)
    label = models.CharField(max_length=250, blank=True)
    catatan = models.TextField(blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["tahun"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["garis_indikator", "tahun"], name="realisasi_lalu_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun}"


class Uraian(models.Model):
    """One of the four headings of an indicator, as a document tree (never HTML)."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="uraian")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=4)
    judul = models.CharField(max_length=14, choices=JudulUraian.choices)
    isi = models.JSONField(default=dict)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            UniqueConstraint(fields=["garis_indikator", "tahun", "triwulan", "judul"], name="uraian_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="uraian_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.garis_indikator} {self.tahun} {self.judul}"


class Pendukung(models.Model):
    """A supporting table that no formula uses: heads and rows as recorded, with its source."""

    garis_indikator = models.ForeignKey(GarisIndikator, on_delete=models.PROTECT, related_name="pendukung")
    tahun = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=40)
    judul = models.CharField(max_length=250)
    kolom = models.JSONField()
    baris = models.JSONField()
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["kode"]
        constraints = [UniqueConstraint(fields=["garis_indikator", "tahun", "kode"], name="pendukung_unik")]

    def __str__(self) -> str:
        return self.judul


class Bukti(models.Model):
    """Evidence of a figure: a letter or file; ``alamat`` is the address of what it proves.

    A file that proves several figures is one Berkas with a row at each address.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="bukti")
    tahun = models.PositiveSmallIntegerField()
    alamat = models.CharField(max_length=200, db_index=True)
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    perihal = models.CharField(max_length=300)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="bukti")
    sumber = models.CharField(max_length=200, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["alamat", "tanggal", "pk"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "alamat", "berkas"], name="bukti_berkas_sekali"),
        ]

    def __str__(self) -> str:
        return self.perihal

    @property
    def alamat_jejak(self) -> str:
        """The address of its own trail, below the indicator or the budget that it belongs to."""
        return "/".join([*self.alamat.split("/")[:3], "bukti", str(self.pk)])


class Pengawasan(models.Model):
    """What an internal audit found and recommended, by field; the recommendations themselves are raw rows."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="pengawasan")
    tahun = models.PositiveSmallIntegerField()
    bidang = models.CharField(max_length=150)
    temuan = models.PositiveSmallIntegerField()
    rekomendasi = models.PositiveSmallIntegerField()
    urut = models.PositiveSmallIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "bidang"], name="pengawasan_bidang_unik"),
            CheckConstraint(condition=~Q(bidang=""), name="pengawasan_berbidang"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.bidang}"


class CatatanIsian(models.Model):
    """A note on what a check found odd: which rule (``kaidah``), at which figure, and what the planner says to it.

    ``sidik`` is what the rule saw: where the figures have changed since, the note no longer answers the finding.
    """

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="catatan_isian")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    alamat = models.CharField(max_length=200)
    kaidah = models.SlugField(max_length=60)
    isi = models.TextField(max_length=2000)
    sidik = models.CharField(max_length=64, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    pada = models.DateTimeField(auto_now=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["alamat", "kaidah"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan", "alamat", "kaidah"], name="catatan_isian_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="catatan_isian_triwulan_1_4"),
            CheckConstraint(condition=~Q(isi=""), name="catatan_isian_berisi"),
        ]

    def __str__(self) -> str:
        return f"{self.alamat} {self.kaidah}"


class DrafIsian(models.Model):
    """What somebody typed into a field and the rules refused: kept with the reason until the field takes a value."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="draf_isian")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    medan = models.CharField(max_length=160)
    teks = models.CharField(max_length=200)
    pesan = models.CharField(max_length=600)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    pada = models.DateTimeField(auto_now=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun", "triwulan", "medan"], name="draf_isian_unik")]

    def __str__(self) -> str:
        return f"{self.medan}: {self.teks}"


class Setelan(models.Model):
    """How a satker's year is computed: choices that differ between agencies."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="setelan")
    tahun = models.PositiveSmallIntegerField()
    rumus_tujuan = models.CharField(
        max_length=16,
        choices=[("rata_capaian", "Rata-rata capaian"), ("rata_realisasi", "Rata-rata realisasi")],
        default="rata_capaian",
    )
    batas_capaian = models.DecimalField(max_digits=8, decimal_places=2, null=True, blank=True)
    na_dihitung_nol = models.BooleanField(default=False)
    cetak_dari_cetak = models.BooleanField(default=True)
    skala = models.JSONField(default=list, blank=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun"], name="setelan_satu_setahun")]

    def __str__(self) -> str:
        return f"Setelan {self.satker} {self.tahun}"


class AngkaTercetak(models.Model):
    """A figure as a published document prints it, kept as a check value and never computed with."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="tercetak")
    tahun = models.PositiveSmallIntegerField()
    tabel = models.CharField(max_length=40)
    baris = models.CharField(max_length=250)
    kolom = models.CharField(max_length=120)
    nilai = models.CharField(max_length=40)
    alamat = models.CharField(max_length=200)
    alasan = models.TextField(blank=True)
    urut = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["urut"]

    def __str__(self) -> str:
        return f"Tabel {self.tabel} {self.baris}"
