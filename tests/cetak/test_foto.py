"""Pictures in a document: numbered with the charts, on paper with their alternative text, never from anywhere else."""

from __future__ import annotations

import base64
import hashlib
import re
from collections.abc import Iterator
from io import BytesIO
from typing import Any

import pdfplumber
import pikepdf
import pytest
from docx import Document

from lakin.berkas.gambar import GambarBersih, bersihkan_gambar
from lakin.cetak.docx import tulis_docx
from lakin.cetak.foto import FotoHilang
from lakin.cetak.html import tulis_berkas, tulis_fragmen, tulis_kertas
from lakin.cetak.html_mandiri import tulis_mandiri
from lakin.cetak.pdf import SumberDitolak, cetak_pdf, gaya_layar
from lakin.cetak.pdf_tata import GAYA_PLAIN, tata
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import Bernomor, beri_nomor
from lakin.dokumen.pohon import Bab, DaftarGambar, Dokumen, Foto, JenisBab, Sitasi, paragraf
from tests.cetak.contoh import KALIMAT, grafik_triwulan
from tests.foto import berkas, gambar

LANSKAP, PINDAIAN, PERSEGI, KECIL = (
    bersihkan_gambar(berkas(gambar(1600, 900))),
    bersihkan_gambar(berkas(gambar(1240, 2400))),
    bersihkan_gambar(berkas(gambar(900, 900))),
    bersihkan_gambar(berkas(gambar(320, 240, "1"), "PNG")),
)
ISI = {g.sidik: g.isi for g in (LANSKAP, PINDAIAN, PERSEGI, KECIL)}
JAHAT = 'Piagam "utama" <script>alert(1)</script> src="lakin-foto:' + "0" * 64 + '"'
MM = 72 / 25.4


def sumber(sidik: str, /) -> bytes:
    if sidik not in ISI:
        raise FotoHilang(f"{sidik} tidak ada")
    return ISI[sidik]


def foto(kode: str, g: GambarBersih, **lain: Any) -> Foto:
    isi = {"judul": f"Judul {kode}", "alt": f"Yang tampak pada {kode}"} | lain
    return Foto(kode, sidik=g.sidik, jenis=g.jenis, lebar=g.lebar, tinggi=g.tinggi, **isi)


def naskah() -> Bernomor:
    bab1 = (
        paragraf(KALIMAT, "Lihat ", Sitasi("foto-2"), "."),
        grafik_triwulan(),
        foto("foto-1", LANSKAP, sumber="Tata usaha", catatan=("12 Mei 2023",)),
        foto("foto-2", KECIL, judul=JAHAT, alt=JAHAT, setengah=True),
        foto("foto-3", LANSKAP, setengah=True),
        paragraf(KALIMAT),
        foto("foto-4", PINDAIAN),
    )
    bab = (
        Bab("depan", "Daftar Gambar", (DaftarGambar(),), JenisBab.DEPAN),
        Bab("bab1", "Pendahuluan", bab1),
        Bab("bukti", "Bukti", (foto("foto-1", PERSEGI),), JenisBab.LAMPIRAN),
    )
    return beri_nomor(Dokumen("Contoh", bab, kepala="Contoh"))


@pytest.fixture(scope="module")
def pdf() -> bytes:
    return cetak_pdf(naskah(), proses=1, foto=sumber).isi


def gambar_pdf(isi: bytes) -> list[tuple[int, float, float]]:
    """Page (from 1), width and height in millimetres of every picture."""
    with pdfplumber.open(BytesIO(isi)) as berkas:
        return [
            (n, round((g["x1"] - g["x0"]) / MM), round((g["bottom"] - g["top"]) / MM))
            for n, h in enumerate(berkas.pages, 1)
            for g in h.images
        ]


def unsur(simpul: Any, jenis: str) -> Iterator[Any]:
    if isinstance(simpul, pikepdf.Array):
        for s in simpul:
            yield from unsur(s, jenis)
    elif isinstance(simpul, pikepdf.Dictionary):
        if simpul.get("/S") == jenis:
            yield simpul
        if "/K" in simpul:
            yield from unsur(simpul.K, jenis)


def test_foto_bernomor_bersama_bagan_dan_dapat_dirujuk() -> None:
    b = naskah()
    assert [(x.kode, x.nomor) for x in b.daftar_gambar] == [
        ("bab3.grafik-triwulan", "Gambar 1.1"),
        ("foto-1", "Gambar 1.2"),
        ("foto-2", "Gambar 1.3"),
        ("foto-3", "Gambar 1.4"),
        ("foto-4", "Gambar 1.5"),
        ("foto-1 2", "Gambar L1.1"),
    ]
    assert b.sebutan("foto-2") == "Gambar 1.3"


def test_foto_di_kertas_utuh_bernomor_dan_beralternatif(pdf: bytes) -> None:
    semua = gambar_pdf(pdf)
    assert len(semua) == 5
    (h1, l1, t1), (h2, l2, _), (h3, l3, _), (h4, l4, t4), (_, l5, t5) = semua
    assert (l1, t1) == (160, 90), "the whole width of the text"
    assert l2 == pytest.approx(76, abs=2)
    assert l3 == pytest.approx(76, abs=2)
    assert h2 == h3 == h1
    assert t4 == 205, "a scanned page is to be read"
    assert (l5, t5) == (130, 130), "a photo leaves room for text"
    assert l4 == pytest.approx(t4 * 1240 / 2400, abs=1)
    with pdfplumber.open(BytesIO(pdf)) as berkas:
        teks = [h.extract_text() for h in berkas.pages]
        a, b = berkas.pages[h2 - 1].images[1:3]
        assert a["top"] == pytest.approx(b["top"], abs=1), "two of half the width stand side by side"
        assert b["x0"] >= a["x1"]
    assert "Gambar 1.2 Judul foto-1" in teks[h1 - 1]
    assert "12 Mei 2023" in teks[h1 - 1]
    assert "Sumber: Tata usaha" in teks[h1 - 1]
    assert "Lihat Gambar 1.3" in teks[1]
    assert "Gambar 1.5 Judul foto-4" in teks[h4 - 1], "the caption stays with the tall scan"
    assert "Gambar L1.1" in teks[0], "the list of figures names it"
    with pikepdf.open(BytesIO(pdf)) as berkas:
        alt = [str(f.get("/Alt")) for f in unsur(berkas.Root.StructTreeRoot.K, "/Figure")]
        assert [a for a in alt if "foto" in a] == [
            "Yang tampak pada foto-1", JAHAT, "Yang tampak pada foto-3", "Yang tampak pada foto-4",
            "Yang tampak pada foto-1",
        ]  # fmt: skip
        isi = [bytes(o.read_raw_bytes()) for o in berkas.objects if _foto_jpeg(o)]
        assert LANSKAP.isi in isi, "the JPEG goes into the file as it is"
        assert not any(o.get("/Interpolate", False) for o in berkas.objects if _gambar(o)), "PDF/A forbids it"


def _gambar(o: Any) -> bool:
    return isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"


def _foto_jpeg(o: Any) -> bool:
    return _gambar(o) and o.get("/Filter") == "/DCTDecode"


def test_bita_sama_dari_dua_proses_dan_dari_simpanan(pdf: bytes, tmp_path: Any) -> None:
    assert cetak_pdf(naskah(), proses=2, foto=sumber).isi == pdf
    simpanan = Simpanan(tmp_path)
    assert cetak_pdf(naskah(), proses=1, simpanan=simpanan, foto=sumber).isi == pdf
    diminta: list[str] = []

    def catat(sidik: str, /) -> bytes:
        diminta.append(sidik)
        return sumber(sidik)

    lagi = cetak_pdf(naskah(), simpanan=simpanan, foto=catat)
    assert (lagi.isi, lagi.ditata, diminta) == (pdf, (), [])


def test_foto_lain_pada_tempat_yang_sama_menata_ulang_babnya(tmp_path: Any) -> None:
    def satu(g: GambarBersih) -> Bernomor:
        return beri_nomor(Dokumen("x", (Bab("a", "A", (foto("foto-1", g),)), Bab("b", "B", (paragraf("x"),)))))

    simpanan = Simpanan(tmp_path)
    cetak_pdf(satu(LANSKAP), simpanan=simpanan, foto=sumber)
    assert cetak_pdf(satu(PINDAIAN), simpanan=simpanan, foto=sumber).ditata == ("a",)


@pytest.mark.parametrize("proses", [1, 2])
def test_foto_yang_hilang_menghentikan_cetakan(proses: int) -> None:
    with pytest.raises(FotoHilang):
        cetak_pdf(naskah(), proses=proses)
    with pytest.raises(FotoHilang):
        tulis_docx(naskah())


@pytest.mark.parametrize("alamat", ["lakin-foto:" + "0" * 64, "lakin-foto:../../x", "LAKIN-FOTO:" + "0" * 64])
def test_penata_hanya_menjawab_foto_yang_diserahkan(alamat: str) -> None:
    html = tulis_kertas(naskah()).split("<section")[0] + f'<img src="{alamat}"></main></body></html>'
    with pytest.raises(SumberDitolak):
        tata(html, GAYA_PLAIN, ISI)


def test_html_menyebut_alamat_kita_dan_berkas_tunggal_memuat_bitanya() -> None:
    b = naskah()
    layar = tulis_fragmen(b, lambda f: f"/foto/{f.sidik}/")
    assert re.findall(r'<img src="([^"]*)"', layar) == [
        f"/foto/{g.sidik}/" for g in (LANSKAP, KECIL, LANSKAP, PINDAIAN, PERSEGI)
    ]
    assert "<script>" not in layar
    assert 'width="1600" height="900" loading="lazy"' in layar
    tanpa = tulis_fragmen(b)
    assert "<img" not in tanpa
    assert "Yang tampak pada foto-1" in tanpa
    for tunggal in (tulis_berkas(b, gaya_layar(), sumber), tulis_mandiri(b, "{}", "p", sumber)):
        isi = re.findall(r'<img src="data:image/(?:jpeg|png);base64,([^"]*)"', tunggal)
        assert {hashlib.sha256(base64.b64decode(x)).hexdigest() for x in isi} == set(ISI)
        assert tunggal.count("<img") == len(isi) == 5
    assert "img-src data:;" in tulis_mandiri(b, "{}", "p", sumber)


def test_sidik_atau_jenis_karangan_tidak_menjadi_alamat() -> None:
    for lain in ({"sidik": '"><script>'}, {"jenis": "image/svg+xml"}):
        isi = {"sidik": LANSKAP.sidik, "jenis": LANSKAP.jenis} | lain
        b = beri_nomor(Dokumen("x", (Bab("a", "A", (Foto("foto-1", "J", "A", lebar=9, tinggi=9, **isi),)),)))
        for tulis in (lambda b=b: tulis_kertas(b), lambda b=b: tulis_berkas(b, "", sumber)):
            with pytest.raises(FotoHilang):
                tulis()


def test_word_memuat_gambar_keterangan_dan_teks_alternatif() -> None:
    isi = tulis_docx(naskah(), foto=sumber)
    assert tulis_docx(naskah(), foto=sumber) == isi
    dokumen = Document(BytesIO(isi))
    gambar_docx = [(s.width.mm, s.height.mm) for s in dokumen.inline_shapes]
    assert [(round(a), round(t)) for a, t in gambar_docx[1:]] == [(160, 90), (78, 58), (78, 44), (106, 205), (130, 130)]
    alt = [e.get("descr") for e in dokumen.element.body.iter("{*}docPr")]
    assert alt[1:3] == ["Yang tampak pada foto-1", JAHAT]
    teks = [p.text for p in dokumen.paragraphs]
    assert "Gambar 1.2 Judul foto-1" in teks
    bagian = {hashlib.sha256(p.blob).hexdigest() for p in dokumen.part.package.iter_parts() if "media" in p.partname}
    assert set(ISI) <= bagian
