"""Where a figure is printed, read from the numbered tree."""

from __future__ import annotations

from decimal import Decimal

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.grafik import Bagan, JenisBagan, Seri
from lakin.dokumen.nomor import beri_nomor
from lakin.dokumen.pohon import Bab, Daftar, Dokumen, Figur, Gambar, JenisBab, Kolom, Paragraf, SubBab, Tabel, baris
from lakin.dokumen.tempat import Tempat, tempat_cetak

A, B = (Angka(f"247157/2023/{n}", Decimal(1), 0) for n in ("a", "b"))


def test_setiap_tempat_disebut_sekali_dengan_jangkar_dan_banyaknya() -> None:
    tabel = Tabel("t", "Uji tabel", (Kolom("x"), Kolom("y")), (baris(A, B), baris(A, "-")))
    gambar = Gambar("g", "Uji gambar", Bagan(JenisBagan.BATANG, "g", ("k",), (Seri("s", (A,)),), "%"))
    isi = (
        Paragraf(("Satu ", Figur(A), " dan ", Figur(A))),
        tabel,
        gambar,
        SubBab("Bagian", (SubBab("Kendala", (Daftar((Paragraf((Figur(A),)),)),), bernomor=False),), kode="b"),
    )
    depan = Bab("kata", "Kata Pengantar", (Paragraf((Figur(B),)),), JenisBab.DEPAN)
    naskah = beri_nomor(Dokumen("uji", (depan, Bab("satu", "Bab Uji", isi))))
    peta = tempat_cetak(naskah)
    assert peta[A.alamat] == (
        Tempat("Bab I, paragraf", "Bab Uji", "teks", "b-satu", 2),
        Tempat("Tabel 1.1", "Uji tabel", "tabel", "b-t", 2),
        Tempat("Gambar 1.1", "Uji gambar", "gambar", "b-g", 1),
        Tempat("Subbab 1.1, paragraf", "Kendala", "teks", "b-b--kendala", 1),
    )
    assert [(t.nama, t.judul) for t in peta[B.alamat]] == [("Paragraf", "Kata Pengantar"), ("Tabel 1.1", "Uji tabel")]
