// What all grids share: coordinates, focus, the block that is worked on, messages beside the fields.
import { kirim } from "./petak-kirim.js";
import { kabar, kabarTersimpan, ringkasan, semua } from "./petak-pesan.js";
import { Pilihan } from "./petak-pilih.js";
import { tombol } from "./petak-tombol.js";
import { catat, pegang } from "./petak-urung.js";

export class Petak {
  constructor(el) {
    this.el = el;
    this.antre = new Map();
    this.galat = new Map();
    this.sibuk = false;
    this.jeda = 1000;
    this.ditahan = 0; // pastes that are not written yet
    this.kirim = kirim;
    this.kabar = kabar;
    this.tersimpan = kabarTersimpan;
    if (!("buka" in el.dataset)) return;
    semua.add(this);
    for (const s of this.sel()) s.dataset.tersimpan = semula(s);
    this.perankan();
    this.pilihan = new Pilihan(this);
    el.addEventListener("focusin", (ev) => this.#masuk(ev));
    el.addEventListener("focusout", (ev) => this.milik(ev.target) && this.#keluar(ev.target));
    el.addEventListener("keydown", (ev) => this.milik(ev.target) && tombol(this, ev));
    el.addEventListener("paste", (ev) => this.milik(ev.target) && this.#tempel(ev));
    el.addEventListener("input", (ev) => {
      if (!this.milik(ev.target)) return;
      this.pilihan.lepas();
      this.ketik(ev.target);
    });
  }

  milik(s) {
    return s.matches?.("[data-sel]") && s.closest("[data-petak]") === this.el;
  }

  #sendiri(pilih) {
    return [...this.el.querySelectorAll(pilih)].filter((s) => s.closest("[data-petak]") === this.el);
  }

  sel() {
    return this.#sendiri("[data-sel]");
  }

  // Rows of fields that can be written, in the order in which they stand.
  matriks() {
    return this.#sendiri("[data-baris]").map((b) => [...b.querySelectorAll("[data-sel]")].filter((s) => this.milik(s)));
  }

  tempat(s) {
    const m = this.matriks();
    const b = m.findIndex((baris) => baris.includes(s));
    return { m, b, k: b < 0 ? -1 : m[b].indexOf(s) };
  }

  // A table of fields is a grid: said aloud, and kept where the phone's layout takes the table away.
  perankan() {
    const tabel = this.el.querySelector("table");
    if (!tabel) return;
    tabel.setAttribute("role", "grid");
    tabel.setAttribute("aria-colcount", Math.max(...[...tabel.rows].map((tr) => tr.cells.length)));
    tabel.setAttribute("aria-rowcount", tabel.rows.length);
    for (const bagian of [tabel.tHead, ...tabel.tBodies, tabel.tFoot]) bagian?.setAttribute("role", "rowgroup");
    [...tabel.rows].forEach((tr, i) => {
      tr.setAttribute("role", "row");
      tr.setAttribute("aria-rowindex", i + 1);
      let k = 1;
      for (const td of tr.cells) {
        const kepala = td.tagName === "TH";
        td.setAttribute("role", kepala ? (td.scope === "col" ? "columnheader" : "rowheader") : "gridcell");
        td.setAttribute("aria-colindex", k);
        k += td.colSpan;
        if (!kepala && !td.querySelector("[data-sel]:not([hidden])")) td.setAttribute("aria-readonly", "true");
      }
    });
  }

  #masuk(ev) {
    if (!this.milik(ev.target)) return;
    pegang(ev.target);
    if (ev.target.select) ev.target.select();
    if (!this.pilihan.tetap && this.pilihan.asal !== ev.target) this.pilihan.lepas();
    this.pilihan.tetap = false;
  }

  #keluar(s) {
    catat(this, [s]);
    this.tinggalkan(s);
  }

  #fokus(s) {
    if (!s || s.hidden) return false;
    s.focus();
    return true;
  }

  pindah(s, db, dk) {
    const { m, b, k } = this.tempat(s);
    let baris = b + db;
    let kolom = k + dk;
    if (dk && (kolom < 0 || kolom >= m[b].length)) {
      baris += dk;
      kolom = dk > 0 ? 0 : (m[baris]?.length ?? 1) - 1;
    }
    for (; m[baris]; baris += db || dk) if (this.#fokus(m[baris][kolom])) return true;
    return false;
  }

  keUjung(s, di) {
    return this.#fokus(this.tempat(s).m[this.tempat(s).b].filter((x) => !x.hidden).at(di));
  }

  keTepi(arah) {
    const terlihat = this.sel().filter((s) => !s.hidden);
    return this.#fokus(terlihat.at(arah > 0 ? 0 : -1));
  }

  pilihSemua() {
    const terlihat = this.sel();
    this.pilihan.pilih(terlihat[0], terlihat.at(-1));
    return true;
  }

  // Without a selection from the field above, with one from its first row.
  isiKeBawah(s) {
    const blok = this.pilihan.banyak > 1 ? this.pilihan.blok() : this.#duaBaris(s);
    const kena = [];
    for (const baris of blok.slice(1))
      baris.forEach((t, i) => {
        const asal = blok[0][i];
        if (!t || t.hidden || !asal || asal.hidden) return;
        isiSel(t, asal.value);
        kena.push(t);
      });
    this.selesai(kena);
    this.kabar(kena.length ? `${kena.length} isian disamakan dengan yang di atasnya.` : "Tidak ada isian di atas yang dapat disalin.");
    return true;
  }

  #duaBaris(s) {
    const { m, b, k } = this.tempat(s);
    for (let i = b - 1; i >= 0; i -= 1) if (m[i][k] && !m[i][k].hidden) return [[m[i][k]], [s]];
    return [];
  }

  kosongkan(sel) {
    const kena = sel.filter((s) => !s.hidden);
    for (const s of kena) isiSel(s, "");
    this.selesai(kena);
    this.kabar(`${kena.length} isian dikosongkan.`);
  }

  #tempel(ev) {
    const teks = ev.clipboardData?.getData("text/plain") ?? "";
    const html = ev.clipboardData?.getData("text/html") ?? "";
    const satu = teks !== "" && !/[\t\r\n]/.test(teks.replace(/\r?\n$/, ""));
    if ((teks === "" && html === "") || (satu && this.pilihan.banyak < 2)) return;
    ev.preventDefault();
    const s = ev.target;
    this.ditahan += 1;
    import("./petak-tempel.js")
      .then(({ tempel }) => tempel(this, s, html, teks))
      .catch(() => this.kabar("Tempelan belum ditulis. Periksa sambungan, lalu tempel sekali lagi."))
      .finally(() => (this.ditahan -= 1));
  }

  // The field that a pasted cell would land in; rows may be added for it later.
  calon(b, k) {
    return this.matriks()[b]?.[k];
  }

  barisKe(i) {
    return this.matriks()[i];
  }

  // What was written by one act: one step to undo, one save.
  selesai(sel) {
    for (const s of sel) this.ketik(s);
    catat(this, sel);
    this.simpanBanyak(sel);
  }

  // Typed while this module was still on its way: it counts like what is typed now.
  terketik() {
    for (const s of this.sel().filter(berubah)) {
      this.ketik(s);
      if (s !== document.activeElement) this.tinggalkan(s);
    }
  }

  ketik(s) {
    delete s.dataset.ditolak;
    if (berubah(s)) this.tandai(s, "belum", "belum tersimpan");
  }

  batal(s) {
    delete s.dataset.ditolak;
    isiSel(s, s.dataset.tersimpan ?? "");
    pegang(s);
    this.antre.delete(s);
    this.tandai(s, "", "");
    s.select?.();
  }

  // Escape takes back what is typed; where nothing is, it belongs to whatever is open around.
  keluarDari(s) {
    if (this.pilihan.asal) this.pilihan.lepas();
    else if (berubah(s) || this.galat.has(s)) this.batal(s);
    else return false;
    return true;
  }

  // What was refused is not sent again until it is written anew.
  tinggalkan(s) {
    if (berubah(s) && s.dataset.ditolak !== s.value) this.simpanBanyak([s]);
  }

  // Enter where there is nothing below: the field is done though the focus stays.
  tegaskan(s) {
    catat(this, [s]);
    this.tinggalkan(s);
  }

  simpanBanyak() {}

  rincian(s) {
    const url = this.el.dataset.panel;
    if (!url || !s.id) return false;
    import("./petak-panel.js").then(({ bukaRincian }) => bukaRincian(url, s));
    return true;
  }

  // One message beside the field, the same words in the summary.
  tandai(s, keadaan, pesan, pilihan = []) {
    const ket = this.keterangan(s);
    s.classList.toggle("salah", keadaan === "salah");
    s.classList.toggle("belum", keadaan === "belum" || keadaan === "simpan");
    if (keadaan === "salah") s.setAttribute("aria-invalid", "true");
    else s.removeAttribute("aria-invalid");
    if (ket) {
      ket.className = `simpan pesan-medan ${keadaan}`;
      ket.replaceChildren(document.createTextNode(pesan));
      for (const p of pilihan) {
        const t = document.createElement("button");
        t.type = "button";
        t.className = "pilih";
        t.textContent = p.label;
        t.addEventListener("click", () => p.lakukan());
        ket.append(" ", t);
      }
    }
    // While it is being saved again the fault stays listed: a link must not vanish under the pointer.
    if (keadaan === "salah") this.galat.set(s, pesan);
    else if (keadaan !== "simpan") this.galat.delete(s);
    ringkasan();
  }

  keterangan(s) {
    return document.getElementById(s.getAttribute("aria-describedby") ?? "");
  }
}

export function berubah(s) {
  return s.value !== (s.dataset.tersimpan ?? "");
}

// What the server wrote into the page, whatever stands there by now.
function semula(s) {
  if (s.tagName !== "SELECT") return s.defaultValue;
  return ([...s.options].find((o) => o.defaultSelected) ?? s.options[0])?.value ?? "";
}

export function isiSel(s, teks) {
  const bersih = teks.replace(/[\u00a0\u202f]/g, " ").trim();
  if (s.tagName !== "SELECT") {
    s.value = bersih;
    return;
  }
  const cocok = [...s.options].find((o) => [o.value, o.textContent].some((t) => t.trim().toLowerCase() === bersih.toLowerCase()));
  s.value = cocok ? cocok.value : "";
}
