"""A chart as a Vega-Lite specification.

Series differ in lightness, mark and label, not in hue alone, so that a copy in
black and white still reads. The drawing needs binary floats for its geometry;
every printed label is written by ``dokumen.format`` from the Decimal.
"""

from __future__ import annotations

import textwrap
from typing import Any

from lakin.angka import bagi
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.dokumen.format import SKALA, tulis_sel
from lakin.dokumen.grafik import Bagan, JenisBagan
from lakin.dokumen.pohon import Format

Unsur = dict[str, Any]
"""A part of a specification."""

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
_GAYA: Unsur = {
    "font": "Noto Sans", "padding": 2, "aria": False,
    "view": {"continuousWidth": 300, "continuousHeight": 300, "stroke": None},
    "axis": {
        "labelColor": _TINTA_2, "titleColor": _TINTA_2, "labelFontSize": 9, "titleFontSize": 9,
        "titleFontWeight": "normal", "gridColor": _GARIS_TIPIS, "domainColor": _TINTA, "tickColor": _GARIS_TIPIS,
    },
    "legend": {
        "orient": "top", "title": None, "labelFontSize": 9, "labelColor": _TINTA, "labelLimit": 300, "symbolSize": 90,
    },
    "text": {"font": "Noto Sans", "fontSize": 8.5, "color": _TINTA},
}  # fmt: skip
"""Letters, lines and colours of every chart."""


def spesifikasi(bagan: Bagan) -> Unsur:
    """The Vega-Lite specification of a chart."""
    lapisan = {
        JenisBagan.KOLOM_KELOMPOK: _kolom_kelompok,
        JenisBagan.BATANG: _batang,
        JenisBagan.GARIS: _garis,
        JenisBagan.KOMPOSISI: _komposisi,
    }[bagan.jenis](bagan)
    if bagan.acuan:
        lapisan += _acuan(bagan)
    tinggi = _TINGGI
    if bagan.jenis in (JenisBagan.BATANG, JenisBagan.KOMPOSISI):
        tinggi = max(_TINGGI_BATANG * len(bagan.kategori), 2 * _TINGGI_BATANG)
    return {
        "config": _GAYA, "layer": lapisan, "data": {"values": _data(bagan)},
        "width": LEBAR, "height": tinggi, "autosize": {"type": "fit-x", "contains": "padding"}, "background": None,
    }  # fmt: skip


def _lapis(tanda: Unsur, kode: Unsur, saring: str = "") -> Unsur:
    """One layer: a mark, what it encodes and which rows it shows."""
    return {"mark": tanda, "encoding": kode} | ({"transform": [{"filter": saring}]} if saring else {})


def _angka(bidang: str, **lain: Any) -> Unsur:
    return {"field": bidang, "type": "quantitative"} | lain


def _nama(bidang: str, **lain: Any) -> Unsur:
    return {"field": bidang, "type": "nominal"} | lain


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


def _nama_seri(bagan: Bagan) -> list[str]:
    return [s.nama for s in bagan.seri]


def _per_seri(bagan: Bagan, isi: list[Any], legenda: bool = True) -> Unsur:
    """What tells the series apart: a colour, a dash or a shape of each."""
    return _nama(
        "seri",
        scale={"domain": _nama_seri(bagan), "range": isi},
        legend={} if legenda and len(bagan.seri) > 1 else None,
    )


def _warna(bagan: Bagan, warna: tuple[str, ...], legenda: bool = True) -> Unsur:
    isi = _ISI_TUNGGAL if len(bagan.seri) == 1 and warna is _ISI else warna
    return _per_seri(bagan, [isi[i % len(isi)] for i in range(len(bagan.seri))], legenda)


def _sumbu_kategori(bagan: Bagan) -> Unsur:
    sumbu = {
        "labelExpr": "split(datum.label, '\\n')", "labelAngle": 0, "labelLimit": 230,
        "title": bagan.sumbu_kategori or None, "ticks": False, "labelColor": _TINTA, "labelPadding": 5,
        "labelOverlap": False, "grid": False,
    }  # fmt: skip
    return _nama("kategori", sort=None, axis=sumbu)


def _sumbu_nilai(bagan: Bagan, **lain: Any) -> Unsur:
    judul = bagan.sumbu_nilai or bagan.satuan or None
    return _angka("nilai", axis={"format": ",.2~f", "tickCount": 5, "title": judul, "domain": False}, **lain)


def _kolom_kelompok(bagan: Bagan) -> list[Unsur]:
    dasar = {"x": _sumbu_kategori(bagan), "xOffset": _nama("seri", sort=_nama_seri(bagan))}
    batang = {"type": "bar", "stroke": _TINTA, "strokeWidth": 0.5}
    label = {"type": "text", "dy": -5, "baseline": "bottom"}
    return [
        _lapis(batang, dasar | {"y": _sumbu_nilai(bagan), "color": _warna(bagan, _ISI)}),
        _lapis(label, dasar | {"y": _angka("dasar"), "text": _nama("label")}),
    ]


def _batang(bagan: Bagan) -> list[Unsur]:
    dasar = {"y": _sumbu_kategori(bagan)}
    batang = {"type": "bar", "stroke": _TINTA, "strokeWidth": 0.5, "size": 16}
    tulis = dasar | {"x": _angka("dasar"), "text": _nama("label")}
    return [
        _lapis(batang, dasar | {"x": _sumbu_nilai(bagan), "color": _warna(bagan, _ISI, legenda=False)}),
        _lapis({"type": "text", "dx": -4, "align": "right", "color": "#ffffff"}, tulis, "datum.panjang"),
        _lapis({"type": "text", "dx": 4, "align": "left"}, tulis, "!datum.panjang"),
    ]


def _garis(bagan: Bagan) -> list[Unsur]:
    n = len(bagan.seri)
    dasar = {"x": _sumbu_kategori(bagan)}
    warna = {"color": _warna(bagan, _GARIS)}
    garis = dasar | warna | {
        "y": _sumbu_nilai(bagan, **_ruang_bawah(bagan)), "strokeDash": _per_seri(bagan, list(_PUTUS[:n])),
    }  # fmt: skip
    titik = dasar | warna | {"y": _angka("nilai"), "shape": _per_seri(bagan, list(_BENTUK[:n]))}
    lapisan = [
        _lapis({"type": "line", "strokeWidth": 1.6}, garis),
        _lapis({"type": "point", "filled": True, "size": 45, "opacity": 1}, titik),
    ]
    tulis = dasar | {"y": _angka("dasar"), "text": _nama("label"), "color": _warna(bagan, _GARIS, legenda=False)}
    # The higher of two points has its label above and the lower one below, so that close lines stay apart.
    # A year without a value is a gap: its word would run into the axis.
    for saring, letak in (
        ("datum.atas", {"dy": -7, "baseline": "bottom"}),
        ("!datum.atas", {"dy": 8, "baseline": "top"}),
    ):
        lapisan.append(_lapis({"type": "text"} | letak, tulis, f"{saring} && datum.urut < 2 && datum.nilai !== null"))
    return lapisan


def _ruang_bawah(bagan: Bagan) -> Unsur:
    """Where values fall below zero their labels stand under them: the axis leaves them a line of room."""
    nilai = [t for s in bagan.seri for n in s.nilai if (t := _tinggi(bagan, n)) is not None]
    if not nilai or min(nilai) >= 0:
        return {}
    ruang = (max(*nilai, 0.0) - min(nilai)) * _RUANG_LABEL
    return {"scale": {"domainMin": min(nilai) - ruang}}


def _komposisi(bagan: Bagan) -> list[Unsur]:
    dasar = {"y": _sumbu_kategori(bagan)}
    batang = dasar | {
        "x": _sumbu_nilai(bagan, stack="zero"), "color": _warna(bagan, _ISI), "order": _angka("urut"),
    }  # fmt: skip
    lapisan = [_lapis({"type": "bar", "stroke": _TINTA, "strokeWidth": 0.5, "size": 20}, batang)]
    tulis = dasar | {"x": _angka("tengah"), "text": _nama("label_bagian")}
    for urut in range(len(bagan.seri)):
        warna = _TINTA if _ISI[urut % len(_ISI)] in _TERANG else "#ffffff"
        lapisan.append(_lapis({"type": "text", "color": warna}, tulis, f"datum.urut === {urut}"))
    return lapisan


def _acuan(bagan: Bagan) -> list[Unsur]:
    acuan = bagan.acuan
    assert acuan is not None
    label = f"- - -  {acuan.nama} {tulis_sel(acuan.nilai, Format(bagan.format))}"
    data = {"data": {"values": [{"acuan": _tinggi(bagan, acuan.nilai), "label": label}]}}
    arah = "y" if bagan.jenis in (JenisBagan.KOLOM_KELOMPOK, JenisBagan.GARIS) else "x"
    garis = _lapis({"type": "rule", "stroke": _TINTA, "strokeDash": [4, 3], "strokeWidth": 1}, {arah: _angka("acuan")})
    # Its name stands beside the legend, where no bar can run into it.
    letak = {"x": {"value": "width"}, "y": {"value": -20}, "text": _nama("label")}
    return [data | garis, data | _lapis({"type": "text", "align": "right", "baseline": "bottom"}, letak)]
