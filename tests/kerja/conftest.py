from __future__ import annotations

import pytest

import tests.kerja.tugas  # noqa: F401  registers the handlers
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan


@pytest.fixture
def jalur(tmp_path):
    return tmp_path / "jejak.txt"


@pytest.fixture
def antre(jalur):
    """Queue a job that writes to ``jalur``."""

    def _antre(jenis="uji.tulis", kunci="satu", oleh=None, **argumen) -> Pekerjaan:
        return antrekan(jenis=jenis, kunci=kunci, argumen={"jalur": str(jalur), **argumen}, oleh=oleh)

    return _antre


@pytest.fixture
def baca():
    """Read the row again."""
    return lambda baris: Pekerjaan.objects.get(pk=baris.pk)


@pytest.fixture
def pesan_terkirim():
    """Count the messages that wait at the broker; the queue is emptied before and after."""
    from lakin.celery import app

    def hitung() -> int:
        with app.connection_for_read() as sambungan:
            return sambungan.default_channel.queue_declare("celery", passive=False, durable=True).message_count

    def kosongkan() -> None:
        with app.connection_for_write() as sambungan:
            sambungan.default_channel.queue_declare("celery", durable=True)
            sambungan.default_channel.queue_purge("celery")

    kosongkan()
    yield hitung
    kosongkan()


@pytest.fixture
def pembawa_mati():
    """A broker at a port where nobody listens; sending to it fails at once."""
    from kombu import pools

    from lakin.celery import app
    from tests.layanan import porta_bebas

    def arahkan(url: str) -> None:
        app.conf.broker_write_url = url
        pools.reset()
        app.amqp._producer_pool = None

    semula = app.conf.broker_write_url
    arahkan(f"redis://127.0.0.1:{porta_bebas()}/0")
    yield
    arahkan(semula)
