"""Every address, method and role against the declared table; an address without a row fails."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest
from django.conf import settings
from django.test import Client
from django.urls import URLPattern, URLResolver, get_resolver, reverse

from lakin.jejak.models import Jejak
from lakin.kerja.models import Pekerjaan
from lakin.organisasi.gerbang import MASUK as IZIN_MASUK
from lakin.organisasi.gerbang import UMUM
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Pengguna
from tests.arsitektur.akses import AKUN, ARGUMEN, ARGUMEN_SENDIRI, MASUK, TABEL, TANYA
from tests.laporan.ringkas import pasang_ringkas
from tests.terbitan import perkecil, salin_triwulan, terbitkan

METODE = ("GET", "POST")
BERSESI = ("masuk", "keluar")
"""Addresses that begin or end a session: each answer with one of its own."""


def _sesi(akun: str) -> str:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username=akun), "django.contrib.auth.backends.ModelBackend")
    return klien.cookies[settings.SESSION_COOKIE_NAME].value


def semua_pola(penyelesai: URLResolver | None = None) -> Iterator[URLPattern]:
    """Walk every address of the site."""
    for pola in (penyelesai or get_resolver("lakin.urls")).url_patterns:
        if isinstance(pola, URLResolver):
            yield from semua_pola(pola)
        else:
            yield pola


def test_setiap_alamat_mempunyai_baris_pada_tabel() -> None:
    ada = {(p.name, m) for p in semua_pola() for m in METODE}
    assert ada == set(TABEL), ada ^ set(TABEL)


def test_setiap_view_menyebut_izinnya() -> None:
    dikenal = {UMUM, IZIN_MASUK, *Izin}
    tanpa = [
        p.name
        for p in semua_pola()
        if getattr(p.callback, "izin", None) not in dikenal and getattr(p.callback, "login_required", True)
    ]
    assert tanpa == []


def test_alamat_bersatker_tidak_pernah_cukup_dengan_masuk_saja() -> None:
    longgar = [
        p.name
        for p in semua_pola()
        if "satker" in p.pattern.converters and getattr(p.callback, "izin", "") not in set(Izin)
    ]
    assert longgar == []


@pytest.mark.django_db
def test_setiap_peran_mendapat_jawaban_menurut_tabel(kmn: Any, capsys: pytest.CaptureFixture[str]) -> None:
    # Who may see a report does not depend on how long it is.
    terbitan = perkecil(terbitkan(kmn, Pengguna.objects.get(username="kepala")))
    salin_triwulan(terbitan, ARGUMEN["triwulan"])
    pasang_ringkas(kmn)
    milik = Pekerjaan.objects.create(jenis="uji", kunci="uji", oleh=Pengguna.objects.get(username="perencana"))
    jejak_awal = Jejak.objects.count()
    sesi = {akun: _sesi(akun) for akun in AKUN if akun}
    beda, diperiksa = [], 0
    for pola in semua_pola():
        argumen = {**ARGUMEN, "pk": milik.pk, **ARGUMEN_SENDIRI.get(str(pola.name), {})}
        url = reverse(pola.name, kwargs={k: argumen[k] for k in pola.pattern.converters})
        for metode in METODE:
            for akun, harap in zip(AKUN, TABEL[pola.name, metode], strict=True):
                klien = Client()
                if akun:
                    klien.cookies[settings.SESSION_COOKIE_NAME] = _sesi(akun) if pola.name in BERSESI else sesi[akun]
                tanya = f"?{TANYA[pola.name]}" if pola.name in TANYA else ""
                jawab = klien.generic(metode, url + tanya, "{}", content_type="application/json")
                diperiksa += 1
                dapat = str(jawab.status_code)
                if dapat == "302" and jawab["Location"].startswith(reverse("masuk")):
                    dapat = MASUK
                if dapat != harap:
                    beda.append(f"{metode} {pola.name} {akun}: {dapat}, seharusnya {harap}")
    with capsys.disabled():
        print(f" akses: {diperiksa} sel diperiksa", end="")
    assert beda == []
    assert Jejak.objects.count() == jejak_awal, "no cell of the walk may change a fact"
