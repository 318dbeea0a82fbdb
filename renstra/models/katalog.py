"""BSKJI's catalogue of indicators."""

from django.db import models

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
