"""Every page that the access matrix opens, as the documents that people get: who, where, how it was asked for.

A document that two roles get with the same content counts once; the head, which differs by role, is on the
first page of each.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html.parser import HTMLParser

from django.test import Client
from django.urls import URLPattern, reverse

from lakin.organisasi.models import Pengguna
from tests.arsitektur.akses import AKUN, ARGUMEN, ARGUMEN_SENDIRI, TABEL, TANYA
from tests.arsitektur.test_akses import semua_pola

ACAK = re.compile(rb'csrfmiddlewaretoken"[^>]*>|data-(?:pengguna|akun|kunci)="[^"]*"')
"""What differs from one person to the next and is not seen."""
BAGIAN = re.compile(rb"<main\b.*</main>", re.S)


@dataclass(frozen=True, slots=True)
class Dokumen:
    """One answer: `isi` is the whole HTML; `utuh` is False for a part that a script fetches."""

    akun: str | None
    nama: str
    url: str
    metode: str
    status: int
    isi: bytes

    @property
    def utuh(self) -> bool:
        return b"<html" in self.isi

    @property
    def sidik(self) -> str:
        """What makes two documents the same page: all that stands between head and foot."""
        badan = BAGIAN.search(self.isi)
        return hashlib.sha256(ACAK.sub(b"", badan[0] if badan else self.isi)).hexdigest()


class _Bentuk(HTMLParser):
    """The kinds of element of a document, each with its class and attributes, and the steps of its headings."""

    def __init__(self) -> None:
        super().__init__()
        self.jenis: set[tuple[str, ...]] = set()
        self.judul = ""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        sifat = {n: v or "" for n, v in attrs}
        self.jenis.add((tag, sifat.get("class", ""), sifat.get("role", ""), *sorted(sifat)))
        if re.fullmatch("h[1-6]", tag):
            self.jenis.add((self.judul, tag))
            self.judul = tag


def alamat(pola: URLPattern, **ganti: object) -> str:
    """The address of a pattern with the matrix's arguments."""
    argumen = {**ARGUMEN, **ARGUMEN_SENDIRI.get(str(pola.name), {}), "pk": 1, **ganti}
    tanya = f"?{TANYA[str(pola.name)]}" if pola.name in TANYA else ""
    return reverse(str(pola.name), kwargs={k: argumen[k] for k in pola.pattern.converters}) + tanya


def bentuk(d: Dokumen) -> set[tuple[str, ...]]:
    """What axe judges in a document; two with the same differ in words and figures alone."""
    pengurai = _Bentuk()
    pengurai.feed(d.isi.decode())
    return pengurai.jenis


def klien(akun: str | None) -> Client:
    """A client that is signed in as a sample account, or as nobody."""
    k = Client()
    if akun:
        k.force_login(Pengguna.objects.get(username=akun), "django.contrib.auth.backends.ModelBackend")
    return k


def halaman(
    akun: tuple[str | None, ...] = AKUN, *, bagian: slice = slice(None), sekali: bool = False, **ganti: object
) -> Iterator[Dokumen]:
    """Every HTML answer of the matrix that people see: pages (GET 200) and refusals with a page (POST 422).

    ``bagian`` takes some of the addresses, ``sekali`` each of them as one role.
    With arguments of another kind (a year without data) whatever these addresses answer then.
    """
    k = {a: klien(a) for a in akun}
    for pola in list(semua_pola())[bagian]:
        if ganti and not set(ganti) & set(pola.pattern.converters):
            continue
        url = alamat(pola, **ganti)
        for metode, status in (("GET", "200"),) if ganti else (("GET", "200"), ("POST", "422")):
            for a, harap in zip(AKUN, TABEL[str(pola.name), metode], strict=True):
                if a not in k or harap != status:
                    continue
                jawab = k[a].generic(metode, url, "{}", content_type="application/json")
                berkas = jawab.get("Content-Disposition", "").startswith("attachment")
                if jawab.get("Content-Type", "").startswith("text/html") and not berkas:
                    yield Dokumen(a, str(pola.name), url, metode, jawab.status_code, jawab.content)
                    if sekali:
                        break
