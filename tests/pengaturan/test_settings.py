"""Settings as each kind of installation gets them, asked of a fresh process."""

from __future__ import annotations

import json
import os
import stat
import subprocess
import sys
from pathlib import Path

import pytest

AKAR = Path(__file__).resolve().parents[2]
PRODUKSI = {
    "DATABASE_URL": "postgres://lakin@db.invalid/lakin",
    "REDIS_URL": "redis://redis.invalid/0",
    "SECRET_KEY": "K3Yuntuk-uji-saja-" * 4,
    "ALLOWED_HOSTS": "lakin.example.go.id",
}
NAMA = [
    *("CONTOH", "PRODUKSI", "DEBUG", "SECRET_KEY", "ALLOWED_HOSTS", "SECURE_SSL_REDIRECT", "SECURE_HSTS_SECONDS"),
    *("SESSION_COOKIE_SECURE", "CSRF_COOKIE_SECURE", "CELERY_BROKER_URL", "DATABASES", "STORAGES"),
]


@pytest.fixture
def python(tmp_path):
    """Run Python with exactly these variables of ours."""

    def _python(*argumen: str, **variabel: str) -> subprocess.CompletedProcess[str]:
        lingkungan = {
            "PATH": os.environ["PATH"],
            "LAKIN_DATA_DIR": str(tmp_path),
            "DJANGO_SETTINGS_MODULE": "lakin.settings",
        }
        return subprocess.run(
            [sys.executable, *argumen], cwd=AKAR, env=lingkungan | variabel, capture_output=True, text=True
        )

    return _python


@pytest.fixture
def setelan(python):
    """Read the settings in a fresh process."""
    kode = (
        f"import json; import lakin.settings as s; print(json.dumps({{n: getattr(s, n) for n in {NAMA}}}, default=str))"
    )

    def _setelan(**variabel: str) -> dict:
        proses = python("-c", kode, **variabel)
        assert proses.returncode == 0, proses.stderr
        return json.loads(proses.stdout)

    return _setelan


def test_produksi_lulus_pemeriksaan_penyebaran(python):
    proses = python("-W", "error", "manage.py", "check", "--deploy", "--fail-level", "INFO", **PRODUKSI)
    assert proses.returncode == 0, proses.stderr
    assert "no issues (0 silenced)" in proses.stdout


@pytest.mark.parametrize("nama", ["SECRET_KEY", "ALLOWED_HOSTS"])
def test_produksi_menolak_tanpa_rahasianya(python, nama):
    kurang = {kunci: isi for kunci, isi in PRODUKSI.items() if kunci != nama}
    proses = python("manage.py", "check", **kurang)
    assert proses.returncode != 0
    assert nama in proses.stderr


@pytest.mark.parametrize("kunci", ["", "rahasia"])
def test_produksi_menolak_kunci_yang_mudah_ditebak(python, kunci):
    proses = python("manage.py", "check", **PRODUKSI | {"SECRET_KEY": kunci})
    assert proses.returncode != 0
    assert "SECRET_KEY" in proses.stderr


def test_produksi_tanpa_akun_contoh(setelan, python):
    produksi = setelan(**PRODUKSI)
    assert produksi["PRODUKSI"]
    assert not produksi["CONTOH"]
    assert not produksi["DEBUG"]
    ditolak = python("manage.py", "check", **PRODUKSI | {"LAKIN_CONTOH": "true"})
    assert ditolak.returncode != 0
    assert "LAKIN_CONTOH" in ditolak.stderr


def test_produksi_hanya_lewat_https(setelan):
    produksi = setelan(**PRODUKSI)
    assert produksi["SECURE_SSL_REDIRECT"]
    assert produksi["SECURE_HSTS_SECONDS"] >= 31536000
    assert produksi["SESSION_COOKIE_SECURE"]
    assert produksi["CSRF_COOKIE_SECURE"]
    assert not setelan(**PRODUKSI, LAKIN_SSL_REDIRECT="false")["SECURE_SSL_REDIRECT"]


def test_produksi_memakai_peladen_yang_disebut(setelan):
    produksi = setelan(**PRODUKSI)
    assert produksi["DATABASES"]["default"]["HOST"] == "db.invalid"
    assert produksi["CELERY_BROKER_URL"] == PRODUKSI["REDIS_URL"]


def test_tanpa_satu_pun_variabel_menjadi_bawaan_tertanam(setelan, tmp_path):
    tertanam = setelan()
    assert tertanam["CONTOH"]
    assert not tertanam["PRODUKSI"]
    assert not tertanam["DEBUG"]
    assert tertanam["ALLOWED_HOSTS"] == ["127.0.0.1", "localhost", "[::1]"]
    assert tertanam["DATABASES"]["default"]["NAME"] == str(tmp_path / "lakin.sqlite3")
    assert tertanam["CELERY_BROKER_URL"] == "filesystem://"
    assert "Manifest" in tertanam["STORAGES"]["staticfiles"]["BACKEND"]


def test_kunci_tertanam_dibuat_sekali_dan_hanya_untuk_pemiliknya(setelan, tmp_path):
    kunci = setelan()["SECRET_KEY"]
    assert len(kunci) >= 50
    assert setelan()["SECRET_KEY"] == kunci
    assert stat.S_IMODE((tmp_path / "kunci-rahasia").stat().st_mode) == 0o600
    assert [p.name for p in tmp_path.glob("kunci*")] == ["kunci-rahasia"]


def test_sqlite_memakai_wal_dan_transaksi_langsung(python):
    kode = (
        "import django; django.setup();"
        "from django.db import connection as c; k = c.cursor();"
        "print(k.execute('PRAGMA journal_mode').fetchone()[0], k.execute('PRAGMA busy_timeout').fetchone()[0],"
        "k.execute('PRAGMA foreign_keys').fetchone()[0], c.transaction_mode)"
    )
    proses = python("-c", kode)
    assert proses.stdout.split() == ["wal", "20000", "1", "IMMEDIATE"], proses.stderr


def test_unggahan_dapat_disimpan_di_ember_s3_yang_tertutup(python):
    kode = (
        "import django; django.setup(); from django.core.files.storage import default_storage as s; "
        "print(s.bucket_name, s.endpoint_url, s.default_acl, s.querystring_auth, s.file_overwrite)"
    )
    proses = python(
        "-W", "error", "-c", kode, DJANGO_SETTINGS_MODULE="lakin.settings", LAKIN_S3_EMBER="bukti",
        LAKIN_S3_ALAMAT="https://s3.invalid",
    )  # fmt: skip
    assert proses.stdout.split()[-5:] == ["bukti", "https://s3.invalid", "None", "True", "False"], proses.stderr
