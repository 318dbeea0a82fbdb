"""The site with one empty view beside it: the floor that pages are measured against."""

from django.http import HttpRequest, HttpResponse
from django.urls import path

from lakin.organisasi.gerbang import umum
from lakin.urls import urlpatterns as halaman


@umum
def kosong(request: HttpRequest) -> HttpResponse:
    """Answer nothing, behind the same middleware."""
    return HttpResponse("")


urlpatterns = [path("tolok-ukur-kosong", kosong), *halaman]
