"""The user guide: the Markdown files of docs/panduan as chapters of clean HTML.

A file is one guide: its first heading (`#`) is the title, each second heading (`##`) begins a chapter. A
comment below that heading, `<!-- halaman: entri_realisasi pk -->`, names the pages whose help it is. A picture
is written `![what is seen](gambar:entri)` and is made by `make gambar-panduan`. A link to another guide is
written as one between the files: `auditor.md#kertas-kerja`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import nh3
from django.conf import settings
from django.templatetags.static import static
from django.urls import reverse
from django.utils.html import strip_tags
from django.utils.safestring import SafeString, mark_safe
from django.utils.text import slugify
from markdown_it import MarkdownIt
from markdown_it.token import Token
from PIL import Image

from lakin.organisasi.enums import Peran

SUMBER = Path(settings.BASE_DIR, "docs/panduan")
GAMBAR = Path(settings.BASE_DIR, "static/panduan")
UMUM = "umum"
URUTAN = (UMUM, *Peran.values)
"""The guides: what all share, then one a role."""

TANDA = {"p", "h3", "h4", "ul", "ol", "li", "strong", "em", "code", "a", "img", "br", "blockquote",
         "table", "thead", "tbody", "tr", "th", "td"}  # fmt: skip
SIFAT = {"a": {"href"}, "img": {"src", "alt", "width", "height", "loading"}, "ol": {"start"}}
HALAMAN = re.compile(r"<!--\s*halaman:\s*([a-z_ ]+?)\s*-->\n?")
KE_PANDUAN = re.compile(r"^([a-z]+)\.md(#[a-z0-9-]+)?$")


@dataclass(frozen=True, slots=True)
class Bab:
    """One chapter: `kode` is its anchor, `halaman` the names of the pages that it helps with."""

    kode: str
    judul: str
    halaman: tuple[str, ...]
    isi: SafeString
    teks: str


@dataclass(frozen=True, slots=True)
class Panduan:
    """One guide; `pengantar` stands before its chapters."""

    slug: str
    judul: str
    pengantar: SafeString
    bab: tuple[Bab, ...]


@cache
def semua() -> tuple[Panduan, ...]:
    """Every guide that has a file, in the order of the roles."""
    return tuple(_baca(slug) for slug in URUTAN if (SUMBER / f"{slug}.md").exists())


def satu(slug: str) -> Panduan | None:
    """The guide of that name."""
    return next((p for p in semua() if p.slug == slug), None)


@cache
def bantuan(halaman: str, peran: Peran | None) -> str:
    """The address of the chapter that helps with a page: of the role's own guide before the others'."""
    sendiri = peran.value if peran else UMUM
    for p in sorted(semua(), key=lambda p: (p.slug != sendiri, p.slug != UMUM)):
        for bab in p.bab:
            if halaman in bab.halaman:
                return f"{reverse('panduan', args=[p.slug])}#{bab.kode}"
    return reverse("panduan", args=[sendiri]) if satu(sendiri) else reverse("daftar_panduan")


def _baca(slug: str) -> Panduan:
    kepala, *potongan = re.split(r"^## ", (SUMBER / f"{slug}.md").read_text(), flags=re.M)
    judul, _, pengantar = kepala.partition("\n")
    return Panduan(slug, judul.removeprefix("# ").strip(), _html(pengantar), tuple(map(_bab, potongan)))


def _bab(potongan: str) -> Bab:
    judul, _, badan = potongan.partition("\n")
    halaman = HALAMAN.search(badan)
    isi = _html(HALAMAN.sub("", badan))
    teks = re.sub(r"\s+", " ", strip_tags(isi)).strip()
    return Bab(slugify(judul), judul.strip(), tuple(halaman[1].split()) if halaman else (), isi, teks)


def _html(teks: str) -> SafeString:
    pengurai = MarkdownIt("commonmark", {"html": False}).enable("table")
    butir = pengurai.parse(teks)
    for token in butir:
        for anak in token.children or ():
            _arahkan(anak)
    mentah = pengurai.renderer.render(butir, pengurai.options, {})
    return mark_safe(nh3.clean(mentah, tags=TANDA, attributes=SIFAT, url_schemes=set(), link_rel=None))


def _arahkan(token: Token) -> None:
    """Turn what the source calls a guide or a picture into its address."""
    if token.type == "link_open" and (cocok := KE_PANDUAN.match(str(token.attrs["href"]))):
        token.attrs["href"] = reverse("panduan", args=[cocok[1]]) + (cocok[2] or "")
    elif token.type == "image":
        nama = str(token.attrs["src"]).removeprefix("gambar:")
        if not (GAMBAR / f"{nama}.webp").exists():
            token.type = "text"
            return
        with Image.open(GAMBAR / f"{nama}.webp") as gambar:
            lebar, tinggi = gambar.size
        # Taken at twice the size of the page, so that it stays sharp in print.
        ukuran = {"width": str(lebar // 2), "height": str(tinggi // 2), "loading": "lazy"}
        token.attrs |= {"src": static(f"panduan/{nama}.webp"), **ukuran}


@dataclass(frozen=True, slots=True)
class Temuan:
    """A chapter that holds every word that was asked for, and the text around the first."""

    panduan: Panduan
    bab: Bab
    sebelum: str
    kata: str
    sesudah: str


SEKITAR = 90
"""Letters of context on either side."""


def cari(tanya: str) -> list[Temuan]:
    """The chapters that hold all words of a question; those that have them in their title first."""
    kata = [k for k in tanya.lower().split() if len(k) > 1]
    temuan: list[tuple[int, Temuan]] = []
    for p in semua() if kata else ():
        for bab in p.bab:
            judul, teks = bab.judul.lower(), bab.teks.lower()
            if all(k in judul or k in teks for k in kata):
                temuan.append((-sum(k in judul for k in kata), Temuan(p, bab, *_cuplikan(bab.teks, kata))))
    return [t for _, t in sorted(temuan, key=lambda pasangan: pasangan[0])]


def _cuplikan(teks: str, kata: list[str]) -> tuple[str, str, str]:
    letak = min((i for k in kata if (i := teks.lower().find(k)) >= 0), default=-1)
    if letak < 0:
        return f"{teks[: 2 * SEKITAR]}…", "", ""
    panjang = next(len(k) for k in kata if teks.lower().startswith(k, letak))
    awal, akhir = max(0, letak - SEKITAR), letak + panjang
    sebelum = "…" * (awal > 0) + teks[awal:letak]
    return sebelum, teks[letak:akhir], teks[akhir : akhir + SEKITAR] + "…" * (akhir + SEKITAR < len(teks))
