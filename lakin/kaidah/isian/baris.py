"""Checks of raw rows: their bounds, their doubles, their siblings."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from decimal import Decimal
from statistics import median
from typing import Any

from lakin.angka import Tiada, tulis
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.deklarasi import Jenis as JenisMedan
from lakin.capaian.deklarasi import Medan, Rumus, periksa_baris
from lakin.capaian.fakta import FBaris, FIndikator
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan, angka_isi, judul_baris, nama_medan, teks_isi

BUKTI = ("nomor", "bukti")
"""Fields that name the paper by which something is claimed: one paper, one claim."""
JAUH_BAGIAN = Decimal("0.25")
"""Share of a component's maximum below its siblings' median: two grades and a half of Permenpan RB 88/2021."""
SETENGAH = Decimal("0.5")
"""One band of the survey index (2.60, 3.06, 3.53): a service is seldom more than a band off the whole."""
TIGA = 3
"""Other rows that make a habit."""
ANGKA_PENTING = 3
"""Digits from which two equal neighbours are no coincidence."""


def _medan_angka(r: Rumus[Any]) -> list[Medan]:
    return [m for m in r.daftar_medan if m.jenis is JenisMedan.ANGKA]


class BarisBatas(Kaidah):
    """What the formula's own fields say: bounds, maxima, no division by zero."""

    kode = "baris-batas"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "nilai baris di luar batas yang dinyatakan rumusnya"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Numbers that the formula refuses."""
        for i, r, b in k.semua_baris():
            angka = angka_isi(b)
            for m in periksa_baris(r, dict(b.isi)) if angka else ():
                if m.medan in angka:
                    yield self.temuan(
                        k.alamat_baris(i, b, m.medan),
                        judul_baris(i, b),
                        m.pesan,
                        [angka[m.medan]],
                        jangkar=f"sel-{i.kode}",
                    )


class DuaKali(Kaidah):
    """One activity, one claim: a row that stands there twice, or one paper that proves two."""

    kode = "diklaim-dua-kali"
    jenis = Jenis.JANGGAL
    rumusan = "dua baris satu indikator sama seluruh tulisannya, atau satu nomor bukti dipakai dua baris mana pun"
    kosong = "Nomor yang kosong tidak dibandingkan."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """The later of two rows; the earlier is named in the sentence."""
        pertama: dict[tuple[str, ...], tuple[FIndikator, FBaris]] = {}
        for i, r, b in k.semua_baris():
            for kunci in _kunci(i, r, b):
                awal_i, awal = pertama.setdefault(kunci, (i, b))
                if awal is not b:
                    apa = f"nomor bukti {kunci[1]}" if kunci[0] == "bukti" else "isi yang sama"
                    pesan = (
                        f"Baris {b.urut} memakai {apa} dengan baris {awal.urut} {awal_i.kode}: kegiatan ini diklaim "
                        "dua kali. Hapus salah satunya, atau jelaskan perbedaannya."
                    )
                    yield self.temuan(
                        k.alamat_baris(i, b), judul_baris(i, b), pesan, kunci, jangkar=f"sel-{i.kode}",
                        terkait=(k.alamat_baris(awal_i, awal), k.alamat_baris(i, b)),
                    )  # fmt: skip
                    break


def _kunci(i: FIndikator, r: Rumus[Any], b: FBaris) -> Iterator[tuple[str, ...]]:
    tulisan = teks_isi(b)
    for medan in BUKTI:
        if bersih := _baku(tulisan.get(medan, "")):
            yield "bukti", bersih
    isi = tuple(_baku(tulisan.get(m.kode, "")) for m in r.daftar_medan if m.jenis is JenisMedan.TEKS)
    if any(isi):
        yield ("isi", i.kode, *isi)


def _baku(teks: str) -> str:
    return " ".join("".join(h if h.isalnum() else " " for h in teks.casefold()).split())


class BarisTiada(Kaidah):
    """A number that is said not to apply where the rule needs one."""

    kode = "baris-na"
    jenis = Jenis.JANGGAL
    rumusan = "medan wajib N/A; atau 0 pada unsur yang ditetapkan rumus"
    kosong = "N/A yang diperiksa; yang kosong adalah urusan kelengkapan."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """N/A in a required field, and 0 in a component."""
        for i, r, b in k.semua_baris():
            isi = dict(b.isi)
            for m in _medan_angka(r):
                nilai = isi.get(m.kode)
                if (nilai is Tiada.NA and m.wajib) or (nilai == Decimal(0) and r.baris_tetap):
                    apa = "N/A" if nilai is Tiada.NA else "0"
                    pesan = f"{m.label} ditulis {apa}. Isi nilainya, atau jelaskan mengapa demikian."
                    yield self.temuan(
                        k.alamat_baris(i, b, m.kode), judul_baris(i, b), pesan, [apa], jangkar=f"sel-{i.kode}"
                    )


class UnsurBersaudara(Kaidah):
    """Components of one assessment are seldom far apart, each as a share of its own maximum."""

    kode = "unsur-bersaudara"
    jenis = Jenis.JANGGAL
    rumusan = "nilai/maksimum < median unsur lain - 0,25"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Fixed rows unlike their siblings."""
        per: dict[str, list[tuple[FBaris, Decimal, Decimal | None]]] = defaultdict(list)
        ikut: dict[str, tuple[FIndikator, Rumus[Any]]] = {}
        for i, r, b in k.semua_baris():
            if r.baris_tetap and (sel := _unsur(r, b)):
                per[i.kode].append(sel)
                ikut[i.kode] = i, r
        for kode, semua in per.items():
            i, r = ikut[kode]
            medan = str(getattr(r, "medan_nilai", "nilai"))
            for n, (b, nilai, maks) in enumerate(semua):
                if sebab := _janggal(semua, n, nilai, maks):
                    pesan = f"{nama_medan(r, medan)} {tulis(nilai)} {sebab}. Periksa digit dan komanya, atau jelaskan."
                    yield self.temuan(
                        k.alamat_baris(i, b, medan), judul_baris(i, b), pesan, [nilai], jangkar=f"sel-{kode}"
                    )


def _unsur(r: Rumus[Any], b: FBaris) -> tuple[FBaris, Decimal, Decimal | None] | None:
    medan = str(getattr(r, "medan_nilai", "nilai"))
    nilai, kunci = angka_isi(b).get(medan), r.kunci(teks_isi(b).get(r.kunci_tetap, ""))
    if nilai is None or kunci is None:
        return None
    batas = next((m.maksimum for m in r.daftar_medan if m.kode == medan and kunci.bobot is not None), None)
    return b, nilai, kunci.maksimum or batas


def _janggal(semua: list[tuple[FBaris, Decimal, Decimal | None]], n: int, nilai: Decimal, maks: Decimal | None) -> str:
    lain = [x for m, x in enumerate(semua) if m != n]
    bagian = [v / m for _, v, m in lain if m]
    if maks and bagian and nilai / maks < median(bagian) - JAUH_BAGIAN:
        return "jauh di bawah unsur lainnya"
    return ""


class BarisKembar(Kaidah):
    """A value entered one row off stands twice, to the last digit; the greatest value allowed may."""

    kode = "baris-kembar"
    jenis = Jenis.JANGGAL
    rumusan = "nilai sama dengan baris di atasnya, sedikitnya tiga angka dan bukan nilai maksimum"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Two rows below each other with one value; either may be the wrong one."""
        lalu: tuple[FIndikator, FBaris] | None = None
        for i, r, b in k.semua_baris():
            atas = angka_isi(lalu[1]) if lalu and lalu[0] is i else {}
            for medan, nilai in angka_isi(b).items():
                if atas.get(medan) == nilai and _khas(r, b, nilai) and lalu:
                    dua = (k.alamat_baris(i, lalu[1], medan), k.alamat_baris(i, b, medan))
                    pesan = (
                        f"{nama_medan(r, medan)} {tulis(nilai)} sama dengan baris di atasnya. "
                        "Periksa apakah isian bergeser satu baris, atau jelaskan."
                    )
                    yield self.temuan(dua[1], judul_baris(i, b), pesan, [nilai], jangkar=f"sel-{i.kode}", terkait=dua)
            lalu = i, b


def _khas(r: Rumus[Any], b: FBaris, nilai: Decimal) -> bool:
    """Whether a value has digits enough to be no coincidence, and is not the greatest that is allowed."""
    kunci = r.kunci(teks_isi(b).get(r.kunci_tetap, "")) if r.kunci_tetap else None
    puncak = {m.maksimum for m in r.daftar_medan} | ({kunci.maksimum} if kunci else set())
    return nilai > 0 and nilai not in puncak and len(nilai.as_tuple().digits) >= ANGKA_PENTING


class PecahanSendiri(Kaidah):
    """Where every other row counts in whole numbers, a fraction is a comma or a digit that slipped."""

    kode = "pecahan-sendiri"
    jenis = Jenis.JANGGAL
    rumusan = "nilai berkoma, sedangkan sedikitnya tiga baris lain pada kolomnya semuanya bilangan utuh"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """The only fraction of a column."""
        kolom: dict[tuple[str, str], list[tuple[FIndikator, FBaris, Decimal]]] = defaultdict(list)
        for i, _, b in k.semua_baris():
            for medan, nilai in angka_isi(b).items():
                kolom[i.kode, medan].append((i, b, nilai))
        for (kode, medan), semua in kolom.items():
            pecahan = [x for x in semua if x[2] != x[2].to_integral_value()]
            if len(pecahan) == 1 and len(semua) > TIGA:
                i, b, nilai = pecahan[0]
                pesan = (
                    f"Angka {tulis(nilai)} berkoma, sedangkan baris lainnya bilangan utuh. "
                    "Periksa koma dan jumlah digitnya, atau jelaskan."
                )
                yield self.temuan(k.alamat_baris(i, b, medan), judul_baris(i, b), pesan, [nilai], jangkar=f"sel-{kode}")


class IndeksLayanan(Kaidah):
    """A survey's index lies among those of its services, and none of them is more than a band away."""

    kode = "indeks-layanan"
    jenis = Jenis.JANGGAL
    rumusan = "|indeks layanan - indeks survei| > 0,5; indeks survei di luar indeks layanannya"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Services far from the recorded index; and an index that no weights could give."""
        for h in k.indikator if k.setahun else ():
            i, r = h.fakta, k.rumus(h.fakta)
            if r is None or r.dari_baris or not isinstance(h.realisasi, Angka):
                continue
            semua = [(b, v) for b in k.baris(i) if (v := angka_isi(b).get("indeks")) is not None]
            utuh = h.realisasi.nilai
            for b, v in semua:
                if abs(v - utuh) > SETENGAH:
                    pesan = f"Indeks {tulis(v)} jauh dari indeks seluruhnya {tulis(utuh)}. Periksa digitnya."
                    yield self.temuan(
                        k.alamat_baris(i, b, "indeks"), judul_baris(i, b), pesan, [v, utuh], jangkar=f"sel-{i.kode}"
                    )
            if len(semua) > 1 and not min(v for _, v in semua) <= utuh <= max(v for _, v in semua):
                pesan = (
                    f"Indeks {tulis(utuh)} berada di luar indeks layanannya ({tulis(min(v for _, v in semua))} sampai "
                    f"{tulis(max(v for _, v in semua))}). Periksa indeks ini dan data layanannya."
                )
                yield self.temuan(h.realisasi.alamat, f"{i.kode} {i.nama}", pesan, [utuh], jangkar=f"sel-{i.kode}")
