"""The lease: a worker's hold on a job, prolonged by a heartbeat, checked at every write."""

from __future__ import annotations

import logging
import threading
import time
from datetime import timedelta
from typing import Any, Self

from django.conf import settings
from django.db import DatabaseError, connection
from django.db.models import DateTimeField, DurationField, ExpressionWrapper, QuerySet, Value
from django.db.models.functions import Now

from lakin.kerja.daftar import Berhenti
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan

# A page asks once a second; writing more often helps nobody.
JEDA_LAPOR = 0.5

log = logging.getLogger(__name__)


def sekarang_tambah(selang: timedelta) -> ExpressionWrapper:
    """The database's clock plus an interval: workers on several machines share one clock."""
    return ExpressionWrapper(Now() + Value(selang, DurationField()), DateTimeField())


class Sewa:
    """Hold on one job. As a context it keeps the lease alive from a thread of its own."""

    def __init__(self, pk: int, pemilik: str) -> None:
        self.pk = pk
        self.pemilik = pemilik
        self._lepas = threading.Event()
        self._hilang = threading.Event()
        self._denyut = threading.Thread(target=self._berdenyut, name=f"denyut-{pk}", daemon=True)
        self._dilapor = 0.0

    def __enter__(self) -> Self:
        self._denyut.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._lepas.set()
        self._denyut.join()

    def lapor(self, selesai: int, total: int, keterangan: str = "") -> None:
        """Write the progress; stop the handler when the job is no longer ours."""
        if self._hilang.is_set():
            raise Berhenti
        sekarang = time.monotonic()
        if sekarang - self._dilapor < JEDA_LAPOR and selesai < total:
            return
        self._dilapor = sekarang
        if not self._perpanjang(selesai=min(selesai, total), total=total, keterangan=keterangan[:200]):
            raise Berhenti

    def akhiri(self, **isi: Any) -> bool:
        """The last write, fenced by the owner: False when the job went to somebody else."""
        return self._milik().update(pemilik="", sewa_sampai=None, berakhir_pada=Now(), **isi) == 1

    def _milik(self) -> QuerySet[Pekerjaan]:
        return Pekerjaan.objects.filter(pk=self.pk, pemilik=self.pemilik, keadaan=KeadaanPekerjaan.JALAN)

    def _perpanjang(self, **isi: Any) -> bool:
        return self._milik().update(sewa_sampai=sekarang_tambah(settings.KERJA_SEWA), **isi) == 1

    def _berdenyut(self) -> None:
        try:
            while not self._lepas.wait(settings.KERJA_SEWA.total_seconds() / 6):
                try:
                    masih = self._perpanjang()
                except DatabaseError:
                    log.warning("denyut pekerjaan %s gagal, dicoba lagi", self.pk, exc_info=True)
                    connection.close()
                    continue
                if not masih:
                    self._hilang.set()
                    return
        finally:
            connection.close()
