"""The trail: who changed what, when, from what to what, and why. Append-only and chained."""

from django.conf import settings
from django.db import models


class Rantai(models.Model):
    """The head of one chain of traces; locked while a trace is appended."""

    nama = models.CharField(max_length=40, unique=True)
    urut = models.PositiveBigIntegerField(default=0)
    sidik = models.CharField(max_length=64, default="", blank=True)

    def __str__(self) -> str:
        return f"{self.nama} #{self.urut}"


class Jejak(models.Model):
    """One change of one fact. Never updated, never deleted."""

    rantai = models.ForeignKey(Rantai, on_delete=models.PROTECT, related_name="jejak")
    urut = models.PositiveBigIntegerField()
    pada = models.DateTimeField()
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    oleh_nama = models.CharField(max_length=150)
    tindakan = models.CharField(max_length=40)
    alamat = models.CharField(max_length=200, db_index=True)
    sebelum = models.JSONField(null=True)
    sesudah = models.JSONField(null=True)
    alasan = models.TextField(blank=True)
    sidik_sebelum = models.CharField(max_length=64, blank=True)
    sidik = models.CharField(max_length=64)

    class Meta:
        ordering = ["-pada", "-urut"]
        constraints = [models.UniqueConstraint(fields=["rantai", "urut"], name="jejak_urut_unik")]

    def __str__(self) -> str:
        return f"{self.alamat} · {self.tindakan}"


class Kiriman(models.Model):
    """A write that was acknowledged, by the key that its sender gave it: sent again, it gets the first answer.

    ``sidik`` is over what was sent, so that a key cannot stand for something else.
    """

    pengguna = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.CASCADE, related_name="+")
    kunci = models.CharField(max_length=64)
    sidik = models.CharField(max_length=64)
    jawaban = models.JSONField(null=True)
    pada = models.DateTimeField(auto_now_add=True, db_index=True)

    class Meta:
        constraints = [models.UniqueConstraint(fields=["pengguna", "kunci"], name="kiriman_kunci_unik")]

    def __str__(self) -> str:
        return self.kunci
