"""The embedded default as users start it, whose worker also knows the tests' handlers."""

from lakin.settings import *  # noqa: F403
from lakin.settings import INSTALLED_APPS

# Tables are made from the models, in a moment (`migrate --run-syncdb`).
MIGRATION_MODULES = {nama.rpartition(".")[2]: None for nama in INSTALLED_APPS}

CELERY_IMPORTS = ["tests.kerja.tugas"]
