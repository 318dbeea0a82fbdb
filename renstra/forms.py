"""Forms of planning."""

from __future__ import annotations

from typing import Any

from django import forms

from lakin.angka import Ambigu, Galat, Nilai, Tiada, baca, tulis_isian
from lakin.capaian.katalog import KATALOG
from renstra.enums import AlasanRevisi, CaraRenstra, Kapasitas, Klasifikasi, Perspektif
from renstra.models import Katalog, RevisiRenstra
from renstra.services.isi_pk import IsiPihak
from renstra.services.isi_renstra import IsiIndikator
from renstra.services.tanda_pk import Tanda
from renstra.services.uraian_renstra import TERPANJANG

BENTUK_TANGGAL = ["%Y-%m-%d", "%d/%m/%Y", "%d-%m-%Y"]


def medan_tanggal(label: str, kosong: str) -> forms.DateField:
    """A day, typed or picked."""
    return forms.DateField(
        label=label,
        input_formats=BENTUK_TANGGAL,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
        error_messages={"required": kosong, "invalid": "Tanggal tidak dikenal. Tulis seperti 31/12/2023."},
    )


class _Berversi(forms.Form):
    """A form that names the version that its writer saw."""

    use_required_attribute = False

    versi = forms.IntegerField(widget=forms.HiddenInput, required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.label_suffix = ""

    def full_clean(self) -> None:
        """Check, and mark what is wrong for those who cannot see its colour."""
        super().full_clean()
        for nama in self.errors:
            if nama in self.fields:
                self.fields[nama].widget.attrs |= {"aria-invalid": "true", "aria-describedby": f"galat-{nama}"}

    @property
    def versi_terlihat(self) -> int:
        """The version that was seen; -1, which nothing has, where none was named."""
        versi = self.cleaned_data.get("versi")
        return -1 if versi is None else versi


class FormAjukanPK(_Berversi):
    """Why a revision is made."""

    alasan = forms.ChoiceField(
        label="Alasan revisi", choices=[("", "Pilih alasan"), *AlasanRevisi.choices], required=False
    )
    catatan = forms.CharField(label="Keterangan", max_length=500, required=False)


class FormTandaPK(_Berversi):
    """From which day the PK is in force, the day of signing, its number."""

    tanggal = medan_tanggal("Tanggal tanda tangan", "Isi tanggal tanda tangan.")
    sejak = medan_tanggal("Berlaku sejak", "Isi tanggal mulai berlaku.")
    nomor = forms.CharField(label="Nomor PK", max_length=120, required=False)

    def tanda(self) -> Tanda:
        """What was typed, once it is valid."""
        d = self.cleaned_data
        return Tanda(d["sejak"], d["tanggal"], d["nomor"])


class FormPihakPK(forms.Form):
    """Who signs for one party; the service checks it."""

    use_required_attribute = False

    nama = forms.CharField(label="Nama", required=False)
    nip = forms.CharField(label="NIP", required=False)
    jabatan = forms.CharField(label="Jabatan", required=False)
    kapasitas = forms.ChoiceField(label="Bertindak sebagai", choices=Kapasitas.choices, required=False)

    def isi(self) -> IsiPihak:
        """What was typed."""
        d = {medan: self.cleaned_data.get(medan, "").strip() for medan in ("nama", "jabatan", "nip", "kapasitas")}
        return IsiPihak(**d | {"nip": d["nip"].replace(" ", "")})


class FormBerlakukanRenstra(_Berversi):
    """From which day a revision is in force, and by which document."""

    sejak = medan_tanggal("Berlaku sejak", "Isi tanggal mulai berlaku.")
    dokumen = forms.CharField(label="Dokumen penetapan", max_length=250, required=False)
    catatan = forms.CharField(label="Alasan perubahan", max_length=500, required=False)


class _Bertarget(_Berversi):
    """A form with one target per year of the Renstra, typed as people write numbers."""

    def __init__(self, *args: Any, revisi: RevisiRenstra, target: dict[int, Nilai] | None = None, **kwargs: Any):
        super().__init__(*args, **kwargs)
        self.tahun = range(revisi.renstra.awal, revisi.renstra.akhir + 1)
        for tahun in self.tahun:
            isi = (target or {}).get(tahun, Tiada.KOSONG)
            awal = "N/A" if isi is Tiada.NA else "" if isi is Tiada.KOSONG else tulis_isian(isi)
            self.fields[f"target-{tahun}"] = forms.CharField(
                label=f"Target {tahun}", required=False, initial=awal, max_length=40,
                widget=forms.TextInput(attrs={"inputmode": "decimal", "autocomplete": "off"}),
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Read the targets; what may mean two numbers is asked back."""
        isi = super().clean() or {}
        isi["target"] = {}
        for tahun in self.tahun:
            hasil = baca(isi.get(f"target-{tahun}", ""))
            if isinstance(hasil, Ambigu | Galat):
                self.add_error(f"target-{tahun}", hasil.pesan)
            else:
                isi["target"][tahun] = hasil.nilai
        return isi

    @property
    def medan_target(self) -> list[Any]:
        """The fields of the targets, year by year."""
        return [self[f"target-{tahun}"] for tahun in self.tahun]


class FormTujuan(_Bertarget):
    """A tujuan with its yearly targets in percent."""

    kode = forms.SlugField(label="Kode", max_length=20, error_messages={"required": "Isi kode tujuan."})
    nama = forms.CharField(label="Tujuan", max_length=300, error_messages={"required": "Isi nama tujuan."})


class FormSasaran(_Berversi):
    """A sasaran in its perspective."""

    kode = forms.SlugField(label="Kode", max_length=20, error_messages={"required": "Isi kode sasaran."})
    nama = forms.CharField(label="Sasaran", max_length=300, error_messages={"required": "Isi nama sasaran."})
    perspektif = forms.ChoiceField(label="Perspektif", choices=Perspektif.choices)

    def __init__(self, *args: Any, revisi: RevisiRenstra, **kwargs: Any):
        super().__init__(*args, **kwargs)


class FormIndikator(_Bertarget):
    """An indicator with its targets and its manual; ``pengganti`` says that it measures something else now."""

    kode = forms.RegexField(
        r"^[A-Za-z0-9][A-Za-z0-9./-]*$", label="Kode", max_length=20,
        error_messages={"required": "Isi kode indikator.", "invalid": "Kode berisi huruf, angka, titik, atau garis."},
    )  # fmt: skip
    nama = forms.CharField(label="Indikator kinerja", max_length=300, error_messages={"required": "Isi namanya."})
    sasaran = forms.ChoiceField(label="Sasaran", error_messages={"required": "Pilih sasaran."})
    tujuan = forms.ChoiceField(label="Tujuan", error_messages={"required": "Pilih tujuan."})
    katalog = forms.ChoiceField(label="Entri katalog BSKJI", required=False)
    satuan = forms.CharField(label="Satuan", max_length=30, error_messages={"required": "Isi satuannya."})
    klasifikasi = forms.ChoiceField(label="Klasifikasi", choices=Klasifikasi.choices)
    cara_renstra = forms.ChoiceField(label="Penjumlahan antartahun", choices=CaraRenstra.choices)
    desimal = forms.IntegerField(label="Desimal realisasi", min_value=0, max_value=6, initial=2)
    desimal_target = forms.IntegerField(label="Desimal target", min_value=0, max_value=6, initial=0)
    rumus = forms.ChoiceField(
        label="Rumus hitung", required=False,
        choices=[("", "Tanpa data dasar: realisasi dicatat langsung"), *{r.kode: r.nama for r in KATALOG}.items()],
    )  # fmt: skip
    iku = forms.BooleanField(label="Indikator kinerja utama (IKU)", required=False)
    wajib_bukti = forms.BooleanField(label="Wajib berdokumen bukti", required=False)
    definisi = forms.CharField(label="Definisi", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    sumber_data = forms.CharField(label="Sumber data", widget=forms.Textarea(attrs={"rows": 2}), required=False)
    cara_hitung = forms.CharField(label="Cara menghitung", widget=forms.Textarea(attrs={"rows": 3}), required=False)
    pengganti = forms.BooleanField(label="Menggantikan indikator sebelumnya: yang diukur sudah berbeda", required=False)

    def __init__(self, *args: Any, revisi: RevisiRenstra, **kwargs: Any):
        super().__init__(*args, revisi=revisi, **kwargs)
        for medan, semua in (("sasaran", revisi.sasaran.all()), ("tujuan", revisi.tujuan.all())):
            self.fields[medan].choices = [(x.kode, f"{x.kode} {x.nama}") for x in semua]  # type: ignore[attr-defined]
        entri = [(k.kunci, f"{k.kode_bskji} {k.nama}") for k in Katalog.objects.order_by("kode_bskji", "kunci")]
        self.fields["katalog"].choices = [("", "Tidak ada pada katalog"), *entri]  # type: ignore[attr-defined]

    def isi(self) -> IsiIndikator:
        """What was typed, once it is valid."""
        return IsiIndikator(**{m: self.cleaned_data[m] for m in IsiIndikator.__dataclass_fields__})


class FormMasa(forms.Form):
    """The years of a new Renstra, and what it begins with."""

    use_required_attribute = False
    SALIN, KOSONG = "salin", "kosong"

    awal = forms.IntegerField(
        label="Tahun pertama", min_value=2000, max_value=2100, error_messages={"required": "Isi tahun pertama."}
    )
    akhir = forms.IntegerField(
        label="Tahun terakhir", min_value=2000, max_value=2100, error_messages={"required": "Isi tahun terakhir."}
    )
    dari = forms.ChoiceField(
        label="Mulai dari",
        choices=[
            (SALIN, "Renstra terakhir: tujuan, sasaran, indikator, kegiatan, dan uraian tanpa angkanya"),
            (KOSONG, "Kosong"),
        ],
    )


class FormKegiatan(_Bertarget):
    """An activity with its funding per year, typed in Rp juta."""

    huruf = forms.CharField(label="Huruf", max_length=4, required=False)
    nama = forms.CharField(label="Kegiatan", max_length=300, error_messages={"required": "Isi nama kegiatan."})
    di_tempat_lain = forms.BooleanField(label="Pendanaannya tercantum pada indikator lain", required=False)

    def __init__(self, *args: Any, revisi: RevisiRenstra, **kwargs: Any):
        super().__init__(*args, revisi=revisi, **kwargs)
        for tahun in self.tahun:
            self.fields[f"target-{tahun}"].label = f"{tahun} (Rp juta)"


class FormUraian(_Berversi):
    """A text of the Renstra, typed as plain lines."""

    teks = forms.CharField(
        label="Tulisan", required=False, max_length=TERPANJANG, widget=forms.Textarea(attrs={"rows": 18}),
        help_text="Baris yang diawali “## ” menjadi judul kecil, “- ” menjadi butir; baris lain menjadi paragraf.",
        error_messages={"max_length": "Uraian terlalu panjang. Ringkas atau pindahkan ke bagian lain."},
    )  # fmt: skip


class FormPernyataan(_Berversi):
    """Vision, and the missions one a line."""

    visi = forms.CharField(label="Visi", required=False, widget=forms.Textarea(attrs={"rows": 3}))
    misi = forms.CharField(
        label="Misi", required=False, widget=forms.Textarea(attrs={"rows": 8}), help_text="Satu misi satu baris."
    )


class FormDaftar(_Berversi):
    """A list of the document, a row a line."""

    teks = forms.CharField(
        label="Baris", required=False, max_length=200_000, widget=forms.Textarea(attrs={"rows": 16, "wrap": "off"}),
        help_text="Satu baris satu butir; pisahkan kolom dengan “ | ” atau tempel dari Excel.",
    )  # fmt: skip

    def baris(self) -> list[list[str]]:
        """What was typed, row by row; blank lines are none."""
        semua = (b for b in self.cleaned_data["teks"].splitlines() if b.strip())
        return [[sel.strip() for sel in b.replace("\t", "|").split("|")] for b in semua]
