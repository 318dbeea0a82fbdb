"""What differs between two versions: exactly the figures that moved, and the words, and the outline."""

from __future__ import annotations

import csv
import re
from dataclasses import replace
from datetime import date
from decimal import Decimal
from io import BytesIO, StringIO
from typing import Any
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook

from lakin.angka import Tiada
from lakin.capaian.mesin import hitung
from lakin.dokumen.format import nilai_mesin
from lakin.laporan.banding_versi import BARU, BERUBAH, HILANG, banding_versi
from lakin.laporan.kerangka import Bagian
from lakin.laporan.konteks import FotoLaporan, Konteks
from lakin.laporan.saring_banding import SEMUA, Saringan, tulis_csv, tulis_xlsx

pytestmark = pytest.mark.django_db


def dengan_realisasi(k: Konteks, kode: str, nilai: Any) -> Konteks:
    """The same report where one recorded value of triwulan IV is another."""
    indikator = []
    for i in k.fakta.indikator:
        if i.kode == kode:
            i = replace(i, triwulan=tuple(replace(t, nilai=nilai) if t.triwulan == 4 else t for t in i.triwulan))
        indikator.append(i)
    return replace(k, hasil=hitung(replace(k.fakta, indikator=tuple(indikator))))


@pytest.fixture(scope="session")
def ubahan(konteks_kmn: Konteks) -> Konteks:
    return dengan_realisasi(konteks_kmn, "SK5.1", Decimal("3.50"))


def berbeda(a: Konteks, b: Konteks) -> set[str]:
    """By the engine: the addresses whose value is not the same, below satker and year."""
    kiri, kanan = a.hasil.alamat, b.hasil.alamat

    def nilai(semua: Any, alamat: str) -> Any:
        return (nilai_mesin(semua[alamat]), getattr(semua[alamat], "keadaan", None)) if alamat in semua else None

    return {s.split("/", 2)[2] for s in kiri.keys() | kanan.keys() if nilai(kiri, s) != nilai(kanan, s)}


def test_yang_terdaftar_persis_angka_yang_bergerak_menurut_mesin(konteks_kmn: Konteks, ubahan: Konteks) -> None:
    p = banding_versi(konteks_kmn, ubahan)
    mesin = berbeda(konteks_kmn, ubahan)
    assert {"SK5.1/realisasi", "SK5.1/capaian", "organisasi/capaian"} <= mesin
    terdaftar = {u.alamat for u in p.angka}
    engine = {s.split("/", 2)[2] for s in konteks_kmn.hasil.alamat}
    assert terdaftar & engine == mesin
    # What is not the engine's is the report's own, and made of what moved.
    assert all(u.alamat not in engine for u in p.angka if u.alamat not in mesin)
    satu = next(u for u in p.angka if u.alamat == "SK5.1/realisasi")
    assert (satu.jenis, satu.teks_lama, satu.teks_baru, satu.teks_selisih) == (BERUBAH, "3,76", "3,50", "-0,26")
    assert satu.letak is not None
    assert satu.letak.nomor.startswith("Tabel")
    assert p.masukan == ("hasil",)
    assert banding_versi(konteks_kmn, konteks_kmn).sama


def test_kosong_na_dan_nol_tiga_hal(konteks_kmn: Konteks) -> None:
    def sisi(nilai: Any) -> Konteks:
        return dengan_realisasi(konteks_kmn, "SK5.1", nilai)

    kosong, na, nol = sisi(Tiada.KOSONG), sisi(Tiada.NA), sisi(Decimal(0))
    tulisan = set()
    for a, b in ((kosong, na), (na, nol), (nol, kosong)):
        u = next(u for u in banding_versi(a, b).angka if u.alamat == "SK5.1/realisasi")
        assert u.selisih is None
        tulisan |= {u.teks_lama, u.teks_baru}
    assert tulisan == {"belum ada data", "N/A", "0,00"}


def test_tulisan_kata_demi_kata_dan_kerangka(konteks_kmn: Konteks) -> None:
    kode = "bab4_kesimpulan"
    lama = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Kinerja baik."}]}]}
    baru = {"type": "doc", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Kinerja cukup."}]}]}
    bagian = konteks_kmn.narasi.bagian
    a = replace(konteks_kmn, narasi=replace(konteks_kmn.narasi, bagian={**bagian, kode: lama}))
    bab = konteks_kmn.kerangka.bab
    tanpa = replace(bab[-2], isi=(*bab[-2].isi, Bagian("Penutup", ("narasi:penutup",), "penutup")))
    kerangka = replace(konteks_kmn.kerangka, bab=(*bab[:-2], tanpa, bab[-1]))
    b = replace(konteks_kmn, kerangka=kerangka, narasi=replace(konteks_kmn.narasi, bagian={**bagian, kode: baru}))
    p = banding_versi(a, b)
    (satu,) = [u for u in p.naskah if u.kode == kode]
    assert [(t.jenis, t.teks) for t in satu.beda[0] if t.jenis != "sama"] == [("hapus", "baik"), ("tambah", "cukup")]
    assert ("baru", "Bagian: Penutup") in {(u.jenis, u.apa) for u in p.kerangka}
    assert {u.jenis for u in p.kerangka} == {BARU}
    assert {u.jenis for u in banding_versi(b, a).kerangka} == {HILANG}
    assert p.angka == ()


def test_gambar_dan_keterangan_data_disebut_namanya(konteks_kmn: Konteks) -> None:
    foto = FotoLaporan("lab", "Laboratorium", "Dua alat uji", "a" * 64, "image/jpeg", 800, 600)
    lain = replace(foto, kode="gedung")
    a = replace(konteks_kmn, narasi=replace(konteks_kmn.narasi, foto={"lab": foto, "gedung": lain}))
    baru = replace(foto, judul="Laboratorium uji", sidik="b" * 64, tanggal=date(2023, 5, 2))
    indikator = tuple(
        replace(i, nama="Nama baru", sumber="") if i.kode == "SK5.1" else i for i in konteks_kmn.fakta.indikator
    )
    b = replace(a, narasi=replace(a.narasi, foto={"lab": baru}))
    p = banding_versi(a, b)
    assert not p.sama
    assert [(u.jenis, u.apa, u.medan) for u in p.foto] == [
        (HILANG, "Gambar gedung", "gambar"),
        (BERUBAH, "Gambar lab", "gambar"),
        (BERUBAH, "Gambar lab", "judul"),
        (BERUBAH, "Gambar lab", "tanggal"),
    ]
    assert (p.foto[2].lama, p.foto[2].baru, p.foto[3].baru) == ("Laboratorium", "Laboratorium uji", "2 Mei 2023")
    p = banding_versi(konteks_kmn, replace(konteks_kmn, hasil=hitung(replace(konteks_kmn.fakta, indikator=indikator))))
    kata = {(u.apa, u.medan): (u.jenis, u.baru) for u in p.kata}
    assert kata[next(k for k in kata if k[1] == "Nama")] == (BERUBAH, "Nama baru")
    assert all(k[0].startswith("Indikator SK5.1") for k in kata)
    assert Saringan.dari({"cari": "nama baru"}).terapkan(p).kata
    buku = load_workbook(BytesIO(tulis_xlsx(p, "Judul")))
    assert buku["Keterangan data"].max_row == 2 + len(p.kata)


def test_saringan_dan_berkas_memuat_baris_yang_sama(konteks_kmn: Konteks, ubahan: Konteks) -> None:
    penuh = banding_versi(konteks_kmn, ubahan)
    p = Saringan.dari({"cari": "SK5.1", "jenis": "asing", "tampil": SEMUA}).terapkan(penuh)
    assert 0 < len(p.angka) < len(penuh.angka)
    assert all(u.letak for u in Saringan.dari({}).terapkan(penuh).angka)
    assert Saringan.dari({"jenis": HILANG}).terapkan(penuh).angka == ()
    baris = list(csv.reader(StringIO(tulis_csv(p).decode("utf-8-sig"))))
    assert [b[1] for b in baris[1:]] == [u.alamat for u in p.angka]
    ws = load_workbook(BytesIO(tulis_xlsx(p, "Judul")))["Angka"]
    semua = list(ws.iter_rows(min_row=3, values_only=True))
    assert [s[1] for s in semua] == [u.alamat for u in p.angka]
    satu = next(s for s in semua if s[1] == "SK5.1/realisasi")
    assert (satu[3], satu[4]) == (3.76, 3.5)
    with ZipFile(BytesIO(tulis_xlsx(p, "Judul"))) as arsip:
        assert not re.search(rb"dcterms:(created|modified)", arsip.read("docProps/core.xml"))


def test_tahun_lain_bertemu_pada_alamat_relatif(konteks_kmn: Konteks) -> None:
    lalu = replace(konteks_kmn, hasil=hitung(replace(konteks_kmn.fakta, tahun=2022)))
    p = banding_versi(lalu, konteks_kmn)
    assert "SK5.1/target" not in {u.alamat for u in p.angka}
    geser = next(u for u in p.angka if u.alamat == "@-1/layanan/pelatihan/jumlah-peserta")
    assert (geser.jenis, geser.teks_lama, geser.teks_baru) == (BERUBAH, "469", "104")
