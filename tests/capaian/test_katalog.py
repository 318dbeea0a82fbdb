"""Every formula plays its examples, names its rule, and says in its line what its code does."""

from __future__ import annotations

import inspect
from dataclasses import is_dataclass

import pytest

from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.baris import contoh_baris
from lakin.capaian.deklarasi import Jenis, medan
from lakin.capaian.jelaskan import lingkup_nilai
from lakin.capaian.katalog import KATALOG, rumus

CONTOH = [(r, c) for r in KATALOG for c in r.contoh]


@pytest.mark.parametrize("r, contoh", CONTOH, ids=lambda x: getattr(x, "kode", getattr(x, "sumber", "")))
def test_contoh_memberi_hasil_sumbernya(r, contoh) -> None:
    hasil = r.hitung(contoh_baris(r, contoh.baris), desimal=contoh.desimal, alamat="contoh")
    assert isinstance(hasil, Angka), hasil
    assert hasil.nilai == contoh.hasil
    assert hasil.desimal == contoh.desimal
    for bagian in hasil.telusur():
        if isinstance(bagian, Angka) and bagian.cara:
            assert ekspresi.nilai(bagian.cara.tulisan, lingkup_nilai(bagian)) == bagian.mentah


@pytest.mark.parametrize("r", KATALOG, ids=lambda r: r.kode)
def test_rumus_lengkap_pernyataannya(r) -> None:
    assert inspect.getdoc(type(r)) != inspect.getdoc(type(r).__mro__[1])
    assert r.nama
    assert r.satuan
    assert r.rujukan
    assert r.huruf
    assert r.contoh or not r.dari_baris
    assert is_dataclass(r.baris)
    assert all(m.label for m in medan(r))
    if r.kunci_tetap:
        assert r.baris_tetap
        assert r.kunci_tetap in {m.kode for m in medan(r)}
    assert {s.kode for s in medan(r) if s.pilihan} == {s.kode for s in medan(r) if s.jenis is Jenis.PILIHAN}


@pytest.mark.parametrize("r", [r for r in KATALOG if r.dari_baris], ids=lambda r: r.kode)
def test_tanpa_baris_ada_alasannya(r) -> None:
    hasil = r.hitung([], desimal=2, alamat="kosong")
    assert isinstance(hasil, TanpaNilai)
    assert hasil.alasan.endswith(".")


def test_kode_tidak_kembar_dalam_satu_tahun() -> None:
    for tahun in (2021, 2024, 2030):
        berlaku = [r.kode for r in KATALOG if r.berlaku(tahun)]
        assert len(berlaku) == len(set(berlaku))


def test_rumus_dicari_menurut_tahun() -> None:
    assert rumus("kepuasan", 2023) is None
    assert rumus("kepuasan", 2024) is not None
    assert rumus("tidak-ada", 2023) is None


@pytest.mark.parametrize("kode", ["kebijakan", "Kebijakan Pelayanan", " kebijakan  pelayanan "])
def test_baris_tetap_dikenal_dari_kunci_atau_namanya(kode: str) -> None:
    r = rumus("indeks_layanan_publik", 2023)
    assert r is not None
    kunci = r.kunci(kode)
    assert kunci is not None
    assert kunci.kode == "kebijakan"


def test_bobot_layanan_publik_berjumlah_seratus() -> None:
    r = rumus("indeks_layanan_publik", 2023)
    assert r is not None
    assert sum(k.bobot or 0 for k in r.baris_tetap) == 100


def test_maksimum_sakip_dan_ip_asn_berjumlah_seratus() -> None:
    for kode in ("sakip", "ip_asn"):
        r = rumus(kode, 2023)
        assert r is not None
        assert sum(k.maksimum or 0 for k in r.baris_tetap) == 100
