"""Real worker processes: on Redis and PostgreSQL, and as the embedded default starts them."""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest
from django.conf import settings
from django.db import connection

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from tests.layanan import porta_bebas

AKAR = Path(__file__).resolve().parents[2]
BATAS = 60


def tunggu(syarat: Callable[[], bool], apa: str) -> None:
    batas = time.monotonic() + BATAS
    while not syarat():
        assert time.monotonic() < batas, f"tidak terjadi dalam {BATAS} detik: {apa}"
        time.sleep(0.1)


@pytest.fixture
def mulai(tmp_path):
    """Start a process group with its log in a file; whatever still runs at the end is killed, by its own group."""
    semua: list[subprocess.Popen[bytes]] = []

    def _mulai(perintah: list[str], lingkungan: dict[str, str]) -> subprocess.Popen[bytes]:
        catatan = tmp_path / "catatan.txt"
        with catatan.open("ab") as keluaran:
            proses = subprocess.Popen(
                perintah, cwd=AKAR, env=lingkungan, stdout=keluaran, stderr=keluaran, start_new_session=True
            )
        semua.append(proses)
        return proses

    yield _mulai
    for proses in semua:
        if proses.poll() is None:
            bunuh(proses)


def bunuh(proses: subprocess.Popen[bytes]) -> None:
    os.killpg(proses.pid, signal.SIGKILL)
    proses.wait()


@pytest.fixture
def pekerja(mulai, tmp_path):
    """Start a Celery worker with its sweep on this test's database and broker."""
    db = connection.settings_dict
    lingkungan = os.environ | {
        "DJANGO_SETTINGS_MODULE": "lakin.settings",
        "DATABASE_URL": f"postgres://{db['USER']}@{db['HOST']}:{db['PORT']}/{db['NAME']}",
        "REDIS_URL": settings.REDIS_URL,
        "LAKIN_DATA_DIR": str(tmp_path),
        "LAKIN_SEWA_DETIK": "3",
        "LAKIN_SAPU_DETIK": "1",
    }
    perintah = [sys.executable, "-m", "celery", "-A", "lakin.celery", "worker", "--beat", "--concurrency", "2"]
    perintah += ["--include", "tests.kerja.tugas", "--schedule", str(tmp_path / "jadwal")]
    return lambda: mulai(perintah, lingkungan)


@pytest.mark.pg
@pytest.mark.layanan
@pytest.mark.django_db(transaction=True)
def test_pekerja_celery_di_redis_menyelesaikan_pekerjaan(antre, baca, jalur, pekerja, pesan_terkirim):
    baris = antre(langkah=3)
    pekerja()
    tunggu(lambda: baca(baris).berakhir, "pekerjaan berakhir")
    baris = baca(baris)
    assert (baris.keadaan, baris.hasil, baris.percobaan) == (KeadaanPekerjaan.SELESAI, str(jalur), 1)


@pytest.mark.pg
@pytest.mark.layanan
@pytest.mark.django_db(transaction=True)
def test_pekerja_yang_dibunuh_tidak_menghilangkan_pekerjaan(antre, baca, pekerja, pesan_terkirim):
    semua = [antre(kunci=str(ke), langkah=5, jeda=0.2) for ke in range(5)]

    def jalan() -> int:
        return Pekerjaan.objects.filter(keadaan=KeadaanPekerjaan.JALAN).count()

    pertama = pekerja()
    tunggu(lambda: jalan() == 2, "dua pekerjaan sedang jalan")
    terbunuh = list(Pekerjaan.objects.filter(keadaan=KeadaanPekerjaan.JALAN))
    bunuh(pertama)
    pekerja()
    tunggu(lambda: all(baca(baris).berakhir for baris in semua), "semua pekerjaan berakhir")
    assert {baca(baris).keadaan for baris in semua} == {KeadaanPekerjaan.SELESAI}
    assert any(baca(baris).percobaan == 2 for baris in terbunuh)


def test_bawaan_tertanam_melayani_dan_mengerjakan(mulai, tmp_path):
    """`manage.py jalan` without any service: web and worker answer, a job runs, one signal stops both."""
    lingkungan = {nama: isi for nama, isi in os.environ.items() if nama not in ("DATABASE_URL", "REDIS_URL")}
    lingkungan |= {"DJANGO_SETTINGS_MODULE": "tests.kerja.settings_jalan", "LAKIN_DATA_DIR": str(tmp_path)}
    manage = [sys.executable, "manage.py"]

    siapkan = (
        "from django.core.management import call_command; call_command('migrate', run_syncdb=True, verbosity=0);"
        "import tests.kerja.tugas; from lakin.kerja.services import antrekan;"
        f"[antrekan(jenis='uji.tulis', kunci=k, argumen={{'jalur': {str(tmp_path)!r} + '/' + k}}, oleh=None)"
        " for k in 'abcde']"
    )
    perintah = [*manage, "shell", "--no-imports", "-c", siapkan]
    subprocess.run(perintah, cwd=AKAR, env=lingkungan, check=True, capture_output=True)
    porta = porta_bebas()
    peladen = mulai([*manage, "jalan", "--alamat", f"127.0.0.1:{porta}"], lingkungan)

    def sehat() -> bool:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{porta}/sehat", timeout=5) as jawaban:
                return jawaban.status == 200
        except OSError:
            return False

    tunggu(sehat, "/sehat menjawab")
    tunggu(lambda: all((tmp_path / k).exists() for k in "abcde"), "lima pekerjaan dijalankan")
    basis = sqlite3.connect(tmp_path / "lakin.sqlite3")
    selesai = "SELECT count(*) FROM kerja_pekerjaan WHERE keadaan = 'selesai'"
    tunggu(lambda: basis.execute(selesai).fetchone() == (5,), "lima pekerjaan selesai")
    basis.close()

    def anak() -> set[int]:
        return {int(pid) for pid in Path(f"/proc/{peladen.pid}/task/{peladen.pid}/children").read_text().split()}

    semula = anak()
    (pekerja,) = (pid for pid in semula if b"celery" in Path(f"/proc/{pid}/cmdline").read_bytes())
    os.kill(pekerja, signal.SIGKILL)
    tunggu(lambda: len(anak()) == 2 and pekerja not in anak(), "pekerja yang mati diganti")

    terakhir = anak()
    peladen.send_signal(signal.SIGINT)
    assert peladen.wait(30) == 0
    assert not any(Path(f"/proc/{pid}").exists() for pid in terakhir)
