"""Satkers side by side: the page, its files, the explanation of its figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import Any

from django.db.models import Max
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import redirect, render
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from django.utils.safestring import mark_safe
from django.views.decorators.http import require_safe

from lakin.banding.berkas import judul_banding, lembar_banding, lembar_peta, lembar_profil
from lakin.banding.jajaran_satker import SINTETIS, HasilBanding, perbandingan
from lakin.banding.lembaran import CETAK_TERBANYAK, Lembaran, tulis_buku, tulis_csv, tulis_json, tulis_pdf
from lakin.banding.models import NilaiPembanding
from lakin.banding.peta import KELAS, SelPeta, peta, profil, sebagian
from lakin.banding.pokok import POKOK_ANGGARAN, Pokok, pilihan_pokok
from lakin.banding.rilis import Terbuka, terbuka
from lakin.banding.simpanan import kepala as kepala_data
from lakin.banding.simpanan import potongan_bersama, simpan_bersama
from lakin.banding.tanya import CAMPUR, MENURUT_SEBUTAN, TINGKAT, Tanya
from lakin.capaian.banding import NKA
from lakin.capaian.jajaran import MENURUT, REALISASI
from lakin.dasbor import halaman_banding as halaman
from lakin.dasbor import halaman_peta
from lakin.dasbor.penjelasan import BANDING, uraikan
from lakin.dasbor.selectors import tahun_ber_pk
from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh, satker_sendiri, satker_terlihat
from lakin.web.galat import GalatDomain

ISI = "dasbor/banding_isi.html"
BERKAS = {
    "csv": (tulis_csv, "text/csv; charset=utf-8"),
    "xlsx": (tulis_buku, "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
    "json": (tulis_json, "application/json"),
    "pdf": (tulis_pdf, "application/pdf"),
}


def _tanya(request: HttpRequest) -> tuple[Tanya, Terbuka]:
    """The question of the address, and what the person may compare that year.

    Without a year the newest with figures, without an indicator the first with some; who comes
    from a satker begins with it pinned. Made-up satkers are for those who steer.
    """
    isi = dict(request.GET.lists())
    baku = (
        0
        if "tahun" in isi
        else NilaiPembanding.objects.aggregate(n=Max("tahun"))["n"] or max(tahun_ber_pk(), default=0)
    )
    t = Tanya.dari(isi, indikator="", tahun=baku or timezone.localdate().year)
    boleh_semua = boleh(request.user, Izin.BANDINGKAN)
    t = t if boleh_semua else t.dengan(sintetis=False)
    buka = terbuka(request.user, t.tahun)
    sendiri = satker_sendiri(request.user)
    if sendiri and not isi:
        t = t.dengan(sematan=(sendiri.kunci,), tingkat=KELAS.get(JenisSatker(sendiri.jenis), t.tingkat))
    if t.indikator:
        return t, buka
    semua = [p for p in pilihan_pokok(t.tingkat, t.tahun, sintetis=t.sintetis) if p.kunci in buka]
    dirilis = set(NilaiPembanding.objects.filter(tahun=t.tahun).order_by().values_list("kunci", flat=True).distinct())
    pertama = next((p for p in semua if p.kunci in dirilis), semua[0] if semua else POKOK_ANGGARAN[NKA])
    return t.dengan(indikator=pertama.kunci), buka


class BelumDirilis(GalatDomain):
    """What was asked is not open to satkers."""


def _perbandingan(request: HttpRequest, t: Tanya, buka: Terbuka, kini: tuple[object, ...] = ()) -> HasilBanding:
    """The comparison that is asked for; GalatDomain where there is none, BelumDirilis where it is not open."""
    if not buka:
        raise BelumDirilis(BELUM_TAHUN.format(tahun=t.tahun))
    h = perbandingan(request.user, t, kini)
    if h.pokok.kunci not in buka:
        raise BelumDirilis(BELUM_INDIKATOR.format(nama=h.pokok.nama, tahun=t.tahun))
    return h


BELUM_TAHUN = (
    "Sekretariat belum membuka perbandingan tahun {tahun} bagi satker. Pilih tahun lain, atau mintalah dibuka."
)
BELUM_INDIKATOR = "Sekretariat belum membuka perbandingan {nama} {tahun} bagi satker. Pilih indikator yang terbuka."


@perlu(Izin.LIHAT_SATKER)
@require_safe
def halaman_banding(request: HttpRequest) -> HttpResponse:
    """Show the comparison; an address that says the same in other words leads to the canonical one."""
    kini, alamat = kepala_data(), request.META["QUERY_STRING"]
    potongan = potongan_bersama(kini, request.user, alamat)
    if potongan is None:
        t, buka = _tanya(request)
        try:
            h = _perbandingan(request, t, buka, kini)
        except GalatDomain as galat:
            isi = render_to_string(ISI, {**_pilihan(t, (), buka), "tanya": t, "galat": galat.pesan})
            return _halaman(request, t.tahun, isi, 403 if isinstance(galat, BelumDirilis) else 404)
        h = replace(h, tanya=h.tanya.dengan(halaman=min(h.tanya.halaman, h.banyak_halaman)))
        if request.GET and QueryDict(h.tanya.alamat) != request.GET:
            return redirect(f"{reverse('banding')}?{h.tanya.alamat}")
        isi = render_to_string(ISI, {**_pilihan(h.tanya, (h.pokok,), buka), **_isi(h, request.user)})
        potongan = h.tanya.tahun, isi
        if alamat:
            simpan_bersama(kini, request.user, alamat, potongan)
    return _halaman(request, *potongan)


def _halaman(request: HttpRequest, tahun: int, isi: str, status: int = 200) -> HttpResponse:
    """The page around what was rendered, by this process or another."""
    return render(request, "dasbor/banding.html", {"tahun_judul": tahun, "potongan": mark_safe(isi)}, status=status)


def _pilihan(t: Tanya, kini: tuple[Pokok, ...], buka: Terbuka) -> dict[str, Any]:
    """What can be chosen; ``kini`` is what is shown, also where the satkers of the level do not plan it."""
    tahun = {*NilaiPembanding.objects.order_by().values_list("tahun", flat=True).distinct(), *tahun_ber_pk(), t.tahun}
    pokok = [p for p in pilihan_pokok(t.tingkat, t.tahun, sintetis=t.sintetis) if p.kunci in buka]
    return {
        "pilihan_pokok": [*(k for k in kini if k not in pokok), *pokok],
        "pilihan_tingkat": [(kode, nama) for kode, (nama, _) in TINGKAT.items()],
        "pilihan_tahun": sorted(tahun, reverse=True),
        "pilihan_menurut": MENURUT_SEBUTAN.items(),
        "pilihan_lapor": halaman.LAPOR,
    }


def _isi(h: HasilBanding, pengguna: Any) -> dict[str, Any]:
    return {
        "tanya": h.tanya,
        "pokok": h.pokok,
        "judul": judul_banding(h),
        "kepala": halaman.kepala(h),
        "baris": halaman.baris(h, _terlihat(pengguna)),
        "ada_letak": h.tanya.menurut == REALISASI,
        "semua": len(h.jajaran.baris),
        "belum": h.belum,
        "atur_rilis": boleh(pengguna, Izin.KELOLA_PERIODE),
        "lihat_lapor": boleh(pengguna, Izin.BANDINGKAN),
        "tertunda": h.tertunda,
        "lapor_triwulan": halaman.lapor_triwulan(h) if boleh(pengguna, Izin.BANDINGKAN) else (),
        "lapor_kepala": [nama for _, nama in halaman.KEADAAN],
        "campur": h.tanya.tingkat in CAMPUR,
        "r": halaman.ringkasan(h),
        "nol_menggeser": halaman.tanya_nol(h),
        "gambar": halaman.gambar(h),
        "banyak": len(h.baris),
        "halaman_lain": [(n, h.tanya.dengan(halaman=n).alamat) for n in range(1, h.banyak_halaman + 1)],
        "sumber": h.sumber,
        "berkas": tuple(b for b in BERKAS if b != "pdf" or len(h.baris) <= CETAK_TERBANYAK),
        "cetak_terbanyak": CETAK_TERBANYAK,
        "menurut": MENURUT_SEBUTAN[h.tanya.menurut],
    }


@perlu(Izin.LIHAT_SATKER)
@require_safe
def unduh_banding_satker(request: HttpRequest) -> HttpResponse:
    """The rows of the page as a file: .csv, .xlsx, .json, .pdf."""
    try:
        h = _perbandingan(request, *_tanya(request))
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat
    return _berkas(request, f"banding-{h.pokok.kunci}-{h.tanya.tingkat}-{h.tanya.tahun}", lembar_banding(h))


def _terlihat(pengguna: Any) -> set[str]:
    """The satkers whose pages the person may open."""
    return {s.kunci for s in satker_terlihat(pengguna).only("kode", "singkatan")}


def _berkas(request: HttpRequest, nama: str, lembar: Lembaran) -> HttpResponse:
    bentuk = request.GET.get("bentuk", "csv")
    if bentuk not in BERKAS:
        raise Http404(f"Bentuk berkas ini tidak ada. Yang ada: {', '.join(BERKAS)}.")
    if bentuk == "pdf" and len(lembar.baris) > CETAK_TERBANYAK:
        pesan = f"PDF memuat paling banyak {CETAK_TERBANYAK} baris. Saring dulu, atau unduh .xlsx yang memuat semuanya."
        return HttpResponse(pesan, content_type="text/plain; charset=utf-8", status=422)
    tulis, jenis = BERKAS[bentuk]
    kepala = {"Content-Disposition": f'attachment; filename="{nama}.{bentuk}"'}
    return HttpResponse(tulis(lembar), content_type=jenis, headers=kepala)


@perlu(Izin.LIHAT_SATKER)
@require_safe
def penjelasan_banding(request: HttpRequest, tahun: int) -> HttpResponse:
    """Explain a figure of the comparison: a rank, a mean, a released value."""
    alamat = request.GET.get("alamat", "")[:300]
    bagian = alamat.split("/")
    tingkat = bagian[3].removesuffix(SINTETIS) if len(bagian) > 4 else ""
    sah = bagian[:2] == [BANDING, str(tahun)] and tingkat in TINGKAT
    if not sah or not 1900 <= tahun <= 9999 or "\x00" in alamat:
        raise Http404("Tidak ada angka pada alamat ini.")
    t = Tanya(bagian[2], tahun, tingkat, sintetis=bagian[3].endswith(SINTETIS))
    if t.indikator not in terbuka(request.user, tahun) or (t.sintetis and not boleh(request.user, Izin.BANDINGKAN)):
        raise Http404("Tidak ada angka pada alamat ini.")
    isi = {
        "satker": {"kunci": BANDING},  # stands where the panel names the satker of a figure
        "tahun": tahun,
        "alamat": alamat,
        "triwulan": 4,
        "tanya": t,
        "p": uraikan(None, alamat, _figur(request.user, t, alamat)),
        "panel": bool(request.headers.get("HX-Request")),
    }
    return render(request, "komponen/penjelasan.html" if isi["panel"] else "dasbor/penjelasan_banding.html", isi)


@perlu(Izin.LIHAT_SATKER)
@require_safe
def peta_banding(request: HttpRequest) -> HttpResponse:
    """Show satker by indicator; each cell leads to the comparison behind it."""
    t, buka = _tanya(request)
    p = sebagian(peta(request.user, t.tingkat, t.tahun, sintetis=t.sintetis), _wajib(buka))
    isi = {**_pilihan(t, (), buka), "tanya": t, "tanya_peta": t.lingkup, "berkas": tuple(BERKAS)}
    isi |= {"terlihat": _terlihat(request.user), "campur": t.tingkat in CAMPUR}
    return render(request, "dasbor/peta_banding.html", {**isi, **halaman_peta.isi_peta(p)})


@perlu(Izin.LIHAT_SATKER)
@require_safe
def unduh_peta_banding(request: HttpRequest) -> HttpResponse:
    """The matrix as a file."""
    t, buka = _tanya(request)
    p = sebagian(peta(request.user, t.tingkat, t.tahun, sintetis=t.sintetis), _wajib(buka))
    lembar = lembar_peta(p, f"{reverse('peta_banding')}?{t.lingkup}")
    return _berkas(request, f"peta-{t.tingkat}-{t.tahun}", lembar)


@perlu(Izin.LIHAT_SATKER)
@require_safe
def profil_banding(request: HttpRequest, satker: Satker) -> HttpResponse:
    """Show a satker against its class, indicator by indicator."""
    t, buka = _tanya(request)
    isi = {
        **_pilihan(t, (), buka),
        "satker": satker,
        "tanya": t,
        "nama": _nama(satker, t.tahun),
        "baris": halaman_peta.baris_profil(_profil(request, satker, t.tahun, buka)),
        "kelas": satker.get_jenis_display(),
        "berkas": tuple(BERKAS),
    }
    return render(request, "dasbor/profil_banding.html", isi)


@perlu(Izin.LIHAT_SATKER)
@require_safe
def unduh_profil_banding(request: HttpRequest, satker: Satker) -> HttpResponse:
    """The profile as a file."""
    t, buka = _tanya(request)
    tahun, semua = t.tahun, _profil(request, satker, t.tahun, buka)
    alamat = f"{reverse('profil_banding', args=[satker.kunci])}?tahun={tahun}"
    lembar = lembar_profil(_nama(satker, tahun), str(satker.get_jenis_display()), tahun, semua, alamat)
    return _berkas(request, f"profil-{satker.kunci}-{tahun}", lembar)


def _profil(request: HttpRequest, satker: Satker, tahun: int, buka: Terbuka) -> tuple[SelPeta, ...]:
    return tuple(s for s in profil(request.user, satker, tahun) if s.pokok.kunci in _wajib(buka))


def _wajib(buka: Terbuka) -> Terbuka:
    if not buka:
        raise Http404("Sekretariat belum membuka perbandingan tahun ini bagi satker.")
    return buka


def _nama(satker: Satker, tahun: int) -> str:
    nama = satker.nama_pada(date(tahun, 12, 31))
    return nama.nama if nama else satker.singkatan


def _figur(pengguna: Any, t: Tanya, alamat: str) -> Any:
    for menurut in sorted(MENURUT, key=lambda m: not alamat.endswith(f"/{m}")):
        try:
            ada = perbandingan(pengguna, t.dengan(menurut=menurut)).jajaran.cari(alamat)
        except GalatDomain as galat:
            raise Http404(galat.pesan) from galat
        if ada is not None:
            return ada
    raise Http404("Tidak ada angka pada alamat ini.")
