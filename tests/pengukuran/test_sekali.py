"""A write is done once however often it is sent; what is refused is kept; others' writes are told."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from lakin.alur.models import Komentar, Periode
from lakin.jejak.models import Jejak, Kiriman
from lakin.jejak.sekali import buang_kiriman_lama
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.pengukuran.models import BarisData, DrafIsian, Realisasi
from tests.kecil import DAUN, Kecil

pytestmark = pytest.mark.pg
ALAMAT = "/111111/2023/realisasi/4/"
UANG = "/111111/2023/anggaran/4/"


def klien_baru(k: Kecil, nama: str) -> Client:
    orang = Pengguna.objects.create(username=nama, nama=nama.title())
    Penugasan.objects.create(pengguna=orang, peran="perencana", satker=k.satker)
    klien = Client()
    klien.force_login(orang, backend="django.contrib.auth.backends.ModelBackend")
    return klien


@pytest.fixture
def ani(kecil: Kecil) -> Client:
    """A planner, signed in."""
    return klien_baru(kecil, "ani")


def kirim(klien: Client, *sel: dict[str, Any], ke: str = f"{ALAMAT}sel/") -> list[dict[str, Any]]:
    jawab = klien.post(ke, {"sel": list(sel)}, content_type="application/json")
    assert jawab.status_code == 200
    return list(jawab.json()["sel"])


def fisik(teks: str, versi: int, kunci: str = "") -> dict[str, Any]:
    return {"id": "sel-SK1.1-fisik", "teks": teks, "versi": versi, "kunci": kunci}


def test_kiriman_yang_datang_dua_kali_tercatat_sekali_dan_dijawab_sama(kecil: Kecil, ani: Client) -> None:
    pertama = kirim(ani, fisik("40", 0, "a"))
    assert kirim(ani, fisik("40", 0, "a")) == pertama
    assert pertama[0]["versi"] == Realisasi.objects.get().versi == 1
    assert Jejak.objects.filter(alamat__endswith="fisik/tw4/realisasi").count() == 1
    [lain] = kirim(ani, fisik("41", 1, "a"))
    assert "isian lain" in lain["pesan"]
    assert kirim(ani, fisik("41", 1, "b"))[0]["versi"] == 2


def test_kunci_milik_orangnya(kecil: Kecil, ani: Client) -> None:
    kirim(ani, fisik("40", 0, "a"))
    [bentrok] = kirim(klien_baru(kecil, "budi"), fisik("40", 0, "a"))
    assert bentrok["jenis"] == "bentrok"
    assert bentrok["oleh"] == "Ani"
    kirim(ani, {"id": f"uang-{DAUN}-4", "teks": "500", "versi": 0}, ke=f"{UANG}sel/")
    [bentrok] = kirim(klien_baru(kecil, "cica"), {"id": f"uang-{DAUN}-4", "teks": "9", "versi": 0}, ke=f"{UANG}sel/")
    assert (bentrok["oleh"], bentrok["kini"]) == ("Ani", "500")
    assert "Ani sudah mengubah isian ini menjadi 500" in bentrok["pesan"]


def test_baris_yang_dikirim_dua_kali_tidak_menjadi_dua(kecil: Kecil, ani: Client) -> None:
    isi = {"baris": [{"id": 0, "urut": None, "versi": 0, "kunci": "b",
                      "isi": {"layanan": "Pengujian", "lalu": "200", "ini": "150"}}]}  # fmt: skip
    jawab = [ani.post(f"{ALAMAT}baris/SK1.1/simpan/", isi, content_type="application/json").json() for _ in range(2)]
    assert jawab[0]["baris"] == jawab[1]["baris"]
    assert jawab[0]["baris"][0]["ok"]
    assert BarisData.objects.count() == 1
    assert kirim(ani, {"id": f"uang-{DAUN}-4", "teks": "500", "versi": 0, "kunci": "u"}, ke=f"{UANG}sel/")[0]["ok"]
    assert kirim(ani, {"id": f"uang-{DAUN}-4", "teks": "500", "versi": 0, "kunci": "u"}, ke=f"{UANG}sel/")[0]["ok"]


def test_yang_ditolak_tidak_memakai_kuncinya_dan_tersimpan_sebagai_draf(kecil: Kecil, ani: Client) -> None:
    [salah] = kirim(ani, fisik("150", 0, "a"))
    assert not salah["ok"]
    assert not Kiriman.objects.exists()
    draf = DrafIsian.objects.get()
    assert (draf.medan, draf.teks, str(draf.oleh)) == ("sel-SK1.1-fisik", "150", "Ani")
    assert "antara 0 dan 100" in draf.pesan
    isi = ani.get(ALAMAT).content.decode()
    assert "draf-isian" in isi
    assert "150" in isi
    assert kirim(ani, fisik("50", 0, "a"))[0]["ok"]
    assert not DrafIsian.objects.exists()


def test_periode_tertutup_tidak_menyimpan_draf(kecil: Kecil, ani: Client) -> None:
    Periode.objects.filter(triwulan=4).update(keadaan="diajukan")
    kirim(ani, fisik("150", 0))
    assert not DrafIsian.objects.exists()


def test_perubahan_orang_lain_diceritakan_sekali(kecil: Kecil, ani: Client) -> None:
    budi = klien_baru(kecil, "budi")
    assert ani.get(f"{ALAMAT}perubahan/?sejak=0").status_code == 204
    kirim(budi, fisik("40", 0))
    kirim(budi, {"id": f"uang-{DAUN}-4", "teks": "500", "versi": 0}, ke=f"{UANG}sel/")
    baru = ani.get(f"{ALAMAT}perubahan/?sejak=0").json()
    assert baru["sel"] == {
        "sel-SK1.1-fisik": {"oleh": "Budi", "teks": "40", "versi": 1},
        f"uang-{DAUN}-4": {"oleh": "Budi", "teks": "500", "versi": 1},
    }
    assert [r["kode"] for r in baru["ringkas"]] == ["SK1.1"]
    assert ani.get(f"{ALAMAT}perubahan/?sejak={baru['urut']}").status_code == 204
    uang = ani.get(f"{UANG}perubahan/?sejak=0").json()
    assert uang["sel"] == {f"uang-{DAUN}-4": {"oleh": "Budi", "teks": "500", "versi": 1}}
    assert uang["jumlah_simpul"]["total"]["persen"] == "50,00%"
    assert ani.get(f"{UANG}perubahan/?sejak={uang['urut']}").status_code == 204
    assert ani.get(f"{UANG}perubahan/?sejak=x").status_code == 400
    assert ani.get("/111111/2023/realisasi/3/perubahan/?sejak=0").json()["sel"] == {}
    assert ani.get(f"{ALAMAT}perubahan/?sejak=x").status_code == 400


def test_perubahan_baris_menyebut_versinya_yang_hilang_nol(kecil: Kecil, ani: Client) -> None:
    """So that a page can tell its own rows from those of others."""
    budi = klien_baru(kecil, "budi")
    for nomor in (None, None, 2):
        isi = {"baris": [{"id": 0, "urut": nomor, "versi": 1 if nomor else 0, "hapus": bool(nomor),
                          "isi": {"layanan": "Pengujian", "lalu": "200", "ini": "150"}}]}  # fmt: skip
        assert budi.post(f"{ALAMAT}baris/SK1.1/simpan/", isi, content_type="application/json").json()["baris"][0]["ok"]
    alasan = {"nilai": "9", "alasan": "berita acara"}
    assert budi.post(f"{ALAMAT}ganti/SK1.1/", alasan, content_type="application/json").json()["ok"]
    assert budi.get(f"{ALAMAT}perubahan/?sejak=0").json()["baris"] == {"SK1.1": {"1": 1, "2": 0}}
    baru = ani.get(f"{ALAMAT}perubahan/?sejak=0").json()
    assert baru["baris"] == {"SK1.1": {"1": 1, "2": 0, "0": baru["urut"]}}


def test_jawaban_lama_dibuang(kecil: Kecil, ani: Client) -> None:
    kirim(ani, fisik("40", 0, "a"))
    assert buang_kiriman_lama() == 0
    Kiriman.objects.update(pada=timezone.now() - timedelta(days=9))
    assert buang_kiriman_lama() == 1


def test_panel_dan_komentar_uang_satu_rincian(kecil: Kecil, ani: Client) -> None:
    panel = "/111111/2023/realisasi/4/panel/"
    kirim(ani, {"id": f"uang-{DAUN}-4", "teks": "500", "versi": 0}, ke=f"{UANG}sel/")
    isi = ani.get(f"{panel}?sel=uang-{DAUN}-4").content.decode()
    for teks in ("Realisasi 051", "Daun", "1.000", "50,00%", "Riwayat isian ini"):
        assert teks in isi
    jawab = ani.post(f"{panel}komentar/", {"sel": f"uang-{DAUN}-4", "isi": "Menunggu SP2D."})
    assert "Menunggu SP2D." in jawab.content.decode()
    assert Komentar.objects.get().alamat == f"111111/2023/anggaran/{DAUN}/realisasi/tw4"
    for salah in (f"uang-{DAUN}-3", "uang-lain-4", "sel-XX9"):
        assert ani.get(f"{panel}?sel={salah}").status_code == 404
