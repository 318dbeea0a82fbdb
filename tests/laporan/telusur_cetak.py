"""The text of the finished PDF beside the same text of the page, character by character.

A numeral of the paper is taken from the PDF alone; where it stands in the page
says whether it is a figure with a source, or what else it is.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from html.parser import HTMLParser
from pathlib import Path

_BLOK = frozenset(
    ["p", "div", "td", "th", "li", "h1", "h2", "h3", "h4", "h5", "h6", "caption", "figcaption", "tr", "table"]
    + ["section", "br", "dt", "dd", "ol", "ul", "figure", "details", "text", "nav"]
)
_KOSONG = frozenset(["br", "col", "meta", "img", "link", "hr"])
_TAK_TERCETAK = frozenset(("summary", "title", "desc"))


@dataclass(slots=True)
class Potong:
    """A piece of text of the page that no block interrupts: a paragraph, a cell, a label of a chart."""

    jalur: tuple[str, ...]
    """Elements around it, outermost first, each with its classes ('td.t')."""
    kolom: str = ""
    """Head of the column, for a cell of a table."""
    blok: str = ""
    """Anchor of the table or figure."""
    urut: int = 0
    """Place among its like: the item of a list, counted from 1."""
    teks: str = ""
    unsur: list[tuple[int, int, str, str]] = field(default_factory=list)
    """(from, to, kind, value) of the elements inside: kind 'sumber' or the class of a link or a number."""

    def pada(self, letak: int, jenis: str) -> str:
        """The value of the element of a kind that covers a place; '' where none does."""
        return next((nilai for a, z, j, nilai in self.unsur if j == jenis and a <= letak < z), "")

    def isi(self, letak: int, jenis: str) -> str:
        """The text of that element."""
        return next((self.teks[a:z] for a, z, j, _ in self.unsur if j == jenis and a <= letak < z), "")

    @property
    def bagan(self) -> bool:
        """Whether a chart draws it, which the PDF paints after the text of its page."""
        return self.jalur[-1:] == ("text",)


@dataclass(frozen=True, slots=True)
class Tempat:
    """A character of the page."""

    potong: Potong
    letak: int


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A word of the PDF that holds a digit, and where each of its digits stands in the page (or nowhere)."""

    kata: str
    halaman: int
    baris: str
    """The line of the PDF that it stands in."""
    urut_baris: int
    awal_baris: bool
    tempat: tuple[Tempat | None, ...]
    dekat: Tempat | None
    """The next character of the PDF that stands in the page."""
    kaki: bool
    """Whether it stands in the last two lines of its page."""


class _Pembaca(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.potong: list[Potong] = []
        self._tumpuk: list[tuple[str, dict[str, str | None]]] = []
        self._buka: list[tuple[str, str, Potong, int]] = []
        self._kini: Potong | None = None
        self._kisi = _Kisi()
        self._butir: list[int] = []
        self._blok = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        a = dict(attrs)
        if tag in _BLOK:
            self._kini = None
        if tag in ("table", "figure", "caption") and a.get("id"):
            self._blok = str(a["id"])
        if tag in ("ol", "ul"):
            self._butir.append(0)
        elif tag == "li" and self._butir:
            self._butir[-1] += 1
        self._kisi.buka(tag, a)
        if tag in _KOSONG:
            return
        self._tumpuk.append((tag, a))

    def handle_endtag(self, tag: str) -> None:
        while self._tumpuk:
            if self._tumpuk.pop()[0] == tag:
                break
        if tag in ("ol", "ul") and self._butir:
            self._butir.pop()
        self._kisi.tutup(tag)
        if tag in _BLOK:
            self._kini = None

    def handle_data(self, data: str) -> None:
        tag = [t for t, _ in self._tumpuk]
        if _TAK_TERCETAK & set(tag) or not data.strip() and self._kini is None:
            return
        if self._kini is None:
            jalur = tuple(f"{t}.{a['class']}" if a.get("class") else t for t, a in self._tumpuk)
            self._kini = Potong(jalur, self._kisi.kepala(), self._blok, self._butir[-1] if self._butir else 0)
            self.potong.append(self._kini)
        awal = len(self._kini.teks)
        self._kini.teks += data
        for t, a in self._tumpuk:
            if a.get("data-sumber"):
                self._unsur(awal, "sumber", str(a["data-sumber"]))
            elif (t, a.get("class")) in (("a", "rujuk"), ("span", "nomor")):
                self._unsur(awal, str(a["class"]), str(a["class"]))
        if "th" in tag:
            self._kisi.teks(data)

    def _unsur(self, awal: int, jenis: str, nilai: str) -> None:
        assert self._kini is not None
        self._kini.unsur.append((awal, len(self._kini.teks), jenis, nilai))


class _Kisi:
    """The heads of the columns of the table being read, and the column of the present cell."""

    def __init__(self) -> None:
        self._judul: dict[int, list[str]] = {}
        self._sisa: dict[int, int] = {}
        self._kolom: int | None = None
        self._lebar = 1
        self._kepala = False

    def buka(self, tag: str, a: dict[str, str | None]) -> None:
        if tag == "table":
            self.__init__()  # type: ignore[misc]
        elif tag == "tr":
            self._sisa = {k: n - 1 for k, n in self._sisa.items() if n > 1}
            self._kolom = -1
            self._lebar = 1
        elif tag in ("td", "th") and self._kolom is not None:
            self._kolom += self._lebar
            while self._sisa.get(self._kolom):
                self._kolom += 1
            self._lebar = int(a.get("colspan") or 1)
            self._kepala = tag == "th"
            if (baris := int(a.get("rowspan") or 1)) > 1:
                self._sisa.update({self._kolom + n: baris for n in range(self._lebar)})

    def tutup(self, tag: str) -> None:
        if tag in ("thead", "tbody"):
            self._sisa = {}
        if tag == "table":
            self._kolom = None

    def teks(self, data: str) -> None:
        if self._kolom is not None:
            for n in range(self._lebar):
                self._judul.setdefault(self._kolom + n, []).append(data.strip())

    def kepala(self) -> str:
        if self._kolom is None or self._kolom < 0:
            return ""
        return " > ".join(self._judul.get(self._kolom, ()))


def potongan(html: str) -> list[Potong]:
    """The pieces of text of a page, in the order of the document."""
    pembaca = _Pembaca()
    pembaca.feed(html)
    return pembaca.potong


def _kata(potong: Iterable[Potong]) -> Iterator[tuple[str, list[Tempat]]]:
    for p in potong:
        for cocok in re.finditer(r"\S+", p.teks):
            yield cocok[0], [Tempat(p, n) for n in range(cocok.start(), cocok.end())]


@dataclass(slots=True)
class _Cetak:
    """A word of the PDF."""

    kata: str
    halaman: int
    baris: str
    urut_baris: int
    awal: bool
    kaki: bool
    tempat: list[Tempat | None] = field(default_factory=list)


def bilangan_pdf(pdf: Path, potong: list[Potong], halaman: range, bagan: Mapping[int, set[str]]) -> list[Bilangan]:
    """Every word with a digit on some pages of the PDF (the first is 1), in the order in which it is drawn.

    ``bagan`` names the anchors of the charts on a page.
    """
    cetak = _baca(pdf, halaman)
    _sejajarkan(cetak, list(_kata(p for p in potong if not p.bagan)))
    _cari_bagan(cetak, list(_kata(p for p in potong if p.bagan)), bagan)
    hasil: list[Bilangan] = []
    dekat: Tempat | None = None
    for c in reversed(cetak):
        if any(h.isdigit() for h in c.kata):
            digit = tuple(t for h, t in zip(c.kata, c.tempat, strict=True) if h.isdigit())
            hasil.append(Bilangan(c.kata, c.halaman, c.baris, c.urut_baris, c.awal, digit, dekat, c.kaki))
        dekat = next((t for t in c.tempat if t), dekat)
    return hasil[::-1]


def _baca(pdf: Path, halaman: range) -> list[_Cetak]:
    perintah = ["pdftotext", "-raw", "-f", str(halaman.start), "-l", str(halaman.stop - 1), pdf, "-"]
    isi = subprocess.run(perintah, capture_output=True, check=True).stdout.decode()
    hasil: list[_Cetak] = []
    for nomor, lembar in zip(halaman, isi.split("\f"), strict=False):
        baris = [b for b in lembar.split("\n") if b.strip()]
        for n, b in enumerate(baris):
            kata = b.split()
            hasil += [_Cetak(k, nomor, b, n, k is kata[0], n >= len(baris) - 2, [None] * len(k)) for k in kata]
    return hasil


def _sejajarkan(cetak: list[_Cetak], page: list[tuple[str, list[Tempat]]]) -> None:
    """Word by word, then character by character where words are broken over lines or stand on one side only."""
    pasang = SequenceMatcher(None, [c.kata for c in cetak], [k for k, _ in page])
    for apa, i1, i2, j1, j2 in pasang.get_opcodes():
        if apa == "equal":
            for c, (_, tempat) in zip(cetak[i1:i2], page[j1:j2], strict=True):
                c.tempat = list(tempat)
        elif apa == "replace":
            kiri = [(c, n) for c in cetak[i1:i2] for n in range(len(c.kata))]
            kanan = [t for _, tempat in page[j1:j2] for t in tempat]
            teks = "".join(c.kata for c in cetak[i1:i2]), "".join(k for k, _ in page[j1:j2])
            for a, b, n in SequenceMatcher(None, *teks, autojunk=False).get_matching_blocks():
                for m in range(n):
                    c, letak = kiri[a + m]
                    c.tempat[letak] = kanan[b + m]


def _cari_bagan(cetak: list[_Cetak], page: list[tuple[str, list[Tempat]]], bagan: Mapping[int, set[str]]) -> None:
    """The labels of charts: each word of a chart serves one word of its page."""
    sisa: dict[str, list[tuple[str, list[Tempat]]]] = {}
    for kata, tempat in page:
        sisa.setdefault(tempat[0].potong.blok, []).append((kata, tempat))
    for c in cetak:
        if any(c.tempat):
            continue
        for jangkar in sorted(bagan.get(c.halaman, ())):
            cocok = next((k for k in sisa.get(jangkar, ()) if k[0] == c.kata), None)
            if cocok:
                sisa[jangkar].remove(cocok)
                c.tempat = list(cocok[1])
                break
