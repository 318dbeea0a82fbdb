// A click on a figure opens its explanation in the page's panel; without a panel the link is followed.
const panel = () => document.querySelector("[data-panel-penjelasan]");
let pembuka = null;
let jejak = [];

const tautan = (alamat) => {
  const [satker, tahun] = alamat.split("/");
  const tanya = new URLSearchParams({ alamat });
  // A report of a triwulan knows nothing of what came later, and neither do its explanations.
  const sampai = document.querySelector("[data-sampai-triwulan]")?.dataset.sampaiTriwulan;
  if (sampai) tanya.set("tw", sampai);
  // An approved version is explained by what was frozen with it.
  const versi = document.querySelector("[data-versi]")?.dataset.versi;
  if (versi) tanya.set("versi", versi);
  return `/${encodeURIComponent(satker)}/${tahun}/penjelasan/?${tanya}`;
};

const tandai = (buka) => {
  const wadah = panel().closest(".berpanel");
  if (wadah) wadah.dataset.panel = buka ? "buka" : "tutup";
  document.querySelectorAll('[data-sumber][aria-expanded="true"]').forEach((f) => f.setAttribute("aria-expanded", "false"));
  if (buka && pembuka?.matches("[data-sumber]")) pembuka.setAttribute("aria-expanded", "true");
};

export const buka = (alamat) => bukaUrl(tautan(alamat));

// Anything else in the same panel; closing it gives the focus back to what asked for it.
export const bukaDari = (url, sasaran) => {
  pembuka = sasaran;
  jejak = [];
  return bukaUrl(url);
};

// A page that has no other use for htmx names its address: it comes with the first panel. It takes its settings
// from the page only once that has loaded.
let sedangMuat = null;

async function muatHtmx() {
  if (document.readyState !== "complete") await new Promise((siap) => addEventListener("load", siap, { once: true }));
  if (window.htmx) return;
  await new Promise((siap, gagal) => {
    const naskah = document.createElement("script");
    Object.assign(naskah, { src: document.querySelector('meta[name="htmx"]').content, onload: siap, onerror: gagal });
    document.head.append(naskah);
  });
}

async function htmx() {
  await (sedangMuat ??= muatHtmx().finally(() => (sedangMuat = null)));
  return window.htmx;
}

const bukaUrl = async (url) => {
  const p = panel();
  p.hidden = false;
  tandai(true);
  p.setAttribute("aria-busy", "true");
  try {
    await (await htmx()).ajax("GET", url, { target: p, swap: "innerHTML" });
  } catch {
    takDimuat(p);
  }
  p.removeAttribute("aria-busy");
  p.scrollTop = 0;
  const kembali = p.querySelector("[data-kembali]");
  if (kembali) kembali.hidden = jejak.length < 2;
  p.querySelector("h2")?.focus({ preventScroll: true });
};

export const tutup = () => {
  const p = panel();
  if (!p || p.hidden) return;
  p.hidden = true;
  jejak = [];
  tandai(false);
  pembuka?.focus();
  pembuka = null;
};

const pilih = (sasaran) => {
  const alamat = sasaran.dataset.sumber;
  if (panel().contains(sasaran)) jejak.push(alamat);
  else {
    pembuka = sasaran;
    jejak = [alamat];
  }
  buka(alamat);
};

document.addEventListener("click", (e) => {
  if (!panel() || e.ctrlKey || e.metaKey || e.shiftKey) return;
  if (e.target.closest("[data-tutup]")) return tutup();
  if (e.target.closest("[data-kembali]")) {
    jejak.pop();
    return buka(jejak.at(-1));
  }
  const sasaran = e.target.closest("[data-sumber]");
  if (!sasaran) return;
  e.preventDefault();
  pilih(sasaran);
});

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && panel() && !panel().hidden && !e.defaultPrevented) return tutup();
  const sasaran = e.target.closest?.('[data-sumber][role="button"]');
  if (!sasaran || !panel() || (e.key !== "Enter" && e.key !== " ")) return;
  e.preventDefault();
  pilih(sasaran);
});

function takDimuat(p) {
  p.textContent = "";
  const pesan = document.createElement("p");
  pesan.className = "rincian";
  pesan.textContent = "Penjelasan angka ini tidak dapat dimuat. Periksa sambungan, lalu klik angkanya sekali lagi.";
  p.append(pesan);
}

for (const gagal of ["htmx:responseError", "htmx:sendError"])
  document.addEventListener(gagal, (e) => {
    const p = panel();
    if (p && e.detail.target === p) takDimuat(p);
  });
