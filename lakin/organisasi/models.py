"""Satkers with their dated names, the people who work with Lakin, staff and awards."""

from __future__ import annotations

from datetime import date

from django.contrib.auth.models import AbstractUser
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.organisasi.enums import JenisJabatan, JenisSatker, KelompokPegawai, Peran
from lakin.web.nilai import Bernilai, tidak_negatif

SINTETIS = "(sintetis)"
"""How the name of a made-up satker ends, so that every page that names it says so."""


class Satker(models.Model):
    """A unit that accounts for its performance; ``kode`` is text of six digits where it has one.

    A ``sintetis`` one is made up for load and demonstration: its name says so, and it stands in no
    list, comparison or roll-up of real ones.
    """

    kode = models.CharField(max_length=6, unique=True, null=True, blank=True)
    singkatan = models.CharField(max_length=40, unique=True)
    jenis = models.CharField(max_length=20, choices=JenisSatker.choices)
    induk = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="bawahan")
    kota = models.CharField(max_length=80, blank=True)
    alamat = models.CharField(max_length=250, blank=True)
    sumber = models.CharField(max_length=200, blank=True)
    sintetis = models.BooleanField(default=False)

    class Meta:
        ordering = ["kode", "singkatan"]
        constraints = [
            CheckConstraint(condition=Q(kode__isnull=True) | Q(kode__regex=r"^\d{6}$"), name="satker_kode_enam_angka"),
            CheckConstraint(
                condition=Q(sintetis=False) | Q(singkatan__regex=r"[(]sintetis[)]$"), name="satker_sintetis_bertanda"
            ),
        ]

    def __str__(self) -> str:
        return self.singkatan

    @property
    def kunci(self) -> str:
        """The satker's name in addresses and URLs: its code, else its singkatan."""
        return self.kode or self.singkatan

    def nama_pada(self, tanggal: date) -> NamaSatker | None:
        """Return the name in force on a day (names change by law)."""
        semua = sorted(self.nama.all(), key=lambda n: n.berlaku_sejak, reverse=True)
        return next((n for n in semua if n.berlaku_sejak <= tanggal), semua[-1] if semua else None)


class NamaSatker(models.Model):
    """A name of a satker with the regulation that gave it; in force until the next one begins."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="nama")
    nama = models.CharField(max_length=200)
    singkatan = models.CharField(max_length=40)
    dasar_hukum = models.CharField(max_length=250, blank=True)
    berlaku_sejak = models.DateField()

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "berlaku_sejak"], name="nama_satker_satu_sehari")]

    def __str__(self) -> str:
        return self.nama


class Pengguna(AbstractUser):
    """A person who signs in; what they may do is in their Penugasan."""

    nama = models.CharField("nama lengkap", max_length=150, blank=True)

    def __str__(self) -> str:
        return self.nama or self.username


class Penugasan(models.Model):
    """A role of a person, at a satker where the role belongs to one."""

    pengguna = models.ForeignKey(Pengguna, on_delete=models.CASCADE, related_name="penugasan")
    peran = models.CharField(max_length=20, choices=Peran.choices)
    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, null=True, blank=True, related_name="penugasan")

    class Meta:
        constraints = [
            UniqueConstraint(fields=["pengguna", "peran", "satker"], name="penugasan_tidak_berulang"),
            UniqueConstraint(
                fields=["pengguna", "peran"], condition=Q(satker__isnull=True), name="penugasan_umum_tidak_berulang"
            ),
            CheckConstraint(
                condition=Q(peran__in=["perencana", "kepala"], satker__isnull=False)
                | (~Q(peran__in=["perencana", "kepala"]) & Q(satker__isnull=True)),
                name="penugasan_satker_sesuai_peran",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pengguna} · {self.get_peran_display()}"


class Pegawai(Bernilai):
    """Number of staff of a satker in one group, by education or by function."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="pegawai")
    tahun = models.PositiveSmallIntegerField()
    jenis = models.CharField(max_length=12, choices=KelompokPegawai.choices)
    kelompok = models.CharField(max_length=120)
    urut = models.PositiveSmallIntegerField(default=0)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta(Bernilai.Meta):
        ordering = ["jenis", "urut"]
        constraints = [
            *Bernilai.Meta.constraints,
            tidak_negatif("pegawai_tidak_negatif"),
            UniqueConstraint(fields=["satker", "tahun", "jenis", "kelompok"], name="pegawai_kelompok_unik"),
        ]

    def __str__(self) -> str:
        return self.kelompok


class Penghargaan(models.Model):
    """An award that a satker received in a year."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="penghargaan")
    tahun = models.PositiveSmallIntegerField()
    nama = models.CharField(max_length=250)
    pemberi = models.CharField(max_length=200)
    tingkat = models.CharField(max_length=80, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun", "nama"], name="penghargaan_unik")]

    def __str__(self) -> str:
        return self.nama


class Jabatan(models.Model):
    """A post of the structure, or a function that staff may hold; ``atasan`` is the code of the post above."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="jabatan")
    kode = models.SlugField(max_length=80)
    nama = models.CharField(max_length=150)
    jenis = models.CharField(max_length=12, choices=JenisJabatan.choices)
    atasan = models.ForeignKey("self", on_delete=models.PROTECT, null=True, blank=True, related_name="bawahan")
    urut = models.PositiveSmallIntegerField(default=1)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["urut"]
        constraints = [
            UniqueConstraint(fields=["satker", "kode"], name="jabatan_unik"),
            CheckConstraint(condition=~Q(nama=""), name="jabatan_bernama"),
        ]

    def __str__(self) -> str:
        return self.nama
