"""Migrations: none is missing, and every one of ours goes back and forward again on both databases."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from io import StringIO
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest
from django.apps import apps
from django.conf import settings
from django.core.management import call_command
from django.db import connection

MILIK_KITA = [a.label for a in apps.get_app_configs() if Path(a.path).is_relative_to(settings.BASE_DIR / "lakin")]
MILIK_KITA += ["anggaran", "renstra"]


@pytest.mark.django_db
def test_tidak_ada_migrasi_yang_kurang() -> None:
    keluar = StringIO()
    call_command("makemigrations", check=True, dry_run=True, stdout=keluar)
    assert "No changes detected" in keluar.getvalue()


@pytest.fixture
def lingkungan(tmp_path: Path, django_db_blocker: pytest.FixtureRequest) -> Iterator[dict[str, str]]:
    """The environment of a fresh, empty database of the kind that this run uses."""
    dasar = os.environ | {"LAKIN_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "lakin.settings"}
    url = os.environ.get("DATABASE_URL")
    if not url:
        yield dasar
        return
    nama = f"migrasi_{os.getpid()}"
    with django_db_blocker.unblock(), connection._nodb_cursor() as kursor:
        kursor.execute(f"CREATE DATABASE {nama}")
    try:
        yield dasar | {"DATABASE_URL": urlunsplit(urlsplit(url)._replace(path=f"/{nama}"))}
    finally:
        with django_db_blocker.unblock(), connection._nodb_cursor() as kursor:
            kursor.execute(f"DROP DATABASE {nama}")


MAJU = """
import sys
import django
from django.core.management import call_command
from django.db import connection
from django.db.migrations.executor import MigrationExecutor
from django.db.migrations.recorder import MigrationRecorder

django.setup()
terpasang = lambda: {a for a, _ in MigrationRecorder(connection).applied_migrations()} & set(sys.argv[1:])
call_command("migrate", verbosity=0)
assert terpasang() == set(sys.argv[1:]), terpasang()
"""
MUNDUR = """
MigrationExecutor(connection).migrate([(app, None) for app in sys.argv[1:]])
assert terpasang() == set(), terpasang()
assert not [t for t in connection.introspection.table_names() if t.startswith(tuple(f"{a}_" for a in sys.argv[1:]))]
"""
LAGI = """
call_command("migrate", verbosity=0)
assert terpasang() == set(sys.argv[1:]), terpasang()
"""


@pytest.mark.pg
def test_migrasi_maju_dan_mundur(lingkungan: dict[str, str]) -> None:
    """Back on PostgreSQL alone, which alters a table where SQLite writes it anew."""
    _jalankan(MAJU + MUNDUR if "DATABASE_URL" in os.environ else MAJU, lingkungan)


@pytest.mark.lama
@pytest.mark.pg
def test_migrasi_maju_mundur_dan_maju_lagi(lingkungan: dict[str, str]) -> None:
    _jalankan(MAJU + MUNDUR + LAGI, lingkungan)


def _jalankan(naskah: str, lingkungan: dict[str, str]) -> None:
    hasil = subprocess.run(
        [sys.executable, "-c", naskah, *_bermigrasi()],
        cwd=settings.BASE_DIR,
        env=lingkungan,
        capture_output=True,
        text=True,
    )
    assert hasil.returncode == 0, hasil.stderr


def _bermigrasi() -> list[str]:
    return [
        a.label
        for a in apps.get_app_configs()
        if a.label in MILIK_KITA and (Path(a.path) / "migrations" / "0001_initial.py").exists()
    ]
