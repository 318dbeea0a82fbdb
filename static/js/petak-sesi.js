// An expired session asks for the password where the person is: the same user only, and nothing typed is lost.

let sedang = null;

// Answers whether the page may go on; several grids that ask together share one dialog.
export function masukLagi() {
  sedang ??= pulihkan().finally(() => (sedang = null));
  return sedang;
}

const utama = () => document.querySelector("[data-pengguna]");

async function ambil(isi) {
  const url = `${utama().dataset.masuk}?next=${encodeURIComponent(location.pathname)}`;
  const jawab = await fetch(url, isi ? { method: "POST", body: isi, credentials: "same-origin" } : { credentials: "same-origin" });
  return new DOMParser().parseFromString(await jawab.text(), "text/html");
}

// The page as the server gives it now: ours again, somebody else's, or still the form.
function terima(dok) {
  const pengguna = dok.querySelector("[data-pengguna]")?.dataset.pengguna;
  if (pengguna === undefined) return false;
  if (pengguna !== utama().dataset.pengguna) throw new Error("Peramban ini sedang dipakai masuk oleh akun lain. Keluarlah dari akun itu, lalu coba lagi.");
  document.querySelector('meta[name="csrf"]').content = dok.querySelector('meta[name="csrf"]').content;
  document.body.setAttribute("hx-headers", JSON.stringify({ "X-CSRFToken": document.querySelector('meta[name="csrf"]').content }));
  return true;
}

async function pulihkan() {
  let dok = await ambil();
  if (terima(dok)) return true; // signed in again in another tab
  const kotak = dialog();
  document.body.append(kotak);
  kotak.showModal();
  try {
    return await new Promise((selesai) => {
      kotak.addEventListener("close", () => selesai(false));
      kotak.querySelector("[data-nanti]").addEventListener("click", () => kotak.close());
      kotak.querySelector("form").addEventListener("submit", async (ev) => {
        ev.preventDefault();
        const pesan = kotak.querySelector(".pesan");
        pesan.textContent = "Memeriksa…";
        try {
          const isi = new FormData();
          isi.set("csrfmiddlewaretoken", dok.querySelector('#form-masuk [name="csrfmiddlewaretoken"]')?.value ?? "");
          isi.set("username", utama().dataset.akun);
          isi.set("password", kotak.querySelector("input").value);
          isi.set("next", location.pathname);
          dok = await ambil(isi);
          if (terima(dok)) selesai(true);
          else pesan.textContent = dok.querySelector(".pesan.salah")?.textContent ?? "Belum dapat masuk. Tunggu sebentar lalu coba lagi.";
        } catch (galat) {
          pesan.textContent = galat instanceof TypeError ? "Sambungan terputus. Coba lagi sesudah tersambung." : galat.message;
        }
      });
    });
  } finally {
    kotak.close();
    kotak.remove();
  }
}

function dialog() {
  const d = document.createElement("dialog");
  d.className = "dialog-petak";
  d.setAttribute("aria-labelledby", "judul-sesi");
  d.innerHTML =
    '<form><h2 id="judul-sesi">Sesi Anda sudah berakhir</h2><p>Masuk kembali sebagai <b></b>. Semua isian Anda masih ada.</p>' +
    '<label>Kata sandi <input type="password" autocomplete="current-password" required></label><p class="pesan salah" role="alert"></p>' +
    '<div class="tombol-deret"><button class="tombol">Masuk dan simpan</button><button type="button" class="tombol tipis" data-nanti>Nanti saja</button></div></form>';
  d.querySelector("b").textContent = utama().dataset.akun;
  return d;
}
