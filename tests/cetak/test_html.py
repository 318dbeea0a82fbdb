"""The HTML of a document: escaping, figures with their source, heads, no inline style."""

import re
from html.parser import HTMLParser

import pytest

from lakin.cetak.html import tulis_berkas, tulis_fragmen, tulis_kertas
from lakin.cetak.html_tabel import kepala_bertingkat
from lakin.cetak.json import daftar_blok
from lakin.cetak.pdf import gaya_layar
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Dokumen, Tabel
from tests.cetak.contoh import bernomor, tabel_lebar

JAHAT = (
    '<script>alert(1)</script><img src="http://contoh.invalid/x" onerror="x">'
    "'\"&<style>*{background:url(file:///etc/passwd)}</style>\x00\x08\u202e"
)


class Pengurai(HTMLParser):
    """Collects tags, attributes and ids; complains about a tag that is closed out of order."""

    HAMPA = frozenset(["meta", "col", "br", "link", "img"])

    def __init__(self, html):
        super().__init__()
        self.tanda, self.atribut, self.tumpuk, self.teks = [], [], [], []
        self.feed(html)
        assert self.tumpuk == []

    def handle_starttag(self, tag, attrs):
        self.tanda.append(tag)
        self.atribut += [(tag, k, v) for k, v in attrs]
        if tag not in self.HAMPA:
            self.tumpuk.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.tanda.append(tag)
        self.atribut += [(tag, k, v) for k, v in attrs]

    def handle_endtag(self, tag):
        assert self.tumpuk.pop() == tag

    def handle_data(self, data):
        self.teks.append(data)


@pytest.mark.parametrize("tulis", [tulis_fragmen, tulis_kertas])
def test_teks_pengguna_tidak_pernah_menjadi_markah(tulis):
    baik, buruk = Pengurai(tulis(bernomor())), Pengurai(tulis(bernomor(JAHAT)))
    assert "script" not in buruk.tanda
    assert "img" not in buruk.tanda
    assert not [k for _, k, _ in buruk.atribut if k.startswith("on")]
    assert not {"\x00", "\x08", "\u202e"} & set("".join(buruk.teks))
    assert "<script>alert(1)</script>" in "".join(buruk.teks)
    assert set(buruk.tanda) == set(baik.tanda)


@pytest.mark.parametrize("tulis", [tulis_fragmen, tulis_kertas])
def test_tanpa_gaya_sebaris_dan_tanpa_sumber_luar(tulis):
    atribut = Pengurai(tulis(bernomor())).atribut
    assert not [a for a in atribut if a[1] == "style"]
    assert not [a for a in atribut if a[1] in ("src", "srcset", "xlink:href", "data")]
    assert all(v.startswith("#") for _, k, v in atribut if k == "href")


def test_jangkar_tunggal_dan_semua_rujukan_ada():
    atribut = Pengurai(tulis_fragmen(bernomor())).atribut
    jangkar = [v for _, k, v in atribut if k == "id"]
    assert len(jangkar) == len(set(jangkar))
    assert {v[1:] for _, k, v in atribut if k == "href"} <= set(jangkar)


def test_setiap_figur_di_layar_membawa_sumbernya():
    atribut = Pengurai(tulis_fragmen(bernomor())).atribut
    figur = [v for t, k, v in atribut if t == "data" and k == "class"]
    sumber = [v for t, k, v in atribut if t == "data" and k == "data-sumber"]
    assert len(sumber) == len(figur) > 400
    assert "999999/2023/uji/878.33" in sumber


def test_figur_di_layar_dapat_dicapai_papan_tik_dan_membawa_nilainya():
    html = tulis_fragmen(bernomor())
    atribut = 'value="878.33" data-sumber="999999/2023/uji/878.33" tabindex="0" role="button"'
    assert f'<data class="figur" {atribut}>878,33%</data>' in html


def test_sitasi_memuat_nomor_yang_sama_dengan_judul_tabel():
    html = tulis_fragmen(bernomor())
    assert '<a class="rujuk" href="#b-bab3_indikator-2">Tabel 3.2</a>' in html
    assert re.search(r'<caption id="b-bab3_indikator-2"><span class="nomor">Tabel 3\.2</span>', html)


def test_tabel_tanpa_baris_menyebut_dirinya():
    assert re.search(
        r"Perubahan DIPA</p><p class=\"kosong\">Belum ada data untuk tabel ini\.", tulis_kertas(bernomor())
    )


def test_kepala_bertingkat_menutup_semua_kolom():
    t = tabel_lebar()
    tingkat = kepala_bertingkat(t)
    assert [sum(k for _, k, _, _ in baris) for baris in tingkat] == [14, 8, 8]
    assert ("Triwulan III", 2, 1, None) in tingkat[1]
    luas = sum(k * b for baris in tingkat for _, k, b, _ in baris)
    assert luas == 3 * len(t.kolom)


def test_judul_pertama_h1_dan_tingkat_tidak_meloncat():
    html = tulis_kertas(bernomor())
    tingkat = [int(t) for t in re.findall(r"<h(\d)", html)]
    assert tingkat[0] == 1
    assert all(b - a <= 1 for a, b in zip(tingkat, tingkat[1:], strict=False))


def test_berkas_tunggal_memuat_gayanya():
    html = tulis_berkas(bernomor(), gaya_layar())
    assert html.count("<style>") == 1
    assert "<link" not in html
    assert '<html lang="id">' in html
    with pytest.raises(ValueError, match="penutup"):
        tulis_berkas(bernomor(), "</style><script>")


def test_daftar_blok_urut_dengan_nomor():
    n = beri_nomor(Dokumen("J", (Bab("b1", "Satu", (Tabel("t", "T", tabel_lebar().kolom, ()),)),)))
    assert daftar_blok(n, {"b1": 3, "t": 4}) == [
        {"kode": "b1", "jenis": "bab", "nomor": "Bab I", "judul": "Satu", "halaman": 3},
        {"kode": "t", "jenis": "tabel", "nomor": "Tabel 1.1", "judul": "T", "halaman": 4},
    ]
    assert all("halaman" not in b for b in daftar_blok(n))
