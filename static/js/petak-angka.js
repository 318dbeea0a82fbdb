// Numbers as people paste them. The server (lakin/angka/baca.py) is the judge; this reads as it does, so that
// a doubt can be asked before anything is written. A number is { minus, bulat, pecahan }: digits, never a float.

const TAK_TAMPAK = /[\u200b-\u200f\u2060\ufeff\u00ad]/g;
const MINUS = /[\u2212\u2010-\u2014\ufe63\uff0d]/g;
const BENTUK = /^([+-]?) ?(rp\.?)? ?([+-]?) ?(\(?) ?(rp\.?)? ?([^()%+-]*?)([,.]-)? ?(%?) ?(\)?) ?(%?)$/i;
const RIBUAN = /^[1-9]\d{0,2}(?:[., ]\d{3})+$/;
const NA = new Set(["n/a", "na", "n.a", "n.a."]);

export const bersihkan = (teks) => teks.replace(TAK_TAMPAK, "").replace(MINUS, "-").replace(/\s+/g, " ").trim();

const salah = (pesan) => ({ jenis: "salah", pesan });
const SALAH = "tidak dapat dibaca sebagai satu angka";

// Answers { jenis: kosong | na | galat | salah | ganda | angka }; "ganda" is one mark that may group or divide.
export function baca(teks, desimal = null) {
  const b = bersihkan(teks);
  if (b.length > 100) return salah("terlalu panjang untuk sebuah angka");
  if (b === "" || b === "-") return { jenis: "kosong" };
  if (NA.has(b.toLowerCase())) return { jenis: "na" };
  if (b[0] === "#") return { jenis: "galat", pesan: b.replaceAll("#", "") ? `sel berisi kesalahan ${b}` : "kolom asalnya terlalu sempit" };
  const m = b[0] === "=" ? null : BENTUK.exec(b);
  if (!m) return salah(SALAH);
  const [, tanda, rp, tandaRp, buka, rpKurung, badan, tanpaSen, persen, tutup, persenLuar] = m;
  const hias = [tanda, tandaRp, buka].filter(Boolean).length <= 1 && [rp, rpKurung, persen, persenLuar].filter(Boolean).length <= 1;
  if (!hias || Boolean(buka) !== Boolean(tutup) || !/^[\d., ]*\d[\d., ]*$/.test(badan)) return salah(SALAH);
  const minus = Boolean(buka) || tanda === "-" || tandaRp === "-";
  const ikut = { minus, persen: Boolean(persen || persenLuar) };
  if (!tanpaSen && ganda(badan)) {
    const [depan, belakang] = badan.split(/[.,]/);
    const ribuan = { ...ikut, jenis: "angka", bulat: depan + belakang, pecahan: "" };
    const pecahan = { ...ikut, jenis: "angka", bulat: depan, pecahan: belakang };
    return desimal === 0 ? ribuan : { jenis: "ganda", tanda: badan[depan.length], ribuan, pecahan, persen: ikut.persen };
  }
  const pisah = tanpaSen ? [badan, "", ""] : pisahkan(badan);
  if (!pisah) return salah("ada lebih dari satu tanda desimal");
  return periksa(pisah, ikut, desimal);
}

function periksa([bulat, pecahan, koma], ikut, desimal) {
  if (koma && !/^\d+$/.test(pecahan)) return salah("angkanya belum lengkap atau terputus spasi");
  const tanda = new Set(bulat.match(/[., ]/g));
  if (!/^\d*$/.test(bulat) && !(RIBUAN.test(bulat) && tanda.size === 1)) return salah("pengelompokan ribuannya salah");
  const angka = { ...ikut, jenis: "angka", bulat: bulat.replace(/[., ]/g, "").replace(/^0+(?=\d)/, "") || "0", pecahan, koma, kelompok: [...tanda][0] ?? "" };
  return wajar(angka, desimal) ?? angka;
}

function wajar(a, desimal) {
  if (a.bulat.length > 18) return salah("terlalu panjang: paling banyak 18 angka di depan koma");
  if (a.pecahan.length > 10) return salah("terlalu rinci: paling banyak 10 angka di belakang koma");
  if (desimal === 0 && /[1-9]/.test(a.pecahan)) return salah("isian ini bilangan bulat");
  return undefined;
}

function ganda(badan) {
  return /^[1-9]\d{0,2}[.,]\d{3}$/.test(badan);
}

function pisahkan(badan) {
  const tanda = badan.match(/[.,]/g) ?? [];
  const akhir = tanda.at(-1);
  if (!akhir) return [badan, "", ""];
  if (tanda.filter((t) => t === akhir).length > 1)
    return new Set(tanda).size === 1 && (akhir === "." || RIBUAN.test(badan)) ? [badan, "", ""] : null;
  const di = badan.lastIndexOf(akhir);
  return [badan.slice(0, di), badan.slice(di + 1), akhir];
}

// The value that a spreadsheet keeps behind what it shows: '1234.5', '4.5E-2', with its 15 true digits.
export function dariMesin(teks) {
  let t = String(teks).trim();
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(t)) return null;
  if (/e/i.test(t) || t.replace(/^[-+0.]+|\D/g, "").length > 15) t = Number(t).toPrecision(15);
  const [, minus, depan, belakang = "", pangkat = "0"] = /^([+-]?)(\d*)\.?(\d*)(?:e([+-]?\d+))?$/i.exec(t);
  const a = geser({ jenis: "angka", minus: minus === "-", bulat: depan || "0", pecahan: belakang }, Number(pangkat));
  return { ...a, ...singkat(a.bulat, a.pecahan) };
}

// A computed cell has more digits than a field takes: 10 decimals, half up.
function singkat(bulat, pecahan) {
  if (pecahan.length > 10) {
    const utuh = String(BigInt(bulat + pecahan.slice(0, 10)) + (pecahan[10] >= "5" ? 1n : 0n)).padStart(11, "0");
    [bulat, pecahan] = [utuh.slice(0, -10), utuh.slice(-10)];
  }
  return { bulat, pecahan: pecahan.replace(/0+$/, "") };
}

// Moves the decimal mark: 0,45 by two places is 45.
export function geser(a, banyak) {
  let { bulat, pecahan } = a;
  for (let i = 0; i < banyak; i += 1) [bulat, pecahan] = [bulat + (pecahan[0] ?? "0"), pecahan.slice(1)];
  for (let i = 0; i > banyak; i -= 1) [bulat, pecahan] = [bulat.slice(0, -1) || "0", (bulat.at(-1) ?? "0") + pecahan];
  return { ...a, bulat: bulat.replace(/^0+(?=\d)/, ""), pecahan: banyak ? pecahan.replace(/0+$/, "") : pecahan };
}

// Written so that the server reads it back without asking: 1,234 becomes 1,2340, thousands carry no mark.
export function tulis(a, desimal = null) {
  const galat = wajar(a, desimal);
  if (galat) return galat;
  const pecahan = desimal === 0 ? "" : ganda(`${a.bulat},${a.pecahan}`) ? `${a.pecahan}0` : a.pecahan;
  const nol = !/[1-9]/.test(a.bulat + pecahan);
  return { teks: `${a.minus && !nol ? "-" : ""}${a.bulat}${pecahan ? `,${pecahan}` : ""}` };
}

// Compares only; nothing that is written comes from it.
export const kira = (a) => (a.minus ? -1 : 1) * Number(`${a.bulat || 0}.${a.pecahan || 0}`);
