"""Raw rows: what a formula makes of them, when they count, and what is wrong with one."""

from __future__ import annotations

from datetime import date

import pytest

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import DICATAT, DIGANTI, DIHITUNG, Angka, TanpaNilai
from lakin.capaian.deklarasi import periksa_baris
from lakin.capaian.fakta import FBaris, FGanti, FTriwulan
from lakin.capaian.katalog import rumus
from lakin.capaian.mesin import hitung
from tests.capaian.buatan import D, indikator, setahun

NA, KOSONG = Tiada.NA, Tiada.KOSONG


def satu(nama: str, *baris: FBaris, **isi):
    i = indikator(rumus=nama, baris=baris, **isi)
    return hitung(setahun(i)).indikator["SK1.1"]


def layanan(urut: int, lalu, ini, tanggal: date | None = None) -> FBaris:
    return FBaris(urut, (("layanan", f"Layanan {urut}"), ("lalu", lalu), ("ini", ini)), tanggal)


def perusahaan(urut: int, nama: str, tanggal: date | None = None) -> FBaris:
    return FBaris(urut, (("perusahaan", nama),), tanggal)


def unsur(*nilai) -> tuple[FBaris, ...]:
    kunci = ("kualifikasi", "kompetensi", "kinerja", "disiplin")
    return tuple(FBaris(n, (("unsur", k), ("nilai", v))) for n, (k, v) in enumerate(zip(kunci, nilai, strict=True), 1))


def test_na_keluar_dari_sisinya_saja() -> None:
    h = satu("pertumbuhan_layanan", layanan(1, D(100), D(110)), layanan(2, NA, D(15)))
    assert h.realisasi.nilai == 25
    assert isinstance(h.baris[1].hasil, TanpaNilai)


def test_tahun_lalu_nol_tanpa_pertumbuhan() -> None:
    h = satu("pertumbuhan_layanan", layanan(1, D(0), D(110)))
    assert isinstance(h.realisasi, TanpaNilai)
    assert "nol" in h.realisasi.alasan


def test_baris_bertanggal_dihitung_sejak_triwulannya() -> None:
    h = satu(
        "jumlah_perusahaan",
        perusahaan(1, "PT Satu", date(2023, 8, 1)),
        perusahaan(2, "PT. SATU", date(2023, 2, 1)),
        perusahaan(3, "PT Dua", date(2023, 6, 30)),
        perusahaan(4, "PT Tiga"),
        perusahaan(5, "PT Empat", date(2022, 12, 1)),
        desimal=0,
    )
    assert [t.realisasi.nilai for t in h.triwulan] == [2, 3, 3, 4]
    assert [b.hasil.nilai for b in h.baris] == [0, 1, 1, 1, 1]
    assert "baris 2" in h.baris[0].hasil.alasan
    assert h.triwulan[3].realisasi is h.realisasi


def test_triwulan_tanpa_baris_memakai_yang_dicatat() -> None:
    i = indikator(
        rumus="jumlah_perusahaan",
        desimal=0,
        baris=(perusahaan(1, "PT Satu", date(2023, 8, 1)),),
        triwulan=(FTriwulan(1, nilai=D(7)), FTriwulan(4, nilai=D(9))),
    )
    tw = hitung(setahun(i)).indikator["SK1.1"].triwulan
    assert (tw[0].realisasi.nilai, tw[0].realisasi.asal) == (7, DICATAT)
    assert isinstance(tw[1].realisasi, TanpaNilai)
    assert (tw[3].realisasi.nilai, tw[3].realisasi.asal) == (1, DIHITUNG)


def test_pengganti_menyimpan_yang_dihitung() -> None:
    h = satu(
        "jumlah_perusahaan",
        perusahaan(1, "PT Satu"),
        desimal=0,
        ganti=FGanti(D(12), "Naskah, bukan perusahaan.", "Tabel 1"),
    )
    assert (h.realisasi.nilai, h.realisasi.asal, h.realisasi.alasan) == (12, DIGANTI, "Naskah, bukan perusahaan.")
    assert h.nilai_hitung.nilai == 1
    assert h.realisasi.bahan == (h.nilai_hitung,)


def test_yang_dihitung_adalah_realisasinya_sendiri() -> None:
    h = satu("jumlah_perusahaan", perusahaan(1, "PT Satu"), desimal=0)
    assert h.nilai_hitung is h.realisasi


def test_indeks_survei_dicatat_walau_ada_barisnya() -> None:
    baris = FBaris(1, (("layanan", "Sertifikasi"), ("indeks", D("3.82"))))
    h = satu("indeks_survei", baris, triwulan=(FTriwulan(4, nilai=D("3.76")),))
    assert (h.realisasi.nilai, h.realisasi.asal) == (D("3.76"), DICATAT)
    assert isinstance(h.nilai_hitung, TanpaNilai)
    assert h.baris[0].isi["indeks"].nilai == D("3.82")


def test_unsur_yang_kurang_disebut() -> None:
    h = satu("ip_asn", *unsur(D(22), D(31), KOSONG, D(5)))
    assert isinstance(h.realisasi, TanpaNilai)
    assert "Kinerja" in h.realisasi.alasan


def test_baris_tetap_yang_masih_kosong_belum_dihitung() -> None:
    h = satu("ip_asn", *unsur(KOSONG, KOSONG, KOSONG, KOSONG), triwulan=(FTriwulan(4, nilai=D(80)),))
    assert (h.realisasi.nilai, h.realisasi.asal) == (80, DICATAT)


def test_unsur_ganda_ditolak() -> None:
    ganda = FBaris(5, (("unsur", "disiplin"), ("nilai", D(1))))
    h = satu("ip_asn", *unsur(D(22), D(31), D(27), D(5)), ganda)
    assert isinstance(h.realisasi, TanpaNilai)
    assert "Disiplin" in h.realisasi.alasan


def test_rumus_tak_dikenal_berarti_dicatat() -> None:
    h = satu("tidak_ada", triwulan=(FTriwulan(4, nilai=D(5)),))
    assert isinstance(h.realisasi, Angka)
    assert h.realisasi.asal == DICATAT


def test_tindak_lanjut_yang_belum_dijawab_ikut_penyebut() -> None:
    baris = [
        FBaris(n, (("rekomendasi", f"R{n}"), ("ditindaklanjuti", jawab)))
        for n, jawab in enumerate(("ya", "tidak", ""), 1)
    ]
    h = satu("tindak_lanjut", *baris)
    assert h.realisasi.nilai == D("33.33")


PERFORMA = {
    "perusahaan": "IKM Contoh",
    "jenis": "produktivitas",
    "satuan_ukur": "pcs/bulan",
    "sebelum": D(200),
    "sesudah": D(400),
}


@pytest.mark.parametrize(
    "nama, isi, medan, kata",
    [
        ("efisiensi_perusahaan", {"sebelum": D(0)}, "sebelum", "produktivitas tidak dapat dihitung"),
        ("efisiensi_perusahaan", {"sebelum": D(0), "jenis": "efisiensi"}, "sebelum", "efisiensi tidak dapat dihitung"),
        ("efisiensi_perusahaan", {"sebelum": D(-1)}, "sebelum", "negatif"),
        ("efisiensi_perusahaan", {"satuan_ukur": ""}, "satuan_ukur", "satuan yang sama"),
        ("efisiensi_perusahaan", {"jenis": "lain"}, "jenis", "Pilih salah satu"),
        ("efisiensi_perusahaan", {"sesudah": KOSONG}, "sesudah", "belum diisi"),
        ("efisiensi_perusahaan", {"sesudah": "dua ratus"}, "sesudah", "harus berupa angka"),
        ("efisiensi_perusahaan", {"kolom_asing": "x"}, "kolom_asing", "tidak dikenal"),
        ("ip_asn", {"unsur": "disiplin", "nilai": D(6)}, "nilai", "paling besar 5"),
        ("ip_asn", {"unsur": "semangat", "nilai": D(6)}, "unsur", "tidak dikenal"),
        ("sakip", {"komponen": "pelaporan", "nilai": D("15.01")}, "nilai", "paling besar 15"),
        ("indeks_layanan_publik", {"aspek": "inovasi", "indeks": D("5.01")}, "indeks", "paling besar 5"),
        ("p3dn", {"uraian": "Bahan", "pagu": D(-1), "pdn": D(0), "tkdn": D(0)}, "pagu", "terlalu kecil"),
        ("jumlah_perusahaan", {"perusahaan": "PT", "tanggal": "31-12-2023"}, "tanggal", "bukan tanggal"),
    ],
)  # fmt: skip
def test_baris_yang_salah(nama: str, isi, medan: str, kata: str) -> None:
    r = rumus(nama, 2023)
    assert r is not None
    masalah = periksa_baris(r, (PERFORMA if nama == "efisiensi_perusahaan" else {}) | isi)
    assert [m.medan for m in masalah] == [medan]
    assert kata in masalah[0].pesan
    assert masalah[0].pesan.endswith(".")


def test_baris_a_nol_kalimat_lengkap() -> None:
    r = rumus("efisiensi_perusahaan", 2023)
    assert r is not None
    assert [m.pesan for m in periksa_baris(r, PERFORMA | {"sebelum": D(0)})] == [
        "Nilai sebelum (A) nol: produktivitas tidak dapat dihitung. "
        "Isi nilai sebelum yang lebih dari nol, atau hapus baris ini."
    ]


def test_baris_yang_benar_tanpa_masalah() -> None:
    r = rumus("efisiensi_perusahaan", 2023)
    assert r is not None
    assert periksa_baris(r, PERFORMA) == []
    assert periksa_baris(r, PERFORMA | {"sebelum": NA}) == []
