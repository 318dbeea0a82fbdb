"""The budget: DIPA and its revisions, the tree, realisasi, volumes, PNBP, customers."""

from anggaran.models.pnbp import HasilLayanan, PnbpLayanan, PnbpTahun
from anggaran.models.pohon import Dipa, Keluaran, Pagu, Simpul
from anggaran.models.realisasi import (
    AnggaranTahun,
    NilaiKinerjaAnggaran,
    PaguTercatat,
    RealisasiAnggaran,
    RencanaPenarikan,
    SerapanTercatat,
    TargetSerapan,
)

__all__ = [
    "AnggaranTahun",
    "Dipa",
    "HasilLayanan",
    "Keluaran",
    "NilaiKinerjaAnggaran",
    "Pagu",
    "PaguTercatat",
    "PnbpLayanan",
    "PnbpTahun",
    "RealisasiAnggaran",
    "RencanaPenarikan",
    "SerapanTercatat",
    "Simpul",
    "TargetSerapan",
]
