"""From patterns to a stored text: the sentences that the data allow, joined, with every figure bound."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from typing import Any

from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.capaian.sampai import SETAHUN
from lakin.dokumen.format import tulis_figur
from lakin.dokumen.pohon import Celah, Figur, Format, Miring, Sitasi, Tebal
from lakin.laporan.bagian import PISAH, BagianNaskah, bagian_naskah
from lakin.laporan.konteks import Konteks, Subjek
from lakin.laporan.narasi import BENTUK
from lakin.laporan.rancangan.deklarasi import Lihat, Pola, PolaButir, Potongan, Rancangan, Teks
from lakin.laporan.rancangan.katalog import KATALOG, KATALOG_TRIWULAN
from lakin.laporan.susun import IkatanLaporan, alamat_relatif

Simpul = dict[str, Any]

_NAMA_BENTUK = {f: nama for nama, f in BENTUK.items()} | {Format.BILANGAN: "angka"}
_SAMBUNG: dict[tuple[int, int], tuple[str, ...]] = {
    (1, 1): ("selain itu, ", "demikian pula, "),
    (1, -1): ("namun, ", "meskipun demikian, "),
    (-1, 1): ("sebaliknya, ", "di sisi lain, "),
    (-1, -1): ("selain itu, ", "di samping itu, "),
}
"""By the tone of the sentence before and of this one; the second time in a text another word is taken."""


def rancang(k: Konteks, kode_bagian: str, ikatan: IkatanLaporan | None = None) -> Simpul:
    """The draft of one slot as a document of ``narasi``; ValueError where the outline has no such slot.

    ``ikatan`` may be given where many slots of one report are drafted.
    """
    bagian = next((b for b in bagian_naskah(k) if b.kode == kode_bagian), None)
    if bagian is None:
        raise ValueError(f"Bagian {kode_bagian!r} tidak ada pada kerangka laporan.")
    rancangan, subjek = _rancangan(k, bagian)
    penulis = _Penulis(k, ikatan or IkatanLaporan(k))
    isi = penulis.dokumen(rancangan, subjek) if rancangan else []
    if not isi:
        isi = [penulis.paragraf((Celah(f"uraian {bagian.judul[:150]}"),))]
    return {"type": "doc", "content": isi}


def _rancangan(k: Konteks, bagian: BagianNaskah) -> tuple[Rancangan | None, Subjek | None]:
    katalog = KATALOG if k.triwulan == SETAHUN else KATALOG_TRIWULAN
    if bagian.uraian:
        indikator, judul = bagian.uraian
        return _di(katalog, f"uraian{PISAH}{judul}"), k.hasil.indikator[indikator]
    for kode, t in k.hasil.tujuan.items():
        if bagian.kode == f"tujuan_{kode}":
            return _di(katalog, "narasi:tujuan_{kode}"), t
    return _di(katalog, f"narasi:{bagian.kode}"), None


def _di(katalog: Iterable[Rancangan], tempat: str) -> Rancangan | None:
    return next((r for r in katalog if r.tempat == tempat), None)


class _Penulis:
    """Writes one text; remembers which connectors it has used."""

    def __init__(self, k: Konteks, ikatan: IkatanLaporan) -> None:
        self.k = k
        self.ikatan = ikatan
        self.dipakai: dict[tuple[int, int], int] = {}

    def dokumen(self, rancangan: Rancangan, s: Subjek | None) -> list[Simpul]:
        return [simpul for alinea in rancangan.alinea for simpul in self._alinea(alinea, s)]

    def _alinea(self, alinea: Iterable[Pola[Any]], s: Subjek | None) -> Iterator[Simpul]:
        kalimat: list[Potongan] = []
        nada = 0
        for p in alinea:
            if not p.berlaku(self.k, s):
                continue
            if isinstance(p, PolaButir):
                yield self.paragraf(_besar(p.kalimat(self.k, s)))
                butir = [self.paragraf(_besar(b)) for b in p.butir(self.k, s)]
                yield {"type": "bulletList", "content": [{"type": "listItem", "content": [b]} for b in butir]}
                continue
            ini = p.nada(self.k, s)
            sambung = self._sambung(nada, ini) if p.bersambung and kalimat else ""
            kalimat += ([" "] if kalimat else []) + list(_besar((sambung, *p.kalimat(self.k, s))))
            nada = ini or nada
        if kalimat:
            yield self.paragraf(tuple(kalimat))

    def _sambung(self, lalu: int, ini: int) -> str:
        kata = _SAMBUNG.get((lalu, ini), ())
        if not kata:
            return ""
        ke = self.dipakai.get((lalu, ini), 0)
        self.dipakai[lalu, ini] = ke + 1
        return kata[ke % len(kata)]

    def paragraf(self, teks: Teks) -> Simpul:
        """A paragraph of pieces; neighbouring texts become one node."""
        isi: list[Simpul] = []
        for s in (s for p in teks for s in self._simpul(p)):
            if s == _BUKA and isi and isi[-1].get("text", "").endswith(")"):
                # One pair of parentheses for what would be two in a row.
                isi[-1] = {**isi[-1], "text": isi[-1]["text"][:-1] + "; "}
                continue
            if s["type"] == "text" and isi and isi[-1]["type"] == "text" and s.get("marks") == isi[-1].get("marks"):
                isi[-1] = {**isi[-1], "text": isi[-1]["text"] + s["text"]}
            else:
                isi.append(s)
        return {"type": "paragraph", "content": isi}

    def _simpul(self, p: Potongan) -> Iterator[Simpul]:
        match p:
            case str():
                if p:
                    yield {"type": "text", "text": p}
            case Celah():
                yield {"type": "celah", "attrs": {"petunjuk": p.petunjuk}}
            case Figur():
                yield self._angka(p)
            case Sitasi() | Lihat():
                yield from self._rujukan(p)
            case Tebal() | Miring():
                tanda = [{"type": "bold" if isinstance(p, Tebal) else "italic"}]
                yield from ({**s, "marks": tanda} for i in p.isi for s in self._simpul(i))

    def _angka(self, f: Figur) -> Simpul:
        """A bound figure: only what the report finds again at its address, with the same value."""
        alamat = alamat_relatif(f.angka.alamat, self.k.satker.kode, self.k.tahun)
        ada = self.ikatan.angka(alamat) if alamat else None
        if ada is None or not _sama(ada, f.angka):
            if isinstance(f.angka, Angka):
                return {"type": "celah", "attrs": {"petunjuk": f"angka {f.angka.label or f.angka.alamat}"[:200]}}
            return {"type": "text", "text": tulis_figur(f)}
        return {"type": "angka", "attrs": {"alamat": alamat, "format": _NAMA_BENTUK[f.format]}}

    def _rujukan(self, p: Sitasi | Lihat) -> Iterator[Simpul]:
        butir = self.ikatan.polos.butir.get(p.kode)
        if butir is None or not butir.nomor:
            return
        sitasi = {"type": "sitasi", "attrs": {"kode": p.kode}}
        if isinstance(p, Sitasi):
            yield sitasi
        else:
            yield from (_BUKA, sitasi, {"type": "text", "text": ")"})


_BUKA = {"type": "text", "text": " ("}


def _sama(a: Bahan, b: Bahan) -> bool:
    if isinstance(a, Angka) and isinstance(b, Angka):
        return (a.nilai, a.desimal, a.satuan) == (b.nilai, b.desimal, b.satuan)
    return not isinstance(a, Angka) and not isinstance(b, Angka) and a.keadaan is b.keadaan


def _besar(teks: Teks) -> Teks:
    """The sentence with a capital at its beginning, and after a full stop inside a piece."""
    hasil = list(teks)
    for n, p in enumerate(hasil):
        if isinstance(p, str) and p:
            hasil[n] = p[0].upper() + p[1:]
            break
        if not isinstance(p, str):
            break
    return tuple(
        h if not isinstance(h, str) else re.sub(r"(?<=[a-z)]\. )([a-z])", lambda c: c[1].upper(), h) for h in hasil
    )
