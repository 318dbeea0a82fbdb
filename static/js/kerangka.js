// The outline's page: folding that is remembered, arrow keys in the tree, Alt and an arrow to move, a search in the catalogue.
// Without this module every branch shows and every act is a form.
const TERLIPAT = "kerangka-terlipat";
const akar = () => document.getElementById("kerangka");
const kunci = () => `${TERLIPAT}/${akar()?.dataset.kerangka ?? ""}`;

// Branches are remembered by their heading: places change as things move.
const nama = (tombol) => tombol.nextElementSibling.textContent.trim();
const baca = () => {
  try {
    return JSON.parse(sessionStorage.getItem(kunci()));
  } catch {
    return null;
  }
};
const simpan = () => {
  const tutup = [...akar().querySelectorAll("[data-lipat][aria-expanded=false]")].map(nama);
  try {
    sessionStorage.setItem(kunci(), JSON.stringify(tutup));
  } catch {
    /* a full store only forgets what was folded */
  }
};
const setel = (tombol, buka) => {
  tombol.setAttribute("aria-expanded", String(buka));
  document.getElementById(tombol.getAttribute("aria-controls")).hidden = !buka;
};

// On a narrow screen the panel stands above the tree, and the page stays at it.
const lebar = matchMedia("(min-width: 56.01rem)");
// A key may come while the answer to the last one is still settling: it counts for its own answer.
let diminta = false;
let kePohon = false;

function pasang(sesudahTukar) {
  if (!akar()) return;
  const tombol = [...akar().querySelectorAll("[data-lipat]")];
  const terlipat = baca();
  const panjang = akar().querySelectorAll("[data-cabang]").length > 40;
  for (const t of tombol) {
    t.hidden = false;
    const isi = document.getElementById(t.getAttribute("aria-controls"));
    const berisi = isi.querySelector("[aria-current]") || t.nextElementSibling.hasAttribute("aria-current");
    // At first only the chapters of a long outline show; what is chosen is never folded away.
    const bab = t.closest(".kerangka-pohon > .cabang > li > .baris-cabang");
    const tutup = terlipat ? terlipat.includes(nama(t)) : panjang && bab !== null;
    setel(t, Boolean(berisi) || !tutup);
  }
  const semua = akar().querySelector("[data-lipat-semua]");
  semua.hidden = tombol.length === 0;
  tulisSemua();
  const cari = akar().querySelector("[data-cari-katalog]");
  if (cari) cari.hidden = false;
  const kini = akar().querySelector("[data-cabang][aria-current]");
  if (lebar.matches) kini?.scrollIntoView({ block: "nearest" });
  if (kePohon) kini?.focus();
  else if (sesudahTukar && document.activeElement === document.body) document.getElementById("judul-panel").focus();
  kePohon = false;
}

function tulisSemua() {
  const ada = akar().querySelector("[data-lipat][aria-expanded=false]");
  akar().querySelector("[data-lipat-semua]").textContent = ada ? "Buka semua" : "Lipat semua";
}

document.addEventListener("click", (e) => {
  const satu = e.target.closest("#kerangka [data-lipat]");
  const semua = e.target.closest("#kerangka [data-lipat-semua]");
  if (satu) setel(satu, satu.getAttribute("aria-expanded") === "false");
  else if (semua) {
    const buka = Boolean(akar().querySelector("[data-lipat][aria-expanded=false]"));
    akar().querySelectorAll("[data-lipat]").forEach((t) => setel(t, buka));
  } else return;
  simpan();
  tulisSemua();
});

document.addEventListener("keydown", (e) => {
  if (!akar() || e.ctrlKey || e.metaKey) return;
  if (e.altKey && !e.shiftKey) {
    const tombol = akar().querySelector(`[data-pindah="${e.key}"]`);
    if (!tombol || e.target.matches("input, select, textarea")) return;
    e.preventDefault();
    diminta = e.target.matches("[data-cabang]");
    tombol.click();
    return;
  }
  const cabang = e.target.closest?.("[data-cabang]");
  if (!cabang) return;
  const tampak = [...akar().querySelectorAll("[data-cabang]")].filter((c) => c.offsetParent);
  const n = tampak.indexOf(cabang);
  const lipat = cabang.parentElement.querySelector("[data-lipat]");
  if (e.key === "ArrowDown") tampak[n + 1]?.focus();
  else if (e.key === "ArrowUp") tampak[n - 1]?.focus();
  else if (e.key === "Home") tampak[0].focus();
  else if (e.key === "End") tampak.at(-1).focus();
  else if (lipat && (e.key === "ArrowRight" || e.key === "ArrowLeft")) {
    setel(lipat, e.key === "ArrowRight");
    simpan();
    tulisSemua();
  } else return;
  e.preventDefault();
});

document.addEventListener("input", (e) => {
  if (e.target.id !== "cari-blok") return;
  const kata = e.target.value.toLowerCase().split(/\s+/).filter(Boolean);
  let jumlah = 0;
  for (const k of akar().querySelectorAll(".kelompok-katalog")) {
    let ada = 0;
    for (const li of k.querySelectorAll("[data-teks]")) {
      li.hidden = !kata.every((w) => li.dataset.teks.includes(w));
      ada += li.hidden ? 0 : 1;
    }
    k.hidden = ada === 0;
    if (kata.length) k.open = ada > 0;
    jumlah += ada;
  }
  akar().querySelector("[data-jumlah]").textContent = kata.length ? `${jumlah} ditemukan` : "";
});
// Enter in the search must not add the first block of the list.
document.addEventListener("keydown", (e) => {
  if (e.target.id === "cari-blok" && e.key === "Enter") e.preventDefault();
});

document.addEventListener("htmx:beforeSwap", () => {
  kePohon = diminta;
  diminta = false;
});
document.addEventListener("htmx:afterSettle", () => pasang(true));
pasang(false);
