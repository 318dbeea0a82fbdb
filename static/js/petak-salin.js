// A block for the clipboard, as text and as a table. Pure.
export function tulisKlip(blok) {
  const kutip = (t) => (/[\t\n"]/.test(t) ? `"${t.replaceAll('"', '""')}"` : t);
  const tabel = document.implementation.createHTMLDocument("").createElement("table");
  for (const baris of blok) {
    const tr = tabel.insertRow();
    for (const t of baris) tr.insertCell().textContent = t;
  }
  return { teks: blok.map((b) => b.map(kutip).join("\t")).join("\r\n"), html: tabel.outerHTML };
}
