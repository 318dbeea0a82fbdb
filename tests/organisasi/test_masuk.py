"""Signing in and out."""

from __future__ import annotations

import pytest
from django.test import override_settings
from django.urls import reverse

from lakin.organisasi.contoh import AKUN_CONTOH, SANDI_CONTOH
from lakin.organisasi.models import Pengguna

SANDI = "kalimat-sandi-uji"


@pytest.fixture
def pengguna(db) -> Pengguna:
    return Pengguna.objects.create_user("ani", password=SANDI, nama="Ani")


def test_masuk_menuju_beranda(client, pengguna) -> None:
    jawab = client.post(reverse("masuk"), {"username": "ani", "password": SANDI})
    assert (jawab.status_code, jawab["Location"]) == (302, "/")
    assert client.get("/").context["user"] == pengguna


def test_masuk_menuju_halaman_yang_semula_diminta(client, pengguna) -> None:
    diminta = client.get("/247157/2023/")["Location"]
    assert diminta == "/masuk/?next=/247157/2023/"
    jawab = client.post(diminta, {"username": "ani", "password": SANDI, "next": "/247157/2023/"})
    assert jawab["Location"] == "/247157/2023/"


@pytest.mark.parametrize("tujuan", ["https://contoh.id/", "//contoh.id/x", "javascript:alert(1)", "http:///contoh.id"])
def test_alamat_asing_sesudah_masuk_diabaikan(client, pengguna, tujuan: str) -> None:
    jawab = client.post(reverse("masuk"), {"username": "ani", "password": SANDI, "next": tujuan})
    assert jawab["Location"] == "/"


def test_sandi_salah_mendapat_kalimat_dan_isian_tetap(client, pengguna) -> None:
    jawab = client.post(reverse("masuk"), {"username": "ani", "password": "salah"})
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert "tidak cocok" in isi
    assert 'value="ani"' in isi
    assert "salah" not in isi.split('id="id_password"')[1].split(">")[0]


def test_orang_yang_tidak_aktif_ditolak(client, pengguna) -> None:
    Pengguna.objects.filter(pk=pengguna.pk).update(is_active=False)
    assert client.post(reverse("masuk"), {"username": "ani", "password": SANDI}).status_code == 422


def test_keluar_hanya_dengan_kiriman(client, pengguna) -> None:
    client.force_login(pengguna, "django.contrib.auth.backends.ModelBackend")
    assert client.get(reverse("keluar")).status_code == 405
    assert client.post(reverse("keluar"))["Location"] == reverse("masuk")
    assert client.get("/")["Location"].startswith(reverse("masuk"))


@pytest.mark.django_db
def test_akun_contoh_hanya_pada_mode_contoh(client) -> None:
    isi = client.get(reverse("masuk")).content.decode()
    assert all(a.username in isi for a in AKUN_CONTOH)
    assert SANDI_CONTOH in isi
    with override_settings(CONTOH=False):
        isi = client.get(reverse("masuk")).content.decode()
    assert SANDI_CONTOH not in isi
    assert "Akun contoh" not in isi


def test_terlalu_sering_salah_ditutup_sementara(client, pengguna, settings) -> None:
    settings.AXES_ENABLED = True
    for _ in range(settings.AXES_FAILURE_LIMIT):
        jawab = client.post(reverse("masuk"), {"username": "ani", "password": "salah"})
    assert jawab.status_code == 429
    assert "Tunggu 15 menit" in jawab.content.decode()
    assert client.post(reverse("masuk"), {"username": "ani", "password": SANDI}).status_code == 429


def test_tanpa_penugasan_beranda_mengatakan_apa_yang_harus_dilakukan(client, pengguna) -> None:
    client.force_login(pengguna, "django.contrib.auth.backends.ModelBackend")
    assert "belum mempunyai penugasan" in client.get("/").content.decode()
