"""The report of a triwulan: the same means as the yearly one, short, and nothing in it came later."""

from __future__ import annotations

import re
from dataclasses import fields, replace
from datetime import date
from decimal import Decimal
from io import StringIO
from pathlib import Path

import pytest
from django.core.management import call_command
from django.test import Client
from django.urls import reverse

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.fakta import Fakta, FBaris, FGanti, FIndikator
from lakin.capaian.mesin import hitung
from lakin.capaian.sampai import RENCANA, sampai_triwulan
from lakin.cetak.html import tulis_fragmen
from lakin.dokumen.nomor import Bernomor, semua_figur, telusur
from lakin.dokumen.pohon import Figur, Tabel
from lakin.kerja.models import Pekerjaan
from lakin.laporan.beku import sidik
from lakin.laporan.konteks import Konteks, Teks
from lakin.laporan.models import Narasi
from lakin.laporan.naskah import satu_naskah
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.services import CETAK, simpan_naskah
from lakin.laporan.susun import figur_laporan, susun_bernomor
from lakin.organisasi.models import Pengguna, Satker
from tests.isi_pdf import teks_halaman
from tests.laporan.test_narasi import naskah_dari_teks

SERIBU = Decimal(1000)


@pytest.fixture(scope="module")
def laporan(konteks_tw2: Konteks) -> Bernomor:
    return susun_bernomor(konteks_tw2)


@pytest.fixture(scope="module")
def tabel(laporan: Bernomor) -> dict[str, Tabel]:
    return {t.kode: t for t in telusur(laporan.dokumen) if isinstance(t, Tabel)}


def _nilai(sel) -> object:
    isi = sel.isi.angka if isinstance(sel.isi, Figur) else sel.isi
    return isi.nilai if isinstance(isi, Angka) else isi if isinstance(isi, str) else isi.keadaan


def test_angkanya_sama_dengan_angka_mesin_pada_triwulan_itu(
    konteks_kmn: Konteks, laporan: Bernomor, tabel: dict[str, Tabel]
) -> None:
    """What the engine answers for triwulan II out of the whole year stands in every row of the report."""
    for b, h in zip(tabel["bab3.capaian-rencana-aksi"].baris, konteks_kmn.indikator, strict=True):
        t = h.triwulan[1]
        dicetak = [s.isi for s in b.sel[-7:]]
        assert dicetak == [
            h.target,
            t.realisasi,
            t.capaian,
            *(x for u in h.triwulan[:2] for x in (u.fisik_rencana, u.fisik)),
        ]
    setahun = figur_laporan(konteks_kmn.hasil) | konteks_kmn.hasil.alamat
    pasangan = [(a, setahun[a.alamat]) for a in semua_figur(laporan.dokumen) if a.alamat in setahun]
    assert not [(a, b) for a, b in pasangan if repr(a) != repr(b) and isinstance(a, Angka)], "one address, two values"
    assert len([a for a in semua_figur(laporan.dokumen) if isinstance(a, Angka)]) > 250


def test_setiap_angkanya_bersumber_dan_dapat_dijelaskan(konteks_tw2: Konteks, laporan: Bernomor) -> None:
    angka = [a for a in semua_figur(laporan.dokumen) if isinstance(a, Angka)]
    semua = figur_laporan(konteks_tw2.hasil, triwulan=2)
    assert all(a.alamat and a.alamat in semua for a in angka)
    assert not [a for a in angka if a.asal == "dihitung" and not a.bahan]


def test_uang_per_triwulan_kmn_kosong_dan_laporan_mengatakannya(tabel: dict[str, Tabel]) -> None:
    t = tabel["triwulan.serapan"]
    jumlah = [_nilai(s) for s in t.baris[-1].sel]
    assert jumlah[1] == Decimal(23177572000)
    assert jumlah[2:4] == [Tiada.KOSONG, Tiada.KOSONG]
    assert jumlah[4:] == [Decimal("42.57"), Decimal("40.91")]
    assert "tidak tercatat" in str(t.catatan)


def test_perubahan_sesudah_triwulan_tidak_mengubah_satu_bita_pun(konteks_kmn: Konteks, konteks_tw2: Konteks) -> None:
    """Everything that is reached later is made different at once; the text of the report stays as it is."""
    awal, kini = konteks_kmn.fakta, _berubah(konteks_kmn.fakta)
    nama = {f.name for f in fields(Fakta)} - RENCANA
    assert {n for n in nama if getattr(awal, n) != getattr(kini, n)} == nama - {"bukti", "anggaran_tahun"}
    lain = replace(konteks_tw2, hasil=hitung(sampai_triwulan(kini, 2)))
    assert sidik(lain) == sidik(konteks_tw2)
    assert tulis_fragmen(susun_bernomor(lain)) == tulis_fragmen(susun_bernomor(konteks_tw2))
    dini = replace(awal, indikator=tuple(_fisik(i, 2) for i in awal.indikator))
    berubah = replace(konteks_tw2, hasil=hitung(sampai_triwulan(dini, 2)))
    assert tulis_fragmen(susun_bernomor(berubah)) != tulis_fragmen(susun_bernomor(konteks_tw2))


def _berubah(f: Fakta) -> Fakta:
    return replace(
        f,
        indikator=tuple(_indikator(_fisik(i, 4)) for i in f.indikator),
        realisasi_anggaran=tuple(replace(r, nilai=r.nilai + SERIBU) for r in f.realisasi_anggaran),
        serapan_tercatat=tuple(
            replace(s, realisasi=Decimal(1)) if s.triwulan > 2 else s for s in f.serapan_tercatat
        ),
        keluaran=tuple(replace(k, realisasi=SERIBU) for k in f.keluaran),
        anggaran_tahun=tuple(replace(a, realisasi=SERIBU) if a.tahun == f.tahun else a for a in f.anggaran_tahun),
        anggaran_indikator=tuple(
            replace(a, realisasi=SERIBU) if a.tahun == f.tahun else a for a in f.anggaran_indikator
        ),
        pnbp=tuple(replace(p, penerimaan=SERIBU) if p.tahun == f.tahun else p for p in f.pnbp),
        pnbp_layanan=tuple(replace(p, penerimaan=SERIBU) if p.tahun == f.tahun else p for p in f.pnbp_layanan),
        hasil_layanan=tuple(replace(h, nilai=SERIBU) if h.tahun == f.tahun else h for h in f.hasil_layanan),
        nka=replace(f.nka, tercatat=Decimal(1)) if f.nka else None,
        pegawai=(),
        penghargaan=tuple(replace(p, tanggal=date(2023, 12, 1)) for p in f.penghargaan),
        pendukung=(),
        pengawasan=(),
    )  # fmt: skip


def _fisik(i: FIndikator, triwulan: int) -> FIndikator:
    t = tuple(replace(t, fisik=Decimal(7), nilai=Decimal(7)) if t.triwulan == triwulan else t for t in i.triwulan)
    return replace(i, triwulan=t)


def _indikator(i: FIndikator) -> FIndikator:
    return replace(i, ganti=FGanti(Decimal(5), "lain"), baris=(*i.baris, FBaris(99, (), date(2023, 10, 2))))


@pytest.mark.django_db
def test_naskahnya_milik_triwulan_itu_sendiri(kmn: Satker, perencana: Pengguna) -> None:
    for kode, versi in (("bab3_kendala", 0), ("SK3.2:kendala", 0)):
        isi = naskah_dari_teks(f"Teks triwulan dua {kode}.")
        simpan_naskah(satker=kmn, tahun=2023, kode=kode, isi=isi, versi=versi, oleh=perencana, triwulan=2)
    assert satu_naskah(kmn, 2023, "bab3_kendala", triwulan=2).alamat == "247157/2023/narasi/tw2/bab3_kendala"
    assert satu_naskah(kmn, 2023, "SK3.2:kendala", triwulan=2).alamat == "247157/2023/SK3.2/uraian/tw2/kendala"
    assert Narasi.objects.get(satker=kmn, tahun=2023, kode="bab3_kendala").triwulan == 2
    ini, lain, setahun = (konteks_laporan(kmn, 2023, tw) for tw in (2, 3, 4))
    assert set(ini.narasi.bagian) == {"bab3_kendala"}
    assert lain.narasi == Teks()
    assert "bab3_kendala" not in setahun.narasi.bagian
    assert setahun.narasi.uraian["SK3.2", "kendala"] != ini.narasi.uraian["SK3.2", "kendala"]
    html = tulis_fragmen(susun_bernomor(ini))
    assert html.count("Teks triwulan dua") == 2


@pytest.mark.django_db
def test_perintah_menulis_setiap_bentuk_dan_pdf_nya_pendek(kmn: Satker, tmp_path: Path) -> None:
    for bentuk in ("docx", "xlsx", "html", "json", "pdf"):
        tujuan = tmp_path / f"tw2.{bentuk}"
        pilihan = ["--tanpa-halaman"] if bentuk == "json" else []
        arg = ["--satker", kmn.kode, "--tahun", "2023", "--triwulan", "2", "--output", str(tujuan), *pilihan]
        call_command("render_lakin", *arg, stdout=StringIO())
        assert tujuan.stat().st_size > 5000
    teks = teks_halaman(tmp_path / "tw2.pdf")
    assert 15 <= len(teks) <= 26
    assert "Triwulan II" in teks[0]
    semua = "\n".join(teks)
    assert "Triwulan IV" not in semua
    assert "878,33" not in semua
    assert "40,91" in semua


@pytest.mark.django_db
def test_halamannya_di_bawah_tahun_dengan_penjelasan_naskah_dan_pdf_sendiri(
    client: Client, kmn: Satker, perencana: Pengguna
) -> None:
    client.force_login(perencana, "django.contrib.auth.backends.ModelBackend")
    url = reverse("laporan", args=[kmn.kunci, 2023, 2])
    assert (url, reverse("laporan", args=[kmn.kunci, 2023, 4])) == (
        "/lakin/247157/2023/tw/2/",
        reverse("laporan", args=[kmn.kunci, 2023]),
    )
    html = client.get(url).content.decode()
    assert "Laporan Triwulan II 2023" in html
    assert 'data-sampai-triwulan="2"' in html
    alamat = sorted(set(re.findall(r'data-sumber="([^"]+)"', html)))
    assert len(alamat) > 150
    penjelasan = reverse("penjelasan", args=[kmn.kunci, 2023])
    for a in alamat[::25]:
        assert client.get(penjelasan, {"alamat": a, "tw": "2"}).status_code == 200, a
    sendiri = {"alamat": "247157/2023/SK3.2/capaian"}
    assert "878,33" in client.get(penjelasan, sendiri).content.decode()
    assert "878,33" not in client.get(penjelasan, sendiri | {"tw": "2"}).content.decode()

    simpan = reverse("simpan_narasi", args=[kmn.kunci, 2023, 2, "bab3_kendala"])
    kiriman = {"isi": naskah_dari_teks("Ditulis di tengah tahun."), "versi": 0}
    assert client.post(simpan, kiriman, content_type="application/json").json() == {"versi": 1}
    assert "Ditulis di tengah tahun." in client.get(url).content.decode()
    assert "Ditulis di tengah tahun." not in client.get(reverse("laporan", args=[kmn.kunci, 2023])).content.decode()
    daftar = client.get(reverse("daftar_narasi", args=[kmn.kunci, 2023, 2])).content.decode()
    assert reverse("tulis_narasi", args=[kmn.kunci, 2023, 2, "SK3.2:kendala"]) in daftar
    assert client.get(reverse("tulis_narasi", args=[kmn.kunci, 2023, 2, "ikhtisar"])).status_code == 404

    client.post(reverse("cetak_laporan", args=[kmn.kunci, 2023, 2]))
    assert [p.argumen["triwulan"] for p in Pekerjaan.objects.filter(jenis=CETAK)] == [2]
