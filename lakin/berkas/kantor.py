"""A look into an Office file before it is kept: what it is, whether it unfolds without bounds, whether it runs code.

An Office file is a zip. Its central directory is judged first, then every part is unfolded once, in pieces, never
beyond what the directory promised: one that lies, or is damaged, fails its checksum.
"""

from __future__ import annotations

import re
import struct
import zlib
from typing import IO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from lakin.web.galat import GalatDomain

MAKS_BAGIAN = 5000
"""Parts of one file; a workbook with a hundred sheets and pictures has some hundreds."""
MAKS_TERURAI = 300 * 1024 * 1024
MAKS_KALI = 200
"""How many times its size a file may unfold to, from ``BEBAS`` on; large sheets reach about 50."""
BEBAS = 10 * 1024 * 1024
_JENIS_ISI = "[Content_Types].xml"
_MAKS_JENIS_ISI = 1024 * 1024
_POTONG = 64 * 1024
_AKHIR = struct.Struct("<4s4H2LH")
_TERENKRIPSI = 0x1

_DASAR = "application/vnd.openxmlformats-officedocument."
_UTAMA = {
    f"{_DASAR}wordprocessingml.document.main+xml": f"{_DASAR}wordprocessingml.document",
    f"{_DASAR}spreadsheetml.sheet.main+xml": f"{_DASAR}spreadsheetml.sheet",
    f"{_DASAR}presentationml.presentation.main+xml": f"{_DASAR}presentationml.presentation",
}
DOCX, XLSX, PPTX = _UTAMA.values()
_MAKRO = re.compile(r"(?i)(^|/)(vbaproject[^/]*\.bin$|vbadata\.xml$|macrosheets/|activex/)")
_KALIMAT_MAKRO = (
    "Berkas Office ini memuat makro. Simpan sebagai .docx, .xlsx, atau .pptx tanpa makro, atau sebagai PDF, "
    "lalu unggah kembali."
)
_KALIMAT_RUSAK = "Berkas Office ini rusak atau tidak utuh. Buka dan simpan ulang berkasnya, lalu unggah kembali."
_KALIMAT_BUKAN = (
    "Ini arsip zip atau berkas yang belum dikenal, bukan berkas Office (.docx, .xlsx, .pptx). "
    "Unggah dokumen di dalamnya satu per satu, atau simpan sebagai PDF."
)
_KALIMAT_BOM = (
    "Berkas ini mengembang terlalu besar ketika dibuka, sehingga tidak aman. Simpan ulang sebagai PDF, "
    "lalu unggah kembali."
)


def periksa_kantor(isi: IO[bytes], ukuran: int) -> str:
    """Return the kind of an open Office file; GalatDomain where it may not be kept."""
    _periksa_akhir(isi, ukuran)
    try:
        with ZipFile(isi) as arsip:
            bagian = arsip.infolist()
            _periksa_daftar(bagian, ukuran)
            jenis = _jenis(arsip, bagian)
            for b in bagian:
                _urai(arsip, b)
    except GalatDomain:
        raise
    except (BadZipFile, zlib.error, EOFError, OSError, ValueError, KeyError, NotImplementedError, RuntimeError) as g:
        raise GalatDomain(_KALIMAT_RUSAK) from g
    return jenis


def _periksa_akhir(isi: IO[bytes], ukuran: int) -> None:
    """The count of parts before they are listed: the list of a hostile file may fill the memory by itself."""
    isi.seek(max(0, ukuran - _AKHIR.size - 20))
    ekor = isi.read()
    if len(ekor) < _AKHIR.size:
        raise GalatDomain(_KALIMAT_RUSAK)
    tanda, _, _, _, banyak, panjang, _, catatan = _AKHIR.unpack(ekor[-_AKHIR.size :])
    if tanda != b"PK\x05\x06" or catatan:
        raise GalatDomain(_KALIMAT_RUSAK)
    # No file within our limit needs the 64-bit directory, which would tell another count.
    if banyak > MAKS_BAGIAN or panjang > ukuran or ekor.startswith(b"PK\x06\x07"):
        raise GalatDomain(_KALIMAT_BOM)


def _periksa_daftar(bagian: list[ZipInfo], ukuran: int) -> None:
    nama = [b.orig_filename for b in bagian]
    if len(bagian) > MAKS_BAGIAN:
        raise GalatDomain(_KALIMAT_BOM)
    if len(set(nama)) != len(nama) or any(map(_keluar, nama)):
        raise GalatDomain(_KALIMAT_RUSAK)
    if any(b.flag_bits & _TERENKRIPSI or b.compress_type not in (ZIP_STORED, ZIP_DEFLATED) for b in bagian):
        raise GalatDomain(_KALIMAT_RUSAK)
    terurai = sum(b.file_size for b in bagian)
    if terurai > MAKS_TERURAI or (terurai > BEBAS and terurai > MAKS_KALI * ukuran):
        raise GalatDomain(_KALIMAT_BOM)
    if any(_MAKRO.search(n) for n in nama):
        raise GalatDomain(_KALIMAT_MAKRO)


def _keluar(nama: str) -> bool:
    """Whether a part's name leads out of the file, or hides something."""
    return not nama or nama.startswith("/") or ".." in nama.split("/") or any(c in nama for c in "\\\0:")


def _jenis(arsip: ZipFile, bagian: list[ZipInfo]) -> str:
    """The kind as the file's own list of types says it, by the one main part that it names."""
    daftar = next((b for b in bagian if b.filename == _JENIS_ISI), None)
    if daftar is None or daftar.file_size > _MAKS_JENIS_ISI:
        raise GalatDomain(_KALIMAT_BUKAN)
    teks = arsip.read(daftar).decode("utf-8", "replace")
    jenis = re.findall(r"""ContentType\s*=\s*["']([^"']+)["']""", teks)
    if any("macroenabled" in j.lower() or "vbaproject" in j.lower() for j in jenis):
        raise GalatDomain(_KALIMAT_MAKRO)
    utama = {_UTAMA[j] for j in jenis if j in _UTAMA}
    if len(utama) != 1:
        raise GalatDomain(_KALIMAT_BUKAN)
    return utama.pop()


def _urai(arsip: ZipFile, b: ZipInfo) -> None:
    with arsip.open(b) as isi:
        while isi.read(_POTONG):
            pass
