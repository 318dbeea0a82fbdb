"""Comparison of a satker with others: rank and mean, from what each has released.

A satker that has not reported stays in the list, but is neither ranked nor
averaged; equal values share a rank. The own figures are the engine's, the
others' are recorded: growth and shares are computed from what was recorded.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from decimal import Decimal

from lakin.angka import Nilai, Tiada, bagi
from lakin.capaian.angka_jelas import (
    Angka,
    Bahan,
    Cara,
    Rujukan,
    TanpaNilai,
    banyak_desimal,
    dihitung,
    seperti_tertulis,
)
from lakin.capaian.fakta import Klasifikasi
from lakin.capaian.hasil import Hasil, HasilIndikator, HasilNka
from lakin.capaian.himpun import JUMLAH, jumlah, rata_rata, tanpa
from lakin.capaian.rumus.pertumbuhan import Pertumbuhan, tumbuh

NKA, SERAPAN, EFISIENSI = "nka", "serapan", "efisiensi"
"""Keys of the budget's performance and of two of its parts, which are no indicators of the catalogue."""
ANGGARAN = (NKA, SERAPAN, EFISIENSI)
BUTIR_8 = (Rujukan("Permenpan RB 53/2014", "analisis capaian kinerja"),)
SETARA = (("x", "Satker yang nilainya sama atau lebih baik, termasuk satker ini"),)
PESERTA = Cara("peserta", "banyak(x)", (("x", "Nilai satker yang sudah melapor"),), BUTIR_8, berulang=True)
RATA = Cara("rata_pembanding", "rata_rata(x)", (("x", "Nilai satker yang sudah melapor"),), BUTIR_8, berulang=True)
PORSI = Cara("porsi_pdn", "(A + B) / C × 100", (("A", "Realisasi PDN"), ("B", "Realisasi TKDN"), ("C", "Pagu")))


@dataclass(frozen=True, slots=True)
class FPembanding:
    """One released measure of another satker."""

    satker: str
    nama: str
    kunci: str
    tahun: int
    ukuran: str
    nilai: Nilai
    satuan: str = ""
    sumber: str = ""
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Pembanding:
    """What other satkers have released, frozen with the report that cites it."""

    nilai: tuple[FPembanding, ...] = ()


@dataclass(frozen=True, slots=True)
class Lajur:
    """A column of a comparison: a recorded measure of a year, or one that is computed from other columns.

    ``pokok`` marks the indicator's own measure: there the own row shows its realisasi.
    """

    kode: str
    judul: str
    ukuran: str = ""
    geser: int = 0
    satuan: str = ""
    cara: str = ""
    dari: tuple[str, ...] = ()
    desimal: int = 2
    pokok: bool = False


@dataclass(frozen=True, slots=True)
class Susunan:
    """The columns of a comparison, and the one by which satkers are ranked."""

    lajur: tuple[Lajur, ...]
    urut: str
    rata: tuple[str, ...]

    @property
    def utama(self) -> Lajur:
        """The column that stands for the whole: the indicator's own measure, else what is ranked."""
        return next((x for x in self.lajur if x.pokok), None) or next(x for x in self.lajur if x.kode == self.urut)


def susunan_pokok(satuan: str = "") -> Susunan:
    """The columns of an indicator that is compared by its realisasi alone."""
    return Susunan(
        (Lajur("realisasi", "Realisasi", "realisasi", satuan=satuan, pokok=True),), "realisasi", ("realisasi",)
    )


SUSUNAN: Mapping[str, Susunan] = {
    "kolaborasi-produktivitas": Susunan(
        (
            Lajur("lalu", "Kegiatan kolaborasi {lalu}", "kolaborasi_jumlah", -1, "kegiatan", desimal=0),
            Lajur("ini", "Kegiatan kolaborasi {tahun}", "kolaborasi_jumlah", 0, "kegiatan", desimal=0),
        ),
        "ini",
        ("lalu", "ini"),
    ),
    "standardisasi-terfasilitasi": Susunan(
        (
            Lajur("ini", "Perusahaan {tahun}", "realisasi", 0, "perusahaan", desimal=0, pokok=True),
            Lajur("lalu", "Perusahaan {lalu}", "realisasi", -1, "perusahaan", desimal=0),
            Lajur("tumbuh", "Pertumbuhan (%)", satuan="%", cara="pertumbuhan", dari=("lalu", "ini")),
        ),
        "ini",
        ("ini", "lalu"),
    ),
    "pnbp-pertumbuhan": Susunan(
        (
            Lajur("ini", "PNBP {tahun} (Rp)", "penerimaan", 0, "Rp", desimal=0),
            Lajur("lalu", "PNBP {lalu} (Rp)", "penerimaan", -1, "Rp", desimal=0),
            Lajur("tumbuh", "Pertumbuhan (%)", satuan="%", cara="pertumbuhan", dari=("lalu", "ini"), pokok=True),
        ),
        "tumbuh",
        ("ini", "lalu", "tumbuh"),
    ),
    "p3dn-persentase": Susunan(
        (
            Lajur("pagu", "Pagu (Rp)", "pagu", 0, "Rp", desimal=0),
            Lajur("pdn", "Realisasi PDN (Rp)", "pdn", 0, "Rp", desimal=0),
            Lajur("tkdn", "Realisasi TKDN (Rp)", "tkdn", 0, "Rp", desimal=0),
            Lajur("impor", "Realisasi impor (Rp)", "impor", 0, "Rp", desimal=0),
            Lajur("persen", "PDN + TKDN (%)", satuan="%", cara="porsi", dari=("pdn", "tkdn", "pagu"), pokok=True),
        ),
        "persen",
        ("persen",),
    ),
    "sakip-nilai": Susunan(
        (
            Lajur("perencanaan", "Perencanaan", "perencanaan"),
            Lajur("pengukuran", "Pengukuran", "pengukuran"),
            Lajur("pelaporan", "Pelaporan", "pelaporan"),
            Lajur("evaluasi", "Evaluasi", "evaluasi"),
            Lajur(
                "nilai", "Nilai", cara="jumlah", dari=("perencanaan", "pengukuran", "pelaporan", "evaluasi"), pokok=True
            ),
        ),
        "nilai",
        ("perencanaan", "pengukuran", "pelaporan", "evaluasi", "nilai"),
    ),
    NKA: Susunan(
        (
            Lajur("nilai", "Kinerja", "nilai"),
            Lajur("penyerapan", "Penyerapan", "penyerapan"),
            Lajur("konsistensi", "Konsistensi", "konsistensi"),
            Lajur("cro", "Capaian RO", "cro", desimal=0),
            Lajur("efisiensi", "Efisiensi", "efisiensi"),
        ),
        "nilai",
        ("nilai", "penyerapan", "konsistensi", "cro", "efisiensi"),
    ),
    SERAPAN: Susunan(
        (Lajur("penyerapan", "Serapan anggaran (%)", "penyerapan", satuan="%", pokok=True),),
        "penyerapan",
        ("penyerapan",),
    ),
    EFISIENSI: Susunan((Lajur("efisiensi", "Efisiensi", "efisiensi", pokok=True),), "efisiensi", ("efisiensi",)),
}
"""Comparisons with more columns than the realisasi alone, by the key of the catalogue."""


@dataclass(frozen=True, slots=True)
class Anggota:
    """One satker in a comparison: its figures by column and its rank."""

    kode: str
    nama: str
    milik: bool
    isi: Mapping[str, Bahan] = field(default_factory=dict)
    peringkat: Bahan = field(default_factory=lambda: TanpaNilai("Belum melapor.", Tiada.KOSONG))
    catatan: str = ""


@dataclass(frozen=True, slots=True)
class Perbandingan:
    """A comparison: satkers by rank, those that have not reported last, and the means below."""

    susunan: Susunan
    anggota: tuple[Anggota, ...]
    rata: Mapping[str, Bahan]
    peserta: Bahan
    sumber: str

    @property
    def milik(self) -> Anggota:
        """The report's own satker."""
        return next(a for a in self.anggota if a.milik)


def tercatat(
    kunci: str, satuan: str, rekaman: Sequence[FPembanding], tahun: int, dasar: str
) -> tuple[Bahan | None, Mapping[str, Bahan]]:
    """What one other satker released of an indicator: its own measure (None where none was recorded), its columns."""
    susunan = SUSUNAN.get(kunci) or susunan_pokok(satuan)
    isi = lengkapi(susunan, lajur_tercatat(susunan, rekaman, tahun, dasar), dasar)
    pokok = next((x.kode for x in susunan.lajur if x.pokok), "")
    return isi.get(pokok), isi


def banding_indikator(hasil: Hasil, pembanding: Pembanding, h: HasilIndikator) -> Perbandingan | None:
    """An indicator beside other satkers; None where none has released it."""
    kunci = h.fakta.katalog
    milik = [p for p in pembanding.nilai if p.kunci == kunci]
    if not kunci or not milik:
        return None
    susunan = SUSUNAN.get(kunci) or susunan_pokok(h.fakta.satuan)
    dasar = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/{h.fakta.kode}/pembanding"
    sendiri = {x.kode: figur_sendiri(hasil, h, x) for x in susunan.lajur if x.ukuran or x.pokok}
    return _banding(hasil, susunan, milik, sendiri, dasar, naik=h.fakta.klasifikasi is not Klasifikasi.MINIMASI)


def banding_nka(hasil: Hasil, pembanding: Pembanding) -> Perbandingan | None:
    """The nilai kinerja anggaran beside that of other satkers; None where none has released it."""
    milik = [p for p in pembanding.nilai if p.kunci == NKA]
    n = hasil.nka
    if not milik or n is None:
        return None
    dasar = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/nka/pembanding"
    return _banding(hasil, SUSUNAN[NKA], milik, figur_nka(n), dasar, naik=True)


def _banding(
    hasil: Hasil,
    susunan: Susunan,
    rekaman: Sequence[FPembanding],
    sendiri: dict[str, Bahan],
    dasar: str,
    *,
    naik: bool,
) -> Perbandingan:
    satker, tahun = hasil.fakta.satker, hasil.fakta.tahun
    per_satker: dict[str, list[FPembanding]] = {}
    for p in rekaman:
        per_satker.setdefault(p.satker, []).append(p)
    semua = [Anggota(satker.kode, satker.singkatan, True, lengkapi(susunan, sendiri, f"{dasar}/{satker.kode}"))]
    for kode, milik in per_satker.items():
        isi = lajur_tercatat(susunan, milik, tahun, f"{dasar}/{kode}")
        catatan = next((p.catatan for p in milik if p.catatan and p.nilai is Tiada.KOSONG), "")
        semua.append(Anggota(kode, milik[0].nama, False, lengkapi(susunan, isi, f"{dasar}/{kode}"), catatan=catatan))
    lapor = [a.isi[susunan.urut] for a in semua if isinstance(a.isi[susunan.urut], Angka)]
    anggota = [replace(a, peringkat=_peringkat(a, susunan.urut, lapor, f"{dasar}/{a.kode}", naik)) for a in semua]
    return Perbandingan(
        susunan,
        tuple(sorted(anggota, key=_urutan)),
        {x.kode: rata_lajur(x, [a.isi for a in anggota], dasar) for x in susunan.lajur if x.kode in susunan.rata},
        dihitung(f"{dasar}/peserta", PESERTA, tuple(lapor), Decimal(len(lapor)), 0, "satker", "Satker yang melapor"),
        ", ".join(dict.fromkeys(p.sumber for p in rekaman)),
    )


def _urutan(a: Anggota) -> tuple[bool, Decimal, str]:
    ada = isinstance(a.peringkat, Angka)
    return not ada, a.peringkat.nilai if isinstance(a.peringkat, Angka) else Decimal(0), a.nama


def _peringkat(a: Anggota, urut: str, lapor: Sequence[Bahan], dasar: str, naik: bool) -> Bahan:
    return peringkat(a.isi[urut], lapor, f"{dasar}/peringkat", f"Peringkat {a.nama}", naik=naik)


def peringkat(angka: Bahan, lapor: Sequence[Bahan], alamat: str, label: str, *, naik: bool) -> Bahan:
    """The rank of a figure among those that reported; equal values share it. ``naik``: more is better."""
    if not isinstance(angka, Angka):
        alasan = "Belum melaporkan nilai, jadi tidak ikut diperingkat."
        return TanpaNilai(alasan, Tiada.KOSONG, alamat, "Peringkat")
    setara = tuple(
        b for b in lapor if isinstance(b, Angka) and (b.nilai >= angka.nilai if naik else b.nilai <= angka.nilai)
    )
    kembar = sum(1 for b in setara if isinstance(b, Angka) and b.nilai == angka.nilai) - 1
    cara = Cara("peringkat", f"banyak(x) - {kembar}" if kembar else "banyak(x)", SETARA, BUTIR_8, berulang=True)
    return dihitung(alamat, cara, setara, Decimal(len(setara) - kembar), 0, "", label)


def rata_lajur(x: Lajur, anggota: Iterable[Mapping[str, Bahan]], dasar: str) -> Bahan:
    """The mean of a column over those that reported."""
    bagian = [isi[x.kode] for isi in anggota]
    desimal = 0 if x.satuan == "Rp" else 2
    return rata_rata(f"{dasar}/rata_rata/{x.kode}", bagian, desimal, satuan=x.satuan, label=x.judul, cara=RATA)


def lajur_tercatat(susunan: Susunan, milik: Sequence[FPembanding], tahun: int, dasar: str) -> dict[str, Bahan]:
    """The recorded columns of a satker in a year."""
    isi: dict[str, Bahan] = {}
    for x in susunan.lajur:
        if not x.ukuran:
            continue
        p = next((p for p in milik if p.ukuran == x.ukuran and p.tahun == tahun + x.geser), None)
        nilai, sumber = (p.nilai, p.sumber) if p else (Tiada.KOSONG, "")
        label = f"{milik[0].nama}, {x.judul.format(tahun=tahun, lalu=tahun - 1)}"
        isi[x.kode] = seperti_tertulis(
            f"{dasar}/{x.kode}", nilai, x.desimal, x.satuan, label, sumber, belum="Belum dilaporkan."
        )
    return isi


def lengkapi(susunan: Susunan, isi: dict[str, Bahan], dasar: str) -> dict[str, Bahan]:
    """With the columns that are computed from others."""
    for x in susunan.lajur:
        if x.cara and x.kode not in isi:
            isi[x.kode] = _hitung(x, [isi[d] for d in x.dari], f"{dasar}/{x.kode}")
    return isi


def _hitung(x: Lajur, bahan: list[Bahan], alamat: str) -> Bahan:
    if x.cara == "pertumbuhan":
        return tumbuh(alamat, bahan[0], bahan[1], Pertumbuhan().cara, x.desimal, x.judul)
    if x.cara == "jumlah":
        if any(isinstance(b, TanpaNilai) for b in bahan):
            return tanpa(alamat, tuple(bahan), x.judul, x.satuan, JUMLAH)
        return jumlah(alamat, bahan, x.desimal, satuan=x.satuan, label=x.judul)
    a, b, c = bahan
    if not (isinstance(a, Angka) and isinstance(b, Angka) and isinstance(c, Angka)):
        return tanpa(alamat, (a, b, c), x.judul, x.satuan, PORSI)
    if not c.nilai:
        return TanpaNilai(
            "Pagunya nol: persentase tidak dapat dihitung.", Tiada.NA, alamat, x.judul, x.satuan, (a, b, c)
        )
    mentah = bagi((a.nilai + b.nilai) * 100, c.nilai)
    return dihitung(alamat, PORSI, (a, b, c), mentah, x.desimal, x.satuan, x.judul)


# --- the own figures -----------------------------------------------------------


def figur_nka(n: HasilNka) -> dict[str, Bahan]:
    """The columns of the nilai kinerja anggaran."""
    return {
        "nilai": n.nilai,
        "penyerapan": n.penyerapan,
        "konsistensi": n.konsistensi,
        "cro": n.capaian_ro,
        "efisiensi": n.efisiensi,
    }


def figur_susunan(hasil: Hasil, h: HasilIndikator, susunan: Susunan) -> tuple[dict[str, Bahan], Bahan]:
    """The recorded columns of a satker's own indicator, and its main one a year before."""
    isi = {x.kode: figur_sendiri(hasil, h, x) for x in susunan.lajur if x.ukuran or x.pokok}
    utama = susunan.utama
    ukuran = "realisasi" if utama.pokok else utama.ukuran
    return isi, figur_sendiri(hasil, h, replace(utama, geser=utama.geser - 1, pokok=False, ukuran=ukuran))


def figur_sendiri(hasil: Hasil, h: HasilIndikator, x: Lajur) -> Bahan:
    """What the own satker has under a column: a figure of the engine, never a second record of it."""
    tahun = hasil.fakta.tahun + x.geser
    if x.pokok:
        return h.realisasi
    ada = _seri(h, x, tahun) or _pnbp(hasil, x, tahun) or _baris(h, x) or _pendukung(hasil, h, x, tahun)
    return ada or TanpaNilai("Tidak dicatat untuk tahun itu.", Tiada.KOSONG, label=x.judul)


def _seri(h: HasilIndikator, x: Lajur, tahun: int) -> Bahan | None:
    if x.ukuran != "realisasi":
        return None
    return next((t.realisasi for t in h.seri if t.tahun == tahun), None)


def _pnbp(hasil: Hasil, x: Lajur, tahun: int) -> Bahan | None:
    if x.ukuran != "penerimaan" or tahun not in hasil.pnbp:
        return None
    return hasil.pnbp[tahun].penerimaan


def _baris(h: HasilIndikator, x: Lajur) -> Bahan | None:
    """A raw row of this name (a component), or the column of this name summed over the rows."""
    if x.geser:
        return None
    for b in h.baris:
        if x.ukuran in (b.isi.get("komponen"), b.isi.get("kode")):
            return next((v for v in b.isi.values() if isinstance(v, Angka)), None)
    sel = [v for b in h.baris if isinstance(v := b.isi.get(x.ukuran), Angka | TanpaNilai)]
    if len(sel) < 2:
        return sel[0] if sel else None
    dasar = h.realisasi.alamat.rsplit("/", 1)[0]
    return jumlah(f"{dasar}/jumlah/{x.ukuran}", sel, 0, satuan=x.satuan, label=x.judul)


def _pendukung(hasil: Hasil, h: HasilIndikator, x: Lajur, tahun: int) -> Bahan | None:
    """The supporting table of this name, which has a row for each year."""
    for p in hasil.fakta.pendukung:
        if p.indikator != h.fakta.kode or p.kode != x.ukuran:
            continue
        for r, baris in enumerate(p.baris, 1):
            for c, sel in enumerate(baris, 1):
                if baris[0] == str(tahun) and not isinstance(sel, str):
                    return sel_pendukung(hasil, p.indikator, p.kode, (r, c), sel, p.kolom[c - 1], p.sumber)
    return None


def sel_pendukung(
    hasil: Hasil, indikator: str, kode: str, letak: tuple[int, int], nilai: Nilai, kolom: str, sumber: str
) -> Bahan:
    """A number of a supporting table as a figure."""
    alamat = f"{hasil.fakta.satker.kode}/{hasil.fakta.tahun}/{indikator}/pendukung/{kode}/{letak[0]}/{letak[1]}"
    desimal = banyak_desimal(nilai) if isinstance(nilai, Decimal) else 0
    return seperti_tertulis(alamat, nilai, desimal, "", kolom, sumber)
