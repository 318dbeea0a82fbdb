"""Files that people upload, kept under names of our own outside the web root."""

from django.conf import settings
from django.db import models


class Berkas(models.Model):
    """One uploaded file: its name as given, its kind by content, its SHA-256; of a PDF how many pages."""

    nama = models.CharField(max_length=200)
    jenis = models.CharField(max_length=100)
    ukuran = models.PositiveBigIntegerField()
    sidik = models.CharField(max_length=64, db_index=True)
    halaman = models.PositiveIntegerField(null=True, blank=True)
    isi = models.FileField(upload_to="bukti/%Y/%m")
    pada = models.DateTimeField(auto_now_add=True)
    oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")

    def __str__(self) -> str:
        return self.nama
