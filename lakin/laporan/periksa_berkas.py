"""Memeriksa berkas auditor ini: tidak ada bita yang berubah, dan setiap angka dapat dihitung ulang.

Jalankan dari folder ini dengan Python 3.11 atau lebih baru, tanpa paket lain: python periksa.py
"""

from __future__ import annotations

import hashlib
import json
import sys
from collections.abc import Iterator
from html.parser import HTMLParser
from pathlib import Path
from typing import Any

DAFTAR, SIDIK_DAFTAR = "SHA256SUMS", "SHA256SUMS.sha256"
FAKTA, PEMBANDING, HASIL, LAPORAN = "fakta.json", "pembanding.json", "hasil.json", "laporan.html"
PENGESAHAN, PDF = "pengesahan.json", "laporan.pdf"
SUMBER = "sumber"
PULAU = "penjelasan"
"""Id of the script element that holds the explanations."""
TERBANYAK = 25
"""Differences of one kind that are written out."""
_DESIMAL = (None, 0, 1, 2, 3, 4)

Isi = dict[str, Any]


def utama(folder: Path) -> int:
    """Check everything; 0 where all holds, 1 with the names of what does not."""
    rusak, jumlah = periksa_sidik(folder)
    salah = [f"{nama}: {sebab}" for nama, sebab in rusak]
    # Code that somebody changed is not run, and nothing is computed from facts that are damaged or gone.
    if not any(n.startswith(f"{SUMBER}/") or n in (FAKTA, PEMBANDING) for n, _ in rusak):
        sys.dont_write_bytecode = True
        sys.path.insert(0, str(folder / SUMBER))
        try:
            temuan, catatan = periksa_angka(folder)
        except Exception as galat:  # whatever a damaged file leads to is named, never a bare traceback
            temuan, catatan = [f"{LAPORAN} atau {HASIL} tidak dapat dibaca: {type(galat).__name__}: {galat}"], ""
        salah += temuan
        print(catatan)
    salah += periksa_pengesahan(folder)
    print(f"{jumlah - len(rusak)} dari {jumlah} berkas utuh menurut {DAFTAR}.")
    for s in salah:
        print(f"TIDAK COCOK  {s}")
    print(f"{len(salah)} hal tidak cocok." if salah else "Semua cocok.")
    return 1 if salah else 0


# --- approval -------------------------------------------------------------------


def periksa_pengesahan(folder: Path) -> list[str]:
    """Whether the PDF and the facts are those that were approved; a draft's bundle has no approval."""
    try:
        sah = json.loads((folder / PENGESAHAN).read_text("utf-8"))
    except FileNotFoundError:
        return []
    except (OSError, ValueError) as galat:
        return [f"{PENGESAHAN} tidak dapat dibaca: {galat}"]
    salah = []
    try:
        if hashlib.sha256((folder / PDF).read_bytes()).hexdigest() != sah["pdf"]["sidik"]:
            salah.append(f"{PDF}: bukan berkas yang disahkan menurut {PENGESAHAN}")
        fakta = json.loads((folder / FAKTA).read_text("utf-8"))["fakta"]
        teks = json.dumps(fakta, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
        if hashlib.sha256(teks.encode()).hexdigest() != sah["sidik_bagian"]["hasil"]:
            salah.append(f"{FAKTA}: bukan data yang disahkan menurut {PENGESAHAN}")
        print(f"Disahkan {sah['disahkan_pada']} oleh {sah['oleh']['nama']}, kode {sah['kode']}.")
    except (OSError, ValueError, KeyError, TypeError) as galat:
        salah.append(f"{PENGESAHAN} tidak dapat dicocokkan: {type(galat).__name__}: {galat}")
    return salah


# --- files ----------------------------------------------------------------------


def periksa_sidik(folder: Path) -> tuple[list[tuple[str, str]], int]:
    """Files that are changed, gone, or not listed, each with what is wrong; and how many are listed."""
    try:
        isi = (folder / DAFTAR).read_bytes()
    except OSError:
        return [(DAFTAR, "tidak ada")], 0
    rusak = []
    catatan = (folder / SIDIK_DAFTAR).read_text("utf-8", "replace").split() if (folder / SIDIK_DAFTAR).is_file() else []
    if catatan != [hashlib.sha256(isi).hexdigest(), DAFTAR]:
        rusak.append((DAFTAR, f"tidak cocok dengan {SIDIK_DAFTAR}; salah satunya berubah"))
    baris = (b.partition("  ") for b in isi.decode("utf-8", "replace").splitlines())
    tercatat = {nama: sidik for sidik, _, nama in baris if nama}
    for nama, sidik in tercatat.items():
        try:
            utuh = hashlib.sha256((folder / nama).read_bytes()).hexdigest() == sidik
        except (OSError, ValueError):
            rusak.append((nama, "tidak ada"))
        else:
            rusak += [] if utuh else [(nama, "isinya berubah")]
    ada = (p.relative_to(folder) for p in sorted(folder.rglob("*")) if p.is_file())
    dikenal = {*tercatat, DAFTAR, SIDIK_DAFTAR}
    rusak += [
        (p.as_posix(), "tidak terdaftar")
        for p in ada
        if p.as_posix() not in dikenal and not any(b.startswith((".", "__pycache__")) for b in p.parts)
    ]
    return rusak, len(tercatat)


# --- figures --------------------------------------------------------------------


def periksa_angka(folder: Path) -> tuple[list[str], str]:
    """Compute the year again, and compare the results and every figure that the report shows."""
    from lakin.capaian.fakta_json import dari_json
    from lakin.capaian.mesin import hitung
    from lakin.capaian.ringkas import ringkas

    teks = (folder / FAKTA).read_text(encoding="utf-8")
    hasil = hitung(dari_json(teks))
    tertulis = json.loads((folder / HASIL).read_text(encoding="utf-8"))
    beda = [f"{HASIL}: {b}" for b in bedakan(tertulis, ringkas(hasil))]
    halaman = Halaman((folder / LAPORAN).read_text(encoding="utf-8"))
    lain = json.loads((folder / PEMBANDING).read_text(encoding="utf-8"))
    data = {"fakta": json.loads(teks)["fakta"], "pembanding": lain}
    ulang = HitungUlang(hasil.alamat, halaman.penjelasan["angka"], data)
    temuan = [f"{LAPORAN}: angka {a}: {s}" for a in ulang.entri for s in ulang.periksa(a)]
    cetak = [f"{LAPORAN}: angka {s}" for s in periksa_cetakan(halaman, ulang)]
    catatan = (
        f"{len(ulang.entri)} angka dihitung ulang dari {FAKTA}; "
        f"{len(halaman.figur)} angka tercetak di {LAPORAN} dibandingkan."
    )
    return [*_potong(beda), *_potong(temuan), *_potong(cetak)], catatan


def _potong(semua: list[str]) -> list[str]:
    lebih = len(semua) - TERBANYAK
    return [*semua[:TERBANYAK], f"dan {lebih} perbedaan lain yang sejenis"] if lebih > 0 else semua


def bedakan(tertulis: Any, hitungan: Any, jalan: str = "") -> Iterator[str]:
    """Where two results differ; a part of a list is named by its code."""
    if isinstance(tertulis, dict) and isinstance(hitungan, dict):
        for kunci in {**hitungan, **tertulis}:
            yield from bedakan(tertulis.get(kunci), hitungan.get(kunci), f"{jalan}/{kunci}".strip("/"))
    elif isinstance(tertulis, list) and isinstance(hitungan, list) and len(tertulis) == len(hitungan):
        for urut, (a, b) in enumerate(zip(tertulis, hitungan, strict=True)):
            nama = b.get("kode", urut) if isinstance(b, dict) else urut
            yield from bedakan(a, b, f"{jalan}/{nama}")
    elif tertulis != hitungan:
        yield f"{jalan}: tertulis {_singkat(tertulis)}, hitungan {_singkat(hitungan)}"


def _singkat(nilai: Any) -> str:
    teks = json.dumps(nilai, ensure_ascii=False)
    return teks if len(teks) <= 120 else f"{teks[:119]}…"


def entri(angka: Any, letak: list[Any] | None = None) -> Isi:
    """A figure as the report carries it: what it is, how it was made, and its explanation in words."""
    from lakin.angka import tulis_mesin
    from lakin.capaian.angka_jelas import Angka
    from lakin.capaian.jelaskan import jelaskan

    ada = isinstance(angka, Angka)
    cara = angka.cara
    jelas = jelaskan(angka)
    isi = {
        "nilai": tulis_mesin(angka.nilai) if ada else None,
        "mentah": tulis_mesin(angka.mentah.normalize()) if ada and angka.mentah is not None else None,
        "desimal": angka.desimal if ada else 0,
        "keadaan": "" if ada else angka.keadaan.name,
        "satuan": angka.satuan,
        "label": angka.label,
        "asal": angka.asal if ada else "",
        "sumber": angka.sumber if ada else "",
        "alasan": angka.alasan,
        "cara": {
            "kode": cara.kode,
            "tulisan": cara.tulisan,
            "huruf": [list(h) for h in cara.huruf],
            "rujukan": [str(r) for r in cara.rujukan],
            "berulang": cara.berulang,
            "dari_mentah": cara.dari_mentah,
        }
        if cara
        else None,
        "bahan": [b.alamat or entri(b) for b in angka.bahan],
        "jelas": {n: getattr(jelas, n) for n in ("judul", "nilai", "asal", "hitungan", "hasil", "catatan")},
    }
    return isi if letak is None else {**isi, "letak": letak}


class HitungUlang:
    """Every figure again: the engine's from the facts, the report's own from the engine's or from a fact."""

    def __init__(self, mesin: Isi, entri_: Isi, data: Isi) -> None:
        self.mesin = mesin
        self.entri = entri_
        self.data = data
        self._jadi: Isi = {}

    def angka(self, alamat: str) -> Any:
        """The figure at an address."""
        if alamat in self.mesin:
            return self.mesin[alamat]
        if alamat not in self._jadi:
            self._jadi[alamat] = self._buat(alamat, self.entri[alamat])
        return self._jadi[alamat]

    def periksa(self, alamat: str) -> Iterator[str]:
        """What is wrong with an explanation that the report carries."""
        try:
            angka = self.angka(alamat)
        except (KeyError, LookupError, TypeError, ValueError, RecursionError) as galat:
            yield f"tidak dapat dihitung ulang ({type(galat).__name__}: {galat})"
            return
        tertulis = self.entri[alamat]
        yield from bedakan(tertulis, entri(angka, tertulis.get("letak")))

    def _buat(self, alamat: str, isi: Isi) -> Any:
        from lakin.angka import Tiada
        from lakin.capaian.angka_jelas import Angka, Cara, Rujukan, TanpaNilai

        bahan = tuple(self.angka(b) if isinstance(b, str) else self._buat("", b) for b in isi["bahan"])
        c = isi["cara"]
        cara = c and Cara(
            c["kode"],
            c["tulisan"],
            tuple((h, arti) for h, arti in c["huruf"]),
            tuple(Rujukan(r) for r in c["rujukan"]),
            c["berulang"],
            c["dari_mentah"],
        )
        if isi["keadaan"]:
            keadaan = Tiada[isi["keadaan"]]
            return TanpaNilai(isi["alasan"], keadaan, alamat, isi["label"], isi["satuan"], bahan, cara)
        nilai, mentah = self._nilai(isi, bahan, cara)
        return Angka(
            alamat, nilai, isi["desimal"], isi["satuan"], isi["asal"], isi["label"], cara, bahan, mentah,
            isi["sumber"], isi["alasan"],
        )  # fmt: skip

    def _nilai(self, isi: Isi, bahan: tuple[Any, ...], cara: Any) -> tuple[Any, Any]:
        """The value and the value before rounding: computed by its own line, else read from the facts."""
        from decimal import Decimal

        from lakin.angka import bulatkan
        from lakin.capaian import ekspresi
        from lakin.capaian.angka_jelas import Angka
        from lakin.capaian.jelaskan import lingkup_nilai

        if cara:
            lingkup = lingkup_nilai(Angka("", Decimal(0), 0, cara=cara, bahan=bahan))
            mentah = ekspresi.nilai(cara.tulisan, lingkup)
            return bulatkan(mentah, isi["desimal"]), mentah
        asal: Any = self.data
        for langkah in isi["letak"]:
            asal = asal[langkah]
        mentah = Decimal(asal)
        nilai = bulatkan(mentah, isi["desimal"])
        return nilai, None if nilai == mentah else mentah


# --- the page -------------------------------------------------------------------


class Halaman(HTMLParser):
    """The figures of the page (address, value, printed text), and the explanations that it carries."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.figur: list[tuple[str, str, str]] = []
        self.penjelasan: Isi = {}
        self._di = ""
        self._atribut: Isi = {}
        self._teks: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        """Begin a figure or the explanations."""
        atribut = dict(attrs)
        figur = tag == "data" and "figur" in (atribut.get("class") or "").split()
        if figur or (tag == "script" and atribut.get("id") == PULAU):
            self._di, self._atribut, self._teks = tag, atribut, []

    def handle_data(self, data: str) -> None:
        """Collect the text inside."""
        if self._di:
            self._teks.append(data)

    def handle_endtag(self, tag: str) -> None:
        """End it."""
        if tag != self._di:
            return
        teks = "".join(self._teks)
        if tag == "script":
            self.penjelasan = json.loads(teks)
        else:
            self.figur.append((self._atribut.get("data-sumber", ""), self._atribut.get("value", ""), teks))
        self._di = ""


def periksa_cetakan(halaman: Halaman, ulang: HitungUlang) -> Iterator[str]:
    """Figures of the page whose value is not the computed one, or whose text does not write that value."""
    from lakin.angka import tulis_mesin
    from lakin.capaian.angka_jelas import Angka

    for alamat, nilai, teks in halaman.figur:
        if not alamat:
            if not _menulis(teks, _tanpa_alamat(nilai)):
                yield f"tanpa alamat: tercetak '{teks}' untuk nilai '{nilai}'"
            continue
        if alamat not in ulang.entri:
            yield f"{alamat}: tidak memiliki penjelasan"
            continue
        try:
            angka = ulang.angka(alamat)
        except (KeyError, LookupError, TypeError, ValueError, RecursionError):
            continue  # told already
        hitungan = tulis_mesin(angka.nilai) if isinstance(angka, Angka) else ""
        if nilai != hitungan:
            yield f"{alamat}: tercetak dengan nilai '{nilai}', hitungan '{hitungan}'"
        elif not _menulis(teks, angka):
            yield f"{alamat}: tercetak '{teks}', hitungan '{hitungan}'"


def _tanpa_alamat(nilai: str) -> Any:
    from decimal import Decimal

    from lakin.capaian.angka_jelas import Angka, banyak_desimal

    return Angka("", Decimal(nilai), banyak_desimal(Decimal(nilai))) if nilai else None


def _menulis(teks: str, angka: Any) -> bool:
    """Whether a printed text is one of the ways in which the report writes a figure."""
    from lakin.angka import Tiada
    from lakin.dokumen.format import tulis_sel, tulis_teks, tulis_tiada
    from lakin.dokumen.pohon import Format

    if angka is None:
        return teks in map(tulis_tiada, Tiada)
    cara = ((tulis, f, d) for d in _DESIMAL for tulis in (tulis_sel, tulis_teks) for f in Format)
    return any(tulis(angka, f, d) == teks for tulis, f, d in cara)


if __name__ == "__main__":
    if sys.version_info < (3, 11):  # noqa: UP036 - it runs on a computer of which nothing is known
        print("Perlu Python 3.11 atau yang lebih baru.")
        sys.exit(2)
    sys.exit(utama(Path(__file__).resolve().parent))
