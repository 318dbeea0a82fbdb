"""The board of the secretariat, its file, and the verification of several triwulan at once."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.enums import Keadaan
from lakin.alur.forms import TRIWULAN
from lakin.alur.models import Periode
from lakin.angka import romawi
from lakin.dasbor.papan import BELUM_DIBUKA, Saringan, papan, tulis_csv
from lakin.dasbor.selectors import rekap, tahun_ber_pk
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.pengukuran.pengajuan import verifikasi_banyak

SEKALIGUS = 60
"""Triwulan in one request: all satkers of two triwulan."""


@perlu(Izin.TELAAH)
@require_safe
def halaman_papan(request: HttpRequest) -> HttpResponse:
    """Show the board."""
    return render(request, "dasbor/papan.html", isi_papan(request))


@perlu(Izin.TELAAH)
@require_safe
def unduh_papan(request: HttpRequest) -> HttpResponse:
    """The rows of the board as .csv."""
    p = papan(request.user, _saringan(request, tahun_ber_pk()), timezone.localdate())
    nama = f"papan-{p.saringan.tahun}.csv"
    return HttpResponse(
        tulis_csv(p.baris),
        content_type="text/csv; charset=utf-8",
        headers={"Content-Disposition": f'attachment; filename="{nama}"'},
    )


@perlu(Izin.TELAAH)
@require_POST
def verifikasi_papan(request: HttpRequest) -> HttpResponse:
    """Verify those chosen that have no warning; say what was left, and why."""
    dipilih = _dipilih(request.POST.getlist("periode"))
    selesai, tersisa = verifikasi_banyak(periode=dipilih, oleh=request.user)
    if not dipilih:
        messages.warning(request, "Belum ada triwulan yang dipilih. Centang yang hendak diverifikasi.")
    if selesai:
        messages.success(request, f"{len(selesai)} triwulan diverifikasi: {', '.join(_sebut(p) for p in selesai)}.")
    for p, sebab in tersisa:
        messages.warning(request, f"{_sebut(p)} dilewati: {sebab}")
    tanya = request.POST.get("saringan", "")[:300]
    return redirect(f"{reverse('papan')}?{tanya}" if tanya else reverse("papan"))


def isi_papan(request: HttpRequest) -> dict[str, Any]:
    """What the board's page shows; the secretariat's home shows it too."""
    tahun = tahun_ber_pk()
    p = papan(request.user, _saringan(request, tahun), timezone.localdate())
    s = p.saringan
    tanya = {"tahun": s.tahun, "triwulan": s.triwulan or "", "keadaan": s.keadaan, "cari": s.cari}
    if s.terlambat:
        tanya["terlambat"] = 1
    return {
        "papan": p,
        "saringan": s,
        "tanya": urlencode({k: v for k, v in tanya.items() if v}),
        "rekap": rekap(p.semua),
        "ber_pk": sum(1 for b in p.semua if b.ada_pk),
        "dapat_dipilih": any(sel.dapat_diverifikasi for b in p.baris for sel in b.sel),
        "pilihan_tahun": tahun or [s.tahun],
        "pilihan_triwulan": TRIWULAN,
        "pilihan_keadaan": [(BELUM_DIBUKA, "Belum dibuka"), *Keadaan.choices],
    }


def _saringan(request: HttpRequest, tahun: list[int]) -> Saringan:
    return Saringan.dari(request.GET.dict(), tahun, timezone.localdate().year)


def _dipilih(kiriman: list[str]) -> list[Periode]:
    """The periods of 'pk:versi', each under the version that was seen; what is not known is left out."""
    versi: dict[int, int] = {}
    for teks in kiriman[:SEKALIGUS]:
        pk, _, v = teks.partition(":")
        if all(t.isascii() and t.isdigit() and len(t) < 10 for t in (pk, v)):
            versi[int(pk)] = int(v)
    semua = list(Periode.objects.filter(pk__in=versi).select_related("satker").order_by("satker__kode", "triwulan"))
    for p in semua:
        p.versi = versi[p.pk]
    return semua


def _sebut(p: Periode) -> str:
    return f"{p.satker.singkatan} TW {romawi(p.triwulan)}"
