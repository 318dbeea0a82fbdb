"""The Perjanjian Kinerja with its revisions, signatories and Rencana Aksi."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.berkas.models import Berkas
from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai, tidak_negatif
from renstra.enums import AlasanRevisi, Kapasitas, Pihak
from renstra.models.renstra import Indikator, RevisiRenstra


class PerjanjianKinerja(models.Model):
    """One revision of a year's agreement; in force from ``berlaku_sejak`` until the next begins.

    A draft has no ``berlaku_sejak``; ``diajukan_pada`` says that it waits for the head, who signs it.
    ``pindaian`` is the scan of what was signed. ``versi`` counts the moves of this row.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="perjanjian")
    tahun = models.PositiveSmallIntegerField()
    revisi = models.PositiveSmallIntegerField()
    revisi_renstra = models.ForeignKey(RevisiRenstra, on_delete=models.PROTECT, related_name="perjanjian")
    nomor = models.CharField(max_length=120, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    berlaku_sejak = models.DateField(null=True, blank=True)
    alasan_revisi = models.CharField(max_length=10, choices=AlasanRevisi.choices, blank=True)
    catatan = models.TextField(blank=True)
    sintetis = models.BooleanField(default=False)
    sumber = models.CharField(max_length=200, blank=True)
    diajukan_pada = models.DateTimeField(null=True, blank=True)
    ditandatangani_pada = models.DateTimeField(null=True, blank=True)
    ditandatangani_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    pindaian = models.ForeignKey(Berkas, on_delete=models.PROTECT, null=True, blank=True, related_name="+")
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["satker", "tahun", "revisi"]
        constraints = [
            UniqueConstraint(fields=["satker", "tahun", "revisi"], name="pk_revisi_unik"),
            UniqueConstraint(fields=["satker", "tahun", "berlaku_sejak"], name="pk_satu_yang_berlaku"),
            CheckConstraint(
                condition=Q(ditandatangani_pada__isnull=True) | Q(berlaku_sejak__isnull=False),
                name="pk_tertanda_berlaku",
            ),
            CheckConstraint(
                condition=Q(pindaian__isnull=True) | Q(berlaku_sejak__isnull=False), name="pk_pindaian_setelah_berlaku"
            ),
        ]

    def __str__(self) -> str:
        return f"PK {self.satker} {self.tahun} revisi {self.revisi}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.satker.kunci}/{self.tahun}/pk/{self.revisi}"

    @property
    def draf(self) -> bool:
        """Whether it is not in force yet."""
        return self.berlaku_sejak is None

    @property
    def terbuka(self) -> bool:
        """Whether its content takes changes: a draft that does not wait for the head."""
        return self.draf and self.diajukan_pada is None


class ButirPK(Bernilai):
    """One indicator of a PK with its target (``nilai``); a band has an upper end too."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="butir")
    indikator = models.ForeignKey(Indikator, on_delete=models.PROTECT, related_name="butir_pk")
    target_atas = models.DecimalField(max_digits=28, decimal_places=10, null=True, blank=True)
    urut = models.PositiveSmallIntegerField(default=0)

    class Meta(Bernilai.Meta):
        ordering = ["urut"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["perjanjian", "indikator"], name="butir_pk_unik"),
        ]

    def __str__(self) -> str:
        return f"{self.perjanjian} {self.indikator.kode}"


class AnggaranPK(Bernilai):
    """The budget of a program as the PK names it."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="anggaran")
    kode = models.CharField(max_length=40)
    nama = models.CharField(max_length=200)

    class Meta(Bernilai.Meta):
        ordering = ["kode"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["perjanjian", "kode"], name="anggaran_pk_unik"),
            tidak_negatif("anggaran_pk_tidak_negatif"),
        ]

    def __str__(self) -> str:
        return f"{self.perjanjian} {self.kode}"


class PenandaTangan(models.Model):
    """A snapshot of who signs: name, NIP, post, capacity."""

    perjanjian = models.ForeignKey(PerjanjianKinerja, on_delete=models.CASCADE, related_name="penanda_tangan")
    pihak = models.CharField(max_length=8, choices=Pihak.choices)
    nama = models.CharField(max_length=150, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True)
    jabatan = models.CharField(max_length=200)
    kapasitas = models.CharField(max_length=4, choices=Kapasitas.choices, blank=True)

    class Meta:
        ordering = ["-pihak"]
        constraints = [UniqueConstraint(fields=["perjanjian", "pihak"], name="penanda_tangan_satu_sepihak")]

    def __str__(self) -> str:
        return f"{self.kapasitas} {self.jabatan}".strip()


class RencanaAksi(models.Model):
    """The plan of one indicator for one triwulan: cumulative physical target (%) and the activity."""

    butir = models.ForeignKey(ButirPK, on_delete=models.CASCADE, related_name="rencana_aksi")
    triwulan = models.PositiveSmallIntegerField()
    fisik = models.DecimalField(max_digits=5, decimal_places=2)
    kegiatan = models.TextField(blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["triwulan"]
        constraints = [
            UniqueConstraint(fields=["butir", "triwulan"], name="rencana_aksi_unik"),
            CheckConstraint(condition=Q(triwulan__gte=1, triwulan__lte=4), name="rencana_aksi_triwulan_1_4"),
            CheckConstraint(condition=Q(fisik__gte=0, fisik__lte=100), name="rencana_aksi_fisik_0_100"),
        ]

    def __str__(self) -> str:
        return f"{self.butir.indikator.kode} TW {self.triwulan}"
