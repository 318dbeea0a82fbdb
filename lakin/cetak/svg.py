"""Chart specification to SVG through Vega-Lite, offline and the same bytes every time.

Page and PDF get the same string. Series differ in lightness, mark and label,
not in hue alone, so that a copy in black and white still reads. The drawing
needs binary floats for its geometry; every printed label is written by
``dokumen.format`` from the Decimal.
"""

from __future__ import annotations

import re
import textwrap
from functools import lru_cache
from hashlib import sha256
from typing import Any

from lakin.angka import bagi
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.cetak.aman import aman
from lakin.dokumen.format import SKALA, tulis_sel
from lakin.dokumen.grafik import Bagan, JenisBagan
from lakin.dokumen.pohon import Format

LEBAR = 520
_TINGGI = 190
_TINGGI_BATANG = 30
_ISI = ("#c3dbd2", "#0b5d4e", "#7fa79a", "#1b2420", "#ece6d3", "#4c7f8f")
_ISI_TUNGGAL = ("#0b5d4e",)
_GARIS = ("#0b5d4e", "#a83c0a", "#55615a", "#8a5a00", "#1b2420", "#4c7f8f")
_PUTUS = ([1, 0], [6, 3], [2, 2], [8, 3, 2, 3], [4, 4], [1, 3])
_BENTUK = ("circle", "square", "triangle-up", "diamond", "cross", "triangle-down")
_TINTA, _TINTA_2, _GARIS_TIPIS = "#1b2420", "#55615a", "#dfe3de"
_TERANG = {"#c3dbd2", "#7fa79a", "#ece6d3"}
_RUANG_LABEL = 0.14  # of the height: a label and its distance
_BAGIAN_TERKECIL = 0.06  # a narrower part of a stacked bar has no room for its label
_FORMAT_INDONESIA = {"decimal": ",", "thousands": ".", "grouping": [3], "currency": ["Rp ", ""]}


@lru_cache(maxsize=512)
def gambar_svg(bagan: Bagan) -> str:
    """Draw a chart; the result can stand inside a page."""
    import vl_convert

    svg = vl_convert.vegalite_to_svg(
        spesifikasi(bagan), allowed_base_urls=[], format_locale=_FORMAT_INDONESIA, show_warnings=False
    )
    return _rapikan(svg, bagan.judul)


@lru_cache(maxsize=128)
def gambar_png(bagan: Bagan, kerapatan: int = 192) -> bytes:
    """Draw the same chart in pixels, for programs that take no SVG; ``kerapatan`` per inch."""
    import vl_convert

    png: bytes = vl_convert.vegalite_to_png(
        spesifikasi(bagan), ppi=kerapatan, allowed_base_urls=[], format_locale=_FORMAT_INDONESIA, show_warnings=False
    )
    return png


def spesifikasi(bagan: Bagan) -> dict[str, Any]:
    """The Vega-Lite specification of a chart."""
    import altair as alt
    from altair.utils.schemapi import debug_mode

    # Altair checks each part against its schema while it is made and again at the end, which takes longer than drawing.
    with debug_mode(False):
        lapisan = {
            JenisBagan.KOLOM_KELOMPOK: _kolom_kelompok,
            JenisBagan.BATANG: _batang,
            JenisBagan.GARIS: _garis,
            JenisBagan.KOMPOSISI: _komposisi,
        }[bagan.jenis](alt, bagan)
        if bagan.acuan:
            lapisan += _acuan(alt, bagan)
        layer = [satu.to_dict(validate=False, context={"top_level": False}) for satu in lapisan]
        gaya = _gaya(alt).to_dict(validate=False)
    for satu in layer:
        if "values" not in satu["data"]:
            del satu["data"]  # it draws what the whole holds
    tinggi = _TINGGI
    if bagan.jenis in (JenisBagan.BATANG, JenisBagan.KOMPOSISI):
        tinggi = max(_TINGGI_BATANG * len(bagan.kategori), 2 * _TINGGI_BATANG)
    # The whole is put together here: altair would copy all of it for each setting.
    return {
        "$schema": alt.SCHEMA_URL, "config": gaya, "layer": layer, "data": {"values": _data(bagan)},
        "width": LEBAR, "height": tinggi, "autosize": {"type": "fit-x", "contains": "padding"}, "background": None,
    }  # fmt: skip


def _gaya(alt: Any) -> Any:
    """Letters, lines and colours of every chart."""
    return alt.Config(
        font="Noto Sans", padding=2, aria=False,
        view=alt.ViewConfig(continuousWidth=300, continuousHeight=300, stroke=None),
        axis=alt.AxisConfig(
            labelColor=_TINTA_2, titleColor=_TINTA_2, labelFontSize=9, titleFontSize=9, titleFontWeight="normal",
            gridColor=_GARIS_TIPIS, domainColor=_TINTA, tickColor=_GARIS_TIPIS,
        ),
        legend=alt.LegendConfig(
            orient="top", title=None, labelFontSize=9, labelColor=_TINTA, labelLimit=300, symbolSize=90
        ),
        text=alt.MarkConfig(font="Noto Sans", fontSize=8.5, color=_TINTA),
    )  # fmt: skip


def _data(bagan: Bagan) -> list[dict[str, Any]]:
    hasil: list[dict[str, Any]] = []
    terpanjang = max((_tinggi(bagan, n) or 0 for s in bagan.seri for n in s.nilai), default=0)
    for i, kategori in enumerate(bagan.kategori):
        tertinggi = max((_tinggi(bagan, s.nilai[i]) or 0 for s in bagan.seri), default=0)
        jumlah = sum(_tinggi(bagan, s.nilai[i]) or 0 for s in bagan.seri)
        kiri = 0.0
        for urut, s in enumerate(bagan.seri):
            tinggi = _tinggi(bagan, s.nilai[i])
            label = tulis_sel(s.nilai[i], Format(bagan.format))
            sempit = jumlah > 0 and (tinggi or 0) / jumlah < _BAGIAN_TERKECIL
            hasil.append(
                {
                    "kategori": _lipat(kategori, bagan),
                    "seri": s.nama,
                    "urut": urut,
                    "nilai": tinggi,
                    "dasar": tinggi or 0,
                    "label": label,
                    "panjang": (tinggi or 0) > terpanjang / 4,
                    "atas": tinggi == tertinggi or len(bagan.seri) == 1,
                    "tengah": kiri + (tinggi or 0) / 2,
                    "label_bagian": "" if sempit or tinggi is None else label,
                }
            )
            kiri += tinggi or 0
    return hasil


def _tinggi(bagan: Bagan, angka: Bahan) -> float | None:
    if not isinstance(angka, Angka):
        return None
    skala = SKALA.get(Format(bagan.format))
    return float(bagi(angka.nilai, skala[0]) if skala else angka.nilai)


def _lipat(teks: str, bagan: Bagan) -> str:
    lebar = 34 if bagan.jenis in (JenisBagan.BATANG, JenisBagan.KOMPOSISI) else max(8, 84 // len(bagan.kategori))
    return "\n".join(textwrap.wrap(teks, lebar, break_long_words=False)) or teks


def _warna(alt: Any, bagan: Bagan, warna: tuple[str, ...], legenda: bool = True) -> Any:
    nama = [s.nama for s in bagan.seri]
    isi = _ISI_TUNGGAL if len(nama) == 1 and warna is _ISI else warna
    skala = alt.Scale(domain=nama, range=[isi[i % len(isi)] for i in range(len(nama))])
    return alt.Color("seri:N", scale=skala, legend=alt.Legend() if legenda and len(nama) > 1 else None)


def _sumbu_kategori(alt: Any, bagan: Bagan, kelas: Any) -> Any:
    sumbu = alt.Axis(
        labelExpr="split(datum.label, '\\n')", labelAngle=0, labelLimit=230, title=bagan.sumbu_kategori or None,
        ticks=False, labelColor=_TINTA, labelPadding=5, labelOverlap=False, grid=False,
    )  # fmt: skip
    return kelas("kategori:N", sort=None, axis=sumbu)


def _sumbu_nilai(alt: Any, bagan: Bagan, kelas: Any, bidang: str = "nilai", **lain: Any) -> Any:
    sumbu = alt.Axis(format=",.2~f", tickCount=5, title=bagan.sumbu_nilai or bagan.satuan or None, domain=False)
    return kelas(f"{bidang}:Q", axis=sumbu, **lain)


def _kolom_kelompok(alt: Any, bagan: Bagan) -> list[Any]:
    dasar = alt.Chart().encode(
        x=_sumbu_kategori(alt, bagan, alt.X),
        xOffset=alt.XOffset("seri:N", sort=[s.nama for s in bagan.seri]),
    )
    batang = dasar.mark_bar(stroke=_TINTA, strokeWidth=0.5).encode(
        y=_sumbu_nilai(alt, bagan, alt.Y), color=_warna(alt, bagan, _ISI)
    )
    return [batang, dasar.mark_text(dy=-5, baseline="bottom").encode(y=alt.Y("dasar:Q"), text=alt.Text("label:N"))]


def _batang(alt: Any, bagan: Bagan) -> list[Any]:
    dasar = alt.Chart().encode(y=_sumbu_kategori(alt, bagan, alt.Y))
    batang = dasar.mark_bar(stroke=_TINTA, strokeWidth=0.5, size=16).encode(
        x=_sumbu_nilai(alt, bagan, alt.X), color=_warna(alt, bagan, _ISI, legenda=False)
    )
    dalam = dasar.transform_filter("datum.panjang").mark_text(dx=-4, align="right", color="#ffffff")
    luar = dasar.transform_filter("!datum.panjang").mark_text(dx=4, align="left")
    return [batang, *(t.encode(x=alt.X("dasar:Q"), text=alt.Text("label:N")) for t in (dalam, luar))]


def _garis(alt: Any, bagan: Bagan) -> list[Any]:
    nama = [s.nama for s in bagan.seri]
    dasar = alt.Chart().encode(x=_sumbu_kategori(alt, bagan, alt.X))
    n = len(nama)
    kode = {
        "y": _sumbu_nilai(alt, bagan, alt.Y, **_ruang_bawah(alt, bagan)),
        "color": _warna(alt, bagan, _GARIS),
        "strokeDash": alt.StrokeDash(
            "seri:N", scale=alt.Scale(domain=nama, range=list(_PUTUS[:n])), legend=alt.Legend() if n > 1 else None
        ),
    }
    bentuk = alt.Shape(
        "seri:N", scale=alt.Scale(domain=nama, range=list(_BENTUK[:n])), legend=alt.Legend() if n > 1 else None
    )
    titik = dasar.mark_point(filled=True, size=45, opacity=1).encode(
        y=alt.Y("nilai:Q"), color=_warna(alt, bagan, _GARIS), shape=bentuk
    )
    lapisan = [dasar.mark_line(strokeWidth=1.6).encode(**kode), titik]
    # The higher of two points has its label above and the lower one below, so that close lines stay apart.
    # A year without a value is a gap: its word would run into the axis.
    for saring, letak in (
        ("datum.atas", {"dy": -7, "baseline": "bottom"}),
        ("!datum.atas", {"dy": 8, "baseline": "top"}),
    ):
        teks = dasar.transform_filter(f"{saring} && datum.urut < 2 && datum.nilai !== null").mark_text(**letak)
        lapisan.append(
            teks.encode(y=alt.Y("dasar:Q"), text=alt.Text("label:N"), color=_warna(alt, bagan, _GARIS, legenda=False))
        )
    return lapisan


def _ruang_bawah(alt: Any, bagan: Bagan) -> dict[str, Any]:
    """Where values fall below zero their labels stand under them: the axis leaves them a line of room."""
    nilai = [t for s in bagan.seri for n in s.nilai if (t := _tinggi(bagan, n)) is not None]
    if not nilai or min(nilai) >= 0:
        return {}
    ruang = (max(*nilai, 0.0) - min(nilai)) * _RUANG_LABEL
    return {"scale": alt.Scale(domainMin=min(nilai) - ruang)}


def _komposisi(alt: Any, bagan: Bagan) -> list[Any]:
    warna = {s.nama: _ISI[i % len(_ISI)] for i, s in enumerate(bagan.seri)}
    dasar = alt.Chart().encode(y=_sumbu_kategori(alt, bagan, alt.Y))
    batang = dasar.mark_bar(stroke=_TINTA, strokeWidth=0.5, size=20).encode(
        x=_sumbu_nilai(alt, bagan, alt.X, stack="zero"), color=_warna(alt, bagan, _ISI), order=alt.Order("urut:Q")
    )
    lapisan = [batang]
    for nama, isi in warna.items():
        teks = dasar.transform_filter(alt.datum.seri == nama)
        teks = teks.mark_text(color=_TINTA if isi in _TERANG else "#ffffff")
        lapisan.append(teks.encode(x=alt.X("tengah:Q"), text=alt.Text("label_bagian:N")))
    return lapisan


def _acuan(alt: Any, bagan: Bagan) -> list[Any]:
    acuan = bagan.acuan
    assert acuan is not None
    data = alt.Data(
        values=[
            {
                "acuan": _tinggi(bagan, acuan.nilai),
                "label": f"- - -  {acuan.nama} {tulis_sel(acuan.nilai, Format(bagan.format))}",
            }
        ]
    )
    garis = alt.Chart(data).mark_rule(stroke=_TINTA, strokeDash=[4, 3], strokeWidth=1)
    # Its name stands beside the legend, where no bar can run into it.
    teks = alt.Chart(data).mark_text(align="right", baseline="bottom")
    teks = teks.encode(x=alt.value("width"), y=alt.value(-20), text=alt.Text("label:N"))
    if bagan.jenis in (JenisBagan.KOLOM_KELOMPOK, JenisBagan.GARIS):
        return [garis.encode(y=alt.Y("acuan:Q")), teks]
    return [garis.encode(x=alt.X("acuan:Q")), teks]


def _rapikan(svg: str, judul: str) -> str:
    """Give the drawing a title for readers of the screen and ids of its own on a page with several."""
    tanda = sha256(svg.encode()).hexdigest()[:8]
    svg = re.sub(r'\bid="([^"]+)"', rf'id="g{tanda}-\1"', svg)
    svg = re.sub(r"url\(#([^)]+)\)", rf"url(#g{tanda}-\1)", svg)
    kepala, isi = svg.split(">", 1)
    # The picture is one image with a title; roles that the writer gives to its inner groups have no names.
    isi = re.sub(r'\s(?:role|aria-[a-z]+)="[^"]*"', "", isi)
    kepala = re.sub(r'\s(?:width|height|class)="[^"]*"', "", kepala)
    return f'{kepala} class="bagan" role="img" aria-label="{aman(judul)}"><title>{aman(judul)}</title>{isi}'
