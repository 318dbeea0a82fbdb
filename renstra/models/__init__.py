"""Planning: Renstra with its revisions, the catalogue, PK, Rencana Aksi, ties to the budget."""

from renstra.models.dokumen import (
    AktivitasArah,
    ArahKebijakan,
    KerangkaRegulasi,
    Nomenklatur,
    PaguUnit,
    UraianRenstra,
)
from renstra.models.kaskade import AturanGulung, Kaskade, PelakuKaskade
from renstra.models.katalog import EjaanKatalog, Katalog
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
    "AktivitasArah",
    "AnggaranIndikator",
    "AnggaranPK",
    "AturanGulung",
    "ArahKebijakan",
    "ButirPK",
    "Dukungan",
    "EjaanKatalog",
    "GarisIndikator",
    "Indikator",
    "Kaskade",
    "Katalog",
    "KegiatanPenunjang",
    "KegiatanRenstra",
    "KerangkaRegulasi",
    "Keterkaitan",
    "PelakuKaskade",
    "Nomenklatur",
    "PaguUnit",
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
    "UraianRenstra",
]
