// Pictures in a text: the node holds a code and a width; what it shows comes from the gallery of the report.
import { Node } from "../django_prose_editor/editor.js";
import { minta } from "./naskah-minta.js";
import { unggah } from "./unggah.js";

const KODE = /^foto-[1-9]\d{0,4}$/;

export class Galeri {
  constructor({ daftar, unggah: url, isi, halaman }) {
    Object.assign(this, { daftar, url, isi, halaman });
    this.foto = new Map();
    this.lihat = new Map();
    this.termuat = false;
  }

  // Newest first, as the server lists them.
  async muat() {
    const jawab = await minta(this.daftar);
    if (!jawab.ok) return false;
    this.termuat = true;
    this.foto = new Map(jawab.isi.foto.map((f) => [f.kode, f]));
    for (const kode of this.lihat.keys()) this.kabari(kode);
    return true;
  }

  // Show now and after every change, until the view is gone.
  pasang(kode, tampil) {
    if (!this.lihat.has(kode)) this.lihat.set(kode, new Set());
    this.lihat.get(kode).add(tampil);
    tampil(this.foto.get(kode), this.termuat);
    return () => this.lihat.get(kode).delete(tampil);
  }

  kabari(kode) {
    this.lihat.get(kode)?.forEach((f) => f(this.foto.get(kode), this.termuat));
  }

  terima(foto) {
    this.foto = new Map([[foto.kode, foto], ...this.foto]);
    this.foto.set(foto.kode, foto);
    this.kabari(foto.kode);
    return foto;
  }

  alamat(foto) {
    return this.isi.replace("0".repeat(64), foto.sidik);
  }

  async unggah(berkas, maju) {
    const jawab = await unggah(this.url, berkas, maju);
    return jawab.ok ? { ok: true, foto: this.terima(jawab.foto) } : jawab;
  }

  async ubah(foto, isian) {
    const badan = new URLSearchParams({ tanggal: foto.tanggal, tempat: foto.tempat, versi: foto.versi, ...isian });
    try {
      const jawab = await fetch(`${this.halaman}${foto.kode}/`, {
        method: "POST",
        credentials: "same-origin",
        headers: { Accept: "application/json", "X-CSRFToken": document.querySelector("[data-csrf]")?.dataset.csrf ?? "" },
        body: badan,
      });
      const isi = await jawab.json();
      return jawab.ok ? { ok: true, foto: this.terima(isi.foto) } : { ok: false, pesan: isi.pesan, medan: isi.medan ?? {} };
    } catch {
      return { ok: false, pesan: "Sambungan terputus. Keterangan belum tersimpan; coba lagi.", medan: {} };
    }
  }
}

const tampilan = ({ node, extension }) => {
  const { galeri } = extension.options;
  const dom = document.createElement("figure");
  const gambar = document.createElement("img");
  const judul = document.createElement("figcaption");
  dom.contentEditable = "false";
  dom.append(judul);
  let kini = node;
  const kelas = (putus) => (dom.className = `naskah-gambar ${kini.attrs.lebar === "setengah" ? "setengah" : ""} ${putus ? "putus" : ""}`);
  const tampil = (foto, termuat) => {
    const putus = termuat && !foto?.lengkap;
    kelas(putus);
    if (foto) {
      gambar.src = galeri.alamat(foto);
      gambar.alt = foto.teks_alternatif;
      gambar.width = foto.lebar;
      gambar.height = foto.tinggi;
      dom.prepend(gambar);
    } else gambar.remove();
    judul.textContent = foto?.judul || (!termuat ? "…" : foto ? "Gambar ini belum berketerangan, sehingga belum tampil di laporan." : `Gambar tidak ditemukan: ${kini.attrs.foto}`);
  };
  const lepas = galeri?.pasang(node.attrs.foto, tampil);
  return {
    dom,
    update: (baru) => {
      if (baru.type !== kini.type || baru.attrs.foto !== kini.attrs.foto) return false;
      kini = baru;
      galeri && tampil(galeri.foto.get(kini.attrs.foto), galeri.termuat);
      return true;
    },
    destroy: () => lepas?.(),
    ignoreMutation: () => true,
    stopEvent: () => false,
  };
};

export const Gambar = Node.create({
  name: "gambar",
  atom: true,
  selectable: true,
  draggable: true,
  addOptions: () => ({ galeri: null }),
  addAttributes: () => ({
    foto: { default: "", parseHTML: (el) => el.dataset.foto, renderHTML: (a) => ({ "data-foto": a.foto }) },
    lebar: {
      default: "penuh",
      parseHTML: (el) => (el.dataset.lebar === "setengah" ? "setengah" : "penuh"),
      renderHTML: (a) => ({ "data-lebar": a.lebar }),
    },
  }),
  parseHTML: () => [{ tag: "figure[data-foto]", getAttrs: (el) => (KODE.test(el.dataset.foto) ? null : false) }],
  renderHTML: ({ HTMLAttributes }) => ["figure", HTMLAttributes],
  renderText: () => "",
  addNodeView() {
    return tampilan;
  },
});

// A picture is a block of the text itself: it goes behind the paragraph, list or table that the place is in.
export const sisipkan = (editor, kode, di) => {
  const { doc, selection } = editor.state;
  const letak = di === undefined ? selection.to : Math.min(di, doc.content.size);
  const p = doc.resolve(letak);
  const simpul = { type: "gambar", attrs: { foto: kode, lebar: "penuh" } };
  const kosong = p.depth && p.node(1).type.name === "paragraph" && !p.node(1).content.size;
  const tempat = !p.depth ? letak : kosong ? { from: p.before(1), to: p.after(1) } : p.after(1);
  editor.chain().insertContentAt(tempat, simpul).run();
};

// The mark that a paste left where its picture belongs.
const letakPenanda = (doc, teks) => {
  let di = -1;
  doc.descendants((n, p) => {
    if (di < 0 && n.isText && n.text.includes(teks)) di = p + n.text.indexOf(teks);
    return di < 0;
  });
  return di;
};

export const gantiPenanda = (editor, teks, kode) => {
  const di = letakPenanda(editor.state.doc, teks);
  if (di < 0) return kode && sisipkan(editor, kode);
  editor.chain().deleteRange({ from: di, to: di + teks.length }).run();
  if (kode) sisipkan(editor, kode, di);
};
