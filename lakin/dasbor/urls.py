"""Home, the list of satkers, the overview of one, the explanation of a figure, the check page of a triwulan."""

from django.urls import path

from lakin.dasbor import views, views_ajuan

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("satker/", views.daftar_satker, name="daftar_satker"),
    path("<str:satker>/<int:tahun>/", views.ringkasan, name="ringkasan"),
    path("<str:satker>/<int:tahun>/penjelasan/", views.penjelasan, name="penjelasan"),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/", views_ajuan.periksa_ajuan, name="periksa_ajuan"),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/ajukan/", views_ajuan.kirim_ajuan, name="kirim_ajuan"),
    path(
        "<str:satker>/<int:tahun>/periksa/<int:triwulan>/lengkap/",
        views_ajuan.nyatakan_lengkap,
        name="nyatakan_lengkap",
    ),
    path("<str:satker>/<int:tahun>/periksa/<int:triwulan>/tarik/", views_ajuan.tarik_ajuan, name="tarik_ajuan"),
]
