"""A person's own notices: read, opened, and chosen by kind."""

from __future__ import annotations

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.http import url_has_allowed_host_and_scheme
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.alur.enums import JenisKabar
from lakin.alur.kabar import belum_dibaca, kabar_pengguna, pilihan_kabar
from lakin.alur.services.kabar import baca_kabar, pilih_kabar
from lakin.organisasi.gerbang import semua_pengguna

SEHALAMAN = 50


@semua_pengguna
@require_safe
def daftar_kabar(request: HttpRequest) -> HttpResponse:
    """List the user's notices."""
    belum = request.GET.get("tampil") == "belum"
    halaman = Paginator(kabar_pengguna(request.user, belum=belum), SEHALAMAN).get_page(request.GET.get("hal"))
    isi = {"halaman": halaman, "hanya_belum": belum, "belum": belum_dibaca(request.user)}
    return render(request, "alur/kabar.html", isi)


@semua_pengguna
@require_POST
def baca(request: HttpRequest) -> HttpResponse:
    """Mark one notice as read and open what it is about, or mark all of them."""
    teks = request.POST.get("pk", "")
    if not teks:
        banyak = baca_kabar(pengguna=request.user)  # type: ignore[arg-type]
        messages.success(request, f"{banyak} kabar ditandai sudah dibaca.")
        return redirect("kabar")
    pk = int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 12 else 0
    satu = kabar_pengguna(request.user).filter(pk=pk).first()
    if satu is None:
        raise Http404("Kabar ini tidak ada.")
    baca_kabar(pengguna=request.user, pk=pk)  # type: ignore[arg-type]
    aman = url_has_allowed_host_and_scheme(satu.tautan, allowed_hosts=None)
    return redirect(satu.tautan if aman and request.POST.get("buka") else "kabar")


@semua_pengguna
@require_http_methods(["GET", "HEAD", "POST"])
def pilihan(request: HttpRequest) -> HttpResponse:
    """Choose which kinds of notices come in the application and by mail."""
    if request.method == "POST":
        if "pilihan" not in request.POST:  # an empty request switches nothing off
            return redirect("pilihan_kabar")
        for jenis in JenisKabar:
            pilih_kabar(
                pengguna=request.user,  # type: ignore[arg-type]
                jenis=jenis,
                aplikasi=f"aplikasi-{jenis}" in request.POST,
                surel=f"surel-{jenis}" in request.POST,
            )
        messages.success(request, "Pilihan kabar tersimpan.")
        return redirect("pilihan_kabar")
    email = getattr(request.user, "email", "")
    return render(request, "alur/pilihan_kabar.html", {"pilihan": pilihan_kabar(request.user), "email": email})
