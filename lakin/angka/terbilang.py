"""Numbers in Indonesian words, as agreements and statements spell them."""

from decimal import Decimal

from lakin.angka.bulat import bulatkan
from lakin.angka.tulis import tulis, tulis_mesin

_SATUAN = ("nol", "satu", "dua", "tiga", "empat", "lima", "enam", "tujuh", "delapan", "sembilan")
_KELOMPOK = ("", "ribu", "juta", "miliar", "triliun", "kuadriliun", "kuintiliun")


def terbilang(x: Decimal | int) -> str:
    """The value in words: trailing zeros after the comma are not spoken."""
    teks = tulis_mesin(Decimal(x)) or ""
    bulat, _, pecahan = teks.removeprefix("-").partition(".")
    kata = _bilangan_bulat(int(bulat))
    if pecahan := pecahan.rstrip("0"):
        kata += " koma " + " ".join(_SATUAN[int(angka)] for angka in pecahan)
    return f"minus {kata}" if teks.startswith("-") else kata


def dengan_kata(x: Decimal | int, desimal: int | None = None) -> str:
    """12 (dua belas); the words are those of the printed figure."""
    tercetak = Decimal(x) if desimal is None else bulatkan(Decimal(x), desimal)
    return f"{tulis(tercetak)} ({terbilang(tercetak)})"


def _bilangan_bulat(n: int) -> str:
    if n == 0:
        return _SATUAN[0]
    if n >= 1000 ** len(_KELOMPOK):
        raise ValueError(f"too large to spell out: {n}")
    bagian: list[str] = []
    for nama in _KELOMPOK:
        n, ratusan = divmod(n, 1000)
        if nama == "ribu" and ratusan == 1:
            bagian.append("seribu")
        elif ratusan:
            bagian.append(f"{_di_bawah_seribu(ratusan)} {nama}".rstrip())
    return " ".join(reversed(bagian))


def _di_bawah_seribu(n: int) -> str:
    ratus, sisa = divmod(n, 100)
    bagian = []
    if ratus:
        bagian.append("seratus" if ratus == 1 else f"{_SATUAN[ratus]} ratus")
    if sisa:
        bagian.append(_di_bawah_seratus(sisa))
    return " ".join(bagian)


def _di_bawah_seratus(n: int) -> str:
    if n < 10:
        return _SATUAN[n]
    if n < 20:
        return {10: "sepuluh", 11: "sebelas"}.get(n) or f"{_SATUAN[n - 10]} belas"
    puluh, satuan = divmod(n, 10)
    return f"{_SATUAN[puluh]} puluh" + (f" {_SATUAN[satuan]}" if satuan else "")
