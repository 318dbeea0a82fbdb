"""Roll-up and cascade of the sample: KMN's figures by the engine, others' from the recorded tables, by hand."""

from __future__ import annotations

from decimal import Decimal as D
from io import StringIO
from typing import Any

from django.core.management import call_command
from django.test import Client

from lakin.alur.models import Periode
from lakin.banding.gulung import gulungan_tahun
from lakin.banding.keterkaitan import keterkaitan_tahun
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import Angka, TanpaNilai
from lakin.capaian.gulung import Gulungan
from lakin.capaian.jelaskan import lingkup_nilai
from lakin.capaian.keterkaitan import JenisCelah
from lakin.organisasi.models import Pengguna, Satker
from renstra.models import AturanGulung, Indikator, Kaskade, PelakuKaskade

HASIL_2023 = {
    "p3dn-bskji": ("62.03", 11),  # (42.800.085.378 + 23.521.697.536) / 106.919.501.000, table 3.35 and KMN's own rows
    "ikm-bskji": ("3.71", 9),  # (29,603 + 3,76) / 9, table 3.43; two balai have not reported
    "sakip-satker-minimal-bb": ("37.93", 11),  # 11 of 29, table 3.56
    "ilp-satker-minimal-b": ("4.17", 1),  # 1 of 24
    "konsultansi-persentase": ("100.00", 1),  # both companies of table 3.21
    "pengawasan-tindak-lanjut-bskji": ("100.00", 1),
}


def _pengguna(nama: str) -> Pengguna:
    return Pengguna.objects.get(username=nama)


def _gulungan(pengguna: Any) -> dict[str, Gulungan]:
    return {g.aturan.kunci: g for g in gulungan_tahun(2023, pengguna)}


def _klien(nama: str) -> Client:
    klien = Client()
    klien.force_login(_pengguna(nama), "django.contrib.auth.backends.ModelBackend")
    return klien


def test_gulungan_dan_keterkaitan_contoh(diverifikasi: Satker, django_assert_max_num_queries: Any) -> None:
    """One load for all: it takes seconds."""
    call_command("load_renstra", stdout=StringIO())
    assert (Kaskade.objects.count(), AturanGulung.objects.count()) == (32, 20)
    bskji = Indikator.objects.filter(revisi__renstra__satker__singkatan="BSKJI").values_list(
        "katalog__kunci", flat=True
    )
    assert set(bskji) <= set(AturanGulung.objects.values_list("katalog__kunci", flat=True))
    _angka_gulungan()
    _yang_belum_diserahkan_tidak_ikut(diverifikasi)
    _celah_contoh()
    _halaman(django_assert_max_num_queries)


def _angka_gulungan() -> None:
    semua = _gulungan(_pengguna("sekretariat"))
    for kunci, (nilai, melapor) in HASIL_2023.items():
        g = semua[kunci]
        assert isinstance(g.realisasi, Angka), (kunci, g.realisasi)
        assert (g.realisasi.nilai, len(g.melapor)) == (D(nilai), melapor), kunci
        assert len(g.melapor) + len(g.belum) <= len(g.setoran)
        for b in g.realisasi.telusur():
            if isinstance(b, Angka) and b.cara:
                assert ekspresi.nilai(b.cara.tulisan, lingkup_nilai(b)) == b.mentah, b
    ikm = semua["ikm-bskji"]
    assert len(ikm.setoran) == 24
    assert {s.satker for s in ikm.belum} >= {"247136", "247204"}
    assert isinstance(ikm.capaian, Angka)
    assert ikm.capaian.nilai == D("103.06")  # 3,71 / 3,6
    assert ikm.kecukupan.cukup is not None
    milik = next(s for s in semua["konsultansi-persentase"].setoran if s.satker == "247157")
    assert [b.alamat for b in milik.baris] == [f"247157/2023/SK3.1/baris/{n}/hasil" for n in (1, 2)]
    # What is not rolled up waits for its Pusat, and says so.
    sni = semua["sni-diterapkan"]
    assert [s.nama for s in sni.setoran] == ["P4SI"]
    assert isinstance(sni.realisasi, TanpaNilai)
    assert isinstance(sni.target, Angka)
    assert sni.target.nilai == 6
    assert sni.kecukupan.cukup is True


def _yang_belum_diserahkan_tidak_ikut(kmn: Satker) -> None:
    Periode.objects.filter(satker=kmn).update(keadaan="draf", diajukan_pada=None)
    g = _gulungan(_pengguna("sekretariat"))
    assert len(g["ikm-bskji"].melapor) == 8
    assert "247157" in {s.satker for s in g["ikm-bskji"].belum}
    assert isinstance(g["ilp-satker-minimal-b"].realisasi, TanpaNilai)
    Periode.objects.filter(satker=kmn).update(keadaan="diverifikasi")


def _celah_contoh() -> None:
    k = keterkaitan_tahun(2023)
    assert [a.kode for a in k.pohon if a.kode] == [
        "SS1", "SS2", "SS3", "SS8", "SS9", "SS10", "SS11", "SS12", "SS13",
    ]  # fmt: skip
    assert len(k.satker) == 29
    ada = {(c.jenis, c.kode) for c in k.celah}
    assert (JenisCelah.SASARAN_TANPA_ATAS, "SP4") in ada
    assert (JenisCelah.INDIKATOR_TANPA_ATAS, "sakip-satker-minimal-bb") in ada
    satu = keterkaitan_tahun(2023, "247157")
    cabang = [c for a in satu.pohon for s in a.sasaran for c in s.cabang]
    assert {i.satker for c in cabang for i in c.milik} == {"247157"}
    assert any(i.kegiatan for c in cabang for i in c.milik)
    assert satu.celah == k.celah, "narrowing the tree hides no cut"


def _halaman(django_assert_max_num_queries: Any) -> None:
    klien = _klien("sekretariat")
    with django_assert_max_num_queries(60):
        isi = klien.get("/gulung/2023/").content.decode()
    assert isi.count('<tr id="gulung-') == 20
    assert "62,03" in isi
    rinci = klien.get("/gulung/2023/p3dn-bskji/").content.decode()
    assert "106.919.501.000" in rinci
    assert "/247157/2023/penjelasan/?alamat=247157/2023/SK3.4/realisasi" in rinci
    assert "belum melapor" in rinci
    assert klien.get("/gulung/2023/tidak-ada/").status_code == 404
    assert klien.get("/gulung/")["Location"] == "/gulung/2023/"
    pohon = klien.get("/keterkaitan/?tahun=2023&satker=247157").content.decode()
    assert "SP9" in pohon
    assert PelakuKaskade.objects.filter(pelaku="BSPJI").exists()
    assert klien.get("/keterkaitan/?tahun=x&satker=zz").status_code == 200
    assert klien.get("/gulung/1999/").status_code == 200
