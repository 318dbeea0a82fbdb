"""Satkers taken together: BSKJI's indicators rolled up, and how the plans hang together."""

from django.urls import path

from lakin.banding import views_gulung, views_isian

urlpatterns = [
    path("gulung/", views_gulung.gulung_terbaru, name="gulung_terbaru"),
    path("gulung/<int:tahun>/", views_gulung.gulung, name="gulung"),
    path("gulung/<int:tahun>/<slug:kunci>/", views_gulung.rinci_gulung, name="rinci_gulung"),
    path("<str:satker>/<int:tahun>/isian-bskji/<int:triwulan>/", views_isian.isian_bskji, name="isian_bskji"),
    path("keterkaitan/peta/", views_gulung.peta_strategi, name="peta_strategi"),
    path("keterkaitan/", views_gulung.keterkaitan, name="keterkaitan"),
]
