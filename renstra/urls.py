"""Addresses of planning."""

from django.urls import path

from renstra import views

urlpatterns = [
    path("<str:satker>/<int:tahun>/pk/", views.pk, name="pk"),
    path("<str:satker>/<int:tahun>/pk/susun/", views.susun_pk, name="susun_pk"),
    path("<str:satker>/<int:tahun>/pk/<int:revisi>/target/", views.simpan_target, name="simpan_target"),
    path("<str:satker>/<int:tahun>/pk/<int:revisi>/berlakukan/", views.berlakukan_pk, name="berlakukan_pk"),
    path("<str:satker>/<int:tahun>/pk/<int:revisi>/hapus/", views.hapus_draf_pk, name="hapus_draf_pk"),
]
