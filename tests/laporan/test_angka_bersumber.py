"""Numerals of chapters II and III, taken from the finished PDF: each leads to its raw value, or is of a declared kind.

``LAKIN_BENIH`` draws other numerals than the usual ones, ``LAKIN_BANYAK=semua`` looks at all of them.
"""

from __future__ import annotations

import json
import os
import random
import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, is_dataclass
from dataclasses import fields as bidang
from decimal import Decimal, InvalidOperation
from functools import cached_property
from pathlib import Path
from typing import Any

import pytest

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.fakta_json import bentuk, ke_json
from lakin.cetak.html import tulis_fragmen
from lakin.cetak.pdf import HasilPdf
from lakin.dokumen.data_bagan import tabel_data
from lakin.dokumen.format import tulis_sel, tulis_teks
from lakin.dokumen.nomor import Bernomor, semua_figur, telusur
from lakin.dokumen.pohon import Format, Gambar
from lakin.laporan.konteks import Konteks
from tests.laporan.kelas_angka import KELAS, hanya_cetak, kata_pada, teks_direkam, tetapan_rumus
from tests.laporan.telusur_cetak import Bilangan, Potong, Tempat, bilangan_pdf, potongan

pytestmark = pytest.mark.django_db

BENIH = int(os.environ.get("LAKIN_BENIH", "2023"))
BANYAK = os.environ.get("LAKIN_BANYAK", "200")
TAK_DIKUTIP = frozenset(("catatan", "sumber", "alasan", "keterangan"))
"""Fields of the facts whose text may not hide a figure."""


@dataclass
class Laporan:
    """The report as the test follows it: tree, page, and what the facts hold."""

    konteks: Konteks
    naskah: Bernomor
    halaman: dict[str, int]

    @cached_property
    def potong(self) -> list[Potong]:
        """The pieces of text of the page."""
        return potongan(tulis_fragmen(self.naskah))

    @cached_property
    def figur(self) -> dict[str, Bahan]:
        """Address -> figure, of all that is printed."""
        return {a.alamat: a for a in semua_figur(self.naskah.dokumen) if a.alamat}

    @cached_property
    def bertaut(self) -> frozenset[str]:
        """Addresses that the page opens an explanation for."""
        return frozenset(nilai for p in self.potong for _, _, jenis, nilai in p.unsur if jenis == "sumber")

    @cached_property
    def mentah(self) -> frozenset[Decimal]:
        """Every number of the frozen facts, and of what other satkers released."""
        isi = [json.loads(ke_json(self.konteks.fakta))["fakta"], bentuk(self.konteks.pembanding)]
        return frozenset(_angka(isi))

    @cached_property
    def teks(self) -> frozenset[str]:
        """Every text of the facts that is quoted whole, and every formula in words."""
        direkam = frozenset(t for t in _teks(self.konteks.fakta) if len(t) > 14)
        return direkam | {arti for c in self.cara for _, arti in c.huruf}

    @cached_property
    def cara(self) -> frozenset[Any]:
        """Ways in which the printed figures were made."""
        return frozenset(b.cara for a in self.figur.values() for b in a.telusur() if b.cara)

    @cached_property
    def tulisan(self) -> frozenset[str]:
        """The lines of the formulas, which hold their constants."""
        return frozenset(c.tulisan for c in self.cara)

    @cached_property
    def bagan(self) -> dict[str, dict[str, set[str]]]:
        """Anchor of a chart -> what it writes -> addresses of the figures that are written so."""
        hasil: dict[str, dict[str, set[str]]] = {}
        for g in telusur(self.naskah.dokumen):
            if isinstance(g, Gambar):
                label = hasil.setdefault(self.naskah.jangkar(g.kode), {})
                t = tabel_data(g)
                for b in t.baris:
                    for kolom, sel in zip(t.kolom, b.sel, strict=True):
                        if isinstance(sel.isi, Angka):
                            label.setdefault(tulis_sel(sel.isi, kolom.format), set()).add(sel.isi.alamat)
        return hasil

    def asal(self, b: Bilangan, butir: frozenset[tuple[int, int]]) -> set[str]:
        """What a word of the PDF is: 'sumber' or classes; '' marks a digit that nothing accounts for."""
        return {self._asal(t) if t else hanya_cetak(b, self.potong, butir) for t in b.tempat}

    def _asal(self, t: Tempat) -> str:
        if alamat := t.potong.pada(t.letak, "sumber"):
            return "sumber" if self._bersumber(alamat, t.potong.isi(t.letak, "sumber")) else ""
        if t.potong.bagan and any("role-mark" in j for j in t.potong.jalur):
            alamat_ = self.bagan[t.potong.blok].get(_label(t), set())
            return "sumber" if any(a in self.bertaut and self._sampai_mentah(a) for a in alamat_) else ""
        kata = kata_pada(t)
        for kelas in KELAS:
            if kelas.cocok(kata):
                return kelas.nama
        if tetapan_rumus(kata, self.tulisan):
            return "tetapan rumus"
        return "teks direkam" if teks_direkam(kata, self.teks) else ""

    def _bersumber(self, alamat: str, tercetak: str) -> bool:
        """Whether what stands in the element is the figure of that address, and the figure leads to raw values."""
        a = self.figur.get(alamat)
        if a is None or not self._sampai_mentah(alamat):
            return False
        return tercetak.strip() in {f(a, bentuk_) for f in (tulis_teks, tulis_sel) for bentuk_ in Format} | _skala(a)

    def _sampai_mentah(self, alamat: str) -> bool:
        """Whether the explanation ends in recorded values of the facts, in constants of rules, or in reasons."""
        daun = [b for b in self.figur[alamat].telusur() if not b.bahan]
        return bool(daun) and all(self._daun(b) for b in daun)

    def _daun(self, b: Bahan) -> bool:
        if not isinstance(b, Angka):
            return bool(b.alasan)
        if b.cara is not None:
            return False
        nilai = b.nilai if b.mentah is None else b.mentah
        if b.alamat.rsplit("/", 1)[-1] in ("bobot", "maksimum"):
            return bool(b.sumber)
        return nilai in self.mentah and (b.alamat in self.konteks.hasil.alamat or b.alamat in self.figur)


def _skala(a: Bahan) -> set[str]:
    """With other decimals than usual, as a column or a sentence may ask."""
    skala = (Format.RIBUAN, Format.JUTA, Format.MILIAR)
    return {f(a, s, d) for f in (tulis_teks, tulis_sel) for s in skala for d in (0, 1, 2)}


def _label(t: Tempat) -> str:
    """The label of a chart around a place; a legend may name its line before the figure."""
    return next(k[0] for k in re.finditer(r"\S+", t.potong.teks) if k.start() <= t.letak < k.end())


def _angka(isi: Any) -> Iterator[Decimal]:
    if isinstance(isi, dict | list):
        for x in isi.values() if isinstance(isi, dict) else isi:
            yield from _angka(x)
    elif isinstance(isi, str):
        try:
            nilai = Decimal(isi)
        except InvalidOperation:
            return
        if nilai.is_finite():
            yield nilai


def _teks(isi: Any) -> Iterator[str]:
    if isinstance(isi, str):
        yield from isi.split("\n")
    elif isinstance(isi, tuple):
        for x in isi:
            yield from _teks(x)
    elif isinstance(isi, dict):
        yield from _teks(tuple(isi.values()))
    elif is_dataclass(isi):
        yield from _teks(tuple(getattr(isi, f.name) for f in bidang(isi) if f.name not in TAK_DIKUTIP))


@pytest.fixture(scope="module")
def laporan(konteks_kmn: Konteks, naskah_kmn: Bernomor, cetakan: tuple[Path, HasilPdf]) -> Laporan:
    """The report beside its PDF."""
    return Laporan(konteks_kmn, naskah_kmn, cetakan[1].halaman)


@pytest.fixture(scope="module")
def bilangan(laporan: Laporan, naskah_kmn: Bernomor, cetakan: tuple[Path, HasilPdf]) -> list[Bilangan]:
    """Every word with a digit of chapters II and III of the PDF."""
    hal = cetakan[1].halaman
    bagan: dict[int, set[str]] = {}
    for g in telusur(naskah_kmn.dokumen):
        if isinstance(g, Gambar):
            bagan.setdefault(hal[g.kode], set()).add(naskah_kmn.jangkar(g.kode))
    return bilangan_pdf(cetakan[0], laporan.potong, range(hal["bab2"], hal["bab4"]), bagan)


@pytest.fixture(scope="module")
def butir(bilangan: list[Bilangan], naskah_kmn: Bernomor, laporan: Laporan) -> frozenset[tuple[int, int]]:
    """Page and ordinal of the numbers that lists print: as many on a page as it has items, in rising order."""
    hasil: set[tuple[int, int]] = set()
    for b in bilangan:
        if re.fullmatch(r"\d+\.", b.baris.strip()):
            n = int(b.kata[:-1])
            if n == 1 or (b.halaman, n - 1) in hasil or (b.halaman - 1, n - 1) in hasil:
                hasil.add((b.halaman, n))
    terpanjang = max((p.urut for p in laporan.potong if any(j == "ol" for j in p.jalur)), default=0)
    return frozenset((h, n) for h, n in hasil if n <= terpanjang)


def test_dua_ratus_angka_pdf_sampai_ke_data_mentahnya(
    laporan: Laporan, bilangan: list[Bilangan], butir: frozenset[tuple[int, int]]
) -> None:
    dipilih = bilangan if BANYAK == "semua" else random.Random(BENIH).sample(bilangan, int(BANYAK))
    asal = [(b, laporan.asal(b, butir)) for b in dipilih]
    salah = [f"halaman {b.halaman}: {b.kata!r} dalam {b.baris!r}" for b, kelas in asal if "" in kelas]
    assert salah == [], f"benih {BENIH}"
    bersumber = sum("sumber" in kelas for _, kelas in asal)
    assert bersumber * 2 > len(asal), Counter(tuple(sorted(k)) for _, k in asal)


def test_bilangan_pdf_banyak_dan_hampir_semua_ada_di_halaman(bilangan: list[Bilangan]) -> None:
    """Nothing is left out of the draw: the feet of the pages and the numbers of lists are the only ones apart."""
    assert len(bilangan) > 5000
    terpisah = sum(None in b.tempat for b in bilangan)
    assert terpisah < 0.06 * len(bilangan)


@pytest.mark.parametrize(
    ("lama", "baru"),
    [
        (r'(data-sumber="247157/2023/SK3.2/)capaian"', r'\1nihil"'),
        (r' data-sumber="247157/2023/SK3.2/capaian"', ""),
        (r'(data-sumber="247157/2023/SK3.2/)capaian"', r'\1target"'),
    ],
    ids=["alamat tidak dikenal", "tanpa sumber", "alamat angka lain"],
)
def test_angka_tanpa_sumber_ketahuan(
    laporan: Laporan, bilangan: list[Bilangan], butir: frozenset[tuple[int, int]], lama: str, baru: str
) -> None:
    """The test itself can fail: a figure without its address, or with another's, is found."""
    rusak = Laporan(laporan.konteks, laporan.naskah, laporan.halaman)
    rusak.__dict__["potong"] = potongan(re.sub(lama, baru, tulis_fragmen(laporan.naskah)))
    pasang = {id(a): b for a, b in zip(laporan.potong, rusak.potong, strict=True)}
    kena = [
        t
        for b in bilangan
        if "878,33" in b.kata
        for t in b.tempat
        if t and laporan.asal(b, butir) == {"sumber"} and not t.potong.bagan
    ]
    assert kena
    assert any(rusak._asal(Tempat(pasang[id(t.potong)], t.letak)) == "" for t in kena)


@pytest.mark.parametrize(
    ("teks", "angka", "kelas"),
    [
        ("Sebanyak 2023 sampel diuji", "2023", ""),
        ("pada tahun 2023 saja", "2023", "tahun"),
        ("Oktober 2023 saja", "2023", "tahun"),
        ("30 November 2022 sebesar", "30", "tanggal"),
        ("30 sampel", "30", ""),
        ("Peraturan BKN 8 Tahun 2019", "8", "surat"),
        ("sebanyak 8 indikator", "8", ""),
        ("naik 12 persen", "12", ""),
    ],
)
def test_kelas_menilai_tempatnya(teks: str, angka: str, kelas: str) -> None:
    """A number that merely looks like a year, a day or an ordinal is none."""
    p = Potong(("section", "p"), teks=teks)
    kata = kata_pada(Tempat(p, teks.index(angka)))
    assert next((k.nama for k in KELAS if k.cocok(kata)), "") == kelas
