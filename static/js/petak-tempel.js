// A pasted block: written at once where nothing is in doubt, otherwise shown first and asked once for a column.
import { isiSel } from "./petak-inti.js";
import { bacaKlip } from "./petak-klip.js";
import { susun } from "./petak-susun.js";

const TANYA = {
  titik: ["Titik pada kolom ini", { ribuan: "memisahkan ribuan", desimal: "tanda desimal" }],
  koma: ["Koma pada kolom ini", { desimal: "tanda desimal", ribuan: "memisahkan ribuan" }],
  pecahan: ["Kolom ini berisi persen, yang ditempel pecahan", { kali: "kalikan 100 (0,45 menjadi 45)", tetap: "biarkan (0,45 tetap 0,45%)" }],
  persen: ["Kolom ini bukan persen, yang ditempel bertanda %", { angka: "tulis angkanya (45% menjadi 45)", pecahan: "tulis pecahannya (45% menjadi 0,45)" }],
  beda: ["Isi sel asalnya lain daripada yang tampak", { isi: "pakai isi selnya", tampak: "pakai yang tampak" }],
};
const TERBANYAK = 60;

export function tempel(petak, s, html, teks) {
  const pilihan = petak.pilihan.banyak > 1 ? petak.pilihan.blok() : [[s]];
  const awal = petak.tempat(pilihan.flat().find(Boolean) ?? s);
  let blok = bacaKlip(html, teks);
  // One value fills everything that is selected.
  if (blok.length === 1 && blok[0].length === 1) blok = pilihan.map((baris) => baris.map(() => blok[0][0]));
  const medan = (i, j) => {
    const t = petak.calon(awal.b + i, awal.k + j);
    if (!t || t.hidden) return null;
    const { persen, desimal } = t.dataset;
    return { angka: Boolean(t.inputMode), persen: persen === undefined ? null : persen === "1", desimal: desimal ? Number(desimal) : null };
  };
  const jawaban = {};
  const kini = () => susun(blok, medan, jawaban);
  const hasil = kini();
  const tulis = (h) => {
    const kena = h.tulis.map((t) => [petak.barisKe(awal.b + t.i)?.[awal.k + t.j], t.teks]).filter(([t]) => t);
    for (const [t, isi] of kena) isiSel(t, isi);
    petak.selesai(kena.map(([t]) => t));
    const lewat = h.lewat.length + h.gagal.length;
    petak.kabar(`${kena.length} isian ditempel.${lewat ? ` ${lewat} sel dilewati.` : ""}`);
  };
  if (!hasil.tanya.length && !hasil.lewat.length && !hasil.gagal.length) tulis(hasil);
  else tunjukkan(petak, awal, kini, jawaban, tulis);
}

function tunjukkan(petak, awal, kini, jawaban, tulis) {
  const d = buat("dialog", { className: "dialog-petak" });
  d.setAttribute("aria-labelledby", "judul-tempel");
  const form = buat("form", { method: "dialog" });
  const hasil = buat("div", {});
  const pesan = buat("p", { className: "pesan salah" });
  pesan.setAttribute("role", "alert");
  const lanjut = buat("button", { className: "tombol", type: "submit" });
  const batal = buat("button", { className: "tombol tipis", type: "button", textContent: "Batal" });
  const deret = buat("div", { className: "tombol-deret" });
  deret.append(lanjut, batal);
  const nama = (t) => petak.calon(awal.b + t.i, awal.k + t.j)?.getAttribute("aria-label") ?? "di luar petak";
  const gambar = () => {
    const h = kini();
    hasil.replaceChildren(tabel(h.tulis, nama), ...daftar("Dilewati", h.lewat, nama), ...daftar("Tidak terbaca, tidak ditulis", h.gagal, nama));
    lanjut.textContent = h.tanya.every((t) => t.jawaban) ? `Tempel ${h.tulis.length} isian` : "Tempel";
    return h;
  };
  form.append(buat("h2", { id: "judul-tempel", textContent: "Periksa sebelum ditempel" }), ...kini().tanya.map((t) => pertanyaan(t, jawaban, gambar)), hasil, pesan, deret);
  d.append(form);
  form.addEventListener("submit", (ev) => {
    ev.preventDefault();
    const h = gambar();
    const kurang = h.tanya.find((t) => !t.jawaban);
    if (kurang) {
      pesan.textContent = "Jawab dahulu pertanyaan di atas: tanpa itu angkanya dapat berarti dua.";
      form.elements[kurang.kunci]?.[0]?.focus();
      return;
    }
    d.close();
    tulis(h);
  });
  batal.addEventListener("click", () => d.close());
  petak.ditahan += 1;
  d.addEventListener("close", () => {
    petak.ditahan -= 1;
    d.remove();
  });
  gambar();
  document.body.append(d);
  d.showModal();
}

function pertanyaan(t, jawaban, gambar) {
  const [judul, pilihan] = TANYA[t.jenis];
  const kotak = buat("fieldset", {});
  kotak.append(buat("legend", { textContent: `${judul}: ${t.contoh.join("; ")}${t.kena > t.contoh.length ? "; …" : ""}` }));
  if (t.jawaban) jawaban[t.kunci] ??= t.jawaban;
  for (const [nilai, teks] of Object.entries(pilihan)) {
    const radio = buat("input", { type: "radio", name: t.kunci, value: nilai, checked: t.jawaban === nilai });
    radio.addEventListener("change", () => {
      jawaban[t.kunci] = nilai;
      gambar();
    });
    const label = buat("label", {});
    label.append(radio, ` ${teks}`);
    kotak.append(label);
  }
  return kotak;
}

function tabel(tulis, nama) {
  const t = buat("table", {});
  t.append(buat("caption", { textContent: "Yang akan ditulis" }));
  const kepala = t.createTHead().insertRow();
  for (const teks of ["Isian", "Di papan klip", "Ditulis"]) kepala.append(buat("th", { textContent: teks, scope: "col" }));
  const tubuh = t.createTBody();
  for (const satu of tulis.slice(0, TERBANYAK)) {
    const tr = tubuh.insertRow();
    for (const teks of [nama(satu), satu.tampak || "kosong", satu.teks || "kosong"]) tr.insertCell().textContent = teks;
  }
  const gulir = buat("div", { className: "gulir", tabIndex: 0 });
  gulir.setAttribute("role", "group");
  gulir.setAttribute("aria-label", "Yang akan ditulis");
  gulir.append(t, tulis.length > TERBANYAK ? `dan ${tulis.length - TERBANYAK} isian lain` : "");
  return gulir;
}

function daftar(judul, isi, nama) {
  if (!isi.length) return [];
  const ul = buat("ul", {});
  for (const t of isi.slice(0, TERBANYAK)) ul.append(buat("li", { textContent: `${nama(t)}: ${t.tampak} (${t.sebab})` }));
  return [buat("h3", { textContent: `${judul}: ${isi.length}` }), ul];
}

function buat(nama, isi) {
  return Object.assign(document.createElement(nama), isi);
}
