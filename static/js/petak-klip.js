// What spreadsheets put on the clipboard: text with tabs, and HTML with the values behind what is shown.
// Pure: reads texts, touches no page. A cell is { tampak, mesin, lewati }.
import { dariMesin } from "./petak-angka.js";

const TERSEMBUNYI = /display\s*:\s*none|visibility\s*:\s*(?:hidden|collapse)|mso-hide\s*:\s*all/i;

export function bacaKlip(html, teks) {
  const dariHtml = html ? bacaHtml(html) : null;
  return dariHtml ?? bacaTeks(teks).map((baris) => baris.map((tampak) => ({ tampak, mesin: null })));
}

// Quoted cells may hold line breaks and tabs; the last line break is no row. A quote that never ends was no quote.
export function bacaTeks(teks, berkutip = true) {
  const baris = [[]];
  let sel = "";
  let kutip = false;
  for (let i = 0; i < teks.length; i += 1) {
    const c = teks[i];
    if (kutip) {
      if (c === '"' && teks[i + 1] === '"') {
        sel += '"';
        i += 1;
      } else if (c === '"') kutip = false;
      else sel += c;
    } else if (berkutip && c === '"' && sel === "") kutip = true;
    else if (c === "\t") {
      baris.at(-1).push(sel);
      sel = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && teks[i + 1] === "\n") i += 1;
      baris.at(-1).push(sel);
      sel = "";
      if (i < teks.length - 1) baris.push([]);
    } else sel += c;
  }
  if (kutip) return bacaTeks(teks, false);
  if (sel !== "" || (baris.at(-1).length === 0 && teks !== "") || teks.endsWith("\t")) baris.at(-1).push(sel);
  return baris.filter((b) => b.length);
}

// A parsed document runs no script and loads no picture. Without exactly one table the text flavour speaks.
export function bacaHtml(html) {
  const dok = new DOMParser().parseFromString(html, "text/html");
  const tabel = [...dok.querySelectorAll("table")].filter((t) => !t.parentElement.closest("table"));
  if (tabel.length !== 1) return null;
  const sembunyi = tersembunyi(dok);
  const kolomSembunyi = new Set();
  let k = 0;
  for (const kol of tabel[0].querySelectorAll("col"))
    for (let i = Number(kol.getAttribute("span") ?? 1); i > 0; i -= 1, k += 1) if (sembunyi(kol)) kolomSembunyi.add(k);
  const petak = [];
  [...tabel[0].rows].forEach((tr, b) => isiBaris(petak, tr, b, sembunyi));
  const tampil = petak.filter((baris) => baris && !baris.sembunyi);
  const lebar = Math.max(0, ...tampil.map((baris) => baris.length));
  const blok = tampil.map((baris) =>
    Array.from({ length: lebar }, (_, i) => baris[i] ?? { tampak: "", mesin: null }).filter((s, i) => !kolomSembunyi.has(i) && !s.sembunyi),
  );
  return blok.length ? blok : null;
}

function isiBaris(petak, tr, b, sembunyi) {
  const baris = (petak[b] ??= []);
  baris.sembunyi = sembunyi(tr) || sembunyi(tr.parentElement);
  let k = 0;
  for (const td of tr.cells) {
    while (baris[k]) k += 1;
    const lebar = Math.min(td.colSpan || 1, 200);
    const tinggi = Math.min(td.rowSpan || 1, 2000);
    for (let i = 0; i < tinggi; i += 1)
      for (let j = 0; j < lebar; j += 1) (petak[b + i] ??= [])[k + j] = i || j ? { tampak: "", mesin: null, lewati: true } : { ...sel(td), sembunyi: sembunyi(td) };
    k += lebar;
  }
}

function tersembunyi(dok) {
  const kelas = new Set();
  for (const gaya of dok.querySelectorAll("style"))
    for (const [, nama, isi] of gaya.textContent.matchAll(/\.([\w-]+)\s*\{([^}]*)\}/g)) if (TERSEMBUNYI.test(isi)) kelas.add(nama);
  return (el) => el.hidden || TERSEMBUNYI.test(el.getAttribute("style") ?? "") || [...el.classList].some((k) => kelas.has(k));
}

function sel(td) {
  for (const br of td.querySelectorAll("br")) br.replaceWith("\u2028");
  const tampak = td.textContent.replace(/[ \t\r\n]+/g, " ").replace(/ ?\u2028 ?/g, "\n").trim();
  return { tampak, mesin: mesin(td) };
}

// Excel: x:num, LibreOffice: sdval, Google Sheets: data-sheets-value of the kind "number".
function mesin(td) {
  const angka = td.getAttribute("x:num") || td.getAttribute("sdval");
  if (angka) return dariMesin(angka);
  try {
    const isi = JSON.parse(td.getAttribute("data-sheets-value") ?? td.querySelector("[data-sheets-value]")?.getAttribute("data-sheets-value") ?? "{}");
    return isi["1"] === 3 ? dariMesin(isi["3"]) : null;
  } catch {
    return null;
  }
}
