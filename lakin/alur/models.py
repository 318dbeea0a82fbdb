"""Periods of entry and what people say about them: exceptions, corrections, comments, notices."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from lakin.alur.enums import JenisKabar, Keadaan, KeadaanKoreksi
from lakin.organisasi.models import Satker


def _orang(nama: str = "+", **lain: object) -> models.ForeignKey:
    return models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name=nama, **lain)  # type: ignore[arg-type]


class Periode(models.Model):
    """One triwulan (1-4) of a satker's year: its state, its tenggat and the day on which it locks.

    ``pengecualian_sampai`` holds it open beyond that day, ``koreksi_sampai`` opens
    it again once it is finished; both repeat the row that gave them with its
    reason, so that one locked row decides whether a write is taken. ``lengkap``
    says that what is blank is meant to be. ``versi`` counts the moves.
    """

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="periode")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    keadaan = models.CharField(max_length=14, choices=Keadaan.choices, default=Keadaan.DRAF)
    tenggat = models.DateField(null=True, blank=True)
    kunci_pada = models.DateField(null=True, blank=True)
    pengecualian_sampai = models.DateField(null=True, blank=True)
    koreksi_sampai = models.DateField(null=True, blank=True)
    lengkap = models.BooleanField(default=False)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["tahun", "triwulan"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "triwulan"], name="periode_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="periode_triwulan_1_4"),
            CheckConstraint(condition=Q(keadaan__in=Keadaan.values), name="periode_keadaan_dikenal"),
            CheckConstraint(
                condition=Q(kunci_pada__isnull=True) | Q(tenggat__isnull=True) | Q(kunci_pada__gte=F("tenggat")),
                name="periode_kunci_sesudah_tenggat",
            ),
            CheckConstraint(
                condition=Q(koreksi_sampai__isnull=True) | Q(keadaan__in=["diverifikasi", "terkunci"]),
                name="periode_koreksi_setelah_selesai",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun} TW {self.triwulan}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.satker.kunci}/{self.tahun}/periode/tw{self.triwulan}"


class Pengecualian(models.Model):
    """Why one satker may write beyond the day on which its period locks, and until when."""

    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="pengecualian")
    sampai = models.DateField()
    alasan = models.TextField(max_length=1000)
    oleh = _orang()
    pada = models.DateTimeField(auto_now_add=True)
    dicabut_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pada"]
        constraints = [CheckConstraint(condition=~Q(alasan=""), name="pengecualian_beralasan")]

    def __str__(self) -> str:
        return f"{self.periode} sampai {self.sampai}"


class Koreksi(models.Model):
    """A request to change finished data: what and why, who decided, until when, and what changed under it.

    ``jejak_awal`` and ``jejak_akhir`` are places in the satker's chain of traces:
    what was changed under a correction are the traces of its period between them.
    """

    periode = models.ForeignKey(Periode, on_delete=models.CASCADE, related_name="koreksi")
    keadaan = models.CharField(max_length=10, choices=KeadaanKoreksi.choices, default=KeadaanKoreksi.DIMINTA)
    alasan = models.TextField(max_length=2000)
    diminta_oleh = _orang()
    diminta_pada = models.DateTimeField(auto_now_add=True)
    putusan = models.TextField(max_length=2000, blank=True)
    diputus_oleh = _orang(null=True, blank=True)
    diputus_pada = models.DateTimeField(null=True, blank=True)
    sampai = models.DateField(null=True, blank=True)
    jejak_awal = models.PositiveBigIntegerField(null=True, blank=True)
    jejak_akhir = models.PositiveBigIntegerField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-diminta_pada"]
        constraints = [
            CheckConstraint(condition=~Q(alasan=""), name="koreksi_beralasan"),
            CheckConstraint(condition=Q(keadaan__in=KeadaanKoreksi.values), name="koreksi_keadaan_dikenal"),
            UniqueConstraint(
                fields=["periode"], condition=Q(keadaan__in=["diminta", "disetujui"]), name="koreksi_satu_berjalan"
            ),
        ]

    def __str__(self) -> str:
        return f"Koreksi {self.periode}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.periode.alamat}/koreksi/{self.pk}"


class Komentar(models.Model):
    """A remark on a period; tied to a figure by its address, or to the whole where that is empty."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="komentar")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    alamat = models.CharField(max_length=200, blank=True, db_index=True)
    balasan_dari = models.ForeignKey("self", on_delete=models.CASCADE, null=True, blank=True, related_name="balasan")
    isi = models.TextField(max_length=4000)
    oleh = _orang()
    pada = models.DateTimeField(auto_now_add=True)
    tandai = models.BooleanField(default=False)
    """Marked for follow-up: it stays in the lists until it is resolved."""
    selesai_oleh = _orang(null=True, blank=True)
    selesai_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["pada"]
        indexes = [Index(fields=["satker", "tahun", "triwulan"], name="komentar_per_periode")]
        constraints = [CheckConstraint(condition=~Q(isi=""), name="komentar_berisi")]

    def __str__(self) -> str:
        return self.isi[:60]


class ButirTindak(models.Model):
    """An action point of a period: who does what by when; closed by somebody else than who does it."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="butir_tindak")
    tahun = models.PositiveSmallIntegerField()
    triwulan = models.PositiveSmallIntegerField()
    uraian = models.TextField(max_length=2000)
    penanggung_jawab = _orang("butir_tindak")
    tenggat = models.DateField()
    dibuat_oleh = _orang()
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    dikerjakan_pada = models.DateTimeField(null=True, blank=True)
    laporan = models.TextField(max_length=2000, blank=True)
    ditutup_oleh = _orang(null=True, blank=True)
    ditutup_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["tenggat", "pk"]
        constraints = [
            CheckConstraint(condition=~Q(uraian=""), name="butir_tindak_beruraian"),
            CheckConstraint(
                condition=Q(ditutup_oleh__isnull=True) | ~Q(ditutup_oleh=F("penanggung_jawab")),
                name="butir_tindak_ditutup_orang_lain",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:60]

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.satker.kunci}/{self.tahun}/tindak/{self.pk}"


class Kabar(models.Model):
    """A notice to one person; ``kunci`` keeps a reminder from coming twice."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="kabar")
    jenis = models.CharField(max_length=16, choices=JenisKabar.choices)
    judul = models.CharField(max_length=200)
    isi = models.TextField(max_length=2000, blank=True)
    tautan = models.CharField(max_length=300, blank=True)
    kunci = models.CharField(max_length=200)
    pada = models.DateTimeField(auto_now_add=True)
    dibaca_pada = models.DateTimeField(null=True, blank=True)
    disurelkan_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-pada", "-pk"]
        indexes = [Index(fields=["pengguna", "dibaca_pada"], name="kabar_belum_dibaca")]
        constraints = [UniqueConstraint(fields=["pengguna", "kunci"], name="kabar_tidak_berulang")]

    def __str__(self) -> str:
        return self.judul


class PilihanKabar(models.Model):
    """Which notices a person wants, in the application and by mail; both where no row stands."""

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="pilihan_kabar")
    jenis = models.CharField(max_length=16, choices=JenisKabar.choices)
    aplikasi = models.BooleanField(default=True)
    surel = models.BooleanField(default=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["pengguna", "jenis"], name="pilihan_kabar_unik")]

    def __str__(self) -> str:
        return f"{self.pengguna} {self.jenis}"
