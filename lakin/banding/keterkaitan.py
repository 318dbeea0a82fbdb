"""The cascade of a year: from the database to the tree and its cuts."""

from __future__ import annotations

from dataclasses import dataclass

from lakin.banding.rencana import indikator_tahun, revisi_tahun
from lakin.capaian import keterkaitan as murni
from lakin.capaian.angka_jelas import Bahan, seperti_tertulis
from lakin.capaian.keterkaitan import BarisKaskade, Celah, IndikatorSatker, SasaranAtas, SimpulAtas
from lakin.organisasi.enums import DI_ATAS, JenisSatker
from lakin.organisasi.models import Satker
from renstra.enums import TingkatAtas
from renstra.models import Indikator, Kaskade, KegiatanRenstra, RevisiRenstra, Sasaran
from renstra.selectors import target_renstra


@dataclass(frozen=True, slots=True)
class Keterkaitan:
    """The tree, its cuts, and the satkers that it can be narrowed to."""

    pohon: tuple[SimpulAtas, ...]
    celah: tuple[Celah, ...]
    satker: tuple[Satker, ...]
    dipilih: Satker | None


def keterkaitan_tahun(tahun: int, satker: str = "") -> Keterkaitan:
    """Return how the plans of a year hang together; narrowed to one satker the tree reaches its activities.

    Plans are published: everybody who may list satkers may read them.
    """
    rencana = indikator_tahun(tahun)
    bawah = [i for i in rencana if i.revisi.renstra.satker.jenis not in DI_ATAS]
    unit = {i.revisi.renstra.satker.pk: i.revisi.renstra.satker for i in bawah}
    dipilih = next((s for s in unit.values() if satker and s.kunci == satker), None)
    kegiatan = _kegiatan([i for i in bawah if dipilih and i.revisi.renstra.satker_id == dipilih.pk])
    milik = [_milik(i, tahun, kegiatan.get(i.pk, ())) for i in bawah]
    atas = {i.katalog.kunci: i for i in rencana if i.katalog and i.revisi.renstra.satker.jenis in DI_ATAS}
    sasaran, baris = sasaran_atas(tahun), _baris(tahun, atas)
    tampak = [m for m in milik if dipilih is None or m.satker == dipilih.kunci]
    nama = [(s.singkatan, s.jenis) for s in unit.values()]
    return Keterkaitan(
        murni.pohon(sasaran, baris, tampak), murni.celah(sasaran, baris, milik, nama), tuple(unit.values()), dipilih
    )


def sasaran_atas(tahun: int) -> list[SasaranAtas]:
    """Return BSKJI's sasaran with the ministry's above them, as far as a document prints them."""
    revisi = RevisiRenstra.objects.filter(
        pk__in=revisi_tahun(tahun).values(), renstra__satker__jenis=JenisSatker.ESELON_I
    )
    semua = Sasaran.objects.filter(revisi__in=revisi).prefetch_related("keterkaitan")
    return [
        SasaranAtas(
            s.kode,
            s.nama,
            tuple((k.kode, k.nama) for k in s.keterkaitan.all() if k.tingkat == TingkatAtas.KEMENTERIAN),
        )
        for s in semua
    ]


def _baris(tahun: int, atas: dict[str, Indikator]) -> list[BarisKaskade]:
    return [
        BarisKaskade(
            k.katalog.kunci,
            k.katalog.nama,
            str(k),
            k.sasaran,
            k.katalog_satker.kunci,
            tuple(p.pelaku for p in k.pelaku.all()),
            _target(atas[k.katalog.kunci], tahun) if k.katalog.kunci in atas else None,
        )
        for k in Kaskade.objects.select_related("katalog", "katalog_satker").prefetch_related("pelaku")
    ]


def _kegiatan(indikator: list[Indikator]) -> dict[int, tuple[str, ...]]:
    hasil: dict[int, tuple[str, ...]] = {}
    for k in KegiatanRenstra.objects.filter(indikator__in=indikator):
        hasil[k.indikator_id] = (*hasil.get(k.indikator_id, ()), k.nama)
    return hasil


def _milik(i: Indikator, tahun: int, kegiatan: tuple[str, ...]) -> IndikatorSatker:
    s = i.revisi.renstra.satker
    kunci = i.katalog.kunci if i.katalog else ""
    return IndikatorSatker(s.kunci, s.singkatan, s.jenis, i.kode, i.nama, kunci, _target(i, tahun), kegiatan)


def _target(i: Indikator, tahun: int) -> Bahan:
    alamat = f"{i.revisi.renstra.satker.kunci}/{tahun}/{i.kode}/target_renstra"
    sumber = next((t.sumber for t in i.target.all() if t.sumber), "")
    return seperti_tertulis(alamat, target_renstra(i, tahun), i.desimal_target, i.satuan, "Target Renstra", sumber)
