"""A revision of the Renstra: drafted as a full copy, put in force from a day, or dropped. The past is not rewritten."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max
from django.utils import timezone

from lakin.angka import Tiada, tulis_tanggal
from lakin.jejak.rekam import hapus, rekam
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.enums import Garis
from renstra.models import GarisIndikator, Indikator, Renstra, RevisiRenstra, Sasaran, Tujuan
from renstra.selectors import renstra_berlaku


def alamat_renstra(revisi: RevisiRenstra) -> str:
    """Return the address of a revision, the beginning of the keys of its trail."""
    return f"{revisi.renstra.satker.kunci}/renstra/{revisi.renstra.awal}/revisi/{revisi.nomor}"


def susun_revisi_renstra(*, satker: Satker, dari: int, oleh: Any, hari_ini: date | None = None) -> RevisiRenstra:
    """Draft the next revision as a full copy of the one in force, which ``dari`` names.

    Every indicator points to its predecessor.
    """
    with transaction.atomic():
        lama = renstra_berlaku(satker, hari_ini or timezone.localdate())
        if lama is None:
            raise GalatDomain(f"{satker.singkatan} belum mempunyai Renstra yang berlaku untuk disalin.")
        if lama.nomor != dari:
            raise GalatDomain("Renstra yang berlaku sudah berganti. Muat ulang halaman, lalu susun dari yang baru.")
        renstra = Renstra.objects.select_for_update().get(pk=lama.renstra_id)
        if renstra.revisi.filter(berlaku_sejak=None).exists():
            raise GalatDomain("Sudah ada draf revisi Renstra. Selesaikan atau hapus draf itu dahulu.")
        if not lama.indikator.exists():
            raise GalatDomain(f"{lama} belum memuat indikator untuk disalin.")
        baru = RevisiRenstra(
            renstra=renstra,
            nomor=(renstra.revisi.aggregate(m=Max("nomor"))["m"] or 0) + 1,
            catatan=f"Draf, salinan revisi {lama.nomor}.",
        )
        rekam(baru, oleh=oleh, alamat=alamat_renstra(baru), tindakan="susun")
        salin_isi(lama, baru)
    return baru


def berlakukan_renstra(
    *, satker: Satker, awal: int, nomor: int, sejak: date, dokumen: str, catatan: str, oleh: Any
) -> RevisiRenstra:
    """Put a draft in force from a day; what it replaces keeps its own days."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        if kurang := halangan_renstra(revisi):
            raise GalatDomain(" ".join(kurang))
        if not dokumen.strip():
            raise GalatDomain("Isi nama atau nomor dokumen yang menetapkan revisi ini.", medan="dokumen")
        if not awal <= sejak.year <= revisi.renstra.akhir:
            raise GalatDomain(
                f"Renstra ini berlaku {awal}-{revisi.renstra.akhir}. Isi tanggal dalam masa itu.", medan="sejak"
            )
        akhir = revisi.renstra.revisi.aggregate(m=Max("berlaku_sejak"))["m"]
        if akhir and sejak <= akhir:
            raise GalatDomain(
                f"Revisi sebelumnya berlaku sejak {tulis_tanggal(akhir)}. Isi tanggal sesudahnya.", medan="sejak"
            )
        lama = RevisiRenstra.objects.get(pk=revisi.pk)
        revisi.berlaku_sejak, revisi.dokumen, revisi.catatan = sejak, dokumen.strip(), catatan.strip()
        rekam(revisi, oleh=oleh, alamat=alamat_renstra(revisi), tindakan="berlakukan", lama=lama)
    return revisi


def hapus_draf_renstra(*, satker: Satker, awal: int, nomor: int, oleh: Any) -> None:
    """Drop a draft; lineages that only it had go with it, its trace tells that it was there."""
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        if revisi.perjanjian.exists():
            raise GalatDomain("Draf ini sudah diikuti sebuah draf PK. Hapus draf PK itu dahulu.")
        baru = list(revisi.indikator.filter(garis=Garis.BARU).values_list("garis_indikator", flat=True))
        renstra = revisi.renstra
        hapus(revisi, oleh=oleh, alamat=alamat_renstra(revisi))
        if not renstra.revisi.exists():
            hapus(renstra, oleh=oleh, alamat=f"{satker.kunci}/renstra/{renstra.awal}")
        GarisIndikator.objects.filter(pk__in=baru, indikator=None).delete()


def halangan_renstra(revisi: RevisiRenstra) -> list[str]:
    """Return what a draft still lacks before it may be in force, as sentences."""
    mengukur = list(revisi.indikator.exclude(garis=Garis.DIHENTIKAN).prefetch_related("target"))
    if not mengukur:
        return ["Renstra belum memuat indikator. Tambahkan sedikitnya satu."]
    tahun = range(revisi.renstra.awal, revisi.renstra.akhir + 1)
    kosong = [
        i.kode for i in mengukur if not any(t.tahun in tahun and t.isi is not Tiada.KOSONG for t in i.target.all())
    ]
    kurang = [f"Target belum diisi untuk tahun mana pun: {', '.join(kosong)}."] if kosong else []
    dipakai = {i.sasaran_id for i in mengukur}
    lepas = [s.kode for s in revisi.sasaran.all() if s.pk not in dipakai]
    if lepas:
        kurang.append(f"Sasaran tanpa indikator: {', '.join(lepas)}. Beri indikator, atau hapus sasarannya.")
    return kurang


def draf_renstra(satker: Satker, awal: int, nomor: int) -> RevisiRenstra:
    """Return a draft with its row locked; a revision that is in force is refused."""
    revisi = (
        RevisiRenstra.objects.select_for_update(of=("self",))
        .select_related("renstra")
        .filter(renstra__satker=satker, renstra__awal=awal, nomor=nomor)
        .first()
    )
    if revisi is None:
        raise GalatDomain(f"Revisi {nomor} Renstra {awal} sudah tidak ada. Muat ulang halaman.")
    if revisi.berlaku_sejak is not None:
        raise GalatDomain("Renstra yang sudah berlaku tidak dapat diubah. Susun revisi baru untuk mengubahnya.")
    revisi.renstra.satker = satker
    return revisi


def salin_isi(lama: RevisiRenstra, baru: RevisiRenstra, *, angka: bool = True) -> None:
    """Copy what hangs on a revision; the trace of the draft stands for all of it.

    Without ``angka`` targets and funding stay behind: they are of the years of the old period.
    """
    for bagian in (lama.pernyataan, lama.uraian, lama.kerangka_regulasi, lama.nomenklatur):
        for satu in bagian.all():
            _kembar(satu, revisi=baru)
    for a in lama.arah_kebijakan.all():
        aktivitas, ukuran = list(a.aktivitas.all()), list(a.ukuran.all())
        arah = _kembar(a, revisi=baru)
        for langkah in aktivitas:
            _kembar(langkah, arah=arah)
        arah.ukuran.set(ukuran)
    tujuan: dict[int, Tujuan] = {}
    for t in lama.tujuan.all():
        target = list(t.target.all()) if angka else []
        asal = t.pk
        tujuan[asal] = _kembar(t, revisi=baru)
        for x in target:
            _kembar(x, tujuan=tujuan[asal])
    sasaran: dict[int, Sasaran] = {}
    for s in lama.sasaran.all():
        kaitan = list(s.keterkaitan.all())
        asal = s.pk
        sasaran[asal] = _kembar(s, revisi=baru)
        for y in kaitan:
            _kembar(y, sasaran=sasaran[asal])
    for i in lama.indikator.exclude(garis=Garis.DIHENTIKAN):
        _salin_indikator(i, baru, tujuan, sasaran, angka=angka)


def _salin_indikator(
    i: Indikator, baru: RevisiRenstra, tujuan: dict[int, Tujuan], sasaran: dict[int, Sasaran], *, angka: bool
) -> None:
    target, penunjang, mendukung = list(i.target.all()), list(i.penunjang.all()), list(i.mendukung.all())
    kegiatan = [(k, list(k.pendanaan.all()) if angka else []) for k in i.kegiatan.all()]
    pendahulu = Indikator.objects.get(pk=i.pk)
    kembar = _kembar(
        i, revisi=baru, tujuan=tujuan[i.tujuan_id], sasaran=sasaran[i.sasaran_id], garis=Garis.TETAP,
        pendahulu=pendahulu,
    )  # fmt: skip
    for x in (*(target if angka else ()), *penunjang):
        _kembar(x, indikator=kembar)
    for k, pendanaan in kegiatan:
        baru_k = _kembar(k, indikator=kembar)
        for x in pendanaan:
            _kembar(x, kegiatan=baru_k)
    kembar.mendukung.set(mendukung)


def _kembar(baris: Any, **ganti: Any) -> Any:
    """The same row once more, with other parents."""
    baris.pk = None
    baris._state.adding = True
    for nama, isi in ganti.items():
        setattr(baris, nama, isi)
    baris.save()
    return baris
