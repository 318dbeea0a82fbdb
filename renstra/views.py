"""The Perjanjian Kinerja: what is in force, what it replaced, and the draft of the next revision."""

from __future__ import annotations

from functools import partial
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_GET, require_POST

from lakin.angka import Tiada, tulis, tulis_isian
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import baca_json, versi_dari
from lakin.web.masukan import Jawaban, jawab, nilai_dari
from renstra import services
from renstra.forms import FormBerlakukan
from renstra.models import ButirPK, PerjanjianKinerja
from renstra.selectors import pk_berlaku

MAKS_SEL = 200


@require_GET
@perlu(Izin.LIHAT_SATKER)
def pk(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show one revision of the PK: the one asked for, else the draft, else the one in force."""
    return _halaman(request, satker, tahun, FormBerlakukan())


def _halaman(
    request: HttpRequest, satker: Satker, tahun: int, form: FormBerlakukan, revisi: int | None = None, status: int = 200
) -> HttpResponse:
    semua = list(PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun).select_related("satker"))
    berlaku = pk_berlaku(satker, tahun)
    diminta = request.GET.get("revisi", "")
    nomor = revisi if revisi is not None else int(diminta) if diminta.isdecimal() else None
    draf = next((p for p in semua if p.berlaku_sejak is None), None)
    pilih = next((p for p in semua if p.revisi == nomor), None) if nomor is not None else draf or berlaku
    if nomor is not None and pilih is None:
        raise Http404("Revisi PK ini tidak ada.")
    boleh_susun = boleh(request.user, Izin.SUSUN_PK, satker)
    buka = boleh_susun and pilih is not None and pilih.berlaku_sejak is None
    versi = services.versi_semua_target(pilih) if pilih and buka else {}
    return render(
        request,
        "renstra/pk.html",
        {
            "satker": satker,
            "tahun": tahun,
            "semua": semua,
            "pilih": pilih,
            "berlaku": berlaku,
            "draf": draf,
            "buka": buka,
            "boleh_susun": boleh_susun,
            "baris": [_baris(pilih, b, versi) for b in _butir(pilih)] if pilih else [],
            "form": form,
        },
        status=status,
    )


def _butir(satu: PerjanjianKinerja) -> Any:
    return satu.butir.select_related("indikator__sasaran").prefetch_related("rencana_aksi")


def _baris(satu: PerjanjianKinerja, b: ButirPK, versi: dict[str, int]) -> dict[str, Any]:
    kode = b.indikator.kode
    return {
        "kode": kode,
        "nama": b.indikator.nama,
        "sasaran": b.indikator.sasaran.nama,
        "satuan": b.indikator.satuan,
        "iku": b.indikator.iku,
        "target": _teks(b),
        "versi": versi.get(services.alamat_target(satu, kode), 0),
        "rencana": [tulis(r.fisik.normalize() + 0) for r in b.rencana_aksi.all()],
    }


def _teks(b: ButirPK) -> str:
    isi = b.isi
    if isinstance(isi, Tiada):
        return isi.teks if isi is Tiada.NA else ""
    return tulis_isian(isi)


@require_POST
@perlu(Izin.SUSUN_PK)
def susun_pk(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Draft the next revision of the PK."""
    try:
        dari = request.POST.get("dari", "")
        baru = services.susun_revisi_pk(
            satker=satker, tahun=tahun, dari=int(dari) if dari.isdecimal() else -1, oleh=request.user
        )
        messages.success(request, f"Draf revisi {baru.revisi} disalin dari PK yang berlaku.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("pk", satker.kunci, tahun)


@require_POST
@perlu(Izin.SUSUN_PK)
def simpan_target(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> JsonResponse:
    """Save targets of a draft, each its own act."""
    semua = baca_json(request).get("sel")
    if not isinstance(semua, list) or not 0 < len(semua) <= MAKS_SEL:
        return JsonResponse({"pesan": f"Kirim 1 sampai {MAKS_SEL} isian sekaligus."}, status=400)
    jawaban = [
        {"id": s.get("id", ""), **jawab(partial(_satu, request, satker, tahun, revisi, s))}
        for s in semua
        if isinstance(s, dict)
    ]
    return JsonResponse({"sel": jawaban})


def _satu(request: HttpRequest, satker: Satker, tahun: int, revisi: int, s: dict[str, Any]) -> Jawaban:
    kode = str(s.get("id", "")).removeprefix("target-")
    butir = services.simpan_target(
        satker=satker,
        tahun=tahun,
        revisi=revisi,
        kode=kode,
        nilai=nilai_dari(str(s.get("teks", ""))),
        versi=versi_dari(s),
        oleh=request.user,
    )
    return {"teks": _teks(butir), "versi": services.versi_target(services.alamat_target(butir.perjanjian, kode))}


@require_POST
@perlu(Izin.SUSUN_PK)
def berlakukan_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Put a draft in force from a day."""
    form = FormBerlakukan(request.POST)
    if form.is_valid():
        try:
            services.berlakukan_pk(
                satker=satker,
                tahun=tahun,
                revisi=revisi,
                sejak=form.cleaned_data["sejak"],
                nomor=form.cleaned_data["nomor"],
                oleh=request.user,
            )
            messages.success(request, "PK revisi ini berlaku.")
            return redirect("pk", satker.kunci, tahun)
        except GalatDomain as galat:
            form.add_error(galat.medan or None, galat.pesan)
    return _halaman(request, satker, tahun, form, revisi, status=422)


@require_POST
@perlu(Izin.SUSUN_PK)
def hapus_draf_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Drop a draft."""
    try:
        services.hapus_draf_pk(satker=satker, tahun=tahun, revisi=revisi, oleh=request.user)
        messages.success(request, "Draf revisi PK dihapus.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("pk", satker.kunci, tahun)
