"""Nothing typed is lost: killed tabs, a lost line, an expired session, two tabs; and nothing arrives twice."""

from __future__ import annotations

import contextlib
import random
import re
import time
from collections import Counter
from decimal import Decimal
from typing import Any

import pytest
from django.contrib.sessions.models import Session
from playwright.sync_api import Error, Page, expect

from anggaran.models import Dipa, RealisasiAnggaran, Simpul
from lakin.alur.models import Periode
from lakin.jejak.models import Jejak
from lakin.organisasi.models import Satker
from tests.jalan.conftest import TERSIMPAN
from tests.jalan.test_petak import fisik, isi, ket, kosongkan, orang_lain_menyimpan

pytestmark = pytest.mark.django_db(transaction=True)

ENTRI = "/247157/2023/realisasi/4/"
ANGGARAN = "/247157/2023/anggaran/4/"
KODE = ("SK1.1", "SK2.1", "SK2.2", "SK3.1", "SK3.2", "SK3.3", "SK3.4", "SK4.1", "SK5.1", "SK6.1")
BUNUH = 3
"""Killed tabs in the short run; twenty at random moments in `make test-all`."""

UBAH_SERATUS = """() => {
  const sel = [...document.querySelectorAll("[data-sel]")].filter((s) => !s.hidden).slice(0, 100);
  sel.forEach((s, i) => {
    s.focus();
    s.value = String(1000 + i);
    s.dispatchEvent(new Event("input", { bubbles: true }));
    s.blur();
  });
  return sel.map((s) => s.id);
}"""


def test_seratus_isian_luring_dan_sesi_berakhir(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    """A hundred fields are edited off line, the session ends meanwhile: each arrives once."""
    Periode.objects.filter(satker=kmn, tahun=2023).update(keadaan="draf")
    _tambah_daun(kmn, 100)
    h = buka("perencana", ANGGARAN)
    sebelum = Jejak.objects.count()
    h.context.set_offline(True)
    semua = h.evaluate(UBAH_SERATUS)
    assert len(set(semua)) == 100
    expect(h.locator("#keadaan-simpan")).to_contain_text("Belum tersimpan")
    assert Jejak.objects.count() == sebelum
    Session.objects.all().delete()
    h.context.set_offline(False)
    dialog = h.get_by_role("dialog", name="Sesi Anda sudah berakhir")
    dialog.get_by_label("Kata sandi").fill("keliru")
    dialog.get_by_role("button", name="Masuk dan simpan").click()
    expect(dialog.get_by_role("alert")).to_contain_text(re.compile("sandi|salah", re.I))
    dialog.get_by_label("Kata sandi").fill("lakin-contoh")
    dialog.get_by_role("button", name="Masuk dan simpan").click()
    expect(h.locator("#keadaan-simpan")).to_contain_text("Semua perubahan tersimpan")
    nilai = {
        f"uang-{r.kode}-{r.triwulan}": r.nilai
        for r in RealisasiAnggaran.objects.filter(satker=kmn, tahun=2023, sumber_dana="")
    }
    assert [nilai.get(id_sel) for id_sel in semua] == [Decimal(1000 + i) for i in range(100)]
    baru = Jejak.objects.order_by("-pk")[: Jejak.objects.count() - sebelum]
    jejak = Counter(j.alamat for j in baru if "/anggaran/" in j.alamat)
    assert len(jejak) == 100
    assert set(jejak.values()) == {1}
    assert h.evaluate("Object.keys(localStorage).length") == 0
    keluhan.clear()  # the browser reports requests that were cut off, and the wrong password


def _tambah_daun(satker: Satker, sampai: int) -> None:
    """Give the tree as many leaves as a test wants fields."""
    dipa = Dipa.objects.filter(satker=satker, tahun=2023).latest("revisi")
    daun = Simpul.objects.filter(dipa=dipa, anak=None, induk__isnull=False).first()
    assert daun is not None
    Simpul.objects.bulk_create(
        Simpul(dipa=dipa, induk=daun.induk, kode=f"{daun.kode}{n}", tingkat=daun.tingkat, uraian=f"Daun {n}",
               kode_cetak=f"{n}", urut=1000 + n)
        for n in range(sampai)
    )  # fmt: skip


@pytest.mark.lama
def test_dua_puluh_tab_dibunuh_pada_saat_acak(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    """Fields are typed while the line comes and goes, and the tab dies: what is older than two seconds is there."""
    kosongkan()
    acak = random.Random(20)
    h = buka("perencana", ENTRI)
    konteks, terlama, huruf = h.context, 0.0, 0
    for _ in range(20):
        putus = acak.random() < 0.5
        if putus:
            konteks.route("**/sel/", lambda r: r.abort())
        diketik: dict[str, tuple[str, float]] = {}
        for kode in acak.sample(KODE, 4):
            h.focus(fisik(kode))
            nilai = str(acak.randrange(10, 100))
            for n, c in enumerate(nilai, 1):
                h.keyboard.type(c)
                diketik[kode] = nilai[:n], time.monotonic()
                huruf += 1
            if len(diketik) < 4:  # the last one is still being typed
                h.keyboard.press("Enter")
        h.wait_for_timeout(acak.randrange(600))
        mati = time.monotonic()
        _bunuh(h)
        konteks.unroute_all()
        h = konteks.new_page()
        h.goto(ENTRI)
        for kode, (teks, pada) in diketik.items():
            try:
                expect(h.locator(fisik(kode))).to_have_value(teks, timeout=10_000)
            except AssertionError:
                terlama = max(terlama, mati - pada)
        expect(h.locator("#keadaan-simpan")).to_contain_text(re.compile("Semua|dipulihkan|Belum ada"))
    print(f"20 tab dibunuh, {huruf} huruf diketik; yang hilang paling lama {terlama:.2f} s sebelum tab mati")
    assert terlama <= 2
    keluhan.clear()


def test_tab_dibunuh_saat_mengetik(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    kosongkan()
    h = buka("perencana", ENTRI)
    konteks = h.context
    for i in range(BUNUH):
        konteks.route("**/sel/", lambda r: r.abort())
        h.focus(fisik(KODE[i]))
        h.keyboard.type(f"{50 + i}")
        h.keyboard.press("Enter")
        expect(h.locator(ket(KODE[i]))).to_contain_text("sambungan terputus")
        h.keyboard.type("3")  # half typed when the tab dies
        expect(h.locator(ket(KODE[i + 1]))).to_contain_text("belum tersimpan")
        _bunuh(h)
        konteks.unroute("**/sel/")
        h = konteks.new_page()
        h.goto(ENTRI)
        expect(h.locator(ket(KODE[i]))).to_contain_text(TERSIMPAN)
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
    # The other tab lives and will send it: this one stands in line for what it would leave.
    assert len(dua.evaluate("async () => (await navigator.locks.query()).pending")) == 1
    expect(dua.locator(fisik("SK1.1"))).to_have_value("")
    sebelum = Jejak.objects.count()
    _bunuh(satu)
    expect(dua.locator(ket("SK1.1"))).to_contain_text(TERSIMPAN)
    expect(dua.locator("#keadaan-simpan")).to_contain_text("Semua perubahan tersimpan")
    assert isi("SK1.1") == [Decimal(61)]
    assert Jejak.objects.count() == sebelum + 1
    keluhan.clear()


def test_jawaban_hilang_lalu_orang_lain_menyimpan(kmn: Satker, buka: Any, keluhan: list[str]) -> None:
    """What was saved without an answer is not asked about again: it was saved once, and then somebody else's was."""
    h = buka("perencana", ENTRI)
    sebelum = Jejak.objects.count()
    putus = 0

    def rute(r: Any) -> None:
        nonlocal putus
        putus += 1
        if putus == 1:
            r.fetch()  # it arrives; only the answer is lost
            orang_lain_menyimpan(kmn, "SK8.2", "98")
        r.abort() if putus < 5 else r.continue_()

    h.route("**/sel/", rute)
    h.fill(fisik("SK8.2"), "97")
    h.press(fisik("SK8.2"), "Enter")
    expect(h.locator(fisik("SK8.2"))).to_have_value("98", timeout=30_000)
    expect(h.locator(ket("SK8.2"))).to_contain_text("diubah Sekretariat")
    assert putus == 5  # by then the page had heard of the other's value at least once
    assert isi("SK8.2") == [98]
    assert Jejak.objects.count() == sebelum + 2
    keluhan.clear()


def _bunuh(h: Page) -> None:
    """The renderer's process dies at once: nothing of the page runs any more."""
    with contextlib.suppress(Error):
        h.goto("chrome://crash", timeout=5_000)
    h.close()
