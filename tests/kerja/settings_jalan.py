"""The embedded default as users start it, whose worker also knows the tests' handlers."""

from lakin.settings import *  # noqa: F403

CELERY_IMPORTS = ["tests.kerja.tugas"]
