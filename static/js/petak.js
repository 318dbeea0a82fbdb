// The entry grids of a page: cells of indicators, raw rows, budget leaves.
import { Petak } from "./petak-inti.js";
import { PetakSel } from "./petak-sel.js";
import { PetakBaris } from "./petak-baris.js";

const jenis = { sel: PetakSel, baris: PetakBaris };

export function pasang(akar) {
  for (const el of akar.querySelectorAll("[data-petak]")) {
    if (!el.petak) el.petak = new (jenis[el.dataset.petak] ?? Petak)(el);
  }
}

pasang(document);

// Raw rows are fetched when they are opened for the first time.
document.addEventListener("click", async (ev) => {
  const tombol = ev.target.closest("[data-buka-baris]");
  if (!tombol) return;
  const rinci = document.getElementById(tombol.getAttribute("aria-controls"));
  const terbuka = tombol.getAttribute("aria-expanded") === "true";
  tombol.setAttribute("aria-expanded", String(!terbuka));
  rinci.hidden = terbuka;
  if (terbuka || rinci.dataset.dimuat) return;
  const sel = rinci.firstElementChild;
  sel.textContent = "Memuat data dasar…";
  try {
    const jawab = await fetch(tombol.dataset.bukaBaris, { credentials: "same-origin" });
    if (!jawab.ok || jawab.redirected) throw new Error(String(jawab.status));
    sel.innerHTML = await jawab.text();
    rinci.dataset.dimuat = "1";
    pasang(rinci);
    rinci.querySelector("[data-sel]")?.focus();
  } catch {
    sel.textContent = "Data dasar gagal dimuat. Periksa sambungan, lalu buka kembali.";
    tombol.setAttribute("aria-expanded", "false");
    rinci.hidden = true;
  }
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
