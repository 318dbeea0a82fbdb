"""The report of a period with its state and approved versions, its narrative, pictures, and checklist."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.berkas.models import Berkas
from lakin.laporan.enums import JawabanButir, KeadaanLaporan, TempatFoto
from lakin.laporan.models_reviu import CatatanReviu as CatatanReviu
from lakin.laporan.models_reviu import JawabanReviu as JawabanReviu
from lakin.laporan.models_reviu import KewajibanReviu as KewajibanReviu
from lakin.laporan.models_reviu import PermintaanBuka as PermintaanBuka
from lakin.laporan.models_reviu import Reviu as Reviu
from lakin.organisasi.models import Satker
from renstra.enums import Kapasitas

TAHUNAN = 4
"""The triwulan whose report is the year's (LAKIN)."""


class Laporan(models.Model):
    """A satker's report of a period: triwulan 1-3 the quarterly report, 4 the LAKIN.

    ``versi`` counts the writes of this row, as each write names the version that it saw.
    """

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="laporan")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=TAHUNAN)
    keadaan = models.CharField(max_length=14, choices=KeadaanLaporan.choices, default=KeadaanLaporan.DRAF)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-tahun", "-triwulan"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="laporan_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="laporan_triwulan_1_4"),
            CheckConstraint(condition=Q(keadaan__in=KeadaanLaporan.values), name="laporan_keadaan_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} TW {self.triwulan}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        akhiran = "" if self.triwulan == TAHUNAN else f"/tw{self.triwulan}"
        return f"{self.satker.kunci}/{self.tahun}/laporan{akhiran}"


class Narasi(models.Model):
    """The text of one section of a satker's report, as a document tree (never HTML); triwulan 4 is the yearly one."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="narasi")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=4)
    kode = models.SlugField(max_length=60)
    isi = models.JSONField(default=dict)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kode"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan", "kode"], name="narasi_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="narasi_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.kode}"


class JawabanKelengkapan(models.Model):
    """A person's answer to one point of the checklist of a report (Permenpan RB 53/2014)."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="jawaban_kelengkapan")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=TAHUNAN)
    kode = models.CharField(max_length=20)
    jawaban = models.CharField(max_length=14, choices=JawabanButir.choices)
    catatan = models.TextField(max_length=1000, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kode"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan", "kode"], name="jawaban_kelengkapan_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="jawaban_kelengkapan_triwulan_1_4"),
            CheckConstraint(condition=Q(jawaban__in=JawabanButir.values), name="jawaban_kelengkapan_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.kode}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        akhiran = "" if self.triwulan == TAHUNAN else f"/tw{self.triwulan}"
        return f"{self.satker.kunci}/{self.tahun}/kelengkapan{akhiran}/{self.kode}"


class KerangkaLaporan(models.Model):
    """A satker's own outline of a report; empty ``isi`` follows the default. Triwulan 4 is the yearly report."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="kerangka_laporan")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField(default=TAHUNAN)
    isi = models.JSONField(default=dict, blank=True)
    versi = models.PositiveIntegerField(default=0)

    class Meta:
        ordering = ["-tahun", "-triwulan"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="kerangka_laporan_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="kerangka_laporan_triwulan_1_4"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} tw{self.triwulan}"


class Terbitan(models.Model):
    """An approved version of a report: its frozen inputs and who approved it. Never updated, never deleted.

    ``isi`` is what ``beku`` gave, ``sidik`` its hash and ``sidik_bagian`` that of
    each input. ``jejak_urut`` and ``jejak_sidik`` are where the satker's chain of
    traces ended when the inputs were read.
    """

    laporan = models.ForeignKey(Laporan, on_delete=models.PROTECT, related_name="terbitan")
    nomor = models.PositiveSmallIntegerField()
    kode = models.CharField(max_length=12, unique=True)
    isi = models.JSONField()
    bukti = models.JSONField(default=list)
    sidik = models.CharField(max_length=64)
    sidik_bagian = models.JSONField()
    mesin = models.JSONField()
    jejak_urut = models.PositiveBigIntegerField()
    jejak_sidik = models.CharField(max_length=64, blank=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    nama = models.CharField(max_length=150)
    nip = models.CharField("NIP", max_length=18, blank=True)
    jabatan = models.CharField(max_length=200)
    kapasitas = models.CharField(max_length=4, choices=Kapasitas.choices, blank=True)
    disahkan_pada = models.DateTimeField()

    class Meta:
        ordering = ["-nomor"]
        constraints = [
            UniqueConstraint(fields=["laporan", "nomor"], name="terbitan_nomor_unik"),
            CheckConstraint(condition=Q(nomor__gte=1), name="terbitan_nomor_dari_1"),
            CheckConstraint(condition=~Q(nama="") & ~Q(jabatan=""), name="terbitan_bernama"),
            CheckConstraint(condition=Q(kapasitas__in=Kapasitas.values), name="terbitan_kapasitas_dikenal"),
        ]

    def __str__(self) -> str:
        return f"{self.laporan} versi {self.nomor}"

    @property
    def pejabat(self) -> str:
        """The post of who approved, with the capacity."""
        return f"{self.kapasitas} {self.jabatan}".strip()


class BerkasTerbitan(models.Model):
    """The PDF of an approved version; with it the approval is complete. Never updated, never deleted.

    ``nama`` is the file's own name below MEDIA_ROOT; ``mesin`` the versions that laid it out.
    """

    terbitan = models.OneToOneField(Terbitan, on_delete=models.PROTECT, related_name="berkas")
    nama = models.CharField(max_length=120, unique=True)
    sidik = models.CharField(max_length=64, db_index=True)
    ukuran = models.PositiveBigIntegerField()
    halaman = models.PositiveIntegerField()
    mesin = models.JSONField()
    pada = models.DateTimeField()

    def __str__(self) -> str:
        return self.nama


class Foto(models.Model):
    """A picture of a satker's reports of a year: a photo, a signed page, an award. ``kode`` outlives its picture.

    Caption and alternative text come after the upload (a browser cannot refill a file field); until both
    are there the picture stands nowhere in a report.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="foto")
    tahun = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=20)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")
    lebar = models.PositiveSmallIntegerField()
    tinggi = models.PositiveSmallIntegerField()
    judul = models.CharField(max_length=200, blank=True)
    teks_alternatif = models.CharField(max_length=500, blank=True)
    sumber = models.CharField(max_length=200, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    tempat = models.CharField(max_length=12, choices=TempatFoto.choices, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "kode"], name="foto_unik"),
            CheckConstraint(condition=Q(lebar__gt=0, tinggi__gt=0), name="foto_berukuran"),
            CheckConstraint(condition=Q(tempat__in=["", *TempatFoto.values]), name="foto_tempat_dikenal"),
        ]

    def __str__(self) -> str:
        return self.judul or self.kode

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.satker.kunci}/{self.tahun}/foto/{self.kode}"

    @property
    def lengkap(self) -> bool:
        """Whether it may stand in a report."""
        return bool(self.judul and self.teks_alternatif)


class IsiFoto(models.Model):
    """What a code has ever shown: released reports keep naming a picture that was replaced or deleted since."""

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="+")
    tahun = models.PositiveSmallIntegerField()
    kode = models.SlugField(max_length=20)
    berkas = models.ForeignKey(Berkas, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun", "kode", "berkas"], name="isi_foto_unik")]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.kode}"


class AmbilanTahun(models.Model):
    """One part of a new year that was taken over from an earlier one, so that it is taken once and can be undone.

    ``alamat`` lists the keys of the trails of what was made; ``urut`` is where the satker's chain of traces
    stood then: a later trace at one of them is somebody's own work, and the part stays.
    """

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="ambilan_tahun")
    tahun = models.PositiveSmallIntegerField()
    dari = models.PositiveSmallIntegerField()
    jenis = models.SlugField(max_length=20)
    alamat = models.JSONField(default=list)
    catatan = models.JSONField(default=list)
    urut = models.PositiveBigIntegerField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    pada = models.DateTimeField(auto_now_add=True)

    class Meta:
        ordering = ["pk"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "jenis"], name="ambilan_tahun_unik"),
            CheckConstraint(condition=Q(dari__lt=models.F("tahun")), name="ambilan_tahun_dari_sebelumnya"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} {self.jenis}"
