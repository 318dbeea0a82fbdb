"""The words and activities of a draft Renstra: written, versioned, copied, printed; what is in force stays."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.test import Client

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka
from lakin.jejak.models import Jejak
from lakin.laporan.versi import versi_naskah
from lakin.organisasi.models import Penugasan, Satker
from lakin.web.galat import Bentrok, GalatDomain
from renstra.cetak_renstra import cetak_renstra, halaman_renstra
from renstra.konteks_renstra import konteks_renstra
from renstra.models import (
    AktivitasArah,
    ArahKebijakan,
    Katalog,
    KerangkaRegulasi,
    RevisiRenstra,
    TargetIndikator,
    UraianRenstra,
)
from renstra.naskah import dari_ketikan, ke_ketikan
from renstra.selectors_pendanaan import masa_pendanaan, pendanaan_unit
from renstra.services.isi_renstra import garis_dari
from renstra.services.kegiatan_renstra import hapus_kegiatan, simpan_kegiatan
from renstra.services.masa_renstra import mulai_renstra
from renstra.services.revisi_renstra import halangan_renstra, hapus_draf_renstra, susun_revisi_renstra
from renstra.services.uraian_renstra import alamat_uraian, simpan_pernyataan, simpan_uraian
from tests.kecil import Kecil

pytestmark = pytest.mark.django_db

TEKS = "## Judul\nSatu paragraf <b>.\n- butir satu\n- butir dua\nPenutup"


@pytest.fixture
def draf(kecil: Kecil) -> RevisiRenstra:
    arah = ArahKebijakan.objects.create(revisi=kecil.revisi, urut=1, nama="Arah uji")
    AktivitasArah.objects.create(arah=arah, urut=1, nama="Aktivitas uji", sasaran="Sasaran uji")
    KerangkaRegulasi.objects.create(revisi=kecil.revisi, urut=1, nama="Rancangan uji")
    return susun_revisi_renstra(satker=kecil.satker, dari=0, oleh=kecil.oleh, hari_ini=date(2023, 9, 1))


def letak(k: Kecil) -> dict[str, Any]:
    return {"satker": k.satker, "awal": 2021, "nomor": 1, "oleh": k.oleh}


def test_ketikan_dan_pohonnya_bolak_balik() -> None:
    assert ke_ketikan(dari_ketikan(f"\n{TEKS}\n\n")) == TEKS
    assert dari_ketikan("  \n ") == {}
    assert [s["type"] for s in dari_ketikan(TEKS)["content"]] == ["heading", "paragraph", "bulletList", "paragraph"]


def test_uraian_ditulis_berversi_dan_ikut_disalin(kecil: Kecil, draf: RevisiRenstra) -> None:
    simpan_uraian(**letak(kecil), bagian="potensi", teks=TEKS, versi=0)
    with pytest.raises(Bentrok) as galat:
        simpan_uraian(**letak(kecil), bagian="potensi", teks="lain", versi=0)
    assert galat.value.pesan.startswith("Perencana Uji sudah mengubah bagian ini")
    simpan_uraian(**letak(kecil), bagian="potensi", teks="Tulisan kedua", versi=1)
    assert [(v.nomor, ke_ketikan(v.isi)) for v in versi_naskah(alamat_uraian(draf, "potensi"))] == [
        (2, "Tulisan kedua"), (1, TEKS),
    ]  # fmt: skip
    simpan_pernyataan(**letak(kecil), visi=" Visi  baru ", misi=["Satu", " ", "Dua"], versi=0)
    assert [(p.jenis, p.isi) for p in draf.pernyataan.order_by("-jenis", "urut")] == [
        ("visi", "Visi baru"), ("misi", "Satu"), ("misi", "Dua"),
    ]  # fmt: skip
    with pytest.raises(Bentrok):
        simpan_pernyataan(**letak(kecil), visi="Lain", misi=[], versi=0)
    halaman = halaman_renstra(draf)
    for teks in ("Tulisan kedua", "Visi baru", "Arah uji", "Aktivitas uji", "Rancangan uji", "Belum ditulis."):
        assert teks in halaman
    draf.berlaku_sejak = date(2023, 9, 2)
    draf.save()
    with pytest.raises(GalatDomain, match="tidak dapat diubah"):
        simpan_uraian(**letak(kecil), bagian="potensi", teks="x", versi=2)
    lanjut = susun_revisi_renstra(satker=kecil.satker, dari=1, oleh=kecil.oleh, hari_ini=date(2023, 9, 3))
    assert ke_ketikan(UraianRenstra.objects.get(revisi=lanjut).isi) == "Tulisan kedua"
    assert lanjut.arah_kebijakan.get().aktivitas.get().nama == "Aktivitas uji"
    assert kecil.revisi.kerangka_regulasi.count() == lanjut.kerangka_regulasi.count() == 1


def test_kegiatan_dan_pendanaan(kecil: Kecil, draf: RevisiRenstra) -> None:
    isi: dict[str, Any] = {"kode": "SK1.1", "huruf": "A", "nama": "Pengujian", "di_tempat_lain": False}
    dana = {2021: Decimal(1_500_000), 2022: Tiada.NA, 2023: Tiada.KOSONG}
    satu = simpan_kegiatan(**letak(kecil), **isi, urut=0, dana=dana, versi=0)
    simpan_kegiatan(**letak(kecil), **isi | {"nama": "Kedua"}, urut=0, dana={2021: Decimal(500_000)}, versi=0)
    assert [(p.tahun, p.isi) for p in satu.pendanaan.all()] == [(2021, 1_500_000), (2022, Tiada.NA)]
    with pytest.raises(Bentrok, match="1,50"):
        simpan_kegiatan(**letak(kecil), **isi, urut=1, dana={}, versi=0)
    with pytest.raises(GalatDomain, match="2030 di luar masa"):
        simpan_kegiatan(**letak(kecil), **isi, urut=1, dana={2030: Decimal(1)}, versi=1)
    with pytest.raises(GalatDomain, match="2021 negatif"):
        simpan_kegiatan(**letak(kecil), **isi, urut=1, dana={2021: Decimal(-1)}, versi=1)
    jumlah = konteks_renstra(draf).dana
    assert isinstance(jumlah[2021], Angka)
    assert (jumlah[2021].nilai, isinstance(jumlah[2022], Angka)) == (2_000_000, False)
    sebelum = Jejak.objects.count()
    simpan_kegiatan(**letak(kecil), **isi, urut=1, dana=dana, versi=1)
    assert Jejak.objects.count() == sebelum, "the same again leaves no trace"
    hapus_kegiatan(**letak(kecil), kode="SK1.1", urut=1)
    assert [k.nama for k in draf.indikator.get().kegiatan.all()] == ["Kedua"]


def test_pendanaan_menurut_masanya(kecil: Kecil, draf: RevisiRenstra) -> None:
    isi: dict[str, Any] = {"kode": "SK1.1", "urut": 0, "huruf": "", "nama": "Uji", "di_tempat_lain": False, "versi": 0}
    simpan_kegiatan(**letak(kecil), **isi, dana={2023: Decimal(7_000_000)})
    RevisiRenstra.objects.filter(pk=draf.pk).update(berlaku_sejak=date(2023, 9, 1))
    baru = mulai_renstra(satker=kecil.satker, awal=2025, akhir=2026, salin=True, oleh=kecil.oleh)
    masa_baru = letak(kecil) | {"awal": 2025, "nomor": 0}
    simpan_kegiatan(**masa_baru, **isi | {"nama": "Lain"}, dana={2025: Decimal(9_000_000)})
    assert masa_pendanaan() == [2021], "a draft is no plan yet"
    RevisiRenstra.objects.filter(pk=baru.pk).update(berlaku_sejak=date(2025, 1, 1))
    assert masa_pendanaan() == [2025, 2021]
    semua = Satker.objects.all()
    for awal, tahun, nilai in ((2021, 2023, 7_000_000), (2025, 2025, 9_000_000), (None, 2025, 9_000_000)):
        p = pendanaan_unit(semua, awal=awal)
        (satu,) = (s for s in p.unit[0].sel if s.tahun == tahun)
        assert isinstance(satu.rincian, Angka)
        assert satu.rincian.nilai == nilai


def test_halaman_penulis(kecil: Kecil, draf: RevisiRenstra) -> None:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    klien = Client()
    klien.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    dasar = f"/{kecil.satker.kunci}/renstra/2021/1"
    assert klien.post(f"{dasar}/uraian/permasalahan/", {"teks": TEKS, "versi": "0"}).status_code == 302
    basi = klien.post(f"{dasar}/uraian/permasalahan/", {"teks": "Ketikan saya", "versi": "0"})
    assert (basi.status_code, "Ketikan saya" in basi.content.decode()) == (422, True)
    assert klien.post(f"{dasar}/uraian/permasalahan/", {"teks": "Ketikan saya", "versi": "1"}).status_code == 302
    assert "Judul" in klien.get(f"{dasar}/uraian/permasalahan/versi/?semua").content.decode()
    assert klien.get(f"{dasar}/uraian/tak-dikenal/").status_code == 404
    assert klien.post(f"{dasar}/uraian/visi-misi/", {"visi": "V", "misi": "M1\nM2", "versi": "0"}).status_code == 302
    assert "M2" in klien.get(f"{dasar}/uraian/visi-misi/versi/").content.decode()
    kirim = {"nama": "Kalibrasi", "target-2021": "1,5", "target-2022": "n/a", "versi": "0"}
    assert klien.post(f"{dasar}/kegiatan/SK1.1/0/", kirim).status_code == 302
    assert "1,50" in klien.get(f"{dasar}/kegiatan/").content.decode()
    salah = klien.post(f"{dasar}/kegiatan/SK1.1/1/", kirim | {"target-2021": "abc", "versi": "1"})
    assert (salah.status_code, "Belum tersimpan" in salah.content.decode()) == (422, True)
    assert klien.post(f"{dasar}/kegiatan/SK1.1/1/hapus/").status_code == 302
    halaman = klien.get(f"{dasar}/uraian/").content.decode()
    assert "Ketikan saya" in halaman
    assert klien.get(f"/{kecil.satker.kunci}/renstra/2021/0/uraian/potensi/").status_code == 404
    assert klien.get("/pendanaan/").status_code == 200
    assert "Ketikan saya" in klien.get(f"{dasar}/naskah/html/").content.decode()
    assert klien.get(f"{dasar}/naskah/doc/").status_code == 404
    masa = f"/{kecil.satker.kunci}/renstra/mulai/"
    salah = klien.post(masa, {"awal": "2023", "akhir": "2027", "dari": "kosong"})
    assert (salah.status_code, "sudah mencakup tahun 2023" in salah.content.decode()) == (422, True)
    assert klien.post(masa, {"awal": "2025", "akhir": "2029", "dari": "salin"}).status_code == 302
    indikator = klien.get(f"/{kecil.satker.kunci}/renstra/2025/0/indikator/SK1.1/").content.decode()
    assert "Target 2029" in indikator
    assert "Entri katalog BSKJI" in indikator


def test_daftar_ditempel_baris_demi_baris(kecil: Kecil, draf: RevisiRenstra) -> None:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    entri = Katalog.objects.create(kunci="entri-uji", nama="Ukuran uji", satuan="Persen")
    klien = Client()
    klien.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    url = f"/{kecil.satker.kunci}/renstra/2021/1/daftar"
    assert "Arah uji |  | Aktivitas uji | Sasaran uji | " in klien.get(f"{url}/arah/tulis/").content.decode()
    teks = "Arah A\tUnit\tSatu\tHasil\tentri-uji\nArah A | Unit | Satu | Lain | entri-uji\n\nArah B||Dua"
    for jenis, isi, kalimat in (
        ("arah", "Arah A | U | Satu | Hasil | tak-ada", "tak-ada tidak ada pada katalog"),
        ("arah", "Arah A | U", "Baris 1: isi kolom Aktivitas"),
        ("regulasi", "a | b | c | d | e | f", "Baris 1 berisi 6 kolom"),
        ("regulasi", f"x\n{'y' * 251}", "Baris 2: Rancangan paling panjang 250"),
    ):
        tolak = klien.post(f"{url}/{jenis}/tulis/", {"teks": isi, "versi": "0"})
        assert (tolak.status_code, kalimat in tolak.content.decode()) == (422, True), kalimat
    assert klien.post(f"{url}/arah/tulis/", {"teks": teks, "versi": "0"}).status_code == 302
    assert klien.post(f"{url}/arah/tulis/", {"teks": teks, "versi": "0"}).status_code == 422, "somebody was faster"
    a, b = draf.arah_kebijakan.all()
    assert [(x.nomor, x.nama, x.sasaran) for x in a.aktivitas.all()] == [("1", "Satu", "Hasil"), ("1", "Satu", "Lain")]
    assert (list(a.ukuran.all()), b.ukuran.count(), kecil.revisi.arah_kebijakan.get().nama) == ([entri], 0, "Arah uji")
    assert klien.post(f"{url}/regulasi/tulis/", {"teks": "Rancangan baru|Dasar", "versi": "0"}).status_code == 302
    assert draf.kerangka_regulasi.get().nama == "Rancangan baru"
    assert klien.post(f"{url}/nomenklatur/tulis/", {"teks": "Balai | B", "versi": "0"}).status_code == 302
    assert "Rancangan baru" in halaman_renstra(draf)
    assert klien.get(f"{url}/lain/tulis/").status_code == 404


@pytest.mark.lama
def test_naskah_sebagai_pdf(kecil: Kecil, draf: RevisiRenstra) -> None:
    simpan_uraian(**letak(kecil), bagian="potensi", teks=TEKS, versi=0)
    hasil = cetak_renstra(draf)
    assert hasil.isi.startswith(b"%PDF")
    assert hasil.isi == cetak_renstra(draf).isi
    assert hasil.halaman["matriks"] > hasil.halaman["visi"]


def test_masa_baru_dari_yang_terakhir_atau_kosong(kecil: Kecil, draf: RevisiRenstra) -> None:
    simpan_kegiatan(
        **letak(kecil), kode="SK1.1", urut=0, huruf="A", nama="Uji", di_tempat_lain=False,
        dana={2023: Decimal(5)}, versi=0,
    )  # fmt: skip
    simpan_uraian(**letak(kecil), bagian="potensi", teks="Potensi kita", versi=0)
    entri = Katalog.objects.create(kunci="entri-uji", nama="Entri", satuan="Persen")
    draf.indikator.update(katalog=entri)
    TargetIndikator.objects.create(indikator=draf.indikator.get(), tahun=2023, nilai=Decimal(3), keadaan="ada")
    RevisiRenstra.objects.filter(pk=draf.pk).update(berlaku_sejak=date(2023, 9, 1))
    masa: dict[str, Any] = {"satker": kecil.satker, "oleh": kecil.oleh}
    for awal, akhir, kalimat in ((2024, 2028, "mencakup tahun 2024"), (2029, 2025, "mendahului"),
                                 (2025, 2035, "paling lama 10 tahun")):  # fmt: skip
        with pytest.raises(GalatDomain, match=kalimat):
            mulai_renstra(**masa, awal=awal, akhir=akhir, salin=True)
    baru = mulai_renstra(**masa, awal=2025, akhir=2029, salin=True)
    i = baru.indikator.get()
    assert (i.garis_indikator, i.pendahulu, i.katalog, i.target.count()) == (
        kecil.garis,
        draf.indikator.get(),
        entri,
        0,
    )
    assert [(k.nama, k.pendanaan.count()) for k in i.kegiatan.all()] == [("Uji", 0)]
    assert ke_ketikan(baru.uraian.get().isi) == "Potensi kita"
    assert garis_dari(i, {2025: Decimal(9)}, pengganti=False) == "tetap", "targets of other years are no change"
    assert halangan_renstra(baru) == ["Target belum diisi untuk tahun mana pun: SK1.1."]
    hapus_draf_renstra(satker=kecil.satker, awal=2025, nomor=0, oleh=kecil.oleh)
    assert not kecil.satker.renstra.filter(awal=2025).exists()
    assert draf.indikator.get().kegiatan.get().pendanaan.count() == 1
    kosong = mulai_renstra(**masa, awal=2025, akhir=2026, salin=False)
    assert (kosong.indikator.count(), kosong.sasaran.count(), kosong.renstra.akhir) == (0, 0, 2026)
