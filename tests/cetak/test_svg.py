"""Charts: deterministic, offline, titled, labelled with the printed figures."""

import re

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import TanpaNilai
from lakin.cetak.svg import gambar_svg
from lakin.cetak.svg_spesifikasi import spesifikasi
from lakin.dokumen.data_bagan import tabel_data
from lakin.dokumen.format import tulis_sel
from lakin.dokumen.grafik import Acuan, Bagan, JenisBagan, Seri
from lakin.dokumen.pohon import Format, Gambar
from tests.cetak.contoh import KOSONG, NA, angka, grafik_belanja, grafik_triwulan, rupiah

TAHUN = ("2021", "2022", "2023")


def bagan(jenis, **lain):
    seri = (Seri("Target <a>", (rupiah(7_000_000_000), rupiah(7_500_000_000), rupiah(8_000_000_000))),)
    if jenis is not JenisBagan.BATANG:
        seri += (Seri("Penerimaan", (rupiah(6_400_000_000), rupiah(6_917_000_000), rupiah(8_739_521_210))),)
    return Bagan(jenis, "PNBP <2023> & target", TAHUN, seri, "Rp miliar", format=Format.MILIAR, **lain)


@pytest.mark.parametrize("jenis", list(JenisBagan))
def test_setiap_bentuk_dapat_digambar_dengan_judul_dan_tanpa_gaya_sebaris(jenis):
    svg = gambar_svg(bagan(jenis, acuan=Acuan("Pagu", rupiah(7_800_000_000))))
    assert "<title>PNBP &lt;2023&gt; &amp; target</title>" in svg
    assert not re.search(r"\sstyle=|<style|<script|<image|\shref=", svg)
    for teks in ("7,00", "8,00", "Rp miliar", "2022", "Pagu 7,80"):
        assert teks in svg
    if jenis is not JenisBagan.BATANG:
        assert ">Target &lt;a&gt;<" in svg
        assert "8,74" in svg


def test_gambar_yang_sama_menghasilkan_byte_yang_sama():
    pertama = gambar_svg(bagan(JenisBagan.GARIS))
    gambar_svg.cache_clear()
    assert gambar_svg(bagan(JenisBagan.GARIS)) == pertama


def test_dua_gambar_tidak_berbagi_id():
    def semua_id(g):
        return set(re.findall(r'\bid="([^"]+)"', gambar_svg(g.bagan)))

    assert not semua_id(grafik_triwulan()) & semua_id(grafik_belanja())


def test_sumbu_memakai_tanda_indonesia():
    b = Bagan(JenisBagan.KOLOM_KELOMPOK, "J", ("A",), (Seri("S", (angka("1234567"),)),), "rupiah")
    svg = gambar_svg(b)
    assert "200.000" in svg
    assert "200,000" not in svg


def test_yang_tanpa_nilai_ditulis_dan_tidak_digambar_nol():
    svg = gambar_svg(Bagan(JenisBagan.KOLOM_KELOMPOK, "J", ("A", "B"), (Seri("S", (angka("5"), NA)),), "%"))
    assert ">N/A<" in svg
    isi = gambar_svg(Bagan(JenisBagan.KOLOM_KELOMPOK, "J", ("A", "B"), (Seri("S", (angka("5"), angka("0"))),), "%"))
    assert ">0,00<" in isi


def test_tabel_data_memuat_angka_yang_sama_dengan_label_gambar():
    g = grafik_triwulan()
    svg = gambar_svg(g.bagan)
    tabel = tabel_data(g)
    angka_tabel = [tulis_sel(s.isi, Format.NILAI) for b in tabel.baris for s in b.sel[1:]]
    assert len(angka_tabel) == 8
    assert all(f">{a}<" in svg for a in angka_tabel)


def test_bagan_tanpa_nilai_mengaku_kosong():
    b = Bagan(JenisBagan.GARIS, "J", ("A",), (Seri("S", (KOSONG,)), Seri("T", (TanpaNilai("x", Tiada.NA),))), "%")
    assert b.kosong
    assert Gambar("g", "G", b).kosong


def test_seri_yang_tidak_sepanjang_kategorinya_ditolak():
    with pytest.raises(ValueError, match="2 kategori"):
        Bagan(JenisBagan.GARIS, "J", ("A", "B"), (Seri("S", (angka("1"),)),), "%")


def test_nilai_di_bawah_nol_menyisakan_ruang_untuk_labelnya():
    def sumbu(*nilai):
        seri = (Seri("S", tuple(angka(n) for n in nilai)),)
        return spesifikasi(Bagan(JenisBagan.GARIS, "J", TAHUN, seri, "%"))["layer"][0]["encoding"]["y"]

    assert sumbu("-20", "0", "80")["scale"]["domainMin"] == pytest.approx(-34)
    assert sumbu("-20", "-10", "-5")["scale"]["domainMin"] < -22
    assert "scale" not in sumbu("0", "10", "80")
