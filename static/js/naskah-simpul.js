// The inline nodes of ours. The document holds what is bound; its present text is fetched, many at a time,
// and set by the node's view, so neither the stored text nor undo knows of it.
import { Node } from "../django_prose_editor/editor.js";
import { minta } from "./naskah-minta.js";

export class Ikatan {
  constructor(url) {
    this.url = url;
    this.nilai = new Map();
    this.tunggu = new Map();
    this.jadwal = null;
    this.gagal = () => {};
  }

  // What an answer has brought along need not be asked for.
  kenalkan(nilai) {
    for (const n of nilai) this.nilai.set(n.alamat === undefined ? `rujukan ${n.kode}` : `${n.format} ${n.alamat}`, { ...n, segar: true });
  }

  // Show now what is known, and later what is fetched.
  pasang(kunci, permintaan, tampil) {
    const ada = this.nilai.get(kunci);
    if (ada) tampil(ada);
    if (ada?.segar) return;
    if (!this.tunggu.has(kunci)) this.tunggu.set(kunci, { permintaan, tampil: [] });
    this.tunggu.get(kunci).tampil.push(tampil);
    this.jadwal ??= setTimeout(() => this.ambil(), 30);
  }

  async ambil() {
    this.jadwal = null;
    const tunggu = [...this.tunggu.entries()];
    this.tunggu.clear();
    const angka = tunggu.filter(([, t]) => t.permintaan.alamat !== undefined);
    const rujukan = tunggu.filter(([, t]) => t.permintaan.kode !== undefined);
    const jawab = await minta(this.url, {
      angka: angka.map(([, t]) => t.permintaan),
      rujukan: rujukan.map(([, t]) => t.permintaan.kode),
    });
    if (!jawab.ok) return this.gagal();
    const pasangan = [...angka.map((a, n) => [a, jawab.isi.angka[n]]), ...rujukan.map((r, n) => [r, jawab.isi.rujukan[n]])];
    for (const [[kunci, t], nilai] of pasangan) {
      this.nilai.set(kunci, { ...nilai, segar: true });
      t.tampil.forEach((f) => f(nilai));
    }
  }

  // Data may have changed elsewhere: ask again for all that stands in the text.
  segarkan(editor) {
    for (const n of this.nilai.values()) n.segar = false;
    editor.view.dom.querySelectorAll("[data-ikatan]").forEach((el) => el.dispatchEvent(new Event("segarkan")));
  }
}

const tampilan = (jenis, permintaan, kunci) => ({ node, extension }) => {
  const dom = document.createElement("span");
  dom.className = `ikatan ikatan-${jenis}`;
  dom.dataset.ikatan = jenis;
  dom.contentEditable = "false";
  dom.textContent = "…";
  const tampil = (n) => {
    dom.textContent = n.teks;
    dom.classList.toggle("putus", !n.ada);
    dom.title = n.ada ? n.nama ?? "" : "Tidak ada pada data. Hapus atau sisipkan kembali.";
    if (n.ada && n.sumber) {
      dom.dataset.sumber = n.sumber;
      dom.setAttribute("role", "button");
      dom.tabIndex = 0;
    }
  };
  const pasang = () => extension.options.ikatan?.pasang(kunci(node.attrs), permintaan(node.attrs), tampil);
  dom.addEventListener("segarkan", pasang);
  pasang();
  return { dom, ignoreMutation: () => true, stopEvent: () => false };
};

const atribut = (nama, bawaan) => ({
  default: bawaan,
  parseHTML: (el) => el.getAttribute(`data-${nama}`) ?? bawaan,
  renderHTML: (a) => ({ [`data-${nama}`]: a[nama] }),
});
const dasar = { group: "inline", inline: true, atom: true, selectable: true, draggable: false };

export const Angka = Node.create({
  name: "angka",
  ...dasar,
  addOptions: () => ({ ikatan: null }),
  addAttributes: () => ({ alamat: atribut("alamat", ""), format: atribut("format", "angka") }),
  parseHTML: () => [{ tag: "span[data-alamat]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
  renderText: () => "",
  addNodeView() {
    return tampilan("angka", (a) => ({ alamat: a.alamat, format: a.format }), (a) => `${a.format} ${a.alamat}`);
  },
});

export const Sitasi = Node.create({
  name: "sitasi",
  ...dasar,
  addOptions: () => ({ ikatan: null }),
  addAttributes: () => ({ kode: atribut("kode", "") }),
  parseHTML: () => [{ tag: "span[data-kode]" }],
  renderHTML: ({ HTMLAttributes }) => ["span", HTMLAttributes],
  renderText: () => "",
  addNodeView() {
    return tampilan("sitasi", (a) => ({ kode: a.kode }), (a) => `rujukan ${a.kode}`);
  },
});

// A gap that the author has to fill: one character to the cursor, replaced by what is typed while it is selected.
export const Celah = Node.create({
  name: "celah",
  ...dasar,
  addAttributes: () => ({ petunjuk: atribut("petunjuk", "") }),
  parseHTML: () => [{ tag: "span[data-petunjuk]" }],
  renderHTML: ({ HTMLAttributes, node }) => ["span", { ...HTMLAttributes, class: "celah" }, `[lengkapi: ${node.attrs.petunjuk}]`],
  renderText: () => "",
});
