// One file to the server, with the form's other fields: with its progress, which fetch cannot tell, and an answer that is never HTML.
export const unggah = (url, berkas, maju = () => {}, medan = {}) =>
  new Promise((selesai) => {
    const isi = new FormData();
    isi.append("berkas", berkas, berkas.name || "gambar");
    for (const [nama, teks] of Object.entries(medan)) isi.append(nama, teks);
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
        return gagal(minta.status === 413 ? "Berkas terlalu besar bagi server. Perkecil berkasnya." : "Server tidak menerima berkas ini. Muat ulang halaman, lalu coba lagi.");
      }
      selesai(minta.status === 200 ? { ok: true, ...jawab } : { ok: false, pesan: jawab.pesan ?? "Berkas ditolak." });
    });
    minta.send(isi);
  });
