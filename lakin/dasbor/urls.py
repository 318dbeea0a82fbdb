"""Home, the user guide, the satkers, the overview of one, explanations, a triwulan checked and reviewed."""

from django.urls import path

from lakin.dasbor import (
    views,
    views_ajuan,
    views_banding,
    views_kertas,
    views_panduan,
    views_papan,
    views_penjelasan,
    views_rilis,
    views_telaah,
)

TELAAH = "<str:satker>/<int:tahun>/telaah/<int:triwulan>/"

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("panduan/", views_panduan.daftar_panduan, name="daftar_panduan"),
    path("panduan/<slug:slug>/", views_panduan.panduan, name="panduan"),
    path("papan/", views_papan.halaman_papan, name="papan"),
    path("papan/unduh/", views_papan.unduh_papan, name="unduh_papan"),
    path("papan/verifikasi/", views_papan.verifikasi_papan, name="verifikasi_papan"),
    path("banding/", views_banding.halaman_banding, name="banding"),
    path("banding/unduh/", views_banding.unduh_banding_satker, name="unduh_banding_satker"),
    path("banding/peta/", views_banding.peta_banding, name="peta_banding"),
    path("banding/peta/unduh/", views_banding.unduh_peta_banding, name="unduh_peta_banding"),
    path("banding/profil/<str:satker>/", views_banding.profil_banding, name="profil_banding"),
    path("banding/profil/<str:satker>/unduh/", views_banding.unduh_profil_banding, name="unduh_profil_banding"),
    # Stands before the satkers' own: addresses of figures over many satkers begin with this word.
    path("banding/<int:tahun>/rilis/", views_rilis.rilis_banding, name="rilis_banding"),
    path("banding/<int:tahun>/penjelasan/", views_banding.penjelasan_banding, name="penjelasan_banding"),
    path("satker/", views.daftar_satker, name="daftar_satker"),
    path("<str:satker>/<int:tahun>/", views.ringkasan, name="ringkasan"),
    path("<str:satker>/<int:tahun>/penjelasan/", views_penjelasan.penjelasan, name="penjelasan"),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/", views_ajuan.periksa_ajuan, name="periksa_ajuan"),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/ajukan/", views_ajuan.kirim_ajuan, name="kirim_ajuan"),
    path(
        "<str:satker>/<int:tahun>/periksa/<int:triwulan>/lengkap/",
        views_ajuan.nyatakan_lengkap,
        name="nyatakan_lengkap",
    ),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/tarik/", views_ajuan.tarik_ajuan, name="tarik_ajuan"),
    path(TELAAH, views_telaah.telaah, name="telaah"),
    path(f"{TELAAH}kembalikan/", views_telaah.kembalikan_ajuan, name="kembalikan_ajuan"),
    path(f"{TELAAH}verifikasi/", views_telaah.verifikasi_ajuan, name="verifikasi_ajuan"),
    path(f"{TELAAH}komentar/", views_telaah.komentari_telaah, name="komentari_telaah"),
    path(f"{TELAAH}komentar/<int:pk>/selesai/", views_telaah.selesaikan_komentar, name="selesaikan_komentar"),
    path(f"{TELAAH}tindak/", views_telaah.buat_tindak, name="buat_tindak"),
    path(f"{TELAAH}tindak/<int:pk>/lapor/", views_telaah.laporkan_tindak, name="laporkan_tindak"),
    path(f"{TELAAH}tindak/<int:pk>/tutup/", views_telaah.tutup_tindak, name="tutup_tindak"),
    path("<str:satker>/<int:tahun>/kertas-kerja/", views_kertas.kertas_kerja, name="kertas_kerja"),
    path("<str:satker>/<int:tahun>/kertas-kerja/pilih/", views_kertas.pilih_kertas, name="pilih_kertas"),
    path("<str:satker>/<int:tahun>/kertas-kerja/unduh/", views_kertas.unduh_kertas_kerja, name="unduh_kertas_kerja"),
]
