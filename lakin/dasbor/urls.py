"""Home, the list of satkers, the overview of one, the explanation of a figure."""

from django.urls import path

from lakin.dasbor import views

urlpatterns = [
    path("", views.beranda, name="beranda"),
    path("satker/", views.daftar_satker, name="daftar_satker"),
    path("<str:satker>/<int:tahun>/", views.ringkasan, name="ringkasan"),
    path("<str:satker>/<int:tahun>/penjelasan/", views.penjelasan, name="penjelasan"),
]
