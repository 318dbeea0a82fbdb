// Raw rows of a formula: a row is saved as a whole when it is left or when all of it is there.
import { Petak, berubah, isiSel } from "./petak-inti.js";
import { Tertahan } from "./petak-kirim.js";
import { jamKini } from "./petak-pesan.js";
import { perbaruiRingkas } from "./petak-sel.js";
import { kunciBaru, simpanan } from "./petak-simpanan.js";

export class PetakBaris extends Petak {
  constructor(el) {
    super(el);
    this.tubuh = el.querySelector("tbody");
    this.jawaban = 0; // acts that the server has answered
    this.dikirim = 0; // acts beside the queue that it has not
    if (!("buka" in el.dataset)) return;
    this.simpanan = simpanan();
    this.#sediakan();
    this.simpanan.dengar((ids) => this.#pulihkan(ids));
    el.addEventListener("click", (ev) => this.#klik(ev));
    el.addEventListener("change", (ev) => {
      if (ev.target.matches("select[data-sel]")) this.ketik(ev.target);
    });
  }

  // There is always one empty row to write in, unless the formula fixes its rows.
  #sediakan() {
    const akhir = this.tubuh.lastElementChild;
    if (akhir && akhir.dataset.urut === "" && [...akhir.querySelectorAll("[data-sel]")].every((s) => s.value === "")) return;
    this.#tambah();
  }

  get menunggu() {
    return this.sibuk || this.dikirim > 0;
  }

  // Somebody is at work here, or something of it is not stored yet.
  get dipakai() {
    return this.menunggu || this.ditahan > 0 || this.antre.size > 0 || this.el.contains(document.activeElement) || this.sel().some(berubah);
  }

  // Whether the rows that have changed stand here as they are stored: then it was us. A row that is gone has version 0.
  tahu(versi) {
    const baris = new Map([...(this.tubuh?.children ?? [])].map((b) => [b.dataset.urut, Number(b.dataset.versi)]));
    return Object.entries(versi).every(([urut, v]) => (v ? baris.get(urut) >= v : !baris.has(urut)));
  }

  // Once nobody is at work here any more.
  nanti(lakukan) {
    this.kabar(`Data dasar ${this.el.dataset.kode} diubah orang lain; yang baru tampil sesudah Anda selesai di sini.`);
    clearInterval(this.menanti);
    this.menanti = setInterval(() => {
      if (this.dipakai) return;
      clearInterval(this.menanti);
      if (this.el.isConnected) lakukan();
    }, 500);
  }

  barisKe(i) {
    while (!this.matriks()[i]) {
      const sebelum = this.tubuh.children.length;
      this.#tambah();
      if (this.tubuh.children.length === sebelum) return undefined;
    }
    return this.matriks()[i];
  }

  // Rows beyond the last are like the empty one at the end.
  calon(b, k) {
    const m = this.matriks();
    return (m[b] ?? (this.el.querySelector("template[data-baris-baru]") ? m.at(-1) : []))?.[k];
  }

  #tambah() {
    const pola = this.el.querySelector("template[data-baris-baru]");
    if (!pola) return;
    this.tubuh.append(pola.content.cloneNode(true));
    for (const s of this.tubuh.lastElementChild.querySelectorAll("[data-sel]")) s.dataset.tersimpan = "";
  }

  tinggalkan(s) {
    const baris = s.closest("[data-baris]");
    // Wait for the focus to land: moving inside the row does not save a half-written row.
    setTimeout(() => {
      const tetapDiBaris = baris.contains(document.activeElement);
      if (berubahBaris(baris) && baris.dataset.ditolak !== jejakBaris(baris) && (!tetapDiBaris || baris.dataset.urut !== "")) this.simpanBanyak([s]);
    }, 0);
  }

  tegaskan(s) {
    if (s.closest("[data-baris]").dataset.ditolak !== jejakBaris(s.closest("[data-baris]"))) this.simpanBanyak([s]);
  }

  // A fault stands under its own field; the state of the row stands at its end.
  keterangan(s) {
    let ket = s.parentElement.querySelector(".pesan-medan");
    if (!ket) {
      ket = document.createElement("span");
      ket.id = `ket-${Math.random().toString(36).slice(2)}`;
      s.after(ket);
      s.setAttribute("aria-describedby", ket.id);
    }
    return ket;
  }

  ketik(s) {
    delete s.dataset.ditolak;
    const baris = s.closest("[data-baris]");
    s.classList.toggle("belum", berubah(s));
    if (berubahBaris(baris)) {
      this.#catat(baris, false);
      this.#tulis(baris, "belum", "belum tersimpan");
    } else {
      if (!this.simpanan.ambil(this.#id(baris))?.terkirim) this.simpanan.hapus(this.#id(baris));
      this.#tulis(baris, "", "");
    }
  }

  // What is taken back is not kept for the next page either.
  batal(s) {
    super.batal(s);
    this.ketik(s);
  }

  #id(baris) {
    baris.dataset.simpanan ||= `baris:${this.el.dataset.kode}:${baris.dataset.urut || kunciBaru()}`;
    return baris.dataset.simpanan;
  }

  // The row as it will be sent; its key is made with it.
  #catat(baris, selesai) {
    const id = this.#id(baris);
    const ada = this.simpanan.ambil(id);
    const isi = isiBaris(baris);
    const sama = ada && JSON.stringify(ada.isi) === JSON.stringify(isi);
    this.simpanan.taruh(id, { ...ada, isi, kunci: sama ? ada.kunci : kunciBaru(), selesai });
  }

  // Undone to nothing, a row that was saved is deleted again.
  simpanBanyak(sel, urung = false) {
    for (const s of sel) {
      const baris = s.closest("[data-baris]");
      if (!berubahBaris(baris) && !this.simpanan.ambil(this.#id(baris))?.terkirim) continue;
      this.#catat(baris, true);
      if (urung && baris.dataset.urut !== "" && kosongBaris(baris)) baris.dataset.hapus = "";
      this.antre.set(baris, true);
      this.#tulis(baris, "simpan", "menyimpan…");
    }
    this.dorong();
  }

  async dorong() {
    if (this.sibuk || !this.antre.size) return;
    clearTimeout(this.ulang);
    this.sibuk = true;
    const kiriman = [...this.antre.keys()];
    const isi = kiriman.map((b, i) => ({ id: i, ...this.#kiriman(b) }));
    this.antre.clear();
    try {
      const jawab = await this.kirim(this.el.dataset.simpan, { baris: isi });
      this.jeda = 1000;
      this.jawaban += 1;
      jawab.baris.forEach((j, i) => this.#terima(kiriman[i], isi[i], j));
      this.#hasil(jawab.hasil_baris ?? {});
      perbaruiRingkas(jawab);
      this.#sediakan();
    } catch (galat) {
      for (const b of kiriman) {
        this.antre.set(b, true);
        this.#tulis(b, "belum", galat instanceof Tertahan ? galat.message : "belum tersimpan: sambungan terputus, dicoba lagi");
      }
      this.jeda = Math.min(this.jeda * 2, 15000);
      if (!galat.sesi) this.ulang = setTimeout(() => this.dorong(), this.jeda / 2);
    } finally {
      this.sibuk = false;
    }
    if (this.antre.size && this.jeda === 1000) this.dorong();
    else this.tersimpan();
  }

  #kiriman(baris) {
    const id = this.#id(baris);
    const catatan = this.simpanan.ambil(id) ?? { isi: isiBaris(baris), kunci: kunciBaru() };
    const terkirim = catatan.terkirim ?? { ...catatan.isi, kunci: catatan.kunci, ...("hapus" in baris.dataset ? { hapus: true } : {}) };
    this.simpanan.taruh(id, { ...catatan, terkirim });
    return terkirim;
  }

  #terima(baris, terkirim, j) {
    const sel = [...baris.querySelectorAll("[data-sel]")];
    for (const s of sel) if (this.galat.has(s)) this.tandai(s, "", "");
    this.simpanan.hapus(this.#id(baris));
    delete baris.dataset.hapus;
    if (j.ok && j.hapus) {
      // Empty again, like a row that was never saved: doing it again makes it anew.
      Object.assign(baris.dataset, { urut: "", baris: "", versi: "0", simpanan: "" });
      for (const s of sel) s.dataset.tersimpan = "";
      this.#tulis(baris, "", "");
      return;
    }
    if (j.ok) {
      const lanjut = JSON.stringify({ ...isiBaris(baris), urut: 0, versi: 0 }) !== JSON.stringify({ ...polos(terkirim), urut: 0, versi: 0 });
      baris.dataset.urut = j.urut;
      baris.dataset.baris = j.urut;
      baris.dataset.versi = j.versi;
      const hapus = baris.querySelector("[data-hapus]");
      if (hapus) hapus.hidden = false;
      for (const s of sel) {
        s.dataset.tersimpan = s.dataset.kolom === "berlaku" ? terkirim.tanggal : (terkirim.isi[s.dataset.kolom] ?? "");
        s.classList.remove("salah", "belum");
        s.removeAttribute("aria-invalid");
      }
      baris.dataset.simpanan = "";
      if (lanjut) {
        this.#catat(baris, !baris.contains(document.activeElement));
        if (!baris.contains(document.activeElement)) this.antre.set(baris, true);
        this.#tulis(baris, "belum", "belum tersimpan");
      } else this.#tulis(baris, "tersimpan", `tersimpan ${jamKini()}`);
      return;
    }
    this.#catat(baris, false); // the server keeps no refused rows: it stays here
    baris.dataset.ditolak = jejakBaris(baris);
    if (j.jenis === "bentrok") {
      this.tandai(sel[0], "salah", j.pesan, [
        { label: "Pakai isian saya", lakukan: () => ((baris.dataset.versi = j.versi), this.simpanBanyak([sel[0]])) },
        { label: "Muat isian tersimpan", lakukan: () => location.reload() },
      ]);
      return;
    }
    const medan = Object.entries(j.medan ?? {});
    for (const [kode, pesan] of medan) {
      const s = sel.find((x) => x.dataset.kolom === kode) ?? sel[0];
      this.tandai(s, "salah", pesan);
    }
    if (!medan.length) this.tandai(sel[0], "salah", j.pesan);
    this.#tulis(baris, "salah", "belum tersimpan");
  }

  // What an earlier page could not send: in the row that it was typed in, or in a new one.
  #pulihkan(ids) {
    if (!this.el.isConnected) return;
    const awal = `baris:${this.el.dataset.kode}:`;
    for (const id of ids.filter((i) => i.startsWith(awal))) {
      const catatan = this.simpanan.ambil(id);
      const { urut, isi, tanggal } = catatan.isi;
      const punya = [...this.tubuh.children].find((b) => b.dataset.urut === String(urut ?? ""));
      const baris = urut === null ? this.barisKe(this.matriks().findIndex((b) => b.every((s) => s.value === "")))?.[0]?.closest("[data-baris]") : punya;
      if (!baris) continue;
      baris.dataset.simpanan = id;
      for (const s of baris.querySelectorAll("[data-sel]")) s.value = (s.dataset.kolom === "berlaku" ? tanggal : isi[s.dataset.kolom]) ?? "";
      if (catatan.selesai || catatan.terkirim) this.antre.set(baris, true);
      this.#tulis(baris, "belum", "belum tersimpan");
      this.#sediakan();
    }
    this.dorong();
  }

  #hasil(hasil) {
    for (const baris of this.tubuh.children) {
      const sel = baris.querySelector('[data-isi="hasil"]');
      if (sel && baris.dataset.urut !== "") sel.textContent = hasil[baris.dataset.urut] ?? "";
    }
  }

  #tulis(baris, keadaan, pesan) {
    const ket = baris.querySelector(".keadaan-baris");
    ket.className = `simpan keadaan-baris ${keadaan}`;
    ket.textContent = pesan;
  }

  async #klik(ev) {
    const hapus = ev.target.closest("[data-hapus]");
    if (hapus) this.#hapus(hapus.closest("[data-baris]"));
    const kirim = ev.target.closest("[data-kirim-ganti]");
    const batal = ev.target.closest("[data-batal-ganti]");
    if (kirim || batal) this.#ganti(ev.target.closest("[data-ganti]"), Boolean(batal));
  }

  // An act beside the queue.
  async #sendiri(url, isi) {
    this.dikirim += 1;
    try {
      return await this.kirim(url, isi);
    } finally {
      this.dikirim -= 1;
      this.jawaban += 1;
    }
  }

  async #hapus(baris) {
    const isi = isiBaris(baris);
    try {
      const jawab = await this.#sendiri(this.el.dataset.simpan, { baris: [{ ...isi, id: 0, hapus: true }] });
      const [j] = jawab.baris;
      if (!j.ok) {
        this.#tulis(baris, "salah", j.pesan);
        return;
      }
      const kembali = document.createElement("tr");
      kembali.innerHTML = '<td colspan="99"><span>Baris dihapus.</span> <button type="button" class="pilih">Urungkan</button></td>';
      baris.replaceWith(kembali);
      kembali.querySelector("button").addEventListener("click", () => {
        kembali.replaceWith(baris);
        baris.dataset.urut = "";
        baris.dataset.versi = "0";
        for (const s of baris.querySelectorAll("[data-sel]")) s.dataset.tersimpan = "";
        this.simpanBanyak([baris.querySelector("[data-sel]")]);
      });
      kembali.querySelector("button").focus();
      this.#hasil(jawab.hasil_baris ?? {});
      perbaruiRingkas(jawab);
    } catch (galat) {
      this.#tulis(baris, "salah", galat.message);
    }
  }

  async #ganti(kotak, batal) {
    const ket = kotak.querySelector(".simpan");
    const nilai = kotak.querySelector('[name="nilai"]');
    const alasan = kotak.querySelector('[name="alasan"]');
    ket.textContent = "menyimpan…";
    try {
      const jawab = await this.#sendiri(kotak.dataset.ganti, { nilai: batal ? "" : nilai.value, alasan: alasan.value });
      if (!jawab.ok) {
        ket.className = "simpan salah";
        ket.textContent = jawab.pesan;
        (jawab.medan?.alasan ? alasan : nilai).focus();
        return;
      }
      if (batal) isiSel(nilai, "");
      ket.className = "simpan tersimpan";
      ket.textContent = batal ? "Kembali ke hasil hitungan." : `tersimpan ${jamKini()}`;
      perbaruiRingkas(jawab);
    } catch (galat) {
      ket.className = "simpan salah";
      ket.textContent = galat.message;
    }
  }
}

const kosongBaris = (baris) => [...baris.querySelectorAll("[data-sel]")].every((s) => s.value === "");

const polos = ({ urut, versi, isi, tanggal }) => ({ urut, versi, isi, tanggal });

function berubahBaris(baris) {
  return [...baris.querySelectorAll("[data-sel]")].some(berubah);
}

function jejakBaris(baris) {
  return JSON.stringify(isiBaris(baris));
}

function isiBaris(baris) {
  const isi = {};
  let tanggal = "";
  for (const s of baris.querySelectorAll("[data-sel]")) {
    if (s.dataset.kolom === "berlaku") tanggal = s.value;
    else isi[s.dataset.kolom] = s.value;
  }
  return { urut: baris.dataset.urut === "" ? null : Number(baris.dataset.urut), versi: Number(baris.dataset.versi), isi, tanggal };
}
