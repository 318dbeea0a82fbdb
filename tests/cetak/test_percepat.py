"""What makes the renderer quicker gives the pages of the renderer as it is."""

import re
import subprocess
import sys
from importlib.metadata import version

import pikepdf
import pytest

from lakin.cetak import percepat
from lakin.cetak.pdf_bab import GAYA_BAB, PenulisBab
from lakin.cetak.pdf_tata import teks_gaya
from lakin.cetak.pesan import AKAR
from tests.cetak.contoh import bernomor

POLOS = """
import sys
from lakin.cetak import pdf_tata, percepat
percepat.DIKENAL = ""  # another version: nothing is put in place
html, tujuan = sys.stdin.read(), sys.argv[1]
assert not percepat.percepat()
open(tujuan, "wb").write(pdf_tata.tata(html, tuple(sys.argv[2:])).isi)
"""


@pytest.fixture(scope="module")
def naskah():
    n = bernomor()
    return [p.html for b in n.dokumen.bab for p in PenulisBab(n).potongan(b)]


def titik(berkas):
    """The pages in pixels."""
    return subprocess.run(["pdftoppm", "-r", "60", "-gray", berkas], capture_output=True, check=True).stdout


def isi_halaman(berkas):
    """What is drawn on each page but lines and backgrounds, and the tree of tags."""
    with pikepdf.open(berkas) as pdf:
        halaman = [_HIASAN.sub(b"", h.Contents.read_bytes()) for h in pdf.pages]
        return halaman, pdf.Root.StructTreeRoot.K[0].unparse(resolved=True), len(pdf.objects)


_HIASAN = re.compile(rb"/Artifact\s+BMC.*?EMC\s+", re.S)


def test_versi_yang_terkunci_dikenal():
    """After an upgrade: compare the parts with the library's, then name the new version."""
    assert version("weasyprint") == percepat.DIKENAL
    assert percepat.percepat()


def test_halaman_sama_dengan_pustaka_apa_adanya(naskah, tmp_path):
    from lakin.cetak.pdf_tata import tata

    *lain, html = sorted(naskah, key=len)
    for satu in lain[-2:]:
        tata(satu, GAYA_BAB)  # their styles are kept for the next
    (tmp_path / "cepat.pdf").write_bytes(tata(html, GAYA_BAB).isi)
    subprocess.run(
        [sys.executable, "-c", POLOS, tmp_path / "polos.pdf", *GAYA_BAB], input=html.encode(), cwd=AKAR, check=True
    )
    assert isi_halaman(tmp_path / "cepat.pdf") == isi_halaman(tmp_path / "polos.pdf")
    # Lines of tables are filled instead of clipped, so their edges are softened a little differently.
    a, b = titik(tmp_path / "cepat.pdf"), titik(tmp_path / "polos.pdf")
    assert len(a) == len(b) > 1_000_000
    assert sum(abs(x - y) for x, y in zip(a, b, strict=True)) / len(a) < 1
    tinta = [sum(255 - x for x in gambar) for gambar in (a, b)]
    assert tinta[0] / tinta[1] == pytest.approx(1, abs=0.08)


def test_setiap_potongan_terbaca_sebagai_xml(naskah):
    assert len(naskah) > 5
    assert all(percepat.pohon_html(html) is not None for html in naskah)
    assert percepat.pohon_html("<p>tidak ditutup") is None


def test_gaya_tidak_memakai_yang_tidak_didukung():
    """Lines that are shared between boxes may not be cut with an ellipsis."""
    assert not any("ellipsis" in teks_gaya(nama) or "line-clamp" in teks_gaya(nama) for nama in GAYA_BAB)
