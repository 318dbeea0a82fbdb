"""The outline is data: it survives JSON, and another agency's report is another outline, not other code."""

from __future__ import annotations

import json
import re
from dataclasses import replace

import pytest

from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import JenisBab, JenisBaris, Kolom, Paragraf, Sel, Sitasi
from lakin.laporan.deklarasi import Baris, BlokTabel, Jumlah, Kelompok
from lakin.laporan.katalog_blok import KATALOG
from lakin.laporan.kerangka import Bagian, BagianUtama, Kerangka, dari_json, ke_json
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.kerangka_periksa import DAFTAR, masalah
from lakin.laporan.konteks import Konteks
from lakin.laporan.susun import susun_bernomor

pytestmark = pytest.mark.django_db


def test_kerangka_utuh_lewat_json() -> None:
    assert dari_json(json.loads(json.dumps(ke_json(KERANGKA_BAKU)))) == KERANGKA_BAKU


def test_ulangan_yang_tidak_dikenal_ditolak() -> None:
    isi = ke_json(Kerangka("x", (BagianUtama("a", "A", (Bagian("B", ()),)),)))
    isi["bab"][0]["isi"][0]["ulang"] = "misi"
    with pytest.raises(ValueError, match="misi"):
        dari_json(isi)


def test_kerangka_lain_tanpa_kode_lain(konteks_kmn: Konteks) -> None:
    """Three chapters with other headings, indicators not below their objectives."""
    lain = Kerangka(
        "LKjIP",
        (
            BagianUtama("satu", "Gambaran Umum", ("narasi:bab1_tugas", "bab1.pegawai-fungsi")),
            BagianUtama(
                "dua",
                "Kinerja",
                (
                    "bab3.efisiensi",
                    Bagian("{kode}. {nama}", ("bab3.capaian-indikator", "uraian:hasil"), ulang="indikator"),
                ),
            ),
            BagianUtama("tiga", "Uang", ("bab3.keuangan-lima-tahun",)),
        ),
    )
    naskah = susun_bernomor(replace(konteks_kmn, kerangka=dari_json(ke_json(lain))))
    assert naskah.sebutan("bab1.pegawai-fungsi") == "Tabel 1.1"
    assert naskah.sebutan("bab3.capaian-indikator.SK8.2") == "Tabel 2.14"
    assert naskah.sebutan("bab3.keuangan-lima-tahun") == "Tabel 3.1"
    judul = [b.judul for b in naskah.butir.values() if b.jenis == "subbab"]
    assert judul[0].startswith("SK1.1. Produktivitas")
    assert len(judul) == 13
    assert naskah.dokumen.judul.startswith("LKjIP")


def test_setiap_blok_dapat_berdiri_sendiri_di_suatu_kerangka(konteks_kmn: Konteks) -> None:
    """Whatever its sentences cite elsewhere; what is not in the outline is not cited."""
    for b in KATALOG:
        isi = (Bagian("{kode}", (b.kode,), ulang=b.untuk),) if b.untuk else (b.kode,)
        jenis = JenisBab.DEPAN if b.kode in DAFTAR else JenisBab.ISI
        lain = Kerangka("x", (BagianUtama("uji", "Uji", isi, jenis), BagianUtama("isi", "Isi", ("narasi:a",))))
        assert masalah(lain) == []
        naskah = susun_bernomor(replace(konteks_kmn, kerangka=lain))
        disebut = {s.kode for s in telusur(naskah.dokumen) if isinstance(s, Sitasi)}
        assert disebut <= set(naskah.butir)
        teks = [s.isi for s in telusur(naskah.dokumen) if isinstance(s, Paragraf)]
        kalimat = "".join(i if type(i) is str else "#" for isi in teks for i in isi)
        assert not re.search(r"\(\)|\( |,\.|;\.| \.|dan \.|dalam \.", kalimat), (b.kode, kalimat)


def test_blok_indikator_di_luar_ulangannya_ditolak(konteks_kmn: Konteks) -> None:
    salah = Kerangka("x", (BagianUtama("a", "A", ("bab3.capaian-indikator",)),))
    with pytest.raises(ValueError, match="diulang untuk indikator"):
        susun_bernomor(replace(konteks_kmn, kerangka=salah))


class Contoh(BlokTabel[object]):
    """Rows of every kind."""

    kode = "uji.contoh"
    judul = "Contoh {satker} {tahun}"
    kolom = (Kolom("A", "a"), Kolom("B", "b"), Kolom("C", "c"))
    gabung = ("a", "b")

    def baris(self, k, s):
        yield Kelompok("Kelompok")
        yield Baris(a="x", b="p", c="1")
        yield Baris(a="x", b="p", c="2")
        yield Baris(a="x", b="q", c="3")
        yield Jumlah("Jumlah", c="6")
        yield Baris(a="x", b="q", c="4")
        yield Baris(2, a="y", b="q", c="5")


def test_sel_yang_sama_digabung_hanya_di_dalam_kelompoknya(konteks_kmn: Konteks) -> None:
    (tabel,) = Contoh().buat(konteks_kmn, None)
    assert tabel.judul == "Contoh BBSPJIKMN 2023"
    isi = [[(s.isi, s.kolom, s.baris) for s in b.sel] for b in tabel.baris]
    assert isi == [
        [("Kelompok", 3, 1)],
        [("x", 1, 3), ("p", 1, 2), ("1", 1, 1)],
        [("2", 1, 1)],
        [("q", 1, 1), ("3", 1, 1)],
        [("Jumlah", 2, 1), ("6", 1, 1)],
        [("x", 1, 1), ("q", 1, 1), ("4", 1, 1)],
        [("y", 1, 1), ("q", 1, 1), ("5", 1, 1)],
    ]
    assert [b.jenis for b in tabel.baris][:5] == [
        JenisBaris.KELOMPOK, JenisBaris.BIASA, JenisBaris.BIASA, JenisBaris.BIASA, JenisBaris.JUMLAH,
    ]  # fmt: skip
    assert tabel.baris[-1].tingkat == 2
    assert Sel(Sitasi("x")).isi == Sitasi("x")
