"""A year is begun from the last: what is taken, that it is taken once, and that it can be taken back."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from anggaran.models import Dipa, Pagu
from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.jejak.services import catat
from lakin.laporan.kerangka import ke_json
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.models import AmbilanTahun, KerangkaLaporan, Narasi
from lakin.laporan.services import simpan_narasi
from lakin.laporan.tahun_baru.selectors import keadaan_tahun, masih_ambilan, perlu_orang
from lakin.laporan.tahun_baru.services import batalkan_bagian, mulai_tahun
from lakin.organisasi.models import Penugasan
from lakin.pengukuran.models import BarisData, Setelan, Uraian
from lakin.web.galat import GalatDomain
from renstra import services
from renstra.models import Dukungan, PerjanjianKinerja, TargetIndikator
from tests.kecil import DAUN, Kecil

pytestmark = [pytest.mark.django_db, pytest.mark.pg]

ANGKA = {"type": "angka", "attrs": {"alamat": "SK1.1/capaian", "bentuk": "persen"}}
TEKS = {
    "type": "doc",
    "content": [
        {"type": "paragraph", "content": [{"type": "text", "text": "Pada tahun 2023 tercapai "}, ANGKA]},
        {"type": "gambar", "attrs": {"foto": "f1", "setengah": False}},
    ],
}


@pytest.fixture
def lama(kecil: Kecil) -> Kecil:
    """A year that has one of everything that is taken over."""
    s, garis = kecil.satker, kecil.garis
    kecil.indikator.rumus = "tindak_lanjut"
    kecil.indikator.save()
    TargetIndikator.objects.create(indikator=kecil.indikator, tahun=2024, nilai=Decimal(7), keadaan="ada")
    Setelan.objects.create(satker=s, tahun=2023, rumus_tujuan="rata_realisasi", batas_capaian=Decimal(120))
    Dukungan.objects.create(satker=s, tahun=2023, kode=DAUN, garis_indikator=garis)
    KerangkaLaporan.objects.create(satker=s, tahun=2023, isi=ke_json(KERANGKA_BAKU), versi=3)
    Narasi.objects.create(satker=s, tahun=2023, kode="kata_pengantar", isi=TEKS)
    Narasi.objects.create(satker=s, tahun=2023, kode="ikhtisar", isi={})
    Uraian.objects.create(garis_indikator=garis, tahun=2023, judul="kendala", isi=TEKS)
    for urut, sudah in ((1, "ya"), (2, "tidak"), (3, "")):
        isi = {"rekomendasi": f"Rekomendasi {urut}", "ditindaklanjuti": sudah, "surat": "", "bidang": ""}
        BarisData.objects.create(garis_indikator=garis, tahun=2023, urut=urut, isi=isi, tanggal=date(2023, 5, 1))
    return kecil


def _mulai(k: Kecil) -> list[AmbilanTahun]:
    return mulai_tahun(satker=k.satker, tahun=2024, oleh=k.oleh)


def _potret() -> list[Any]:
    """Everything that is not the trail."""
    model = (PerjanjianKinerja, Setelan, Dipa, Dukungan, KerangkaLaporan, Narasi, Uraian, BarisData)
    return [list(m.objects.filter(tahun=2024).values()) for m in model]


def test_setiap_bagian_diambil_sekali(lama: Kecil) -> None:
    assert [a.jenis for a in _mulai(lama)] == [
        "pk", "setelan", "anggaran", "kerangka", "narasi", "uraian", "rekomendasi",
    ]  # fmt: skip
    pk = PerjanjianKinerja.objects.get(tahun=2024)
    assert (pk.draf, pk.butir.get().isi) == (True, 7)
    assert Setelan.objects.get(tahun=2024).batas_capaian == 120
    dipa = Dipa.objects.get(tahun=2024)
    assert [s.kode for s in dipa.simpul.all()] == [DAUN]
    assert not Pagu.objects.filter(simpul__dipa=dipa).exists()
    assert Dukungan.objects.get(tahun=2024).bagian == 100
    assert KerangkaLaporan.objects.get(tahun=2024).isi == ke_json(KERANGKA_BAKU)
    narasi = Narasi.objects.get(tahun=2024)
    assert narasi.isi == {"type": "doc", "content": TEKS["content"][:1]}, "the figure goes along, the picture does not"
    assert Uraian.objects.get(tahun=2024).isi == narasi.isi
    assert [b.isi["rekomendasi"] for b in BarisData.objects.filter(tahun=2024)] == ["Rekomendasi 2", "Rekomendasi 3"]
    assert AmbilanTahun.objects.get(jenis="narasi").catatan == [
        "1 tulisan.", "1 tulisan masih menyebut tahun 2023.", "1 gambar tidak ikut; unggah gambar tahun yang baru.",
    ]  # fmt: skip
    sebelum = _potret()
    with pytest.raises(GalatDomain, match="Tidak ada lagi"):
        _mulai(lama)
    assert _potret() == sebelum
    assert list(kerusakan(Rantai.objects.get(nama=lama.satker.kunci))) == []


def test_yang_sudah_ada_tidak_disentuh(lama: Kecil) -> None:
    Dipa.objects.create(satker=lama.satker, tahun=2024, revisi=0)
    Narasi.objects.create(satker=lama.satker, tahun=2024, kode="ikhtisar", isi=TEKS)
    assert {"anggaran", "narasi"}.isdisjoint(a.jenis for a in _mulai(lama))
    assert not Dipa.objects.get(tahun=2024).simpul.exists()
    assert Narasi.objects.filter(tahun=2024).count() == 1


def test_dibatalkan_seutuhnya_selama_belum_dikerjakan(lama: Kecil) -> None:
    sebelum = _potret()
    for a in _mulai(lama):
        batalkan_bagian(satker=lama.satker, tahun=2024, kode=a.jenis, oleh=lama.oleh)
    kerangka = KerangkaLaporan.objects.get(tahun=2024)
    assert kerangka.isi == {}, "follows the default again"
    kerangka.delete()
    assert _potret() == sebelum
    assert not AmbilanTahun.objects.exists()
    assert len(_mulai(lama)) == 7, "and it can be taken again"


def test_yang_sudah_dikerjakan_tidak_dapat_dibatalkan(lama: Kecil) -> None:
    _mulai(lama)
    simpan_narasi(satker=lama.satker, tahun=2024, kode="kata_pengantar", isi={"type": "doc", "content": []},
                  versi=1, oleh=lama.oleh)  # fmt: skip
    services.simpan_target(satker=lama.satker, tahun=2024, revisi=0, kode="SK1.1", nilai=Decimal(8), versi=0,
                           oleh=lama.oleh)  # fmt: skip
    catat(oleh=lama.oleh, tindakan="ubah", alamat=f"111111/2024/anggaran/{DAUN}/realisasi/tw1", sebelum=None,
          sesudah={"nilai": "5"})  # fmt: skip
    halangan = {k.kode: k.halangan for k in keadaan_tahun(lama.satker, 2024) if k.halangan}
    assert set(halangan) == {"pk", "anggaran", "narasi"}
    assert "narasi/kata_pengantar" in halangan["narasi"]
    for kode in halangan:
        with pytest.raises(GalatDomain, match="Sudah dikerjakan"):
            batalkan_bagian(satker=lama.satker, tahun=2024, kode=kode, oleh=lama.oleh)
    assert masih_ambilan(lama.satker, 2024) == {"111111/2024/SK1.1/uraian/tw4/kendala"}
    kurang = " ".join(p.apa for p in perlu_orang(lama.satker, 2024))
    assert all(k in kurang for k in ("Rencana Aksi", "ditandatangani", "DIPA belum", "1 tulisan masih", "Periode"))


def test_gagal_di_tengah_tidak_meninggalkan_apa_pun(lama: Kecil) -> None:
    KerangkaLaporan.objects.filter(tahun=2023).update(isi={"rusak": 1})
    sebelum, jejak = _potret(), Jejak.objects.count()
    with pytest.raises(GalatDomain, match="tidak dapat disalin"):
        _mulai(lama)
    assert (_potret(), Jejak.objects.count()) == (sebelum, jejak)
    with pytest.raises(GalatDomain, match="belum mempunyai PK"):
        mulai_tahun(satker=lama.satker, tahun=2026, oleh=lama.oleh)


def test_halaman_mengambil_dan_membatalkan(lama: Kecil, client: Client) -> None:
    Penugasan.objects.create(pengguna=lama.oleh, peran="perencana", satker=lama.satker)
    client.force_login(lama.oleh, "django.contrib.auth.backends.ModelBackend")
    url = reverse("tahun_baru", args=["111111", 2024])
    assert "belum diambil" in client.get(url).content.decode()
    assert client.post(reverse("ambil_tahun", args=["111111", 2024])).status_code == 302
    isi = client.get(url).content.decode()
    assert "1 indikator dari" in isi
    assert "PK belum ditandatangani." in isi
    client.post(reverse("batalkan_tahun", args=["111111", 2024]), {"kode": "setelan"})
    assert not Setelan.objects.filter(tahun=2024).exists()
