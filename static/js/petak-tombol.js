// The keys that spreadsheet users have in their fingers. A cell whose whole text is selected is being walked over;
// once it is typed in, the arrows and Home belong to its text until they reach its end.
import { sedangDiketik, ulangi, urungkan } from "./petak-urung.js";

const PANAH = { ArrowDown: [1, 0], ArrowUp: [-1, 0], ArrowLeft: [0, -1], ArrowRight: [0, 1] };

export function tombol(petak, ev) {
  const s = ev.target;
  const pilih = s.tagName === "SELECT";
  const utuh = pilih || (s.selectionStart === 0 && s.selectionEnd === s.value.length);
  if (ev.altKey) return;
  const habis = ev.ctrlKey || ev.metaKey ? dengan(petak, ev, s, utuh) : tanpa(petak, ev, s, utuh, pilih);
  if (habis) ev.preventDefault();
}

function dengan(petak, ev, s, utuh) {
  const huruf = ev.key.toLowerCase();
  if (huruf === "z" || huruf === "y") {
    if (sedangDiketik(s) && s.tagName !== "SELECT") return false; // the browser undoes typing letter by letter
    petak.pilihan.lepas();
    petak.kabar(huruf === "y" || ev.shiftKey ? ulangi() : urungkan());
    return true;
  }
  if (huruf === "d") return petak.isiKeBawah(s);
  if (huruf === "a" && utuh) return petak.pilihSemua();
  if (ev.key === "Enter") return petak.rincian(s);
  if (ev.key === "Home") return petak.keTepi(1);
  if (ev.key === "End") return petak.keTepi(-1);
  return false;
}

function tanpa(petak, ev, s, utuh, pilih) {
  const [db, dk] = PANAH[ev.key] ?? [];
  if (db !== undefined && ev.shiftKey) {
    if (!utuh) return false;
    petak.pilihan.ulur(s, db, dk);
    return true;
  }
  if (ev.key === "Enter") return petak.pindah(s, ev.shiftKey ? -1 : 1, 0) || petak.tegaskan(s) || true;
  if (db) return !pilih && petak.pindah(s, db, 0);
  if (dk === -1) return (pilih || (s.selectionStart === 0 && (s.selectionEnd === 0 || utuh))) && petak.pindah(s, 0, -1);
  if (dk === 1) return (pilih || (s.selectionEnd === s.value.length && (s.selectionStart === s.selectionEnd || utuh))) && petak.pindah(s, 0, 1);
  if ((ev.key === "Home" || ev.key === "End") && utuh && !pilih) return petak.keUjung(s, ev.key === "Home" ? 0 : -1);
  if (ev.key === "F2" && !pilih) {
    s.setSelectionRange(s.value.length, s.value.length);
    return true;
  }
  if (ev.key === "Escape") return petak.keluarDari(s);
  if (ev.key === "Delete" && (petak.pilihan.banyak > 1 || (utuh && s.value !== "" && !pilih))) {
    petak.kosongkan(petak.pilihan.banyak > 1 ? petak.pilihan.sel() : [s]);
    return true;
  }
  return false;
}
