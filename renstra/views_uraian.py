"""The words of a Renstra: vision, texts, policy directions, regulations; the pages that write a draft's."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.safestring import SafeString
from django.views.decorators.http import require_http_methods, require_safe

from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain
from renstra.cetak_renstra import potongan_renstra
from renstra.enums import BagianRenstra
from renstra.forms import FormDaftar, FormPernyataan, FormUraian
from renstra.models import RevisiRenstra
from renstra.naskah import ke_ketikan
from renstra.services.daftar_renstra import DAFTAR, alamat_daftar, isi_daftar, simpan_daftar
from renstra.services.isi_pk import versi_alamat
from renstra.services.uraian_renstra import alamat_pernyataan, simpan_pernyataan, simpan_uraian
from renstra.views_renstra import satu_revisi

KATA = ("pendahuluan", "visi", "arah", "penutup")
"""Chapters that are mostly words."""


@require_safe
@perlu(Izin.LIHAT_SATKER)
def uraian_renstra(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Show the chapters of words, and where a draft's are written."""
    satu = satu_revisi(request, satker, awal, nomor)
    ada = {u.bagian: u.versi for u in satu.uraian.all()}
    isi = {
        "satker": satker,
        "r": satu,
        "versi_visi": versi_alamat(alamat_pernyataan(satu)),
        "bagian": [(b.value, b.label, ada.get(b.value, 0)) for b in BagianRenstra],
        "daftar": [(jenis, d.judul, len(isi_daftar(satu, jenis))) for jenis, d in DAFTAR.items()],
        "buka": _terbuka(request, satker, satu),
        # The writer escapes all that people wrote.
        "dokumen": SafeString(potongan_renstra(satu, *KATA)),
        "dibuka": "uraian",
    }
    return render(request, "renstra/uraian_renstra.html", isi)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.SUSUN_RENSTRA)
def tulis_uraian(request: HttpRequest, satker: Satker, awal: int, nomor: int, bagian: str) -> HttpResponse:
    """Write one text of a draft."""
    satu = _draf(request, satker, awal, nomor)
    if bagian not in BagianRenstra.values:
        raise Http404("Bagian ini tidak ada pada Renstra.")
    ada = satu.uraian.filter(bagian=bagian).first()
    versi = ada.versi if ada else 0
    form = FormUraian(request.POST or None, initial={"teks": ke_ketikan(ada.isi) if ada else "", "versi": versi})
    if request.method == "POST" and form.is_valid():
        try:
            simpan_uraian(
                satker=satker, awal=awal, nomor=nomor, bagian=bagian, teks=form.cleaned_data["teks"],
                versi=form.versi_terlihat, oleh=request.user,
            )  # fmt: skip
            messages.success(request, f"{BagianRenstra(bagian).label} tersimpan dalam draf.")
            return redirect("uraian_renstra", satker.kunci, awal, nomor)
        except GalatDomain as galat:
            _tolak(form, galat)
    return _halaman(request, satker, satu, BagianRenstra(bagian).label, bagian, form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.SUSUN_RENSTRA)
def tulis_pernyataan(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Write vision and missions of a draft."""
    satu = _draf(request, satker, awal, nomor)
    kalimat = {jenis: [p.isi for p in satu.pernyataan.filter(jenis=jenis)] for jenis in ("visi", "misi")}
    awalnya = {j: "\n".join(semua) for j, semua in kalimat.items()}
    form = FormPernyataan(request.POST or None, initial=awalnya | {"versi": versi_alamat(alamat_pernyataan(satu))})
    if request.method == "POST" and form.is_valid():
        try:
            simpan_pernyataan(
                satker=satker, awal=awal, nomor=nomor, visi=form.cleaned_data["visi"],
                misi=form.cleaned_data["misi"].splitlines(), versi=form.versi_terlihat, oleh=request.user,
            )  # fmt: skip
            messages.success(request, "Visi dan misi tersimpan dalam draf.")
            return redirect("uraian_renstra", satker.kunci, awal, nomor)
        except GalatDomain as galat:
            _tolak(form, galat)
    return _halaman(request, satker, satu, "Visi dan misi", "", form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.SUSUN_RENSTRA)
def tulis_daftar(request: HttpRequest, satker: Satker, awal: int, nomor: int, daftar: str) -> HttpResponse:
    """Write one of a draft's lists: directions, regulations, names of units."""
    satu = _draf(request, satker, awal, nomor)
    if daftar not in DAFTAR:
        raise Http404("Daftar ini tidak ada pada Renstra.")
    teks = "\n".join(" | ".join(baris) for baris in isi_daftar(satu, daftar))
    form = FormDaftar(request.POST or None, initial={"teks": teks, "versi": versi_alamat(alamat_daftar(satu, daftar))})
    if request.method == "POST" and form.is_valid():
        try:
            simpan_daftar(
                satker=satker, awal=awal, nomor=nomor, jenis=daftar, baris=form.baris(), versi=form.versi_terlihat,
                oleh=request.user,
            )  # fmt: skip
            messages.success(request, f"{DAFTAR[daftar].judul} tersimpan dalam draf.")
            return redirect("uraian_renstra", satker.kunci, awal, nomor)
        except GalatDomain as galat:
            _tolak(form, galat)
    kolom = [(k.judul, k.wajib) for k in DAFTAR[daftar].kolom]
    return _halaman(request, satker, satu, DAFTAR[daftar].judul, daftar, form, kolom)


def _halaman(
    request: HttpRequest, satker: Satker, satu: RevisiRenstra, judul: str, bagian: str, form: Any,
    kolom: list[tuple[str, bool]] | None = None,
) -> HttpResponse:  # fmt: skip
    isi = {"satker": satker, "r": satu, "judul_bagian": judul, "bagian": bagian, "form": form, "kolom": kolom}
    status = 422 if form.is_bound else 200
    return render(request, "renstra/tulis_uraian.html", isi, status=status)


def _tolak(form: Any, galat: GalatDomain) -> None:
    form.add_error(galat.medan or None, galat.pesan)
    if isinstance(galat, Bentrok):
        # What was typed stays; saved again it knowingly takes the place of the other's.
        form.data = form.data.copy()
        form.data["versi"] = str(galat.versi)


def _draf(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> RevisiRenstra:
    satu = satu_revisi(request, satker, awal, nomor)
    if satu.berlaku_sejak is not None:
        raise Http404("Hanya draf Renstra yang dapat diubah.")
    return satu


def _terbuka(request: HttpRequest, satker: Satker, satu: RevisiRenstra) -> bool:
    return satu.berlaku_sejak is None and boleh(request.user, Izin.SUSUN_RENSTRA, satker)
