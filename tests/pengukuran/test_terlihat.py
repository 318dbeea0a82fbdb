"""What of a draft others may see: state and completeness, on every page that they may open."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal

import pytest
from django.db import transaction
from django.test import Client
from django.urls import reverse
from django.utils import timezone

from anggaran.models import RealisasiAnggaran
from anggaran.services import simpan_realisasi_anggaran
from lakin.alur.models import Periode
from lakin.alur.selectors import triwulan_tertutup
from lakin.alur.services.periode import pindahkan
from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.sampai import tanpa_tertutup
from lakin.kerja.daftar import PekerjaanGagal, penangan
from lakin.laporan.unduhan import bahan_unduhan
from lakin.organisasi.models import Pengguna, Penugasan, Satker
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.jembatan import fakta
from lakin.pengukuran.models import BarisData, Realisasi
from lakin.pengukuran.selectors import Terkini
from lakin.pengukuran.services import ganti_nilai, simpan_baris, simpan_realisasi
from tests.arsitektur.akses import AKUN, ARGUMEN, SATKER, TABEL, TAHUN, TANYA
from tests.arsitektur.test_akses import semua_pola
from tests.kecil import Kecil

BELAKANG = "django.contrib.auth.backends.ModelBackend"
SEMENTARA = re.compile(r'csrf[^>]*>|"X-CSRFToken": "[^"]*"|data-ujung="\d+"|"urut": \d+')
"""What differs between two answers without saying anything of the data."""
SENTINEL = ("48.151.623.421", "48151623421", "48.151.623", "0,4815")
PEMBACA = ("sekretariat", "auditor")


def orang(akun: str) -> Pengguna:
    return Pengguna.objects.get(username=akun)


def halaman(klien: Client, akun: str) -> Iterator[tuple[str, str]]:
    """Every page of the matrix that a person may open, asked for triwulan IV."""
    argumen = {**ARGUMEN, "triwulan": 4, "pk": 1}
    tanya = {**TANYA, "riwayat": f"alamat={SATKER}/{TAHUN}/SK3.2/realisasi"}
    for pola in semua_pola():
        if pola.name == "sehat" or TABEL[str(pola.name), "GET"][AKUN.index(akun)] != "200":
            continue
        url = reverse(pola.name, kwargs={k: argumen[k] for k in pola.pattern.converters})
        url += f"?{tanya[pola.name]}" if pola.name in tanya else ""
        jawab = klien.get(url)
        if jawab.status_code == 200 and not jawab.streaming:
            yield url, SEMENTARA.sub("", jawab.content.decode(errors="replace"))


def semua(akun: str) -> dict[str, str]:
    klien = Client()
    klien.force_login(orang(akun), BELAKANG)
    return dict(halaman(klien, akun))


def ketik(kmn: Satker) -> None:
    """Type other numbers in the draft's cells, rows, money and override: nothing that was blank is filled."""
    oleh = orang("perencana")
    milik = {"satker": kmn, "tahun": TAHUN, "oleh": oleh}
    garis = {kode: g for g, kode in Terkini(kmn).garis(TAHUN).items()}
    sel = {r.jenis: r for r in Realisasi.objects.filter(garis_indikator=garis["SK5.1"], tahun=TAHUN, triwulan=4)}
    simpan_realisasi(
        **milik, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.FISIK, nilai=Decimal("99.48"), versi=sel["fisik"].versi
    )
    simpan_realisasi(
        **milik, kode="SK5.1", triwulan=4, jenis=JenisRealisasi.NILAI, nilai=Decimal("0.4815"), versi=sel["nilai"].versi
    )
    b = BarisData.objects.get(garis_indikator__satker=kmn, tahun=TAHUN, isi__ini="4452050000")
    isi = {**b.isi, "lalu": Decimal(b.isi["lalu"]), "ini": Decimal("48151623421")}
    simpan_baris(**milik, kode="SK3.2", urut=b.urut, isi=isi, versi=b.versi)
    uang = RealisasiAnggaran.objects.filter(satker=kmn, tahun=TAHUN, triwulan=0, keadaan="ada").first()
    assert uang is not None
    simpan_realisasi_anggaran(**milik, kode=uang.kode, triwulan=0, nilai=Decimal("48151623"), versi=uang.versi)
    ganti_nilai(**milik, kode="SK2.2", nilai=Decimal(4815), alasan="Diketik pada draf")


def test_isi_draf_tidak_mengubah_satu_halaman_pun_bagi_yang_bukan_satkernya(kmn: Satker) -> None:
    """Every page gives the same answer before and after; the checklist may count, since it tells completeness."""
    awal = {akun: semua(akun) for akun in PEMBACA}
    assert min(len(h) for h in awal.values()) > 15
    ketik(kmn)
    for akun in PEMBACA:
        kini = semua(akun)
        assert kini.keys() == awal[akun].keys()
        beda = {url: _beda(awal[akun][url], kini[url]) for url in kini if kini[url] != awal[akun][url]}
        assert [url for url in beda if "/kelengkapan/" not in url] == [], (akun, beda)
        assert [url for url, isi in kini.items() if any(s in isi for s in SENTINEL)] == [], akun


def _beda(lama: str, baru: str) -> list[str]:
    return [b for a, b in zip(lama.splitlines(), baru.splitlines(), strict=False) if a != b][:5]


BEBERAPA = (
    f"/{SATKER}/{TAHUN}/",
    f"/{SATKER}/{TAHUN}/realisasi/4/baris/SK3.2/",
    f"/{SATKER}/{TAHUN}/anggaran/4/",
    f"/{SATKER}/{TAHUN}/riwayat/?alamat={SATKER}/{TAHUN}/SK3.2/realisasi",
    f"/{SATKER}/{TAHUN}/penjelasan/?alamat={SATKER}/{TAHUN}/SK3.2/realisasi",
)


def test_setelah_diajukan_sekretariat_membaca_dan_setelah_diverifikasi_auditor(kmn: Satker) -> None:
    ketik(kmn)
    p = Periode.objects.select_related("satker").get(satker=kmn, tahun=TAHUN, triwulan=4)
    tampak: dict[str, list[bool]] = {akun: [] for akun in PEMBACA}
    for tindakan, oleh in (("", ""), ("ajukan", "perencana"), ("verifikasi", "sekretariat")):
        if tindakan:
            with transaction.atomic():
                pindahkan(p, tindakan, oleh=orang(oleh))
        for akun in PEMBACA:
            klien = Client()
            klien.force_login(orang(akun), BELAKANG)
            isi = [klien.get(url).content.decode() for url in BEBERAPA]
            semuanya = {any(s in i for s in SENTINEL) for i in isi}
            assert len(semuanya) == 1, (akun, tindakan, [any(s in i for s in SENTINEL) for i in isi])
            tampak[akun].append(semuanya.pop())
    assert tampak == {"sekretariat": [False, True, True], "auditor": [False, False, True]}


def test_unduhan_draf_memuat_hanya_yang_boleh_dilihat_pemintanya(kmn: Satker) -> None:
    ketik(kmn)
    nilai = {}
    for akun in ("perencana", "sekretariat"):
        b = bahan_unduhan(kmn, TAHUN, pengguna=orang(akun))
        nilai[akun] = b.konteks.hasil.indikator["SK3.2"].realisasi
        assert any(isinstance(t.fisik, Angka) for t in b.konteks.hasil.indikator["SK3.2"].triwulan)
    assert isinstance(nilai["perencana"], Angka)
    assert not isinstance(nilai["sekretariat"], Angka)
    with pytest.raises(PekerjaanGagal, match="Peminta"):
        penangan("unduhan_lakin")(
            {"satker": kmn.pk, "tahun": TAHUN, "triwulan": 4, "nomor": 0, "bentuk": "xlsx"}, lapor
        )


def lapor(selesai: int, total: int, keterangan: str = "") -> None:
    """Tell nobody."""


def test_yang_tertutup_menurut_peran_dan_keadaan(kecil: Kecil) -> None:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    sek, aud = (Pengguna.objects.create(username=p) for p in PEMBACA)
    for o in (sek, aud):
        Penugasan.objects.create(pengguna=o, peran=o.username)
    atur = Periode.objects.filter(satker=kecil.satker).update
    milik = Periode.objects.filter(satker=kecil.satker, tahun=2023)
    milik.filter(triwulan=1).update(keadaan="terkunci")
    milik.filter(triwulan=2).update(keadaan="dikembalikan")
    milik.filter(triwulan=3).update(keadaan="draf", diajukan_pada=timezone.now())
    milik.filter(triwulan=4).delete()
    Periode.objects.create(satker=kecil.satker, tahun=2022, triwulan=4)

    def tertutup(o: Pengguna) -> list[int]:
        return sorted(
            tw for tahun, tw in triwulan_tertutup(Pengguna.objects.get(pk=o.pk), kecil.satker) if tahun == 2023
        )

    assert tertutup(kecil.oleh) == []
    assert triwulan_tertutup(None, kecil.satker) == frozenset()
    assert tertutup(sek) == [4], "never opened; what was withdrawn has been handed in once"
    assert tertutup(aud) == [2, 3, 4]
    assert (2022, 4) in triwulan_tertutup(sek, kecil.satker)
    atur(keadaan="terkunci")
    assert tertutup(aud) == [4]


def test_triwulan_di_tengah_yang_tertutup_dikosongkan_dan_tahun_lalu_yang_masih_draf_juga(kmn: Satker) -> None:
    utuh = fakta(kmn, TAHUN)
    potong = tanpa_tertutup(utuh, {(TAHUN, 2)})
    for lama, baru in zip(utuh.indikator, potong.indikator, strict=True):
        assert [t.fisik for t in baru.triwulan] == [Tiada.KOSONG if t.triwulan == 2 else t.fisik for t in lama.triwulan]
        assert baru.ganti == lama.ganti
    assert not [r for r in potong.realisasi_anggaran if r.triwulan == 2]
    assert potong.pegawai == utuh.pegawai
    lalu = tanpa_tertutup(utuh, {(TAHUN - 1, 4)})
    tahun_lalu = [t for i in lalu.indikator for t in i.tahun_lain if t.tahun == TAHUN - 1]
    assert tahun_lalu
    assert {t.realisasi for t in tahun_lalu} == {Tiada.KOSONG}
    assert tanpa_tertutup(utuh, ()) is utuh
    tiada = tanpa_tertutup(utuh, {(TAHUN, tw) for tw in (1, 2, 3, 4)})
    assert not [b for i in tiada.indikator for b in i.baris]
    assert {t.fisik for i in tiada.indikator for t in i.triwulan} == {Tiada.KOSONG}
