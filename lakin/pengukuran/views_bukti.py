"""Evidence: its list, the part of one address, uploads, words, and the files for whoever may see them."""

from __future__ import annotations

from typing import Any

from csp.constants import SELF
from csp.decorators import csp_update
from django.contrib import messages
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import UploadedFile
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, JsonResponse
from django.http.response import HttpResponseBase
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.views.decorators.http import require_POST, require_safe

from lakin.alur.selectors import halangan_ubah
from lakin.berkas.dokumen import PDF, BerkasTerlaluBesar
from lakin.berkas.jenis import TAMPIL_LANGSUNG, nama_unduh
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran import bukti as services
from lakin.pengukuran.daftar_bukti import bagian_alamat, baris_bukti, isi_daftar
from lakin.pengukuran.forms_bukti import FormBukti
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors_bukti import alamat_dikenal, bukti_terlihat, triwulan_alamat
from lakin.web.galat import Bentrok, GalatDomain

SEKALI_UNGGAH = 10
"""Files of one request without scripts; with them each file is a request of its own."""
_TERKURUNG = "default-src 'none'; sandbox; frame-ancestors 'none'; base-uri 'none'; form-action 'none'"
_TERBINGKAI = (
    "default-src 'none'; object-src 'self'; style-src 'unsafe-inline'; frame-ancestors 'self'; form-action 'none'"
)
"""For a PDF inside our own page: no sandbox, in which browsers refuse to draw one; it can load and send nothing."""


@require_safe
@perlu(Izin.LIHAT_SATKER)
def daftar_bukti(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """List a year's evidence by indicator, kind, or what is missing."""
    return _daftar(request, satker, tahun)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def bukti_alamat(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show the evidence of one address: as a page, or as the part that another page takes in."""
    alamat = request.GET.get("alamat", "")
    if not alamat_dikenal(satker, tahun, alamat):
        raise Http404("Tidak ada angka pada alamat ini.")
    return _bagian(request, satker, tahun, alamat)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def isi_bukti(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponseBase:
    """Stream a file; what a browser could run of it, it is told not to."""
    bukti = bukti_terlihat(request.user, satker, tahun).filter(pk=pk).first()
    if bukti is None or bukti.berkas is None:
        raise Http404("Berkas bukti ini tidak ada atau bukan untuk akun Anda.")
    berkas = bukti.berkas
    try:
        isi = default_storage.open(str(berkas.isi.name), "rb")
    except OSError as galat:
        raise Http404("Isi berkas bukti ini tidak ada di penyimpanan. Unggah kembali berkasnya.") from galat
    bingkai = berkas.jenis == PDF and "bingkai" in request.GET
    unduh = not bingkai and (berkas.jenis not in TAMPIL_LANGSUNG or "unduh" in request.GET)
    jawab = FileResponse(isi, as_attachment=unduh, filename=nama_unduh(berkas), content_type=berkas.jenis)
    jawab["Content-Length"] = str(berkas.ukuran)
    jawab["Content-Encoding"] = "identity"  # these kinds are compressed already; the middleware need not try
    jawab["Content-Security-Policy"] = _TERBINGKAI if bingkai else _TERKURUNG
    jawab["X-Frame-Options"] = "SAMEORIGIN" if bingkai else "DENY"
    jawab["X-Content-Type-Options"] = "nosniff"
    # On a shared machine the next person must not get it from the browser.
    jawab["Cache-Control"] = "private, no-store"
    return jawab


@require_safe
@perlu(Izin.LIHAT_SATKER)
@csp_update({"frame-src": [SELF]})  # type: ignore[arg-type]  # its type knows no captured values
def pratinjau_bukti(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Show one piece of evidence with its words: as a page, or as the part that fills the side panel."""
    ada = next((b for b in baris_bukti(request.user, satker, tahun) if b.bukti.pk == pk), None)
    if ada is None:
        raise Http404("Berkas bukti ini tidak ada atau bukan untuk akun Anda.")
    panel = bool(request.headers.get("HX-Request"))
    isi = {"satker": satker, "tahun": tahun, "b": ada, "panel": panel}
    return render(request, f"pengukuran/pratinjau_{'isi' if panel else 'halaman'}.html", isi)


@require_POST
@perlu(Izin.ISI_REALISASI)
def unggah_bukti(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Take files in as evidence of one address: one for a script that asks for JSON, several from a plain form."""
    alamat, berkas = request.POST.get("alamat", ""), request.FILES.getlist("berkas")
    form = FormBukti(request.POST)
    if not request.accepts("text/html"):
        return _unggah_satu(request, satker, tahun, alamat, berkas, form)
    if not form.is_valid():
        return _daftar(request, satker, tahun, form, alamat)
    if not berkas:
        messages.error(request, "Belum ada berkas yang dipilih. Pilih satu berkas atau lebih, lalu tekan Unggah.")
    if len(berkas) > SEKALI_UNGGAH:
        messages.error(request, f"Unggah paling banyak {SEKALI_UNGGAH} berkas sekali jalan. Sisanya belum diunggah.")
    for b in berkas[:SEKALI_UNGGAH]:
        try:
            baru = _unggah(request, satker, tahun, alamat, b, form)
            messages.success(request, f"{b.name} tersimpan sebagai bukti “{baru.perihal}”.")
        except GalatDomain as galat:
            messages.error(request, f"{b.name}: {galat.pesan}")
    return _kembali(request, satker, tahun, alamat)


@require_POST
@perlu(Izin.ISI_REALISASI)
def ubah_bukti(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Save the words of one piece of evidence."""
    ada = _bukti(satker, tahun, pk)
    form = FormBukti(request.POST, bukti=ada)
    if form.is_valid():
        try:
            services.ubah_bukti(
                satker=satker, tahun=tahun, pk=pk, keterangan=form.keterangan(), versi=_versi(request),
                oleh=request.user,
            )  # fmt: skip
        except Bentrok as galat:
            # What was typed stays; saved again it knowingly takes the place of the other's.
            form.add_error(None, f"{galat.pesan} Isian Anda belum tersimpan; tekan Simpan lagi untuk memakainya.")
        except GalatDomain as galat:
            form.add_error(None, galat.pesan)
        else:
            return _sesudah(request, satker, tahun, ada.alamat, "Keterangan bukti tersimpan.")
    return _bagian(request, satker, tahun, ada.alamat, {pk: form}, status=422)


@require_POST
@perlu(Izin.ISI_REALISASI)
def tautkan_bukti(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Let a chosen piece of evidence prove the figure of an address too."""
    alamat, pilihan = request.POST.get("alamat", ""), request.POST.get("bukti", "")
    try:
        if not (pilihan.isascii() and pilihan.isdigit() and len(pilihan) < 12):
            raise GalatDomain("Pilih bukti yang hendak ditautkan.")
        services.tautkan_bukti(satker=satker, tahun=tahun, pk=int(pilihan), alamat=alamat, oleh=request.user)
    except GalatDomain as galat:
        return _sesudah(request, satker, tahun, alamat, galat.pesan, salah=True)
    return _sesudah(request, satker, tahun, alamat, "Bukti ditautkan.")


@require_POST
@perlu(Izin.ISI_REALISASI)
def lepas_bukti(request: HttpRequest, satker: Satker, tahun: int, pk: int) -> HttpResponse:
    """Take a piece of evidence from its figure."""
    ada = _bukti(satker, tahun, pk)
    try:
        services.lepas_bukti(satker=satker, tahun=tahun, pk=pk, versi=_versi(request), oleh=request.user)
    except GalatDomain as galat:
        return _sesudah(request, satker, tahun, ada.alamat, galat.pesan, salah=True)
    return _sesudah(request, satker, tahun, ada.alamat, "Bukti dilepas dari angka ini.")


def _unggah_satu(
    request: HttpRequest, satker: Satker, tahun: int, alamat: str, berkas: list[UploadedFile], form: FormBukti
) -> JsonResponse:
    if len(berkas) != 1:
        return JsonResponse({"pesan": "Kiriman tidak memuat berkas. Pilih berkasnya kembali."}, status=400)
    if not form.is_valid():
        return JsonResponse({"pesan": " ".join(" ".join(map(str, p)) for p in form.errors.values())}, status=400)
    try:
        baru = _unggah(request, satker, tahun, alamat, berkas[0], form)
    except BerkasTerlaluBesar as galat:
        return JsonResponse({"pesan": galat.pesan}, status=413)
    except GalatDomain as galat:
        return JsonResponse({"pesan": galat.pesan}, status=400)
    return JsonResponse({"bukti": baru.pk, "perihal": baru.perihal})


def _unggah(
    request: HttpRequest, satker: Satker, tahun: int, alamat: str, berkas: UploadedFile, form: FormBukti
) -> Bukti:
    return services.unggah_bukti(
        satker=satker, tahun=tahun, alamat=alamat, berkas=berkas, keterangan=form.keterangan(), oleh=request.user
    )


def _daftar(
    request: HttpRequest, satker: Satker, tahun: int, form: FormBukti | None = None, alamat: str = ""
) -> HttpResponse:
    isi = isi_daftar(request.user, satker, tahun, request.GET)
    tulis = boleh(request.user, Izin.ISI_REALISASI, satker)
    isi |= {
        "satker": satker,
        "tahun": tahun,
        "boleh_tulis": tulis,
        "halangan": halangan_ubah(satker, tahun, 4) if tulis else "",
        "form": form or FormBukti(),
        "alamat": alamat or f"{satker.kunci}/{tahun}/{isi['pilihan'].get('indikator', '')}",
        "muat": reverse("daftar_bukti", args=_letak(satker, tahun)),
    }
    return render(request, "pengukuran/bukti.html", isi, status=422 if form else 200)


def _bagian(
    request: HttpRequest, satker: Satker, tahun: int, alamat: str, form: dict[int, FormBukti] | None = None,
    *, kabar: tuple[str, bool] | None = None, status: int = 200,
) -> HttpResponse:  # fmt: skip
    tulis = boleh(request.user, Izin.ISI_REALISASI, satker)
    halangan = halangan_ubah(satker, tahun, triwulan_alamat(satker, tahun, alamat)) if tulis else ""
    isi: dict[str, Any] = {
        **bagian_alamat(request.user, satker, tahun, alamat, form or {}, buka=tulis and not halangan),
        "boleh_tulis": tulis,
        "halangan": halangan,
        "form": FormBukti(),
        "kabar": kabar,
        "muat": _url_alamat(satker, tahun, alamat),
    }
    templat = "pengukuran/bukti_bagian.html" if request.headers.get("HX-Request") else "pengukuran/bukti_alamat.html"
    return render(request, templat, isi, status=status)


def _sesudah(
    request: HttpRequest, satker: Satker, tahun: int, alamat: str, pesan: str, *, salah: bool = False
) -> HttpResponse:
    """After an act: the part anew with what happened, or back to the page that says it."""
    if request.headers.get("HX-Request") and alamat_dikenal(satker, tahun, alamat):
        return _bagian(request, satker, tahun, alamat, kabar=(pesan, salah))
    (messages.error if salah else messages.success)(request, pesan)
    return _kembali(request, satker, tahun, alamat)


def _kembali(request: HttpRequest, satker: Satker, tahun: int, alamat: str) -> HttpResponse:
    if request.POST.get("ke") != "daftar" and alamat_dikenal(satker, tahun, alamat):
        return redirect(_url_alamat(satker, tahun, alamat))
    return redirect("daftar_bukti", *_letak(satker, tahun))


def _url_alamat(satker: Satker, tahun: int, alamat: str) -> str:
    return f"{reverse('bukti_alamat', args=_letak(satker, tahun))}?{urlencode({'alamat': alamat})}"


def _bukti(satker: Satker, tahun: int, pk: int) -> Bukti:
    ada = Bukti.objects.filter(satker=satker, tahun=tahun, pk=pk).select_related("berkas", "satker").first()
    if ada is None:
        raise Http404("Bukti ini tidak ada atau sudah dilepas.")
    return ada


def _letak(satker: Satker, tahun: int) -> tuple[str, int]:
    return satker.kunci, tahun


def _versi(request: HttpRequest) -> int:
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else 0
