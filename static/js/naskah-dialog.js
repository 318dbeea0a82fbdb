// "Sisipkan angka" and "Sisipkan rujukan": search as one types, choose with mouse or keyboard.
import { minta } from "./naskah-minta.js";

const NAMA_BENTUK = {
  angka: "angka", persen: "persen", rupiah: "rupiah penuh", ribu: "ribu rupiah", juta: "juta rupiah",
  miliar: "miliar rupiah", terbilang: "dengan kata", satuan: "dengan satuan",
};

const buat = (tanda, kelas, teks = "") => {
  const el = document.createElement(tanda);
  if (kelas) el.className = kelas;
  el.textContent = teks;
  return el;
};

class Dialog {
  constructor(akar, nama, url) {
    this.el = akar.querySelector(`[data-dialog="${nama}"]`);
    this.url = url;
    this.medan = this.el.querySelector("[data-cari]");
    this.daftar = this.el.querySelector("[data-temuan]");
    this.kabar = this.el.querySelector("[data-kabar]");
    this.urut = 0;
    this.medan.addEventListener("input", () => {
      clearTimeout(this.jadwal);
      this.jadwal = setTimeout(() => this.cari(), 200);
    });
    this.medan.addEventListener("keydown", (e) => {
      if (e.key === "ArrowDown") {
        e.preventDefault();
        this.daftar.querySelector("button")?.focus();
      } else if (e.key === "Enter") {
        e.preventDefault();
        this.daftar.querySelector("button")?.click();
      } else if (e.key === "Escape") {
        // A search field would only empty itself.
        e.preventDefault();
        this.el.close();
      }
    });
    this.daftar.addEventListener("keydown", (e) => this.panah(e));
    this.el.querySelector("[data-batal]").addEventListener("click", () => this.el.close());
  }

  panah(e) {
    if (!["ArrowDown", "ArrowUp", "ArrowRight", "ArrowLeft"].includes(e.key)) return;
    e.preventDefault();
    const semua = [...this.daftar.querySelectorAll("button")];
    const baris = [...this.daftar.children];
    const kini = semua.indexOf(document.activeElement);
    if (e.key === "ArrowRight" || e.key === "ArrowLeft") return semua[kini + (e.key === "ArrowRight" ? 1 : -1)]?.focus();
    const letak = baris.indexOf(document.activeElement.closest("li")) + (e.key === "ArrowDown" ? 1 : -1);
    (letak < 0 ? this.medan : baris[letak]?.querySelector("button"))?.focus();
  }

  buka(pilih) {
    this.pilih = pilih;
    this.el.showModal();
    this.medan.select();
    this.cari();
  }

  async cari() {
    const urut = ++this.urut;
    this.kabar.textContent = "Mencari…";
    const jawab = await minta(`${this.url}?cari=${encodeURIComponent(this.medan.value)}`);
    if (urut !== this.urut) return;
    const temuan = jawab.ok ? this.temuan(jawab.isi) : [];
    this.daftar.replaceChildren(...temuan.map((t) => this.baris(t)));
    if (!jawab.ok) this.kabar.textContent = "Pencarian gagal. Periksa sambungan, lalu coba lagi.";
    else this.kabar.textContent = temuan.length ? `${temuan.length} ditemukan` : "Tidak ada yang cocok. Coba kata lain, misalnya “capaian SK3.2” atau “pagu”.";
  }

  tutup(atribut) {
    this.el.close();
    this.pilih(atribut);
  }
}

export class DialogAngka extends Dialog {
  constructor(akar, url) {
    super(akar, "angka", url);
  }

  temuan(isi) {
    return isi.angka;
  }

  baris(t) {
    const li = buat("li");
    const nama = buat("div", "temuan-nama");
    nama.append(buat("b", "", t.nama));
    if (t.keterangan) nama.append(" ", buat("span", "redup", t.keterangan));
    const bentuk = buat("div", "temuan-bentuk");
    for (const [b, teks] of t.bentuk) {
      const tombol = buat("button", "tombol tipis kecil", teks);
      tombol.type = "button";
      tombol.title = NAMA_BENTUK[b];
      tombol.setAttribute("aria-label", `${t.nama}: ${teks}, ${NAMA_BENTUK[b]}`);
      tombol.addEventListener("click", () => this.tutup({ alamat: t.alamat, format: b }));
      bentuk.append(tombol);
    }
    li.append(nama, bentuk);
    return li;
  }
}

export class DialogRujukan extends Dialog {
  constructor(akar, url) {
    super(akar, "rujukan", url);
  }

  temuan(isi) {
    return isi.rujukan;
  }

  baris(t) {
    const li = buat("li");
    const tombol = buat("button", "temuan-rujukan");
    tombol.type = "button";
    tombol.append(buat("b", "", t.sebutan), " ", buat("span", "redup", t.judul));
    tombol.addEventListener("click", () => this.tutup({ kode: t.kode }));
    li.append(tombol);
    return li;
  }
}
