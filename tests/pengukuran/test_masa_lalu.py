"""The facts of an earlier place in the trail, by undoing what came after."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from lakin.angka import Tiada
from lakin.jejak.models import Rantai
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.jembatan import fakta
from lakin.pengukuran.masa_lalu import fakta_pada, hasil_pada
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
from lakin.pengukuran.selectors import hasil_segar
from lakin.pengukuran.services import ganti_nilai, hapus_baris, simpan_baris, simpan_realisasi


def test_semua_jenis_isian_kembali_seperti_semula(kmn: Any, perencana: Any) -> None:
    dulu, hasil_dulu = fakta(kmn, 2023), hasil_segar(kmn, 2023)
    urut = Rantai.objects.get(nama="247157").urut
    milik = {"satker": kmn, "tahun": 2023, "oleh": perencana}

    def isi(kode: str, nilai: Any, jenis: str = "fisik") -> None:
        ada = Realisasi.objects.filter(
            garis_indikator__indikator__kode=kode, garis_indikator__satker=kmn, tahun=2023, triwulan=4, jenis=jenis
        ).first()
        simpan_realisasi(
            **milik, kode=kode, triwulan=4, jenis=JenisRealisasi(jenis), nilai=nilai, versi=ada.versi if ada else 0
        )

    # a cell emptied, one that had none; rows changed, added, deleted; overrides changed, ended, added
    for nilai in (Decimal(90), Tiada.KOSONG):
        isi("SK5.1", nilai)
    isi("SK5.1", Tiada.NA, "nilai")
    baris = {b.urut: b for b in BarisData.objects.filter(garis_indikator__indikator__kode="SK3.1", tahun=2023)}
    b = next(iter(baris.values()))
    satu = {k: (Decimal(v) if v.replace(".", "").isdigit() else v) for k, v in b.isi.items()}
    angka = next(k for k, v in satu.items() if isinstance(v, Decimal))
    simpan_baris(**milik, kode="SK3.1", urut=b.urut, isi={**satu, angka: satu[angka] * 2}, versi=b.versi)
    simpan_baris(**milik, kode="SK3.1", urut=None, isi=satu, versi=0)
    hapus_baris(**milik, kode="SK3.1", urut=b.urut, versi=b.versi + 1)
    ganti_nilai(**milik, kode="SK1.1", nilai=Decimal(12), alasan="Lain")
    ganti_nilai(**milik, kode="SK1.1", nilai=Tiada.KOSONG, alasan="Cabut")
    ganti_nilai(**milik, kode="SK3.1", nilai=Decimal(9), alasan="Baru")

    kini = fakta(kmn, 2023)
    assert kini != dulu
    assert Penggantian.objects.filter(garis_indikator__indikator__kode="SK3.1", tahun=2023).exists()
    kembali = fakta_pada(kmn, kini, urut)
    beda = [(a.kode, a, k) for a, k in zip(dulu.indikator, kembali.indikator, strict=True) if a != k]
    assert beda == []
    assert kembali == dulu
    assert hasil_pada(kmn, hasil_segar(kmn, 2023), urut).alamat == hasil_dulu.alamat
