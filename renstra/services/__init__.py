"""Acts on plans: the Perjanjian Kinerja and the Renstra, drafted as copies, edited, put in force."""

from renstra.services.draf_pk import (
    hapus_draf_pk,
    ikuti_renstra,
    lepas_butir,
    susun_pk,
    susun_revisi_pk,
    tambah_butir,
)
from renstra.services.isi_pk import (
    alamat_target,
    ambil_anggaran,
    hapus_anggaran,
    simpan_anggaran,
    simpan_pihak,
    simpan_rencana,
    simpan_target,
    versi_alamat,
    versi_semua,
)
from renstra.services.tanda_pk import (
    ajukan_pk,
    halangan_ajukan_pk,
    kembalikan_pk,
    tandatangani_pk,
    tarik_pk,
    unggah_pindaian,
)

__all__ = [
    "ajukan_pk",
    "alamat_target",
    "ambil_anggaran",
    "halangan_ajukan_pk",
    "hapus_anggaran",
    "hapus_draf_pk",
    "ikuti_renstra",
    "kembalikan_pk",
    "lepas_butir",
    "simpan_anggaran",
    "simpan_pihak",
    "simpan_rencana",
    "simpan_target",
    "susun_pk",
    "susun_revisi_pk",
    "tambah_butir",
    "tandatangani_pk",
    "tarik_pk",
    "unggah_pindaian",
    "versi_alamat",
    "versi_semua",
]
