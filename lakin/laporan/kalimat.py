"""Short patterns for sentences whose words follow the data, so that none can contradict a table.

Each returns pieces of running text; figures in them are bound.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from lakin.angka import romawi, terbilang
from lakin.capaian.angka_jelas import DIGANTI, Angka, Bahan
from lakin.capaian.fakta import CaraRenstra, Pita
from lakin.capaian.hasil import HasilIndikator, HasilSerapan, HasilTujuan
from lakin.dokumen.pohon import Figur, Format, Inline, Miring, Sitasi

Teks = tuple[Inline, ...]

_STATUS = {
    "melebihi": "melampaui target",
    "mencapai": "mencapai target",
    "tidak_mencapai": "belum mencapai target",
}


def status(pita: Pita | None) -> str:
    """The verb of a status, for 'indikator ini …'."""
    if pita is None:
        return "belum dapat dinilai"
    return _STATUS.get(pita.kode, f"berpredikat {pita.nama.lower()}")


def dengan_satuan(angka: Bahan) -> Figur:
    """A figure with its unit."""
    return Figur(angka, Format.SATUAN)


def persen(angka: Bahan) -> Figur:
    """A figure as percent."""
    return Figur(angka, Format.PERSEN)


def rupiah(angka: Bahan) -> Figur:
    """A figure as rupiah."""
    return Figur(angka, Format.RUPIAH)


def bilangan(angka: Bahan) -> Figur:
    """A whole number in digits and words."""
    return Figur(angka, Format.TERBILANG)


def capaian_indikator(h: HasilIndikator) -> Teks:
    """Target, realisasi, capaian and the verdict in one sentence."""
    if not isinstance(h.capaian, Angka):
        return (f"Capaian {h.fakta.kode} belum dapat dihitung. ", h.capaian.alasan)
    return (
        "Dari target ",
        dengan_satuan(h.target),
        " terealisasi ",
        dengan_satuan(h.realisasi),
        "; capaiannya ",
        persen(h.capaian),
        f", sehingga indikator {h.fakta.kode} ",
        status(h.status),
        ".",
    )


def rata_realisasi(t: HasilTujuan) -> Teks:
    """A goal whose mean realisasi is divided by its target, and how many of its indicators that mean is of."""
    if not isinstance(t.realisasi, Angka):
        return ("belum ada indikator yang realisasinya terisi, di samping target tujuan ", persen(t.target))
    terisi = sum(isinstance(h.realisasi, Angka) for h in t.indikator)
    return (
        f"rata-rata realisasi {terbilang(terisi)} dari {terbilang(len(t.indikator))} indikatornya ",
        persen(t.realisasi),
        " terhadap target tujuan ",
        persen(t.target),
        ", sehingga capaiannya ",
        persen(t.capaian),
    )


def penggantian(h: HasilIndikator) -> Teks:
    """Why a recorded value stands in for the computed one; empty where none does."""
    if not (isinstance(h.realisasi, Angka) and h.realisasi.asal == DIGANTI):
        return ()
    hitung: Teks = ("; perhitungan dari data dasar memberi ", dengan_satuan(h.nilai_hitung))
    return (
        "Realisasi memakai nilai resmi yang direkam",
        *(hitung if isinstance(h.nilai_hitung, Angka) else ()),
        ". Alasan: ",
        h.realisasi.alasan or (h.fakta.ganti.alasan if h.fakta.ganti else ""),
    )


def banding(ini: Bahan, itu: Bahan, *, itu_siapa: str, format: Format = Format.SATUAN) -> Teks:
    """This figure against another one: 'naik dari', 'turun dari' or 'sama dengan'."""
    if not isinstance(ini, Angka) or not isinstance(itu, Angka):
        return ("belum dapat disandingkan dengan ", itu_siapa, ", yang nilainya ", Figur(itu, format))
    kata = (
        "sama dengan"
        if ini.nilai == itu.nilai
        else "lebih tinggi daripada"
        if ini.nilai > itu.nilai
        else ("lebih rendah daripada")
    )
    return (f"{kata} {itu_siapa} (", Figur(itu, format), ")")


def arah(ini: Bahan, lalu: Bahan) -> str:
    """The verb from one year to the next."""
    if not isinstance(ini, Angka) or not isinstance(lalu, Angka):
        return "tidak dapat dibandingkan"
    if ini.nilai == lalu.nilai:
        return "tetap"
    return "naik" if ini.nilai > lalu.nilai else "turun"


def gerak(ini: Bahan, lalu: Bahan, format: Format) -> Teks:
    """'naik dari … menjadi …', 'turun dari … menjadi …' or 'tetap …'."""
    kata = arah(ini, lalu)
    if kata == "tetap":
        return ("tetap ", Figur(ini, format))
    return (f"{kata} dari ", Figur(lalu, format), " menjadi ", Figur(ini, format))


def mencapai(angka: Bahan, target: Bahan) -> bool:
    """Whether a figure is at or above its target; False where either is absent."""
    return isinstance(angka, Angka) and isinstance(target, Angka) and angka.nilai >= target.nilai


def serapan(s: HasilSerapan) -> Teks:
    """Realisasi of a pagu."""
    return ("realisasi ", rupiah(s.realisasi), " dari pagu ", rupiah(s.pagu), " (", persen(s.persen), ")")


def cara_renstra(cara: CaraRenstra) -> str:
    """How the years add up, in words."""
    return {
        CaraRenstra.JUMLAH: "dijumlahkan",
        CaraRenstra.RATA_RATA: "dirata-ratakan",
        CaraRenstra.AKHIR: "diwakili nilai tahun terakhir",
    }[cara]


def tertinggi(pasangan: Sequence[tuple[str, Bahan]]) -> tuple[str, Angka] | None:
    """The name with the greatest value."""
    bernilai = [(nama, a) for nama, a in pasangan if isinstance(a, Angka)]
    return max(bernilai, key=lambda p: p[1].nilai, default=None)


def terendah(pasangan: Sequence[tuple[str, Bahan]]) -> tuple[str, Angka] | None:
    """The name with the least value."""
    bernilai = [(nama, a) for nama, a in pasangan if isinstance(a, Angka)]
    return min(bernilai, key=lambda p: p[1].nilai, default=None)


def rangkai(bagian: Iterable[Teks], kata: str = "dan") -> Teks:
    """'a, b, dan c'."""
    semua = [b for b in bagian if b]
    hasil: list[Inline] = []
    for urut, b in enumerate(semua):
        if urut:
            hasil.append(f"{',' if len(semua) > 2 else ''} {kata} " if urut == len(semua) - 1 else ", ")
        hasil += b
    return tuple(hasil)


def nama_dan_persen(pasangan: Iterable[tuple[str, Bahan]]) -> Teks:
    """'a (98,00%), b (97,00%), dan c (96,00%)'."""
    return rangkai((nama, " (", persen(angka), ")") for nama, angka in pasangan)


def triwulan(nomor: Sequence[int]) -> str:
    """'triwulan I dan III'."""
    urut = [romawi(n) for n in nomor]
    akhir = f"{', ' if len(urut) > 2 else ' '}dan {urut[-1]}" if len(urut) > 1 else ""
    return f"triwulan {', '.join(urut[:-1] or urut)}{akhir}"


def lihat(kode: str) -> Sitasi:
    """A citation."""
    return Sitasi(kode)


def istilah(teks: str) -> Miring:
    """A foreign word."""
    return Miring((teks,))
