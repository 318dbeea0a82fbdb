"""Kept results: equal to the engine's, made again only where their inputs changed, shown as far as one may see."""

from __future__ import annotations

from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command
from django.db import transaction
from django.utils import timezone

from lakin.alur.models import Periode
from lakin.alur.selectors import tahun_tertutup, triwulan_tertutup
from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.jejak.services import catat
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import jalankan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import HasilTersimpan, Realisasi
from lakin.pengukuran.pembaca import PembacaBanyak
from lakin.pengukuran.ringkas import ringkas
from lakin.pengukuran.selectors import hasil_segar
from lakin.pengukuran.selectors_simpanan import ukuran_katalog
from lakin.pengukuran.services import simpan_realisasi
from lakin.pengukuran.simpanan import fakta_ukuran, satker_tahun_basi, segarkan
from lakin.pengukuran.tasks import minta_segar
from renstra.models import PerjanjianKinerja


def semua_segar() -> int:
    return segarkan(satker_tahun_basi())


def tersimpan(satker: Satker, tahun: int) -> dict[str, Any]:
    return dict(HasilTersimpan.objects.get(satker=satker, tahun=tahun).isi)


def dari_mesin(satker: Satker, tahun: int) -> dict[str, Any]:
    keadaan = dict(Periode.objects.filter(satker=satker, tahun=tahun).values_list("triwulan", "keadaan"))
    return ringkas(hasil_segar(satker, tahun), keadaan)


def ubah(satker: Satker, tahun: int, kode: str, tw: int, jenis: JenisRealisasi, nilai: str) -> None:
    milik = Realisasi.objects.filter(garis_indikator__satker=satker, garis_indikator__indikator__kode=kode)
    sel = milik.filter(tahun=tahun, triwulan=tw, jenis=jenis).distinct().get()
    simpan_realisasi(
        satker=satker, tahun=tahun, kode=kode, triwulan=tw, jenis=jenis, nilai=Decimal(nilai), versi=sel.versi,
        oleh=Pengguna.objects.get(username="pemuat"),
    )  # fmt: skip


def test_banyak_satker_dibaca_bersama_seperti_sendiri(kmn: Satker) -> None:
    """Rows that are read for many satkers at once give each the facts that it has when it is read alone."""
    call_command("generate_synthetic", satker=6, tahun=2, seed=5, stdout=StringIO())
    pasangan = satker_tahun_basi()
    assert len(pasangan) == 2 + 12
    milik = {s.pk: s for s in Satker.objects.all()}
    for tahun in sorted({t for _, t in pasangan}):
        baca = PembacaBanyak([s for s, t in pasangan if t == tahun], tahun)
        for s in (s for s, t in pasangan if t == tahun):
            assert fakta_ukuran(milik[s], tahun, baca) == fakta_ukuran(milik[s], tahun)


@pytest.mark.pg
def test_sama_dengan_mesin_dan_hanya_yang_berubah_dihitung(kmn: Satker) -> None:
    lain = Satker.objects.get(kode="247140")
    pasangan = {(kmn.pk, 2023), (lain.pk, 2023)}
    assert set(satker_tahun_basi()) == pasangan
    assert semua_segar() == 2
    assert tersimpan(kmn, 2023) == dari_mesin(kmn, 2023)
    assert tersimpan(lain, 2023) == dari_mesin(lain, 2023)
    assert tersimpan(kmn, 2023)["indikator"]["ikm"][0]["realisasi"]["nilai"] == "3.76"
    assert satker_tahun_basi() == []

    Periode.objects.filter(satker=kmn, triwulan=4).update(keadaan="draf")
    kode = HasilTersimpan.objects.get(satker=lain).isi["indikator"]
    awal = HasilTersimpan.objects.get(satker=lain).dihitung_pada
    pk = PerjanjianKinerja.objects.filter(satker=kmn, tahun=2023).latest("berlaku_sejak")
    penuh = Realisasi.objects.filter(tahun=2023, triwulan=4, jenis="fisik", nilai=100).values("garis_indikator")
    butir = pk.butir.filter(indikator__garis_indikator__in=penuh).first()
    assert butir
    ubah(kmn, 2023, butir.indikator.kode, 4, JenisRealisasi.FISIK, "99.9")
    assert satker_tahun_basi() == [(kmn.pk, 2023)]
    assert satker_tahun_basi(tahun=2022) == []
    assert semua_segar() == 1
    assert tersimpan(kmn, 2023) == dari_mesin(kmn, 2023)
    assert HasilTersimpan.objects.get(satker=lain).dihitung_pada == awal
    assert HasilTersimpan.objects.get(satker=lain).isi["indikator"] == kode

    # What an older form of the short form holds is nothing that a reader could take.
    HasilTersimpan.objects.filter(satker=lain).update(versi=0)
    assert satker_tahun_basi() == [(lain.pk, 2023)]
    assert "247140" not in [u.kode for u in ukuran_katalog("ikm", 2023, pengguna=None)]
    assert semua_segar() == 1


@pytest.mark.parametrize(
    "alamat, basi",
    [
        ("247157/2023/komentar/7", 0),
        ("247157/2023/narasi/bab3", 0),
        ("247157/2023/SK1.1/uraian/kendala/tw4", 0),
        ("247157/2024/SK1.1/realisasi/tw4", 0),  # a later year's value does not reach back
        ("247157/2022/SK1.1/realisasi/tw4", 1),
        ("247157/2024/periode/tw1", 0),
        ("247157/2024/SK1.1/target_renstra", 1),  # a year of the same Renstra may
        ("247157/renstra/2021/revisi/1", 1),
        ("umum/katalog/ikm", 2),
        ("umum/satker/247140/nama/2024-01-01", 1),
        ("umum/pembanding/247140/2023/ikm/realisasi", 0),
        ("umum/pengguna/baru", 0),
    ],
)
def test_jejak_menandai_yang_mungkin_berubah(kmn: Satker, alamat: str, basi: int) -> None:
    semua_segar()
    with transaction.atomic():
        catat(oleh=None, tindakan="ubah", alamat=alamat, sebelum=None, sesudah=None)
    assert len(satker_tahun_basi()) == basi
    assert semua_segar() == 0, "the facts are the same: nothing is computed"
    assert satker_tahun_basi() == []


def test_tahun_berikutnya_ikut_hanya_bila_angkanya_ikut(db: None) -> None:
    call_command("generate_synthetic", satker=3, tahun=2, seed=2, stdout=StringIO())
    Periode.objects.update(keadaan="draf")
    assert semua_segar() == 6
    s = Satker.objects.get(kode="900001")
    ubah(s, 2023, "SK1.1", 1, JenisRealisasi.FISIK, "12.5")
    assert satker_tahun_basi() == [(s.pk, 2023), (s.pk, 2024)]
    assert semua_segar() == 1
    ubah(s, 2023, "SK1.1", 4, JenisRealisasi.NILAI, "55.55")
    assert semua_segar() == 2, "last year's realisasi stands in next year's growth"
    for tahun in (2023, 2024):
        assert tersimpan(s, tahun) == dari_mesin(s, tahun)
    lalu = tersimpan(s, 2024)["indikator"]
    assert "55.55" in [u["lalu"].get("nilai") for semua in lalu.values() for u in semua]


def test_pekerjaan_menyegarkan_tahun_demi_tahun(kmn: Satker) -> None:
    minta_segar()
    minta_segar()
    pekerjaan = Pekerjaan.objects.get()
    assert pekerjaan.argumen == {"tahun": 2023}
    assert jalankan(pk=pekerjaan.pk)
    pekerjaan.refresh_from_db()
    assert (pekerjaan.keadaan, pekerjaan.total, pekerjaan.hasil) == ("selesai", 2, "2 dari 2 dihitung ulang")
    minta_segar()
    pekerjaan.refresh_from_db()
    assert pekerjaan.keadaan == "selesai", "nothing has changed: nobody asks"


@pytest.mark.pg
def test_terlihat_menurut_aturan_yang_sama(kmn: Satker) -> None:
    for tw, keadaan, pada in ((3, "diverifikasi", None), (4, "diajukan", timezone.now())):
        Periode.objects.filter(satker=kmn, tahun=2023, triwulan=tw).update(keadaan=keadaan, diajukan_pada=pada)
    Periode.objects.create(satker=kmn, tahun=2022, triwulan=2)
    semua_segar()
    for akun in ("perencana", "perencana2", "kepala", "sekretariat", "auditor"):
        oleh = Pengguna.objects.get(username=akun)
        tertutup = tahun_tertutup(oleh, (2022, 2023))
        for satker in Satker.objects.all():
            satu = triwulan_tertutup(oleh, satker)
            assert {t for s, t in tertutup if s == satker.pk} == {t for t, tw in satu if tw == 4}, (akun, satker)

    def ikm(akun: str) -> Any:
        oleh = Pengguna.objects.get(username=akun)
        return next(u for u in ukuran_katalog("ikm", 2023, pengguna=oleh) if u.kode == "247157")

    for akun in ("perencana", "sekretariat"):
        assert ikm(akun).melapor
        assert ikm(akun).ukuran.realisasi.nilai == Decimal("3.76")
    bagi_auditor = ikm("auditor")
    assert not bagi_auditor.melapor
    assert isinstance(bagi_auditor.ukuran.target, Angka)
    for b in (bagi_auditor.ukuran.realisasi, bagi_auditor.ukuran.capaian, bagi_auditor.ukuran.lalu):
        assert isinstance(b, TanpaNilai)
        assert b.keadaan is Tiada.KOSONG
    assert ukuran_katalog("ikm", 2023, pengguna=None)[0].ukuran.realisasi.alamat == "247157/2023/SK5.1/realisasi"


def test_banyak_permintaan_tidak_tumbuh_bersama_satker(kmn: Satker, django_assert_max_num_queries: Any) -> None:
    semua_segar()
    call_command("generate_synthetic", satker=4, tahun=1, seed=1, stdout=StringIO())
    semua_segar()
    sekretariat = Pengguna.objects.get(username="sekretariat")
    kunci = next(iter(HasilTersimpan.objects.filter(satker__sintetis=True)[0].isi["indikator"]))
    with django_assert_max_num_queries(6):
        satu = ukuran_katalog(kunci, 2024, pengguna=sekretariat, sintetis=True)
    assert satu
    assert all(u.sintetis for u in satu)
    assert ukuran_katalog(kunci, 2024, pengguna=sekretariat) == []
    with django_assert_max_num_queries(6):
        satker_tahun_basi()
