"""Running a job: claimed once, held by a lease, fenced at the last write."""

from __future__ import annotations

from datetime import timedelta
from threading import Barrier, Thread

import pytest
from django.db import connection
from django.utils import timezone

from lakin.kerja.daftar import Berhenti
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import BATAS_PERCOBAAN, ambil, batalkan, jalankan, sapu

pytestmark = [pytest.mark.django_db, pytest.mark.pg]

KEMARIN = timedelta(days=1)


def lewatkan_sewa(baris: Pekerjaan) -> None:
    Pekerjaan.objects.filter(pk=baris.pk).update(sewa_sampai=timezone.now() - KEMARIN)


def lewatkan_kiriman(baris: Pekerjaan) -> None:
    Pekerjaan.objects.filter(pk=baris.pk).update(dikirim_pada=timezone.now() - KEMARIN)


def test_selesai_dengan_hasil(antre, baca, jalur):
    baris = antre(langkah=3)
    assert jalankan(pk=baris.pk)
    baris = baca(baris)
    assert (baris.keadaan, baris.hasil, baris.persen) == (KeadaanPekerjaan.SELESAI, str(jalur), 100)
    assert baris.berakhir
    assert baris.dimulai_pada <= baris.berakhir_pada
    assert (baris.pemilik, baris.sewa_sampai, baris.percobaan) == ("", None, 1)


def test_pesan_ganda_tidak_menjalankan_dua_kali(antre, jalur):
    baris = antre()
    assert jalankan(pk=baris.pk)
    assert not jalankan(pk=baris.pk)
    assert jalur.read_text() == "jalan\n"


def test_pesan_untuk_baris_yang_tidak_ada(db):
    assert not jalankan(pk=987654)


def test_hanya_satu_yang_mengambil(antre, baca):
    baris = antre()
    sewa = ambil(pk=baris.pk)
    assert ambil(pk=baris.pk) is None
    assert baca(baris).pemilik == sewa.pemilik
    assert baca(baris).sewa_sampai > timezone.now()


def test_sewa_yang_habis_diambil_lagi_dan_pemilik_lama_tidak_menulis(antre, baca):
    baris = antre()
    lama = ambil(pk=baris.pk)
    lewatkan_sewa(baris)
    baru = ambil(pk=baris.pk)
    assert baca(baris).percobaan == 2
    with pytest.raises(Berhenti):
        lama.lapor(1, 2)
    assert not lama.akhiri(keadaan=KeadaanPekerjaan.GAGAL, galat="dari pemilik lama")
    assert (baca(baris).keadaan, baca(baris).galat, baca(baris).selesai) == (KeadaanPekerjaan.JALAN, "", 0)
    assert baru.akhiri(keadaan=KeadaanPekerjaan.SELESAI, hasil="baru")
    assert baca(baris).hasil == "baru"


def test_lapor_menulis_kemajuan_dan_memperpanjang_sewa(antre, baca):
    baris = antre()
    sewa = ambil(pk=baris.pk)
    lewatkan_sewa(baris)
    sewa.lapor(1, 4, "menyusun Bab I")
    baris = baca(baris)
    assert (baris.selesai, baris.total, baris.persen, baris.keterangan) == (1, 4, 25, "menyusun Bab I")
    assert baris.sewa_sampai > timezone.now()


def test_lapor_yang_terlalu_sering_tidak_menulis(antre, django_assert_num_queries):
    sewa = ambil(pk=antre().pk)
    with django_assert_num_queries(2):  # the first and the last
        for ke in range(1, 1001):
            sewa.lapor(ke, 1000)


def test_batal_sebelum_jalan(antre, baca, jalur):
    baris = antre()
    assert batalkan(pekerjaan=baris)
    assert not jalankan(pk=baris.pk)
    assert baca(baris).keadaan == KeadaanPekerjaan.BATAL
    assert not jalur.exists()
    assert not batalkan(pekerjaan=baris)


def test_batal_saat_jalan_menghentikan_pada_laporan_berikut(antre, baca):
    baris = antre()
    sewa = ambil(pk=baris.pk)
    assert batalkan(pekerjaan=baris)
    with pytest.raises(Berhenti):
        sewa.lapor(1, 2)
    assert not sewa.akhiri(keadaan=KeadaanPekerjaan.SELESAI, hasil="terlambat")
    assert (baca(baris).keadaan, baca(baris).hasil) == (KeadaanPekerjaan.BATAL, "")


def test_kegagalan_yang_dijelaskan_sampai_kepada_peminta(antre, baca):
    baris = antre(jenis="uji.gagal")
    assert jalankan(pk=baris.pk)
    assert baca(baris).keadaan == KeadaanPekerjaan.GAGAL
    assert baca(baris).galat.startswith("Data triwulan IV belum lengkap.")


def test_galat_program_tidak_diperlihatkan_tetapi_dicatat(antre, baca, caplog):
    baris = antre(jenis="uji.rusak")
    assert jalankan(pk=baris.pk)
    assert "rahasia" not in baca(baris).galat
    assert "rahasia dalam jejak galat" in caplog.text


def test_sapu_mengirim_ulang_yang_jatuh_tempo_saja(antre, baca, pesan_terkirim):
    hilang, baru, mati, hidup = (antre(kunci=k) for k in "abcd")
    ambil(pk=mati.pk)
    ambil(pk=hidup.pk)
    lewatkan_sewa(mati)
    for baris in (hilang, mati, hidup):
        lewatkan_kiriman(baris)
    Pekerjaan.objects.filter(pk=baru.pk).update(dikirim_pada=timezone.now())
    assert sapu() == 2
    assert pesan_terkirim() == 2
    assert sapu() == 0
    assert jalankan(pk=mati.pk)
    assert not jalankan(pk=hidup.pk)


def test_pekerjaan_yang_menjatuhkan_pekerja_tidak_dicoba_selamanya(antre, baca, pesan_terkirim):
    baris = antre()
    for _ in range(BATAS_PERCOBAAN):
        assert ambil(pk=baris.pk)
        lewatkan_sewa(baris)
    assert ambil(pk=baris.pk) is None
    sapu()
    assert baca(baris).keadaan == KeadaanPekerjaan.GAGAL
    assert "Mintalah ulang" in baca(baris).galat
    assert antre().keadaan == KeadaanPekerjaan.ANTRE


@pytest.mark.django_db(transaction=True)
def test_denyut_memperpanjang_sewa_selagi_pekerjaan_diam(antre, baca, settings, jalur):
    settings.KERJA_SEWA = timedelta(seconds=0.6)
    baris = antre(jeda=1.5)
    hasil = []
    pekerja = Thread(target=_di_utas(lambda: hasil.append(jalankan(pk=baris.pk))))
    pekerja.start()
    while not jalur.exists():
        pass
    for _ in range(10):
        pekerja.join(0.1)
        assert ambil(pk=baris.pk) is None
    pekerja.join()
    assert hasil == [True]
    assert baca(baris).percobaan == 1


@pytest.mark.django_db(transaction=True)
def test_banyak_pekerja_serentak_satu_yang_menjalankan(antre, jalur):
    semua = [antre(kunci=str(ke)) for ke in range(5)]
    hasil: list[bool] = []
    gerbang = Barrier(6)

    def rebut() -> None:
        gerbang.wait()
        hasil.extend(jalankan(pk=baris.pk) for baris in semua)

    utas = [Thread(target=_di_utas(rebut)) for _ in range(6)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert (hasil.count(True), len(hasil)) == (5, 30)
    assert jalur.read_text().count("jalan") == 5
    assert set(Pekerjaan.objects.values_list("keadaan", flat=True)) == {KeadaanPekerjaan.SELESAI}


@pytest.mark.django_db(transaction=True)
def test_permintaan_serentak_satu_baris(antre):
    gerbang = Barrier(6)
    nomor: set[int] = set()

    def minta() -> None:
        gerbang.wait()
        nomor.add(antre().pk)

    utas = [Thread(target=_di_utas(minta)) for _ in range(6)]
    for satu in utas:
        satu.start()
    for satu in utas:
        satu.join()
    assert len(nomor) == Pekerjaan.objects.count() == 1


def _di_utas(kerja):
    """A thread closes its own connection, or the test database cannot be dropped."""

    def jalan() -> None:
        try:
            kerja()
        finally:
            connection.close()

    return jalan
