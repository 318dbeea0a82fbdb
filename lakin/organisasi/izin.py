"""Who may do what: one table from role to permissions. No Django model is read here."""

from __future__ import annotations

from enum import StrEnum

from lakin.organisasi.enums import Peran


class Izin(StrEnum):
    """Everything that a view may ask for."""

    LIHAT_SATKER = "lihat_satker"
    LIHAT_RINGKAS = "lihat_ringkas"
    LIHAT_ISIAN = "lihat_isian"
    """Values from the moment that they are typed; others wait until they are handed in, or verified."""
    ISI_REALISASI = "isi_realisasi"
    LIHAT_LAPORAN = "lihat_laporan"
    LIHAT_DRAF = "lihat_draf"
    CETAK_LAPORAN = "cetak_laporan"
    LIHAT_JEJAK = "lihat_jejak"
    TULIS_NARASI = "tulis_narasi"
    SUSUN_PK = "susun_pk"
    TANDATANGANI_PK = "tandatangani_pk"
    SUSUN_RENSTRA = "susun_renstra"
    TETAPKAN_RENSTRA = "tetapkan_renstra"
    MULAI_TAHUN = "mulai_tahun"
    AJUKAN_LAPORAN = "ajukan_laporan"
    KEMBALIKAN_LAPORAN = "kembalikan_laporan"
    SAHKAN_LAPORAN = "sahkan_laporan"
    AJUKAN_TRIWULAN = "ajukan_triwulan"
    REVIU = "reviu"
    ATUR_REVIU = "atur_reviu"
    TELAAH = "telaah"
    BAHAS_TELAAH = "bahas_telaah"
    """Read what was handed in side by side, and take part in its discussion."""
    BANDINGKAN = "bandingkan"
    """Put satkers side by side, whether or not the comparison is released to them."""
    KELOLA_PERIODE = "kelola_periode"
    KELOLA = "kelola"


MILIK_SENDIRI: dict[Peran, frozenset[Izin]] = {
    Peran.PERENCANA: frozenset(
        {
            Izin.LIHAT_SATKER,
            Izin.LIHAT_RINGKAS,
            Izin.LIHAT_ISIAN,
            Izin.ISI_REALISASI,
            Izin.LIHAT_LAPORAN,
            Izin.LIHAT_DRAF,
            Izin.CETAK_LAPORAN,
            Izin.LIHAT_JEJAK,
            Izin.TULIS_NARASI,
            Izin.SUSUN_PK,
            Izin.SUSUN_RENSTRA,
            Izin.MULAI_TAHUN,
            Izin.AJUKAN_LAPORAN,
            Izin.AJUKAN_TRIWULAN,
            Izin.BAHAS_TELAAH,
        }
    ),
    Peran.KEPALA: frozenset(
        {
            Izin.LIHAT_SATKER,
            Izin.LIHAT_RINGKAS,
            Izin.LIHAT_ISIAN,
            Izin.LIHAT_LAPORAN,
            Izin.LIHAT_DRAF,
            Izin.CETAK_LAPORAN,
            Izin.LIHAT_JEJAK,
            Izin.TANDATANGANI_PK,
            Izin.TETAPKAN_RENSTRA,
            Izin.KEMBALIKAN_LAPORAN,
            Izin.SAHKAN_LAPORAN,
            Izin.BAHAS_TELAAH,
        }
    ),
}
"""What a role may do at the satker that it is assigned to."""

SEMUA_SATKER: dict[Peran, frozenset[Izin]] = {
    Peran.SEKRETARIAT: frozenset(
        {
            Izin.LIHAT_SATKER,
            Izin.LIHAT_RINGKAS,
            Izin.BANDINGKAN,
            Izin.LIHAT_LAPORAN,
            Izin.LIHAT_DRAF,
            Izin.CETAK_LAPORAN,
            Izin.LIHAT_JEJAK,
            Izin.TELAAH,
            Izin.BAHAS_TELAAH,
            Izin.KELOLA_PERIODE,
            Izin.ATUR_REVIU,
        }
    ),
    # The reviu is parallel to the making of the report: the APIP reads drafts, and writes nothing but the reviu.
    Peran.APIP: frozenset(
        {
            Izin.LIHAT_SATKER,
            Izin.LIHAT_RINGKAS,
            Izin.BANDINGKAN,
            Izin.LIHAT_LAPORAN,
            Izin.LIHAT_DRAF,
            Izin.CETAK_LAPORAN,
            Izin.LIHAT_JEJAK,
            Izin.REVIU,
        }
    ),
    Peran.AUDITOR: frozenset(
        {Izin.LIHAT_SATKER, Izin.LIHAT_RINGKAS, Izin.BANDINGKAN, Izin.LIHAT_LAPORAN, Izin.LIHAT_JEJAK}
    ),
    Peran.ADMINISTRATOR: frozenset({Izin.KELOLA, Izin.LIHAT_RINGKAS}),
}
"""What a role may do at every satker."""
