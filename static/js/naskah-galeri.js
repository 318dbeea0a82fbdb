// The dialogs of pictures: choosing one of the report's, taking a new one in, giving it its words.

const buat = (tanda, kelas, teks = "") => {
  const el = document.createElement(tanda);
  el.className = kelas;
  el.textContent = teks;
  return el;
};

export class DialogKeterangan {
  constructor(akar, galeri) {
    this.el = akar.querySelector('[data-dialog="keterangan"]');
    this.galeri = galeri;
    this.form = this.el.querySelector("form");
    this.kabar = this.el.querySelector("[data-kabar]");
    this.form.addEventListener("submit", (e) => {
      e.preventDefault();
      this.simpan();
    });
    this.el.querySelector("[data-batal]").addEventListener("click", () => this.el.close());
    this.el.addEventListener("close", () => this.selesai?.(this.hasil));
  }

  // The picture with its words, or nothing where its owner turned away.
  isi(foto) {
    this.foto = foto;
    this.hasil = null;
    const gambar = this.el.querySelector("img");
    gambar.src = this.galeri.alamat(foto);
    gambar.alt = foto.teks_alternatif;
    for (const nama of ["judul", "teks_alternatif", "sumber"]) this.form.elements[nama].value = foto[nama];
    this.salah({}, "");
    this.el.showModal();
    this.form.elements.judul.focus();
    return new Promise((selesai) => (this.selesai = selesai));
  }

  async simpan() {
    const isian = Object.fromEntries(["judul", "teks_alternatif", "sumber"].map((n) => [n, this.form.elements[n].value]));
    this.kabar.textContent = "Menyimpan…";
    const jawab = await this.galeri.ubah(this.foto, isian);
    if (!jawab.ok) return this.salah(jawab.medan, jawab.pesan);
    this.hasil = jawab.foto;
    this.el.close();
  }

  salah(medan, pesan) {
    this.kabar.textContent = Object.keys(medan).length ? "" : pesan;
    for (const nama of ["judul", "teks_alternatif", "sumber"]) {
      const masukan = this.form.elements[nama];
      const tempat = this.el.querySelector(`[data-galat="${nama}"]`);
      tempat.textContent = medan[nama] ?? "";
      if (medan[nama]) masukan.setAttribute("aria-invalid", "true");
      else masukan.removeAttribute("aria-invalid");
    }
    this.form.querySelector("[aria-invalid]")?.focus();
  }
}

export class DialogGambar {
  constructor(akar, galeri) {
    this.el = akar.querySelector('[data-dialog="gambar"]');
    this.galeri = galeri;
    this.daftar = this.el.querySelector("[data-temuan]");
    this.kabar = this.el.querySelector("[data-kabar]");
    this.masukan = this.el.querySelector("input[type=file]");
    this.el.querySelector("[data-batal]").addEventListener("click", () => this.el.close());
    this.masukan.addEventListener("change", () => {
      const berkas = [...this.masukan.files];
      this.masukan.value = "";
      this.el.close();
      this.unggah(berkas);
    });
  }

  async buka(pilih, unggah) {
    Object.assign(this, { pilih, unggah });
    this.kabar.textContent = "Memuat…";
    this.el.showModal();
    const jadi = await this.galeri.muat();
    const foto = [...this.galeri.foto.values()];
    this.daftar.replaceChildren(...foto.map((f) => this.baris(f)));
    if (!jadi) this.kabar.textContent = "Daftar gambar belum dapat dimuat. Periksa sambungan, lalu buka kembali.";
    else this.kabar.textContent = foto.length ? "" : "Belum ada gambar pada laporan ini. Unggah yang pertama.";
  }

  baris(f) {
    const li = buat("li", "");
    const tombol = buat("button", "pilih-gambar");
    tombol.type = "button";
    const gambar = buat("img", "");
    gambar.src = this.galeri.alamat(f);
    gambar.alt = "";
    gambar.loading = "lazy";
    tombol.append(gambar, buat("span", "", f.judul || "Belum berketerangan"));
    tombol.addEventListener("click", () => {
      this.el.close();
      this.pilih(f);
    });
    li.append(tombol);
    return li;
  }
}
