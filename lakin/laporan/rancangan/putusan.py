"""'Hasil yang telah dicapai': the verdict, realisasi against target, with its verb by the printed capaian."""

from __future__ import annotations

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import TARGET, Pola, Teks

Indikator = HasilIndikator


class BelumAda(Pola[Indikator]):
    """Nobody has filled in the realisasi, or it does not apply this year."""

    kode = "hasil.belum-ada"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return not isinstance(s.realisasi, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        assert not isinstance(s.realisasi, Angka)
        na = s.realisasi.keadaan is Tiada.NA
        apa = f"realisasi indikator {s.fakta.kode} pada tahun {k.tahun} {'tidak diukur (N/A)' if na else 'belum diisi'}"
        if isinstance(s.target, Angka):
            return (f"{apa}, sehingga capaian terhadap target ", kal.dengan_satuan(s.target), " belum dapat dihitung.")
        return (f"{apa}.",)


class Putusan(Pola[Indikator]):
    """Realisasi against target: the verb follows the printed capaian."""

    kode = "hasil.putusan"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.capaian, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        t, c = kal.dengan_satuan(s.target), kal.persen(s.capaian)
        kelompok = "lain" if s.fakta.klasifikasi.value != "maksimasi" else _kelompok(s)
        return (*_PUTUSAN[ragam.capai(s), kelompok](t, c), ".")


def _kelompok(h: HasilIndikator) -> str:
    satuan = h.fakta.satuan.lower()
    return "lain" if satuan in ("persen", "%") else "nilai" if satuan in ("indeks", "nilai", "skor") else "banyak"


C = ragam.Capai
_PUTUSAN = {
    (C.BERLIPAT, "banyak"): lambda t, c: ("jumlah tersebut berlipat dari target ", t, ", sehingga capaiannya ", c),
    (C.BERLIPAT, "nilai"): lambda t, c: ("nilai itu berlipat dari target ", t, ", dengan capaian ", c),
    (C.BERLIPAT, "lain"): lambda t, c: ("target ", t, " jauh terlampaui; capaiannya ", c),
    (C.LEBIH, "banyak"): lambda t, c: ("jumlah tersebut melampaui target ", t, " dengan capaian ", c),
    (C.LEBIH, "nilai"): lambda t, c: ("hasil ini melampaui target ", t, "; capaiannya ", c),
    (C.LEBIH, "lain"): lambda t, c: ("capaiannya ", c, " terhadap target ", t, ", sehingga target terlampaui"),
    (C.TIPIS, "banyak"): lambda t, c: ("jumlah tersebut sedikit melampaui target ", t, " (capaian ", c, ")"),
    (C.TIPIS, "nilai"): lambda t, c: ("target ", t, " terlampaui dengan selisih tipis, sehingga capaiannya ", c),
    (C.TIPIS, "lain"): lambda t, c: ("target ", t, " terlampaui tipis dengan capaian ", c),
    (C.TEPAT, "banyak"): lambda t, c: ("jumlah tersebut tepat memenuhi target ", t, ", sehingga capaiannya ", c),
    (C.TEPAT, "nilai"): lambda t, c: ("hasil ini sama dengan target ", t, ", sehingga capaiannya ", c),
    (C.TEPAT, "lain"): lambda t, c: ("target ", t, " dengan demikian terpenuhi (capaian ", c, ")"),
    (C.DEKAT, "banyak"): lambda t, c: ("jumlah tersebut sedikit kurang dari target ", t, "; capaiannya baru ", c),
    (C.DEKAT, "nilai"): lambda t, c: ("hasil ini belum mencapai target ", t, ", meskipun capaiannya sudah ", c),
    (C.DEKAT, "lain"): lambda t, c: ("target ", t, " belum tercapai, meskipun capaiannya sudah ", c),
    (C.KURANG, "banyak"): lambda t, c: ("jumlah tersebut belum mencapai target ", t, "; capaiannya baru ", c),
    (C.KURANG, "nilai"): lambda t, c: ("hasil ini belum mencapai target ", t, "; capaiannya ", c),
    (C.KURANG, "lain"): lambda t, c: ("target ", t, " belum tercapai; capaiannya ", c),
}  # fmt: skip
"""The verdict by capaian and by what is measured: things counted, a value on a scale, a share or growth."""


class TanpaCapaian(Pola[Indikator]):
    """No target this year, or a figure that cannot be judged."""

    kode = "hasil.tanpa-capaian"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return isinstance(s.realisasi, Angka) and not isinstance(s.capaian, Angka)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        if ragam.capai(s) is C.TANPA_TARGET:
            return (f"indikator ini tidak ditargetkan pada tahun {k.tahun}, sehingga capaiannya tidak dihitung.",)
        if not isinstance(s.target, Angka):
            return (f"target tahun {k.tahun} belum diisi, sehingga capaiannya belum dapat dihitung.",)
        return ("capaian terhadap target ", kal.dengan_satuan(s.target), " tidak dapat dihitung.")


class Predikat(Pola[Indikator]):
    """The name of the band, where the satker judges by its own scale."""

    kode = "hasil.predikat"
    menjawab = TARGET

    def berlaku(self, k: Konteks, s: Indikator) -> bool:
        return s.status is not None and ragam.berskala_lain(k)

    def kalimat(self, k: Konteks, s: Indikator) -> Teks:
        assert s.status is not None
        return (f"menurut skala predikat yang dipakai satker, capaian itu tergolong {s.status.nama.lower()}.",)
