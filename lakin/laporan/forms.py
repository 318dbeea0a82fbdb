"""Forms of the report."""

from __future__ import annotations

from typing import Any

from django import forms

from lakin.laporan.enums import TempatFoto
from lakin.laporan.models import Foto
from lakin.laporan.services_foto import KeteranganFoto
from renstra.enums import Kapasitas


class FormFoto(forms.Form):
    """The words of one picture; several stand on a page, so its fields are named after its code."""

    use_required_attribute = False
    """What is missing is said by us, beside the field, and the rest of the page stays."""

    judul = forms.CharField(
        label="Judul gambar",
        max_length=200,
        error_messages={"required": "Isi judul gambar: apa, di mana, kapan."},
    )
    teks_alternatif = forms.CharField(
        label="Teks alternatif",
        max_length=500,
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Apa yang tampak, bagi yang tidak dapat melihat gambarnya.",
        error_messages={"required": "Isi teks alternatif: apa yang tampak pada gambar."},
    )
    sumber = forms.CharField(label="Sumber", max_length=200, required=False)
    tanggal = forms.DateField(
        label="Tanggal",
        required=False,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"invalid": "Tanggal tidak dikenal. Tulis seperti 31/12/2023."},
    )
    tempat = forms.ChoiceField(
        label="Tampil juga pada", required=False, choices=[("", "Hanya di tulisan yang memuatnya"), *TempatFoto.choices]
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, min_value=1)

    def __init__(self, data: Any = None, *, foto: Foto) -> None:
        super().__init__(data, initial=_awal(foto), auto_id=f"{foto.kode}-%s", label_suffix="")
        for nama, medan in self.fields.items():
            catatan = [f"galat-{foto.kode}-{nama}"] if self.is_bound and self.errors.get(nama) else []
            if catatan:
                medan.widget.attrs["aria-invalid"] = "true"
            if medan.help_text:
                catatan.append(f"bantuan-{foto.kode}-{nama}")
            if catatan:
                medan.widget.attrs["aria-describedby"] = " ".join(catatan)

    def keterangan(self) -> KeteranganFoto:
        """What was typed, once it is valid."""
        d = self.cleaned_data
        return KeteranganFoto(d["judul"], d["teks_alternatif"], d["sumber"], d["tanggal"], d["tempat"])


def _awal(foto: Foto) -> dict[str, Any]:
    return {
        "judul": foto.judul,
        "teks_alternatif": foto.teks_alternatif,
        "sumber": foto.sumber,
        "tanggal": foto.tanggal,
        "tempat": foto.tempat,
        "versi": foto.versi,
    }


class FormSahkan(forms.Form):
    """Who approves, as it will be printed; the service checks it."""

    nama = forms.CharField(label="Nama pejabat", max_length=150, required=False)
    nip = forms.CharField(label="NIP", max_length=30, required=False)
    jabatan = forms.CharField(label="Jabatan", max_length=200, required=False)
    kapasitas = forms.ChoiceField(label="Bertindak sebagai", choices=Kapasitas.choices, required=False)
    versi = forms.IntegerField(widget=forms.HiddenInput)

    def isian(self) -> dict[str, Any]:
        """The fields of who approves."""
        return {medan: self.cleaned_data[medan] for medan in ("nama", "nip", "jabatan", "kapasitas")}


class FormPernyataanReviu(forms.Form):
    """Who signs the statement of a reviu, as it will be printed; the service checks it."""

    nama = forms.CharField(label="Nama penanda tangan", max_length=150, required=False)
    nip = forms.CharField(label="NIP", max_length=30, required=False)
    jabatan = forms.CharField(label="Jabatan", max_length=200, required=False)
    kapasitas = forms.ChoiceField(label="Bertindak sebagai", choices=Kapasitas.choices, required=False)
    tempat = forms.CharField(label="Tempat", max_length=80, required=False)
    penjelas = forms.CharField(
        label="Paragraf penjelas",
        max_length=4000,
        required=False,
        widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Hal yang belum selesai diperbaiki; ikut tercetak pada pernyataan. Kosongkan bila tidak ada.",
    )
    versi = forms.IntegerField(widget=forms.HiddenInput)
