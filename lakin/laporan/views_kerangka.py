"""The outline of a report on its page: the tree, what is chosen in it, and one act at a time."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils.http import urlencode
from django.utils.timezone import localtime
from django.views.decorators.http import require_POST, require_safe

from lakin.laporan import services_kerangka as services
from lakin.laporan.alamat import sebutan_laporan
from lakin.laporan.kerangka import Bagian, BagianUtama, Kerangka, nama_butir
from lakin.laporan.kerangka_periksa import BLOK
from lakin.laporan.kerangka_ubah import Letak, LetakSalah, ambil, jalur, telusur
from lakin.laporan.kerangka_wajib import belum_ada
from lakin.laporan.keterangan_blok import jenis_blok, keterangan, nama_blok
from lakin.laporan.models import TAHUNAN, KerangkaLaporan
from lakin.laporan.naskah import konteks_naskah
from lakin.laporan.penanda import SUBJEK, UMUM, isi_penanda
from lakin.laporan.pohon_kerangka import NaskahLuar, judul_butir, katalog, naskah_luar, pohon, sebutan_halaman
from lakin.laporan.selectors import halangan_tulis_laporan, kerangka_laporan
from lakin.laporan.tindakan_kerangka import Perbuatan, baca_letak, berulang, tulis_letak
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.enums import JudulUraian
from lakin.web.galat import Bentrok, GalatDomain

BANYAK_LANGKAH = 30
"""Acts of the past that the page lists."""


@require_safe
@perlu(Izin.LIHAT_LAPORAN)
def kerangka(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Show the outline; ``pilih`` names the place whose settings stand beside the tree."""
    return _halaman(request, satker, tahun, triwulan, baca_letak(request.GET.get("pilih", "")))


@require_POST
@perlu(Izin.TULIS_NARASI)
def ubah_kerangka(request: HttpRequest, satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> HttpResponse:
    """Do one act and save it at once; what was typed stays where it cannot be done."""
    d = request.POST.dict()
    tindakan = d.get("tindakan", "")
    perbuatan = Perbuatan(tindakan, d)
    letak: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "versi": _bulat(d.get("versi")),
        "oleh": request.user,
    }
    try:
        match tindakan:
            case "urungkan":
                services.urungkan_kerangka(**letak)
            case "baku":
                services.kembalikan_baku(**letak)
            case "salin":
                services.salin_kerangka(**letak, dari=_bulat(d.get("dari")))
            case "pulihkan":
                services.pulihkan_kerangka(**letak, nomor=_bulat(d.get("nomor")))
            case _:
                services.ubah_kerangka(**letak, ubah=perbuatan)
    except Bentrok as galat:
        return _halaman(request, satker, tahun, triwulan, (), d, _bentrok(galat), status=409)
    except GalatDomain as galat:
        pilih = baca_letak(d.get("letak", "") or d.get("induk", ""))
        return _halaman(request, satker, tahun, triwulan, pilih, d, galat.pesan, status=422)
    terakhir = services.langkah_kerangka(satker, tahun, triwulan)[:1]
    messages.success(request, f"{terakhir[0].apa}." if terakhir else "Tidak ada yang berubah.")
    tanya = urlencode({"pilih": tulis_letak(perbuatan.letak), "fokus": tindakan})
    return redirect(f"{reverse('kerangka', args=[satker.kunci, tahun, triwulan])}?{tanya}")


def _halaman(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    triwulan: int,
    pilih: Letak,
    terkirim: dict[str, str] | None = None,
    galat: str = "",
    status: int = 200,
) -> HttpResponse:
    k = kerangka_laporan(satker, tahun, triwulan)
    milik = KerangkaLaporan.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).first()
    sebutan = sebutan_halaman(satker, tahun, triwulan)
    pilih = pilih if _ada(k, pilih) else ()
    halangan = halangan_tulis_laporan(satker, tahun, triwulan)
    boleh_ubah = boleh(request.user, Izin.TULIS_NARASI, satker) and not halangan
    langkah = services.langkah_kerangka(satker, tahun, triwulan)
    isi: dict[str, Any] = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "sebutan": sebutan_laporan(tahun, triwulan),
        "alamat": reverse("kerangka", args=[satker.kunci, tahun, triwulan]),
        "kerangka": k,
        "nama_laporan": isi_penanda(k.judul, sebutan),
        "versi": milik.versi if milik else 0,
        "baku": not (milik and milik.isi),
        "pohon": pohon(k, pilih, sebutan),
        "pilih": tulis_letak(pilih),
        "fokus": request.GET.get("fokus", ""),
        "galat": galat,
        "terkirim": terkirim or {},
        "ketikan": (terkirim or {}).get("judul") or (terkirim or {}).get("nama", ""),
        "boleh_ubah": boleh_ubah,
        "halangan": halangan,
        "langkah": langkah[:BANYAK_LANGKAH],
        "urungkan": services.yang_diurungkan(langkah),
        "pilihan_ulang": ("tujuan", "sasaran", "indikator"),
    }
    isi |= _panel(k, pilih, sebutan) if pilih else _umum(satker, tahun, triwulan, k)
    if not pilih and boleh(request.user, Izin.TULIS_NARASI, satker):  # a draft's text is for those who write it
        isi["luar"] = _luar(satker, tahun, triwulan)
    jawab = render(request, "laporan/kerangka.html", isi, status=status)
    if status != 200:
        jawab["HX-Push-Url"] = "false"  # the address of an act is no page to come back to
    return jawab


def _umum(satker: Satker, tahun: int, triwulan: int, k: Kerangka) -> dict[str, Any]:
    """What stands beside the tree while nothing is chosen in it."""
    lain = KerangkaLaporan.objects.filter(satker=satker, triwulan=triwulan).exclude(tahun=tahun)
    return {
        "wajib": belum_ada(k) if triwulan == TAHUNAN else (),
        "tahun_lain": list(lain.values_list("tahun", flat=True)),
    }


def _luar(satker: Satker, tahun: int, triwulan: int) -> tuple[NaskahLuar, ...]:
    try:
        return naskah_luar(satker, konteks_naskah(satker, tahun, triwulan))
    except GalatDomain:
        return ()


def _panel(k: Kerangka, letak: Letak, sebutan: dict[str, Any]) -> dict[str, Any]:
    """The settings of what is chosen."""
    simpul = ambil(k, letak)
    ulang = berulang(k, letak)
    penanda = (*UMUM, *SUBJEK) if ulang else UMUM
    isi: dict[str, Any] = {
        "simpul": simpul,
        "bab": isinstance(simpul, BagianUtama),
        "bagian": isinstance(simpul, Bagian),
        "induk": [(tulis_letak(letak[:n]), isi_penanda(w.judul, sebutan)) for n, w in enumerate(jalur(k, letak), 1)],
        "penanda": [f"{{{p}}}" for p in penanda],
        "ulang_luar": ulang,
    }
    if isinstance(simpul, BagianUtama | Bagian):
        pakai = {nama_butir(s) for _, s in telusur(k) if not isinstance(s, BagianUtama | Bagian)}
        uraian = [(f"uraian:{j}", nama) for j, nama in JudulUraian.choices if f"uraian:{j}" not in pakai]
        return isi | {
            "nama": isi_penanda(simpul.judul, sebutan),
            "katalog": katalog(k, letak, sebutan),
            "uraian": uraian if ulang[-1:] == ("indikator",) else [],
            "tujuan_pindah": _tujuan(k, letak, sebutan) if len(letak) > 1 else [],
        }
    kode = nama_butir(simpul)
    blok = BLOK.get(kode)
    return isi | {
        "nama": judul_butir(simpul, sebutan),
        "kode": kode,
        "blok": blok,
        "slot": "" if blok or "{kode}" in kode else kode.removeprefix("narasi:"),
        "jenis": jenis_blok(blok) if blok else "narasi",
        "keterangan": keterangan(blok) if blok else "",
        "judul_baku": nama_blok(blok) if blok and hasattr(blok, "judul") else "",
        "judul_kini": simpul.judul if not isinstance(simpul, str) else (getattr(blok, "judul", "")),
        "tujuan_pindah": _tujuan(k, letak, sebutan),
    }


def _tujuan(k: Kerangka, letak: Letak, sebutan: dict[str, Any]) -> list[tuple[str, str]]:
    """Chapters and parts that something can be moved into: not itself, nor what it stands in already."""
    return [
        (tulis_letak(n), "\u2003" * (len(n) - 1) + isi_penanda(s.judul, sebutan))
        for n, s in telusur(k)
        if isinstance(s, BagianUtama | Bagian) and n[: len(letak)] != letak and n != letak[:-1]
    ]


def _ada(k: Kerangka, letak: Letak) -> bool:
    try:
        return bool(letak) and ambil(k, letak) is not None
    except LetakSalah:
        return False


def _bentrok(galat: Bentrok) -> str:
    pada = f" pada {localtime(galat.pada):%d/%m/%Y %H.%M}" if galat.pada else ""
    return (
        f"{galat.oleh or 'Pengguna lain'} lebih dulu mengubah kerangka ini{pada}: {galat.kini or 'perubahan lain'}. "
        "Perubahan Anda belum disimpan. Susunan terbaru tampil di bawah; ulangi perubahan Anda bila masih perlu."
    )


def _bulat(teks: str | None) -> int:
    return int(teks) if teks and teks.isascii() and teks.isdigit() and len(teks) < 12 else 0
