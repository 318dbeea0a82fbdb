"""Planning: Renstra with its revisions, the catalogue, PK, Rencana Aksi, ties to the budget."""

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
    "ButirPK",
    "Dukungan",
    "GarisIndikator",
    "Indikator",
    "Katalog",
    "KegiatanPenunjang",
    "KegiatanRenstra",
    "Keterkaitan",
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
