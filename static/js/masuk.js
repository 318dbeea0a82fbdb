// Sample mode: a sample account fills the form.
document.addEventListener("click", (e) => {
  const tombol = e.target.closest("[data-akun]");
  if (!tombol) return;
  const form = document.getElementById("form-masuk");
  form.elements.username.value = tombol.dataset.akun;
  form.elements.password.value = tombol.dataset.sandi;
  form.querySelector("button").focus();
});
