"""The reviu of a report by the APIP (Permenpan RB 53/2014, Lampiran III), and requests to reopen a report."""

from __future__ import annotations

from django.conf import settings
from django.db import models
from django.db.models import CheckConstraint, Q, UniqueConstraint

from lakin.laporan.enums import HasilCatatan, JawabanButir, KeadaanPermintaan, KeadaanReviu
from lakin.organisasi.models import Satker
from renstra.enums import Kapasitas


class KewajibanReviu(models.Model):
    """The secretariat's setting whether a satker's report of a year needs a reviu; without a row its kind decides."""

    satker = models.ForeignKey(Satker, on_delete=models.CASCADE, related_name="kewajiban_reviu")
    tahun = models.PositiveSmallIntegerField()
    wajib = models.BooleanField()
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [UniqueConstraint(fields=["satker", "tahun"], name="kewajiban_reviu_unik")]

    def __str__(self) -> str:
        return f"{self.satker} {self.tahun}: {'wajib' if self.wajib else 'tidak wajib'}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.satker.kunci}/{self.tahun}/laporan/wajib-reviu"


class Reviu(models.Model):
    """The reviu of one version (``nomor``) of a report: working paper, then the signed statement.

    The four texts are what a working paper holds at least (Lampiran III huruf C
    angka 3 huruf c). ``sidik`` is the hash of what was reviewed, taken when the
    statement was signed: a report that has changed since is no longer covered.
    """

    laporan = models.ForeignKey("laporan.Laporan", on_delete=models.PROTECT, related_name="reviu")
    nomor = models.PositiveSmallIntegerField()
    keadaan = models.CharField(max_length=12, choices=KeadaanReviu.choices, default=KeadaanReviu.BERJALAN)
    langkah = models.TextField("hal yang direviu dan langkahnya", max_length=8000, blank=True)
    pengujian = models.TextField("hasil pengujian data", max_length=8000, blank=True)
    telaahan = models.TextField("telaahan penyelenggaraan SAKIP", max_length=8000, blank=True)
    simpulan = models.TextField("kesimpulan pereviu", max_length=8000, blank=True)
    penjelas = models.TextField("paragraf penjelas", max_length=4000, blank=True)
    nama = models.CharField(max_length=150, blank=True)
    nip = models.CharField("NIP", max_length=18, blank=True)
    jabatan = models.CharField(max_length=200, blank=True)
    kapasitas = models.CharField(max_length=4, choices=Kapasitas.choices, blank=True)
    tempat = models.CharField(max_length=80, blank=True)
    tanggal = models.DateField(null=True, blank=True)
    sidik = models.CharField(max_length=64, blank=True)
    oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-nomor"]
        constraints = [
            UniqueConstraint(fields=["laporan", "nomor"], name="reviu_unik"),
            CheckConstraint(
                condition=Q(keadaan__in=["berjalan", "disampaikan", "selesai"]), name="reviu_keadaan_dikenal"
            ),
            CheckConstraint(
                condition=(
                    Q(keadaan="selesai", tanggal__isnull=False, oleh__isnull=False)
                    & ~Q(nama="") & ~Q(jabatan="") & ~Q(tempat="") & ~Q(sidik="")
                )
                | ~Q(keadaan="selesai"),
                name="reviu_selesai_bertanda_tangan",
            ),
            CheckConstraint(condition=Q(kapasitas__in=Kapasitas.values), name="reviu_kapasitas_dikenal"),
        ]  # fmt: skip

    def __str__(self) -> str:
        return f"Reviu {self.laporan} versi {self.nomor}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.laporan.alamat}/reviu/{self.nomor}"

    @property
    def pejabat(self) -> str:
        """The post of who signed, with the capacity."""
        return f"{self.kapasitas} {self.jabatan}".strip()


class JawabanReviu(models.Model):
    """The APIP's answer to one point of the checklist of the reviu."""

    reviu = models.ForeignKey(Reviu, on_delete=models.CASCADE, related_name="jawaban")
    kode = models.CharField(max_length=20)
    jawaban = models.CharField(max_length=14, choices=JawabanButir.choices)
    catatan = models.TextField(max_length=1000, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["kode"]
        constraints = [
            UniqueConstraint(fields=["reviu", "kode"], name="jawaban_reviu_unik"),
            CheckConstraint(condition=Q(jawaban__in=JawabanButir.values), name="jawaban_reviu_dikenal"),
            CheckConstraint(condition=Q(jawaban="ya") | ~Q(catatan=""), name="jawaban_reviu_beralasan"),
        ]

    def __str__(self) -> str:
        return f"{self.reviu} {self.kode}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.reviu.alamat}/butir/{self.kode}"


class CatatanReviu(models.Model):
    """A note of the APIP on a figure (``alamat``), a part of the report (``bagian``), or on the whole report.

    The planner sees it once it was delivered (``disampaikan_pada``) and answers; the APIP says what became of it.
    """

    reviu = models.ForeignKey(Reviu, on_delete=models.CASCADE, related_name="catatan")
    alamat = models.CharField(max_length=200, blank=True)
    bagian = models.CharField(max_length=120, blank=True)
    uraian = models.TextField(max_length=2000)
    saran = models.TextField(max_length=2000, blank=True)
    disampaikan_pada = models.DateTimeField(null=True, blank=True)
    tanggapan = models.TextField(max_length=2000, blank=True)
    ditanggapi_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    hasil = models.CharField(max_length=10, choices=HasilCatatan.choices, default=HasilCatatan.BELUM)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["pk"]
        constraints = [
            CheckConstraint(condition=~Q(uraian=""), name="catatan_reviu_berisi"),
            CheckConstraint(condition=Q(alamat="") | Q(bagian=""), name="catatan_reviu_satu_letak"),
            CheckConstraint(condition=Q(hasil__in=HasilCatatan.values), name="catatan_reviu_hasil_dikenal"),
            CheckConstraint(
                condition=Q(tanggapan="") | Q(disampaikan_pada__isnull=False),
                name="catatan_reviu_ditanggapi_sesudahnya",
            ),
        ]

    def __str__(self) -> str:
        return self.uraian[:60]

    @property
    def jejak(self) -> str:
        """The key of its trail."""
        return f"{self.reviu.alamat}/catatan/{self.pk}"


class PermintaanBuka(models.Model):
    """A planner's request to reopen an approved report for its next version, and the head's decision."""

    laporan = models.ForeignKey("laporan.Laporan", on_delete=models.PROTECT, related_name="permintaan_buka")
    keadaan = models.CharField(max_length=10, choices=KeadaanPermintaan.choices, default=KeadaanPermintaan.DIMINTA)
    alasan = models.TextField(max_length=2000)
    diminta_oleh = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, related_name="+")
    diminta_pada = models.DateTimeField(auto_now_add=True)
    putusan = models.TextField(max_length=2000, blank=True)
    diputus_oleh = models.ForeignKey(
        settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, blank=True, related_name="+"
    )
    diputus_pada = models.DateTimeField(null=True, blank=True)
    versi = models.PositiveIntegerField(default=1)

    class Meta:
        ordering = ["-diminta_pada"]
        constraints = [
            CheckConstraint(condition=~Q(alasan=""), name="permintaan_buka_beralasan"),
            CheckConstraint(condition=Q(keadaan__in=KeadaanPermintaan.values), name="permintaan_buka_keadaan_dikenal"),
            CheckConstraint(condition=~Q(keadaan="ditolak") | ~Q(putusan=""), name="permintaan_buka_ditolak_beralasan"),
            UniqueConstraint(fields=["laporan"], condition=Q(keadaan="diminta"), name="permintaan_buka_satu_berjalan"),
        ]

    def __str__(self) -> str:
        return f"Permintaan membuka {self.laporan}"

    @property
    def alamat(self) -> str:
        """The key of its trail."""
        return f"{self.laporan.alamat}/permintaan/{self.pk}"
