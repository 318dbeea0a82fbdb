"""The document tree: what a report says, without how it looks.

Everything is frozen. Text is a plain ``str`` (never markup); a figure is the
engine's own object, so what is printed can be followed to its source. Numbers
of chapters, tables and figures are absent: ``nomor.beri_nomor`` gives them.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import StrEnum

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Bahan
from lakin.dokumen.grafik import Bagan


class Format(StrEnum):
    """How a figure is written; ``format.py`` is the only place that knows the digits."""

    TEKS = "teks"
    NILAI = "nilai"
    BILANGAN = "bilangan"
    PERSEN = "persen"
    RUPIAH = "rupiah"
    RIBUAN = "ribuan"
    JUTA = "juta"
    MILIAR = "miliar"
    SATUAN = "satuan"
    TERBILANG = "terbilang"


class Rata(StrEnum):
    """Alignment of a column or a cell."""

    KIRI = "kiri"
    TENGAH = "tengah"
    KANAN = "kanan"


class Kertas(StrEnum):
    """Orientation of the page that a chapter or a table stands on."""

    TEGAK = "tegak"
    LEBAR = "lebar"


class JenisBaris(StrEnum):
    """What a table row is: data, the head of a group, a subtotal or total."""

    BIASA = "biasa"
    KELOMPOK = "kelompok"
    JUMLAH = "jumlah"


class JenisBab(StrEnum):
    """Front matter (roman pages, no number), numbered chapter, or annex."""

    DEPAN = "depan"
    ISI = "isi"
    LAMPIRAN = "lampiran"


# --- inline -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Tebal:
    """Bold text."""

    isi: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Miring:
    """Italic text."""

    isi: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Figur:
    """A figure bound to its source, in running text or in a cell."""

    angka: Bahan
    format: Format = Format.NILAI
    desimal: int | None = None
    """Decimals of a scaled form (ribuan, juta, miliar) only; else the figure's own are kept."""


@dataclass(frozen=True, slots=True)
class Sitasi:
    """A citation of a table, figure or chapter by its code; printed as 'Tabel 3.2'."""

    kode: str


@dataclass(frozen=True, slots=True)
class Celah:
    """A gap that the author still has to fill; ``petunjuk`` says with what."""

    petunjuk: str


Inline = str | Tebal | Miring | Figur | Sitasi | Celah


# --- blocks -----------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Paragraf:
    """A paragraph of running text."""

    isi: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Daftar:
    """A list; an item is a line of text or, where it has parts, several blocks."""

    butir: tuple[Paragraf | tuple[Paragraf | Daftar, ...], ...]
    bernomor: bool = False


@dataclass(frozen=True, slots=True)
class Rincian:
    """Pairs of a label and its text (definition, formula, source of an indicator)."""

    butir: tuple[tuple[str, tuple[Inline, ...]], ...]


@dataclass(frozen=True, slots=True)
class ButirSorotan:
    """One headline figure with its label and a remark."""

    label: str
    figur: Figur
    keterangan: str = ""


@dataclass(frozen=True, slots=True)
class Sorotan:
    """A row of headline figures, as an executive summary opens with."""

    butir: tuple[ButirSorotan, ...]


@dataclass(frozen=True, slots=True)
class Kolom:
    """A column. ``kunci`` is for declarations that fill rows by attribute name.

    ``kelompok`` names the heads above this one, outermost first; neighbours
    with the same group share one merged head. ``lebar`` is a share of the
    table's width in percent; without it ``lebar.lebar_kolom`` measures the content.
    """

    judul: str
    kunci: str = ""
    format: Format = Format.TEKS
    lebar: int = 0
    rata: Rata | None = None
    kelompok: tuple[str, ...] = ()
    desimal: int | None = None
    jejak: bool = True
    menjorok: bool = False
    """Cells of this column are indented by the row's ``tingkat``."""

    @property
    def perataan(self) -> Rata:
        """The declared alignment, else right for figures and left for text."""
        return self.rata or (Rata.KIRI if self.format is Format.TEKS else Rata.KANAN)


IsiSel = str | int | Bahan | Figur | Tebal | Miring | Sitasi | Celah | Daftar | tuple[Inline, ...]
"""A cell's content; an ``int`` is an ordinal or a year, a line break in text is kept."""


@dataclass(frozen=True, slots=True)
class Sel:
    """A cell. ``kolom`` and ``baris`` are how many columns and rows it spans."""

    isi: IsiSel
    kolom: int = 1
    baris: int = 1
    format: Format | None = None
    rata: Rata | None = None
    tebal: bool = False

    def __post_init__(self) -> None:
        # A bare number has no source: only the engine's figures may stand in a cell.
        if isinstance(self.isi, Decimal | float | Tiada) or self.isi is None:
            raise TypeError(f"Isi sel harus teks, Angka atau TanpaNilai, bukan {self.isi!r}")


@dataclass(frozen=True, slots=True)
class BarisTabel:
    """A row; below a cell that spans rows the spanned cell is simply left out."""

    sel: tuple[Sel, ...]
    jenis: JenisBaris = JenisBaris.BIASA
    tingkat: int = 0


@dataclass(frozen=True, slots=True)
class Tabel:
    """A table with its caption; ``satuan`` is a note such as '(dalam ribuan rupiah)'."""

    kode: str
    judul: str
    kolom: tuple[Kolom, ...]
    baris: tuple[BarisTabel, ...]
    satuan: str = ""
    catatan: tuple[Inline, ...] = ()
    sumber: str = ""
    kertas: Kertas = Kertas.TEGAK
    bernomor: bool = True
    wajib: bool = True
    kalimat_kosong: str = "Belum ada data untuk tabel ini."

    @property
    def kosong(self) -> bool:
        """Whether it has no row; the writers print ``kalimat_kosong`` instead."""
        return not self.baris


@dataclass(frozen=True, slots=True)
class Gambar:
    """A numbered figure drawn from data, with the table of the same data below it."""

    kode: str
    judul: str
    bagan: Bagan
    sumber: str = ""
    catatan: tuple[Inline, ...] = ()
    dengan_tabel: bool = True
    bernomor: bool = True
    wajib: bool = True

    @property
    def kosong(self) -> bool:
        """Whether there is nothing to draw."""
        return self.bagan.kosong


@dataclass(frozen=True, slots=True)
class Foto:
    """A numbered picture that somebody took or scanned; ``sidik`` is the SHA-256 of its bytes, sizes are pixels.

    ``alt`` tells what is to be seen to those who cannot see it. The bytes are no part of the tree.
    """

    kode: str
    judul: str
    alt: str
    sidik: str
    jenis: str
    lebar: int
    tinggi: int
    sumber: str = ""
    catatan: tuple[Inline, ...] = ()
    setengah: bool = False
    """At half the width of the text; two that follow each other stand side by side."""
    bernomor: bool = True

    @property
    def sehalaman(self) -> bool:
        """Whether it has the shape of a page (A4 is 1 : 1.41; photos end at 1 : 1.33), so that it must stay legible."""
        return self.tinggi * 100 >= self.lebar * 138


@dataclass(frozen=True, slots=True)
class PenandaTangan:
    """One signatory; ``peran`` stands above ('Pihak Pertama'), capacity is Plt. or Plh."""

    nama: str
    jabatan: str
    nip: str = ""
    kapasitas: str = ""
    peran: str = ""


@dataclass(frozen=True, slots=True)
class TandaTangan:
    """The place where one or two people sign."""

    tempat_tanggal: str
    penanda_tangan: tuple[PenandaTangan, ...]


@dataclass(frozen=True, slots=True)
class DaftarIsi:
    """Stands where the contents are printed."""

    tingkat: int = 3


@dataclass(frozen=True, slots=True)
class DaftarTabel:
    """Stands where the list of tables is printed."""


@dataclass(frozen=True, slots=True)
class DaftarGambar:
    """Stands where the list of figures is printed."""


@dataclass(frozen=True, slots=True)
class SubBab:
    """A section inside a chapter; its level is its depth.

    Small headings ('Kendala', 'Tindak lanjut') set ``bernomor`` and
    ``di_daftar_isi`` to False and may leave ``kode`` to the assembly.
    """

    judul: str
    isi: tuple[Blok, ...] = ()
    kode: str = ""
    bernomor: bool = True
    di_daftar_isi: bool = True
    halaman_baru: bool = False


Blok = (
    Paragraf
    | Daftar
    | Rincian
    | Sorotan
    | Tabel
    | Gambar
    | Foto
    | TandaTangan
    | DaftarIsi
    | DaftarTabel
    | DaftarGambar
    | SubBab
)


@dataclass(frozen=True, slots=True)
class Bab:
    """A chapter, a part of the front matter, or an annex; always starts a page."""

    kode: str
    judul: str
    isi: tuple[Blok, ...] = ()
    jenis: JenisBab = JenisBab.ISI
    kertas: Kertas = Kertas.TEGAK


@dataclass(frozen=True, slots=True)
class Pengesahan:
    """What a cover says of the approval: lines of text, and where the file can be checked.

    ``alamat`` leads straight to the check of this report and is drawn as a QR
    code; ``periksa`` is the page that a person types, with ``kode``.
    """

    kode: str
    alamat: str
    periksa: str
    baris: tuple[str, ...] = ()

    @property
    def ajakan(self) -> str:
        """The sentence beside the code."""
        return f"Periksa keaslian di {self.periksa}"


@dataclass(frozen=True, slots=True)
class Sampul:
    """The cover: what, whose, which year (or years), and small lines at its foot.

    ``cap`` is stamped on it ('DRAF') with the sentence that says what it means.
    """

    judul: str
    tahun: int | str
    satker: str
    induk: tuple[str, ...] = ()
    kaki: tuple[str, ...] = ()
    pengesahan: Pengesahan | None = None
    cap: str = ""
    arti_cap: str = ""


@dataclass(frozen=True, slots=True)
class Dokumen:
    """A whole document. ``kepala`` is the running head; ``pengenal`` goes into the file's metadata."""

    judul: str
    bab: tuple[Bab, ...]
    sampul: Sampul | None = None
    subjudul: str = ""
    kepala: str = ""
    penulis: str = ""
    pengenal: str = ""


def paragraf(*isi: Inline) -> Paragraf:
    """Make a paragraph of the given pieces."""
    return Paragraf(isi)


def baris(*sel: Sel | IsiSel, jenis: JenisBaris = JenisBaris.BIASA, tingkat: int = 0) -> BarisTabel:
    """Make a row; whatever is not yet a cell becomes one."""
    return BarisTabel(tuple(s if isinstance(s, Sel) else Sel(s) for s in sel), jenis, tingkat)


def butir(*teks: str | Paragraf, bernomor: bool = False) -> Daftar:
    """Make a simple list of lines."""
    return Daftar(tuple(t if isinstance(t, Paragraf) else Paragraf((t,)) for t in teks), bernomor)


def rangkai(bagian: Iterable[Blok | None]) -> tuple[Blok, ...]:
    """Drop the parts that are absent, so that a chapter may list optional blocks."""
    return tuple(b for b in bagian if b is not None)
