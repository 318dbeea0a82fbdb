"""Acts on an outline: nothing is lost, every act has its inverse, and what may not stand is said where."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lakin.dokumen.pohon import Figur, JenisBab, Paragraf, Sitasi
from lakin.laporan.kerangka import Bagian, BagianUtama, Berjudul, Butir, Kerangka, dari_json, ke_json, nama_butir
from lakin.laporan.kerangka_baku import KERANGKA_BAKU
from lakin.laporan.kerangka_periksa import TERDALAM, KerangkaTidakSah, baca, masalah
from lakin.laporan.kerangka_triwulan import KERANGKA_TRIWULAN
from lakin.laporan.kerangka_ubah import (
    Letak,
    LetakSalah,
    ambil,
    banyak_anak,
    ganti,
    hapus,
    keluar,
    masuk,
    naik,
    pindah,
    rapikan_kode,
    sisip,
    telusur,
    turun,
)
from lakin.laporan.kerangka_wajib import belum_ada
from lakin.laporan.penanda import SUBJEK, UMUM, isi_penanda, penanda_asing
from lakin.laporan.rujukan_hilang import tanpa

JUDUL = st.text("abc ", min_size=1, max_size=4)
BUTIR: st.SearchStrategy[Butir] = st.recursive(
    st.sampled_from(["bab1.struktur", "narasi:a", "narasi:b"]) | st.builds(Berjudul, st.just("bab2.iku"), JUDUL),
    lambda isi: st.builds(Bagian, JUDUL, st.lists(isi, max_size=3).map(tuple)),
    max_leaves=8,
)
BAB = st.builds(BagianUtama, JUDUL, JUDUL, st.lists(BUTIR, max_size=4).map(tuple))
KERANGKA = st.builds(Kerangka, JUDUL, st.lists(BAB, min_size=1, max_size=4).map(tuple))


def isi(k: Kerangka) -> Counter[str]:
    """Everything that an outline holds, without its places."""
    return Counter(nama_butir(s) if not isinstance(s, BagianUtama | Bagian) else f"§{s.judul}" for _, s in telusur(k))


@settings(max_examples=60, deadline=None)
@given(KERANGKA, st.data())
def test_setiap_perubahan_mempunyai_kebalikan_dan_tidak_menghilangkan_apa_pun(k: Kerangka, data: Any) -> None:
    letak: Letak = data.draw(st.sampled_from([n for n, _ in telusur(k)]))
    milik = ambil(k, letak)
    tanpa_itu = hapus(k, letak)
    assert sisip(tanpa_itu, letak, milik) == k
    assert hapus(sisip(k, letak, milik), letak) == k
    assert ganti(ganti(k, letak, replace(milik, judul="x")) if not isinstance(milik, str) else k, letak, milik) == k
    for arah in (naik, turun, masuk, keluar):
        try:
            ke = arah(k, letak)
        except LetakSalah:
            continue
        pindahan = pindah(k, letak, ke)
        assert ambil(pindahan, ke) == milik
        assert isi(pindahan) == isi(k)
        assert pindah(pindahan, ke, letak) == k


@settings(max_examples=40, deadline=None)
@given(KERANGKA)
def test_turun_lalu_naik_kembali_ke_asal_di_antara_saudaranya(k: Kerangka) -> None:
    for letak, _ in telusur(k):
        if letak[-1] + 1 < banyak_anak(k, letak[:-1]):
            ke = turun(k, letak)
            assert naik(pindah(k, letak, ke), ke) == letak
    assert dari_json(ke_json(k)) == k


def test_naik_dan_turun_menyeberang_bagian_dan_bab() -> None:
    k = Kerangka("L", (
        BagianUtama("a", "A", ("narasi:satu", Bagian("P", ("narasi:dua",)))),
        BagianUtama("b", "B", ("narasi:tiga",)),
    ))  # fmt: skip
    assert naik(k, (0, 1, 0)) == (0, 1)
    assert turun(k, (0, 1, 0)) == (0, 2)
    assert turun(k, (0, 1)) == (1, 0)
    assert naik(k, (1, 0)) == (0, 2)
    assert masuk(pindah(k, (0, 1), (0, 0)), (0, 1)) == (0, 0, 1)
    for arah, letak in ((naik, (0,)), (naik, (0, 0)), (turun, (1, 0)), (masuk, (0, 0)), (keluar, (0, 0))):
        with pytest.raises(LetakSalah):
            arah(k, letak)
    for asing in ((), (7,), (0, 0, 0), (0, -1)):
        with pytest.raises(LetakSalah):
            ambil(k, asing)
    with pytest.raises(LetakSalah, match="Bab hanya"):
        sisip(k, (0, 0), BagianUtama("c", "C", ()))


def test_kerangka_baku_sah_dan_lengkap() -> None:
    assert masalah(KERANGKA_BAKU) == masalah(KERANGKA_TRIWULAN) == []
    assert baca(ke_json(KERANGKA_BAKU)) == KERANGKA_BAKU
    assert rapikan_kode(KERANGKA_BAKU) == KERANGKA_BAKU
    assert belum_ada(KERANGKA_BAKU) == ()
    tanpa_lampiran = replace(KERANGKA_BAKU, bab=tuple(b for b in KERANGKA_BAKU.bab if b.kode != "lampiran.pk"))
    assert [w.rujukan[-10:] for w in belum_ada(tanpa_lampiran)] == ["Lampiran 1"]


def test_kode_bagian_mengikuti_tempatnya() -> None:
    dalam = Bagian("Dalam", (), kode="bagian-1")
    k = rapikan_kode(Kerangka("L", (BagianUtama("a", "A", (Bagian("{kode}", (dalam,), ulang="sasaran"),)),)))
    pindahan = ambil(k, (0, 0, 0))
    assert isinstance(pindahan, Bagian)
    assert pindahan.kode == "bagian-1.{kode}"
    assert ambil(rapikan_kode(pindah(k, (0, 0, 0), (0, 0))), (0, 0)) == dalam


def bab(*butir: Butir, judul: str = "Bab", jenis: JenisBab = JenisBab.ISI) -> Kerangka:
    return Kerangka("L", (BagianUtama("uji", judul, butir, jenis),))


def dalam(n: int) -> Bagian:
    return Bagian(f"P{n}", (dalam(n - 1),) if n > 1 else ())


@pytest.mark.parametrize(
    "kerangka, kata",
    [
        (bab("tidak.ada"), ("Bab “Bab”", "tidak ada pada katalog")),
        (bab("bab3.capaian-indikator"), ("Bab “Bab”", "diulang untuk indikator")),
        (bab(Bagian("P", ("bab1.struktur",), ulang="sasaran")), ("bagian “P”", "berkali-kali")),
        (bab(Bagian("P", (Bagian("Q", (), ulang="sasaran"),), ulang="tujuan")), ("bagian “Q”", "tidak dapat diulang")),
        (bab("depan.isi"), ("blok “depan.isi”", "bagian depan")),
        (bab("bab1.struktur", Bagian("P", ("bab1.struktur",))), ("sudah ada",)),
        (bab("narasi:Salah Kode"), ("narasi “Salah Kode”", "huruf kecil")),
        (bab("narasi:a_{kode}"), ("hanya di dalam bagian yang diulang",)),
        (bab(Bagian("P", ("narasi:a",), ulang="tujuan")), ("berkali-kali",)),
        (bab("uraian:hasil"), ("diulang untuk indikator",)),
        (bab(Bagian("P", ("uraian:lain",), ulang="indikator")), ("tidak dikenal",)),
        (bab(Bagian("{nama}", ())), ("{nama}", "bukan penanda")),
        (bab(judul="{satker.__class__}"), ("{satker.__class__}", "bukan penanda", "{tahun}")),
        (bab(judul="{0}"), ("{0}",)),
        (bab(judul="{tahun!r:>99999}"), ("bukan penanda",)),
        (bab(judul="a } b"), ("}",)),
        (bab(judul="x" * 10_000), ("terlalu panjang (10000",)),
        (bab(judul=" "), ("kosong",)),
        (bab(judul="a\u202eb"), ("tidak dapat dicetak",)),
        (bab(Berjudul("bab1.sistematika", "Judul")), ("tidak berjudul",)),
        (bab(dalam(TERDALAM + 1)), ("bersarang lebih dari",)),
        (bab(Bagian("P", (), kode="uji")), ("sudah ada",)),
        (bab(jenis=JenisBab.DEPAN), ("bab isi",)),
        (replace(bab(), judul="{tahun}"), ("Nama laporan",)),
        (bab(*(f"narasi:n{i}" for i in range(601))), ("lebih dari 600",)),
    ],
)  # fmt: skip
def test_kerangka_salah_ditolak_dengan_kalimat_yang_menyebut_tempatnya(
    kerangka: Kerangka, kata: tuple[str, ...]
) -> None:
    kalimat = masalah(kerangka)
    assert kalimat
    assert all(k.endswith(".") for k in kalimat)
    assert [k for k in kata if k not in " ".join(kalimat)] == []
    with pytest.raises(KerangkaTidakSah):
        baca(ke_json(kerangka))


@pytest.mark.parametrize(
    "ubah",
    [
        lambda i: [],
        lambda i: {**i, "asing": 1},
        lambda i: {**i, "judul": 5},
        lambda i: {**i, "bab": None},
        lambda i: {**i, "bab": i["bab"] * 41},
        lambda i: {**i, "bab": [{**i["bab"][0], "jenis": "x"}]},
        lambda i: {**i, "bab": [{**i["bab"][0], "isi": "bab1.struktur"}]},
        lambda i: {**i, "bab": [{**i["bab"][0], "isi": [None]}]},
        lambda i: {**i, "bab": [{**i["bab"][0], "isi": [{"blok": "bab2.iku"}]}]},
        lambda i: {**i, "bab": [{**i["bab"][0], "isi": [{"judul": "P", "isi": [], "ulang": "misi"}]}]},
        lambda i: {**i, "bab": [{**i["bab"][0], "isi": [{"judul": "P", "isi": [], "bernomor": 1}]}]},
    ],
)
def test_json_yang_bukan_kerangka_ditolak(ubah: Any) -> None:
    with pytest.raises(KerangkaTidakSah):
        baca(ubah(ke_json(bab())))
    assert baca(ke_json(bab())) == bab()


@given(st.text("{}ab_.!0:kodenam", max_size=30))
def test_penanda_tidak_pernah_menjalankan_apa_pun(teks: str) -> None:
    sebutan = dict.fromkeys((*UMUM, *SUBJEK), "{kode}")
    hasil = isi_penanda(teks, sebutan)
    if not penanda_asing(teks, sebutan):
        assert "{" not in hasil.replace("{kode}", "")
    assert isi_penanda(teks, {}) == teks


def test_klausa_tentang_yang_tidak_ada_ikut_hilang() -> None:
    ada, hilang = Sitasi("ada"), Sitasi("hilang")
    angka = Figur(None)  # type: ignore[arg-type]
    coba = {
        ("Ini dalam ", ada, " dan ", hilang, "."): ("Ini dalam ", ada, "."),
        ("Ini dalam ", hilang, " dan ", ada, "."): ("Ini dalam ", ada, "."),
        ("Rata-rata ", angka, " (", hilang, ")."): ("Rata-rata ", angka, "."),
        ("Naik pada I; rinciannya dalam ", hilang, "."): ("Naik pada I.",),
        ("Dimuat dalam ", hilang, "; yang lain dalam ", ada, "."): ("Yang lain dalam ", ada, "."),
        ("Satu. Lihat ", hilang, ". Dua ", angka, "."): ("Satu.", " ", "Dua ", angka, "."),
        ("Lihat ", hilang, "."): (),
        ("Lihat ", ada, "."): ("Lihat ", ada, "."),
    }
    for teks, harap in coba.items():
        assert tanpa(teks, {"hilang"}) == harap
        assert Paragraf(teks).isi == teks
