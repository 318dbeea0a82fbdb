"""Pictures in Chromium: uploaded, given words, inserted, pasted and dropped into a text, seen in the report."""

from __future__ import annotations

import base64
import re
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lakin.laporan.models import Foto, Narasi
from lakin.organisasi.models import Satker
from tests.foto import berkas, dari_ponsel, gambar
from tests.jalan.axe import cacat
from tests.jalan.conftest import PONSEL, Buka

pytestmark = pytest.mark.django_db(transaction=True)

GALERI = "/lakin/247157/2023/foto/"
EDITOR = "/lakin/247157/2023/narasi/bab4_kesimpulan/"


def isi_berkas(nama: str, isi: bytes, jenis: str = "image/jpeg") -> dict[str, Any]:
    return {"name": nama, "mimeType": jenis, "buffer": isi}


def isi_dialog(h: Page, judul: str) -> None:
    dialog = h.get_by_role("dialog", name="Keterangan gambar")
    dialog.get_by_label("Judul gambar").fill(judul)
    dialog.get_by_label("Teks alternatif").fill(f"Yang tampak: {judul}")
    dialog.get_by_role("button", name="Simpan").click()
    expect(dialog).to_be_hidden()


def kirim(h: Page, peristiwa: str, html: str = "", foto: bytes = b"") -> None:
    """A paste or a drop as the browser makes it."""
    h.evaluate(
        """([peristiwa, html, foto]) => {
            const data = new DataTransfer();
            if (html) { data.setData("text/html", html); data.setData("text/plain", "teks"); }
            if (foto) data.items.add(new File([Uint8Array.from(atob(foto), h => h.charCodeAt(0))], "acara.png", {type: "image/png"}));
            const isi = document.querySelector(".naskah-isi .ProseMirror"), kotak = isi.firstElementChild.getBoundingClientRect();
            const pilihan = {bubbles: true, cancelable: true, clientX: kotak.left + 5, clientY: kotak.top + 5};
            isi.dispatchEvent(peristiwa === "paste"
                ? new ClipboardEvent("paste", {...pilihan, clipboardData: data})
                : new DragEvent("drop", {...pilihan, dataTransfer: data}));
        }""",  # noqa: E501
        [peristiwa, html, base64.b64encode(foto).decode()],
    )


def naskah(kmn: Satker) -> list[dict[str, Any]]:
    return Narasi.objects.get(satker=kmn, tahun=2023, triwulan=4, kode="bab4_kesimpulan").isi["content"]


def test_mengunggah_memberi_judul_menyisipkan_dan_melihatnya_di_laporan(
    kmn: Satker, buka: Buka, keluhan: list[str]
) -> None:
    h = buka("perencana", GALERI)
    expect(h.get_by_text("Belum ada gambar")).to_be_visible()
    h.get_by_label("Unggah gambar").set_input_files(
        [isi_berkas("piagam.jpg", dari_ponsel()), isi_berkas("palsu.jpg", b"<html>")]
    )
    kartu = h.locator(".kartu-foto")
    expect(kartu).to_have_count(1)
    expect(h.locator("[data-daftar] li")).to_have_text(re.compile(r"palsu\.jpg.*bukan gambar"))
    expect(kartu.get_by_label("Judul gambar")).to_be_focused()
    kartu.get_by_label("Judul gambar").fill("Penyerahan piagam")
    kartu.get_by_role("button", name=re.compile("^Simpan")).click()
    expect(kartu.get_by_text("Isi teks alternatif")).to_be_visible()
    expect(kartu.get_by_label("Judul gambar")).to_have_value("Penyerahan piagam")
    kartu.get_by_label("Teks alternatif").fill("Dua orang memegang piagam")
    kartu.get_by_role("button", name=re.compile("^Simpan")).click()
    expect(kartu.get_by_text("Tersimpan.")).to_be_visible()
    # The browser tells of what was refused: the file that is no picture, the words without alternative text.
    keluhan[:] = [k for k in keluhan if not re.search(r"status of (400|422)", k)]
    assert cacat(h) == []
    h.set_viewport_size(PONSEL)
    assert h.evaluate("document.documentElement.scrollWidth") <= PONSEL["width"]

    h.set_viewport_size({"width": 1366, "height": 768})
    h.goto(EDITOR)
    isi = h.locator(".naskah-isi .ProseMirror")
    expect(h.locator("[data-naskah][data-siap]")).to_be_visible()
    isi.focus()
    h.keyboard.press("Control+End")
    h.get_by_role("toolbar").get_by_role("button", name="Gambar", exact=True).click()
    expect(h.get_by_role("dialog", name="Sisipkan gambar").locator("img")).to_have_count(1)
    assert cacat(h) == []
    h.get_by_role("button", name="Penyerahan piagam").click()
    expect(isi.locator("figure figcaption")).to_have_text("Penyerahan piagam")
    isi.locator("figure").click()
    h.get_by_role("button", name="Setengah", exact=True).click()
    expect(h.locator("[data-keadaan]")).to_have_text(re.compile("^Tersimpan"))
    assert {"type": "gambar", "attrs": {"foto": "foto-1", "lebar": "setengah"}} in naskah(kmn)
    assert cacat(h) == []

    h.goto("/lakin/247157/2023/")  # the whole report, set up for the first time
    foto = h.get_by_role("figure").filter(has_text="Penyerahan piagam")
    expect(foto).to_have_text(re.compile(r"Gambar 4\.1 Penyerahan piagam"))
    foto.scroll_into_view_if_needed()
    expect(foto.get_by_role("img", name="Dua orang memegang piagam")).to_have_js_property("complete", True)
    assert foto.get_by_role("img").evaluate("g => g.naturalWidth") == 480
    h.goto(GALERI)
    expect(h.get_by_role("link", name="Penutup · Kesimpulan")).to_be_visible()


def test_gambar_ditempel_dan_diletakkan_di_tulisan(kmn: Satker, buka: Buka) -> None:
    h = buka("perencana", EDITOR)
    expect(h.locator("[data-naskah][data-siap]")).to_be_visible()
    isi = h.locator(".naskah-isi .ProseMirror")
    isi.focus()
    h.keyboard.press("Control+a")
    sisip = base64.b64encode(berkas(gambar(2000, 1400), quality=97)).decode()
    assert len(sisip) > 100_000
    kirim(
        h, "paste",
        f'<p class=MsoNormal>Sebelum</p><p class=MsoNormal><img src="data:image/jpeg;base64,{sisip}"></p>'
        '<p class=MsoNormal>Sesudah</p><p><img src="file:///C:/Temp/msohtmlclip1/01/clip_image002.jpg"></p>',
    )  # fmt: skip
    isi_dialog(h, "Dari Word")
    expect(isi.locator("> p, > figure")).to_have_text(["Sebelum", "Dari Word", "Sesudah"])
    expect(h.get_by_role("alert")).to_have_text(re.compile(r"^1 gambar pada tempelan tidak dapat dibaca peramban"))
    kirim(h, "drop", foto=berkas(gambar(300, 200), "PNG"))
    isi_dialog(h, "Diletakkan")
    expect(isi.locator("> p, > figure")).to_have_text(["Sebelum", "Diletakkan", "Dari Word", "Sesudah"])
    kirim(h, "paste", foto=berkas(gambar(200, 200), "PNG"))
    h.get_by_role("dialog", name="Keterangan gambar").get_by_role("button", name="Nanti").click()
    expect(h.get_by_role("alert")).to_have_text(re.compile("belum disisipkan"))
    expect(isi.locator("> figure")).to_have_count(2)
    expect(h.locator("[data-keadaan]")).to_have_text(re.compile("^Tersimpan"))
    assert [s["attrs"]["foto"] if s["type"] == "gambar" else s["type"] for s in naskah(kmn)] == [
        "paragraph", "foto-2", "foto-1", "paragraph",
    ]  # fmt: skip
    assert "tempelan" not in str(naskah(kmn))
    assert [f.lengkap for f in Foto.objects.order_by("pk")] == [True, True, False]
