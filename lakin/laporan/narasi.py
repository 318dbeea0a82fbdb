"""What people wrote, as stored (a ProseMirror tree in JSON), made into parts of the document.

Strict: a node, mark or attribute that is not listed is refused with the reason,
so that nothing typed ever reaches a renderer as markup. Three inline nodes are
ours: ``angka`` (a figure bound by its address), ``sitasi`` (a citation by code)
and ``celah`` (a gap that the author still has to fill); so is one block, ``gambar``
(a picture by its code, at the full or half the width of the text).
"""

from __future__ import annotations

import re
from typing import Any, Protocol

from lakin.capaian.angka_jelas import Bahan
from lakin.dokumen.format import tulis_celah, tulis_figur
from lakin.dokumen.pohon import (
    BarisTabel,
    Blok,
    Celah,
    Daftar,
    Figur,
    Format,
    Foto,
    Inline,
    Kolom,
    Miring,
    Paragraf,
    Sel,
    Sitasi,
    SubBab,
    Tabel,
    Tebal,
)
from lakin.laporan.konteks import FotoLaporan
from lakin.laporan.simpul_sah import (
    KARAKTER_TERLARANG,
    NaskahTidakSah,
    atribut_simpul,
    hanya_dikenal,
    isi_simpul,
    jenis_simpul,
    periksa_besar,
    tulisan_simpul,
)

TERLEBAR = 12
"""Columns of a typed table: more does not fit a page."""
PETUNJUK_TERPANJANG = 200
"""Characters that say what belongs into a gap."""

BENTUK: dict[str, Format] = {
    "angka": Format.NILAI,
    "persen": Format.PERSEN,
    "rupiah": Format.RUPIAH,
    "ribu": Format.RIBUAN,
    "juta": Format.JUTA,
    "miliar": Format.MILIAR,
    "terbilang": Format.TERBILANG,
    "satuan": Format.SATUAN,
}
"""Forms that an author may choose for a bound figure."""

_ALAMAT = re.compile(r"[A-Za-z0-9@][A-Za-z0-9@_.,:()+/-]{0,159}", re.ASCII)
_KODE = re.compile(r"[A-Za-z0-9][A-Za-z0-9_./:-]{0,119}", re.ASCII)
_KODE_FOTO = re.compile(r"foto-[1-9][0-9]{0,4}", re.ASCII)
LEBAR_GAMBAR = ("penuh", "setengah")
_TAK_DITEMUKAN = "tidak ditemukan"


class Ikatan(Protocol):
    """What a text is bound to: the figures and the numbered parts of its report."""

    def angka(self, alamat: str) -> Bahan | None:
        """The figure at an address relative to satker and year."""

    def dikenal(self, kode: str) -> bool:
        """Whether a code can be cited."""

    def foto(self, kode: str) -> FotoLaporan | None:
        """The picture of a code; None where it is gone or has no caption yet."""


def baca_naskah(naskah: Any, ikatan: Ikatan | None = None, kode: str = "naskah") -> tuple[Blok, ...]:
    """The parts of a stored text; an empty document gives none.

    ``kode`` makes the codes of its tables. Without ``ikatan`` nothing is looked
    up: enough to know whether the text is sound.
    """
    if naskah in ({}, None):
        return ()
    periksa_besar(naskah)
    if jenis_simpul(naskah) != "doc":
        raise NaskahTidakSah("Naskah harus diawali simpul 'doc'.")
    return _Pembaca(ikatan, kode).dokumen(naskah)


class _Pembaca:
    def __init__(self, ikatan: Ikatan | None, kode: str) -> None:
        self.ikatan = ikatan
        self.kode = kode
        self.tabel_ke = 0

    def dokumen(self, simpul: Any) -> tuple[Blok, ...]:
        """Parts below their headings: a heading holds what follows it."""
        atas: list[Blok] = []
        terbuka: list[tuple[int, str, list[Blok]]] = []

        def tutup(sampai: int) -> None:
            while terbuka and terbuka[-1][0] >= sampai:
                _, judul, isi = terbuka.pop()
                wadah = terbuka[-1][2] if terbuka else atas
                wadah.append(SubBab(judul, tuple(isi), bernomor=False, di_daftar_isi=False))

        for anak in isi_simpul(simpul):
            jenis = jenis_simpul(anak)
            if jenis == "heading":
                tingkat, judul = self._judul(anak)
                if judul:
                    tutup(tingkat)
                    terbuka.append((tingkat, judul, []))
                continue
            if jenis == "paragraph" and not isi_simpul(anak):
                continue
            wadah = terbuka[-1][2] if terbuka else atas
            match jenis:
                case "table":
                    wadah.append(self._tabel(anak))
                case "gambar":
                    wadah.append(self._gambar(anak))
                case _:
                    wadah.append(self._blok(anak))
        tutup(0)
        return tuple(atas)

    def _judul(self, simpul: Any) -> tuple[int, str]:
        tingkat = atribut_simpul(simpul, {"level"})["level"]
        if type(tingkat) is not int or tingkat not in (2, 3):
            raise NaskahTidakSah("Judul di dalam naskah hanya bertingkat 2 atau 3.")
        isi = isi_simpul(simpul, {"attrs"})
        for i in isi:
            if jenis_simpul(i) != "text" or "marks" in i:
                raise NaskahTidakSah("Judul hanya boleh berisi tulisan biasa.")
        return tingkat, "".join(tulisan_simpul(i) for i in isi).strip()

    def _gambar(self, simpul: Any) -> Foto | Paragraf:
        hanya_dikenal(simpul, {"type", "attrs"})
        atribut = atribut_simpul(simpul, {"foto", "lebar"})
        kode, lebar = atribut["foto"], atribut["lebar"]
        if type(kode) is not str or not _KODE_FOTO.fullmatch(kode):
            raise NaskahTidakSah("Kode gambar di dalam naskah tidak terbaca. Sisipkan gambarnya kembali.")
        if type(lebar) is not str or lebar not in LEBAR_GAMBAR:
            raise NaskahTidakSah(f"Lebar gambar {str(lebar)[:40]!r} tidak dikenal. Pakailah penuh atau setengah.")
        if self.ikatan is None:
            return Paragraf(())
        foto = self.ikatan.foto(kode)
        if foto is None:
            return Paragraf((_cacat(f"gambar {_TAK_DITEMUKAN}: {kode}"),))
        return foto.blok(setengah=lebar == "setengah")

    def _blok(self, simpul: Any) -> Paragraf | Daftar:
        match jenis_simpul(simpul):
            case "paragraph":
                return Paragraf(tuple(self._inline(i) for i in isi_simpul(simpul)))
            case "bulletList":
                return self._daftar(simpul, bernomor=False)
            case "orderedList":
                return self._daftar(simpul, bernomor=True)
            case lain:
                raise NaskahTidakSah(
                    f"Simpul {lain!r} tidak dikenal di sini. Pakailah paragraf, judul, daftar, tabel, atau gambar."
                )

    def _daftar(self, simpul: Any, *, bernomor: bool) -> Daftar:
        butir: list[Paragraf | tuple[Paragraf | Daftar, ...]] = []
        for b in isi_simpul(simpul):
            if jenis_simpul(b) != "listItem":
                raise NaskahTidakSah(f"Daftar hanya boleh berisi butir, bukan {jenis_simpul(b)!r}.")
            bagian = tuple(self._blok(i) for i in isi_simpul(b))
            butir.append(bagian[0] if len(bagian) == 1 and isinstance(bagian[0], Paragraf) else bagian)
        return Daftar(tuple(butir), bernomor)

    def _tabel(self, simpul: Any) -> Tabel:
        baris = [self._baris(b) for b in isi_simpul(simpul)]
        if not baris or not baris[0] or any(len(b) != len(baris[0]) for b in baris):
            raise NaskahTidakSah("Setiap baris tabel harus berisi sel sebanyak baris pertamanya.")
        if len(baris[0]) > TERLEBAR:
            raise NaskahTidakSah(f"Tabel naskah paling banyak {TERLEBAR} kolom.")
        self.tabel_ke += 1
        return Tabel(
            kode=f"naskah.{self.kode}.{self.tabel_ke}",
            judul="Rincian",
            kolom=tuple(Kolom(_polos(sel)) for sel in baris[0]),
            baris=tuple(BarisTabel(tuple(Sel(sel or "") for sel in b)) for b in baris[1:]),
            bernomor=False,
            wajib=False,
        )

    def _baris(self, simpul: Any) -> list[tuple[Inline, ...]]:
        if jenis_simpul(simpul) != "tableRow":
            raise NaskahTidakSah(f"Tabel hanya boleh berisi baris, bukan {jenis_simpul(simpul)!r}.")
        return [self._sel(s) for s in isi_simpul(simpul)]

    def _sel(self, simpul: Any) -> tuple[Inline, ...]:
        if jenis_simpul(simpul) not in ("tableCell", "tableHeader"):
            raise NaskahTidakSah(f"Baris tabel hanya boleh berisi sel, bukan {jenis_simpul(simpul)!r}.")
        if "attrs" in simpul:
            atribut = atribut_simpul(simpul, {"colspan", "rowspan", "colwidth"})
            if [(type(n), n) for n in (atribut["colspan"], atribut["rowspan"])] != [(int, 1)] * 2 or (
                atribut["colwidth"] is not None
            ):
                raise NaskahTidakSah("Sel gabungan tidak dapat dipakai di dalam tabel naskah.")
        hasil: list[Inline] = []
        for n, p in enumerate(isi_simpul(simpul, {"attrs"})):
            if jenis_simpul(p) != "paragraph":
                raise NaskahTidakSah("Sel tabel hanya boleh berisi paragraf.")
            hasil += ["\n"] if n else []
            hasil += [self._inline(i) for i in isi_simpul(p)]
        return tuple(hasil)

    def _inline(self, simpul: Any) -> Inline:
        match jenis_simpul(simpul):
            case "text":
                return _bertanda(simpul, tulisan_simpul(simpul))
            case "hardBreak":
                hanya_dikenal(simpul, {"type", "marks"})
                return "\n"
            case "angka":
                return _bertanda(simpul, self._angka(simpul))
            case "sitasi":
                return _bertanda(simpul, self._sitasi(simpul))
            case "celah":
                return _bertanda(simpul, _celah(simpul))
            case lain:
                raise NaskahTidakSah(f"Isi {lain!r} tidak dikenal di dalam paragraf.")

    def _angka(self, simpul: Any) -> Inline:
        hanya_dikenal(simpul, {"type", "attrs", "marks"})
        atribut = atribut_simpul(simpul, {"alamat", "format"})
        alamat, bentuk = atribut["alamat"], atribut["format"]
        if type(alamat) is not str or not _ALAMAT.fullmatch(alamat):
            raise NaskahTidakSah("Alamat angka di dalam naskah tidak terbaca. Sisipkan angkanya kembali.")
        if type(bentuk) is not str or bentuk not in BENTUK:
            raise NaskahTidakSah(f"Bentuk angka {str(bentuk)[:40]!r} tidak dikenal.")
        if self.ikatan is None:
            return ""
        bahan = self.ikatan.angka(alamat)
        return Figur(bahan, BENTUK[bentuk]) if bahan is not None else _cacat(f"angka {_TAK_DITEMUKAN}: {alamat}")

    def _sitasi(self, simpul: Any) -> Inline:
        hanya_dikenal(simpul, {"type", "attrs", "marks"})
        kode = atribut_simpul(simpul, {"kode"})["kode"]
        if type(kode) is not str or not _KODE.fullmatch(kode):
            raise NaskahTidakSah("Kode rujukan di dalam naskah tidak terbaca. Sisipkan rujukannya kembali.")
        if self.ikatan is None:
            return ""
        return Sitasi(kode) if self.ikatan.dikenal(kode) else _cacat(f"rujukan {_TAK_DITEMUKAN}: {kode}")


def _celah(simpul: Any) -> Celah:
    hanya_dikenal(simpul, {"type", "attrs", "marks"})
    petunjuk = atribut_simpul(simpul, {"petunjuk"})["petunjuk"]
    if type(petunjuk) is not str or not 0 < len(petunjuk.strip()) <= len(petunjuk) <= PETUNJUK_TERPANJANG:
        raise NaskahTidakSah(f"Petunjuk celah harus berupa tulisan, paling banyak {PETUNJUK_TERPANJANG} huruf.")
    if "\n" in petunjuk or "\t" in petunjuk or any(ord(h) in KARAKTER_TERLARANG for h in petunjuk):
        raise NaskahTidakSah("Petunjuk celah memuat karakter kendali. Ketikkan kembali petunjuknya.")
    return Celah(petunjuk)


def _cacat(kalimat: str) -> Inline:
    """A fault that a reader of the draft cannot overlook, in the page and on paper."""
    return Tebal((f"[{kalimat}]",))


def _polos(isi: tuple[Inline, ...]) -> str:
    """The head of a column as plain text."""
    bagian = []
    for i in isi:
        match i:
            case str():
                bagian.append(i)
            case Figur():
                bagian.append(tulis_figur(i))
            case Celah():
                bagian.append(tulis_celah(i))
            case Tebal() | Miring():
                bagian.append(_polos(i.isi))
            case Sitasi():
                raise NaskahTidakSah("Rujukan tidak dapat berdiri di kepala tabel. Pindahkan ke dalam kalimat.")
    return "".join(bagian)


def _bertanda(simpul: dict[str, Any], isi: Inline) -> Inline:
    hasil = isi
    tanda = simpul.get("marks", [])
    if type(tanda) is not list or len(tanda) > 2:
        raise NaskahTidakSah("Tanda teks harus berupa daftar tebal dan miring.")
    for t in tanda:
        hanya_dikenal(t, {"type"})
        match jenis_simpul(t):
            case "bold":
                hasil = Tebal((hasil,))
            case "italic":
                hasil = Miring((hasil,))
            case lain:
                raise NaskahTidakSah(f"Tanda {lain!r} tidak dikenal. Pakailah tebal atau miring.")
    return hasil
