"""Comparison and roll-up over a ministry of made-up satkers, through real processes.

    python -m tests.benchmarks.skala --satker 2000 --tahun 5 --json

PostgreSQL, Redis, gunicorn with two workers, two Celery workers. Readers of the
secretariat ask for the comparison, each with other indicators, orders and pages;
nothing is asserted, everything is printed.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urlencode

from tests.benchmarks.race import gunicorn
from tests.benchmarks.skala_data import TAHUN
from tests.layanan import postgres, redis_server

AKAR = Path(__file__).parents[2]
URUT = ("peringkat", "nama", "capaian", "tumbuh")


def main() -> int:
    """Run once and print the figures."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--satker", type=int, default=60)
    p.add_argument("--tahun", type=int, default=2)
    p.add_argument("--pembaca", type=int, default=20)
    p.add_argument("--kali", type=int, default=15, help="pages that each reader asks for")
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    hasil = ukur(a.satker, a.tahun, a.pembaca, a.kali, a.seed)
    print(json.dumps(hasil) if a.json else "\n".join(f"{nama:36} {isi}" for nama, isi in hasil.items()))
    return 0


def ukur(satker: int, tahun: int, pembaca: int, kali: int, benih: int) -> dict[str, Any]:
    """Make the satkers, compute them, let the readers read, change one, compute a year."""
    with tempfile.TemporaryDirectory(prefix="lakin-skala-") as folder, postgres() as url, redis_server() as redis:
        env = os.environ | {
            "DATABASE_URL": url, "REDIS_URL": redis, "LAKIN_PRODUKSI": "0", "LAKIN_CONTOH": "1",
            "LAKIN_DATA_DIR": folder, "DJANGO_SETTINGS_MODULE": "lakin.settings", "LAKIN_LOG": "ERROR",
            "LAKIN_STATIC_ROOT": f"{folder}/static",
        }  # fmt: skip
        _manage(env, "migrate", "--verbosity", "0")
        _manage(env, "collectstatic", "--no-input", "--verbosity", "0")
        hasil: dict[str, Any] = {"satker": satker, "tahun": tahun}
        hasil["dibuat_s"] = _lama(
            env, "generate_synthetic", "--satker", str(satker), "--tahun", str(tahun), "--seed", str(benih)
        )
        hasil["semua_tahun_s"] = _lama(env, "segarkan_hasil")
        data = _di_aplikasi(env, "pembaca", str(pembaca))
        with gunicorn(env, proses=2) as (alamat, _):
            hasil |= _baca(alamat, data, kali, benih)
        hasil["permintaan_basis_data"] = _di_aplikasi(env, "permintaan", _jalur(data["indikator"][0]))
        polos = _di_aplikasi(env, "telanjang", data["indikator"][0])
        hasil["sql_ms"], hasil["sql_baris"] = round(polos["detik"] * 1000, 1), polos["baris"]
        hasil["rasio_median"] = round(hasil["median_ms"] / hasil["sql_ms"], 1)
        hasil["satu_berubah"] = _di_aplikasi(env, "ubah_satu")
        with _pekerja(env):
            hasil["setahun"] = _di_aplikasi(env, "setahun")
        return hasil


def _baca(alamat: tuple[str, int], data: dict[str, Any], kali: int, benih: int) -> dict[str, Any]:
    """All readers at once, each page after the one before; the first round finds the processes cold."""

    def satu(n: int) -> list[float]:
        acak = random.Random(benih * 1_000 + n)
        lama = []
        with closing(http.client.HTTPConnection(*alamat, timeout=120)) as sambungan:
            for _ in range(kali):
                jalur = _jalur(acak.choice(data["indikator"]), urut=acak.choice(URUT), halaman=acak.randint(1, 5))
                mulai = time.perf_counter()
                sambungan.request("GET", jalur, headers={"Cookie": f"sessionid={data['sesi'][n]}"})
                jawab = sambungan.getresponse()
                isi = jawab.read()
                lama.append(time.perf_counter() - mulai)
                assert jawab.status in (200, 302), f"{jalur} menjawab {jawab.status}: {isi[:200]!r}"
        return lama

    putaran = {}
    for nama in ("dingin", ""):
        with ThreadPoolExecutor(len(data["sesi"])) as kolam:
            semua = sorted(t for lama in kolam.map(satu, range(len(data["sesi"]))) for t in lama)
        awal = f"{nama}_" if nama else ""
        putaran[f"{awal}p95_ms"] = round(semua[len(semua) * 95 // 100] * 1000)
        putaran[f"{awal}median_ms"] = round(semua[len(semua) // 2] * 1000)
    return putaran


def _jalur(indikator: str, urut: str = "peringkat", halaman: int = 1) -> str:
    isi = {"indikator": indikator, "tahun": TAHUN, "tingkat": "balai"}
    isi |= {"urut": urut} if urut != "peringkat" else {}
    return "/banding/?" + urlencode(isi | {"sintetis": 1} | ({"halaman": halaman} if halaman > 1 else {}))


@contextmanager
def _pekerja(env: dict[str, str]) -> Iterator[None]:
    """Two Celery workers."""
    perintah = [sys.executable, "-m", "celery", "-A", "lakin", "worker", "--concurrency", "1", "--loglevel", "ERROR"]
    semua = [
        subprocess.Popen([*perintah, "-n", f"skala{n}@%h"], cwd=AKAR, env=env, start_new_session=True) for n in (1, 2)
    ]
    time.sleep(5)
    try:
        yield
    finally:
        for proses in semua:
            proses.terminate()
        for proses in semua:
            proses.wait(30)


def _lama(env: dict[str, str], *perintah: str) -> float:
    mulai = time.perf_counter()
    _manage(env, *perintah)
    lama = round(time.perf_counter() - mulai, 1)
    print(f"{' '.join(perintah)}: {lama} s", file=sys.stderr, flush=True)
    return lama


def _manage(env: dict[str, str], *perintah: str) -> None:
    subprocess.run([sys.executable, "manage.py", *perintah], cwd=AKAR, env=env, check=True, stdout=subprocess.DEVNULL)


def _di_aplikasi(env: dict[str, str], *perintah: str) -> dict[str, Any]:
    keluar = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.skala_data", *perintah], cwd=AKAR, env=env, check=True,
        stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    return dict(json.loads(keluar.splitlines()[-1]))


if __name__ == "__main__":
    raise SystemExit(main())
