// What others save appears while the page is seen: asked every few seconds, nothing where nothing is new.
import { berubah } from "./petak-inti.js";

const JEDA = 4000;
const TERLAMA = 60000;

export function hidup(petak, muatBaris) {
  const el = petak.el;
  let jeda = JEDA;
  let waktu = 0;

  async function tanya() {
    clearTimeout(waktu);
    if (document.hidden) return; // asked again when it is seen
    try {
      // What is on its way is ours: its answer comes first.
      if (!petak.sibuk) await sekali();
      jeda = JEDA;
    } catch {
      jeda = Math.min(jeda * 2, TERLAMA);
    }
    waktu = setTimeout(tanya, jeda);
  }

  async function sekali() {
    const jawab = await fetch(`${el.dataset.perubahan}?sejak=${el.dataset.ujung}`, { credentials: "same-origin" });
    if (jawab.status === 204) return;
    if (!jawab.ok || jawab.redirected) throw new Error(String(jawab.status));
    const isi = await jawab.json();
    const ubah = Object.keys(isi.baris ?? {}).map((kode) => document.getElementById(`rinci-${kode}`)).filter(Boolean);
    // Told again next time. A value whose answer was lost may be saved already: it is sent again before anybody is asked.
    const dijalan = Object.keys(isi.sel ?? {}).some((id) => petak.simpanan?.ambil(id)?.terkirim);
    if (petak.sibuk || dijalan || ubah.some((b) => b.hasAttribute("aria-busy") || petakDi(b)?.menunggu)) return;
    el.dataset.ujung = isi.urut;
    if (isi.muat || isi.keadaan) ajakMuat(isi.muat ? "Banyak yang berubah sejak halaman ini dibuka." : "Keadaan triwulan ini berubah.");
    for (const [id, j] of Object.entries(isi.sel ?? {})) satu(petak, id, j);
    petak.perbarui(isi);
    for (const [kode, versi] of Object.entries(isi.baris ?? {})) rinci(kode, versi, muatBaris);
  }

  document.addEventListener("visibilitychange", tanya);
  waktu = setTimeout(tanya, JEDA);
}

// A field that is being edited is not written over: both values stand there and the person chooses.
function satu(petak, id, { oleh, teks = "", versi = 0 }) {
  const s = document.getElementById(id);
  if (!s) return;
  if (!("sel" in s.dataset)) {
    if (!s.querySelector("a")) s.textContent = teks || (id.startsWith("uang") ? "" : "belum diisi");
    return;
  }
  if (!petak.terapkan || versi <= Number(s.dataset.versi)) return;
  if (berubah(s) && s.value !== teks) {
    s.dataset.ditolak = s.value;
    petak.tanyakan(s, `${oleh} baru saja menyimpan ${teks || "kosong"} di sini. Isian Anda: ${s.value || "kosong"}.`, teks, versi);
    return;
  }
  petak.simpanan.hapus(s.id);
  petak.terapkan(s, { teks, versi }, true);
  petak.tandai(s, "lain", `diubah ${oleh}`);
  if (document.activeElement === s) s.select?.();
  s.classList.add("baru");
  setTimeout(() => {
    s.classList.remove("baru");
    if (!berubah(s) && petak.keterangan(s)?.classList.contains("lain")) petak.tandai(s, "", "");
  }, 12000);
}

const petakDi = (bagian) => bagian.querySelector("[data-petak]")?.petak;

// Raw rows that others have changed are read anew: at once where they are open, else when they are opened.
function rinci(kode, versi, muatBaris) {
  const bagian = document.getElementById(`rinci-${kode}`);
  if (!bagian?.dataset.dimuat || petakDi(bagian)?.tahu(versi)) return;
  delete bagian.dataset.dimuat;
  if (!bagian.hidden) muatBaris(kode);
}

function ajakMuat(pesan) {
  const el = document.getElementById("keadaan-simpan");
  if (!el) return;
  const tombol = document.createElement("button");
  tombol.type = "button";
  tombol.className = "pilih";
  tombol.textContent = "Muat ulang halaman";
  tombol.addEventListener("click", () => location.reload());
  el.replaceChildren(`${pesan} `, tombol);
}
