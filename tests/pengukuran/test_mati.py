"""Killed in the middle: the web processes and the database's connections, while people save."""

from __future__ import annotations

import http.client
import json
import os
import signal
import subprocess
import threading
import time
from collections import Counter
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest
from django.db import connection

from lakin.angka import tulis_mesin
from lakin.jejak.models import Jejak, Kiriman, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.pengukuran.models import Realisasi
from lakin.web.nilai import rapikan
from tests.benchmarks.adu_data import siapkan
from tests.benchmarks.race import KUE, TAHUN, gunicorn, jalankan_gunicorn

pytestmark = [pytest.mark.pg, pytest.mark.layanan, pytest.mark.django_db(transaction=True)]

PENYIMPAN = 6
BATAS = 60
TW = 4


def url_basis_data() -> str:
    """Where other processes find this test's database."""
    db = connection.settings_dict
    return f"postgres://{db['USER']}@{db['HOST']}:{db['PORT']}/{db['NAME']}?options=-c%20log_min_messages%3Dpanic"


@dataclass
class Penyimpan:
    """A planner who saves one cell again and again, and sends what was not answered once more with its key."""

    alamat: tuple[str, int]
    data: dict[str, Any]
    nomor: int
    berhenti: threading.Event
    diterima: list[str] = field(default_factory=list)
    """Values that were acknowledged."""
    tak_dijawab: list[str] = field(default_factory=list)
    """Values whose first sending got no answer, or none that said what happened."""

    @property
    def kode(self) -> str:
        """The indicator whose cell is this planner's own."""
        return str(self.data["kode"][self.nomor])

    def jalan(self) -> None:
        """Save 1, 2, 3 … until told to stop; what was begun is brought to its end."""
        versi = 0
        for nilai in range(1, 10_000):
            if self.berhenti.is_set():
                return
            badan = {"id": f"sel-{self.kode}", "teks": str(nilai), "versi": versi, "kunci": f"{self.nomor}-{nilai}"}
            versi = self._sampai_dijawab(json.dumps({"sel": [badan]}).encode(), str(nilai))

    def _sampai_dijawab(self, badan: bytes, nilai: str) -> int:
        batas = time.monotonic() + BATAS
        while True:
            jawab = self._kirim(badan)
            if jawab is not None:
                break
            if nilai not in self.tak_dijawab:
                self.tak_dijawab.append(nilai)
            assert time.monotonic() < batas, "the web never came back"
            time.sleep(0.05)
        assert jawab["ok"], jawab
        self.diterima.append(nilai)
        return int(jawab["versi"])

    def _kirim(self, badan: bytes) -> dict[str, Any] | None:
        kepala = {"Content-Type": "application/json", "X-CSRFToken": "a" * 32,
                  "Cookie": f"{KUE}={self.data['sesi'][self.nomor]}; csrftoken={'a' * 32}"}  # fmt: skip
        sambungan = http.client.HTTPConnection(*self.alamat, timeout=30)
        try:
            sambungan.request("POST", f"/{self.data['satker']}/{TAHUN}/realisasi/{TW}/sel/", badan, kepala)
            jawab = sambungan.getresponse()
            isi = jawab.read()
        except (http.client.HTTPException, OSError):
            return None
        finally:
            sambungan.close()
        return dict(json.loads(isi)["sel"][0]) if jawab.status == 200 else None


@pytest.fixture
def lingkungan(tmp_path: Path) -> dict[str, str]:
    """What the processes get: this test's database, no Redis."""
    return os.environ | {
        "DATABASE_URL": url_basis_data(), "REDIS_URL": "", "LAKIN_PRODUKSI": "0", "LAKIN_CONTOH": "1",
        "LAKIN_DATA_DIR": str(tmp_path), "DJANGO_SETTINGS_MODULE": "lakin.settings", "LAKIN_LOG": "CRITICAL",
        "SECRET_KEY": "kunci-uji" * 8,
    }  # fmt: skip


def test_proses_web_dan_sambungan_yang_dibunuh_saat_menyimpan(lingkungan: dict[str, str]) -> None:
    data = siapkan(PENYIMPAN)
    berhenti = threading.Event()
    with gunicorn(lingkungan, proses=2) as (alamat, master):
        penyimpan = [Penyimpan(alamat, data, n, berhenti) for n in range(PENYIMPAN)]
        benang = [threading.Thread(target=p.jalan) for p in penyimpan]
        for b in benang:
            b.start()

        def tunggu(tambah: int) -> None:
            ada, batas = sum(len(p.diterima) for p in penyimpan), time.monotonic() + BATAS
            while sum(len(p.diterima) for p in penyimpan) < ada + tambah:
                assert time.monotonic() < batas, "nothing is saved any more"
                time.sleep(0.005)

        tunggu(15)
        for _ in range(3):  # all connections to the database
            _putuskan()
            tunggu(5)
        os.kill(_anak(master.pid)[0], signal.SIGKILL)  # one worker; gunicorn starts another
        tunggu(10)
        os.killpg(master.pid, signal.SIGKILL)  # everything at once
        master.wait()
        _putuskan()  # the killed ones' transactions end
        _utuh(penyimpan)
        kedua = jalankan_gunicorn(lingkungan, alamat[1], proses=1)
        try:
            tunggu(12)
        finally:
            berhenti.set()
            for b in benang:
                b.join()
            kedua.terminate()
            kedua.wait(30)
    assert sum(len(p.tak_dijawab) for p in penyimpan) >= 5
    _utuh(penyimpan)
    for p in penyimpan:
        nilai = [j.sesudah["nilai"] for j in _jejak(p.kode)]
        assert nilai == p.diterima == [str(n) for n in range(1, len(p.diterima) + 1)]


def _utuh(penyimpan: list[Penyimpan]) -> None:
    """Everything acknowledged is there once, the rest wholly or not at all, and the chain of traces holds."""
    for p in penyimpan:
        jejak = _jejak(p.kode)
        nilai = [j.sesudah["nilai"] for j in jejak]
        assert max(Counter(nilai).values(), default=0) <= 1
        assert set(p.diterima) <= set(nilai) <= {*p.diterima, *p.tak_dijawab, str(len(p.diterima) + 1)}
        sel = Realisasi.objects.filter(garis_indikator__kunci=f"adu-{p.nomor + 1}", triwulan=TW).first()
        ada = (tulis_mesin(rapikan(sel.nilai)), sel.versi) if sel else (None, 0)
        assert ada == (nilai[-1] if nilai else None, len(nilai))
        kunci = Kiriman.objects.filter(kunci__startswith=f"{p.nomor}-")
        assert {k.kunci.split("-")[1] for k in kunci} == set(nilai)
        assert not kunci.filter(jawaban=None).exists()
    assert list(kerusakan(Rantai.objects.get(nama=penyimpan[0].data["satker"]))) == []


def _jejak(kode: str) -> list[Jejak]:
    return list(Jejak.objects.filter(alamat__endswith=f"/{kode}/realisasi/tw{TW}").order_by("urut"))


def _anak(pid: int) -> list[int]:
    keluar = subprocess.run(["pgrep", "-P", str(pid)], check=True, capture_output=True, text=True).stdout
    return [int(n) for n in keluar.split()]


def _putuskan() -> int:
    """Let the database end every connection to it but the test's own."""
    with connection.cursor() as kursor:
        kursor.execute(
            "SELECT count(pg_terminate_backend(pid)) FROM pg_stat_activity"
            " WHERE datname = current_database() AND pid <> pg_backend_pid()"
        )
        return int(kursor.fetchone()[0])
