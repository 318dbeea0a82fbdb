// What the grids of a page say together: the summary of faults, the line at the foot, whether anything is unsent.

export const semua = new Set();

export const jamKini = () => new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });

export function kabar(teks) {
  const el = document.getElementById("keadaan-simpan");
  if (el) el.textContent = teks;
}

export function kabarTersimpan() {
  const salah = [...semua].reduce((n, p) => n + p.galat.size, 0);
  if (salah) kabar(`${salah} isian belum tersimpan; lihat daftar di atas.`);
  else if (!tertunda()) kabar(`Semua perubahan tersimpan · ${jamKini()}`);
}

export const tertunda = () => [...semua].some((p) => p.antre.size || p.sibuk);

let tertulis = "";

// A link of the summary must not vanish under the pointer: it is written anew only when it says something else.
export function ringkasan() {
  const kotak = document.getElementById("ringkasan-galat");
  if (!kotak) return;
  const salah = [...semua].flatMap((p) => [...p.galat]).filter(([s]) => s.isConnected);
  const kini = JSON.stringify(salah.map(([s, pesan]) => [s.id, pesan]));
  if (kini === tertulis && salah.every(([s]) => s.id)) return;
  const butir = [];
  for (const [s, pesan] of salah) {
    if (!s.id) s.id = `isian-${Math.random().toString(36).slice(2)}`;
    const a = document.createElement("a");
    a.href = `#${encodeURIComponent(s.id)}`;
    a.textContent = `${s.getAttribute("aria-label")}: ${pesan}`;
    const li = document.createElement("li");
    li.append(a);
    butir.push(li);
  }
  tertulis = JSON.stringify(salah.map(([s, pesan]) => [s.id, pesan]));
  kotak.querySelector("ul").replaceChildren(...butir);
  kotak.hidden = butir.length === 0;
}

addEventListener("beforeunload", (ev) => {
  if (tertunda()) ev.preventDefault();
});
addEventListener("online", () => {
  for (const p of semua) {
    p.jeda = 1000;
    p.dorong?.();
  }
});
