"""Addresses of planning."""

from django.urls import path

from renstra import (
    views,
    views_cetak,
    views_isi_pk,
    views_katalog,
    views_kegiatan,
    views_pendanaan,
    views_renstra,
    views_tanda_pk,
    views_uraian,
)

PK = "<str:satker>/<int:tahun>/pk/"
SATU = f"{PK}<int:revisi>/"
RENSTRA = "<str:satker>/renstra/"
REVISI = f"{RENSTRA}<int:awal>/<int:nomor>/"

urlpatterns = [
    path("katalog/", views_katalog.daftar_katalog, name="daftar_katalog"),
    path("katalog/<slug:kunci>/", views_katalog.satu_katalog, name="satu_katalog"),
    path("pendanaan/", views_pendanaan.pendanaan, name="pendanaan_unit"),
    path(PK, views.pk, name="pk"),
    path(f"{PK}susun/", views.susun_pk, name="susun_pk"),
    path(f"{PK}banding/", views_tanda_pk.bandingkan_pk, name="banding_pk"),
    path(f"{SATU}target/", views.simpan_target, name="simpan_target"),
    path(f"{SATU}indikator/", views.ubah_butir, name="ubah_butir_pk"),
    path(f"{SATU}hapus/", views.hapus_draf_pk, name="hapus_draf_pk"),
    path(f"{SATU}rencana/", views_isi_pk.rencana_pk, name="rencana_pk"),
    path(f"{SATU}rencana/simpan/", views_isi_pk.simpan_rencana, name="simpan_rencana_pk"),
    path(f"{SATU}naskah/", views_isi_pk.naskah_pk, name="naskah_pk"),
    path(f"{SATU}pihak/", views_isi_pk.simpan_pihak, name="simpan_pihak_pk"),
    path(f"{SATU}anggaran/", views_isi_pk.ubah_anggaran, name="ubah_anggaran_pk"),
    path(f"{SATU}ajukan/", views_tanda_pk.ajukan_pk, name="ajukan_pk"),
    path(f"{SATU}tarik/", views_tanda_pk.tarik_pk, name="tarik_pk"),
    path(f"{SATU}kembalikan/", views_tanda_pk.kembalikan_pk, name="kembalikan_pk"),
    path(f"{SATU}tandatangani/", views_tanda_pk.tandatangani_pk, name="tandatangani_pk"),
    path(f"{SATU}pk.pdf", views_tanda_pk.unduh_pk, name="unduh_pk"),
    path(f"{SATU}pindaian/", views_tanda_pk.pindaian_pk, name="pindaian_pk"),
    path(f"{SATU}pindaian/unggah/", views_tanda_pk.unggah_pindaian, name="unggah_pindaian_pk"),
    path(RENSTRA, views_renstra.daftar_renstra, name="daftar_renstra"),
    path(f"{RENSTRA}susun/", views_renstra.susun, name="susun_renstra"),
    path(f"{RENSTRA}mulai/", views_renstra.mulai, name="mulai_renstra"),
    path(REVISI, views_renstra.revisi, name="revisi_renstra"),
    path(f"{REVISI}banding/", views_renstra.banding, name="banding_renstra"),
    path(f"{REVISI}berlakukan/", views_renstra.berlakukan, name="berlakukan_renstra"),
    path(f"{REVISI}hapus/", views_renstra.hapus_draf, name="hapus_draf_renstra"),
    path(f"{REVISI}kegiatan/", views_kegiatan.kegiatan_renstra, name="kegiatan_renstra"),
    path(f"{REVISI}kegiatan/<str:kode>/<int:urut>/", views_kegiatan.ubah_kegiatan, name="ubah_kegiatan"),
    path(f"{REVISI}kegiatan/<str:kode>/<int:urut>/hapus/", views_kegiatan.buang_kegiatan, name="hapus_kegiatan"),
    path(f"{REVISI}naskah/", views_cetak.naskah_renstra, name="naskah_renstra"),
    path(f"{REVISI}naskah/<slug:bentuk>/", views_cetak.unduh_renstra, name="unduh_renstra"),
    path(f"{REVISI}uraian/", views_uraian.uraian_renstra, name="uraian_renstra"),
    path(f"{REVISI}uraian/visi-misi/", views_uraian.tulis_pernyataan, name="tulis_pernyataan"),
    path(f"{REVISI}daftar/<slug:daftar>/tulis/", views_uraian.tulis_daftar, name="tulis_daftar_renstra"),
    path(f"{REVISI}uraian/<slug:bagian>/", views_uraian.tulis_uraian, name="tulis_uraian_renstra"),
    path(f"{REVISI}<slug:jenis>/<str:kode>/", views_renstra.ubah, name="ubah_renstra"),
    path(f"{REVISI}<slug:jenis>/<str:kode>/hentikan/", views_renstra.hentikan, name="hentikan_renstra"),
]
