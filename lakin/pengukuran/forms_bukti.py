"""The words of a piece of evidence, as they are typed."""

from __future__ import annotations

from typing import Any

from django import forms

from lakin.pengukuran.bukti import KeteranganBukti
from lakin.pengukuran.models import Bukti


class FormBukti(forms.Form):
    """Subject, number and date; several such forms stand on a page, so their ids carry what they belong to."""

    use_required_attribute = False

    perihal = forms.CharField(
        label="Perihal", max_length=300, required=False, help_text="Bila kosong, dipakai nama berkasnya."
    )
    nomor = forms.CharField(label="Nomor", max_length=120, required=False)
    tanggal = forms.DateField(
        label="Tanggal dokumen",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tanggal tidak dikenal. Tulis seperti 31/12/2023."},
    )

    def __init__(self, data: Any = None, *, bukti: Bukti | None = None) -> None:
        awal = {"perihal": bukti.perihal, "nomor": bukti.nomor, "tanggal": bukti.tanggal} if bukti else {}
        tanda = f"bukti-{bukti.pk}" if bukti else "bukti-baru"
        super().__init__(data, initial=awal, auto_id=f"{tanda}-%s", label_suffix="")
        if bukti:
            self.fields["perihal"].help_text = ""
        for nama, medan in self.fields.items():
            if self.is_bound and self.errors.get(nama):
                medan.widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"{tanda}-galat-{nama}"}

    def keterangan(self) -> KeteranganBukti:
        """What was typed, once it is valid."""
        d = self.cleaned_data
        return KeteranganBukti(d["perihal"], d["nomor"], d["tanggal"])
