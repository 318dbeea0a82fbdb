"""The PDF of the real data, laid out by a real Celery worker on a real Redis and PostgreSQL."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.laporan.services import minta_cetak
from lakin.organisasi.models import Pengguna, Satker
from tests.isi_pdf import teks_halaman
from tests.laporan.ringkas import pasang_ringkas

AKAR = Path(__file__).resolve().parents[2]
BATAS = 240


@pytest.mark.pg
@pytest.mark.layanan
@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("utuh", [False, pytest.param(True, marks=pytest.mark.lama)], ids=["ringkas", "utuh"])
def test_pekerja_celery_mencetak_lakin(kmn: Satker, perencana: Pengguna, tmp_path: Path, utuh: bool) -> None:
    if not utuh:
        pasang_ringkas(kmn)
    baris = minta_cetak(satker=kmn, tahun=2023, oleh=perencana)
    db = connection.settings_dict
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lakin.settings",
        "DATABASE_URL": f"postgres://{db['USER']}@{db['HOST']}:{db['PORT']}/{db['NAME']}",
        "REDIS_URL": settings.REDIS_URL,
        "LAKIN_DATA_DIR": str(tmp_path),
        "LAKIN_PRODUKSI": "1",
        "LAKIN_CONTOH": "0",
        "SECRET_KEY": "kunci-uji-pekerja-" * 5,
        "ALLOWED_HOSTS": "127.0.0.1",
        "LAKIN_SAPU_DETIK": "1",
    }
    catatan = tmp_path / "catatan.txt"
    perintah = [sys.executable, "-m", "celery", "-A", "lakin.celery", "worker", "--beat", "--concurrency", "1"]
    kemajuan: set[int] = set()
    with catatan.open("wb") as keluaran:
        proses = subprocess.Popen(
            [*perintah, "--schedule", str(tmp_path / "jadwal")],
            cwd=AKAR,
            env=lingkungan,
            stdout=keluaran,
            stderr=keluaran,
            start_new_session=True,
        )
    try:
        akhir = time.monotonic() + BATAS
        while not (kini := Pekerjaan.objects.get(pk=baris.pk)).berakhir:
            assert time.monotonic() < akhir, catatan.read_text()[-3000:]
            kemajuan.add(kini.selesai)
            time.sleep(0.05)
    finally:
        os.killpg(proses.pid, signal.SIGKILL)
        proses.wait()
    assert kini.keadaan == KeadaanPekerjaan.SELESAI, kini.galat
    # A short report may be done between two looks; where nothing is told it ends as it began.
    assert len(kemajuan | {kini.selesai}) > (3 if utuh else 1)
    halaman = teks_halaman(tmp_path / "berkas" / kini.hasil)
    assert len(halaman) >= (70 if utuh else 3)
    assert any("878,33" in teks for teks in halaman)
