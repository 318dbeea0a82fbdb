// The page of pictures: files dropped or chosen go up one by one, each with its progress or its reason.
import { unggah } from "./unggah.js";

const form = document.querySelector("[data-unggah]");
const kisi = document.querySelector("[data-kisi]");
const daftar = form.querySelector("[data-daftar]");
const masukan = form.querySelector("input[type=file]");
form.querySelector("[data-hanya-skrip]").hidden = false;
form.querySelector("[type=submit]").hidden = true; // a chosen file goes up at once

const buat = (tanda, kelas, teks = "") => {
  const el = document.createElement(tanda);
  el.className = kelas;
  el.textContent = teks;
  return el;
};

const satu = async (berkas, li) => {
  const meter = buat("progress", "meter");
  meter.max = 1;
  meter.value = 0;
  meter.setAttribute("aria-label", `Mengunggah ${berkas.name}`);
  li.append(meter);
  const jawab = await unggah(form.action, berkas, (n) => (meter.value = n));
  if (!jawab.ok) {
    meter.remove();
    li.append(buat("span", "pesan salah", jawab.pesan));
    return null;
  }
  const kartu = await fetch(jawab.kartu, { credentials: "same-origin" });
  const wadah = document.createElement("template");
  wadah.innerHTML = await kartu.text();
  const baru = wadah.content.querySelector("article");
  kisi.prepend(baru);
  window.htmx?.process(baru);
  document.querySelector("[data-kosong]")?.remove();
  li.remove();
  return baru;
};

// Where several wait, one at a time: a slow line is not made slower, and the order is kept.
let antre = Promise.resolve();
const semua = (berkas) => {
  const baris = [...berkas].map((b) => {
    const li = buat("li", "");
    li.append(buat("span", "", b.name));
    daftar.append(li);
    return [b, li];
  });
  antre = antre.then(async () => {
    let pertama = null;
    for (const [b, li] of baris) {
      const kartu = await satu(b, li);
      pertama ??= kartu;
    }
    pertama?.querySelector("input:not([type=hidden])")?.focus();
  });
};

form.addEventListener("submit", (e) => {
  if (!masukan.files.length) return;
  e.preventDefault();
  daftar.replaceChildren();
  semua(masukan.files);
  masukan.value = "";
});
masukan.addEventListener("change", () => form.requestSubmit());

const gambar = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
for (const nama of ["dragenter", "dragover"]) {
  document.addEventListener(nama, (e) => {
    if (!gambar(e)) return;
    e.preventDefault(); // a file that misses the field must not replace the page
    form.classList.toggle("di-atas", form.contains(e.target));
  });
}
document.addEventListener("dragleave", () => form.classList.remove("di-atas"));
document.addEventListener("drop", (e) => {
  if (!gambar(e)) return;
  e.preventDefault();
  form.classList.remove("di-atas");
  daftar.replaceChildren();
  semua(e.dataTransfer.files);
});
