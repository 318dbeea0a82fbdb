"""The Word file, read back: rows, merged cells, heads, sections, links, pictures, and the same bytes."""

from __future__ import annotations

import re
import shutil
import subprocess
import zipfile
from datetime import datetime
from io import BytesIO

import pytest
from docx import Document
from docx.oxml.ns import qn
from docx.table import Table

from lakin.cetak.docx import tulis_docx
from lakin.cetak.html_tabel import kepala_bertingkat
from lakin.dokumen.data_bagan import tabel_data
from lakin.dokumen.lebar import posisi_sel, teks_sel
from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Gambar, Sorotan, Tabel, TandaTangan
from tests.cetak.contoh import bernomor
from tests.cetak.test_html import JAHAT

SOFFICE = shutil.which("soffice")


@pytest.fixture(scope="module")
def isi() -> bytes:
    return tulis_docx(bernomor())


@pytest.fixture(scope="module")
def dokumen(isi):
    return Document(BytesIO(isi))


def bentuk(dokumen_: object) -> list[Tabel]:
    """The tables in the order in which they are written, those of the charts' data too."""
    hasil = []
    for simpul in telusur(dokumen_):
        if isinstance(simpul, Tabel) and not simpul.kosong:
            hasil.append(simpul)
        elif isinstance(simpul, Gambar) and simpul.dengan_tabel:
            hasil.append(tabel_data(simpul))
    return hasil


def tabel_data_saja(dokumen) -> list[Table]:
    """Tables with a head; what only places things side by side has none."""
    return [t for t in dokumen.tables if t._tbl.find(f".//{qn('w:tblHeader')}") is not None]


def harapan(tabel: Tabel) -> list[list[str]]:
    """The text of every place of the grid; a merged cell stands at each of its places."""
    kisi = [[""] * len(tabel.kolom) for _ in tabel.baris]
    for urut, kolom, sel in posisi_sel(tabel):
        for r in range(urut, urut + sel.baris):
            for k in range(kolom, kolom + sel.kolom):
                kisi[r][k] = teks_sel(sel.isi, tabel.kolom[kolom], sel.format)
    return kisi


def test_setiap_baris_setiap_tabel_terbaca_kembali(dokumen) -> None:
    tertulis, asal = tabel_data_saja(dokumen), bentuk(bernomor().dokumen)
    assert len(tertulis) == len(asal) >= 8
    for word, tabel in zip(tertulis, asal, strict=True):
        kepala = len(kepala_bertingkat(tabel))
        assert [[s.text for s in b.cells] for b in word.rows[kepala:]] == harapan(tabel), tabel.kode
        assert [s.text for s in word.rows[kepala - 1].cells] == [k.judul for k in tabel.kolom]
        berulang = [b._tr.find(f".//{qn('w:tblHeader')}") is not None for b in word.rows]
        assert berulang == [True] * kepala + [False] * len(tabel.baris)


def test_lebar_kolom_genap_selebar_bidang_teks(dokumen) -> None:
    for t in tabel_data_saja(dokumen):
        lebar = [int(g.get(qn("w:w"))) for g in t._tbl.tblGrid]
        assert sum(lebar) in (9071, 14570)
        assert min(lebar) > 200
        for baris in t._tbl.tr_lst:
            assert sum(int(c.tcPr.find(qn("w:tcW")).get(qn("w:w"))) for c in baris.tc_lst) == sum(lebar)


def test_judul_memakai_gaya_bawaan_dengan_nomornya(dokumen) -> None:
    judul = [(p.style.name, p.text) for p in dokumen.paragraphs if p.style.name.startswith("Heading")]
    assert ("Heading 1", "Bab III\nAkuntabilitas Kinerja") in judul
    assert ("Heading 1", "Lampiran 1\nPerjanjian Kinerja") in judul
    assert ("Heading 2", "3.1 Capaian indikator kinerja") in judul
    assert ("Heading 4", "Kendala") in judul
    naskah = bernomor()
    assert len(judul) == sum(b.jenis in ("bab", "subbab") for b in naskah.butir.values())


def test_halaman_mendatar_hanya_untuk_tabel_lebar(dokumen) -> None:
    arah = [s.orientation for s in dokumen.sections]
    assert arah.count(1) == 1
    letak = arah.index(1)
    assert arah[letak - 1] == arah[letak + 1] == 0
    for s in dokumen.sections:
        tepi = s.left_margin.mm + s.right_margin.mm
        assert round(s.page_width.mm - tepi) == (257 if s.orientation else 160)


def test_kepala_halaman_menyebut_babnya_dan_nomor_depan_romawi(dokumen) -> None:
    bagian = list(dokumen.sections)
    assert bagian[0].header.is_linked_to_previous  # the cover has neither head nor foot
    kepala = [s.header.paragraphs[0].text for s in bagian[1:]]
    assert kepala[0] == "Kata Pengantar\tLAKIN 2023"
    assert kepala.count("Bab III · Akuntabilitas Kinerja\tLAKIN 2023") == 3
    bentuk_nomor = [s._sectPr.find(qn("w:pgNumType")).get(qn("w:fmt")) for s in bagian]
    assert bentuk_nomor[:6] == ["lowerRoman"] * 6
    assert set(bentuk_nomor[6:]) == {"decimal"}
    assert all("PAGE" in s.footer.paragraphs[0]._p.xml for s in bagian[1:])


def test_daftar_dan_rujukan_menuju_penanda_yang_ada(dokumen) -> None:
    badan = dokumen.element.body
    penanda = [e.get(qn("w:name")) for e in badan.iter(qn("w:bookmarkStart"))]
    assert len(penanda) == len(set(penanda)) == len(bernomor().butir)
    tujuan = [e.get(qn("w:anchor")) for e in badan.iter(qn("w:hyperlink"))]
    bidang = [m[1] for e in badan.iter(qn("w:instrText")) if (m := re.match(r" PAGEREF (\S+) ", e.text))]
    naskah = bernomor()
    assert len(bidang) == len(naskah.daftar_isi()) + len(naskah.daftar_tabel) + len(naskah.daftar_gambar)
    assert set(tujuan) | set(bidang) <= set(penanda)


def test_nomor_halaman_yang_diketahui_sudah_tercetak() -> None:
    naskah = bernomor()
    dokumen = Document(BytesIO(tulis_docx(naskah, dict.fromkeys(naskah.butir, 77))))
    daftar = [p for p in dokumen.paragraphs if p.style.name.startswith("toc")]
    assert len(daftar) == len(naskah.daftar_isi())
    assert all("77" in p._p.xml for p in daftar)


def test_gambar_berupa_png_dengan_kata_penggantinya(dokumen, isi) -> None:
    judul = [g.bagan.judul for g in telusur(bernomor().dokumen) if isinstance(g, Gambar)]
    tertulis = [e.get("descr") for e in dokumen.element.body.iter(qn("wp:docPr"))]
    assert tertulis == judul
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        png = [n for n in arsip.namelist() if n.startswith("word/media/")]
        assert len(png) == len(judul)
        assert all(arsip.read(n).startswith(b"\x89PNG") for n in png)


def test_sorotan_dan_tanda_tangan_terbaca(dokumen) -> None:
    teks = "\n".join(s.text for t in dokumen.tables for b in t.rows for s in b.cells)
    for simpul in telusur(bernomor().dokumen):
        if isinstance(simpul, Sorotan):
            assert all(b.label in teks and b.keterangan in teks for b in simpul.butir)
        elif isinstance(simpul, TandaTangan):
            assert all(p.nama in teks for p in simpul.penanda_tangan)
    assert "NIP 19700101 199501 1 001" in teks
    assert "Rp 8,74 miliar" in teks


def test_na_dan_kosong_terpisah(dokumen) -> None:
    sel = [s.text for t in tabel_data_saja(dokumen) for b in t.rows for s in b.cells]
    assert sel.count("N/A") == 8
    assert sel.count("belum ada data") > 2
    assert "Belum ada data untuk tabel ini." in [p.text for p in dokumen.paragraphs]


def test_teks_pengguna_tidak_pernah_menjadi_markah() -> None:
    dokumen = Document(BytesIO(tulis_docx(bernomor(JAHAT))))
    teks = "\n".join(p.text for p in dokumen.paragraphs)
    assert "<script>alert(1)</script>" in teks
    assert not {"\x00", "\x08", "\u202e"} & set(teks)
    baik = {e.tag for e in Document(BytesIO(tulis_docx(bernomor()))).element.body.iter()}
    assert {e.tag for e in dokumen.element.body.iter()} == baik
    assert not [r for r in dokumen.part.rels.values() if r.is_external]


def test_bita_sama_tanpa_saat_dan_berbahasa_indonesia(isi, dokumen) -> None:
    assert tulis_docx(bernomor()) == isi
    with zipfile.ZipFile(BytesIO(isi)) as arsip:
        assert {datetime(*b.date_time).year for b in arsip.infolist()} == {1980}  # noqa: DTZ001
        assert "20" not in re.sub(rb"<[^>]*>", b"", arsip.read("docProps/core.xml")).decode().replace("2023", "")
        assert b'w:lang w:val="id-ID"' in re.sub(rb" xmlns:\w+=\"[^\"]*\"", b"", arsip.read("word/styles.xml"))
    sifat = dokumen.core_properties
    assert (sifat.title, sifat.author) == ("Laporan Akuntabilitas Kinerja Tahun 2023", "Balai Besar Contoh")


def test_daftar_bernomor_selalu_mulai_dari_satu(dokumen) -> None:
    nomor = [
        e.find(qn("w:numId")).get(qn("w:val"))
        for p in dokumen.paragraphs
        if (e := p._p.find(f".//{qn('w:numPr')}")) is not None and p.text in ("Waktu", "Alat")
    ]
    assert len(nomor) == 8
    assert len(set(nomor)) == 4


@pytest.mark.lama
@pytest.mark.skipif(SOFFICE is None, reason="LibreOffice tidak terpasang")
def test_libreoffice_membukanya_dengan_nomor_halaman_yang_benar(isi, tmp_path) -> None:
    (tmp_path / "contoh.docx").write_bytes(isi)
    subprocess.run(
        [SOFFICE, f"-env:UserInstallation={(tmp_path / 'profil').as_uri()}", "--headless", "--convert-to", "pdf",
         "--outdir", str(tmp_path), str(tmp_path / "contoh.docx")],
        check=True, capture_output=True, timeout=300,
    )  # fmt: skip
    import pdfplumber

    with pdfplumber.open(tmp_path / "contoh.pdf") as berkas:
        halaman = [(p.width, p.height, p.extract_text()) for p in berkas.pages]
    daftar = next(t for _, _, t in halaman if t.startswith("Daftar Tabel LAKIN"))
    nomor = dict(re.findall(r"^(Tabel \S+) .*?\.+ ?(\d+)$", daftar, re.M))
    assert len(nomor) == len(bernomor().daftar_tabel)
    for tabel, hal in nomor.items():
        assert tabel in halaman[int(hal) - 1][2]
    assert sum(lebar > tinggi for lebar, tinggi, _ in halaman) == 2
