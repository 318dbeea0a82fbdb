"""Planning: Renstra with its revisions, the catalogue, PK, Rencana Aksi, ties to the budget."""

from renstra.models.kaskade import AturanGulung, Kaskade, PelakuKaskade
from renstra.models.katalog import Katalog
from renstra.models.kegiatan import KegiatanRenstra, PendanaanKegiatan
from renstra.models.perjanjian import (
    AnggaranPK,
    ButirPK,
    PenandaTangan,
    PerjanjianKinerja,
    RencanaAksi,
)
from renstra.models.renstra import (
    GarisIndikator,
    Indikator,
    Renstra,
    RevisiRenstra,
    Sasaran,
    TargetIndikator,
    TargetTujuan,
    Tujuan,
)
from renstra.models.tautan import Acuan, AnggaranIndikator, Dukungan
from renstra.models.uraian import KegiatanPenunjang, Keterkaitan, Pernyataan

__all__ = [
    "Acuan",
    "AnggaranIndikator",
    "AnggaranPK",
    "AturanGulung",
    "ButirPK",
    "Dukungan",
    "GarisIndikator",
    "Indikator",
    "Kaskade",
    "Katalog",
    "KegiatanPenunjang",
    "KegiatanRenstra",
    "Keterkaitan",
    "PelakuKaskade",
    "PenandaTangan",
    "PendanaanKegiatan",
    "PerjanjianKinerja",
    "Pernyataan",
    "RencanaAksi",
    "Renstra",
    "RevisiRenstra",
    "Sasaran",
    "TargetIndikator",
    "TargetTujuan",
    "Tujuan",
]
