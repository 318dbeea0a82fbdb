"""The embedded default as users start it, whose worker also knows the tests' handlers."""

from tests.settings_sekejap import *  # noqa: F403

CELERY_IMPORTS = ["tests.kerja.tugas"]
