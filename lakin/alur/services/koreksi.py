"""Acts on a correction of finished data: asked for with a reason, decided by the secretariat, worked on, ended."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from lakin.alur.enums import JenisKabar, KeadaanKoreksi
from lakin.alur.models import Koreksi, Periode
from lakin.alur.services.kabar import beri_tahu, pengguna_berperan
from lakin.alur.services.periode import periode_terkunci
from lakin.alur.transisi import SELESAI
from lakin.angka import nama_triwulan, tulis_tanggal
from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.rekam import rekam
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain


@transaction.atomic
def minta_koreksi(*, satker: Satker, tahun: int, triwulan: int, alasan: str, versi: int, oleh: Any) -> Koreksi:
    """Ask to change data of a finished period; one request at a time."""
    periode = periode_terkunci(satker, tahun, triwulan, versi)
    if periode.keadaan not in SELESAI:
        raise GalatDomain(
            "Triwulan ini belum diverifikasi, sehingga tidak memerlukan permintaan koreksi. "
            "Tarik pengajuannya, atau mintalah Sekretariat mengembalikannya."
        )
    if not alasan.strip():
        raise GalatDomain("Tuliskan apa yang keliru dan mengapa perlu dikoreksi.", medan="alasan")
    if periode.koreksi.filter(keadaan__in=[KeadaanKoreksi.DIMINTA, KeadaanKoreksi.DISETUJUI]).exists():
        raise GalatDomain("Masih ada permintaan koreksi yang berjalan untuk triwulan ini. Selesaikan itu dahulu.")
    baru = Koreksi(periode=periode, alasan=alasan.strip(), diminta_oleh=oleh)
    rekam(baru, oleh=oleh, alamat=f"{periode.alamat}/koreksi", alasan=alasan.strip(), tindakan="minta koreksi")
    beri_tahu(
        pengguna_berperan("sekretariat"),
        jenis=JenisKabar.KOREKSI,
        judul=f"{satker.singkatan} meminta koreksi {nama_triwulan(triwulan)} {tahun}",
        isi=alasan.strip(),
        tautan=_tautan(periode),
        kunci=f"{baru.alamat}/diminta",
    )
    return baru


@transaction.atomic
def putuskan_koreksi(
    *, koreksi: Koreksi, setuju: bool, putusan: str, versi: int, oleh: Any, sampai: date | None = None
) -> Koreksi:
    """Approve a request until a day, or refuse it with the reason."""
    periode, baru = _terkunci(koreksi, versi)
    if baru.keadaan != KeadaanKoreksi.DIMINTA:
        raise GalatDomain(f"Permintaan ini sudah diputus: {baru.get_keadaan_display().lower()}.")
    if baru.diminta_oleh_id == oleh.pk:
        raise GalatDomain("Permintaan koreksi diputus oleh orang lain daripada yang memintanya.")
    if setuju and (sampai is None or sampai < timezone.localdate()):
        raise GalatDomain(
            "Tentukan sampai hari apa koreksi boleh dikerjakan: hari ini atau sesudahnya.", medan="sampai"
        )
    if not setuju and not putusan.strip():
        raise GalatDomain("Tuliskan mengapa permintaan ini ditolak.", medan="putusan")
    lama = Koreksi.objects.get(pk=baru.pk)
    baru.keadaan = KeadaanKoreksi.DISETUJUI if setuju else KeadaanKoreksi.DITOLAK
    baru.putusan, baru.diputus_oleh, baru.diputus_pada = putusan.strip(), oleh, timezone.now()
    baru.versi += 1
    if setuju:
        baru.sampai = sampai
        _buka(periode, sampai, oleh, baru.alasan)
    rekam(baru, oleh=oleh, alamat=baru.alamat, alasan=putusan.strip(), lama=lama)
    if setuju:
        # after the trace of this decision, so that only what is changed from now on counts
        baru.jejak_awal = _ujung(periode.satker)
        Koreksi.objects.filter(pk=baru.pk).update(jejak_awal=baru.jejak_awal)
    hari = f" sampai {tulis_tanggal(sampai)}" if setuju and sampai else ""
    beri_tahu(
        [baru.diminta_oleh],
        jenis=JenisKabar.KOREKSI,
        judul=f"Koreksi {nama_triwulan(periode.triwulan)} {periode.tahun} "
        + (f"disetujui{hari}" if setuju else "ditolak"),
        isi=putusan.strip(),
        tautan=_tautan(periode),
        kunci=f"{baru.alamat}/diputus",
    )
    return baru


@transaction.atomic
def selesaikan_koreksi(*, koreksi: Koreksi, versi: int, oleh: Any, catatan: str = "") -> Koreksi:
    """End a correction: the period closes again, and what changed under it is fixed."""
    periode, baru = _terkunci(koreksi, versi)
    if baru.keadaan != KeadaanKoreksi.DISETUJUI:
        raise GalatDomain(f"Koreksi ini tidak sedang dikerjakan: {baru.get_keadaan_display().lower()}.")
    lama = Koreksi.objects.get(pk=baru.pk)
    baru.keadaan = KeadaanKoreksi.SELESAI
    baru.jejak_akhir = _ujung(periode.satker)
    baru.versi += 1
    _buka(periode, None, oleh, catatan)
    rekam(baru, oleh=oleh, alamat=baru.alamat, alasan=catatan.strip(), lama=lama)
    beri_tahu(
        pengguna_berperan("sekretariat"),
        jenis=JenisKabar.KOREKSI,
        judul=f"{periode.satker.singkatan} menyelesaikan koreksi {nama_triwulan(periode.triwulan)} {periode.tahun}",
        isi=catatan.strip(),
        tautan=_tautan(periode),
        kunci=f"{baru.alamat}/selesai",
    )
    return baru


def selesaikan_lewat_hari(hari_ini: date | None = None) -> int:
    """End every correction whose last day is over."""
    hari = hari_ini or timezone.localdate()
    lewat = Koreksi.objects.filter(keadaan=KeadaanKoreksi.DISETUJUI, sampai__lt=hari).select_related("periode__satker")
    semua = list(lewat)
    for k in semua:
        selesaikan_koreksi(koreksi=k, versi=k.versi, oleh=None, catatan="Hari terakhir koreksi sudah lewat")
    return len(semua)


def perubahan_koreksi(koreksi: Koreksi) -> QuerySet[Jejak]:
    """Return the traces of what was changed under a correction, oldest first; none before it was approved."""
    periode = koreksi.periode
    semua = Jejak.objects.filter(rantai__nama=periode.satker.kunci, alamat__startswith=f"{periode.satker.kunci}/")
    semua = semua.filter(alamat__contains=f"/{periode.tahun}/", urut__gt=koreksi.jejak_awal or 0)
    if koreksi.jejak_awal is None:
        return semua.none()
    if koreksi.jejak_akhir is not None:
        semua = semua.filter(urut__lte=koreksi.jejak_akhir)
    return semua.exclude(alamat__contains="/periode/").exclude(alamat__contains="/laporan").order_by("urut")


def _terkunci(koreksi: Koreksi, versi: int) -> tuple[Periode, Koreksi]:
    """The period first, then the request: the order in which every act on them locks."""
    periode = Periode.objects.select_for_update(of=("self",)).select_related("satker").get(pk=koreksi.periode_id)
    baru = Koreksi.objects.select_for_update(of=("self",)).select_related("diminta_oleh").get(pk=koreksi.pk)
    baru.periode = periode
    if baru.versi != versi:
        raise GalatDomain("Permintaan koreksi ini baru saja diubah orang lain. Muat ulang halaman.")
    return periode, baru


def _buka(periode: Periode, sampai: date | None, oleh: Any, alasan: str) -> None:
    lama = Periode.objects.get(pk=periode.pk)
    periode.koreksi_sampai = sampai
    periode.versi += 1
    rekam(periode, oleh=oleh, alamat=periode.alamat, alasan=alasan, lama=lama)


def _ujung(satker: Satker) -> int:
    return Rantai.objects.filter(nama=satker.kunci).values_list("urut", flat=True).first() or 0


def _tautan(periode: Periode) -> str:
    return f"/{periode.satker.kunci}/{periode.tahun}/koreksi/"
