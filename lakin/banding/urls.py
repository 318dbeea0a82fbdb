"""Satkers taken together: BSKJI's indicators rolled up, and how the plans hang together."""

from django.urls import path

from lakin.banding import views_gulung

urlpatterns = [
    path("gulung/", views_gulung.gulung_terbaru, name="gulung_terbaru"),
    path("gulung/<int:tahun>/", views_gulung.gulung, name="gulung"),
    path("gulung/<int:tahun>/<slug:kunci>/", views_gulung.rinci_gulung, name="rinci_gulung"),
    path("keterkaitan/", views_gulung.keterkaitan, name="keterkaitan"),
]
