"""The command, the job, and the finished PDF of KMN."""

from __future__ import annotations

import json
import re
from io import StringIO
from pathlib import Path

import pikepdf
import pytest
from django.conf import settings
from django.core.management import CommandError, call_command

from lakin.cetak.pdf import HasilPdf
from lakin.dokumen.nomor import Bernomor
from lakin.kerja.daftar import PekerjaanGagal, penangan
from lakin.laporan.services import CETAK, minta_cetak
from lakin.organisasi.models import Pengguna, Satker
from tests.isi_pdf import Halaman, halaman_pdf
from tests.laporan.test_laporan import CAPAIAN

pytestmark = pytest.mark.django_db


def render(tujuan: Path, *lain: str, satker: str = "247157", tahun: int = 2023) -> str:
    keluar = StringIO()
    call_command("render_lakin", *lain, satker=satker, tahun=tahun, output=tujuan, stdout=keluar)
    return keluar.getvalue()


@pytest.fixture(scope="module")
def halaman(cetakan: tuple[Path, HasilPdf]) -> list[Halaman]:
    """Size, text and words of each page."""
    return halaman_pdf(cetakan[0])


def test_tujuh_puluh_halaman_atau_lebih_dan_setiap_capaian_tercetak(cetakan, halaman) -> None:
    assert cetakan[1].jumlah_halaman == len(halaman) >= 70
    teks = "\n".join(t for _, _, t, _ in halaman)
    for capaian in (*CAPAIAN, "316,16", "279,33", "23.177.572.000", "22.738.878.288", "98,11"):
        assert capaian in teks


def test_tidak_ada_halaman_kosong(halaman) -> None:
    """A page holds more than its running head: nothing is padded."""
    for nomor, (_, _, teks, kata) in enumerate(halaman[1:], 2):
        assert len(kata) > 25, f"halaman {nomor}: {teks}"


def test_setiap_kata_di_dalam_bidang_halaman(halaman) -> None:
    tepi = 14 / 25.4 * 72
    for nomor, (lebar, tinggi, _, kata) in enumerate(halaman, 1):
        for k in kata:
            di_dalam = tepi <= k.kiri and k.kanan <= lebar - tepi and k.atas >= 0 and k.bawah <= tinggi
            assert di_dalam, f"halaman {nomor}: {k.teks}"


def test_daftar_tabel_menyebut_halaman_yang_benar(naskah_kmn: Bernomor, cetakan, halaman) -> None:
    nomor = cetakan[1].halaman
    daftar = "\n".join(t for _, _, t, _ in halaman[nomor["depan.daftar-tabel"] - 1 : nomor["depan.daftar-gambar"] - 1])
    diperiksa = 0
    for b in naskah_kmn.daftar_tabel:
        cocok = re.search(rf"^{re.escape(b.nomor)} .*?(?:\n.*?)??\. ?(\d+)$", daftar, re.M)
        assert cocok, b.nomor
        assert int(cocok[1]) == nomor[b.kode], b.nomor
        assert b.nomor in halaman[nomor[b.kode] - 1][2]
        diperiksa += 1
    assert diperiksa > 100


def test_daftar_isi_dan_gambar_menyebut_halaman_yang_benar(naskah_kmn: Bernomor, cetakan, halaman) -> None:
    nomor = cetakan[1].halaman
    for b in naskah_kmn.daftar_gambar:
        assert b.nomor in halaman[nomor[b.kode] - 1][2]
    isi = "\n".join(t for _, _, t, _ in halaman[nomor["depan.daftar-isi"] - 1 : nomor["depan.daftar-tabel"] - 1])
    for kode in ("bab1", "bab2", "bab3", "bab4", "bab3.keuangan", "bab3.pnbp", "lampiran.indikator"):
        b = naskah_kmn.butir[kode]
        assert re.search(rf"^{re.escape(b.nomor)} {re.escape(b.judul)}[ .]* {nomor[kode]}$", isi, re.M), b.judul


def test_penanda_buku_sampai_indikator(naskah_kmn: Bernomor, cetakan) -> None:
    def judul(butir) -> list[str]:
        return [t for b in butir for t in (str(b.title), *judul(b.children))]

    with pikepdf.open(cetakan[0]) as berkas, berkas.open_outline() as isi:
        semua = " ".join(judul(isi.root))
    for b in naskah_kmn.dokumen.bab:
        assert b.judul in semua
    assert "Indikator SK8.2" in semua
    assert "Akuntabilitas Keuangan" in semua


def test_tabel_lebar_di_halaman_mendatar(cetakan, halaman) -> None:
    for kode in ("bab2.rencana-aksi", "bab3.capaian-rencana-aksi", "bab3.capaian-renstra", "bab3.efisiensi"):
        lebar, tinggi, *_ = halaman[cetakan[1].halaman[kode] - 1]
        assert lebar > tinggi, kode


def test_perintah_menulis_html_dan_daftar_blok(kmn: Satker, tmp_path: Path) -> None:
    assert "blok" in render(tmp_path / "x.html")
    html = (tmp_path / "x.html").read_text()
    assert html.startswith("<!doctype html>")
    assert "878,33" in html
    assert 'src="http' not in html
    render(tmp_path / "x.json", "--tanpa-halaman")
    blok = json.loads((tmp_path / "x.json").read_text())
    assert {"kode", "jenis", "nomor", "judul"} <= blok[0].keys()
    tabel = {b["kode"]: b for b in blok if b["jenis"] == "tabel"}
    assert tabel["bab3.capaian-rencana-aksi"]["nomor"] == "Tabel 3.2"


@pytest.mark.parametrize(
    ("nama", "satker", "tahun", "pesan"),
    [
        ("x.pdf", "999999", 2023, "Satker 999999 tidak ada"),
        ("x.pdf", "247157", 2019, "belum memiliki Perjanjian Kinerja 2019"),
        ("x.odt", "247157", 2023, "tidak dikenal"),
        ("tidak/ada/x.pdf", "247157", 2023, "Folder"),
    ],
)
def test_perintah_menolak_dengan_kalimat(
    kmn: Satker, tmp_path: Path, nama: str, satker: str, tahun: int, pesan: str
) -> None:
    with pytest.raises(CommandError, match=pesan) as galat:
        render(tmp_path / nama, satker=satker, tahun=tahun)
    assert galat.value.returncode == 1
    assert list(tmp_path.iterdir()) == []


@pytest.mark.lama
def test_pekerjaan_menulis_pdf_bersidik_dan_melaporkan_kemajuan(kmn: Satker, perencana: Pengguna) -> None:
    langkah: list[tuple[int, int, str]] = []
    nama = penangan(CETAK)(
        {"satker": kmn.pk, "tahun": 2023}, lambda selesai, total, ket="": langkah.append((selesai, total, ket))
    )
    assert re.fullmatch(r"laporan/247157-2023-tw4-[0-9a-f]{16}\.pdf", nama)
    assert (Path(settings.MEDIA_ROOT) / nama).read_bytes().startswith(b"%PDF-")
    selesai = [s for s, _, _ in langkah]
    assert selesai == sorted(selesai)
    assert langkah[-1][0] == langkah[-1][1] > 10
    assert "halaman" in langkah[-1][2]


def test_pekerjaan_tanpa_pk_atau_tanpa_peminta_gagal_dengan_kalimat(kmn: Satker, perencana: Pengguna) -> None:
    with pytest.raises(PekerjaanGagal, match="Perjanjian Kinerja 2019"):
        penangan(CETAK)({"satker": kmn.pk, "tahun": 2019, "oleh": perencana.pk}, lambda *_: None)
    with pytest.raises(PekerjaanGagal, match="Mintalah ulang"):
        penangan(CETAK)({"satker": kmn.pk, "tahun": 2023}, lambda *_: None)


def test_minta_cetak_memakai_satu_baris_per_orang_dan_laporan(kmn: Satker, perencana: Pengguna) -> None:
    satu = minta_cetak(satker=kmn, tahun=2023, oleh=perencana)
    assert minta_cetak(satker=kmn, tahun=2023, oleh=perencana).pk == satu.pk
    assert satu.argumen == {"satker": kmn.pk, "tahun": 2023, "triwulan": 4, "oleh": perencana.pk}
