"""Serve the embedded default: the web server and one worker, stopped together."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
import time
from argparse import ArgumentParser
from contextlib import suppress
from types import FrameType
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

JEDA_HIDUPKAN = 2
JEDA_LIHAT = 0.2
BATAS_BERHENTI = 20


class Command(BaseCommand):
    help = "Melayani Lakin di satu mesin: peladen web dan satu pekerja latar."

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--alamat", default="127.0.0.1:8000")

    def handle(self, *, alamat: str, **options: Any) -> None:
        diminta = Diminta()
        web = _mulai(_perintah_web(alamat))
        pekerja = _mulai(_perintah_pekerja())
        self.stdout.write(f"Lakin melayani di http://{alamat} (Ctrl-C untuk berhenti)")
        try:
            while web.poll() is None and not diminta.berhenti:
                if pekerja.poll() is not None:
                    # Jobs wait in the database; a worker that fell is simply replaced.
                    self.stderr.write(f"Pekerja latar berhenti ({pekerja.returncode}), dihidupkan lagi.")
                    _bersihkan(pekerja)
                    time.sleep(JEDA_HIDUPKAN)
                    pekerja = _mulai(_perintah_pekerja())
                time.sleep(JEDA_LIHAT)
        finally:
            _hentikan(web, pekerja)
        if not diminta.berhenti:
            raise CommandError(f"Peladen web berhenti dengan kode {web.returncode}. Apakah {alamat} sedang dipakai?")


class Diminta:
    """Whether somebody asked to stop.

    The signal only leaves word: an exception raised by it could fall between
    the start of a child and the moment at which we know of it.
    """

    def __init__(self) -> None:
        self.berhenti = False
        for sinyal in (signal.SIGINT, signal.SIGTERM):
            signal.signal(sinyal, self._catat)

    def _catat(self, sinyal: int, _: FrameType | None) -> None:
        self.berhenti = True


def _perintah_web(alamat: str) -> list[str]:
    return [
        *(sys.executable, "-m", "gunicorn", "lakin.wsgi"),
        *("--bind", alamat, "--workers", "2", "--threads", "2", "--no-control-socket", "--log-level", "warning"),
    ]


def _perintah_pekerja() -> list[str]:
    return [
        *(sys.executable, "-m", "celery", "-A", "lakin.celery", "worker", "--beat", "--concurrency", "1"),
        *("--schedule", str(settings.DATA_DIR / "jadwal-sapu"), "--loglevel", "WARNING"),
        *("--without-gossip", "--without-mingle", "--without-heartbeat"),
    ]


def _mulai(perintah: list[str]) -> subprocess.Popen[bytes]:
    """A session of its own, so that Ctrl-C reaches the children through us only, and once."""
    return subprocess.Popen(perintah, cwd=settings.BASE_DIR, env=os.environ, start_new_session=True)


def _hentikan(*proses: subprocess.Popen[bytes]) -> None:
    for satu in proses:
        satu.terminate()
    batas = time.monotonic() + BATAS_BERHENTI
    for satu in proses:
        try:
            satu.wait(max(0, batas - time.monotonic()))
        except subprocess.TimeoutExpired:
            _bersihkan(satu)  # a job that was running comes back when its lease runs out
            satu.wait()


def _bersihkan(proses: subprocess.Popen[bytes]) -> None:
    """Kill what is left of the process and of its own children (its session is its group)."""
    with suppress(ProcessLookupError):
        os.killpg(proses.pid, signal.SIGKILL)
