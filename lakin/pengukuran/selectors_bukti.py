"""Evidence as its readers find it: by address, by indicator, and only as far as they may see."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.db.models import QuerySet

from lakin.alur.selectors import triwulan_tertutup
from lakin.angka import romawi
from lakin.capaian.hasil import Hasil
from lakin.organisasi.models import Satker
from lakin.pengukuran.models import BarisData, Bukti
from lakin.pengukuran.selectors import hasil_terkini
from lakin.pengukuran.services import triwulan_dari
from lakin.web.galat import GalatDomain
from renstra.selectors import pk_berlaku

_AKHIR_TAHUN = 4
_ALAMAT = re.compile(r"[^/\s]+/[0-9]{4}(?:/[\w.,()-]+)+")
_TRIWULAN = re.compile(r"/tw([1-4])(?:/|$)")
_BARIS = re.compile(r"/([^/]+)/baris/([0-9]{1,6})(?:/|$)")
_BAGIAN = {
    "realisasi": "realisasi",
    "fisik": "kemajuan fisik",
    "capaian": "capaian",
    "target": "target",
    "baris": "baris data",
    "penggantian": "nilai pengganti",
}


@dataclass(frozen=True, slots=True)
class IndikatorBukti:
    """An indicator with how much proves it, and whether its manual asks for evidence."""

    kode: str
    nama: str
    alamat: str
    wajib: bool
    banyak: int

    @property
    def kurang(self) -> bool:
        """Whether evidence is asked for and none is there."""
        return self.wajib and not self.banyak


def triwulan_alamat(satker: Satker, tahun: int, alamat: str) -> int:
    """The triwulan that an address belongs to; what belongs to the whole year closes with the fourth."""
    if m := _TRIWULAN.search(alamat):
        return int(m[1])
    if m := _BARIS.search(alamat):
        return triwulan_dari(_tanggal_baris(satker, tahun).get((m[1], int(m[2]))), tahun)
    return _AKHIR_TAHUN


def alamat_dikenal(satker: Satker, tahun: int, alamat: str) -> bool:
    """Whether something can be proved there: an indicator of the PK, or a figure or raw row of the year."""
    akar = f"{satker.kunci}/{tahun}/"
    if len(alamat) > 200 or not alamat.startswith(akar) or not _ALAMAT.fullmatch(alamat):
        return False
    if m := _BARIS.search(alamat):
        return (m[1], int(m[2])) in _tanggal_baris(satker, tahun)
    try:
        hasil = hasil_terkini(satker, tahun)
    except GalatDomain:
        return False
    bagian = alamat.removeprefix(akar).split("/")
    return bagian[0] in hasil.indikator or alamat in hasil.alamat


def bukti_terlihat(pengguna: Any, satker: Satker, tahun: int) -> QuerySet[Bukti]:
    """The evidence that a user may see: what proves a value is seen with the value."""
    semua = Bukti.objects.filter(satker=satker, tahun=tahun).select_related("berkas", "satker")
    tertutup = {tw for t, tw in triwulan_tertutup(pengguna, satker) if t == tahun}
    if not tertutup:
        return semua
    kelak = {a for a in semua.values_list("alamat", flat=True) if triwulan_alamat(satker, tahun, a) in tertutup}
    return semua.exclude(alamat__in=kelak)


def bukti_angka(pengguna: Any, satker: Satker, tahun: int, alamat: str) -> QuerySet[Bukti]:
    """The evidence of a figure: its own, and of an indicator's realisasi or capaian also that of the indicator."""
    return bukti_terlihat(pengguna, satker, tahun).filter(alamat__in=alamat_bukti(alamat))


def alamat_bukti(alamat: str) -> list[str]:
    """Where the evidence of a figure hangs: at itself, its realisasi, its indicator."""
    bagian = alamat.split("/")
    if len(bagian) not in (4, 5) or bagian[3] not in ("realisasi", "nilai_hitung", "capaian"):
        return [alamat]
    akar, tw = "/".join(bagian[:3]), bagian[4] if len(bagian) > 4 else "tw4"
    return list({alamat, akar, f"{akar}/realisasi", f"{akar}/realisasi/{tw}"})


def indikator_bukti(satker: Satker, tahun: int, bukti: Iterable[Bukti]) -> list[IndikatorBukti]:
    """The indicators of the PK in force with how much of the evidence is theirs."""
    pk = pk_berlaku(satker, tahun)
    if pk is None:
        return []
    akar = f"{satker.kunci}/{tahun}"
    banyak = Counter(kode_alamat(b.alamat) for b in bukti)
    return [
        IndikatorBukti(i.kode, i.nama, f"{akar}/{i.kode}", i.wajib_bukti, banyak[i.kode])
        for i in (b.indikator for b in pk.butir.select_related("indikator").order_by("urut", "pk"))
    ]


def tanpa_bukti_wajib(satker: Satker, tahun: int, hasil: Hasil) -> list[tuple[str, str]]:
    """Code and name of the indicators of the PK whose manual asks for evidence, and that have no file at all."""
    bukti = Bukti.objects.filter(satker=satker, tahun=tahun, berkas__isnull=False)
    kurang = [i for i in indikator_bukti(satker, tahun, bukti) if i.kurang]
    return [(i.kode, i.nama) for i in kurang if i.kode in hasil.indikator]


def kode_alamat(alamat: str) -> str:
    """The first part after satker and year: an indicator's code, or 'anggaran'."""
    bagian = alamat.split("/", 3)
    return bagian[2] if len(bagian) > 2 else ""


def sebutan_alamat(alamat: str) -> str:
    """What an address means, below its indicator: 'realisasi Triwulan II', 'baris data 3'."""
    bagian = alamat.split("/")[3:]
    kata = [_BAGIAN.get(b, "") or (f"Triwulan {romawi(int(m[1]))}" if (m := re.fullmatch(r"tw([1-4])", b)) else b)
            for b in bagian]  # fmt: skip
    if bagian[:1] == ["fisik"] and bagian[-1:] == ["realisasi"]:
        kata.pop()
    return " ".join(kata)


def _tanggal_baris(satker: Satker, tahun: int) -> dict[tuple[str, int], Any]:
    """The dates of the raw rows, by the code that the PK in force gives their indicator."""
    pk = pk_berlaku(satker, tahun)
    if pk is None:
        return {}
    kode = {b.indikator.garis_indikator_id: b.indikator.kode for b in pk.butir.select_related("indikator")}
    semua = BarisData.objects.filter(garis_indikator__in=kode, tahun=tahun)
    return {(kode[g], u): t for g, u, t in semua.values_list("garis_indikator", "urut", "tanggal")}
