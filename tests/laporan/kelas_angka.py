"""What a numeral of the report may be besides a figure with a source: few classes, each judged by its place."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from lakin.angka import BULAN
from tests.laporan.telusur_cetak import Bilangan, Potong, Tempat

NAMA_BULAN = frozenset(b.lower() for b in BULAN)
SEBELUM_TAHUN = frozenset(
    ["tahun", "ta", "periode", "anggaran", "renstra", "pada", "di", "sampai", "sejak", "sd", "dari", "dengan"]
    + ["dan", "lakin", "rpjmn"]
)
"""Words that a year follows; a quantity of things follows none of them without a word for the things."""
KOLOM_KODE = frozenset(("Kode", "Akun"))
KOLOM_NOMOR = frozenset(("Nomor bukti", "Surat bukti", "Nomor"))


@dataclass(frozen=True, slots=True)
class Kata:
    """A word of the page with its neighbours, as a class looks at it."""

    teks: str
    sebelum: str
    sesudah: str
    potong: Potong
    letak: int

    @property
    def unsur(self) -> str:
        """The block that holds the text."""
        semua = [j.split(".")[0] for j in self.potong.jalur]
        return next((j for j in reversed(semua) if j in ("th", "td", "dd", "li", "p", "caption", "figcaption")), "")


@dataclass(frozen=True, slots=True)
class Kelas:
    """A kind of numeral that is no figure, and why it needs no source."""

    nama: str
    alasan: str
    cocok: Callable[[Kata], bool]


def kata_pada(t: Tempat) -> Kata:
    """The word of the page that covers a place, without marks around it."""
    p = t.potong
    semua = list(re.finditer(r"\S+", p.teks))
    n = next(i for i, k in enumerate(semua) if k.start() <= t.letak < k.end())
    lihat = [semua[i][0] if 0 <= i < len(semua) else "" for i in (n - 1, n, n + 1)]
    sebelum, teks, sesudah = (k.strip(".,;:()\"'") for k in lihat)
    return Kata(teks, sebelum, sesudah, p, t.letak)


def _nomor(k: Kata) -> bool:
    if k.potong.pada(k.letak, "nomor"):
        return bool(re.fullmatch(r"(L?\d+)(\.\d+)*|[IVX]+", k.teks))
    if k.potong.pada(k.letak, "rujuk"):
        return k.sebelum in ("Tabel", "Gambar", "Bab", "Subbab", "Lampiran")
    return k.unsur == "caption" and k.sebelum == "Gambar"


def _kode_kinerja(k: Kata) -> bool:
    return bool(re.fullmatch(r"(SS|SP|SK|T)\d{1,2}(\.\d)?|T\d/SP\d+(/[a-z])?|SP\d+/[a-z]", k.teks))


def _kode_anggaran(k: Kata) -> bool:
    if re.fullmatch(r"(019\.\d\d\.[A-Z]{2}\.)?\d{4}\.[A-Z]{3}(\.\d{3}){0,2}(\.[A-F])?", k.teks):
        return True
    kolom = k.potong.kolom.split(" > ")[-1]
    if kolom in KOLOM_KODE and k.potong.teks.strip() == k.teks:
        return bool(re.fullmatch(r"[\dA-Z.]{2,12}", k.teks))
    return k.teks in ("51", "52", "53") and k.potong.teks.startswith("Belanja ") and f"({k.teks})" in k.potong.teks


def _tahun(k: Kata) -> bool:
    if re.fullmatch(r"20\d\d-20\d\d", k.teks):
        return k.teks[:4] < k.teks[5:]
    if not re.fullmatch(r"20\d\d", k.teks):
        return False
    if k.unsur == "th":
        return True
    if k.potong.kolom == "Tahun":
        return k.potong.teks.strip() == k.teks
    awal = k.potong.teks[: k.letak].rstrip("0123456789( ").split()
    kata = [a.strip(".,;:()") for a in awal[-6:]]
    while kata and re.fullmatch(r"20\d\d", kata[-1]):  # 2019, 2020, and 2021
        kata.pop()
    return bool(kata) and kata[-1].lower() in SEBELUM_TAHUN | NAMA_BULAN


def _tanggal(k: Kata) -> bool:
    return k.sesudah.lower() in NAMA_BULAN and k.teks.isdigit() and 1 <= int(k.teks) <= 31


def _surat(k: Kata) -> bool:
    if re.fullmatch(r"(?=.*[A-Z])[\w.-]+(/[\w.()-]*)+", k.teks):
        return True
    if re.fullmatch(r"\d+/20\d\d", k.teks):
        return k.sebelum in ("RB", "Nomor", "No")
    if re.search(rf"(?<!\S){re.escape(k.teks)} Tahun 20\d\d", k.potong.teks):
        return True
    return k.potong.kolom in KOLOM_NOMOR and k.potong.teks.strip() == k.teks


def _urutan(k: Kata) -> bool:
    kolom = k.potong.kolom
    return kolom in ("No.", "Revisi") and k.potong.teks.strip() == k.teks and bool(re.fullmatch(r"\d{1,2}", k.teks))


def _sumbu(k: Kata) -> bool:
    return any("role-axis-label" in j for j in k.potong.jalur)


def _singkatan(k: Kata) -> bool:
    return k.teks == "4.0" or bool(re.fullmatch(r"[A-Z-]*[A-Z]\d[A-Z]*", k.teks))


def _standar(k: Kata) -> bool:
    return k.sebelum == "ISO" and bool(re.fullmatch(r"\d{4,5}(:20\d\d)?", k.teks))


def _asal(k: Kata) -> bool:
    if not k.potong.kolom.startswith("Sumber"):
        return False
    return bool(re.fullmatch(r"[IVX]+\.\d+|SP\d+/[a-z]", k.teks)) or k.sebelum == "Tabel"


KELAS = (
    Kelas("nomor", "nomor bab, subbab, tabel dan gambar, diberikan susunan dokumen", _nomor),
    Kelas("kode kinerja", "kode sasaran, tujuan dan indikator", _kode_kinerja),
    Kelas("kode anggaran", "kode KRO, komponen, akun, jenis belanja dan satker di tempatnya", _kode_anggaran),
    Kelas("tahun", "tahun, menurut kolom atau kata di depannya", _tahun),
    Kelas("tanggal", "hari di depan nama bulan", _tanggal),
    Kelas("surat", "nomor surat, peraturan dan bukti", _surat),
    Kelas("urutan", "nomor urut baris dan nomor revisi di kolomnya", _urutan),
    Kelas("sumbu", "skala dan kategori sumbu bagan", _sumbu),
    Kelas("singkatan", "bagian nama: 4.0 dengan titik (bilangan memakai koma), P3DN, LSP-P1", _singkatan),
    Kelas("standar", "nomor standar", _standar),
    Kelas("asal", "nomor tabel dan indikator dokumen asal di kolom sumber", _asal),
)


# --- what the facts themselves say ------------------------------------------------------


def teks_direkam(k: Kata, teks: frozenset[str]) -> bool:
    """Whether the word stands in a text that is recorded and quoted whole: a name, a rule of an indicator's manual."""
    isi = k.potong.teks
    return any(
        m.start() <= k.letak < m.end() for t in teks if k.teks in t and t in isi for m in re.finditer(re.escape(t), isi)
    )


def tetapan_rumus(k: Kata, tulisan: frozenset[str]) -> bool:
    """Whether the word is a constant of a formula: beside an operator, and in the formula's own line."""
    dekat = {k.sebelum, k.sesudah} & {"×", "x", "/", "+", "-"}
    return bool(dekat) and any(re.search(rf"(?<![\d,.]){re.escape(k.teks)}(?![\d,.])", t) for t in tulisan)


# --- what stands in the PDF alone -----------------------------------------------------


def hanya_cetak(b: Bilangan, potong: Sequence[Potong], butir: frozenset[tuple[int, int]]) -> str:
    """The class of a word that the page does not have: the foot, the number of a list, a head that is repeated.

    ``butir`` holds (page of the PDF, ordinal) of the items of numbered lists.
    """
    if b.kaki and (b.baris.strip() == str(b.halaman) or re.search(r" · .*Laporan Kinerja 20\d\d · ", b.baris)):
        return "kaki halaman"
    if re.fullmatch(r"\d+\.", b.baris.strip()) and (b.halaman, int(b.kata[:-1])) in butir:
        return "nomor butir"
    if b.dekat is None or b.urut_baris > 20:
        return ""
    kepala = {
        kata
        for q in potong
        if q.blok == b.dekat.potong.blok and any(j.split(".")[0] == "thead" for j in q.jalur)
        for kata in q.teks.split()
    }
    return "kepala tabel yang berulang" if b.kata in kepala else ""
