"""Loading the sample: through the same checks as a person, all or nothing, and never over a person's entry."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from decimal import Decimal
from io import StringIO
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lakin.jejak.models import Jejak, Rantai
from lakin.jejak.selectors import kerusakan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Realisasi
from lakin.pengukuran.services import hapus_baris, simpan_realisasi
from lakin.tukar.muat.pengguna import akun_kurang

ASLI = settings.FIXTURES_DIR / "kmn_2023"


def muat(folder: Path = ASLI) -> str:
    keluar = StringIO()
    call_command("load_demo", folder=folder, tanpa_renstra=True, stdout=keluar)
    return keluar.getvalue()


@pytest.fixture
def salinan(tmp_path: Path) -> Path:
    """A copy of the fixture folder that a test may spoil."""
    return Path(shutil.copytree(ASLI, tmp_path / "kmn_2023"))


@pytest.fixture
def ubah(salinan: Path) -> Callable[[str, str, str], Path]:
    def _ubah(berkas: str, lama: str, baru: str) -> Path:
        isi = (salinan / berkas).read_text(encoding="utf-8")
        assert lama in isi
        (salinan / berkas).write_text(isi.replace(lama, baru, 1), encoding="utf-8")
        return salinan

    return _ubah


def test_berkas_yang_sama_tidak_dibaca_lagi(kmn: Satker, django_assert_max_num_queries: Any) -> None:
    sebelum = Jejak.objects.count()
    with django_assert_max_num_queries(3):
        assert muat().strip() == "Data contoh sudah termuat."
    assert Jejak.objects.count() == sebelum


def test_memuat_ulang_berkas_yang_sama_tidak_mengubah_fakta(kmn: Satker, ubah: Callable[..., Path]) -> None:
    kepala = BarisData.objects.count(), Realisasi.objects.count()
    laporan = muat(ubah("sdm.yaml", "# Staff of KMN", "# The staff of KMN"))
    assert "Data dasar: 72 tetap" in laporan
    assert "Realisasi: 53 tetap" in laporan
    assert "baru" not in laporan
    assert (BarisData.objects.count(), Realisasi.objects.count()) == kepala


def test_isian_orang_tidak_ditimpa(kmn: Satker, perencana: Pengguna, ubah: Callable[..., Path]) -> None:
    ikm = Realisasi.objects.get(garis_indikator__satker=kmn, jenis="nilai", tahun=2023)
    simpan_realisasi(
        satker=kmn, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("3.80"),
        versi=ikm.versi, oleh=perencana,
    )  # fmt: skip
    hapus_baris(satker=kmn, tahun=2023, kode="SK3.2", urut=9, versi=1, oleh=perencana)
    laporan = muat(ubah("realisasi.csv", "SK5.1,4,100,3.76", "SK5.1,4,100,3.77"))
    ikm.refresh_from_db()
    assert ikm.isi == Decimal("3.8")
    assert "Realisasi: 52 tetap, 1 dijaga" in laporan
    assert "Data dasar: 71 tetap, 1 dijaga" in laporan


def test_berkas_yang_berubah_memperbarui_yang_tidak_disentuh_orang(kmn: Satker, ubah: Callable[..., Path]) -> None:
    muat(ubah("realisasi.csv", "SK5.1,4,100,3.76", "SK5.1,4,100,3.77"))
    ikm = Realisasi.objects.get(garis_indikator__satker=kmn, jenis="nilai", tahun=2023)
    assert (ikm.isi, ikm.versi) == (Decimal("3.77"), 2)


def test_triwulan_empat_terbuka_dan_tiga_yang_lain_sudah_diverifikasi(kmn: Satker) -> None:
    keadaan = dict(kmn.periode.filter(tahun=2023).values_list("triwulan", "keadaan"))
    assert keadaan == {1: "diverifikasi", 2: "diverifikasi", 3: "diverifikasi", 4: "draf"}
    assert str(kmn.periode.get(tahun=2023, triwulan=4).tenggat) == "2024-01-10"


@pytest.mark.pg
def test_setiap_fakta_meninggalkan_jejak_dan_rantainya_utuh(kmn: Satker) -> None:
    for rantai in Rantai.objects.all():
        assert list(kerusakan(rantai)) == []
    assert {"247157", "247140", "umum"} <= set(Rantai.objects.values_list("nama", flat=True))
    oleh = Jejak.objects.get(alamat="247157/2023/SK3.2/baris/1").oleh
    assert (oleh.username, oleh.is_active) == ("pemuat", False)


@pytest.mark.parametrize(
    ("berkas", "lama", "baru", "pesan"),
    [
        ("data_dasar/SK3.1.csv", ",1500,2700,", ",0,2700,", "baris 2: sebelum: Nilai sebelum (A) nol"),
        ("realisasi.csv", "SK1.1,4,100", "SK1.1,4,150", "Kemajuan fisik 150% tidak mungkin"),
        ("realisasi.csv", "SK1.1,4,100", "SK9.9,4,100", "SK9.9 tidak ada dalam PK"),
        ("rencana_aksi.csv", "SK1.1,1,10", "SK1.1,5,10", "kmn_2023/rencana_aksi.csv baris 2"),
        ("anggaran/daun.csv", "52540000", "-52540000", "kmn_2023/anggaran/daun.csv baris 2"),
        ("anggaran/realisasi.csv", "49300400", "49300400.5", "rupiah utuh"),
        ("pk.yaml", "indikator: SK2.2", "indikator: SK2.9", "SK2.9 tidak ada dalam"),
    ],
)
def test_berkas_yang_salah_ditolak_dengan_tempatnya_dan_tidak_mengubah_apa_pun(
    kmn: Satker, ubah: Callable[..., Path], berkas: str, lama: str, baru: str, pesan: str
) -> None:
    jejak = Jejak.objects.count()
    with pytest.raises(CommandError) as galat:
        muat(ubah(berkas, lama, baru))
    assert "tidak dimuat sama sekali" in str(galat.value)
    assert pesan in str(galat.value)
    assert Jejak.objects.count() == jejak


@pytest.mark.django_db
def test_pemuatan_pertama_yang_gagal_tidak_meninggalkan_apa_pun(ubah: Callable[..., Path]) -> None:
    with pytest.raises(CommandError, match=r"kmn_2023/data_dasar/SK6\.1\.csv baris 2: .*melebihi batasnya"):
        muat(ubah("data_dasar/SK6.1.csv", "22.07", "32.07"))
    assert (Satker.objects.count(), Jejak.objects.count(), Pengguna.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_berkas_yang_hilang_disebut_namanya(salinan: Path) -> None:
    (salinan / "bukti.csv").unlink()
    with pytest.raises(CommandError, match=r"bukti\.csv tidak ada"):
        muat(salinan)
    assert not Satker.objects.exists()


def test_akun_contoh_hanya_pada_mode_contoh(kmn: Satker, settings: Any) -> None:
    assert Pengguna.objects.get(username="auditor").check_password("lakin-contoh")
    Pengguna.objects.filter(username="auditor").update(username="auditor-lama")
    assert [a.username for a in akun_kurang()] == ["auditor"]
    settings.CONTOH = False
    assert akun_kurang() == []
    assert "sudah termuat" in muat()
    assert not Pengguna.objects.filter(username="auditor").exists()
