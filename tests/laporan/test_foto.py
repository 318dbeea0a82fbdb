"""Pictures of a report: uploads, their words, conflicts, where they stand, who gets their bytes."""

from __future__ import annotations

import hashlib
import json
import zipfile
from dataclasses import replace
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lakin.berkas.models import Berkas
from lakin.berkas.selectors import baca_isi, nama_isi
from lakin.cetak.foto import FotoHilang, semua_foto
from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Foto as FotoDokumen
from lakin.jejak.models import Jejak
from lakin.laporan.beku import beku, cair, sidik
from lakin.laporan.berkas_auditor import tulis_berkas_auditor
from lakin.laporan.enums import KeadaanLaporan
from lakin.laporan.konteks import FotoLaporan, Konteks
from lakin.laporan.models import Foto, IsiFoto, Laporan
from lakin.laporan.narasi import baca_naskah
from lakin.laporan.naskah import konteks_naskah
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import simpan_naskah
from lakin.laporan.services_foto import KeteranganFoto, ganti_foto, hapus_foto, ubah_foto, unggah_foto
from lakin.laporan.simpul_sah import NaskahTidakSah
from lakin.laporan.susun import IkatanLaporan, susun, susun_bernomor
from lakin.organisasi.models import Pengguna, Satker
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from tests.foto import berkas, dari_ponsel, gambar

ALAMAT = "/lakin/247157/2023/foto/"
KETERANGAN = KeteranganFoto("Penyerahan piagam", "Tiga orang memegang piagam di panggung", "Tata usaha")


@pytest.fixture
def oleh(kmn: Satker) -> Pengguna:
    return Pengguna.objects.get(username="perencana")


@pytest.fixture
def klien(oleh: Pengguna) -> Client:
    return masuk("perencana")


def masuk(nama: str) -> Client:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username=nama), "django.contrib.auth.backends.ModelBackend")
    return klien


def unggahan(isi: bytes | None = None, nama: str = "Piagam.JPG") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi or dari_ponsel(), "text/html")


def buat(kmn: Satker, oleh: Pengguna, keterangan: KeteranganFoto | None = KETERANGAN, isi: bytes | None = None) -> Foto:
    f = unggah_foto(satker=kmn, tahun=2023, berkas=unggahan(isi), oleh=oleh)
    if keterangan is None:
        return f
    return ubah_foto(satker=kmn, tahun=2023, kode=f.kode, keterangan=keterangan, versi=f.versi, oleh=oleh)


def gbr(foto: Any, lebar: Any = "penuh", **lain: Any) -> dict[str, Any]:
    return {"type": "gambar", "attrs": {"foto": foto, "lebar": lebar}} | lain


def doc(*isi: Any) -> dict[str, Any]:
    return {"type": "doc", "content": list(isi)}


def par(teks: str) -> dict[str, Any]:
    return {"type": "paragraph", "content": [{"type": "text", "text": teks}]}


# --- uploads and words --------------------------------------------------------------


def test_unggahan_disimpan_menurut_sidiknya_dan_berjejak(kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh, None)
    assert (f.kode, f.lebar, f.tinggi, f.lengkap) == ("foto-1", 480, 640, False)
    assert f.berkas.isi.name == nama_isi(f.berkas.sidik)
    assert (f.berkas.nama, f.berkas.jenis, f.berkas.oleh) == ("Piagam.JPG", "image/jpeg", oleh)
    assert hashlib.sha256(baca_isi(f.berkas.sidik)).hexdigest() == f.berkas.sidik
    jejak = Jejak.objects.get(alamat="247157/2023/foto/foto-1")
    assert (jejak.tindakan, jejak.oleh) == ("tambah", oleh)
    assert f.berkas.sidik in jejak.alasan
    lagi = buat(kmn, oleh, None)
    assert lagi.berkas.isi.name == f.berkas.isi.name, "the same content is kept once"
    assert lagi.kode == "foto-2"


def test_yang_ditolak_tidak_meninggalkan_apa_pun(kmn: Satker, oleh: Pengguna, monkeypatch: pytest.MonkeyPatch) -> None:
    awal = Berkas.objects.count(), Jejak.objects.count()
    for isi in (b"MZ\x90\0" + b"\0" * 99, b"<html>", b"\xff\xd8\xff" + b"\0" * (21 * 1024 * 1024)):
        with pytest.raises(GalatDomain):
            buat(kmn, oleh, None, isi)
    monkeypatch.setattr("lakin.laporan.services_foto.rekam", _gagal)
    with pytest.raises(RuntimeError):
        buat(kmn, oleh, None)
    assert (Berkas.objects.count(), Jejak.objects.count()) == awal
    assert not Foto.objects.exists()
    assert not IsiFoto.objects.exists()


def _gagal(*_: Any, **__: Any) -> None:
    raise RuntimeError


def test_judul_dan_teks_alternatif_wajib_dan_dua_orang_tidak_saling_menimpa(kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh, None)
    with pytest.raises(GalatMedan) as galat:
        ubah_foto(satker=kmn, tahun=2023, kode=f.kode, keterangan=KeteranganFoto(" ", ""), versi=1, oleh=oleh)
    assert set(galat.value.masalah) == {"judul", "teks_alternatif"}
    baru = ubah_foto(satker=kmn, tahun=2023, kode=f.kode, keterangan=KETERANGAN, versi=1, oleh=oleh)
    assert (baru.versi, baru.lengkap) == (2, True)
    with pytest.raises(Bentrok) as bentrok:
        ubah_foto(satker=kmn, tahun=2023, kode=f.kode, keterangan=replace(KETERANGAN, judul="Lain"), versi=1, oleh=oleh)
    assert (bentrok.value.kini, bentrok.value.milik) == ("Penyerahan piagam", "Lain")
    assert Foto.objects.get().judul == "Penyerahan piagam"


@pytest.mark.pg
def test_kode_tidak_pernah_dipakai_lagi_dan_ganti_gambar_tidak_mengganti_kode(kmn: Satker, oleh: Pengguna) -> None:
    satu, dua = buat(kmn, oleh), buat(kmn, oleh)
    hapus_foto(satker=kmn, tahun=2023, kode=dua.kode, versi=dua.versi, oleh=oleh)
    assert buat(kmn, oleh, None).kode == "foto-3"
    lama = satu.berkas.sidik
    kini = ganti_foto(
        satker=kmn, tahun=2023, kode="foto-1", berkas=unggahan(berkas(gambar(900, 300))), versi=satu.versi, oleh=oleh
    )
    assert (kini.kode, kini.judul, kini.lebar) == ("foto-1", KETERANGAN.judul, 900)
    assert kini.berkas.sidik != lama
    assert baca_isi(lama), "a released report still shows it"
    assert [j.tindakan for j in Jejak.objects.filter(alamat="247157/2023/foto/foto-2").order_by("urut")] == [
        "tambah", "ubah", "hapus",
    ]  # fmt: skip


def test_gambar_yang_dipakai_tidak_dapat_dihapus(kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh)
    kini = simpan_naskah(satker=kmn, tahun=2023, kode="bab4_kesimpulan", isi=doc(gbr("foto-1")), versi=1, oleh=oleh)
    with pytest.raises(GalatDomain, match="masih dipakai pada: Penutup · Kesimpulan"):
        hapus_foto(satker=kmn, tahun=2023, kode="foto-1", versi=f.versi, oleh=oleh)
    simpan_naskah(satker=kmn, tahun=2023, kode="bab4_kesimpulan", isi=doc(), versi=kini.versi, oleh=oleh)
    hapus_foto(satker=kmn, tahun=2023, kode="foto-1", versi=f.versi, oleh=oleh)
    assert not Foto.objects.exists()


# --- the report ---------------------------------------------------------------------


@pytest.mark.parametrize(
    "simpul",
    [
        gbr("file:///etc/passwd"),
        gbr("http://127.0.0.1:9/a.png"),
        gbr("data:image/png;base64,iVBORw0KGgo="),
        gbr("//contoh.id/a.png"),
        gbr("../foto-1"),
        gbr("foto-0"),
        gbr("foto-1\n"),
        gbr("foto-１"),
        gbr(1),
        gbr(None),
        gbr("foto-1", "lebar"),
        gbr("foto-1", 100),
        gbr("foto-1", "penuh", content=[]),
        gbr("foto-1", "penuh", marks=[{"type": "bold"}]),
        {"type": "gambar"},
        {"type": "gambar", "attrs": {"foto": "foto-1"}},
        {"type": "gambar", "attrs": {"foto": "foto-1", "lebar": "penuh", "src": "file:///etc/passwd"}},
        {"type": "gambar", "attrs": {"foto": "foto-1", "lebar": "penuh"}, "src": "x"},
        {"type": "image", "attrs": {"src": "file:///etc/passwd"}},
        {"type": "bulletList", "content": [{"type": "listItem", "content": [gbr("foto-1")]}]},
        {"type": "paragraph", "content": [gbr("foto-1")]},
    ],
)
def test_simpul_gambar_yang_asing_ditolak(simpul: Any) -> None:
    with pytest.raises(NaskahTidakSah):
        baca_naskah(doc(simpul))


def test_gambar_di_narasi_bernomor_dikutip_dan_ikut_sidik(konteks_kmn: Konteks) -> None:
    foto = FotoLaporan("foto-1", "Piagam", "Tiga orang", "a" * 64, "image/jpeg", 640, 480, "TU", date(2023, 5, 12))
    isi = doc(par("Awal"), gbr("foto-1"), gbr("foto-1", "setengah"), gbr("foto-9"))
    cerita = doc({"type": "paragraph", "content": [{"type": "sitasi", "attrs": {"kode": "foto-1"}}]})
    k = replace(
        konteks_kmn,
        narasi=replace(konteks_kmn.narasi, bagian={"bab1_isu": isi, "bab4_kesimpulan": cerita}, foto={"foto-1": foto}),
    )
    bernomor = susun_bernomor(k)
    dua = list(semua_foto(bernomor.dokumen))
    assert [(f.kode, f.setengah) for f in dua] == [("foto-1", False), ("foto-1 2", True)]
    assert dua[0].catatan == ("12 Mei 2023",)
    assert bernomor.sebutan("foto-1") == "Gambar 1.1", "before the charts of its chapter"
    semua = [s for s in telusur(bernomor.dokumen) if isinstance(s, str)]
    assert "[gambar tidak ditemukan: foto-9]" in semua
    ikatan = IkatanLaporan(replace(k, narasi=replace(k.narasi)))
    assert ikatan.polos.sebutan("foto-1") == "Gambar 1.1"
    for kode, b in bernomor.butir.items():
        if b.jenis == "gambar":
            assert ikatan.polos.sebutan(kode) == b.sebutan, "the editor names figures as the report does"
    kembali = cair(json.loads(json.dumps(beku(k))))
    assert kembali.narasi.foto == {"foto-1": foto}
    assert susun(kembali) == susun(k)
    lain = replace(k, narasi=replace(k.narasi, foto={"foto-1": replace(foto, sidik="b" * 64)}))
    assert sidik(lain) != sidik(k)


def test_foto_bukti_dan_penghargaan_berdiri_di_tempatnya(konteks_kmn: Konteks) -> None:
    semua = {
        f"foto-{n}": FotoLaporan(f"foto-{n}", f"J{n}", "A", "a" * 64, "image/jpeg", 9, 9, tempat=tempat)
        for n, tempat in ((10, "bukti"), (9, "bukti"), (8, "penghargaan"), (7, ""))
    }
    bernomor = susun_bernomor(replace(konteks_kmn, narasi=replace(konteks_kmn.narasi, foto=semua)))
    letak = {f.kode: bernomor.butir[f.kode].bab for f in semua_foto(bernomor.dokumen)}
    assert list(letak.items()) == [
        ("foto-8", "bab3"),
        ("foto-9", "lampiran.dokumen"),
        ("foto-10", "lampiran.dokumen"),
    ]


def test_gambar_tanpa_keterangan_belum_masuk_laporan(kmn: Satker, oleh: Pengguna) -> None:
    buat(kmn, oleh, None)
    assert konteks_laporan(kmn, 2023).narasi.foto == {}
    f = ubah_foto(
        satker=kmn, tahun=2023, kode="foto-1", keterangan=replace(KETERANGAN, tempat="bukti"), versi=1, oleh=oleh
    )
    k = konteks_laporan(kmn, 2023)
    assert k.narasi.foto["foto-1"].sidik == f.berkas.sidik
    assert [x.kode for x in semua_foto(susun(k))] == ["foto-1"]
    assert konteks_naskah(kmn, 2023).narasi.bagian == {}, "texts themselves stay out"


def test_berkas_auditor_memuat_gambar_dan_hilangnya_isi_diketahui(kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh, replace(KETERANGAN, tempat="bukti"))
    wadah = BytesIO()
    tulis_berkas_auditor(wadah, kmn, 2023, pdf=b"%PDF")
    with zipfile.ZipFile(wadah) as arsip:
        html = arsip.read("laporan.html")
        tercatat = dict(reversed(b.split("  ", 1)) for b in arsip.read("SHA256SUMS").decode().splitlines())
    assert tercatat["laporan.html"] == hashlib.sha256(html).hexdigest()
    assert html.count(b'<img src="data:image/jpeg;base64,') == 1
    assert b"Tiga orang memegang piagam" in html
    with default_storage.open(nama_isi(f.berkas.sidik), "wb") as b:
        b.write(b"lain")
    try:
        with pytest.raises(FotoHilang, match="telah berubah"):
            baca_isi(f.berkas.sidik)
        default_storage.delete(nama_isi(f.berkas.sidik))
        with pytest.raises(FotoHilang, match="tidak ada"):
            tulis_berkas_auditor(BytesIO(), kmn, 2023, pdf=b"%PDF")
    finally:
        default_storage.delete(nama_isi(f.berkas.sidik))


# --- pages --------------------------------------------------------------------------


def test_isi_gambar_hanya_bagi_yang_boleh_melihat_laporan(kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh)
    url = reverse("isi_foto", args=["247157", 2023, f.berkas.sidik])
    for nama, harap in {
        "perencana": 200, "kepala": 200, "sekretariat": 200, "auditor": 200, "perencana2": 404, "administrator": 404,
    }.items():  # fmt: skip
        assert masuk(nama).get(url).status_code == harap, nama
    assert Client().get(url).status_code == 302
    jawab = masuk("auditor").get(url)
    assert jawab.content == baca_isi(f.berkas.sidik)
    assert (jawab["Content-Type"], jawab["X-Content-Type-Options"]) == ("image/jpeg", "nosniff")
    assert jawab["Cache-Control"].startswith("private")
    assert masuk("auditor").get(url, headers={"If-None-Match": jawab["ETag"]}).status_code == 304
    milik_lain = reverse("isi_foto", args=["247140", 2023, f.berkas.sidik])
    assert masuk("perencana2").get(milik_lain).status_code == 404, "a hash is no key to another satker's picture"
    lama = f.berkas.sidik
    ganti_foto(satker=kmn, tahun=2023, kode=f.kode, berkas=unggahan(berkas()), versi=f.versi, oleh=oleh)
    assert masuk("auditor").get(url).status_code == 200, f"{lama} stays for released reports"


def test_halaman_tanpa_skrip_mengunggah_banyak_dan_menyebut_yang_ditolak(klien: Client, kmn: Satker) -> None:
    assert "Belum ada gambar" in klien.get(ALAMAT).content.decode()
    jawab = klien.post(
        f"{ALAMAT}unggah/",
        {"berkas": [unggahan(), unggahan(b"<html>", "laporan.jpg"), unggahan(berkas(), "rapat.jpg")]},
        follow=True,
    )
    html = jawab.content.decode()
    assert Foto.objects.count() == 2
    assert "laporan.jpg: Isi berkas ini bukan gambar" in html
    assert "2 gambar diunggah" in html
    assert html.count('class="lembar kartu-foto belum"') == 2
    assert "kartu-foto" in masuk("auditor").get(ALAMAT).content.decode()
    assert "Simpan" not in masuk("auditor").get(ALAMAT).content.decode()


def test_skrip_mendapat_json_dan_kartu(klien: Client, kmn: Satker) -> None:
    kepala = {"headers": {"Accept": "application/json"}}
    jawab = klien.post(f"{ALAMAT}unggah/", {"berkas": unggahan()}, **kepala)
    assert jawab.json()["foto"]["kode"] == "foto-1"
    assert 'id="foto-1"' in klien.get(jawab.json()["kartu"]).content.decode()
    salah = klien.post(f"{ALAMAT}unggah/", {"berkas": unggahan(b"%PDF-1.4")}, **kepala)
    assert (salah.status_code, "PDF" in salah.json()["pesan"]) == (400, True)
    salah = klien.post(f"{ALAMAT}foto-1/", {"judul": "", "teks_alternatif": "x", "versi": 1}, **kepala)
    assert (salah.status_code, set(salah.json()["medan"])) == (400, {"judul"})
    baik = klien.post(f"{ALAMAT}foto-1/", {"judul": "J", "teks_alternatif": "x", "versi": 1}, **kepala)
    assert baik.json()["foto"]["lengkap"] is True
    assert [f["kode"] for f in klien.get(f"{ALAMAT}daftar/").json()["foto"]] == ["foto-1"]


def test_isian_yang_salah_atau_tersalip_tetap_ada(klien: Client, kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh)
    isi = {"judul": "", "teks_alternatif": "Yang saya ketik", "tanggal": "31/02/2023", "tempat": "lain", "versi": 2}
    for kepala in ({}, {"headers": {"HX-Request": "true"}}):
        jawab = klien.post(f"{ALAMAT}{f.kode}/", isi, **kepala)
        html = jawab.content.decode()
        assert jawab.status_code == 422
        assert "Yang saya ketik" in html
        assert "31/02/2023" in html
        assert "Tanggal tidak dikenal" in html
        assert "Isi judul gambar" in html
    lain = {"judul": "Milik saya", "teks_alternatif": "b", "versi": 1}
    html = klien.post(f"{ALAMAT}{f.kode}/", lain, headers={"HX-Request": "true"}).content.decode()
    assert "menjadi Penyerahan piagam" in html
    assert 'value="Milik saya"' in html
    assert 'name="versi" value="2"' in html, "saved once more it is meant"
    klien.post(f"{ALAMAT}{f.kode}/", lain | {"versi": 2})
    assert Foto.objects.get().judul == "Milik saya"


def test_ganti_dan_hapus_dari_halaman(klien: Client, kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh)
    html = klien.post(f"{ALAMAT}{f.kode}/ganti/", {"versi": 2}, follow=True).content.decode()
    assert "Pilih berkas gambar pengganti" in html
    klien.post(f"{ALAMAT}{f.kode}/ganti/", {"versi": 2, "berkas": unggahan(berkas(gambar(200, 100)))})
    assert Foto.objects.get().lebar == 200
    assert "sudah mengubah" in klien.post(f"{ALAMAT}{f.kode}/hapus/", {"versi": 2}, follow=True).content.decode()
    klien.post(f"{ALAMAT}{f.kode}/hapus/", {"versi": 3})
    assert not Foto.objects.exists()


def test_laporan_di_layar_menampilkan_gambar(klien: Client, kmn: Satker, oleh: Pengguna) -> None:
    f = buat(kmn, oleh, replace(KETERANGAN, tempat="bukti"))
    html = klien.get("/lakin/247157/2023/").content.decode()
    assert f'<img src="{ALAMAT}isi/{f.berkas.sidik}/" alt="{KETERANGAN.teks_alternatif}"' in html
    assert isinstance(next(iter(semua_foto(susun(konteks_laporan(kmn, 2023))))), FotoDokumen)


def test_laporan_yang_sudah_diajukan_tidak_berganti_gambar(kmn: Satker, oleh: Pengguna) -> None:
    lampiran, lepas = buat(kmn, oleh, replace(KETERANGAN, tempat="bukti")), buat(kmn, oleh)
    Laporan.objects.update_or_create(satker=kmn, tahun=2023, defaults={"keadaan": KeadaanLaporan.DIAJUKAN})
    pilihan = {"satker": kmn, "tahun": 2023, "oleh": oleh}
    with pytest.raises(GalatDomain, match="sudah diajukan"):
        ubah_foto(kode=lampiran.kode, keterangan=KETERANGAN, versi=2, **pilihan)
    with pytest.raises(GalatDomain, match="sudah diajukan"):
        ganti_foto(kode=lampiran.kode, berkas=unggahan(berkas()), versi=2, **pilihan)
    with pytest.raises(GalatDomain, match="sudah diajukan"):
        hapus_foto(kode=lampiran.kode, versi=2, **pilihan)
    with pytest.raises(GalatDomain, match="sudah diajukan"):
        ubah_foto(kode=lepas.kode, keterangan=replace(KETERANGAN, tempat="bukti"), versi=2, **pilihan)
    assert ubah_foto(kode=lepas.kode, keterangan=replace(KETERANGAN, judul="Lain"), versi=2, **pilihan).judul == "Lain"


def test_banyak_gambar_tidak_menambah_kueri(klien: Client, kmn: Satker, oleh: Pengguna) -> None:
    def kueri() -> int:
        with CaptureQueriesContext(connection) as tercatat:
            assert klien.get(ALAMAT).status_code == 200
        return len(tercatat)

    buat(kmn, oleh)
    kueri()  # what is kept between requests is there afterwards
    satu = kueri()
    for _ in range(3):
        buat(kmn, oleh)
    assert kueri() == satu <= 40
