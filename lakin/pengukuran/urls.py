"""Addresses of the entry of realisasi."""

from django.urls import path

from lakin.pengukuran import views, views_anggaran, views_bukti, views_koreksi, views_panel

urlpatterns = [
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/", views.entri_realisasi, name="entri_realisasi"),
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/sel/", views.simpan_sel, name="simpan_sel"),
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/perubahan/", views.perubahan_lain, name="perubahan_lain"),
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/panel/", views_panel.panel_sel, name="panel_sel"),
    path(
        "<str:satker>/<int:tahun>/realisasi/<int:triwulan>/panel/komentar/",
        views_panel.komentari_sel,
        name="komentari_sel",
    ),
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/baris/<str:kode>/", views.baris_dasar, name="baris_dasar"),
    path(
        "<str:satker>/<int:tahun>/realisasi/<int:triwulan>/baris/<str:kode>/simpan/",
        views.simpan_baris,
        name="simpan_baris",
    ),
    path("<str:satker>/<int:tahun>/realisasi/<int:triwulan>/ganti/<str:kode>/", views.ganti_nilai, name="ganti_nilai"),
    path("<str:satker>/<int:tahun>/anggaran/<int:triwulan>/", views_anggaran.entri_anggaran, name="entri_anggaran"),
    path(
        "<str:satker>/<int:tahun>/anggaran/<int:triwulan>/sel/",
        views_anggaran.simpan_sel_anggaran,
        name="simpan_sel_anggaran",
    ),
    path(
        "<str:satker>/<int:tahun>/anggaran/<int:triwulan>/perubahan/",
        views_anggaran.perubahan_anggaran,
        name="perubahan_anggaran",
    ),
    path("<str:satker>/<int:tahun>/koreksi/", views_koreksi.koreksi, name="koreksi"),
    path("<str:satker>/<int:tahun>/koreksi/minta/", views_koreksi.minta, name="minta_koreksi"),
    path("<str:satker>/<int:tahun>/koreksi/<int:pk>/putuskan/", views_koreksi.putuskan, name="putuskan_koreksi"),
    path("<str:satker>/<int:tahun>/koreksi/<int:pk>/selesai/", views_koreksi.selesaikan, name="selesaikan_koreksi"),
    path("<str:satker>/<int:tahun>/bukti/", views_bukti.daftar_bukti, name="daftar_bukti"),
    path("<str:satker>/<int:tahun>/bukti/alamat/", views_bukti.bukti_alamat, name="bukti_alamat"),
    path("<str:satker>/<int:tahun>/bukti/unggah/", views_bukti.unggah_bukti, name="unggah_bukti"),
    path("<str:satker>/<int:tahun>/bukti/tautkan/", views_bukti.tautkan_bukti, name="tautkan_bukti"),
    path("<str:satker>/<int:tahun>/bukti/<int:pk>/", views_bukti.isi_bukti, name="isi_bukti"),
    path("<str:satker>/<int:tahun>/bukti/<int:pk>/pratinjau/", views_bukti.pratinjau_bukti, name="pratinjau_bukti"),
    path("<str:satker>/<int:tahun>/bukti/<int:pk>/ubah/", views_bukti.ubah_bukti, name="ubah_bukti"),
    path("<str:satker>/<int:tahun>/bukti/<int:pk>/lepas/", views_bukti.lepas_bukti, name="lepas_bukti"),
]
