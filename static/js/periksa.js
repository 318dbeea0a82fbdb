// The check page: notes that were typed and not yet sent are not left behind without asking.
const form = document.getElementById("form-ajuan");

const berubah = () => [...(form?.querySelectorAll("textarea") ?? [])].some((t) => t.value !== t.defaultValue);

let dikirim = false;
form?.addEventListener("submit", () => (dikirim = true));
window.addEventListener("beforeunload", (e) => {
  if (!dikirim && berubah()) e.preventDefault();
});
window.addEventListener("pageshow", () => (dikirim = false));
