"""What every answer carries, and what is closed by default."""

from __future__ import annotations

import pytest
from django.contrib.staticfiles import finders
from django.http import HttpResponse
from django.test import Client, override_settings
from django.urls import include, path

urlpatterns = [
    path("lupa", lambda request: HttpResponse("isi"), name="lupa"),
    path("", include("lakin.urls")),
]


@pytest.mark.django_db
def test_sehat_menjawab_tanpa_masuk(client):
    jawaban = client.get("/sehat")
    assert (jawaban.status_code, jawaban.content) == (200, b"sehat")


@pytest.mark.django_db
def test_sehat_tidak_dialihkan_ke_https_yang_lain_dialihkan(client, settings):
    settings.SECURE_SSL_REDIRECT = True
    assert Client().get("/sehat").status_code == 200
    assert Client().get("/apa-saja").status_code == 301


@pytest.mark.django_db
def test_csp_ketat_pada_setiap_jawaban(client):
    kebijakan = {}
    for bagian in client.get("/sehat")["Content-Security-Policy"].split(";"):
        nama, *sumber = bagian.split()
        kebijakan[nama] = sumber
    milik_sendiri = ["'self'"]
    assert kebijakan == {
        "default-src": ["'none'"],
        "script-src": milik_sendiri,
        "style-src": milik_sendiri,
        "img-src": milik_sendiri,
        "font-src": milik_sendiri,
        "connect-src": milik_sendiri,
        "form-action": milik_sendiri,
        "frame-ancestors": ["'none'"],
        "base-uri": ["'none'"],
    }


@pytest.mark.django_db
@override_settings(ROOT_URLCONF=__name__, LOGIN_URL="/masuk")
def test_halaman_yang_lupa_menyebut_izin_tetap_tertutup(client, django_user_model):
    jawaban = client.get("/lupa")
    assert (jawaban.status_code, jawaban["Location"]) == (302, "/masuk?next=/lupa")
    client.force_login(django_user_model.objects.create(username="ani"))
    assert client.get("/lupa").status_code == 200


def test_htmx_disajikan_dari_paketnya():
    assert finders.find("django_htmx/htmx-2.min.js")


@pytest.mark.django_db
def test_percobaan_masuk_dibatasi_per_nama_dan_alamat(settings, django_user_model):
    from django.contrib.auth import authenticate
    from django.test import RequestFactory

    settings.AXES_ENABLED = True
    django_user_model.objects.create_user("ani", password="kata sandi yang benar")

    def coba(sandi: str, alamat: str):
        permintaan = RequestFactory().post("/masuk", REMOTE_ADDR=alamat)
        return authenticate(permintaan, username="ani", password=sandi)

    assert coba("kata sandi yang benar", "10.0.0.1")
    for _ in range(settings.AXES_FAILURE_LIMIT):
        assert coba("salah", "10.0.0.1") is None
    assert coba("kata sandi yang benar", "10.0.0.1") is None
    assert coba("kata sandi yang benar", "10.0.0.2")
