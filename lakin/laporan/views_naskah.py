"""Writing the report's texts: the list of slots, the editor, its saves, versions, and typed numerals."""

from __future__ import annotations

from collections import Counter
from dataclasses import asdict
from itertools import groupby
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.timezone import localtime
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from lakin.dokumen.format import tulis_teks
from lakin.laporan import services
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.cari_angka import cari_angka as cari
from lakin.laporan.cari_angka import cari_rujukan, nama_angka
from lakin.laporan.ketikan import DaftarNilai, GalatLetak, Golongan, Letak, ketikan
from lakin.laporan.models import TAHUNAN
from lakin.laporan.narasi import BENTUK
from lakin.laporan.naskah import Naskah, Perubahan, konteks_naskah, satu_naskah, semua_naskah
from lakin.laporan.pohon_kerangka import naskah_luar
from lakin.laporan.rancangan.tulis import rancang
from lakin.laporan.selectors import halangan_tulis_laporan
from lakin.laporan.simpul_naskah import celah_naskah, ikatan_putus, simpul_naskah
from lakin.laporan.susun import IkatanLaporan, alamat_penuh
from lakin.laporan.versi import bandingkan, paragraf_polos, sekali_duduk, versi_naskah
from lakin.laporan.views_foto import letak_galeri
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.web.galat import Bentrok, GalatDomain
from lakin.web.kiriman import baca_json

MAKS_IKATAN = 1000
"""Bound figures asked for at once: one section never has more."""


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def daftar_narasi(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show every slot of the report with its state."""
    isi = {
        **_umum(satker, tahun, triwulan),
        "boleh_tulis": boleh(request.user, Izin.TULIS_NARASI, satker),
        "boleh_baca": boleh(request.user, Izin.LIHAT_DRAF, satker),
    }
    try:
        k = konteks_naskah(satker, tahun, triwulan)
    except GalatDomain as galat:
        return render(request, "laporan/daftar_narasi.html", {**isi, "pesan": galat.pesan})
    semua = semua_naskah(satker, k)
    ikatan = IkatanLaporan(k)
    putus = [(n.bagian, p) for n in semua for p in ikatan_putus(n.isi, ikatan)]
    isi |= {
        "kelompok": [(nama, list(milik)) for nama, milik in groupby(semua, lambda n: n.bagian.kelompok)],
        "terisi": sum(n.kata > 0 for n in semua),
        "kosong": sum(n.kosong for n in semua),
        "celah": sum(n.celah for n in semua),
        "jumlah": len(semua),
        "putus": putus,
        "luar": naskah_luar(satker, k) if isi["boleh_tulis"] else (),
        "halangan": halangan_tulis_laporan(satker, tahun, triwulan),
    }
    return render(request, "laporan/daftar_narasi.html", isi)


@require_safe
@perlu(Izin.TULIS_NARASI)
def tulis_narasi(
    request: HttpRequest, satker: Satker, tahun: int, bagian: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """The editor of one slot."""
    k = _konteks(satker, tahun, triwulan)
    semua = semua_naskah(satker, k)
    letak = next((n for n, s in enumerate(semua) if s.bagian.kode == bagian), None)
    if letak is None:
        raise Http404("Bagian ini tidak ada pada kerangka laporan.")
    ini = semua[letak]
    isi = {
        **_umum(satker, tahun, triwulan),
        "naskah": ini,
        "sebelumnya": semua[letak - 1] if letak else None,
        "berikutnya": semua[letak + 1] if letak + 1 < len(semua) else None,
        "data": {"isi": ini.isi, "versi": ini.versi, "diubah": _ubah(ini.diubah)},
        "galeri": letak_galeri(satker, tahun),
        "halangan": halangan_tulis_laporan(satker, tahun, triwulan),
    }
    return render(request, "laporan/tulis_narasi.html", isi)


@require_POST
@perlu(Izin.TULIS_NARASI)
def simpan_narasi(
    request: HttpRequest, satker: Satker, tahun: int, bagian: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """Save one slot as it stands in the editor; 409 carries the other person's text."""
    kiriman = baca_json(request)
    versi = kiriman.get("versi")
    alasan = services.ALASAN_RANCANGAN.get(str(kiriman.get("rancangan", "")), "")
    if type(versi) is not int or type(kiriman.get("isi")) is not dict:
        return JsonResponse({"pesan": "Kiriman naskah tidak lengkap. Muat ulang halaman."}, status=400)
    try:
        baris = services.simpan_naskah(
            satker=satker,
            tahun=tahun,
            kode=bagian,
            isi=kiriman["isi"],
            versi=versi,
            oleh=request.user,
            alasan=alasan,
            triwulan=triwulan,
        )
    except Bentrok as galat:
        kini = satu_naskah(satker, tahun, bagian, triwulan=triwulan)
        return JsonResponse(
            {"pesan": galat.pesan, "isi": kini.isi, "versi": kini.versi, "diubah": _ubah(kini.diubah)}, status=409
        )
    except GalatDomain as galat:
        return JsonResponse({"pesan": galat.pesan}, status=400)
    return JsonResponse({"versi": baris.versi})


@require_safe
@perlu(Izin.TULIS_NARASI)
def rancangan_narasi(
    request: HttpRequest, satker: Satker, tahun: int, bagian: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """The draft of one slot as the data give it now; nothing is saved."""
    k = _konteks(satker, tahun, triwulan)
    _naskah(satker, tahun, bagian, k)
    ikatan = IkatanLaporan(k)
    isi = rancang(k, bagian, ikatan)
    simpul = [s for s in simpul_naskah(isi) if s["type"] in ("angka", "sitasi")]
    # The present texts come along, so that the draft is readable the moment that it is shown.
    nilai = [
        s["attrs"] | (_nilai(ikatan, s["attrs"]) if s["type"] == "angka" else _sebutan(ikatan, s["attrs"]["kode"]))
        for s in simpul
    ]
    return JsonResponse({"isi": isi, "celah": len(celah_naskah(isi)), "nilai": nilai})


@require_POST
@perlu(Izin.TULIS_NARASI)
def susun_rancangan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Write the drafts of all empty slots."""
    try:
        hasil = services.susun_rancangan(satker=satker, tahun=tahun, oleh=request.user, triwulan=triwulan)
        messages.success(request, _kabar(hasil))
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("daftar_narasi", satker.kunci, tahun, triwulan)


def _kabar(hasil: services.Tersusun) -> str:
    if not hasil.ditulis:
        return "Semua bagian sudah berisi tulisan, jadi tidak ada rancangan yang disusun."
    return (
        f"{len(hasil.ditulis)} bagian kosong kini berisi rancangan dari data, dengan {hasil.celah} celah yang perlu "
        f"dilengkapi. {len(hasil.dilewati)} bagian yang sudah berisi tulisan tidak diubah."
    )


@require_safe
@perlu(Izin.LIHAT_DRAF)
def versi_narasi(
    request: HttpRequest, satker: Satker, tahun: int, bagian: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """List the versions of a slot and compare two of them."""
    k = _konteks(satker, tahun, triwulan, request.user)
    naskah = _naskah(satker, tahun, bagian, k)
    semua = versi_naskah(naskah.alamat)
    tampil = semua if "semua" in request.GET else sekali_duduk(semua)
    nomor = {v.nomor: v for v in semua}
    ke = nomor.get(_bulat(request.GET.get("ke"))) or (tampil[0] if tampil else None)
    dari = nomor.get(_bulat(request.GET.get("dari"))) or next((v for v in tampil if ke and v.nomor < ke.nomor), None)
    ikatan = IkatanLaporan(k)
    beda = bandingkan(paragraf_polos(dari.isi if dari else {}, ikatan), paragraf_polos(ke.isi, ikatan)) if ke else []
    isi = {
        **_umum(satker, tahun, triwulan),
        "naskah": naskah,
        "versi": tampil,
        "tergabung": len(semua) - len(tampil),
        "dari": dari,
        "ke": ke,
        "beda": beda,
        "boleh_tulis": boleh(request.user, Izin.TULIS_NARASI, satker),
    }
    return render(request, "laporan/versi_narasi.html", isi)


@require_POST
@perlu(Izin.TULIS_NARASI)
def pulihkan_narasi(
    request: HttpRequest, satker: Satker, tahun: int, bagian: str, triwulan: int = TAHUNAN
) -> HttpResponse:
    """Make an older version the newest one."""
    nomor, versi = _bulat(request.POST.get("nomor")), _bulat(request.POST.get("versi"))
    try:
        services.pulihkan_naskah(
            satker=satker, tahun=tahun, kode=bagian, nomor=nomor, versi=versi, oleh=request.user, triwulan=triwulan
        )
        messages.success(request, f"Versi {nomor} dipulihkan sebagai versi terbaru.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)
    return redirect("versi_narasi", satker.kunci, tahun, triwulan, bagian)


@require_safe
@perlu(Izin.TULIS_NARASI)
def cari_angka(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Find figures by the words that people use for them."""
    ikatan = IkatanLaporan(_konteks(satker, tahun, triwulan))
    return JsonResponse({"angka": [asdict(t) for t in cari(ikatan, request.GET.get("cari", "")[:100])]})


@require_safe
@perlu(Izin.TULIS_NARASI)
def cari_bagian(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Find tables, figures and sections that can be cited."""
    ikatan = IkatanLaporan(_konteks(satker, tahun, triwulan))
    butir = cari_rujukan(ikatan, request.GET.get("cari", "")[:100])
    return JsonResponse({"rujukan": [{"kode": b.kode, "sebutan": b.sebutan, "judul": b.judul} for b in butir]})


@require_POST
@perlu(Izin.TULIS_NARASI)
def nilai_ikatan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """The present text of many bound figures and citations at once."""
    kiriman = baca_json(request)
    angka, rujukan = kiriman.get("angka", []), kiriman.get("rujukan", [])
    if not isinstance(angka, list) or not isinstance(rujukan, list) or len(angka) + len(rujukan) > MAKS_IKATAN:
        return JsonResponse({"pesan": "Daftar angka tidak terbaca. Muat ulang halaman."}, status=400)
    ikatan = IkatanLaporan(_konteks(satker, tahun, triwulan))
    return JsonResponse(
        {
            "angka": [_nilai(ikatan, a) for a in angka],
            "rujukan": [_sebutan(ikatan, r) for r in rujukan],
        }
    )


@require_http_methods(["GET", "HEAD", "POST"])
@perlu(Izin.TULIS_NARASI)
def angka_ketikan(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Numerals that are bound to nothing (GET); bind one of them (POST)."""
    if request.method == "POST":
        _ikat(request, satker, tahun, triwulan)
        return redirect(f"{reverse('angka_ketikan', args=[satker.kunci, tahun, triwulan])}#daftar")
    k = _konteks(satker, tahun, triwulan)
    nilai = DaftarNilai(IkatanLaporan(k))
    hitung: Counter[str] = Counter()
    kelompok = []
    for n in semua_naskah(satker, k):
        semua = list(ketikan(n.isi, nilai, n.bagian.kode))
        hitung += Counter(str(x.golongan) for x in semua)
        if milik := [x for x in semua if x.golongan is Golongan.ANGKA or "semua" in request.GET]:
            kelompok.append((n, milik))
    isi = {
        **_umum(satker, tahun, triwulan),
        "kelompok": kelompok,
        "banyak": hitung[Golongan.ANGKA],
        "lain": [(g.value, hitung[g]) for g in Golongan if g is not Golongan.ANGKA and hitung[g]],
        "semua": "semua" in request.GET,
    }
    return render(request, "laporan/angka_ketikan.html", isi)


def _ikat(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> None:
    d = request.POST
    letak = Letak(_bulat(d.get("simpul")), _bulat(d.get("awal")), _bulat(d.get("akhir")), d.get("teks", ""))
    try:
        services.ikat_angka(
            satker=satker,
            tahun=tahun,
            kode=d.get("bagian", ""),
            letak=letak,
            alamat=d.get("alamat", ""),
            bentuk=d.get("bentuk", ""),
            versi=_bulat(d.get("versi")),
            oleh=request.user,
            triwulan=triwulan,
        )
        messages.success(request, f"“{letak.teks}” kini terikat ke data dan mengikuti perubahannya.")
    except GalatLetak:
        messages.error(request, "Tulisan di tempat itu sudah berubah. Periksa daftar di bawah lalu pilih kembali.")
    except GalatDomain as galat:
        messages.error(request, galat.pesan)


def _umum(satker: Satker, tahun: int, triwulan: int) -> dict[str, Any]:
    """What every page of a report says of it."""
    return {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
    }


def _konteks(satker: Satker, tahun: int, triwulan: int, pengguna: Any = None) -> Any:
    try:
        return konteks_naskah(satker, tahun, triwulan, pengguna)
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat


def _naskah(satker: Satker, tahun: int, kode: str, k: Any) -> Naskah:
    try:
        return satu_naskah(satker, tahun, kode, k)
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat


def _nilai(ikatan: IkatanLaporan, a: Any) -> dict[str, Any]:
    alamat, bentuk = (str(a.get(n, "")) for n in ("alamat", "format")) if isinstance(a, dict) else ("", "")
    bahan = ikatan.angka(alamat) if alamat else None
    k = ikatan.k
    if bahan is None or bentuk not in BENTUK:
        return {"teks": "angka tidak ditemukan", "ada": False}
    penuh = alamat_penuh(alamat, k.satker.kode, k.tahun)
    nama = nama_angka(penuh, bahan, k.tahun)
    return {"teks": tulis_teks(bahan, BENTUK[bentuk]), "ada": True, "sumber": penuh, "nama": nama}


def _sebutan(ikatan: IkatanLaporan, kode: Any) -> dict[str, Any]:
    if not isinstance(kode, str) or not ikatan.dikenal(kode):
        return {"teks": "rujukan tidak ditemukan", "ada": False}
    return {"teks": ikatan.polos.sebutan(kode), "ada": True, "nama": ikatan.polos.butir[kode].judul}


def _ubah(p: Perubahan | None) -> dict[str, str]:
    return {"oleh": p.oleh, "pada": f"{localtime(p.pada):%d/%m/%Y %H.%M}"} if p else {"oleh": "", "pada": ""}


def _bulat(teks: str | None) -> int:
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 9 else 0
