"""The secretariat opens a triwulan, holds it open for one satker, and sees it on the board; axe on each page."""

from __future__ import annotations

from datetime import timedelta

from django.utils import timezone
from playwright.sync_api import expect

from lakin.alur.models import Periode
from tests.jalan.axe import cacat
from tests.jalan.conftest import Buka


def test_periode_dibuka_diberi_pengecualian_dan_tampak_di_papan(buka: Buka, keluhan: list[str]) -> None:
    hari = timezone.localdate()
    kemarin, besok = hari - timedelta(days=1), hari + timedelta(days=1)
    h = buka("sekretariat", "/periode/")
    h.get_by_text("Buka triwulan atau ubah harinya").click()
    h.get_by_label("Tahun").first.fill("2023")
    h.locator("#buka-triwulan").select_option("4")
    h.get_by_label("Tenggat pengajuan").fill(kemarin.isoformat())
    h.get_by_label("Hari penguncian").fill(kemarin.isoformat())
    h.get_by_label("Satker yang dipilih di bawah").check()
    h.get_by_text("Pilih satker").click()
    h.get_by_label("BBSPJIKMN", exact=True).check()
    assert cacat(h) == []
    h.get_by_role("button", name="Buka periode").click()
    expect(h.get_by_role("status").first).to_contain_text("harinya diubah pada 1 satker")
    baris = h.locator("#periode-247157-4")
    expect(baris).to_contain_text("lewat")
    expect(baris).to_contain_text("tertutup")
    h.goto("/papan/?tahun=2023&triwulan=4&terlambat=1")
    expect(h.locator("#papan-247157")).to_contain_text("terlambat")
    h.goto("/periode/?tahun=2023&triwulan=4")
    h.get_by_role("link", name="Atur BBSPJIKMN TW IV").click()
    h.get_by_label("Boleh mengisi sampai").fill(besok.isoformat())
    h.get_by_role("button", name="Beri pengecualian").click()
    expect(h.get_by_text("Tuliskan alasan pengecualian ini.").first).to_be_visible()
    expect(h.get_by_label("Boleh mengisi sampai")).to_have_value(besok.isoformat())
    keluhan.clear()  # the browser reports the 422
    h.get_by_label("Alasan", exact=True).fill("Listrik padam tiga hari.")
    h.get_by_role("button", name="Beri pengecualian").click()
    expect(h.get_by_text("“Listrik padam tiga hari.”").first).to_be_visible()
    assert cacat(h) == []
    assert Periode.objects.get(satker__kode="247157", tahun=2023, triwulan=4).pengecualian_sampai == besok
    h.get_by_role("link", name="Papan", exact=True).click()
    expect(h.locator("#papan-247157")).to_contain_text("13 dari 13 terisi")
    expect(h.locator("#papan-247157")).not_to_contain_text("terlambat")
    assert cacat(h) == []
