"""People of the sample data, signed in."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pytest
from django.test import Client

from lakin.organisasi.models import Pengguna

BELAKANG = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture
def sebagai(kmn: Any) -> Callable[[str], Client]:
    """Return a client signed in as a sample account."""

    def masuk(akun: str) -> Client:
        klien = Client()
        klien.force_login(Pengguna.objects.get(username=akun), BELAKANG)
        return klien

    return masuk
