"""The PDF against LibreOffice converting the same report's Word export, in the same run.

Ratios are printed, never asserted: run it with ``make bench`` on a quiet machine.
"""

from __future__ import annotations

import pickle
import shutil
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Any

import pikepdf
import pytest
from django.db import transaction

from lakin.cetak.docx import tulis_docx
from lakin.cetak.pdf import cetak_pdf
from lakin.cetak.pesan import AKAR
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import Bernomor, beri_nomor
from lakin.dokumen.pohon import Bab, Blok, Dokumen, SubBab, paragraf
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from tests.cetak.contoh import KALIMAT, tabel_kecil
from tests.data import Salinan, kembalikan

pytestmark = pytest.mark.django_db

PUTARAN = 3
HALAMAN = 200
HURUF_SEHALAMAN = 3_600
"""Characters of the tree that fill a page with prose, or some more."""
LAJU = {"dingin": 1.7, "berubah": 0.5, "tetap": 0.1}
"""What LibreOffice's time is multiplied by, at most: cold in two processes, one narrative changed, nothing changed."""
BATAS_MEMORI = 250
LIBREOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def naskah(salinan_kmn: Salinan, django_db_blocker: Any) -> Bernomor:
    """KMN's report, grown with narrative to 200 pages or more."""
    with django_db_blocker.unblock(), transaction.atomic():
        kembalikan(salinan_kmn)
        dasar = susun_bernomor(konteks_laporan(Satker.objects.get(kode="247157"), 2023)).dokumen
        transaction.set_rollback(True)
    polos = beri_nomor(dasar)
    tambahan = len(repr(tumbuh(dasar, 1))) - len(repr(dasar))
    kurang = HALAMAN - cetak_pdf(polos, proses=2).jumlah_halaman
    return beri_nomor(tumbuh(dasar, max(1, -(-kurang * HURUF_SEHALAMAN // tambahan))))


def tumbuh(dokumen: Dokumen, kali: int) -> Dokumen:
    """The document with ``kali`` more paragraphs in each section that has no sections."""

    def isi(blok: tuple[Blok, ...], di_dalam: bool) -> tuple[Blok, ...]:
        anak = tuple(replace(b, isi=isi(b.isi, True)) if isinstance(b, SubBab) else b for b in blok)
        polos = di_dalam and not any(isinstance(b, SubBab) for b in blok)
        return (*anak, *(paragraf(f"{n}. {KALIMAT * 2}") for n in range(kali))) if polos else anak

    return replace(dokumen, bab=tuple(replace(b, isi=isi(b.isi, False)) for b in dokumen.bab))


def satu_narasi(naskah: Bernomor) -> Bernomor:
    """One more sentence in the last numbered chapter."""
    d = naskah.dokumen
    return beri_nomor(
        replace(d, bab=tuple(replace(b, isi=(*b.isi, paragraf(KALIMAT))) if b.kode == "bab4" else b for b in d.bab))
    )


def bab_narasi(jumlah: int) -> Bernomor:
    """A report of as many chapters, each some ten pages of narrative and small tables."""
    bab = [
        Bab(
            f"b{n}",
            f"Bab contoh {n}",
            tuple(
                SubBab(
                    f"Bagian {n}.{m}",
                    (*(paragraf(KALIMAT * 5) for _ in range(4)), tabel_kecil(f"t{n}.{m}", f"Tabel contoh {n}.{m}")),
                    kode=f"b{n}.{m}",
                )
                for m in range(12)
            ),
        )
        for n in range(jumlah)
    ]
    return beri_nomor(Dokumen("Laporan contoh", tuple(bab), kepala="Contoh"))


def detik(kerja: Callable[[], Any]) -> float:
    mulai = perf_counter()
    kerja()
    return perf_counter() - mulai


JENIS = {"parent": b"cetak_pdf(", "layout": b"lakin.cetak.pdf_kerja", "charts": b"lakin.cetak.svg_kerja"}
DINGIN = """
import pickle, sys, time
from pathlib import Path
from lakin.cetak.pdf import cetak_pdf
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import beri_nomor
naskah = beri_nomor(pickle.loads(Path(sys.argv[1]).read_bytes()))
mulai = time.perf_counter()
hasil = cetak_pdf(naskah, simpanan=Simpanan(Path(sys.argv[2])), proses=2)
print(time.perf_counter() - mulai, hasil.jumlah_halaman)
"""


def dingin(naskah: Path, simpanan: Path) -> tuple[float, int]:
    """Seconds and pages of a run in a process that did nothing else, as a worker is."""
    perintah = [sys.executable, "-c", DINGIN, str(naskah), str(simpanan)]
    keluar = subprocess.run(perintah, cwd=AKAR, check=True, capture_output=True, text=True).stdout.split()
    return float(keluar[0]), int(keluar[1])


class Memori:
    """The largest resident size of each kind of rendering process while a run lasts, in MiB."""

    def __enter__(self) -> Memori:
        self.puncak: dict[str, int] = {}
        self._selesai = threading.Event()
        self._benang = threading.Thread(target=self._amati)
        self._benang.start()
        return self

    def __exit__(self, *galat: object) -> None:
        self._selesai.set()
        self._benang.join()

    def _amati(self) -> None:
        while not self._selesai.wait(0.05):
            for jenis, puncak in self._ukur():
                self.puncak[jenis] = max(self.puncak.get(jenis, 0), puncak)

    @staticmethod
    def _ukur() -> Iterator[tuple[str, int]]:
        for p in Path("/proc").glob("[0-9]*/cmdline"):
            try:
                perintah = p.read_bytes()
                if jenis := next((n for n in JENIS if JENIS[n] in perintah), ""):
                    baris = (p.parent / "status").read_text().split("VmHWM:")[1]
                    yield jenis, int(baris.split()[0]) // 1024
            except (OSError, IndexError):
                continue


def libreoffice(docx: Path) -> None:
    subprocess.run(
        [str(LIBREOFFICE), "--headless", f"-env:UserInstallation=file://{docx.parent}/profil", "--convert-to", "pdf",
         "--outdir", str(docx.parent), str(docx)],
        check=True, capture_output=True,
    )  # fmt: skip


def test_dingin_berubah_dan_tetap_terhadap_libreoffice(benchmark: Any, naskah: Bernomor, tmp_path: Path) -> None:
    berubah = satu_narasi(naskah)
    waktu: dict[str, list[float]] = {"dingin": [], "berubah": [], "tetap": [], "libreoffice": []}
    pohon, halaman = tmp_path / "pohon", 0
    pohon.write_bytes(pickle.dumps(naskah.dokumen))
    docx = tmp_path / "lakin.docx"
    if LIBREOFFICE:
        docx.write_bytes(tulis_docx(naskah))
        libreoffice(docx)  # makes its profile
    puncak: dict[str, int] = {}
    for n in range(PUTARAN):
        simpanan = Simpanan(tmp_path / f"simpanan-{n}")
        with Memori() as memori:
            lama, halaman = dingin(pohon, simpanan.folder)
        waktu["dingin"].append(lama)
        puncak = {k: max(puncak.get(k, 0), v) for k, v in memori.puncak.items()}
        waktu["tetap"].append(detik(lambda s=simpanan: cetak_pdf(naskah, simpanan=s)))
        waktu["berubah"].append(detik(lambda s=simpanan: cetak_pdf(berubah, simpanan=s)))
        if LIBREOFFICE:
            waktu["libreoffice"].append(detik(lambda: libreoffice(docx)))
    tengah = {k: median(v) for k, v in waktu.items() if v}
    dasar = tengah.get("libreoffice", tengah["dingin"])
    nama = "the cold run (soffice is not installed: no ratio to LibreOffice)"
    if LIBREOFFICE:
        with pikepdf.open(docx.with_suffix(".pdf")) as berkas:
            nama = f"LibreOffice ({len(berkas.pages)} pages, {dasar:.1f} s)"
    print(f"\n{halaman} pages, medians of {PUTARAN} runs; of {nama}:")
    for apa, judul in (("dingin", "cold, two processes"), ("berubah", "one narrative changed"), ("tetap", "unchanged")):
        print(f"  {judul:24} {tengah[apa]:6.2f} s  ratio {tengah[apa] / dasar:.3f}  limit {LAJU[apa]}")
    print(f"  largest process, MiB     {puncak}  limit {BATAS_MEMORI}")
    simpanan = Simpanan(tmp_path / "simpanan-0")
    benchmark.pedantic(cetak_pdf, (naskah,), {"simpanan": simpanan}, rounds=PUTARAN)


def test_tumbuh_dari_50_ke_400_halaman(benchmark: Any) -> None:
    per_halaman: dict[int, tuple[float, dict[str, int]]] = {}
    bab_narasi_halaman = cetak_pdf(bab_narasi(2), proses=2).jumlah_halaman
    for halaman in (50, 100, 200, 400):
        bab = -(-2 * halaman // bab_narasi_halaman)
        naskah = bab_narasi(bab)
        mulai = perf_counter()
        with Memori() as memori:
            hasil = cetak_pdf(naskah, proses=2)
        per_halaman[hasil.jumlah_halaman] = (perf_counter() - mulai) / hasil.jumlah_halaman, memori.puncak
        with pikepdf.open(BytesIO(hasil.isi)) as berkas:
            assert len(berkas.pages) == hasil.jumlah_halaman
    awal = next(iter(per_halaman.values()))[0]
    print(
        "\nper page, of the smallest: "
        + ", ".join(f"{n} pages {w / awal:.2f} ({max(m.values())} MiB a layout)" for n, (w, m) in per_halaman.items())
    )
    benchmark.pedantic(cetak_pdf, (bab_narasi(1),), {"proses": 1}, rounds=1)
