"""The smallest satker with a Renstra, a PK and a tree, for tests that need no real data."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from anggaran.models import Dipa, Pagu, Simpul
from lakin.alur.models import Periode
from lakin.organisasi.models import Pengguna, Satker
from renstra.models import (
    ButirPK,
    GarisIndikator,
    Indikator,
    PerjanjianKinerja,
    Renstra,
    RevisiRenstra,
    Sasaran,
    Tujuan,
)

DAUN = "019.07.EC.6077.BAD.005.051"


@dataclass(frozen=True)
class Kecil:
    """What was made."""

    satker: Satker
    oleh: Pengguna
    revisi: RevisiRenstra
    indikator: Indikator
    pk: PerjanjianKinerja
    butir: ButirPK
    dipa: Dipa
    daun: Simpul

    @property
    def garis(self) -> GarisIndikator:
        """The lineage of the one indicator."""
        return self.indikator.garis_indikator


def buat_kecil(kode: str = "111111") -> Kecil:
    """Make it, with the four triwulan of 2023 open."""
    satker = Satker.objects.create(kode=kode, singkatan=f"Balai {kode}", jenis="BSPJI")
    renstra = Renstra.objects.create(satker=satker, awal=2021, akhir=2024, nama="Renstra uji")
    revisi = RevisiRenstra.objects.create(renstra=renstra, nomor=0, berlaku_sejak=date(2021, 1, 1))
    tujuan = Tujuan.objects.create(revisi=revisi, kode="T1", nama="Tujuan uji")
    sasaran = Sasaran.objects.create(revisi=revisi, kode="SK1", nama="Sasaran uji", perspektif="customer")
    indikator = Indikator.objects.create(
        revisi=revisi,
        garis_indikator=GarisIndikator.objects.create(satker=satker, kunci="uji"),
        kode="SK1.1",
        nama="Indikator uji",
        sasaran=sasaran,
        tujuan=tujuan,
        satuan="Persen",
        rumus="pertumbuhan_layanan",
        cara_renstra="rata_rata",
    )
    pk = PerjanjianKinerja.objects.create(
        satker=satker, tahun=2023, revisi=0, revisi_renstra=revisi, berlaku_sejak=date(2023, 1, 2)
    )
    butir = ButirPK.objects.create(perjanjian=pk, indikator=indikator, nilai=Decimal(3), keadaan="ada", urut=1)
    dipa = Dipa.objects.create(satker=satker, tahun=2023, revisi=0, nilai=Decimal(1000), keadaan="ada")
    daun = Simpul.objects.create(dipa=dipa, kode=DAUN, tingkat="komponen", uraian="Daun", kode_cetak="051")
    Pagu.objects.create(simpul=daun, nilai=Decimal(1000))
    for tw in (1, 2, 3, 4):
        Periode.objects.create(satker=satker, tahun=2023, triwulan=tw)
    oleh = Pengguna.objects.create(username=f"perencana-{kode}", nama="Perencana Uji")
    return Kecil(satker, oleh, revisi, indikator, pk, butir, dipa, daun)
