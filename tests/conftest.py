"""What every test stands on."""

from __future__ import annotations

import os

import pytest
from hypothesis import settings as hypothesis_settings

pytest_plugins = ["tests.data"]

# The machine may be slow and shared: an example is judged by its answer, not by its time.
hypothesis_settings.register_profile("lakin", deadline=None)
hypothesis_settings.load_profile("lakin")

# pytest-django and playwright share a thread with an event loop.
os.environ.setdefault("DJANGO_ALLOW_ASYNC_UNSAFE", "1")


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Without the services (`tests.layanan` starts them) their tests are not part of the run."""
    if "DATABASE_URL" in os.environ and "REDIS_URL" in os.environ:
        return
    perlu = [item for item in items if item.get_closest_marker("layanan")]
    if perlu:
        config.hook.pytest_deselected(items=perlu)
        items[:] = [item for item in items if item not in perlu]
