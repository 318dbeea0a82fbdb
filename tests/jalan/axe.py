"""What axe finds wrong on a page.

Two things make axe slow on a long page: naming all that is right, and measuring the contrast of thousands of cells
that look the same. So it names what is wrong only, and measures the first of all texts that have the same colours,
size and weight: the contrast of the others is the same.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any

import axe_playwright_python
from playwright.sync_api import Page

_AXE = Path(axe_playwright_python.__file__).with_name("axe.min.js").read_text()
_JALAN = """async ([atur, warna]) => {
  const pelanggaran = async (di, pilihan) => {
    const hasil = await axe.run(di, {resultTypes: ["violations"], ...pilihan});
    const tulis = (v) => (n) => `${v.id}: ${n.target.join(" ")} ${n.html.slice(0, 120)}`;
    return hasil.violations.flatMap((v) => v.nodes.map(tulis(v)));
  };
  const temuan = await pelanggaran(document, atur);
  if (!warna) return temuan;

  const latar = new Map();
  const dasar = (e) => {
    if (!e) return "";
    if (!latar.has(e)) {
      const g = getComputedStyle(e);
      const tembus = g.backgroundImage === "none" && g.backgroundColor.endsWith(", 0)") && g.opacity === "1";
      latar.set(e, tembus ? dasar(e.parentElement)
        : `${g.backgroundColor} ${g.backgroundImage} ${g.opacity} ${dasar(e.parentElement)}`);
    }
    return latar.get(e);
  };
  const bertulisan = (e) => /^(INPUT|SELECT|TEXTAREA)$/.test(e.tagName)
    || [...e.childNodes].some((n) => n.nodeType === Node.TEXT_NODE && n.data.trim());
  const wakil = new Map();
  for (const e of document.body.querySelectorAll("*")) {
    if (!bertulisan(e) || !e.checkVisibility({visibilityProperty: true})) continue;
    const g = getComputedStyle(e);
    const rupa = [e.tagName, e.disabled, e.ariaDisabled, g.color, g.fill, g.fontSize, g.fontWeight, g.position,
      g.textShadow, dasar(e)].join("|");
    if (!wakil.has(rupa)) wakil.set(rupa, e);
  }
  if (!wakil.size) return temuan;
  return [...temuan, ...await pelanggaran({include: [...wakil.values()]}, {runOnly: ["color-contrast"]})];
}"""
_SEJENIS = """() => {
  const dilihat = new Set();
  const jenis = (e) => [e.tagName, e.getAttribute("class"), ...e.getAttributeNames()].join(" ");
  for (const b of document.querySelectorAll(".dokumen :is(p, ul, ol, dl, figure, table)")) {
    if (!b.isConnected || b.querySelector("h1, h2, h3, h4, h5, h6")) continue;
    const milik = [b, ...b.querySelectorAll("*")].map(jenis);
    if (milik.every((j) => dilihat.has(j))) b.remove();
    for (const j of milik) dilihat.add(j);
  }
}"""
_TANPA_WARNA = {"rules": {"color-contrast": {"enabled": False}}}


def cacat(halaman: Page, *, warna: bool = True, hanya: tuple[str, ...] = ()) -> list[str]:
    """What axe finds wrong, by rule and element: of all rules, without contrast, or of the named ones alone."""
    if not halaman.evaluate("Boolean(window.axe)"):
        halaman.evaluate(_AXE)
    atur: dict[str, Any] = {"runOnly": list(hanya)} if hanya else _TANPA_WARNA
    return list(halaman.evaluate(_JALAN, [atur, warna and not hanya]))


def satu_sejenis(halaman: Page) -> None:
    """Take out of a document the paragraphs, lists, figures and tables with only kinds of element that came before."""
    halaman.evaluate(_SEJENIS)
