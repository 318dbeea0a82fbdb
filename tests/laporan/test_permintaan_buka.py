"""Requests to reopen an approved report: asked once, decided by the head, told to both."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from lakin.alur.models import Kabar
from lakin.dasbor.menunggu import menunggu
from lakin.jejak.models import Jejak
from lakin.laporan.enums import KeadaanLaporan, KeadaanPermintaan
from lakin.laporan.models import Laporan, PermintaanBuka
from lakin.laporan.pengesahan import buka_laporan
from lakin.laporan.permintaan_buka import minta_buka, tolak_permintaan
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from tests.kecil import Kecil

pytestmark = [pytest.mark.django_db, pytest.mark.pg]


@pytest.fixture
def kepala(kecil: Kecil) -> Pengguna:
    """The head, beside the planner, of a satker whose yearly report is approved."""
    orang = Pengguna.objects.create(username="kepala-uji", nama="Kepala Uji")
    Penugasan.objects.create(pengguna=orang, peran="kepala", satker=kecil.satker)
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    Laporan.objects.create(satker=kecil.satker, tahun=2023, keadaan=KeadaanLaporan.DISAHKAN)
    return orang


def minta(k: Kecil, **ubah: Any) -> PermintaanBuka:
    isi = {"satker": k.satker, "tahun": 2023, "versi": 1, "alasan": "Indeks SK1.1 salah ketik.", "oleh": k.oleh}
    return minta_buka(**{**isi, **ubah})


def test_diminta_sekali_dan_tampak_pada_beranda_kepala(kecil: Kecil, kepala: Pengguna) -> None:
    awal = Jejak.objects.count()
    for galat, ubah in ((GalatMedan, {"alasan": " "}), (Bentrok, {"versi": 7}), (Bentrok, {"triwulan": 2})):
        with pytest.raises(galat):
            minta(kecil, **ubah)
    with pytest.raises(GalatDomain, match="tidak perlu dibuka kembali"):
        minta(kecil, triwulan=1, versi=0)
    assert (PermintaanBuka.objects.count(), Jejak.objects.count()) == (0, awal)
    p = minta(kecil)
    with pytest.raises(GalatDomain, match="masih menunggu"):
        minta(kecil)
    with pytest.raises(IntegrityError), transaction.atomic():
        PermintaanBuka.objects.create(laporan=p.laporan, alasan="x", diminta_oleh=kecil.oleh)
    assert Kabar.objects.get(pengguna=kepala).isi == "Indeks SK1.1 salah ketik."
    assert [(m.apa, m.url) for m in menunggu(kepala, kecil.satker)] == [
        ("Permintaan membuka kembali LAKIN 2023", "/lakin/111111/2023/")
    ]
    assert menunggu(kecil.oleh, kecil.satker) == []


def test_disetujui_dengan_membuka_atau_ditolak_dengan_alasan(kecil: Kecil, kepala: Pengguna) -> None:
    minta(kecil)
    putusan = {"satker": kecil.satker, "tahun": 2023, "versi": 1, "oleh": kepala}
    with pytest.raises(GalatMedan):
        tolak_permintaan(**putusan, putusan="")
    ditolak = tolak_permintaan(**putusan, putusan="Bukan salah ketik.")
    assert (ditolak.keadaan, ditolak.diputus_oleh) == (KeadaanPermintaan.DITOLAK, kepala)
    assert Laporan.objects.get().keadaan == KeadaanLaporan.DISAHKAN
    with pytest.raises(GalatDomain, match="Tidak ada permintaan"):
        tolak_permintaan(**putusan, putusan="x")
    kedua = minta(kecil)
    laporan = buka_laporan(**putusan, alasan=kedua.alasan)
    kedua.refresh_from_db()
    assert (laporan.keadaan, kedua.keadaan) == (KeadaanLaporan.DRAF, KeadaanPermintaan.DISETUJUI)
    assert {k.judul.split(": ")[1] for k in Kabar.objects.filter(pengguna=kecil.oleh)} == {
        "ditolak", "disetujui, laporan dibuka"
    }  # fmt: skip
    assert Jejak.objects.filter(alamat=kedua.alamat, tindakan="putuskan").count() == 1


def test_yang_tidak_terkirim_tetap_tertulis(kecil: Kecil, kepala: Pengguna) -> None:
    klien = Client()
    klien.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    jawab = klien.post("/lakin/111111/2023/buka/minta/", {"alasan": "Alasan <i>panjang</i>", "versi": "9"})
    assert jawab.status_code == 409
    assert "Alasan &lt;i&gt;panjang&lt;/i&gt;" in jawab.content.decode()
    assert klien.post("/lakin/111111/2023/buka/minta/", {"alasan": " ", "versi": "1"}).status_code == 422
    assert klien.post("/lakin/111111/2023/buka/minta/", {"alasan": "Salah.", "versi": "1"}).status_code == 302
    assert PermintaanBuka.objects.get().alasan == "Salah."
