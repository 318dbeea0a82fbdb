// Saves as one writes. What is not yet on the server is kept on this device, so a cut line loses nothing.
import { minta } from "./naskah-minta.js";

const JEDA = 1500;
const PALING_LAMA = 10_000;
const ULANG = [3_000, 6_000, 12_000, 30_000];

const jam = () => new Date().toLocaleTimeString("id-ID", { hour: "2-digit", minute: "2-digit" });

export class Penyimpan {
  constructor({ url, kunci, versi, ambil, kata, bentrok }) {
    Object.assign(this, { url, versi, ambil, kata, bentrok });
    this.kunci = `naskah:${kunci}`;
    this.kotor = false;
    this.rancangan = "";
    this.sibuk = false;
    this.ditahan = false;
    this.gagal = 0;
    addEventListener("online", () => this.kotor && this.kirim());
    addEventListener("pagehide", () => this.kotor && this.simpanLokal());
    addEventListener("beforeunload", (e) => this.kotor && e.preventDefault());
  }

  berubah() {
    this.kotor = true;
    this.sejak ??= Date.now();
    this.simpanLokal();
    if (this.ditahan) return;
    if (!this.gagal) this.kata("Menulis… belum tersimpan", "belum");
    clearTimeout(this.jadwal);
    const sisa = Math.max(0, PALING_LAMA - (Date.now() - this.sejak));
    this.jadwal = setTimeout(() => this.kirim(), Math.min(JEDA, sisa));
  }

  async kirim() {
    clearTimeout(this.jadwal);
    if (this.sibuk || this.ditahan || !this.kotor) return;
    this.sibuk = true;
    this.kotor = false;
    this.sejak = null;
    if (!this.gagal) this.kata("Menyimpan…", "belum");
    const isi = this.ambil();
    const rancangan = this.rancangan;
    const jawab = await minta(this.url, { isi, versi: this.versi, rancangan });
    this.sibuk = false;
    // How a draft came into the text is told once, with the save that carries it.
    if (jawab.ok && this.rancangan === rancangan) this.rancangan = "";
    if (jawab.ok) return this.berhasil(jawab.isi.versi);
    this.kotor = true;
    if (jawab.status === 409) {
      this.ditahan = true;
      this.kata("Berhenti menyimpan: pilih tulisan yang dipakai", "salah");
      return this.bentrok(jawab.isi);
    }
    if (jawab.putus) return this.cobaLagi("Sambungan terputus. Tulisan disimpan di perangkat ini dan dikirim begitu tersambung.");
    if (jawab.keluar || jawab.status === 403) {
      return this.cobaLagi("Sesi berakhir. Tulisan disimpan di perangkat ini: masuk kembali, lalu buka lagi bagian ini.");
    }
    if (jawab.status === 404) return this.cobaLagi("Anda tidak lagi berhak menulis bagian ini. Tulisan disimpan di perangkat ini.");
    // The server's own sentence: what it refuses is not sent again until it has changed.
    this.kata(jawab.isi.pesan ?? "Naskah ditolak. Muat ulang halaman.", "salah");
  }

  berhasil(versi) {
    this.versi = versi;
    this.gagal = 0;
    if (this.kotor) return this.berubah();
    this.hapusLokal();
    this.kata(`Tersimpan pukul ${jam()} · versi ${versi}`, "simpan");
  }

  cobaLagi(kalimat) {
    this.kata(kalimat, "salah");
    this.jadwal = setTimeout(() => this.kirim(), ULANG[Math.min(this.gagal, ULANG.length - 1)]);
    this.gagal += 1;
  }

  // After a conflict: the other person's version is the one that the next save follows.
  lanjutkan(versi) {
    this.versi = versi;
    this.ditahan = false;
    this.kotor = true;
    this.kirim();
  }

  simpanLokal() {
    try {
      localStorage.setItem(this.kunci, JSON.stringify({ isi: this.ambil(), versi: this.versi, pada: Date.now() }));
    } catch {
      // A full or closed store: the text is still in the window.
    }
  }

  lokal() {
    try {
      return JSON.parse(localStorage.getItem(this.kunci) ?? "null");
    } catch {
      return null;
    }
  }

  hapusLokal() {
    try {
      localStorage.removeItem(this.kunci);
    } catch {
      // nothing was kept
    }
  }
}
