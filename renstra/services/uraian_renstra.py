"""What a draft of the Renstra says in words: its texts, vision and mission. Versions are in the trail."""

from __future__ import annotations

from typing import Any

from django.db import transaction

from lakin.jejak.bentrok import bentrok
from lakin.jejak.rekam import rekam
from lakin.jejak.services import catat
from lakin.organisasi.models import Satker
from lakin.web.galat import GalatDomain
from renstra.enums import BagianRenstra, JenisPernyataan
from renstra.models import Pernyataan, RevisiRenstra, UraianRenstra
from renstra.naskah import dari_ketikan
from renstra.services.isi_pk import versi_cocok
from renstra.services.revisi_renstra import alamat_renstra, draf_renstra

TERPANJANG = 40_000
"""Characters of a text."""
PANJANG_PERNYATAAN = 400
VISI_MISI = "visi-misi"
"""What vision and mission are called beside the texts."""
BENTROK = (
    "{oleh} sudah mengubah bagian ini sejak Anda membukanya. Tulisan Anda masih ada di bawah: simpan sekali lagi "
    "untuk menggantikan tulisan itu, yang tetap tersimpan sebagai versi."
)


def alamat_uraian(revisi: RevisiRenstra, bagian: str) -> str:
    """Return the key of a text's trail."""
    return f"{alamat_renstra(revisi)}/uraian/{bagian}"


def alamat_pernyataan(revisi: RevisiRenstra) -> str:
    """Return the key of the trail of vision and mission."""
    return f"{alamat_renstra(revisi)}/{VISI_MISI}"


def simpan_uraian(
    *, satker: Satker, awal: int, nomor: int, bagian: str, teks: str, versi: int, oleh: Any
) -> UraianRenstra:
    """Write one text of a draft; ``versi`` is the version that its writer saw, 0 for a new one."""
    if bagian not in BagianRenstra.values:
        raise GalatDomain("Bagian ini tidak ada pada Renstra. Pilih bagian dari daftar.")
    if len(teks) > TERPANJANG:
        raise GalatDomain(f"Uraian paling panjang {TERPANJANG} karakter. Ringkas atau pindahkan ke bagian lain.")
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        lama = UraianRenstra.objects.select_for_update().filter(revisi=revisi, bagian=bagian).first()
        kini = lama.versi if lama else 0
        alamat = alamat_uraian(revisi, bagian)
        if versi != kini:
            raise bentrok(alamat, versi=kini, pesan=BENTROK)
        baru = UraianRenstra(revisi=revisi, bagian=bagian) if lama is None else UraianRenstra.objects.get(pk=lama.pk)
        baru.isi, baru.versi = dari_ketikan(teks), kini + 1
        rekam(baru, oleh=oleh, alamat=alamat, lama=lama)
    return baru


def simpan_pernyataan(
    *, satker: Satker, awal: int, nomor: int, visi: str, misi: list[str], versi: int, oleh: Any
) -> None:
    """Write vision and missions of a draft; an empty line is none."""
    baru = {JenisPernyataan.VISI.value: [visi], JenisPernyataan.MISI.value: misi}
    bersih = {jenis: [" ".join(x.split()) for x in semua if x.strip()] for jenis, semua in baru.items()}
    for jenis, semua in bersih.items():
        if any(len(x) > PANJANG_PERNYATAAN for x in semua):
            raise GalatDomain(f"Satu pernyataan paling panjang {PANJANG_PERNYATAAN} karakter. Ringkaslah.", medan=jenis)
    with transaction.atomic():
        revisi = draf_renstra(satker, awal, nomor)
        lama = {jenis: [p.isi for p in revisi.pernyataan.filter(jenis=jenis)] for jenis in bersih}
        alamat = alamat_pernyataan(revisi)
        versi_cocok(alamat, versi, kini="; ".join(lama["misi"]), milik="; ".join(bersih["misi"]))
        if lama == bersih:
            return
        revisi.pernyataan.all().delete()
        Pernyataan.objects.bulk_create(
            Pernyataan(revisi=revisi, jenis=jenis, urut=urut, isi=isi)
            for jenis, semua in bersih.items()
            for urut, isi in enumerate(semua, 1)
        )
        # As a tree too, so that its versions are read like those of the other texts.
        isi = dari_ketikan("\n".join(["## Visi", *bersih["visi"], "## Misi", *(f"- {m}" for m in bersih["misi"])]))
        catat(oleh=oleh, tindakan="ubah", alamat=alamat, sebelum=lama, sesudah={**bersih, "isi": isi})
