"""The report and its PDF."""

from django.urls import path

from lakin.laporan import views, views_naskah

urlpatterns = [
    path("lakin/<str:satker>/<int:tahun>/", views.laporan, name="laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="cetak_laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="unduh_laporan"),
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
    path("lakin/<str:satker>/<int:tahun>/angka/", views_naskah.cari_angka, name="cari_angka"),
    path("lakin/<str:satker>/<int:tahun>/angka/nilai/", views_naskah.nilai_ikatan, name="nilai_ikatan"),
    path("lakin/<str:satker>/<int:tahun>/rujukan/", views_naskah.cari_bagian, name="cari_bagian"),
    path("lakin/<str:satker>/<int:tahun>/angka-ketikan/", views_naskah.angka_ketikan, name="angka_ketikan"),
]
