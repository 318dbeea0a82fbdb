"""Evidence: taken in, tied to several figures, locked with its period, and handed out only to those who may see it."""

from __future__ import annotations

import hashlib
from datetime import date
from io import BytesIO
from typing import Any
from zipfile import ZipFile

import pytest
from django.conf import LazySettings
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from lakin.alur.models import Periode
from lakin.berkas.models import Berkas
from lakin.jejak.models import Jejak
from lakin.laporan.berkas_auditor import tulis_berkas_auditor
from lakin.organisasi.models import Pengguna, Penugasan, Satker
from lakin.pengukuran.ajuan import BUKTI, JenisHal, ajuan
from lakin.pengukuran.bukti import KeteranganBukti, lepas_bukti, tautkan_bukti, ubah_bukti, unggah_bukti
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors import hasil_segar, hasil_terkini
from lakin.web.galat import Bentrok, GalatDomain
from tests import dokumen_bukti as buat
from tests.foto import berkas as gambar
from tests.kecil import Kecil

SURAT = buat.pdf(3)
SK11 = "111111/2023/SK1.1"
DAFTAR = "/111111/2023/bukti/"


@pytest.fixture
def k(kecil: Kecil) -> Kecil:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    return kecil


def unggahan(isi: bytes = SURAT, nama: str = "Surat_tugas.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, "text/html")


def unggah(k: Kecil, alamat: str = SK11, isi: bytes = SURAT, nama: str = "Surat_tugas.pdf", **kata: Any) -> Bukti:
    return unggah_bukti(
        satker=k.satker, tahun=2023, alamat=alamat, berkas=unggahan(isi, nama), keterangan=KeteranganBukti(**kata),
        oleh=k.oleh,
    )  # fmt: skip


def terdaftar(k: Kecil) -> list[str]:
    """The annex's list, through the kept facts: a change must reach them."""
    return [f.perihal for f in hasil_terkini(k.satker, 2023).fakta.bukti]


def masuk(pengguna: Pengguna) -> Client:
    klien = Client()
    klien.force_login(pengguna, "django.contrib.auth.backends.ModelBackend")
    return klien


def orang(peran: str, satker: Satker | None = None) -> Pengguna:
    baru = Pengguna.objects.create(username=f"{peran}-{satker}")
    Penugasan.objects.create(pengguna=baru, peran=peran, satker=satker)
    return baru


@pytest.mark.pg
def test_satu_berkas_untuk_beberapa_angka_berjejak_dan_menolak_yang_lama(k: Kecil) -> None:
    b = unggah(k, nomor="12/X", tanggal=date(2023, 3, 1))
    assert (b.perihal, b.berkas.halaman, b.berkas.sidik) == ("Surat tugas", 3, hashlib.sha256(SURAT).hexdigest())
    lain = unggah(k, f"{SK11}/realisasi/tw1", nama="Nama lain.pdf")
    assert lain.berkas == b.berkas, "one content of a satker is kept once"
    with pytest.raises(GalatDomain, match="sudah menjadi bukti"):
        unggah(k)
    taut = tautkan_bukti(satker=k.satker, tahun=2023, pk=b.pk, alamat=f"{SK11}/fisik/tw2/realisasi", oleh=k.oleh)
    assert (taut.berkas, taut.perihal, taut.nomor) == (b.berkas, "Surat tugas", "12/X")
    with pytest.raises(GalatDomain, match="Tidak ada angka"):
        tautkan_bukti(satker=k.satker, tahun=2023, pk=b.pk, alamat="222222/2023/SK1.1", oleh=k.oleh)
    with pytest.raises(GalatDomain, match="Tidak ada angka"):
        unggah(k, f"{SK11}/baris/7")
    kata = KeteranganBukti("Surat tugas tim", "12/X")
    ubah_bukti(satker=k.satker, tahun=2023, pk=b.pk, keterangan=kata, versi=1, oleh=k.oleh)
    with pytest.raises(Bentrok):
        ubah_bukti(satker=k.satker, tahun=2023, pk=b.pk, keterangan=kata, versi=1, oleh=k.oleh)
    assert terdaftar(k) == ["Surat tugas tim", "Surat tugas", "Nama lain"]
    lepas_bukti(satker=k.satker, tahun=2023, pk=taut.pk, versi=1, oleh=k.oleh)
    assert terdaftar(k) == ["Surat tugas tim", "Nama lain"]
    assert Berkas.objects.get().isi.storage.exists(b.berkas.isi.name)
    jejak = Jejak.objects.filter(alamat=f"{SK11}/bukti/{b.pk}").order_by("pk")
    assert [j.tindakan for j in jejak] == ["tambah", "ubah"]


@pytest.mark.pg
def test_kunci_triwulan_berlaku_juga_bagi_buktinya(k: Kecil) -> None:
    b = unggah(k, f"{SK11}/realisasi/tw1")
    Periode.objects.filter(satker=k.satker, triwulan=1).update(keadaan="terkunci")
    for tindakan in (
        lambda: unggah(k, f"{SK11}/realisasi/tw1", isi=gambar()),
        lambda: lepas_bukti(satker=k.satker, tahun=2023, pk=b.pk, versi=1, oleh=k.oleh),
        lambda: ubah_bukti(satker=k.satker, tahun=2023, pk=b.pk, keterangan=KeteranganBukti("x"), versi=1, oleh=k.oleh),
    ):
        with pytest.raises(GalatDomain, match="[Tt]erkunci"):
            tindakan()
    assert Bukti.objects.count() == 1
    unggah(k, f"{SK11}/realisasi/tw2", isi=gambar())
    assert Bukti.objects.count() == 2


def test_bukti_yang_diminta_pedoman_ditanyakan_pada_akhir_tahun(k: Kecil) -> None:
    def diminta(tw: int) -> list[Any]:
        periode = Periode.objects.select_related("satker").get(satker=k.satker, tahun=2023, triwulan=tw)
        return [h for h in ajuan(periode, hasil_segar(k.satker, 2023)).halangan if h.kaidah == BUKTI]

    assert diminta(4) == []
    k.indikator.wajib_bukti = True
    k.indikator.save()
    assert [(h.jenis, h.alamat) for h in diminta(4)] == [(JenisHal.KOSONG, SK11)]
    assert diminta(3) == []
    klien = masuk(k.oleh)
    assert "wajib berbukti" in klien.get(f"{DAFTAR}?kurang").content.decode()
    unggah(k)
    assert diminta(4) == []
    assert "wajib berbukti" not in klien.get(f"{DAFTAR}?kurang").content.decode()


def test_berkas_hanya_bagi_yang_boleh_dan_tidak_dijalankan_peramban(k: Kecil) -> None:
    b = unggah(k, nama='Surat "tugas"\r\nX: y.exe')
    lain = Satker.objects.create(kode="222222", singkatan="Balai lain", jenis="BSPJI")
    url, auditor = f"{DAFTAR}{b.pk}/", masuk(orang("auditor"))
    tetangga = masuk(orang("perencana", lain))
    for tertutup in (tetangga, auditor):
        assert tertutup.get(url).status_code == 404
        assert "Surat" not in tertutup.get(f"{DAFTAR}alamat/?alamat={SK11}").content.decode()
    assert Client().get(url).status_code == 302
    sekretariat = masuk(orang("sekretariat"))
    assert sekretariat.get(url).status_code == 404
    akhir = Periode.objects.filter(satker=k.satker, triwulan=4)
    akhir.update(keadaan="diajukan")
    assert b"".join(sekretariat.get(url).streaming_content) == SURAT  # type: ignore[attr-defined]
    assert auditor.get(url).status_code == 404
    akhir.update(keadaan="diverifikasi")
    for terbuka in (masuk(k.oleh), sekretariat, auditor):
        jawab = terbuka.get(url, headers={"Accept-Encoding": "gzip"})
        assert b"".join(jawab.streaming_content) == SURAT  # type: ignore[attr-defined]
        assert jawab["Content-Type"] == "application/pdf"
        assert jawab["Content-Disposition"].startswith("attachment; filename=")
        assert ".exe.pdf" in jawab["Content-Disposition"]
        assert "\r" not in jawab["Content-Disposition"]
        assert "sandbox" in jawab["Content-Security-Policy"]
        assert jawab["X-Content-Type-Options"] == "nosniff"
        assert "no-store" in jawab["Cache-Control"]
    assert tetangga.get(f"/222222/2023/bukti/{b.pk}/").status_code == 404
    foto = unggah(k, isi=gambar(), nama="foto.jpg", alamat=f"{SK11}/realisasi/tw2")
    jawab = masuk(k.oleh).get(f"{DAFTAR}{foto.pk}/")
    assert (jawab["Content-Type"], jawab["Content-Disposition"][:6]) == ("image/jpeg", "inline")
    jawab.close()


def test_unggahan_tanpa_skrip_dengan_skrip_dan_yang_terlalu_besar(k: Kecil, settings: LazySettings) -> None:
    klien, json = masuk(k.oleh), {"Accept": "application/json"}
    kirim = f"{DAFTAR}unggah/"
    jawab = klien.post(
        kirim, {"alamat": SK11, "berkas": [unggahan(), unggahan(b"MZ", "a.pdf")], "perihal": "", "tanggal": ""},
        follow=True,
    )  # fmt: skip
    teks = jawab.content.decode()
    assert "Surat_tugas.pdf tersimpan" in teks
    assert "a.pdf: Isi berkas ini bukan PDF" in teks
    assert "3 halaman" in teks
    besar = klien.post(kirim, {"alamat": SK11, "berkas": unggahan(bytes(21 * 1024 * 1024))}, headers=json)
    assert (besar.status_code, "20 MB" in besar.json()["pesan"]) == (413, True)
    salah = klien.post(kirim, {"alamat": SK11, "berkas": unggahan(), "tanggal": "31/31/2023"}, headers=json)
    assert (salah.status_code, "31/12/2023" in salah.json()["pesan"]) == (400, True)
    settings.MAKS_KIRIMAN = 1000
    assert klien.post(kirim, {"berkas": unggahan()}, headers=json).status_code == 413
    assert "satu per satu" in klien.post(kirim, {"berkas": unggahan()}).content.decode()
    assert Bukti.objects.count() == 1


def test_halaman_alamat_mengubah_menautkan_dan_melepas(k: Kecil) -> None:
    b, klien, hx = unggah(k, nomor="7"), masuk(k.oleh), {"HX-Request": "true"}
    alamat = f"{SK11}/realisasi/tw1"
    ubah = f"{DAFTAR}{b.pk}/ubah/"
    salah = klien.post(ubah, {"versi": 1, "perihal": " ", "nomor": "8"}, headers=hx)
    assert (salah.status_code, "Isi perihal" in salah.content.decode()) == (422, True)
    assert 'value="8"' in salah.content.decode()
    assert "tersimpan" in klien.post(ubah, {"versi": 1, "perihal": "Baru", "nomor": "8"}, headers=hx).content.decode()
    basi = klien.post(ubah, {"versi": 1, "perihal": "Basi"}, headers=hx).content.decode()
    assert "belum tersimpan" in basi
    assert 'value="Basi"' in basi
    bagian = klien.post(f"{DAFTAR}tautkan/", {"alamat": alamat, "bukti": b.pk}, headers=hx).content.decode()
    assert "Bukti ditautkan" in bagian
    assert "<html" not in bagian
    taut = Bukti.objects.get(alamat=alamat)
    assert "SK1.1</span> realisasi Triwulan I" in klien.get(f"{DAFTAR}?jenis=PDF").content.decode()
    klien.post(f"{DAFTAR}{taut.pk}/lepas/", {"versi": 1}, headers=hx)
    assert not Bukti.objects.filter(alamat=alamat).exists()


def test_berkas_auditor_memuat_berkas_sekali_dengan_sidiknya(kmn: Satker, perencana: Pengguna) -> None:
    Periode.objects.filter(satker=kmn, tahun=2023).update(keadaan="draf", kunci_pada=None)
    for alamat in ("247157/2023/SK3.2", "247157/2023/SK3.2/realisasi/tw2"):
        unggah_bukti(
            satker=kmn, tahun=2023, alamat=alamat, berkas=unggahan(), keterangan=KeteranganBukti("Surat"),
            oleh=perencana,
        )  # fmt: skip
    wadah = BytesIO()
    tulis_berkas_auditor(wadah, kmn, 2023, pdf=b"%PDF-")
    with ZipFile(wadah) as arsip:
        (nama,) = [n for n in arsip.namelist() if n.startswith("bukti/")]
        assert arsip.read(nama) == SURAT
        assert (
            arsip.read("bukti.csv").decode().count(f"{nama},Surat_tugas.pdf,{hashlib.sha256(SURAT).hexdigest()}") == 2
        )
        assert nama in arsip.read("SHA256SUMS").decode()
    daftar = [b.perihal for b in hasil_segar(kmn, 2023).fakta.bukti if b.indikator == "SK3.2"]
    assert daftar.count("Surat") == 1
