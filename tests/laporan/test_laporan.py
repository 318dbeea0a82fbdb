"""The whole report of KMN as a tree: every block has something to show, and nothing in it is typed."""

from __future__ import annotations

import re
from dataclasses import replace
from html import unescape

import pytest

from lakin.capaian.angka_jelas import Angka
from lakin.cetak.html import tulis_fragmen
from lakin.dasbor.penjelasan import jelaskan, uraikan
from lakin.dokumen.nomor import Bernomor, beri_nomor, semua_figur, telusur
from lakin.dokumen.pohon import Figur, Format, Gambar, JenisBab, Paragraf, Sitasi, SubBab, Tabel
from lakin.laporan.beku import sidik
from lakin.laporan.katalog_blok import KATALOG, blok
from lakin.laporan.kerangka import NARASI, URAIAN, Bagian, Butir
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.kerangka_triwulan import KERANGKA_TRIWULAN
from lakin.laporan.konteks import Konteks, Teks
from lakin.laporan.sebutan import sebutan
from lakin.laporan.susun import figur_laporan, susun, susun_bernomor
from lakin.web.templatetags.angka import teks_figur

pytestmark = pytest.mark.django_db

CAPAIAN = (
    "454,50", "100,00", "240,00", "396,15", "878,33", "166,80", "115,70", "100,00", "104,16", "113,41", "131,67",
    "101,88", "105,49",
)  # fmt: skip


BERSYARAT = ("Perbandingan dengan acuan", "Perbandingan dengan satuan kerja", "Program")
"""Headings that stand only where their table has data."""


def subjek(k: Konteks, untuk: str):
    return {
        "": [None],
        "tujuan": list(k.hasil.tujuan.values()),
        "sasaran": list(k.hasil.sasaran.values()),
        "indikator": list(k.indikator),
    }[untuk]


TANPA_KMN = {"bab2.koreksi-data", "bab2.peta-strategi", "bab2.pohon-pengemban", "bab3.hasil-gulungan"}
"""Nothing was corrected in KMN's year (tests/laporan/test_koreksi_data.py), and nothing is rolled up at a balai
(tests/banding/test_gulung.py)."""


@pytest.mark.parametrize("deklarasi", [b for b in KATALOG if b.kode not in TANPA_KMN], ids=lambda b: b.kode)
def test_setiap_blok_katalog_berisi_untuk_kmn(konteks_kmn: Konteks, konteks_tw2: Konteks, deklarasi) -> None:
    k = konteks_tw2 if deklarasi.kode.startswith("triwulan.") else konteks_kmn
    berlaku = [s for s in subjek(k, deklarasi.untuk) if deklarasi.berlaku(k, s)]
    assert berlaku
    for s in berlaku:
        isi = deklarasi.buat(k, s)
        assert isi
        assert not [b.kode for b in isi if isinstance(b, Tabel | Gambar) and b.kosong]
        assert deklarasi.__doc__


def kode_dipakai(isi: tuple[Butir, ...]) -> list[str]:
    return [k for b in isi for k in (kode_dipakai(b.isi) if isinstance(b, Bagian) else [b])]


def test_kerangka_baku_memakai_setiap_blok_tepat_sekali() -> None:
    setahun, triwulan = (
        [k for b in kerangka.bab for k in kode_dipakai(b.isi) if not k.startswith((NARASI, URAIAN))]
        for kerangka in (KERANGKA_BAKU, KERANGKA_TRIWULAN)
    )
    assert len(set(triwulan)) == len(triwulan)
    sendiri = [k for k in triwulan if k not in setahun]
    assert sorted([*setahun, *sendiri]) == sorted(b.kode for b in KATALOG)
    assert all(k.startswith("triwulan.") for k in sendiri)


def test_susunan_bab_dan_gambar(naskah_kmn: Bernomor) -> None:
    bab = [naskah_kmn.butir[b.kode] for b in naskah_kmn.dokumen.bab]
    assert [(b.nomor, b.judul) for b in bab] == [
        ("", "Kata Pengantar"),
        ("", "Ikhtisar Eksekutif"),
        ("", "Daftar Isi"),
        ("", "Daftar Tabel"),
        ("", "Daftar Gambar"),
        ("Bab I", "Pendahuluan"),
        ("Bab II", "Perencanaan dan Perjanjian Kinerja"),
        ("Bab III", "Akuntabilitas Kinerja"),
        ("Bab IV", "Penutup"),
        ("Lampiran 1", "Perjanjian Kinerja"),
        ("Lampiran 2", "Pengukuran Kinerja"),
        ("Lampiran 3", "Capaian Rencana Aksi Perjanjian Kinerja"),
        ("Lampiran 4", "Realisasi Renstra"),
        ("Lampiran 5", "Pedoman Indikator Perjanjian Kinerja"),
        ("Lampiran 6", "Dokumen Bukti Kinerja"),
    ]
    assert len(naskah_kmn.daftar_gambar) >= 10
    assert len(naskah_kmn.daftar_tabel) >= 100


def test_keempat_judul_dan_perbandingan_pada_setiap_indikator(konteks_kmn: Konteks, naskah_kmn: Bernomor) -> None:
    bagian = {s.kode: s for s in telusur(naskah_kmn.dokumen) if isinstance(s, SubBab)}
    for h in konteks_kmn.indikator:
        judul = [s.judul for s in bagian[f"bab3.indikator.{h.fakta.kode}"].isi if isinstance(s, SubBab)]
        assert [j for j in judul if not j.startswith(BERSYARAT)] == [
            "Hasil yang telah dicapai",
            "Analisis hasil yang telah dicapai",
            "Perbandingan dengan tahun sebelumnya",
            "Perbandingan dengan target jangka menengah",
            "Kendala",
            "Tindak lanjut",
        ]


def test_setiap_kutipan_menunjuk_sesuatu_dan_tidak_ada_nomor_yang_diketik(naskah_kmn: Bernomor) -> None:
    assert sum(isinstance(s, Sitasi) for s in telusur(naskah_kmn.dokumen)) > 100
    diketik = re.compile(r"\b(Tabel|Gambar|Bab)\s+([IVX]+|\d)")
    for bab in naskah_kmn.dokumen.bab:
        for simpul in telusur(bab):
            if isinstance(simpul, Paragraf):
                assert not [i for i in simpul.isi if isinstance(i, str) and diketik.search(i)], simpul


def test_setiap_angka_bersumber(naskah_kmn: Bernomor) -> None:
    """A figure leads somewhere: it has an address, and a source, inputs, or a reason."""
    angka = [a for a in semua_figur(naskah_kmn.dokumen) if isinstance(a, Angka)]
    assert len(angka) > 2000
    assert not [a for a in angka if not a.alamat]
    assert not [a for a in angka if a.asal == "dihitung" and not a.bahan]


def test_dua_angka_dengan_alamat_yang_sama_bernilai_sama(naskah_kmn: Bernomor) -> None:
    nilai: dict[str, set] = {}
    for a in semua_figur(naskah_kmn.dokumen):
        if isinstance(a, Angka):
            nilai.setdefault(a.alamat, set()).add((a.nilai, a.desimal))
    assert not {alamat: n for alamat, n in nilai.items() if len(n) > 1}


def test_html_memuat_setiap_capaian(naskah_kmn: Bernomor) -> None:
    html = tulis_fragmen(naskah_kmn)
    for h in CAPAIAN:
        assert h in html
    assert html.count('data-sumber="') > 1500
    assert "316,16" in html
    assert "belum ditulis" not in html


def test_setiap_angka_di_layar_dapat_dibuka_penjelasannya(konteks_kmn: Konteks, naskah_kmn: Bernomor) -> None:
    alamat = set(map(unescape, re.findall(r'data-sumber="([^"]+)"', tulis_fragmen(naskah_kmn))))
    assert len(alamat) > 1500
    semua = figur_laporan(konteks_kmn.hasil, konteks_kmn.pembanding)
    assert alamat <= set(semua)
    luar = [a for a in sorted(alamat) if a not in konteks_kmn.hasil.alamat]
    for a in luar[::9]:
        assert uraikan(konteks_kmn.hasil, a, semua[a]).judul, a
    satu = jelaskan(konteks_kmn.hasil, luar[0], konteks_kmn.pembanding)
    assert satu is not None
    assert (satu.judul, satu.nilai) == (sebutan(luar[0]), teks_figur(semua[luar[0]], Format.SATUAN))
    assert jelaskan(konteks_kmn.hasil, "247157/2023/tidak-ada", konteks_kmn.pembanding) is None


def test_masukan_yang_sama_memberi_naskah_yang_sama(konteks_kmn: Konteks) -> None:
    assert susun(konteks_kmn) == susun(konteks_kmn)
    tanpa = replace(konteks_kmn, narasi=Teks())
    assert sidik(konteks_kmn) == sidik(replace(konteks_kmn))
    assert sidik(tanpa) != sidik(konteks_kmn)


def test_tanpa_narasi_laporan_tetap_tersusun_dan_mengatakannya(konteks_kmn: Konteks) -> None:
    html = tulis_fragmen(susun_bernomor(replace(konteks_kmn, narasi=Teks())))
    assert html.count("Bagian ini belum ditulis.") == 8 + 4 + 4 * 13


def test_sitasi_ke_bagian_yang_tidak_ada_ditolak(konteks_kmn: Konteks) -> None:
    from lakin.dokumen.nomor import SalahSusun
    from lakin.dokumen.pohon import Bab, Dokumen, paragraf

    with pytest.raises(SalahSusun, match="tidak-ada"):
        beri_nomor(Dokumen("x", (Bab("b", "B", (paragraf(Sitasi("tidak-ada")),), JenisBab.ISI),)))


def test_kode_blok_tak_dikenal_ditolak() -> None:
    with pytest.raises(KeyError):
        blok("bab9.tidak-ada")


def test_kalimat_memuat_angka_yang_terikat(naskah_kmn: Bernomor) -> None:
    """The sentences around the tables hold figures, not digits: at least one for each indicator and goal."""
    terikat = [s for s in telusur(naskah_kmn.dokumen) if isinstance(s, Paragraf) and any(_figur(s))]
    assert len(terikat) > 80


def _figur(p: Paragraf) -> list[Figur]:
    return [i for i in p.isi if isinstance(i, Figur)]
