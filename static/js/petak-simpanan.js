// What is typed but not yet acknowledged, kept in this browser for its user: it outlives a killed tab, a lost line
// and an expired session. Each tab writes its own part and holds a lock as long as it lives; what a dead tab left is
// taken over by one other tab, with the same keys, so that nothing is written twice.

const AWAL = "lakin:isian:";
const UMUR = 7 * 24 * 60 * 60 * 1000;

export const kunciBaru = () => crypto.randomUUID?.() ?? Array.from(crypto.getRandomValues(new Uint8Array(16)), (b) => b.toString(16).padStart(2, "0")).join("");

class Simpanan {
  #akan = false;

  constructor(pengguna) {
    this.pangkal = `${AWAL}${pengguna}:${location.pathname}:`;
    this.kunci = this.pangkal + kunciBaru();
    this.isi = {};
    this.pendengar = new Set();
    navigator.locks?.request(this.kunci, () => new Promise(() => {}));
    buangLama();
    for (const k of kunciBerawalan(this.pangkal)) {
      if (navigator.locks) navigator.locks.request(k, () => this.#warisi(k));
      else this.#warisi(k);
    }
  }

  // First kept under our own name, then taken from the other's: killed in between, it stands twice, never nowhere.
  #warisi(kunci) {
    if (kunci === this.kunci) return;
    const lama = baca(kunci);
    const baru = Object.keys(lama).filter((id) => !(id in this.isi));
    for (const id of baru) this.isi[id] = lama[id];
    this.#simpan();
    localStorage.removeItem(kunci);
    if (baru.length) for (const p of this.pendengar) p(baru);
  }

  // Told of everything that was left, now and later.
  dengar(lakukan) {
    this.pendengar.add(lakukan);
    const ada = Object.keys(this.isi);
    if (ada.length) lakukan(ada);
  }

  ambil(id) {
    return this.isi[id];
  }

  taruh(id, catatan) {
    this.isi[id] = { ...catatan, pada: Date.now() };
    this.#tulis();
  }

  hapus(id) {
    if (!(id in this.isi)) return;
    delete this.isi[id];
    this.#tulis();
  }

  // Many fields changed by one act are written once, before the browser does anything else.
  #tulis() {
    if (this.#akan) return;
    this.#akan = true;
    queueMicrotask(() => {
      this.#akan = false;
      this.#simpan();
    });
  }

  #simpan() {
    try {
      if (Object.keys(this.isi).length) localStorage.setItem(this.kunci, JSON.stringify(this.isi));
      else localStorage.removeItem(this.kunci);
    } catch {
      // A full or forbidden store: the page itself still holds everything.
    }
  }
}

function baca(kunci) {
  try {
    const isi = JSON.parse(localStorage.getItem(kunci) ?? "{}");
    return Object.fromEntries(Object.entries(isi).filter(([, c]) => c.pada > Date.now() - UMUR));
  } catch {
    return {};
  }
}

function kunciBerawalan(awal) {
  try {
    return Object.keys(localStorage).filter((k) => k.startsWith(awal));
  } catch {
    return [];
  }
}

function buangLama() {
  for (const k of kunciBerawalan(AWAL)) if (!Object.keys(baca(k)).length) localStorage.removeItem(k);
}

let satu = null;

export function simpanan() {
  satu ??= new Simpanan(document.querySelector("[data-pengguna]")?.dataset.pengguna ?? "");
  return satu;
}
