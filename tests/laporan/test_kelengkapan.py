"""The checklist of a report: what flips with the data, what people answer, what blocks handing in."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from anggaran.models import RealisasiAnggaran
from lakin.alur.transisi_laporan import AJUKAN, KEMBALIKAN, LANGKAH, SAHKAN, TARIK, halangan_langkah, tindakan_terbuka
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.nomor import Bernomor
from lakin.jejak.models import Jejak
from lakin.jejak.rekam import hapus, rekam
from lakin.laporan.enums import KeadaanLaporan
from lakin.laporan.keadaan import IZIN_LANGKAH
from lakin.laporan.kelengkapan.deklarasi import (
    TIDAK_BERLAKU,
    YA,
    Berkas,
    HasilButir,
    Jenis,
    Keadaan,
    Tanggapan,
    Tempat,
)
from lakin.laporan.kelengkapan.katalog import BUTIR, KATALOG, KELOMPOK, Kelengkapan, periksa
from lakin.laporan.konteks import Konteks, Teks
from lakin.laporan.models import JawabanKelengkapan, Laporan
from lakin.laporan.naskah import satu_naskah
from lakin.laporan.pengajuan import ajukan_laporan, kembalikan_laporan, tarik_laporan
from lakin.laporan.periksa_laporan import jawab_butir, kelengkapan_terkini
from lakin.laporan.selectors import halangan_tulis_laporan
from lakin.laporan.services import simpan_naskah
from lakin.laporan.simpul_naskah import naskah_dari_teks
from lakin.organisasi.izin import MILIK_SENDIRI
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi, RealisasiLalu
from lakin.web.galat import Bentrok, GalatDomain
from renstra.models import Indikator, PerjanjianKinerja

TAHUN = 2023


@pytest.fixture(scope="module")
def berkas(konteks_kmn: Konteks, naskah_kmn: Bernomor) -> Berkas:
    """What the points read of KMN."""
    return Berkas(konteks_kmn, naskah_kmn)


def _butir(k: Kelengkapan, kode: str) -> HasilButir:
    return next(h for h in k.hasil if h.butir.kode == kode)


def _hitung(satker: Satker, kode: str) -> tuple[int, int]:
    h = _butir(kelengkapan_terkini(satker, TAHUN), kode)
    return h.ada, h.dari


# --- the declarations ---------------------------------------------------------------


def test_daftar_memuat_seluruh_butir_peraturan() -> None:
    assert len(BUTIR) == len(KATALOG), "a code stands twice"
    assert {b.kelompok for b in KATALOG} == set(KELOMPOK)
    assert [b.kelompok for b in KATALOG] == sorted((b.kelompok for b in KATALOG), key=list(KELOMPOK).index)
    assert all(isinstance(b.rujukan, Rujukan) and b.rujukan.bagian and len(b.pertanyaan) < 120 for b in KATALOG)
    reviu = {g: [b for b in KATALOG if b.kelompok == g] for g in ("format", "mekanisme", "substansi")}
    assert [len(v) for v in reviu.values()] == [6, 7, 10]
    for n, milik in enumerate(reviu.values()):
        assert [f"{'I' * (n + 1)} angka {i}" in str(b.rujukan) for i, b in enumerate(milik, 1)] == [True] * len(milik)
    analisis = " ".join(str(b.rujukan) for b in KATALOG)
    assert all(f"Bab III A angka {n}" in analisis for n in range(1, 8))


def test_kmn_tampil_apa_adanya(berkas: Berkas) -> None:
    k = periksa(berkas)
    hasil = {h.butir.kode: h for h in k.hasil}
    hitungan = {kode: (h.ada, h.dari) for kode, h in hasil.items() if h.dari}
    assert hitungan | {
        "A.1": (13, 13), "A.2a": (12, 12), "A.2b": (12, 13), "A.3": (13, 13), "A.4": (10, 13), "A.5": (13, 13),
        "A.6": (13, 13), "A.7": (13, 13), "A.8": (31, 31), "L2.8": (2, 4), "R3.5": (7, 7),
    } == hitungan  # fmt: skip
    assert [x.apa for x in hasil["L2.8"].kurang] == ["Tanggal penandatanganan", "Nama pihak pertama"]
    assert {x.apa[:5] for x in hasil["A.4"].kurang} == {"SK2.2", "SK3.2", "SK3.3"}
    assert k.penghalang == ()
    assert k.keadaan[Keadaan.PERLU_DIJAWAB] == 7
    assert hasil["R3.3"].keadaan is Keadaan.TIDAK_BERLAKU, "nothing to explain"
    assert hasil["R3.7"].keadaan is Keadaan.SEBAGIAN, "as A.4, which it follows"
    jangkar = {x.letak.kunci for h in k.hasil for x in h.kurang if x.letak.tempat is Tempat.LAPORAN}
    assert "b-bab3_indikator_sk2_2" in jangkar


def test_tanpa_naskah_setiap_bagian_wajib_disebut(berkas: Berkas) -> None:
    k = periksa(replace(berkas, konteks=replace(berkas.konteks, narasi=Teks())))
    jumlah = {kode: len(_butir(k, kode).kurang) for kode in ("L2.1", "L2.2", "L2.5", "A.5")}
    assert jumlah == {"L2.1": 2, "L2.2": 2, "L2.5": 2, "A.5": 13}
    assert len(k.penghalang) == 19
    assert _butir(k, "L2.7").kurang, "what is only recommended is listed, and blocks nothing"
    assert {b.jenis for b, _ in k.penghalang} == {Jenis.WAJIB}
    assert k.penghalang[0][1].letak.kunci == "kata_pengantar"


def test_celah_dan_ikatan_putus_menghalangi_dan_menunjuk_naskahnya(berkas: Berkas) -> None:
    isi = _doc(
        {"type": "text", "text": "Naik "},
        {"type": "angka", "attrs": {"alamat": "SK3.2/capaian", "format": "persen"}},
        {"type": "angka", "attrs": {"alamat": "SK9.9/capaian", "format": "persen"}},
        {"type": "sitasi", "attrs": {"kode": "tidak-ada"}},
        {"type": "celah", "attrs": {"petunjuk": "sebutkan penyebabnya"}},
        {"type": "text", "text": " dari 17,25 persen."},
    )
    bagian = {**berkas.konteks.narasi.bagian, "ikhtisar": isi}
    k = periksa(replace(berkas, konteks=replace(berkas.konteks, narasi=replace(berkas.konteks.narasi, bagian=bagian))))
    celah, ikatan, ketik = (_butir(k, x) for x in ("K.1", "K.2", "K.4"))
    assert (celah.ada, celah.dari) == (63, 64)
    assert celah.kurang[0].apa == "Ikhtisar Eksekutif: “sebutkan penyebabnya”"
    assert (ikatan.ada, ikatan.dari) == (1, 3)
    assert [x.letak.kunci for x in ikatan.kurang] == ["ikhtisar", "ikhtisar"]
    assert "SK9.9/capaian" in ikatan.kurang[0].apa
    assert (ketik.ada, ketik.dari) == (2, 3)
    assert [b.kode for b, _ in k.penghalang] == ["K.1", "K.2", "K.2"]
    hanya_celah = {**bagian, "ikhtisar": _doc({"type": "celah", "attrs": {"petunjuk": "x"}})}
    k = periksa(
        replace(berkas, konteks=replace(berkas.konteks, narasi=Teks(hanya_celah, berkas.konteks.narasi.uraian)))
    )
    assert _butir(k, "L2.1").ada == 1, "a gap alone is not a text"


def test_pernyataan_tidak_berlaku_menutup_selebihnya(berkas: Berkas) -> None:
    k = periksa(replace(berkas, tanggapan={"A.4": Tanggapan(TIDAK_BERLAKU, "Belum ada standar.", 1)}))
    acuan = _butir(k, "A.4")
    assert (acuan.keadaan, acuan.ada, acuan.dari, acuan.kurang) == (Keadaan.TERPENUHI, 10, 13, ())
    assert _butir(k, "R3.7").keadaan is Keadaan.TERPENUHI, "it follows"
    diam = periksa(replace(berkas, tanggapan={"A.1": Tanggapan(TIDAK_BERLAKU)}))
    assert _butir(diam, "A.1") == _butir(periksa(berkas), "A.1"), "what data tell cannot be answered away"


def test_penjelasan_diminta_hanya_bila_perlu(berkas: Berkas) -> None:
    def dengan(jawaban: str) -> Keadaan:
        return _butir(periksa(replace(berkas, tanggapan={"R3.8": Tanggapan(jawaban)})), "R3.9").keadaan

    assert dengan(YA) is Keadaan.TIDAK_BERLAKU
    assert dengan("tidak") is Keadaan.PERLU_DIJAWAB


# --- the data -----------------------------------------------------------------------


def test_butir_mengikuti_data(kmn: Satker, perencana: Pengguna) -> None:
    def buang(objek: Any, alamat: str) -> None:
        hapus(objek, oleh=perencana, alamat=f"{kmn.kunci}/{alamat}")

    assert _hitung(kmn, "A.2a") == (12, 12)
    garis = Indikator.objects.filter(garis_indikator__satker=kmn, kode="SK3.2").latest("revisi__nomor").garis_indikator
    buang(RealisasiLalu.objects.get(garis_indikator=garis, tahun=2022), "2022/SK3.2/realisasi")
    assert _hitung(kmn, "A.2a") == (11, 12)

    assert _hitung(kmn, "A.1") == (13, 13)
    for model in (BarisData, Penggantian):
        for objek in model.objects.filter(garis_indikator=garis, tahun=TAHUN):
            buang(objek, "2023/SK3.2/x")
    for objek in Realisasi.objects.filter(garis_indikator=garis, tahun=TAHUN, jenis=JenisRealisasi.NILAI):
        buang(objek, "2023/SK3.2/x")
    h = _butir(kelengkapan_terkini(kmn, TAHUN), "A.1")
    assert (h.ada, h.dari, h.kurang[0].apa[:5], h.kurang[0].letak.kunci) == (12, 13, "SK3.2", "SK3.2")
    assert _hitung(kmn, "A.6") == (12, 13), "no efficiency without realisasi"

    pk = PerjanjianKinerja.objects.filter(satker=kmn, tahun=TAHUN).latest("revisi")
    pk.tanggal = "2023-10-02"
    rekam(pk, oleh=perencana, alamat=f"{kmn.kunci}/{TAHUN}/pk/{pk.revisi}", periksa=False)
    assert _hitung(kmn, "L2.8") == (3, 4)

    kode = RealisasiAnggaran.objects.filter(satker=kmn, tahun=TAHUN).values_list("kode", flat=True)[0]
    for objek in RealisasiAnggaran.objects.filter(satker=kmn, tahun=TAHUN, kode=kode):
        buang(objek, f"2023/anggaran/{kode}/realisasi")
    assert _hitung(kmn, "A.8") == (30, 31)


def _jawab(satker: Satker, oleh: Pengguna, kode: str, jawaban: str, catatan: str = "", versi: int = 0) -> None:
    jawab_butir(satker=satker, tahun=TAHUN, kode=kode, jawaban=jawaban, catatan=catatan, versi=versi, oleh=oleh)


def test_jawaban_orang_berversi_dan_berjejak(kmn: Satker, perencana: Pengguna) -> None:
    _jawab(kmn, perencana, "R2.1", "ya")
    _jawab(kmn, perencana, "R2.1", "ya", versi=1)
    h = _butir(kelengkapan_terkini(kmn, TAHUN), "R2.1")
    assert h.keadaan is Keadaan.TERPENUHI
    assert h.tanggapan is not None
    assert (h.tanggapan.versi, h.tanggapan.oleh) == (1, str(perencana)), "the same answer again is no new version"
    assert Jejak.objects.filter(alamat=f"{kmn.kunci}/{TAHUN}/kelengkapan/R2.1").count() == 1
    with pytest.raises(Bentrok) as galat:
        _jawab(kmn, perencana, "R2.1", "tidak", "belum ada unitnya")
    assert "“Ya”" in galat.value.pesan
    assert "“Tidak: belum ada unitnya”" in galat.value.pesan
    assert str(perencana) in galat.value.pesan
    for kode, jawaban, catatan in (("A.1", "ya", ""), ("A.4", "ya", ""), ("R2.3", "tidak", " "), ("R2.3", "x", "x")):
        with pytest.raises(GalatDomain):
            _jawab(kmn, perencana, kode, jawaban, catatan)
    assert JawabanKelengkapan.objects.count() == 1


# --- handing in ---------------------------------------------------------------------


def test_tabel_langkah_sesuai_dengan_tabel_izin() -> None:
    for tindakan, langkah in LANGKAH.items():
        berizin = {p.value for p, izin in MILIK_SENDIRI.items() if IZIN_LANGKAH[tindakan] in izin}
        assert berizin == langkah.peran, tindakan
    keadaan = [k.value for k in KeadaanLaporan]
    terbuka = {(k, p): tindakan_terbuka(k, p) for k in keadaan for p in ("perencana", "kepala", "auditor")}
    assert terbuka["draf", "perencana"] == terbuka["dikembalikan", "perencana"] == (AJUKAN,)
    assert terbuka["diajukan", "perencana"] == (TARIK,)
    assert terbuka["diajukan", "kepala"] == (KEMBALIKAN, SAHKAN)
    assert not any(terbuka[k, "auditor"] for k in keadaan)
    assert not terbuka["draf", "kepala"]
    for tindakan, langkah in LANGKAH.items():
        for k in keadaan:
            halangan = halangan_langkah(tindakan, k, alasan="a")
            assert (halangan == "") == (k in langkah.dari), (tindakan, k)
    assert halangan_langkah(KEMBALIKAN, "diajukan", alasan="  ").startswith("Tuliskan")


def test_pengajuan_ditolak_dengan_nama_lalu_diterima(kmn: Satker, perencana: Pengguna) -> None:
    kosong = {}
    for kode in ("ikhtisar", "bab1_isu", "SK3.2:analisis", "bab4_rekomendasi"):
        kosong[kode] = satu_naskah(kmn, TAHUN, kode)
        _tulis(kmn, perencana, kode, naskah_dari_teks(), kosong[kode].versi)
    celah = satu_naskah(kmn, TAHUN, "kata_pengantar")
    _tulis(kmn, perencana, "kata_pengantar", _doc(
        {"type": "text", "text": "Kami "}, {"type": "celah", "attrs": {"petunjuk": "sebutkan tahun"}}
    ), celah.versi)  # fmt: skip
    with pytest.raises(GalatDomain) as galat:
        ajukan_laporan(satker=kmn, tahun=TAHUN, versi=0, oleh=perencana)
    assert "5 hal wajib belum lengkap" in galat.value.pesan
    assert "yaitu Ikhtisar Eksekutif; Peran dan Isu Strategis; Saran dan Rekomendasi" in galat.value.pesan
    assert "dan 2 hal lain" in galat.value.pesan
    assert halangan_tulis_laporan(kmn, TAHUN) == ""

    for kode, lama in (*kosong.items(), ("kata_pengantar", celah)):
        _tulis(kmn, perencana, kode, lama.isi, lama.versi + 1)
    laporan = ajukan_laporan(satker=kmn, tahun=TAHUN, versi=_versi(kmn), oleh=perencana)
    assert laporan.keadaan == KeadaanLaporan.DIAJUKAN
    jejak = Jejak.objects.filter(alamat=laporan.alamat, tindakan=AJUKAN).get()
    assert jejak.sesudah == {"keadaan": "diajukan"}


def test_laporan_diajukan_hanya_dibaca_sampai_kembali(kmn: Satker, perencana: Pengguna) -> None:
    kepala = Pengguna.objects.get(username="kepala")
    naskah = satu_naskah(kmn, TAHUN, "ikhtisar")
    ajukan_laporan(satker=kmn, tahun=TAHUN, versi=0, oleh=perencana)
    for tindakan in (
        lambda: _tulis(kmn, perencana, "ikhtisar", naskah_dari_teks("Baru."), naskah.versi),
        lambda: _tulis(kmn, perencana, "SK3.2:kendala", naskah_dari_teks("Baru."), 1),
        lambda: _jawab(kmn, perencana, "R2.1", "ya"),
    ):
        with pytest.raises(GalatDomain, match="sudah diajukan"):
            tindakan()
    assert satu_naskah(kmn, TAHUN, "ikhtisar").isi == naskah.isi
    with pytest.raises(Bentrok, match="diajukan"):
        tarik_laporan(satker=kmn, tahun=TAHUN, versi=0, oleh=perencana)
    with pytest.raises(GalatDomain, match="alasan"):
        kembalikan_laporan(satker=kmn, tahun=TAHUN, versi=1, alasan=" ", oleh=kepala)
    kembalikan_laporan(satker=kmn, tahun=TAHUN, versi=1, alasan="Perjelas kendala SK3.2.", oleh=kepala)
    _tulis(kmn, perencana, "ikhtisar", naskah_dari_teks("Baru."), naskah.versi)
    ajukan_laporan(satker=kmn, tahun=TAHUN, versi=2, oleh=perencana)
    assert tarik_laporan(satker=kmn, tahun=TAHUN, versi=3, oleh=perencana).keadaan == KeadaanLaporan.DRAF
    with pytest.raises(GalatDomain):
        tarik_laporan(satker=kmn, tahun=TAHUN, versi=4, oleh=perencana)
    tindakan_jejak = Jejak.objects.filter(alamat=Laporan.objects.get().alamat).order_by("urut")
    assert [j.tindakan for j in tindakan_jejak] == [AJUKAN, KEMBALIKAN, AJUKAN, TARIK]


# --- the pages ----------------------------------------------------------------------


def test_halaman_menampilkan_menyaring_menjawab_dan_mengajukan(kmn: Satker, perencana: Pengguna) -> None:
    klien, kepala = Client(), Client()
    klien.force_login(perencana, "django.contrib.auth.backends.ModelBackend")
    kepala.force_login(Pengguna.objects.get(username="kepala"), "django.contrib.auth.backends.ModelBackend")
    _tulis(kmn, perencana, "ikhtisar", naskah_dari_teks(), satu_naskah(kmn, TAHUN, "ikhtisar").versi)
    url = reverse("kelengkapan", args=[kmn.kunci, TAHUN])
    beranda = klien.get(reverse("beranda")).content.decode()
    assert "1 hal wajib belum lengkap" in beranda
    semua, belum = klien.get(url).content.decode(), klien.get(f"{url}?tampil=belum").content.decode()
    assert semua.count('<li id="butir-') == len(KATALOG)
    assert set(re.findall(r'id="butir-(A\.\w+)"', belum)) == {"A.2b", "A.4", "A.9"}
    editor = reverse("tulis_narasi", args=[kmn.kunci, TAHUN, "ikhtisar"])
    assert f'<a href="{editor}">Ikhtisar Eksekutif</a>' in belum

    jawab = reverse("jawab_kelengkapan", args=[kmn.kunci, TAHUN, "R2.1"])
    assert klien.post(jawab, {"jawaban": "ya", "versi": "0"}).status_code == 302
    bentrok = klien.post(jawab, {"jawaban": "tidak", "catatan": "Ketikan <b>saya</b>", "versi": "0"})
    isi = bentrok.content.decode()
    assert bentrok.status_code == 409
    assert "sudah mengubah isian ini" in isi
    assert "Ketikan &lt;b&gt;saya&lt;/b&gt;</textarea>" in isi, "what was typed is kept"
    assert klien.post(jawab, {"jawaban": "tidak", "catatan": "Ketikan saya", "versi": "1"}).status_code == 302

    ajukan = reverse("ajukan_laporan", args=[kmn.kunci, TAHUN])
    tolak = klien.post(ajukan, {"versi": str(_versi(kmn))}, follow=True).content.decode()
    assert "1 hal wajib belum lengkap, yaitu Ikhtisar Eksekutif" in tolak
    assert kepala.post(ajukan, {"versi": "0"}).status_code == 404
    _tulis(kmn, perencana, "ikhtisar", naskah_dari_teks("Terisi."), satu_naskah(kmn, TAHUN, "ikhtisar").versi)
    klien.post(ajukan, {"versi": str(_versi(kmn))})
    kembalikan = reverse("kembalikan_laporan", args=[kmn.kunci, TAHUN])
    assert klien.post(kembalikan, {"versi": "1", "alasan": "x"}).status_code == 404
    terkunci = klien.get(editor).content.decode()
    assert "data-hanya-baca" in terkunci
    assert "sudah diajukan" in terkunci
    assert kepala.post(kembalikan, {"versi": str(_versi(kmn)), "alasan": ""}).status_code == 422
    kepala.post(kembalikan, {"versi": str(_versi(kmn)), "alasan": "Perjelas <i>ikhtisar</i>."})
    assert "Perjelas &lt;i&gt;ikhtisar&lt;/i&gt;." in klien.get(url).content.decode()
    assert "data-hanya-baca" not in klien.get(editor).content.decode()
    assert klien.get(reverse("kelengkapan", args=[kmn.kunci, TAHUN, 2])).status_code == 200


def _versi(satker: Satker) -> int:
    return Laporan.objects.filter(satker=satker, tahun=TAHUN).values_list("versi", flat=True).first() or 0


def _tulis(satker: Satker, oleh: Pengguna, kode: str, isi: dict[str, Any], versi: int) -> None:
    simpan_naskah(satker=satker, tahun=TAHUN, kode=kode, isi=isi, versi=versi, oleh=oleh)


def _doc(*isi: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "paragraph", "content": list(isi)}]}
