// Folding of the budget tree; without this module every row shows.
const semua = [...document.querySelectorAll("[data-lipat]")];
const tombolDari = (g) => document.querySelector(`[aria-controls="${g.id}"]`);
const saklar = document.querySelector("[data-lipat-semua]");

const setel = (g, buka) => {
  g.hidden = !buka;
  tombolDari(g).setAttribute("aria-expanded", String(buka));
};
const tulis = () => {
  if (saklar) saklar.textContent = semua.some((g) => g.hidden) ? "Buka semua" : "Lipat semua";
};

for (const g of semua) {
  tombolDari(g).hidden = false;
  setel(g, false);
}
if (saklar && semua.length) {
  saklar.hidden = false;
  tulis();
  saklar.addEventListener("click", () => {
    const buka = semua.some((g) => g.hidden);
    semua.forEach((g) => setel(g, buka));
    tulis();
  });
}
document.addEventListener("click", (e) => {
  const tombol = e.target.closest("button.lipat");
  if (!tombol) return;
  const g = document.getElementById(tombol.getAttribute("aria-controls"));
  setel(g, g.hidden);
  tulis();
});
