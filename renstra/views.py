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
from renstra.enums import Garis
from renstra.forms import FormAjukanPK, FormTandaPK
from renstra.models import ButirPK, Indikator, PerjanjianKinerja
from renstra.selectors import pk_berlaku, pk_terlihat, target_renstra

MAKS_SEL = 200


@require_GET
@perlu(Izin.LIHAT_SATKER)
def pk(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show one revision of the PK: the one asked for, else the draft, else the one in force."""
    return halaman_pk(request, satker, tahun)


def halaman_pk(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    *,
    revisi: int | None = None,
    ajukan: FormAjukanPK | None = None,
    tanda: FormTandaPK | None = None,
    status: int = 200,
) -> HttpResponse:
    """The page of one revision with what may be done with it now."""
    diminta = request.GET.get("revisi", "")
    nomor = revisi if revisi is not None else int(diminta) if diminta.isdecimal() else None
    isi = isi_umum(request, satker, tahun, nomor)
    pilih: PerjanjianKinerja | None = isi["pilih"]
    if pilih is not None:
        versi = services.versi_semua(pilih) if isi["buka"] else {}
        isi |= {
            "baris": [_baris(pilih, b, versi) for b in _butir(pilih)],
            "ajukan": ajukan or FormAjukanPK(initial={"versi": pilih.versi}),
            "tanda": tanda or FormTandaPK(initial={"versi": pilih.versi}),
            "kurang": services.halangan_ajukan_pk(pilih) if pilih.draf else [],
            "belum_dipakai": _belum_dipakai(pilih) if isi["buka"] else [],
        }
    return render(request, "renstra/pk.html", isi, status=status)


def isi_umum(request: HttpRequest, satker: Satker, tahun: int, nomor: int | None) -> dict[str, Any]:
    """What every page about a revision says: all of them, the chosen one, what the user may do with it."""
    semua = list(pk_terlihat(request.user, satker, tahun))
    berlaku = pk_berlaku(satker, tahun)
    draf = next((p for p in semua if p.draf), None)
    pilih = next((p for p in semua if p.revisi == nomor), None) if nomor is not None else draf or berlaku
    if nomor is not None and pilih is None:
        raise Http404("Revisi PK ini tidak ada.")
    if pilih is not None:
        pilih.satker = satker
    boleh_susun = boleh(request.user, Izin.SUSUN_PK, satker)
    return {
        "satker": satker,
        "tahun": tahun,
        "tahun_teks": str(tahun),
        "tahun_depan": tahun + 1,
        "boleh_mulai": berlaku is not None and boleh(request.user, Izin.MULAI_TAHUN, satker),
        "semua": semua,
        "pilih": pilih,
        "berlaku": berlaku,
        "draf": draf,
        "buka": boleh_susun and pilih is not None and pilih.terbuka,
        "boleh_susun": boleh_susun,
        "boleh_tanda": boleh(request.user, Izin.TANDATANGANI_PK, satker),
        "sebelumnya": _sebelumnya(semua, pilih),
    }


def satu_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> PerjanjianKinerja:
    """One revision that the user may read."""
    satu = pk_terlihat(request.user, satker, tahun).filter(revisi=revisi).first()
    if satu is None:
        raise Http404("Revisi PK ini tidak ada.")
    satu.satker = satker
    return satu


def _sebelumnya(semua: list[PerjanjianKinerja], pilih: PerjanjianKinerja | None) -> PerjanjianKinerja | None:
    """The revision that the chosen one is compared with."""
    dulu = [p for p in semua if pilih and not p.draf and p.revisi < pilih.revisi]
    return dulu[-1] if dulu else None


def _butir(satu: PerjanjianKinerja) -> Any:
    return satu.butir.select_related("indikator__sasaran").prefetch_related("rencana_aksi", "indikator__target")


def _belum_dipakai(satu: PerjanjianKinerja) -> list[Indikator]:
    """Indicators of the draft's Renstra that it does not hold."""
    dipakai = satu.butir.values("indikator")
    return list(satu.revisi_renstra.indikator.exclude(garis=Garis.DIHENTIKAN).exclude(pk__in=dipakai))


def _baris(satu: PerjanjianKinerja, b: ButirPK, versi: dict[str, int]) -> dict[str, Any]:
    kode = b.indikator.kode
    usulan = target_renstra(b.indikator, satu.tahun)
    return {
        "kode": kode,
        "nama": b.indikator.nama,
        "sasaran": b.indikator.sasaran.nama,
        "satuan": b.indikator.satuan,
        "iku": b.indikator.iku,
        "target": _teks(b),
        "usulan": tulis(usulan),
        "beda": usulan != b.isi,
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
    """Draft the next revision of the PK, or the first PK of the year from the Renstra."""
    dari = request.POST.get("dari", "")
    try:
        if dari == "renstra":
            services.susun_pk(satker=satker, tahun=tahun, oleh=request.user)
            messages.success(request, f"Draf PK {tahun} disusun dari Renstra yang berlaku.")
        else:
            nomor = int(dari) if dari.isdecimal() else -1
            baru = services.susun_revisi_pk(satker=satker, tahun=tahun, dari=nomor, oleh=request.user)
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
    return {"teks": _teks(butir), "versi": services.versi_alamat(services.alamat_target(butir.perjanjian, kode))}


@require_POST
@perlu(Izin.SUSUN_PK)
def ubah_butir(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Take an indicator into a draft, or out of it; or let the draft follow the Renstra in force."""
    letak: dict[str, Any] = {"satker": satker, "tahun": tahun, "revisi": revisi, "oleh": request.user}
    kode = request.POST.get("kode", "")
    try:
        match request.POST.get("apa"):
            case "tambah":
                services.tambah_butir(**letak, kode=kode)
                messages.success(request, f"Indikator {kode} ditambahkan dengan target menurut Renstra.")
            case "lepas":
                services.lepas_butir(**letak, kode=kode)
                messages.success(request, f"Indikator {kode} dilepas dari draf.")
            case "ikuti":
                services.ikuti_renstra(**letak)
                messages.success(request, "Draf mengikuti Renstra yang berlaku. Periksa indikator dan targetnya.")
            case _:
                messages.error(request, "Pilih apa yang hendak diubah pada draf.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("pk", satker.kunci, tahun)


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
