"""Forms of the secretariat on periods."""

from __future__ import annotations

from typing import Any

from django import forms
from django.db.models import QuerySet

from lakin.angka import nama_triwulan
from lakin.organisasi.models import Satker

TRIWULAN = [(tw, nama_triwulan(tw)) for tw in (1, 2, 3, 4)]
SEMUA, PILIHAN = "semua", "pilihan"


def _hari(label: str, bantuan: str = "", *, wajib: bool = True, kosong: str = "") -> forms.DateField:
    return forms.DateField(
        label=label,
        required=wajib,
        help_text=bantuan,
        input_formats=["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"],
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": kosong, "invalid": "Tanggal tidak dikenal. Tulis seperti 31/12/2023."},
    )


class _Form(forms.Form):
    """Fields that say what is wrong with them beside themselves."""

    use_required_attribute = False

    def __init__(self, *args: Any, pilihan: QuerySet[Satker] | None = None, **kwargs: Any) -> None:
        super().__init__(*args, **{"label_suffix": "", **kwargs})
        if pilihan is not None:  # before the first look at the errors, which cleans the form
            self.fields["satker"].queryset = pilihan  # type: ignore[attr-defined]
        for nama, medan in self.fields.items():
            catatan = [f"bantuan-{self.auto_id_of(nama)}"] if medan.help_text else []
            if self.is_bound and self.errors.get(nama):
                medan.widget.attrs["aria-invalid"] = "true"
                catatan.append(f"galat-{self.auto_id_of(nama)}")
            if catatan:
                medan.widget.attrs["aria-describedby"] = " ".join(catatan)

    def auto_id_of(self, nama: str) -> str:
        """The id of a field on the page."""
        return str(self[nama].auto_id)

    def tambah_galat(self, medan: str, pesan: str) -> None:
        """Show what a service refused, beside its field where there is one."""
        nama = medan if medan in self.fields else None
        self.add_error(nama, pesan)
        if nama:
            attrs = self.fields[nama].widget.attrs
            attrs["aria-invalid"] = "true"
            lama = attrs.get("aria-describedby", "")
            attrs["aria-describedby"] = f"{lama} galat-{self.auto_id_of(nama)}".strip()


class FormHari(_Form):
    """The days of one period, and the version that was seen."""

    tenggat = _hari("Tenggat pengajuan", kosong="Tenggat belum diisi.")
    kunci_pada = _hari(
        "Hari penguncian", "Sejak hari ini isian tertutup. Boleh kosong: tidak terkunci dengan sendirinya.", wajib=False
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)


class FormBuka(_Form):
    """A triwulan for all satkers or for chosen ones."""

    tahun = forms.IntegerField(
        label="Tahun",
        min_value=2000,
        max_value=2100,
        error_messages={"required": "Tahun belum diisi.", "invalid": "Tahun ditulis seperti 2023."},
    )
    triwulan = forms.TypedChoiceField(
        label="Triwulan", choices=TRIWULAN, coerce=int, error_messages={"required": "Pilih triwulan."}
    )
    tenggat = _hari("Tenggat pengajuan", kosong="Tenggat belum diisi.")
    kunci_pada = _hari("Hari penguncian", "Boleh kosong: tidak terkunci dengan sendirinya.", wajib=False)
    lingkup = forms.ChoiceField(
        label="Dibuka untuk",
        choices=[(SEMUA, "Semua satker"), (PILIHAN, "Satker yang dipilih di bawah")],
        widget=forms.RadioSelect,
        initial=SEMUA,
        error_messages={"required": "Pilih semua satker atau satker tertentu."},
    )
    satker = forms.ModelMultipleChoiceField(
        label="Satker",
        queryset=Satker.objects.none(),
        required=False,
        widget=forms.CheckboxSelectMultiple,
        error_messages={"invalid_choice": "Satker yang dipilih tidak dikenal. Muat ulang halaman."},
    )

    def clean(self) -> dict[str, Any]:
        """Chosen satkers must be chosen."""
        d = super().clean() or {}
        if d.get("lingkup") == PILIHAN and not d.get("satker") and "satker" not in self.errors:
            self.add_error("satker", "Pilih paling sedikit satu satker, atau buka untuk semua satker.")
        return d


class FormPengecualian(_Form):
    """Until when one satker may still write, and why."""

    sampai = _hari("Boleh mengisi sampai", kosong="Hari terakhir pengecualian belum diisi.")
    alasan = forms.CharField(
        label="Alasan",
        max_length=1000,
        widget=forms.Textarea(attrs={"rows": 2}),
        error_messages={"required": "Tuliskan alasan pengecualian ini."},
    )
    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)
