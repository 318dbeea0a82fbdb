// The report's single file: a click on a figure opens its explanation, from the data that the file itself carries.
const data = JSON.parse(document.getElementById("penjelasan").textContent);
const panel = document.getElementById("panel");
let pembuka = null;
let jejak = [];

const unsur = (nama, teks = "", kelas = "") => {
  const e = document.createElement(nama);
  if (teks) e.textContent = teks;
  if (kelas) e.className = kelas;
  return e;
};

const tombol = (teks, kerja) => {
  const e = unsur("button", teks);
  e.type = "button";
  e.addEventListener("click", kerja);
  return e;
};

const bagian = (judul, ...isi) => panel.append(unsur("h3", judul), ...isi);

const bahan = (isi) => {
  const daftar = unsur("ul", "", "bahan");
  const huruf = isi.cara ? isi.cara.huruf : [];
  isi.bahan.forEach((b, n) => {
    const milik = typeof b === "string" ? data.angka[b] : b;
    const [tanda, arti] = (isi.cara && isi.cara.berulang ? [] : huruf[n]) || ["", ""];
    const nama = [tanda && `${tanda} = ${arti}`, milik.jelas.judul].filter(Boolean).join(" · ");
    const baris = unsur("li");
    baris.append(unsur("span", nama), typeof b === "string" ? tombol(milik.jelas.nilai, () => buka(b)) : unsur("span", milik.jelas.nilai));
    daftar.append(baris);
  });
  return daftar;
};

const bukti = (alamat) => {
  const [satker, tahun, kode, apa] = alamat.split("/");
  return ["realisasi", "nilai_hitung", "capaian"].includes(apa) ? data.bukti[`${satker}/${tahun}/${kode}`] || [] : data.bukti[alamat] || [];
};

const daftar = (butir) => {
  const e = unsur("ul");
  e.append(...butir.map((b) => unsur("li", b)));
  return e;
};

const tercetak = (alamat) => {
  const e = unsur("ul");
  (data.tempat.pada[alamat] || []).forEach(([n, kali]) => {
    const [nama, judul, jangkar] = data.tempat.daftar[n];
    const baris = unsur("li");
    const tautan = unsur("a", nama);
    tautan.href = `#${jangkar}`;
    baris.append(tautan, unsur("span", ` ${judul}${kali > 1 ? ` · ${kali} kali` : ""}`, "redup"));
    e.append(baris);
  });
  return e;
};

const gambar = (alamat, isi) => {
  panel.replaceChildren();
  const atas = unsur("div", "", "tombol");
  const kembali = tombol("‹ Kembali", () => {
    jejak.pop();
    buka(jejak.pop());
  });
  kembali.hidden = jejak.length < 2;
  atas.append(kembali, tombol("Tutup ×", tutup));
  const judul = unsur("h2", isi.jelas.judul);
  judul.tabIndex = -1;
  const nilai = unsur("p", isi.jelas.nilai, "nilai");
  nilai.append(" ", unsur("span", isi.jelas.asal, "asal"));
  panel.append(atas, judul, nilai);
  if (isi.alasan) panel.append(unsur("p", isi.alasan, "alasan"));
  if (isi.cara) {
    const rumus = unsur("div", "", "rumus");
    rumus.append(unsur("div", isi.cara.tulisan.replaceAll("_", "-")));
    if (isi.cara.berulang) rumus.append(unsur("div", isi.cara.huruf[0].join(" = "), "redup"));
    if (isi.jelas.hitungan) rumus.append(unsur("div", `= ${isi.jelas.hitungan}`), unsur("div", `= ${isi.jelas.hasil}`));
    if (isi.jelas.catatan) rumus.append(unsur("div", isi.jelas.catatan, "redup"));
    bagian("Rumus", rumus);
  }
  if (isi.bahan.length) bagian("Bahan", bahan(isi));
  if (isi.sumber) bagian("Sumber", unsur("p", isi.sumber));
  if (isi.cara && isi.cara.rujukan.length) bagian("Dasar rumus", daftar(isi.cara.rujukan));
  const tempat = tercetak(alamat);
  if (tempat.children.length) bagian("Tercetak di", tempat);
  const surat = bukti(alamat);
  if (surat.length) bagian("Bukti", daftar(surat));
  const letak = unsur("p");
  letak.append(unsur("code", alamat));
  panel.append(unsur("h3", "Alamat angka"), letak);
  judul.focus({ preventScroll: true });
};

const tandai = (terbuka) => {
  document.body.classList.toggle("berpanel", terbuka);
  document.querySelectorAll('[aria-expanded="true"]').forEach((f) => f.setAttribute("aria-expanded", "false"));
  if (terbuka && pembuka) pembuka.setAttribute("aria-expanded", "true");
};

const buka = (alamat) => {
  const isi = data.angka[alamat];
  if (!isi) return;
  jejak.push(alamat);
  panel.hidden = false;
  tandai(true);
  gambar(alamat, isi);
  panel.scrollTop = 0;
};

const tutup = () => {
  panel.hidden = true;
  jejak = [];
  tandai(false);
  if (pembuka) pembuka.focus();
  pembuka = null;
};

const pilih = (figur) => {
  pembuka = figur;
  jejak = [];
  buka(figur.dataset.sumber);
};

document.addEventListener("click", (e) => {
  const figur = e.target.closest("[data-sumber]");
  if (figur) pilih(figur);
});

document.addEventListener("keydown", (e) => {
  if (e.key === "Escape" && !panel.hidden) return tutup();
  const figur = e.target.closest("[data-sumber]");
  if (!figur || (e.key !== "Enter" && e.key !== " ")) return;
  e.preventDefault();
  pilih(figur);
});
