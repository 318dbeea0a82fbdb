"""Documents by their content: what is kept as it came, what is refused and with which sentence."""

from __future__ import annotations

import hashlib
import tracemalloc

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile, TemporaryUploadedFile

from lakin.berkas.dokumen import PDF, BerkasTerlaluBesar, dokumen_sah
from lakin.berkas.jenis import nama_unduh, sebutan_jenis
from lakin.berkas.kantor import DOCX, XLSX
from lakin.berkas.models import Berkas
from lakin.berkas.selectors import nama_isi
from lakin.berkas.services import simpan_dokumen
from lakin.web.galat import GalatDomain
from tests import dokumen_bukti as buat
from tests.foto import berkas as gambar
from tests.foto import bom_png


def unggahan(isi: bytes, nama: str = "Surat.pdf") -> SimpleUploadedFile:
    return SimpleUploadedFile(nama, isi, "text/html")


@pytest.mark.parametrize(
    "isi, jenis, halaman, kata",
    [
        (buat.pdf(3), PDF, 3, "PDF"),
        (buat.docx(), DOCX, None, "Word"),
        (buat.xlsx(), XLSX, None, "Excel"),
        (gambar(), "image/jpeg", None, "Gambar"),
        (gambar(bentuk="PNG"), "image/png", None, "Gambar"),
    ],
    ids=["pdf", "docx", "xlsx", "jpeg", "png"],
)
def test_jenis_menurut_isi_dan_sidik_menurut_berkas_asli(
    isi: bytes, jenis: str, halaman: int | None, kata: str
) -> None:
    with dokumen_sah(unggahan(isi, "apa pun.exe")) as d:
        assert (d.jenis, d.halaman, d.ukuran) == (jenis, halaman, len(isi))
        assert d.sidik == hashlib.sha256(isi).hexdigest()
        assert d.isi.read() == isi
    assert sebutan_jenis(jenis) == kata


@pytest.mark.parametrize(
    "isi, kalimat",
    [
        (b"", "kosong"),
        (b"MZ\x90\0" + bytes(99), "bukan PDF"),
        (b"<!doctype html><script>alert(1)</script>", "bukan PDF"),
        (b"\xd0\xcf\x11\xe0" + bytes(600), "bentuk lama"),
        (buat.pdf()[:-200], "rusak"),
        (b"%PDF-1.7\n<html>\n%%EOF\n", "rusak"),
        (buat.pdf(0), "tidak memuat halaman"),
        (buat.pdf(sandi="rahasia"), "terenkripsi"),
        (buat.pdf(sandi=""), "terenkripsi"),
        (buat.ditambah(buat.docx(), "word/vbaProject.bin"), "makro"),
        (buat.diganti(buat.docx(), b".document.main+xml", b".document.macroEnabled.main+xml"), "makro"),
        (buat.ditambah(buat.xlsx(), "xl/macrosheets/sheet1.xml"), "makro"),
        (buat.ditambah(buat.xlsx(), "../../etc/cron.d/x"), "rusak"),
        (buat.ditambah(buat.xlsx(), "/xl/x.xml"), "rusak"),
        (buat.bom_zip(), "mengembang"),
        (buat.bom_zip(jujur=False), "rusak"),
        (buat.xlsx()[:-30], "rusak"),
        (buat.xlsx() + b"<html>", "rusak"),
        (bom_png(), "piksel"),
        (gambar(bentuk="PNG")[:400], "rusak"),
    ],
)
def test_yang_berbahaya_atau_rusak_ditolak_dengan_sebabnya(isi: bytes, kalimat: str) -> None:
    with pytest.raises(GalatDomain, match=kalimat):
        with dokumen_sah(unggahan(isi)):
            pass


def test_zip_biasa_bukan_berkas_office() -> None:
    with pytest.raises(GalatDomain, match="arsip zip"):
        with dokumen_sah(unggahan(buat.diganti(buat.docx(), b"wordprocessingml", b"lain"))):
            pass


def test_lebih_dari_20_mb_ditolak_sebelum_dibaca() -> None:
    besar = unggahan(b"")
    besar.size = 25 * 1024 * 1024
    with pytest.raises(BerkasTerlaluBesar, match="20 MB"):
        with dokumen_sah(besar):
            pass


def test_pdf_yang_mengembang_tidak_menghabiskan_memori_peladen() -> None:
    with pytest.raises(GalatDomain, match="rusak"):
        with dokumen_sah(unggahan(buat.bom_pdf())):
            pass


@pytest.mark.django_db
def test_disimpan_sepotong_sepotong_di_bawah_nama_sendiri() -> None:
    isi = buat.pdf()
    isi = isi[:-6] + b"%" + b"x" * 15_000_000 + b"\n" + isi[-6:]
    with TemporaryUploadedFile("../../Surat Tugas", "x/y", len(isi), None) as sementara:
        sementara.write(isi)
        sementara.seek(0)
        sidik = hashlib.sha256(isi).hexdigest()
        del isi
        tracemalloc.start()
        with dokumen_sah(sementara) as d:
            b = simpan_dokumen(dokumen=d, nama=sementara.name or "", oleh=None)
        puncak = tracemalloc.get_traced_memory()[1]
        tracemalloc.stop()
    assert puncak < 3_000_000, puncak
    assert (b.isi.name, b.nama, b.halaman) == (nama_isi(sidik), "Surat Tugas", 2)
    assert nama_unduh(b) == "Surat Tugas.pdf"
    assert default_storage.size(b.isi.name) == b.ukuran
    assert Berkas.objects.get() == b
