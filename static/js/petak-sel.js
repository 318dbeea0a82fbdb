// Cells that are saved one by one (indicators, budget leaves), each with the version that it showed.
import { Petak, Tertahan, berubah, isiSel, jamKini, pulihkanDraf, simpanDraf } from "./petak-inti.js";

export class PetakSel extends Petak {
  constructor(el) {
    super(el);
    if ("buka" in el.dataset) pulihkanDraf(this);
  }

  simpanBanyak(sel) {
    for (const s of sel) {
      if (!berubah(s)) {
        this.tandai(s, "", "");
        continue;
      }
      this.antre.set(s, true);
      this.tandai(s, "simpan", "menyimpan…");
    }
    this.dorong();
  }

  // One request at a time; what changes meanwhile goes with the next.
  async dorong() {
    if (this.sibuk || !this.antre.size) return;
    clearTimeout(this.ulang);
    this.sibuk = true;
    const kiriman = [...this.antre.keys()].slice(0, 200);
    const isi = kiriman.map((s) => ({ id: s.id, teks: s.value, versi: Number(s.dataset.versi) }));
    for (const s of kiriman) this.antre.delete(s);
    try {
      const jawab = await this.kirim(this.el.dataset.simpan, { sel: isi });
      this.jeda = 1000;
      jawab.sel.forEach((j, i) => this.#terima(kiriman[i], isi[i].teks, j));
      this.perbarui(jawab);
    } catch (galat) {
      for (const s of kiriman) {
        this.antre.set(s, true);
        this.tandai(s, "belum", galat instanceof Tertahan ? galat.message : "belum tersimpan: sambungan terputus, dicoba lagi");
      }
      this.kabar("Belum tersimpan. Isian Anda tetap di halaman ini.");
      this.ulang = setTimeout(() => this.dorong(), this.jeda);
      this.jeda = Math.min(this.jeda * 2, 15000);
    } finally {
      this.sibuk = false;
      simpanDraf();
    }
    if (this.antre.size && this.jeda === 1000) this.dorong();
    else this.tersimpan();
  }

  #terima(s, terkirim, j) {
    if (j.ok) {
      s.dataset.versi = j.versi;
      s.dataset.tersimpan = j.teks;
      // What was understood is shown back, but never over what is being typed now.
      if (s.value === terkirim) {
        s.value = j.teks;
        this.tandai(s, "tersimpan", `tersimpan ${jamKini()}`);
      } else this.antre.set(s, true);
      return;
    }
    s.dataset.ditolak = terkirim;
    if (j.jenis === "bentrok") {
      this.tandai(s, "salah", j.pesan, [
        { label: "Pakai isian saya", lakukan: () => ((s.dataset.versi = j.versi), (s.dataset.tersimpan = j.kini), this.simpanBanyak([s])) },
        {
          label: `Pakai ${j.kini || "kosong"}`,
          lakukan: () => {
            s.dataset.versi = j.versi;
            s.dataset.tersimpan = j.kini;
            this.batal(s);
          },
        },
      ]);
      return;
    }
    this.tandai(
      s,
      "salah",
      j.pesan,
      (j.pilihan ?? []).map((p) => ({
        label: p.label,
        lakukan: () => {
          isiSel(s, p.teks);
          this.simpanBanyak([s]);
          s.focus();
        },
      })),
    );
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
