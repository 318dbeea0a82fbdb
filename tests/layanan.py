"""Run a command with a throwaway PostgreSQL and Redis.

    python -m tests.layanan -- python -m pytest -m pg

Both listen on free loopback ports, keep their data in a folder that is removed,
and are stopped by their own process when the command ends. The command finds
them in DATABASE_URL and REDIS_URL.
"""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import psycopg2
import redis

BATAS_MULAI = 30


def porta_bebas() -> int:
    """A loopback port that nobody listens on right now."""
    with socket.socket() as soket:
        soket.bind(("127.0.0.1", 0))
        return int(soket.getsockname()[1])


@contextmanager
def postgres() -> Iterator[str]:
    """A cluster without durability; gives its DATABASE_URL."""
    bin_ = _bin_postgres()
    pemilik = _bukan_root()
    with _folder("lakin-pg-") as folder:
        if pemilik:
            shutil.chown(folder, pemilik["user"], pemilik["group"])
        data = folder / "data"
        subprocess.run(
            [bin_ / "initdb", "-D", data, "-U", "lakin", "-A", "trust", "-E", "UTF8", "--locale=C.UTF-8", "--no-sync"],
            check=True,
            stdout=subprocess.DEVNULL,
            **pemilik,
        )
        porta = porta_bebas()
        setelan = {
            "listen_addresses": "127.0.0.1",
            "port": str(porta),
            "unix_socket_directories": "",
            "fsync": "off",
            "full_page_writes": "off",
            "synchronous_commit": "off",
            "log_min_messages": "fatal",
        }
        pilihan = [bagian for nama, isi in setelan.items() for bagian in ("-c", f"{nama}={isi}")]
        with _proses([bin_ / "postgres", "-D", data, *pilihan], signal.SIGINT, **pemilik):
            url = f"postgres://lakin@127.0.0.1:{porta}/postgres"
            _tunggu(lambda: psycopg2.connect(url).close(), psycopg2.OperationalError)
            yield url


@contextmanager
def redis_server() -> Iterator[str]:
    """A Redis that keeps nothing; gives its REDIS_URL."""
    porta = porta_bebas()
    with _folder("lakin-redis-") as folder:
        perintah = ["redis-server", "--port", str(porta), "--bind", "127.0.0.1", "--save", "", "--dir", str(folder)]
        with _proses([*perintah, "--loglevel", "warning"], signal.SIGTERM, stdout=subprocess.DEVNULL):
            url = f"redis://127.0.0.1:{porta}/0"
            with redis.Redis.from_url(url) as klien:
                _tunggu(klien.ping, redis.ConnectionError)
            yield url


def _bin_postgres() -> Path:
    """Debian keeps the server's programs outside PATH, one folder a version."""
    versi = sorted(Path("/usr/lib/postgresql").glob("*/bin/initdb"), key=lambda p: float(p.parts[-3]))
    luar = shutil.which("initdb")
    if versi:
        return versi[-1].parent
    if luar:
        return Path(luar).parent
    raise SystemExit("initdb tidak ditemukan: pasang paket postgresql.")


def _bukan_root() -> dict[str, Any]:
    """PostgreSQL refuses root; as root, run it as the account of the package."""
    if os.geteuid() != 0:
        return {}
    akun = pwd.getpwnam("postgres")
    return {"user": akun.pw_uid, "group": akun.pw_gid, "extra_groups": [], "cwd": "/"}


@contextmanager
def _folder(awalan: str) -> Iterator[Path]:
    folder = Path(tempfile.mkdtemp(prefix=awalan))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


@contextmanager
def _proses(perintah: list[Any], berhenti: signal.Signals, **pilihan: Any) -> Iterator[None]:
    # A session of its own: Ctrl-C ends the tests first, then, through us, the service.
    proses = subprocess.Popen(perintah, start_new_session=True, **pilihan)
    try:
        yield
    finally:
        proses.send_signal(berhenti)
        try:
            proses.wait(20)
        except subprocess.TimeoutExpired:
            proses.kill()
            proses.wait()


def _tunggu(coba: Callable[[], Any], belum: type[Exception]) -> None:
    batas = time.monotonic() + BATAS_MULAI
    while True:
        try:
            coba()
            return
        except belum:
            if time.monotonic() > batas:
                raise
            time.sleep(0.1)


def main(perintah: list[str]) -> int:
    # Leave through the context managers when we are told to stop.
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with postgres() as pg, redis_server() as rd:
        return subprocess.run(perintah, env=os.environ | {"DATABASE_URL": pg, "REDIS_URL": rd}).returncode


if __name__ == "__main__":
    sys.exit(main([bagian for bagian in sys.argv[1:] if bagian != "--"]))
