"""What every test stands on."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from typing import Any

import pytest
from django.test.utils import setup_databases, teardown_databases
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.data"]

# The machine may be slow and shared: an example is judged by its answer, not by its time.
hypothesis_settings.register_profile("lakin", deadline=None)
hypothesis_settings.load_profile("lakin")

# pytest-django and playwright share a thread with an event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


@pytest.fixture(scope="session")
def django_db_setup(
    django_test_environment: None, django_db_modify_db_settings: None, django_db_blocker: Any
) -> Iterator[None]:
    """The test database, for whoever asks.

    pytest-django's own makes it only where a test that was picked names it; here a fixture of the session
    may be the only one that reads it, and would find an empty file.
    """
    with django_db_blocker.unblock():
        susunan = setup_databases(verbosity=0, interactive=False, serialized_aliases=set())
    yield
    with django_db_blocker.unblock():
        teardown_databases(susunan, verbosity=0)


@pytest.fixture(scope="session", autouse=True)
def tata_sendiri() -> None:
    """Documents are laid out in the process of the test: to start others takes longer than most documents.

    Tests of those processes name their number (`proses=2`) or the size from which they are started.
    """
    from lakin.cetak import pdf

    pdf._KECIL = sys.maxsize


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the services (`tests.layanan` starts them) their tests are not part of the run."""
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        return
    perlu = [item for item in items if item.get_closest_marker("layanan")]
    if perlu:
        config.hook.pytest_deselected(items=perlu)
        items[:] = [item for item in items if item not in perlu]
