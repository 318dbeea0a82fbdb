"""Addresses of the site, room by room. Rooms below `organisasi` know no role: who may enter is said here."""

from django.urls import include, path

from lakin.dasbor.tasks import KERTAS, tautan_kertas
from lakin.jejak.views import riwayat
from lakin.kerja.views import pekerjaan
from lakin.laporan.berkas_reviu import CETAK_REVIU
from lakin.laporan.halaman_reviu import tautan_cetak_reviu
from lakin.laporan.jejak_reviu import jejak_tampak
from lakin.laporan.pengesahan import TERBITKAN
from lakin.laporan.services import CETAK
from lakin.laporan.unduhan import UNDUH
from lakin.laporan.views import tautan_unduh
from lakin.laporan.views_unduhan import tautan_terbitan, tautan_unduhan
from lakin.organisasi.gerbang import perlu, semua_pengguna
from lakin.organisasi.izin import Izin
from lakin.web.views import sehat

UNDUHAN = {
    "unduhan": {
        CETAK: tautan_unduh,
        UNDUH: tautan_unduhan,
        TERBITKAN: tautan_terbitan,
        CETAK_REVIU: tautan_cetak_reviu,
        KERTAS: tautan_kertas,
    }
}
"""Where the result of a kind of job is downloaded."""

urlpatterns = [
    path("sehat", sehat, name="sehat"),
    path("", include("lakin.organisasi.urls")),
    path("", include("lakin.alur.urls")),
    path("pekerjaan/<int:pk>/", semua_pengguna(pekerjaan), UNDUHAN, name="pekerjaan"),
    path("", include("lakin.laporan.urls")),
    path(
        "<str:satker>/<int:tahun>/riwayat/",
        perlu(Izin.LIHAT_JEJAK)(riwayat),
        {"saring": jejak_tampak},
        name="riwayat",
    ),
    path("", include("renstra.urls")),
    path("", include("lakin.pengukuran.urls")),
    path("", include("lakin.banding.urls")),
    path("", include("lakin.dasbor.urls")),
]
