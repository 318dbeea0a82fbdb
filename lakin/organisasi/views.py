"""Sign in and out."""

from __future__ import annotations

from django.conf import settings
from django.contrib.auth import login, logout
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render, resolve_url
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.cache import never_cache
from django.views.decorators.debug import sensitive_post_parameters
from django.views.decorators.http import require_http_methods, require_POST

from lakin.organisasi.contoh import AKUN_CONTOH, SANDI_CONTOH
from lakin.organisasi.forms import FormMasuk
from lakin.organisasi.gerbang import semua_pengguna, umum


@umum
@sensitive_post_parameters("password")
@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def masuk(request: HttpRequest) -> HttpResponse:
    """Sign in, then go where the person wanted to go."""
    tujuan = _tujuan(request)
    if request.user.is_authenticated:
        return redirect(tujuan)
    form = FormMasuk(request, data=request.POST if request.method == "POST" else None)
    if request.method == "POST" and form.is_valid():
        login(request, form.get_user())
        return redirect(tujuan)
    isi = {"form": form, "tujuan": tujuan, **_contoh()}
    return render(request, "organisasi/masuk.html", isi, status=422 if form.is_bound else 200)


@semua_pengguna
@require_POST
def keluar(request: HttpRequest) -> HttpResponse:
    """Sign out."""
    logout(request)
    return redirect("masuk")


def _tujuan(request: HttpRequest) -> str:
    """Only an address of our own is followed after the sign-in."""
    tujuan = request.POST.get("next") or request.GET.get("next") or ""
    if url_has_allowed_host_and_scheme(tujuan, {request.get_host()}, require_https=request.is_secure()):
        return tujuan
    return resolve_url(settings.LOGIN_REDIRECT_URL)


def _contoh() -> dict:
    """The sample accounts and their password, in sample mode only."""
    if not settings.CONTOH:
        return {}
    return {"akun_contoh": AKUN_CONTOH, "sandi_contoh": SANDI_CONTOH}
