"""What the pages of evidence show: rows, choices of the filters, and what else may be tied to a figure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from lakin.berkas.dokumen import PDF
from lakin.berkas.jenis import TAMPIL_LANGSUNG, TERIMA, sebutan_jenis, semua_sebutan
from lakin.organisasi.models import Satker
from lakin.pengukuran.forms_bukti import FormBukti
from lakin.pengukuran.models import Bukti
from lakin.pengukuran.selectors_bukti import bukti_terlihat, indikator_bukti, kode_alamat, sebutan_alamat

TANPA_BERKAS = "Tanpa berkas"
ANGGARAN = "anggaran"


@dataclass(frozen=True, slots=True)
class BarisBukti:
    """One piece of evidence as a page shows it; ``form`` only where its words may be changed there."""

    bukti: Bukti
    kode: str
    tentang: str
    jenis: str
    ukuran: str
    tampil: bool
    pdf: bool = False
    form: FormBukti | None = None


def isi_daftar(pengguna: Any, satker: Satker, tahun: int, tanya: Mapping[str, str]) -> dict[str, Any]:
    """The list of a year after its filters, and the indicators with what each has."""
    semua = list(bukti_terlihat(pengguna, satker, tahun))
    indikator = indikator_bukti(satker, tahun, semua)
    pilihan = {"indikator": tanya.get("indikator", ""), "jenis": tanya.get("jenis", "")}
    baris = [
        b for b in map(_baris, semua) if pilihan["indikator"] in ("", b.kode) and pilihan["jenis"] in ("", b.jenis)
    ]
    return {
        "baris": baris,
        "jumlah": len(semua),
        "indikator": indikator,
        "tanpa": [i for i in indikator if not i.banyak],
        "wajib_kurang": sum(i.kurang for i in indikator),
        "lain": any(b.alamat.split("/")[2:3] == [ANGGARAN] for b in semua),
        "semua_jenis": (*semua_sebutan(), TANPA_BERKAS),
        "pilihan": pilihan,
        "kurang": "kurang" in tanya,
        "terima": TERIMA,
    }


def baris_bukti(pengguna: Any, satker: Satker, tahun: int) -> list[BarisBukti]:
    """All evidence of a year that a user may see, to be read only."""
    return [_baris(b) for b in bukti_terlihat(pengguna, satker, tahun)]


def bagian_alamat(
    pengguna: Any, satker: Satker, tahun: int, alamat: str, form: Mapping[int, FormBukti], *, buka: bool
) -> dict[str, Any]:
    """The evidence of one address, and what of the satker's other evidence may be tied to it."""
    semua = list(bukti_terlihat(pengguna, satker, tahun))
    milik = [b for b in semua if b.alamat == alamat]
    return {
        "satker": satker,
        "tahun": tahun,
        "alamat": alamat,
        "kode": kode_alamat(alamat),
        "tentang": sebutan_alamat(alamat),
        "baris": [_baris(b, (form.get(b.pk) or FormBukti(bukti=b)) if buka else None) for b in milik],
        "tautan": _lain(semua, milik) if buka else [],
        "buka": buka,
        "terima": TERIMA,
    }


def _lain(semua: Iterable[Bukti], milik: Iterable[Bukti]) -> list[Bukti]:
    """Files that prove something else, each once."""
    ada = {b.berkas_id for b in milik}
    lain: dict[int, Bukti] = {}
    for b in semua:
        if b.berkas_id is not None and b.berkas_id not in ada:
            lain.setdefault(b.berkas_id, b)
    return sorted(lain.values(), key=lambda b: b.perihal.lower())


def _baris(b: Bukti, form: FormBukti | None = None) -> BarisBukti:
    kode, tentang = kode_alamat(b.alamat), sebutan_alamat(b.alamat)
    if b.berkas is None:
        return BarisBukti(b, kode, tentang, TANPA_BERKAS, "", False, form=form)
    return BarisBukti(
        b, kode, tentang, sebutan_jenis(b.berkas.jenis), _ukuran(b.berkas.ukuran), b.berkas.jenis in TAMPIL_LANGSUNG,
        b.berkas.jenis == PDF, form,
    )  # fmt: skip


def _ukuran(bita: int) -> str:
    kilo = -(-bita // 1024)
    return f"{kilo} KB" if kilo < 1024 else f"{-(-kilo // 1024)} MB"
