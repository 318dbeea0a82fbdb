// Evidence goes up file by file, each with its progress or its reason; forms that come later with a part work too.
import { unggah } from "./unggah.js";

const FORM = "[data-unggah-bukti]";
const buat = (tanda, kelas, teks = "") => {
  const el = document.createElement(tanda);
  el.className = kelas;
  el.textContent = teks;
  return el;
};

const satu = async (form, berkas, medan) => {
  const daftar = form.querySelector("[data-daftar]");
  const li = buat("li", "");
  li.append(buat("span", "", berkas.name));
  daftar.append(li);
  const maks = Number(form.querySelector("input[type=file]").dataset.maks);
  if (berkas.size > maks) {
    li.append(buat("span", "pesan salah", `Berkas melebihi ${maks / 1048576} MB. Perkecil atau pecah berkasnya, lalu unggah kembali.`));
    return false;
  }
  const meter = buat("progress", "meter");
  meter.max = 1;
  meter.value = 0;
  meter.setAttribute("aria-label", `Mengunggah ${berkas.name}`);
  li.append(meter);
  const jawab = await unggah(form.action, berkas, (n) => (meter.value = n), medan);
  meter.remove();
  li.append(buat("span", jawab.ok ? "simpan" : "pesan salah", jawab.ok ? "tersimpan" : jawab.pesan));
  return jawab.ok;
};

// What the server knows now takes the place of the list; the form with its answers stays.
const segarkan = async (form) => {
  const jawab = await fetch(form.dataset.muat, { credentials: "same-origin" });
  if (!jawab.ok) return;
  const baru = new DOMParser().parseFromString(await jawab.text(), "text/html").querySelector("[data-bukti-isi]");
  const lama = form.closest("[data-bukti-isi]") ?? document.querySelector("[data-bukti-isi]");
  if (!baru || !lama) return;
  if (lama.contains(form)) baru.querySelector(FORM)?.replaceWith(form);
  lama.replaceWith(baru);
  window.htmx?.process(baru);
};

const semua = async (form) => {
  const masukan = form.querySelector("input[type=file]");
  const berkas = [...masukan.files];
  const tombol = form.querySelector("[type=submit]");
  const isi = new FormData(form);
  const medan = Object.fromEntries([...isi].filter(([nama]) => !["berkas", "csrfmiddlewaretoken"].includes(nama)));
  // One subject is one document's; several are called as their files.
  if (berkas.length > 1) medan.perihal = "";
  form.dataset.sibuk = "";
  form.querySelector("[data-daftar]").replaceChildren();
  let jadi = 0;
  for (const b of berkas) jadi += await satu(form, b, medan);
  delete form.dataset.sibuk;
  masukan.value = "";
  if (!jadi) return;
  for (const nama of ["perihal", "nomor", "tanggal"]) form.elements[nama].value = "";
  await segarkan(form);
  tombol.focus();
};

document.addEventListener("submit", (e) => {
  const form = e.target.closest(FORM);
  if (!form || !form.querySelector("input[type=file]").files.length) return;
  e.preventDefault();
  if (form.dataset.sibuk === undefined) semua(form);
});

const ajakan = () => document.querySelectorAll(`${FORM} [data-hanya-skrip]`).forEach((el) => (el.hidden = false));
ajakan();
document.addEventListener("htmx:load", ajakan);

const berberkas = (e) => [...(e.dataTransfer?.types ?? [])].includes("Files");
for (const nama of ["dragenter", "dragover"]) {
  document.addEventListener(nama, (e) => {
    if (!berberkas(e) || !document.querySelector(FORM)) return;
    e.preventDefault(); // a file that misses the field must not replace the page
    document.querySelectorAll(FORM).forEach((f) => f.classList.toggle("di-atas", f.contains(e.target)));
  });
}
const usai = () => document.querySelectorAll(FORM).forEach((f) => f.classList.remove("di-atas"));
document.addEventListener("dragleave", usai);
document.addEventListener("drop", (e) => {
  if (!berberkas(e) || !document.querySelector(FORM)) return;
  e.preventDefault();
  usai();
  const form = e.target.closest?.(FORM);
  if (!form) return;
  form.querySelector("input[type=file]").files = e.dataTransfer.files;
  form.querySelector("[type=submit]").focus();
});
