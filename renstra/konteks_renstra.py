"""All that a Renstra's document is made of, read once: a revision with its content, its figures as the engine's."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from lakin.angka import Nilai, Tiada
from lakin.capaian.angka_jelas import Bahan, banyak_desimal, dicatat
from lakin.capaian.himpun import jumlah
from renstra.enums import Garis
from renstra.models import Indikator, KegiatanRenstra, RevisiRenstra, Sasaran
from renstra.services.revisi_renstra import alamat_renstra

RUPIAH = "Rupiah"
TANPA_DANA = "Tidak ada pendanaan yang dicatat."


@dataclass(frozen=True, slots=True)
class IsiKegiatan:
    """An activity with its funding per year, in rupiah."""

    kegiatan: KegiatanRenstra
    dana: dict[int, Bahan]


@dataclass(frozen=True, slots=True)
class IsiIndikatorRenstra:
    """An indicator with its targets, its activities, and what they are to cost."""

    indikator: Indikator
    target: dict[int, Bahan]
    kegiatan: list[IsiKegiatan]
    dana: dict[int, Bahan]


@dataclass(frozen=True, slots=True)
class IsiSasaran:
    """A sasaran with its indicators, and what they are to cost."""

    sasaran: Sasaran
    indikator: list[IsiIndikatorRenstra]
    dana: dict[int, Bahan]


@dataclass(frozen=True, slots=True)
class KonteksRenstra:
    """One revision, read."""

    revisi: RevisiRenstra
    nama: str
    tahun: tuple[int, ...]
    tujuan: list[tuple[str, str, dict[int, Bahan]]]
    sasaran: list[IsiSasaran]
    dana: dict[int, Bahan]
    uraian: dict[str, dict[str, object]] = field(default_factory=dict)

    @property
    def berkegiatan(self) -> bool:
        """Whether any activity is named."""
        return any(i.kegiatan for s in self.sasaran for i in s.indikator)


def konteks_renstra(revisi: RevisiRenstra) -> KonteksRenstra:
    """Read a revision; what it ends is not part of it."""
    satker, awal = revisi.renstra.satker, revisi.renstra.awal
    tahun = tuple(range(awal, revisi.renstra.akhir + 1))
    alamat = alamat_renstra(revisi)
    nama = satker.nama_pada(revisi.berlaku_sejak or date(awal, 1, 1))
    sasaran = [
        _sasaran(alamat, s, tahun)
        for s in revisi.sasaran.prefetch_related("indikator__target", "indikator__kegiatan__pendanaan")
    ]
    return KonteksRenstra(
        revisi=revisi,
        nama=nama.nama if nama else satker.singkatan,
        tahun=tahun,
        tujuan=[
            (t.kode, t.nama, _nilai(f"{alamat}/{t.kode}", {x.tahun: x.isi for x in t.target.all()}, tahun, "Persen"))
            for t in revisi.tujuan.prefetch_related("target")
        ],
        sasaran=sasaran,
        dana=_jumlah(f"{alamat}/pendanaan", [s.dana for s in sasaran], tahun, satker.singkatan),
        uraian={u.bagian: u.isi for u in revisi.uraian.all()},
    )


def _sasaran(alamat: str, s: Sasaran, tahun: tuple[int, ...]) -> IsiSasaran:
    semua = [_indikator(alamat, i, tahun) for i in s.indikator.all() if i.garis != Garis.DIHENTIKAN]
    return IsiSasaran(s, semua, _jumlah(f"{alamat}/{s.kode}/pendanaan", [i.dana for i in semua], tahun, s.nama))


def _indikator(alamat: str, i: Indikator, tahun: tuple[int, ...]) -> IsiIndikatorRenstra:
    milik = f"{alamat}/{i.kode}"
    kegiatan = [
        IsiKegiatan(
            k,
            _nilai(
                f"{milik}/kegiatan/{k.urut}", {p.tahun: p.isi for p in k.pendanaan.all()}, tahun, RUPIAH, k.nama,
                k.sumber,
            ),
        )
        for k in i.kegiatan.all()
    ]  # fmt: skip
    target = {t.tahun: t.isi for t in i.target.all()}
    return IsiIndikatorRenstra(
        i,
        _nilai(f"{milik}/target", target, tahun, i.satuan, i.nama, desimal=i.desimal_target),
        kegiatan,
        _jumlah(f"{milik}/pendanaan", [k.dana for k in kegiatan], tahun, i.nama),
    )


def _nilai(
    alamat: str, nilai: dict[int, Nilai], tahun: tuple[int, ...], satuan: str, label: str = "", sumber: str = "",
    desimal: int = 0,
) -> dict[int, Bahan]:  # fmt: skip
    hasil: dict[int, Bahan] = {}
    for t in tahun:
        isi = nilai.get(t, Tiada.KOSONG)
        banyak = max(desimal, banyak_desimal(isi)) if isinstance(isi, Decimal) else desimal
        hasil[t] = dicatat(f"{alamat}/{t}", isi, banyak, satuan, label, sumber)
    return hasil


def _jumlah(alamat: str, bagian: list[dict[int, Bahan]], tahun: tuple[int, ...], label: str) -> dict[int, Bahan]:
    return {
        t: jumlah(f"{alamat}/{t}", [b[t] for b in bagian], 0, satuan=RUPIAH, label=label, kosong=TANPA_DANA)
        for t in tahun
    }


def total_dana(alamat: str, dana: dict[int, Bahan], label: str) -> Bahan:
    """Return the sum over the years."""
    return jumlah(alamat, list(dana.values()), 0, satuan=RUPIAH, label=label, kosong=TANPA_DANA)
