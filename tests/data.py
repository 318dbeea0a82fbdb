"""The sample data for tests: loaded once by the real command, then put back row by row, which is quick.

`kmn` gives the Satker of KMN with all of its data, in the test's own
transaction (or committed, in a transactional test). Ask for it before
anything that makes rows of its own.
"""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.core.management.color import no_style
from django.db import connection, transaction

from lakin.alur.models import Periode
from lakin.banding import simpanan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran import selectors
from tests.kecil import Kecil, buat_kecil

SEKALI = 500
"""Rows in one statement; the widest table stays far below what a database takes."""
BUKAN_DATA = ("django_", "auth_", "axes_")
Salinan = dict[str, tuple[list[str], list[tuple[Any, ...]]]]


def _tabel() -> list[str]:
    return [t for t in connection.introspection.django_table_names(only_existing=True) if not t.startswith(BUKAN_DATA)]


def salin() -> Salinan:
    """Copy every row that a test may have made."""
    salinan: Salinan = {}
    with connection.cursor() as kursor:
        for tabel in _tabel():
            kursor.execute(f"SELECT * FROM {connection.ops.quote_name(tabel)}")  # noqa: S608
            baris = kursor.fetchall()
            if baris:
                salinan[tabel] = [k[0] for k in kursor.description], baris
    return salinan


def kembalikan(salinan: Salinan) -> None:
    """Insert the rows that were copied, and let the next numbers follow them."""
    nama = connection.ops.quote_name
    with transaction.atomic(), connection.cursor() as kursor:
        for tabel, (kolom, baris) in salinan.items():
            tanda = f"({', '.join(['%s'] * len(kolom))})"
            masuk = f"INSERT INTO {nama(tabel)} ({', '.join(map(nama, kolom))}) VALUES "  # noqa: S608
            if connection.vendor == "sqlite":  # one prepared statement
                kursor.executemany(masuk + tanda, baris)
                continue
            # Many rows in one statement: over a connection, each statement waits for its answer.
            for n in range(0, len(baris), SEKALI):
                bagian = baris[n : n + SEKALI]
                kursor.execute(masuk + ", ".join([tanda] * len(bagian)), [sel for satu in bagian for sel in satu])
        model = list(connection.introspection.installed_models(list(salinan)))
        if perintah := connection.ops.sequence_reset_sql(no_style(), model):
            kursor.execute("\n".join(perintah))


@pytest.fixture(scope="session")
def salinan_kmn(django_db_setup: None, django_db_blocker: Any) -> Salinan:
    """The rows that `load_demo` writes into an empty database."""
    with django_db_blocker.unblock(), transaction.atomic():
        call_command("load_demo", tanpa_renstra=True, stdout=StringIO())
        salinan = salin()
        transaction.set_rollback(True)
    return salinan


@pytest.fixture
def kmn(salinan_kmn: Salinan, db: None) -> Satker:
    """The Satker of KMN with all of its sample data."""
    simpanan.lupakan()
    selectors._tersimpan.clear()  # a test may change facts behind the trail's back
    kembalikan(salinan_kmn)
    return Satker.objects.get(kode="247157")


@pytest.fixture
def diverifikasi(kmn: Satker) -> Satker:
    """KMN with its four triwulan verified, as the auditor may read them."""
    Periode.objects.filter(satker=kmn).update(keadaan="diverifikasi")
    return kmn


@pytest.fixture
def perencana(kmn: Satker) -> Pengguna:
    """The sample planner of KMN."""
    return Pengguna.objects.get(username="perencana")


@pytest.fixture
def kecil(db: None) -> Kecil:
    """The smallest satker with a Renstra, a PK and a tree."""
    return buat_kecil()
