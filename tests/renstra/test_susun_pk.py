"""A revision of the PK is drafted, written, put in force; what was agreed before stays as it was."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from lakin.angka import Tiada
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.jembatan import fakta
from lakin.web.galat import Bentrok, GalatDomain
from renstra import services
from renstra.models import ButirPK, PerjanjianKinerja
from renstra.selectors import pk_berlaku
from tests.tanda_pk import tandatangani

pytestmark = [pytest.mark.django_db, pytest.mark.pg]


@pytest.fixture
def draf(kmn: Satker, perencana: Pengguna) -> PerjanjianKinerja:
    return services.susun_revisi_pk(satker=kmn, tahun=2023, dari=1, oleh=perencana)


def _tulis(draf: PerjanjianKinerja, oleh: Pengguna, nilai: object, versi: int = 0, kode: str = "SK3.2") -> ButirPK:
    return services.simpan_target(
        satker=draf.satker, tahun=2023, revisi=draf.revisi, kode=kode, nilai=nilai, versi=versi, oleh=oleh
    )


def test_draf_adalah_salinan_penuh_dan_belum_berlaku(draf: PerjanjianKinerja, kmn: Satker) -> None:
    berlaku = pk_berlaku(kmn, 2023)
    assert berlaku is not None
    assert berlaku.revisi == 1
    ukur = [(b.indikator.kode, b.isi, b.rencana_aksi.count()) for b in draf.butir.all()]
    assert ukur == [(b.indikator.kode, b.isi, b.rencana_aksi.count()) for b in berlaku.butir.all()]
    assert len(ukur) == 13


def test_target_draf_ditulis_tanpa_menyentuh_yang_berlaku(draf: PerjanjianKinerja, perencana: Pengguna) -> None:
    _tulis(draf, perencana, Decimal(4))
    _tulis(draf, perencana, Tiada.NA, 1)
    target = {i.kode: i.target for i in fakta(draf.satker, 2023).indikator}
    assert target["SK3.2"] == 3


@pytest.mark.parametrize("nilai, pesan", [(Decimal(0), "nol: capaian tidak dapat dihitung"), (Decimal(-1), "negatif")])
def test_target_nol_ditolak_dan_tidak_berjejak(
    draf: PerjanjianKinerja, perencana: Pengguna, nilai: Decimal, pesan: str
) -> None:
    jejak = Jejak.objects.count()
    with pytest.raises(GalatDomain, match=pesan):
        _tulis(draf, perencana, nilai)
    assert draf.butir.get(indikator__kode="SK3.2").isi == 3
    assert Jejak.objects.count() == jejak


def test_dua_orang_menulis_target_yang_sama(draf: PerjanjianKinerja, perencana: Pengguna) -> None:
    _tulis(draf, perencana, Decimal(4))
    with pytest.raises(Bentrok) as b:
        _tulis(draf, perencana, Decimal(6))
    assert (b.value.kini, b.value.milik, b.value.versi) == ("4", "6", 1)


def test_berlaku_sejak_suatu_hari_dan_yang_lama_tetap(draf: PerjanjianKinerja, perencana: Pengguna) -> None:
    _tulis(draf, perencana, Decimal(4))
    tandatangani(draf, date(2023, 11, 15), oleh=perencana)

    def target(hari: date) -> object:
        return {i.kode: i.target for i in fakta(draf.satker, 2023, pada=hari).indikator}["SK3.2"]

    assert target(date(2023, 12, 31)) == 4
    assert target(date(2023, 10, 31)) == 3
    with pytest.raises(GalatDomain, match="tidak dapat diubah"):
        _tulis(draf, perencana, Decimal(5), 1)


@pytest.mark.parametrize("sejak", [date(2023, 10, 1), date(2023, 1, 1), date(2024, 1, 1)])
def test_tanggal_berlaku_yang_menimpa_ditolak(draf: PerjanjianKinerja, perencana: Pengguna, sejak: date) -> None:
    with pytest.raises(GalatDomain):
        tandatangani(draf, sejak, oleh=perencana)
    draf.refresh_from_db()
    assert draf.berlaku_sejak is None


def test_satu_draf_saja_dan_dari_yang_terlihat(draf: PerjanjianKinerja, perencana: Pengguna) -> None:
    with pytest.raises(GalatDomain, match="Sudah ada draf"):
        services.susun_revisi_pk(satker=draf.satker, tahun=2023, dari=1, oleh=perencana)
    services.hapus_draf_pk(satker=draf.satker, tahun=2023, revisi=draf.revisi, oleh=perencana)
    with pytest.raises(GalatDomain, match="sudah berganti"):
        services.susun_revisi_pk(satker=draf.satker, tahun=2023, dari=0, oleh=perencana)


def test_versi_semua_target_sama_dengan_satu_satu(draf: PerjanjianKinerja, perencana: Pengguna) -> None:
    _tulis(draf, perencana, Decimal(4))
    _tulis(draf, perencana, Decimal(5), 1)
    alamat = services.alamat_target(draf, "SK3.2")
    assert services.versi_semua(draf) == {alamat: services.versi_alamat(alamat)} == {alamat: 2}
