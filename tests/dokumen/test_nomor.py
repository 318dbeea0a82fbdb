"""Numbers, anchors, citations and the checks of the assembly."""

import pytest

from lakin.dokumen.nomor import SalahSusun, beri_nomor, blok_kosong, semua_figur
from lakin.dokumen.pohon import (
    Bab,
    Daftar,
    Dokumen,
    JenisBab,
    Kolom,
    Paragraf,
    Sel,
    Sitasi,
    SubBab,
    Tabel,
    Tebal,
    baris,
    paragraf,
)
from tests.cetak.contoh import angka


def tabel(kode, *isi, kolom=2, **lain):
    return Tabel(kode, f"Judul {kode}", tuple(Kolom(f"K{i}") for i in range(kolom)), isi, **lain)


def dokumen(*bab):
    return Dokumen("Judul", bab)


def nomor(*bab):
    return {k: b.nomor for k, b in beri_nomor(dokumen(*bab)).butir.items()}


def test_tabel_dinomori_per_bab_menurut_letaknya():
    a, b, c = (tabel(k, baris("x", "y")) for k in "abc")
    assert nomor(Bab("b1", "Satu", (a, SubBab("S", (b,), kode="s"))), Bab("b2", "Dua", (c,))) == {
        "b1": "Bab I",
        "a": "Tabel 1.1",
        "s": "1.1",
        "b": "Tabel 1.2",
        "b2": "Bab II",
        "c": "Tabel 2.1",
    }


def test_menyisipkan_tabel_menggeser_nomor_dan_sitasinya():
    a, b = (tabel(k, baris("x", "y")) for k in "ab")
    lihat = paragraf("lihat ", Sitasi("b"))
    assert beri_nomor(dokumen(Bab("b1", "Satu", (lihat, b)))).sebutan("b") == "Tabel 1.1"
    assert beri_nomor(dokumen(Bab("b1", "Satu", (lihat, a, b)))).sebutan("b") == "Tabel 1.2"


def test_bagian_depan_tanpa_nomor_dan_lampiran_bernomor_sendiri():
    d, lamp = tabel("d", baris("x", "y")), tabel("l", baris("x", "y"))
    hasil = nomor(
        Bab("depan", "Ikhtisar", (d,), JenisBab.DEPAN),
        Bab("b1", "Satu"),
        Bab("lamp", "PK", (lamp,), JenisBab.LAMPIRAN),
    )
    assert hasil == {"depan": "", "d": "", "b1": "Bab I", "lamp": "Lampiran 1", "l": "Tabel L1.1"}


def test_subbab_kecil_tanpa_nomor_tidak_menghabiskan_urutan_dan_tidak_masuk_daftar_isi():
    hasil = beri_nomor(
        dokumen(
            Bab("b1", "Satu", (
                SubBab("Kendala", bernomor=False, di_daftar_isi=False),
                SubBab("Kendala", bernomor=False, di_daftar_isi=False),
                SubBab("Capaian", kode="c"),
            ))
        )
    )  # fmt: skip
    assert hasil.butir["c"].nomor == "1.1"
    assert [b.kode for b in hasil.daftar_isi()] == ["b1", "c"]
    assert len({b.jangkar for b in hasil.butir.values()}) == 4


def test_daftar_tabel_hanya_yang_bernomor():
    hasil = beri_nomor(
        dokumen(Bab("b1", "Satu", (tabel("a", baris("x", "y")), tabel("b", baris("x", "y"), bernomor=False))))
    )
    assert [b.kode for b in hasil.daftar_tabel] == ["a"]


@pytest.mark.parametrize(
    "blok",
    [
        paragraf(Sitasi("tak-ada")),
        paragraf(Tebal((Sitasi("tak-ada"),))),
        Daftar(((Paragraf(("x",)), Daftar((Paragraf((Sitasi("tak-ada"),)),))),)),
        tabel("t", baris(Sitasi("tak-ada"), "y")),
        tabel("t", baris("x", "y"), catatan=("lihat ", Sitasi("tak-ada"))),
        SubBab("S", (paragraf(Sitasi("tak-ada")),)),
    ],
)
def test_sitasi_ke_kode_yang_tidak_ada_ditolak(blok):
    with pytest.raises(SalahSusun, match="tak-ada"):
        beri_nomor(dokumen(Bab("b1", "Satu", (blok,))))


def test_kode_ganda_ditolak():
    with pytest.raises(SalahSusun, match="dua kali"):
        beri_nomor(dokumen(Bab("b1", "Satu", (tabel("a"), tabel("a")))))


def test_jangkar_yang_bertabrakan_ditolak():
    with pytest.raises(SalahSusun, match="jangkar"):
        beri_nomor(dokumen(Bab("b1", "Satu", (tabel("a b"), tabel("a+b")))))


@pytest.mark.parametrize(
    "isi",
    [
        (baris("x"),),
        (baris("x", "y", "z"),),
        (baris(Sel("x", kolom=3)),),
        (baris(Sel("x", baris=2), "y"), baris("a", "b")),
        (baris("x", Sel("y", baris=2)),),
        (baris("x", Sel("y", baris=2)), baris(Sel("a", kolom=2))),
    ],
)
def test_baris_yang_tidak_memenuhi_kolomnya_ditolak(isi):
    with pytest.raises(SalahSusun, match="'t'"):
        beri_nomor(dokumen(Bab("b1", "Satu", (tabel("t", *isi),))))


def test_sel_gabungan_yang_pas_diterima():
    isi = (baris(Sel("x", baris=2), "y"), baris("z"), baris(Sel("w", kolom=2)))
    assert beri_nomor(dokumen(Bab("b1", "Satu", (tabel("t", *isi),)))).butir["t"].nomor == "Tabel 1.1"


def test_tabel_wajib_tanpa_baris_diketahui():
    d = dokumen(Bab("b1", "Satu", (tabel("a"), tabel("b", baris("x", "y")), tabel("c", wajib=False))))
    assert blok_kosong(d) == ("a",)


def test_angka_lepas_tidak_dapat_menjadi_isi_sel():
    from decimal import Decimal

    from lakin.angka import Tiada

    for isi in (Decimal(1), 1.5, Tiada.NA, None):
        with pytest.raises(TypeError):
            Sel(isi)


def test_semua_figur_menemukan_yang_di_teks_dan_di_tabel():
    from lakin.dokumen.pohon import Figur

    a, b = angka("1"), angka("2")
    d = dokumen(Bab("b1", "Satu", (paragraf("x ", Figur(a)), tabel("t", baris("u", b), baris("v", a)))))
    assert list(semua_figur(d)) == [a, b, a]
