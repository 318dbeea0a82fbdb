"""The Renstra: its versions, one revision, the editor of a draft, two revisions side by side."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.angka import tulis
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import GalatDomain, GalatMedan
from renstra.banding_renstra import banding_indikator, banding_sasaran, banding_tujuan
from renstra.enums import Garis
from renstra.forms import FormBerlakukanRenstra, FormIndikator, FormMasa, FormSasaran, FormTujuan
from renstra.models import RevisiRenstra
from renstra.selectors import renstra_berlaku, renstra_terlihat
from renstra.services import isi_renstra, revisi_renstra
from renstra.services.isi_pk import versi_alamat
from renstra.services.masa_renstra import mulai_renstra
from renstra.services.revisi_renstra import alamat_renstra

BARU = "baru"
"""In place of a code: the page writes a new one."""
FORM: dict[str, Any] = {"tujuan": FormTujuan, "sasaran": FormSasaran, "indikator": FormIndikator}


@require_safe
@perlu(Izin.LIHAT_SATKER)
def daftar_renstra(request: HttpRequest, satker: Satker) -> HttpResponse:
    """List the versions of a satker's Renstra, newest first; drafts are the satker's own."""
    return _daftar(request, satker)


def _daftar(request: HttpRequest, satker: Satker, form: FormMasa | None = None) -> HttpResponse:
    semua = list(renstra_terlihat(request.user, satker).order_by("-renstra__awal", "-nomor"))
    isi = {
        "satker": satker,
        "semua": semua,
        "berlaku": renstra_berlaku(satker, timezone.localdate()),
        "ada_draf": any(r.berlaku_sejak is None for r in semua),
        "boleh_susun": boleh(request.user, Izin.SUSUN_RENSTRA, satker),
    }
    lanjut = 1 + max((r.renstra.akhir for r in semua), default=timezone.localdate().year - 1)
    isi["form"] = form or FormMasa(initial={"awal": lanjut, "akhir": lanjut + 4})
    return render(request, "renstra/daftar_renstra.html", isi, status=422 if form else 200)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def revisi(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Show one revision; a draft leads to its editor."""
    return _halaman(request, satker, awal, nomor)


def _halaman(
    request: HttpRequest, satker: Satker, awal: int, nomor: int, form: FormBerlakukanRenstra | None = None,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    satu = satu_revisi(request, satker, awal, nomor)
    draf = satu.berlaku_sejak is None
    tahun = range(awal, satu.renstra.akhir + 1)
    lalu = _sebelumnya(request, satker, satu)
    isi = {
        "satker": satker,
        "r": satu,
        "tahun_renstra": tahun,
        "draf": draf,
        "buka": draf and boleh(request.user, Izin.SUSUN_RENSTRA, satker),
        "boleh_tetapkan": draf and boleh(request.user, Izin.TETAPKAN_RENSTRA, satker),
        "kurang": revisi_renstra.halangan_renstra(satu) if draf else [],
        "sebelumnya": lalu,
        "tujuan": [(t, _target(t, tahun)) for t in satu.tujuan.prefetch_related("target")],
        "sasaran": [
            (s, [(i, _target(i, tahun)) for i in s.indikator.all()])
            for s in satu.sasaran.prefetch_related("indikator__target", "indikator__tujuan")
        ],
        "form": form or FormBerlakukanRenstra(),
    }
    return render(request, "renstra/revisi_renstra.html", isi, status=status)


def _target(baris: Any, tahun: range) -> list[str]:
    isi = {t.tahun: t.isi for t in baris.target.all()}
    return [tulis(isi[t]) if t in isi else "" for t in tahun]


@require_POST
@perlu(Izin.SUSUN_RENSTRA)
def susun(request: HttpRequest, satker: Satker) -> HttpResponse:
    """Draft the next revision as a copy of the one in force."""
    dari = request.POST.get("dari", "")
    try:
        baru = revisi_renstra.susun_revisi_renstra(
            satker=satker, dari=int(dari) if dari.isdecimal() else -1, oleh=request.user
        )
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
        return redirect("daftar_renstra", satker.kunci)
    messages.success(request, f"Draf revisi {baru.nomor} disalin dari Renstra yang berlaku.")
    return redirect("revisi_renstra", satker.kunci, baru.renstra.awal, baru.nomor)


@require_POST
@perlu(Izin.SUSUN_RENSTRA)
def mulai(request: HttpRequest, satker: Satker) -> HttpResponse:
    """Begin the Renstra of a new period, from the last or empty."""
    form = FormMasa(request.POST)
    if form.is_valid():
        d = form.cleaned_data
        try:
            baru = mulai_renstra(
                satker=satker, awal=d["awal"], akhir=d["akhir"], salin=d["dari"] == FormMasa.SALIN, oleh=request.user
            )
            messages.success(request, f"Draf Renstra {d['awal']}-{d['akhir']} dimulai. Isilah target dan pendanaannya.")
            return redirect("revisi_renstra", satker.kunci, baru.renstra.awal, baru.nomor)
        except GalatDomain as galat:
            form.add_error(galat.medan or None, galat.pesan)
    return _daftar(request, satker, form)


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.SUSUN_RENSTRA)
def ubah(request: HttpRequest, satker: Satker, awal: int, nomor: int, jenis: str, kode: str) -> HttpResponse:
    """Edit one tujuan, sasaran or indicator of a draft, or write a new one."""
    satu = satu_revisi(request, satker, awal, nomor)
    if satu.berlaku_sejak is not None or jenis not in FORM:
        raise Http404("Hanya draf Renstra yang dapat diubah.")
    ada = None if kode == BARU else getattr(satu, jenis).filter(kode=kode).first()
    if ada is None and kode != BARU:
        raise Http404("Bagian ini tidak ada dalam draf.")
    versi = versi_alamat(f"{alamat_renstra(satu)}/{kode}") if ada else 0
    if request.method != "POST":
        form = FORM[jenis](revisi=satu, initial=_awal(ada, versi), **_dengan_target(jenis, ada))
        return _halaman_ubah(request, satker, satu, jenis, kode, ada, form)
    form = FORM[jenis](request.POST, revisi=satu, **_dengan_target(jenis, ada))
    if form.is_valid():
        try:
            _simpan(request, satker, satu, jenis, kode if ada else "", form)
            messages.success(request, f"{form.cleaned_data['kode']} tersimpan dalam draf.")
            return redirect("revisi_renstra", satker.kunci, awal, nomor)
        except GalatMedan as galat:
            for medan, pesan in galat.masalah.items():
                form.add_error(medan if medan in form.fields else None, pesan)
        except GalatDomain as galat:
            form.add_error(None, galat.pesan)
            # What was typed stays; saved again it knowingly takes the place of the other's.
            form.data = form.data.copy()
            form.data["versi"] = str(versi)
    return _halaman_ubah(request, satker, satu, jenis, kode, ada, form, 422)


def _simpan(request: HttpRequest, satker: Satker, satu: RevisiRenstra, jenis: str, kode: str, form: Any) -> None:
    d = form.cleaned_data
    letak: dict[str, Any] = {
        "satker": satker, "awal": satu.renstra.awal, "nomor": satu.nomor, "versi": form.versi_terlihat,
        "oleh": request.user,
    }  # fmt: skip
    if jenis == "indikator":
        isi_renstra.simpan_indikator(**letak, kode=kode, isi=form.isi(), target=d["target"], pengganti=d["pengganti"])
    elif kode and kode != d["kode"]:
        raise GalatMedan({"kode": f"Kode {kode} tidak dapat diganti. Buat yang baru, lalu pindahkan indikatornya."})
    elif jenis == "tujuan":
        isi_renstra.simpan_tujuan(**letak, kode=d["kode"], nama=d["nama"], target=d["target"])
    else:
        isi_renstra.simpan_sasaran(**letak, kode=d["kode"], nama=d["nama"], perspektif=d["perspektif"])


def _halaman_ubah(
    request: HttpRequest, satker: Satker, satu: RevisiRenstra, jenis: str, kode: str, ada: Any, form: Any,
    status: int = 200,
) -> HttpResponse:  # fmt: skip
    isi = {
        "satker": satker, "r": satu, "jenis": jenis, "kode": kode, "baru": ada is None, "ada": ada, "form": form,
        "dihentikan": getattr(ada, "garis", "") == Garis.DIHENTIKAN,
    }  # fmt: skip
    return render(request, "renstra/ubah_renstra.html", isi, status=status)


def _awal(ada: Any, versi: int) -> dict[str, Any]:
    if ada is None:
        return {"versi": 0}
    awal = {f.name: getattr(ada, f.name) for f in ada._meta.concrete_fields if not f.is_relation}
    awal |= {m: getattr(ada, m).kode for m in ("sasaran", "tujuan") if hasattr(ada, m) and hasattr(ada, "satuan")}
    if getattr(ada, "katalog", None):
        awal["katalog"] = ada.katalog.kunci
    return awal | {"versi": versi, "pengganti": getattr(ada, "garis", "") == Garis.PENGGANTI}


def _dengan_target(jenis: str, ada: Any) -> dict[str, Any]:
    if jenis == "sasaran":
        return {}
    return {"target": {t.tahun: t.isi for t in ada.target.all()} if ada else {}}


@require_POST
@perlu(Izin.SUSUN_RENSTRA)
def hentikan(request: HttpRequest, satker: Satker, awal: int, nomor: int, jenis: str, kode: str) -> HttpResponse:
    """End an indicator with this draft (or take it up again), or drop a tujuan or sasaran without any."""
    letak: dict[str, Any] = {"satker": satker, "awal": awal, "nomor": nomor, "kode": kode, "oleh": request.user}
    try:
        if jenis == "indikator":
            isi_renstra.hentikan_indikator(**letak)
        else:
            isi_renstra.hapus_bagian(**letak, jenis=jenis)
        messages.success(request, f"{kode} diperbarui dalam draf.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
        return redirect("daftar_renstra", satker.kunci)
    return redirect("revisi_renstra", satker.kunci, awal, nomor)


@require_POST
@perlu(Izin.TETAPKAN_RENSTRA)
def berlakukan(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Put a draft in force."""
    satu_revisi(request, satker, awal, nomor)
    form = FormBerlakukanRenstra(request.POST)
    if form.is_valid():
        d = form.cleaned_data
        try:
            revisi_renstra.berlakukan_renstra(
                satker=satker, awal=awal, nomor=nomor, sejak=d["sejak"], dokumen=d["dokumen"], catatan=d["catatan"],
                oleh=request.user,
            )  # fmt: skip
            messages.success(request, "Revisi Renstra berlaku. PK yang mengikutinya disusun sebagai revisi PK.")
            return redirect("revisi_renstra", satker.kunci, awal, nomor)
        except GalatDomain as galat:
            form.add_error(galat.medan or None, galat.pesan)
    return _halaman(request, satker, awal, nomor, form, status=422)


@require_POST
@perlu(Izin.SUSUN_RENSTRA)
def hapus_draf(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Drop a draft."""
    try:
        revisi_renstra.hapus_draf_renstra(satker=satker, awal=awal, nomor=nomor, oleh=request.user)
        messages.success(request, "Draf revisi Renstra dihapus.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("daftar_renstra", satker.kunci)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def banding(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Show what a revision changed in the one before it."""
    baru = satu_revisi(request, satker, awal, nomor)
    lama = _sebelumnya(request, satker, baru)
    isi = {
        "satker": satker,
        "r": baru,
        "sebelum": lama,
        "bagian": [
            ("Indikator dan target", banding_indikator(lama, baru)),
            ("Tujuan", banding_tujuan(lama, baru)),
            ("Sasaran", banding_sasaran(lama, baru)),
        ]
        if lama
        else [],
    }
    return render(request, "renstra/banding_renstra.html", isi)


def satu_revisi(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> RevisiRenstra:
    """Return the revision at an address, within what the user may read."""
    satu = renstra_terlihat(request.user, satker).filter(renstra__awal=awal, nomor=nomor).first()
    if satu is None:
        raise Http404("Revisi Renstra ini tidak ada.")
    satu.renstra.satker = satker
    return satu


def _sebelumnya(request: HttpRequest, satker: Satker, satu: RevisiRenstra) -> RevisiRenstra | None:
    dulu = renstra_terlihat(request.user, satker).filter(
        renstra=satu.renstra, nomor__lt=satu.nomor, berlaku_sejak__isnull=False
    )
    return dulu.order_by("-nomor").first()
