// A review by keyboard: from row to row, into evidence, explanation and comment, and back.
import { bukaDari } from "./penjelasan.js";

const baris = () => [...document.querySelectorAll("[data-telaah]")];
const ringkas = (b) => b.querySelector("summary");
const kini = () => document.activeElement?.closest?.("[data-telaah]") ?? terakhir;
let terakhir = null;

const ke = (b) => {
  if (!b) return;
  terakhir = b;
  ringkas(b).focus();
  ringkas(b).scrollIntoView({ block: "nearest" });
};

const geser = (langkah, cocok = () => true) => {
  const semua = baris();
  const ada = semua.indexOf(kini());
  const awal = ada < 0 ? (langkah > 0 ? -1 : semua.length) : ada;
  for (let n = awal + langkah; n >= 0 && n < semua.length; n += langkah) if (cocok(semua[n])) return ke(semua[n]);
};

const bukaLipatan = (el) => {
  for (let d = el?.closest("details"); d; d = d.parentElement.closest("details")) d.open = true;
};

const fokus = (el) => {
  if (!el) return;
  bukaLipatan(el);
  el.focus();
};

const tombol = {
  j: () => geser(1),
  ArrowDown: () => geser(1),
  k: () => geser(-1),
  ArrowUp: () => geser(-1),
  n: () => geser(1, (b) => b.dataset.perhatian !== undefined),
  c: () => fokus(kini()?.querySelector("textarea[name=isi]:not([id^=balas])") ?? document.getElementById("isi-umum")),
  b: () => kini()?.querySelector("[data-pratinjau]")?.click(),
  p: () => kini()?.querySelector("[data-realisasi] [data-sumber]")?.click(),
  r: () => fokus(document.getElementById("alasan")),
  v: () => fokus(document.getElementById("tombol-verifikasi")),
  "?": () => fokus(document.getElementById("pintasan")),
};

const menulis = (el) => el.matches?.("input, textarea, select, [contenteditable]");

document.addEventListener("keydown", (e) => {
  if (e.key === "Enter" && (e.ctrlKey || e.metaKey) && e.target.matches?.("textarea")) {
    e.preventDefault();
    return e.target.form.requestSubmit();
  }
  if (e.ctrlKey || e.metaKey || e.altKey) return;
  if (e.key === "Escape" && menulis(e.target)) {
    e.preventDefault();
    return ke(kini() ?? baris()[0]);
  }
  if (menulis(e.target) || e.target.closest?.(".panel")) return;
  // An arrow moves between rows only from a row; elsewhere it scrolls the page.
  if (e.key.startsWith("Arrow") && !e.target.closest?.("[data-telaah]")) return;
  const kerja = tombol[e.key];
  if (!kerja) return;
  e.preventDefault();
  kerja();
});

document.addEventListener("focusin", (e) => (terakhir = e.target.closest("[data-telaah]") ?? terakhir));

document.addEventListener("click", (e) => {
  const bukti = e.target.closest("[data-pratinjau]");
  if (!bukti || e.ctrlKey || e.metaKey || e.shiftKey) return;
  e.preventDefault();
  bukaDari(bukti.getAttribute("href"), bukti);
});

// Where a form was just sent from, and where a notice leads: opened, in view, with the focus on its row.
// After the load: until then the browser moves the focus to the fragment itself.
const datang = () => {
  const sasaran = location.hash && document.getElementById(decodeURIComponent(location.hash.slice(1)));
  if (!sasaran) return;
  bukaLipatan(sasaran);
  const b = sasaran.closest("[data-telaah]");
  if (b) ringkas(b).focus({ preventScroll: true });
  sasaran.scrollIntoView({ block: "center" });
};
window.addEventListener("load", () => setTimeout(datang));
