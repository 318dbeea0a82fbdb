"""What others have saved since a page was read: a few bytes where nothing is new."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import Any

from django.http import HttpRequest

from anggaran.models import RealisasiAnggaran
from lakin.jejak.bentrok import nama_pelaku
from lakin.jejak.models import Jejak, Rantai
from lakin.organisasi.models import Satker
from lakin.pengukuran.entri import teks_isi
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Realisasi
from lakin.pengukuran.selectors import Terkini

TERBANYAK = 500
"""Traces in one answer; a page that is further behind is loaded anew."""

_NILAI = re.compile(r"([^/]+)/realisasi/tw([1-4])")
_FISIK = re.compile(r"([^/]+)/fisik/tw([1-4])/realisasi")
_UANG = re.compile(r"anggaran/([^/]+)/realisasi/(?:tw([1-4])|tahun)")
_BARIS = re.compile(r"([^/]+)/baris/([0-9]+)")
_GANTI = re.compile(r"([^/]+)/penggantian")


@dataclass(slots=True)
class Perubahan:
    """What changed: where the chain ends now, cells by the id of their field, raw rows by their indicator."""

    urut: int
    sel: dict[str, dict[str, Any]] = field(default_factory=dict)
    baris: dict[str, dict[int, int]] = field(default_factory=dict)
    """Indicator -> number of a changed row -> its version now, 0 where it is gone; row 0 stands for its override."""
    kode: set[str] = field(default_factory=set)
    keadaan: bool = False
    muat: bool = False
    """Too much has changed to be told piece by piece."""


def sejak_dari(request: HttpRequest) -> int | None:
    """The trace after which a page asks; None where it names none."""
    sejak = request.GET.get("sejak", "")
    return int(sejak) if sejak.isascii() and sejak.isdigit() and len(sejak) < 12 else None


def ujung(satker: Satker) -> int:
    """Return the number of a satker's last trace."""
    return Rantai.objects.filter(nama=satker.kunci).values_list("urut", flat=True).first() or 0


def perubahan(
    satker: Satker, tahun: int, triwulan: int, sejak: int, pengguna: int | None = None, *, tampak: bool = True
) -> Perubahan | None:
    """Return what changed in a triwulan after a trace; None where the chain has not grown.

    An override by ``pengguna`` is known to whoever asks, and has no version that could tell so.
    Without ``tampak`` only that something changed, never what.
    """
    akhir = ujung(satker)
    if akhir <= sejak:
        return None
    jawab = Perubahan(akhir)
    if akhir - sejak > TERBANYAK:
        jawab.muat = True
        return jawab
    if not tampak:
        jawab.keadaan = True
        return jawab
    jejak = Jejak.objects.filter(rantai__nama=satker.kunci, urut__gt=sejak, urut__lte=akhir).select_related("oleh")
    pangkal = f"{satker.kunci}/{tahun}/"
    for j in jejak.order_by("urut"):
        if j.alamat.startswith(pangkal):
            _satu(jawab, j, j.alamat.removeprefix(pangkal), triwulan, pengguna)
    _isi(jawab, satker, tahun, triwulan)
    return jawab


def _satu(jawab: Perubahan, j: Jejak, alamat: str, triwulan: int, pengguna: int | None) -> None:
    oleh = nama_pelaku(j)
    if (m := _NILAI.fullmatch(alamat)) and int(m[2]) == triwulan:
        jawab.sel[f"sel-{m[1]}"] = {"oleh": oleh}
        jawab.kode.add(m[1])
    elif (m := _FISIK.fullmatch(alamat)) and int(m[2]) == triwulan:
        jawab.sel[f"sel-{m[1]}-fisik"] = {"oleh": oleh}
        jawab.kode.add(m[1])
    elif (m := _UANG.fullmatch(alamat)) and int(m[2] or 0) in (0, triwulan):
        jawab.sel[f"uang-{m[1]}-{m[2] or 0}"] = {"oleh": oleh}
    elif m := _BARIS.fullmatch(alamat):
        jawab.baris.setdefault(m[1], {})[int(m[2])] = 0
        jawab.kode.add(m[1])
    elif m := _GANTI.fullmatch(alamat):
        if j.oleh_id != pengguna:
            jawab.baris.setdefault(m[1], {})[0] = j.urut
        jawab.kode.add(m[1])
    elif alamat.startswith("periode/"):
        jawab.keadaan = True


def _isi(jawab: Perubahan, satker: Satker, tahun: int, triwulan: int) -> None:
    """Fill in what stands in the changed cells now, with the version that a next write must name."""
    garis = Terkini(satker).garis(tahun) if jawab.kode else {}
    if jawab.baris:
        for b in BarisData.objects.filter(garis_indikator__in=garis, tahun=tahun):
            nomor = jawab.baris.get(garis[b.garis_indikator_id], {})
            if b.urut in nomor:
                nomor[b.urut] = b.versi
    if any(i.startswith("sel-") for i in jawab.sel):
        indikator = Terkini(satker).kinerja(tahun).indikator
        for r in Realisasi.objects.filter(garis_indikator__in=garis, tahun=tahun, triwulan=triwulan):
            kode = garis[r.garis_indikator_id]
            fisik = r.jenis == JenisRealisasi.FISIK
            desimal = None if fisik or kode not in indikator else indikator[kode].fakta.desimal
            _pasang(jawab, f"sel-{kode}-fisik" if fisik else f"sel-{kode}", teks_isi(r.isi, desimal), r.versi)
    uang = [i.removeprefix("uang-").rpartition("-")[0] for i in jawab.sel if i.startswith("uang-")]
    for u in RealisasiAnggaran.objects.filter(satker=satker, tahun=tahun, kode__in=uang, sumber_dana=""):
        _pasang(jawab, f"uang-{u.kode}-{u.triwulan}", teks_isi(u.isi, 0), u.versi)


def _pasang(jawab: Perubahan, id_sel: str, teks: str, versi: int) -> None:
    if id_sel in jawab.sel:
        jawab.sel[id_sel] |= {"teks": teks, "versi": versi}
