"""The PDF itself: boxes inside the page, right page numbers, bookmarks, the same bytes, nothing fetched."""

import re
import subprocess
from collections import Counter

import pikepdf
import pytest

from lakin.capaian.angka_jelas import Angka
from lakin.cetak import pdf
from lakin.cetak.html import tulis_kertas
from lakin.cetak.pdf import SumberDitolak, cetak_pdf
from lakin.cetak.pdf_tata import GAYA_PLAIN, tata
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.lebar import posisi_sel
from tests.cetak.contoh import bernomor, pohon_anggaran, tabel_lebar
from tests.cetak.test_html import JAHAT
from tests.isi_pdf import halaman_pdf, teks_halaman

ROMAWI = {"ii": 2, "iii": 3, "iv": 4, "v": 5, "vi": 6}


@pytest.fixture(scope="module")
def naskah():
    return bernomor()


@pytest.fixture(scope="module")
def hasil(naskah, tmp_path_factory):
    tujuan = tmp_path_factory.mktemp("pdf") / "contoh.pdf"
    return tujuan, cetak_pdf(naskah, tujuan)


@pytest.fixture(scope="module")
def halaman(hasil):
    """Text and words of each page."""
    return halaman_pdf(hasil[0])


def test_setiap_kata_di_dalam_bidang_halaman(halaman):
    for nomor, (lebar, tinggi, _, kata) in enumerate(halaman, 1):
        tepi = 14 / 25.4 * 72
        for k in kata:
            di_dalam = tepi <= k.kiri and k.kanan <= lebar - tepi and k.atas >= 0 and k.bawah <= tinggi
            assert di_dalam, f"halaman {nomor}: {k.teks}"


def test_setiap_angka_berdiri_sendiri_di_kolomnya(hasil, halaman):
    """A figure that is too wide for its column would run into its neighbour and not be a word of its own."""
    tercetak = Counter(k.teks for _, _, _, kata in halaman for k in kata)
    for tabel in (tabel_lebar(), pohon_anggaran()):
        angka = Counter(
            tulis_sel(sel.isi, tabel.kolom[kolom].format)
            for _, kolom, sel in posisi_sel(tabel)
            if isinstance(sel.isi, Angka)
        )
        assert angka.total() > 150
        assert not angka - tercetak


def test_tabel_lebar_di_halaman_mendatar_dengan_keempat_belas_kolomnya(hasil, halaman):
    lebar, tinggi, teks, kata = halaman[hasil[1].halaman["bab3.rencana-aksi"] - 1]
    assert lebar > tinggi
    assert "123.456.789.000" in teks
    assert [k.teks for k in kata].count("S") == 4


def test_setelah_tabel_lebar_halaman_tegak_lagi(hasil, halaman):
    lebar, tinggi, _, _ = halaman[hasil[1].halaman["bab3.keuangan"] - 1]
    assert lebar < tinggi


def test_kepala_tabel_panjang_berulang_di_setiap_halamannya(hasil, halaman):
    awal, akhir = hasil[1].halaman["bab3.pohon-anggaran"], hasil[1].halaman["bab3.grafik-belanja"]
    assert akhir - awal >= 3
    berisi = [i for i in range(awal, akhir + 1) if "6077.BAD." in halaman[i - 1][2]]
    assert len(berisi) >= 3
    for i in berisi:
        assert "Pagu (Rp)" in halaman[i - 1][2], i
    semua = "".join(t for _, _, t, _ in halaman)
    assert all(f"6077.BAD.{i:03d}" in semua for i in range(120))


def test_baris_di_bawah_satu_sel_gabungan_tidak_terpisah_halaman(hasil, halaman):
    awal = hasil[1].halaman["bab3.rencana-aksi"]
    for _, _, teks, _ in halaman[awal - 1 : awal + 1]:
        for s in range(1, 9):
            jumlah = sum(f"nomor {s}.{j}" in teks for j in (1, 2, 3))
            assert jumlah in (0, 3), s


def _daftar(halaman):
    """Entry -> page number as printed in the lists of the front matter."""
    hasil = {}
    for _, _, teks, _ in halaman[3:6]:
        for baris in teks.splitlines():
            if cocok := re.match(r"(.*?)\s*(?:\.\s*){3,}\s*(\w+)$", baris):
                hasil[cocok[1]] = ROMAWI.get(cocok[2]) or int(cocok[2])
    return hasil


def test_nomor_halaman_di_daftar_sama_dengan_halaman_sebenarnya(naskah, hasil, halaman):
    daftar = _daftar(halaman)
    butir = [*naskah.daftar_isi(), *naskah.daftar_tabel, *naskah.daftar_gambar]
    assert len(daftar) == len(butir)
    for b in butir:
        nama = f"{b.nomor} {b.judul}".strip()
        assert daftar[nama] == hasil[1].halaman[b.kode], nama
        teks = halaman[daftar[nama] - 1][2].replace("\n", " ")
        assert nama in teks


def test_nomor_yang_tercetak_di_kaki_sama_dengan_urutan_halaman(halaman):
    for nomor, (_, _, teks, _) in enumerate(halaman[1:], 2):
        kaki = teks.splitlines()[-1]
        assert (ROMAWI.get(kaki) or int(kaki)) == nomor


def test_kepala_halaman_menyebut_bab_dan_laporan(hasil, halaman):
    kepala = halaman[hasil[1].halaman["bab3.pohon-anggaran"]][2].splitlines()[0]
    assert kepala == "Bab III · Akuntabilitas Kinerja LAKIN 2023"


def test_judul_tabel_sehalaman_dengan_baris_pertamanya(hasil, halaman):
    for kode, isi in [
        ("bab3.pohon-anggaran", "6077.BAD.000"),
        *((f"bab3.indikator-{i}", "26,35") for i in range(1, 5)),
    ]:
        assert isi in halaman[hasil[1].halaman[kode] - 1][2]


def test_markah_buku_menurut_bab_dan_subbab(hasil, naskah):
    with pikepdf.open(hasil[0]) as berkas, berkas.open_outline() as garis:
        judul = [b.title for b in garis.root]
        assert judul == [f"{b.nomor} · {b.judul}" if b.nomor else b.judul for b in naskah.daftar_isi(1)]
        bab3 = next(b for b in garis.root if b.title.startswith("Bab III"))
        assert [b.title for b in bab3.children] == ["3.1 Capaian indikator kinerja", "3.2 Rencana aksi", "3.3 Keuangan"]


def test_bahasa_judul_dan_varian_arsip(hasil):
    with pikepdf.open(hasil[0]) as berkas:
        assert str(berkas.Root.Lang) == "id"
        assert str(berkas.docinfo["/Title"]) == "Laporan Akuntabilitas Kinerja Tahun 2023"
        meta = berkas.Root.Metadata.read_bytes().decode()
    assert re.search(r"pdfaid:part[=>\"]+3", meta)
    assert re.search(r"pdfaid:conformance[=>\"]+A", meta)
    assert re.search(r"pdfuaid:part[=>\"]+1", meta)  # `make pdf-check` holds the claims against veraPDF


def test_huruf_tertanam_dari_noto(hasil):
    keluar = subprocess.run(["pdffonts", hasil[0]], capture_output=True, text=True, check=True).stdout
    huruf = keluar.splitlines()[2:]
    assert huruf
    assert all("Noto" in h for h in huruf), keluar


def test_qpdf_tidak_menemukan_kesalahan(hasil):
    assert subprocess.run(["qpdf", "--check", hasil[0]], capture_output=True).returncode == 0


def test_dua_kali_cetak_byte_yang_sama(hasil, naskah, monkeypatch):
    """A large document is laid out by processes of its own."""
    monkeypatch.setattr(pdf, "_KECIL", 1)
    assert cetak_pdf(naskah).isi == hasil[1].isi


def test_kemajuan_dilaporkan(naskah):
    langkah = []
    cetak_pdf(naskah, lapor=lambda apa, n, dari: langkah.append((n, dari)))
    jumlah = len(naskah.dokumen.bab) + 3
    assert langkah == sorted(langkah)
    assert langkah[0] == (0, jumlah)
    assert langkah[-1] == (jumlah, jumlah)
    assert {n for n, _ in langkah} >= set(range(len(naskah.dokumen.bab) + 1))


def test_teks_jahat_tercetak_sebagai_teks(tmp_path):
    hasil = cetak_pdf(bernomor(JAHAT), tmp_path / "x.pdf")
    teks = teks_halaman(tmp_path / "x.pdf")[hasil.halaman["ikhtisar"] - 1]
    assert "<script>alert(1)</script>" in teks


@pytest.mark.parametrize(
    "markah",
    [
        '<img src="file:///etc/passwd">',
        '<img src="http://127.0.0.1:9/x.png">',
        '<img src="data:image/png;base64,iVBORw0KGgo=">',
        '<link rel="stylesheet" href="file:///etc/passwd">',
        "<style>p { background: url(file:///etc/passwd) }</style>",
        '<style>@import "http://127.0.0.1:9/x.css";</style>',
        "<style>@font-face { font-family: X; src: url(file:///etc/passwd) } p { font-family: X }</style>",
        '<svg><image href="file:///etc/passwd" width="9" height="9"/></svg>',
        '<object data="file:///etc/passwd"></object>',
        '<a rel="attachment" href="file:///etc/passwd">x</a>',
    ],
)
def test_penata_halaman_menolak_membaca_apa_pun(naskah, markah):
    """Even were markup to slip through the writer, the renderer opens nothing."""
    html = tulis_kertas(naskah).split("<section")[0] + f"<p>x</p>{markah}</main></body></html>"
    with pytest.raises(SumberDitolak):
        tata(html, GAYA_PLAIN)
