"""The pictures of a report: their page, uploads, words, and their bytes for whoever may read the report."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.core.files.uploadedfile import UploadedFile
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.cache import get_conditional_response
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.berkas.selectors import baca_isi
from lakin.cetak.foto import FotoHilang
from lakin.dokumen.pohon import Foto as FotoDokumen
from lakin.laporan import services_foto as services
from lakin.laporan.forms import FormFoto
from lakin.laporan.models import Foto
from lakin.laporan.selectors_foto import FotoTerpakai, pemakaian_foto, semua_foto
from lakin.laporan.selectors_foto import isi_foto as cari_isi
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan

SEKALI_UNGGAH = 20
"""Files of one request without scripts; with them each file is a request of its own."""
SIMPAN_ISI = 10 * 60
"""Seconds that a browser shows a picture without asking again whether its user may still see it."""


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def foto(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Show every picture with its words, and where each stands."""
    return _halaman(request, satker, tahun)


@require_POST
@perlu(Izin.TULIS_NARASI)
def unggah_foto(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """Take pictures in: one for a script that asks for JSON, several from a plain form."""
    berkas = request.FILES.getlist("berkas")
    if request.accepts("text/html"):
        return _unggah_banyak(request, satker, tahun, berkas)
    if len(berkas) != 1:
        return JsonResponse({"pesan": "Kiriman tidak memuat gambar. Pilih berkasnya kembali."}, status=400)
    try:
        baru = services.unggah_foto(satker=satker, tahun=tahun, berkas=berkas[0], oleh=request.user)
    except GalatDomain as galat:
        return JsonResponse({"pesan": galat.pesan}, status=400)
    kartu = reverse("ubah_foto", args=[*_letak(satker, tahun), baru.kode])
    return JsonResponse({"foto": sebagai_data(baru), "kartu": kartu})


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.TULIS_NARASI)
def ubah_foto(request: HttpRequest, satker: Satker, tahun: int, kode: str) -> HttpResponse:
    """Save the words of one picture (POST), or show its card alone (GET)."""
    ada = _foto(satker, tahun, kode)
    if request.method != "POST":
        return _kartu(request, satker, tahun, ada, FormFoto(foto=ada))
    form = FormFoto(request.POST, foto=ada)
    if form.is_valid() and _simpan(form, satker, tahun, kode, request.user):
        baru = _foto(satker, tahun, kode)
        if not request.accepts("text/html"):
            return JsonResponse({"foto": sebagai_data(baru)})
        if request.headers.get("HX-Request"):
            return _kartu(request, satker, tahun, baru, FormFoto(foto=baru), kabar="Tersimpan.")
        messages.success(request, f"Keterangan gambar “{baru.judul}” tersimpan.")
        return redirect(f"{reverse('foto', args=_letak(satker, tahun))}#{kode}")
    if not request.accepts("text/html"):
        galat = {nama: " ".join(map(str, pesan)) for nama, pesan in form.errors.items()}
        return JsonResponse({"pesan": " ".join(galat.values()), "medan": galat}, status=400)
    if request.headers.get("HX-Request"):
        return _kartu(request, satker, tahun, ada, form, status=422)
    return _halaman(request, satker, tahun, {kode: form}, status=422)


@require_POST
@perlu(Izin.TULIS_NARASI)
def ganti_foto(request: HttpRequest, satker: Satker, tahun: int, kode: str) -> HttpResponse:
    """Put another picture under the same code."""
    berkas = request.FILES.get("berkas")
    if berkas is None:
        messages.error(request, "Pilih berkas gambar pengganti terlebih dahulu.")
    else:
        try:
            baru = services.ganti_foto(
                satker=satker, tahun=tahun, kode=kode, berkas=berkas, versi=_versi(request), oleh=request.user
            )
            messages.success(request, f"Gambar “{baru}” diganti. Periksa apakah keterangannya masih tepat.")
        except GalatDomain as galat:
            messages.error(request, f"{berkas.name}: {galat.pesan}")
    return redirect(f"{reverse('foto', args=_letak(satker, tahun))}#{kode}")


@require_POST
@perlu(Izin.TULIS_NARASI)
def hapus_foto(request: HttpRequest, satker: Satker, tahun: int, kode: str) -> HttpResponse:
    """Take a picture out of the report."""
    try:
        services.hapus_foto(satker=satker, tahun=tahun, kode=kode, versi=_versi(request), oleh=request.user)
        messages.success(request, "Gambar dihapus dari laporan ini.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("foto", *_letak(satker, tahun))


@require_safe
@perlu(Izin.TULIS_NARASI)
def daftar_foto(request: HttpRequest, satker: Satker, tahun: int) -> HttpResponse:
    """The pictures that a text may insert, for the editor."""
    semua = Foto.objects.filter(satker=satker, tahun=tahun).select_related("berkas").order_by("-pk")
    return JsonResponse({"foto": [sebagai_data(f) for f in semua]})


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def isi_foto(request: HttpRequest, satker: Satker, tahun: int, sidik: str) -> HttpResponse:
    """The bytes of a picture that this report shows, or has shown; cleaned ones are small enough to be held."""
    berkas = cari_isi(satker, tahun, sidik)
    if berkas is None:
        raise Http404("Gambar ini tidak ada pada laporan satker ini.")
    etag = f'"{berkas.sidik}"'
    jawab: HttpResponse | None = get_conditional_response(request, etag=etag)
    if jawab is None:
        try:
            jawab = HttpResponse(baca_isi(berkas.sidik), content_type=berkas.jenis)
        except FotoHilang as galat:
            raise Http404(str(galat)) from galat
        jawab["Content-Encoding"] = "identity"  # pictures are compressed already; the middleware need not try
    jawab["ETag"] = etag
    # On a shared machine the next person must not get it from the browser's cache for long.
    jawab["Cache-Control"] = f"private, max-age={SIMPAN_ISI}"
    jawab["X-Content-Type-Options"] = "nosniff"
    jawab["Content-Disposition"] = "inline"
    return jawab


def alamat_foto(satker: Satker, tahun: int) -> Any:
    """The addresses of a report's pictures on its page."""

    def alamat(f: FotoDokumen) -> str:
        return reverse("isi_foto", args=[satker.kunci, tahun, f.sidik])

    return alamat


def sebagai_data(f: Foto) -> dict[str, Any]:
    """A picture as the editor knows it."""
    return {
        "kode": f.kode,
        "judul": f.judul,
        "teks_alternatif": f.teks_alternatif,
        "sumber": f.sumber,
        "tanggal": f.tanggal.isoformat() if f.tanggal else "",
        "tempat": f.tempat,
        "sidik": f.berkas.sidik,
        "lebar": f.lebar,
        "tinggi": f.tinggi,
        "versi": f.versi,
        "lengkap": f.lengkap,
    }


def letak_galeri(satker: Satker, tahun: int) -> dict[str, str]:
    """The addresses that the editor asks for pictures; of one's bytes with zeros in the place of its hash."""
    letak = _letak(satker, tahun)
    return {
        "daftar": reverse("daftar_foto", args=letak),
        "unggah": reverse("unggah_foto", args=letak),
        "isi": reverse("isi_foto", args=[*letak, "0" * 64]),
        "halaman": reverse("foto", args=letak),
    }


def _unggah_banyak(request: HttpRequest, satker: Satker, tahun: int, berkas: list[UploadedFile]) -> HttpResponse:
    if not berkas:
        messages.error(request, "Belum ada berkas yang dipilih. Pilih satu gambar atau lebih, lalu tekan Unggah.")
    if len(berkas) > SEKALI_UNGGAH:
        messages.error(request, f"Unggah paling banyak {SEKALI_UNGGAH} gambar sekali jalan. Sisanya belum diunggah.")
    jadi = 0
    for b in berkas[:SEKALI_UNGGAH]:
        try:
            services.unggah_foto(satker=satker, tahun=tahun, berkas=b, oleh=request.user)
            jadi += 1
        except GalatDomain as galat:
            messages.error(request, f"{b.name}: {galat.pesan}")
    if jadi:
        messages.success(request, f"{jadi} gambar diunggah. Isi judul dan teks alternatifnya agar dapat dipakai.")
    return redirect("foto", *_letak(satker, tahun))


def _simpan(form: FormFoto, satker: Satker, tahun: int, kode: str, oleh: Any) -> bool:
    """Save, or put what is wrong to its field and leave all that was typed."""
    try:
        services.ubah_foto(
            satker=satker, tahun=tahun, kode=kode, keterangan=form.keterangan(),
            versi=form.cleaned_data["versi"], oleh=oleh,
        )  # fmt: skip
    except Bentrok as galat:
        # What was typed stays; saved again it knowingly takes the place of the other's.
        form.data = {**form.data.dict(), "versi": galat.versi}  # type: ignore[attr-defined]
        form.add_error(None, f"{galat.pesan} Isian Anda belum tersimpan; tekan Simpan lagi untuk memakainya.")
    except GalatMedan as galat:
        for medan, pesan in galat.masalah.items():
            form.add_error(medan if medan in form.fields else None, pesan)
    except GalatDomain as galat:
        form.add_error(None, galat.pesan)
    else:
        return True
    return False


def _halaman(
    request: HttpRequest, satker: Satker, tahun: int, form: dict[str, FormFoto] | None = None, status: int = 200
) -> HttpResponse:
    tulis = boleh(request.user, Izin.TULIS_NARASI, satker)
    semua = semua_foto(satker, tahun)
    terisi = form or {}
    kartu = [(f, terisi.get(f.foto.kode) or FormFoto(foto=f.foto) if tulis else None) for f in semua]
    isi = {
        "satker": satker,
        "tahun": tahun,
        "boleh_tulis": tulis,
        "kartu": kartu,
        "belum": sum(not f.foto.lengkap for f in semua),
        "galat": [(kode, f) for kode, f in terisi.items()],
    }
    return render(request, "laporan/foto.html", isi, status=status)


def _kartu(
    request: HttpRequest, satker: Satker, tahun: int, ada: Foto, form: FormFoto, *, kabar: str = "", status: int = 200
) -> HttpResponse:
    terpakai = FotoTerpakai(ada, pemakaian_foto(satker, tahun).get(ada.kode, ()))
    isi = {"satker": satker, "tahun": tahun, "boleh_tulis": True, "f": terpakai, "form": form, "kabar": kabar}
    return render(request, "laporan/kartu_foto.html", isi, status=status)


def _foto(satker: Satker, tahun: int, kode: str) -> Foto:
    ada = Foto.objects.filter(satker=satker, tahun=tahun, kode=kode).select_related("berkas", "satker").first()
    if ada is None:
        raise Http404("Gambar ini tidak ada pada laporan satker ini.")
    return ada


def _letak(satker: Satker, tahun: int) -> tuple[str, int]:
    return satker.kunci, tahun


def _versi(request: HttpRequest) -> int:
    teks = request.POST.get("versi", "")
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else 0
