"""Checks of amounts that belong together: before and after, last year and this, ceiling and spending, two records."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal

from lakin.angka import Nilai, ada, tulis
from lakin.capaian.angka_jelas import Angka
from lakin.capaian.fakta import FIndikator
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan, angka_isi, judul_baris, nama_medan, teks_isi

UNTUNG = (Decimal("1.05"), Decimal(3))
"""After over before: help that changes less than 5% is within measurement, a threefold gain is a slip or a story."""
BANYAK, KALI_BANYAK, KALI_SEDIKIT = Decimal(100), Decimal(3), Decimal(10)
"""Amounts of 100 and more do not triple in a year; small counts swing by chance, a tenfold one is a digit."""
RUPIAH, KALI_RUPIAH = Decimal(1_000_000), Decimal(20)
"""Money of one service opens and closes with single contracts; twentyfold is beyond one contract."""
JAUH_SERAPAN_AKUN = Decimal(10)
"""Points. The chosen accounts are the bulk of what a satker buys, so both shares move together."""
SEPULUH = Decimal(10)
"""Below ten, equal years are chance."""


class SebelumSesudah(Kaidah):
    """A measured gain is above measurement's own noise and below a wonder."""

    kode = "sebelum-sesudah"
    jenis = Jenis.JANGGAL
    rumusan = "sesudah/sebelum < 1,05 atau > 3 (efisiensi: sebelum/sesudah)"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Companies whose gain is none, negative or too good."""
        for i, _, b in k.semua_baris():
            angka = angka_isi(b)
            a, z = angka.get("sebelum"), angka.get("sesudah")
            if a is None or z is None or a <= 0 or z < 0:
                continue
            kecil, besar = (z, a) if teks_isi(b).get("jenis") == "efisiensi" else (a, z)
            if not kecil * UNTUNG[0] <= besar <= kecil * UNTUNG[1]:
                pesan = (
                    f"Sebelum {tulis(a)} dan sesudah {tulis(z)}: perubahannya tidak lazim. "
                    "Periksa kedua angka dan satuannya, atau jelaskan penyebabnya."
                )
                yield self.temuan(k.alamat_baris(i, b), judul_baris(i, b), pesan, [a, z], jangkar=f"sel-{i.kode}")


class IniSama(Kaidah):
    """Last year's amount, entered again."""

    kode = "ini-sama-lalu"
    jenis = Jenis.JANGGAL
    rumusan = "tahun ini = tahun lalu, dari 10 ke atas"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Rows whose two years are equal."""
        for i, _, b in k.semua_baris():
            angka = angka_isi(b)
            if angka.get("lalu") == angka.get("ini", Decimal(0)) >= SEPULUH:
                pesan = (
                    f"Tahun ini {tulis(angka['ini'])} sama persis dengan tahun lalu. "
                    "Periksa apakah angka tahun lalu tersalin, atau jelaskan."
                )
                yield self.temuan(
                    k.alamat_baris(i, b), judul_baris(i, b), pesan, [angka["ini"]], jangkar=f"sel-{i.kode}"
                )


class LaluIni(Kaidah):
    """One amount in two years: a digit more or less shows as a jump that its size does not allow.

    Zero in one of the years is an end or a beginning, which happens.
    """

    kode = "lalu-ini"
    jenis = Jenis.JANGGAL
    rumusan = "yang besar / yang kecil > 3 (dari 100), > 10 (di bawah 100), > 20 (rupiah)"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Rows that jump."""
        for i, _, b in k.semua_baris():
            angka = angka_isi(b)
            lalu, ini = angka.get("lalu"), angka.get("ini")
            if lalu is None or ini is None or lalu <= 0 or ini <= 0:
                continue
            if max(lalu, ini) > min(lalu, ini) * _kali(max(lalu, ini)):
                pesan = (
                    f"Tahun lalu {tulis(lalu)}, tahun ini {tulis(ini)}: lompatannya tidak lazim. "
                    "Periksa jumlah digitnya, atau jelaskan penyebabnya."
                )
                yield self.temuan(k.alamat_baris(i, b), judul_baris(i, b), pesan, [lalu, ini], jangkar=f"sel-{i.kode}")


def _kali(besar: Decimal) -> Decimal:
    if besar >= RUPIAH:
        return KALI_RUPIAH
    return KALI_BANYAK if besar >= BANYAK else KALI_SEDIKIT


class PnbpTercatat(Kaidah):
    """Receipts of a service stand in two records, the indicator's rows and the PNBP's: they must be one figure."""

    kode = "pnbp-tercatat"
    jenis = Jenis.JANGGAL
    rumusan = "baris layanan (rupiah) <> penerimaan PNBP layanan itu pada tahun yang sama"
    kosong = "Layanan tanpa catatan PNBP tidak diperiksa."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Rows of money that differ from the PNBP's record."""
        catatan = {(p.layanan, p.tahun): p.penerimaan for p in k.fakta.pnbp_layanan}
        for i, r, b in k.semua_baris() if k.setahun else ():
            layanan, angka = teks_isi(b).get("kode_layanan", ""), angka_isi(b)
            if not layanan or not _uang(k, i):
                continue
            for medan, tahun in (("ini", k.fakta.tahun), ("lalu", k.fakta.tahun - 1)):
                terima, isi = catatan.get((layanan, tahun)), angka.get(medan)
                if isi is not None and terima is not None and ada(terima) and terima != isi:
                    pesan = (
                        f"{nama_medan(r, medan)} {tulis(isi)}, sedangkan PNBP layanan ini tahun {tahun} tercatat "
                        f"{tulis(terima)}. Samakan keduanya."
                    )
                    yield self.temuan(
                        k.alamat_baris(i, b, medan), judul_baris(i, b), pesan, [isi, terima], jangkar=f"sel-{i.kode}"
                    )


class HasilTercatat(Kaidah):
    """What a service delivered stands in two records; where one year agrees to the digit, the other year must too."""

    kode = "hasil-tercatat"
    jenis = Jenis.JANGGAL
    rumusan = "satu tahun baris layanan = catatan hasil layanan itu menurut satu ukuran, tahun yang lain tidak"
    kosong = "Layanan yang kedua tahunnya tidak tercatat menurut ukuran mana pun tidak diperiksa."

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Rows of counts of which one year left the record of the service."""
        catatan: dict[str, dict[str, dict[int, Nilai]]] = {}
        for c in k.fakta.hasil_layanan:
            catatan.setdefault(c.layanan, {}).setdefault(c.ukuran, {})[c.tahun] = c.nilai
        for i, r, b in k.semua_baris() if k.setahun else ():
            milik = catatan.get(teks_isi(b).get("kode_layanan", ""), {})
            angka = angka_isi(b)
            dua: dict[str, Decimal] = {m: angka[m] for m in ("lalu", "ini") if m in angka}
            if len(dua) < 2 or not milik or _uang(k, i):
                continue
            for medan, seharusnya in _berbeda(dua, list(milik.values()), k.fakta.tahun):
                tahun = k.fakta.tahun - (medan == "lalu")
                pesan = (
                    f"{nama_medan(r, medan)} {tulis(dua[medan])}, sedangkan hasil layanan ini tahun {tahun} tercatat "
                    f"{tulis(seharusnya)}. Samakan keduanya, atau jelaskan perbedaannya."
                )
                yield self.temuan(
                    k.alamat_baris(i, b, medan), judul_baris(i, b), pesan, [dua[medan], seharusnya],
                    jangkar=f"sel-{i.kode}",
                )  # fmt: skip


def _berbeda(dua: dict[str, Decimal], ukuran: list[dict[int, Nilai]], tahun: int) -> Iterable[tuple[str, Decimal]]:
    """The year that differs in the measure in which the other agrees; none where a measure has both."""
    cocok = [{m: u.get(tahun - (m == "lalu")) for m in dua} for u in ukuran]
    if any(all(c[m] == dua[m] for m in dua) for c in cocok):
        return
    for c in cocok:
        beda = [m for m in dua if c[m] != dua[m]]
        nilai = c[beda[0]]
        if len(beda) == 1 and isinstance(nilai, Decimal):
            yield beda[0], nilai
            return


def _uang(k: Konteks, i: FIndikator) -> bool:
    """Whether the rows of an indicator hold rupiah: their sum is beyond what is counted in pieces."""
    return sum((angka_isi(b).get("lalu", Decimal(0)) for b in k.baris(i)), Decimal(0)) > RUPIAH


class BelanjaAkun(Kaidah):
    """Spending by origin is part of the accounts' ceiling, and goes with the satker's absorption."""

    kode = "belanja-akun"
    jenis = Jenis.TIDAK_MUNGKIN
    rumusan = "PDN + TKDN + impor > pagu (tidak mungkin); serapannya berselisih > 10 poin dari serapan satker (janggal)"

    def temukan(self, k: Konteks) -> Iterable[Temuan]:
        """Rows of accounts that spend more than their ceiling, or far from what the satker spends."""
        total = k.hasil.anggaran.total.persen
        for i, _, b in k.semua_baris():
            angka = angka_isi(b)
            pagu = angka.get("pagu")
            if pagu is None or "pdn" not in angka:
                continue
            keluar = sum((angka.get(m, Decimal(0)) for m in ("pdn", "tkdn", "impor")), Decimal(0))
            serapan = keluar * 100 / pagu if pagu else Decimal(0)
            lihat, jangkar = [keluar, pagu], f"sel-{i.kode}"
            if keluar > pagu:
                pesan = f"Jumlah realisasi {tulis(keluar)} melebihi pagunya {tulis(pagu)}. Periksa digit setiap angka."
                yield self.temuan(k.alamat_baris(i, b), judul_baris(i, b), pesan, lihat, jangkar=jangkar)
            elif k.setahun and isinstance(total, Angka) and abs(serapan - total.nilai) > JAUH_SERAPAN_AKUN:
                pesan = (
                    f"Jumlah realisasi {tulis(keluar)} dari pagu {tulis(pagu)} jauh dari serapan satker "
                    f"{tulis(total.nilai)}%. Periksa digit setiap angka, atau jelaskan penyebabnya."
                )
                yield self.temuan(
                    k.alamat_baris(i, b), judul_baris(i, b), pesan, lihat, jangkar=jangkar, jenis=Jenis.JANGGAL
                )
