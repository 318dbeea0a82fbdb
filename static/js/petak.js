// The entry grids of a page: cells of indicators, budget leaves; raw rows when they are opened.
import { Petak } from "./petak-inti.js";
import { PetakSel } from "./petak-sel.js";
import { hidup } from "./petak-hidup.js";
import { kabar } from "./petak-pesan.js";
import { simpanan } from "./petak-simpanan.js";

for (const el of document.querySelectorAll("[data-petak]")) el.petak ??= new (el.dataset.petak === "sel" ? PetakSel : Petak)(el);

// What a slow line need not wait for comes with the first touch, so that it is there when the line is not.
const susulan = () => Promise.allSettled([import("./petak-tempel.js"), import("./petak-sesi.js"), import("./petak-baris.js"), import("./petak-panel.js")]);
if (document.activeElement?.matches("[data-sel]")) susulan();
else document.addEventListener("focusin", susulan, { once: true });

async function ambilBaris(url) {
  const jawab = await fetch(url, { credentials: "same-origin" });
  if (!jawab.ok || jawab.redirected) throw new Error(String(jawab.status));
  return jawab.text();
}

// Raw rows are fetched when they are opened first, and anew when others have changed them. They appear together with
// what works on them, so that a field that is seen can be written in; rows that somebody is writing in are left alone.
async function muatBaris(tombol, fokus) {
  const rinci = document.getElementById(tombol.getAttribute("aria-controls"));
  const sel = rinci.firstElementChild;
  const lama = sel.querySelector("[data-petak]")?.petak;
  const lagi = () => muatBaris(tombol, false);
  if (rinci.hasAttribute("aria-busy")) return;
  if (lama?.dipakai) {
    lama.nanti(lagi);
    return;
  }
  const jawaban = lama?.jawaban;
  rinci.setAttribute("aria-busy", "true");
  if (!lama) sel.textContent = "Memuat data dasar…";
  try {
    const [html, { PetakBaris }] = await Promise.all([ambilBaris(tombol.dataset.bukaBaris), import("./petak-baris.js")]);
    // What was read is older than what was written here meanwhile.
    if (lama && (lama.dipakai || lama.jawaban !== jawaban)) setTimeout(lagi);
    else {
      sel.innerHTML = html;
      rinci.dataset.dimuat = "1";
      for (const el of rinci.querySelectorAll("[data-petak]")) el.petak = new PetakBaris(el);
      if (fokus) rinci.querySelector("[data-sel]")?.focus();
    }
  } catch {
    if (lama) kabar("Data dasar yang baru gagal dimuat. Periksa sambungan, lalu tutup dan buka kembali.");
    else {
      sel.textContent = "Data dasar gagal dimuat. Periksa sambungan, lalu buka kembali.";
      tombol.setAttribute("aria-expanded", "false");
      rinci.hidden = true;
    }
  } finally {
    rinci.removeAttribute("aria-busy");
  }
}

function bukaBaris(tombol, terbuka, fokus) {
  const rinci = document.getElementById(tombol.getAttribute("aria-controls"));
  tombol.setAttribute("aria-expanded", String(terbuka));
  rinci.hidden = !terbuka;
  if (terbuka && !rinci.dataset.dimuat) muatBaris(tombol, fokus);
}

const tombolBaris = (kode) => document.querySelector(`[data-buka-baris][aria-controls="rinci-${kode}"]`);

document.addEventListener("click", (ev) => {
  const tombol = ev.target.closest("[data-buka-baris]");
  if (tombol) bukaBaris(tombol, tombol.getAttribute("aria-expanded") !== "true", true);
  const rincian = ev.target.closest("[data-rincian]");
  const s = rincian && document.getElementById(rincian.dataset.rincian);
  if (s)
    import("./petak-panel.js").then(({ bukaRincian }) => bukaRincian(rincian.closest("[data-panel]").dataset.panel, s, rincian));
});

// A link of the summary focuses the field that it names, also inside a closed part.
document.addEventListener("click", (ev) => {
  const tautan = ev.target.closest("#ringkasan-galat a");
  if (!tautan) return;
  ev.preventDefault();
  const el = document.getElementById(decodeURIComponent(tautan.hash.slice(1)));
  el?.closest("[hidden]")?.removeAttribute("hidden");
  el?.focus();
});

const utama = document.querySelector("[data-petak][data-pengguna]");
if (utama && "buka" in utama.dataset) {
  // Rows that a killed tab could not send are opened, so that they can be.
  simpanan().dengar((ids) => {
    const kode = new Set(ids.filter((i) => i.startsWith("baris:")).map((i) => i.split(":")[1]));
    for (const k of kode) if (tombolBaris(k)) bukaBaris(tombolBaris(k), true, false);
  });
}
if (utama?.dataset.perubahan) hidup(utama.petak, (kode) => tombolBaris(kode) && muatBaris(tombolBaris(kode), false));
