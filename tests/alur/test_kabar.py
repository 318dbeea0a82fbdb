"""Notices: reminders once each, mails by a job, what a person reads and chooses."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.models import Kabar, Periode, PilihanKabar
from lakin.alur.services.kabar import beri_tahu
from lakin.alur.services.pengingat import ingatkan_tenggat
from lakin.alur.services.surel import buang_pekerjaan_surel, kirim_surel, ulangi_surel
from lakin.alur.tasks import jaga
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import jalankan
from lakin.organisasi.models import Pengguna, Penugasan
from tests.kecil import Kecil

TENGGAT = date(2023, 4, 10)


@pytest.fixture
def balai(kecil: Kecil) -> Kecil:
    """The small satker with a planner and a head; three of its triwulan are done."""
    for peran in ("perencana", "kepala"):
        orang = kecil.oleh if peran == "perencana" else Pengguna.objects.create(username="kepala", email="k@contoh.id")
        Penugasan.objects.create(pengguna=orang, peran=peran, satker=kecil.satker)
    Periode.objects.filter(satker=kecil.satker).exclude(triwulan=1).update(keadaan="terkunci", tenggat=TENGGAT)
    Periode.objects.filter(satker=kecil.satker, triwulan=1).update(tenggat=TENGGAT)
    return kecil


def beri(orang: Pengguna, kunci: str = "a", **isi: Any) -> int:
    isi = {"jenis": JenisKabar.KOREKSI, "judul": "Judul", "tautan": "/satker/", **isi}
    return beri_tahu([orang], kunci=kunci, **isi)


def test_pengingat_datang_sekali_pada_setiap_tahap_dan_menyusul_bila_terlambat(balai: Kecil) -> None:
    dapat = {}
    for sisa in range(10, -6, -1):
        hari = TENGGAT - timedelta(days=sisa)
        dapat[sisa] = ingatkan_tenggat(hari)
        assert ingatkan_tenggat(hari) == 0
    assert {s: n for s, n in dapat.items() if n} == {7: 1, 3: 1, 1: 1, -1: 2}
    judul = list(Kabar.objects.filter(pengguna=balai.oleh).order_by("pk").values_list("judul", flat=True))
    assert judul[0] == "Tenggat Triwulan I 2023 Balai 111111 7 hari lagi: 10 April 2023"
    assert judul[-1] == "Tenggat Triwulan I 2023 Balai 111111 terlewat: 10 April 2023"
    Kabar.objects.all().delete()
    assert ingatkan_tenggat(TENGGAT - timedelta(days=2)) == 1, "a day on which no sweep ran is made up for"
    assert "2 hari lagi" in Kabar.objects.get().judul
    Periode.objects.update(pengecualian_sampai=TENGGAT + timedelta(days=7))
    for hari, banyak in ((1, 1), (2, 0), (6, 1)):
        assert ingatkan_tenggat(TENGGAT + timedelta(days=hari)) == banyak, "an exception moves the reminders"
    Periode.objects.filter(triwulan=1).update(keadaan="diajukan")
    assert ingatkan_tenggat(TENGGAT + timedelta(days=8)) == 0


def test_surel_dikirim_sekali_oleh_pekerjaan_dan_dicoba_lagi_bila_gagal(balai: Kecil, monkeypatch: Any) -> None:
    kepala = Pengguna.objects.get(username="kepala")
    assert (beri(kepala), beri(kepala), beri(balai.oleh)) == (1, 0, 1), "the planner has no mail address"
    kirim = Pekerjaan.objects.get()
    k = Kabar.objects.get(pengguna=kepala)
    with monkeypatch.context() as m:
        m.setattr("django.core.mail.backends.locmem.EmailBackend.send_messages", _putus)
        jalankan(pk=kirim.pk)
    kirim.refresh_from_db()
    k.refresh_from_db()
    assert (kirim.keadaan, k.disurelkan_pada) == ("gagal", None)
    assert ulangi_surel() == 0
    nanti = timezone.now() + timedelta(minutes=11)
    assert ulangi_surel(nanti) == 1
    assert ulangi_surel(nanti) == 1
    lagi = Pekerjaan.objects.exclude(pk=kirim.pk).get()
    jalankan(pk=lagi.pk)
    assert [s.to for s in mail.outbox] == [["k@contoh.id"]]
    assert "/kabar/pilihan/" in mail.outbox[0].body
    assert kirim_surel([k.pk]) == 0
    assert ulangi_surel(nanti) == 0
    Pekerjaan.objects.filter(pk__in=[lagi.pk, kirim.pk]).update(berakhir_pada=timezone.now() - timedelta(days=9))
    assert buang_pekerjaan_surel() == 2
    beri(kepala, "b")
    PilihanKabar.objects.create(pengguna=kepala, jenis="koreksi", surel=False)
    jalankan(pk=Pekerjaan.objects.get().pk)
    assert len(mail.outbox) == 1, "whoever changed their mind before it went gets none"


def _putus(*_: Any) -> None:
    raise OSError("mail server away")


def test_daftar_kabar_dibaca_dan_dibuka_hanya_milik_sendiri(balai: Kecil) -> None:
    beri(balai.oleh, judul="Koreksi <b>disetujui</b>")
    beri(balai.oleh, "b", judul="Lain", tautan="//jahat.example/")
    klien = Client()
    klien.force_login(balai.oleh, "django.contrib.auth.backends.ModelBackend")
    isi = klien.get("/kabar/").content.decode()
    assert "2 belum dibaca" in isi
    assert '<b class="banyak">2<' in isi
    assert "Koreksi &lt;b&gt;disetujui" in isi
    satu, dua = Kabar.objects.order_by("pk")
    assert klien.post("/kabar/baca/", {"pk": satu.pk, "buka": "1"})["Location"] == "/satker/"
    assert klien.post("/kabar/baca/", {"pk": dua.pk, "buka": "1"})["Location"] == "/kabar/"
    assert "Semua kabar sudah dibaca" in klien.get("/kabar/?tampil=belum").content.decode()
    asing = Kabar.objects.create(
        pengguna=Pengguna.objects.get(username="kepala"), jenis="koreksi", judul="x", kunci="z"
    )
    assert klien.post("/kabar/baca/", {"pk": asing.pk}).status_code == 404
    beri(balai.oleh, "c")
    klien.post("/kabar/baca/")
    assert not Kabar.objects.filter(pengguna=balai.oleh, dibaca_pada=None).exists()
    assert Kabar.objects.filter(dibaca_pada=None).count() == 1


def test_pilihan_kabar_per_jenis(balai: Kecil) -> None:
    kepala = Pengguna.objects.get(username="kepala")
    klien = Client()
    klien.force_login(kepala, "django.contrib.auth.backends.ModelBackend")
    isi = klien.get("/kabar/pilihan/").content.decode()
    assert isi.count("checked") == 2 * len(JenisKabar)
    klien.post("/kabar/pilihan/")
    assert not PilihanKabar.objects.exists(), "an empty request switches nothing off"
    klien.post("/kabar/pilihan/", {"pilihan": "1", "aplikasi-koreksi": "1", "surel-tenggat": "1"})
    assert klien.get("/kabar/pilihan/").content.decode().count("checked") == 2
    beri(kepala)
    assert not Pekerjaan.objects.exists()
    beri(kepala, "b", jenis=JenisKabar.TENGGAT)
    assert Pekerjaan.objects.count() == 1
    beri(kepala, "c", jenis=JenisKabar.KOMENTAR)
    assert list(Kabar.objects.filter(pengguna=kepala, dibaca_pada=None).values_list("kunci", flat=True)) == ["a"]


def test_penjaga_hari_tahan_diulang(balai: Kecil) -> None:
    Periode.objects.filter(triwulan=1).update(tenggat=timezone.localdate() + timedelta(days=3))
    jaga()
    banyak = Kabar.objects.count()
    assert banyak == 1
    jaga()
    assert Kabar.objects.count() == banyak
