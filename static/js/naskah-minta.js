// One way to ask the server: the answer says whether it could be reached, and an answer in HTML is not an error of ours.
export async function minta(url, badan) {
  let jawab;
  try {
    jawab = await fetch(url, {
      method: badan === undefined ? "GET" : "POST",
      credentials: "same-origin",
      headers: badan === undefined ? {} : {
        "Content-Type": "application/json",
        "X-CSRFToken": document.querySelector("[data-csrf]")?.dataset.csrf ?? "",
      },
      body: badan === undefined ? undefined : JSON.stringify(badan),
    });
  } catch {
    return { ok: false, putus: true, status: 0, isi: {} };
  }
  const json = (jawab.headers.get("Content-Type") ?? "").includes("application/json");
  let isi = {};
  try {
    if (json) isi = await jawab.json();
  } catch {
    return { ok: false, putus: true, status: jawab.status, isi: {} };
  }
  // A session that ended is a redirect to the sign-in page.
  if (jawab.redirected || (jawab.ok && !json)) return { ok: false, keluar: true, status: jawab.status, isi };
  return { ok: jawab.ok, putus: jawab.status >= 500, status: jawab.status, isi };
}
