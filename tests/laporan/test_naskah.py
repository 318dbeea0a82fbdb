"""Texts bound to data: slots, saves of both kinds, versions, search, typed numerals."""

from __future__ import annotations

import json
from datetime import UTC, datetime, timedelta
from typing import Any

import pytest
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.urls import reverse

from lakin.jejak.models import Jejak
from lakin.laporan.bagian import bagian_naskah
from lakin.laporan.cari_angka import cari_angka, cari_rujukan
from lakin.laporan.ketikan import DaftarNilai, GalatLetak, Golongan, Ketikan, Letak, ketikan, pasang_angka
from lakin.laporan.konteks import Konteks
from lakin.laporan.models import Narasi
from lakin.laporan.narasi import baca_naskah
from lakin.laporan.naskah import satu_naskah
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import ikat_angka, pulihkan_naskah, simpan_naskah
from lakin.laporan.simpul_naskah import ikatan_putus, naskah_dari_teks
from lakin.laporan.susun import IkatanLaporan
from lakin.laporan.versi import Versi, bandingkan, paragraf_polos, sekali_duduk, versi_naskah
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.models import Uraian
from lakin.web.galat import Bentrok, GalatDomain


@pytest.fixture(scope="module")
def ikatan(konteks_kmn: Konteks) -> IkatanLaporan:
    """What the texts of KMN are bound to."""
    return IkatanLaporan(konteks_kmn)


@pytest.fixture(scope="module")
def nilai(ikatan: IkatanLaporan) -> DaftarNilai:
    """The values of KMN by how they are written."""
    return DaftarNilai(ikatan)


def test_setiap_bagian_kerangka_ada_sekali(konteks_kmn: Konteks) -> None:
    semua = bagian_naskah(konteks_kmn)
    kode = [b.kode for b in semua]
    assert len(set(kode)) == len(kode) == 8 + 4 + 4 * 13
    kendala = next(b for b in semua if b.kode == "SK3.2:kendala")
    assert (kendala.judul, kendala.uraian) == ("Kendala", ("SK3.2", "kendala"))
    assert kendala.kelompok.startswith("Indikator SK3.2: ")


def test_uraian_indikator_tersimpan_dengan_versi_dan_jejak(kmn: Satker, perencana: Pengguna) -> None:
    lama = satu_naskah(kmn, 2023, "SK3.2:kendala")
    _simpan(kmn, perencana, "SK3.2:kendala", "Kendala baru.", lama.versi)
    kini = satu_naskah(kmn, 2023, "SK3.2:kendala")
    assert kini.versi == lama.versi + 1
    assert kini.kata == 2
    assert kini.diubah is not None
    assert kini.diubah.oleh == str(perencana)
    assert konteks_laporan(kmn, 2023).narasi.uraian["SK3.2", "kendala"] == naskah_dari_teks("Kendala baru.")
    with pytest.raises(Bentrok):
        _simpan(kmn, perencana, "SK3.2:kendala", "x", lama.versi)
    assert Uraian.objects.filter(judul="kendala", tahun=2023).count() == 13


@pytest.mark.parametrize("kode", ["tidak_ada", "SK9.9:kendala", "SK3.2:lain", "SK3.2:kendala:x", ""])
def test_bagian_di_luar_kerangka_ditolak(kmn: Satker, perencana: Pengguna, kode: str) -> None:
    jejak = Jejak.objects.count()
    with pytest.raises(GalatDomain):
        _simpan(kmn, perencana, kode, "x", 0)
    assert Jejak.objects.count() == jejak


def test_versi_lama_dipulihkan_sebagai_versi_baru(kmn: Satker, perencana: Pengguna) -> None:
    awal = satu_naskah(kmn, 2023, "ikhtisar")
    _simpan(kmn, perencana, "ikhtisar", "Kedua.", 1)
    pulihkan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", nomor=1, versi=2, oleh=perencana)
    kini = satu_naskah(kmn, 2023, "ikhtisar")
    assert (kini.isi, kini.versi) == (awal.isi, 3)
    semua = versi_naskah(kini.alamat)
    assert [(v.nomor, v.alasan) for v in semua] == [(3, "Dipulihkan dari versi 1"), (2, ""), (1, "")]
    assert semua[1].isi == naskah_dari_teks("Kedua.")
    with pytest.raises(GalatDomain):
        pulihkan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", nomor=9, versi=3, oleh=perencana)
    with pytest.raises(Bentrok):
        pulihkan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", nomor=2, versi=1, oleh=perencana)


def test_simpanan_yang_berdekatan_tampil_sebagai_satu() -> None:
    def versi(n: int, menit: int, oleh: str = "A", alasan: str = "") -> Versi:
        return Versi(n, datetime(2023, 1, 1, tzinfo=UTC) + timedelta(minutes=menit), oleh, alasan, {}, 0)

    semua = (
        versi(7, 63), versi(6, 62, "B"), versi(5, 61), versi(4, 60, alasan="Dipulihkan"), versi(3, 8), versi(2, 1),
        versi(1, 0),
    )  # fmt: skip
    assert [v.nomor for v in sekali_duduk(semua)] == [7, 6, 5, 4, 3]


def test_perbandingan_menunjuk_kata_yang_berubah(ikatan: IkatanLaporan) -> None:
    beda = bandingkan(["Tetap.", "Hasil tahun ini baik."], ["Tetap.", "Hasil tahun lalu baik.", "Baru."])
    assert [[(t.jenis, t.teks) for t in p] for p in beda] == [
        [("sama", "Tetap.")],
        [("sama", "Hasil tahun "), ("hapus", "ini"), ("tambah", "lalu"), ("sama", " baik.")],
        [("tambah", "Baru.")],
    ]
    isi = {"type": "doc", "content": [{"type": "paragraph", "content": [
        {"type": "text", "text": "Sebesar "}, _atom("SK3.2/capaian", "persen"),
        {"type": "sitasi", "attrs": {"kode": "tidak-ada"}},
    ]}]}  # fmt: skip
    assert paragraf_polos(isi, ikatan) == ["Sebesar ⟦878,33%⟧⟦rujukan tidak ditemukan⟧"]


@pytest.mark.parametrize(
    ("kata", "alamat"),
    [
        ("capaian SK3.2", "SK3.2/capaian"),
        ("realisasi anggaran", "anggaran/total/realisasi"),
        ("PNBP 2022", "pnbp/2022/penerimaan"),
        ("878,33%", "SK3.2/capaian"),
        ("jumlah pegawai", "pegawai/pendidikan/jumlah"),
    ],
)
def test_angka_ditemukan_dengan_kata_sehari_hari(ikatan: IkatanLaporan, kata: str, alamat: str) -> None:
    assert cari_angka(ikatan, kata)[0].alamat == alamat


def test_pencarian_tanpa_hasil_dan_rujukan(ikatan: IkatanLaporan) -> None:
    assert cari_angka(ikatan, "zebra") == []
    assert cari_rujukan(ikatan, "zebra") == []
    temu = cari_rujukan(ikatan, "Tabel 3.2")
    assert temu[0].sebutan == "Tabel 3.2"
    assert all(baca_naskah(_doc({"type": "sitasi", "attrs": {"kode": b.kode}}), ikatan) for b in temu)


@pytest.mark.parametrize(
    ("kalimat", "harap"),
    [
        ("Sejak 30 November 2022 berlaku.", [("tanggal", "30 November 2022")]),
        ("Tahun 2021-2024 dan 2019.", [("tahun", "2021-2024"), ("tahun", "2019")]),
        ("Permenperin Nomor 1 Tahun 2022", [("nomor peraturan", "Nomor 1 Tahun 2022")]),
        ("menurut Permenpan RB 53/2014", [("nomor peraturan", "Permenpan RB 53/2014")]),
        ("SNI 03-1234 berlaku", [("nomor peraturan", "SNI 03-1234")]),
        ("ISO/IEC 17025:2017 berlaku", [("nomor peraturan", "ISO/IEC 17025:2017")]),
        ("indikator SK3.2 pada 019.07.EC.6077", [("kode", "SK3.2"), ("kode", "019.07.EC.6077")]),
        ("Tabel 3.2 pada triwulan 4", [("nomor urut", "Tabel 3.2"), ("nomor urut", "triwulan 4")]),
        ("menuju industri 4.0", [("nomor urut", "industri 4.0")]),
        ("sebesar 878,33% saja", [("angka", "878,33%")]),
        ("naik 2.023 perusahaan", [("angka", "2.023")]),
        ("2000 perusahaan", [("angka", "2000")]),
        ("Rp22,74 miliar", [("angka", "Rp22,74 miliar")]),
        ("sebanyak 12 (dua belas) perusahaan", [("angka", "12 (dua belas)")]),
        ("turun -3,5 persen", [("angka", "-3,5 persen")]),
        ("tanpa angka", []),
    ],
)  # fmt: skip
def test_golongan_angka(kalimat: str, harap: list[tuple[str, str]]) -> None:
    assert [(str(k.golongan), k.letak.teks) for k in ketikan(naskah_dari_teks(kalimat))] == harap


@pytest.mark.parametrize(
    ("kalimat", "teks", "alamat", "bentuk"),
    [
        ("Capaian SK3.2 sebesar 878,33%.", "878,33%", "SK3.2/capaian", "persen"),
        ("Terserap Rp22,74 miliar.", "Rp22,74 miliar", "anggaran/total/realisasi", "miliar"),
        ("Terserap 98,11 persen.", "98,11 persen", "anggaran/total/persen", "persen"),
        ("Sebanyak 12 perusahaan, SK2.2.", "12 perusahaan", "SK2.2/realisasi", "satuan"),
        ("SK2.2: 12 (dua belas) perusahaan.", "12 (dua belas)", "SK2.2/realisasi", "terbilang"),
    ],
)
def test_tawaran_ikatan_menurut_nilai_pada_data(
    nilai: DaftarNilai, kalimat: str, teks: str, alamat: str, bentuk: str
) -> None:
    k = _angka(naskah_dari_teks(kalimat), nilai)
    assert k.letak.teks == teks
    assert (k.tawaran[0].alamat, k.tawaran[0].bentuk) == (alamat, bentuk)


def test_angka_yang_tidak_ada_pada_data_tidak_ditawari(nilai: DaftarNilai) -> None:
    assert _angka(naskah_dari_teks("Sebesar 4.321,09."), nilai).tawaran == ()
    judul = {"type": "heading", "attrs": {"level": 2}, "content": [{"type": "text", "text": "Capaian 878,33%"}]}
    assert _angka({"type": "doc", "content": [judul]}, nilai).tawaran == ()


def test_pasang_angka_membelah_teks_dan_menjaga_tandanya() -> None:
    tebal = [{"type": "bold"}]
    isi = _doc({"type": "text", "text": "awal "}, {"type": "text", "text": "kira 5 saja", "marks": tebal})
    baru = pasang_angka(isi, Letak(1, 5, 6, "5"), "SK5.1/target", "angka")
    assert baru["content"][0]["content"][1:] == [
        {"type": "text", "text": "kira ", "marks": tebal},
        _atom("SK5.1/target", "angka") | {"marks": tebal},
        {"type": "text", "text": " saja", "marks": tebal},
    ]
    assert "angka" not in str(isi)
    baca_naskah(baru)
    for letak in (Letak(1, 5, 6, "6"), Letak(9, 5, 6, "5"), Letak(0, 5, 6, "5")):
        with pytest.raises(GalatLetak):
            pasang_angka(isi, letak, "SK5.1/target", "angka")


def test_angka_hanya_diikat_ke_nilai_yang_sama(kmn: Satker, perencana: Pengguna, nilai: DaftarNilai) -> None:
    isi = naskah_dari_teks("Capaian SK3.2 sebesar 878,33%.")
    simpan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", isi=isi, versi=1, oleh=perencana)
    letak = _angka(isi, nilai).letak

    def ikat(**lain: Any) -> None:
        arg = {"alamat": "SK3.2/capaian", "bentuk": "persen", "versi": 2} | lain
        ikat_angka(satker=kmn, tahun=2023, kode="ikhtisar", letak=letak, oleh=perencana, **arg)

    for salah in (
        {"alamat": "SK1.1/capaian"},
        {"alamat": "tidak/ada"},
        {"bentuk": "rupiah"},
        {"bentuk": "x"},
        {"versi": 1},
    ):
        with pytest.raises(GalatDomain):
            ikat(**salah)
    assert satu_naskah(kmn, 2023, "ikhtisar").versi == 2
    ikat()
    kini = satu_naskah(kmn, 2023, "ikhtisar")
    assert kini.versi == 3
    assert not [k for k in ketikan(kini.isi) if k.golongan is Golongan.ANGKA]
    assert versi_naskah(kini.alamat)[0].alasan == "Angka 878,33% diikat ke data"


def test_ikatan_yang_putus_disebut_pada_daftar(kmn: Satker, perencana: Pengguna, ikatan: IkatanLaporan) -> None:
    isi = _doc(
        _atom("SK9.9/capaian", "angka"),
        {"type": "sitasi", "attrs": {"kode": "bab9.lama"}},
        _atom("SK3.2/capaian", "angka"),
    )
    assert ikatan_putus(isi, ikatan) == ["angka SK9.9/capaian", "rujukan bab9.lama"]
    simpan_naskah(satker=kmn, tahun=2023, kode="ikhtisar", isi=isi, versi=1, oleh=perencana)
    html = _masuk("kepala").get("/lakin/247157/2023/narasi/").content.decode()
    assert "Tidak ditemukan pada data" in html
    assert "angka SK9.9/capaian" in html
    laporan = _masuk("kepala").get("/lakin/247157/2023/").content.decode()
    assert "[angka tidak ditemukan: SK9.9/capaian]" in laporan


def test_daftar_narasi_hemat_kueri(kmn: Satker, django_assert_num_queries: Any) -> None:
    """As many for a text as for a hundred: what grows is not asked for one by one."""
    klien = _masuk("kepala")
    klien.get("/lakin/247157/2023/narasi/")
    with CaptureQueriesContext(connection) as awal:
        klien.get("/lakin/247157/2023/narasi/")
    Narasi.objects.filter(satker=kmn, tahun=2023).delete()
    with django_assert_num_queries(len(awal)):
        klien.get("/lakin/247157/2023/narasi/")
    assert len(awal) < 80


def test_simpan_menjawab_dengan_kalimat(kmn: Satker, perencana: Pengguna) -> None:
    klien, url = _masuk("perencana"), "/lakin/247157/2023/narasi/ikhtisar/simpan/"

    def kirim(badan: Any) -> Any:
        return klien.post(url, json.dumps(badan), content_type="application/json")

    jawab = kirim({"isi": naskah_dari_teks("Satu."), "versi": 1})
    assert (jawab.status_code, jawab.json()) == (200, {"versi": 2})
    basi = kirim({"isi": naskah_dari_teks("Dua."), "versi": 1})
    assert basi.status_code == 409
    assert basi.json()["isi"] == naskah_dari_teks("Satu.")
    assert basi.json()["versi"] == 2
    assert basi.json()["diubah"]["oleh"] == str(perencana)
    for buruk in ({"isi": {"type": "html"}, "versi": 2}, {"isi": {}, "versi": True}, {"isi": [], "versi": 2}, {}):
        jawab = kirim(buruk)
        assert jawab.status_code == 400
        assert jawab.json()["pesan"]
    assert Narasi.objects.get(satker=kmn, tahun=2023, kode="ikhtisar").versi == 2
    assert klien.post(url, "{" * 5000, content_type="application/json").status_code == 400


def test_nilai_banyak_ikatan_sekaligus(kmn: Satker) -> None:
    jawab = (
        _masuk("perencana")
        .post(
            reverse("nilai_ikatan", args=["247157", 2023]),
            json.dumps(
                {
                    "angka": [
                        {"alamat": "SK3.2/capaian", "format": "persen"},
                        {"alamat": "SK9.9/capaian", "format": "persen"},
                        {"alamat": "SK3.2/capaian", "format": "x"},
                        7,
                        {"alamat": ["x"], "format": None},
                    ],
                    "rujukan": ["bab3.efisiensi", "tidak-ada", 3],
                }
            ),
            content_type="application/json",
        )
        .json()
    )
    assert [a["ada"] for a in jawab["angka"]] == [True, False, False, False, False]
    assert jawab["angka"][0]["teks"] == "878,33%"
    assert jawab["angka"][0]["sumber"] == "247157/2023/SK3.2/capaian"
    assert [r["ada"] for r in jawab["rujukan"]] == [True, False, False]
    assert jawab["rujukan"][0]["teks"].startswith("Tabel 3.")


def _simpan(satker: Satker, oleh: Pengguna, kode: str, teks: str, versi: int) -> None:
    simpan_naskah(satker=satker, tahun=2023, kode=kode, isi=naskah_dari_teks(teks), versi=versi, oleh=oleh)


def _angka(isi: Any, nilai: DaftarNilai) -> Ketikan:
    return next(k for k in ketikan(isi, nilai) if k.golongan is Golongan.ANGKA)


def _doc(*isi: Any) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "paragraph", "content": list(isi)}]}


def _atom(alamat: str, bentuk: str) -> dict[str, Any]:
    return {"type": "angka", "attrs": {"alamat": alamat, "format": bentuk}}


def _masuk(akun: str) -> Client:
    klien = Client()
    klien.force_login(Pengguna.objects.get(username=akun), "django.contrib.auth.backends.ModelBackend")
    return klien
