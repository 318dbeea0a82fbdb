"""Satkers side by side on one indicator: rank, mean, median, quartiles, growth over last year.

Nobody is the report's own here: every satker is one row. What has not been
reported is listed, but neither ranked nor averaged; beside the mean stands
what it would be with zeros in the place of what is missing.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lakin.angka import Tiada, bagi, bulatkan
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, Cara, TanpaNilai, dihitung
from lakin.capaian.banding import BUTIR_8, PESERTA, RATA, Susunan, peringkat, rata_lajur
from lakin.capaian.ekspresi import LETAK, kuantil
from lakin.capaian.himpun import rata_rata
from lakin.capaian.rumus.pertumbuhan import Pertumbuhan, tumbuh

REALISASI, CAPAIAN, TUMBUH = "realisasi", "capaian", "tumbuh"
MENURUT = (REALISASI, CAPAIAN, TUMBUH)
"""By what satkers may be ranked."""
_ISI = (("x", "Nilai satker yang sudah melapor"),)
KUANTIL = {n: Cara(f"{n}_pembanding", f"{n}(x)", _ISI, BUTIR_8, berulang=True) for n in LETAK}
RATA_NOL = Cara(
    "rata_pembanding_nol", "rata_rata(x)", (("x", "Nilai satker, nol bagi yang belum melapor"),), berulang=True
)


@dataclass(frozen=True, slots=True)
class Peserta:
    """One satker as it enters the comparison.

    ``isi`` holds the columns of the comparison; ``lalu`` is the main one a year
    before; ``target`` and ``capaian`` belong to it. ``lapor`` are the states of
    the four triwulan where they may be told.
    """

    kode: str
    nama: str
    jenis: str
    isi: Mapping[str, Bahan]
    target: Bahan
    capaian: Bahan
    lalu: Bahan
    lapor: tuple[str, ...] = ()
    sumber: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class BarisJajaran:
    """One satker of the comparison with its rank."""

    peserta: Peserta
    realisasi: Bahan
    tumbuh: Bahan
    peringkat: Bahan

    @property
    def melapor(self) -> bool:
        """Whether there is a value to compare."""
        return isinstance(self.realisasi, Angka)

    @property
    def belum(self) -> bool:
        """Whether a value is owed and not there; N/A owes none."""
        return isinstance(self.realisasi, TanpaNilai) and self.realisasi.keadaan is Tiada.KOSONG

    def figur(self, kolom: str) -> Bahan | None:
        """The figure of a column, its own or one of the comparison's; None where there is no such column."""
        sendiri = {
            REALISASI: self.realisasi,
            "target": self.peserta.target,
            CAPAIAN: self.peserta.capaian,
            TUMBUH: self.tumbuh,
            "lalu": self.peserta.lalu,
            "peringkat": self.peringkat,
        }
        return sendiri.get(kolom) or self.peserta.isi.get(kolom.removeprefix("lajur."))


@dataclass(frozen=True, slots=True)
class Ringkasan:
    """What the reported values are together."""

    melapor: Bahan
    rata: Bahan
    median: Bahan
    kuartil_bawah: Bahan
    kuartil_atas: Bahan
    rata_nol: Bahan
    """The mean with zero for each that has not reported: what a careless table would print."""
    rata_lajur: Mapping[str, Bahan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Jajaran:
    """Satkers by rank, those that have not reported last."""

    susunan: Susunan
    baris: tuple[BarisJajaran, ...]
    ringkasan: Ringkasan
    dasar: str

    @property
    def figur(self) -> dict[str, Bahan]:
        """Address -> figure, of all that the comparison prints."""
        r = self.ringkasan
        semua = [r.melapor, r.rata, r.median, r.kuartil_bawah, r.kuartil_atas, r.rata_nol, *r.rata_lajur.values()]
        for b in self.baris:
            p = b.peserta
            semua += [b.realisasi, b.tumbuh, b.peringkat, p.target, p.capaian, p.lalu, *p.isi.values()]
        return {f.alamat: f for satu in semua for f in satu.telusur() if f.alamat}


def jajarkan(
    susunan: Susunan, peserta: Sequence[Peserta], dasar: str, *, menurut: str = REALISASI, naik: bool = True
) -> Jajaran:
    """Put satkers side by side; ``dasar`` is the address below which its figures stand.

    ``naik`` says that more of the indicator is better; more capaian always is.
    """
    utama = susunan.utama.kode
    awal = [BarisJajaran(p, p.isi[utama], _tumbuh(susunan, p, f"{dasar}/{p.kode}/{TUMBUH}"), _BELUM) for p in peserta]
    nilai = [_menurut(b, menurut) for b in awal]
    lapor = [n for n in nilai if isinstance(n, Angka)]
    naik = naik or menurut == CAPAIAN
    baris = [
        BarisJajaran(
            b.peserta,
            b.realisasi,
            b.tumbuh,
            peringkat(
                n, lapor, f"{dasar}/{b.peserta.kode}/peringkat/{menurut}", f"Peringkat {b.peserta.nama}", naik=naik
            ),
        )
        for b, n in zip(awal, nilai, strict=True)
    ]
    baris.sort(key=_urutan)
    return Jajaran(susunan, tuple(baris), _ringkas(susunan, peserta, nilai, menurut, dasar), dasar)


_BELUM = TanpaNilai("Belum diperingkat.", Tiada.KOSONG)


def _menurut(b: BarisJajaran, menurut: str) -> Bahan:
    return {REALISASI: b.realisasi, CAPAIAN: b.peserta.capaian, TUMBUH: b.tumbuh}[menurut]


def _urutan(b: BarisJajaran) -> tuple[bool, Decimal, str, str]:
    p = b.peringkat
    return not isinstance(p, Angka), p.nilai if isinstance(p, Angka) else Decimal(0), b.peserta.nama, b.peserta.kode


def _tumbuh(susunan: Susunan, p: Peserta, alamat: str) -> Bahan:
    utama = susunan.utama
    if utama.cara == "pertumbuhan":
        alasan = "Yang dibandingkan sendiri sudah pertumbuhan terhadap tahun lalu."
        return TanpaNilai(alasan, Tiada.NA, alamat, "Pertumbuhan", "%")
    return tumbuh(alamat, p.lalu, p.isi[utama.kode], Pertumbuhan().cara, 2, f"Pertumbuhan {p.nama}")


def _ringkas(
    susunan: Susunan, peserta: Sequence[Peserta], nilai: Sequence[Bahan], menurut: str, dasar: str
) -> Ringkasan:
    utama = susunan.utama
    satuan = utama.satuan if menurut == REALISASI else "%"
    desimal = 0 if satuan == "Rp" else 2
    lapor = tuple(n for n in nilai if isinstance(n, Angka))
    nol = [
        n if isinstance(n, Angka) else _nol(n, f"{dasar}/nol/{p.kode}")
        for n, p in zip(nilai, peserta, strict=True)
        if isinstance(n, Angka) or n.keadaan is Tiada.KOSONG
    ]
    kuartil = {apa: _kuantil(apa, lapor, f"{dasar}/{apa}/{menurut}", desimal, satuan) for apa in LETAK}
    return Ringkasan(
        dihitung(f"{dasar}/melapor/{menurut}", PESERTA, lapor, Decimal(len(lapor)), 0, "satker", "Satker yang melapor"),
        rata_rata(f"{dasar}/rata_rata/{menurut}", lapor, desimal, satuan=satuan, label="Rata-rata", cara=RATA),
        kuartil["median"],
        kuartil["kuartil_bawah"],
        kuartil["kuartil_atas"],
        rata_rata(
            f"{dasar}/rata_nol/{menurut}",
            nol if lapor else (),
            desimal,
            satuan=satuan,
            label="Rata-rata bila yang belum melapor dihitung nol",
            cara=RATA_NOL,
        ),
        {
            x.kode: rata_lajur(x, [p.isi for p in peserta], f"{dasar}/lajur")
            for x in susunan.lajur
            if x.kode in susunan.rata
        },
    )


def _nol(asal: TanpaNilai, alamat: str) -> Angka:
    alasan = "Belum melapor; nol hanya untuk menunjukkan akibatnya pada rata-rata."
    return Angka(alamat, Decimal(0), 0, asal.satuan, DIHITUNG, asal.label, None, (asal,), None, "", alasan)


def _kuantil(apa: str, lapor: tuple[Angka, ...], alamat: str, desimal: int, satuan: str) -> Bahan:
    label = apa.replace("_", " ").capitalize()
    if not lapor:
        return TanpaNilai("Belum ada satker yang melapor.", Tiada.KOSONG, alamat, label, satuan)
    pecahan = kuantil([n.nilai for n in lapor], LETAK[apa])
    mentah = bagi(Decimal(pecahan.numerator), Decimal(pecahan.denominator))
    return Angka(alamat, bulatkan(mentah, desimal), desimal, satuan, DIHITUNG, label, KUANTIL[apa], lapor, mentah)


ATAS, TENGAH_ATAS, TENGAH_BAWAH, BAWAH = "atas", "tengah-atas", "tengah-bawah", "bawah"
POSISI = (ATAS, TENGAH_ATAS, TENGAH_BAWAH, BAWAH)
"""Quarters of those that reported, the best first."""


def posisi(b: BarisJajaran, r: Ringkasan, *, naik: bool = True) -> str:
    """In which quarter a satker's value lies; 'belum' or 'na' where it has none."""
    nilai = b.realisasi
    if not isinstance(nilai, Angka):
        return "na" if nilai.keadaan is Tiada.NA else "belum"
    batas = (r.kuartil_atas, r.median, r.kuartil_bawah) if naik else (r.kuartil_bawah, r.median, r.kuartil_atas)
    for nama, tepi in zip(POSISI, batas, strict=False):
        if isinstance(tepi, Angka) and (nilai.nilai >= tepi.nilai if naik else nilai.nilai <= tepi.nilai):
            return nama
    return BAWAH
