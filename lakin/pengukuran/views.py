"""Entry of realisasi: the page, its cells, its raw rows."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from functools import partial
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from lakin.alur.selectors import halangan_periode, halangan_ubah, periode_tahun
from lakin.angka import Galat, baca_tanggal, nama_triwulan
from lakin.capaian.hasil import Hasil
from lakin.capaian.katalog import rumus as cari_rumus
from lakin.jejak.sekali import sekali
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran import services
from lakin.pengukuran.ajuan import tanda_lunak
from lakin.pengukuran.draf import draf_isian, ingat_draf
from lakin.pengukuran.entri import kelengkapan, lembar, ringkas, teks_bahan, teks_isi
from lakin.pengukuran.entri_baris import data_dasar
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.masukan import isi_dari
from lakin.pengukuran.perubahan import perubahan, sejak_dari
from lakin.pengukuran.selectors import Terkini
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import baca_json, versi_dari
from lakin.web.masukan import Jawaban, jawab, nilai_dari

SimpanSatu = Callable[[HttpRequest, Satker, int, int, dict[str, Any]], Jawaban]

MAKS_SEL = 500
"""Cells in one request: a block of every indicator's fields fits many times over."""


@require_GET
@perlu(Izin.LIHAT_SATKER)
def entri_realisasi(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show all indicators of a triwulan on one page."""
    sah_triwulan(triwulan)
    terkini = Terkini(satker, request.user)
    sejak = terkini.kepala.urut  # of before the facts are read: what comes in between is told twice, never missed
    try:
        hasil = terkini.kinerja(tahun)
    except GalatDomain as galat:
        return render(request, "pengukuran/tanpa_pk.html", {"satker": satker, "tahun": tahun, "pesan": galat.pesan})
    periode = list(periode_tahun(satker, tahun))
    kini = next((p for p in periode if p.triwulan == triwulan), None)
    boleh_isi = boleh(request.user, Izin.ISI_REALISASI, satker)
    halangan = halangan_periode(kini) if boleh_isi else ""
    isi = {
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "nama_triwulan": nama_triwulan(triwulan),
        "buka": boleh_isi and not halangan,
    }
    return render(
        request,
        "pengukuran/entri.html",
        {
            **isi,
            "periode": periode,
            "kini": kini,
            "lembar": terkini.ambil(("lembar", tahun, triwulan, isi["buka"]), lambda: _lembar(terkini, hasil, isi)),
            "lengkap": kelengkapan(terkini.seluruh(tahun), triwulan),
            "tertutup": not terkini.tampak(tahun, triwulan),
            "boleh_isi": boleh_isi,
            "halangan": halangan,
            "ujung": sejak,
            "draf": [
                {"id": d.medan, "teks": d.teks, "pesan": d.pesan, "oleh": str(d.oleh)}
                for d in draf_isian(satker, tahun, triwulan).values()
            ]
            if isi["buka"]
            else [],
        },
    )


def _lembar(terkini: Terkini, hasil: Hasil, isi: dict[str, Any]) -> SafeString:
    """The rows of the page, the same for everybody who may do the same: kept until a fact changes."""
    tahun, triwulan = isi["tahun"], isi["triwulan"]
    hal = tanda_lunak(hasil, triwulan, set(hasil.indikator)) if isi["buka"] else ()
    tampak = terkini.tampak(tahun, triwulan)
    kelompok = lembar(isi["satker"], tahun, triwulan, hasil, terkini.garis(tahun), hal, tampak=tampak)
    return render_to_string("pengukuran/lembar.html", {**isi, "kelompok": kelompok})


@require_POST
@perlu(Izin.ISI_REALISASI)
def simpan_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> JsonResponse:
    """Save cells, each its own act; answer each with what was understood or what is wrong."""
    sah_triwulan(triwulan)
    kiriman = baca_json(request)
    semua = kiriman.get("sel")
    if not isinstance(semua, list) or not 0 < len(semua) <= MAKS_SEL:
        return JsonResponse({"pesan": f"Kirim 1 sampai {MAKS_SEL} isian sekaligus."}, status=400)
    jawaban = [jawab_sel(request, satker, tahun, triwulan, s, _satu_sel) for s in semua if isinstance(s, dict)]
    kode = {services.kode_sel(j["id"])[0] for j in jawaban}
    return JsonResponse({"sel": jawaban, **_keadaan(Terkini(satker), tahun, triwulan, kode)})


def jawab_sel(
    request: HttpRequest, satker: Satker, tahun: int, triwulan: int, s: dict[str, Any], tindakan: SimpanSatu
) -> Jawaban:
    """Save one field, once for its key; what the rules refuse is kept as a draft of the field."""
    id_sel, teks = str(s.get("id", "")), str(s.get("teks", ""))
    lakukan = partial(tindakan, request, satker, tahun, triwulan, s)
    isi = {"jalur": request.path, "id": id_sel, "teks": teks, "versi": s.get("versi")}
    jawaban = jawab(partial(sekali, pengguna=request.user, kunci=s.get("kunci"), isi=isi, tindakan=lakukan))
    if not halangan_ubah(satker, tahun, triwulan):
        ingat_draf(
            satker=satker, tahun=tahun, triwulan=triwulan, medan=id_sel, teks=teks, jawaban=jawaban, oleh=request.user
        )
    return {"id": s.get("id", ""), **jawaban}


def _satu_sel(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, s: dict[str, Any]) -> Jawaban:
    kode, jenis = services.kode_sel(str(s.get("id", "")))
    desimal = services.indikator_pk(satker, tahun, kode).desimal if jenis == JenisRealisasi.NILAI else None
    tersimpan = services.simpan_realisasi(
        satker=satker,
        tahun=tahun,
        kode=kode,
        triwulan=triwulan,
        jenis=jenis,
        nilai=nilai_dari(str(s.get("teks", "")), desimal),
        versi=versi_dari(s),
        oleh=request.user,
        alasan=str(s.get("alasan", ""))[:500],
    )
    return {"teks": teks_isi(tersimpan.isi, desimal), "versi": tersimpan.versi}


@require_GET
@perlu(Izin.LIHAT_SATKER)
def baris_dasar(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, kode: str) -> HttpResponse:
    """Show the raw rows of one indicator, to be opened below its row."""
    sah_triwulan(triwulan)
    try:
        return HttpResponse(_bagian_baris(request, satker, tahun, triwulan, kode))
    except GalatDomain as galat:
        raise Http404(galat.pesan) from galat


@require_POST
@perlu(Izin.ISI_REALISASI)
def simpan_baris(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, kode: str) -> JsonResponse:
    """Save raw rows of one indicator, each its own act."""
    sah_triwulan(triwulan)
    semua = baca_json(request).get("baris")
    if not isinstance(semua, list) or not 0 < len(semua) <= MAKS_SEL:
        return JsonResponse({"pesan": f"Kirim 1 sampai {MAKS_SEL} baris sekaligus."}, status=400)
    jawaban = [_jawab_baris(request, satker, tahun, kode, b) for b in semua if isinstance(b, dict)]
    keadaan = _keadaan(Terkini(satker), tahun, triwulan, {kode})
    return JsonResponse({"baris": jawaban, "hasil_baris": _hasil_baris(satker, tahun, kode), **keadaan})


def _jawab_baris(request: HttpRequest, satker: Satker, tahun: int, kode: str, b: dict[str, Any]) -> Jawaban:
    """Save one row, once for its key: sent again, an added row is not added twice."""
    lakukan = partial(_satu_baris, request, satker, tahun, kode, b)
    isi = {"jalur": request.path, **{n: b.get(n) for n in ("urut", "versi", "isi", "tanggal", "hapus")}}
    sekali_saja = partial(sekali, pengguna=request.user, kunci=b.get("kunci"), isi=isi, tindakan=lakukan)
    return {"id": b.get("id", ""), **jawab(sekali_saja)}


def _satu_baris(request: HttpRequest, satker: Satker, tahun: int, kode: str, b: dict[str, Any]) -> Jawaban:
    indikator = services.indikator_pk(satker, tahun, kode)
    rumus = cari_rumus(indikator.rumus, tahun) if indikator.rumus else None
    if rumus is None:
        raise GalatDomain(f"Indikator {kode} tidak dihitung dari baris data; isi realisasinya langsung.")
    isi = b.get("isi")
    teks = {str(medan): str(nilai) for medan, nilai in isi.items()} if isinstance(isi, dict) else {}
    urut = b.get("urut") if isinstance(b.get("urut"), int) else None
    if b.get("hapus") and urut is not None:
        services.hapus_baris(satker=satker, tahun=tahun, kode=kode, urut=urut, versi=versi_dari(b), oleh=request.user)
        return {"hapus": True}
    tanggal = str(b.get("tanggal", "")).strip()
    hari = baca_tanggal(tanggal) if tanggal else None
    if isinstance(hari, Galat):
        raise GalatDomain(hari.pesan, medan="berlaku")
    baris = services.simpan_baris(
        satker=satker,
        tahun=tahun,
        kode=kode,
        urut=urut,
        isi=isi_dari(rumus, teks),
        versi=versi_dari(b),
        oleh=request.user,
        tanggal=hari,
    )
    return {"urut": baris.urut, "versi": baris.versi}


@require_POST
@perlu(Izin.ISI_REALISASI)
def ganti_nilai(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, kode: str) -> JsonResponse:
    """Let a recorded value stand in for the computed one, with its reason."""
    sah_triwulan(triwulan)
    kiriman = baca_json(request)

    def ganti() -> Jawaban:
        nilai = nilai_dari(str(kiriman.get("nilai", "")))
        services.ganti_nilai(
            satker=satker,
            tahun=tahun,
            kode=kode,
            nilai=nilai,
            alasan=str(kiriman.get("alasan", ""))[:2000],
            oleh=request.user,
        )
        return {}

    return JsonResponse({**jawab(ganti), **_keadaan(Terkini(satker), tahun, triwulan, {kode})})


@require_GET
@perlu(Izin.LIHAT_SATKER)
def perubahan_lain(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Tell a page what others have saved since it was read; 204 and no body where nothing has changed."""
    sah_triwulan(triwulan)
    sejak = sejak_dari(request)
    if sejak is None:
        return JsonResponse({"pesan": "Muat ulang halaman."}, status=400)
    terkini = Terkini(satker, request.user)
    tampak = terkini.tampak(tahun, triwulan)
    baru = perubahan(satker, tahun, triwulan, sejak, request.user.pk, tampak=tampak)
    if baru is None:
        return HttpResponse(status=204)
    if baru.muat:
        return JsonResponse({"urut": baru.urut, "muat": True})
    isi = {"urut": baru.urut, "sel": baru.sel, "baris": baru.baris, "keadaan": baru.keadaan}
    return JsonResponse(isi | (_keadaan(terkini, tahun, triwulan, baru.kode) if baru.kode else {}))


def _keadaan(terkini: Terkini, tahun: int, triwulan: int, kode: set[str]) -> dict[str, Any]:
    """What the page shows anew after a save: the touched rows and the count of filled ones."""
    hasil = terkini.kinerja(tahun)
    lengkap = kelengkapan(terkini.seluruh(tahun), triwulan)
    return {
        "ringkas": [asdict(ringkas(hasil.indikator[k], triwulan)) for k in sorted(kode) if k in hasil.indikator],
        "terisi": lengkap.terisi,
        "jumlah": lengkap.jumlah,
        "hal": tanda_lunak(hasil, triwulan, kode),
    }


def _hasil_baris(satker: Satker, tahun: int, kode: str) -> dict[int, str]:
    h = Terkini(satker).kinerja(tahun).indikator.get(kode)
    return {b.urut: teks_bahan(b.hasil) for b in h.baris if b.hasil is not None} if h else {}


def _bagian_baris(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, kode: str) -> str:
    h = Terkini(satker, request.user).kinerja(tahun).indikator.get(kode)
    if h is None:
        raise Http404("Indikator ini tidak ada dalam PK yang berlaku.")
    garis = services.indikator_pk(satker, tahun, kode).garis_indikator
    buka = boleh(request.user, Izin.ISI_REALISASI, satker) and not halangan_ubah(satker, tahun, triwulan)
    isi = {
        "data": data_dasar(satker, tahun, h, garis),
        "satker": satker,
        "tahun": tahun,
        "triwulan": triwulan,
        "buka": buka,
        "ringkas": ringkas(h, triwulan),
    }
    return render_to_string("pengukuran/baris_dasar.html", isi, request)


def sah_triwulan(triwulan: int) -> None:
    """Answer 404 for anything but triwulan 1 to 4."""
    if not 1 <= triwulan <= 4:
        raise Http404("Triwulan hanya I sampai IV.")
