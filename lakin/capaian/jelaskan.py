"""The explanation of a figure as people read it: one object for page, report, command and trail."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from lakin.angka import bulatkan, tulis
from lakin.capaian import ekspresi
from lakin.capaian.angka_jelas import DICATAT, DIGANTI, Angka, Bahan, TanpaNilai, nilai_pakai

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.angka_jelas import Cara

DESIMAL_MENTAH = 4
"""Decimals that are shown of a value before rounding."""

_JENIS = {
    "target": "Target",
    "target_atas": "Batas atas target",
    "target_renstra": "Target Renstra",
    "realisasi": "Realisasi",
    "nilai_hitung": "Nilai yang dihitung dari data dasar",
    "capaian": "Capaian",
    "capaian_penuh": "Capaian sebelum dibatasi",
    "capaian_renstra": "Capaian terhadap target Renstra",
    "pagu": "Pagu",
    "persen": "Persentase realisasi",
    "ibt": "Indeks biaya target",
    "ibr": "Indeks biaya realisasi",
    "efisiensi": "Efisiensi",
    "hasil": "Hasil",
    "penerimaan": "Penerimaan",
    "penggunaan": "Penggunaan",
    "pagu_penggunaan": "Pagu penggunaan",
    "persen_penggunaan": "Persentase penggunaan",
    "tercapai": "Indikator yang mencapai target",
    "jumlah": "Jumlah indikator",
    "persen_tercapai": "Bagian indikator yang mencapai target",
    "fisik": "Realisasi fisik",
    "rencana": "Rencana",
}
_ASAL = {DICATAT: "dicatat", DIGANTI: "dicatat sebagai pengganti nilai hitungan"}


@dataclass(frozen=True, slots=True)
class PenjelasanBahan:
    """One input: its letter, what it is, its value as written, where it stands and comes from."""

    huruf: str
    arti: str
    label: str
    nilai: str
    alamat: str
    asal: str
    sumber: str
    alasan: str
    ikut: bool
    """False where it has no value and is left out of a sum or mean."""


@dataclass(frozen=True, slots=True)
class Penjelasan:
    """Everything that a reader needs to compute the figure again."""

    alamat: str
    judul: str
    label: str
    nilai: str
    satuan: str
    asal: str
    rumus: str
    """The auditor's line with letters; '' for a recorded figure."""
    hitungan: str
    """The same line with the numbers in it."""
    hasil: str
    """The value, and where it was rounded the value before."""
    pembilang: str
    penyebut: str
    bahan: tuple[PenjelasanBahan, ...]
    sumber: str
    alasan: str
    rujukan: tuple[str, ...]
    catatan: str

    def baris(self) -> tuple[str, ...]:
        """The explanation as lines of text, for a command or a trail."""
        isi = [f"{self.judul}: {self.nilai}"]
        isi += [f"Rumus: {self.rumus}", f"Hitungan: {self.hitungan}", f"Hasil: {self.hasil}"] if self.rumus else []
        isi += [
            f"  {b.huruf} ({b.arti}) {b.label} = {b.nilai}" if b.huruf else f"  {b.label} = {b.nilai}"
            for b in self.bahan
        ]
        isi += [f"Sumber: {self.sumber}"] if self.sumber else []
        isi += [f"Alasan: {self.alasan}"] if self.alasan else []
        isi += [f"Catatan: {self.catatan}"] if self.catatan else []
        return (*isi, *(f"Rujukan: {r}" for r in self.rujukan))


def jelaskan(angka: Bahan) -> Penjelasan:
    """Explain a figure, or why there is none."""
    cara = angka.cara
    bahan = _bahan(angka)
    rumus = cara.tulisan if cara else ""
    hitungan = pembilang = penyebut = ""
    if isinstance(angka, Angka) and cara is not None:
        lingkup = lingkup_nilai(angka)
        hitungan = ekspresi.isi(cara.tulisan, lingkup, tulis)
        pembilang, penyebut = _pecahan(cara, lingkup)
    sumber = angka.sumber if isinstance(angka, Angka) else ""
    return Penjelasan(
        alamat=angka.alamat,
        judul=judul(angka),
        label=angka.label,
        nilai=tulis_angka(angka),
        satuan=angka.satuan,
        asal=_asal(angka),
        rumus=rumus,
        hitungan=hitungan,
        hasil=_hasil(angka),
        pembilang=pembilang,
        penyebut=penyebut,
        bahan=bahan,
        sumber=sumber,
        alasan=angka.alasan,
        rujukan=tuple(str(r) for r in cara.rujukan) if cara else (),
        catatan="Dihitung dari nilai sebelum dibulatkan." if cara and cara.dari_mentah else _tak_ikut(bahan),
    )


def lingkup_nilai(angka: Angka) -> dict[str, Decimal | Sequence[Decimal]]:
    """Letters of a figure's line -> the values that it was computed from."""
    cara = angka.cara
    if cara is None:
        return {}
    cetak = not cara.dari_mentah
    if cara.berulang:
        return {cara.huruf[0][0]: [nilai_pakai(b, cetak) for b in angka.bahan if isinstance(b, Angka)]}
    pasang = zip(cara.huruf, angka.bahan, strict=False)
    return {huruf: nilai_pakai(b, cetak) for (huruf, _), b in pasang if isinstance(b, Angka)}


def judul(angka: Bahan) -> str:
    """What a figure is called: its kind, taken from its address, and whose it is."""
    bagian = [b for b in angka.alamat.split("/") if b]
    triwulan = ""
    if bagian and bagian[-1].startswith("tw") and bagian[-1][2:].isdigit():
        triwulan = f" triwulan {('I', 'II', 'III', 'IV')[int(bagian.pop()[2:]) - 1]}"
    jenis = _JENIS.get(bagian[-1], "") if bagian else ""
    if not jenis:
        return angka.label or angka.alamat
    return f"{jenis}{triwulan}: {angka.label}" if angka.label else f"{jenis}{triwulan}"


def tulis_angka(angka: Bahan) -> str:
    """The printed value with its unit: '878,33%', 'Rp 22.171.352.000', '12 Perusahaan'."""
    if isinstance(angka, TanpaNilai):
        return angka.keadaan.teks
    nilai = tulis(angka.nilai, angka.desimal)
    if angka.satuan == "Rp":
        return f"-Rp {nilai[1:]}" if nilai.startswith("-") else f"Rp {nilai}"
    if angka.satuan == "%":
        return f"{nilai}%"
    return f"{nilai} {angka.satuan}".rstrip()


def _bahan(angka: Bahan) -> tuple[PenjelasanBahan, ...]:
    cara = angka.cara
    if cara is None:
        huruf = [("", "")] * len(angka.bahan)
    elif cara.berulang:
        huruf = [cara.huruf[0]] * len(angka.bahan)
    else:
        huruf = [*cara.huruf, *[("", "")] * len(angka.bahan)]
    return tuple(
        PenjelasanBahan(
            h,
            arti,
            b.label,
            tulis_angka(b),
            b.alamat,
            _asal(b),
            b.sumber if isinstance(b, Angka) else "",
            b.alasan,
            isinstance(b, Angka),
        )
        for (h, arti), b in zip(huruf, angka.bahan, strict=False)
    )


def _asal(angka: Bahan) -> str:
    return _ASAL.get(angka.asal, angka.asal) if isinstance(angka, Angka) else "tanpa nilai"


def _hasil(angka: Bahan) -> str:
    """'26,35, dibulatkan dari 26,3507…'; the dots say that there is more."""
    if isinstance(angka, TanpaNilai):
        return angka.alasan
    tercetak = tulis_angka(angka)
    if angka.mentah is None or angka.mentah == angka.nilai:
        return tercetak
    return f"{tercetak}, dibulatkan dari {_potong(angka.mentah, angka.desimal)}"


def _potong(mentah: Decimal, desimal: int) -> str:
    """A value before rounding, cut (not rounded) two decimals behind the printed ones."""
    tempat = max(DESIMAL_MENTAH, desimal + 2)
    bulat = bulatkan(mentah, tempat)
    if bulat == mentah:
        return tulis(mentah)
    if abs(bulat) > abs(mentah):
        langkah = Decimal((0, (1,), -tempat))
        bulat -= langkah if mentah > 0 else -langkah
    return f"{tulis(bulat, tempat)}…"


def _pecahan(cara: Cara, lingkup: dict[str, Decimal | Sequence[Decimal]]) -> tuple[str, str]:
    """Numerator and denominator behind a percentage or a rate."""
    bagian = ekspresi.pecah(cara.tulisan)
    if bagian is None:
        return "", ""
    atas, bawah = (ekspresi.nilai_simpul(b, lingkup) for b in bagian)
    return tulis(atas), tulis(bawah)


def _tak_ikut(bahan: tuple[PenjelasanBahan, ...]) -> str:
    hilang = sum(1 for b in bahan if not b.ikut)
    return f"{hilang} dari {len(bahan)} bagian tidak bernilai dan tidak ikut dihitung." if hilang else ""
