"""The auditor's line as something that can be evaluated, and written with its numbers filled in.

Grammar: numbers with a decimal comma, letters, + - × /, parentheses, and the
functions ``jumlah(x)``, ``rata_rata(x)``, ``banyak(x)``, ``banyak(x ≥ 100)``,
``median(x)``, ``kuartil_bawah(x)``, ``kuartil_atas(x)`` over one repeated
letter. Evaluation is exact.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import TYPE_CHECKING

from lakin.angka import bagi

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping, Sequence

    Lingkup = Mapping[str, "Decimal | Sequence[Decimal]"]

_TOKEN = re.compile(r"\s*(?:(?P<bilangan>\d+(?:,\d+)?)|(?P<nama>[^\W\d]\w*)|(?P<tanda>[-+×/()≥]))")
LETAK = {"kuartil_bawah": Fraction(1, 4), "median": Fraction(1, 2), "kuartil_atas": Fraction(3, 4)}
"""Quantiles by name; between two neighbours the value lies on the line that joins them, as in spreadsheets."""
_FUNGSI = ("jumlah", "rata_rata", "banyak", *LETAK)


class EkspresiSalah(ValueError):
    """A line that the grammar does not know, or a letter without a value."""


@dataclass(frozen=True, slots=True)
class Bilangan:
    """A number written in the line itself."""

    nilai: Decimal
    tulisan: str


@dataclass(frozen=True, slots=True)
class Huruf:
    """A letter that stands for one input."""

    nama: str


@dataclass(frozen=True, slots=True)
class Fungsi:
    """A function over all inputs of a repeated letter."""

    nama: str
    huruf: str
    batas: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Operasi:
    """Two sides and what joins them."""

    tanda: str
    kiri: Simpul
    kanan: Simpul


@dataclass(frozen=True, slots=True)
class Kurung:
    """A parenthesis, kept because the line is written again."""

    isi: Simpul


Simpul = Bilangan | Huruf | Fungsi | Operasi | Kurung


@cache
def urai(tulisan: str) -> Simpul:
    """Parse a line; it is cut once and kept."""
    return _Pengurai(tulisan).semua()


def nilai(tulisan: str, lingkup: Lingkup) -> Decimal:
    """The value of a line, rounded once as the engine rounds a quotient."""
    pecahan = _hitung(urai(tulisan), lingkup)
    return bagi(Decimal(pecahan.numerator), Decimal(pecahan.denominator))


def nilai_simpul(simpul: Simpul, lingkup: Lingkup) -> Decimal:
    """The value of a part of a line."""
    pecahan = _hitung(simpul, lingkup)
    return bagi(Decimal(pecahan.numerator), Decimal(pecahan.denominator))


def isi(tulisan: str, lingkup: Lingkup, tulis: Callable[[Decimal], str]) -> str:
    """The line with every letter replaced by its number."""
    return _tulis(urai(tulisan), lingkup, tulis)


def pecah(tulisan: str) -> tuple[Simpul, Simpul] | None:
    """Numerator and denominator of a line 'a / b' or 'a / b × 100'; None where it is none."""
    simpul = urai(tulisan)
    if isinstance(simpul, Operasi) and simpul.tanda == "×" and isinstance(simpul.kanan, Bilangan):
        simpul = simpul.kiri
    if isinstance(simpul, Operasi) and simpul.tanda == "/":
        return simpul.kiri, simpul.kanan
    return None


class _Pengurai:
    def __init__(self, tulisan: str) -> None:
        self.tulisan = tulisan
        self.token: list[tuple[str, str]] = []
        letak = 0
        teks = tulisan.rstrip()
        while letak < len(teks):
            cocok = _TOKEN.match(teks, letak)
            if cocok is None:
                raise EkspresiSalah(f"cannot read {teks[letak:]!r} in {tulisan!r}")
            jenis = cocok.lastgroup or ""
            self.token.append((jenis, cocok[jenis]))
            letak = cocok.end()
        self.token.append(("akhir", ""))
        self.i = 0

    def semua(self) -> Simpul:
        simpul = self._jumlah()
        if self.token[self.i][0] != "akhir":
            raise EkspresiSalah(f"unexpected {self.token[self.i][1]!r} in {self.tulisan!r}")
        return simpul

    def _ambil(self, *tanda: str) -> str | None:
        jenis, teks = self.token[self.i]
        if jenis == "tanda" and teks in tanda:
            self.i += 1
            return teks
        return None

    def _wajib(self, tanda: str) -> None:
        if self._ambil(tanda) is None:
            raise EkspresiSalah(f"{tanda!r} expected in {self.tulisan!r}")

    def _jumlah(self) -> Simpul:
        simpul = self._kali()
        while tanda := self._ambil("+", "-"):
            simpul = Operasi(tanda, simpul, self._kali())
        return simpul

    def _kali(self) -> Simpul:
        simpul = self._pokok()
        while tanda := self._ambil("×", "/"):
            simpul = Operasi(tanda, simpul, self._pokok())
        return simpul

    def _pokok(self) -> Simpul:
        if self._ambil("("):
            simpul = self._jumlah()
            self._wajib(")")
            return Kurung(simpul)
        jenis, teks = self.token[self.i]
        self.i += 1
        if jenis == "bilangan":
            return Bilangan(Decimal(teks.replace(",", ".")), teks)
        if jenis != "nama":
            raise EkspresiSalah(f"number or letter expected in {self.tulisan!r}")
        return self._fungsi(teks) if teks in _FUNGSI else Huruf(teks)

    def _fungsi(self, nama: str) -> Simpul:
        self._wajib("(")
        huruf = self._pokok()
        batas = None
        if nama == "banyak" and self._ambil("≥"):
            angka = self._pokok()
            if not isinstance(angka, Bilangan):
                raise EkspresiSalah(f"a number expected after ≥ in {self.tulisan!r}")
            batas = angka.nilai
        self._wajib(")")
        if not isinstance(huruf, Huruf):
            raise EkspresiSalah(f"one letter expected in {nama}() of {self.tulisan!r}")
        return Fungsi(nama, huruf.nama, batas)


def _satu(lingkup: Lingkup, nama: str) -> Decimal:
    angka = lingkup.get(nama)
    if not isinstance(angka, Decimal):
        raise EkspresiSalah(f"{nama} has no value")
    return angka


def _banyak(lingkup: Lingkup, nama: str) -> Sequence[Decimal]:
    angka = lingkup.get(nama)
    if angka is None or isinstance(angka, Decimal):
        raise EkspresiSalah(f"{nama} is not repeated")
    return angka


def _hitung(simpul: Simpul, lingkup: Lingkup) -> Fraction:
    match simpul:
        case Bilangan():
            return Fraction(simpul.nilai)
        case Huruf():
            return Fraction(_satu(lingkup, simpul.nama))
        case Kurung():
            return _hitung(simpul.isi, lingkup)
        case Fungsi():
            return _hitung_fungsi(simpul, _banyak(lingkup, simpul.huruf))
    kiri, kanan = _hitung(simpul.kiri, lingkup), _hitung(simpul.kanan, lingkup)
    match simpul.tanda:
        case "+":
            return kiri + kanan
        case "-":
            return kiri - kanan
        case "×":
            return kiri * kanan
    return kiri / kanan


def _hitung_fungsi(fungsi: Fungsi, angka: Sequence[Decimal]) -> Fraction:
    if fungsi.nama == "banyak":
        return Fraction(sum(1 for a in angka if fungsi.batas is None or a >= fungsi.batas))
    if fungsi.nama in LETAK:
        return kuantil(angka, LETAK[fungsi.nama])
    total = sum((Fraction(a) for a in angka), Fraction(0))
    return total if fungsi.nama == "jumlah" else total / len(angka)


def kuantil(angka: Sequence[Decimal], letak: Fraction) -> Fraction:
    """The value below which a share of the sorted numbers lies, exactly; ``angka`` is not empty."""
    urut = sorted(angka)
    tempat = letak * (len(urut) - 1)
    bawah = int(tempat)
    kiri = Fraction(urut[bawah])
    return kiri if tempat == bawah else kiri + (tempat - bawah) * (Fraction(urut[bawah + 1]) - kiri)


def _tulis(simpul: Simpul, lingkup: Lingkup, tulis: Callable[[Decimal], str]) -> str:
    match simpul:
        case Bilangan():
            return simpul.tulisan
        case Huruf():
            angka = _satu(lingkup, simpul.nama)
            return f"({tulis(angka)})" if angka < 0 else tulis(angka)
        case Kurung():
            return f"({_tulis(simpul.isi, lingkup, tulis)})"
        case Fungsi():
            return _tulis_fungsi(simpul, _banyak(lingkup, simpul.huruf), tulis)
    return f"{_tulis(simpul.kiri, lingkup, tulis)} {simpul.tanda} {_tulis(simpul.kanan, lingkup, tulis)}"


def _tulis_fungsi(fungsi: Fungsi, angka: Sequence[Decimal], tulis: Callable[[Decimal], str]) -> str:
    if fungsi.nama == "banyak":
        syarat = "" if fungsi.batas is None else f" yang ≥ {tulis(fungsi.batas)}"
        return f"banyaknya dari {len(angka)} bagian{syarat}"
    if fungsi.nama in LETAK:
        return f"{fungsi.nama.replace('_', ' ')} dari {'; '.join(tulis(a) for a in sorted(angka))}"
    deret = " + ".join(f"({tulis(a)})" if a < 0 else tulis(a) for a in angka)
    return deret if fungsi.nama == "jumlah" else f"({deret}) / {len(angka)}"
