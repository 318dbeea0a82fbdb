"""The outline's page and its services: saved at once, traced, taken back; what was written is never lost."""

from __future__ import annotations

from typing import Any

import pytest
from django.test import Client

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.laporan.katalog_blok import KATALOG
from lakin.laporan.kerangka import Berjudul, Kerangka, ke_json
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.kerangka_ubah import ambil
from lakin.laporan.keterangan_blok import TEKS, keterangan, nama_blok
from lakin.laporan.models import KerangkaLaporan, Laporan
from lakin.laporan.selectors import kerangka_laporan, konteks_laporan
from lakin.laporan.services import simpan_naskah
from lakin.laporan.simpul_naskah import naskah_dari_teks
from lakin.laporan.susun import sidik, susun_bernomor
from lakin.organisasi.models import Pengguna, Satker

pytestmark = pytest.mark.django_db

HALAMAN = "/lakin/247157/2023/kerangka/"
UBAH = f"{HALAMAN}ubah/"


@pytest.fixture
def klien(perencana: Pengguna) -> Client:
    k = Client()
    k.force_login(perencana, "django.contrib.auth.backends.ModelBackend")
    return k


def kirim(klien: Client, tindakan: str, **isi: Any) -> Any:
    """One act with the version that stands."""
    milik = KerangkaLaporan.objects.filter(satker__kode="247157", tahun=2023).first()
    return klien.post(UBAH, {"tindakan": tindakan, "versi": milik.versi if milik else 0, **isi})


def milik(kmn: Satker) -> Kerangka:
    return kerangka_laporan(kmn, 2023)


def test_setiap_perbuatan_tersimpan_berjejak_dan_dapat_diurungkan(kmn: Satker, klien: Client) -> None:
    semula = sidik(konteks_laporan(kmn, 2023))
    perbuatan = [
        ("identitas", {"judul": "LKjIP", "subjudul": "Tahunan"}),
        ("tambah_bab", {"judul": "Inovasi {tahun}", "jenis": "isi", "kertas": "tegak"}),
        ("tambah_bagian", {"induk": "9", "judul": "{kode} {nama}", "ulang": "sasaran"}),
        ("tambah_narasi", {"induk": "9", "nama": "Layanan & Produk", "berjudul": "1"}),
        ("masuk", {"letak": "9.1"}),
        ("naik", {"letak": "9.1"}),
        ("pindahkan", {"letak": "5.3.0", "ke": "9"}),
        ("ganti", {"letak": "6.1.0", "judul": "Rencana {tahun} {satker}"}),
        ("hapus", {"letak": "7"}),
        ("salin", {"dari": 2022}),
    ]
    KerangkaLaporan.objects.create(satker=kmn, tahun=2022, isi=ke_json(KERANGKA_BAKU) | {"judul": "Tahun lalu"})
    susunan = [milik(kmn)]
    for tindakan, isi in perbuatan:
        jawab = kirim(klien, tindakan, **isi)
        assert jawab.status_code == (422 if tindakan == "masuk" else 302), (tindakan, jawab.content[:3000])
        if tindakan != "masuk":
            susunan.append(milik(kmn))
    assert len({str(ke_json(s)) for s in susunan}) == len(susunan)
    assert susunan[-1].judul == "Tahun lalu"
    bernomor = susun_bernomor(konteks_laporan(kmn, 2023))
    assert bernomor.dokumen.judul.startswith("Tahun lalu")

    assert kirim(klien, "urungkan").status_code == 302
    bernomor = susun_bernomor(konteks_laporan(kmn, 2023))
    assert bernomor.butir["bab2.rencana-kinerja"].judul == "Rencana 2023 BBSPJIKMN"
    assert bernomor.butir["bab-1"].judul == "Inovasi 2023"
    for harap in reversed(susunan[:-2]):
        assert kirim(klien, "urungkan").status_code == 302
        assert milik(kmn) == harap
    assert kirim(klien, "urungkan").status_code == 422
    assert sidik(konteks_laporan(kmn, 2023)) == semula
    jejak = Jejak.objects.filter(alamat="247157/2023/kerangka/tw4")
    assert jejak.count() == 2 * (len(susunan) - 1)
    hapusan = jejak.get(alasan="Bab “Akuntabilitas Kinerja” dihapus")
    assert kirim(klien, "pulihkan", nomor=hapusan.urut).status_code == 302
    assert "bab3" not in {b.kode for b in milik(kmn).bab}
    assert kirim(klien, "baku").status_code == 302
    assert milik(kmn) == KERANGKA_BAKU
    assert list(kerusakan(Rantai.objects.get(nama="247157"))) == []


@pytest.mark.parametrize(
    "tindakan, isi",
    [
        ("ganti", {"letak": "5", "judul": "{satker.__class__.__mro__}"}),
        ("ganti", {"letak": "5", "judul": "x" * 10_000}),
        ("tambah_bab", {"judul": "{0}"}),
        ("tambah_blok", {"induk": "5", "blok": "bab1.struktur"}),
        ("tambah_blok", {"induk": "5", "blok": "depan.isi"}),
        ("tambah_blok", {"induk": "5", "blok": "../../etc"}),
        ("tambah_narasi", {"induk": "5", "nama": "!!!"}),
        ("tambah_narasi", {"induk": "5", "nama": "x", "kode": "uraian:hasil"}),
        ("pindahkan", {"letak": "7.0", "ke": "7.0.2"}),
        ("pindahkan", {"letak": "7.0.2.0.1.0", "ke": "5"}),
        ("naik", {"letak": "0"}),
        ("hapus", {"letak": "99.99"}),
        ("hapus", {"letak": "1;DROP"}),
        ("salin", {"dari": "1999"}),
        ("pulihkan", {"nomor": "1"}),
        ("entah", {}),
        ("naik", {"letak": "5", "versi": 7}),
    ],
)
def test_yang_tidak_dapat_dilakukan_menyebut_sebabnya_dan_tidak_mengubah(
    kmn: Satker, klien: Client, tindakan: str, isi: dict[str, Any]
) -> None:
    jawab = kirim(klien, tindakan, **isi)
    assert jawab.status_code == (409 if "versi" in isi else 422)
    assert 'role="alert"' in jawab.content.decode()
    assert milik(kmn) == KERANGKA_BAKU
    assert not Jejak.objects.filter(alamat__contains="/kerangka/").exists()


def test_judul_berisi_markup_tercetak_sebagai_tulisan(kmn: Satker, klien: Client) -> None:
    assert kirim(klien, "ganti", letak="5", judul='<script>alert(1)</script> "x" & y').status_code == 302
    for alamat in (f"{HALAMAN}?pilih=5", "/lakin/247157/2023/"):
        isi = klien.get(alamat).content.decode()
        assert "<script>alert" not in isi
        assert "&lt;script&gt;alert(1)&lt;/script&gt;" in isi


@pytest.mark.pg
def test_bentrok_menyebut_siapa_dan_apa(kmn: Satker, klien: Client) -> None:
    assert kirim(klien, "hapus", letak="3").status_code == 302
    jawab = klien.post(UBAH, {"tindakan": "hapus", "letak": "4", "versi": 0})
    teks = jawab.content.decode()
    assert jawab.status_code == 409
    assert "Perencana" in teks
    assert "bab “Daftar Tabel” dihapus" in teks.replace("Bab", "bab")
    assert len(milik(kmn).bab) == len(KERANGKA_BAKU.bab) - 1


def test_laporan_yang_diajukan_menahan_kerangkanya(kmn: Satker, klien: Client) -> None:
    Laporan.objects.create(satker=kmn, tahun=2023, keadaan="diajukan")
    assert kirim(klien, "hapus", letak="3").status_code == 422
    assert b'name="tindakan"' not in klien.get(HALAMAN).content
    assert milik(kmn) == KERANGKA_BAKU


def test_narasi_yang_dikeluarkan_tetap_tersimpan_dan_kembali(kmn: Satker, klien: Client, perencana: Pengguna) -> None:
    kirim(klien, "tambah_narasi", induk="5", nama="Inovasi tahun ini", berjudul="1")
    isi = naskah_dari_teks("Mesin baru dipasang.")
    simpan_naskah(satker=kmn, tahun=2023, kode="inovasi_tahun_ini", isi=isi, versi=0, oleh=perencana)
    letak = f"5.{len(KERANGKA_BAKU.bab[5].isi)}"
    kirim(klien, "hapus", letak=letak)
    for alamat in (HALAMAN, "/lakin/247157/2023/narasi/"):
        teks = klien.get(alamat).content.decode()
        assert "di luar kerangka" in teks
        assert "Mesin baru dipasang." in teks
    assert "Mesin baru" not in klien.get("/lakin/247157/2023/").content.decode()
    kirim(klien, "tambah_narasi", induk="8", nama="", kode="inovasi_tahun_ini")
    assert "Mesin baru dipasang." in klien.get("/lakin/247157/2023/").content.decode()
    assert "di luar kerangka" not in klien.get(HALAMAN).content.decode()


def test_pembaca_tidak_melihat_tombol_dan_setiap_letak_terbuka(kmn: Satker, django_assert_max_num_queries: Any) -> None:
    k = Client()
    k.force_login(Pengguna.objects.get(username="auditor"), "django.contrib.auth.backends.ModelBackend")
    for pilih, banyak in {"5": 20, "7.0.2.0.1.0": 20, "7.0.0.1": 20, "0.0": 20, "": 20, "99": 20, "x": 20}.items():
        with django_assert_max_num_queries(banyak):
            jawab = k.get(f"{HALAMAN}?pilih={pilih}")
        assert jawab.status_code == 200
        assert b"hanya dapat membacanya" in jawab.content
        assert b'name="tindakan"' not in jawab.content


def test_kerangka_triwulan_diubah_tersendiri(kmn: Satker, klien: Client) -> None:
    halaman = "/lakin/247157/2023/tw/2/kerangka/"
    assert "Triwulan II 2023" in klien.get(halaman).content.decode()
    letak = {"tindakan": "ganti", "versi": 0, "letak": "2", "judul": "Awal {masa}"}
    jawab = klien.post(f"{halaman}ubah/", letak)
    assert jawab.status_code == 302
    assert jawab.url.startswith(halaman)
    assert kerangka_laporan(kmn, 2023, 2).bab[2].judul == "Awal {masa}"
    assert milik(kmn) == KERANGKA_BAKU
    assert susun_bernomor(konteks_laporan(kmn, 2023, 2)).dokumen.bab[2].judul.startswith("Awal sampai Triwulan")


def test_setiap_blok_bernama_dan_berketerangan() -> None:
    tak_berjudul = {b.kode for b in KATALOG if not hasattr(b, "judul")}
    assert tak_berjudul == set(TEKS)
    assert all(nama_blok(b) and keterangan(b).endswith(".") for b in KATALOG)


def test_judul_blok_boleh_lain_dan_melewati_json(kmn: Satker, klien: Client) -> None:
    assert kirim(klien, "ganti", letak="7.0.2.0.1.0", judul="x").status_code == 422
    letak = "7.0.2.0.1.1.0"
    assert kirim(klien, "ganti", letak=letak, judul="Kinerja {kode}").status_code == 302
    assert ambil(milik(kmn), (7, 0, 2, 0, 1, 1, 0)) == Berjudul("bab3.capaian-indikator", "Kinerja {kode}")
    assert susun_bernomor(konteks_laporan(kmn, 2023)).butir["bab3.capaian-indikator.SK3.2"].judul == "Kinerja SK3.2"
    assert kirim(klien, "ganti", letak=letak, judul="").status_code == 302
    assert milik(kmn) == KERANGKA_BAKU
