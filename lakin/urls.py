"""Addresses of the site, room by room."""

from importlib.util import find_spec

from django.urls import include, path

from lakin.web.views import sehat

urlpatterns = [
    path("sehat", sehat, name="sehat"),
    path("", include("lakin.organisasi.urls")),
    *(path("", include("lakin.pengukuran.urls")) for _ in [1] if find_spec("lakin.pengukuran.selectors")),
    path("", include("lakin.dasbor.urls")),
]
