"""The trail is a chain: whoever changes, removes or adds a link behind its back is found."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from django.db import transaction
from django.utils import timezone

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.rekam import hapus, rekam
from lakin.jejak.selectors import kerusakan
from lakin.jejak.services import catat
from lakin.pengukuran.models import Setelan
from lakin.web.galat import GalatMedan
from tests.kecil import Kecil

pytestmark = pytest.mark.pg


@pytest.fixture
def rantai(kecil: Kecil) -> Rantai:
    setelan = Setelan(satker=kecil.satker, tahun=2023)
    for batas in (120, 110, 100):
        setelan.batas_capaian = batas
        rekam(setelan, oleh=kecil.oleh, alamat="111111/2023/setelan", alasan="Uji")
    return Rantai.objects.get(nama="111111")


def test_rantai_yang_utuh(rantai: Rantai) -> None:
    assert list(kerusakan(rantai)) == []
    assert rantai.urut == 3


def _ubah(**isi: object) -> Callable[[Rantai], object]:
    return lambda r: Jejak.objects.filter(rantai=r, urut=2).update(**isi)


RUSAK: dict[str, tuple[Callable[[Rantai], object], str]] = {
    "isi sesudah": (_ubah(sesudah={"batas_capaian": "999"}), "Jejak 111111 nomor 2 berubah"),
    "isi sebelum": (_ubah(sebelum={"batas_capaian": "1"}), "nomor 2 berubah"),
    "pelaku": (_ubah(oleh_nama="orang-lain"), "nomor 2 berubah"),
    "waktu": (_ubah(pada=timezone.now()), "nomor 2 berubah"),
    "alasan": (_ubah(alasan="Lain"), "nomor 2 berubah"),
    "alamat": (_ubah(alamat="111111/2023/lain"), "nomor 2 berubah"),
    "tindakan": (_ubah(tindakan="hapus"), "nomor 2 berubah"),
    "dibuang dari tengah": (lambda r: Jejak.objects.filter(rantai=r, urut=2).delete(), "nomor 2 hilang"),
    "dibuang dari ujung": (lambda r: Jejak.objects.filter(rantai=r, urut=3).delete(), "Ujung rantai 111111"),
    "ujungnya diubah": (lambda r: Rantai.objects.filter(pk=r.pk).update(sidik="0" * 64), "Ujung rantai 111111"),
}


@pytest.mark.parametrize("cara", RUSAK)
def test_setiap_kerusakan_ditemukan(rantai: Rantai, cara: str) -> None:
    rusakkan, pesan = RUSAK[cara]
    rusakkan(rantai)
    rantai.refresh_from_db()
    assert any(pesan in kalimat for kalimat in kerusakan(rantai))


def test_setiap_satker_punya_rantainya_sendiri(rantai: Rantai) -> None:
    catat(oleh=None, tindakan="ubah", alamat="222222/2023/setelan", sebelum=None, sesudah=None)
    rantai.refresh_from_db()
    assert rantai.urut == 3
    assert Rantai.objects.get(nama="222222").urut == 1


def test_menghapus_meninggalkan_isi_terakhirnya(kecil: Kecil, rantai: Rantai) -> None:
    hapus(Setelan.objects.get(), oleh=kecil.oleh, alamat="111111/2023/setelan")
    akhir = Jejak.objects.get(rantai=rantai, urut=4)
    assert (akhir.tindakan, akhir.sebelum["batas_capaian"], akhir.sesudah) == ("hapus", "100", None)


def test_fakta_yang_tidak_sah_tidak_meninggalkan_jejak(kecil: Kecil, rantai: Rantai) -> None:
    setelan = Setelan.objects.get()
    setelan.rumus_tujuan = "asal"
    with pytest.raises(GalatMedan) as galat:
        rekam(setelan, oleh=kecil.oleh, alamat="111111/2023/setelan")
    assert set(galat.value.masalah) == {"rumus_tujuan"}
    assert Jejak.objects.count() == 3


@pytest.mark.django_db(transaction=True)
def test_jejak_hanya_di_dalam_transaksi() -> None:
    with pytest.raises(RuntimeError):
        catat(oleh=None, tindakan="ubah", alamat="111111/x", sebelum=None, sesudah=None)
    with transaction.atomic():
        catat(oleh=None, tindakan="ubah", alamat="111111/x", sebelum=None, sesudah=None)
    assert Jejak.objects.count() == 1
