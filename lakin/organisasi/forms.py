"""The sign-in form."""

from __future__ import annotations

from django.contrib.auth.forms import AuthenticationForm


class FormMasuk(AuthenticationForm):
    """Username and password, with sentences that say what to do next."""

    error_messages = {
        "invalid_login": (
            "Nama pengguna atau kata sandi tidak cocok. Periksa huruf besar dan kecil, lalu coba lagi. "
            "Bila lupa, hubungi administrator Lakin."
        ),
        "inactive": "Akun ini sudah tidak aktif. Hubungi administrator Lakin.",
    }

    def __init__(self, *args, **kwargs) -> None:
        super().__init__(*args, label_suffix="", **kwargs)
        self.fields["username"].label = "Nama pengguna"
        self.fields["password"].label = "Kata sandi"
        for nama, medan in self.fields.items():
            medan.error_messages["required"] = f"Isi {str(medan.label).lower()} Anda."
            medan.widget.attrs["required"] = True
            if self.is_bound and (self.errors.get(nama) or self.non_field_errors()):
                medan.widget.attrs["aria-invalid"] = "true"
                medan.widget.attrs["aria-describedby"] = "galat-masuk"
