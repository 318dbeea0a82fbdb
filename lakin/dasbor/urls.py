"""Home, the list of satkers, the overview of one."""

from django.urls import path

from lakin.dasbor import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("satker/", views.daftar_satker, name="daftar_satker"),
    path("<str:satker>/<int:tahun>/", views.ringkasan, name="ringkasan"),
]
