"""The report and its PDF."""

from django.urls import path

from lakin.laporan import views

urlpatterns = [
    path("lakin/<str:satker>/<int:tahun>/", views.laporan, name="laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="cetak_laporan"),
    path("lakin/<str:satker>/<int:tahun>/pdf/", views.cetakan, name="unduh_laporan"),
]
