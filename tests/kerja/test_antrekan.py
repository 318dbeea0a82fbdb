"""Asking for a job."""

from __future__ import annotations

import time

import pytest
from django.db import IntegrityError, transaction

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.selectors import keadaan_pekerjaan, pekerjaan_terlihat
from lakin.kerja.services import antrekan, batalkan, jalankan
from lakin.organisasi.models import Pengguna

pytestmark = [pytest.mark.django_db, pytest.mark.pg]


def test_kunci_yang_sama_satu_baris(antre):
    assert antre(kunci="a").pk == antre(kunci="a").pk
    assert antre(kunci="b").pk != antre(kunci="a").pk
    assert Pekerjaan.objects.count() == 2


def test_orang_lain_punya_baris_sendiri_dan_tidak_melihat_milik_orang(antre):
    ani, budi = Pengguna.objects.create(username="ani"), Pengguna.objects.create(username="budi")
    milik_ani, milik_budi = antre(oleh=ani), antre(oleh=budi)
    assert milik_ani.pk != milik_budi.pk
    assert list(pekerjaan_terlihat(ani)) == [milik_ani]
    assert keadaan_pekerjaan(pengguna=ani, pk=milik_ani.pk) == milik_ani
    with pytest.raises(Pekerjaan.DoesNotExist):
        keadaan_pekerjaan(pengguna=ani, pk=milik_budi.pk)


@pytest.mark.parametrize("beroleh", [True, False])
def test_basis_data_menolak_kunci_berulang(beroleh):
    oleh = Pengguna.objects.create(username="ani") if beroleh else None
    Pekerjaan.objects.create(jenis="uji.tulis", kunci="a", oleh=oleh)
    with pytest.raises(IntegrityError), transaction.atomic():
        Pekerjaan.objects.create(jenis="uji.tulis", kunci="a", oleh=oleh)


@pytest.mark.parametrize(
    "isi",
    [
        {"keadaan": "entah"},
        {"keadaan": "jalan"},
        {"pemilik": "x"},
        {"selesai": 2, "total": 1},
    ],
)
def test_basis_data_menolak_baris_yang_mustahil(isi):
    with pytest.raises(IntegrityError), transaction.atomic():
        Pekerjaan.objects.create(jenis="uji.tulis", kunci="a", **isi)


def test_jenis_yang_tidak_dikenal_ditolak_saat_diminta():
    with pytest.raises(KeyError):
        antrekan(jenis="tidak.ada", kunci="a", argumen={}, oleh=None)
    assert not Pekerjaan.objects.exists()


def test_yang_selesai_tidak_diulang_kecuali_diminta(antre, jalur):
    baris = antre()
    assert jalankan(pk=baris.pk)
    assert antre().keadaan == KeadaanPekerjaan.SELESAI
    ulang = antrekan(jenis="uji.tulis", kunci="satu", argumen={"jalur": str(jalur)}, oleh=None, ulang=True)
    assert (ulang.pk, ulang.keadaan, ulang.hasil, ulang.percobaan) == (baris.pk, KeadaanPekerjaan.ANTRE, "", 0)
    assert jalankan(pk=baris.pk)
    assert jalur.read_text().count("jalan") == 2


def test_yang_gagal_dan_yang_batal_boleh_diminta_lagi(antre, baca):
    gagal = antre(jenis="uji.gagal", kunci="g")
    jalankan(pk=gagal.pk)
    assert baca(gagal).keadaan == KeadaanPekerjaan.GAGAL
    lagi = antre(jenis="uji.tulis", kunci="g")
    assert (lagi.pk, lagi.keadaan, lagi.galat) == (gagal.pk, KeadaanPekerjaan.ANTRE, "")

    batal = antre(kunci="b")
    assert batalkan(pekerjaan=batal)
    assert antre(kunci="b").keadaan == KeadaanPekerjaan.ANTRE


@pytest.mark.django_db(transaction=True)
def test_permintaan_yang_batal_tersimpan_tidak_meninggalkan_baris_atau_pesan(antre, pesan_terkirim):
    with pytest.raises(RuntimeError), transaction.atomic():
        antre()
        raise RuntimeError("the act that asked for the job failed")
    assert not Pekerjaan.objects.exists()
    assert pesan_terkirim() == 0


@pytest.mark.django_db(transaction=True)
def test_pesan_dikirim_sesudah_tersimpan(antre, baca, pesan_terkirim):
    with transaction.atomic():
        baris = antre()
        assert pesan_terkirim() == 0
    assert pesan_terkirim() == 1
    assert baca(baris).dikirim_pada is not None


@pytest.mark.django_db(transaction=True)
def test_pembawa_pesan_mati_tidak_menggagalkan_permintaan(antre, baca, pembawa_mati, caplog):
    mulai = time.monotonic()
    baris = antre()
    assert (baca(baris).keadaan, baca(baris).dikirim_pada) == (KeadaanPekerjaan.ANTRE, None)
    assert "Connection refused" in caplog.text
    assert time.monotonic() - mulai < 2
