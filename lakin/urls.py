"""Addresses of the site."""

from django.urls import path

from lakin.web.views import sehat

urlpatterns = [
    path("sehat", sehat, name="sehat"),
]
