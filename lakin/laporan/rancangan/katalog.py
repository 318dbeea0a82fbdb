"""The drafts of the outline, each place once: the one list of all patterns."""

from __future__ import annotations

from lakin.laporan.rancangan import analisis_perkembangan as perkembangan
from lakin.laporan.rancangan import analisis_posisi as posisi
from lakin.laporan.rancangan import analisis_unsur as unsur
from lakin.laporan.rancangan import (
    bab1,
    bab2,
    bab4,
    bab4_kendala,
    ikhtisar,
    pengantar,
    putusan,
    sumber_daya,
    triwulan,
    tujuan,
)
from lakin.laporan.rancangan import hasil_indikator as hasil
from lakin.laporan.rancangan import kendala_indikator as kendala
from lakin.laporan.rancangan.deklarasi import Rancangan

KATALOG: tuple[Rancangan, ...] = (
    Rancangan(
        "narasi:kata_pengantar",
        (
            (pengantar.ArtiLaporan(), pengantar.DasarLaporan()),
            (pengantar.RingkasPengantar(), pengantar.UcapanPengantar()),
        ),
    ),
    Rancangan(
        "narasi:ikhtisar",
        (
            (ikhtisar.HasilTahun(), ikhtisar.Terlambat(), ikhtisar.RentangCapaian(), ikhtisar.NilaiResmiTahun()),
            (ikhtisar.GerakTahunan(), ikhtisar.SisaJangkaMenengah()),
            (ikhtisar.BelanjaTahun(), ikhtisar.PenerimaanTahun(), ikhtisar.EfisiensiTahun()),
            (ikhtisar.Pelajaran(),),
        ),
    ),
    Rancangan("narasi:bab1_tugas", ((bab1.Kedudukan(), bab1.LayananJasa(), bab1.Pegawai()),)),
    Rancangan(
        "narasi:bab1_isu",
        ((bab1.PeranIsu(),), (bab1.ArahPenerimaan(), bab1.TumpuanLayanan(), bab1.IsuRenstra())),
    ),
    Rancangan(
        "narasi:bab2_visi",
        (
            (bab2.RenstraBerlaku(), bab2.ArahVisi(), bab2.SasaranPerspektif()),
            (bab2.UkuranKunci(), bab2.Penggantian(), bab2.ArahKebijakan()),
        ),
    ),
    Rancangan(
        "narasi:tujuan_{kode}",
        (
            (
                tujuan.TujuanTanpaCapaian(),
                tujuan.RataTujuan(),
                tujuan.TujuanBelumTercapai(),
                tujuan.RentangTujuan(),
            ),
            (tujuan.GerakTujuan(), tujuan.TujuanJangkaMenengah(), tujuan.ArtiTujuan()),
        ),
    ),
    Rancangan(
        "uraian:hasil",
        (
            (
                putusan.BelumAda(),
                hasil.PerusahaanMitra(),
                hasil.RincianMitra(),
                hasil.PerusahaanTerfasilitasi(),
                hasil.PertumbuhanLayanan(),
                hasil.ProdukDalamNegeri(),
                hasil.Rekomendasi(),
                hasil.IndeksSurvei(),
                hasil.Komponen(),
                hasil.Dicatat(),
                putusan.Putusan(),
                putusan.TanpaCapaian(),
                putusan.Predikat(),
                hasil.TercapaiLebihAwal(),
                hasil.FisikMendahului(),
                hasil.FisikTersusul(),
            ),
        ),
    ),
    Rancangan(
        "uraian:analisis",
        (
            (
                perkembangan.Menunggu(),
                perkembangan.UkuranBaru(),
                perkembangan.Perkembangan(),
                perkembangan.LajuPertumbuhan(),
                perkembangan.TargetBergeser(),
                perkembangan.TargetKiniTercapai(),
            ),
            (
                unsur.SumbanganLayanan(),
                unsur.LayananMenurun(),
                unsur.RentangMitra(),
                unsur.MitraBerulang(),
                unsur.NilaiResmi(),
                unsur.UnsurTerlemah(),
                unsur.BagianTerbesar(),
                unsur.LayananDiBawahTarget(),
                unsur.BelanjaImpor(),
                unsur.BidangRekomendasi(),
                sumber_daya.Sebab(),
                sumber_daya.SebabBerlipat(),
                sumber_daya.SebabBerubah(),
            ),
            (posisi.JangkaMenengah(), posisi.Peringkat(), posisi.AcuanTercatat()),
            (sumber_daya.KegiatanPendukung(), sumber_daya.BiayaSatuan()),
        ),
    ),
    Rancangan("uraian:kendala", ((kendala.TanpaKendala(), kendala.SedikitKendala(), kendala.BanyakKendala()),)),
    Rancangan(
        "uraian:tindak_lanjut",
        (
            (kendala.Dipertahankan(), kendala.SedikitTindakLanjut(), kendala.BanyakTindakLanjut()),
            (kendala.TargetTahunDepan(),),
        ),
    ),
    Rancangan(
        "narasi:bab4_kesimpulan",
        ((bab4.PutusanAkhir(), bab4.TujuanAkhir(), bab4.SumberDayaAkhir()), (bab4.ArtiAkhir(),)),
    ),
    Rancangan(
        "narasi:bab4_kendala",
        (
            (
                bab4_kendala.TargetTertinggal(),
                bab4_kendala.HasilMenurun(),
                bab4_kendala.LayananMelemah(),
                bab4_kendala.SisaRenstra(),
            ),
            (bab4_kendala.SerapanRendah(), bab4_kendala.KegiatanLambat(), bab4_kendala.KendalaUmum()),
        ),
    ),
    Rancangan("narasi:bab4_rekomendasi", ((bab4_kendala.Saran(),), (bab4_kendala.SaranLain(),))),
)

KATALOG_TRIWULAN: tuple[Rancangan, ...] = (
    Rancangan("narasi:kata_pengantar", ((triwulan.PengantarTriwulan(),),)),
    Rancangan("narasi:bab1_latar", ((triwulan.LatarTriwulan(),),)),
    Rancangan("uraian:hasil", ((triwulan.KemajuanFisik(), triwulan.NilaiSementara(), triwulan.KegiatanTriwulan()),)),
    Rancangan("uraian:kendala", ((triwulan.KendalaTriwulan(),),)),
    Rancangan("uraian:tindak_lanjut", ((triwulan.LangkahTriwulan(),),)),
    Rancangan("narasi:bab3_kendala", ((triwulan.IndikatorTertinggal(),),)),
    Rancangan("narasi:bab3_tindak_lanjut", ((triwulan.LangkahUmum(),),)),
    Rancangan("narasi:bab3_rencana", ((triwulan.RencanaBerikut(),),)),
    Rancangan("narasi:bab4_kesimpulan", ((triwulan.RataFisik(), triwulan.SimpulanTriwulan()),)),
)
"""The same for the report of a triwulan, which has an outline of its own."""
