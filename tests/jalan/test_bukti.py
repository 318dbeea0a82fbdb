"""Evidence in Chromium: dropped on the form, refused with its reason, given words, tied to another figure."""

from __future__ import annotations

import base64
import re

import pytest
from playwright.sync_api import Page, expect

from lakin.alur.models import Periode
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import Bukti
from tests import dokumen_bukti as buat
from tests.foto import berkas as gambar
from tests.jalan.axe import cacat
from tests.jalan.conftest import PONSEL, Buka

pytestmark = pytest.mark.django_db(transaction=True)

DAFTAR = "/247157/2023/bukti/"


def letakkan(h: Page, *berkas: tuple[str, bytes]) -> None:
    """A drop of files on the form as the browser makes it."""
    h.evaluate(
        """(semua) => {
            const data = new DataTransfer();
            for (const [nama, isi] of semua)
                data.items.add(new File([Uint8Array.from(atob(isi), (h) => h.charCodeAt(0))], nama));
            const form = document.querySelector("[data-unggah-bukti]");
            for (const p of ["dragenter", "dragover", "drop"])
                form.dispatchEvent(new DragEvent(p, { bubbles: true, cancelable: true, dataTransfer: data }));
        }""",
        [[nama, base64.b64encode(isi).decode()] for nama, isi in berkas],
    )


def test_meletakkan_berkas_memberi_keterangan_dan_menautkannya(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    Periode.objects.filter(satker=kmn, tahun=2023).update(keadaan="draf", kunci_pada=None)
    h = buka("perencana", DAFTAR)
    h.get_by_label("Indikator yang dibuktikan").select_option("247157/2023/SK3.2")
    letakkan(
        h, ("Surat_tugas.pdf", buat.pdf(2)), ("piagam.png", gambar(bentuk="PNG")), ("palsu.pdf", b"MZ" + bytes(50))
    )
    expect(h.locator("form.di-atas")).to_have_count(0)
    h.get_by_role("button", name="Unggah").click()
    daftar = h.locator("[data-daftar] li")
    expect(daftar).to_have_text(
        [re.compile(r"Surat_tugas\.pdf.*tersimpan"), re.compile(r"piagam\.png.*tersimpan"), re.compile("bukan PDF")]
    )
    expect(h.get_by_role("row", name=re.compile(r"SK3\.2 Surat tugas.*2 halaman"))).to_be_visible()
    # The browser tells of the file that was refused.
    keluhan[:] = [k for k in keluhan if "status of 400" not in k]
    assert cacat(h) == []

    h.get_by_role("row", name=re.compile("Surat tugas")).get_by_role("link", name="SK3.2").click()
    expect(h.get_by_role("img", name="Gambar bukti: piagam")).to_have_js_property("complete", True)
    assert h.get_by_role("img", name="Gambar bukti: piagam").evaluate("g => g.naturalWidth") == 640
    h.get_by_text("Ubah atau lepas Surat tugas").click()
    kartu = h.get_by_role("listitem").filter(has=h.get_by_role("heading", name="Surat tugas"))
    kartu.get_by_label("Nomor").fill("12/X/2023")
    kartu.get_by_role("button", name="Simpan").click()
    expect(h.get_by_text("Keterangan bukti tersimpan.")).to_be_visible()
    expect(h.get_by_text("Nomor 12/X/2023")).to_be_visible()
    letakkan(h, ("lembar.xlsx", buat.xlsx()))
    h.get_by_role("button", name="Unggah").click()
    expect(h.get_by_role("heading", name="lembar")).to_be_visible()
    assert cacat(h) == []
    h.set_viewport_size(PONSEL)
    assert h.evaluate("document.documentElement.scrollWidth") <= PONSEL["width"]

    h.set_viewport_size({"width": 1366, "height": 768})
    h.goto(f"{DAFTAR}alamat/?alamat=247157/2023/SK3.2/realisasi/tw2")
    h.get_by_label("Pakai berkas yang sudah ada").select_option(label="Surat tugas · 12/X/2023")
    h.get_by_role("button", name="Tautkan").click()
    expect(h.get_by_text("Bukti ditautkan.")).to_be_visible()
    satu, dua = Bukti.objects.filter(perihal="Surat tugas").order_by("pk")
    assert satu.berkas_id == dua.berkas_id
    with h.expect_download() as unduhan:
        h.get_by_role("link", name="Surat_tugas.pdf").click()
    assert unduhan.value.suggested_filename == "Surat_tugas.pdf"
