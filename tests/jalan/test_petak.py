"""The grid in Chromium: keys of spreadsheets, paste in doubt, undo after a save, others' values, the side panel."""

from __future__ import annotations

import json
import re
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from anggaran.services import simpan_realisasi_anggaran
from lakin.alur.models import Komentar
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import DrafIsian, Realisasi
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.services import simpan_realisasi
from tests.jalan.axe import cacat
from tests.jalan.conftest import TERSIMPAN

pytestmark = pytest.mark.django_db(transaction=True)

ENTRI = "/247157/2023/realisasi/4/"
AEC = "019.07.EC.6077.AEC.004.051"
SEMUA = re.compile("Semua perubahan tersimpan")


def test_tombol_lembar_kerja(kmn: Satker, buka: Any) -> None:
    """Fill down, clear, copy a block, undo and redo, also after everything was saved."""
    kosongkan()
    h = buka("perencana", ENTRI)
    h.focus(fisik("SK1.1"))
    h.keyboard.type("90")
    for _ in range(3):
        h.keyboard.press("Shift+ArrowDown")  # typed in: the key belongs to the text
    h.keyboard.press("Enter")
    h.keyboard.press("ArrowUp")
    for _ in range(3):
        h.keyboard.press("Shift+ArrowDown")
    expect(h.locator("td[aria-selected=true]")).to_have_count(4)
    h.keyboard.press("Control+d")
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK1.1", "SK2.1", "SK2.2", "SK3.1", "SK3.2") == [90, 90, 90, 90, None]
    h.keyboard.press("Control+z")
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK1.1", "SK2.1", "SK2.2", "SK3.1") == [90, None, None, None]
    h.keyboard.press("Control+y")
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK2.1", "SK2.2", "SK3.1") == [90, 90, 90]
    h.keyboard.press("Control+Home")
    expect(h.locator(fisik("SK1.1"))).to_be_focused()
    h.keyboard.press("Shift+ArrowDown")
    h.context.grant_permissions(["clipboard-read", "clipboard-write"])
    h.keyboard.press("Control+c")
    assert h.evaluate("navigator.clipboard.readText()").split() == ["90", "90"]
    h.keyboard.press("Delete")
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK1.1", "SK2.1", "SK2.2") == [None, None, 90]
    h.keyboard.press("Control+End")
    expect(h.locator(fisik("SK8.2"))).to_be_focused()


def test_tempel_ditanyakan_sekali_lalu_diurungkan_sekali(kmn: Satker, buka: Any) -> None:
    kosongkan()
    h = buka("perencana", ENTRI)
    _tempel(h, fisik("SK1.1"), "0,45\r\n0,5\r\n#DIV/0!\r\n1\r\n")
    dialog = h.get_by_role("dialog", name="Periksa sebelum ditempel")
    expect(dialog).to_contain_text("#DIV/0!")
    dialog.get_by_role("button", name="Tempel").click()
    expect(dialog).to_contain_text("Jawab dahulu")
    dialog.get_by_role("radio", name="kalikan 100").check()
    assert cacat(h) == []
    dialog.get_by_role("button", name="Tempel 3 isian").click()
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK1.1", "SK2.1", "SK2.2", "SK3.1", "SK3.2") == [45, 50, None, 100, None]
    h.focus(fisik("SK1.1"))
    h.keyboard.press("Control+z")
    expect(h.locator("#keadaan-simpan")).to_have_text(SEMUA)
    assert isi("SK1.1", "SK2.1", "SK2.2", "SK3.1") == [None, None, None, None]


def test_orang_lain_menyimpan_sementara_halaman_terbuka(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    h.fill(fisik("SK8.1"), "77")
    orang_lain_menyimpan(kmn, "SK8.2", "99")
    orang_lain_menyimpan(kmn, "SK8.1", "98")
    expect(h.locator(fisik("SK8.2"))).to_have_value("99")
    expect(h.locator(ket("SK8.2"))).to_contain_text("diubah Sekretariat")
    pesan = h.locator(ket("SK8.1"))
    expect(pesan).to_contain_text("baru saja menyimpan 98")
    expect(pesan).to_contain_text("Isian Anda: 77")
    expect(h.locator(fisik("SK8.1"))).to_have_value("77")
    pesan.locator(".pilih", has_text="Pakai 98").click()
    expect(h.locator(fisik("SK8.1"))).to_have_value("98")
    assert isi("SK8.1", "SK8.2") == [98, 99]


def test_uang_yang_disimpan_orang_lain_dan_panelnya(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", "/247157/2023/anggaran/4/")
    simpan_realisasi_anggaran(
        satker=kmn, tahun=2023, kode=AEC, triwulan=0, nilai=Decimal(49_300_401), versi=1,
        oleh=Pengguna.objects.get(username="sekretariat"),
    )  # fmt: skip
    uang = f"#uang-{AEC}-0".replace(".", "\\.")
    expect(h.locator(uang)).to_have_value("49.300.401")
    expect(h.locator(f"#ket-{uang[1:]}")).to_contain_text("diubah Sekretariat")
    expect(h.locator('.kepala [data-isi="realisasi"]')).to_have_text("22.738.878.289")
    h.focus(uang)
    h.keyboard.press("Control+Enter")
    panel = h.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Realisasi 051")).to_be_focused()
    expect(panel).to_contain_text("Serapan")
    assert cacat(h) == []
    h.keyboard.press("Escape")
    expect(h.locator(uang)).to_be_focused()


def test_isian_yang_ditolak_tetap_di_sana_sesudah_dimuat_ulang(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    h.fill(fisik("SK8.1"), "150")
    h.press(fisik("SK8.1"), "Tab")
    expect(h.locator(ket("SK8.1"))).to_contain_text("antara 0 dan 100")
    h.reload()
    expect(h.locator(fisik("SK8.1"))).to_have_value("150")
    expect(h.locator(ket("SK8.1"))).to_contain_text("Diketik oleh")
    h.focus(fisik("SK8.1"))
    h.keyboard.press("Escape")
    expect(h.locator(ket("SK8.1"))).to_contain_text(TERSIMPAN)
    assert not DrafIsian.objects.exists()


def test_panel_satu_sel(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    h.focus("#sel-SK5\\.1")
    h.keyboard.press("Control+Enter")
    panel = h.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Realisasi SK5.1")).to_be_focused()
    expect(panel.locator("svg.garis-kecil")).to_be_visible()
    panel.get_by_label("Tulis komentar").fill("Menunggu berita acara.")
    panel.get_by_label("Tandai untuk ditindaklanjuti").check()
    panel.get_by_role("button", name="Kirim komentar").click()
    expect(panel).to_contain_text("perlu ditindaklanjuti")
    assert Komentar.objects.get().alamat == "247157/2023/SK5.1/realisasi/tw4"
    assert cacat(h) == []
    h.keyboard.press("Escape")
    expect(panel).to_be_hidden()
    expect(h.locator("#sel-SK5\\.1")).to_be_focused()


def test_membuka_dan_meninggalkan_seribu_sel(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    h.keyboard.press("Tab")
    sebelum = (Jejak.objects.count(), list(Realisasi.objects.order_by("pk").values_list("pk", "nilai", "versi")))
    kiriman: list[str] = []
    h.on("request", lambda r: kiriman.append(r.url) if r.method == "POST" else None)
    banyak = h.evaluate(
        """() => {
          const sel = [...document.querySelectorAll("[data-sel]")].filter((s) => !s.hidden);
          for (let i = 0; i < 1000; i += 1) { sel[i % sel.length].focus(); sel[i % sel.length].blur(); }
          return sel.length;
        }"""
    )
    assert banyak > 10
    assert sebelum == (
        Jejak.objects.count(),
        list(Realisasi.objects.order_by("pk").values_list("pk", "nilai", "versi")),
    )
    # Whatever those had sent would have gone before, or with, the one that is typed now.
    h.fill("#sel-SK5\\.1", "3,71")
    h.press("#sel-SK5\\.1", "Enter")
    expect(h.locator("#ket-sel-SK5\\.1")).to_contain_text(TERSIMPAN)
    assert len(kiriman) == 1
    assert Jejak.objects.count() == sebelum[0] + 1


def test_satu_sel_paling_banyak_satu_kilobyte(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    with h.expect_response(re.compile("/sel/$")) as tunggu:
        h.fill("#sel-SK5\\.1", "3,71")
        h.press("#sel-SK5\\.1", "Enter")
    jawab = tunggu.value
    jawab.finished()
    byte = jawab.request.sizes()  # headers, cookies and all
    assert byte["requestHeadersSize"] + byte["requestBodySize"] <= 1024
    assert byte["responseHeadersSize"] + byte["responseBodySize"] <= 1024
    assert json.loads(jawab.request.post_data or "")["sel"][0]["kunci"]


def kosongkan() -> None:
    """Nothing of the year, so that no earlier triwulan speaks against a value."""
    Realisasi.objects.filter(tahun=2023, garis_indikator__satker__kode="247157").delete()


def _tempel(h: Page, isian: str, teks: str) -> None:
    h.context.grant_permissions(["clipboard-read", "clipboard-write"])
    h.focus(isian)
    h.evaluate("teks => navigator.clipboard.writeText(teks)", teks)
    h.keyboard.press("Control+v")


def orang_lain_menyimpan(satker: Satker, kode: str, nilai: str) -> None:
    lama = _sel(kode)
    simpan_realisasi(
        satker=satker,
        tahun=2023,
        kode=kode,
        triwulan=4,
        jenis=JenisRealisasi.FISIK,
        nilai=Decimal(nilai),
        versi=lama.versi if lama else 0,
        oleh=Pengguna.objects.get(username="sekretariat"),
    )


def _sel(kode: str) -> Realisasi | None:
    garis = {k: g for g, k in Terkini(Satker.objects.get(kode="247157")).garis(2023).items()}
    return Realisasi.objects.filter(garis_indikator=garis[kode], tahun=2023, triwulan=4, jenis="fisik").first()


def isi(*kode: str) -> list[Decimal | None]:
    return [sel.nilai if (sel := _sel(k)) else None for k in kode]


def fisik(kode: str) -> str:
    return f"#sel-{kode}-fisik".replace(".", "\\.")


def ket(kode: str) -> str:
    return f"#ket-sel-{kode}-fisik".replace(".", "\\.")


def test_tanda_lunak_di_barisnya_dan_hilang_setelah_dibetulkan(kmn: Satker, buka: Any) -> None:
    h = buka("perencana", ENTRI)
    tanda = h.locator("#baris-SK5\\.1 .hal")
    expect(tanda).to_have_count(0)
    h.fill("#sel-SK5\\.1", "37,1")
    h.press("#sel-SK5\\.1", "Enter")
    expect(h.locator("#ket-sel-SK5\\.1")).to_contain_text("perlu diperiksa")
    ringkas = tanda.locator("summary")
    expect(ringkas).to_contain_text("hal perlu diperiksa pada SK5.1")
    expect(ringkas).to_have_attribute("title", re.compile("Janggal: |Tidak mungkin: "))
    ringkas.focus()
    h.keyboard.press("Enter")
    expect(tanda.locator("li").first).to_be_visible()
    assert cacat(h) == []
    h.focus("#sel-SK5\\.1")
    h.keyboard.press("Control+Enter")
    panel = h.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Perlu diperiksa")).to_be_visible()
    h.keyboard.press("Escape")
    h.reload()
    expect(ringkas).to_contain_text("perlu diperiksa")
    h.fill("#sel-SK5\\.1", "3,71")
    h.press("#sel-SK5\\.1", "Enter")
    expect(h.locator("#ket-sel-SK5\\.1")).to_have_text(TERSIMPAN)
    expect(tanda).to_have_count(0)
