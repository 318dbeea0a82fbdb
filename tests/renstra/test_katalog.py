"""The catalogue: entries found by word and filter, and the units that use each under their own code and spelling."""

from __future__ import annotations

import pytest
from django.test import Client

from lakin.organisasi.models import NamaSatker, Pengguna, Penugasan
from renstra.models import EjaanKatalog, Katalog
from renstra.selectors_katalog import Saring, cari_katalog, pemakai
from tests.kecil import Kecil

pytestmark = pytest.mark.django_db


@pytest.fixture
def entri(kecil: Kecil) -> Katalog:
    for n in range(25):
        Katalog.objects.create(kunci=f"lain-{n}", kode_bskji=f"T2/SP1/{n}", nama=f"Ukuran {n}", satuan="Persen")
    entri = Katalog.objects.create(
        kunci="layanan-uji", kode_bskji="T1/SP3/f", nama="Hasil layanan", satuan="Persen", definisi="Arti kata sendiri"
    )
    for tempat in ("Lampiran II", "Lampiran III"):
        EjaanKatalog.objects.create(katalog=entri, ejaan="Hasil pelayanan jasa", tempat=tempat)
    kecil.indikator.katalog = entri
    kecil.indikator.save()
    return entri


@pytest.mark.parametrize(
    "tanya, jumlah",
    [
        ({"cari": "PELAYANAN jasa"}, 1), ({"cari": "sp3/f"}, 1), ({"cari": "pelayanan sawit"}, 0), ({}, 26),
        ({"tujuan": "T2"}, 25), ({"tujuan": "T9"}, 26), ({"tujuan": "T2", "cari": "layanan"}, 0),
        ({"tingkat": "BSPJI"}, 1), ({"tingkat": "Pusat"}, 0),
    ],
)  # fmt: skip
def test_cari_dan_saring(kecil: Kecil, entri: Katalog, tanya: dict[str, str], jumlah: int) -> None:
    semua = list(cari_katalog(Saring.dari(tanya)))
    assert len(semua) == jumlah
    assert [(k.pakai, k.banyak_ejaan) for k in semua if k.pk == entri.pk] in ([(1, 1)], [])


def test_halaman_bagi_setiap_orang_yang_masuk(kecil: Kecil, entri: Katalog) -> None:
    assert [(p.satker, p.indikator.kode, p.lain) for p in pemakai(entri)] == [
        (kecil.satker, kecil.indikator.kode, True)
    ]
    NamaSatker.objects.get_or_create(
        satker=kecil.satker, berlaku_sejak="2000-01-01", defaults={"nama": "Balai Uji", "singkatan": "BU"}
    )
    orang = Pengguna.objects.create_user("siapa-saja")
    Penugasan.objects.create(pengguna=orang, peran="administrator")
    klien = Client()
    assert klien.get("/katalog/").status_code == 302
    klien.force_login(orang, "django.contrib.auth.backends.ModelBackend")
    kedua = klien.get("/katalog/", {"hal": 2, "cari": "ukuran", "tujuan": "T2"}).content.decode()
    assert "Halaman 2 dari 2" in kedua
    assert "cari=ukuran&amp;tujuan=T2&amp;hal=1" in kedua
    satu = klien.get("/katalog/layanan-uji/").content.decode()
    for teks in ("Hasil pelayanan jasa", "Lampiran II; Lampiran III", kecil.indikator.nama, "ejaan lain", "Arti kata"):
        assert teks in satu
    assert f"/{kecil.satker.kunci}/renstra/" not in satu, "the administrator reads no Renstra"
    assert klien.get("/katalog/tidak-ada/").status_code == 404
