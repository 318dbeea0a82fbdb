"""Measured column widths."""

from lakin.dokumen.lebar import lebar_kolom, posisi_sel
from lakin.dokumen.pohon import Format, Kertas, Kolom, Sel, Tabel, baris
from tests.cetak.contoh import pohon_anggaran, rupiah, tabel_lebar


def test_jumlahnya_seribu_dan_semua_potongan_muat():
    for t in (pohon_anggaran(), tabel_lebar()):
        tata = lebar_kolom(t)
        assert sum(tata.lebar) == 1000
        assert tata.muat


def test_huruf_mengecil_bila_angka_tidak_muat():
    def tabel(n):
        return Tabel(
            "t", "T", tuple(Kolom(f"K{i}", format=Format.RUPIAH) for i in range(n)), (baris(*[rupiah(10**11)] * n),)
        )

    ukuran = [lebar_kolom(tabel(n)).ukuran for n in range(2, 12)]
    assert ukuran == sorted(ukuran, reverse=True)
    assert ukuran[0] == 85
    assert ukuran[-1] < 75


def test_kolom_teks_mendapat_sisa_ruang():
    t = Tabel("t", "T", (Kolom("No."), Kolom("Uraian")), (baris(1, "kata " * 40),))
    no, uraian = lebar_kolom(t).lebar
    assert uraian > 5 * no


def test_lebar_yang_dinyatakan_dipakai_bila_cukup():
    t = Tabel("t", "T", (Kolom("A", lebar=60), Kolom("B")), (baris("x", "y"),), kertas=Kertas.LEBAR)
    a, b = lebar_kolom(t).lebar
    assert a > b


def test_posisi_sel_melewati_sel_gabungan():
    t = Tabel(
        "t",
        "T",
        (Kolom("A"), Kolom("B"), Kolom("C")),
        (baris(Sel("a", baris=2), "b", "c"), baris("d", "e"), baris(Sel("f", kolom=2), "g")),
    )
    assert [(b, k, s.isi) for b, k, s in posisi_sel(t)] == [
        (0, 0, "a"),
        (0, 1, "b"),
        (0, 2, "c"),
        (1, 1, "d"),
        (1, 2, "e"),
        (2, 0, "f"),
        (2, 2, "g"),
    ]


def test_kata_boleh_patah_sesudah_garis_miring_tetapi_tidak_di_depan_angka():
    def lebar(teks):
        kolom = (Kolom("A"), Kolom("B"))
        return lebar_kolom(Tabel("t", "T", kolom, (baris(teks, "kata " * 60),))).lebar[0]

    assert lebar("B/BBSPJIKMNL/HK/SPK/SURAT/KEPALA/BALAI/BESAR/INDUSTRI/KERAMIK/MINERAL") < lebar("B" * 70)
    assert lebar("1/2/3/4/5/6/7/8/9/1/2/3/4/5/6/7/8/9/1/2/3/4/5/6/7/8/9/1/2/3") > 300


def test_kepala_gabungan_mendapat_ruang_bagi_katanya():
    def lebar(kelompok):
        kolom = (Kolom("Uraian"), Kolom("S", kelompok=kelompok), Kolom("R", kelompok=kelompok))
        return lebar_kolom(Tabel("t", "T", kolom, (baris("kata " * 60, "1", "2"),))).lebar

    assert sum(lebar(("Pertanggungjawaban",))[1:]) > 1.5 * sum(lebar(())[1:])


def test_huruf_mengecil_agar_kolom_teks_tidak_menjadi_sempit():
    def ukuran(n):
        kolom = tuple(Kolom(f"K{i}") for i in range(n))
        return lebar_kolom(Tabel("t", "T", kolom, (baris(*["kata yang panjang sekali " * 4] * n),))).ukuran

    assert [ukuran(n) for n in (2, 4, 5, 9)] == [85, 85, 65, 65]
