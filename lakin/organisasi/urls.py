"""Sign-in and sign-out."""

from django.urls import path

from lakin.organisasi.views import keluar, masuk

urlpatterns = [
    path("masuk/", masuk, name="masuk"),
    path("keluar/", keluar, name="keluar"),
]
