"""From a draft of the PK to a signed one: what it says, who may move it, what is compared and printed."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from lakin.angka import Tiada
from lakin.dasbor.menunggu import menunggu
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Pengguna, Penugasan
from lakin.web.galat import Bentrok, GalatDomain, GalatMedan
from renstra import services
from renstra.banding_pk import Ubah, banding_pk
from renstra.cetak_pk import cetak_pk
from renstra.models import GarisIndikator, Indikator, PerjanjianKinerja, RevisiRenstra, TargetIndikator
from renstra.selectors import pk_berlaku
from renstra.services.isi_pk import RencanaTriwulan
from renstra.services.tanda_pk import Tanda
from tests.dokumen_bukti import pdf
from tests.isi_pdf import teks_pdf
from tests.kecil import Kecil
from tests.tanda_pk import PIHAK, RENCANA, lengkapi, tandatangani

pytestmark = [pytest.mark.django_db, pytest.mark.pg]


@pytest.fixture
def draf(kecil: Kecil) -> PerjanjianKinerja:
    return services.susun_revisi_pk(satker=kecil.satker, tahun=2023, dari=0, oleh=kecil.oleh)


def _letak(pk: PerjanjianKinerja, k: Kecil) -> dict[str, Any]:
    return {"satker": k.satker, "tahun": 2023, "revisi": pk.revisi, "oleh": k.oleh}


def _indikator(k: Kecil, kode: str, **lain: Any) -> Indikator:
    garis = lain.pop("garis_indikator", None) or GarisIndikator.objects.create(satker=k.satker, kunci=kode.lower()[-3:])
    asal = k.indikator
    dasar = {m: getattr(asal, m) for m in ("revisi", "sasaran", "tujuan", "satuan", "cara_renstra")}
    return Indikator.objects.create(**dasar | {"kode": kode, "nama": f"Nama {kode}", "garis_indikator": garis} | lain)


def test_pk_pertama_diusulkan_dari_renstra_tahun_itu(kecil: Kecil) -> None:
    TargetIndikator.objects.create(indikator=kecil.indikator, tahun=2024, nilai=Decimal(7), keadaan="ada")
    _indikator(kecil, "SK1.2", urut=2)
    _indikator(kecil, "SK1.3", garis="dihentikan")
    tandatangani(services.susun_revisi_pk(satker=kecil.satker, tahun=2023, dari=0, oleh=kecil.oleh),
                 date(2023, 6, 1), kecil.oleh)  # fmt: skip
    pk = services.susun_pk(satker=kecil.satker, tahun=2024, oleh=kecil.oleh, hari_ini=date(2023, 12, 20))
    ukur = [(b.indikator.kode, b.isi, b.rencana_aksi.count()) for b in pk.butir.all()]
    assert ukur == [("SK1.1", 7, 4), ("SK1.2", Tiada.KOSONG, 0)]
    assert {t.nama for t in pk.penanda_tangan.all()} == {p.nama for p in PIHAK.values()}
    with pytest.raises(GalatDomain, match="sudah ada"):
        services.susun_pk(satker=kecil.satker, tahun=2024, oleh=kecil.oleh)
    with pytest.raises(GalatDomain, match="Tidak ada Renstra"):
        services.susun_pk(satker=kecil.satker, tahun=2025, oleh=kecil.oleh)


@pytest.mark.parametrize(
    "ubah, medan, kalimat",
    [
        ({2: Decimal(20)}, "fisik-2", "tidak boleh di bawah"),
        ({4: Decimal(90)}, "fisik-4", "harus 100"),
        ({1: Decimal("100.5")}, "fisik-1", "antara 0 dan 100"),
        ({3: None}, "fisik-3", "kegiatannya sudah"),
    ],
)
def test_rencana_aksi_kumulatif_dan_berakhir_seratus(
    kecil: Kecil, draf: PerjanjianKinerja, ubah: dict[int, Decimal | None], medan: str, kalimat: str
) -> None:
    rencana = RENCANA | {tw: replace(RENCANA[tw], fisik=f) for tw, f in ubah.items()}
    jejak = Jejak.objects.count()
    with pytest.raises(GalatMedan) as galat:
        services.simpan_rencana(**_letak(draf, kecil), kode="SK1.1", rencana=rencana, versi=0)
    assert kalimat in galat.value.masalah[medan]
    assert Jejak.objects.count() == jejak
    assert not draf.butir.get().rencana_aksi.exists()


def test_rencana_aksi_ditulis_utuh_dan_bentroknya_terlihat(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    letak = _letak(draf, kecil)
    services.simpan_rencana(**letak, kode="SK1.1", rencana=RENCANA, versi=0)
    sebagian = {1: RencanaTriwulan(Decimal("12.5"), "Awal"), 2: RencanaTriwulan()}
    with pytest.raises(Bentrok, match="TW 1 25%; Kegiatan 1"):
        services.simpan_rencana(**letak, kode="SK1.1", rencana=RENCANA | sebagian, versi=0)
    services.simpan_rencana(**letak, kode="SK1.1", rencana=RENCANA | sebagian, versi=1)
    assert [(r.triwulan, r.fisik) for r in draf.butir.get().rencana_aksi.all()] == [
        (1, Decimal("12.5")), (3, 75), (4, 100)
    ]  # fmt: skip
    assert "triwulan IV: SK1.1" in " ".join(services.halangan_ajukan_pk(draf))


def test_draf_yang_belum_lengkap_tidak_dapat_diajukan(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    kurang = " ".join(services.halangan_ajukan_pk(draf))
    assert all(k in kurang for k in ("Rencana Aksi", "Anggaran", "pihak pertama", "pihak kedua"))
    with pytest.raises(GalatDomain, match="Rencana Aksi"):
        services.ajukan_pk(**_letak(draf, kecil), versi=1, alasan="strategi")
    lengkapi(draf, kecil.oleh)
    with pytest.raises(GalatDomain, match="alasan revisi"):
        services.ajukan_pk(**_letak(draf, kecil), versi=1)
    services.simpan_target(**_letak(draf, kecil), kode="SK1.1", nilai=Tiada.KOSONG, versi=0)
    assert services.halangan_ajukan_pk(draf) == ["Target belum diisi: SK1.1. Isi targetnya, atau N/A bila tidak ada."]


def test_yang_diajukan_dan_yang_ditandatangani_tertutup(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    letak = _letak(draf, kecil)
    lengkapi(draf, kecil.oleh)
    kepala = Pengguna.objects.create(username="kepala")
    Penugasan.objects.create(pengguna=kepala, peran="kepala", satker=kecil.satker)
    diajukan = services.ajukan_pk(**letak, versi=1, alasan="pejabat", catatan="Kepala berganti.")
    assert [m.apa for m in menunggu(kepala, kecil.satker)] == ["PK 2023 revisi 1 menunggu tanda tangan"]
    assert [k.judul for k in kepala.kabar.all()] == ["PK Balai 111111 2023 revisi 1 menunggu tanda tangan"]
    ubahan = [
        lambda: services.simpan_target(**letak, kode="SK1.1", nilai=Decimal(9), versi=0),
        lambda: services.simpan_rencana(**letak, kode="SK1.1", rencana={1: RencanaTriwulan()}, versi=1),
        lambda: services.simpan_pihak(**letak, pihak={"pertama": PIHAK["kedua"]}, versi=1),
        lambda: services.hapus_anggaran(**letak, kode="019.07.EC"),
        lambda: services.lepas_butir(**letak, kode="SK1.1"),
        lambda: services.hapus_draf_pk(**letak),
    ]
    for ubah in ubahan:
        with pytest.raises(GalatDomain, match="menunggu tanda tangan"):
            ubah()
    with pytest.raises(Bentrok):
        services.tarik_pk(**letak, versi=1)
    dikembalikan = services.kembalikan_pk(**letak, versi=diajukan.versi, alasan="Perbaiki target.")
    assert dikembalikan.terbuka
    pk = tandatangani_lagi(draf, kecil)
    assert (pk.nomor, pk.ditandatangani_oleh) == ("2/PK", kecil.oleh)
    assert menunggu(kepala, kecil.satker) == []
    for ubah in ubahan:
        with pytest.raises(GalatDomain, match="sudah berlaku tidak dapat diubah"):
            ubah()
    langkah = list(Jejak.objects.filter(alamat=pk.alamat).order_by("urut").values_list("tindakan", "alasan"))
    assert langkah == [
        ("susun", ""), ("ajukan", ""), ("kembalikan", "Perbaiki target."), ("ajukan", ""), ("tanda tangani", ""),
    ]  # fmt: skip


def tandatangani_lagi(draf: PerjanjianKinerja, k: Kecil) -> PerjanjianKinerja:
    letak = _letak(draf, k)
    kini = PerjanjianKinerja.objects.get(pk=draf.pk)
    diajukan = services.ajukan_pk(**letak, versi=kini.versi, alasan="pejabat", catatan="Kepala berganti.")
    tanda = Tanda(date(2023, 7, 3), date(2023, 7, 3), " 2/PK ")
    return services.tandatangani_pk(**letak, versi=diajukan.versi, tanda=tanda)


def test_dua_revisi_dibandingkan_menurut_garis(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    letak = _letak(draf, kecil)
    baru = RevisiRenstra.objects.create(renstra=kecil.revisi.renstra, nomor=1, berlaku_sejak=date(2023, 3, 1))
    _indikator(kecil, "SK1.9", revisi=baru, garis_indikator=kecil.garis, garis="pengganti", pendahulu=kecil.indikator)
    _indikator(kecil, "SK2.1", revisi=baru, garis="baru", urut=2)
    services.simpan_target(**letak, kode="SK1.1", nilai=Decimal(4), versi=0)
    services.ikuti_renstra(**letak, hari_ini=date(2023, 6, 1))
    lengkapi(draf, kecil.oleh)
    lama = pk_berlaku(kecil.satker, 2023)
    assert lama is not None
    hasil = banding_pk(lama, PerjanjianKinerja.objects.get(pk=draf.pk))
    ubah = [(b.ubah, b.lama and b.lama.kode, b.baru and (b.baru.kode, b.baru.nilai)) for b in hasil.indikator]
    assert ubah == [
        (Ubah.BERGANTI, "SK1.1", ("SK1.9", "4 Persen")), (Ubah.DITAMBAH, None, ("SK2.1", "Persen")),
    ]  # fmt: skip
    assert [b.ubah for b in hasil.pihak] == [Ubah.DITAMBAH] * 2
    services.lepas_butir(**letak, kode="SK1.9")
    hasil = banding_pk(lama, PerjanjianKinerja.objects.get(pk=draf.pk))
    assert [b.ubah for b in hasil.indikator] == [Ubah.DITAMBAH, Ubah.DIHAPUS]
    with pytest.raises(GalatDomain, match="berlaku sejak 1 Maret 2023"):
        services.simpan_target(**letak, kode="SK2.1", nilai=Decimal(1), versi=0)
        tandatangani(draf, date(2023, 2, 1), kecil.oleh)


def test_anggaran_diambil_dari_pohon_atau_ditulis(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    letak = _letak(draf, kecil)
    with pytest.raises(GalatDomain, match="menurut program"):
        services.ambil_anggaran(**letak, tingkat="akun")
    kecil.dipa.simpul.create(kode="019.07.EC", tingkat="program", uraian="Program Uji", kode_cetak="EC")
    kecil.dipa.simpul.create(kode="019.07.WA", tingkat="program", uraian="Program Lain", kode_cetak="WA")
    assert services.ambil_anggaran(**letak, tingkat="program") == 2
    assert {a.kode: a.isi for a in draf.anggaran.all()} == {"019.07.EC": 1000, "019.07.WA": 0}
    with pytest.raises(GalatMedan, match="rupiah utuh"):
        services.simpan_anggaran(**letak, kode="X", nama="x", nilai=Decimal("0.5"), versi=0)
    services.simpan_anggaran(**letak, kode="019.07.WA", nama="Program Lain", nilai=Decimal(250), versi=0)
    with pytest.raises(Bentrok):
        services.simpan_anggaran(**letak, kode="019.07.WA", nama="Program Lain", nilai=Decimal(300), versi=0)
    assert draf.anggaran.get(kode="019.07.WA").isi == 250


def test_naskah_dicetak_dengan_pernyataan_target_dan_penanda_tangan(kecil: Kecil, draf: PerjanjianKinerja) -> None:
    draf_pdf = _teks(cetak_pk(draf).isi)
    assert "DRAF" in draf_pdf
    assert "………" in draf_pdf
    pk = tandatangani(draf, date(2023, 6, 1), kecil.oleh)
    hasil = cetak_pk(pk)
    teks = _teks(hasil.isi)
    for bagian in (
        "Pihak pertama berjanji akan mewujudkan target kinerja", "selaku atasan pihak pertama",
        "Budi Santoso", "NIP 197001011995031001", "Plt. Kepala Balai", "1 Juni 2023", "1/PK/2023",
        "Indikator uji", "3%", "Program uji", "1.000", "Kegiatan 4",
    ):  # fmt: skip
        assert bagian in teks, bagian
    assert "DRAF" not in teks
    assert cetak_pk(PerjanjianKinerja.objects.get(pk=pk.pk)).isi == hasil.isi


def test_pindaian_disimpan_sesudah_tanda_tangan_dan_dialirkan(
    kecil: Kecil, draf: PerjanjianKinerja, client: Client
) -> None:
    pindaian = pdf()

    def unggah(versi: int, isi: bytes = pindaian) -> PerjanjianKinerja:
        berkas = SimpleUploadedFile("PK bertanda tangan.pdf", isi)
        return services.unggah_pindaian(**_letak(draf, kecil), versi=versi, berkas=berkas)

    with pytest.raises(GalatDomain, match="setelah PK ditandatangani"):
        unggah(1)
    pk = tandatangani(draf, date(2023, 6, 1), kecil.oleh)
    with pytest.raises(GalatDomain, match="bukan PDF"):
        unggah(pk.versi, b"MZ bukan dokumen")
    pk = unggah(pk.versi)
    url = reverse("pindaian_pk", args=[kecil.satker.kunci, 2023, pk.revisi])
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    client.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    jawab = client.get(url)
    assert b"".join(jawab.streaming_content) == pindaian
    assert jawab["Content-Security-Policy"].startswith("default-src 'none'; sandbox")
    orang = Pengguna.objects.create(username="sekretariat")
    Penugasan.objects.create(pengguna=orang, peran="sekretariat")
    draf_lain = services.susun_revisi_pk(satker=kecil.satker, tahun=2023, dari=pk.revisi, oleh=kecil.oleh)
    lain = Client()
    lain.force_login(orang, "django.contrib.auth.backends.ModelBackend")
    assert b"".join(lain.get(url).streaming_content) == pindaian
    for nama in ("rencana_pk", "naskah_pk", "unduh_pk"):
        assert lain.get(reverse(nama, args=[kecil.satker.kunci, 2023, draf_lain.revisi])).status_code == 404
    assert b"Revisi 2" not in lain.get(reverse("pk", args=[kecil.satker.kunci, 2023])).content
    services.simpan_target(**_letak(draf_lain, kecil), kode="SK1.1", nilai=Decimal("7.25"), versi=0)
    riwayat = reverse("riwayat", args=[kecil.satker.kunci, 2023])
    tanya = {"alamat": services.alamat_target(draf_lain, "SK1.1")}
    assert b"7,25" in client.get(riwayat, tanya).content
    assert b"7,25" not in lain.get(riwayat, tanya).content


def test_halaman_menyimpan_ketikan_yang_salah(kecil: Kecil, draf: PerjanjianKinerja, client: Client) -> None:
    Penugasan.objects.create(pengguna=kecil.oleh, peran="perencana", satker=kecil.satker)
    client.force_login(kecil.oleh, "django.contrib.auth.backends.ModelBackend")
    arg = [kecil.satker.kunci, 2023, draf.revisi]
    jawab = client.post(
        reverse("simpan_rencana_pk", args=arg),
        {"kode": "SK1.1", "versi": "0", "fisik-1": "50", "fisik-2": "duapuluh", "kegiatan-1": "Rapat <awal>"},
    )
    assert jawab.status_code == 422
    isi = jawab.content.decode()
    assert 'value="duapuluh"' in isi
    assert "Rapat &lt;awal&gt;" in isi
    jawab = client.post(reverse("simpan_pihak_pk", args=arg), {"versi": "0", "pertama-nip": "12", "kedua-jabatan": "K"})
    assert jawab.status_code == 422
    assert "NIP terdiri atas 18 angka" in jawab.content.decode()
    assert not draf.penanda_tangan.exists()


def _teks(isi: bytes) -> str:
    return teks_pdf(isi).replace("\n", " ")
