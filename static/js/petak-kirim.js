// One request to the server; an expired session is renewed in place and the request sent again.

export class Tertahan extends Error {
  constructor(pesan, sesi = false) {
    super(pesan);
    this.sesi = sesi;
  }
}

export const csrf = () => document.querySelector('meta[name="csrf"]')?.content ?? "";

const minta = (url, isi) =>
  fetch(url, {
    method: "POST",
    credentials: "same-origin",
    headers: { "Content-Type": "application/json", "X-CSRFToken": csrf(), Accept: "application/json" },
    body: JSON.stringify(isi),
  });

const berakhir = (jawab) => jawab.redirected || jawab.status === 401 || jawab.status === 403;

export async function kirim(url, isi) {
  let jawab = await minta(url, isi);
  if (berakhir(jawab)) {
    const { masukLagi } = await import("./petak-sesi.js");
    if (await masukLagi()) jawab = await minta(url, isi);
    if (berakhir(jawab)) throw new Tertahan("Sesi Anda sudah berakhir. Isian ini tetap di komputer Anda; masuk kembali untuk menyimpannya.", true);
  }
  if (!(jawab.headers.get("content-type") ?? "").includes("json"))
    throw new Tertahan("Peladen sedang bermasalah. Isian Anda tetap di sini dan akan dicoba lagi.");
  const hasil = await jawab.json();
  if (!jawab.ok) throw new Tertahan(hasil.pesan ?? "Kiriman ditolak. Muat ulang halaman lalu coba lagi.");
  return hasil;
}
