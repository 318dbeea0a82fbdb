"""Journeys in a real Chromium on a live server with the sample data.

`buka("perencana")` gives a page that is signed in; whatever the browser
complains about (a script error, a violation of the policy, a failed request)
fails the test at its end, unless the test took it out of `keluhan`.
"""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from playwright.sync_api import Browser, Page, expect, sync_playwright

from lakin.organisasi.models import Pengguna, Satker

CHROMIUM = "/usr/bin/chromium"
TANPA_FITUR = (
    # Each window would start pages of the browser's own, which take as long as ours to load.
    "PreloadTopChromeWebUI", "PreloadTopChromeWebUILessNavigations", "InitialWebUI", "WebUIReloadButton",
    # The list of playwright, which ours replaces.
    "AvoidUnnecessaryBeforeUnloadCheckSync", "DestroyProfileOnBrowserClose", "HttpsUpgrades",
    "HttpsFirstBalancedModeAutoEnable", "LensOverlay", "MediaRouter", "PaintHolding", "ThirdPartyStoragePartitioning",
    "AvoidCorsURLLoaderRestartOnRedirect", "OptimizationHints", "NetworkTimeServiceQuerying", "AimEnabled",
    "PreconnectToSearch",
)  # fmt: skip
BENDERA = (
    f"--disable-features={','.join(TANPA_FITUR)}",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
)
LAPTOP = {"width": 1366, "height": 768}
PONSEL = {"width": 360, "height": 740}
BATAS_TUNGGU = 60_000
"""Milliseconds until a state that is waited for counts as missing; far above what a busy machine needs."""
PELAN = float(os.environ.get("LAKIN_UJI_PELAN", "1"))
"""Slows the pages' processor down that many times: shows what only holds on a fast machine."""

expect.set_options(timeout=BATAS_TUNGGU)

TERSIMPAN = re.compile(r"tersimpan \d")
"""A field says when it was stored; before, it says 'belum tersimpan'."""

Buka = Callable[..., Page]


@pytest.fixture(scope="session")
def peramban() -> Iterator[Browser]:
    """One Chromium for the whole run."""
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=list(BENDERA))
        yield browser
        browser.close()


@pytest.fixture
def keluhan() -> list[str]:
    """What the browser complained about; must be empty at the end of the test."""
    return []


@pytest.fixture
def situs(live_server: Any, kmn: Satker) -> str:
    """The address of a live server that serves the sample data."""
    return str(live_server.url)


@pytest.fixture
def buka(peramban: Browser, situs: str, keluhan: list[str]) -> Iterator[Buka]:
    """Open a page as a sample account, or as nobody; each call has a browser profile of its own."""
    with ExitStack() as tumpukan:

        def satu(
            akun: str | None = None, url: str = "/", ukuran: dict[str, int] = LAPTOP, *, skrip: bool = True
        ) -> Page:
            konteks = peramban.new_context(
                viewport=ukuran,  # type: ignore[arg-type]
                locale="id-ID",
                base_url=situs,
                java_script_enabled=skrip,
            )
            tumpukan.callback(konteks.close)
            if akun:
                konteks.add_cookies([{"name": settings.SESSION_COOKIE_NAME, "value": _sesi(akun), "url": situs}])
            halaman = konteks.new_page()
            halaman.set_default_timeout(BATAS_TUNGGU)
            if PELAN > 1:
                konteks.new_cdp_session(halaman).send("Emulation.setCPUThrottlingRate", {"rate": PELAN})
            halaman.on("console", lambda m: keluhan.append(m.text) if m.type in ("error", "warning") else None)
            halaman.on("pageerror", lambda galat: keluhan.append(str(galat)))
            halaman.goto(url)
            return halaman

        yield satu
    assert keluhan == []


def _sesi(akun: str) -> str:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username=akun), "django.contrib.auth.backends.ModelBackend")
    return klien.cookies[settings.SESSION_COOKIE_NAME].value
