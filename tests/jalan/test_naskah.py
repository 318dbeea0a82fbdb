"""Writing the report's texts in Chromium: typing, bound figures, a paste from Word, two people, a cut line."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest
from playwright.sync_api import Page, expect

from lakin.alur.models import Periode
from lakin.laporan.models import Narasi
from lakin.laporan.services import simpan_naskah
from lakin.laporan.simpul_naskah import naskah_dari_teks, simpul_naskah
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import Realisasi
from lakin.pengukuran.services import simpan_realisasi
from tests.jalan.axe import cacat
from tests.jalan.conftest import LAPTOP, PONSEL, Buka

pytestmark = pytest.mark.django_db(transaction=True)

DAFTAR = "/lakin/247157/2023/narasi/"
IKHTISAR = f"{DAFTAR}ikhtisar/"


WORD = """<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><meta name=Generator content="Microsoft Word 15">
<style>p.MsoNormal {margin:0cm} @list l0:level1 {mso-level-text:"%1.";}</style><!--[if gte mso 9]><xml><w:x/></xml><![endif]-->
</head><body lang=IN style='tab-interval:36.0pt' onload="alert(1)"><!--StartFragment-->
<h1 style='margin-top:0cm'><span lang=IN>Hasil kegiatan<o:p></o:p></span></h1>
<p class=MsoNormal style='text-align:justify'><b style='mso-bidi-font-weight:normal'><span style='font-size:12.0pt'>Pembinaan</span></b>
<span style='font-size:12.0pt'> berjalan <i>sesuai</i>
rencana&nbsp;tahun ini.</span></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span
style='mso-list:Ignore'>1.<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp; </span></span><![endif]>Pelatihan</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>a.<span>&nbsp; </span></span>Batik</p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>b.<span>&nbsp; </span></span>Gerabah</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>2.<span>&nbsp; </span></span>Pendampingan</p>
<p class=MsoNormal>Rinciannya:</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='font-family:Symbol;mso-list:Ignore'>·<span>&nbsp; </span></span>Butir</p>
<table class=MsoTableGrid border=1 style='border-collapse:collapse'><tr style='height:1pt'><td width=100 style='width:75pt'><p class=MsoNormal><b>Kegiatan</b></p></td><td><p>Jumlah</p></td></tr>
<tr><td colspan=2 onclick="alert(2)"><p>Gabungan</p></td></tr><tr><td><p>Uji<o:p></o:p></p></td><td><p>4</p></td></tr></table>
<p class=MsoNormal><img src="file:///C:/a.png" onerror="alert(3)"><o:p>&nbsp;</o:p></p>
<!--EndFragment--></body></html>"""  # noqa: E501
GOOGLE = (
    '<meta charset="utf-8"><b style="font-weight:normal;" id="docs-internal-guid-1a2b">'
    '<p dir="ltr" style="line-height:1.4">'
    '<span style="font-weight:400">Biasa </span><span style="font-weight:700;font-style:normal">tebal</span></p></b>'
)


def test_menulis_dan_menyisipkan_angka_yang_mengikuti_data(kmn: Satker, perencana: Pengguna, buka: Buka) -> None:
    h = _editor(buka)
    h.keyboard.press("Enter")
    h.keyboard.type("Indeks kepuasan sebesar ")
    h.get_by_role("button", name="Sisipkan angka").click()
    h.get_by_label("Cari angka").fill("realisasi SK5.1")
    h.get_by_role("button", name=re.compile(r"^Realisasi SK5\.1: 3,76")).first.click()
    angka = h.locator(".ProseMirror [data-ikatan=angka]")
    expect(angka).to_have_text(re.compile("^3,76"))
    h.keyboard.type(", lihat ")
    h.get_by_role("button", name="Sisipkan rujukan").click()
    h.get_by_label("Cari tabel, gambar, atau bagian").fill("tabel efisiensi")
    h.get_by_role("button", name=re.compile(r"^Tabel 3\.\d+")).first.click()
    expect(h.locator(".ProseMirror [data-ikatan=sitasi]")).to_have_text(re.compile(r"^Tabel 3\.\d+$"))
    h.keyboard.type(".")
    _tersimpan(h)
    tersimpan = str(_isi(kmn))
    assert "'alamat': 'SK5.1/realisasi'" in tersimpan
    assert "3,76" not in tersimpan

    angka.click()
    panel = h.get_by_role("complementary", name="Penjelasan angka")
    expect(panel.get_by_role("heading", name="Realisasi SK5.1")).to_be_visible()
    assert cacat(h) == []

    Periode.objects.filter(satker=kmn, tahun=2023).update(keadaan="draf")
    sel = Realisasi.objects.get(nilai="3.76", tahun=2023, triwulan=4, jenis=JenisRealisasi.NILAI)
    simpan_realisasi(
        satker=kmn, tahun=2023, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.NILAI,
        nilai=Decimal("3.91"), versi=sel.versi, oleh=perencana,
    )  # fmt: skip
    h.reload()
    expect(h.locator(".ProseMirror [data-ikatan=angka]")).to_have_text(re.compile("^3,91"))
    h.goto("/lakin/247157/2023/")
    expect(h.locator("p", has_text="Indeks kepuasan sebesar 3,91")).to_contain_text(re.compile(r"lihat Tabel 3\.\d+\."))


def test_tempelan_dari_word_menjadi_naskah_yang_bersih(kmn: Satker, buka: Buka) -> None:
    h = _editor(buka)
    h.keyboard.press("Control+a")
    _tempel(h, WORD)
    naskah = h.locator(".naskah-isi .ProseMirror")
    expect(naskah.locator("> ol > li")).to_have_count(2)
    expect(naskah.locator("> ol > li > ol > li")).to_have_text(["Batik", "Gerabah"])
    expect(naskah.locator("> ul > li")).to_have_text(["Butir"])
    expect(naskah.locator("h2")).to_have_text("Hasil kegiatan")
    expect(naskah.locator("th")).to_have_text(["Kegiatan", "Jumlah"])
    expect(naskah.locator("td")).to_have_text(["Gabungan", "", "Uji", "4"])
    expect(naskah.locator("p").first).to_have_text("Pembinaan berjalan sesuai rencana tahun ini.")
    expect(naskah.locator("p strong")).to_have_text(["Pembinaan"])
    _tersimpan(h)
    jenis = [s["type"] for s in _isi(kmn)["content"]]
    assert jenis == ["heading", "paragraph", "orderedList", "paragraph", "bulletList", "table"]
    assert "attrs" not in str(_isi(kmn)["content"][1])

    h.keyboard.press("Control+a")
    _tempel(h, GOOGLE)
    expect(naskah.locator("p").first).to_have_text("Biasa tebal")
    expect(naskah.locator("strong")).to_have_text(["tebal"])


def test_tempelan_jahat_tidak_menggantung_dan_tidak_berjalan(kmn: Satker, buka: Buka) -> None:
    h = _editor(buka)
    h.keyboard.press("Control+a")
    jahat = (
        '<p title=">" style="x:y" onclick=alert(1)>aman<script>alert(2)</script></p>'
        + '<svg onload=alert(3)><a href="javascript:x">b</a>'
        + "<" * 200_000 + "<!--" * 50_000 + "<style>" * 50_000
    )  # fmt: skip
    _tempel(h, jahat)
    expect(h.locator(".naskah-isi .ProseMirror")).to_contain_text("aman")
    h.keyboard.press("Control+a")
    h.keyboard.type("bersih")
    _tersimpan(h)
    _tempel(h, "<p>" + "a" * 2_000_001)
    expect(h.locator("[data-pesan]")).to_contain_text("Tempelan terlalu besar")


def test_dua_orang_pada_satu_bagian_tidak_kehilangan_tulisan(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    h = _editor(buka)
    lain = Pengguna.objects.create_user("rekan", first_name="Rekan", last_name="Satu")
    versi = Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar").versi
    simpan_naskah(
        satker=kmn, tahun=2023, kode="ikhtisar", isi=naskah_dari_teks("Tulisan rekan."), versi=versi, oleh=lain
    )
    h.keyboard.type("Tulisan saya. ")
    dialog = h.get_by_role("dialog", name="Bagian ini juga diubah orang lain")
    expect(dialog).to_contain_text("Tulisan rekan.")
    expect(dialog.get_by_role("region", name="Tulisan Anda")).to_contain_text("Tulisan saya.")
    assert cacat(h) == []
    dialog.get_by_role("button", name="Gabungkan").click()
    _tersimpan(h)
    teks = str(_isi(kmn))
    assert "Tulisan saya." in teks
    assert "Tulisan rekan." in teks
    keluhan.clear()  # the browser reports the 409


def test_sambungan_putus_lalu_kembali_dan_tulisan_bertahan(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    h = _editor(buka)
    h.context.set_offline(True)
    h.keyboard.type("Ditulis tanpa sambungan. ")
    expect(h.locator("[data-keadaan]")).to_contain_text("disimpan di perangkat ini")
    h.context.set_offline(False)
    _tersimpan(h)
    assert "Ditulis tanpa sambungan." in str(_isi(kmn))

    h.context.set_offline(True)
    h.keyboard.type("Belum sampai. ")
    expect(h.locator("[data-keadaan]")).to_contain_text("disimpan di perangkat ini")
    h.on("dialog", lambda d: d.accept())
    h.route("**/simpan/", lambda r: r.abort())
    h.context.set_offline(False)
    h.reload()
    expect(h.locator("[data-pesan]")).to_contain_text("belum sampai ke server")
    assert "Belum sampai." not in str(_isi(kmn))
    h.unroute("**/simpan/")
    h.get_by_role("button", name="Pakai tulisan itu").click()
    _tersimpan(h)
    assert "Belum sampai." in str(_isi(kmn))
    keluhan.clear()  # the browser reports each request that was cut off


def test_tulisan_perangkat_tidak_menimpa_simpanan_orang_lain(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    h = _editor(buka)
    h.route("**/simpan/", lambda r: r.abort())
    h.keyboard.type("Dari perangkat. ")
    expect(h.locator("[data-keadaan]")).to_contain_text("disimpan di perangkat ini")
    lain = Pengguna.objects.create_user("rekan", first_name="Rekan", last_name="Satu")
    simpan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", isi=naskah_dari_teks("Dari rekan."), versi=1, oleh=lain)
    h.on("dialog", lambda d: d.accept())
    h.reload()
    h.unroute("**/simpan/")
    h.get_by_role("button", name="Pakai tulisan itu").click()
    dialog = h.get_by_role("dialog", name="Bagian ini juga diubah orang lain")
    expect(dialog).to_contain_text("Dari rekan.")
    dialog.get_by_role("button", name="Pakai tulisan saya").click()
    _tersimpan(h)
    narasi = Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar")
    assert narasi.versi == 3
    assert "Dari perangkat." in str(narasi.isi)
    keluhan.clear()  # the browser reports the requests that were cut off, and the 409


def test_tabel_daftar_dan_judul_dari_bilah_alat(kmn: Satker, buka: Buka) -> None:
    h = _editor(buka)
    h.keyboard.press("Control+a")
    h.keyboard.type("Judul bagian")
    h.get_by_role("button", name="Judul", exact=True).click()
    h.keyboard.press("Enter")
    h.keyboard.type("Kalimat ")
    h.keyboard.press("Control+b")
    h.keyboard.type("tebal")
    h.keyboard.press("Enter")
    h.get_by_role("button", name="Daftar bernomor").click()
    h.keyboard.type("satu")
    h.keyboard.press("Enter")
    h.keyboard.press("Tab")
    h.keyboard.type("anak")
    h.keyboard.press("Shift+Tab")
    h.keyboard.press("Enter")
    h.keyboard.press("Enter")
    h.get_by_role("button", name="Tabel", exact=True).click()
    h.keyboard.type("Kegiatan")
    h.keyboard.press("Tab")
    h.keyboard.type("Jumlah")
    h.get_by_role("button", name="− Kolom").click()
    h.locator("th").nth(1).click()
    h.keyboard.type("Nilai")
    h.get_by_role("button", name="+ Baris").click()
    _tersimpan(h)
    assert [s["type"] for s in _isi(kmn)["content"]] == ["heading", "paragraph", "orderedList", "table"]
    assert cacat(h) == []
    for _ in ("baris", "ketikan", "kolom"):
        h.get_by_role("button", name="Urungkan").click()
    expect(h.locator("th")).to_have_count(3)
    h.goto("/lakin/247157/2023/")
    expect(h.get_by_role("heading", name="Judul bagian")).to_be_visible()


def test_naskah_yang_tidak_dikenal_hanya_dapat_dibaca(kmn: Satker, buka: Buka, keluhan: list[str]) -> None:
    asing = {"type": "doc", "content": [{"type": "video", "attrs": {"src": "x"}}]}
    Narasi.objects.filter(satker=kmn, tahun=2023, kode="bab1_isu").update(isi=asing)
    h = buka("perencana", f"{DAFTAR}bab1_isu/")
    expect(h.locator("[data-keadaan]")).to_contain_text("hanya dapat dibaca")
    expect(h.locator(".ProseMirror")).to_have_attribute("contenteditable", "false")
    keluhan.clear()  # the editor says what it does not know


def test_versi_dibandingkan_dan_dipulihkan(kmn: Satker, perencana: Pengguna, buka: Buka) -> None:
    simpan_naskah(
        satker=kmn, tahun=2023, kode="bab1_isu", isi=naskah_dari_teks("Pasar jasa makin ramai sekali."), versi=1,
        oleh=perencana,
    )  # fmt: skip
    h = buka("perencana", f"{DAFTAR}bab1_isu/versi/")
    expect(h.locator("ins", has_text="sekali")).to_be_visible()
    expect(h.locator("del").first).to_be_visible()
    assert cacat(h) == []
    h.get_by_role("button", name="Pulihkan versi 1").click()
    expect(h.locator("#kabar")).to_contain_text("Versi 1 dipulihkan")
    assert Narasi.objects.get(satker=kmn, tahun=2023, kode="bab1_isu").versi == 3
    expect(h.locator(".daftar-versi li").first).to_contain_text("Dipulihkan dari versi 1")


def test_angka_ketikan_diikat_dengan_satu_klik(kmn: Satker, perencana: Pengguna, buka: Buka) -> None:
    simpan_naskah(
        satker=kmn, tahun=2023, kode="SK3.2:hasil", versi=1, oleh=perencana,
        isi=naskah_dari_teks("Pada 2023 capaiannya 878,33% menurut Permenperin Nomor 1 Tahun 2022, bukan 4.321,09."),
    )  # fmt: skip
    h = buka("perencana", "/lakin/247157/2023/angka-ketikan/")
    expect(h.locator("mark")).to_have_text(["878,33%", "4.321,09"])
    assert cacat(h) == []
    h.get_by_role("button", name="Ikat ke Capaian SK3.2", exact=True).click()
    expect(h.locator("#kabar")).to_contain_text("kini terikat ke data")
    expect(h.locator("mark")).to_have_text(["4.321,09"])
    h.goto(f"{DAFTAR}SK3.2:hasil/")
    expect(h.locator(".ProseMirror [data-ikatan=angka]")).to_have_text("878,33%")


def test_penyunting_yang_siap_mudah_diakses(buka: Buka) -> None:
    """The walk of test_jangkauan sees the pages of narratives before their editor stands."""
    h = buka("perencana", IKHTISAR)
    expect(h.locator("[data-siap]")).to_be_visible()
    for ukuran in (LAPTOP, PONSEL):
        h.set_viewport_size(ukuran)  # type: ignore[arg-type]
        assert cacat(h) == []
        assert h.evaluate("document.documentElement.scrollWidth") <= ukuran["width"]


def _tersimpan(h: Page) -> None:
    expect(h.locator("[data-keadaan]")).to_contain_text("Tersimpan pukul")


def _isi(satker: Satker) -> dict[str, Any]:
    return Narasi.objects.get(satker=satker, tahun=2023, kode="ikhtisar").isi


def _tempel(h: Page, html: str) -> None:
    """A paste event as the browser makes it: the clipboard of headless Chromium cleans HTML by itself."""
    h.evaluate(
        """html => {
            const data = new DataTransfer();
            data.setData("text/html", html);
            data.setData("text/plain", "teks");
            document.querySelector(".naskah-isi .ProseMirror").dispatchEvent(
                new ClipboardEvent("paste", {clipboardData: data, bubbles: true, cancelable: true}));
        }""",
        html,
    )


def _editor(buka: Buka, url: str = IKHTISAR, ukuran: dict[str, int] = LAPTOP, akun: str = "perencana") -> Page:
    h = buka(akun, url, ukuran)
    expect(h.locator("[data-naskah][data-siap]")).to_be_visible()
    h.locator(".naskah-isi .ProseMirror").focus()
    return h


def test_rancangan_ditawarkan_disisipkan_dan_celahnya_diganti_dengan_ketikan(
    kmn: Satker, perencana: Pengguna, buka: Buka
) -> None:
    h = _editor(buka)
    h.get_by_role("button", name="Susun rancangan").click()
    pratinjau = h.get_by_role("dialog", name="Rancangan dari data")
    expect(pratinjau.get_by_text("13 (tiga belas)")).to_be_visible()
    assert cacat(h) == []
    pratinjau.get_by_role("button", name="Ganti tulisan").click()
    expect(h.get_by_text("2 celah perlu dilengkapi")).to_be_visible()
    _tersimpan(h)
    assert [s["attrs"]["petunjuk"] for s in simpul_naskah(_isi(kmn)) if s["type"] == "celah"][1:] == [
        "perubahan yang akan dilakukan"
    ]

    h.wait_for_timeout(600)  # edits under half a second apart are one step of undo
    h.get_by_role("button", name="Celah berikutnya (2)").press("Enter")
    h.keyboard.type("pemulihan permintaan jasa")
    expect(h.get_by_role("button", name="Celah berikutnya (1)")).to_be_visible()
    h.get_by_title("Urungkan (Ctrl+Z)").click()
    expect(h.get_by_role("button", name="Celah berikutnya (2)")).to_be_visible()
    h.get_by_role("button", name="Sisipkan celah").click()
    h.get_by_label("Yang harus dilengkapi").fill("angka ekspor")
    h.keyboard.press("Enter")
    expect(h.get_by_text("[lengkapi: angka ekspor]")).to_be_visible()
    assert cacat(h) == []
