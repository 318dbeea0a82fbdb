"""What had been entered at an earlier place in the trail: today's facts with the later traces undone."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

from lakin.angka import Nilai, Tiada
from lakin.capaian.fakta import Fakta, FBaris, FGanti, FIndikator, FTriwulan
from lakin.capaian.hasil import Hasil
from lakin.capaian.mesin import hitung
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from lakin.pengukuran.jembatan_isian import baca_baris
from lakin.pengukuran.models import BarisData

_SEL = re.compile(r"([^/]+)/(?:realisasi/tw([1-4])|fisik/tw([1-4])/realisasi|baris/([0-9]+)|penggantian)")
Sisi = Mapping[str, Any] | None


def hasil_pada(satker: Satker, hasil: Hasil, urut: int) -> Hasil:
    """Return the figures of a year from what stood there after the trace with this number.

    Cells, raw rows and overrides are those of then; plans, the PK and the money are today's.
    """
    return hitung(fakta_pada(satker, hasil.fakta, urut))


def fakta_pada(satker: Satker, fakta: Fakta, urut: int) -> Fakta:
    """Undo every trace of an entry after a number, newest first: each keeps what it replaced."""
    akar = f"{satker.kunci}/{fakta.tahun}/"
    indikator = {i.kode: i for i in fakta.indikator}
    sesudah = Jejak.objects.filter(rantai__nama=satker.kunci, urut__gt=urut, alamat__startswith=akar)
    for j in sesudah.order_by("-urut"):
        m = _SEL.fullmatch(j.alamat.removeprefix(akar))
        if m and m[1] in indikator:
            indikator[m[1]] = _mundur(indikator[m[1]], m, j, fakta.tahun)
    return replace(fakta, indikator=tuple(indikator.values()))


def _mundur(i: FIndikator, m: re.Match[str], j: Jejak, tahun: int) -> FIndikator:
    if tw := int(m[2] or m[3] or 0):
        apa = "nilai" if m[2] else "fisik"
        return replace(i, triwulan=tuple(_sel(t, apa, j.sebelum) if t.triwulan == tw else t for t in i.triwulan))
    if m[4]:
        return replace(i, baris=_baris(i, int(m[4]), j, tahun))
    return replace(i, ganti=_ganti(i.ganti, j.sebelum))


def _sel(t: FTriwulan, apa: str, sebelum: Sisi) -> FTriwulan:
    if apa == "nilai":
        return replace(t, nilai=_nilai(t.nilai, sebelum))
    return replace(t, fisik=_nilai(t.fisik, sebelum))


def _nilai(kini: Nilai, sebelum: Sisi) -> Nilai:
    """A trace of a change holds the columns that changed: a value that followed a value leaves its keadaan out."""
    if sebelum is None:
        return Tiada.KOSONG
    keadaan = sebelum.get("keadaan", "ada" if "nilai" in sebelum else "")
    if not keadaan:
        return kini
    return Decimal(sebelum["nilai"]) if keadaan == "ada" else Tiada.NA if keadaan == "na" else Tiada.KOSONG


def _baris(i: FIndikator, urut: int, j: Jejak, tahun: int) -> tuple[FBaris, ...]:
    lain = [b for b in i.baris if b.urut != urut]
    kini = next((b for b in i.baris if b.urut == urut), None)
    if j.sebelum is None:
        return tuple(lain)
    dulu = BarisData(
        urut=urut,
        isi=j.sebelum.get("isi", {}),
        tanggal=_tanggal(j.sebelum.get("tanggal")),
        sumber=j.sebelum.get("sumber", ""),
    )
    baru = next(iter(baca_baris(i, tahun, (dulu,))))
    if j.sesudah is not None and kini is not None:  # a change: what it does not name had stayed as it was
        baru = replace(
            kini,
            isi=baru.isi if "isi" in j.sebelum else kini.isi,
            tanggal=baru.tanggal if "tanggal" in j.sebelum else kini.tanggal,
        )
    return tuple(sorted((*lain, baru), key=lambda b: b.urut))


def _tanggal(teks: str | None) -> date | None:
    return date.fromisoformat(teks) if teks else None


def _ganti(kini: FGanti | None, sebelum: Sisi) -> FGanti | None:
    if sebelum is None:
        return None
    lama = kini or FGanti(Decimal(0), "", "")
    nilai = Decimal(sebelum["nilai"]) if "nilai" in sebelum else lama.nilai
    return FGanti(nilai, sebelum.get("alasan", lama.alasan), sebelum.get("sumber", lama.sumber))
