"""The reviu by the APIP: its working paper, notes and statement, and the approval that waits for it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.urls import reverse

from lakin.alur.models import Kabar
from lakin.alur.transisi_reviu import BUKA, LANGKAH, MULAI, SAMPAIKAN, TANDATANGANI, halangan_langkah, tindakan_terbuka
from lakin.cetak.pdf import HasilPdf
from lakin.dokumen.format import tulis_teks
from lakin.dokumen.pohon import TandaTangan
from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.laporan.beku import beku, cair
from lakin.laporan.berkas_reviu import KERTAS_KERJA, PERNYATAAN
from lakin.laporan.butir_reviu import BAGIAN, BUTIR_REVIU, menurut_data
from lakin.laporan.catatan_reviu import tambah_catatan, tanggapi_catatan, ubah_catatan
from lakin.laporan.enums import KeadaanReviu
from lakin.laporan.models import CatatanReviu, JawabanReviu, KewajibanReviu, Reviu, Terbitan
from lakin.laporan.pengajuan import ajukan_laporan
from lakin.laporan.pengesahan import sahkan_laporan, simpan_berkas
from lakin.laporan.periksa_laporan import jawab_butir, kelengkapan_terkini
from lakin.laporan.pernyataan_reviu import KODE
from lakin.laporan.selectors import konteks_laporan, laporan_satker
from lakin.laporan.selectors_reviu import wajib_reviu
from lakin.laporan.services_reviu import (
    TEKS,
    Isian,
    atur_wajib_reviu,
    cabut_pernyataan,
    jawab_reviu,
    mulai_reviu,
    sampaikan_catatan,
    tulis_kertas_kerja,
)
from lakin.laporan.susun import susun
from lakin.laporan.tasks import cetak_reviu
from lakin.organisasi.izin import SEMUA_SATKER, Izin
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import BarisData
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from tests.isi_pdf import teks_pdf
from tests.reviu import PENANDA, isi_reviu, reviu_kini, tanda_tangani
from tests.terbitan import PENYAH, buka

TAHUN = 2023
SITUS = f"/lakin/247157/{TAHUN}/reviu/"


@pytest.fixture
def apip(kmn: Satker) -> Pengguna:
    return Pengguna.objects.get(username="apip")


@pytest.fixture
def sekretariat(kmn: Satker) -> Pengguna:
    return Pengguna.objects.get(username="sekretariat")


def wajibkan(satker: Satker, oleh: Any, *, wajib: bool = True) -> None:
    lama = KewajibanReviu.objects.filter(satker=satker, tahun=TAHUN).first()
    versi = lama.versi if lama else 0
    atur_wajib_reviu(satker=satker, tahun=TAHUN, wajib=wajib, versi=versi, alasan="Uji", oleh=oleh)


def ajukan(satker: Satker, oleh: Any) -> None:
    ajukan_laporan(satker=satker, tahun=TAHUN, versi=laporan_satker(satker, TAHUN).versi, oleh=oleh)


def sahkan(satker: Satker, oleh: Any) -> Terbitan:
    versi = laporan_satker(satker, TAHUN).versi
    return sahkan_laporan(satker=satker, tahun=TAHUN, versi=versi, penyah=PENYAH, oleh=oleh)


def klien(akun: str) -> Client:
    k = Client()
    k.force_login(Pengguna.objects.get(username=akun), "django.contrib.auth.backends.ModelBackend")
    return k


def pesan(coba: Callable[[], Any], galat: type[GalatDomain] = GalatDomain) -> str:
    with pytest.raises(galat) as ditolak:
        coba()
    return ditolak.value.pesan


# --- declarations -------------------------------------------------------------------


def test_tabel_langkah_dan_daftar_uji_menurut_lampiran_iii() -> None:
    berizin = {p.value for p, izin in SEMUA_SATKER.items() if Izin.REVIU in izin}
    assert all(x.peran == berizin == {"apip"} for x in LANGKAH.values())
    keadaan = [k.value for k in KeadaanReviu]
    terbuka = {k: tindakan_terbuka(k, "apip") for k in keadaan}
    assert terbuka == {
        "belum": (MULAI,), "berjalan": (SAMPAIKAN, TANDATANGANI), "disampaikan": (SAMPAIKAN, TANDATANGANI),
        "selesai": (BUKA,),
    }  # fmt: skip
    assert not any(tindakan_terbuka(k, p) for k in keadaan for p in ("perencana", "kepala", "sekretariat", "auditor"))
    for tindakan, langkah in LANGKAH.items():
        for k in keadaan:
            assert (halangan_langkah(tindakan, k, alasan="a") == "") == (k in langkah.dari), (tindakan, k)
    assert [sum(b.kelompok == g for b in BUTIR_REVIU.values()) for g in BAGIAN] == [6, 7, 10]


# --- the way of a reviu -------------------------------------------------------------


@pytest.mark.pg
def test_dari_mulai_sampai_pernyataan_yang_beku(
    kmn: Satker, apip: Pengguna, perencana: Pengguna, sekretariat: Pengguna
) -> None:
    satu = {"satker": kmn, "tahun": TAHUN, "oleh": apip}
    assert "belum dimulai" in pesan(lambda: tambah_catatan(**satu, uraian="x", saran=""))
    r = isi_reviu(kmn, apip)
    assert (r.nomor, r.keadaan) == (1, KeadaanReviu.BERJALAN)
    assert "sedang berjalan" in pesan(lambda: mulai_reviu(**satu))

    alamat = f"{kmn.kunci}/{TAHUN}/SK3.2/capaian"
    c = tambah_catatan(**satu, uraian=" Angka berbeda dari berita acara. ", saran="Cocokkan.", alamat=alamat)
    for isi in ({"alamat": f"{kmn.kunci}/{TAHUN}/SK9.9/capaian"}, {"bagian": "tidak-ada"}, {"alamat": "x/y"},
                {"alamat": alamat, "bagian": "bab1"}):  # fmt: skip
        pesan(lambda isi=isi: tambah_catatan(**satu, uraian="x", saran="", **isi), GalatMedan)  # type: ignore[misc]
    pesan(lambda: tambah_catatan(**satu, uraian=" ", saran=""), GalatMedan)
    bagian = tambah_catatan(**satu, uraian="Sebut dasar hukumnya.", saran="", bagian="bab1")

    jawab = {"satker": kmn, "tahun": TAHUN, "pk": c.pk, "oleh": perencana}
    assert "tidak ada" in pesan(lambda: tanggapi_catatan(**jawab, tanggapan="Sudah", versi=c.versi))
    sampaikan_catatan(satker=kmn, tahun=TAHUN, versi=r.versi, oleh=apip)
    assert Kabar.objects.filter(pengguna=perencana, judul__contains="2 catatan reviu").count() == 1
    c.refresh_from_db()
    c = tanggapi_catatan(**jawab, tanggapan="Sudah dicocokkan.", versi=c.versi)
    assert Kabar.objects.filter(pengguna=apip, judul__contains="menanggapi").exists()
    nilai = {**satu, "pk": c.pk, "uraian": c.uraian, "saran": c.saran, "hasil": "diperbaiki"}
    assert "Sudah dicocokkan." in pesan(lambda: ubah_catatan(**nilai, versi=c.versi - 1), Bentrok)
    assert "sudah disampaikan" in pesan(lambda: ubah_catatan(**{**nilai, "uraian": "Lain"}, versi=c.versi))
    ubah_catatan(**nilai, versi=c.versi)

    assert "sudah diajukan" in pesan(lambda: tanda_tangani(kmn, apip))
    ajukan(kmn, perencana)
    assert "paragraf penjelas" in pesan(lambda: tanda_tangani(kmn, apip))
    JawabanReviu.objects.filter(kode="R3.10").delete()
    assert pesan(lambda: tanda_tangani(kmn, apip, penjelas="x")).endswith("R3.10.")
    jawab_reviu(**satu, isian={"R3.10": Isian("tidak", "SK8.1 belum berbatas waktu.", 0)})
    tanpa_nama = replace(PENANDA, nama=" ")
    assert "Tuliskan nama" in pesan(lambda: tanda_tangani(kmn, apip, penjelas="x", penanda=tanpa_nama), GalatMedan)
    r = tanda_tangani(kmn, apip, penjelas="Dasar hukum pada Bab I dilengkapi tahun depan.")
    assert (r.keadaan, r.oleh, len(r.sidik)) == (KeadaanReviu.SELESAI, apip, 64)
    assert "Cabut pernyataan" in pesan(lambda: ubah_catatan(**nilai, versi=c.versi))

    bab = susun(konteks_laporan(kmn, TAHUN)).bab
    kode = [b.kode for b in bab]
    assert kode.index(KODE) == kode.index("depan.kata-pengantar") + 1
    isi_bab = bab[kode.index(KODE)].isi
    tanda = isi_bab[-1]
    assert isinstance(tanda, TandaTangan)
    orang = tanda.penanda_tangan[0]
    assert (orang.nama, orang.nip, orang.jabatan) == (PENANDA.nama, PENANDA.nip, PENANDA.jabatan)
    assert "Dasar hukum pada Bab I" in str(isi_bab[-2])

    wajibkan(kmn, sekretariat)
    t = sahkan(kmn, Pengguna.objects.get(username="kepala"))
    assert cair(t.isi).reviu == konteks_laporan(kmn, TAHUN).reviu is not None
    assert beku(cair(t.isi)) == t.isi
    assert "sudah disahkan" in pesan(lambda: cabut_pernyataan(**satu, alasan="x", versi=r.versi))
    simpan_berkas(terbitan=t, hasil=HasilPdf({}, 1, b"%PDF-1.7 satu"))
    buka(kmn, Pengguna.objects.get(username="kepala"))
    assert konteks_laporan(kmn, TAHUN).reviu is None, "the next version has a reviu of its own"
    assert mulai_reviu(**satu).nomor == 2
    assert bagian.reviu.nomor == 1
    lama = klien("apip").get(SITUS, {"versi": "1"}).content.decode()
    assert "Capaian SK3.2" in lama
    assert "Simpan kertas kerja" not in lama, "the reviu of an approved version is only read"
    assert klien("perencana").get(SITUS, {"versi": "9"}).status_code == 404
    assert Kabar.objects.filter(pengguna=apip, judul__contains="menunggu reviu").count() == 0, "not required then"
    for rantai in Rantai.objects.all():
        assert list(kerusakan(rantai)) == []


@pytest.mark.pg
def test_jawaban_bersama_disimpan_semua_atau_tidak_satu_pun(kmn: Satker, apip: Pengguna) -> None:
    satu = {"satker": kmn, "tahun": TAHUN, "oleh": apip}
    r = mulai_reviu(**satu)
    isian = {"R1.1": Isian("ya", "", 0), "R1.2": Isian("tidak", "  ", 0), "R9.9": Isian("ya", "", 0)}
    with pytest.raises(GalatMedan) as galat:
        jawab_reviu(**satu, isian=isian)
    assert set(galat.value.masalah) == {"R1.2", "R9.9"}
    assert not JawabanReviu.objects.exists()
    isian = {"R1.1": Isian("ya", "", 0), "R1.2": Isian("tidak", "Target SK1.1 tidak ada.", 0)}
    assert jawab_reviu(**satu, isian=isian) == 2
    with pytest.raises(GalatMedan) as galat:
        jawab_reviu(**satu, isian={"R1.1": Isian("tidak", "x", 0), "R1.3": Isian("ya", "", 0)})
    assert "baru saja dijawab orang lain: “Ya”" in galat.value.masalah["R1.1"]
    assert JawabanReviu.objects.count() == 2
    banyak = Jejak.objects.count()
    assert jawab_reviu(**satu, isian={"R1.1": Isian("ya", "", 1)}) == 0
    teks = {"langkah": "Membaca laporan."}
    tulis_kertas_kerja(**satu, teks=teks, versi=r.versi)
    assert Jejak.objects.count() == banyak + 1
    pesan(lambda: tulis_kertas_kerja(**satu, teks={"langkah": "Lain"}, versi=r.versi), Bentrok)
    assert reviu_kini(kmn).langkah == "Membaca laporan."
    for salah in (
        lambda: JawabanReviu.objects.create(reviu=r, kode="R1.3", jawaban="tidak"),
        lambda: CatatanReviu.objects.create(reviu=r, uraian="x", alamat="a", bagian="b"),
        lambda: Reviu.objects.filter(pk=r.pk).update(keadaan="selesai"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            salah()


@pytest.mark.pg
def test_pengesahan_menunggu_reviu_yang_diwajibkan(
    kmn: Satker, apip: Pengguna, perencana: Pengguna, sekretariat: Pengguna
) -> None:
    kepala = Pengguna.objects.get(username="kepala")
    assert not wajib_reviu(kmn, TAHUN)
    kementerian = Satker.objects.create(singkatan="K", jenis="Kementerian")
    assert wajib_reviu(kementerian, TAHUN)
    wajibkan(kmn, sekretariat)
    assert wajib_reviu(kmn, TAHUN)
    assert "diubah orang lain" in pesan(
        lambda: atur_wajib_reviu(satker=kmn, tahun=TAHUN, wajib=False, versi=0, alasan="", oleh=sekretariat)
    )
    ajukan(kmn, perencana)
    tolak = lambda: pesan(lambda: sahkan(kmn, kepala))  # noqa: E731
    assert Kabar.objects.filter(pengguna=apip, judul__contains="menunggu reviu").count() == 1
    assert tolak().endswith("Reviu itu belum dimulai. Mintalah APIP melakukannya.")
    isi_reviu(kmn, apip)
    assert "masih berjalan" in tolak()
    r = tanda_tangani(kmn, apip)
    BarisData.objects.filter(garis_indikator__satker=kmn, tahun=TAHUN).order_by("pk").first().delete()
    assert "Isi laporan berubah sesudah" in tolak()
    assert konteks_laporan(kmn, TAHUN).reviu is None, "a statement about something else is not printed"
    assert "mengapa" in pesan(lambda: cabut_pernyataan(satker=kmn, tahun=TAHUN, alasan=" ", versi=r.versi, oleh=apip))
    r = cabut_pernyataan(satker=kmn, tahun=TAHUN, alasan="Satu baris dihapus.", versi=r.versi, oleh=apip)
    assert (r.keadaan, r.nama, r.tanggal, r.oleh) == (KeadaanReviu.BERJALAN, "", None, None)
    assert not Terbitan.objects.exists()
    tanda_tangani(kmn, apip)
    wajibkan(kmn, sekretariat, wajib=False)
    assert sahkan(kmn, kepala).isi["isi"]["reviu"]["nama"] == PENANDA.nama


def test_usulan_dari_data_dan_pendapat_perencana_tidak_mengisi_jawaban(kmn: Satker, perencana: Pengguna) -> None:
    data = menurut_data(kelengkapan_terkini(kmn, TAHUN))
    assert set(data) == set(BUTIR_REVIU)
    assert (data["R1.3"].jawaban, data["R3.3"].jawaban, data["R2.1"].jawaban) == ("ya", "tidak_berlaku", "")
    assert data["R3.7"].jawaban == "tidak"
    assert "A.4" in data["R3.7"].alasan
    jawab_butir(
        satker=kmn, tahun=TAHUN, kode="R2.1", jawaban="tidak", catatan="Belum ada unitnya.", versi=0, oleh=perencana
    )
    m = menurut_data(kelengkapan_terkini(kmn, TAHUN))["R2.1"]
    assert (m.jawaban, m.perencana) == ("", "tidak (Belum ada unitnya.)")


# --- pages and files ----------------------------------------------------------------


def test_halaman_menyimpan_ketikan_dan_menutup_yang_bukan_haknya(kmn: Satker, apip: Pengguna) -> None:
    a, p = klien("apip"), klien("perencana")
    assert "Mulai reviu" in a.get(SITUS).content.decode()
    assert "Mulai reviu" not in p.get(SITUS).content.decode()
    a.post(f"{SITUS}mulai/")
    isi = a.get(SITUS, {"alamat": "247157/2023/SK3.2/capaian"}).content.decode()
    assert isi.count("usulan, belum disimpan") > 10
    assert 'value="247157/2023/SK3.2/capaian"' in isi
    jawab = a.post(f"{SITUS}jawab/format/", {"jawaban-R1.1": "tidak", "catatan-R1.1": "", "versi-R1.1": "0"})
    assert jawab.status_code == 422
    assert "Tuliskan alasan jawaban butir R1.1" in jawab.content.decode()
    jawab = a.post(f"{SITUS}kertas/", {"langkah": "Ketikan yang harus tetap ada.", "versi": "99"})
    assert jawab.status_code == 409
    assert "Ketikan yang harus tetap ada." in jawab.content.decode()
    jawab = a.post(f"{SITUS}catatan/", {"uraian": "Angka ini janggal.", "alamat": "salah"})
    assert (jawab.status_code, "Angka ini janggal." in jawab.content.decode()) == (422, True)
    assert a.post(f"{SITUS}catatan/", {"uraian": "<b>Catatan</b> satu", "bagian": "bab1"}).status_code == 302
    assert "Belum ada catatan yang disampaikan." in p.get(SITUS).content.decode()
    jejak = {"alamat": f"{reviu_kini(kmn).alamat}/catatan"}
    isi = [k.get(f"/247157/{TAHUN}/riwayat/", jejak).content.decode() for k in (a, p)]
    assert ["Catatan&lt;/b&gt; satu" in teks for teks in isi] == [True, False], "nor does the trail tell of it"
    c = CatatanReviu.objects.get()
    tanggapi = reverse("tanggapi_catatan_reviu", args=[kmn.kunci, TAHUN, c.pk])
    assert p.post(tanggapi, {"tanggapan": "x", "versi": c.versi}).status_code == 422
    a.post(f"{SITUS}sampaikan/", {"versi": reviu_kini(kmn).versi})
    isi = p.get(SITUS).content.decode()
    assert "&lt;b&gt;Catatan&lt;/b&gt; satu" in isi
    assert "Kirim tanggapan" in isi
    assert "1 catatan menunggu tanggapan" in p.get("/").content.decode()
    assert "Daftar uji" not in isi, "the working paper is the APIP's until it is signed"
    jawab = a.post(f"{SITUS}tandatangani/", {"nama": "", "versi": reviu_kini(kmn).versi, "penjelas": "Ketikan tetap."})
    assert (jawab.status_code, "Ketikan tetap." in jawab.content.decode()) == (422, True)
    for bentuk in (KERTAS_KERJA, PERNYATAAN):
        assert p.post(f"{SITUS}unduh/{bentuk}/").status_code == 404


def test_daftar_dan_pengaturan_sekretariat(kmn: Satker) -> None:
    s = klien("sekretariat")
    isi = s.get("/reviu/").content.decode()
    assert "Wajibkan reviu" in isi
    assert "Wajibkan reviu" not in klien("apip").get("/reviu/").content.decode()
    assert s.post(f"{SITUS}wajib/", {"wajib": "ya", "versi": "0", "alasan": "Sampel"}).status_code == 302
    assert KewajibanReviu.objects.get(satker=kmn).wajib
    assert Jejak.objects.get(alamat=f"247157/{TAHUN}/laporan/wajib-reviu").alasan == "Sampel"
    isi = klien("apip").get("/").content.decode()
    assert "1 wajib direviu" in isi


def test_kertas_kerja_dan_pernyataan_sebagai_pdf(
    kmn: Satker, apip: Pengguna, perencana: Pengguna, settings: Any, tmp_path: Any
) -> None:
    settings.MEDIA_ROOT = tmp_path
    isi_reviu(kmn, apip)
    satu = {"satker": kmn, "tahun": TAHUN, "oleh": apip}
    tambah_catatan(**satu, uraian="Selisih dengan berita acara.", saran="", alamat=f"{kmn.kunci}/{TAHUN}/SK3.2/capaian")
    sampaikan_catatan(**satu, versi=reviu_kini(kmn).versi)
    ajukan(kmn, perencana)
    tanda_tangani(kmn, apip, penjelas="Selisih SK3.2 dijelaskan tahun depan.")
    a = klien("apip")
    teks = {}
    for bentuk in (KERTAS_KERJA, PERNYATAAN):
        a.post(f"{SITUS}unduh/{bentuk}/")
        p = Pekerjaan.objects.get(argumen__bentuk=bentuk)
        # Done without the heartbeat, whose own connection would wait for the transaction of this test.
        nama = cetak_reviu(p.argumen, lambda selesai, total, keterangan="": None)
        Pekerjaan.objects.filter(pk=p.pk).update(keadaan=KeadaanPekerjaan.SELESAI, hasil=nama)
        jawab = a.get(f"{SITUS}unduh/{bentuk}/")
        teks[bentuk] = teks_pdf(b"".join(jawab.streaming_content)).replace("\n", " ")  # type: ignore[attr-defined]
    for isi in teks.values():
        assert PENANDA.nama in isi
        assert PENANDA.nip in isi
        assert "Selisih SK3.2 dijelaskan tahun depan." in isi
    assert "Pernyataan Telah Direviu" in teks[PERNYATAAN]
    kerja = teks[KERTAS_KERJA]
    assert all(f"Isi {n} untuk uji." in kerja for n in TEKS)
    capaian = tulis_teks(konteks_laporan(kmn, TAHUN).hasil.indikator["SK3.2"].capaian)
    assert "Capaian SK3.2" in kerja
    assert capaian in kerja, "the figure that the note is about"
    assert "Anak Lampiran III/2-2" in kerja
