"""The check page before handing in: what it lists, notes typed in place, handing in and taking back."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from lakin.alur.models import Periode
from lakin.angka import Tiada
from lakin.dasbor.penjelasan import jelaskan
from lakin.organisasi.models import Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import CatatanIsian
from lakin.pengukuran.selectors import hasil_terkini
from lakin.pengukuran.services import ganti_nilai, simpan_realisasi

HALAMAN = "/247157/2023/periksa/4/"
SUMBER = re.compile(r'data-sumber="([^"]+)"')
MEDAN = re.compile(r'<input type="hidden" name="([a-z-]+[0-9]*)" value="([^"]*)">')


def kini(kmn: Satker) -> Periode:
    return Periode.objects.get(satker=kmn, tahun=2023, triwulan=4)


def formulir(isi: str, **catatan: str) -> dict[str, str]:
    """The hidden fields of the notes' form, and a note for each finding by its address' tail."""
    medan = dict(MEDAN.findall(isi[isi.index('id="form-ajuan"') :]))
    for nama, nilai in [*medan.items()]:
        if nama.startswith("alamat-"):
            ekor = nilai.rpartition("2023/")[2].replace("/", "_").replace(".", "")
            medan[f"isi-{nama.removeprefix('alamat-')}"] = catatan.get(ekor, "")
    return medan


def test_halaman_memuat_jumlah_dan_setiap_angkanya_terjelaskan(kmn: Satker, sebagai: Any) -> None:
    klien = sebagai("perencana")
    hasil = hasil_terkini(kmn, 2023)
    for tw in (2, 4):
        isi = klien.get(f"/247157/2023/periksa/{tw}/").content.decode()
        alamat = set(SUMBER.findall(isi))
        assert len(alamat) > 4
        assert [a for a in alamat if jelaskan(hasil, a, triwulan=tw) is None] == []
        assert "13 dari 13" in isi
    assert "2 hal janggal belum bercatatan" in isi
    assert 'href="/247157/2023/realisasi/4/#sel-SK1.1"' in isi
    assert "Periksa dan ajukan" in klien.get("/247157/2023/realisasi/4/").content.decode()
    assert klien.get("/247157/2023/periksa/5/").status_code == 404


def test_catatan_tersimpan_di_tempat_lalu_diajukan_dan_ditarik(kmn: Satker, sebagai: Any) -> None:
    klien = sebagai("perencana")
    awal = formulir(klien.get(HALAMAN).content.decode(), SK11_capaian="Kolaborasi baru berjalan")
    assert klien.post(f"{HALAMAN}ajukan/", {**awal, "tindakan": "catat"}).status_code == 302
    assert CatatanIsian.objects.get().isi == "Kolaborasi baru berjalan"

    # Sent again with the old page: another's note is never overwritten, and what was typed stays to be read.
    basi = {**awal, **{k: "Ketikan kedua" for k, v in awal.items() if v == "Kolaborasi baru berjalan"}}
    jawab = klien.post(f"{HALAMAN}ajukan/", {**basi, "tindakan": "catat"})
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert "Ketikan kedua" in isi
    assert "diubah orang lain" in isi
    assert "“Kolaborasi baru berjalan”" in isi
    assert CatatanIsian.objects.get().isi == "Kolaborasi baru berjalan"

    # Pressed too early it says why, and keeps the notes.
    isi = klien.get(HALAMAN).content.decode()
    satu = formulir(isi, SK11_capaian="Kolaborasi baru berjalan")
    jawab = klien.post(f"{HALAMAN}ajukan/", {**satu, "tindakan": "ajukan"})
    assert jawab.status_code == 422
    assert "SK2.2" in jawab.content.decode().split('role="alert"')[1][:400]
    assert kini(kmn).keadaan == "draf"

    lengkap = {"SK11_capaian": "Kolaborasi baru berjalan", "SK22_capaian": "Permintaan uji melonjak"}
    jawab = klien.post(f"{HALAMAN}ajukan/", {**formulir(isi, **lengkap), "tindakan": "ajukan"}, follow=True)
    isi = jawab.content.decode()
    assert kini(kmn).keadaan == "diajukan"
    assert "Menunggu telaah Sekretariat" in isi
    assert "“Permintaan uji melonjak”" in isi
    assert "<textarea" not in isi

    assert klien.post(f"{HALAMAN}tarik/", {"versi": kini(kmn).versi - 1}).status_code == 422
    assert klien.post(f"{HALAMAN}tarik/", {"versi": kini(kmn).versi}).status_code == 302
    assert kini(kmn).keadaan == "draf"


def test_yang_kosong_bertautan_ke_isiannya_dan_dapat_dinyatakan_lengkap(
    kmn: Satker, perencana: Any, sebagai: Any
) -> None:
    simpan_realisasi(
        satker=kmn, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.FISIK, nilai=Tiada.KOSONG, versi=1,
        oleh=perencana,
    )  # fmt: skip
    klien = sebagai("perencana")
    isi = klien.get(HALAMAN).content.decode()
    assert 'href="/247157/2023/realisasi/4/#sel-SK5.1-fisik"' in isi
    assert "Belum diisi: fisik." in isi
    assert "1 hal belum diisi" in isi
    versi = kini(kmn).versi
    jawab = klien.post(f"{HALAMAN}lengkap/", {"lengkap": "1", "versi": versi, "alasan": " "})
    assert jawab.status_code == 422
    assert "mengapa isian itu memang kosong" in jawab.content.decode()
    klien.post(f"{HALAMAN}lengkap/", {"lengkap": "1", "versi": versi, "alasan": "Survei tertunda"})
    isi = klien.get(HALAMAN).content.decode()
    assert "“Survei tertunda”" in isi
    assert "1 hal belum diisi" not in isi
    klien.post(f"{HALAMAN}lengkap/", {"lengkap": "0", "versi": versi + 1})
    assert not kini(kmn).lengkap


def test_catatan_yang_angkanya_berubah_disebut_gugur(kmn: Satker, perencana: Any, sebagai: Any) -> None:
    klien = sebagai("perencana")
    isi = klien.get(HALAMAN).content.decode()
    klien.post(f"{HALAMAN}ajukan/", {**formulir(isi, SK22_capaian="Sudah diperiksa"), "tindakan": "catat"})
    ganti_nilai(satker=kmn, tahun=2023, kode="SK2.2", nilai=Decimal(14), alasan="Hitung ulang", oleh=perencana)
    isi = klien.get(HALAMAN).content.decode()
    assert "Catatan sebelumnya tidak berlaku lagi" in isi
    assert "“Sudah diperiksa”" in isi
    assert "2 hal janggal belum bercatatan" in isi


@pytest.mark.parametrize("akun", ["kepala", "sekretariat", "auditor"])
def test_hanya_perencana_yang_mengajukan(sebagai: Any, akun: str) -> None:
    assert sebagai(akun).get(HALAMAN).status_code == 404
