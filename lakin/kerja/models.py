"""The job's row: the only truth about a job, whatever carries its messages."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, F, Index, Q, UniqueConstraint

from lakin.kerja.enums import KeadaanPekerjaan


class Pekerjaan(models.Model):
    """Long work outside the request.

    ``kunci`` names the result that is asked for: asking again finds the same row.
    ``pemilik`` is the worker that holds the job until ``sewa_sampai``.
    """

    jenis = models.CharField(max_length=60)
    kunci = models.CharField(max_length=200)
    argumen = models.JSONField(default=dict)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="pekerjaan"
    )
    keadaan = models.CharField(max_length=8, choices=KeadaanPekerjaan.choices, default=KeadaanPekerjaan.ANTRE)
    percobaan = models.PositiveSmallIntegerField(default=0)
    pemilik = models.CharField(max_length=32, blank=True)
    sewa_sampai = models.DateTimeField(null=True, blank=True)
    selesai = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    keterangan = models.CharField(max_length=200, blank=True)
    hasil = models.CharField(max_length=300, blank=True)
    galat = models.TextField(blank=True)
    dibuat_pada = models.DateTimeField(auto_now_add=True)
    dikirim_pada = models.DateTimeField(null=True, blank=True)
    dimulai_pada = models.DateTimeField(null=True, blank=True)
    berakhir_pada = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-dibuat_pada"]
        indexes = [Index(fields=["keadaan", "sewa_sampai"], name="pekerjaan_jatuh_tempo")]
        constraints = [
            UniqueConstraint(fields=["oleh", "kunci"], name="pekerjaan_kunci_unik"),
            UniqueConstraint(fields=["kunci"], condition=Q(oleh__isnull=True), name="pekerjaan_kunci_sistem_unik"),
            CheckConstraint(condition=Q(keadaan__in=KeadaanPekerjaan.values), name="pekerjaan_keadaan_dikenal"),
            CheckConstraint(condition=Q(selesai__lte=F("total")), name="pekerjaan_selesai_dalam_total"),
            CheckConstraint(
                condition=Q(keadaan="jalan", sewa_sampai__isnull=False) & ~Q(pemilik="")
                | ~Q(keadaan="jalan") & Q(sewa_sampai__isnull=True, pemilik=""),
                name="pekerjaan_jalan_berpemilik",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.jenis} {self.kunci}"

    @property
    def berakhir(self) -> bool:
        """True when nothing will change any more unless somebody asks again."""
        return self.keadaan not in (KeadaanPekerjaan.ANTRE, KeadaanPekerjaan.JALAN)

    @property
    def persen(self) -> int | None:
        """Whole percents done; None while the number of steps is unknown."""
        return self.selesai * 100 // self.total if self.total else None
