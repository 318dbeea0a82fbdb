"""The public check of a PDF, and the pages and downloads of approved versions."""

from __future__ import annotations

import hashlib
from collections.abc import Callable
from typing import Any

import pytest
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import transaction
from django.test import Client

from lakin.capaian.fakta_json import dari_json
from lakin.kerja.models import Pekerjaan
from lakin.laporan import tasks, views_periksa
from lakin.laporan.kode_terbitan import lengkapi
from lakin.laporan.models import Terbitan
from lakin.laporan.terbitan import konteks_terbitan, pdf_terbitan
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran import selectors
from lakin.pengukuran.models import BarisData
from tests.data import Salinan, kembalikan, salin
from tests.terbitan import terbitkan

pytestmark = pytest.mark.django_db
LAMAN = "/lakin/247157/2023/"
MASUK = "django.contrib.auth.backends.ModelBackend"


@pytest.fixture(scope="module")
def salinan_dua_versi(salinan_kmn: Salinan, django_db_blocker: Any) -> Salinan:
    """KMN with its report approved, corrected by one row and approved again: made once, put back for each test."""
    with django_db_blocker.unblock(), transaction.atomic():
        kembalikan(salinan_kmn)
        kmn, kepala = Satker.objects.get(kode="247157"), Pengguna.objects.get(username="kepala")
        terbitkan(kmn, kepala)
        BarisData.objects.filter(garis_indikator__satker=kmn, tahun=2023).order_by("pk").first().delete()
        terbitkan(kmn, kepala)
        salinan = salin()
        transaction.set_rollback(True)
    return salinan


@pytest.fixture
def dua_versi(salinan_dua_versi: Salinan, db: None) -> tuple[Terbitan, Terbitan]:
    cache.clear()
    selectors._tersimpan.clear()
    kembalikan(salinan_dua_versi)
    satu, dua = Terbitan.objects.order_by("nomor")
    return satu, dua


@pytest.fixture
def sebagai() -> Callable[[str], Client]:
    def masuk(nama: str) -> Client:
        klien = Client()
        klien.force_login(Pengguna.objects.get(username=nama), MASUK)
        return klien

    return masuk


def kirim(isi: bytes, alamat: str = "/periksa/", klien: Client | None = None) -> tuple[int, str]:
    """Upload a file as anybody would."""
    jawab = (klien or Client()).post(alamat, {"berkas": SimpleUploadedFile("laporan.pdf", isi)})
    teks = jawab.content.decode()
    return jawab.status_code, " ".join(teks[teks.index("hasil-periksa") : teks.index("Unggah berkas PDF")].split())


def test_yang_asli_cocok_dan_satu_bita_lain_tidak(dua_versi: tuple[Terbitan, Terbitan]) -> None:
    satu, dua = dua_versi
    isi = pdf_terbitan(satu).read_bytes()
    status, teks = kirim(isi)
    assert status == 200
    assert "Cocok. Ini LAKIN 2023 BBSPJIKMN versi 1 yang disahkan pada" in teks
    assert "versi 2 sudah disahkan sesudahnya" in teks
    assert "Perhatikan" not in kirim(pdf_terbitan(dua).read_bytes(), f"/periksa/{dua.kode}/")[1]
    assert "versi 2; berkas ini versi yang lebih lama" in kirim(isi, f"/periksa/{dua.kode}/")[1]
    for letak in (9, len(isi) - 1):
        rusak = isi[:letak] + bytes([isi[letak] ^ 1]) + isi[letak + 1 :]
        status, teks = kirim(rusak)
        assert (status, "Tidak cocok" in teks, "2023" in teks) == (200, True, False)


def test_kode_dikenal_atau_tidak_halamannya_sama(dua_versi: tuple[Terbitan, Terbitan]) -> None:
    kode, asing = dua_versi[0].kode, lengkapi("ABCDEFGH")

    def tanpa(teks: str, kode: str) -> str:
        return teks.replace(kode, "KODE")

    kiri, kanan = (Client().get(f"/periksa/{k}/").content.decode() for k in (kode, asing))
    potong = 'class="isi"'
    assert (
        tanpa(kiri.split(potong)[1], kode).split("<form")[0] == tanpa(kanan.split(potong)[1], asing).split("<form")[0]
    )
    assert kirim(b"%PDF-1.7 lain", f"/periksa/{kode}/") == kirim(b"%PDF-1.7 lain", f"/periksa/{asing}/")
    assert "BBSPJI" not in kiri


@pytest.mark.parametrize(
    "isi, status, pesan",
    [(b"", 422, "kosong"), (b"PK\x03\x04 zip", 422, "bukan PDF"), (b"%PDF-" + b"x" * 200_000, 413, "lebih besar")],
)
def test_salah_kirim_dijawab_jelas(
    db: None, monkeypatch: pytest.MonkeyPatch, isi: bytes, status: int, pesan: str
) -> None:
    cache.clear()
    monkeypatch.setattr(views_periksa, "BATAS", 100_000)
    dapat, teks = kirim(isi)
    assert (dapat, pesan in teks) == (status, True), teks
    assert Client().post("/periksa/", {}).status_code == 422


def test_terlalu_sering_ditahan_dan_tanpa_tanda_csrf_ditolak(db: None, monkeypatch: pytest.MonkeyPatch) -> None:
    cache.clear()
    monkeypatch.setattr(views_periksa, "TERBANYAK", 2)
    assert [kirim(b"%PDF-1.7 x")[0] for _ in range(4)] == [200, 200, 429, 429]
    assert Client(enforce_csrf_checks=True).post("/periksa/", {}).status_code == 403


def test_auditor_hanya_melihat_mengunduh_dan_membandingkan_yang_disahkan(
    dua_versi: tuple[Terbitan, Terbitan], sebagai: Callable[[str], Client]
) -> None:
    satu, dua = dua_versi
    auditor, perencana = sebagai("auditor"), sebagai("perencana")
    laman = auditor.get(LAMAN).content.decode()
    assert "LAKIN 2023, versi 2" in laman
    assert "DRAF" not in laman
    assert satu.berkas.sidik in auditor.get(f"{LAMAN}versi/1/").content.decode()
    draf = perencana.get(LAMAN).content.decode()
    assert "DRAF" in draf
    assert f"{LAMAN}versi/1/" in draf
    jawab = auditor.get(f"{LAMAN}versi/1/unduh/pdf/")
    assert hashlib.sha256(b"".join(jawab)).hexdigest() == satu.berkas.sidik  # type: ignore[arg-type]
    fakta = auditor.get(f"{LAMAN}versi/1/unduh/fakta/").content.decode()
    assert dari_json(fakta) == konteks_terbitan(satu).fakta
    assert auditor.get(f"{LAMAN}versi/3/").status_code == 404
    assert auditor.post(f"{LAMAN}unduh/docx/").status_code == 404
    teks = auditor.get(f"{LAMAN}banding-versi/", {"tampil": "semua"}).content.decode()
    assert "SK1.1/baris/1/sebelum" in teks
    assert 'value="draf"' not in teks
    assert 'value="draf"' in sebagai("perencana").get(f"{LAMAN}banding-versi/").content.decode()
    unduh = auditor.get(f"{LAMAN}banding-versi/unduh/csv/", {"a": "v2", "b": "v1", "tampil": "semua"})
    assert "SK1.1/baris/1/sebelum,hanya pada yang kedua,tidak ada,200" in unduh.content.decode()


def test_unduhan_versi_dibuat_sebagai_pekerjaan_dari_yang_dibekukan(
    dua_versi: tuple[Terbitan, Terbitan], sebagai: Callable[[str], Client]
) -> None:
    auditor = sebagai("auditor")
    alamat = f"{LAMAN}versi/1/unduh/xlsx/"
    assert auditor.get(alamat).status_code == 302
    assert auditor.post(alamat, headers={"HX-Request": "true"}).status_code == 200
    pekerjaan = Pekerjaan.objects.get(oleh__username="auditor")
    nama = tasks.buat_unduhan(pekerjaan.argumen, lambda *a: None)
    assert tasks.buat_unduhan(pekerjaan.argumen, lambda *a: None) == nama
    lain: dict[str, Any] = {**pekerjaan.argumen, "nomor": 2}
    assert tasks.buat_unduhan(lain, lambda *a: None) != nama
    Pekerjaan.objects.update(keadaan="selesai", hasil=nama)
    jawab = auditor.get(alamat)
    assert jawab["Content-Disposition"].endswith('.xlsx"')
    assert b"".join(jawab)[:2] == b"PK"  # type: ignore[arg-type]
