// A selected block of cells: Shift with the arrows, Shift with a click, or dragged; copied as text and as a table.
import { tulisKlip } from "./petak-salin.js";

export class Pilihan {
  constructor(petak) {
    this.petak = petak;
    this.asal = this.ujung = null;
    petak.el.addEventListener("pointerdown", (ev) => this.#tekan(ev));
    petak.el.addEventListener("pointerover", (ev) => this.#seret(ev));
    petak.el.addEventListener("copy", (ev) => this.#salin(ev));
    petak.el.addEventListener("cut", (ev) => {
      if (this.#salin(ev)) this.petak.kosongkan(this.sel());
    });
  }

  get banyak() {
    return this.asal ? this.sel().length : 0;
  }

  // Rows of the block; a place without a field is undefined.
  blok() {
    if (!this.asal) return [];
    const { m, b, k } = this.petak.tempat(this.asal);
    const u = this.petak.tempat(this.ujung);
    if (b < 0 || u.b < 0) return [];
    const [k0, k1] = [Math.min(k, u.k), Math.max(k, u.k)];
    return m.slice(Math.min(b, u.b), Math.max(b, u.b) + 1).map((baris) => Array.from({ length: k1 - k0 + 1 }, (_, i) => baris[k0 + i]));
  }

  sel() {
    return this.blok().flat().filter(Boolean);
  }

  pilih(asal, ujung) {
    this.#cat(false);
    [this.asal, this.ujung] = asal === ujung ? [null, null] : [asal, ujung];
    this.#cat(true);
    if (this.asal) this.petak.kabar(`${this.sel().length} isian dipilih.`);
  }

  lepas() {
    if (this.asal) this.pilih(null, null);
  }

  // One step of Shift with an arrow: the far corner moves, the focus stays.
  ulur(s, db, dk) {
    const { m, b, k } = this.petak.tempat(this.ujung ?? s);
    let baris = b + db;
    while (db && m[baris] && !m[baris][k]) baris += db;
    const tujuan = m[baris]?.[k + dk];
    if (tujuan) this.pilih(this.asal ?? s, tujuan);
  }

  #cat(nyala) {
    for (const s of this.sel()) {
      const td = s.closest("td");
      td?.classList.toggle("terpilih", nyala);
      if (nyala) td?.setAttribute("aria-selected", "true");
      else td?.removeAttribute("aria-selected");
    }
  }

  #tekan(ev) {
    this.tekanan = null;
    if (ev.button !== 0 || !this.petak.milik(ev.target)) return;
    const kini = document.activeElement;
    if (ev.shiftKey && this.petak.milik(kini) && kini !== ev.target) {
      ev.preventDefault();
      this.pilih(kini, ev.target);
      this.tetap = true;
      return;
    }
    this.lepas();
    if (ev.pointerType === "mouse") this.tekanan = ev.target;
  }

  #seret(ev) {
    if (!this.tekanan || !(ev.buttons & 1)) return;
    const s = ev.target.closest("td")?.querySelector("[data-sel]");
    if (s && this.petak.milik(s)) this.pilih(this.tekanan, s);
  }

  #salin(ev) {
    if (this.banyak < 2) return false;
    const { teks, html } = tulisKlip(this.blok().map((baris) => baris.map(tampak)));
    ev.clipboardData.setData("text/plain", teks);
    ev.clipboardData.setData("text/html", html);
    ev.preventDefault();
    this.petak.kabar(`${this.banyak} isian disalin.`);
    return true;
  }
}

// A computed cell has a field that is not shown: what is shown is copied.
function tampak(s) {
  if (!s) return "";
  if (s.hidden) return s.closest("td").querySelector('[data-isi="realisasi"]')?.textContent ?? "";
  return s.tagName === "SELECT" ? (s.selectedOptions[0]?.textContent ?? "") : s.value;
}
