// The editor's schema: exactly what the server reads, so that nobody who writes here is ever refused.
import {
  Bold, BulletList, Document, Dropcursor, Gapcursor, HardBreak, Heading, History, Italic, ListItem, OrderedList,
  Paragraph, Table, TableCell, TableHeader, TableRow, Text, TrailingNode,
} from "../django_prose_editor/editor.js";
import { Gambar } from "./naskah-gambar.js";
import { Angka, Celah, Sitasi } from "./naskah-simpul.js";
import { TempelBersih } from "./naskah-tempel.js";

const tanpaAtribut = { addAttributes: () => ({}) };
const polos = { parseHTML: () => 1, renderHTML: () => ({}) };
// prosemirror-tables reads these three; a typed table has no merged cells.
const sel = {
  content: "paragraph+",
  addAttributes: () => ({
    colspan: { default: 1, ...polos },
    rowspan: { default: 1, ...polos },
    colwidth: { default: null, parseHTML: () => null, renderHTML: () => ({}) },
  }),
};

export const ekstensi = (ikatan, galeri) => [
  Document.extend({ content: "(paragraph|heading|bulletList|orderedList|table|gambar)+" }),
  Text,
  Paragraph.extend(tanpaAtribut),
  Heading.extend({
    content: "text*",
    marks: "",
    addAttributes() {
      return { level: { default: 2, rendered: false } };
    },
    parseHTML: () => [
      { tag: "h1", attrs: { level: 2 } },
      { tag: "h2", attrs: { level: 2 } },
      ...["h3", "h4", "h5", "h6"].map((tag) => ({ tag, attrs: { level: 3 } })),
    ],
    addInputRules: () => [],
  }).configure({ levels: [2, 3] }),
  BulletList.extend({ ...tanpaAtribut, content: "listItem+" }),
  OrderedList.extend({
    ...tanpaAtribut,
    content: "listItem+",
    addNodeView: null,
    renderHTML: () => ["ol", 0],
    parseHTML: () => [{ tag: "ol" }],
  }),
  ListItem.extend({ ...tanpaAtribut, content: "paragraph (paragraph|bulletList|orderedList)*" }),
  HardBreak.extend({ ...tanpaAtribut, marks: "" }),
  Bold.extend(tanpaAtribut),
  Italic.extend(tanpaAtribut),
  Table.extend({
    ...tanpaAtribut,
    addNodeView: null,
    renderHTML: () => ["table", ["tbody", 0]],
  }).configure({ resizable: false, allowTableNodeSelection: true }),
  TableRow.extend(tanpaAtribut),
  TableHeader.extend({ ...sel, parseHTML: () => [{ tag: "th" }], renderHTML: () => ["th", 0] }),
  TableCell.extend({ ...sel, parseHTML: () => [{ tag: "td" }], renderHTML: () => ["td", 0] }),
  Angka.configure({ ikatan }),
  Sitasi.configure({ ikatan }),
  Celah,
  Gambar.configure({ galeri }),
  History.configure({ newGroupDelay: 500 }),
  TrailingNode.configure({ node: "paragraph", notAfter: ["paragraph"] }),
  Gapcursor,
  Dropcursor,
  TempelBersih,
];

// What is stored ends where the writing ends: the empty paragraph after a table is the editor's own.
export const isi = (editor) => {
  const json = editor.getJSON();
  const bagian = [...(json.content ?? [])];
  while (bagian.length && bagian.at(-1).type === "paragraph" && !bagian.at(-1).content?.length) bagian.pop();
  return { type: "doc", content: bagian };
};
