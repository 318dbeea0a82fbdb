"""The entry page against an empty view under the same gunicorn, and its size over the wire."""

from __future__ import annotations

import http.client
import os
import re
import subprocess
import sys
import time
import urllib.parse
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.benchmarks.beban import bergiliran
from tests.layanan import porta_bebas

ENTRI = "/247157/2023/realisasi/4/"
KOSONG = "/tolok-ukur-kosong"


@pytest.fixture(scope="module")
def peladen(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[str, int]]:
    """Gunicorn with two workers on the sample data, on SQLite, as `make run` serves it."""
    data = tmp_path_factory.mktemp("tolok-ukur")
    env = os.environ | {
        "LAKIN_DATA_DIR": str(data),
        "DJANGO_SETTINGS_MODULE": "tests.benchmarks.settings_web",
        "LAKIN_STATIC_ROOT": str(data / "static"),
    }
    akar = Path(__file__).parents[2]
    for perintah in (
        ["migrate", "--verbosity", "0"],
        ["load_demo", "--tanpa-renstra"],
        ["collectstatic", "--no-input", "--verbosity", "0"],
    ):
        subprocess.run(
            [sys.executable, "manage.py", *perintah], cwd=akar, env=env, check=True, stdout=subprocess.DEVNULL
        )
    porta = porta_bebas()
    proses = subprocess.Popen(
        [
            sys.executable,
            "-m",
            "gunicorn",
            "lakin.wsgi",
            "--bind",
            f"127.0.0.1:{porta}",
            "--workers",
            "2",
            "--threads",
            "2",
            "--no-control-socket",
            "--log-level",
            "warning",
        ],
        cwd=akar,
        env=env,
    )
    try:
        for _ in range(100):
            try:
                _ambil(("127.0.0.1", porta), "/sehat", {})
                break
            except OSError:
                time.sleep(0.1)
        yield "127.0.0.1", porta
    finally:
        proses.terminate()
        proses.wait(20)


def test_halaman_entri(peladen: tuple[str, int], benchmark: Any) -> None:
    """Printed, never asserted: bytes over the wire and the share of an empty view's requests per second."""
    kepala = {"Cookie": _masuk(peladen), "Accept-Encoding": "gzip"}
    isi, _ = _ambil(peladen, ENTRI, kepala)
    laju = benchmark.pedantic(bergiliran, (peladen, {"kosong": KOSONG, "entri": ENTRI}, kepala), rounds=1, iterations=1)
    rasio = laju["entri"] / laju["kosong"]
    semua = len(isi) + sum(len(_ambil(peladen, j, kepala)[0]) for j in _aset(peladen, kepala))
    print(
        f"\nhalaman entri: {len(isi) / 1024:.1f} KB terkompresi ({semua / 1024:.1f} KB dengan skrip dan gaya), "
        f"{laju['entri']:.0f} permintaan/s, kosong {laju['kosong']:.0f}, rasio {rasio:.2f} (batas 0,12)"
    )
    benchmark.extra_info |= {"rasio": rasio, "byte": len(isi), "byte_semua": semua}


def _aset(peladen: tuple[str, int], kepala: dict[str, str]) -> list[str]:
    html, _ = _ambil(peladen, ENTRI, {"Cookie": kepala["Cookie"]})
    return re.findall(r'(?:src|href)="(/static/[^"]+)"', html.decode())


def _masuk(peladen: tuple[str, int]) -> str:
    isi, kue = _ambil(peladen, "/masuk/", {})
    token = re.search(r'name="csrfmiddlewaretoken" value="([^"]+)"', isi.decode()).group(1)  # type: ignore[union-attr]
    badan = urllib.parse.urlencode({"csrfmiddlewaretoken": token, "username": "perencana", "password": "lakin-contoh"})
    sambungan = http.client.HTTPConnection(*peladen)
    sambungan.request(
        "POST",
        "/masuk/",
        badan,
        {"Cookie": kue, "Content-Type": "application/x-www-form-urlencoded", "Referer": "http://127.0.0.1/masuk/"},
    )
    jawab = sambungan.getresponse()
    jawab.read()
    sambungan.close()
    assert jawab.status == 302, f"masuk menjawab {jawab.status}"
    return "; ".join(k.split(";")[0] for k in [kue, *jawab.headers.get_all("Set-Cookie", [])])


def _ambil(peladen: tuple[str, int], jalur: str, kepala: dict[str, str]) -> tuple[bytes, str]:
    sambungan = http.client.HTTPConnection(*peladen)
    sambungan.request("GET", jalur, headers=kepala)
    jawab = sambungan.getresponse()
    isi = jawab.read()
    kue = "; ".join(k.split(";")[0] for k in jawab.headers.get_all("Set-Cookie", []))
    sambungan.close()
    return isi, kue
