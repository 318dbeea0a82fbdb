"""Figures in templates, written by the same hand as the report."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import lru_cache
from typing import Any

from django import template
from django.urls import NoReverseMatch, reverse
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString

from lakin.angka import Nilai, tulis, tulis_juta, tulis_persen, tulis_rupiah, tulis_tanggal
from lakin.angka import romawi as ke_romawi
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.dokumen.format import tulis_teks
from lakin.dokumen.pohon import Format

register = template.Library()

BELUM = "belum ada"


@register.filter
def angka(nilai: Bahan | Nilai | int, desimal: int | None = None) -> str:
    """Write a number: 1.234.567,89."""
    if isinstance(nilai, Angka):
        return tulis(nilai.nilai, nilai.desimal if desimal is None else desimal)
    return tulis(_polos(nilai), desimal, BELUM)


@register.filter
def persen(nilai: Bahan | Nilai) -> str:
    """Write a percentage: 98,11%."""
    if isinstance(nilai, Angka):
        return tulis_persen(nilai.nilai, nilai.desimal)
    return tulis_persen(_polos(nilai), kosong=BELUM)


@register.filter
def rupiah(nilai: Bahan | Nilai) -> str:
    """Write money: Rp 22.171.352.000."""
    if isinstance(nilai, Angka):
        return tulis_rupiah(nilai.nilai, nilai.desimal)
    return tulis_rupiah(_polos(nilai), kosong=BELUM)


@register.filter
def juta(nilai: Bahan | Nilai, desimal: int = 2) -> str:
    """Write money for a table that says 'Rp juta': 22.171,35; a dash where there is none."""
    if isinstance(nilai, Angka):
        return tulis_juta(nilai.nilai, desimal)
    return tulis_juta(_polos(nilai), desimal, "–")


@register.filter
def tanggal(hari: date | None) -> str:
    """Write a date: 30 November 2022."""
    return tulis_tanggal(hari) if hari else ""


@register.filter
def romawi(triwulan: int | str) -> str:
    """Write the number of a triwulan: IV."""
    return ke_romawi(int(triwulan))


@register.simple_tag
def figur(bahan: Bahan, format: str = "nilai") -> SafeString:
    """Print a figure as a link to its explanation; without an address as it is."""
    return tautan_figur(bahan, Format(format))


def tautan_figur(bahan: Bahan, format: Format = Format.NILAI, teks: str = "") -> SafeString:
    """Return the link that opens a figure's explanation; ``teks`` stands in where it is written otherwise."""
    teks = teks or teks_figur(bahan, format)
    kelas = "figur" if isinstance(bahan, Angka) else "figur tiada"
    url = url_penjelasan(bahan.alamat)
    if not url:
        return format_html('<span class="{}">{}</span>', "" if isinstance(bahan, Angka) else "tanda kosong", teks)
    # Built by hand: a page has hundreds of these, and format_html escapes what is known to be safe.
    return SafeString(
        f'<a class="{kelas}" href="{escape(url)}" data-sumber="{escape(bahan.alamat)}">{escape(teks)}</a>'
    )


def teks_figur(bahan: Bahan, format: Format = Format.NILAI) -> str:
    """Write a figure in a cell of the screen."""
    if isinstance(bahan, TanpaNilai):
        return tulis(bahan.keadaan, kosong=BELUM)
    return tulis_teks(bahan, format)


def url_penjelasan(alamat: str) -> str:
    """Return the page that explains the figure of an address, or nothing for a figure without one."""
    satker, _, lain = alamat.partition("/")
    halaman = _halaman_penjelasan(satker, lain.partition("/")[0])
    return f"{halaman}?alamat={alamat}" if halaman else ""


@lru_cache(maxsize=8_192)
def _halaman_penjelasan(satker: str, tahun: str) -> str:
    """The page of explanations of a satker's year: hundreds of figures on a page have the same one."""
    try:
        return reverse("penjelasan", args=[satker, int(tahun)]) if tahun.isdigit() else ""
    except NoReverseMatch:
        return ""


def _polos(nilai: Any) -> Any:
    if isinstance(nilai, TanpaNilai):
        return nilai.keadaan
    return Decimal(nilai) if isinstance(nilai, int) else nilai
