"""The pages of the cycle: periods of the secretariat, the board, corrections."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.db import transaction
from django.test import Client
from django.utils import timezone

from lakin.alur.models import Koreksi, Pengecualian, Periode
from lakin.alur.services.koreksi import minta_koreksi
from lakin.alur.services.periode import pindahkan
from lakin.alur.services.telaah import buat_butir_tindak, komentari
from lakin.jejak.models import Jejak
from lakin.laporan.kode_terbitan import tulis_kode
from lakin.laporan.models import Laporan
from lakin.organisasi.models import Pengguna, Penugasan, Satker
from lakin.pengukuran.services import simpan_realisasi
from tests.kecil import Kecil, buat_kecil
from tests.terbitan import terbitkan

HARI = timezone.localdate()
BESOK, KEMARIN = HARI + timedelta(days=1), HARI - timedelta(days=1)
PERIODE = "/periode/111111/2023/2/"
KOREKSI = "/111111/2023/koreksi/"


def masuk(orang: Pengguna) -> Client:
    klien = Client()
    klien.force_login(orang, "django.contrib.auth.backends.ModelBackend")
    return klien


@pytest.fixture
def balai(kecil: Kecil) -> Kecil:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    return kecil


@pytest.fixture
def sek(db: None) -> Client:
    orang = Pengguna.objects.create(username="sek", nama="Sekretariat Uji")
    Penugasan.objects.create(pengguna=orang, peran="sekretariat")
    return masuk(orang)


def p(k: Kecil, tw: int = 2) -> Periode:
    return Periode.objects.get(satker=k.satker, tahun=2023, triwulan=tw)


def atur(k: Kecil, tw: int, **isi: Any) -> Periode:
    Periode.objects.filter(satker=k.satker, tahun=2023, triwulan=tw).update(**isi)
    return p(k, tw)


# --- periods ----------------------------------------------------------------------


def test_triwulan_dibuka_untuk_semua_atau_yang_dipilih_dan_yang_keliru_tetap_tampil(balai: Kecil, sek: Client) -> None:
    lain = Satker.objects.create(kode="222222", singkatan="Balai lain", jenis="BSPJI")
    Satker.objects.create(singkatan="Kementerian", jenis="Kementerian")
    kirim = {"tahun": 2024, "triwulan": 1, "tenggat": "10/04/2024", "kunci_pada": "2024-04-20", "lingkup": "pilihan"}
    jawab = sek.post("/periode/buka/", kirim)
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert "Pilih paling sedikit satu satker" in isi
    assert 'value="2024-04-10"' in isi or 'value="10/04/2024"' in isi
    assert not Periode.objects.filter(tahun=2024).exists()
    jawab = sek.post("/periode/buka/", {**kirim, "satker": [lain.pk], "kunci_pada": "2024-04-01"})
    assert "mendahului tenggat" in jawab.content.decode()
    jawab = sek.post("/periode/buka/", {**kirim, "satker": [lain.pk]}, follow=True)
    assert "dibuka untuk 1 satker" in jawab.content.decode()
    jawab = sek.post("/periode/buka/", {**kirim, "lingkup": "semua", "tenggat": "12/04/2024"}, follow=True)
    assert "dibuka untuk 1 satker, harinya diubah pada 1 satker" in jawab.content.decode()
    assert {(q.satker.singkatan, q.tenggat) for q in Periode.objects.filter(tahun=2024)} == {
        ("Balai lain", date(2024, 4, 12)),
        ("Balai 111111", date(2024, 4, 12)),
    }
    jawab = sek.post("/periode/buka/", {**kirim, "lingkup": "semua", "tenggat": "12/04/2024"}, follow=True)
    assert "tidak ada yang berubah" in jawab.content.decode()


def test_daftar_disaring_menurut_alamatnya(balai: Kecil, sek: Client) -> None:
    atur(balai, 1, keadaan="terkunci")
    atur(balai, 2, tenggat=KEMARIN)
    atur(balai, 3, tenggat=KEMARIN, kunci_pada=KEMARIN)
    semua = sek.get("/periode/").content.decode()
    assert "4 periode tampil" in semua
    assert semua.count("! </span>") == 0
    assert semua.count("lewat</span>") == 2
    assert semua.count("tertutup</span>") == 1
    assert "1 periode tampil" in sek.get("/periode/?tahun=2023&triwulan=1&keadaan=terkunci&cari=1111").content.decode()
    assert "Tidak ada periode yang cocok" in sek.get("/periode/?keadaan=diajukan").content.decode()
    assert sek.get("/periode/?tahun=x&triwulan=9&keadaan=zz").status_code == 200


def test_hari_pengecualian_dan_penguncian_satu_periode(balai: Kecil, sek: Client) -> None:
    kirim = {"tenggat": KEMARIN.isoformat(), "kunci_pada": KEMARIN.isoformat(), "versi": p(balai).versi}
    assert sek.post(f"{PERIODE}hari/", {**kirim, "tenggat": ""}).status_code == 422
    assert sek.post(f"{PERIODE}hari/", {**kirim, "versi": 99}).status_code == 409
    assert sek.post(f"{PERIODE}hari/", kirim).status_code == 302
    assert p(balai).kunci_pada == KEMARIN
    assert "tertutup bagi isian" in sek.get(PERIODE).content.decode()
    jawab = sek.post(f"{PERIODE}pengecualian/", {"sampai": BESOK.isoformat(), "alasan": " ", "versi": p(balai).versi})
    assert jawab.status_code == 422
    assert "alasan pengecualian" in jawab.content.decode()
    beri = {"sampai": BESOK.isoformat(), "alasan": "Banjir <b>", "versi": p(balai).versi}
    assert sek.post(f"{PERIODE}pengecualian/", beri).status_code == 302
    assert sek.post(f"{PERIODE}pengecualian/", beri).status_code == 409
    isi = sek.get(PERIODE).content.decode()
    assert "Banjir &lt;b&gt;" in isi
    assert "tertutup bagi isian" not in isi
    satu = Pengecualian.objects.get()
    assert sek.post(f"/periode/111111/2023/1/pengecualian/{satu.pk}/akhiri/").status_code == 404
    sek.post(f"{PERIODE}pengecualian/{satu.pk}/akhiri/", {"alasan": "Sudah masuk"})
    assert p(balai).pengecualian_sampai is None
    sek.post(f"{PERIODE}kunci/", {"versi": p(balai).versi})
    assert p(balai).keadaan == "draf"
    atur(balai, 2, keadaan="diverifikasi")
    assert "terkunci." in sek.post(f"{PERIODE}kunci/", {"versi": p(balai).versi}, follow=True).content.decode()
    assert p(balai).keadaan == "terkunci"
    riwayat = sek.get(PERIODE).content.decode()
    assert "mengunci" in riwayat
    assert "keadaan: diverifikasi → <b>terkunci</b>" in riwayat
    assert sek.get("/periode/111111/2025/1/").status_code == 404


# --- the board --------------------------------------------------------------------


def test_papan_menyebut_keadaan_kelengkapan_dan_yang_berikutnya(balai: Kecil, sek: Client) -> None:
    buat_kecil("333333")
    atur(balai, 1, keadaan="diajukan", diajukan_pada=timezone.now())
    atur(balai, 2, tenggat=KEMARIN)
    atur(balai, 3, tenggat=KEMARIN, pengecualian_sampai=BESOK)
    simpan_realisasi(
        satker=balai.satker,
        tahun=2023,
        kode="SK1.1",
        triwulan=2,
        jenis="fisik",
        nilai=Decimal(1),
        versi=0,
        oleh=balai.oleh,
    )  # type: ignore[arg-type]
    isi = sek.get("/papan/?tahun=2023").content.decode()
    assert isi.count("terlambat</span>") == 1
    assert "1 dari 1 terisi" in isi
    assert 'href="/111111/2023/telaah/1/"' in isi
    assert sek.get("/papan/?tahun=2023&keadaan=diajukan").content.decode().count('<tr id="papan-') == 1
    assert sek.get("/papan/?tahun=2023&triwulan=2&keadaan=diajukan").content.decode().count('<tr id="papan-') == 0
    assert sek.get("/papan/?tahun=2023&terlambat=1").content.decode().count('<tr id="papan-') == 1
    berkas = sek.get("/papan/unduh/?tahun=2023&terlambat=1").content.decode("utf-8-sig")
    kepala, *baris = list(csv.reader(StringIO(berkas)))
    assert len(baris) == 1
    satu = dict(zip(kepala, baris[0], strict=True))
    assert (satu["Kode"], satu["TW I keadaan"], satu["TW II terisi"], satu["TW II terlambat"]) == (
        "111111", "Diajukan", "1", "ya",
    )  # fmt: skip
    assert satu["TW III terlambat"] == "tidak"


def test_verifikasi_sekaligus_mengatakan_hasilnya(balai: Kecil, sek: Client) -> None:
    satu = atur(balai, 1, keadaan="diajukan", lengkap=True)
    dua = atur(balai, 2, keadaan="diajukan")
    usang = atur(balai, 3, keadaan="diajukan", lengkap=True)
    kirim = {"periode": [f"{satu.pk}:{satu.versi}", f"{dua.pk}:{dua.versi}", f"{usang.pk}:99", "x:1", "9999999:1"]}
    isi = sek.post("/papan/verifikasi/", {**kirim, "saringan": "tahun=2023"}, follow=True).content.decode()
    assert "1 triwulan diverifikasi: Balai 111111 TW I." in isi
    assert "Balai 111111 TW II dilewati:" in isi
    assert "Balai 111111 TW III dilewati:" in isi
    assert [p(balai, tw).keadaan for tw in (1, 2, 3)] == ["diverifikasi", "diajukan", "diajukan"]
    assert "Belum ada triwulan yang dipilih" in sek.post("/papan/verifikasi/", follow=True).content.decode()


# --- corrections ------------------------------------------------------------------


def test_koreksi_diminta_diputuskan_dikerjakan_dan_diselesaikan_di_halamannya(balai: Kecil, sek: Client) -> None:
    milik = masuk(balai.oleh)
    assert "Belum ada triwulan yang dapat dimintakan" in milik.get(KOREKSI).content.decode()
    atur(balai, 1, keadaan="terkunci")
    jawab = milik.post(f"{KOREKSI}minta/", {"triwulan": "1", "versi-1": p(balai, 1).versi, "alasan": ""})
    assert jawab.status_code == 422
    assert "apa yang keliru" in jawab.content.decode()
    milik.post(f"{KOREKSI}minta/", {"triwulan": "1", "versi-1": p(balai, 1).versi, "alasan": "Tertukar"})
    k = Koreksi.objects.get()
    putus = f"{KOREKSI}{k.pk}/putuskan/"
    assert milik.post(putus, {"putus": "setuju"}).status_code == 404
    jawab = sek.post(putus, {"putus": "setuju", "sampai": KEMARIN.isoformat(), "versi": k.versi, "putusan": "Baik"})
    assert jawab.status_code == 422
    assert ">Baik</textarea>" in jawab.content.decode()
    assert sek.post(putus, {"putus": "tolak", "versi": k.versi}).status_code == 422
    assert "Permintaan koreksi" in sek.get("/papan/?tahun=2023").content.decode()
    sek.post(putus, {"putus": "setuju", "sampai": BESOK.isoformat(), "versi": k.versi})
    for tw, nilai in ((1, 25), (2, 77)):
        simpan_realisasi(
            satker=balai.satker, tahun=2023, kode="SK1.1", triwulan=tw, jenis="fisik", nilai=Decimal(nilai), versi=0,
            oleh=balai.oleh,
        )  # type: ignore[arg-type]  # fmt: skip
    for klien in (milik, sek):
        isi = klien.get(KOREKSI).content.decode()
        assert "nilai 25" in isi
        assert "nilai 77" not in isi, "a draft of another triwulan is no correction"
    k.refresh_from_db()
    milik.post(f"{KOREKSI}{k.pk}/selesai/", {"versi": k.versi, "catatan": "Sudah"})
    k.refresh_from_db()
    assert k.keadaan == "selesai"
    assert "nilai 25" in sek.get(KOREKSI).content.decode()
    assert milik.get("/111111/2022/koreksi/").status_code == 200
    assert milik.post(f"/111111/2022/koreksi/{k.pk}/selesai/", {"versi": k.versi}).status_code == 404


def test_halaman_siklus_tidak_mengubah_apa_pun_saat_dibaca(balai: Kecil, sek: Client) -> None:
    minta_koreksi(
        satker=balai.satker, tahun=2023, triwulan=1, alasan="x", versi=atur(balai, 1, keadaan="terkunci").versi,
        oleh=balai.oleh,
    )  # fmt: skip
    awal = Jejak.objects.count()
    for url in ("/", "/papan/", "/papan/unduh/", "/periode/", PERIODE, KOREKSI):
        assert sek.get(url).status_code == 200
    assert Jejak.objects.count() == awal


# --- homes ------------------------------------------------------------------------


def test_beranda_perencana_menyebut_yang_menunggu_dan_sebabnya(balai: Kecil, sek: Client) -> None:
    orang = Pengguna.objects.get(username="sek")
    with transaction.atomic():
        satu = atur(balai, 1, keadaan="diajukan")
        pindahkan(satu, "kembalikan", oleh=orang, alasan="Lampirkan notul rapat.")
    atur(balai, 2, tenggat=KEMARIN)
    minta_koreksi(
        satker=balai.satker, tahun=2023, triwulan=3, alasan="x", versi=atur(balai, 3, keadaan="terkunci").versi,
        oleh=balai.oleh,
    )  # fmt: skip
    komentari(satker=balai.satker, tahun=2023, triwulan=1, isi="Mengapa turun?", oleh=orang, tandai=True)
    buat_butir_tindak(
        satker=balai.satker, tahun=2023, triwulan=1, uraian="Kirim daftar hadir", penanggung_jawab=balai.oleh,
        tenggat=BESOK, oleh=orang,
    )  # fmt: skip
    isi = masuk(balai.oleh).get("/").content.decode()
    for kalimat in (
        "Triwulan I 2023 dikembalikan", "Lampirkan notul rapat.", "Triwulan II 2023 belum diajukan",
        "Koreksi Triwulan III 2023", "Menunggu putusan Sekretariat.", "Mengapa turun?", "Kirim daftar hadir",
        "Anda, tenggat",
    ):  # fmt: skip
        assert kalimat in isi, kalimat
    assert 'href="/111111/2023/periksa/2/"' in isi
    kepala = Pengguna.objects.create(username="kep")
    Penugasan.objects.create(pengguna=kepala, peran="kepala", satker=balai.satker)
    Laporan.objects.create(satker=balai.satker, tahun=2023, keadaan="diajukan")
    isi = masuk(kepala).get("/").content.decode()
    assert "LAKIN 2023 menunggu pengesahan" in isi
    assert "Lampirkan notul rapat." not in isi


def test_beranda_auditor_mencari_laporan_yang_disahkan(kmn: Satker) -> None:
    t = terbitkan(kmn, Pengguna.objects.get(username="kepala"))
    klien = masuk(Pengguna.objects.get(username="auditor"))
    for cari in ("", "keramik", "247157 2023", t.kode, tulis_kode(t.kode).lower()):
        isi = klien.get("/", {"laporan": cari}).content.decode()
        assert tulis_kode(t.kode) in isi, cari
        assert 'href="/lakin/247157/2023/versi/1/"' in isi or 'href="/lakin/247157/2023/4/versi/1/"' in isi
    for cari in ("2022", "agro", "ZZZZ-ZZZZ-Z"):
        isi = klien.get("/", {"laporan": cari}).content.decode()
        assert tulis_kode(t.kode) not in isi, cari
        assert "Tidak ada laporan yang cocok" in isi
