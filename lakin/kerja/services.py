"""Ask for a job, run it, cancel it, and sweep up what was left lying."""

from __future__ import annotations

import logging
from typing import Any
from uuid import uuid4

from django.conf import settings
from django.db import transaction
from django.db.models import F, Q, QuerySet
from django.db.models.functions import Now

from lakin.kerja.daftar import Berhenti, PekerjaanGagal, penangan
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.sewa import Sewa, sekarang_tambah

ANTRE, JALAN, SELESAI, GAGAL, BATAL = KeadaanPekerjaan

# A job that took its worker down this often is not tried again by itself.
BATAS_PERCOBAAN = 3

log = logging.getLogger(__name__)


def antrekan(*, jenis: str, kunci: str, argumen: dict[str, Any], oleh: Any, ulang: bool = False) -> Pekerjaan:
    """Ask for a job; the same person asking for the same ``kunci`` gets the same row.

    A failed or cancelled job is queued again, a finished one only with ``ulang``.
    """
    penangan(jenis)  # an unknown kind fails here, not in the worker
    with transaction.atomic():
        baris, baru = Pekerjaan.objects.get_or_create(
            oleh=oleh, kunci=kunci, defaults={"jenis": jenis, "argumen": argumen}
        )
        boleh = [GAGAL, BATAL, SELESAI] if ulang else [GAGAL, BATAL]
        diulang = not baru and Pekerjaan.objects.filter(pk=baris.pk, keadaan__in=boleh).update(
            jenis=jenis,
            argumen=argumen,
            keadaan=ANTRE,
            percobaan=0,
            selesai=0,
            total=0,
            keterangan="",
            hasil="",
            galat="",
            dikirim_pada=None,
            dimulai_pada=None,
            berakhir_pada=None,
        )
        if baru or diulang:
            # robust: the row stands, so a broker that is away only costs the wait for the sweep
            transaction.on_commit(lambda: kirim(pk=baris.pk), robust=True)
    if diulang:
        baris.refresh_from_db()
    return baris


def kirim(*, pk: int) -> None:
    """Send the message that asks a worker to run the job."""
    from lakin.kerja.tasks import run_job

    run_job.apply_async((pk,), retry=False)
    Pekerjaan.objects.filter(pk=pk).update(dikirim_pada=Now())


def jalankan(*, pk: int) -> bool:
    """Run the job if it is free; False when somebody else has it or it is over."""
    sewa = ambil(pk=pk)
    if sewa is None:
        return False
    baris = Pekerjaan.objects.get(pk=pk)
    try:
        with sewa:
            hasil = penangan(baris.jenis)(baris.argumen, sewa.lapor) or ""
    except Berhenti:
        log.info("pekerjaan %s dihentikan: bukan milik proses ini lagi", pk)
        return False
    except Exception as galat:
        log.exception("pekerjaan %s gagal", pk)
        # What a programmer would understand goes to the log only.
        pesan = str(galat) if isinstance(galat, PekerjaanGagal) else "Terjadi kesalahan di dalam aplikasi."
        return sewa.akhiri(keadaan=GAGAL, galat=pesan)
    return sewa.akhiri(keadaan=SELESAI, hasil=hasil, selesai=F("total"))


def ambil(*, pk: int) -> Sewa | None:
    """Claim the job by one UPDATE, so that of any number of workers one succeeds."""
    pemilik = uuid4().hex
    diambil = Pekerjaan.objects.filter(_bebas(), pk=pk, percobaan__lt=BATAS_PERCOBAAN).update(
        keadaan=JALAN,
        pemilik=pemilik,
        sewa_sampai=sekarang_tambah(settings.KERJA_SEWA),
        percobaan=F("percobaan") + 1,
        dimulai_pada=Now(),
        selesai=0,
        keterangan="",
    )
    return Sewa(pk, pemilik) if diambil else None


def batalkan(*, pekerjaan: Pekerjaan) -> bool:
    """Cancel what has not ended; a running handler stops at its next report."""
    return _akhiri_semua(Pekerjaan.objects.filter(pk=pekerjaan.pk, keadaan__in=[ANTRE, JALAN]), keadaan=BATAL) == 1


def sapu() -> int:
    """Send again what is due: a message was lost, or the worker with the lease is gone."""
    habis = Pekerjaan.objects.filter(_bebas(), percobaan__gte=BATAS_PERCOBAAN)
    _akhiri_semua(habis, keadaan=GAGAL, galat="Pekerjaan ini berulang kali terhenti di tengah jalan. Mintalah ulang.")
    # A message that was not answered for as long as a lease lasts counts as lost.
    tak_terjawab = Q(dikirim_pada__isnull=True) | Q(dikirim_pada__lt=sekarang_tambah(-settings.KERJA_SEWA))
    jatuh_tempo = list(
        Pekerjaan.objects.filter(_bebas(), tak_terjawab).order_by("dibuat_pada").values_list("pk", flat=True)
    )
    for pk in jatuh_tempo:
        kirim(pk=pk)
    return len(jatuh_tempo)


def _bebas() -> Q:
    return Q(keadaan=ANTRE) | Q(keadaan=JALAN, sewa_sampai__lt=Now())


def _akhiri_semua(pekerjaan: QuerySet[Pekerjaan], **isi: Any) -> int:
    return pekerjaan.update(pemilik="", sewa_sampai=None, berakhir_pada=Now(), **isi)
