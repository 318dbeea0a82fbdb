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
from lakin.berkas.selectors import baca_isi
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import DIHITUNG, Angka, TanpaNilai
from lakin.capaian.fakta_json import dari_json, ke_json
from lakin.capaian.gulung import Gulungan
from lakin.capaian.jelaskan import lingkup_nilai
from lakin.capaian.keterkaitan import JenisCelah
from lakin.capaian.mesin import hitung
from lakin.cetak.html import tulis_berkas
from lakin.dokumen.nomor import telusur
from lakin.dokumen.pohon import Tabel
from lakin.jejak.models import Jejak
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
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
    _laporan_bskji()
    _isian_pusat()


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
    assert 'href="/gulung/2023/ikm-bskji/"' in pohon
    peta = klien.get("/keterkaitan/peta/").content.decode()
    assert peta.count('class="peta-lajur"') == 4
    assert peta.count('href="/gulung/2023/') == 18, "17 indicators of BSKJI, and the way to all of them"
    assert PelakuKaskade.objects.filter(pelaku="BSPJI").exists()
    assert klien.get("/keterkaitan/?tahun=x&satker=zz").status_code == 200
    assert klien.get("/gulung/1999/").status_code == 200


def _laporan_bskji() -> None:
    """BSKJI's report by the engine that makes any other: its figures are the roll-up's, down to the satkers."""
    bskji = Satker.objects.get(singkatan="BSKJI")
    k = konteks_laporan(bskji, 2023)
    gulungan = _gulungan(_pengguna("sekretariat"))
    milik = {h.fakta.katalog: h for h in k.indikator}
    assert len(milik) == 17
    for kunci in set(HASIL_2023) & set(milik):
        h, g = milik[kunci], gulungan[kunci]
        assert isinstance(h.realisasi, Angka), kunci
        assert isinstance(g.realisasi, Angka), kunci
        assert (h.realisasi.nilai, h.realisasi.asal) == (g.realisasi.nilai, DIHITUNG), kunci
        assert isinstance(h.capaian, Angka), kunci
        assert h.capaian.nilai == g.capaian.nilai, kunci  # type: ignore[union-attr]
        for b in h.realisasi.telusur():
            if isinstance(b, Angka) and b.cara:
                assert ekspresi.nilai(b.cara.tulisan, lingkup_nilai(b)) == b.mentah, b
    assert isinstance(milik["sni-diterapkan"].realisasi, TanpaNilai)
    assert len(milik["ilp-satker-minimal-b"].baris) == 24
    asal = {str(b.isi["satker"]): str(b.isi["asal"]) for b in milik["ikm-bskji"].baris}
    assert asal["BBSPJIKMN"] == "247157/2023/SK5.1/realisasi"
    assert asal["BBSPJIT"] == "Data pembanding, Tabel 3.43"
    konsultansi = milik["konsultansi-persentase"]
    assert len(konsultansi.baris) == 25, "two companies of one satker, and 23 satkers that reported none"
    assert len(konsultansi.realisasi.bahan[1].bahan) == 2
    assert hitung(dari_json(ke_json(k.fakta))).alamat == k.hasil.alamat, "a frozen year computes the same"
    bernomor = susun_bernomor(k)
    assert {"bab3.data-dasar.SP3.d", "bab3.data-dasar.SP5.b"} <= set(bernomor.butir)
    assert {"bab2.peta-strategi", "bab2.pohon-pengemban", "bab3.hasil-gulungan"} <= set(bernomor.butir)
    html = tulis_berkas(bernomor, "", baca_isi)
    assert 'data-sumber="248035/2023/SP5.b/realisasi"' in html
    assert "PK BSKJI 2023 tidak ada dalam dokumen sumber" in html
    assert "Kemajuan fisik tidak pernah" not in html, "what nobody reported is not praised"
    tw3 = konteks_laporan(bskji, 2023, 3)
    assert "bab3.hasil-gulungan" in susun_bernomor(tw3).butir
    ip = next(h for h in tw3.indikator if h.fakta.katalog == "konsultansi-persentase")
    assert all(b.tanggal is not None for b in ip.fakta.baris)
    ringkas = next(t for t in telusur(bernomor.dokumen) if isinstance(t, Tabel) and t.kode == "bab3.hasil-gulungan")
    assert len(ringkas.baris) == 6
    # Nothing that a balai has not handed in stands in it, whoever prints it.
    Periode.objects.filter(satker__kode="247157").update(keadaan="draf", diajukan_pada=None)
    kini = {h.fakta.katalog: h for h in konteks_laporan(bskji, 2023).indikator}
    assert isinstance(kini["ilp-satker-minimal-b"].realisasi, TanpaNilai)
    assert isinstance(kini["ikm-bskji"].realisasi, Angka)
    assert kini["ikm-bskji"].realisasi.nilai == D("3.70")
    Periode.objects.filter(satker__kode="247157").update(keadaan="diverifikasi")


def _isian_pusat() -> None:
    """What is not rolled up is entered by its Pusat, for BSKJI, with a trace; a balai has no such page."""
    klien, jalur = _klien("pusat"), "/PIH/2023/isian-bskji/4/"
    assert "Efisiensi sumber daya industri" in klien.get(jalur).content.decode()
    kirim = {"kunci": "efisiensi-industri-hijau", "nilai": "6,25", "sumber": "", "versi": "0"}
    tanpa_sumber = klien.post(jalur, kirim)
    assert (tanpa_sumber.status_code, 'value="6,25"' in tanpa_sumber.content.decode()) == (422, True)
    assert klien.post(jalur, {**kirim, "sumber": "Laporan SIINas 2023"}).status_code == 302
    assert klien.post(jalur, {**kirim, "sumber": "x", "nilai": "9"}).status_code == 422, "another version was seen"
    asing = klien.post(jalur, {**kirim, "kunci": "sni-diterapkan", "sumber": "x"})
    assert "bukan tanggung jawab PIH" in asing.content.decode()
    jejak = Jejak.objects.get(alamat="248035/2023/SP1.a/realisasi/tw4")
    assert (jejak.oleh.username, jejak.alasan) == ("pusat", "Diisi oleh PIH.")  # type: ignore[union-attr]
    bskji = Satker.objects.get(singkatan="BSKJI")
    hasil = {h.fakta.katalog: h for h in konteks_laporan(bskji, 2023).indikator}["efisiensi-industri-hijau"].realisasi
    assert isinstance(hasil, Angka)
    assert (hasil.nilai, hasil.sumber) == (D("6.25"), "Laporan SIINas 2023")
    milik = _gulungan(_pengguna("bskji"))["efisiensi-industri-hijau"]
    assert isinstance(milik.realisasi, Angka)
    assert milik.realisasi.nilai == D("6.25")
    assert isinstance(_gulungan(_pengguna("sekretariat"))["efisiensi-industri-hijau"].realisasi, TanpaNilai), "a draft"
    Periode.objects.filter(satker=bskji).update(keadaan="terkunci")
    assert klien.post(jalur, {**kirim, "sumber": "x", "versi": "1"}).status_code == 422, "closed"
