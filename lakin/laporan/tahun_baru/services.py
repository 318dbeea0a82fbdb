"""A year is begun from the last one: each part once, and taken back as long as nobody has worked on it."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.jejak.models import Rantai
from lakin.jejak.services import catat
from lakin.laporan.models import AmbilanTahun
from lakin.laporan.naskah import AMBIL
from lakin.laporan.tahun_baru.bagian import SEMUA, BagianTahun, Tahun
from lakin.laporan.tahun_baru.selectors import penghalang_batal
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.selectors import pk_berlaku


def mulai_tahun(*, satker: Satker, tahun: int, oleh: Any) -> list[AmbilanTahun]:
    """Take over every part that the year does not have yet; asked again, it takes only what is still missing."""
    with transaction.atomic():
        t = _tahun(satker, tahun, oleh)
        diambil = set(AmbilanTahun.objects.filter(satker=satker, tahun=tahun).values_list("jenis", flat=True))
        baru = [
            _ambil(b, t) for b in SEMUA if b.kode not in diambil and not b.terisi(t) and b.ada_asal(t)
        ]  # fmt: skip
        if not baru:
            raise GalatDomain(f"Tidak ada lagi yang dapat diambil untuk tahun {tahun}.")
    return baru


def batalkan_bagian(*, satker: Satker, tahun: int, kode: str, oleh: Any) -> None:
    """Take one part back; refused where somebody has written on it since."""
    with transaction.atomic():
        t = _tahun(satker, tahun, oleh)
        bagian = next((b for b in SEMUA if b.kode == kode), None)
        ada = AmbilanTahun.objects.select_for_update().filter(satker=satker, tahun=tahun, jenis=kode).first()
        if bagian is None or ada is None:
            raise GalatDomain("Bagian ini belum diambil, atau sudah dibatalkan.")
        if halangan := penghalang_batal(ada):
            raise GalatDomain(halangan)
        bagian.buang(t, list(ada.alamat))
        ada.delete()
        catat(
            oleh=oleh, tindakan="batalkan", alamat=f"{t.akar}/tahun-baru/{kode}", sebelum={"dari": t.dari}, sesudah=None
        )  # fmt: skip


def _ambil(bagian: BagianTahun, t: Tahun) -> AmbilanTahun:
    hasil = bagian.ambil(t)
    ujung = catat(
        oleh=t.oleh, tindakan=AMBIL, alamat=f"{t.akar}/tahun-baru/{bagian.kode}",
        sebelum=None, sesudah={"dari": t.dari, "banyak": len(hasil.alamat)},
    )  # fmt: skip
    return AmbilanTahun.objects.create(
        satker=t.satker, tahun=t.tahun, dari=t.dari, jenis=bagian.kode, alamat=hasil.alamat, catatan=hasil.catatan,
        urut=ujung.urut, oleh=t.oleh,
    )  # fmt: skip


def _tahun(satker: Satker, tahun: int, oleh: Any) -> Tahun:
    """The year that is begun; the satker's chain of traces is locked, so that two do not begin it at once."""
    Rantai.objects.select_for_update().filter(nama=satker.kunci).first()
    if pk_berlaku(satker, tahun - 1) is None:
        raise GalatDomain(f"Tahun {tahun} dimulai dari {tahun - 1}, tetapi {tahun - 1} belum mempunyai PK.")
    return Tahun(satker, tahun, tahun - 1, oleh)
