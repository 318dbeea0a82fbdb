"""The activities of a Renstra with their funding per year, and the page that edits a draft's."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from renstra.forms import FormKegiatan
from renstra.konteks_renstra import konteks_renstra, total_dana
from renstra.models import KegiatanRenstra
from renstra.services.isi_pk import versi_alamat
from renstra.services.kegiatan_renstra import alamat_kegiatan, hapus_kegiatan, simpan_kegiatan
from renstra.services.revisi_renstra import alamat_renstra
from renstra.views_renstra import satu_revisi

JUTA = Decimal(1_000_000)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def kegiatan_renstra(request: HttpRequest, satker: Satker, awal: int, nomor: int) -> HttpResponse:
    """Show the activities of a revision, what they cost per year, and their sums."""
    satu = satu_revisi(request, satker, awal, nomor)
    k = konteks_renstra(satu)
    semua = [g for s in k.sasaran for i in s.indikator for g in i.kegiatan]
    isi = {
        "satker": satker,
        "r": satu,
        "tahun_renstra": k.tahun,
        "sasaran": [(s, list(s.dana.values()), [(i, list(i.dana.values()), _kegiatan(i)) for i in s.indikator])
                    for s in k.sasaran],
        "jumlah": list(k.dana.values()),
        "total": total_dana(f"{alamat_renstra(satu)}/pendanaan/jumlah", k.dana, "Jumlah"),
        "banyak": len(semua),
        "berbintang": any(g.kegiatan.di_tempat_lain for g in semua),
        "buka": satu.berlaku_sejak is None and boleh(request.user, Izin.SUSUN_RENSTRA, satker),
        "dibuka": "kegiatan",
    }  # fmt: skip
    return render(request, "renstra/kegiatan_renstra.html", isi)


def _kegiatan(i: Any) -> list[tuple[KegiatanRenstra, list[Any]]]:
    return [(g.kegiatan, list(g.dana.values())) for g in i.kegiatan]


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.SUSUN_RENSTRA)
def ubah_kegiatan(request: HttpRequest, satker: Satker, awal: int, nomor: int, kode: str, urut: int) -> HttpResponse:
    """Edit one activity of a draft, or write a new one (``urut`` 0)."""
    satu = satu_revisi(request, satker, awal, nomor)
    i = satu.indikator.filter(kode=kode).first()
    ada = i.kegiatan.filter(urut=urut).first() if i and urut else None
    if satu.berlaku_sejak is not None or i is None or (urut and ada is None):
        raise Http404("Hanya kegiatan pada draf Renstra yang dapat diubah.")
    dana = {p.tahun: p.isi / JUTA if isinstance(p.isi, Decimal) else p.isi for p in ada.pendanaan.all()} if ada else {}
    awalnya = {m: getattr(ada, m) for m in ("huruf", "nama", "di_tempat_lain")} if ada else {}
    awalnya["versi"] = versi_alamat(alamat_kegiatan(satu, kode, urut)) if ada else 0
    form: Any = FormKegiatan(request.POST or None, revisi=satu, initial=awalnya, target=dana)
    if request.method == "POST" and form.is_valid():
        try:
            _simpan(request, satker, awal, nomor, kode, urut, form)
            messages.success(request, "Kegiatan tersimpan dalam draf.")
            return redirect("kegiatan_renstra", satker.kunci, awal, nomor)
        except GalatMedan as galat:
            for medan, pesan in galat.masalah.items():
                form.add_error(medan if medan in form.fields else None, pesan)
        except GalatDomain as galat:
            form.add_error(None, galat.pesan)
            if isinstance(galat, Bentrok):
                # What was typed stays; saved again it knowingly takes the place of the other's.
                form.data = form.data.copy()
                form.data["versi"] = str(galat.versi)
    isi = {"satker": satker, "r": satu, "i": i, "urut": urut, "form": form}
    return render(request, "renstra/ubah_kegiatan.html", isi, status=422 if form.is_bound else 200)


def _simpan(request: HttpRequest, satker: Satker, awal: int, nomor: int, kode: str, urut: int, form: Any) -> None:
    d = form.cleaned_data
    rupiah = {t: n * JUTA if isinstance(n, Decimal) else n for t, n in d["target"].items()}
    simpan_kegiatan(
        satker=satker, awal=awal, nomor=nomor, kode=kode, urut=urut, huruf=d["huruf"], nama=d["nama"],
        di_tempat_lain=d["di_tempat_lain"], dana=rupiah, versi=form.versi_terlihat, oleh=request.user,
    )  # fmt: skip


@require_POST
@perlu(Izin.SUSUN_RENSTRA)
def buang_kegiatan(request: HttpRequest, satker: Satker, awal: int, nomor: int, kode: str, urut: int) -> HttpResponse:
    """Take an activity out of a draft."""
    try:
        hapus_kegiatan(satker=satker, awal=awal, nomor=nomor, kode=kode, urut=urut, oleh=request.user)
        messages.success(request, "Kegiatan dihapus dari draf.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
        return redirect("daftar_renstra", satker.kunci)
    return redirect("kegiatan_renstra", satker.kunci, awal, nomor)
