"""The auditor's bundle: checked by its own script with a bare Python, and every change is found and named."""

from __future__ import annotations

import csv
import hashlib
import json
import re
import shutil
import subprocess
import sys
import zipfile
from collections.abc import Callable
from datetime import date
from io import BytesIO, StringIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.base import ContentFile
from django.core.management import CommandError, call_command
from django.db import transaction

from lakin.berkas.models import Berkas
from lakin.laporan.berkas_auditor import tulis_berkas_auditor
from lakin.laporan.kode_terbitan import tulis_kode
from lakin.laporan.penjelasan_berkas import TanpaAsal, penjelasan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import BarisData, Bukti
from tests.data import Salinan, kembalikan
from tests.terbitan import terbitkan

pytestmark = pytest.mark.django_db
PDF = b"%PDF-1.7 laporan yang sudah dicetak"
SURAT = b"%PDF-1.4 isi surat"


@pytest.fixture(scope="module")
def arsip(salinan_kmn: Salinan, django_db_blocker: Any, tmp_path_factory: Any) -> Path:
    """The bundle of KMN around a PDF that was printed before; one letter of the evidence has its file."""
    from django.test import override_settings

    folder: Path = tmp_path_factory.mktemp("auditor")
    with django_db_blocker.unblock(), transaction.atomic(), override_settings(MEDIA_ROOT=folder / "media"):
        kembalikan(salinan_kmn)
        berkas = Berkas(nama="../../Surat tugas.PDF", jenis="application/pdf", ukuran=len(SURAT), sidik="")
        berkas.sidik = hashlib.sha256(SURAT).hexdigest()
        berkas.isi.save("x.bin", ContentFile(SURAT))
        Bukti.objects.create(
            satker=Satker.objects.get(kode="247157"), tahun=2023, alamat="247157/2023/SK1.1", nomor="=1+1",
            tanggal=date(2023, 8, 1), perihal="Surat tugas", berkas=berkas,
        )  # fmt: skip
        with (folder / "kmn.zip").open("wb") as tujuan:
            r = tulis_berkas_auditor(tujuan, Satker.objects.get(kode="247157"), 2023, pdf=PDF)
        transaction.set_rollback(True)
    (folder / "sidik").write_text(r.sidik)
    return folder / "kmn.zip"


@pytest.fixture(scope="module")
def asli(arsip: Path, tmp_path_factory: Any) -> Path:
    """The unpacked bundle, for tests that only read."""
    folder: Path = tmp_path_factory.mktemp("asli")
    zipfile.ZipFile(arsip).extractall(folder)
    return folder


@pytest.fixture
def bongkar(asli: Path, tmp_path: Path) -> Path:
    """A copy that a test may damage."""
    return Path(shutil.copytree(asli, tmp_path / "berkas"))


def periksa(folder: Path) -> tuple[int, str]:
    """Run the script as bare as Python can be: no site packages, no environment, another working folder."""
    jalan = subprocess.run(
        [sys.executable, "-I", "-S", str(folder / "periksa.py")], cwd="/", capture_output=True, text=True, env={}
    )
    return jalan.returncode, jalan.stdout + jalan.stderr


def catat_ulang(folder: Path, nama: str) -> None:
    """Give a changed file its new checksum, as somebody who hides a change would."""
    daftar = folder / "SHA256SUMS"
    baru = hashlib.sha256((folder / nama).read_bytes()).hexdigest()
    daftar.write_text(re.sub(rf"^\w{{64}}  {re.escape(nama)}$", f"{baru}  {nama}", daftar.read_text(), flags=re.M))
    (folder / "SHA256SUMS.sha256").write_text(f"{hashlib.sha256(daftar.read_bytes()).hexdigest()}  SHA256SUMS\n")


def ubah(folder: Path, nama: str, kerja: Callable[[str], str]) -> None:
    lama = (folder / nama).read_text()
    baru = kerja(lama)
    assert baru != lama
    (folder / nama).write_text(baru)
    catat_ulang(folder, nama)


def test_berkas_utuh_lulus_dan_tidak_meninggalkan_apa_pun(asli: Path, arsip: Path) -> None:
    sebelum = sorted(p for p in asli.rglob("*"))
    kode, keluaran = periksa(asli)
    assert kode == 0, keluaran
    assert "Semua cocok." in keluaran
    dihitung, tercetak = map(int, re.findall(r"^(\d+) angka .*; (\d+) angka", keluaran, re.M)[0])
    assert dihitung > 1500
    assert tercetak > 3000
    assert sorted(p for p in asli.rglob("*")) == sebelum
    assert hashlib.sha256((asli / "SHA256SUMS").read_bytes()).hexdigest() in arsip.with_name("sidik").read_text()


def test_sidik_terbaca_oleh_sha256sum(asli: Path) -> None:
    for daftar in ("SHA256SUMS", "SHA256SUMS.sha256"):
        subprocess.run(["sha256sum", "--check", "--strict", "--quiet", daftar], cwd=asli, check=True)


def balik(berkas: Path) -> None:
    """Flip one bit in the middle of a file."""
    isi = berkas.read_bytes()
    letak = len(isi) // 2
    berkas.write_bytes(isi[:letak] + bytes([isi[letak] ^ 1]) + isi[letak + 1 :])


def nama(folder: Path, berkas: Path) -> str:
    return berkas.relative_to(folder).as_posix()


def test_satu_bita_yang_berubah_ditemukan_di_berkas_mana_pun(bongkar: Path) -> None:
    semua = sorted(p for p in bongkar.rglob("*") if p.is_file() and p.stat().st_size)
    sumber = [p for p in semua if nama(bongkar, p).startswith("sumber/")]
    assert len(sumber) > 30
    for berkas in [p for p in semua if p not in sumber] + sumber[::12]:
        balik(berkas)
        kode, keluaran = periksa(bongkar)
        assert kode == 1, berkas
        assert nama(bongkar, berkas) in keluaran, keluaran
        balik(berkas)
    assert periksa(bongkar)[0] == 0
    for berkas in sumber:
        balik(berkas)
    kode, keluaran = periksa(bongkar)
    assert kode == 1
    assert [p for p in sumber if f"TIDAK COCOK  {nama(bongkar, p)}: isinya berubah" not in keluaran] == []


def test_berkas_yang_hilang_atau_ditambahkan_disebut(bongkar: Path) -> None:
    (bongkar / "bukti.csv").unlink()
    (bongkar / "titipan.txt").write_text("x")
    kode, keluaran = periksa(bongkar)
    assert kode == 1
    assert "bukti.csv: tidak ada" in keluaran
    assert "titipan.txt: tidak terdaftar" in keluaran


def test_angka_hasil_yang_diubah_dengan_sidiknya_disebut(bongkar: Path) -> None:
    isi = json.loads((bongkar / "hasil.json").read_text())
    butir = next(i for i in isi["indikator"] if i["kode"] == "SK3.2")
    butir["capaian"] = "878.34"
    (bongkar / "hasil.json").write_text(json.dumps(isi))
    catat_ulang(bongkar, "hasil.json")
    kode, keluaran = periksa(bongkar)
    assert kode == 1
    assert 'hasil.json: indikator/SK3.2/capaian: tertulis "878.34", hitungan "878.33"' in keluaran
    assert keluaran.count("TIDAK COCOK") == 1


def test_fakta_yang_diubah_dengan_sidiknya_mengubah_hitungan(bongkar: Path) -> None:
    fakta = json.loads((bongkar / "fakta.json").read_text())
    sel = next(b for b in fakta["fakta"]["pegawai"] if b["jumlah"] not in (None, "N/A"))
    sel["jumlah"] = str(int(sel["jumlah"]) + 1)
    (bongkar / "fakta.json").write_text(json.dumps(fakta))
    catat_ulang(bongkar, "fakta.json")
    kode, keluaran = periksa(bongkar)
    assert kode == 1
    assert "laporan.html: angka 247157/2023/pegawai/" in keluaran


@pytest.mark.parametrize(
    ("pola", "ganti", "disebut"),
    [
        (r'(value=")878.33(" data-sumber="247157/2023/SK3.2/capaian")', r"\g<1>878.34\2", "nilai '878.34'"),
        (r'(data-sumber="247157/2023/SK3.2/capaian"[^>]*>)878,33', r"\g<1>978,33", "tercetak '978,33"),
        (r'("247157/2023/SK3.2/capaian":\{"nilai":")878.33', r"\g<1>978.33", "SK3.2/capaian: nilai: tertulis"),
        (r'("247157/2023/pegawai/[^"]+/jumlah":\{"nilai":")(\d+)', r"\g<1>9\2", "/jumlah: nilai: tertulis"),
    ],
)
def test_angka_yang_diubah_di_laporan_disebut(bongkar: Path, pola: str, ganti: str, disebut: str) -> None:
    ubah(bongkar, "laporan.html", lambda html: re.sub(pola, ganti, html, count=1))
    kode, keluaran = periksa(bongkar)
    assert kode == 1
    assert disebut in keluaran
    assert "berkas utuh" in keluaran


def test_sumber_hitungan_berjalan_sendiri(asli: Path) -> None:
    jalan = subprocess.run(
        [sys.executable, "-S", "-B", "-m", "lakin.capaian", str(asli / "fakta.json")],
        cwd=asli / "sumber", capture_output=True, text=True, check=True, env={},
    )  # fmt: skip
    assert json.loads(jalan.stdout) == json.loads((asli / "hasil.json").read_text())


def test_bukti_ikut_dengan_nama_yang_aman(asli: Path) -> None:
    baris = list(csv.DictReader(StringIO((asli / "bukti.csv").read_text("utf-8-sig"))))
    assert len(baris) == 20
    surat = next(b for b in baris if b["berkas"])
    assert re.fullmatch(r"bukti/\d{3}\.pdf", surat["berkas"])
    assert (asli / surat["berkas"]).read_bytes() == SURAT
    assert surat["sha256"] == hashlib.sha256(SURAT).hexdigest()
    assert surat["nomor"] == "'=1+1"


def test_isi_berkas_lengkap_dan_html_tidak_meminta_apa_pun(asli: Path) -> None:
    semua = {nama(asli, p) for p in asli.rglob("*") if p.is_file()}
    assert {
        "BACA-SAYA.txt",
        "laporan.pdf",
        "laporan.html",
        "fakta.json",
        "hasil.json",
        "bukti.csv",
        "periksa.py",
    } <= semua
    assert {"sumber/lakin/capaian/mesin.py", "sumber/lakin/angka/bulat.py"} <= semua
    html = (asli / "laporan.html").read_text()
    assert "default-src 'none'" in html
    luar = re.findall(r"(?:src|href)=\"(?!#)[^\"]*\"|url\((?!#)[^)]*\)|@import", html)
    assert luar == []
    assert (asli / "laporan.pdf").read_bytes() == PDF


def test_perintah_menulis_bita_yang_sama_dan_pdf_yang_ditata(kmn: Satker, tmp_path: Path) -> None:
    keluar, lagi = StringIO(), BytesIO()
    call_command("bundle_lakin", satker="247140", tahun=2023, output=tmp_path / "a.zip", stdout=keluar)
    r = tulis_berkas_auditor(lagi, Satker.objects.get(kode="247140"), 2023)
    assert lagi.getvalue() == (tmp_path / "a.zip").read_bytes()
    assert r.sidik in keluar.getvalue()
    with zipfile.ZipFile(lagi) as arsip:
        arsip.extractall(tmp_path / "a")
    assert len((tmp_path / "a/laporan.pdf").read_bytes()) > 50_000
    kode, keluaran = periksa(tmp_path / "a")
    assert kode == 0, keluaran


def test_versi_yang_disahkan_dengan_pengesahannya_dan_bukan_data_terkini(kmn: Satker, tmp_path: Path) -> None:
    t = terbitkan(kmn, Pengguna.objects.get(username="kepala"))
    BarisData.objects.filter(garis_indikator__satker=kmn, tahun=2023).order_by("pk").first().delete()
    perintah = {"satker": "247157", "tahun": 2023, "terbitan": 1, "stdout": StringIO()}
    call_command("render_lakin", **perintah, output=tmp_path / "v1.pdf")
    assert hashlib.sha256((tmp_path / "v1.pdf").read_bytes()).hexdigest() == t.berkas.sidik
    call_command("bundle_lakin", **perintah, output=tmp_path / "v1.zip")
    folder = tmp_path / "v1"
    zipfile.ZipFile(tmp_path / "v1.zip").extractall(folder)
    sah = json.loads((folder / "pengesahan.json").read_text())
    assert (sah["versi"], sah["kode"], sah["oleh"]["nama"]) == (1, tulis_kode(t.kode), "Azhar Fitri")
    assert (sah["sidik_masukan"], sah["jejak"]["urut"]) == (t.sidik, t.jejak_urut)
    kode, keluaran = periksa(folder)
    assert kode == 0, keluaran
    assert f"oleh Azhar Fitri, kode {tulis_kode(t.kode)}" in keluaran
    # Another PDF and other facts, each with its new checksum: the approval does not know them.
    (folder / "laporan.pdf").write_bytes(PDF)
    catat_ulang(folder, "laporan.pdf")
    ubah(folder, "fakta.json", lambda isi: re.sub(r'"kota":\s*"', r"\g<0>Kota ", isi, count=1))
    kode, keluaran = periksa(folder)
    assert kode == 1
    for nama_berkas, apa in (("laporan.pdf", "berkas"), ("fakta.json", "data")):
        assert f"TIDAK COCOK  {nama_berkas}: bukan {apa} yang disahkan" in keluaran


def test_berkas_auditor_triwulan(kmn: Satker, tmp_path: Path) -> None:
    call_command("bundle_lakin", satker="247157", tahun=2023, triwulan=1, output=tmp_path / "a.zip", stdout=StringIO())
    zipfile.ZipFile(tmp_path / "a.zip").extractall(tmp_path / "a")
    kode, keluaran = periksa(tmp_path / "a")
    assert kode == 0, keluaran
    pengantar = (tmp_path / "a/BACA-SAYA.txt").read_text()
    assert "TRIWULAN I " in pengantar
    assert "draf, belum disahkan" in pengantar
    assert not (tmp_path / "a/pengesahan.json").exists()


def test_angka_yang_tidak_ada_di_fakta_ditolak(naskah_kmn: Any, konteks_kmn: Any) -> None:
    with pytest.raises(TanpaAsal, match="tidak ada di dalam fakta"):
        penjelasan(naskah_kmn, konteks_kmn.hasil, {"fakta": {}})


@pytest.mark.parametrize(
    ("nama", "satker", "tahun", "pesan"),
    [
        ("x.tar", "247157", 2023, "berakhiran .zip"),
        ("x.zip", "999999", 2023, "Satker 999999 tidak ada"),
        ("x.zip", "247157", 2019, "belum memiliki Perjanjian Kinerja 2019"),
        ("tidak/ada/x.zip", "247157", 2023, "Folder"),
    ],
)
def test_perintah_menolak_dengan_kalimat(
    kmn: Satker, tmp_path: Path, nama: str, satker: str, tahun: int, pesan: str
) -> None:
    with pytest.raises(CommandError, match=pesan):
        call_command("bundle_lakin", satker=satker, tahun=tahun, output=tmp_path / nama)
    assert list(tmp_path.iterdir()) == []
