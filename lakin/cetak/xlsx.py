"""Tree to .xlsx: one sheet for each numbered table, numbers as numbers. The same document gives the same bytes.

A figure keeps all of its digits and the form decides what is shown; N/A and
what nobody has filled in are the same words as in the report, never 0.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal
from io import BytesIO
from typing import Any

from openpyxl import Workbook
from openpyxl.cell import WriteOnlyCell
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.cell_range import CellRange
from openpyxl.worksheet.hyperlink import Hyperlink

from lakin.angka import bagi
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.cetak.aman import aman, bersih
from lakin.cetak.arsip import tetapkan
from lakin.cetak.html_tabel import kepala_bertingkat
from lakin.dokumen.format import SKALA, tulis_celah, tulis_figur, tulis_sel
from lakin.dokumen.lebar import lebar_kolom, posisi_sel
from lakin.dokumen.nomor import Bernomor, telusur
from lakin.dokumen.pohon import (
    Celah,
    Daftar,
    Figur,
    Format,
    IsiSel,
    JenisBaris,
    Kertas,
    Kolom,
    Miring,
    Paragraf,
    Rata,
    Sel,
    Sitasi,
    Tabel,
    Tebal,
)

ISI, ALAMAT = "Isi", "Alamat angka"
_KEPALA_AWAL = 4
"""Row of the first head: above it stand the caption, the note of the unit, and a blank."""
_TINGGI_BARIS, _TERTINGGI = 15, 405
"""Points of a line, and the most that a row may have."""
_HURUF_SELEBAR_KERTAS = {Kertas.TEGAK: 120, Kertas.LEBAR: 190}
_TEBAL, _MIRING, _BIASA = Font(bold=True), Font(italic=True, color="66716B"), Font()
_JUDUL, _REDUP, _TAUTAN = Font(bold=True, size=12), Font(color="55615A"), Font(color="0B5D4E", underline="single")
_LATAR = PatternFill("solid", fgColor="F3F5F2")
_GARIS = Border(bottom=Side(style="thin", color="B9C1BA"))
_RATA = {Rata.KIRI: "left", Rata.TENGAH: "center", Rata.KANAN: "right"}
_TANPA_SATUAN = ("", "indeks", "nilai", "skor", "tahun")


def tulis_xlsx(bernomor: Bernomor) -> bytes:
    """Write the tables of a document."""
    buku = Workbook(write_only=True)
    tabel = [(s, bernomor.butir[s.kode].nomor) for s in telusur(bernomor.dokumen) if isinstance(s, Tabel)]
    lembar = [(t, nomor) for t, nomor in tabel if nomor]
    _daftar_isi(buku, bernomor, lembar)
    alamat: list[tuple[str, str, str]] = []
    for t, nomor in lembar:
        alamat += _Lembar(buku.create_sheet(nomor), bernomor, t, nomor).tulis()
    _daftar_alamat(buku, alamat)
    wadah = BytesIO()
    buku.save(wadah)
    buku.close()
    d = bernomor.dokumen
    return tetapkan(wadah.getvalue(), {"docProps/core.xml": sifat(d.judul, d.penulis, d.pengenal)})


def sifat(judul: str, penulis: str = "", pengenal: str = "") -> bytes:
    """The metadata of a workbook without any moment; the library would write the present one."""
    return (
        '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n<cp:coreProperties '
        'xmlns:cp="http://schemas.openxmlformats.org/package/2006/metadata/core-properties" '
        'xmlns:dc="http://purl.org/dc/elements/1.1/">'
        f"<dc:title>{aman(judul)}</dc:title><dc:creator>{aman(penulis)}</dc:creator>"
        f"<cp:keywords>{aman(pengenal)}</cp:keywords><dc:language>id-ID</dc:language></cp:coreProperties>"
    ).encode()


# --- lists ------------------------------------------------------------------------


def _daftar_isi(buku: Any, bernomor: Bernomor, lembar: Iterable[tuple[Tabel, str]]) -> None:
    ws = buku.create_sheet(ISI)
    for kolom, lebar in (("A", 14), ("B", 100), ("C", 30), ("D", 10)):
        ws.column_dimensions[kolom].width = lebar
    ws.freeze_panes = "A4"
    ws.append([_sel(ws, bernomor.dokumen.judul, _JUDUL)])
    ws.append([])
    ws.append([_sel(ws, teks, _TEBAL, latar=True) for teks in ("Tabel", "Judul", "Satuan", "Baris")])
    for urut, (t, nomor) in enumerate(lembar, 4):
        ws._hyperlinks.append(Hyperlink(ref=f"A{urut}", location=f"'{nomor}'!A1"))
        sel = [_sel(ws, nomor, _TAUTAN), _sel(ws, t.judul, lipat=True), _sel(ws, t.satuan.strip("()"))]
        ws.append([*sel, len(t.baris)])


def _daftar_alamat(buku: Any, alamat: Iterable[tuple[str, str, str]]) -> None:
    ws = buku.create_sheet(ALAMAT)
    for kolom, lebar in (("A", 14), ("B", 10), ("C", 70)):
        ws.column_dimensions[kolom].width = lebar
    ws.freeze_panes = "A2"
    ws.append([_sel(ws, teks, _TEBAL, latar=True) for teks in ("Tabel", "Sel", "Alamat angka")])
    for baris in alamat:
        ws.append([_sel(ws, teks) for teks in baris])


# --- one table --------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tertulis:
    """What a cell holds: text or a number, and for a number its form."""

    nilai: str | int | Decimal
    bentuk: str = ""
    alamat: str = ""
    tiada: bool = False


class _Lembar:
    """Writes one table into its sheet."""

    def __init__(self, ws: Any, bernomor: Bernomor, tabel: Tabel, nomor: str) -> None:
        self.ws = ws
        self.bernomor = bernomor
        self.t = tabel
        self.nomor = nomor
        self.lebar: list[int] = []

    def tulis(self) -> Iterator[tuple[str, str, str]]:
        """Write all rows; yields sheet, cell and address of each figure."""
        self._halaman()
        ws, t = self.ws, self.t
        ws.append([_sel(ws, f"{self.nomor} {t.judul}", _JUDUL)])
        ws.append([_sel(ws, t.satuan, _REDUP)] if t.satuan else [])
        ws._hyperlinks.append(Hyperlink(ref="A3", location=f"'{ISI}'!A1"))
        ws.append([_sel(ws, "Kembali ke daftar", _TAUTAN)])
        self._kepala()
        yield from self._badan()
        ws.append([])
        if t.kosong:
            ws.append([_sel(ws, t.kalimat_kosong, _MIRING)])
        if t.catatan:
            ws.append([_sel(ws, self._teks(t.catatan), _REDUP)])
        if t.sumber:
            ws.append([_sel(ws, f"Sumber: {t.sumber}", _REDUP)])

    def _halaman(self) -> None:
        ws = self.ws
        kepala = len(kepala_bertingkat(self.t))
        ws.freeze_panes = f"A{_KEPALA_AWAL + kepala}"
        ws.print_title_rows = f"{_KEPALA_AWAL}:{_KEPALA_AWAL + kepala - 1}"
        ws.page_setup.orientation = "landscape" if self.t.kertas is Kertas.LEBAR else "portrait"
        ws.page_setup.paperSize, ws.page_setup.fitToHeight = 9, 0
        ws.sheet_properties.pageSetUpPr.fitToPage = True
        semua = _HURUF_SELEBAR_KERTAS[self.t.kertas]
        self.lebar = [max(8, permil * semua // 1000) for permil in lebar_kolom(self.t).lebar]
        for urut, lebar in enumerate(self.lebar, 1):
            ws.column_dimensions[get_column_letter(urut)].width = lebar

    def _kepala(self) -> None:
        ws = self.ws
        terisi = [0] * len(self.t.kolom)
        tingkat = kepala_bertingkat(self.t)
        letak: list[list[Any]] = [[None] * len(terisi) for _ in tingkat]
        for urut, isi in enumerate(tingkat):
            kolom = 0
            for teks, n, tinggi, _ in isi:
                while terisi[kolom] > urut:
                    kolom += 1
                letak[urut][kolom] = _sel(ws, teks, _TEBAL, Rata.TENGAH, lipat=True, latar=True)
                self._gabung(_KEPALA_AWAL + urut, kolom, tinggi, n)
                terisi[kolom : kolom + n] = [urut + tinggi] * n
        for baris in letak:
            ws.append(baris)

    def _badan(self) -> Iterator[tuple[str, str, str]]:
        awal = _KEPALA_AWAL + len(kepala_bertingkat(self.t))
        isi: list[list[Any]] = [[None] * len(self.t.kolom) for _ in self.t.baris]
        for urut, k, sel in posisi_sel(self.t):
            kolom, baris = self.t.kolom[k], self.t.baris[urut]
            tulisan = self._nilai(sel.isi, sel.format, kolom)
            istimewa = baris.jenis is not JenisBaris.BIASA
            huruf = _MIRING if tulisan.tiada else _TEBAL if sel.tebal or istimewa else _BIASA
            masuk = min(baris.tingkat, 15) if kolom.menjorok else 0
            isi[urut][k] = _sel(
                self.ws,
                tulisan.nilai,
                huruf,
                _rata(sel, kolom),
                tulisan.bentuk,
                lipat=True,
                latar=istimewa,
                masuk=masuk,
            )
            self._gabung(awal + urut, k, sel.baris, sel.kolom)
            if isinstance(tulisan.nilai, str) and sel.baris == 1:
                self._tinggikan(awal + urut, tulisan.nilai, sum(self.lebar[k : k + sel.kolom]))
            if tulisan.alamat:
                yield self.nomor, f"{get_column_letter(k + 1)}{awal + urut}", tulisan.alamat
        for b in isi:
            self.ws.append(b)

    def _tinggikan(self, baris: int, teks: str, lebar: int) -> None:
        """Room for text that breaks into lines: not every program measures it on opening."""
        tinggi = sum(1 + len(t) // max(lebar - 2, 1) for t in teks.split("\n")) * _TINGGI_BARIS
        dimensi = self.ws.row_dimensions[baris]
        dimensi.height = min(max(tinggi, dimensi.height or 0), _TERTINGGI)

    def _gabung(self, baris: int, kolom: int, tinggi: int, lebar: int) -> None:
        if tinggi > 1 or lebar > 1:
            self.ws.merged_cells.add(
                CellRange(min_col=kolom + 1, min_row=baris, max_col=kolom + lebar, max_row=baris + tinggi - 1)
            )

    def _nilai(self, isi: IsiSel, format: Format | None, kolom: Kolom) -> Tertulis:
        match isi:
            case int():
                return Tertulis(isi, "0")
            case Angka() | TanpaNilai():
                f = format or kolom.format
                return _figur(isi, Format.NILAI if f is Format.TEKS else f, kolom.desimal)
            case Figur():
                return _figur(isi.angka, isi.format, isi.desimal)
            case _:
                return Tertulis(self._teks(isi))

    def _teks(self, isi: Any) -> str:
        match isi:
            case str():
                return isi
            case Figur():
                return tulis_figur(isi)
            case Celah():
                return tulis_celah(isi)
            case Sitasi():
                return self.bernomor.sebutan(isi.kode)
            case Tebal() | Miring() | Paragraf():
                return self._teks(isi.isi)
            case Daftar():
                tanda = (f"{n}. " if isi.bernomor else "• " for n in range(1, len(isi.butir) + 1))
                return "\n".join(t + self._butir(b) for t, b in zip(tanda, isi.butir, strict=True))
            case _:
                return "".join(self._teks(i) for i in isi)

    def _butir(self, butir: Paragraf | tuple[Paragraf | Daftar, ...]) -> str:
        return "\n".join(self._teks(b) for b in ((butir,) if isinstance(butir, Paragraf) else butir))


def _rata(sel: Sel, kolom: Kolom) -> Rata:
    return sel.rata or (Rata.KIRI if sel.kolom > 1 and isinstance(sel.isi, str) else kolom.perataan)


def _figur(angka: Bahan, format: Format, desimal: int | None) -> Tertulis:
    """A figure as a number in its form; in words, or without a value, as text."""
    if not isinstance(angka, Angka):
        return Tertulis(tulis_sel(angka), alamat=angka.alamat, tiada=True)
    if format is Format.TERBILANG:
        return Tertulis(tulis_sel(angka, format), alamat=angka.alamat)
    if format in SKALA:
        pembagi, biasa, _ = SKALA[format]
        return Tertulis(bagi(angka.nilai, pembagi), _bentuk(biasa if desimal is None else desimal), angka.alamat)
    bulat = format is Format.BILANGAN and angka.nilai == angka.nilai.to_integral_value()
    bentuk = _bentuk(0 if bulat else angka.desimal)
    if format is Format.SATUAN:
        bentuk = _dengan_satuan(bentuk, angka.satuan)
    return Tertulis(angka.nilai, bentuk, angka.alamat)


def _bentuk(desimal: int) -> str:
    return "#,##0" + ("." + "0" * desimal if desimal else "")


def _dengan_satuan(bentuk: str, satuan: str) -> str:
    kecil = satuan.lower().replace('"', "")
    if kecil in ("persen", "%"):
        return f'{bentuk}"%"'  # quoted: the value is already in percent
    if kecil in ("rupiah", "rp"):
        return f'"Rp "{bentuk}'
    return bentuk if kecil in _TANPA_SATUAN else f'{bentuk}" {kecil}"'


def _sel(
    ws: Any,
    nilai: str | int | Decimal,
    huruf: Font = _BIASA,
    rata: Rata = Rata.KIRI,
    bentuk: str = "",
    *,
    lipat: bool = False,
    latar: bool = False,
    masuk: int = 0,
) -> Any:
    teks = isinstance(nilai, str)
    sel = WriteOnlyCell(ws, bersih(nilai) if isinstance(nilai, str) else nilai)
    if teks:
        sel.data_type = "s"  # what begins like a formula stays text
    sel.font, sel.border = huruf, _GARIS if latar else Border()
    sel.alignment = Alignment(horizontal=_RATA[rata], vertical="top", wrap_text=lipat and teks, indent=masuk)
    if latar:
        sel.fill = _LATAR
    if bentuk:
        sel.number_format = bentuk
    return sel
