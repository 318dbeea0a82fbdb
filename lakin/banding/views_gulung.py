"""Pages of the secretariat: BSKJI's indicators rolled up, and how the plans hang together."""

from __future__ import annotations

from itertools import groupby

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_safe

from lakin.banding.gulung import aturan_gulung, gulungan_tahun, tahun_gulungan
from lakin.banding.keterkaitan import keterkaitan_tahun
from lakin.banding.peta_strategi import peta_tahun
from lakin.capaian.jelaskan import jelaskan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin


@perlu(Izin.TELAAH)
@require_safe
def gulung_terbaru(request: HttpRequest) -> HttpResponse:
    """The way to the newest year with a PK."""
    return redirect("gulung", tahun=(tahun_gulungan() or [timezone.localdate().year])[0])


@perlu(Izin.TELAAH)
@require_safe
def gulung(request: HttpRequest, tahun: int) -> HttpResponse:
    """BSKJI's indicators of a year."""
    isi = {"tahun": tahun, "gulungan": gulungan_tahun(tahun, request.user), "pilihan_tahun": tahun_gulungan()}
    return render(request, "banding/gulung.html", isi)


@perlu(Izin.TELAAH)
@require_safe
def rinci_gulung(request: HttpRequest, tahun: int, kunci: str) -> HttpResponse:
    """One indicator: how the number was made, satker by satker, down to the figures that have their own page."""
    semua = gulungan_tahun(tahun, request.user, kunci)
    if not semua:
        raise Http404("Tidak ada indikator BSKJI dengan kunci ini.")
    g = semua[0]
    cara = g.realisasi.cara
    isi = {
        "tahun": tahun,
        "g": g,
        "jelas": jelaskan(g.realisasi),
        "rumus": cara.tulisan.replace("_", "-") if cara else "",
        "arti": "{} = {}".format(*cara.huruf[0]) if cara and cara.berulang else "",
        "baris": any(s.baris for s in g.setoran),
    }
    return render(request, "banding/rinci_gulung.html", isi)


@perlu(Izin.TELAAH)
@require_safe
def keterkaitan(request: HttpRequest) -> HttpResponse:
    """The tree from the ministry's sasaran to a satker's activity, and where the thread is cut."""
    tahun, pilihan = _tahun(request)
    k = keterkaitan_tahun(tahun, request.GET.get("satker", ""))
    celah = [(jenis, list(satu)) for jenis, satu in groupby(k.celah, lambda c: c.jenis)]
    digulung = {a.kunci for a in aturan_gulung()}
    isi = {"tahun": tahun, "k": k, "celah": celah, "pilihan_tahun": pilihan, "digulung": digulung}
    return render(request, "banding/keterkaitan.html", isi)


@perlu(Izin.TELAAH)
@require_safe
def peta_strategi(request: HttpRequest) -> HttpResponse:
    """BSKJI's objectives by the four perspectives, with what each serves and how its indicators stand."""
    tahun, pilihan = _tahun(request)
    isi = {"tahun": tahun, "peta": peta_tahun(tahun, request.user), "pilihan_tahun": pilihan}
    return render(request, "banding/peta_strategi.html", isi)


def _tahun(request: HttpRequest) -> tuple[int, list[int]]:
    pilihan = tahun_gulungan() or [timezone.localdate().year]
    diminta = request.GET.get("tahun", "")
    return (int(diminta) if diminta in map(str, pilihan) else pilihan[0]), pilihan
