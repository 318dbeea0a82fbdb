"""The auditor's bundle: a report with all that is needed to check it, in one zip that works without a server."""

from __future__ import annotations

import csv
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from io import StringIO
from pathlib import Path, PurePosixPath
from typing import IO, Any

from django.core.files.storage import default_storage

from lakin.berkas.selectors import baca_isi
from lakin.capaian.fakta_json import bentuk, ke_json
from lakin.capaian.ringkas import ringkas
from lakin.cetak.arsip import tulis_arsip
from lakin.cetak.html_mandiri import tulis_mandiri
from lakin.dokumen.nomor import Bernomor
from lakin.dokumen.tempat import tempat_cetak
from lakin.laporan.bukti import BuktiLaporan, bukti_laporan
from lakin.laporan.cetakan import cetak_laporan
from lakin.laporan.konteks import Konteks
from lakin.laporan.penjelasan_berkas import penjelasan, sebagai_json
from lakin.laporan.periksa_berkas import (
    DAFTAR,
    FAKTA,
    HASIL,
    LAPORAN,
    PDF,
    PEMBANDING,
    PENGESAHAN,
    PULAU,
    SIDIK_DAFTAR,
    SUMBER,
)
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker

AKAR = Path(__file__).resolve().parents[2]
RUANG_SUMBER = ("angka", "capaian", "dokumen")
"""The pure rooms whose code goes along: the engine, and the writing of figures."""
_KOLOM_BUKTI = ("alamat", "nomor", "tanggal", "perihal", "sumber", "berkas", "nama_asli", "sha256")

BACA_SAYA = """BERKAS AUDITOR {judul}
{satker}

Isi berkas
  laporan.pdf      {pdf}
  laporan.html     laporan yang sama; buka dengan peramban, tanpa jaringan. Klik sebuah angka untuk
                   membaca rumus, bahan, sumber, dan buktinya.
  fakta.json       seluruh data yang menjadi dasar hitungan
  pembanding.json  angka satker lain yang dikutip laporan
{sah}  hasil.json       hasil hitungan
  bukti.csv        daftar bukti; berkasnya, bila ada, di folder bukti
  sumber/          kode hitungan (Python, tanpa paket lain)
  periksa.py       pemeriksa
  SHA256SUMS       sidik setiap berkas; sidik daftar ini sendiri di SHA256SUMS.sha256

Cara memeriksa
  1. Uraikan arsip ini ke sebuah folder.
  2. Dari folder itu jalankan, dengan Python 3.11 atau yang lebih baru:  python periksa.py
  Pemeriksa mencocokkan sidik setiap berkas, menghitung ulang setiap angka dari fakta.json, lalu
  membandingkannya dengan hasil.json dan dengan setiap angka di laporan.html. Pemeriksa berakhir
  dengan kode 0 bila semuanya cocok, dan dengan kode 1 serta nama berkas atau angkanya bila tidak.

  Menghitung ulang saja:  cd sumber, lalu  python -m lakin.capaian ../fakta.json
  Mencocokkan sidik saja:  sha256sum -c SHA256SUMS

Angka yang belum diisi, N/A (tidak berlaku), dan nol adalah tiga hal yang berbeda; di fakta.json
ketiganya tertulis null, "N/A", dan "0".
"""


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """What was written: how many files and figures, and the SHA-256 of their list."""

    berkas: int
    angka: int
    sidik: str


def tulis_berkas_auditor(tujuan: IO[bytes], satker: Satker, tahun: int, pdf: bytes | None = None) -> Ringkasan:
    """Write the bundle of a satker's year as it stands now; the same data give the same bytes.

    ``pdf`` is the printed report where there is one already; else it is laid out.
    """
    konteks = konteks_laporan(satker, tahun)
    return tulis_arsip_auditor(tujuan, konteks, susun_bernomor(konteks), bukti_laporan(satker, tahun), pdf)


def tulis_arsip_auditor(
    tujuan: IO[bytes],
    konteks: Konteks,
    bernomor: Bernomor,
    bukti: tuple[BuktiLaporan, ...],
    pdf: bytes | None = None,
    *,
    pengesahan: Mapping[str, Any] | None = None,
) -> Ringkasan:
    """Write the bundle of frozen inputs.

    Of an approved report ``pdf`` is the very file that was approved, and ``pengesahan`` says who, when and what.
    """
    laporan, banyak = laporan_mandiri(konteks, bernomor, bukti)
    sidik: dict[str, str] = {}
    berkas = _isi(konteks, bernomor, laporan, pdf, bukti, pengesahan)
    tercatat = _catat(berkas, sidik)
    daftar = ""

    def semua() -> Iterator[tuple[str, bytes]]:
        nonlocal daftar
        yield from tercatat
        teks = "".join(f"{sidik[nama]}  {nama}\n" for nama in sorted(sidik)).encode()
        daftar = hashlib.sha256(teks).hexdigest()
        yield DAFTAR, teks
        yield SIDIK_DAFTAR, f"{daftar}  {DAFTAR}\n".encode()

    tulis_arsip(tujuan, semua())
    return Ringkasan(len(sidik), banyak, daftar)


def laporan_mandiri(k: Konteks, bernomor: Bernomor, bukti: Iterable[BuktiLaporan]) -> tuple[str, int]:
    """The report as one file with all explanations, and how many figures are explained."""
    angka = penjelasan(bernomor, k.hasil, _data(k))
    pulau = sebagai_json(k.satker.kode, k.tahun, angka, _bukti_per_alamat(bukti), tempat_cetak(bernomor))
    return tulis_mandiri(bernomor, pulau, PULAU, baca_isi), len(angka)


def _catat(isi: Iterable[tuple[str, bytes]], sidik: dict[str, str]) -> Iterator[tuple[str, bytes]]:
    for nama, bita in isi:
        sidik[nama] = hashlib.sha256(bita).hexdigest()
        yield nama, bita


def _isi(
    k: Konteks,
    bernomor: Bernomor,
    laporan: str,
    pdf: bytes | None,
    bukti: tuple[BuktiLaporan, ...],
    pengesahan: Mapping[str, Any] | None,
) -> Iterator[tuple[str, bytes]]:
    berkas = _nama_bukti(bukti)
    yield "BACA-SAYA.txt", _baca_saya(k, bernomor, pengesahan).encode()
    if pengesahan is not None:
        yield PENGESAHAN, _json(pengesahan)
    yield FAKTA, ke_json(k.fakta).encode()
    yield PEMBANDING, _json(_data(k)["pembanding"])
    yield HASIL, _json(ringkas(k.hasil))
    yield LAPORAN, laporan.encode()
    yield PDF, pdf or cetak_laporan(k, bernomor).isi
    yield "bukti.csv", _bukti_csv(bukti, berkas).encode("utf-8-sig")
    yield from _isi_bukti(bukti, berkas)
    yield "periksa.py", (Path(__file__).parent / "periksa_berkas.py").read_bytes()
    yield from _sumber()


def _baca_saya(k: Konteks, bernomor: Bernomor, pengesahan: Mapping[str, Any] | None) -> str:
    sah = pengesahan is not None
    return BACA_SAYA.format(
        judul=bernomor.dokumen.judul.upper().replace("\u00a0", " "),
        satker=k.satker.nama,
        pdf="laporan seperti yang disahkan" if sah else "laporan; ini draf, belum disahkan",
        sah=f"  {PENGESAHAN}  siapa yang mengesahkan dan kapan, kodenya, serta sidik masukan dan PDF-nya\n" * sah,
    )


def _sumber() -> Iterator[tuple[str, bytes]]:
    """The code of the pure rooms, as it runs here."""
    yield f"{SUMBER}/lakin/__init__.py", (AKAR / "lakin/__init__.py").read_bytes()
    for ruang in RUANG_SUMBER:
        for p in sorted((AKAR / "lakin" / ruang).rglob("*.py")):
            yield f"{SUMBER}/{p.relative_to(AKAR).as_posix()}", p.read_bytes()


def _data(k: Konteks) -> dict[str, Any]:
    """What recorded figures are looked up in: the facts, and what the report cites of other satkers."""
    return {"fakta": json.loads(ke_json(k.fakta))["fakta"], "pembanding": bentuk(k.pembanding)}


def _json(isi: Any) -> bytes:
    return (json.dumps(isi, ensure_ascii=False, indent=1) + "\n").encode()


# --- evidence -------------------------------------------------------------------


def _bukti_per_alamat(bukti: Iterable[BuktiLaporan]) -> dict[str, list[str]]:
    hasil: dict[str, list[str]] = {}
    for b in bukti:
        hasil.setdefault(b.alamat, []).append(" · ".join(filter(None, (b.perihal, b.nomor, b.tanggal))))
    return hasil


def _nama_bukti(bukti: Iterable[BuktiLaporan]) -> dict[int, str]:
    """The files' names by place in the list; names of our own, since an uploaded one could lead out of the folder.

    A file that proves several figures lies in the bundle once.
    """
    nama: dict[int, str] = {}
    tempat: dict[str, str] = {}
    for urut, b in enumerate(bukti, 1):
        if b.berkas and (b.berkas in tempat or default_storage.exists(b.berkas)):
            akhiran = PurePosixPath(b.nama_asli).suffix.lower()
            akhiran = akhiran if akhiran[1:].isascii() and akhiran[1:].isalnum() else ""
            nama[urut] = tempat.setdefault(b.berkas, f"bukti/{urut:03d}{akhiran}")
    return nama


def _isi_bukti(bukti: Iterable[BuktiLaporan], nama: dict[int, str]) -> Iterator[tuple[str, bytes]]:
    """The files themselves, one at a time: together they may not fit into memory."""
    asal = {nama[urut]: b.berkas for urut, b in enumerate(bukti, 1) if urut in nama}
    for tujuan, tempat in asal.items():
        with default_storage.open(tempat, "rb") as berkas:
            yield tujuan, berkas.read()


def _bukti_csv(bukti: Iterable[BuktiLaporan], berkas: dict[int, str]) -> str:
    wadah = StringIO()
    tulis = csv.writer(wadah, lineterminator="\r\n")
    tulis.writerow(_KOLOM_BUKTI)
    for urut, b in enumerate(bukti, 1):
        nama = berkas.get(urut, "")
        isi = (b.alamat, b.nomor, b.tanggal, b.perihal, b.sumber, nama, b.nama_asli, b.sidik)
        tulis.writerow(_polos_csv(s) for s in isi)
    return wadah.getvalue()


def _polos_csv(teks: str) -> str:
    """A spreadsheet would run a cell that begins like a formula."""
    return f"'{teks}" if teks[:1] in ("=", "+", "-", "@", "\t") else teks
