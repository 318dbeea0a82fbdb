"""Approval: a version keeps its inputs, its file and its approver for ever, whatever changes afterwards."""

from __future__ import annotations

import hashlib
import inspect
import re
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from django.conf import settings
from django.db.models import ProtectedError

from lakin.cetak.pdf import HasilPdf, cetak_pdf
from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import jalankan
from lakin.laporan import kode_terbitan, pengesahan, tasks
from lakin.laporan.beku import sidik
from lakin.laporan.cetakan import data_laporan
from lakin.laporan.enums import KeadaanLaporan
from lakin.laporan.models import BerkasTerbitan, Terbitan
from lakin.laporan.pengajuan import ajukan_laporan
from lakin.laporan.pengesahan import Penyah, buka_laporan, minta_terbitkan, sahkan_laporan, simpan_berkas
from lakin.laporan.selectors import konteks_laporan, laporan_satker
from lakin.laporan.terbitan import bernomor_terbitan, konteks_terbitan, pdf_terbitan, satu_terbitan, terbitan_lengkap
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import BarisData
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from tests.terbitan import PENYAH, buka, perkecil, sahkan

pytestmark = [pytest.mark.django_db, pytest.mark.pg]


def diam(selesai: int, total: int, keterangan: str = "") -> None:
    """Report nothing."""


@pytest.fixture
def kepala(kmn: Satker) -> Pengguna:
    return Pengguna.objects.get(username="kepala")


def cetak_lagi(t: Terbitan) -> str:
    """Laid out from what was frozen with nothing kept of earlier runs; the hash of the file."""
    konteks = konteks_terbitan(t)
    hasil = cetak_pdf(bernomor_terbitan(t, konteks), proses=1, lampiran=(data_laporan(konteks),))
    return hashlib.sha256(hasil.isi).hexdigest()


def test_dua_versi_berdampingan_dan_versi_pertama_tidak_berubah(kmn: Satker, kepala: Pengguna) -> None:
    satu = sahkan(kmn, kepala)
    assert satu.sidik == sidik(konteks_laporan(kmn, 2023))
    satu = perkecil(satu)
    assert not terbitan_lengkap(kmn, 2023).exists()
    nama = tasks.terbitkan_lakin({"terbitan": satu.pk}, diam)
    berkas = Path(settings.MEDIA_ROOT) / nama
    isi = berkas.read_bytes()
    satu = satu_terbitan(kmn, 2023, 1)
    assert (hashlib.sha256(isi).hexdigest(), satu.berkas.nama) == (satu.berkas.sidik, nama)
    with pikepdf.open(berkas) as pdf:
        assert len(pdf.pages) == satu.berkas.halaman
    saat_tulis = berkas.stat().st_mtime_ns
    assert tasks.terbitkan_lakin({"terbitan": satu.pk}, diam) == nama
    assert (BerkasTerbitan.objects.count(), berkas.stat().st_mtime_ns) == (1, saat_tulis)

    buka(kmn, kepala)
    BarisData.objects.filter(garis_indikator__satker=kmn, tahun=2023).order_by("pk").first().delete()
    dua = sahkan(kmn, kepala)
    assert (dua.nomor, dua.sidik == satu.sidik, dua.kode == satu.kode) == (2, False, False)
    simpan_berkas(terbitan=dua, hasil=HasilPdf({}, 1, b"%PDF-1.7 dua"))
    assert [t.nomor for t in terbitan_lengkap(kmn, 2023)] == [2, 1]
    satu = satu_terbitan(kmn, 2023, 1)
    assert sidik(konteks_terbitan(satu)) == satu.sidik
    assert berkas.read_bytes() == isi
    assert cetak_lagi(satu) == satu.berkas.sidik
    for rantai in Rantai.objects.all():
        assert list(kerusakan(rantai)) == []


def test_pengesahan_mencatat_siapa_dan_titik_periksa(kmn: Satker, kepala: Pengguna) -> None:
    ajukan_laporan(satker=kmn, tahun=2023, versi=0, oleh=kepala)
    t = sahkan_laporan(satker=kmn, tahun=2023, versi=1, penyah=PENYAH, oleh=kepala)
    jejak = Jejak.objects.get(rantai__nama=kmn.kunci, urut=t.jejak_urut)
    assert jejak.sidik == t.jejak_sidik
    assert Jejak.objects.get(alamat=pengesahan.alamat_terbitan(t)).sesudah["sidik"] == t.sidik
    assert (t.nama, t.nip, t.pejabat) == ("Azhar Fitri", "197001011990031001", "Plt. Kepala Balai Besar")
    assert laporan_satker(kmn, 2023).keadaan == KeadaanLaporan.DISAHKAN
    sampul = bernomor_terbitan(t).dokumen.sampul
    assert sampul is not None
    assert sampul.pengesahan is not None
    assert sampul.cap == ""
    assert t.jejak_sidik in sampul.pengesahan.baris[-1].replace(" ", "")
    assert "DRAF" not in bernomor_terbitan(t).dokumen.kepala
    with pytest.raises(GalatDomain):
        satu_terbitan(kmn, 2023, 1)  # no file yet


def test_yang_ditolak_tidak_meninggalkan_apa_pun(kmn: Satker, kepala: Pengguna) -> None:
    semua = {"satker": kmn, "tahun": 2023, "versi": 0, "oleh": kepala}

    def ditolak(galat: type[Exception], coba: Callable[[], Any]) -> None:
        sebelum = Jejak.objects.count()
        with pytest.raises(galat):
            coba()
        assert (Terbitan.objects.count(), Pekerjaan.objects.count(), Jejak.objects.count()) == (0, 0, sebelum)

    ditolak(GalatDomain, lambda: sahkan_laporan(**semua, penyah=PENYAH))  # a draft
    ajukan_laporan(**semua)
    semua["versi"] = laporan_satker(kmn, 2023).versi
    ditolak(Bentrok, lambda: sahkan_laporan(**{**semua, "versi": 7}, penyah=PENYAH))
    ditolak(GalatDomain, lambda: buka_laporan(**semua, alasan=" "))
    ditolak(GalatMedan, lambda: sahkan_laporan(**semua, penyah=Penyah("A", "B", "12")))
    ditolak(GalatMedan, lambda: sahkan_laporan(**semua, penyah=Penyah(" ", "B")))


def test_pekerjaan_yang_gagal_dapat_diulang_dan_tidak_mengubah_yang_disahkan(kmn: Satker, kepala: Pengguna) -> None:
    t = sahkan(kmn, kepala)
    pekerjaan = Pekerjaan.objects.get(jenis=pengesahan.TERBITKAN)
    Terbitan.objects.filter(pk=t.pk).update(isi={**t.isi, "versi": 99})
    assert jalankan(pk=pekerjaan.pk)
    pekerjaan.refresh_from_db()
    assert (pekerjaan.keadaan, BerkasTerbitan.objects.count()) == (KeadaanPekerjaan.GAGAL, 0)
    lagi = minta_terbitkan(terbitan=t, oleh=kepala)
    assert (lagi.pk, lagi.keadaan) == (pekerjaan.pk, KeadaanPekerjaan.ANTRE)
    hasil = HasilPdf({}, 1, b"%PDF-1.7 satu")
    simpan_berkas(terbitan=t, hasil=hasil)
    # A second run that gives other bytes (another renderer) finds the approval complete.
    simpan_berkas(terbitan=t, hasil=HasilPdf({}, 2, b"%PDF-1.7 dua"))
    assert BerkasTerbitan.objects.get().sidik == hashlib.sha256(hasil.isi).hexdigest()
    assert pdf_terbitan(satu_terbitan(kmn, 2023, 1)).read_bytes() == hasil.isi


def test_terbitan_tidak_pernah_diubah_atau_dihapus(kmn: Satker, kepala: Pengguna) -> None:
    t = sahkan(kmn, kepala)
    with pytest.raises(ProtectedError):
        t.laporan.delete()
    with pytest.raises(ProtectedError):
        kmn.delete()
    akar = Path(inspect.getfile(pengesahan)).parents[1]
    pola = re.compile(r"(?:Terbitan|terbitan|berkas)(?:\.objects)?[\w.()=, ]*\.(?:update|delete|bulk_update|save)\(")
    for p in sorted((akar / "laporan").rglob("*.py")):
        for baris in p.read_text().splitlines():
            assert not (pola.search(baris) and "erbitan" in baris), f"{p.name}: {baris}"


def test_kode_terbaca_dan_salah_satu_huruf_atau_tertukar_ketahuan() -> None:
    kode = kode_terbitan.kode_baru()
    assert kode_terbitan.baca_kode(f" {kode_terbitan.tulis_kode(kode).lower()} ") == kode
    salah = {kode[:n] + c + kode[n + 1 :] for n in range(9) for c in kode_terbitan.ABJAD if c != kode[n]}
    salah |= {kode[:n] + kode[n + 1] + kode[n] + kode[n + 2 :] for n in range(7) if kode[n] != kode[n + 1]}
    assert {kode_terbitan.baca_kode(s) for s in salah} == {""}
