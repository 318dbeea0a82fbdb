"""Satkers side by side on one indicator: rank, mean, median, quartiles, growth over last year.

Nobody is the report's own here: every satker is one row. What has not been
reported is listed, but neither ranked nor averaged; beside the mean stands
what it would be with zeros in the place of what is missing.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from lakin.angka import Tiada, bagi, bulatkan
from lakin.capaian.angka_jelas import DIHITUNG, Angka, Bahan, Cara, TanpaNilai, dihitung
from lakin.capaian.banding import BUTIR_8, PESERTA, RATA, SETARA, Susunan, rata_lajur
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
    ringkas: str = ""
    """A short name for charts and narrow heads."""


@dataclass(frozen=True, slots=True)
class Urutan:
    """Values from the best on; a rank is made when it is asked for, since it holds all that are as good."""

    nilai: tuple[Angka, ...]
    nomor: Mapping[str, tuple[int, int]]
    """Satker -> its rank, and how many share its value or a better one."""
    dasar: str
    apa: str

    def peringkat(self, p: Peserta) -> Bahan:
        """The rank of a satker; equal values share it."""
        alamat = f"{self.dasar}/{p.kode}/peringkat/{self.apa}"
        if p.kode not in self.nomor:
            alasan = "Belum melaporkan nilai, jadi tidak ikut diperingkat."
            return TanpaNilai(alasan, Tiada.KOSONG, alamat, "Peringkat")
        nomor, sampai = self.nomor[p.kode]
        kembar = sampai - nomor
        cara = Cara("peringkat", f"banyak(x) - {kembar}" if kembar else "banyak(x)", SETARA, BUTIR_8, berulang=True)
        return dihitung(alamat, cara, self.nilai[:sampai], Decimal(nomor), 0, "", f"Peringkat {p.nama}")


@dataclass(frozen=True, slots=True)
class BarisJajaran:
    """One satker of the comparison with its rank, and the rank that it had the year before."""

    peserta: Peserta
    realisasi: Bahan
    tumbuh: Bahan
    urutan: Urutan
    urutan_lalu: Urutan

    @property
    def peringkat(self) -> Bahan:
        """Its rank among those that reported."""
        return self.urutan.peringkat(self.peserta)

    @property
    def nomor(self) -> int | None:
        """The rank as a number to sort by; None without one."""
        return self.urutan.nomor.get(self.peserta.kode, (None, 0))[0]

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
        match kolom:
            case "realisasi":
                return self.realisasi
            case "target":
                return self.peserta.target
            case "capaian":
                return self.peserta.capaian
            case "tumbuh":
                return self.tumbuh
            case "lalu":
                return self.peserta.lalu
            case "peringkat":
                return self.peringkat
            case "peringkat_lalu":
                return self.urutan_lalu.peringkat(self.peserta)
        return self.peserta.isi.get(kolom.removeprefix("lajur."))


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
    melapor_lalu: Bahan
    rata_lalu: Bahan
    median_lalu: Bahan
    """Of the year before, where realisasi is compared."""
    rata_lajur: Mapping[str, Bahan] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Jajaran:
    """Satkers by rank, those that have not reported last."""

    susunan: Susunan
    baris: tuple[BarisJajaran, ...]
    ringkasan: Ringkasan
    dasar: str

    def cari(self, alamat: str) -> Bahan | None:
        """Return the figure that the comparison prints, or made one of, at an address."""
        r = self.ringkasan
        semua: list[Bahan] = [
            r.melapor,
            r.rata,
            r.median,
            r.kuartil_bawah,
            r.kuartil_atas,
            r.rata_nol,
            r.melapor_lalu,
            r.rata_lalu,
            r.median_lalu,
        ]
        semua += r.rata_lajur.values()
        kode = alamat.removeprefix(f"{self.dasar}/").partition("/")[0]
        for b in self.baris:
            if b.peserta.kode == kode:
                p = b.peserta
                semua += [b.realisasi, b.tumbuh, b.peringkat, p.target, p.capaian, p.lalu, *p.isi.values()]
                semua.append(b.urutan_lalu.peringkat(p))
        return next((f for satu in semua for f in satu.telusur() if f.alamat == alamat), None)


def jajarkan(
    susunan: Susunan, peserta: Sequence[Peserta], dasar: str, *, menurut: str = REALISASI, naik: bool = True
) -> Jajaran:
    """Put satkers side by side; ``dasar`` is the address below which its figures stand.

    ``naik`` says that more of the indicator is better; more capaian always is.
    """
    utama = susunan.utama.kode
    naik = naik or menurut == CAPAIAN
    kenaikan = {p.kode: _tumbuh(susunan, p, f"{dasar}/{p.kode}/{TUMBUH}") for p in peserta}
    pilih: dict[str, Callable[[Peserta], Bahan]] = {
        REALISASI: lambda p: p.isi[utama],
        CAPAIAN: lambda p: p.capaian,
        TUMBUH: lambda p: kenaikan[p.kode],
    }
    nilai: dict[str, Bahan] = {p.kode: pilih[menurut](p) for p in peserta}
    lalu: dict[str, Bahan] = {p.kode: p.lalu for p in peserta} if menurut == REALISASI else {}
    urutan = _urutkan(nilai, dasar, menurut, naik=naik)
    urutan_lalu = _urutkan(lalu, dasar, "lalu", naik=naik)
    baris = [BarisJajaran(p, p.isi[utama], kenaikan[p.kode], urutan, urutan_lalu) for p in peserta]
    baris.sort(key=lambda b: (b.nomor is None, b.nomor or 0, b.peserta.nama, b.peserta.kode))
    ringkasan = _ringkas(susunan, peserta, list(nilai.values()), list(lalu.values()), menurut, dasar)
    return Jajaran(susunan, tuple(baris), ringkasan, dasar)


def _urutkan(nilai: Mapping[str, Bahan], dasar: str, apa: str, *, naik: bool) -> Urutan:
    """Sort those that have a value; equal ones share the first place among them."""
    ada = [(kode, n) for kode, n in nilai.items() if isinstance(n, Angka)]
    ada.sort(key=lambda k: k[1].nilai, reverse=naik)
    nomor: dict[str, tuple[int, int]] = {}
    awal = 0
    while awal < len(ada):
        akhir = awal
        while akhir < len(ada) and ada[akhir][1].nilai == ada[awal][1].nilai:
            akhir += 1
        nomor |= {kode: (awal + 1, akhir) for kode, _ in ada[awal:akhir]}
        awal = akhir
    return Urutan(tuple(n for _, n in ada), nomor, dasar, apa)


def _tumbuh(susunan: Susunan, p: Peserta, alamat: str) -> Bahan:
    utama = susunan.utama
    if utama.cara == "pertumbuhan":
        alasan = "Yang dibandingkan sendiri sudah pertumbuhan terhadap tahun lalu."
        return TanpaNilai(alasan, Tiada.NA, alamat, "Pertumbuhan", "%")
    return tumbuh(alamat, p.lalu, p.isi[utama.kode], Pertumbuhan().cara, 2, f"Pertumbuhan {p.nama}")


def _ringkas(
    susunan: Susunan,
    peserta: Sequence[Peserta],
    nilai: Sequence[Bahan],
    lalu: Sequence[Bahan],
    menurut: str,
    dasar: str,
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
    dulu = tuple(n for n in lalu if isinstance(n, Angka))
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
        dihitung(
            f"{dasar}/melapor/lalu", PESERTA, dulu, Decimal(len(dulu)), 0, "satker", "Satker yang melapor tahun lalu"
        ),
        rata_rata(f"{dasar}/rata_rata/lalu", dulu, desimal, satuan=satuan, label="Rata-rata tahun lalu", cara=RATA),
        _kuantil("median", dulu, f"{dasar}/median/lalu", desimal, satuan),
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
