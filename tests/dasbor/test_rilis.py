"""A satker compares itself within what the secretariat has opened, by year or by indicator; without it nothing."""

from __future__ import annotations

import pytest
from django.test import Client

from lakin.banding.models import RilisBanding
from lakin.banding.rilis import PILIHAN, SEMUA, TERTUTUP, atur_rilis
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Pengguna, Satker
from lakin.web.galat import Bentrok

TANYA = "indikator={}&tahun=2023&tingkat=bbspji"


def klien(nama: str) -> Client:
    k = Client()
    k.force_login(Pengguna.objects.get(username=nama))
    return k


def status(k: Client, kunci: str = "ikm") -> list[int]:
    tanya = TANYA.format(kunci)
    alamat = (f"banding/{2023}/penjelasan/?alamat=banding/2023/{kunci}/bbspji/rata_rata/realisasi", f"banding/?{tanya}")
    return [k.get(f"/{a}").status_code for a in (*alamat, f"banding/unduh/?{tanya}&bentuk=json")]


def rilis(lingkup: str, *kunci: str, versi: int = 0) -> None:
    oleh = Pengguna.objects.get(username="sekretariat")
    atur_rilis(tahun=2023, lingkup=lingkup, kunci=kunci, versi=versi, oleh=oleh)


def test_tertutup_sampai_dibuka_lalu_hanya_yang_dibuka(diverifikasi: Satker) -> None:
    semua = [klien(a) for a in ("perencana", "kepala", "perencana2")]
    for k in semua:
        assert status(k) == [404, 403, 404]
        assert "belum membuka perbandingan tahun 2023" in k.get(f"/banding/?{TANYA.format('ikm')}").content.decode()
        assert k.get("/banding/peta/?tahun=2023").status_code == 404
    rilis(PILIHAN, "ikm")
    for k in semua:
        assert status(k) == [200, 200, 200]
        assert status(k, "ip-asn") == [404, 403, 404]
        assert status(k, "nka") == [404, 403, 404]
        isi = k.get("/banding/").content.decode()
        assert "Indeks Kepuasan" in isi
        assert "indeks profesionalitas" not in isi, "only what is open can be chosen"
        assert k.get(f"/banding/?{TANYA.format('ikm').replace('2023', '2022')}").status_code == 403
        peta = k.get("/banding/peta/?tahun=2023&tingkat=bbspji").content.decode()
        assert "Indeks Kepuasan" in peta
        assert "indeks profesionalitas" not in peta
        assert peta.count('href="/banding/profil/') == 1, "the pages of other satkers are not theirs"
        assert k.get("/banding/peta/unduh/?tahun=2023&tingkat=bbspji").status_code == 200
        assert k.get(f"/banding/?{TANYA.format('ikm')}&sintetis=1").status_code == 302, "made-up ones are not for them"
    milik, lain = semua[0], semua[2]
    tautan = 'href="/banding/profil/247157/?tahun=2023"'
    assert tautan in milik.get("/247157/2023/").content.decode()
    assert tautan not in klien("sekretariat").get("/247157/2023/").content.decode()
    assert milik.get("/banding/profil/247157/unduh/?tahun=2023&bentuk=json").json()["indikator"][0]["kode"]
    assert lain.get("/banding/profil/247157/?tahun=2023").status_code == 404
    awal = milik.get("/banding/").content.decode()
    assert '<tr id="banding-247157" class="disemat">' in awal, "it begins with its own satker"
    rilis(SEMUA, versi=1)
    assert status(milik, "nka") == [200, 200, 200]
    rilis(TERTUTUP, versi=2)
    assert status(milik) == [404, 403, 404]


def test_satker_lain_hanya_yang_diverifikasi_dan_tanpa_tautan(kmn: Satker) -> None:
    rilis(SEMUA)
    lain = klien("perencana2")
    tanya = f"/banding/?{TANYA.format('ikm')}"
    assert "3,76" not in lain.get(tanya).content.decode(), "a draft is nobody's"
    kmn.periode.update(keadaan="diverifikasi")
    from lakin.banding import simpanan

    simpanan.lupakan()
    isi = lain.get(tanya).content.decode()
    assert "3,76" in isi
    assert "/247157/2023/" not in isi
    assert 'data-sumber="banding/2023/ikm/bbspji/247157/realisasi"' in isi
    assert 'class="lapor"' not in isi.partition('id="banding-247157"')[2].partition("</tr>")[0], "states are not told"


def test_sekretariat_menyimpan_rilis_dengan_jejak_dan_versi(kmn: Satker) -> None:
    sek = klien("sekretariat")
    alamat = "/banding/2023/rilis/"
    assert "Tertutup bagi satker" in sek.get(alamat).content.decode()
    for salah in ({"lingkup": "lain", "versi": 0}, {"lingkup": PILIHAN, "versi": 0}):
        assert sek.post(alamat, salah).status_code == 422
    assert not RilisBanding.objects.exists()
    assert sek.post(alamat, {"lingkup": PILIHAN, "kunci": ["ikm", "tak-dikenal"], "versi": 0}).status_code == 302
    assert RilisBanding.objects.get().kunci == ["ikm"]
    assert Jejak.objects.filter(alamat="umum/rilis_banding/2023", oleh__username="sekretariat").count() == 1
    lambat = sek.post(alamat, {"lingkup": SEMUA, "versi": 0})
    assert lambat.status_code == 409
    assert "sudah mengubah rilis tahun ini" in lambat.content.decode()
    assert not RilisBanding.objects.get().semua
    with pytest.raises(Bentrok):
        rilis(SEMUA, versi=7)
    for akun in ("perencana", "kepala", "auditor", "apip", "administrator"):
        assert klien(akun).get(alamat).status_code == 404, akun


def test_rilis_gagal_bila_jejaknya_gagal(kmn: Satker, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lakin.jejak.rekam.catat", lambda **_: (_ for _ in ()).throw(RuntimeError("jejak")))
    with pytest.raises(RuntimeError):
        rilis(SEMUA)
    assert not RilisBanding.objects.exists()
