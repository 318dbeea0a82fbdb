"""The project's settings as tests use them: a data folder that is thrown away, cheap passwords, plain static files."""

import atexit
import os
import shutil
import tempfile

DATA_UJI = tempfile.mkdtemp(prefix="lakin-uji-")
atexit.register(shutil.rmtree, DATA_UJI, ignore_errors=True)
os.environ |= {"LAKIN_DATA_DIR": DATA_UJI, "LAKIN_PRODUKSI": "0", "LAKIN_CONTOH": "1", "SECRET_KEY": "kunci-uji" * 8}
if "REDIS_URL" in os.environ:
    # Test processes share one Redis, so each has a database of its own in it.
    nomor = os.environ.get("PYTEST_XDIST_WORKER", "gw0").removeprefix("gw")
    os.environ["REDIS_URL"] = f"{os.environ['REDIS_URL'].rpartition('/')[0]}/{nomor}"

from lakin.settings import *  # noqa: E402, F403
from lakin.settings import DATA_DIR, DATABASES, STATIC_ROOT, STORAGES  # noqa: E402

# Tables are made from the models, in a second. That the migrations give the same is held by
# tests/pengukuran/test_migrasi.py, which runs them.
DATABASES["default"]["TEST"] = {"MIGRATE": False}
if DATABASES["default"]["ENGINE"].endswith("sqlite3"):
    # A file, not memory: threads and transactions then behave as they do for users.
    DATABASES["default"]["TEST"]["NAME"] = DATA_DIR / "uji.sqlite3"
    DATABASES["default"]["CONN_MAX_AGE"] = 0

PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]
STORAGES["staticfiles"] = {"BACKEND": "django.contrib.staticfiles.storage.StaticFilesStorage"}
STATIC_ROOT.mkdir(parents=True)
AXES_ENABLED = False
