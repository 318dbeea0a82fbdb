// The soft mark of a row: what is odd in it, in words beside its name. It blocks nothing and moves no focus.

const SEBUT = 3; // the panel has them all

const buat = (nama, isi) => Object.assign(document.createElement(nama), isi);

// Of the rows that an answer speaks of: marks come, change and go with what the checks find now.
export function tandaiHal({ ringkas = [], hal = [] }) {
  for (const { kode } of ringkas) {
    const nama = document.querySelector(`#${CSS.escape(`baris-${kode}`)} .nama`);
    const milik = hal.filter(({ id }) => id === `sel-${kode}` || id === `sel-${kode}-fisik`);
    let kotak = nama?.querySelector(".hal");
    if (!nama || !milik.length) {
      kotak?.remove();
      continue;
    }
    if (!kotak) {
      kotak = buat("details", { className: "hal" });
      kotak.append(buat("summary", {}), buat("ul", {}));
      nama.append(kotak);
    }
    const [judul, daftar] = kotak.children;
    judul.textContent = `⚠ ${milik.length} hal perlu diperiksa`;
    judul.append(buat("span", { className: "tak-tampak", textContent: ` pada ${kode}` }));
    const isi = milik.slice(0, SEBUT).map(kalimat);
    if (milik.length > SEBUT) isi.push(`Dan ${milik.length - SEBUT} hal lain; lihat Rincian.`);
    judul.title = isi.join("\n");
    daftar.replaceChildren(...isi.map((textContent) => buat("li", { textContent })));
    for (const { id } of milik) sebut(document.getElementById(id));
  }
}

const kalimat = ({ jenis, pesan }) => `${jenis[0].toUpperCase()}${jenis.slice(1)}: ${pesan}`;

// The field that was just saved says so too: it is what a screen reader reads with the field.
function sebut(s) {
  const ket = document.getElementById(s?.getAttribute("aria-describedby"));
  if (ket?.classList.contains("tersimpan") && !ket.textContent.includes("⚠")) ket.append(" · ⚠ perlu diperiksa");
}
