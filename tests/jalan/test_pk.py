"""A PK revised, signed and printed; a year begun from the last: each by the people who do it."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page, expect

from lakin.organisasi.models import Satker
from renstra.models import PerjanjianKinerja
from renstra.selectors import pk_berlaku
from tests.isi_pdf import teks_pdf
from tests.jalan.axe import cacat
from tests.jalan.conftest import Buka

pytestmark = pytest.mark.django_db(transaction=True)

PK = "/247157/2023/pk/"


def test_pk_direvisi_ditandatangani_dan_dicetak(kmn: Satker, buka: Buka, keluhan: list[str], tmp_path: Path) -> None:
    perencana, kepala = buka("perencana", PK), buka("kepala")
    perencana.get_by_role("button", name="Susun revisi").click()
    perencana.fill("#target-SK3\\.2", "4")
    perencana.press("#target-SK3\\.2", "Tab")
    expect(perencana.locator("#ket-target-SK3\\.2")).to_contain_text("tersimpan")
    perencana.get_by_role("button", name="Ajukan kepada kepala").click()
    expect(perencana.get_by_role("alert").filter(has_text="pihak pertama belum diisi")).to_be_visible()

    perencana.get_by_role("link", name="Rencana Aksi", exact=True).click()
    perencana.get_by_label("Target fisik (%)").nth(1).fill("5")
    perencana.get_by_role("button", name="Simpan rencana SK1.1").click()
    expect(perencana.get_by_role("alert")).to_contain_text("tidak boleh di bawah triwulan sebelumnya")
    assert cacat(perencana) == []
    perencana.get_by_label("Target fisik (%)").nth(1).fill("45")
    perencana.get_by_role("button", name="Simpan rencana SK1.1").click()
    expect(perencana.locator("#kabar")).to_contain_text("Rencana Aksi SK1.1 tersimpan")

    perencana.get_by_role("link", name="Penanda tangan dan anggaran").click()
    perencana.get_by_role("group", name="Pihak pertama").get_by_label("Nama").fill("Budi Santoso")
    perencana.get_by_role("button", name="Simpan penanda tangan").click()
    expect(perencana.locator("#kabar")).to_contain_text("Penanda tangan tersimpan")
    assert cacat(perencana) == []
    perencana.goto(PK)
    perencana.get_by_label("Alasan revisi").select_option("pejabat")
    perencana.get_by_role("button", name="Ajukan kepada kepala").click()
    expect(perencana.locator("#target-SK3\\.2")).to_have_count(0)
    assert cacat(perencana) == []

    _tandatangani(kepala)
    pk = pk_berlaku(kmn, 2023)
    assert pk is not None
    assert (pk.revisi, pk.nomor) == (2, "12/PK/2023")
    kepala.get_by_role("link", name="Banding dengan revisi 1").click()
    expect(kepala.locator("tr.ubah-berubah").filter(has_text="SK3.2")).to_contain_text("4 Persen")
    assert cacat(kepala) == []
    kepala.goto(PK)
    with kepala.expect_download() as unduhan:
        kepala.get_by_role("link", name="Unduh naskah (PDF)").click()
    unduhan.value.save_as(tmp_path / "pk.pdf")
    teks = teks_pdf(tmp_path / "pk.pdf")
    assert "Budi Santoso" in teks
    assert "15 November 2023" in teks
    keluhan[:] = [k for k in keluhan if "status of 422" not in k]


def _tandatangani(kepala: Page) -> None:
    kepala.goto(PK)
    kepala.get_by_label("Tanggal tanda tangan").fill("2023-11-15")
    kepala.get_by_label("Berlaku sejak").fill("2023-09-01")
    kepala.get_by_label("Nomor PK").fill("12/PK/2023")
    kepala.get_by_role("button", name="Tandatangani").click()
    expect(kepala.get_by_role("alert")).to_contain_text("Periksa kedua tanggal")
    assert cacat(kepala) == []
    kepala.get_by_label("Berlaku sejak").fill("2023-11-15")
    kepala.get_by_role("button", name="Tandatangani").click()
    expect(kepala.locator("#kabar")).to_contain_text("PK ditandatangani")


def test_tahun_dimulai_dari_yang_lalu_dan_dibatalkan(kmn: Satker, buka: Buka) -> None:
    h = buka("perencana", "/247157/tahun-baru/2024/")
    h.get_by_role("button", name="Ambil dari 2023").click()
    expect(h.locator("#kabar")).to_contain_text("bagian diambil dari 2023")
    expect(h.get_by_text("13 indikator dari")).to_be_visible()
    assert cacat(h) == []
    h.get_by_role("button", name="Batalkan Draf PK").click()
    expect(h.locator("#kabar")).to_contain_text("dibatalkan")
    assert not PerjanjianKinerja.objects.filter(tahun=2024).exists()
    h.get_by_role("button", name="Ambil yang belum").click()
    h.goto("/247157/2024/pk/")
    h.fill("#target-SK3\\.2", "6")
    h.press("#target-SK3\\.2", "Tab")
    expect(h.locator("#ket-target-SK3\\.2")).to_contain_text("tersimpan")
    h.goto("/247157/tahun-baru/2024/")
    expect(h.get_by_text("Sudah dikerjakan: pk/0/SK3.2/target")).to_be_visible()
    expect(h.get_by_role("button", name="Batalkan Draf PK")).to_have_count(0)
