"""A report in the forms that people take away, of the draft or of an approved version, made as a job."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import dataclass
from io import BytesIO
from typing import IO, Any

from lakin.berkas.selectors import baca_isi
from lakin.cetak.docx import tulis_docx
from lakin.cetak.xlsx import tulis_xlsx
from lakin.dokumen.nomor import Bernomor
from lakin.kerja.models import Pekerjaan
from lakin.kerja.services import antrekan
from lakin.laporan.beku import sidik
from lakin.laporan.berkas_auditor import Ringkasan, laporan_mandiri, tulis_arsip_auditor
from lakin.laporan.bukti import BuktiLaporan, bukti_laporan, dari_json, ke_json
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import TAHUNAN, Terbitan
from lakin.laporan.pengesahan import versi_mesin
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.laporan.terbitan import bernomor_terbitan, catatan_pengesahan, konteks_terbitan, pdf_terbitan, satu_terbitan
from lakin.organisasi.models import Satker

UNDUH = "unduhan_lakin"
FOLDER = "unduhan"
"""Below MEDIA_ROOT; all in it can be made again."""
DRAF = 0
"""In place of a version's number: the report as it stands now."""


@dataclass(frozen=True, slots=True)
class Bentuk:
    """A form: its code, its name, what it is good for, the end of its file's name and its kind."""

    kode: str
    nama: str
    guna: str
    akhiran: str
    jenis: str


_OFFICE = "application/vnd.openxmlformats-officedocument."
BENTUK = {
    b.kode: b
    for b in (
        Bentuk("html", "HTML", "satu berkas, setiap angka dapat diklik, tanpa jaringan", ".html", "text/html"),
        Bentuk("docx", "Word", "dapat disunting", ".docx", f"{_OFFICE}wordprocessingml.document"),
        Bentuk("xlsx", "Excel", "seluruh tabel, angka sebagai angka", ".xlsx", f"{_OFFICE}spreadsheetml.sheet"),
        Bentuk("bundel", "Berkas auditor", "laporan, data, bukti, dan pemeriksanya", ".zip", "application/zip"),
    )
}


@dataclass(frozen=True, slots=True)
class Bahan:
    """All that any form is made of; ``pdf`` reads the approved file, '' hash for a draft."""

    konteks: Konteks
    bernomor: Bernomor
    bukti: tuple[BuktiLaporan, ...]
    kode: str = ""
    pdf: Callable[[], bytes | None] = lambda: None
    pengesahan: dict[str, Any] | None = None


def bahan_unduhan(
    satker: Satker, tahun: int, triwulan: int = TAHUNAN, nomor: int = DRAF, *, pengguna: Any = None
) -> Bahan:
    """Read what a download is made of, of a draft what ``pengguna`` may see.

    GalatDomain where there is no such version.
    """
    if nomor == DRAF:
        konteks = konteks_laporan(satker, tahun, triwulan, pengguna)
        return Bahan(konteks, susun_bernomor(konteks), bukti_laporan(satker, tahun, pengguna))
    return bahan_terbitan(satu_terbitan(satker, tahun, nomor, triwulan))


def bahan_terbitan(t: Terbitan) -> Bahan:
    """What a version is made of, as it was approved."""
    konteks = konteks_terbitan(t)
    bernomor = bernomor_terbitan(t, konteks)
    return Bahan(konteks, bernomor, dari_json(t.bukti), t.kode, pdf_terbitan(t).read_bytes, catatan_pengesahan(t))


def nama_unduhan(bahan: Bahan, bentuk: Bentuk) -> str:
    """The file's name below MEDIA_ROOT: the same inputs and the same program give the same name."""
    dasar = [sidik(bahan.konteks), bahan.kode, ke_json(bahan.bukti), versi_mesin()]
    return f"{FOLDER}/{hashlib.sha256(json.dumps(dasar, sort_keys=True).encode()).hexdigest()[:32]}{bentuk.akhiran}"


def tulis_unduhan(bahan: Bahan, bentuk: Bentuk) -> bytes:
    """Make the file."""
    match bentuk.kode:
        case "html":
            return laporan_mandiri(bahan.konteks, bahan.bernomor, bahan.bukti)[0].encode()
        case "docx":
            return tulis_docx(bahan.bernomor, foto=baca_isi)
        case "xlsx":
            return tulis_xlsx(bahan.bernomor)
        case _:
            wadah = BytesIO()
            tulis_bundel(wadah, bahan)
            return wadah.getvalue()


def tulis_bundel(tujuan: IO[bytes], bahan: Bahan) -> Ringkasan:
    """Write the auditor's bundle of a draft or of a version."""
    return tulis_arsip_auditor(
        tujuan, bahan.konteks, bahan.bernomor, bahan.bukti, bahan.pdf(), pengesahan=bahan.pengesahan
    )


def minta_unduhan(*, satker: Satker, tahun: int, triwulan: int, nomor: int, bentuk: Bentuk, oleh: Any) -> Pekerjaan:
    """Ask for a form of the draft (``nomor`` 0) or of a version."""
    argumen = {"satker": satker.pk, "tahun": tahun, "triwulan": triwulan, "nomor": nomor, "bentuk": bentuk.kode}
    argumen["oleh"] = oleh.pk
    kunci = f"{UNDUH}/{satker.kunci}/{tahun}/tw{triwulan}/{nomor}/{bentuk.kode}"
    return antrekan(jenis=UNDUH, kunci=kunci, argumen=argumen, oleh=oleh, ulang=True)
