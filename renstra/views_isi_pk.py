"""Pages of what a PK says besides its targets: the Rencana Aksi, the parties, the budget."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.views.decorators.http import require_POST, require_safe

from lakin.angka import Ambigu, Galat, Tiada, baca, nama_triwulan, tulis_isian, tulis_rupiah
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from lakin.web.masukan import nilai_dari
from lakin.web.nilai import rapikan
from renstra import services
from renstra.enums import Pihak
from renstra.forms import FormPihakPK
from renstra.models import ButirPK, PerjanjianKinerja
from renstra.services.isi_pk import TINGKAT_ANGGARAN, RencanaTriwulan
from renstra.views import isi_umum

TRIWULAN = (1, 2, 3, 4)


@require_safe
@perlu(Izin.LIHAT_SATKER)
def rencana_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Show the Rencana Aksi of a revision; of a draft it is edited here, indicator by indicator."""
    return _halaman_rencana(request, satker, tahun, revisi)


@require_POST
@perlu(Izin.SUSUN_PK)
def simpan_rencana(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Save the plan of one indicator."""
    kode, ketikan = request.POST.get("kode", ""), request.POST.dict()
    try:
        services.simpan_rencana(
            satker=satker, tahun=tahun, revisi=revisi, kode=kode, rencana=_baca_rencana(ketikan),
            versi=_bulat(ketikan.get("versi", "")), oleh=request.user,
        )  # fmt: skip
    except GalatMedan as galat:
        return _halaman_rencana(request, satker, tahun, revisi, kode, ketikan, galat.masalah)
    except GalatDomain as galat:
        return _halaman_rencana(request, satker, tahun, revisi, kode, ketikan, {"": galat.pesan})
    messages.success(request, f"Rencana Aksi {kode} tersimpan.")
    jawab = redirect("rencana_pk", satker.kunci, tahun, revisi)
    jawab["Location"] += f"#rencana-{kode}"
    return jawab


def _baca_rencana(ketikan: Mapping[str, str]) -> dict[int, RencanaTriwulan]:
    """What was typed; raises GalatMedan with every field that is no number."""
    rencana, salah = {}, {}
    for tw in TRIWULAN:
        teks = ketikan.get(f"fisik-{tw}", "").strip().removesuffix("%")
        hasil = baca(teks, 2)
        if isinstance(hasil, Ambigu | Galat):
            salah[f"fisik-{tw}"] = hasil.pesan
            continue
        nilai = hasil.nilai
        if nilai is Tiada.NA:
            salah[f"fisik-{tw}"] = f"Isi target fisik {nama_triwulan(tw)} dengan angka, atau kosongkan."
        fisik = nilai if isinstance(nilai, Decimal) else None
        rencana[tw] = RencanaTriwulan(fisik, ketikan.get(f"kegiatan-{tw}", "").strip())
    if salah:
        raise GalatMedan(salah)
    return rencana


def _halaman_rencana(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    revisi: int,
    kode: str = "",
    ketikan: Mapping[str, str] | None = None,
    salah: Mapping[str, str] | None = None,
) -> HttpResponse:
    isi = isi_umum(request, satker, tahun, revisi)
    satu: PerjanjianKinerja = isi["pilih"]
    versi = services.versi_semua(satu) if isi["buka"] else {}
    butir = satu.butir.select_related("indikator").prefetch_related("rencana_aksi")
    isi["baris"] = [
        _baris_rencana(
            b, versi.get(f"{satu.alamat}/{b.indikator.kode}/rencana", 0),
            *((ketikan, salah or {}) if b.indikator.kode == kode else (None, {})),
        )
        for b in butir
    ]  # fmt: skip
    isi["galat"] = [(f"#rencana-{kode}", p) for p in (salah or {}).values()]
    return render(request, "renstra/rencana_pk.html", isi, status=422 if salah else 200)


def _baris_rencana(
    b: ButirPK, versi: int, ketikan: Mapping[str, str] | None, salah: Mapping[str, str]
) -> dict[str, Any]:
    ada = {r.triwulan: r for r in b.rencana_aksi.all()}
    triwulan = []
    for tw in TRIWULAN:
        r = ada.get(tw)
        fisik = tulis_isian(rapikan(r.fisik)) if r else ""
        kegiatan = r.kegiatan if r else ""
        if ketikan is not None:
            fisik, kegiatan = ketikan.get(f"fisik-{tw}", ""), ketikan.get(f"kegiatan-{tw}", "")
        triwulan.append(
            {
                "nomor": tw,
                "nama": nama_triwulan(tw),
                "fisik": fisik,
                "kegiatan": kegiatan,
                "sumber": r.sumber if r and r.sumber.startswith("Diambil") else "",
                "salah": salah.get(f"fisik-{tw}", ""),
            }
        )
    return {
        "kode": b.indikator.kode,
        "nama": b.indikator.nama,
        "na": b.isi is Tiada.NA,
        "triwulan": triwulan,
        # A conflict was told: saved again, it knowingly takes the place of the other's.
        "versi": versi,
        "salah": salah.get("", ""),
    }


@require_safe
@perlu(Izin.LIHAT_SATKER)
def naskah_pk(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Show who signs and the budget of a revision; of a draft both are edited here."""
    return _halaman_naskah(request, satker, tahun, revisi)


@require_POST
@perlu(Izin.SUSUN_PK)
def simpan_pihak(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Save both parties."""
    form = {p: FormPihakPK(request.POST, prefix=p) for p in Pihak.values}
    for f in form.values():
        f.full_clean()
    try:
        services.simpan_pihak(
            satker=satker, tahun=tahun, revisi=revisi, pihak={p: f.isi() for p, f in form.items()},
            versi=_bulat(request.POST.get("versi", "")), oleh=request.user,
        )  # fmt: skip
    except GalatMedan as galat:
        for nama, pesan in galat.masalah.items():
            p, _, medan = nama.partition("-")
            form[p].add_error(medan, pesan)
        return _halaman_naskah(request, satker, tahun, revisi, form, status=422)
    except GalatDomain as galat:
        form[Pihak.PERTAMA].add_error(None, galat.pesan)
        status = 409 if isinstance(galat, Bentrok) else 422
        return _halaman_naskah(request, satker, tahun, revisi, form, status=status)
    messages.success(request, "Penanda tangan tersimpan.")
    return redirect("naskah_pk", satker.kunci, tahun, revisi)


@require_POST
@perlu(Izin.SUSUN_PK)
def ubah_anggaran(request: HttpRequest, satker: Satker, tahun: int, revisi: int) -> HttpResponse:
    """Take the budget from the DIPA, write one row, or take one out."""
    letak: dict[str, Any] = {"satker": satker, "tahun": tahun, "revisi": revisi, "oleh": request.user}
    d = request.POST
    try:
        match d.get("apa"):
            case "ambil":
                banyak = services.ambil_anggaran(**letak, tingkat=d.get("tingkat", ""))
                messages.success(request, f"{banyak} baris anggaran diambil dari DIPA.")
            case "hapus":
                services.hapus_anggaran(**letak, kode=d.get("kode", ""))
                messages.success(request, f"Anggaran {d.get('kode', '')} dihapus dari draf.")
            case _:
                services.simpan_anggaran(
                    **letak, kode=d.get("kode", ""), nama=d.get("nama", ""), nilai=nilai_dari(d.get("nilai", ""), 0),
                    versi=_bulat(d.get("versi", "")),
                )  # fmt: skip
                messages.success(request, f"Anggaran {d.get('kode', '')} tersimpan.")
    except GalatDomain as galat:
        ketikan = {m: d.get(m, "") for m in ("kode", "nama", "nilai")}
        return _halaman_naskah(request, satker, tahun, revisi, anggaran=(ketikan, galat.pesan), status=422)
    return redirect("naskah_pk", satker.kunci, tahun, revisi)


def _halaman_naskah(
    request: HttpRequest,
    satker: Satker,
    tahun: int,
    revisi: int,
    form: dict[str, FormPihakPK] | None = None,
    anggaran: tuple[dict[str, str], str] | None = None,
    status: int = 200,
) -> HttpResponse:
    isi = isi_umum(request, satker, tahun, revisi)
    satu: PerjanjianKinerja = isi["pilih"]
    versi = services.versi_semua(satu) if isi["buka"] else {}
    ada = {t.pihak: t for t in satu.penanda_tangan.all()}
    medan = ("nama", "nip", "jabatan", "kapasitas")
    form = form or {
        p: FormPihakPK(initial={m: getattr(ada[p], m) for m in medan} if p in ada else {}, prefix=p)
        for p in Pihak.values
    }
    isi |= {
        "pihak": [(Pihak(p).label, f, ada.get(p)) for p, f in form.items()],
        "versi_pihak": versi.get(f"{satu.alamat}/pihak", 0),
        "anggaran": [
            {
                "kode": a.kode,
                "nama": a.nama,
                "nilai": tulis_rupiah(a.isi),
                "isian": tulis_isian(a.isi) if not isinstance(a.isi, Tiada) else "",
                "versi": versi.get(f"{satu.alamat}/anggaran/{a.kode}", 0),
            }
            for a in satu.anggaran.all()
        ],
        "tingkat": TINGKAT_ANGGARAN.items(),
        "ketikan": anggaran[0] if anggaran else {},
        "galat_anggaran": anggaran[1] if anggaran else "",
    }
    return render(request, "renstra/naskah_pk.html", isi, status=status)


def _bulat(teks: str) -> int:
    return int(teks) if teks.isascii() and teks.isdigit() and len(teks) < 9 else -1
