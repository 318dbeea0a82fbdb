"""BSKJI's catalogue of indicators."""

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from renstra.enums import Klasifikasi


class Katalog(models.Model):
    """One indicator of the catalogue: ``kunci`` is ours and stable, the printed code is an attribute."""

    kunci = models.SlugField(max_length=60, unique=True)
    kode_bskji = models.CharField(max_length=30, blank=True)
    nama = models.CharField(max_length=250)
    satuan = models.CharField(max_length=30)
    klasifikasi = models.CharField(max_length=12, choices=Klasifikasi.choices, default=Klasifikasi.MAKSIMASI)
    definisi = models.TextField(blank=True)
    sumber_data = models.TextField(blank=True)
    cara_hitung = models.TextField(blank=True)
    penanggung_jawab = models.CharField(max_length=200, blank=True)
    sumber = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["kunci"]

    def __str__(self) -> str:
        return self.kunci


class EjaanKatalog(models.Model):
    """A way in which a document spells an entry, and where; codes and spellings are no keys."""

    katalog = models.ForeignKey(Katalog, on_delete=models.CASCADE, related_name="ejaan")
    ejaan = models.CharField(max_length=300)
    tempat = models.CharField(max_length=120)

    class Meta:
        ordering = ["ejaan", "tempat"]
        constraints = [
            UniqueConstraint(fields=["katalog", "ejaan", "tempat"], name="ejaan_katalog_unik"),
            CheckConstraint(condition=~Q(ejaan=""), name="ejaan_katalog_berisi"),
        ]

    def __str__(self) -> str:
        return self.ejaan
