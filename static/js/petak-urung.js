// Undo and redo of what was written: one step is a field, a pasted block, a filled or cleared selection.
// Undone after it was saved, a step is a new write with the version that is known by then.

const acuan = new WeakMap();
const lalu = [];
const kelak = [];

export const pegang = (s) => acuan.set(s, s.value);

const terakhir = (s) => acuan.get(s) ?? s.dataset.tersimpan ?? "";

export const sedangDiketik = (s) => s.value !== terakhir(s);

export function catat(petak, sel) {
  const ubah = sel.filter(sedangDiketik).map((s) => ({ s, dari: terakhir(s), ke: s.value }));
  sel.forEach(pegang);
  if (!ubah.length) return;
  lalu.push({ petak, ubah });
  if (lalu.length > 200) lalu.shift();
  kelak.length = 0;
}

export const urungkan = () => jalankan(lalu, kelak, "dari", "diurungkan");
export const ulangi = () => jalankan(kelak, lalu, "ke", "diulangi");

function jalankan(asal, tujuan, arah, kata) {
  const langkah = asal.pop();
  if (!langkah) return "Tidak ada perubahan yang dapat " + kata + ".";
  tujuan.push(langkah);
  const { petak } = langkah;
  const ubah = langkah.ubah.filter(({ s }) => s.isConnected);
  for (const u of ubah) {
    u.s.value = u[arah];
    pegang(u.s);
    petak.ketik(u.s);
  }
  petak.simpanBanyak(ubah.map(({ s }) => s), true);
  const awal = ubah.find(({ s }) => !s.hidden)?.s;
  awal?.focus();
  awal?.select?.();
  return `${ubah.length} isian ${kata}.`;
}
