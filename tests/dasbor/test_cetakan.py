"""The PDF from a page: asked for, waited for, downloaded by the one who asked."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings
from django.utils import timezone

from lakin.kerja.enums import KeadaanPekerjaan
from lakin.kerja.models import Pekerjaan
from lakin.organisasi.models import Pengguna

HX = {"HX-Request": "true"}
PDF = "/lakin/247157/2023/pdf/"


@pytest.fixture
def diminta(sebagai) -> Pekerjaan:
    assert sebagai("kepala").post(PDF)["Location"] == "/lakin/247157/2023/"
    return Pekerjaan.objects.get()


def selesaikan(pekerjaan: Pekerjaan) -> None:
    berkas = Path(settings.MEDIA_ROOT) / "laporan" / "uji.pdf"
    berkas.parent.mkdir(parents=True, exist_ok=True)
    berkas.write_bytes(b"%PDF-uji")
    Pekerjaan.objects.filter(pk=pekerjaan.pk).update(
        keadaan=KeadaanPekerjaan.SELESAI, hasil="laporan/uji.pdf", selesai=5, total=5, berakhir_pada=timezone.now()
    )


def test_permintaan_dari_htmx_mendapat_bagian_yang_bertanya_lagi(sebagai) -> None:
    isi = sebagai("kepala").post(PDF, headers=HX).content.decode()
    pekerjaan = Pekerjaan.objects.get()
    assert f'hx-get="/pekerjaan/{pekerjaan.pk}/"' in isi
    assert "delay:1s" in isi


def test_kemajuan_berhenti_bertanya_setelah_selesai_dan_memberi_tautan(sebagai, diminta) -> None:
    klien = sebagai("kepala")
    assert "hx-get" in klien.get(f"/pekerjaan/{diminta.pk}/", headers=HX).content.decode()
    selesaikan(diminta)
    isi = klien.get(f"/pekerjaan/{diminta.pk}/", headers=HX).content.decode()
    assert "hx-get" not in isi
    assert f'href="{PDF}"' in isi
    assert "<html" in klien.get(f"/pekerjaan/{diminta.pk}/").content.decode()


def test_kegagalan_dikatakan_dengan_kalimat(sebagai, diminta) -> None:
    Pekerjaan.objects.filter(pk=diminta.pk).update(
        keadaan=KeadaanPekerjaan.GAGAL, galat="Kalimat sebabnya.", berakhir_pada=timezone.now()
    )
    isi = sebagai("kepala").get(f"/pekerjaan/{diminta.pk}/", headers=HX).content.decode()
    assert "Kalimat sebabnya." in isi
    assert "hx-get" not in isi


def test_orang_lain_tidak_melihat_pekerjaan_ini(sebagai, diminta) -> None:
    for akun in ("perencana", "sekretariat", "auditor", "administrator"):
        assert sebagai(akun).get(f"/pekerjaan/{diminta.pk}/").status_code == 404


def test_unduhan_hanya_setelah_selesai_dan_hanya_milik_sendiri(sebagai, diminta) -> None:
    assert sebagai("kepala").get(PDF)["Location"] == "/lakin/247157/2023/"
    selesaikan(diminta)
    jawab = sebagai("kepala").get(PDF)
    assert jawab["Content-Type"] == "application/pdf"
    assert "LAKIN 2023" in jawab["Content-Disposition"]
    assert b"".join(jawab.streaming_content) == b"%PDF-uji"
    assert sebagai("perencana").get(PDF).status_code == 302, "a job of somebody else gives nothing"


def test_meminta_lagi_memakai_baris_yang_sama(sebagai, diminta) -> None:
    sebagai("kepala").post(PDF)
    assert Pekerjaan.objects.count() == 1
    sebagai("perencana").post(PDF)
    assert Pekerjaan.objects.count() == 2
    assert set(Pekerjaan.objects.values_list("oleh__username", flat=True)) == {"kepala", "perencana"}
    assert Pengguna.objects.filter(pekerjaan__isnull=False).count() == 2


def test_laporan_di_layar_memuat_capaian_dan_setiap_angkanya_bertaut(sebagai) -> None:
    isi = sebagai("kepala").get("/lakin/247157/2023/").content.decode()
    for capaian in ("454,50", "878,33", "105,49"):
        assert capaian in isi
    assert isi.count('data-sumber="247157/2023/SK3.2/capaian"') > 1
    assert " style=" not in isi
