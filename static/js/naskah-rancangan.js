// Drafts from the data, and the gaps that they leave: insert, preview, go from gap to gap.
import { Editor } from "../django_prose_editor/editor.js";
import { minta } from "./naskah-minta.js";

const kosong = (naskah) => !(naskah.content ?? []).some((b) => b.type !== "paragraph" || b.content?.length);

export class Rancangan {
  constructor({ url, editor, isi, ikatan, ekstensi, ganti, penyimpan, kabari, tombol }) {
    Object.assign(this, { url, editor, isi, ikatan, ekstensi, ganti, penyimpan, kabari, tombol });
    this.dialog = document.querySelector('[data-dialog="rancangan"]');
    this.dialog.querySelector("[data-batal]").addEventListener("click", () => this.dialog.close());
    this.dialog.querySelectorAll("[data-pakai]").forEach((t) => t.addEventListener("click", () => {
      this.dialog.close();
      this.pakai(t.dataset.pakai);
    }));
    this.dialog.addEventListener("close", () => this.pratinjau?.destroy());
  }

  tutup() {
    return this.tombol("Tutup", () => this.kabari(""));
  }

  async susun() {
    if (this.penyimpan.ditahan) {
      return this.kabari("Pilih dahulu tulisan yang dipakai, lalu susun rancangan.", this.tutup());
    }
    const jawab = await minta(this.url);
    if (!jawab.ok) return this.kabari("Rancangan belum dapat disusun. Periksa sambungan, lalu coba lagi.", this.tutup());
    this.naskah = jawab.isi.isi;
    this.celah = jawab.isi.celah;
    this.ikatan.kenalkan(jawab.isi.nilai);
    if (kosong(this.isi(this.editor))) return this.pakai("sisip");
    const wadah = this.dialog.querySelector("[data-pratinjau]");
    wadah.replaceChildren();
    this.pratinjau = new Editor({
      element: wadah, injectCSS: false, editable: false, extensions: this.ekstensi(), content: this.naskah,
      editorProps: { attributes: { role: "document", "aria-label": "Isi rancangan" } },
    });
    this.dialog.showModal();
  }

  async pakai(cara) {
    // What is already written becomes a version of its own before the draft joins or replaces it.
    if (this.penyimpan.kotor) await this.penyimpan.kirim();
    const lama = cara === "tambah" ? this.isi(this.editor).content : [];
    this.penyimpan.rancangan = cara;
    this.ganti({ type: "doc", content: [...lama, ...this.naskah.content] }, true);
    this.editor.commands.focus(cara === "tambah" ? "end" : "start");
    this.penyimpan.kirim();
    const sisa = this.celah ? ` ${this.celah} celah perlu dilengkapi.` : "";
    this.kabari(`Rancangan dari data disisipkan.${sisa} `, this.tombol("Urungkan", () => {
      this.kabari("");
      this.editor.chain().focus().undo().run();
    }), this.tutup());
  }
}

// The gaps of a text in reading order.
export const letakCelah = (doc) => {
  const letak = [];
  doc.descendants((node, pos) => {
    if (node.type.name === "celah") letak.push(pos);
  });
  return letak;
};

// Select the next gap after the cursor, the first one again after the last.
export const keCelah = (editor) => {
  const semua = letakCelah(editor.state.doc);
  if (!semua.length) return;
  const { from } = editor.state.selection;
  const pilih = editor.state.selection.node?.type.name === "celah" ? from + 1 : from;
  editor.chain().focus().setNodeSelection(semua.find((p) => p >= pilih) ?? semua[0]).scrollIntoView().run();
};

export class DialogCelah {
  constructor() {
    this.el = document.querySelector('[data-dialog="celah"]');
    this.medan = this.el.querySelector("[data-petunjuk]");
    this.el.querySelector("[data-batal]").addEventListener("click", () => this.el.close());
    this.el.querySelector("form").addEventListener("submit", () => this.pilih({ petunjuk: this.medan.value.trim() || "isi bagian ini" }));
  }

  buka(pilih) {
    this.pilih = pilih;
    this.medan.value = "";
    this.el.showModal();
  }
}
