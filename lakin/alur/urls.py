"""The secretariat's pages of periods, and everybody's notices."""

from django.urls import path

from lakin.alur import views, views_kabar

SATU = "periode/<str:satker>/<int:tahun>/<int:triwulan>/"

urlpatterns = [
    path("periode/", views.semua_periode, name="daftar_periode"),
    path("periode/buka/", views.buka, name="buka_periode"),
    path(SATU, views.satu_periode, name="satu_periode"),
    path(f"{SATU}hari/", views.hari, name="ubah_hari"),
    path(f"{SATU}pengecualian/", views.pengecualian, name="beri_pengecualian"),
    path(f"{SATU}pengecualian/<int:pk>/akhiri/", views.akhiri_pengecualian, name="akhiri_pengecualian"),
    path(f"{SATU}kunci/", views.kunci, name="kunci_periode"),
    path("kabar/", views_kabar.daftar_kabar, name="kabar"),
    path("kabar/baca/", views_kabar.baca, name="baca_kabar"),
    path("kabar/pilihan/", views_kabar.pilihan, name="pilihan_kabar"),
]
