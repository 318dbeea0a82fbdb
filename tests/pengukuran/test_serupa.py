"""A value is held against the same indicator at like satkers that have handed in."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lakin.alur.models import Periode
from lakin.organisasi.models import Satker
from lakin.pengukuran.ajuan import ajuan
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.selectors import hasil_segar
from lakin.pengukuran.serupa import serupa
from lakin.pengukuran.services import simpan_realisasi
from renstra.models import Indikator, Katalog
from tests.kecil import Kecil, buat_kecil

ISI = {"222222": 100, "333333": 101, "444444": 99, "555555": 900, "666666": 900}


def _tercatat(k: Kecil, katalog: Katalog, nilai: int) -> None:
    Indikator.objects.filter(pk=k.indikator.pk).update(katalog=katalog, rumus="", satuan="Nilai")
    simpan_realisasi(
        satker=k.satker, tahun=2023, kode="SK1.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal(nilai),
        versi=0, oleh=k.oleh,
    )  # fmt: skip


def _temuan(k: Kecil) -> list[str]:
    periode = Periode.objects.select_related("satker").get(satker=k.satker, tahun=2023, triwulan=4)
    return [h.pesan for h in ajuan(periode, hasil_segar(k.satker, 2023)).hal if h.kaidah == "jauh-dari-serupa"]


def test_hanya_satker_serupa_yang_sudah_mengajukan(kecil: Kecil, django_assert_max_num_queries: Any) -> None:
    katalog = Katalog.objects.create(kunci="uji", nama="Indikator uji")
    _tercatat(kecil, katalog, 9)
    for kode, nilai in ISI.items():
        _tercatat(buat_kecil(kode), katalog, nilai)
    Periode.objects.filter(satker__kode__in=[*list(ISI)[:3], "666666"], triwulan=4).update(keadaan="diajukan")
    Satker.objects.filter(kode="666666").update(jenis="BBSPJI")  # of another kind; 555555 has not handed in
    with django_assert_max_num_queries(3):
        assert serupa(kecil.satker, 2023) == {"SK1.1": (Decimal(100), Decimal(101), Decimal(99))}
    assert _temuan(kecil) == ["Realisasi 9,00 jauh dari satker serupa (median 100)."]
    Periode.objects.filter(satker__kode="222222", triwulan=4).update(keadaan="dikembalikan")
    assert _temuan(kecil) == []
    Periode.objects.filter(satker__kode="222222", triwulan=4).update(keadaan="terkunci")
    Indikator.objects.filter(revisi__renstra__satker__kode="333333").update(satuan="Persen")
    assert _temuan(kecil) == []
