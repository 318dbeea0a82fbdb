"""The secretariat's pages of periods: which are open until when, for whom longer, and what locks them."""

from __future__ import annotations

from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.daftar_periode import (
    Saringan,
    baris_periode,
    daftar_periode,
    periode_satker,
    satker_berisian,
    tahun_berperiode,
)
from lakin.alur.enums import Keadaan
from lakin.alur.forms import PILIHAN, TRIWULAN, FormBuka, FormHari, FormPengecualian
from lakin.alur.models import Pengecualian, Periode
from lakin.alur.services.periode import (
    beri_pengecualian,
    buka_periode,
    cabut_pengecualian,
    kunci_periode,
    ubah_hari,
)
from lakin.alur.transisi import KUNCI, halangan_langkah
from lakin.angka import nama_triwulan
from lakin.jejak.selectors import riwayat
from lakin.jejak.tulisan import tulisan
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain

RIWAYAT = 30


@perlu(Izin.KELOLA_PERIODE)
@require_safe
def semua_periode(request: HttpRequest) -> HttpResponse:
    """List the periods, and offer to open more."""
    return _daftar(request, _form_buka())


@perlu(Izin.KELOLA_PERIODE)
@require_POST
def buka(request: HttpRequest) -> HttpResponse:
    """Open a triwulan for satkers, or move the days of those that have it."""
    form = _form_buka(request.POST)
    if not form.is_valid():
        return _daftar(request, form, 422)
    d = form.cleaned_data
    satker = d["satker"] if d["lingkup"] == PILIHAN else satker_berisian()
    try:
        dibuka, diubah = buka_periode(
            satker=satker, tahun=d["tahun"], triwulan=d["triwulan"], tenggat=d["tenggat"],
            kunci_pada=d["kunci_pada"], oleh=request.user,
        )  # fmt: skip
    except GalatDomain as galat:
        form.tambah_galat(galat.medan, galat.pesan)
        return _daftar(request, form, 422)
    apa = f"{nama_triwulan(d['triwulan'])} {d['tahun']}"
    if dibuka or diubah:
        messages.success(request, f"{apa}: dibuka untuk {dibuka} satker, harinya diubah pada {diubah} satker.")
    else:
        messages.info(request, f"{apa} sudah terbuka dengan hari yang sama; tidak ada yang berubah.")
    return redirect(f"{reverse('daftar_periode')}?{urlencode({'tahun': d['tahun'], 'triwulan': d['triwulan']})}")


def _form_buka(data: Any = None) -> FormBuka:
    hari = timezone.localdate()
    awal = {"tahun": hari.year, "triwulan": (hari.month - 1) // 3 + 1, "lingkup": "semua"}
    return FormBuka(data, initial=awal, pilihan=satker_berisian(), auto_id="buka-%s")


def _daftar(request: HttpRequest, form: FormBuka, status: int = 200) -> HttpResponse:
    tahun = tahun_berperiode()
    hari = timezone.localdate()
    s = Saringan.dari(request.GET.dict(), tahun, hari.year)
    isi = {
        "form": form,
        "saringan": s,
        "baris": daftar_periode(s, hari),
        "pilihan_tahun": sorted({*tahun, s.tahun}, reverse=True),
        "pilihan_triwulan": TRIWULAN,
        "pilihan_keadaan": Keadaan.choices,
        "jumlah_satker": satker_berisian().count(),
    }
    return render(request, "alur/daftar_periode.html", isi, status=status)


# --- one period -------------------------------------------------------------------


@perlu(Izin.KELOLA_PERIODE)
@require_safe
def satu_periode(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show one period: its days, its exceptions, its history."""
    return _satu(request, _periode(satker, tahun, triwulan))


@perlu(Izin.KELOLA_PERIODE)
@require_POST
def hari(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Move the days of one period."""
    p = _periode(satker, tahun, triwulan)
    form = FormHari(request.POST, auto_id="hari-%s")
    if not form.is_valid():
        return _satu(request, p, hari=form, status=422)
    d = form.cleaned_data
    try:
        ubah_hari(
            satker=satker, tahun=tahun, triwulan=triwulan, tenggat=d["tenggat"], kunci_pada=d["kunci_pada"],
            versi=_versi(d), oleh=request.user,
        )  # fmt: skip
    except GalatDomain as galat:
        form.tambah_galat(galat.medan, galat.pesan)
        return _satu(request, p, hari=form, status=_status(galat))
    messages.success(request, "Hari periode ini tersimpan.")
    return _kembali(p)


@perlu(Izin.KELOLA_PERIODE)
@require_POST
def pengecualian(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Hold a period open for its satker."""
    p = _periode(satker, tahun, triwulan)
    form = FormPengecualian(request.POST, auto_id="kecuali-%s")
    if not form.is_valid():
        return _satu(request, p, kecuali=form, status=422)
    d = form.cleaned_data
    try:
        beri_pengecualian(
            satker=satker, tahun=tahun, triwulan=triwulan, versi=_versi(d), sampai=d["sampai"],
            alasan=d["alasan"], oleh=request.user,
        )  # fmt: skip
    except GalatDomain as galat:
        form.tambah_galat(galat.medan, galat.pesan)
        return _satu(request, p, kecuali=form, status=_status(galat))
    messages.success(request, f"Pengecualian diberikan kepada {satker.singkatan}; perencananya sudah dikabari.")
    return _kembali(p)


@perlu(Izin.KELOLA_PERIODE)
@require_POST
def akhiri_pengecualian(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, pk: int) -> HttpResponse:
    """End an exception before its day."""
    p = _periode(satker, tahun, triwulan)
    satu = Pengecualian.objects.filter(pk=pk, periode=p).select_related("periode__satker").first()
    if satu is None:
        raise Http404("Pengecualian ini tidak ada.")
    cabut_pengecualian(pengecualian=satu, alasan=request.POST.get("alasan", "")[:1000], oleh=request.user)
    messages.success(request, "Pengecualian diakhiri.")
    return _kembali(p)


@perlu(Izin.KELOLA_PERIODE)
@require_POST
def kunci(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Lock a verified period."""
    p = _periode(satker, tahun, triwulan)
    teks = request.POST.get("versi", "")
    try:
        kunci_periode(
            satker=satker, tahun=tahun, triwulan=triwulan, oleh=request.user,
            versi=int(teks) if teks.isdecimal() and len(teks) < 9 else -1,
        )  # fmt: skip
        messages.success(request, f"{nama_triwulan(triwulan)} {tahun} {satker.singkatan} terkunci.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return _kembali(p)


def _satu(
    request: HttpRequest,
    p: Periode,
    *,
    hari: FormHari | None = None,
    kecuali: FormPengecualian | None = None,
    status: int = 200,
) -> HttpResponse:
    isi = {
        # not named `satker`: the page is about a period, and its head shows the secretariat's own links
        "p": p,
        "b": baris_periode(p, timezone.localdate()),
        "nama_triwulan": nama_triwulan(p.triwulan),
        "form_hari": hari
        or FormHari(initial={"tenggat": p.tenggat, "kunci_pada": p.kunci_pada, "versi": p.versi}, auto_id="hari-%s"),
        "form_kecuali": kecuali or FormPengecualian(initial={"versi": p.versi}, auto_id="kecuali-%s"),
        "pengecualian": p.pengecualian.select_related("oleh"),
        "halangan_kunci": halangan_langkah(KUNCI, p.keadaan),
        "riwayat": [tulisan(j) for j in riwayat(p.alamat, banyak=RIWAYAT).select_related("oleh")],
    }
    return render(request, "alur/periode.html", isi, status=status)


def _periode(satker: Satker, tahun: int, triwulan: int) -> Periode:
    p = periode_satker(satker, tahun, triwulan)
    if p is None:
        raise Http404("Triwulan ini belum dibuka bagi satker ini.")
    return p


def _kembali(p: Periode) -> HttpResponse:
    return redirect("satu_periode", p.satker.kunci, p.tahun, p.triwulan)


def _versi(d: dict[str, Any]) -> int:
    versi = d.get("versi")
    return versi if isinstance(versi, int) else -1


def _status(galat: GalatDomain) -> int:
    return 409 if isinstance(galat, Bentrok) else 422
