"""One indicator of the PK: its figures of the year, of each triwulan, of other years and of the medium term."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from lakin.angka import Nilai, Tiada, ada, bulatkan
from lakin.capaian.angka_jelas import DIGANTI, Angka, Bahan, TanpaNilai, banyak_desimal, dicatat, seperti_tertulis
from lakin.capaian.baris import baris_jelas, batas_baris
from lakin.capaian.efisiensi import efisiensi
from lakin.capaian.fakta import FTriwulan
from lakin.capaian.hasil import HasilBaris, HasilIndikator, HasilTahun, HasilTriwulan
from lakin.capaian.katalog import rumus
from lakin.capaian.medium import jangka_menengah
from lakin.capaian.pohon import RP
from lakin.capaian.predikat import status
from lakin.capaian.serapan import tercatat

if TYPE_CHECKING:
    from collections.abc import Sequence

    from lakin.capaian.arah import Pengukur
    from lakin.capaian.baris import BarisJelas
    from lakin.capaian.deklarasi import Rumus
    from lakin.capaian.fakta import Fakta, FAnggaranIndikator, FIndikator, FTahunLain
    from lakin.capaian.hasil import HasilSerapan

ROMAWI = ("I", "II", "III", "IV")
RENCANA_BELUM = tuple(f"Rencana fisik triwulan {r} belum diisi." for r in ROMAWI)
FISIK_BELUM = tuple(f"Realisasi fisik triwulan {r} belum diisi." for r in ROMAWI)
REALISASI_BELUM = tuple(f"Realisasi triwulan {r} belum diisi." for r in ROMAWI)
TANPA_TARGET = "Indikator ini tidak bertarget tahun ini (N/A)."
TARGET_BELUM = "Target indikator ini belum diisi."
SATUAN_LAIN = "Satuan indikator tahun itu berbeda, sehingga targetnya tidak dibandingkan."
TANPA_BARIS = "Belum ada data dasar yang dapat dihitung."
TANPA_RUMUS = "Indikator ini dicatat, tidak dihitung dari data dasar."
_TAHUN_AKHIR = 12, 31
_AKHIR = ((3, 31), (6, 30), (9, 30), _TAHUN_AKHIR)


class Penghitung:
    """Works the indicators of one Fakta out, one after the other."""

    def __init__(self, fakta: Fakta, awalan: str, pengukur: Pengukur) -> None:
        self.fakta = fakta
        self.awalan = awalan
        self.pengukur = pengukur
        self.cetak = fakta.setelan.cetak_dari_cetak
        self.akhir = tuple(date(fakta.tahun, bulan, hari) for bulan, hari in _AKHIR)
        self.uang: dict[str, list[FAnggaranIndikator]] = {}
        for a in fakta.anggaran_indikator:
            self.uang.setdefault(a.indikator, []).append(a)

    def hitung(self, i: FIndikator, anggaran: HasilSerapan) -> HasilIndikator:
        """Everything that is known of one indicator."""
        dasar = f"{self.awalan}{i.kode}"
        target = _target(f"{dasar}/target", i.target, i)
        atas = _target(f"{dasar}/target_atas", i.target_atas, i) if ada(i.target_atas) else None
        r = rumus(i.rumus, self.fakta.tahun) if i.rumus else None
        baris = baris_jelas(r, i.baris, dasar) if r else []
        triwulan = self._triwulan(i, dasar, target, atas, r, baris)
        akhir = triwulan[3]
        hitungan = self._nilai_hitung(i, dasar, r, baris, akhir.realisasi)
        capaian, penuh = self.pengukur.ukur(
            f"{dasar}/capaian", akhir.realisasi, target, i.klasifikasi,
            label=i.nama, target_atas=atas, terbalik=i.minimasi_terbalik,
        )  # fmt: skip
        triwulan = (*triwulan[:3], HasilTriwulan(4, akhir.fisik_rencana, akhir.fisik, akhir.realisasi, capaian))
        seri = self._seri(i, akhir.realisasi, capaian)
        renstra = self.fakta.renstra
        periode = [t for t in seri if renstra.awal <= t.tahun <= renstra.akhir]
        lain = [u for u in self.uang.get(i.kode, ()) if u.tahun != self.fakta.tahun]
        return HasilIndikator(
            i,
            target,
            akhir.realisasi,
            hitungan,
            capaian,
            penuh,
            status(self.fakta.setelan.skala, capaian),
            triwulan,
            tuple(HasilBaris(b.urut, b.isi, b.hasil, batas_baris(r, b)) for b in baris),
            seri,
            jangka_menengah(f"{dasar}/renstra", i, periode, self.fakta.tahun, self.pengukur, cetak=self.cetak),
            anggaran,
            {u.tahun: tercatat(self._uang(u), i.nama, u.pagu, u.realisasi, u.sumber) for u in lain},
            {
                u.tahun: dicatat(f"{self._uang(u)}/renstra", u.renstra, 0, RP, i.nama, u.sumber)
                for u in self.uang.get(i.kode, ())
            },
            efisiensi(f"{dasar}/efisiensi", i.nama, anggaran, target, akhir.realisasi, cetak=self.cetak),
        )

    def _uang(self, u: FAnggaranIndikator) -> str:
        return f"{self.fakta.satker.kode}/{u.tahun}/{u.indikator}/anggaran"

    def _triwulan(
        self,
        i: FIndikator,
        dasar: str,
        target: Bahan,
        atas: Bahan | None,
        r: Rumus[Any] | None,
        baris: Sequence[BarisJelas[Any]],
    ) -> tuple[HasilTriwulan, ...]:
        catatan = {t.triwulan: t for t in i.triwulan}
        jawab = []
        for tw in (1, 2, 3, 4):
            t = catatan.get(tw) or FTriwulan(tw)
            fisik = f"{dasar}/fisik/tw{tw}"
            alamat = f"{dasar}/realisasi" if tw == 4 else f"{dasar}/realisasi/tw{tw}"
            realisasi = self._realisasi(i, t, alamat, r, baris)
            capaian = realisasi
            if tw < 4:  # the year's capaian is made once, by the caller
                capaian, _ = self.pengukur.ukur(
                    f"{dasar}/capaian/tw{tw}", realisasi, target, i.klasifikasi,
                    label=i.nama, target_atas=atas, terbalik=i.minimasi_terbalik,
                )  # fmt: skip
            jawab.append(
                HasilTriwulan(
                    tw,
                    seperti_tertulis(
                        f"{fisik}/rencana",
                        t.fisik_rencana,
                        0,
                        "%",
                        i.nama,
                        t.sumber,
                        RENCANA_BELUM[tw - 1],
                    ),
                    seperti_tertulis(f"{fisik}/realisasi", t.fisik, 0, "%", i.nama, t.sumber, FISIK_BELUM[tw - 1]),
                    realisasi,
                    capaian,
                )
            )
        return tuple(jawab)

    def _realisasi(
        self, i: FIndikator, t: FTriwulan, alamat: str, r: Rumus[Any] | None, baris: Sequence[BarisJelas[Any]]
    ) -> Bahan:
        """An override, else what the rows give, else what was recorded."""
        if i.ganti is not None and t.triwulan == 4:
            return self._ganti(i, alamat, r, baris)
        if r is not None and r.dari_baris:
            milik = self._sampai(baris, t.triwulan)
            if milik:
                return self._dari_baris(i, r, milik, alamat)
        belum = REALISASI_BELUM[t.triwulan - 1]
        return dicatat(alamat, t.nilai, i.desimal, i.satuan, i.nama, t.sumber or i.sumber, belum)

    def _ganti(self, i: FIndikator, alamat: str, r: Rumus[Any] | None, baris: Sequence[BarisJelas[Any]]) -> Bahan:
        assert i.ganti is not None
        milik = self._sampai(baris, 4) if r is not None and r.dari_baris else []
        hitungan: tuple[Bahan, ...] = ()
        if r is not None and milik:
            hitungan = (self._dari_baris(i, r, milik, alamat.removesuffix("/realisasi") + "/nilai_hitung"),)
        nilai = bulatkan(i.ganti.nilai, i.desimal)
        mentah = None if nilai == i.ganti.nilai else i.ganti.nilai
        return Angka(
            alamat, nilai, i.desimal, i.satuan, DIGANTI, i.nama, None, hitungan, mentah, i.ganti.sumber, i.ganti.alasan
        )

    def _dari_baris(self, i: FIndikator, r: Rumus[Any], milik: Sequence[BarisJelas[Any]], alamat: str) -> Bahan:
        angka = r.hitung(milik, desimal=i.desimal, alamat=alamat, cetak=self.cetak)
        angka.label, angka.satuan = i.nama, i.satuan
        return angka

    def _sampai(self, baris: Sequence[BarisJelas[Any]], triwulan: int) -> list[BarisJelas[Any]]:
        """Rows that count at the end of a triwulan; a row without a date belongs to the whole year."""
        akhir = self.akhir[triwulan - 1]
        return [b for b in baris if (triwulan == 4 if b.tanggal is None else b.tanggal <= akhir) and b.berisi]

    def _nilai_hitung(
        self, i: FIndikator, dasar: str, r: Rumus[Any] | None, baris: Sequence[BarisJelas[Any]], realisasi: Bahan
    ) -> Bahan:
        """What the rows give: the realisasi itself, or what an override stands in for."""
        alamat = f"{dasar}/nilai_hitung"
        if r is None or not r.dari_baris:
            return TanpaNilai(TANPA_RUMUS, Tiada.NA, alamat, i.nama, i.satuan)
        if not self._sampai(baris, 4):
            return TanpaNilai(TANPA_BARIS, Tiada.KOSONG, alamat, i.nama, i.satuan)
        return realisasi if i.ganti is None else realisasi.bahan[0]

    def _seri(self, i: FIndikator, realisasi: Bahan, capaian: Bahan) -> tuple[HasilTahun, ...]:
        """Every year of which something is recorded, with the Renstra's target; future years have no realisasi yet."""
        ini = self.fakta.tahun
        lain = {t.tahun: t for t in i.tahun_lain if t.tahun != ini}
        renstra = dict(i.target_renstra)
        jawab = []
        for tahun in sorted({ini, *lain, *renstra}):
            dasar = f"{self.fakta.satker.kode}/{tahun}/{i.kode}"
            catatan = lain.get(tahun)
            nilai_target = renstra.get(tahun, catatan.target if catatan else Tiada.NA)
            sumber = catatan.sumber if catatan else ""
            target = _target(f"{dasar}/target_renstra", nilai_target, i, sumber)
            if tahun == ini:
                if isinstance(target, Angka):
                    capaian, _ = self._capaian_tahun(f"{dasar}/capaian_renstra", realisasi, target, i)
                jawab.append(HasilTahun(tahun, target, realisasi, capaian))
                continue
            angka = self._realisasi_tahun(i, tahun, catatan, f"{dasar}/realisasi")
            if (
                angka.satuan != i.satuan
                and isinstance(target, Angka)
                and angka.satuan.casefold() != i.satuan.casefold()
            ):
                target = TanpaNilai(SATUAN_LAIN, Tiada.NA, f"{dasar}/target_tak_sebanding", i.nama, i.satuan, (target,))
            hasil, _ = self._capaian_tahun(f"{dasar}/capaian", angka, target, i)
            jawab.append(HasilTahun(tahun, target, angka, hasil))
        return tuple(jawab)

    def _realisasi_tahun(self, i: FIndikator, tahun: int, catatan: FTahunLain | None, alamat: str) -> Bahan:
        """Realisasi of another year, under the unit that the indicator (or the one it replaced) had then."""
        ini = self.fakta.tahun
        belum = f"Tahun {tahun} belum berjalan." if tahun > ini else f"Realisasi tahun {tahun} belum diisi."
        nilai = catatan.realisasi if catatan else Tiada.KOSONG
        satuan = (catatan.satuan if catatan else "") or i.satuan
        desimal = banyak_desimal(nilai) if satuan != i.satuan and ada(nilai) else i.desimal
        sumber = catatan.sumber if catatan else ""
        return dicatat(alamat, nilai, desimal, satuan, f"{i.nama} ({tahun})", sumber, belum)

    def _capaian_tahun(self, alamat: str, realisasi: Bahan, target: Bahan, i: FIndikator) -> tuple[Bahan, Bahan]:
        return self.pengukur.ukur(alamat, realisasi, target, i.klasifikasi, label=i.nama, terbalik=i.minimasi_terbalik)


def _target(alamat: str, nilai: Nilai, i: FIndikator, sumber: str = "") -> Bahan:
    """A target is printed as it was agreed: never rounded, at least with the indicator's decimals for targets."""
    return seperti_tertulis(
        alamat, nilai, i.desimal_target, i.satuan, i.nama, sumber or i.sumber, TARGET_BELUM, TANPA_TARGET
    )
