// What is pasted becomes what the schema knows: Word's list paragraphs lists again, Google's wrapping <b> nothing.
import { Extension, Plugin } from "../django_prose_editor/editor.js";

export const MAKS_TEMPEL = 2_000_000;

const BUANG_DENGAN_ISI = new Set(["style", "script", "xml", "title", "noscript", "template"]);
const BUANG = new Set(["meta", "link", "base", "iframe", "object", "embed", "img", "svg", "form", "input", "button"]);
const NAMA = /^<\/?([a-z][a-z0-9:-]*)/i;

// The end of a tag, past quoted '>'; -1 where there is none.
const ujungTanda = (html, awal) => {
  let kutip = "";
  for (let n = awal; n < html.length; n += 1) {
    const h = html[n];
    if (kutip) kutip = h === kutip ? "" : kutip;
    else if (h === '"' || h === "'") kutip = h;
    else if (h === ">") return n + 1;
  }
  return -1;
};

const SUMBER = /[\s"']src\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s>]*))/i;
const TERSISIP = /^data:image\/(png|jpe?g|webp|tiff);base64,/i;
const SEKECIL_TITIK = 300;

// Pictures out of a paste, before its size is judged: those that carry their bytes leave a mark in their place,
// those that only name a file or an address are counted (no browser may read them).
export const petikGambar = (html, nama = (n) => `⟦gambar tempelan ${n}⟧`) => {
  const kecil = html.toLowerCase();
  const gambar = [];
  let luar = 0;
  let hasil = "";
  let letak = 0;
  for (;;) {
    const awal = kecil.indexOf("<img", letak);
    const akhir = awal < 0 ? -1 : ujungTanda(html, awal);
    if (akhir < 0) return { html: hasil + html.slice(letak), gambar, luar };
    hasil += html.slice(letak, awal);
    letak = akhir;
    const cocok = SUMBER.exec(html.slice(awal, akhir));
    const src = (cocok?.[1] ?? cocok?.[2] ?? cocok?.[3] ?? "").trim();
    if (!TERSISIP.test(src)) luar += Boolean(src) && !src.startsWith("data:");
    else if (src.length > SEKECIL_TITIK) {
      const penanda = nama(gambar.length + 1);
      gambar.push({ src, penanda });
      hasil += `<p>${penanda}</p>`;
    }
  }
};

export const berkasTersisip = ({ src }) => {
  const [kepala, isi] = [src.slice(0, src.indexOf(",")), src.slice(src.indexOf(",") + 1)];
  try {
    const bita = Uint8Array.from(atob(isi.replace(/\s+/g, "")), (h) => h.charCodeAt(0));
    const jenis = /image\/(\w+)/.exec(kepala)[1];
    return new File([bita], `tempelan.${jenis}`, { type: `image/${jenis}` });
  } catch {
    return null;
  }
};

// Before anything is parsed: the policy reports every style= and on*= that a parser meets, also in a dead document.
// One walk from left to right, without regular expressions over the whole: a hostile paste must not take longer.
export const jinakkan = (html) => {
  const kecil = html.toLowerCase();
  let hasil = "";
  let letak = 0;
  for (;;) {
    const awal = html.indexOf("<", letak);
    if (awal < 0) return hasil + html.slice(letak);
    hasil += html.slice(letak, awal);
    if (html.startsWith("<!--", awal)) {
      const akhir = html.indexOf("-->", awal + 4);
      if (akhir < 0) return hasil;
      letak = akhir + 3;
      continue;
    }
    if (!/[a-z/!?]/i.test(html[awal + 1] ?? "")) {
      hasil += "&lt;";
      letak = awal + 1;
      continue;
    }
    const akhir = ujungTanda(html, awal);
    if (akhir < 0) return hasil;
    letak = akhir;
    const tanda = html.slice(awal, akhir);
    const nama = (NAMA.exec(tanda)?.[1] ?? "").toLowerCase();
    if (BUANG_DENGAN_ISI.has(nama) && tanda[1] !== "/") {
      const tutup = kecil.indexOf(`</${nama}`, akhir);
      if (tutup < 0) return hasil;
      letak = ujungTanda(html, tutup);
      if (letak < 0) return hasil;
    } else if (nama && !BUANG.has(nama) && !BUANG_DENGAN_ISI.has(nama)) {
      hasil += tanda.replace(/([\s"'/])style(\s*=)/gi, "$1data-gaya$2").replace(/([\s"'/])(on[a-z]+)(\s*=)/gi, "$1data-$2$3");
    }
  }
};

const gaya = (el) => (el.getAttribute("data-gaya") ?? "").toLowerCase();

const buka = (el) => el.replaceWith(...el.childNodes);

const BERNOMOR = /^\s*(?:\(?[0-9]{1,3}[.)]|\(?[a-z]{1,2}[.)]|\(?[ivxlc]{1,6}[.)])\s*$/i;

// Word: <p style="mso-list:l0 level2 lfo1"><span style="mso-list:Ignore">a.<span>&nbsp;</span></span>text</p>
const daftarWord = (akar) => {
  let tumpukan = [];
  let sesudah = null;
  for (const p of [...akar.querySelectorAll("p, h1, h2, h3, h4, h5, h6")]) {
    const cocok = /mso-list:\s*(l\d+)\s+level(\d+)/.exec(gaya(p));
    if (!cocok || p.closest("td, th")) {
      continue;
    }
    const sebelum = p.previousElementSibling;
    if (!sesudah || sebelum !== sesudah) tumpukan = [];
    const tanda = [...p.querySelectorAll("span")].find((s) => /mso-list:\s*ignore/.test(gaya(s)));
    const bernomor = BERNOMOR.test((tanda?.textContent ?? "").replace(/\u00a0/g, " "));
    tanda?.remove();
    const tingkat = Math.min(Number(cocok[2]), 4);
    tumpukan.length = Math.min(tumpukan.length, tingkat);
    let puncak = tumpukan.at(-1);
    const jenis = bernomor ? "ol" : "ul";
    if (tumpukan.length === tingkat && puncak.localName !== jenis) {
      tumpukan.pop();
      puncak = tumpukan.at(-1);
    }
    while (tumpukan.length < tingkat) {
      const daftar = akar.ownerDocument.createElement(jenis);
      const induk = tumpukan.at(-1);
      if (!induk) {
        p.before(daftar);
        sesudah = daftar;
      } else {
        if (!induk.lastElementChild) induk.append(akar.ownerDocument.createElement("li"));
        induk.lastElementChild.append(daftar);
      }
      tumpukan.push(daftar);
    }
    const li = akar.ownerDocument.createElement("li");
    const isi = akar.ownerDocument.createElement("p");
    isi.append(...p.childNodes);
    li.append(isi);
    tumpukan.at(-1).append(li);
    p.remove();
  }
};

const tandaDariGaya = (akar) => {
  for (const s of [...akar.querySelectorAll("span")]) {
    const g = gaya(s);
    const tanda = [];
    if (/font-weight:\s*(bold|[6-9]00)/.test(g)) tanda.push("strong");
    if (/font-style:\s*italic/.test(g)) tanda.push("em");
    for (const t of tanda) {
      const el = akar.ownerDocument.createElement(t);
      el.append(...s.childNodes);
      s.append(el);
    }
  }
};

const rapikanTabel = (akar) => {
  for (const t of akar.querySelectorAll("table")) {
    const baris = [...t.querySelectorAll("tr")].filter((b) => b.closest("table") === t);
    for (const b of baris) {
      for (const sel of [...b.children]) {
        // A merged cell becomes one cell and empty ones: nothing that stood in the table moves to another column.
        const lebar = Math.min(Number(sel.getAttribute("colspan")) || 1, 12);
        sel.removeAttribute("colspan");
        sel.removeAttribute("rowspan");
        for (let n = 1; n < lebar; n += 1) sel.after(akar.ownerDocument.createElement("td"));
      }
    }
    for (const sel of [...(baris[0]?.children ?? [])]) {
      if (sel.localName === "th") continue;
      const th = akar.ownerDocument.createElement("th");
      th.append(...sel.childNodes);
      sel.replaceWith(th);
    }
    // Marks of a head are its look in Word.
    t.querySelectorAll("th strong, th b").forEach(buka);
  }
};

const rapikanTeks = (akar) => {
  const jalan = akar.ownerDocument.createTreeWalker(akar, NodeFilter.SHOW_TEXT);
  while (jalan.nextNode()) {
    const n = jalan.currentNode;
    n.data = bersih(n.data.replace(/[\r\n\t]+/g, " "));
  }
};

// Characters that the server refuses are dropped here; soft hyphens and unusual spaces become plain.
export const bersih = (teks) =>
  teks
    .toWellFormed()
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u200b-\u200f\u061c\u2028-\u202e\u2060\u2066-\u2069\ufeff\ufff9-\uffff]/g, "")
    .replace(/[\u00a0\u2002-\u200a\u202f\u3000]/g, " ");

export function bersihkan(html) {
  if (html.length > MAKS_TEMPEL) return null;
  const dok = new DOMParser().parseFromString(jinakkan(html), "text/html");
  const akar = dok.body;
  akar.querySelectorAll("b[id^='docs-internal-guid']").forEach(buka);
  akar.querySelectorAll("o\\:p, del, [hidden]").forEach((el) => el.remove());
  // Word's page breaks and Google's <br> between paragraphs say nothing here.
  akar.querySelectorAll(":scope > br").forEach((el) => el.remove());
  daftarWord(akar);
  tandaDariGaya(akar);
  rapikanTabel(akar);
  rapikanTeks(akar);
  akar.querySelectorAll("h1, h2, h3, h4, h5, h6").forEach((h) => {
    h.textContent = h.textContent.trim();
  });
  akar.querySelectorAll("p").forEach((p) => {
    if (!p.textContent.trim() && !p.querySelector("[data-alamat], [data-kode]") && !p.closest("td, th, li")) p.remove();
  });
  return akar.innerHTML;
}

export const TempelBersih = Extension.create({
  name: "tempelBersih",
  addOptions: () => ({}),
  addProseMirrorPlugins() {
    const editor = this.editor;
    const kabari = (nama, detail) => editor.view.dom.dispatchEvent(new CustomEvent(nama, { bubbles: true, detail }));
    const terlaluBesar = () => kabari("tempel-besar");
    const gambar = (data) => [...(data?.files ?? [])].filter((b) => b.type.startsWith("image/"));
    // No two pastes of one text share a mark.
    let tempelan = Math.floor(Math.random() * 1e6);
    return [
      new Plugin({
        props: {
          handlePaste: (_view, e) => {
            const html = e.clipboardData?.getData("text/html") ?? "";
            const berkas = gambar(e.clipboardData);
            // Office programs add a picture of whatever is copied; only where there are no words is it the thing itself.
            const kata = e.clipboardData?.getData("text/plain").trim() || /<(table|li)[\s>]/i.test(html);
            if (berkas.length && !kata) {
              kabari("gambar-masuk", { berkas });
              return true;
            }
            const besar = html.length > MAKS_TEMPEL && petikGambar(html).html.length > MAKS_TEMPEL;
            if (besar) terlaluBesar();
            return besar;
          },
          handleDrop: (view, e, _slice, pindah) => {
            const berkas = pindah ? [] : gambar(e.dataTransfer);
            if (!berkas.length) return false;
            kabari("gambar-masuk", { berkas, di: view.posAtCoords({ left: e.clientX, top: e.clientY })?.pos });
            e.preventDefault();
            return true;
          },
          transformPastedHTML: (html) => {
            tempelan += 1;
            const petik = petikGambar(html, (n) => `⟦gambar tempelan ${tempelan}.${n}⟧`);
            if (petik.gambar.length || petik.luar) queueMicrotask(() => kabari("gambar-tempel", petik));
            return bersihkan(petik.html) ?? "";
          },
          transformPastedText: (teks) => bersih(teks.slice(0, MAKS_TEMPEL)),
        },
      }),
    ];
  },
});
