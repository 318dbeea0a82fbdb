"""What a person asks of an outline on its page, as acts on the tree. Pure: a form's fields in, an outline out."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import replace

from lakin.dokumen.pohon import JenisBab, Kertas
from lakin.laporan import kerangka_ubah as ubah
from lakin.laporan.kerangka import NARASI, ULANG, URAIAN, Bagian, BagianUtama, Berjudul, Butir, Kerangka, nama_butir
from lakin.laporan.kerangka_periksa import BLOK, sebutan_butir
from lakin.laporan.kerangka_ubah import Letak, LetakSalah, Simpul, ambil, banyak_anak, jalur, telusur

Data = Mapping[str, str]
Hasil = tuple[Kerangka, str, Letak]
"""The new outline, what was done, and the place to look at."""


class Perbuatan:
    """One act, ready to be given to the service; ``letak`` tells afterwards where to look."""

    def __init__(self, tindakan: str, data: Data) -> None:
        self.tindakan = tindakan
        self.data = data
        self.letak: Letak = ()

    def __call__(self, k: Kerangka) -> tuple[Kerangka, str]:
        perbuat = TINDAKAN.get(self.tindakan)
        if perbuat is None:
            raise LetakSalah("Perintah ini tidak dikenal. Muat ulang halaman lalu coba lagi.")
        baru, apa, self.letak = perbuat(k, self.data)
        return baru, apa


def baca_letak(teks: str) -> Letak:
    """'3.1.0' as a place; nothing reads as the empty place."""
    if not re.fullmatch(r"\d{1,3}(\.\d{1,3}){0,7}", teks, re.ASCII):
        return ()
    return tuple(int(n) for n in teks.split("."))


def tulis_letak(letak: Letak) -> str:
    """The inverse."""
    return ".".join(str(n) for n in letak)


def sebut(s: Simpul) -> str:
    """How a sentence calls a thing of the outline."""
    match s:
        case BagianUtama():
            return f"bab “{s.judul[:60]}”"
        case Bagian():
            return f"bagian “{s.judul[:60]}”"
        case _:
            return sebutan_butir(s)


def berulang(k: Kerangka, letak: Letak) -> tuple[str, ...]:
    """What the parts around a place, itself included, are repeated for; outermost first."""
    return tuple(w.ulang for w in (*jalur(k, letak), ambil(k, letak)) if isinstance(w, Bagian) and w.ulang)


def slug(teks: str) -> str:
    """A code of a name: 'Inovasi & Dampak' gives 'inovasi_dampak'."""
    polos = unicodedata.normalize("NFKD", teks).encode("ascii", "ignore").decode().lower()
    return re.sub(r"[^a-z0-9]+", "_", polos).strip("_")[:30].strip("_")


# --- the outline as a whole -----------------------------------------------------------


def identitas(k: Kerangka, d: Data) -> Hasil:
    """Name of the report and its second line."""
    judul, subjudul = d.get("judul", "").strip(), d.get("subjudul", "").strip()
    return replace(k, judul=judul, subjudul=subjudul), f"Nama laporan menjadi “{judul[:60]}”", ()


def kosong(k: Kerangka, d: Data) -> Hasil:
    """Start anew: one empty chapter, for an agency whose report looks quite different."""
    bab = BagianUtama("bab-1", "Pendahuluan", ())
    return replace(k, bab=(bab,)), "Mulai dari kerangka kosong", (0,)


# --- moving and removing --------------------------------------------------------------


def _pindah(ke: Callable[[Kerangka, Letak], Letak], kata: str) -> Callable[[Kerangka, Data], Hasil]:
    def perbuat(k: Kerangka, d: Data) -> Hasil:
        dari = baca_letak(d.get("letak", ""))
        tujuan = ke(k, dari)
        return ubah.pindah(k, dari, tujuan), f"{_besar(sebut(ambil(k, dari)))} {kata}", tujuan

    return perbuat


def pindahkan(k: Kerangka, d: Data) -> Hasil:
    """To the end of another chapter or part."""
    dari, ke = baca_letak(d.get("letak", "")), baca_letak(d.get("ke", ""))
    simpul, wadah = ambil(k, dari), ambil(k, ke)
    if not isinstance(wadah, BagianUtama | Bagian) or len(dari) < 2 or ke[: len(dari)] == dari:
        raise LetakSalah("Pilih bab atau bagian lain sebagai tujuan pemindahan.")
    tanpa = ubah.hapus(k, dari)
    sesudah = _sesudah_hapus(dari, ke)
    letak = (*sesudah, banyak_anak(tanpa, sesudah))
    return ubah.sisip(tanpa, letak, simpul), f"{_besar(sebut(simpul))} dipindahkan ke {sebut(wadah)}", letak


def hapus(k: Kerangka, d: Data) -> Hasil:
    """Take a thing out, with all in it; its texts are kept."""
    letak = baca_letak(d.get("letak", ""))
    baru = ubah.hapus(k, letak)
    return baru, f"{_besar(sebut(ambil(k, letak)))} dihapus", letak[:-1]


def _sesudah_hapus(dari: Letak, ke: Letak) -> Letak:
    """A place, once what stood at ``dari`` is gone."""
    n = len(dari) - 1
    if len(ke) > n and ke[:n] == dari[:n] and ke[n] > dari[n]:
        return (*ke[:n], ke[n] - 1, *ke[n + 1 :])
    return ke


# --- changing -------------------------------------------------------------------------


def ganti(k: Kerangka, d: Data) -> Hasil:
    """Heading and settings of a chapter or part, caption of a block."""
    letak = baca_letak(d.get("letak", ""))
    lama = ambil(k, letak)
    judul = d.get("judul", "").strip()
    baru: Simpul
    match lama:
        case BagianUtama():
            baru = replace(lama, judul=judul, jenis=_jenis(d, lama.jenis), kertas=_kertas(d, lama.kertas))
        case Bagian():
            baru = replace(
                lama, judul=judul, ulang=_ulang(d), bernomor="bernomor" in d,
                di_daftar_isi="di_daftar_isi" in d, halaman_baru="halaman_baru" in d,
            )  # fmt: skip
        case _ if nama_butir(lama) in BLOK:
            kode = nama_butir(lama)
            baru = Berjudul(kode, judul) if judul and judul != getattr(BLOK[kode], "judul", "") else kode
        case _:
            raise LetakSalah("Narasi tidak berjudul sendiri. Ganti judul bagian yang memuatnya.")
    return ubah.ganti(k, letak, baru), f"{_besar(sebut(lama))} diubah", letak


# --- adding ---------------------------------------------------------------------------


def tambah_bab(k: Kerangka, d: Data) -> Hasil:
    """A chapter, after the last one of its kind."""
    judul, jenis = d.get("judul", "").strip(), _jenis(d, JenisBab.ISI)
    urut = list(JenisBab)
    n = sum(1 for b in k.bab if urut.index(b.jenis) <= urut.index(jenis))
    baru = BagianUtama(_kode_baru(k, "bab"), judul, (), jenis, _kertas(d, Kertas.TEGAK))
    return ubah.sisip(k, (n,), baru), f"Bab “{judul[:60]}” ditambahkan", (n,)


def tambah_bagian(k: Kerangka, d: Data) -> Hasil:
    """A part at the end of a chapter or part."""
    judul = d.get("judul", "").strip()
    return _tambah(k, d, Bagian(judul, (), _kode_baru(k, "bagian"), _ulang(d)), f"Bagian “{judul[:60]}” ditambahkan")


def tambah_blok(k: Kerangka, d: Data) -> Hasil:
    """A block of the catalogue; the reader stays where the block went in."""
    kode = d.get("blok", "")
    baru, apa, letak = _tambah(k, d, kode, f"{_besar(sebutan_butir(kode))} ditambahkan")
    return baru, apa, letak[:-1]


def tambah_narasi(k: Kerangka, d: Data) -> Hasil:
    """A place to write; where it is asked for, in a part with its own heading. The reader stays where it went in."""
    nama = d.get("nama", "").strip()
    kode = d.get("kode", "").strip() or slug(nama)
    if not kode:
        raise LetakSalah("Tulis nama narasinya, misalnya “Inovasi tahun ini”.")
    if d.get("kode", "").startswith(URAIAN):
        baru, apa, letak = _tambah(k, d, d["kode"], f"{_besar(sebutan_butir(d['kode']))} ditambahkan")
        return baru, apa, letak[:-1]
    if berulang(k, baca_letak(d.get("induk", ""))) and "{kode}" not in kode:
        kode = f"{kode}_{{kode}}"
    slot = f"{NARASI}{kode}"
    butir: Butir = slot
    if "berjudul" in d and nama:
        butir = Bagian(nama, (slot,), _kode_baru(k, "bagian"))
    baru, apa, letak = _tambah(k, d, butir, f"Narasi “{(nama or kode)[:60]}” ditambahkan")
    return baru, apa, letak[:-1]


def _tambah(k: Kerangka, d: Data, butir: Butir, apa: str) -> Hasil:
    induk = baca_letak(d.get("induk", ""))
    if not isinstance(ambil(k, induk), BagianUtama | Bagian):
        raise LetakSalah("Pilih bab atau bagian tempat menambahkan.")
    letak = (*induk, banyak_anak(k, induk))
    return ubah.sisip(k, letak, butir), apa, letak


def _kode_baru(k: Kerangka, awalan: str) -> str:
    """A code that no chapter or part has."""
    ada = {s.kode.replace(".{kode}", "") for _, s in telusur(k) if isinstance(s, BagianUtama | Bagian)}
    return next(c for n in range(1, 10_000) if (c := f"{awalan}-{n}") not in ada)


def _jenis(d: Data, lain: JenisBab) -> JenisBab:
    return JenisBab(d["jenis"]) if d.get("jenis") in list(JenisBab) else lain


def _kertas(d: Data, lain: Kertas) -> Kertas:
    return Kertas(d["kertas"]) if d.get("kertas") in list(Kertas) else lain


def _ulang(d: Data) -> str:
    return d["ulang"] if d.get("ulang") in ULANG else ""


def _besar(teks: str) -> str:
    return teks[:1].upper() + teks[1:]


TINDAKAN: dict[str, Callable[[Kerangka, Data], Hasil]] = {
    "identitas": identitas,
    "kosong": kosong,
    "naik": _pindah(ubah.naik, "dinaikkan"),
    "turun": _pindah(ubah.turun, "diturunkan"),
    "masuk": _pindah(ubah.masuk, "dimasukkan ke bagian di atasnya"),
    "keluar": _pindah(ubah.keluar, "dikeluarkan dari bagiannya"),
    "pindahkan": pindahkan,
    "hapus": hapus,
    "ganti": ganti,
    "tambah_bab": tambah_bab,
    "tambah_bagian": tambah_bagian,
    "tambah_blok": tambah_blok,
    "tambah_narasi": tambah_narasi,
}
