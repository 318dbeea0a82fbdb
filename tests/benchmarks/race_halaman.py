"""Editors of the race that are real Chromium pages: they type, choose in a conflict, and lose answers."""

from __future__ import annotations

import contextlib
import json
import random
import threading
import time
from typing import Any

from playwright.sync_api import Error as Galat
from playwright.sync_api import Page, Route, sync_playwright
from playwright.sync_api import TimeoutError as Terlambat

from tests.benchmarks.adu_data import TAHUN, TRIWULAN
from tests.benchmarks.race_catatan import COBA_LAGI, DIPUTUS, KUE, Catatan, Tulisan

CHROMIUM, BENDERA = "/usr/bin/chromium", ["--headless", "--no-sandbox", "--disable-gpu"]
BATAS = 120_000

PENCATAT = """
  // What the page sends, with what its field showed when it first sent it, and what it was answered.
  window.kiriman = [];
  const pertama = new Map();
  const asli = window.fetch;
  window.fetch = async (url, pilihan) => {
    if (pilihan?.method !== "POST" || !String(url).endsWith("/sel/")) return asli(url, pilihan);
    const isi = JSON.parse(pilihan.body).sel.map((s) => {
      if (!pertama.has(s.kunci)) {
        const catatan = { ...s, terlihat: document.getElementById(s.id).dataset.tersimpan };
        pertama.set(s.kunci, catatan);
        window.kiriman.push(catatan);
      }
      return pertama.get(s.kunci);
    });
    const jawab = await asli(url, pilihan);
    if (jawab.ok) {
      const { sel } = await jawab.clone().json();
      sel.forEach((j, i) => Object.assign(isi[i], { dijawab: true, ok: j.ok, jenis: j.jenis ?? "" }));
    }
    return jawab;
  };
"""


def jalan_halaman(
    alamat: tuple[str, int],
    satker: str,
    sesi: str,
    kode: list[str],
    acak: random.Random,
    catatan: Catatan,
    sampai: int,
    mulai: threading.Barrier,
) -> None:
    """Take turns in the race with a page until no write is left; the race waits until the page is there."""
    situs = f"http://{alamat[0]}:{alamat[1]}"
    with sync_playwright() as p:
        browser = p.chromium.launch(executable_path=CHROMIUM, args=BENDERA)
        konteks = browser.new_context(base_url=situs, locale="id-ID")
        konteks.add_cookies([{"name": KUE, "value": sesi, "url": situs}])
        konteks.add_init_script(PENCATAT)
        halaman = konteks.new_page()
        halaman.set_default_timeout(BATAS)
        halaman.route("**/sel/", lambda rute: _kadang_putus(rute, acak))
        halaman.on("dialog", lambda d: d.accept())  # leave, though something is unsent
        halaman.goto(f"/{satker}/{TAHUN}/realisasi/{TRIWULAN[0]}/")
        mulai.wait()
        tw, terbuka = 0, list(TRIWULAN)
        while terbuka and (nomor := catatan.giliran(sampai)):
            while not tw or acak.random() < 0.1:
                tw = acak.choice(terbuka)
                halaman.goto(f"/{satker}/{TAHUN}/realisasi/{tw}/")
                halaman.wait_for_selector("#keadaan-simpan")
            if not halaman.locator("[data-sel]").count():  # closed meanwhile: the page shows no fields
                terbuka.remove(tw)
                tw = 0
                continue
            _tulis(halaman, (acak.choice(kode), tw), str(nomor), catatan)
        browser.close()


def _kadang_putus(rute: Route, acak: random.Random) -> None:
    """Let the request through; now and then its answer is lost, and the page sends it again by itself."""
    if acak.random() >= DIPUTUS:
        rute.continue_()
        return
    with contextlib.suppress(Galat):
        rute.fetch(timeout=BATAS)
    rute.abort()


def _tulis(halaman: Page, sel: tuple[str, int], nilai: str, catatan: Catatan) -> None:
    """Type one value and press Enter; in a conflict choose one's own; note what was acknowledged."""
    medan = halaman.locator(f'[id="sel-{sel[0]}"]')
    mula = awal = halaman.evaluate("window.kiriman.length")
    jawab = None
    try:
        medan.fill(nilai)
        medan.press("Enter")
        for _ in range(COBA_LAGI):
            jawab = _jawaban(halaman, sel[0], nilai, awal)
            if jawab is None or jawab["ok"] or jawab["jenis"] != "bentrok":
                break
            awal = halaman.evaluate("window.kiriman.length")
            halaman.locator(f'[id="ket-sel-{sel[0]}"] .pilih', has_text="Pakai isian saya").click()
    except Terlambat:
        pass
    # A key that was refused wrote nothing; each other one may have written once, whether its answer came or not.
    mungkin = sum(k.get("jenis") != "bentrok" for k in _milik(halaman, sel[0], nilai, mula))
    with catatan.kunci:
        if jawab is None:
            catatan.diragukan.append(Tulisan(sel, "", nilai, mungkin))
        elif jawab["ok"]:
            catatan.halaman += 1
            catatan.diterima.append(Tulisan(sel, jawab["terlihat"], nilai, mungkin))
    if jawab is None or not jawab["ok"]:
        halaman.reload()  # what was given up must not be sent by a later turn
        halaman.wait_for_selector("#keadaan-simpan")


def _jawaban(halaman: Page, kode: str, nilai: str, awal: int) -> dict[str, Any] | None:
    """The answer to this value; None where there is none in time, or others' value stands in the way first."""
    batas = time.monotonic() + BATAS / 1000
    while time.monotonic() < batas:
        for k in _milik(halaman, kode, nilai, awal):
            if k.get("dijawab"):
                return k
        # Told by the live feed that somebody else has saved: the page asks before it sends.
        ket = halaman.locator(f'[id="ket-sel-{kode}"]')
        if "baru saja menyimpan" in (ket.text_content() or ""):
            return {"ok": False, "jenis": "bentrok"}
        halaman.wait_for_timeout(50)
    return None


def _milik(halaman: Page, kode: str, nilai: str, awal: int) -> list[dict[str, Any]]:
    """What the page sent of this value, one for each key."""
    semua = json.loads(halaman.evaluate("JSON.stringify(window.kiriman)"))[awal:]
    return [dict(k) for k in semua if k["id"] == f"sel-{kode}" and k["teks"].replace(".", "") == nilai]
