// What all grids share: coordinates, keyboard, paste, the save queue, messages.

export const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

const jam = () => new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });
const semua = new Set();

export class Petak {
  constructor(el) {
    this.el = el;
    this.antre = new Map();
    this.galat = new Map();
    this.sibuk = false;
    this.jeda = 1000;
    if (!("buka" in el.dataset)) return;
    semua.add(this);
    for (const s of this.sel()) s.dataset.tersimpan = s.value;
    el.addEventListener("focusin", (ev) => this.#masuk(ev));
    el.addEventListener("focusout", (ev) => this.milik(ev.target) && this.tinggalkan(ev.target));
    el.addEventListener("keydown", (ev) => this.milik(ev.target) && this.#tombol(ev));
    el.addEventListener("paste", (ev) => this.milik(ev.target) && this.#tempel(ev));
    el.addEventListener("input", (ev) => this.milik(ev.target) && this.ketik(ev.target));
  }

  milik(s) {
    return s.matches?.("[data-sel]") && s.closest("[data-petak]") === this.el;
  }

  sel() {
    return [...this.el.querySelectorAll("[data-sel]")].filter((s) => s.closest("[data-petak]") === this.el);
  }

  // Rows of fields that can be written, in the order in which they stand.
  matriks() {
    const baris = [...this.el.querySelectorAll("[data-baris]")].filter((b) => b.closest("[data-petak]") === this.el);
    return baris.map((b) => [...b.querySelectorAll("[data-sel]")].filter((s) => s.closest("[data-petak]") === this.el));
  }

  tempat(s) {
    const m = this.matriks();
    const b = m.findIndex((baris) => baris.includes(s));
    return { m, b, k: b < 0 ? -1 : m[b].indexOf(s) };
  }

  #masuk(ev) {
    if (this.milik(ev.target) && ev.target.select) ev.target.select();
  }

  #pindah(s, db, dk) {
    const { m, b, k } = this.tempat(s);
    let baris = b + db;
    let kolom = k + dk;
    if (dk && (kolom < 0 || kolom >= m[b].length)) {
      baris += dk;
      kolom = dk > 0 ? 0 : (m[baris]?.length ?? 1) - 1;
    }
    for (; m[baris]; baris += db || dk) {
      const tujuan = m[baris][kolom];
      if (tujuan && !tujuan.hidden) {
        tujuan.focus();
        return true;
      }
    }
    return false;
  }

  #tombol(ev) {
    const s = ev.target;
    const pilih = s.tagName === "SELECT";
    const awal = pilih || (s.selectionStart === 0 && (s.selectionEnd === 0 || s.selectionEnd === s.value.length));
    const akhir = pilih || (s.selectionEnd === s.value.length && (s.selectionStart === s.value.length || s.selectionStart === 0));
    if (ev.ctrlKey || ev.altKey || ev.metaKey) return;
    let habis = true;
    if (ev.key === "Enter") habis = this.#pindah(s, ev.shiftKey ? -1 : 1, 0) || this.tegaskan(s) || true;
    else if (ev.key === "ArrowDown" && !pilih) habis = this.#pindah(s, 1, 0);
    else if (ev.key === "ArrowUp" && !pilih) habis = this.#pindah(s, -1, 0);
    else if (ev.key === "ArrowLeft" && awal) habis = this.#pindah(s, 0, -1);
    else if (ev.key === "ArrowRight" && akhir) habis = this.#pindah(s, 0, 1);
    else if (ev.key === "F2" && !pilih) s.setSelectionRange(s.value.length, s.value.length);
    else if (ev.key === "Escape") this.batal(s);
    else habis = false;
    if (habis) ev.preventDefault();
  }

  #tempel(ev) {
    const teks = ev.clipboardData?.getData("text/plain") ?? "";
    const blok = bacaBlok(teks);
    if (blok.length <= 1 && (blok[0]?.length ?? 0) <= 1) return;
    ev.preventDefault();
    this.tempelBlok(ev.target, blok);
  }

  // Lands in exactly the cells of the block, from the focused one to the right and down.
  tempelBlok(s, blok) {
    const { b, k } = this.tempat(s);
    let luar = 0;
    const kena = [];
    blok.forEach((isi, i) => {
      const baris = this.barisKe(b + i);
      isi.forEach((teks, j) => {
        const tujuan = baris?.[k + j];
        if (!tujuan || tujuan.hidden) {
          if (teks.trim() !== "") luar += 1;
          return;
        }
        isiSel(tujuan, teks);
        kena.push(tujuan);
      });
    });
    for (const t of kena) this.ketik(t);
    this.simpanBanyak(kena);
    this.kabar(`${kena.length} isian ditempel.` + (luar ? ` ${luar} sel di luar petak atau terhitung otomatis dilewati.` : ""));
  }

  barisKe(i) {
    return this.matriks()[i];
  }

  ketik(s) {
    delete s.dataset.ditolak;
    if (berubah(s)) this.tandai(s, "belum", "belum tersimpan");
    simpanDraf();
  }

  batal(s) {
    delete s.dataset.ditolak;
    isiSel(s, s.dataset.tersimpan ?? "");
    this.antre.delete(s);
    this.tandai(s, "", "");
    simpanDraf();
    s.select?.();
  }

  // What was refused is not sent again until it is written anew.
  tinggalkan(s) {
    if (berubah(s) && s.dataset.ditolak !== s.value) this.simpanBanyak([s]);
  }

  // Enter where there is nothing below: the field is done though the focus stays.
  tegaskan(s) {
    this.tinggalkan(s);
  }

  simpanBanyak() {}

  async kirim(url, isi) {
    const jawab = await fetch(url, {
      method: "POST",
      credentials: "same-origin",
      headers: { "Content-Type": "application/json", "X-CSRFToken": csrf(), Accept: "application/json" },
      body: JSON.stringify(isi),
    });
    const json = (jawab.headers.get("content-type") ?? "").includes("json");
    if (jawab.redirected || jawab.status === 403 || jawab.status === 401)
      throw new Tertahan("Sesi Anda sudah berakhir. Masuk kembali di tab lain, lalu ubah atau tinggalkan isian ini sekali lagi.");
    if (!json) throw new Tertahan("Peladen sedang bermasalah. Isian Anda tetap di sini dan akan dicoba lagi.");
    const hasil = await jawab.json();
    if (!jawab.ok) throw new Tertahan(hasil.pesan ?? "Kiriman ditolak. Muat ulang halaman lalu coba lagi.");
    return hasil;
  }

  // One message beside the field, the same words in the summary.
  tandai(s, keadaan, pesan, pilihan = []) {
    const ket = this.keterangan(s);
    s.classList.toggle("salah", keadaan === "salah");
    s.classList.toggle("belum", keadaan === "belum" || keadaan === "simpan");
    if (keadaan === "salah") s.setAttribute("aria-invalid", "true");
    else s.removeAttribute("aria-invalid");
    if (ket) {
      ket.className = `simpan pesan-medan ${keadaan}`;
      ket.replaceChildren(document.createTextNode(pesan));
      for (const p of pilihan) {
        const t = document.createElement("button");
        t.type = "button";
        t.className = "pilih";
        t.textContent = p.label;
        t.addEventListener("click", () => p.lakukan());
        ket.append(" ", t);
      }
    }
    // While it is being saved again the fault stays listed: a link must not vanish under the pointer.
    if (keadaan === "salah") this.galat.set(s, pesan);
    else if (keadaan !== "simpan") this.galat.delete(s);
    ringkasan();
  }

  keterangan(s) {
    return document.getElementById(s.getAttribute("aria-describedby") ?? "");
  }

  kabar(teks) {
    const el = document.getElementById("keadaan-simpan");
    if (el) el.textContent = teks;
  }

  tersimpan() {
    const salah = [...semua].reduce((n, p) => n + p.galat.size, 0);
    if (salah) this.kabar(`${salah} isian belum tersimpan; lihat daftar di atas.`);
    else if (![...semua].some((p) => p.antre.size || p.sibuk)) this.kabar(`Semua perubahan tersimpan · ${jam()}`);
  }
}

export class Tertahan extends Error {}

export const jamKini = jam;

export function berubah(s) {
  return s.value !== (s.dataset.tersimpan ?? "");
}

export function isiSel(s, teks) {
  const bersih = teks.replace(/[\u00a0\u202f]/g, " ").trim();
  if (s.tagName !== "SELECT") {
    s.value = bersih;
    return;
  }
  const cocok = [...s.options].find((o) => [o.value, o.textContent].some((t) => t.trim().toLowerCase() === bersih.toLowerCase()));
  s.value = cocok ? cocok.value : "";
}

// Tab-separated text as spreadsheets give it: quoted cells may hold line breaks; the last line break is no row.
export function bacaBlok(teks) {
  const baris = [[]];
  let sel = "";
  let kutip = false;
  for (let i = 0; i < teks.length; i += 1) {
    const c = teks[i];
    if (kutip) {
      if (c === '"' && teks[i + 1] === '"') {
        sel += '"';
        i += 1;
      } else if (c === '"') kutip = false;
      else sel += c;
    } else if (c === '"' && sel === "") kutip = true;
    else if (c === "\t") {
      baris.at(-1).push(sel);
      sel = "";
    } else if (c === "\n" || c === "\r") {
      if (c === "\r" && teks[i + 1] === "\n") i += 1;
      baris.at(-1).push(sel);
      sel = "";
      if (i < teks.length - 1) baris.push([]);
    } else sel += c;
  }
  if (sel !== "" || (baris.at(-1).length === 0 && teks !== "")) baris.at(-1).push(sel);
  return baris.filter((b) => b.length);
}

let tertulis = "";

function ringkasan() {
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

// What is typed but not yet saved survives a reload of this tab.
const kunciDraf = () => {
  const utama = document.querySelector("[data-pengguna]");
  return utama ? `lakin:${utama.dataset.pengguna}:${location.pathname}` : "";
};

export function simpanDraf() {
  const kunci = kunciDraf();
  if (!kunci) return;
  const draf = {};
  for (const p of semua) for (const s of p.sel()) if (s.id && berubah(s)) draf[s.id] = s.value;
  if (Object.keys(draf).length) sessionStorage.setItem(kunci, JSON.stringify(draf));
  else sessionStorage.removeItem(kunci);
}

export function pulihkanDraf(petak) {
  const draf = JSON.parse(sessionStorage.getItem(kunciDraf()) ?? "{}");
  const kena = petak.sel().filter((s) => s.id in draf);
  for (const s of kena) {
    s.value = draf[s.id];
    petak.ketik(s);
  }
  if (kena.length) petak.simpanBanyak(kena);
}

addEventListener("beforeunload", (ev) => {
  if ([...semua].some((p) => p.antre.size || p.sibuk)) ev.preventDefault();
});
addEventListener("online", () => {
  for (const p of semua) p.dorong?.();
});
