"""The QR code of an approved cover: read back from the picture of the page by another program."""

from __future__ import annotations

import re
import subprocess
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import zxingcpp
from PIL import Image

from lakin.cetak.docx import tulis_docx
from lakin.cetak.html import tulis_fragmen
from lakin.cetak.pdf import cetak_pdf
from lakin.cetak.qr import TEPI, jalur, matriks
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Dokumen, Pengesahan, Sampul, paragraf
from tests.isi_pdf import teks_halaman

ALAMAT = "https://lakin.example.go.id/periksa/K7M29QXR4/"
SAH = Pengesahan("K7M2-9QXR-4", ALAMAT, "https://lakin.example.go.id/periksa/", ("Versi 1, disahkan pada 5 Februari",))


def naskah(sampul: Sampul):
    return beri_nomor(Dokumen("LAKIN 2023", (Bab("bab1", "Pendahuluan", (paragraf("Isi."),)),), sampul, kepala="LAKIN"))


def baca(gambar: Image.Image) -> list[str]:
    return [kode.text for kode in zxingcpp.read_barcodes(gambar.convert("L"))]


def test_kode_qr_pada_halaman_pdf_dan_word_terbaca_kembali(tmp_path: Path) -> None:
    bernomor = naskah(Sampul("LAKIN", 2023, "Balai Besar", pengesahan=SAH))
    berkas = tmp_path / "sampul.pdf"
    cetak_pdf(bernomor, berkas, proses=1)
    subprocess.run(["pdftoppm", "-r", "100", "-f", "1", "-l", "1", "-png", berkas, tmp_path / "halaman"], check=True)
    with Image.open(next(tmp_path.glob("halaman*.png"))) as gambar:
        assert baca(gambar) == [ALAMAT]
    teks = teks_halaman(berkas)[0]
    assert "K7M2-9QXR-4" in teks
    assert "Periksa keaslian di https://lakin.example.go.id/periksa/" in teks
    assert "DRAF" not in teks
    with ZipFile(BytesIO(tulis_docx(bernomor))) as word:
        (png,) = [n for n in word.namelist() if n.startswith("word/media/")]
        with Image.open(BytesIO(word.read(png))) as gambar:
            assert baca(gambar) == [ALAMAT]


def test_jalur_menggambar_tepat_modul_hitam() -> None:
    hitam = {(x + TEPI, y + TEPI) for y, baris in enumerate(matriks(ALAMAT)) for x, h in enumerate(baris) if h}
    terlukis = {
        (int(x) + n, int(y))
        for x, y, lebar in re.findall(r"M(\d+) (\d+)h(\d+)v1", jalur(ALAMAT))
        for n in range(int(lebar))
    }
    assert terlukis == hitam


def test_draf_bercap_dan_tanpa_kode(tmp_path: Path) -> None:
    html = tulis_fragmen(naskah(Sampul("LAKIN", 2023, "Balai", cap="DRAF", arti_cap="Belum disahkan.")))
    assert "<strong>DRAF</strong> Belum disahkan." in html
    assert 'class="qr"' not in html
    sah = tulis_fragmen(naskah(Sampul("LAKIN", 2023, "Balai", pengesahan=SAH)))
    assert 'class="qr"' in sah
    assert "style=" not in sah
    assert "DRAF" not in sah
