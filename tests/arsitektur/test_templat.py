"""What a strict content security policy asks of templates and modules; the browser only says it when it is too late."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from django.conf import settings

TEMPLAT = sorted(Path(settings.BASE_DIR, "templates").rglob("*.html"))
MODUL = sorted(Path(settings.BASE_DIR, "static/js").rglob("*.js"))

LARANGAN = {
    "inline style": re.compile(r"<style\b|\sstyle\s*=", re.I),
    "inline script": re.compile(r"<script(?![^>]*\bsrc=)", re.I),
    "event attribute": re.compile(r"\son[a-z]+\s*=\s*[\"']", re.I),
    "hx-on": re.compile(r"\bhx-on\b", re.I),
    "hx-vals with code": re.compile(r"\bhx-(?:vals|headers)\s*=\s*[\"']\s*(?:js|javascript):", re.I),
    "filter in hx-trigger": re.compile(r"\bhx-trigger\s*=\s*\"[^\"]*\["),
    "javascript: address": re.compile(r"javascript:", re.I),
    "foreign address": re.compile(r"(?:src|href|action|hx-[a-z]+)\s*=\s*[\"'](?:https?:)?//", re.I),
}


def relatif(berkas: Path) -> str:
    return str(berkas.relative_to(settings.BASE_DIR))


def test_ada_yang_diperiksa() -> None:
    assert len(TEMPLAT) > 10
    assert len(MODUL) > 3


@pytest.mark.parametrize("berkas", TEMPLAT, ids=relatif)
def test_templat_tanpa_yang_dilarang(berkas: Path) -> None:
    isi = berkas.read_text()
    assert [nama for nama, pola in LARANGAN.items() if pola.search(isi)] == []


@pytest.mark.parametrize("berkas", MODUL, ids=relatif)
def test_modul_tidak_menulis_gaya_atau_kode(berkas: Path) -> None:
    isi = berkas.read_text()
    larangan = re.compile(
        r"\beval\(|new Function\(|setAttribute\(\s*[\"'](?:style|on)|\.style\.cssText|document\.write\("
    )
    assert larangan.findall(isi) == []


@pytest.mark.parametrize("berkas", TEMPLAT, ids=relatif)
def test_halaman_tidak_menandai_aman_apa_yang_ditulis_orang(berkas: Path) -> None:
    """What is safe is made safe where it is built, in Python, never in a template."""
    assert not re.search(r"\|\s*safe\b|\bautoescape\s+off\b", berkas.read_text())


@pytest.mark.parametrize(
    ("kalimat", "nama"),
    [
        ('<p style="color:red">', "inline style"),
        ("<script>alert(1)</script>", "inline script"),
        ('<b onclick="x()">', "event attribute"),
        ('<b hx-on:click="x()">', "hx-on"),
        ("<b hx-vals='js:{a: 1}'>", "hx-vals with code"),
        ('<b hx-trigger="keyup[key==1]">', "filter in hx-trigger"),
        ('<img src="//contoh.id/a.png">', "foreign address"),
    ],
)
def test_larangan_mengenali_pelanggarannya(kalimat: str, nama: str) -> None:
    assert LARANGAN[nama].search(kalimat)
