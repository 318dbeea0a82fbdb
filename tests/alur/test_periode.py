"""The way of a triwulan: opening, deadlines and locks, exceptions, corrections, remarks, notices."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.core import mail
from django.utils import timezone

from lakin.alur.enums import Keadaan
from lakin.alur.models import ButirTindak, Kabar, Koreksi, Periode
from lakin.alur.selectors import halangan_periode, halangan_ubah
from lakin.alur.services.kabar import baca_kabar, pilih_kabar
from lakin.alur.services.koreksi import (
    minta_koreksi,
    perubahan_koreksi,
    putuskan_koreksi,
    selesaikan_koreksi,
    selesaikan_lewat_hari,
)
from lakin.alur.services.periode import (
    beri_pengecualian,
    buka_periode,
    cabut_pengecualian,
    kunci_jatuh_tempo,
    kunci_periode,
)
from lakin.alur.services.telaah import (
    buat_butir_tindak,
    komentari,
    laporkan_butir_tindak,
    selesaikan_komentar,
    tutup_butir_tindak,
)
from lakin.alur.tasks import jaga
from lakin.alur.transisi import LANGKAH, TERBUKA, halangan_langkah, tindakan_terbuka
from lakin.jejak.models import Jejak
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import jalankan
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.services import simpan_realisasi
from lakin.web.galat import Bentrok, GalatDomain
from tests.kecil import Kecil

pytestmark = pytest.mark.pg
BESOK = timezone.localdate() + timedelta(days=1)
KEMARIN = timezone.localdate() - timedelta(days=1)


@pytest.fixture
def sekretariat(db: None) -> Pengguna:
    """A member of the secretariat with a mail address."""
    orang = Pengguna.objects.create(username="sek", nama="Sekretariat Uji", email="sek@contoh.id")
    Penugasan.objects.create(pengguna=orang, peran="sekretariat")
    return orang


@pytest.fixture
def balai(kecil: Kecil) -> Kecil:
    """The small satker with its planner assigned."""
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    return kecil


def periode(k: Kecil, tw: int = 1) -> Periode:
    return Periode.objects.get(satker=k.satker, tahun=2023, triwulan=tw)


def fisik(k: Kecil, nilai: int, versi: int = 0, tw: int = 1) -> Any:
    return simpan_realisasi(
        satker=k.satker, tahun=2023, kode="SK1.1", triwulan=tw, jenis=JenisRealisasi.FISIK,
        nilai=Decimal(nilai), versi=versi, oleh=k.oleh,
    )  # fmt: skip


def atur(k: Kecil, tw: int = 1, **isi: Any) -> Periode:
    Periode.objects.filter(satker=k.satker, tahun=2023, triwulan=tw).update(**isi)
    return periode(k, tw)


def minta(k: Kecil, p: Periode, alasan: str = "Angka salah ketik") -> Koreksi:
    return minta_koreksi(satker=k.satker, tahun=2023, triwulan=p.triwulan, alasan=alasan, versi=p.versi, oleh=k.oleh)


def test_setiap_keadaan_dan_tindakan_pada_tabel_menjawab() -> None:
    """A step is either taken or refused with a sentence that tells what to do."""
    for tindakan, langkah in LANGKAH.items():
        for keadaan in Keadaan.values:
            halangan = halangan_langkah(tindakan, keadaan, alasan="ya")
            assert (halangan == "") == (keadaan in langkah.dari), (tindakan, keadaan)
            assert keadaan in langkah.dari or halangan.endswith(".")
    assert tindakan_terbuka("draf", "perencana") == ("ajukan",)
    assert tindakan_terbuka("diajukan", "sekretariat") == ("kembalikan", "verifikasi")
    assert {k for k in Keadaan.values if tindakan_terbuka(k, "auditor")} == set()
    assert {"draf", "dikembalikan"} == TERBUKA


def test_membuka_periode_bagi_beberapa_satker_dan_mengubah_harinya(balai: Kecil, sekretariat: Pengguna) -> None:
    Periode.objects.all().delete()
    buka = {"satker": [balai.satker], "tahun": 2023, "triwulan": 2, "oleh": sekretariat}
    assert buka_periode(**buka, tenggat=date(2023, 7, 10), kunci_pada=date(2023, 7, 20)) == (1, 0)
    assert buka_periode(**buka, tenggat=date(2023, 7, 10), kunci_pada=date(2023, 7, 20)) == (0, 0)
    assert buka_periode(**buka, tenggat=date(2023, 7, 12), kunci_pada=date(2023, 7, 20)) == (0, 1)
    p = periode(balai, 2)
    assert (p.tenggat, p.versi) == (date(2023, 7, 12), 2)
    assert Jejak.objects.filter(alamat=p.alamat).count() == 2
    assert Kabar.objects.filter(pengguna=balai.oleh).count() == 2
    with pytest.raises(GalatDomain, match="mendahului tenggat"):
        buka_periode(**buka, tenggat=date(2023, 7, 12), kunci_pada=date(2023, 7, 11))


def test_hari_penguncian_menutup_isian_dan_pengecualian_membukanya(balai: Kecil, sekretariat: Pengguna) -> None:
    p = atur(balai, kunci_pada=KEMARIN, tenggat=KEMARIN)
    assert "tertutup bagi isian" in halangan_ubah(balai.satker, 2023, 1)
    with pytest.raises(GalatDomain, match="tertutup bagi isian"):
        fisik(balai, 20)
    assert halangan_periode(p, KEMARIN - timedelta(days=1)) == ""
    beri = {"satker": balai.satker, "tahun": 2023, "triwulan": 1, "oleh": sekretariat}
    with pytest.raises(GalatDomain, match="alasan"):
        beri_pengecualian(**beri, versi=p.versi, sampai=BESOK, alasan=" ")
    izin = beri_pengecualian(**beri, versi=p.versi, sampai=BESOK, alasan="Banjir")
    assert halangan_ubah(balai.satker, 2023, 1) == ""
    assert "tertutup" in halangan_periode(periode(balai), BESOK + timedelta(days=1))
    fisik(balai, 20)
    with pytest.raises(Bentrok):
        beri_pengecualian(**beri, versi=p.versi, sampai=BESOK, alasan="Lagi")
    lusa = BESOK + timedelta(days=1)
    panjang = beri_pengecualian(**beri, versi=periode(balai).versi, sampai=lusa, alasan="Masih banjir")
    cabut_pengecualian(pengecualian=panjang, alasan="Sudah surut", oleh=sekretariat)
    assert periode(balai).pengecualian_sampai == BESOK
    cabut_pengecualian(pengecualian=izin, alasan="Sudah masuk", oleh=sekretariat)
    assert "tertutup" in halangan_ubah(balai.satker, 2023, 1)


def test_yang_terverifikasi_terkunci_pada_harinya(balai: Kecil) -> None:
    atur(balai, 1, keadaan="diverifikasi", kunci_pada=KEMARIN)
    atur(balai, 2, keadaan="draf", kunci_pada=KEMARIN)
    atur(balai, 3, keadaan="diverifikasi", kunci_pada=BESOK)
    jaga()
    assert [periode(balai, tw).keadaan for tw in (1, 2, 3)] == ["terkunci", "draf", "diverifikasi"]
    assert kunci_jatuh_tempo() == 0


def test_koreksi_membuka_yang_terkunci_dan_mencatat_yang_berubah(balai: Kecil, sekretariat: Pengguna) -> None:
    sel = fisik(balai, 20)
    p = atur(balai, keadaan="diverifikasi")
    kunci_periode(satker=balai.satker, tahun=2023, triwulan=1, versi=p.versi, oleh=sekretariat)
    with pytest.raises(GalatDomain, match="terkunci"):
        fisik(balai, 25, sel.versi)
    k = minta(balai, periode(balai))
    with pytest.raises(GalatDomain, match="masih ada|Masih ada"):
        minta(balai, periode(balai))
    with pytest.raises(GalatDomain, match="terkunci"):
        fisik(balai, 25, sel.versi)
    with pytest.raises(GalatDomain, match="orang lain"):
        putuskan_koreksi(koreksi=k, setuju=True, putusan="", sampai=BESOK, versi=k.versi, oleh=balai.oleh)
    with pytest.raises(GalatDomain, match="hari ini"):
        putuskan_koreksi(koreksi=k, setuju=True, putusan="", sampai=KEMARIN, versi=k.versi, oleh=sekretariat)
    k = putuskan_koreksi(koreksi=k, setuju=True, putusan="Silakan", sampai=BESOK, versi=k.versi, oleh=sekretariat)
    fisik(balai, 25, sel.versi)
    assert [j.sesudah["nilai"] for j in perubahan_koreksi(k)] == ["25"]
    k = selesaikan_koreksi(koreksi=k, versi=k.versi, oleh=balai.oleh)
    with pytest.raises(GalatDomain, match="terkunci"):
        fisik(balai, 30, sel.versi + 1)
    assert [j.alamat for j in perubahan_koreksi(Koreksi.objects.get(pk=k.pk))] == [
        "111111/2023/SK1.1/fisik/tw1/realisasi"
    ]
    judul = Kabar.objects.filter(pengguna=balai.oleh, jenis="koreksi").values_list("judul", flat=True)
    assert any("disetujui" in j for j in judul)


def test_koreksi_berakhir_pada_harinya(balai: Kecil, sekretariat: Pengguna) -> None:
    k = minta(balai, atur(balai, keadaan="terkunci"))
    putuskan_koreksi(koreksi=k, setuju=True, putusan="", sampai=BESOK, versi=k.versi, oleh=sekretariat)
    assert "terkunci" in halangan_periode(periode(balai), BESOK + timedelta(days=1))
    assert selesaikan_lewat_hari(BESOK + timedelta(days=1)) == 1
    assert periode(balai).koreksi_sampai is None


def test_koreksi_yang_ditolak_memerlukan_alasan_dan_tidak_membuka(balai: Kecil, sekretariat: Pengguna) -> None:
    k = minta(balai, atur(balai, keadaan="terkunci"))
    with pytest.raises(GalatDomain, match="ditolak"):
        putuskan_koreksi(koreksi=k, setuju=False, putusan="", versi=k.versi, oleh=sekretariat)
    putuskan_koreksi(koreksi=k, setuju=False, putusan="Sudah benar", versi=k.versi, oleh=sekretariat)
    assert "terkunci" in halangan_ubah(balai.satker, 2023, 1)
    assert minta(balai, periode(balai)).keadaan == "diminta"


def test_butir_tindak_ditutup_oleh_orang_lain(balai: Kecil, sekretariat: Pengguna) -> None:
    buat = {"satker": balai.satker, "tahun": 2023, "triwulan": 1, "penanggung_jawab": balai.oleh, "oleh": sekretariat}
    with pytest.raises(GalatDomain, match="lewat"):
        buat_butir_tindak(**buat, uraian="Lengkapi bukti", tenggat=KEMARIN)
    b = buat_butir_tindak(**buat, uraian="Lengkapi bukti", tenggat=BESOK)
    with pytest.raises(GalatDomain, match="belum dilaporkan"):
        tutup_butir_tindak(butir=b, versi=b.versi, oleh=sekretariat)
    with pytest.raises(GalatDomain, match="penanggung jawab"):
        laporkan_butir_tindak(butir=b, laporan="Sudah", versi=b.versi, oleh=sekretariat)
    b = laporkan_butir_tindak(butir=b, laporan="Sudah", versi=b.versi, oleh=balai.oleh)
    with pytest.raises(GalatDomain, match="orang lain"):
        tutup_butir_tindak(butir=b, versi=b.versi, oleh=balai.oleh)
    tutup_butir_tindak(butir=b, versi=b.versi, oleh=sekretariat)
    assert ButirTindak.objects.get().ditutup_oleh == sekretariat


def test_komentar_memberi_tahu_lawan_bicara_sekali_dan_dapat_dimatikan(
    balai: Kecil, sekretariat: Pengguna, django_capture_on_commit_callbacks: Any
) -> None:
    tulis = {"satker": balai.satker, "tahun": 2023, "triwulan": 1, "oleh": balai.oleh}
    with pytest.raises(GalatDomain, match="di luar satker"):
        komentari(**tulis, isi="?", alamat="222222/2023/SK1.1/realisasi")
    with django_capture_on_commit_callbacks():
        k = komentari(**tulis, isi="Mengapa turun?", alamat="111111/2023/SK1.1/realisasi/tw1", tandai=True)
    assert mail.outbox == [], "no request waits for a mail server"
    kirim = Pekerjaan.objects.get()
    assert jalankan(pk=kirim.pk)
    assert not jalankan(pk=kirim.pk)
    assert [(s.to, s.subject) for s in mail.outbox] == [
        (["sek@contoh.id"], "Lakin: Komentar baru pada Balai 111111 Triwulan I 2023")
    ]
    assert selesaikan_komentar(komentar=k, oleh=sekretariat).selesai_oleh == sekretariat
    assert baca_kabar(pengguna=sekretariat) == 1
    pilih_kabar(pengguna=sekretariat, jenis="komentar", aplikasi=False, surel=False)  # type: ignore[arg-type]
    komentari(**tulis, isi="Lagi")
    assert Kabar.objects.filter(pengguna=sekretariat).count() == 1
