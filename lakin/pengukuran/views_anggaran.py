"""Entry of budget realisasi per triwulan on the tree."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.template.loader import render_to_string
from django.utils.safestring import SafeString
from django.views.decorators.http import require_GET, require_POST

from anggaran.services import simpan_realisasi_anggaran
from lakin.alur.selectors import halangan_periode, periode_tahun
from lakin.angka import nama_triwulan
from lakin.capaian.hasil import Hasil
from lakin.organisasi.gerbang import perlu
from lakin.organisasi.izin import Izin
from lakin.organisasi.models import Satker
from lakin.organisasi.selectors import boleh
from lakin.pengukuran.entri import teks_isi
from lakin.pengukuran.entri_anggaran import jumlah_leluhur, pohon_entri, tempat_uang
from lakin.pengukuran.perubahan import perubahan, sejak_dari
from lakin.pengukuran.selectors import Terkini, hasil_terkini
from lakin.pengukuran.views import MAKS_SEL, jawab_sel, sah_triwulan
from lakin.web.galat import GalatDomain
from lakin.web.kiriman import baca_json, versi_dari
from lakin.web.masukan import Jawaban, nilai_dari


@require_GET
@perlu(Izin.LIHAT_SATKER)
def entri_anggaran(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Show the budget tree with the fields of one triwulan."""
    sah_triwulan(triwulan)
    terkini = Terkini(satker, request.user)
    sejak = terkini.kepala.urut  # of before the facts are read: what comes in between is told twice, never missed
    try:
        hasil = terkini.hasil(tahun)
    except GalatDomain as galat:
        return render(request, "pengukuran/tanpa_pk.html", {"satker": satker, "tahun": tahun, "pesan": galat.pesan})
    periode = list(periode_tahun(satker, tahun))
    boleh_isi = boleh(request.user, Izin.ISI_REALISASI, satker)
    halangan = halangan_periode(next((p for p in periode if p.triwulan == triwulan), None)) if boleh_isi else ""
    isi = {"satker": satker, "tahun": tahun, "triwulan": triwulan, "buka": boleh_isi and not halangan}
    return render(
        request,
        "pengukuran/entri_anggaran.html",
        {
            **isi,
            "nama_triwulan": nama_triwulan(triwulan),
            "periode": periode,
            "pohon": terkini.ambil(("pohon", tahun, triwulan, isi["buka"]), lambda: _pohon(terkini, hasil, isi)),
            "tertutup": not terkini.tampak(tahun, triwulan),
            "total": jumlah_leluhur(hasil, set())["total"],
            "halangan": halangan,
            "boleh_isi": boleh_isi,
            "ujung": sejak,
        },
    )


def _pohon(terkini: Terkini, hasil: Hasil, isi: dict[str, Any]) -> SafeString:
    """The rows of the tree, the same for everybody who may do the same: kept until a fact changes."""
    tertutup = [tw for tahun, tw in terkini.tertutup if tahun == isi["tahun"]]
    pohon = pohon_entri(isi["satker"], isi["tahun"], isi["triwulan"], hasil, tertutup)
    return render_to_string("pengukuran/pohon.html", {**isi, "pohon": pohon}) if pohon else SafeString()


@require_POST
@perlu(Izin.ISI_REALISASI)
def simpan_sel_anggaran(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> JsonResponse:
    """Save money of leaves, each its own act; answer with the sums of everything above them."""
    sah_triwulan(triwulan)
    semua = baca_json(request).get("sel")
    if not isinstance(semua, list) or not 0 < len(semua) <= MAKS_SEL:
        return JsonResponse({"pesan": f"Kirim 1 sampai {MAKS_SEL} isian sekaligus."}, status=400)
    jawaban = [jawab_sel(request, satker, tahun, triwulan, s, _satu) for s in semua if isinstance(s, dict)]
    kode = {tempat_uang(str(j["id"]), triwulan)[0] for j in jawaban if j["ok"]}
    return JsonResponse({"sel": jawaban, "jumlah_simpul": jumlah_leluhur(hasil_terkini(satker, tahun), kode)})


@require_GET
@perlu(Izin.LIHAT_SATKER)
def perubahan_anggaran(request: HttpRequest, satker: Satker, tahun: int, triwulan: int) -> HttpResponse:
    """Tell a page of the budget what others have saved since it was read; 204 where nothing has changed."""
    sah_triwulan(triwulan)
    sejak = sejak_dari(request)
    if sejak is None:
        return JsonResponse({"pesan": "Muat ulang halaman."}, status=400)
    terkini = Terkini(satker, request.user)
    baru = perubahan(satker, tahun, triwulan, sejak, tampak=terkini.tampak(tahun, triwulan))
    if baru is None:
        return HttpResponse(status=204)
    if baru.muat:
        return JsonResponse({"urut": baru.urut, "muat": True})
    sel = {id_sel: isi for id_sel, isi in baru.sel.items() if id_sel.startswith("uang-")}
    isi = {"urut": baru.urut, "sel": sel, "keadaan": baru.keadaan}
    if not sel:
        return JsonResponse(isi)
    kode = {id_sel.removeprefix("uang-").rpartition("-")[0] for id_sel in sel}
    return JsonResponse(isi | {"jumlah_simpul": jumlah_leluhur(terkini.hasil(tahun), kode)})


def _satu(request: HttpRequest, satker: Satker, tahun: int, triwulan: int, s: dict[str, Any]) -> Jawaban:
    kode, tw = tempat_uang(str(s.get("id", "")), triwulan)
    r = simpan_realisasi_anggaran(
        satker=satker,
        tahun=tahun,
        kode=kode,
        triwulan=tw,
        nilai=nilai_dari(str(s.get("teks", "")), 0),
        versi=versi_dari(s),
        oleh=request.user,
    )
    return {"teks": teks_isi(r.isi, 0), "versi": r.versi}
