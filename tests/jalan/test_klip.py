"""What spreadsheets put on the clipboard: none misread silently, no other cell touched, the server reads the same."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml
from playwright.sync_api import Browser

from lakin.angka import Terbaca, baca

AKAR = Path(__file__).parents[2]
CONTOH: list[dict[str, Any]] = yaml.safe_load(
    Path(__file__).with_name("papan_klip").joinpath("contoh.yaml").read_text()
)
SITUS = "http://petak.test/"

JALAN = """async (semua) => {
  const { bacaKlip, bacaTeks } = await import("/js/petak-klip.js");
  const { tulisKlip } = await import("/js/petak-salin.js");
  const { susun } = await import("/js/petak-susun.js");
  const medan = { p: { angka: true, persen: true, desimal: null }, a: { angka: true, persen: false, desimal: null },
    b: { angka: true, persen: false, desimal: 0 }, t: { angka: false } };
  return semua.map((c) => {
    const blok = bacaKlip(c.html ?? "", c.teks ?? "");
    const letak = (i, j) => (c.baris !== undefined && i >= c.baris ? null : (medan[c.kolom[j]] ?? null));
    const h = susun(blok, letak, c.jawaban ?? {});
    const bolak = bacaTeks(tulisKlip(blok.map((b) => b.map((s) => s.tampak))).teks);
    const tampak = blok.map((b) => b.map((s) => s.tampak));
    return { ...h, bentuk: blok.map((b) => b.length), tampak, bolak, bocor: window.bocor ?? 0 };
  });
}"""


@pytest.fixture(scope="module")
def jawaban(peramban: Browser) -> list[dict[str, Any]]:
    """All samples read in one page that has nothing but the modules."""
    halaman = peramban.new_page()
    halaman.route(
        "**/*",
        lambda r: (
            r.fulfill(path=AKAR / "static" / r.request.url.removeprefix(SITUS), content_type="text/javascript")
            if r.request.url.endswith(".js")
            else r.fulfill(body="<!doctype html><title>petak</title>", content_type="text/html")
        ),
    )
    halaman.goto(SITUS)
    hasil: list[dict[str, Any]] = halaman.evaluate(JALAN, CONTOH)
    halaman.close()
    return hasil


def test_enam_puluh_contoh() -> None:
    assert len(CONTOH) >= 60
    assert len({c["nama"] for c in CONTOH}) == len(CONTOH)


@pytest.mark.parametrize("urut", range(len(CONTOH)), ids=[c["nama"] for c in CONTOH])
def test_papan_klip(jawaban: list[dict[str, Any]], urut: int) -> None:
    contoh, jawab = CONTOH[urut], jawaban[urut]
    isi = {(t["i"], t["j"]): t["teks"] for t in jawab["tulis"]}
    hasil = [[isi.pop((i, j), None) for j in range(lebar)] for i, lebar in enumerate(jawab["bentuk"])]
    assert hasil == contoh["harap"]
    assert isi == {}
    assert [t["kunci"] for t in jawab["tanya"]] == contoh.get("tanya", [])
    assert jawab["bocor"] == 0
    # What is neither written nor asked is told, unless it was blank or part of a merged cell.
    diberitahu = {(t["i"], t["j"]) for t in (*jawab["lewat"], *jawab["gagal"])}
    for i, baris in enumerate(hasil):
        for j, teks in enumerate(baris):
            if teks is None and jawab["tampak"][i][j].strip() and not jawab["tanya"]:
                assert (i, j) in diberitahu


def test_peladen_membaca_yang_sama(jawaban: list[dict[str, Any]]) -> None:
    """Every number that would be written is read by the server without asking, and none of the unreadable ones is."""
    for contoh, jawab in zip(CONTOH, jawaban, strict=True):
        for t in jawab["tulis"]:
            jenis = contoh["kolom"][t["j"]]
            if jenis != "t":
                assert isinstance(baca(t["teks"], 0 if jenis == "b" else None), Terbaca), (contoh["nama"], t)
        if "html" not in contoh:
            for g in jawab["gagal"]:
                desimal = 0 if contoh["kolom"][g["j"]] == "b" else None
                assert g["sebab"].startswith("titiknya") or not isinstance(baca(g["tampak"], desimal), Terbaca), g
            assert jawab["bolak"] == jawab["tampak"]
