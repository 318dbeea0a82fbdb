"""Reading numbers as people type and paste them, and asking where one mark can mean two things.

No text of a user raises: the answer is a value, a question, or a sentence that says how to mend it.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from lakin.angka.terbilang import terbilang
from lakin.angka.tiada import Nilai, Tiada
from lakin.angka.tulis import bermakna_ganda, tulis_isian

MAKS_ANGKA_BULAT = 18
MAKS_DESIMAL = 10
MAKS_PANJANG = 100


@dataclass(frozen=True, slots=True)
class Terbaca:
    nilai: Nilai
    tulisan: str  # what was understood; read again it gives the same value


@dataclass(frozen=True, slots=True)
class Ambigu:
    pilihan: tuple[Decimal, Decimal]  # the mark read as grouping, the mark read as a decimal comma
    pesan: str


@dataclass(frozen=True, slots=True)
class Galat:
    pesan: str


Bacaan: TypeAlias = Terbaca | Ambigu | Galat

_TAK_TAMPAK = dict.fromkeys(map(ord, "\u200b\u200c\u200d\u200e\u200f\u2060\ufeff\u00ad"))
_MINUS = dict.fromkeys(map(ord, "\u2212\u2010\u2011\u2012\u2013\u2014\ufe63\uff0d"), "-")
_PEMBERSIH = _TAK_TAMPAK | _MINUS
_HURUF_MIRIP_ANGKA = str.maketrans("oOlI", "0011")
_NA = {"n/a", "na", "n.a", "n.a."}
_BENTUK = re.compile(
    r"""(?P<tanda>[+-]?)\ ?(?P<rp>(?:rp\.?)?)\ ?(?P<tanda_rp>[+-]?)\ ?
        (?P<buka>\(?)\ ?(?P<rp_kurung>(?:rp\.?)?)\ ?
        (?P<badan>[^()%+-]*?)(?P<tanpa_sen>(?:[,.]-)?)\ ?
        (?P<persen>%?)\ ?(?P<tutup>\)?)\ ?(?P<persen_luar>%?)""",
    re.VERBOSE | re.IGNORECASE,
)
_ILMIAH = re.compile(r"[+-]?[\d.,]+E[+-]?\d+", re.IGNORECASE)
_KELOMPOK_RIBUAN = re.compile(r"[1-9][0-9]{0,2}(?:[., ][0-9]{3})+")
_KESALAHAN_EXCEL = {
    "#VALUE!": "jenis isiannya salah",
    "#DIV/0!": "pembagian dengan nol",
    "#N/A": "nilai tidak ditemukan",
    "#REF!": "rujukan sel hilang",
    "#NAME?": "nama rumus tidak dikenal",
    "#NUM!": "angka tidak sah",
    "#NULL!": "rentang sel tidak bertemu",
}


def baca(teks: str, desimal: int | None = None) -> Bacaan:
    """Read one cell. `desimal=0` declares whole numbers (a count, rupiah): 1.234 is then 1234."""
    bersih = " ".join(teks.translate(_PEMBERSIH).split())  # split() knows NBSP and the thin spaces
    if len(bersih) > MAKS_PANJANG:
        return Galat(f"Isian {_kutip(bersih)} terlalu panjang untuk sebuah angka. Tulis satu angka saja.")
    if bersih in ("", "-"):
        return Terbaca(Tiada.KOSONG, "")
    if bersih.lower() in _NA:
        return Terbaca(Tiada.NA, "N/A")
    if bersih[0] in "#=":
        return _dari_excel(bersih)
    bentuk = _BENTUK.fullmatch(bersih)
    if bentuk is None or not re.fullmatch(r"[0-9., ]*[0-9][0-9., ]*", bentuk["badan"]) or not _wajar(bentuk):
        return _bukan_angka(bersih, desimal)
    negatif = "-" in (bentuk["tanda"], bentuk["tanda_rp"]) or bool(bentuk["buka"])
    return _baca_badan(bentuk["badan"], bersih, negatif, desimal, tanpa_sen=bool(bentuk["tanpa_sen"]))


def _wajar(bentuk: re.Match[str]) -> bool:
    """Each ornament at most once, brackets in pairs, and not rupiah and percent together."""
    tanda = sum(bool(bentuk[nama]) for nama in ("tanda", "tanda_rp", "buka"))
    rupiah = sum(bool(bentuk[nama]) for nama in ("rp", "rp_kurung", "persen", "persen_luar"))
    return tanda <= 1 and rupiah <= 1 and bool(bentuk["buka"]) == bool(bentuk["tutup"])


def _baca_badan(badan: str, asli: str, negatif: bool, desimal: int | None, tanpa_sen: bool) -> Bacaan:
    if tanpa_sen:  # 'Rp 5.000,-': the mark before the dash is the decimal one
        pisah: tuple[str, str] | Galat = (badan, "")
    elif bermakna_ganda(badan):
        if desimal != 0:
            return _tanyakan(badan, asli, negatif)
        pisah = (badan, "")
    else:
        pisah = _pisahkan(badan, asli)
    if isinstance(pisah, Galat):
        return pisah
    bulat, pecahan = pisah
    if not _bulat_sah(bulat):
        return _ada_spasi(asli) if " " in bulat else _salah_kelompok(asli)
    bulat = re.sub(r"[., ]", "", bulat).lstrip("0") or "0"
    if len(bulat) > MAKS_ANGKA_BULAT:
        return Galat(
            f"Angka {_kutip(asli)} terlalu panjang: paling banyak {MAKS_ANGKA_BULAT} angka di depan koma. "
            "Periksa apakah ada angka yang terketik dua kali."
        )
    if len(pecahan) > MAKS_DESIMAL:
        return Galat(
            f"Angka {_kutip(asli)} terlalu rinci: paling banyak {MAKS_DESIMAL} angka di belakang koma. Bulatkan dahulu."
        )
    if desimal == 0:
        if pecahan.strip("0"):
            return Galat(f"Isian ini bilangan bulat, sedangkan {_kutip(asli)} memiliki desimal. Tulis tanpa desimal.")
        pecahan = ""
    nilai = _angka(bulat, pecahan, negatif)
    return Terbaca(nilai, tulis_isian(nilai, desimal))


def _pisahkan(badan: str, asli: str) -> tuple[str, str] | Galat:
    """Split at the decimal mark: the last of two kinds of mark, or a single mark that cannot be grouping."""
    tanda = [huruf for huruf in badan if huruf in ".,"]
    if not tanda:
        return badan, ""
    if tanda.count(tanda[-1]) > 1:
        # Points in a row are meant as grouping even where it is wrong; commas only where it is right.
        if len(set(tanda)) == 1 and (tanda[-1] == "." or _KELOMPOK_RIBUAN.fullmatch(badan)):
            return badan, ""
        return Galat(f"Ada lebih dari satu tanda desimal pada {_kutip(asli)}. Tulis satu saja, misalnya 1.234,50.")
    bulat, _, pecahan = badan.rpartition(tanda[-1])
    if not pecahan:
        return Galat(f"Angka {_kutip(asli)} belum lengkap: tidak ada angka sesudah tanda desimal.")
    if " " in pecahan:
        return _ada_spasi(asli)
    return bulat, pecahan


def _bulat_sah(bulat: str) -> bool:
    """Digits alone, or in threes by one kind of mark; none at all in ',5'."""
    if bulat == "" or bulat.isdigit():
        return True
    return _KELOMPOK_RIBUAN.fullmatch(bulat) is not None and len(set(bulat) & set("., ")) == 1


def _tanyakan(badan: str, asli: str, negatif: bool) -> Ambigu:
    depan, belakang = badan.replace(",", ".").split(".")
    ribuan, pecahan = _angka(depan + belakang, "", negatif), _angka(depan, belakang, negatif)
    return Ambigu(
        (ribuan, pecahan),
        f"Angka {asli} dapat dibaca {terbilang(ribuan)} atau {terbilang(pecahan)}. "
        f"Tulis {tulis_isian(ribuan)} untuk yang pertama atau {tulis_isian(pecahan)} untuk yang kedua.",
    )


def _angka(bulat: str, pecahan: str, negatif: bool) -> Decimal:
    nilai = Decimal(f"{bulat}.{pecahan}" if pecahan else bulat)
    return nilai.copy_negate() if negatif and nilai else nilai


def _ada_spasi(asli: str) -> Galat:
    return Galat(f"Ada spasi yang memutus angka {_kutip(asli)}. Tulis tanpa spasi, misalnya 1.234.567,89.")


def _salah_kelompok(asli: str) -> Galat:
    return Galat(
        f"Pengelompokan ribuan salah pada {_kutip(asli)}: sesudah setiap tanda ribuan harus ada tepat tiga angka. "
        "Tulis misalnya 1.234.567 atau 1234567."
    )


def _dari_excel(teks: str) -> Galat:
    if teks[0] == "=":
        return Galat(f"Isian {_kutip(teks)} adalah rumus. Tulis hasilnya, bukan rumusnya.")
    if not teks.strip("#"):
        return Galat(
            f"Isian {_kutip(teks)} berasal dari kolom Excel yang terlalu sempit. Lebarkan kolomnya, lalu salin lagi."
        )
    sebab = _KESALAHAN_EXCEL.get(teks.upper())
    if sebab is None:
        return Galat(f"{_kutip(teks)} bukan angka. Tulis angkanya saja, misalnya 1.234,50.")
    return Galat(
        f"Sel Excel berisi kesalahan {teks.upper()} ({sebab}). Perbaiki rumusnya di Excel, "
        "tulis N/A bila memang tidak ada nilainya, atau kosongkan bila belum ada."
    )


def _bukan_angka(teks: str, desimal: int | None) -> Galat:
    if not any(huruf in "0123456789" for huruf in teks):
        return Galat(
            f"{_kutip(teks)} bukan angka. Tulis 0 bila nihil, N/A bila memang tidak ada nilainya, "
            "atau kosongkan bila belum ada."
        )
    if _ILMIAH.fullmatch(teks):
        return Galat(
            f"Angka {_kutip(teks)} tertulis dalam bentuk ilmiah, sebagian angkanya mungkin hilang. "
            "Ubah format selnya menjadi Number di Excel, lalu salin lagi."
        )
    if any(huruf.isalpha() for huruf in re.sub(r"\brp", "", teks, flags=re.IGNORECASE)):
        pembetulan = teks.translate(_HURUF_MIRIP_ANGKA)
        dugaan = baca(pembetulan, desimal) if pembetulan != teks else None
        if isinstance(dugaan, Terbaca) and isinstance(dugaan.nilai, Decimal):
            return Galat(f"Ada huruf pada angka: {_kutip(teks)}. Maksud Anda {tulis_isian(dugaan.nilai)}?")
        return Galat(f"Ada huruf pada angka: {_kutip(teks)}. Tulis angkanya saja, tanpa satuan.")
    return Galat(f"{_kutip(teks)} tidak dapat dibaca sebagai satu angka. Tulis misalnya 1.234,50 atau -1.234,50.")


def _kutip(teks: str) -> str:
    """The text as the user wrote it, shortened so that a message stays a sentence."""
    return f"'{teks}'" if len(teks) <= 40 else f"'{teks[:39]}…'"
