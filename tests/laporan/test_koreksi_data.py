"""The corrections of a year in the report: only their own triwulan, from what to what, frozen with the rest."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.utils import timezone

from lakin.alur.models import Koreksi, Periode
from lakin.alur.services.koreksi import minta_koreksi, putuskan_koreksi, selesaikan_koreksi
from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka
from lakin.laporan.beku import beku, cair, sidik
from lakin.laporan.blok.bab2_koreksi import KoreksiData
from lakin.laporan.koreksi import koreksi_laporan
from lakin.laporan.selectors import konteks_laporan
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.pengukuran.services import simpan_realisasi
from tests.kecil import Kecil

BLOK = KoreksiData()


def isi(k: Kecil, tw: int, nilai: int, versi: int) -> Any:
    return simpan_realisasi(
        satker=k.satker, tahun=2023, kode="SK1.1", triwulan=tw, jenis="fisik", nilai=Decimal(nilai), versi=versi,
        oleh=k.oleh,
    )  # type: ignore[arg-type]  # fmt: skip


@pytest.fixture
def terkoreksi(kecil: Kecil) -> Kecil:
    """Triwulan I corrected from 20 over 25 to 30, while triwulan II was filled in for the first time."""
    sel = isi(kecil, 1, 20, 0)
    satu = Periode.objects.filter(satker=kecil.satker, tahun=2023, triwulan=1)
    satu.update(keadaan="terkunci")
    sek = Pengguna.objects.create(username="sek")
    Penugasan.objects.create(pengguna=sek, peran="sekretariat")
    k: Koreksi = minta_koreksi(
        satker=kecil.satker, tahun=2023, triwulan=1, alasan="Tertukar", versi=satu.get().versi, oleh=kecil.oleh
    )
    besok = timezone.localdate() + timedelta(days=1)
    k = putuskan_koreksi(koreksi=k, setuju=True, putusan="", sampai=besok, versi=k.versi, oleh=sek)
    sel = isi(kecil, 1, 25, sel.versi)
    isi(kecil, 1, 30, sel.versi)
    isi(kecil, 2, 77, 0)
    selesaikan_koreksi(koreksi=k, versi=k.versi, oleh=kecil.oleh)
    return kecil


def test_tabel_koreksi_memuat_semula_dan_menjadi_dan_ikut_dibekukan(terkoreksi: Kecil) -> None:
    k = konteks_laporan(terkoreksi.satker, 2023)
    (satu,) = k.koreksi
    assert [(u.alamat, u.lama, u.baru) for u in satu.ubahan] == [
        ("111111/2023/SK1.1/fisik/tw1/realisasi", Decimal(20), Decimal(30))
    ]
    assert BLOK.berlaku(k, None)
    (baris,) = BLOK.baris(k, None)
    lama, baru = baris.isi["lama"], baris.isi["baru"]
    assert isinstance(lama, Angka)
    assert isinstance(baru, Angka)
    assert (lama.nilai, lama.alamat, baru.nilai) == (Decimal(20), "111111/2023/koreksi/1/1/lama", Decimal(30))
    assert "Tertukar" in str(baris.isi["alasan"])
    beku_ini = beku(k)
    assert cair(beku_ini).koreksi == k.koreksi
    assert sidik(cair(beku_ini)) == sidik(k)
    lama_sekali = {"versi": beku_ini["versi"], "isi": {n: x for n, x in beku_ini["isi"].items() if n != "koreksi"}}
    assert cair(lama_sekali).koreksi == (), "a version that was frozen before has none"


def test_tanpa_koreksi_tidak_ada_tabelnya_dan_yang_tertutup_tidak_terbaca(terkoreksi: Kecil, db: None) -> None:
    auditor = Pengguna.objects.create(username="aud")
    Penugasan.objects.create(pengguna=auditor, peran="auditor")
    assert len(koreksi_laporan(terkoreksi.satker, 2023, 1, auditor)) == 1
    Periode.objects.filter(satker=terkoreksi.satker, triwulan=1).update(keadaan="dikembalikan")
    assert koreksi_laporan(terkoreksi.satker, 2023, 4, auditor) == ()
    Koreksi.objects.all().delete()
    k = konteks_laporan(terkoreksi.satker, 2023)
    assert k.koreksi == ()
    assert not BLOK.berlaku(k, None)


def test_nilai_na_kosong_dan_kata_tetap_berbeda() -> None:
    from lakin.laporan.koreksi import _isi

    assert _isi({"nilai": None, "keadaan": "na"}) == {"nilai": Tiada.NA}
    assert _isi({"nilai": None, "keadaan": "kosong"}) == {}
    assert _isi({"nilai": "0", "keadaan": "ada"}) == {"nilai": Decimal(0)}
    assert _isi({"isi": {"nama": "PT A", "ini": "12.5", "lalu": ""}}) == {
        "nama": "PT A", "ini": Decimal("12.5"), "lalu": Tiada.KOSONG,
    }  # fmt: skip
