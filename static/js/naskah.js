// The editor of one section: text, toolbar, saves, conflicts.
import { Editor } from "../django_prose_editor/editor.js";
import { DialogAngka, DialogRujukan } from "./naskah-dialog.js";
import { DialogGambar, DialogKeterangan } from "./naskah-galeri.js";
import { Galeri, gantiPenanda, sisipkan } from "./naskah-gambar.js";
import { DialogCelah, Rancangan, keCelah, letakCelah } from "./naskah-rancangan.js";
import { Penyimpan } from "./naskah-simpan.js";
import { Ikatan } from "./naskah-simpul.js";
import { ekstensi, isi } from "./naskah-skema.js";
import { berkasTersisip } from "./naskah-tempel.js";

const akar = document.querySelector("[data-naskah]");
const cari = (nama) => akar.querySelector(`[data-${nama}]`);
const data = JSON.parse(akar.dataset.naskah);
const keadaan = cari("keadaan");
const pesan = cari("pesan");
const hitung = cari("hitung");
const tombolCelah = cari("ke-celah");

const kata = (teks, kelas = "") => {
  if (keadaan.textContent !== teks) keadaan.textContent = teks;
  keadaan.className = `naskah-keadaan ${kelas}`;
};
const kabari = (teks, ...tombol) => {
  pesan.hidden = !teks;
  pesan.replaceChildren(teks, ...tombol);
};
const tombol = (teks, kerja) => {
  const el = document.createElement("button");
  el.type = "button";
  el.className = "tombol tipis kecil";
  el.textContent = teks;
  el.addEventListener("click", kerja);
  return el;
};

const ikatan = new Ikatan(akar.dataset.nilai);
const galeri = new Galeri(JSON.parse(akar.dataset.galeri));
const hanyaBaca = "hanyaBaca" in akar.dataset; // the report was handed in: the page says why above
let rusak = hanyaBaca;
const editor = new Editor({
  element: cari("isi"),
  injectCSS: false,
  enableContentCheck: true,
  extensions: ekstensi(ikatan, galeri),
  content: data.isi.content?.length ? data.isi : { type: "doc", content: [{ type: "paragraph" }] },
  editorProps: {
    attributes: { role: "textbox", "aria-multiline": "true", "aria-label": document.querySelector("h1").textContent, lang: "id", spellcheck: "true" },
  },
  onContentError: ({ disableCollaboration: _ }) => {
    rusak = true;
  },
});
if (rusak) {
  // A text that this page does not know in full is shown, never saved: saving would drop what is unknown.
  editor.setEditable(false);
  if (hanyaBaca) kata("Hanya dapat dibaca.");
  else kata("Naskah ini memuat bagian yang tidak dikenal halaman ini, sehingga hanya dapat dibaca.", "salah");
}

const penyimpan = new Penyimpan({
  url: akar.dataset.simpan,
  kunci: akar.dataset.kunci,
  versi: data.versi,
  ambil: () => isi(editor),
  kata,
  bentrok: (lain) => tampilkanBentrok(lain),
});

const hitungKata = () => {
  const n = editor.getText({ blockSeparator: " " }).split(/\s+/).filter(Boolean).length;
  hitung.textContent = `${n.toLocaleString("id-ID")} kata`;
  const celah = letakCelah(editor.state.doc).length;
  tombolCelah.hidden = !celah;
  tombolCelah.textContent = `Celah berikutnya (${celah})`;
};

// The trailing paragraph of the editor's own is an update too, but nothing that anybody wrote.
let terakhir = JSON.stringify(isi(editor));
const adaYangBaru = () => {
  const kini = JSON.stringify(isi(editor));
  const baru = kini !== terakhir;
  terakhir = kini;
  return baru;
};
let diam = false;
const ganti = (naskah, catat) => {
  diam = !catat;
  editor.commands.setContent(naskah.content?.length ? naskah : { type: "doc", content: [{ type: "paragraph" }] }, { emitUpdate: true });
  diam = false;
};

editor.on("update", () => {
  hitungKata();
  if (adaYangBaru() && !rusak && !diam) penyimpan.berubah();
});

// --- a draft of this device that never reached the server ------------------------

const lokal = penyimpan.lokal();
if (!rusak && lokal && JSON.stringify(lokal.isi) !== JSON.stringify(isi(editor))) {
  const pada = new Date(lokal.pada).toLocaleString("id-ID", { dateStyle: "long", timeStyle: "short" });
  const selesai = () => kabari("");
  penyimpan.ditahan = true;
  kabari(
    `Perangkat ini menyimpan tulisan dari ${pada} yang belum sampai ke server. `,
    tombol("Pakai tulisan itu", () => {
      selesai();
      penyimpan.ditahan = false;
      // It follows the version that it was written on: what somebody saved since shows up as a conflict.
      penyimpan.versi = lokal.versi;
      ganti(lokal.isi, true);
    }),
    tombol("Buang", () => {
      selesai();
      penyimpan.ditahan = false;
      penyimpan.hapusLokal();
    }),
  );
}

// --- toolbar ------------------------------------------------------------------------

const dialogAngka = new DialogAngka(document, akar.dataset.cariAngka);
const dialogRujukan = new DialogRujukan(document, akar.dataset.cariRujukan);
const dialogCelah = new DialogCelah();
const rancangan = new Rancangan({
  url: akar.dataset.rancangan, editor, isi, ikatan, ekstensi: () => ekstensi(ikatan, galeri), ganti, penyimpan, kabari, tombol,
});
tombolCelah.addEventListener("click", () => keCelah(editor));
const sisip = (type) => (attrs) => editor.chain().focus().insertContent({ type, attrs }).run();
const r = () => editor.chain().focus();
const dialogGambar = new DialogGambar(document, galeri);
const dialogKeterangan = new DialogKeterangan(document, galeri);
const tutup = () => tombol("Tutup", () => kabari(""));

// Up first, then its words, then into the text; what was turned away stays on the page of pictures.
const gambarBaru = async (berkas) => {
  kabari(`Mengunggah ${berkas.name}…`);
  const jawab = await galeri.unggah(berkas, (n) => kabari(`Mengunggah ${berkas.name}: ${Math.round(n * 100)}%`));
  if (!jawab.ok) return kabari(`${berkas.name}: ${jawab.pesan} `, tutup());
  kabari("");
  const foto = await dialogKeterangan.isi(jawab.foto);
  if (!foto) kabari("Gambar sudah terunggah ke halaman Gambar, tetapi belum disisipkan karena belum berketerangan. ", tutup());
  return foto;
};
const pilihGambar = async (foto) => {
  const lengkap = foto.lengkap ? foto : await dialogKeterangan.isi(foto);
  if (lengkap) sisipkan(editor, lengkap.kode);
};
let antreGambar = Promise.resolve();
const masukkan = (berkas, di) =>
  (antreGambar = antreGambar.then(async () => {
    for (const b of berkas) {
      const foto = await gambarBaru(b);
      if (foto) sisipkan(editor, foto.kode, di);
    }
  }));
const masukkanTempelan = ({ gambar, luar }) =>
  (antreGambar = antreGambar.then(async () => {
    for (const g of gambar) {
      const berkas = berkasTersisip(g);
      const foto = berkas && (await gambarBaru(berkas));
      gantiPenanda(editor, g.penanda, foto?.kode);
    }
    if (luar) {
      kabari(
        `${luar} gambar pada tempelan tidak dapat dibaca peramban. Simpan gambarnya dari Word (klik kanan, Simpan sebagai gambar), lalu sisipkan dengan tombol Gambar. `,
        tutup(),
      );
    }
  }));
const gambarTerpilih = () => editor.state.selection.node?.type.name === "gambar" && galeri.foto.get(editor.state.selection.node.attrs.foto);
const perintah = {
  tebal: () => r().toggleBold().run(),
  miring: () => r().toggleItalic().run(),
  judul: () => r().toggleHeading({ level: 2 }).run(),
  subjudul: () => r().toggleHeading({ level: 3 }).run(),
  butir: () => r().toggleBulletList().run(),
  nomor: () => r().toggleOrderedList().run(),
  tabel: () => r().insertTable({ rows: 3, cols: 3, withHeaderRow: true }).run(),
  tambahBaris: () => r().addRowAfter().run(),
  tambahKolom: () => r().addColumnAfter().run(),
  hapusBaris: () => r().deleteRow().run(),
  hapusKolom: () => r().deleteColumn().run(),
  hapusTabel: () => r().deleteTable().run(),
  gambar: () => dialogGambar.buka(pilihGambar, (berkas) => masukkan(berkas)),
  gambarPenuh: () => r().updateAttributes("gambar", { lebar: "penuh" }).run(),
  gambarSetengah: () => r().updateAttributes("gambar", { lebar: "setengah" }).run(),
  gambarKeterangan: () => gambarTerpilih() && dialogKeterangan.isi(gambarTerpilih()),
  gambarKeluarkan: () => r().deleteSelection().run(),
  urung: () => r().undo().run(),
  ulang: () => r().redo().run(),
  angka: () => dialogAngka.buka(sisip("angka")),
  rujukan: () => dialogRujukan.buka(sisip("sitasi")),
  celah: () => dialogCelah.buka(sisip("celah")),
  rancangan: () => rancangan.susun(),
};
const menyala = {
  tebal: () => editor.isActive("bold"),
  miring: () => editor.isActive("italic"),
  judul: () => editor.isActive("heading", { level: 2 }),
  subjudul: () => editor.isActive("heading", { level: 3 }),
  butir: () => editor.isActive("bulletList"),
  nomor: () => editor.isActive("orderedList"),
  gambarPenuh: () => editor.isActive("gambar", { lebar: "penuh" }),
  gambarSetengah: () => editor.isActive("gambar", { lebar: "setengah" }),
};

const bilah = cari("bilah");
const semuaTombol = [...bilah.querySelectorAll("[data-perintah]")];
const tampak = () => semuaTombol.filter((t) => !t.closest("[hidden]"));
const segarkanBilah = () => {
  for (const t of semuaTombol) {
    const nyala = menyala[t.dataset.perintah];
    if (nyala) t.setAttribute("aria-pressed", String(nyala()));
  }
  bilah.querySelector("[data-hanya-tabel]").hidden = !editor.isActive("table");
  bilah.querySelector("[data-hanya-gambar]").hidden = !editor.isActive("gambar");
};
bilah.addEventListener("mousedown", (e) => e.preventDefault());
bilah.addEventListener("click", (e) => {
  const t = e.target.closest("[data-perintah]");
  if (!t || rusak) return;
  const nama = t.dataset.perintah;
  const diJudul = editor.isActive("heading");
  if (["angka", "rujukan", "celah"].includes(nama) && diJudul) {
    return kabari("Judul hanya memuat tulisan. Letakkan angka, rujukan, atau celah di dalam paragraf.", tombol("Tutup", () => kabari("")));
  }
  if (nama === "tabel" && (editor.isActive("table") || editor.isActive("listItem"))) {
    return kabari("Tabel tidak dapat berdiri di dalam tabel atau daftar.", tombol("Tutup", () => kabari("")));
  }
  perintah[nama]();
});
// One stop in the tab order, arrows inside: as a toolbar is expected to work.
semuaTombol.forEach((t, n) => (t.tabIndex = n ? -1 : 0));
bilah.addEventListener("keydown", (e) => {
  const langkah = { ArrowRight: 1, ArrowLeft: -1 }[e.key];
  if (!langkah) return;
  e.preventDefault();
  const ada = tampak();
  const kini = ada.indexOf(document.activeElement);
  const tuju = ada[(kini + langkah + ada.length) % ada.length];
  semuaTombol.forEach((t) => (t.tabIndex = t === tuju ? 0 : -1));
  tuju.focus();
});
editor.on("transaction", segarkanBilah);

// --- two people ------------------------------------------------------------------------

let bacaan = [];
const tampilkanBentrok = (lain) => {
  const dialog = document.querySelector('[data-dialog="bentrok"]');
  const saya = isi(editor);
  const { oleh, pada } = lain.diubah;
  dialog.querySelector("[data-siapa]").textContent = `${oleh || "Pengguna lain"} menyimpan bagian ini pada ${pada}, sesudah Anda membukanya.`;
  bacaan.forEach((e) => e.destroy());
  bacaan = [["anda", saya], ["mereka", lain.isi]].map(([nama, naskah]) => {
    const wadah = dialog.querySelector(`[data-${nama}]`);
    wadah.replaceChildren();
    const attributes = { role: "document", "aria-label": wadah.getAttribute("aria-label") };
    return new Editor({
      element: wadah, injectCSS: false, editable: false, extensions: ekstensi(ikatan, galeri), content: naskah, editorProps: { attributes },
    });
  });
  const pilih = {
    anda: () => {},
    mereka: () => ganti(lain.isi, false),
    keduanya: () => ganti({ type: "doc", content: [...(saya.content ?? []), ...(lain.isi.content ?? [])] }, false),
  };
  dialog.querySelectorAll("[data-pilih]").forEach((t) => {
    t.onclick = () => {
      dialog.close();
      pilih[t.dataset.pilih]();
      penyimpan.lanjutkan(lain.versi);
      editor.commands.focus();
    };
  });
  dialog.oncancel = (e) => e.preventDefault();
  dialog.showModal();
};

// --- the rest ----------------------------------------------------------------------------

ikatan.gagal = () => kata("Nilai angka belum dapat dimuat. Periksa sambungan; tulisan tetap tersimpan.", "salah");
akar.addEventListener("gambar-masuk", (e) => !rusak && masukkan(e.detail.berkas, e.detail.di));
akar.addEventListener("gambar-tempel", (e) => !rusak && masukkanTempelan(e.detail));
akar.addEventListener("tempel-besar", () =>
  kabari("Tempelan terlalu besar (lebih dari 2 MB). Tempelkan per bagian, tanpa gambar.", tombol("Tutup", () => kabari(""))),
);
document.addEventListener("visibilitychange", () => document.visibilityState === "visible" && ikatan.segarkan(editor));
document.addEventListener("keydown", (e) => {
  if ((e.ctrlKey || e.metaKey) && e.key.toLowerCase() === "s") {
    e.preventDefault();
    penyimpan.kirim();
  }
});

hitungKata();
segarkanBilah();
galeri.muat();
if (!rusak) kata(data.diubah.pada ? `Tersimpan · versi ${data.versi}, ${data.diubah.oleh} ${data.diubah.pada}` : "Belum ada tulisan", "simpan");
akar.dataset.siap = "";
