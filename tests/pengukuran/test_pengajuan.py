"""Handing a triwulan in: blanks, notes, returning, verifying one by one and in bulk."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from lakin.alur.models import Kabar, Periode
from lakin.alur.services.periode import tandai_lengkap
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.pengukuran.ajuan import JenisHal, ajuan
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import CatatanIsian
from lakin.pengukuran.pengajuan import (
    ajukan_triwulan,
    catat_isian,
    kembalikan_triwulan,
    tarik_triwulan,
    verifikasi_banyak,
    verifikasi_triwulan,
)
from lakin.pengukuran.selectors import hasil_segar
from lakin.pengukuran.services import ganti_nilai, simpan_realisasi
from lakin.web.galat import Bentrok, GalatDomain
from tests.kecil import Kecil

pytestmark = pytest.mark.pg


@pytest.fixture
def sekretariat(kecil: Kecil) -> Pengguna:
    """A member of the secretariat; the planner is assigned too."""
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    orang = Pengguna.objects.create(username="sek")
    Penugasan.objects.create(pengguna=orang, peran="sekretariat")
    return orang


def p(k: Kecil, tw: int = 1) -> Periode:
    return Periode.objects.select_related("satker").get(satker=k.satker, tahun=2023, triwulan=tw)


def isi(k: Kecil, tw: int = 1, nilai: int = 25) -> None:
    simpan_realisasi(
        satker=k.satker, tahun=2023, kode="SK1.1", triwulan=tw, jenis=JenisRealisasi.FISIK,
        nilai=Decimal(nilai), versi=0, oleh=k.oleh,
    )  # fmt: skip


def ajukan(k: Kecil, tw: int = 1, versi: int | None = None) -> Periode:
    versi = p(k, tw).versi if versi is None else versi
    return ajukan_triwulan(satker=k.satker, tahun=2023, triwulan=tw, versi=versi, oleh=k.oleh)


def test_yang_kosong_menghalangi_sampai_diisi_atau_dinyatakan_lengkap(kecil: Kecil, sekretariat: Pengguna) -> None:
    with pytest.raises(GalatDomain, match="SK1.1.*Belum diisi: fisik"):
        ajukan(kecil)
    assert p(kecil).keadaan == "draf"
    lengkap = {"satker": kecil.satker, "tahun": 2023, "triwulan": 1, "oleh": kecil.oleh}
    with pytest.raises(GalatDomain, match="mengapa"):
        tandai_lengkap(**lengkap, versi=p(kecil).versi, lengkap=True, alasan="")
    tandai_lengkap(**lengkap, versi=p(kecil).versi, lengkap=True, alasan="Kegiatan mulai triwulan II")
    assert ajukan(kecil).keadaan == "diajukan"
    assert p(kecil).diajukan_pada is not None
    assert Kabar.objects.get(pengguna=sekretariat).judul.endswith("mengajukan Triwulan I 2023")


def test_dikembalikan_dengan_alasan_lalu_diajukan_kembali_dan_diverifikasi(kecil: Kecil, sekretariat: Pengguna) -> None:
    isi(kecil)
    versi = ajukan(kecil).versi
    with pytest.raises(Bentrok):
        ajukan(kecil, versi=versi - 1)
    kembali = {"satker": kecil.satker, "tahun": 2023, "triwulan": 1, "oleh": sekretariat}
    with pytest.raises(GalatDomain, match="perlu diperbaiki"):
        kembalikan_triwulan(**kembali, versi=versi, alasan=" ")
    kembalikan_triwulan(**kembali, versi=versi, alasan="Bukti belum ada")
    assert Kabar.objects.get(pengguna=kecil.oleh).isi == "Bukti belum ada"
    ajukan(kecil)
    tarik_triwulan(satker=kecil.satker, tahun=2023, triwulan=1, versi=p(kecil).versi, oleh=kecil.oleh)
    ajukan(kecil)
    assert verifikasi_triwulan(**kembali, versi=p(kecil).versi).keadaan == "diverifikasi"
    with pytest.raises(GalatDomain, match="diverifikasi"):
        ajukan(kecil)


def test_tidak_mencapai_memerlukan_catatan_yang_gugur_saat_angkanya_berubah(
    kecil: Kecil, sekretariat: Pengguna
) -> None:
    def ganti(nilai: str) -> None:
        ganti_nilai(
            satker=kecil.satker, tahun=2023, kode="SK1.1", nilai=Decimal(nilai), alasan="Nilai resmi", oleh=kecil.oleh
        )

    def hal() -> Any:
        semua = ajuan(p(kecil, 4), hasil_segar(kecil.satker, 2023)).hal
        return next(h for h in semua if h.jenis is JenisHal.JANGGAL)

    def catat(versi: int, teks: str = "Pelanggan utama tutup") -> CatatanIsian:
        return catat_isian(
            satker=kecil.satker, tahun=2023, triwulan=4, alamat=hal().alamat, kaidah=hal().kaidah, isi=teks,
            versi=versi, oleh=kecil.oleh,
        )  # fmt: skip

    isi(kecil, 4, 100)
    ganti("1.5")
    with pytest.raises(GalatDomain, match="di bawah target"):
        ajukan(kecil, 4)
    with pytest.raises(GalatDomain, match="kosong"):
        catat(0, " ")
    catat(0)
    with pytest.raises(GalatDomain, match="orang lain"):
        catat(0)
    assert hal().catatan == "Pelanggan utama tutup"
    ganti("1.2")
    assert hal().catatan == ""
    catat(1)
    assert ajukan(kecil, 4).keadaan == "diajukan"


def test_verifikasi_banyak_menyisakan_yang_janggal(kecil: Kecil, sekretariat: Pengguna) -> None:
    isi(kecil, 1)
    ajukan(kecil, 1)
    selesai, sisa = verifikasi_banyak(periode=[p(kecil, 1), p(kecil, 2)], oleh=sekretariat)
    assert [(x.triwulan, x.keadaan) for x in selesai] == [(1, "diverifikasi")]
    assert [(x.triwulan, "belum diajukan" in alasan) for x, alasan in sisa] == [(2, True)]
