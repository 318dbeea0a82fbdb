"""The checklist of a report: what flips with the data, what people answer, what blocks handing in."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from anggaran.models import RealisasiAnggaran
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.nomor import Bernomor
from lakin.jejak.rekam import hapus, rekam
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
from lakin.laporan.periksa_laporan import kelengkapan_terkini
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData, Penggantian, Realisasi
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
    garis = Indikator.objects.filter(garis_indikator__satker=kmn, kode="SK3.2").latest("revisi").garis_indikator
    buang(Realisasi.objects.get(garis_indikator=garis, tahun=2022, triwulan=4, jenis=JenisRealisasi.NILAI), "2022/x")
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

    uang = RealisasiAnggaran.objects.filter(simpul__dipa__satker=kmn, simpul__dipa__tahun=TAHUN)
    daun = uang.first()
    assert daun is not None


def _doc(*isi: dict[str, Any]) -> dict[str, Any]:
    return {"type": "doc", "content": [{"type": "paragraph", "content": list(isi)}]}
