// Cells that are saved one by one (indicators, budget leaves, targets), each with the version that it showed.
import { Petak, berubah, isiSel } from "./petak-inti.js";
import { tandaiHal } from "./petak-hal.js";
import { Tertahan } from "./petak-kirim.js";
import { jamKini } from "./petak-pesan.js";
import { kunciBaru, simpanan } from "./petak-simpanan.js";
import { pegang } from "./petak-urung.js";

const MAKS = 200;

export class PetakSel extends Petak {
  constructor(el) {
    super(el);
    if (!("buka" in el.dataset)) return;
    this.simpanan = simpanan();
    this.terketik();
    this.#tampilkanDraf();
    this.simpanan.dengar((ids) => this.#pulihkan(ids));
  }

  // The edit as it will be sent: its key is made with it and stays with it, however often it has to be sent.
  // Half-typed text (not `selesai`) waits for its writer, also after a reload.
  #catat(s, selesai) {
    const ada = this.simpanan.ambil(s.id);
    const baru = ada?.teks === s.value ? ada : { ...ada, teks: s.value, versi: Number(s.dataset.versi), kunci: kunciBaru() };
    this.simpanan.taruh(s.id, { ...baru, selesai });
  }

  ketik(s) {
    super.ketik(s);
    if (berubah(s)) this.#catat(s, false);
    else if (!this.simpanan.ambil(s.id)?.terkirim) this.simpanan.hapus(s.id);
  }

  // A refused value that the server keeps is given up by saying the present one again.
  batal(s) {
    super.batal(s);
    const terkirim = this.simpanan.ambil(s.id)?.terkirim;
    if (terkirim) this.antre.set(s, true);
    else this.simpanan.hapus(s.id);
    if ("draf" in s.dataset) {
      this.#catat(s, true);
      this.antre.set(s, true);
    }
    if (this.antre.size) this.dorong();
  }

  simpanBanyak(sel) {
    for (const s of sel) {
      if (!berubah(s) && !this.simpanan.ambil(s.id)?.terkirim && !("draf" in s.dataset)) {
        this.tandai(s, "", "");
        continue;
      }
      this.#catat(s, true);
      this.antre.set(s, true);
      this.tandai(s, "simpan", "menyimpan…");
    }
    this.dorong();
  }

  // One request at a time; what changes meanwhile goes with the next. What was sent and not answered goes first, as it was.
  async dorong() {
    if (this.sibuk || !this.antre.size) return;
    clearTimeout(this.ulang);
    this.sibuk = true;
    const kiriman = [...this.antre.keys()].slice(0, MAKS);
    const isi = kiriman.map((s) => {
      const catatan = this.simpanan.ambil(s.id) ?? { teks: s.value, versi: Number(s.dataset.versi), kunci: kunciBaru() };
      const { teks, versi, kunci } = catatan.terkirim ?? catatan;
      this.simpanan.taruh(s.id, { ...catatan, terkirim: { teks, versi, kunci } });
      return { id: s.id, teks, versi, kunci };
    });
    for (const s of kiriman) this.antre.delete(s);
    try {
      const jawab = await this.kirim(this.el.dataset.simpan, { sel: isi });
      this.jeda = 1000;
      jawab.sel.forEach((j, i) => this.#terima(kiriman[i], isi[i].teks, j));
      this.perbarui(jawab);
    } catch (galat) {
      this.#gagal(kiriman, galat);
    } finally {
      this.sibuk = false;
    }
    if (this.antre.size && this.jeda === 1000) this.dorong();
    else this.tersimpan();
  }

  #gagal(kiriman, galat) {
    for (const s of kiriman) {
      this.antre.set(s, true);
      this.tandai(s, "belum", galat instanceof Tertahan ? galat.message : "belum tersimpan: sambungan terputus, dicoba lagi");
    }
    this.kabar("Belum tersimpan. Isian Anda tetap di komputer ini dan dikirim begitu tersambung.");
    this.jeda = Math.min(this.jeda * 2, 15000);
    if (!galat.sesi) this.ulang = setTimeout(() => this.dorong(), this.jeda / 2);
  }

  #terima(s, terkirim, j) {
    const kini = this.simpanan.ambil(s.id);
    this.simpanan.hapus(s.id);
    if (j.ok) {
      delete s.dataset.draf;
      this.terapkan(s, j, s.value === terkirim);
      if (s.value === j.teks) this.tandai(s, "tersimpan", `tersimpan ${jamKini()}`);
      else this.#lanjut(s, j.versi);
      return;
    }
    if (s.value !== terkirim) {
      this.#lanjut(s, kini?.versi ?? Number(s.dataset.versi));
      return;
    }
    s.dataset.ditolak = terkirim;
    if (j.jenis === "bentrok") {
      // Not kept by the server: it stays here until the person has chosen.
      if (kini) this.simpanan.taruh(s.id, { teks: s.value, versi: kini.versi, kunci: kunciBaru() });
      this.tanyakan(s, j.pesan, j.kini, j.versi);
      return;
    }
    if (terkirim.trim()) s.dataset.draf = "";
    const pilihan = (j.pilihan ?? []).map((p) => ({
      label: p.label,
      lakukan: () => {
        isiSel(s, p.teks);
        this.selesai([s]);
        s.focus();
      },
    }));
    this.tandai(s, "salah", j.pesan, pilihan);
  }

  // Typed on while it was being saved: a new edit, sent at once unless it is still being typed.
  #lanjut(s, versi) {
    const ketik = document.activeElement === s;
    this.simpanan.taruh(s.id, { teks: s.value, versi, kunci: kunciBaru(), selesai: !ketik });
    if (!ketik) this.antre.set(s, true);
    this.tandai(s, "belum", "belum tersimpan");
  }

  // What is stored now; what was understood is shown back, but never over what is being typed.
  terapkan(s, { teks, versi }, tampilkan) {
    s.dataset.versi = versi;
    s.dataset.tersimpan = teks;
    if (!tampilkan) return;
    s.value = teks;
    pegang(s);
  }

  // Both values stand there, and the person chooses.
  tanyakan(s, pesan, teks, versi) {
    this.tandai(s, "salah", pesan, [
      {
        label: "Pakai isian saya",
        lakukan: () => {
          Object.assign(s.dataset, { versi, tersimpan: teks });
          delete s.dataset.ditolak;
          this.simpanan.taruh(s.id, { teks: s.value, versi, kunci: kunciBaru() });
          if (berubah(s)) this.simpanBanyak([s]);
          else this.batal(s);
          s.focus();
        },
      },
      {
        label: `Pakai ${teks || "kosong"}`,
        lakukan: () => {
          Object.assign(s.dataset, { versi, tersimpan: teks });
          this.simpanan.hapus(s.id);
          this.batal(s);
        },
      },
    ]);
  }

  // Values that the server refused earlier, whoever typed them, stand in their fields with the reason.
  #tampilkanDraf() {
    const naskah = document.getElementById("draf-isian");
    if (!naskah || !this.el.contains(naskah)) return;
    for (const d of JSON.parse(naskah.textContent)) {
      const s = document.getElementById(d.id);
      if (!s || !this.milik(s) || s.hidden || berubah(s)) continue;
      s.value = d.teks;
      pegang(s);
      Object.assign(s.dataset, { ditolak: d.teks, draf: "" });
      this.tandai(s, "salah", `${d.pesan} (Diketik oleh ${d.oleh}, belum tersimpan.)`);
    }
  }

  // What an earlier page could not send any more; sent as it was, with the version that its writer saw.
  #pulihkan(ids) {
    const kena = ids.map((id) => document.getElementById(id)).filter((s) => s && this.milik(s) && (!berubah(s) || "draf" in s.dataset));
    for (const s of kena) {
      const { teks, selesai, terkirim } = this.simpanan.ambil(s.id);
      s.value = teks;
      delete s.dataset.ditolak;
      if (selesai || terkirim) this.antre.set(s, true);
      this.tandai(s, "belum", selesai ? "belum tersimpan" : "belum selesai diketik; tekan Enter untuk menyimpan");
    }
    if (kena.length) this.kabar(`${kena.length} isian yang belum tersimpan dipulihkan.`);
    this.dorong();
  }

  perbarui(jawab) {
    perbaruiRingkas(jawab);
    for (const [kode, teks] of Object.entries(jawab.jumlah_simpul ?? {}))
      for (const [isi, nilai] of Object.entries(teks))
        for (const el of document.querySelectorAll(`[data-simpul="${kode}"] [data-isi="${isi}"]`)) el.textContent = nilai;
  }
}

// The row of an indicator after a save: computed value, capaian, status, number of rows.
export function perbaruiRingkas(jawab) {
  const terisi = document.getElementById("terisi");
  if (terisi && jawab.terisi !== undefined) terisi.textContent = jawab.terisi;
  tandaiHal(jawab);
  for (const r of jawab.ringkas ?? []) {
    const baris = document.getElementById(`baris-${r.kode}`);
    if (!baris) continue;
    const isi = (nama) => baris.querySelector(`[data-isi="${nama}"]`);
    isi("capaian").textContent = r.capaian || "belum ada";
    const status = isi("status");
    status.textContent = r.status ? `${r.tanda} ${r.status}` : "○ belum ada";
    status.className = `tanda ${r.status_kode}`;
    if (isi("baris")) isi("baris").textContent = r.baris;
    const terhitung = isi("terhitung");
    if (!terhitung) continue;
    const masukan = baris.querySelector('[data-kolom="nilai"]');
    terhitung.hidden = r.cara === "isi";
    masukan.hidden = r.cara !== "isi";
    isi("realisasi").textContent = r.realisasi;
    isi("cara").textContent = r.cara === "ganti" ? "diganti" : "dihitung";
  }
}
