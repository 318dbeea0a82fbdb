"""The way of a draft to a signed PK: handed to the head, signed or sent back; the scan of what was signed."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.db import transaction
from django.urls import reverse
from django.utils import timezone

from lakin.alur.enums import JenisKabar
from lakin.alur.services.kabar import beri_tahu, pengguna_satker
from lakin.angka import Tiada, tulis_tanggal
from lakin.berkas.dokumen import PDF, dokumen_sah
from lakin.berkas.services import simpan_dokumen
from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.organisasi.enums import Peran
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.enums import AlasanRevisi, Pihak
from renstra.models import ButirPK, PerjanjianKinerja
from renstra.services.draf_pk import pk_terbuka, pk_terkunci
from renstra.services.isi_pk import rencana_lengkap


@dataclass(frozen=True, slots=True)
class Tanda:
    """What the signature adds: from which day the PK is in force, the day of signing, its number."""

    sejak: date
    tanggal: date
    nomor: str


def halangan_ajukan_pk(pk: PerjanjianKinerja) -> list[str]:
    """Return what a draft still lacks before it may be signed, as sentences."""
    butir = list(pk.butir.select_related("indikator").prefetch_related("rencana_aksi"))
    if not butir:
        return ["PK belum memuat indikator. Tambahkan indikator dari Renstra."]
    kurang = []
    if kosong := [b.indikator.kode for b in butir if b.isi is Tiada.KOSONG]:
        kurang.append(f"Target belum diisi: {', '.join(kosong)}. Isi targetnya, atau N/A bila tidak ada.")
    if belum := [b.indikator.kode for b in butir if not _rencana_ada(b)]:
        kurang.append(f"Rencana Aksi belum lengkap sampai 100% pada triwulan IV: {', '.join(belum)}.")
    anggaran = list(pk.anggaran.all())
    if not anggaran or any(a.isi is Tiada.KOSONG for a in anggaran):
        kurang.append("Anggaran per program atau kegiatan belum lengkap. Ambil dari DIPA atau isi satu per satu.")
    ada = {t.pihak for t in pk.penanda_tangan.all() if t.nama and t.jabatan}
    kurang += [f"Nama dan jabatan {p.label.lower()} belum diisi." for p in Pihak if p not in ada]
    return kurang


def ajukan_pk(
    *, satker: Satker, tahun: int, revisi: int, versi: int, oleh: Any, alasan: str = "", catatan: str = ""
) -> PerjanjianKinerja:
    """Hand a complete draft to the head; a revision says why it is made (Lampiran I, huruf E)."""
    with transaction.atomic():
        pk = pk_terbuka(satker, tahun, revisi)
        _versi(pk, versi)
        if kurang := halangan_ajukan_pk(pk):
            raise GalatDomain(" ".join(kurang))
        lain = PerjanjianKinerja.objects.filter(satker=satker, tahun=tahun, berlaku_sejak__isnull=False)
        if lain.exists() and alasan not in AlasanRevisi.values:
            raise GalatDomain("Pilih alasan revisi menurut Permenpan RB 53/2014.", medan="alasan")
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.alasan_revisi, pk.catatan = alasan if lain.exists() else "", catatan.strip()
        pk.diajukan_pada = timezone.now()
        _pindah(pk, lama, "ajukan", oleh)
        _kabari(pk, Peran.KEPALA, JenisKabar.DIAJUKAN, f"{_sebut(pk)} menunggu tanda tangan")
    return pk


def tarik_pk(*, satker: Satker, tahun: int, revisi: int, versi: int, oleh: Any) -> PerjanjianKinerja:
    """Take a draft back from the head, to change it."""
    with transaction.atomic():
        pk = _diajukan(satker, tahun, revisi, versi)
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.diajukan_pada = None
        _pindah(pk, lama, "tarik", oleh)
    return pk


def kembalikan_pk(*, satker: Satker, tahun: int, revisi: int, versi: int, alasan: str, oleh: Any) -> PerjanjianKinerja:
    """Send a draft back to the planner, saying why."""
    if not alasan.strip():
        raise GalatDomain("Tulis apa yang harus diperbaiki, supaya perencana tahu.", medan="alasan")
    with transaction.atomic():
        pk = _diajukan(satker, tahun, revisi, versi)
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.diajukan_pada = None
        _pindah(pk, lama, "kembalikan", oleh, alasan.strip())
        _kabari(pk, Peran.PERENCANA, JenisKabar.DIKEMBALIKAN, f"{_sebut(pk)} dikembalikan", alasan.strip())
    return pk


def tandatangani_pk(
    *, satker: Satker, tahun: int, revisi: int, versi: int, tanda: Tanda, oleh: Any
) -> PerjanjianKinerja:
    """Sign a draft: it is in force from a day and closed to changes; what it replaces keeps its own days."""
    with transaction.atomic():
        pk = _diajukan(satker, tahun, revisi, versi)
        if kurang := halangan_ajukan_pk(pk):
            raise GalatDomain(" ".join(kurang))
        _tanggal_sah(pk, tanda)
        if not tanda.nomor.strip():
            raise GalatDomain("Isi nomor PK sebagaimana tercantum pada naskahnya.", medan="nomor")
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.berlaku_sejak, pk.tanggal, pk.nomor = tanda.sejak, tanda.tanggal, tanda.nomor.strip()
        pk.ditandatangani_pada, pk.ditandatangani_oleh = timezone.now(), oleh
        _pindah(pk, lama, "tanda tangani", oleh)
        _kabari(pk, Peran.PERENCANA, JenisKabar.PENGESAHAN, f"{_sebut(pk)} ditandatangani")
    return pk


def unggah_pindaian(
    *, satker: Satker, tahun: int, revisi: int, versi: int, berkas: UploadedFile, oleh: Any
) -> PerjanjianKinerja:
    """Keep the scan of a signed PK; a scan that it replaces stays in the storage and in the trail."""
    with dokumen_sah(berkas) as dokumen, transaction.atomic():
        pk = pk_terkunci(satker, tahun, revisi)
        if pk.draf:
            raise GalatDomain("Pindaian diunggah setelah PK ditandatangani.")
        _versi(pk, versi)
        if dokumen.jenis != PDF and not dokumen.jenis.startswith("image/"):
            raise GalatDomain("Pindaian PK berupa PDF atau gambar. Simpan hasil pindainya sebagai PDF, lalu unggah.")
        lama = PerjanjianKinerja.objects.get(pk=pk.pk)
        pk.pindaian = simpan_dokumen(dokumen=dokumen, nama=berkas.name or "", oleh=oleh)
        _pindah(pk, lama, "unggah pindaian", oleh, f"SHA-256 {dokumen.sidik}")
    return pk


def _rencana_ada(b: ButirPK) -> bool:
    return b.isi is Tiada.NA or rencana_lengkap({r.triwulan: r.fisik for r in b.rencana_aksi.all()})


def _tanggal_sah(pk: PerjanjianKinerja, tanda: Tanda) -> None:
    tahun = pk.tahun
    if tanda.sejak.year != tahun:
        raise GalatDomain(f"PK {tahun} berlaku dalam tahun {tahun}. Isi tanggal pada tahun itu.", medan="sejak")
    if tanda.tanggal > tanda.sejak:
        raise GalatDomain("PK berlaku sejak hari ditandatangani atau sesudahnya. Periksa kedua tanggal.", medan="sejak")
    semua = PerjanjianKinerja.objects.filter(satker=pk.satker, tahun=tahun, berlaku_sejak__isnull=False)
    akhir = semua.order_by("-berlaku_sejak").values_list("berlaku_sejak", flat=True).first()
    if akhir and tanda.sejak <= akhir:
        raise GalatDomain(
            f"Revisi sebelumnya berlaku sejak {tulis_tanggal(akhir)}. Isi tanggal sesudahnya.", medan="sejak"
        )
    renstra = pk.revisi_renstra.berlaku_sejak
    if renstra and tanda.sejak < renstra:
        raise GalatDomain(
            f"Renstra yang diikuti PK ini berlaku sejak {tulis_tanggal(renstra)}. Isi tanggal itu atau sesudahnya.",
            medan="sejak",
        )


def _diajukan(satker: Satker, tahun: int, revisi: int, versi: int) -> PerjanjianKinerja:
    pk = pk_terkunci(satker, tahun, revisi)
    _versi(pk, versi)
    if not pk.draf:
        raise GalatDomain("PK ini sudah ditandatangani. Susun revisi baru untuk mengubahnya.")
    if pk.terbuka:
        raise GalatDomain("Draf PK ini belum diajukan perencana.")
    return pk


def _versi(pk: PerjanjianKinerja, versi: int) -> None:
    if pk.versi != versi:
        pesan = "{oleh} sudah menjalankan langkah lain pada PK ini. Muat ulang halaman, lalu periksa keadaannya."
        raise bentrok(pk.alamat, versi=pk.versi, pesan=pesan)


def _pindah(pk: PerjanjianKinerja, lama: PerjanjianKinerja, tindakan: str, oleh: Any, alasan: str = "") -> None:
    pk.versi = lama.versi + 1
    rekam(pk, oleh=oleh, alamat=pk.alamat, tindakan=tindakan, alasan=alasan, lama=lama)


def _sebut(pk: PerjanjianKinerja) -> str:
    return f"PK {pk.satker.singkatan} {pk.tahun} revisi {pk.revisi}"


def _kabari(pk: PerjanjianKinerja, peran: Peran, jenis: JenisKabar, judul: str, isi: str = "") -> None:
    beri_tahu(
        pengguna_satker(pk.satker, peran),
        jenis=jenis,
        judul=judul,
        isi=isi,
        tautan=f"{reverse('pk', args=[pk.satker.kunci, pk.tahun])}?revisi={pk.revisi}",
        kunci=f"{pk.alamat}/{jenis}/{pk.versi}",
    )
