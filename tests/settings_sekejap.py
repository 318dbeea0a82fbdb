"""The settings as users have them, with tables made from the models in a moment: `migrate --run-syncdb`.

That the migrations give the same is held by tests/pengukuran/test_migrasi.py.
"""

from lakin.settings import *  # noqa: F403
from lakin.settings import INSTALLED_APPS

MIGRATION_MODULES = {nama.rpartition(".")[2]: None for nama in INSTALLED_APPS}
