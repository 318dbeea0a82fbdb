"""Nothing typed is lost: killed tabs, a lost line, an expired session, two tabs; and nothing arrives twice."""

from __future__ import annotations

import contextlib
import re
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error, Page, expect

from anggaran.models import RealisasiAnggaran
from lakin.alur.models import Periode
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from tests.jalan.test_petak import fisik, isi, ket, kosongkan

pytestmark = pytest.mark.django_db(transaction=True)

ENTRI = "/247157/2023/realisasi/4/"
ANGGARAN = "/247157/2023/anggaran/4/"
KODE = ("SK1.1", "SK2.1", "SK2.2", "SK3.1", "SK3.2", "SK3.3", "SK3.4", "SK4.1", "SK5.1", "SK6.1")
BUNUH = 3
"""Killed tabs in one run; a larger number makes the same journey longer."""

UBAH_SERATUS = """() => {
  const sel = [...document.querySelectorAll("[data-sel]")].filter((s) => !s.hidden);
  for (let i = 0; i < 100; i += 1) {
    const s = sel[i % sel.length];
    s.focus();
    s.value = String(1000 + i);
    s.dispatchEvent(new Event("input", { bubbles: true }));
    s.blur();
  }
  return sel.length;
}"""


def test_seratus_isian_luring_dan_sesi_berakhir(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    Periode.objects.filter(satker=kmn, tahun=2023).update(keadaan="draf")
    h = buka("perencana", ANGGARAN)
    h.context.set_offline(True)
    banyak = h.evaluate(UBAH_SERATUS)
    expect(h.locator("#keadaan-simpan")).to_contain_text("Belum tersimpan")
    Session.objects.all().delete()
    sebelum = Jejak.objects.count()
    h.context.set_offline(False)
    dialog = h.get_by_role("dialog", name="Sesi Anda sudah berakhir")
    dialog.get_by_label("Kata sandi").fill("keliru")
    dialog.get_by_role("button", name="Masuk dan simpan").click()
    expect(dialog.get_by_role("alert")).to_contain_text(re.compile("sandi|salah", re.I))
    dialog.get_by_label("Kata sandi").fill("lakin-contoh")
    dialog.get_by_role("button", name="Masuk dan simpan").click()
    expect(h.locator("#keadaan-simpan")).to_contain_text("Semua perubahan tersimpan", timeout=30_000)
    terakhir = {str(1000 + i) for i in range(max(0, 100 - banyak), 100)}
    nilai = {f"{n:f}".split(".")[0] for n in RealisasiAnggaran.objects.values_list("nilai", flat=True) if n}
    assert terakhir <= nilai
    # The first value of a field was sent and cut off; whether it had arrived is settled before a later one goes.
    assert Jejak.objects.count() - sebelum <= 2 * min(banyak, 100)
    assert h.evaluate("Object.keys(localStorage).length") == 0
    keluhan.clear()  # the browser reports requests that were cut off, and the wrong password


def test_tab_dibunuh_saat_mengetik(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    kosongkan()
    h = buka("perencana", ENTRI)
    konteks = h.context
    for i in range(BUNUH):
        konteks.route("**/sel/", lambda r: r.abort())
        h.focus(fisik(KODE[i]))
        h.keyboard.type(f"{50 + i}")
        h.keyboard.press("Enter")
        h.keyboard.type("3")  # half typed when the tab dies
        h.wait_for_timeout(500)
        _bunuh(h)
        konteks.unroute("**/sel/")
        h = konteks.new_page()
        h.goto(ENTRI)
        expect(h.locator(ket(KODE[i]))).to_contain_text("tersimpan", timeout=20_000)
        expect(h.locator(ket(KODE[i + 1]))).to_contain_text("belum selesai diketik")
        expect(h.locator(fisik(KODE[i + 1]))).to_have_value("3")
        h.press(fisik(KODE[i + 1]), "Escape")
    assert isi(*KODE[:BUNUH]) == [Decimal(50 + i) for i in range(BUNUH)]
    keluhan.clear()


def test_dua_tab_tidak_mengirim_isian_yang_sama_dua_kali(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    kosongkan()
    satu = buka("perencana", ENTRI)
    satu.route("**/sel/", lambda r: r.abort())
    satu.fill(fisik("SK1.1"), "61")
    satu.press(fisik("SK1.1"), "Enter")
    expect(satu.locator(ket("SK1.1"))).to_contain_text("belum tersimpan")
    dua = satu.context.new_page()
    dua.goto(ENTRI)
    dua.wait_for_timeout(1000)
    expect(dua.locator(fisik("SK1.1"))).to_have_value("")  # the other tab lives and will send it
    sebelum = Jejak.objects.count()
    _bunuh(satu)
    expect(dua.locator(ket("SK1.1"))).to_contain_text("tersimpan", timeout=20_000)
    expect(dua.locator("#keadaan-simpan")).to_contain_text("Semua perubahan tersimpan")
    assert isi("SK1.1") == [Decimal(61)]
    assert Jejak.objects.count() == sebelum + 1
    keluhan.clear()


def _bunuh(h: Page) -> None:
    """The renderer's process dies at once: nothing of the page runs any more."""
    with contextlib.suppress(Error):
        h.goto("chrome://crash", timeout=5_000)
    h.close()
