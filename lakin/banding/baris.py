"""Which rows of a comparison are shown, in which order; ranks and means stay those of all."""

from __future__ import annotations

from decimal import Decimal

from lakin.banding.tanya import Tanya
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.jajaran import BarisJajaran, Jajaran


def baris_tampil(jajaran: Jajaran, tanya: Tanya) -> tuple[BarisJajaran, ...]:
    """Return the rows that a question asks for: pinned ones first and always, what has no value last."""
    semat = [b for b in jajaran.baris if b.peserta.kode in tanya.sematan]
    lain = [b for b in jajaran.baris if b.peserta.kode not in tanya.sematan and _cocok(b, tanya)]
    return (*_urutkan(semat, tanya), *_urutkan(lain, tanya))


def _cocok(b: BarisJajaran, t: Tanya) -> bool:
    if t.lapor and b.melapor != (t.lapor == "sudah"):
        return False
    teks = f"{b.peserta.kode} {b.peserta.nama} {b.peserta.jenis}".casefold()
    return all(kata in teks for kata in t.cari.casefold().split())


def _urutkan(baris: list[BarisJajaran], t: Tanya) -> list[BarisJajaran]:
    if t.urut == "nama":
        return sorted(baris, key=lambda b: (b.peserta.nama.casefold(), b.peserta.kode), reverse=t.turun)
    if t.urut == "peringkat":
        bernomor = sorted((b for b in baris if b.nomor), key=lambda b: b.nomor or 0, reverse=t.turun)
        return [*bernomor, *(b for b in baris if not b.nomor)]
    ada = [b for b in baris if isinstance(b.figur(t.urut), Angka)]
    # Sorting is stable and the rows come by rank: equal values stay in that order, either way round.
    ada.sort(key=lambda b: _nilai(b, t.urut), reverse=t.turun)
    return [*ada, *(b for b in baris if not isinstance(b.figur(t.urut), Angka))]


def _nilai(b: BarisJajaran, kolom: str) -> Decimal:
    f = b.figur(kolom)
    assert isinstance(f, Angka), "only those with a value are sorted by it"
    return f.nilai
