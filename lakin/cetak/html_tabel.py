"""The grid of a table in HTML: widths, heads of several levels, merged cells, indents."""

from __future__ import annotations

from typing import TYPE_CHECKING

from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.cetak.aman import aman, baris_baru
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.lebar import TataKolom, lebar_kolom, posisi_sel
from lakin.dokumen.pohon import (
    BarisTabel,
    Celah,
    Daftar,
    Figur,
    Format,
    IsiSel,
    JenisBaris,
    Kolom,
    Miring,
    Rata,
    Sel,
    Sitasi,
    Tabel,
    Tebal,
)

if TYPE_CHECKING:
    from lakin.cetak.html import Penulis

_KELAS_RATA = {Rata.KIRI: "", Rata.TENGAH: "t", Rata.KANAN: "a"}
_KELAS_BARIS = {JenisBaris.BIASA: "", JenisBaris.KELOMPOK: "g", JenisBaris.JUMLAH: "j"}
_TINGKAT_TERDALAM = 6
_GABUNG_UTUH = 5
"""A merged cell over more rows may break over pages, else half a page would stay empty before it."""


def isi_tabel(t: Tabel, penulis: Penulis, judul: str, kelas: str = "") -> str:
    """The table element with the given caption."""
    tata = lebar_kolom(t)
    return (
        f'<table class="{f"{kelas} " if kelas else ""}huruf-{tata.ukuran}">{judul}{_colgroup(tata)}'
        f"<thead>{_kepala(t)}</thead><tbody>{_badan(t, penulis)}</tbody></table>"
    )


def kepala_bertingkat(t: Tabel) -> list[list[tuple[str, int, int, Kolom | None]]]:
    """Head rows as (text, columns, rows, column or None for a group)."""
    dalam = max((len(k.kelompok) for k in t.kolom), default=0) + 1
    tingkat: list[list[tuple[str, int, int, Kolom | None]]] = [[] for _ in range(dalam)]
    for d in range(dalam):
        i = 0
        while i < len(t.kolom):
            k = t.kolom[i]
            if len(k.kelompok) > d:
                n = 1
                while i + n < len(t.kolom) and t.kolom[i + n].kelompok[: d + 1] == k.kelompok[: d + 1]:
                    n += 1
                tingkat[d].append((k.kelompok[d], n, 1, None))
                i += n
                continue
            if len(k.kelompok) == d:
                tingkat[d].append((k.judul, 1, dalam - d, k))
            i += 1
    return tingkat


def _colgroup(tata: TataKolom) -> str:
    # The width attribute is the one way to size a column that needs neither a style attribute nor a class per width.
    return "<colgroup>" + "".join(f'<col width="{w // 10}.{w % 10}%">' for w in tata.lebar) + "</colgroup>"


def _kepala(t: Tabel) -> str:
    hasil = []
    for tingkat in kepala_bertingkat(t):
        sel = []
        for teks, kolom, baris, k in tingkat:
            if k is None:
                sel.append(f'<th class="kel" scope="colgroup"{_rentang(kolom, baris)}>{baris_baru(teks)}</th>')
            else:
                rata = _KELAS_RATA[k.perataan]
                kelas = f' class="{rata}"' if rata else ""
                sel.append(f'<th{kelas} scope="col"{_rentang(kolom, baris)}>{baris_baru(teks)}</th>')
        hasil.append(f"<tr>{''.join(sel)}</tr>")
    return "".join(hasil)


def _badan(t: Tabel, penulis: Penulis) -> str:
    isi: list[list[str]] = [[] for _ in t.baris]
    menyambung = [False] * len(t.baris)
    for urut, kolom, sel in posisi_sel(t):
        isi[urut].append(_sel(sel, t.kolom[kolom], t.baris[urut], penulis, urut + sel.baris == len(t.baris)))
        if sel.baris <= _GABUNG_UTUH:
            menyambung[urut : urut + sel.baris - 1] = [True] * (sel.baris - 1)
    return "".join(
        f"<tr{_kelas_baris(b, s)}>{''.join(sel)}</tr>" for b, s, sel in zip(t.baris, menyambung, isi, strict=True)
    )


def _kelas_baris(baris: BarisTabel, menyambung: bool) -> str:
    """``s`` keeps a row on the page of the next one, beside the same merged cell that is not too tall."""
    kelas = " ".join(k for k in (_KELAS_BARIS[baris.jenis], "s" if menyambung else "") if k)
    return f' class="{kelas}"' if kelas else ""


def _sel(sel: Sel, kolom: Kolom, baris: BarisTabel, penulis: Penulis, terakhir: bool) -> str:
    rata = sel.rata
    if rata is None:
        # Text that stands in a column of figures (a merged remark) reads from the left.
        rata = Rata.KIRI if sel.kolom > 1 and isinstance(sel.isi, str) else kolom.perataan
    kelas = [_KELAS_RATA[rata]] if _KELAS_RATA[rata] else []
    if kolom.menjorok and baris.tingkat:
        kelas.append(f"m{min(baris.tingkat, _TINGKAT_TERDALAM)}")
    if sel.tebal:
        kelas.append("b")
    if terakhir and sel.baris > 1:
        kelas.append("u")  # ends the table, though its row is not the last one
    atribut = f' class="{" ".join(kelas)}"' if kelas else ""
    return f"<td{atribut}{_rentang(sel.kolom, sel.baris)}>{_isi(sel.isi, sel.format, kolom, penulis)}</td>"


def _isi(isi: IsiSel, format: Format | None, kolom: Kolom, penulis: Penulis) -> str:
    match isi:
        case str() | Tebal() | Miring() | Sitasi() | Celah() | Figur():
            return penulis.teks((isi,))
        case int():
            return str(isi)
        case Angka() | TanpaNilai():
            f = format or kolom.format
            teks = tulis_sel(isi, Format.NILAI if f is Format.TEKS else f, kolom.desimal)
            if penulis.kertas and isinstance(isi, Angka):
                return aman(teks)  # one box less for each cell
            return penulis.figur(isi, teks, polos=not kolom.jejak)
        case Daftar():
            return penulis.blok((isi,))
        case _:
            return penulis.teks(isi)


def _rentang(kolom: int, baris: int) -> str:
    return (f' colspan="{kolom}"' if kolom > 1 else "") + (f' rowspan="{baris}"' if baris > 1 else "")
