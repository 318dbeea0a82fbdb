"""A revision of the Renstra: drafted as a copy, edited, compared, put in force; the lineage of its indicators."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from lakin.angka import Tiada
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Penugasan
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from renstra.banding_pk import Ubah
from renstra.banding_renstra import banding_indikator, banding_tujuan
from renstra.models import Dukungan, Indikator, KegiatanRenstra, PendanaanKegiatan, RevisiRenstra, TargetIndikator
from renstra.selectors import renstra_berlaku
from renstra.services import susun_pk
from renstra.services.isi_renstra import (
    IsiIndikator,
    hapus_bagian,
    hentikan_indikator,
    simpan_indikator,
    simpan_sasaran,
    simpan_tujuan,
)
from renstra.services.revisi_renstra import (
    berlakukan_renstra,
    halangan_renstra,
    hapus_draf_renstra,
    susun_revisi_renstra,
)
from tests.kecil import Kecil

pytestmark = [pytest.mark.django_db, pytest.mark.pg]

HARI = date(2023, 9, 1)
ISI = IsiIndikator("SK1.1", "Indikator uji", "SK1", "T1", "Persen", "maksimasi", "rata_rata",
                   rumus="pertumbuhan_layanan")  # fmt: skip


@pytest.fixture
def draf(kecil: Kecil) -> RevisiRenstra:
    TargetIndikator.objects.create(indikator=kecil.indikator, tahun=2023, nilai=Decimal(3), keadaan="ada")
    TargetIndikator.objects.create(indikator=kecil.indikator, tahun=2024, nilai=None, keadaan="na")
    kegiatan = KegiatanRenstra.objects.create(indikator=kecil.indikator, urut=1, huruf="A", nama="Pengujian")
    PendanaanKegiatan.objects.create(kegiatan=kegiatan, tahun=2023, nilai=Decimal(52540000), keadaan="ada")
    return susun_revisi_renstra(satker=kecil.satker, dari=0, oleh=kecil.oleh, hari_ini=HARI)


def _letak(k: Kecil) -> dict[str, Any]:
    return {"satker": k.satker, "awal": 2021, "nomor": 1, "oleh": k.oleh}


def _simpan(k: Kecil, lama: str = "SK1.1", versi: int = 0, *, pengganti: bool = False, **ubah: Any) -> Indikator:
    target = ubah.pop("target", {2023: Decimal(3), 2024: Tiada.NA})
    isi = IsiIndikator(**{m: ubah.get(m, getattr(ISI, m)) for m in IsiIndikator.__dataclass_fields__})
    return simpan_indikator(**_letak(k), kode=lama, isi=isi, target=target, pengganti=pengganti, versi=versi)


def test_draf_adalah_salinan_penuh_dengan_garisnya(kecil: Kecil, draf: RevisiRenstra) -> None:
    baru = draf.indikator.get()
    assert (baru.pendahulu, baru.garis, baru.garis_indikator) == (kecil.indikator, "tetap", kecil.garis)
    assert (baru.sasaran.revisi, baru.tujuan.revisi) == (draf, draf)
    assert {t.tahun: t.isi for t in baru.target.all()} == {2023: 3, 2024: Tiada.NA}
    assert [(k.nama, p.tahun, p.isi) for k in baru.kegiatan.all() for p in k.pendanaan.all()] == [
        ("Pengujian", 2023, 52540000)
    ]
    assert kecil.indikator.kegiatan.get().pendanaan.count() == 1
    assert renstra_berlaku(kecil.satker, HARI) == kecil.revisi
    for dari, kalimat in ((0, "Sudah ada draf"), (5, "sudah berganti")):
        with pytest.raises(GalatDomain, match=kalimat):
            susun_revisi_renstra(satker=kecil.satker, dari=dari, oleh=kecil.oleh, hari_ini=HARI)


@pytest.mark.parametrize(
    "ubah, garis",
    [
        ({}, "tetap"),
        ({"nama": "Indikator uji yang diperjelas"}, "revisi"),
        ({"target": {2023: Decimal(4), 2024: Tiada.NA}}, "revisi"),
        ({"target": {2023: Decimal(3)}}, "revisi"),
        ({"nama": "Ukuran lain", "pengganti": True}, "pengganti"),
    ],
)
def test_garis_mengikuti_isinya(kecil: Kecil, draf: RevisiRenstra, ubah: dict[str, Any], garis: str) -> None:
    assert _simpan(kecil, **ubah).garis == garis
    kecil.indikator.refresh_from_db()
    assert (kecil.indikator.nama, kecil.indikator.target.count()) == ("Indikator uji", 2)
    assert Jejak.objects.filter(alamat="111111/renstra/2021/revisi/1/SK1.1").count() == (garis != "tetap")


def test_bentrok_dan_isian_salah_tidak_menyimpan_apa_pun(kecil: Kecil, draf: RevisiRenstra) -> None:
    _simpan(kecil, nama="Pertama")
    with pytest.raises(Bentrok, match="Pertama"):
        _simpan(kecil, nama="Kedua", versi=0)
    with pytest.raises(GalatMedan) as galat:
        _simpan(kecil, versi=1, sasaran="SK9")
    assert "sasaran" in galat.value.masalah
    with pytest.raises(GalatMedan) as galat:
        _simpan(kecil, versi=1, nama="", satuan="x" * 31)
    assert set(galat.value.masalah) == {"nama", "satuan"}
    with pytest.raises(GalatDomain, match="di luar masa"):
        _simpan(kecil, versi=1, target={2030: Decimal(1)})
    baris = draf.indikator.get()
    assert (baris.nama, baris.satuan, baris.target.count()) == ("Pertama", "Persen", 2)


def test_indikator_baru_dihentikan_dan_dilanjutkan(kecil: Kecil, draf: RevisiRenstra) -> None:
    simpan_sasaran(**_letak(kecil), kode="SK2", nama="Sasaran baru", perspektif="customer", versi=0)
    assert "Sasaran tanpa indikator: SK2" in " ".join(halangan_renstra(draf))
    baru = _simpan(kecil, "", kode="SK2.1", sasaran="SK2", target={})
    assert (baru.garis, baru.pendahulu) == ("baru", None)
    assert halangan_renstra(draf) == ["Target belum diisi untuk tahun mana pun: SK2.1."]
    with pytest.raises(GalatMedan):
        _simpan(kecil, "", 0, kode="SK2.1", sasaran="SK2")
    hentikan_indikator(**_letak(kecil), kode="SK1.1")
    assert draf.indikator.get(kode="SK1.1").garis == "dihentikan"
    hentikan_indikator(**_letak(kecil), kode="SK1.1")
    assert draf.indikator.get(kode="SK1.1").garis == "tetap"
    with pytest.raises(GalatDomain, match="masih mempunyai indikator"):
        hapus_bagian(**_letak(kecil), jenis="sasaran", kode="SK2")
    hentikan_indikator(**_letak(kecil), kode="SK2.1")
    hapus_bagian(**_letak(kecil), jenis="sasaran", kode="SK2")
    assert not halangan_renstra(draf)
    assert kecil.satker.garis_indikator.count() == 1


def test_banding_menyebut_garis_dan_target(kecil: Kecil, draf: RevisiRenstra) -> None:
    _simpan(kecil, nama="Ukuran lain", pengganti=True, target={2023: Decimal("4.5")})
    _simpan(kecil, "", kode="SK1.2", target={2024: Decimal(1)})
    simpan_tujuan(**_letak(kecil), kode="T1", nama="Tujuan uji", target={2023: Decimal(50)}, versi=0)
    baris = banding_indikator(kecil.revisi, draf)
    assert [(b.ubah, b.garis) for b in baris] == [(Ubah.BERGANTI, "Pengganti"), (Ubah.DITAMBAH, "Baru")]
    assert baris[0].lama is not None
    assert baris[0].baru is not None
    assert (baris[0].lama.nilai, baris[0].baru.nilai) == ("2023: 3 · 2024: N/A Persen", "2023: 4,5 Persen")
    assert [b.ubah for b in banding_tujuan(kecil.revisi, draf)] == [Ubah.BERUBAH]
    hentikan_indikator(**_letak(kecil), kode="SK1.1")
    assert banding_indikator(kecil.revisi, draf)[0].ubah is Ubah.DIHAPUS


def test_berlaku_sejak_suatu_hari_dan_yang_lama_tetap(kecil: Kecil, draf: RevisiRenstra) -> None:
    letak = {**_letak(kecil), "catatan": "Mengikuti perubahan BSKJI."}
    for sejak, dokumen, kalimat in (
        (date(2021, 1, 1), "SK 1", "Isi tanggal sesudahnya"),
        (date(2025, 1, 1), "SK 1", "dalam masa itu"),
        (date(2023, 10, 1), " ", "dokumen yang menetapkan"),
    ):
        with pytest.raises(GalatDomain, match=kalimat):
            berlakukan_renstra(**letak, sejak=sejak, dokumen=dokumen)
    berlakukan_renstra(**letak, sejak=date(2023, 10, 1), dokumen="SK Kepala 12/2023")
    assert renstra_berlaku(kecil.satker, date(2023, 9, 30)) == kecil.revisi
    assert renstra_berlaku(kecil.satker, date(2023, 10, 1)) == draf
    with pytest.raises(GalatDomain, match="sudah berlaku tidak dapat diubah"):
        _simpan(kecil, nama="Terlambat")
    pk = susun_pk(satker=kecil.satker, tahun=2024, oleh=kecil.oleh, hari_ini=date(2023, 12, 1))
    assert (pk.revisi_renstra, pk.butir.get().isi) == (draf, Tiada.NA)


def test_draf_dihapus_tanpa_sisa(kecil: Kecil, draf: RevisiRenstra) -> None:
    _simpan(kecil, "", kode="SK1.2", target={2024: Decimal(1)})
    hapus_draf_renstra(**_letak(kecil))
    assert not RevisiRenstra.objects.filter(nomor=1).exists()
    assert kecil.satker.garis_indikator.count() == 1
    assert Dukungan.objects.count() == 0


def test_halaman_draf_menyimpan_dan_menolak(kecil: Kecil, draf: RevisiRenstra, client: Client) -> None:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    client.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    url = reverse("ubah_renstra", args=["111111", 2021, 1, "indikator", "SK1.1"])
    isi = {m: getattr(ISI, m) for m in IsiIndikator.__dataclass_fields__}
    isi = {m: n for m, n in isi.items() if n is not False} | {"versi": 0, "target-2023": "1.234", "target-2024": "N/A"}
    assert client.get(url).status_code == 200
    jawab = client.post(url, isi)
    assert jawab.status_code == 422
    assert 'value="1.234"' in jawab.content.decode()
    assert client.post(url, isi | {"target-2023": "3,5"}).status_code == 302
    assert draf.indikator.get().target.get(tahun=2023).isi == Decimal("3.5")
    jawab = client.post(url, isi | {"target-2023": "9", "nama": "Nama orang kedua"})
    assert jawab.status_code == 422
    assert "Pilih salah satu" in jawab.content.decode()
    assert client.post(url, isi | {"target-2023": "9", "versi": 1}).status_code == 302
    for nama in ("revisi_renstra", "banding_renstra"):
        assert client.get(reverse(nama, args=["111111", 2021, 1])).status_code == 200
    assert client.get(reverse("ubah_renstra", args=["111111", 2021, 1, "tujuan", "baru"])).status_code == 200
    assert client.get(reverse("ubah_renstra", args=["111111", 2021, 0, "indikator", "SK1.1"])).status_code == 404
