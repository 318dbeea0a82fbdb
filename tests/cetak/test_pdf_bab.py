"""By chapter: the pages of the single run, the same bytes whichever way, only what changed, cancelling, tags, data."""

import io
import os
import re
import subprocess
from collections import Counter
from dataclasses import replace
from pathlib import Path

import pikepdf
import pytest

from lakin.cetak import pdf_bab
from lakin.cetak.html import tulis_kertas
from lakin.cetak.pdf import Lampiran, cetak_pdf
from lakin.cetak.pdf_regu import AKAR, GagalTata, Regu
from lakin.cetak.pdf_tata import GAYA_PLAIN, SumberDitolak, tata
from lakin.cetak.simpanan import Simpanan
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import BarisTabel, Kolom, Sel, SubBab, Tabel, paragraf
from tests.cetak.contoh import KALIMAT, bernomor, dokumen

FAKTA = Lampiran("fakta.json", b'{"versi":1}', "application/json", "Data laporan")


def ubah(kode: str, isi: str):
    """The example with one more paragraph at the end of a chapter."""
    d = dokumen()
    bab = tuple(replace(b, isi=(*b.isi, paragraf(isi))) if b.kode == kode else b for b in d.bab)
    return beri_nomor(replace(d, bab=bab))


@pytest.fixture(scope="module")
def naskah():
    return bernomor()


@pytest.fixture(scope="module")
def simpanan(tmp_path_factory):
    return Simpanan(tmp_path_factory.mktemp("simpanan") / "cetak")


@pytest.fixture(scope="module")
def dingin(naskah, simpanan):
    """Nothing kept, in this process."""
    return cetak_pdf(naskah, simpanan=simpanan, proses=1, lampiran=(FAKTA,))


@pytest.fixture(scope="module")
def berkas(dingin):
    with pikepdf.open(io.BytesIO(dingin.isi)) as pdf:
        yield pdf


def kata(isi: bytes) -> list[list[tuple[int, int, str]]]:
    """Words of each page with their places."""
    bbox = subprocess.run(["pdftotext", "-bbox", "-", "-"], input=isi, capture_output=True, check=True).stdout.decode()
    hasil = [
        sorted((round(float(x)), round(float(y)), k) for x, y, k in _KATA.findall(halaman))
        for halaman in bbox.split("<page ")[1:]
    ]
    assert all(hasil)
    return hasil


_KATA = re.compile(r'<word xMin="([\d.]+)" yMin="([\d.]+)"[^>]*>(.*?)</word>')


def test_teks_dan_letaknya_sama_dengan_cetak_sekaligus(naskah, dingin, monkeypatch) -> None:
    sekaligus = kata(tata(tulis_kertas(naskah), GAYA_PLAIN).isi)
    assert kata(dingin.isi) == sekaligus
    monkeypatch.setattr(pdf_bab, "PANJANG_BAGIAN", 1)
    terpotong = [n for b in naskah.dokumen.bab for n in pdf_bab.PenulisBab(naskah).potongan(b)]
    assert len(terpotong) >= len(naskah.dokumen.bab) + 2
    assert kata(cetak_pdf(naskah, proses=1).isi) == sekaligus


def test_byte_yang_sama_dingin_tersimpan_dan_dua_proses(naskah, simpanan, dingin) -> None:
    assert dingin.ditata == tuple(b.kode for b in naskah.dokumen.bab)
    hangat = cetak_pdf(naskah, simpanan=simpanan, lampiran=(FAKTA,))
    assert hangat.ditata == ()
    assert hangat.halaman == dingin.halaman
    dua = cetak_pdf(naskah, proses=2, lampiran=(FAKTA,))
    assert hangat.isi == dua.isi == dingin.isi


def test_satu_paragraf_hanya_menata_babnya(simpanan, dingin) -> None:
    """The chapter keeps its number of pages, so that not even the lists are laid out again."""
    hasil = cetak_pdf(ubah("bab4", "Satu kalimat tambahan."), simpanan=simpanan, lampiran=(FAKTA,))
    assert hasil.ditata == ("bab4",)
    assert hasil.isi != dingin.isi


def test_bab_yang_memanjang_hanya_menambah_daftar(simpanan, dingin) -> None:
    panjang = ubah("bab1", KALIMAT * 40)
    hasil = cetak_pdf(panjang, simpanan=simpanan, lampiran=(FAKTA,))
    assert set(hasil.ditata) == {"bab1", "daftar-isi", "daftar-tabel", "daftar-gambar"}
    assert hasil.jumlah_halaman > dingin.jumlah_halaman
    assert hasil.isi == cetak_pdf(panjang, proses=1, lampiran=(FAKTA,)).isi


def test_lampiran_yang_lain_tidak_menata_apa_pun(naskah, simpanan, dingin) -> None:
    hasil = cetak_pdf(naskah, simpanan=simpanan, lampiran=(replace(FAKTA, isi=b"{}"),))
    assert hasil.ditata == ()
    assert hasil.isi != dingin.isi


def test_simpanan_yang_rusak_ditata_lagi(naskah, simpanan, dingin) -> None:
    for berkas in simpanan.folder.iterdir():
        berkas.write_bytes(berkas.read_bytes()[:-1])
    assert cetak_pdf(naskah, simpanan=simpanan, lampiran=(FAKTA,)).isi == dingin.isi


def test_simpanan_membuang_yang_terlama_dan_tidak_menyisakan_berkas_setengah(tmp_path: Path) -> None:
    simpanan = Simpanan(tmp_path / "s", batas=250)
    for n, kunci in enumerate("abc"):
        simpanan.taruh(kunci, b"x" * 80)
        os.utime(tmp_path / "s" / kunci, (n, n))
    assert simpanan.ambil("a") == b"x" * 80  # now the one that was used last
    simpanan.rapikan()
    assert sorted(p.name for p in (tmp_path / "s").iterdir()) == ["a", "c"]
    assert simpanan.ambil("b") is None


@pytest.mark.parametrize("proses", [1, 2])
def test_dibatalkan_di_tengah_berhenti_bersih(naskah, tmp_path: Path, proses: int) -> None:
    class Batal(Exception):
        pass

    def lapor(langkah: str, selesai: int, jumlah: int) -> None:
        if selesai >= 2:
            raise Batal

    with pytest.raises(Batal):
        cetak_pdf(naskah, tmp_path / "x.pdf", lapor, simpanan=Simpanan(tmp_path / "s"), proses=proses)
    assert not (tmp_path / "x.pdf").exists()
    anak = [p for p in Path("/proc").glob("[0-9]*/stat") if _induk(p) == os.getpid()]
    assert not [p for p in anak if b"pdf_kerja" in (p.parent / "cmdline").read_bytes()]


def _induk(stat: Path) -> int:
    try:
        return int(stat.read_text().rpartition(")")[2].split()[1])
    except OSError:
        return 0


def test_proses_menolak_membaca_dan_yang_terbunuh_diganti() -> None:
    with Regu(1) as regu:
        assert AKAR.joinpath("manage.py").exists()
        with pytest.raises(SumberDitolak, match="/etc/passwd"):
            regu.tata('<html lang="id"><title>x</title><img alt="" src="file:///etc/passwd">', GAYA_PLAIN).result()
        regu._proses[0].kill()
        assert regu.tata('<html lang="id"><title>x</title><p>teks', GAYA_PLAIN).result().ukuran
        with pytest.raises(GagalTata):
            regu.tata("<p>x", ("tidak-ada.css",)).result()


# --- the file ----------------------------------------------------------------


def test_setiap_kaitan_punya_tujuan_dan_ke_halaman_yang_benar(berkas, naskah, dingin) -> None:
    nama = list(berkas.Root.Names.Dests.Names)
    tujuan = {str(k): v for k, v in zip(nama[::2], nama[1::2], strict=True)}
    assert list(tujuan) == sorted(tujuan)
    halaman = {h.obj.objgen: n for n, h in enumerate(berkas.pages, 1)}
    for kode, b in naskah.butir.items():
        assert halaman[tujuan[b.jangkar][0].objgen] == dingin.halaman[kode]
    kaitan = [a for h in berkas.pages for a in h.obj.get("/Annots", ())]
    butir = [*naskah.daftar_isi(), *naskah.daftar_tabel, *naskah.daftar_gambar]
    assert len(kaitan) >= len(butir) + 10
    for a in kaitan:
        assert str(a.Dest) in tujuan
        assert "lakin:" not in str(a.Contents)
    assert {str(a.Dest) for a in kaitan} >= {b.jangkar for b in butir}


def test_label_halaman_seperti_yang_tercetak(berkas) -> None:
    assert [h.label for h in berkas.pages][:6] == ["i", "ii", "iii", "iv", "v", "vi"][:6]
    assert berkas.pages[-1].label == str(len(berkas.pages))


def test_lampiran_di_dalam_berkas(berkas) -> None:
    satu = berkas.attachments["fakta.json"]
    assert satu.get_file().read_bytes() == FAKTA.isi
    assert str(berkas.Root.AF[0].AFRelationship) == "/Data"
    assert str(satu.obj.EF.F.Params.ModDate).startswith("D:2000")


def test_tanpa_jam_dan_tanpa_acak(dingin) -> None:
    with pikepdf.open(io.BytesIO(dingin.isi)) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        assert not re.search(rb"CreateDate|ModifyDate|uuid", pdf.Root.Metadata.read_bytes())


def telusur(simpul, induk=None):
    """Elements of the structure tree with their parents."""
    for anak in simpul.K if isinstance(simpul.K, pikepdf.Array) else [simpul.K]:
        if isinstance(anak, pikepdf.Dictionary) and anak.get("/Type") == "/StructElem":
            yield anak, simpul
            yield from telusur(anak, simpul)


def test_pohon_struktur_tersambung(berkas) -> None:
    akar = berkas.Root.StructTreeRoot
    assert bool(berkas.Root.MarkInfo.Marked)
    unsur = list(telusur(akar))
    jenis = Counter(str(u.S) for u, _ in unsur)
    assert {"/H1", "/H2", "/P", "/Table", "/TR", "/TH", "/TD", "/Caption", "/Figure", "/Link", "/L"} <= jenis.keys()
    assert all(u.P.objgen == induk.objgen for u, induk in unsur)
    assert all(str(u.get("/Alt", "")) for u, _ in unsur if u.S == "/Figure")
    # Every page and every link finds its elements, and no number is given twice.
    nums = list(akar.ParentTree.Nums)
    assert nums[::2] == list(range(len(nums) // 2))
    kunci = [int(h.obj.StructParents) for h in berkas.pages]
    kunci += [int(a.StructParent) for h in berkas.pages for a in h.obj.get("/Annots", ())]
    assert sorted(kunci) == nums[::2]
    for h in berkas.pages:
        for satu in nums[int(h.obj.StructParents) * 2 + 1]:
            assert satu.Pg.objgen == h.obj.objgen


def test_kepala_tabel_bernama_unik_dan_dirujuk_selnya(berkas) -> None:
    unsur = [u for u, _ in telusur(berkas.Root.StructTreeRoot)]
    nama = [str(u.ID) for u in unsur if u.S == "/TH"]
    assert len(nama) == len(set(nama)) > 50
    daun = berkas.Root.StructTreeRoot.IDTree.Kids[0].Names
    assert [str(k) for k in list(daun)[::2]] == sorted(nama)
    rujukan = {str(k) for u in unsur if u.S == "/TD" for k in u.A.get("/Headers", ())}
    assert rujukan
    assert rujukan <= set(nama)


def test_kepala_tabel_berarah_dan_butir_daftar_bertubuh(berkas) -> None:
    unsur = [u for u, _ in telusur(berkas.Root.StructTreeRoot)]
    assert {str(u.A.Scope) for u in unsur if u.S == "/TH"} == {"/Column"}
    butir = [u for u in unsur if u.S == "/LI"]
    assert len(butir) > 30
    assert {str(a.S) for u in butir for a in u.K} <= {"/Lbl", "/LBody"}


def lebar_baris(tabel) -> set[int]:
    """How many columns the rows of a table have, spans counted; -1 where a span leaves its table."""
    lebar: set[int] = set()
    for kelompok in (a for a in tabel.K if str(a.S) in ("/THead", "/TBody")):
        sisa: dict[int, int] = {}  # column -> rows that a cell above still takes
        for b in kelompok.K:
            sisa = {k: n - 1 for k, n in sisa.items() if n > 1}
            kolom = 0
            for sel in b.K:
                while kolom in sisa:
                    kolom += 1
                for _ in range(int(sel.A.get("/ColSpan", 1))):
                    sisa[kolom] = int(sel.A.get("/RowSpan", 1))
                    kolom += 1
            lebar.add(len(sisa))
        lebar |= {-1} if any(n > 1 for n in sisa.values()) else set()
    return lebar


def test_setiap_baris_tabel_punya_semua_kolomnya_juga_di_halaman_lanjutan(berkas) -> None:
    d = dokumen()
    isi = tuple(
        BarisTabel((*((Sel("Gabungan", baris=90),) if n == 0 else ()), Sel(f"Baris {n}"), Sel("a\nb")))
        for n in range(90)
    )
    panjang = Tabel("panjang", "Panjang", (Kolom("A"), Kolom("B"), Kolom("C")), isi)
    hasil = cetak_pdf(beri_nomor(replace(d, bab=(replace(d.bab[-2], isi=(panjang,)),))), proses=1)
    assert hasil.jumlah_halaman > 2
    with pikepdf.open(io.BytesIO(hasil.isi)) as pdf:
        tabel = [u for u, _ in telusur(pdf.Root.StructTreeRoot) if u.S == "/Table"]
        assert len(tabel) >= 3
        assert [lebar_baris(t) for t in tabel] == [{3}] * len(tabel)
    assert all(len(lebar_baris(u)) == 1 for u, _ in telusur(berkas.Root.StructTreeRoot) if u.S == "/Table")


def test_kepala_dan_nomor_halaman_bukan_bagian_isi(berkas) -> None:
    for h in berkas.pages[1:]:
        akhir = h.obj.Contents[-1].read_bytes()
        assert akhir.startswith(b"Q /Artifact <</Type /Pagination>> BDC")
        assert akhir.endswith(b"EMC")


def test_bagian_pertama_di_bawah_judul_tidak_berpindah_halaman() -> None:
    d = dokumen()
    isi = (SubBab("Satu", (SubBab("Dua", (paragraf(KALIMAT),), kode="dua", halaman_baru=True),), kode="satu"),
           SubBab("Tiga", (paragraf(KALIMAT),), kode="tiga", halaman_baru=True))  # fmt: skip
    naskah = beri_nomor(replace(d, bab=(replace(d.bab[-2], isi=isi),)))
    halaman = cetak_pdf(naskah, proses=1).halaman
    assert halaman["satu"] == halaman["dua"] == halaman["tiga"] - 1
