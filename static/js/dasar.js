// What every page has: figures that open their explanation in the side panel; signing out leaves nothing behind.
import "./penjelasan.js";

// Unsent entries of whoever signs out are thrown away, but never without asking.
document.addEventListener("submit", (ev) => {
  const pengguna = ev.target.dataset?.keluar;
  if (pengguna === undefined) return;
  const milik = Object.keys(localStorage).filter((k) => k.startsWith(`lakin:isian:${pengguna}:`));
  if (milik.length && !confirm("Ada isian yang belum tersimpan di komputer ini. Keluar akan membuangnya. Tetap keluar?")) ev.preventDefault();
  else milik.forEach((k) => localStorage.removeItem(k));
});
