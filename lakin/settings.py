"""Settings, from the environment (12-factor).

Without any variable: the embedded default, one machine with SQLite and no Redis,
showing its sample accounts. With DATABASE_URL: production, which asks for its
secrets and is served over HTTPS only.
"""

import os
import secrets
from contextlib import suppress
from datetime import timedelta
from pathlib import Path
from typing import Any

from csp.constants import NONE, SELF
from django.core.exceptions import ImproperlyConfigured
from environs import Env, validate

env = Env()

BASE_DIR = Path(__file__).resolve().parent.parent
DATA_DIR = Path(env.str("LAKIN_DATA_DIR", str(BASE_DIR / "var"))).resolve()
FIXTURES_DIR = BASE_DIR / "fixtures"

DATABASE_URL = env.str("DATABASE_URL", "")
REDIS_URL = env.str("REDIS_URL", "")

# A database server means production. Said explicitly only by tests that use one.
PRODUKSI = env.bool("LAKIN_PRODUKSI", bool(DATABASE_URL))

# Sample mode shows the sample accounts on the sign-in page.
CONTOH = env.bool("LAKIN_CONTOH", not DATABASE_URL)
if PRODUKSI and CONTOH:
    raise ImproperlyConfigured("LAKIN_CONTOH memperlihatkan akun contoh dan tidak boleh menyala pada mode produksi.")


def kunci_tersimpan(berkas: Path) -> str:
    """The key of the embedded default: made once, readable by its owner only."""
    if not berkas.exists():
        berkas.parent.mkdir(parents=True, exist_ok=True)
        baru = berkas.with_name(f"{berkas.name}.{os.getpid()}")
        with open(os.open(baru, os.O_WRONLY | os.O_CREAT | os.O_TRUNC, 0o600), "w") as tulis:
            tulis.write(secrets.token_urlsafe(64))
        with suppress(FileExistsError):
            os.link(baru, berkas)  # atomic: of two first starts, one wins and both read the same key
        baru.unlink()
    return berkas.read_text()


DEBUG = env.bool("LAKIN_DEBUG", False)
if PRODUKSI:
    SECRET_KEY = env.str("SECRET_KEY", validate=validate.Length(min=50))
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS")
else:
    SECRET_KEY = env.str("SECRET_KEY", "") or kunci_tersimpan(DATA_DIR / "kunci-rahasia")
    ALLOWED_HOSTS = env.list("ALLOWED_HOSTS", ["127.0.0.1", "localhost", "[::1]"])
SECRET_KEY_FALLBACKS: list[str] = env.list("SECRET_KEY_FALLBACKS", [])
CSRF_TRUSTED_ORIGINS: list[str] = env.list("CSRF_TRUSTED_ORIGINS", [])

# What links in mails and QR codes begin with.
ALAMAT_SITUS = env.str("ALAMAT_SITUS", "") or (
    f"https://{ALLOWED_HOSTS[0].lstrip('.')}" if PRODUKSI and ALLOWED_HOSTS else "http://127.0.0.1:8000"
)

# Notices by mail: printed on the console unless a server is named (smtp://user:password@host:port).
_surel = env.dj_email_url("EMAIL_URL", "console:")
EMAIL_BACKEND = _surel["EMAIL_BACKEND"]
EMAIL_HOST, EMAIL_PORT = _surel.get("EMAIL_HOST") or "", _surel.get("EMAIL_PORT") or 25
EMAIL_HOST_USER, EMAIL_HOST_PASSWORD = _surel.get("EMAIL_HOST_USER") or "", _surel.get("EMAIL_HOST_PASSWORD") or ""
EMAIL_USE_TLS, EMAIL_USE_SSL = bool(_surel.get("EMAIL_USE_TLS")), bool(_surel.get("EMAIL_USE_SSL"))
EMAIL_TIMEOUT = 10
DEFAULT_FROM_EMAIL = env.str("SUREL_PENGIRIM", "Lakin <lakin@localhost>")

# --- The house ---------------------------------------------------------------

INSTALLED_APPS = [
    "django.contrib.auth",
    "django.contrib.contenttypes",
    "django.contrib.sessions",
    "django.contrib.messages",
    "django.contrib.staticfiles",
    "axes",
    "csp",
    "django_htmx",
    "django_prose_editor",
    "lakin.web",
    "lakin.jejak",
    "lakin.kerja",
    "lakin.berkas",
    "lakin.organisasi",
    "lakin.alur",
    "anggaran",
    "renstra",
    "lakin.pengukuran",
    "lakin.banding",
    "lakin.laporan",
    "lakin.tukar",
    "lakin.dasbor",
]

MIDDLEWARE = [
    "django.middleware.security.SecurityMiddleware",
    "csp.middleware.CSPMiddleware",
    "whitenoise.middleware.WhiteNoiseMiddleware",
    "django.middleware.gzip.GZipMiddleware",
    "lakin.web.batas.BatasKiriman",
    "django.contrib.sessions.middleware.SessionMiddleware",
    "django.middleware.common.CommonMiddleware",
    "django.middleware.csrf.CsrfViewMiddleware",
    "django.contrib.auth.middleware.AuthenticationMiddleware",
    # A view is closed unless it says `login_not_required`.
    "django.contrib.auth.middleware.LoginRequiredMiddleware",
    "django.contrib.messages.middleware.MessageMiddleware",
    "django.middleware.clickjacking.XFrameOptionsMiddleware",
    "django_htmx.middleware.HtmxMiddleware",
    "axes.middleware.AxesMiddleware",
]

ROOT_URLCONF = "lakin.urls"
WSGI_APPLICATION = "lakin.wsgi.application"
DEFAULT_AUTO_FIELD = "django.db.models.BigAutoField"

TEMPLATES = [
    {
        "BACKEND": "django.template.backends.django.DjangoTemplates",
        "DIRS": [BASE_DIR / "templates"],
        "APP_DIRS": True,
        "OPTIONS": {
            "context_processors": [
                "django.template.context_processors.request",
                "django.contrib.auth.context_processors.auth",
                "django.contrib.messages.context_processors.messages",
            ],
        },
    },
]

# --- Data --------------------------------------------------------------------

if DATABASE_URL:
    DATABASES = {"default": env.dj_db_url("DATABASE_URL", conn_max_age=60, conn_health_checks=True)}
else:
    DATA_DIR.mkdir(parents=True, exist_ok=True)
    DATABASES = {
        "default": {
            "ENGINE": "django.db.backends.sqlite3",
            "NAME": DATA_DIR / "lakin.sqlite3",
            "CONN_MAX_AGE": 60,
            "OPTIONS": {
                # A transaction takes the write lock when it begins, so that two writers wait instead of failing.
                "transaction_mode": "IMMEDIATE",
                "timeout": 20,
                "init_command": "PRAGMA journal_mode=WAL; PRAGMA synchronous=NORMAL",
            },
        }
    }

if REDIS_URL:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.redis.RedisCache", "LOCATION": REDIS_URL}}
else:
    CACHES = {"default": {"BACKEND": "django.core.cache.backends.locmem.LocMemCache"}}

MEDIA_ROOT = DATA_DIR / "berkas"

# The address under which people reach the site: printed on the cover of an approved report and in its QR code.
ALAMAT_SITUS = env.str("ALAMAT_SITUS", "http://127.0.0.1:8000")
FILE_UPLOAD_PERMISSIONS = 0o600

# What one request may carry at most: ten files of 20 MB and their form. Larger ones end with 413 before they are read;
# what is larger than FILE_UPLOAD_MAX_MEMORY_SIZE lies in a temporary file while it comes in, not in memory.
MAKS_KIRIMAN = 210 * 1024 * 1024

STATIC_URL = "static/"
STATIC_ROOT = Path(env.str("LAKIN_STATIC_ROOT", str(DATA_DIR / "static")))
STATICFILES_DIRS = [BASE_DIR / "static"]
STORAGES: dict[str, dict[str, Any]] = {
    "default": {"BACKEND": "django.core.files.storage.FileSystemStorage"},
    "staticfiles": {"BACKEND": "whitenoise.storage.CompressedManifestStaticFilesStorage"},
}
if LAKIN_S3_EMBER := env.str("LAKIN_S3_EMBER", ""):
    # Uploads in an S3-compatible bucket, for several machines; nobody gets a link to it, files are streamed by Lakin.
    STORAGES["default"] = {
        "BACKEND": "storages.backends.s3.S3Storage",
        "OPTIONS": {
            "bucket_name": LAKIN_S3_EMBER,
            "endpoint_url": env.str("LAKIN_S3_ALAMAT", "") or None,
            "region_name": env.str("LAKIN_S3_WILAYAH", "") or None,
            "access_key": env.str("LAKIN_S3_KUNCI", "") or None,  # without one, the machine's own role
            "secret_key": env.str("LAKIN_S3_RAHASIA", "") or None,
            "default_acl": None,
            "file_overwrite": False,
            "max_memory_size": 2 * 1024 * 1024,  # what is read lies in a temporary file beyond this
        },
    }

WHITENOISE_ALLOW_ALL_ORIGINS = False

# --- Language and time -------------------------------------------------------

LANGUAGE_CODE = "id"
LANGUAGES = [("id", "Bahasa Indonesia")]
TIME_ZONE = "Asia/Jakarta"
USE_I18N = True
USE_TZ = True

# --- Sign-in -----------------------------------------------------------------

AUTH_USER_MODEL = "organisasi.Pengguna"
LOGIN_URL = "masuk"
LOGIN_REDIRECT_URL = "/"
LOGOUT_REDIRECT_URL = "masuk"
SESSION_COOKIE_AGE = 12 * 60 * 60

AUTHENTICATION_BACKENDS = [
    "axes.backends.AxesStandaloneBackend",
    "django.contrib.auth.backends.ModelBackend",
]
PASSWORD_HASHERS = [
    "django.contrib.auth.hashers.Argon2PasswordHasher",
    "django.contrib.auth.hashers.PBKDF2PasswordHasher",
]
AUTH_PASSWORD_VALIDATORS = [
    {"NAME": "django.contrib.auth.password_validation.UserAttributeSimilarityValidator"},
    {"NAME": "django.contrib.auth.password_validation.MinimumLengthValidator", "OPTIONS": {"min_length": 12}},
    {"NAME": "django.contrib.auth.password_validation.CommonPasswordValidator"},
    {"NAME": "django.contrib.auth.password_validation.NumericPasswordValidator"},
]

# One person's mistakes lock that person's name at that address, not the whole office behind it.
AXES_LOCKOUT_PARAMETERS = [["username", "ip_address"]]
AXES_FAILURE_LIMIT = 8
AXES_COOLOFF_TIME = timedelta(minutes=15)
AXES_RESET_ON_SUCCESS = True
AXES_VERBOSE = False
AXES_LOCKOUT_TEMPLATE = "organisasi/terkunci.html"

# --- Safety of the answers ---------------------------------------------------

CONTENT_SECURITY_POLICY = {
    "DIRECTIVES": {
        "default-src": [NONE],
        "script-src": [SELF],
        "style-src": [SELF],
        "img-src": [SELF],
        "font-src": [SELF],
        "connect-src": [SELF],
        "form-action": [SELF],
        "frame-ancestors": [NONE],
        "base-uri": [NONE],
    }
}
X_FRAME_OPTIONS = "DENY"
SECURE_CONTENT_TYPE_NOSNIFF = True
SECURE_REFERRER_POLICY = "same-origin"
SECURE_SSL_REDIRECT = env.bool("LAKIN_SSL_REDIRECT", PRODUKSI)
SECURE_REDIRECT_EXEMPT = [r"^sehat/?$"]  # the health check asks from inside, over plain HTTP
SECURE_HSTS_SECONDS = env.int("LAKIN_HSTS_DETIK", 365 * 24 * 60 * 60) if PRODUKSI else 0
SECURE_HSTS_INCLUDE_SUBDOMAINS = PRODUKSI
SECURE_HSTS_PRELOAD = PRODUKSI
SESSION_COOKIE_SECURE = PRODUKSI
CSRF_COOKIE_SECURE = PRODUKSI
if env.bool("LAKIN_BELAKANG_PROXY", False):
    # Only behind a proxy that sets this header itself, otherwise anybody could claim HTTPS.
    SECURE_PROXY_SSL_HEADER = ("HTTP_X_FORWARDED_PROTO", "https")

# --- Jobs --------------------------------------------------------------------

# A worker that is silent for this long has lost its job to whoever claims it next.
KERJA_SEWA = timedelta(seconds=env.int("LAKIN_SEWA_DETIK", 30))
SAPU_TIAP = timedelta(seconds=env.int("LAKIN_SAPU_DETIK", 15 if REDIS_URL else 5))

CELERY_TASK_IGNORE_RESULT = True
CELERY_TASK_SERIALIZER = "json"
CELERY_ACCEPT_CONTENT = ["json"]
CELERY_TIMEZONE = TIME_ZONE
CELERY_WORKER_PREFETCH_MULTIPLIER = 1
CELERY_WORKER_MAX_MEMORY_PER_CHILD = 300_000  # KiB; a child that grew over it is replaced after its job
CELERY_WORKER_HIJACK_ROOT_LOGGER = False
CELERY_BROKER_CONNECTION_RETRY_ON_STARTUP = True
CELERY_BEAT_SYNC_EVERY = 1  # writes its file at every sweep, which is how its health is seen
CELERY_BEAT_SCHEDULE = {
    "sapu": {
        "task": "lakin.kerja.sapu",
        "schedule": SAPU_TIAP,
        "options": {"expires": SAPU_TIAP.total_seconds()},
    },
    "hasil": {"task": "lakin.pengukuran.segarkan", "schedule": timedelta(minutes=1), "options": {"expires": 60}},
    "jaga": {"task": "lakin.alur.jaga", "schedule": timedelta(minutes=15), "options": {"expires": 600}},
}

# Asking for a job must not wait for a broker that is away: the sweep sends later.
CELERY_BROKER_TRANSPORT_OPTIONS: dict[str, object] = {"max_retries": 1, "interval_start": 0, "interval_max": 0.2}
if REDIS_URL:
    CELERY_BROKER_URL = REDIS_URL
    CELERY_BROKER_TRANSPORT_OPTIONS |= {"socket_connect_timeout": 2}
else:
    ANTREAN_DIR = DATA_DIR / "antrean"
    for folder in ("pesan", "kendali"):
        (ANTREAN_DIR / folder).mkdir(parents=True, exist_ok=True)
    CELERY_BROKER_URL = "filesystem://"
    CELERY_BROKER_TRANSPORT_OPTIONS |= {
        "data_folder_in": str(ANTREAN_DIR / "pesan"),
        "data_folder_out": str(ANTREAN_DIR / "pesan"),
        "control_folder": str(ANTREAN_DIR / "kendali"),
    }

# --- Logs --------------------------------------------------------------------

LOGGING = {
    "version": 1,
    "disable_existing_loggers": False,
    "formatters": {"baris": {"format": "{asctime} {levelname} {name}: {message}", "style": "{"}},
    "handlers": {"layar": {"class": "logging.StreamHandler", "formatter": "baris"}},
    "root": {"handlers": ["layar"], "level": env.str("LAKIN_LOG", "INFO")},
}
