"""The database's connection dies in the middle of a load: nothing of it stays, it is said, and it can be done again."""

from __future__ import annotations

from io import StringIO

import psycopg2
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.organisasi.models import Satker

pytestmark = [pytest.mark.pg, pytest.mark.layanan, pytest.mark.django_db(transaction=True)]


class Pemutus(StringIO):
    """Takes the load's report, and ends its connection once it tells of a certain group."""

    def __init__(self, pada: str) -> None:
        super().__init__()
        self.pada = pada

    def write(self, teks: str) -> int:
        """Read along."""
        if self.pada and teks.startswith(self.pada):
            self.pada = ""
            with connection.cursor() as kursor:
                kursor.execute("SET LOCAL log_min_messages = panic")  # the end is meant: no word in the log
                kursor.execute("SELECT pg_backend_pid()")
                pid = kursor.fetchone()[0]
            _bunuh(pid)
        return super().write(teks)


def test_pemuatan_yang_terputus_tidak_meninggalkan_apa_pun() -> None:
    semula = _baris()
    for pada in ("Satker: ", "Rencana Aksi: "):  # done again, it comes further and dies there
        keluar = Pemutus(pada)
        with pytest.raises(CommandError, match=r"tidak dimuat sama sekali.*terputus.*jalankan lagi"):
            call_command("load_demo", stdout=keluar)
        assert keluar.pada == ""
        connection.close()
        assert _baris() == semula


@pytest.mark.lama
def test_pemuatan_yang_terputus_dapat_diulang_sampai_selesai() -> None:
    with pytest.raises(CommandError, match="terputus"):
        call_command("load_demo", stdout=Pemutus("Data dasar: "))
    connection.close()
    call_command("load_demo", tanpa_renstra=True, stdout=StringIO())
    assert Satker.objects.filter(kode="247157").count() == 1
    assert Jejak.objects.filter(alamat="umum/muatan/kmn_2023").count() == 1
    assert [k for rantai in Rantai.objects.all() for k in kerusakan(rantai)] == []


def _baris() -> dict[str, int]:
    with connection.cursor() as kursor:
        jumlah = {}
        for tabel in connection.introspection.table_names(kursor):
            kursor.execute(f"SELECT count(*) FROM {connection.ops.quote_name(tabel)}")  # noqa: S608
            jumlah[tabel] = int(kursor.fetchone()[0])
    return jumlah


def _bunuh(pid: int) -> None:
    db = connection.settings_dict
    lain = psycopg2.connect(user=db["USER"], host=db["HOST"], port=db["PORT"], dbname=db["NAME"])
    try:
        with lain.cursor() as kursor:
            kursor.execute("SELECT pg_terminate_backend(%s)", [pid])
    finally:
        lain.close()
