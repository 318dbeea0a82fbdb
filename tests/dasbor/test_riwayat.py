"""The history of a figure as people read it."""

from __future__ import annotations

from decimal import Decimal

import pytest

from lakin.alur.models import Periode
from lakin.jejak.models import Jejak
from lakin.jejak.tulisan import tulisan
from lakin.organisasi.models import Pengguna
from lakin.pengukuran.enums import JenisRealisasi
from lakin.pengukuran.models import BarisData
from lakin.pengukuran.services import simpan_baris, simpan_realisasi


def baris_pnbp(kmn) -> BarisData:
    return BarisData.objects.get(
        garis_indikator__satker=kmn, tahun=2023, isi__layanan="Sertifikasi", isi__ini="4452050000"
    )


def test_perubahan_baris_tampak_pada_riwayat_realisasi(kmn, sebagai) -> None:
    b = baris_pnbp(kmn)
    simpan_baris(
        satker=kmn,
        tahun=2023,
        kode="SK3.2",
        urut=b.urut,
        isi={**b.isi, "lalu": Decimal(b.isi["lalu"]), "ini": Decimal("4452050001")},
        versi=b.versi,
        oleh=Pengguna.objects.get(username="perencana"),
        alasan="kuitansi 29 Desember masuk",
    )
    tanya = {"alamat": "247157/2023/SK3.2/realisasi"}
    assert "4.452.050" not in sebagai("auditor").get("/247157/2023/riwayat/", tanya).content.decode()
    Periode.objects.filter(satker=kmn).update(keadaan="diverifikasi")
    isi = sebagai("auditor").get("/247157/2023/riwayat/", tanya).content.decode()
    assert "ini: 4.452.050.000 → <b>4.452.050.001</b>" in isi
    assert "kuitansi 29 Desember masuk" in isi
    assert "Perencana BBSPJI Keramik" in isi
    assert "layanan: " not in isi.split("4.452.050.001")[0].rsplit("<tr>", 1)[-1], "only what changed is told"


def test_perubahan_sel_menyebut_kosong_dan_angka(kmn) -> None:
    simpan_realisasi(
        satker=kmn,
        tahun=2023,
        kode="SK5.1",
        triwulan=4,
        jenis=JenisRealisasi.FISIK,
        nilai=Decimal("99.5"),
        versi=1,
        oleh=Pengguna.objects.get(username="perencana"),
    )
    t = tulisan(Jejak.objects.order_by("-pk").first())
    assert t.ubahan == (("nilai", "100", "99,5"),)


@pytest.mark.parametrize("alamat", ["", "247140/2023/SK2.1/realisasi", "247157/2022/SK3.2/realisasi"])
def test_riwayat_hanya_untuk_satker_dan_tahun_halaman(sebagai, alamat: str) -> None:
    assert sebagai("auditor").get("/247157/2023/riwayat/", {"alamat": alamat}).status_code == 404


def test_riwayat_kosong_dikatakan(sebagai) -> None:
    isi = sebagai("auditor").get("/247157/2023/riwayat/", {"alamat": "247157/2023/SK3.2/capaian"}).content.decode()
    assert "Belum ada perubahan" in isi
