"""Checks of an indicator's value: its scale, its target, its history, its rows, the row beside it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from decimal import Decimal
from statistics import median

from lakin.angka import Nilai, ada, nama_triwulan, tulis, tulis_persen
from lakin.capaian.angka_jelas import DIGANTI, Angka, Bahan
from lakin.capaian.deklarasi import Jenis as JenisMedan
from lakin.capaian.deklarasi import Rumus
from lakin.capaian.fakta import CaraRenstra
from lakin.capaian.hasil import HasilIndikator
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan

TINGGI, RENDAH = Decimal(200), Decimal(50)
"""Percent of the target: twice or half of what was agreed."""
KALI_GANTI = Decimal("1.5")
"""An override mends details of the rows; half as much again is another figure."""
BESAR_MAD = Decimal("1.4826")
"""Makes the median deviation comparable to a standard deviation."""
BATAS_MAD, BATAS_MAD_PENDEK = Decimal("3.5"), Decimal(5)
"""Iglewicz and Hoaglin's 3.5; on fewer than five values the deviation itself is unsure, so 5. Never a z-score:
on ten values none can exceed 2.85."""
PANJANG, PALING_SEDIKIT = 5, 3
LANTAI = Decimal("0.05")
"""Share of the median below which a spread is chance: years that happen to be equal must not make the next one odd."""


def _tahun(k: Konteks, h: HasilIndikator) -> Bahan | None:
    """The year's figure, once the year is over."""
    return h.realisasi if k.setahun else None


def _tercatat(k: Konteks) -> Iterator[tuple[HasilIndikator, int, Angka, Bahan]]:
    """Each indicator's value and capaian at the end of each triwulan that has one."""
    for h in k.indikator:
        for t in h.triwulan[: k.triwulan]:
            realisasi, capaian = (h.realisasi, h.capaian) if t.triwulan == 4 else (t.realisasi, t.capaian)
            if isinstance(realisasi, Angka):
                yield h, t.triwulan, realisasi, capaian


def _sebut(h: HasilIndikator, tw: int) -> str:
    return f"{h.fakta.kode} {h.fakta.nama}" if tw == 4 else f"{h.fakta.kode} {nama_triwulan(tw)}"


def skala(r: Rumus | None, satuan: str) -> tuple[Decimal, Decimal] | None:  # type: ignore[type-arg]
    """The least and the greatest value that a formula's rule allows; a value without one is out of 100."""
    if r is not None:
        maksimum = [x.maksimum for x in r.baris_tetap if x.maksimum is not None]
        if maksimum and len(maksimum) == len(r.baris_tetap):
            return Decimal(0), sum(maksimum, Decimal(0))
        angka = [m for m in r.daftar_medan if m.jenis is JenisMedan.ANGKA and m.wajib]
        if len(angka) == 1 and angka[0].minimum is not None and angka[0].maksimum is not None:
            return angka[0].minimum, angka[0].maksimum
    return (Decimal(0), Decimal(100)) if satuan.casefold() == "nilai" else None


class NilaiSkala(Kaidah):
    """An index of 1 to 4 is never 361."""

    kode = "nilai-skala"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "realisasi di luar skala rumusnya (indeks 1-4 atau 1-5, nilai 0-100)"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Values outside their scale."""
        for h, tw, realisasi, _ in _tercatat(k):
            batas = skala(k.rumus(h.fakta), h.fakta.satuan)
            if batas and not batas[0] <= realisasi.nilai <= batas[1]:
                pesan = (
                    f"Realisasi {tulis(realisasi.nilai)} berada di luar skala {tulis(batas[0])} sampai "
                    f"{tulis(batas[1])}. Periksa tanda koma dan digitnya."
                )
                yield self.temuan(
                    realisasi.alamat, _sebut(h, tw), pesan, [realisasi.nilai], jangkar=f"sel-{h.fakta.kode}"
                )


class TidakMencapai(Kaidah):
    """At the year's end an indicator below its target needs a word on why."""

    kode = "tidak-mencapai"
    jenis = Jenis.JANGGAL
    rumusan = "status capaian setahun: tidak mencapai"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Indicators that did not reach their target."""
        for h in k.indikator if k.setahun else ():
            if isinstance(h.capaian, Angka) and h.status is not None and h.status.kode == "tidak_mencapai":
                kode = h.fakta.kode
                pesan = f"Capaian {kode} di bawah target. Tuliskan penyebabnya dan apa yang akan dilakukan."
                yield self.temuan(
                    f"{k.akar}/{kode}/capaian", _sebut(h, 4), pesan, [h.capaian.nilai], jangkar=f"sel-{kode}"
                )


class CapaianLebar(Kaidah):
    """Twice or half of what was agreed: a slip, or a target that says little.

    Where the years before went as far over theirs, reviewers know it and it is only told.
    """

    kode = "capaian-lebar"
    jenis = Jenis.JANGGAL
    rumusan = "capaian > 200% (diberitahukan bila tahun lalu juga) atau < 50% setahun"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Capaian beyond the two bounds; a low one only once the year is over."""
        for h, tw, realisasi, capaian in _tercatat(k):
            if not isinstance(capaian, Angka) or RENDAH <= capaian.nilai <= TINGGI:
                continue
            if tw < 4 and capaian.nilai < RENDAH:
                continue
            biasa = _pernah_tinggi(k, h) if capaian.nilai > TINGGI else _dijelaskan(h)
            pesan = (
                f"Capaian {tulis_persen(capaian.nilai)}: realisasi {tulis(realisasi.nilai)} terhadap target "
                f"{tulis(h.target.nilai) if isinstance(h.target, Angka) else 'N/A'}. Periksa satuan dan jumlah "
                "digitnya, atau jelaskan penyebabnya."
            )
            yield self.temuan(
                capaian.alamat, _sebut(h, tw), pesan, [capaian.nilai], jangkar=f"sel-{h.fakta.kode}",
                jenis=Jenis.CATATAN if biasa else None,
            )  # fmt: skip


def _dijelaskan(h: HasilIndikator) -> bool:
    """Whether the figure needs a note already, because its target was not reached."""
    return h.status is not None and h.status.kode == "tidak_mencapai"


def _pernah_tinggi(k: Konteks, h: HasilIndikator) -> bool:
    lalu = (t.capaian for t in h.seri if t.tahun < k.fakta.tahun)
    return any(isinstance(c, Angka) and c.nilai > TINGGI for c in lalu)


def menyimpang(nilai: Decimal, lain: Sequence[Decimal]) -> bool:
    """Whether a value is far from others: median and MAD with a floor, never on fewer than three."""
    if len(lain) < PALING_SEDIKIT:
        return False
    tengah = median(lain)
    sebaran = max(BESAR_MAD * median(abs(x - tengah) for x in lain), abs(tengah) * LANTAI)
    batas = BATAS_MAD if len(lain) >= PANJANG else BATAS_MAD_PENDEK
    return abs(nilai - tengah) > batas * sebaran > 0


class JauhDariRiwayat(Kaidah):
    """A value that is unlike the indicator's own years."""

    kode = "jauh-dari-riwayat"
    jenis = Jenis.JANGGAL
    rumusan = "|realisasi - median tahun lalu| > 3,5 (5 bila < 5 tahun) x maks(1,4826 MAD; 5% median)"
    kosong = "Tahun kosong, N/A, atau bersatuan lain tidak ikut; kurang dari tiga tahun tidak diperiksa."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Years unlike the others."""
        for h in k.indikator:
            kini = _tahun(k, h)
            lalu = [
                t.realisasi.nilai
                for t in h.seri
                if t.tahun < k.fakta.tahun and isinstance(t.realisasi, Angka) and t.realisasi.satuan == h.fakta.satuan
            ]
            if isinstance(kini, Angka) and menyimpang(kini.nilai, lalu):
                pesan = (
                    f"Realisasi {tulis(kini.nilai)} jauh dari tahun-tahun sebelumnya "
                    f"({', '.join(tulis(x) for x in lalu)}). Periksa digitnya, atau jelaskan penyebabnya."
                )
                yield self.temuan(kini.alamat, _sebut(h, 4), pesan, [kini.nilai], jangkar=f"sel-{h.fakta.kode}")


class JauhDariSerupa(Kaidah):
    """A value that is unlike the same indicator at like satkers."""

    kode = "jauh-dari-serupa"
    jenis = Jenis.CATATAN
    rumusan = "|realisasi - median satker serupa| > 3,5 (5 bila < 5 satker) x maks(1,4826 MAD; 5% median)"
    kosong = "Kurang dari tiga satker tidak diperiksa."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Values unlike the others'; only told, since satkers differ for good reasons."""
        for h in k.indikator:
            kini, lain = _tahun(k, h), k.serupa.get(h.fakta.kode, ())
            if isinstance(kini, Angka) and menyimpang(kini.nilai, lain):
                pesan = f"Realisasi {tulis(kini.nilai)} jauh dari satker serupa (median {tulis(median(lain))})."
                yield self.temuan(kini.alamat, _sebut(h, 4), pesan, [kini.nilai], jangkar=f"sel-{h.fakta.kode}")


class GantiJauh(Kaidah):
    """An override that is another figure than the rows give."""

    kode = "ganti-jauh"
    jenis = Jenis.JANGGAL
    rumusan = "nilai pengganti > 1,5 kali atau < 2/3 nilai yang dihitung dari baris"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Overrides far from the computed value."""
        for h in k.indikator:
            kini, hitung = _tahun(k, h), h.nilai_hitung
            if not isinstance(kini, Angka) or kini.asal != DIGANTI or not isinstance(hitung, Angka):
                continue
            if hitung.nilai > 0 and not hitung.nilai / KALI_GANTI <= kini.nilai <= hitung.nilai * KALI_GANTI:
                pesan = (
                    f"Nilai pengganti {tulis(kini.nilai)} jauh dari {tulis(hitung.nilai)} yang dihitung dari data "
                    "dasar. Periksa digitnya, lengkapi data dasarnya, atau jelaskan perbedaannya."
                )
                yield self.temuan(
                    kini.alamat, _sebut(h, 4), pesan, [kini.nilai, hitung.nilai], jangkar=f"sel-{h.fakta.kode}"
                )


class TargetTetangga(Kaidah):
    """A value entered one row off is the neighbour's target, to the digit."""

    kode = "target-tetangga"
    jenis = Jenis.JANGGAL
    rumusan = "nilai yang diketik = target indikator di atas atau di bawahnya, dan bukan targetnya sendiri"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Typed values that are the target beside them."""
        semua = k.indikator
        for n, h in enumerate(semua):
            sebelah = [x for x in (*semua[max(n - 1, 0) : n], *semua[n + 1 : n + 2]) if ada(x.fakta.target)]
            for tw, nilai in _ketikan(k, h):
                t = next((x for x in sebelah if x.fakta.target == nilai != h.fakta.target), None)
                if t is not None and ada(nilai):
                    pesan = (
                        f"Realisasi {tulis(nilai)} sama dengan target {t.fakta.kode} di sebelahnya. "
                        "Periksa apakah isian bergeser satu baris."
                    )
                    alamat = f"{k.akar}/{h.fakta.kode}/realisasi" + (f"/tw{tw}" if tw < 4 else "")
                    yield self.temuan(alamat, _sebut(h, tw), pesan, [nilai], jangkar=f"sel-{h.fakta.kode}")


def _ketikan(k: Konteks, h: HasilIndikator) -> Iterator[tuple[int, Nilai]]:
    """What was typed as the indicator's value, not computed from rows."""
    yield from ((t.triwulan, t.nilai) for t in h.fakta.triwulan if t.triwulan <= k.triwulan)
    if h.fakta.ganti and k.setahun:
        yield 4, h.fakta.ganti.nilai


class NilaiTurun(Kaidah):
    """A count of the year so far falls only where something was taken back."""

    kode = "nilai-turun"
    jenis = Jenis.JANGGAL
    rumusan = "realisasi kumulatif (indikator yang dijumlahkan) < realisasi triwulan sebelumnya"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Counts below that of an earlier triwulan."""
        lalu: dict[str, Angka] = {}
        for h, tw, kini, _ in _tercatat(k):
            if h.fakta.cara_renstra is not CaraRenstra.JUMLAH:
                continue
            awal = lalu.get(h.fakta.kode)
            if awal and kini.nilai < awal.nilai:
                pesan = (
                    f"Realisasi {tulis(kini.nilai)} lebih kecil daripada triwulan sebelumnya ({tulis(awal.nilai)}), "
                    "padahal kumulatif. Periksa keduanya, atau jelaskan penyebabnya."
                )
                yield self.temuan(
                    kini.alamat, _sebut(h, tw), pesan, [awal.nilai, kini.nilai], jangkar=f"sel-{h.fakta.kode}",
                    terkait=(awal.alamat, kini.alamat),
                )  # fmt: skip
            lalu[h.fakta.kode] = kini
