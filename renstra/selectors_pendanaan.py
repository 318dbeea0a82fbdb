"""The funding of all units per year: sums of their activities beside the sums that documents print."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db.models import QuerySet, Sum
from django.utils import timezone

from lakin.angka import Nilai, Tiada
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai, dicatat
from lakin.capaian.himpun import jumlah
from lakin.organisasi.enums import JenisSatker
from lakin.organisasi.models import Satker
from renstra.enums import KelompokPagu, TempatPagu
from renstra.models import PaguUnit, PendanaanKegiatan, RevisiRenstra
from renstra.selectors_katalog import revisi_resmi

RUPIAH = "Rupiah"
PEMBULATAN = Decimal(50_000)
"""Up to this much (rupiah) a sum differs from its print by the rounding of its parts."""
BULAT = "Pembulatan"
DARI_SATKER = "Jumlah selisih satker di atas"
BALAI = (JenisSatker.BBSPJI, JenisSatker.BSPJI)


@dataclass(frozen=True, slots=True)
class SelDana:
    """One unit (or group) and year: the sum of its parts, the printed figure, and why they differ."""

    tahun: int
    rincian: Bahan
    tercetak: Bahan
    alasan: str = ""

    @property
    def beda(self) -> Decimal:
        """By how much the sum is larger (rupiah); zero where one of the two is missing."""
        if isinstance(self.rincian, Angka) and isinstance(self.tercetak, Angka):
            return self.rincian.nilai - self.tercetak.nilai
        return Decimal(0)

    @property
    def sebab(self) -> str:
        """Why they differ; '' where they do not."""
        if not self.beda:
            return ""
        return self.alasan or (BULAT if abs(self.beda) <= PEMBULATAN else "Belum dijelaskan")

    @property
    def nyata(self) -> bool:
        """Whether they differ by more than rounding."""
        return abs(self.beda) > PEMBULATAN


@dataclass(frozen=True, slots=True)
class BarisDana:
    """A row: a unit, a group of units, or all."""

    nama: str
    jenis: str
    sel: list[SelDana]
    revisi: RevisiRenstra | None = None


@dataclass(frozen=True, slots=True)
class Pendanaan:
    """Units x years with the printed sums of Lampiran II, and the rows of Tabel 10."""

    tahun: list[int]
    unit: list[BarisDana]
    total: BarisDana | None
    tabel: list[BarisDana]

    @property
    def selisih(self) -> list[tuple[str, str, SelDana]]:
        """Every pair that differs, by place and row."""
        baris = [("Lampiran II", b) for b in (*self.unit, *([self.total] if self.total else []))]
        baris += [("Tabel 10", b) for b in self.tabel]
        return [(tempat, b.nama, s) for tempat, b in baris for s in b.sel if s.beda]


def masa_pendanaan() -> list[int]:
    """Return the first years of the periods that units have plans for, newest first."""
    ada = RevisiRenstra.objects.filter(
        berlaku_sejak__lte=timezone.localdate(), sintetis=False, renstra__satker__sintetis=False
    )
    ada = ada.filter(indikator__kegiatan__isnull=False)
    return sorted(ada.order_by().values_list("renstra__awal", flat=True).distinct(), reverse=True)


def masa_tercetak() -> int | None:
    """Return the first year of the newest period whose sums a document prints."""
    return PaguUnit.objects.order_by("-revisi__renstra__awal").values_list("revisi__renstra__awal", flat=True).first()


def pendanaan_unit(satker: Iterable[Satker], *, awal: int | None = None) -> Pendanaan:
    """Return the funding of the given units in one period, by default the newest.

    What stands for all units is shown only with all of them.
    """
    milik = {s.pk for s in satker}
    if awal is None:
        awal = next(iter(masa_pendanaan()), 0)
    semua = _unit(awal)
    lengkap = bool(semua) and all(r.renstra.satker_id in milik for r in semua)
    tahun = sorted({t for r in semua for t in range(r.renstra.awal, r.renstra.akhir + 1)})
    dana = _dana(semua)
    cetak = PaguUnit.objects.filter(revisi__in=revisi_resmi(awal)).select_related("revisi__renstra__satker")
    lampiran = {(p.satker_id, p.tahun): p for p in cetak.filter(tempat=TempatPagu.LAMPIRAN)}
    unit = [
        BarisDana(_nama(r), r.renstra.satker.jenis, [_sel(r, t, dana, lampiran) for t in tahun], r)
        for r in semua
        if r.renstra.satker_id in milik
    ]
    if not lengkap:
        return Pendanaan(tahun, unit, None, [])
    return Pendanaan(tahun, unit, _total(unit, tahun, lampiran), _tabel(unit, tahun, cetak))


def _unit(awal: int) -> list[RevisiRenstra]:
    semua = revisi_resmi(awal).exclude(renstra__satker__jenis__in=(JenisSatker.KEMENTERIAN, JenisSatker.ESELON_I))
    urutan = [JenisSatker.SEKRETARIAT, JenisSatker.PUSAT, *BALAI]
    hasil = semua.select_related("renstra__satker").prefetch_related("renstra__satker__nama")
    return sorted(hasil, key=lambda r: (urutan.index(JenisSatker(r.renstra.satker.jenis)), r.renstra.satker.kunci))


def _dana(semua: Iterable[RevisiRenstra]) -> dict[tuple[int, int], Decimal]:
    baris = (
        PendanaanKegiatan.objects.filter(kegiatan__indikator__revisi__in=[r.pk for r in semua], keadaan="ada")
        .values_list("kegiatan__indikator__revisi", "tahun")
        .annotate(n=Sum("nilai"))
        .order_by()
    )
    return {(revisi, tahun): Decimal(n) for revisi, tahun, n in baris}


def _nama(r: RevisiRenstra) -> str:
    nama = r.renstra.satker.nama_pada(r.berlaku_sejak) if r.berlaku_sejak else None
    return nama.nama if nama else r.renstra.satker.singkatan


def _sel(
    r: RevisiRenstra, tahun: int, dana: dict[tuple[int, int], Decimal], cetak: dict[tuple[int | None, int], PaguUnit]
) -> SelDana:
    satker = r.renstra.satker
    alamat = f"{satker.kunci}/renstra/{r.renstra.awal}/revisi/{r.nomor}/pendanaan/{tahun}"
    nilai: Nilai = dana.get((r.pk, tahun), Tiada.KOSONG)
    p = cetak.get((satker.pk, tahun))
    return SelDana(
        tahun, dicatat(alamat, nilai, 0, RUPIAH, satker.singkatan), _tercetak(p, satker.singkatan),
        p.alasan if p else "",
    )  # fmt: skip


def _tercetak(p: PaguUnit | None, nama: str) -> Bahan:
    if p is None:
        return TanpaNilai("Dokumen tidak mencetak jumlahnya.", Tiada.KOSONG, "", nama, RUPIAH)
    r = p.revisi.renstra
    bagian = p.tempat.casefold().replace(" ", "-")
    alamat = f"{r.satker.kunci}/renstra/{r.awal}/revisi/{p.revisi.nomor}/pagu/{bagian}/{p.urut}/{p.tahun}"
    return dicatat(alamat, p.isi, 0, RUPIAH, p.nama, p.tempat)


def _jumlah(nama: str, sel: list[Bahan], tahun: int) -> Bahan:
    return jumlah(f"umum/pendanaan/{nama}/{tahun}", sel, 0, satuan=RUPIAH, label=nama)


def _total(unit: list[BarisDana], tahun: list[int], cetak: dict[tuple[int | None, int], PaguUnit]) -> BarisDana:
    sel = []
    for n, t in enumerate(tahun):
        p = cetak.get((None, t))
        sel.append(
            SelDana(t, _jumlah("unit", [b.sel[n].rincian for b in unit], t), _tercetak(p, "BSKJI"),
                    (p.alasan if p else "") or DARI_SATKER)
        )  # fmt: skip
    return BarisDana("Jumlah seluruh unit", "", sel)


def _tabel(unit: list[BarisDana], tahun: list[int], cetak: QuerySet[PaguUnit]) -> list[BarisDana]:
    """The rows of Tabel 10 beside the sums that Lampiran II prints for the same units."""
    baris: dict[int, dict[int, PaguUnit]] = {}
    for p in cetak.filter(tempat=TempatPagu.TABEL).order_by("urut", "tahun"):
        baris.setdefault(p.urut, {})[p.tahun] = p
    hasil = []
    for tahunan in baris.values():
        satu = next(iter(tahunan.values()))
        milik = [b for b in unit if _termasuk(satu, b)]
        sel = []
        for n, t in enumerate(tahun):
            ini = tahunan.get(t)
            bagian = _jumlah(f"tabel-10/{satu.urut}", [b.sel[n].tercetak for b in milik], t)
            sel.append(SelDana(t, bagian, _tercetak(ini, satu.nama), ini.alasan if ini else ""))
        hasil.append(BarisDana(satu.nama, satu.kelompok, sel))
    return hasil


def _termasuk(p: PaguUnit, b: BarisDana) -> bool:
    if p.kelompok == KelompokPagu.SATKER:
        return b.revisi is not None and b.revisi.renstra.satker_id == p.satker_id
    return p.kelompok == KelompokPagu.JUMLAH or b.jenis in BALAI
