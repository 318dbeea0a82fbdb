"""The report and its PDF."""

from django.urls import path

from lakin.laporan import (
    views,
    views_banding,
    views_buka,
    views_daftar_reviu,
    views_foto,
    views_kelengkapan,
    views_kerangka,
    views_naskah,
    views_periksa,
    views_reviu,
    views_tahun_baru,
    views_tempat,
    views_terbitan,
    views_unduhan,
    views_versi_renstra,
)
from lakin.laporan.alamat import dengan_triwulan

urlpatterns = [
    path("periksa/", views_periksa.periksa, name="periksa"),
    path("periksa/<str:kode>/", views_periksa.periksa, name="periksa_kode"),
    path("lakin/<str:satker>/<int:tahun>/", views.laporan, name="laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="cetak_laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="unduh_laporan"),
    path("lakin/<str:satker>/<int:tahun>/foto/", views_foto.foto, name="foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/daftar/", views_foto.daftar_foto, name="daftar_foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/unggah/", views_foto.unggah_foto, name="unggah_foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/isi/<str:sidik>/", views_foto.isi_foto, name="isi_foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/<str:kode>/", views_foto.ubah_foto, name="ubah_foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/<str:kode>/ganti/", views_foto.ganti_foto, name="ganti_foto"),
    path("lakin/<str:satker>/<int:tahun>/foto/<str:kode>/hapus/", views_foto.hapus_foto, name="hapus_foto"),
    path("lakin/<str:satker>/<int:tahun>/sahkan/", views_terbitan.sahkan, name="sahkan_laporan"),
    path("lakin/<str:satker>/<int:tahun>/buka/", views_terbitan.buka, name="buka_laporan"),
    path("lakin/<str:satker>/<int:tahun>/buka/minta/", views_buka.minta, name="minta_buka"),
    path("lakin/<str:satker>/<int:tahun>/buka/tolak/", views_buka.tolak, name="tolak_buka"),
    path("lakin/<str:satker>/<int:tahun>/versi/<int:nomor>/", views_terbitan.versi, name="versi_laporan"),
    path("lakin/<str:satker>/<int:tahun>/versi/<int:nomor>/pdf/", views_terbitan.terbitkan, name="terbitkan_laporan"),
    path(
        "lakin/<str:satker>/<int:tahun>/versi/<int:nomor>/unduh/<str:bentuk>/",
        views_unduhan.unduh_versi,
        name="unduh_versi",
    ),
    path("lakin/<str:satker>/<int:tahun>/banding-versi/", views_banding.banding, name="banding_versi"),
    path(
        "lakin/<str:satker>/<int:tahun>/banding-versi/unduh/<str:bentuk>/",
        views_banding.unduh_banding,
        name="unduh_banding",
    ),
    path("lakin/<str:satker>/<int:tahun>/unduh/<str:bentuk>/", views_unduhan.unduh_draf, name="unduh_draf"),
    path("lakin/<str:satker>/<int:tahun>/narasi/", views_naskah.daftar_narasi, name="daftar_narasi"),
    path("lakin/<str:satker>/<int:tahun>/narasi/<str:bagian>/", views_naskah.tulis_narasi, name="tulis_narasi"),
    path(
        "lakin/<str:satker>/<int:tahun>/narasi/<str:bagian>/simpan/", views_naskah.simpan_narasi, name="simpan_narasi"
    ),
    path("lakin/<str:satker>/<int:tahun>/narasi/<str:bagian>/versi/", views_naskah.versi_narasi, name="versi_narasi"),
    path(
        "lakin/<str:satker>/<int:tahun>/narasi/<str:bagian>/pulihkan/",
        views_naskah.pulihkan_narasi,
        name="pulihkan_narasi",
    ),
    path(
        "lakin/<str:satker>/<int:tahun>/narasi/<str:bagian>/rancangan/",
        views_naskah.rancangan_narasi,
        name="rancangan_narasi",
    ),
    path("lakin/<str:satker>/<int:tahun>/rancangan/", views_naskah.susun_rancangan, name="susun_rancangan"),
    path("lakin/<str:satker>/<int:tahun>/kerangka/", views_kerangka.kerangka, name="kerangka"),
    path("lakin/<str:satker>/<int:tahun>/kerangka/ubah/", views_kerangka.ubah_kerangka, name="ubah_kerangka"),
    path("lakin/<str:satker>/<int:tahun>/angka/", views_naskah.cari_angka, name="cari_angka"),
    path("lakin/<str:satker>/<int:tahun>/angka/nilai/", views_naskah.nilai_ikatan, name="nilai_ikatan"),
    path("lakin/<str:satker>/<int:tahun>/rujukan/", views_naskah.cari_bagian, name="cari_bagian"),
    path("lakin/<str:satker>/<int:tahun>/angka-ketikan/", views_naskah.angka_ketikan, name="angka_ketikan"),
    path("lakin/<str:satker>/<int:tahun>/kelengkapan/", views_kelengkapan.kelengkapan, name="kelengkapan"),
    path(
        "lakin/<str:satker>/<int:tahun>/kelengkapan/<str:butir>/jawab/",
        views_kelengkapan.jawab_kelengkapan,
        name="jawab_kelengkapan",
    ),
    path("lakin/<str:satker>/<int:tahun>/ajukan/", views_kelengkapan.ajukan, name="ajukan_laporan"),
    path("lakin/<str:satker>/<int:tahun>/tarik/", views_kelengkapan.tarik, name="tarik_laporan"),
    path("lakin/<str:satker>/<int:tahun>/kembalikan/", views_kelengkapan.kembalikan, name="kembalikan_laporan"),
]

urlpatterns += [
    path("reviu/", views_daftar_reviu.daftar, name="daftar_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/", views_reviu.reviu, name="reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/wajib/", views_daftar_reviu.atur, name="atur_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/mulai/", views_reviu.mulai, name="mulai_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/kertas/", views_reviu.kertas, name="kertas_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/jawab/<str:kelompok>/", views_reviu.jawab, name="jawab_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/catatan/", views_reviu.catat, name="catat_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/catatan/<int:pk>/", views_reviu.ubah, name="ubah_catatan_reviu"),
    path(
        "lakin/<str:satker>/<int:tahun>/reviu/catatan/<int:pk>/tanggapi/",
        views_reviu.tanggapi,
        name="tanggapi_catatan_reviu",
    ),
    path("lakin/<str:satker>/<int:tahun>/reviu/sampaikan/", views_reviu.sampaikan, name="sampaikan_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/tandatangani/", views_reviu.tandatangani, name="tandatangani_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/cabut/", views_reviu.cabut, name="cabut_reviu"),
    path("lakin/<str:satker>/<int:tahun>/reviu/unduh/<str:bentuk>/", views_reviu.unduh, name="unduh_reviu"),
]
"""The reviu is of the yearly report alone."""

urlpatterns += [path("lakin/<str:satker>/<int:tahun>/tempat/", views_tempat.tempat_angka, name="tempat_angka")]

VERSI_RENSTRA = "<str:satker>/renstra/<int:awal>/<int:nomor>/uraian/<slug:bagian>/versi/"
urlpatterns += [path(VERSI_RENSTRA, views_versi_renstra.versi_uraian, name="versi_uraian_renstra")]

TAHUN_BARU = "<str:satker>/tahun-baru/<int:tahun>/"
urlpatterns += [
    path(TAHUN_BARU, views_tahun_baru.tahun_baru, name="tahun_baru"),
    path(f"{TAHUN_BARU}ambil/", views_tahun_baru.ambil, name="ambil_tahun"),
    path(f"{TAHUN_BARU}batalkan/", views_tahun_baru.batalkan, name="batalkan_tahun"),
]

PER_TRIWULAN = frozenset(
    {
        "tempat_angka",
        "laporan",
        "cetak_laporan",
        "unduh_laporan",
        "sahkan_laporan",
        "buka_laporan",
        "minta_buka",
        "tolak_buka",
        "versi_laporan",
        "terbitkan_laporan",
        "unduh_versi",
        "unduh_draf",
        "banding_versi",
        "unduh_banding",
        "daftar_narasi",
        "tulis_narasi",
        "simpan_narasi",
        "versi_narasi",
        "pulihkan_narasi",
        "rancangan_narasi",
        "susun_rancangan",
        "cari_angka",
        "nilai_ikatan",
        "cari_bagian",
        "angka_ketikan",
        "kerangka",
        "ubah_kerangka",
        "kelengkapan",
        "jawab_kelengkapan",
        "ajukan_laporan",
        "tarik_laporan",
        "kembalikan_laporan",
    }
)
"""Pages that the report of a triwulan has too: their views take ``triwulan``."""

urlpatterns += dengan_triwulan(urlpatterns, PER_TRIWULAN)
