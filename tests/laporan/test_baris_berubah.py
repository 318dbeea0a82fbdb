"""One raw row of each computed indicator is changed through the service: the HTML and the PDF's text move."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from lakin.cetak.html import tulis_fragmen
from lakin.cetak.pdf import cetak_pdf
from lakin.laporan.selectors import konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.services import simpan_baris
from tests.isi_pdf import teks_pdf
from tests.kmn_2023.baca import baris, isi_baris
from tests.kmn_2023.test_baris_berubah import UBAHAN
from tests.laporan.ringkas import RINGKAS


def tercetak(satker: Satker) -> str:
    naskah = susun_bernomor(replace(konteks_laporan(satker, 2023), kerangka=RINGKAS))
    return teks_pdf(cetak_pdf(naskah).isi)


def indonesia(angka: str) -> str:
    return angka.replace(".", ",")


@pytest.mark.parametrize(("kode", "urut", "ubah", "realisasi", "persen"), UBAHAN)
def test_html_dan_pdf_mengikuti_satu_baris(
    kmn: Satker, perencana: Pengguna, kode: str, urut: int, ubah: dict[str, Any], realisasi: str, persen: str
) -> None:
    lama = baris(kmn, kode, urut)
    awal = konteks_laporan(kmn, 2023)
    html_awal, tujuan = tulis_fragmen(susun_bernomor(awal)), awal.hasil.indikator[kode].fakta.tujuan
    simpan_baris(
        satker=kmn, tahun=2023, kode=kode, urut=urut, isi={**isi_baris(lama), **ubah}, versi=lama.versi,
        oleh=perencana, tanggal=lama.tanggal,
    )  # fmt: skip
    kini = konteks_laporan(kmn, 2023)
    html = tulis_fragmen(susun_bernomor(kini))
    for alamat, angka in ((f"{kode}/realisasi", realisasi), (f"{kode}/capaian", persen)):
        sel = f'data-sumber="247157/2023/{alamat}" tabindex="0" role="button">{indonesia(angka)}'
        assert sel in html
        assert sel not in html_awal
    capaian_tujuan = kini.hasil.tujuan[tujuan].capaian
    assert capaian_tujuan != awal.hasil.tujuan[tujuan].capaian
    teks = tercetak(kmn)
    assert indonesia(persen) in teks
    assert indonesia(f"{capaian_tujuan.nilai:f}") in teks


def test_satu_perusahaan_lagi_terbaca_dalam_laporan(kmn: Satker, perencana: Pengguna) -> None:
    simpan_baris(
        satker=kmn, tahun=2023, kode="SK2.1", urut=None, isi={"perusahaan": "PT Keramik Uji"}, versi=0, oleh=perencana
    )
    html = tulis_fragmen(susun_bernomor(konteks_laporan(kmn, 2023)))
    assert "PT Keramik Uji" in html
    assert 'data-sumber="247157/2023/SK2.1/capaian" tabindex="0" role="button">200,00' in html
    assert "200,00" in tercetak(kmn)
