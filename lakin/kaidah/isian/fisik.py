"""Checks of physical progress: cumulative percent, against its bounds, its past, its plan and the money."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from decimal import Decimal

from lakin.angka import Tiada, ada, nama_triwulan, tulis
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.hasil import HasilIndikator
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan

PENUH = Decimal(100)
JAUH_RENCANA, JAUH_SENDIRI = Decimal(15), Decimal(10)
"""Points. A triwulan is planned in steps of some 25 points, so 15 is more than half a triwulan ahead or behind;
10 is enough where the triwulan beside it is not off the same way: work that runs ahead does so for a while."""
SEPARUH, DUA_KALI = Decimal("0.5"), Decimal(2)
"""Early plans are small (10, 15%): there half or twice the plan is far, though it is few points."""
JAUH_SERAPAN = Decimal(30)
"""Points. Work is paid after it is done, by a triwulan's step (25 points) at most; beyond it one of the two is off."""
GESER = Decimal(5)
"""Points off the own plan beyond which the neighbour's value is no coincidence: plans go in steps of five."""


@dataclass(frozen=True, slots=True)
class _Sel:
    h: HasilIndikator
    tw: int
    nilai: Decimal
    rencana: Decimal | None
    alamat: str

    @property
    def beda(self) -> Decimal:
        """Points ahead of the plan; 0 where there is none."""
        return self.nilai - self.rencana if self.rencana is not None else Decimal(0)

    @property
    def sendiri(self) -> bool:
        """Whether the triwulan before and after are not off their plans the same way."""
        t = self.h.triwulan
        lain = (t[n] for n in (self.tw - 2, self.tw) if 0 <= n < len(t))
        return not any(
            isinstance(x.fisik, Angka)
            and isinstance(x.fisik_rencana, Angka)
            and (x.fisik.nilai - x.fisik_rencana.nilai) * self.beda > 0
            for x in lain
        )

    @property
    def judul(self) -> str:
        return f"{self.h.fakta.kode} fisik {nama_triwulan(self.tw)}"

    @property
    def jangkar(self) -> str:
        return f"sel-{self.h.fakta.kode}-fisik"


def _sel(k: Konteks, h: HasilIndikator, tw: int) -> _Sel | None:
    t = h.triwulan[tw - 1]
    if not isinstance(t.fisik, Angka):
        return None
    rencana = t.fisik_rencana.nilai if isinstance(t.fisik_rencana, Angka) else None
    return _Sel(h, tw, t.fisik.nilai, rencana, f"{k.akar}/{h.fakta.kode}/fisik/tw{tw}/realisasi")


def _semua(k: Konteks) -> Iterator[_Sel]:
    for h in k.indikator:
        for tw in range(1, k.triwulan + 1):
            if s := _sel(k, h, tw):
                yield s


class FisikBatas(Kaidah):
    """Cumulative progress is a share of the whole."""

    kode = "fisik-batas"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "fisik < 0 atau fisik > 100"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Progress outside 0 to 100."""
        for s in _semua(k):
            if not 0 <= s.nilai <= PENUH:
                pesan = f"Kemajuan fisik {tulis(s.nilai)}% berada di luar 0 sampai 100. Periksa komanya."
                yield self.temuan(s.alamat, s.judul, pesan, [s.nilai], jangkar=s.jangkar)


class FisikTurun(Kaidah):
    """What was done stays done."""

    kode = "fisik-turun"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "fisik triwulan ini < fisik triwulan sebelumnya"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Progress below that of the last triwulan that has one."""
        lalu: _Sel | None = None
        for s in _semua(k):
            if lalu and lalu.h is s.h and s.nilai < lalu.nilai:
                pesan = (
                    f"Kemajuan fisik {tulis(s.nilai)}% lebih kecil daripada {nama_triwulan(lalu.tw)} "
                    f"({tulis(lalu.nilai)}%). Kemajuan kumulatif tidak dapat turun; perbaiki salah satunya."
                )
                yield self.temuan(
                    s.alamat, s.judul, pesan, [lalu.nilai, s.nilai], jangkar=s.jangkar, terkait=(lalu.alamat, s.alamat)
                )
            lalu = s


class FisikSama(Kaidah):
    """A value that was copied forward stands still while its plan goes on."""

    kode = "fisik-sama"
    jenis = Jenis.JANGGAL
    rumusan = "fisik = fisik triwulan sebelumnya < 100, sedangkan rencananya naik"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """The same progress as last triwulan, short of the whole."""
        lalu: _Sel | None = None
        for s in _semua(k):
            if lalu and lalu.h is s.h and s.nilai == lalu.nilai < PENUH and _naik(lalu.rencana, s.rencana):
                pesan = (
                    f"Kemajuan fisik {tulis(s.nilai)}% sama dengan {nama_triwulan(lalu.tw)}, padahal rencananya naik "
                    f"menjadi {tulis(s.rencana or Tiada.NA)}%. Perbarui isian ini, atau jelaskan."
                )
                yield self.temuan(
                    s.alamat,
                    s.judul,
                    pesan,
                    [lalu.nilai, s.nilai, s.rencana],
                    jangkar=s.jangkar,
                    terkait=(lalu.alamat,),
                )
            lalu = s


def _naik(lalu: Decimal | None, kini: Decimal | None) -> bool:
    return lalu is not None and kini is not None and kini > lalu


class FisikJauhRencana(Kaidah):
    """Progress far off its plan is a slip, or deserves a word."""

    kode = "fisik-jauh-rencana"
    jenis = Jenis.JANGGAL
    rumusan = "|fisik - rencana| > 15 poin (10 bila triwulan sebelahnya tidak), atau fisik < 1/2 atau >= 2 kali rencana"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Progress far from the Rencana Aksi."""
        for s in _semua(k):
            if _jauh(s):
                pecahan = " Angka persen ditulis utuh (75, bukan 0,75)." if 0 < s.nilai < 1 else ""
                pesan = (
                    f"Kemajuan fisik {tulis(s.nilai)}% jauh dari rencana {tulis(s.rencana or Tiada.NA)}%.{pecahan} "
                    "Periksa angkanya, atau jelaskan penyebabnya."
                )
                yield self.temuan(s.alamat, s.judul, pesan, [s.nilai, s.rencana], jangkar=s.jangkar)


def _jauh(s: _Sel) -> bool:
    if not s.rencana:
        return False
    if abs(s.beda) > JAUH_RENCANA or (abs(s.beda) > JAUH_SENDIRI and s.sendiri):
        return True
    return not s.rencana * SEPARUH <= s.nilai < s.rencana * DUA_KALI


class FisikTetangga(Kaidah):
    """A column that was pasted one row off puts the neighbour's value beside the own plan."""

    kode = "fisik-baris-tetangga"
    jenis = Jenis.JANGGAL
    rumusan = "fisik = fisik baris di atas atau di bawahnya, dan |fisik - rencana| > 5 poin pada triwulan ini saja"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Progress that is the neighbour's and not its own plan's."""
        for tw in range(1, k.triwulan + 1):
            kolom = [_sel(k, h, tw) for h in k.indikator]
            for n, s in enumerate(kolom):
                if s is None or s.rencana is None or abs(s.beda) <= GESER or not s.sendiri:
                    continue
                sebelah = (x for x in (*kolom[max(n - 1, 0) : n], *kolom[n + 1 : n + 2]) if x and x.nilai == s.nilai)
                if t := next(sebelah, None):
                    pesan = (
                        f"Kemajuan fisik {tulis(s.nilai)}% sama dengan {t.h.fakta.kode} di sebelahnya, sedangkan "
                        f"rencananya {tulis(s.rencana)}%. Periksa apakah isian bergeser satu baris."
                    )
                    yield self.temuan(s.alamat, s.judul, pesan, [s.nilai, s.rencana], jangkar=s.jangkar)


class FisikTiada(Kaidah):
    """N/A says that there is nothing to measure; a plan says that there is."""

    kode = "fisik-na"
    jenis = Jenis.JANGGAL
    rumusan = "fisik N/A, sedangkan rencananya lebih dari 0"
    kosong = "N/A yang diperiksa; yang kosong adalah urusan kelengkapan."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """N/A beside a plan."""
        for h in k.indikator:
            for t in h.fakta.triwulan:
                if t.triwulan <= k.triwulan and t.fisik is Tiada.NA and ada(t.fisik_rencana) and t.fisik_rencana > 0:
                    alamat = f"{k.akar}/{h.fakta.kode}/fisik/tw{t.triwulan}/realisasi"
                    judul = f"{h.fakta.kode} fisik {nama_triwulan(t.triwulan)}"
                    pesan = (
                        f"Kemajuan fisik N/A, padahal rencananya {tulis(t.fisik_rencana)}%. "
                        "Isi 0 bila belum bergerak, atau jelaskan mengapa tidak berlaku."
                    )
                    yield self.temuan(
                        alamat, judul, pesan, ["N/A", t.fisik_rencana], jangkar=f"sel-{h.fakta.kode}-fisik"
                    )


class FisikSerapan(Kaidah):
    """Progress and the money spent for it go together."""

    kode = "fisik-serapan"
    jenis = Jenis.JANGGAL
    rumusan = "|fisik triwulan IV - persentase serapan anggaran indikator| > 30 poin"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """The year's progress far from the absorption of the indicator's budget."""
        for h in k.indikator if k.setahun else ():
            s, serapan = _sel(k, h, k.triwulan), h.anggaran.persen
            if s and isinstance(serapan, Angka) and abs(s.nilai - serapan.nilai) > JAUH_SERAPAN:
                pesan = (
                    f"Kemajuan fisik {tulis(s.nilai)}%, sedangkan serapan anggarannya {tulis(serapan.nilai)}%. "
                    "Periksa keduanya, atau jelaskan perbedaannya."
                )
                yield self.temuan(s.alamat, s.judul, pesan, [s.nilai, serapan.nilai], jangkar=s.jangkar)
