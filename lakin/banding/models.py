"""Released figures of other satkers, as a report may cite them."""

from __future__ import annotations

from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.organisasi.models import Satker
from lakin.web.nilai import Bernilai


class NilaiPembanding(Bernilai):
    """One measure of a satker in a year, of an indicator of the catalogue or of its budget performance.

    ``kunci`` is the catalogue's stable key, or 'nka'; ``ukuran`` says what was
    measured ('realisasi', 'pagu', 'pdn'). A satker that has not reported has a
    row that is kosong: it is listed, but neither ranked nor averaged.
    """

    satker = models.ForeignKey(Satker, on_delete=models.PROTECT, related_name="nilai_pembanding")
    kunci = models.SlugField(max_length=60)
    tahun = models.PositiveSmallIntegerField()
    ukuran = models.SlugField(max_length=40)
    satuan = models.CharField(max_length=30, blank=True)
    catatan = models.CharField(max_length=250, blank=True)
    sumber = models.CharField(max_length=200)

    class Meta(Bernilai.Meta):
        ordering = ["satker", "kunci", "tahun", "ukuran"]
        constraints = [
            *Bernilai.Meta.constraints,
            UniqueConstraint(fields=["satker", "kunci", "tahun", "ukuran"], name="nilai_pembanding_unik"),
            CheckConstraint(condition=~Q(sumber=""), name="nilai_pembanding_bersumber"),
        ]

    def __str__(self) -> str:
        return f"{self.satker} {self.kunci} {self.tahun} {self.ukuran}"


class RilisBanding(models.Model):
    """Which comparisons of a year the secretariat lets satkers see; a year without a row is closed.

    ``semua`` opens every indicator, else ``kunci`` names them: keys of the catalogue, 'nka', 'serapan', 'efisiensi'.
    """

    tahun = models.PositiveSmallIntegerField(unique=True)
    semua = models.BooleanField(default=False)
    kunci = models.JSONField(default=list, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["tahun"]

    def __str__(self) -> str:
        return f"Rilis perbandingan {self.tahun}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"umum/rilis_banding/{self.tahun}"
