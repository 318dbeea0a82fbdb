"""Forms of planning."""

from django import forms


class FormBerlakukan(forms.Form):
    """From which day a draft is in force, and under which number."""

    sejak = forms.DateField(
        label="Berlaku sejak",
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}),
        error_messages={
            "required": "Tanggal berlaku belum diisi.",
            "invalid": "Tanggal tidak dikenal. Tulis seperti 31/12/2023.",
        },
    )
    nomor = forms.CharField(label="Nomor PK", max_length=120, required=False)
