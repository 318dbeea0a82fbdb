"""The frozen facts of one satker and year: all that the engine and the report may read.

Values are ``Nilai`` (a Decimal, ``Tiada.NA`` or ``Tiada.KOSONG``). Money is in
whole rupiah. Nothing here is computed: totals, percentages and achievement
are the engine's.
"""

from __future__ import annotations

from dataclasses import dataclass

from lakin.capaian.fakta.anggaran import (
    FAnggaranIndikator,
    FAnggaranTahun,
    FDipa,
    FDukungan,
    FKeluaran,
    FNka,
    FPagu,
    FPaguTercatat,
    FRealisasiAnggaran,
    FRencanaPenarikan,
    FSerapanTercatat,
    FSimpul,
)
from lakin.capaian.fakta.indikator import (
    CaraRenstra,
    FAcuan,
    FBaris,
    FBukti,
    FGanti,
    FIndikator,
    FPedoman,
    FPendukung,
    FTahunLain,
    FTriwulan,
    Klasifikasi,
)
from lakin.capaian.fakta.layanan import (
    FHasilLayanan,
    FPnbp,
    FPnbpLayanan,
)
from lakin.capaian.fakta.rencana import (
    FPK,
    FKeterkaitan,
    FPenandaTangan,
    FPenunjang,
    FPernyataan,
    FRenstra,
    FSasaran,
    FTujuan,
)
from lakin.capaian.fakta.satker import (
    FJabatan,
    FPegawai,
    FPengawasan,
    FPenghargaan,
    FSatker,
)
from lakin.capaian.fakta.setelan import (
    Pita,
    RumusTujuan,
    Setelan,
)

__all__ = [
    "CaraRenstra",
    "FAcuan",
    "FAnggaranIndikator",
    "FAnggaranTahun",
    "FBaris",
    "FBukti",
    "FDipa",
    "FDukungan",
    "FGanti",
    "FHasilLayanan",
    "FIndikator",
    "FJabatan",
    "FKeluaran",
    "FKeterkaitan",
    "FNka",
    "FPK",
    "FPagu",
    "FPaguTercatat",
    "FPedoman",
    "FPegawai",
    "FPenandaTangan",
    "FPendukung",
    "FPengawasan",
    "FPenghargaan",
    "FPenunjang",
    "FPernyataan",
    "FPnbp",
    "FPnbpLayanan",
    "FRealisasiAnggaran",
    "FRencanaPenarikan",
    "FRenstra",
    "FSasaran",
    "FSatker",
    "FSerapanTercatat",
    "FSimpul",
    "FTahunLain",
    "FTriwulan",
    "FTujuan",
    "Fakta",
    "Klasifikasi",
    "Pita",
    "RumusTujuan",
    "Setelan",
]


@dataclass(frozen=True, slots=True)
class Fakta:
    """All facts of one satker and year, frozen."""

    satker: FSatker
    tahun: int
    setelan: Setelan
    renstra: FRenstra
    pk: FPK
    tujuan: tuple[FTujuan, ...] = ()
    sasaran: tuple[FSasaran, ...] = ()
    indikator: tuple[FIndikator, ...] = ()
    simpul: tuple[FSimpul, ...] = ()
    pagu: tuple[FPagu, ...] = ()
    realisasi_anggaran: tuple[FRealisasiAnggaran, ...] = ()
    rencana_penarikan: tuple[FRencanaPenarikan, ...] = ()
    serapan_tercatat: tuple[FSerapanTercatat, ...] = ()
    dukungan: tuple[FDukungan, ...] = ()
    keluaran: tuple[FKeluaran, ...] = ()
    pagu_tercatat: tuple[FPaguTercatat, ...] = ()
    dipa: tuple[FDipa, ...] = ()
    anggaran_tahun: tuple[FAnggaranTahun, ...] = ()
    anggaran_indikator: tuple[FAnggaranIndikator, ...] = ()
    pnbp: tuple[FPnbp, ...] = ()
    pnbp_layanan: tuple[FPnbpLayanan, ...] = ()
    hasil_layanan: tuple[FHasilLayanan, ...] = ()
    nka: FNka | None = None
    pegawai: tuple[FPegawai, ...] = ()
    acuan: tuple[FAcuan, ...] = ()
    penghargaan: tuple[FPenghargaan, ...] = ()
    pendukung: tuple[FPendukung, ...] = ()
    pernyataan: tuple[FPernyataan, ...] = ()
    keterkaitan: tuple[FKeterkaitan, ...] = ()
    penunjang: tuple[FPenunjang, ...] = ()
    jabatan: tuple[FJabatan, ...] = ()
    bukti: tuple[FBukti, ...] = ()
    pengawasan: tuple[FPengawasan, ...] = ()
