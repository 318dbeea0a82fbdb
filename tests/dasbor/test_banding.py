"""The page of the comparison: filters in the address, sorting, pins, files, explanations."""

from __future__ import annotations

import csv
import json
from io import StringIO

import pytest
from django.core.management import call_command
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan

IKM = "indikator=ikm&tahun=2023&tingkat=balai"


def klien(nama: str) -> Client:
    k = Client()
    k.force_login(Pengguna.objects.get(username=nama))
    return k


@pytest.fixture
def sek(diverifikasi: Satker) -> Client:
    return klien("sekretariat")


def halaman(k: Client, tanya: str, status: int = 200) -> str:
    jawab = k.get(f"/banding/?{tanya}")
    assert jawab.status_code == status, jawab.headers
    return jawab.content.decode()


def urutan(isi: str) -> list[str]:
    return [b.partition('"')[0] for b in isi.split('<tr id="banding-')[1:]]


def test_halaman_mengurutkan_menyaring_dan_menyematkan(sek: Client) -> None:
    isi = halaman(sek, IKM)
    assert urutan(isi)[:4] == ["247199", "248060", "247157", "248042"]
    assert urutan(isi)[-2:] == ["247136", "247204"]
    assert "Belum melapor" in isi
    assert 'data-sumber="247157/2023/SK5.1/realisasi"' in isi
    assert 'data-sumber="banding/2023/ikm/balai/247199/realisasi"' in isi
    assert "<svg" in isi
    assert "3,03" in isi  # what the document prints for its zeros
    assert urutan(halaman(sek, f"{IKM}&urut=realisasi"))[0] in ("247140", "412528")
    assert urutan(halaman(sek, f"{IKM}&lapor=belum")) == ["247136", "247204"]
    sempit = halaman(sek, f"{IKM}&cari=logam+mesin&semat=247136")
    assert urutan(sempit) == ["247136", "248060"]
    assert "Menampilkan 2 dari 11 satker" in sempit
    assert sempit.count("2 baris") == 4
    assert "Tidak ada satker yang cocok" in halaman(sek, f"{IKM}&cari=tidak-ada")


def test_alamat_lain_menuju_alamat_baku(sek: Client) -> None:
    jawab = sek.get("/banding/?tahun=2023&cari=&indikator=T4/SP7/a&lapor=&tingkat=balai&menurut=realisasi")
    assert jawab.status_code == 302
    assert jawab["Location"] == "/banding/?indikator=ip-asn&tahun=2023&tingkat=balai"
    assert sek.get(jawab["Location"]).status_code == 200
    assert "tidak ada dalam katalog" in halaman(sek, "indikator=xyz", 404)


@pytest.mark.parametrize("tanya", [IKM, "indikator=nka&tahun=2023&tingkat=semua&urut=nama&turun=1&semat=015118"])
def test_berkas_memuat_yang_tampak(sek: Client, tanya: str) -> None:
    tampak = urutan(halaman(sek, tanya))
    jawab = {b: sek.get(f"/banding/unduh/?{tanya}&bentuk={b}") for b in ("csv", "json", "xlsx", "pdf")}
    baris = list(csv.DictReader(StringIO(jawab["csv"].content.decode("utf-8-sig"))))
    assert [b["Kode"] for b in baris] == tampak
    assert [s["kode"] for s in json.loads(jawab["json"].content)["satker"]] == tampak
    assert all("Tabel" in b["Sumber"] or "Lakin" in b["Sumber"] for b in baris if b["Peringkat"])
    assert jawab["xlsx"].content[:2] == b"PK"
    assert jawab["pdf"].content[:5] == b"%PDF-"
    assert sek.get(f"/banding/unduh/?{tanya}&bentuk=exe").status_code == 404


def test_angka_perbandingan_dijelaskan(sek: Client) -> None:
    def jelas(alamat: str) -> str:
        jawab = sek.get("/banding/2023/penjelasan/", {"alamat": alamat})
        assert jawab.status_code == 200, alamat
        return jawab.content.decode()

    assert "Tabel 3.43" in jelas("banding/2023/ikm/balai/247199/realisasi")
    rata = jelas("banding/2023/ikm/balai/rata_rata/realisasi")
    assert "3,71" in rata
    assert "/247157/2023/penjelasan/?alamat=247157/2023/SK5.1/realisasi" in rata
    assert "median dari" in jelas("banding/2023/ikm/balai/median/realisasi")
    assert jelas("banding/2023/sakip-nilai/balai/247157/peringkat/realisasi")
    for salah in ("banding/2023/ikm/balai/247199/tidak", "banding/2023/xyz/balai/1/realisasi", "247157/2023/a/balai/b"):
        assert sek.get("/banding/2023/penjelasan/", {"alamat": salah}).status_code == 404


def test_satker_sintetis_berdiri_sendiri(sek: Client, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lakin.banding.jajaran_satker.SEHALAMAN", 6)
    call_command("generate_synthetic", satker=9, tahun=1, seed=3, stdout=StringIO())
    segarkan(satker_tahun_basi(tahun=2024))
    nyata = halaman(sek, "indikator=ikm&tahun=2024&tingkat=balai")
    assert "(sintetis)" not in nyata
    tanya = "indikator=serapan&tahun=2024&tingkat=balai&sintetis=1"
    satu, dua = halaman(sek, tanya), halaman(sek, f"{tanya}&halaman=2")
    semua = json.loads(sek.get(f"/banding/unduh/?{tanya}&bentuk=json").content)["satker"]
    assert len(semua) == 9
    assert all(s["kode"].startswith("9") for s in semua)
    assert urutan(satu) + urutan(dua) == [s["kode"] for s in semua]
    assert "memuat 6 dari 9 baris" in satu
    assert "247157" not in satu
    rata = {"alamat": "banding/2024/serapan/balai.sintetis/rata_rata/realisasi"}
    assert rata["alamat"] in satu
    assert sek.get("/banding/2024/penjelasan/", rata).status_code == 200
    assert sek.get(f"/banding/?{tanya}&halaman=99")["Location"].endswith("halaman=2")
    with CaptureQueriesContext(connection) as kueri:
        halaman(sek, tanya)
    assert len(kueri) <= 20, [q["sql"][:120] for q in kueri.captured_queries]


def test_banyaknya_kueri_halaman(sek: Client) -> None:
    halaman(sek, IKM)
    with CaptureQueriesContext(
        connection,
    ) as kueri:
        halaman(sek, IKM)
    assert len(kueri) <= 30, [q["sql"][:120] for q in kueri.captured_queries]


def test_peta_dan_profil_menyandingkan_semua_indikator(sek: Client) -> None:
    isi = sek.get("/banding/peta/?tahun=2023&tingkat=bbspji").content.decode()
    assert isi.count('<th scope="row">') == 12  # eleven balai besar and the mean
    assert 'peta-atas"><span aria-hidden="true">▲</span> <a class="figur" href="/banding/2023/penjelasan/' in isi
    assert "belum melapor" in isi
    profil = sek.get("/banding/profil/247157/?tahun=2023").content.decode()
    assert 'data-sumber="247157/2023/SK5.1/realisasi"' in profil
    assert "seperempat teratas" in profil
    assert "indikator=ikm&amp;tahun=2023&amp;tingkat=bbspji&amp;semat=247157" in profil
    for alamat, satu in (
        ("peta/unduh/?tahun=2023&tingkat=bbspji", "Nilai kinerja anggaran"),
        ("profil/247157/unduh/?tahun=2023", "Median kelas"),
    ):
        lembar = sek.get(f"/banding/{alamat}&bentuk=csv").content.decode()
        assert satu in lembar
        assert (
            lembar.count("\r\n")
            == len(
                json.loads(sek.get(f"/banding/{alamat}&bentuk=json").content)[
                    "satker" if "peta" in alamat else "indikator"
                ]
            )
            + 1
        )
        assert sek.get(f"/banding/{alamat}&bentuk=xlsx").content[:2] == b"PK"
    with CaptureQueriesContext(connection) as kueri:
        sek.get("/banding/peta/?tahun=2023&tingkat=bbspji")
    assert len(kueri) <= 30, [q["sql"][:120] for q in kueri.captured_queries]
