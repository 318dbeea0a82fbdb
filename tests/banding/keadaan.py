"""Random states of the comparison's page, and the judgement of one: page again, .csv, .xlsx, .json, .pdf."""

from __future__ import annotations

import csv
import json
import random
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from html import unescape
from io import BytesIO, StringIO
from typing import Any

import pdfplumber
from django.test import Client
from openpyxl import load_workbook

from lakin.banding.tanya import KOLOM_URUT, LAPOR, TINGKAT, Tanya
from lakin.capaian.banding import SUSUNAN
from lakin.capaian.jajaran import MENURUT

KUNCI = (*SUSUNAN, "ikm", "ip-asn", "ilp-nilai", "industri40-terfasilitasi", "konsultansi-produktivitas")
KODE = ("247157", "015118", "248060", "247136", "P4SI", "000000")
CARI = (*("",) * 7, "industri", "bbspji 24", "a&b=c", "é ", "balai logam")
_BARIS = re.compile(r'<tr id="banding-(.*?)</tr>', re.S)
_SEL = re.compile(r'<td class="angka" data-label="(.*?)">(.*?)</td>', re.S)
_TAG = re.compile(r"<[^>]+>")
_JUDUL_KODE = "Kode"


@dataclass(frozen=True, slots=True)
class Baris:
    """A row as the page prints it: code, and what stands under each head."""

    kode: str
    sel: dict[str, str]


def acak(r: random.Random) -> Tanya:
    """Draw a state, with what no link leads to among it."""
    kunci = r.choice(KUNCI)
    lajur = [f"lajur.{x.kode}" for x in SUSUNAN[kunci].lajur] if kunci in SUSUNAN else ["lajur.tidak-ada"]
    return Tanya(
        kunci,
        r.choice((2022, 2023, 2023, 2023)),
        r.choice((*TINGKAT, "balai", "bbspji", "semua")),
        r.choice(MENURUT),
        r.choice((*KOLOM_URUT, *lajur)),
        r.random() < 0.5,
        r.choice((*LAPOR, "", "")),
        r.choice(CARI),
        tuple(r.sample(KODE, r.randint(0, 3))),
        halaman=r.choice((1, 1, 2)),
    )


def periksa(k: Client, lain: Client, t: Tanya, *, cetak: bool = False) -> tuple[int, Decimal]:
    """Hold a state's page against itself opened anew and its files; return its rows and the sum of its realisasi."""
    jawab = k.get(f"/banding/?{t.alamat}", follow=True)
    assert jawab.status_code == 200, t
    alamat = jawab.request["QUERY_STRING"]
    isi = jawab.content.decode()
    lagi = lain.get(f"/banding/?{alamat}")
    assert lagi.status_code == 200, f"the canonical address leads nowhere else: {t}"
    assert _tabel(lagi.content.decode()) == _tabel(isi), t
    baris = semua_baris(k, alamat)
    assert all(b in baris for b in baca_baris(isi)), t
    _cocok_csv(k, alamat, baris)
    _cocok_json(k, alamat, baris)
    jumlah = _cocok_xlsx(k, alamat, baris)
    if cetak:
        _cocok_pdf(k, alamat, baris)
    return len(baris), jumlah


def semua_baris(k: Client, alamat: str) -> list[Baris]:
    """Return the rows of a state over all pages of the screen."""
    awal = _buka(k, alamat, 1)
    lanjut = (_buka(k, alamat, n) for n in range(2, _halaman(awal) + 1))
    return [b for isi in (awal, *lanjut) for b in baca_baris(isi)]


def unduh(k: Client, alamat: str, bentuk: str) -> bytes:
    """Return the file of a state."""
    jawab = k.get(f"/banding/unduh/?{alamat}&bentuk={bentuk}")
    assert jawab.status_code == 200, (alamat, bentuk)
    return bytes(jawab.content)


def angka(teks: str) -> Decimal | str:
    """Read what the page prints: a number, 'N/A', or '' for what is not there."""
    if teks in ("belum ada", "N/A"):
        return "" if teks == "belum ada" else teks
    return Decimal(teks.replace(".", "").replace(",", ".").replace("−", "-"))


def _buka(k: Client, alamat: str, n: int) -> str:
    tanpa = re.sub(r"&?halaman=\d+", "", alamat)
    return k.get(f"/banding/?{tanpa}" + (f"&halaman={n}" if n > 1 else "")).content.decode()


def _halaman(isi: str) -> int:
    ada = re.search(r'aria-label="Halaman tabel">(.*?)</nav>', isi, re.S)
    return ada[1].count("<li>") if ada else 1


def _tabel(isi: str) -> str:
    ada = re.search(r'<table class="bertumpuk" id="tabel-banding">.*?</table>', isi, re.S)
    return ada[0] if ada else ""


def baca_baris(isi: str) -> list[Baris]:
    semua = []
    for satu in _BARIS.findall(isi):
        kode = re.search(r"<small>\w+(?: I)? · ([^ <]+)", satu)
        assert kode, satu[:200]
        semua.append(Baris(kode[1], {unescape(j): unescape(_TAG.sub("", s)).strip() for j, s in _SEL.findall(satu)}))
    return semua


def _sama(baris: Sequence[Baris], ada: Sequence[tuple[str, dict[str, Decimal | str]]], bentuk: str) -> None:
    assert [b.kode for b in baris] == [kode for kode, _ in ada], bentuk
    for b, (_, sel) in zip(baris, ada, strict=True):
        assert {j: angka(t) for j, t in b.sel.items()} == {j: sel[j] for j in b.sel}, (bentuk, b.kode)


def _cocok_csv(k: Client, alamat: str, baris: Sequence[Baris]) -> None:
    isi = list(csv.DictReader(StringIO(unduh(k, alamat, "csv").decode("utf-8-sig"))))
    _sama(baris, [(b[_JUDUL_KODE], {j: _desimal(b[j]) for j in _angka(b, baris)}) for b in isi], "csv")


def _cocok_json(k: Client, alamat: str, baris: Sequence[Baris]) -> None:
    isi = json.loads(unduh(k, alamat, "json"))
    kepala = next(csv.reader(StringIO(unduh(k, alamat, "csv").decode("utf-8-sig"))))
    ada = []
    for b in isi["satker"]:
        kosong = b.pop("tanpa_nilai")
        nilai = dict(zip(kepala, ((kode, sel) for kode, sel in b.items()), strict=True))
        sel: dict[str, Decimal | str] = {}
        for judul, (kode, teks) in nilai.items():
            if teks is None:
                sel[judul] = "N/A" if kosong[kode] == "na" else ""
            elif judul in (baris[0].sel if baris else ()):
                sel[judul] = Decimal(teks)
        ada.append((b["kode"], sel))
    _sama(baris, ada, "json")


def _cocok_xlsx(k: Client, alamat: str, baris: Sequence[Baris]) -> Decimal:
    buku = load_workbook(BytesIO(unduh(k, alamat, "xlsx")))
    lembar = buku[buku.sheetnames[1]]
    kepala = [s.value for s in lembar[4]]
    letak = {j: kepala.index(j) for j in (baris[0].sel if baris else ())}
    ada = []
    for n in range(len(baris)):
        isi = [s.value for s in lembar[5 + n]]
        ada.append((str(isi[kepala.index(_JUDUL_KODE)]), {j: _lembar(isi[i]) for j, i in letak.items()}))
    _sama(baris, ada, "xlsx")
    utama = list(letak)[1] if letak else ""
    return sum((n for _, sel in ada if isinstance(n := sel[utama], Decimal)), Decimal(0))


def _cocok_pdf(k: Client, alamat: str, baris: Sequence[Baris]) -> None:
    """The codes on wide pages in the page's order, and in each row the figures as words."""
    kode = {b.kode for b in baris}
    ada: list[tuple[str, set[str]]] = []
    with pdfplumber.open(BytesIO(unduh(k, alamat, "pdf"))) as pdf:
        for lembar in pdf.pages:
            if lembar.width > lembar.height:  # charts stand on upright pages
                ada += _baris_cetak(lembar.extract_words(), kode)
    assert [kode for kode, _ in ada] == [b.kode for b in baris]
    for b, (_, kata) in zip(baris, ada, strict=True):
        hilang = {j: t for j, t in b.sel.items() if t != "belum ada" and t not in kata}
        assert hilang == {}, (b.kode, kata)


def _baris_cetak(kata: list[dict[str, Any]], kode: set[str]) -> list[tuple[str, set[str]]]:
    """Rows of one page: the words from the line of a code on, until the next one's."""
    kepala = next((w for w in kata if w["text"] == _JUDUL_KODE), None)
    if kepala is None:
        return []
    lajur = [w for w in kata if w["text"] in kode and abs(w["x0"] - kepala["x0"]) < 4 and w["top"] > kepala["top"]]
    lajur.sort(key=lambda w: float(w["top"]))
    batas = [*(w["top"] - 3 for w in lajur[1:]), 1e9]
    return [
        (w["text"], {x["text"] for x in kata if w["top"] - 3 <= x["top"] < bawah})
        for w, bawah in zip(lajur, batas, strict=True)
    ]


def _angka(b: dict[str, str], baris: Sequence[Baris]) -> Iterator[str]:
    return (j for j in b if baris and j in baris[0].sel)


def _desimal(teks: str) -> Decimal | str:
    return Decimal(teks) if teks not in ("", "N/A") else teks


def _lembar(isi: Any) -> Decimal | str:
    if isinstance(isi, int | float):
        return Decimal(str(isi))
    return "N/A" if isi == "N/A" else ""
