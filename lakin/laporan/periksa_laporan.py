"""The checklist of a report as it stands now, with what people answered to it."""

from __future__ import annotations

from typing import Any

from django.db import transaction
from django.utils.timezone import localtime

from lakin.angka import tulis_tanggal
from lakin.jejak.bentrok import bentrok, nama_pelaku
from lakin.jejak.models import Jejak
from lakin.jejak.rekam import rekam
from lakin.laporan.enums import JawabanButir
from lakin.laporan.kelengkapan.deklarasi import YA, Berkas, Tanggapan
from lakin.laporan.kelengkapan.katalog import BUTIR, Kelengkapan, periksa
from lakin.laporan.models import TAHUNAN, JawabanKelengkapan
from lakin.laporan.selectors import halangan_tulis_laporan, konteks_laporan
from lakin.laporan.susun import susun_bernomor
from lakin.organisasi.models import Satker
from lakin.pengukuran.selectors import Terkini
from lakin.web.galat import Bentrok, GalatDomain


def kelengkapan_segar(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> Kelengkapan:
    """Return the checklist computed from the facts as they stand now; GalatDomain where there is no PK."""
    konteks = konteks_laporan(satker, tahun, triwulan)
    return periksa(Berkas(konteks, susun_bernomor(konteks), tanggapan(satker, tahun, triwulan)))


def kelengkapan_terkini(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> Kelengkapan:
    """Return the checklist, computed again only when the satker's trail has grown since."""
    nama = ("kelengkapan", tahun, triwulan)
    return Terkini(satker).ambil(nama, lambda: kelengkapan_segar(satker, tahun, triwulan))


def tanggapan(satker: Satker, tahun: int, triwulan: int = TAHUNAN) -> dict[str, Tanggapan]:
    """Return what people answered, by the code of the point."""
    semua = list(
        JawabanKelengkapan.objects.filter(satker=satker, tahun=tahun, triwulan=triwulan).select_related("satker")
    )
    jejak = Jejak.objects.filter(alamat__in=[j.alamat for j in semua]).select_related("oleh").order_by("urut")
    terakhir = {j.alamat: j for j in jejak}
    return {j.kode: _tanggapan(j, terakhir.get(j.alamat)) for j in semua}


def jawab_butir(
    *,
    satker: Satker,
    tahun: int,
    triwulan: int = TAHUNAN,
    kode: str,
    jawaban: str,
    catatan: str,
    versi: int,
    oleh: Any,
) -> JawabanKelengkapan:
    """Answer one point that data cannot tell; ``versi`` is the version that the writer saw, 0 for none."""
    catatan = catatan.strip()
    _boleh_dijawab(kode, jawaban, catatan)
    kunci = {"satker": satker, "tahun": tahun, "triwulan": triwulan, "kode": kode}
    with transaction.atomic():
        if halangan := halangan_tulis_laporan(satker, tahun, triwulan, kunci=True):
            raise GalatDomain(halangan)
        lama = JawabanKelengkapan.objects.select_for_update().filter(**kunci).first()
        if (lama.versi if lama else 0) != versi:
            raise _bentrok(lama, jawaban, catatan)
        baru = JawabanKelengkapan.objects.get(pk=lama.pk) if lama else JawabanKelengkapan(**kunci, versi=0)
        if lama is None or (lama.jawaban, lama.catatan) != (jawaban, catatan):
            baru.jawaban, baru.catatan = jawaban, catatan
            baru.versi += 1
            rekam(baru, oleh=oleh, alamat=baru.alamat, lama=lama)
    return baru


def _boleh_dijawab(kode: str, jawaban: str, catatan: str) -> None:
    butir = BUTIR.get(kode)
    if butir is None or not butir.dijawab:
        raise GalatDomain("Butir ini tidak dijawab orang: keadaannya dihitung dari data laporan.")
    if jawaban not in butir.pilihan:
        raise GalatDomain("Pilih salah satu jawaban yang tersedia.", medan="jawaban")
    if jawaban != YA and not catatan:
        raise GalatDomain("Tuliskan alasannya pada catatan.", medan="catatan")


def _tanggapan(j: JawabanKelengkapan, jejak: Jejak | None) -> Tanggapan:
    if jejak is None:
        return Tanggapan(j.jawaban, j.catatan, j.versi)
    pada = localtime(jejak.pada)
    return Tanggapan(j.jawaban, j.catatan, j.versi, nama_pelaku(jejak), f"{tulis_tanggal(pada.date())}, {pada:%H.%M}")


def tulis_jawaban(jawaban: str, catatan: str = "") -> str:
    """Return an answer as people read it: 'Tidak: belum ada pedoman'."""
    label = str(JawabanButir(jawaban).label) if jawaban in JawabanButir.values else "tanpa jawaban"
    return f"{label}: {catatan}" if catatan else label


def _bentrok(lama: JawabanKelengkapan | None, jawaban: str, catatan: str) -> Bentrok:
    return bentrok(
        lama.alamat if lama else "",
        versi=lama.versi if lama else 0,
        kini=f"“{tulis_jawaban(lama.jawaban, lama.catatan)}”" if lama else "",
        milik=f"“{tulis_jawaban(jawaban, catatan)}”",
    )
