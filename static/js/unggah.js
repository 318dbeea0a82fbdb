// One picture to the server: with its progress, which fetch cannot tell, and an answer that is never HTML.
export const unggah = (url, berkas, maju = () => {}) =>
  new Promise((selesai) => {
    const isi = new FormData();
    isi.append("berkas", berkas, berkas.name || "gambar");
    const minta = new XMLHttpRequest();
    minta.open("POST", url);
    minta.setRequestHeader("Accept", "application/json");
    minta.setRequestHeader("X-CSRFToken", document.querySelector("[data-csrf]")?.dataset.csrf ?? "");
    minta.upload.addEventListener("progress", (e) => e.lengthComputable && maju(e.loaded / e.total));
    const gagal = (pesan) => selesai({ ok: false, pesan });
    minta.addEventListener("error", () => gagal("Sambungan terputus. Berkas belum terunggah; coba lagi."));
    minta.addEventListener("load", () => {
      let jawab = {};
      try {
        jawab = JSON.parse(minta.responseText);
      } catch {
        return gagal(minta.status === 413 ? "Berkas terlalu besar bagi server. Perkecil gambarnya." : "Server tidak menerima berkas ini. Muat ulang halaman, lalu coba lagi.");
      }
      selesai(minta.status === 200 ? { ok: true, ...jawab } : { ok: false, pesan: jawab.pesan ?? "Berkas ditolak." });
    });
    minta.send(isi);
  });
