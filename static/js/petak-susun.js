// From a block of the clipboard to what would be written: what is sure, what is asked once for a column, what is left out.
// Pure. `medan(i, j)` says what the cell below is: null where there is none to write in, else { angka, persen, desimal };
// persen is true or false where the unit of the cell is known. `jawaban` answers by "column:kind".
import { baca, bersihkan, geser, kira, tulis } from "./petak-angka.js";

export function susun(blok, medan, jawaban = {}) {
  const hasil = { tulis: [], lewat: [], gagal: [], tanya: [] };
  const lebar = Math.max(0, ...blok.map((b) => b.length));
  for (let j = 0; j < lebar; j += 1) kolom(blok, j, medan, jawaban, hasil);
  hasil.tulis.sort((a, b) => a.i - b.i || a.j - b.j);
  return hasil;
}

function kolom(blok, j, medan, jawaban, hasil) {
  const angka = [];
  blok.forEach((baris, i) => {
    const s = baris[j];
    if (!s || s.lewati) return;
    const m = medan(i, j);
    const letak = { i, j, tampak: bersihkan(s.tampak) };
    if (!m) {
      if (letak.tampak) hasil.lewat.push({ ...letak, sebab: "di luar petak atau dihitung otomatis" });
    } else if (!m.angka) hasil.tulis.push({ ...letak, teks: s.tampak });
    else angka.push({ ...letak, m, ...satu(s, m) });
  });
  const jawab = (jenis, kena, dugaan = "") => {
    if (!kena.length) return "";
    const kunci = `${j}:${jenis}`;
    hasil.tanya.push({ kolom: j, jenis, kunci, contoh: kena.slice(0, 4).map((s) => s.tampak), jawaban: jawaban[kunci] ?? dugaan, kena: kena.length });
    return jawaban[kunci] ?? dugaan;
  };
  tanda(angka, jawab);
  beda(angka, jawab);
  persen(angka, jawab);
  for (const s of angka) taruh(s, hasil);
}

// One cell on its own: the value behind it counts only where what is shown is a number too (a date has one as well).
function satu(s, m) {
  const b = baca(s.tampak, s.mesin ? null : m.desimal);
  const polos = bersihkan(s.tampak);
  const sempit = b.jenis === "galat" && !polos.replaceAll("#", "");
  const nol = polos === "-" || /^rp\.? ?-$/i.test(polos);
  const ilmiah = /^[+-]?[\d.,]+e[+-]?\d+$/i.test(polos);
  if (!s.mesin || !(b.jenis === "angka" || b.jenis === "ganda" || sempit || nol || ilmiah)) return { b };
  const isi = { ...s.mesin, persen: Boolean(b.persen) };
  const nilai = isi.persen ? { ...geser(isi, 2), persen: true } : isi;
  const terbaca = b.jenis === "ganda" ? [b.ribuan, b.pecahan] : b.jenis === "angka" ? [b] : [];
  const cocok = !terbaca.length || terbaca.some((a) => Math.abs(kira(a) - kira(nilai)) <= 0.500001 * 10 ** -a.pecahan.length);
  return { b: nilai, beda: cocok ? null : b };
}

// A point or a comma before three digits; also '3.61', where the mark is no Indonesian one.
function tanda(angka, jawab) {
  for (const [t, nama] of [[".", "titik"], [",", "koma"]]) {
    const polos = angka.filter((s) => s.b.jenis === "angka" && s.b.koma);
    const asing = t === "." ? polos.filter((s) => s.b.koma === "." && !s.b.kelompok && s.b.bulat !== "0") : [];
    const ganda = angka.filter((s) => s.b.jenis === "ganda" && s.b.tanda === t);
    const desimal = polos.some((s) => s.b.koma === t);
    const ribuan = angka.some((s) => s.b.kelompok === t) || polos.some((s) => s.b.koma !== t);
    const pilih = jawab(nama, [...ganda, ...asing], desimal === ribuan ? "" : desimal ? "desimal" : "ribuan");
    for (const s of ganda) s.b = pilih === "ribuan" ? s.b.ribuan : pilih === "desimal" ? s.b.pecahan : { jenis: "tunggu" };
    for (const s of asing) {
      if (pilih === "ribuan") s.b = { jenis: "salah", pesan: "titiknya bukan pemisah ribuan" };
      else if (!pilih) s.b = { jenis: "tunggu" };
    }
  }
}

function beda(angka, jawab) {
  const kena = angka.filter((s) => s.beda);
  const pilih = jawab("beda", kena);
  for (const s of kena) {
    if (pilih === "tampak") s.b = s.beda.jenis === "ganda" ? s.beda.ribuan : s.beda;
    else if (pilih !== "isi") s.b = { jenis: "tunggu" };
  }
}

// '45%' where the unit is no percent; fractions where it is.
function persen(angka, jawab) {
  const berangka = angka.filter((s) => s.b.jenis === "angka");
  const bertanda = berangka.filter((s) => s.m.persen === false && s.b.persen);
  const ubah = jawab("persen", bertanda);
  for (const s of bertanda) s.b = ubah === "pecahan" ? geser(s.b, -2) : ubah === "angka" ? s.b : { jenis: "tunggu" };

  const tanpa = berangka.filter((s) => s.m.persen === true && !s.b.persen && kira(s.b) !== 0);
  const kecil = tanpa.length && tanpa.every((s) => Math.abs(kira(s.b)) <= 1) ? tanpa : [];
  const kali = jawab("pecahan", kecil);
  for (const s of kecil) s.b = kali === "kali" ? geser(s.b, 2) : kali === "tetap" ? s.b : { jenis: "tunggu" };
}

function taruh(s, hasil) {
  const letak = { i: s.i, j: s.j, tampak: s.tampak };
  const { b } = s;
  if (b.jenis === "kosong") hasil.tulis.push({ ...letak, teks: "" });
  else if (b.jenis === "na") hasil.tulis.push({ ...letak, teks: "N/A" });
  else if (b.jenis === "galat") hasil.lewat.push({ ...letak, sebab: b.pesan });
  else if (b.jenis === "salah") hasil.gagal.push({ ...letak, sebab: b.pesan });
  else if (b.jenis === "angka") {
    const t = tulis(b, s.m.desimal);
    if (t.pesan) hasil.gagal.push({ ...letak, sebab: t.pesan });
    else hasil.tulis.push({ ...letak, teks: t.teks });
  }
}

