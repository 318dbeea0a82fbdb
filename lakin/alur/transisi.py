"""Pure table of a triwulan's way: state x action x role, with what each step needs.

Roles and states are plain words here; a test holds them against the table of permissions.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

DRAF, DIAJUKAN, DIKEMBALIKAN = "draf", "diajukan", "dikembalikan"
DIVERIFIKASI, TERKUNCI = "diverifikasi", "terkunci"
AJUKAN, TARIK, KEMBALIKAN, VERIFIKASI, KUNCI = "ajukan", "tarik", "kembalikan", "verifikasi", "kunci"

TERBUKA = frozenset({DRAF, DIKEMBALIKAN})
"""States in which the planner may write."""
SELESAI = frozenset({DIVERIFIKASI, TERKUNCI})
"""States whose facts change only through a correction that was approved."""


@dataclass(frozen=True, slots=True)
class Langkah:
    """One step: from which states it leads where, who takes it, and what it needs."""

    tindakan: str
    dari: frozenset[str]
    ke: str
    peran: frozenset[str]
    perlu_alasan: bool = False
    perlu_lengkap: bool = False


LANGKAH: dict[str, Langkah] = {
    s.tindakan: s
    for s in (
        Langkah(AJUKAN, TERBUKA, DIAJUKAN, frozenset({"perencana"}), perlu_lengkap=True),
        Langkah(TARIK, frozenset({DIAJUKAN}), DRAF, frozenset({"perencana"})),
        Langkah(
            KEMBALIKAN,
            frozenset({DIAJUKAN, DIVERIFIKASI}),
            DIKEMBALIKAN,
            frozenset({"sekretariat"}),
            perlu_alasan=True,
        ),
        Langkah(VERIFIKASI, frozenset({DIAJUKAN}), DIVERIFIKASI, frozenset({"sekretariat"}), perlu_lengkap=True),
        Langkah(KUNCI, frozenset({DIVERIFIKASI}), TERKUNCI, frozenset({"sekretariat"})),
    )
}

_KINI = {
    DRAF: "Triwulan ini masih draf dan belum diajukan.",
    DIAJUKAN: "Triwulan ini sudah diajukan dan menunggu telaah Sekretariat.",
    DIKEMBALIKAN: "Triwulan ini sudah dikembalikan dan menunggu perbaikan perencana.",
    DIVERIFIKASI: "Triwulan ini sudah diverifikasi.",
    TERKUNCI: "Triwulan ini sudah terkunci.",
}


def halangan_langkah(tindakan: str, keadaan: str, *, alasan: str = "") -> str:
    """Return why a step cannot be taken from a state, with the remedy; an empty text where it can."""
    langkah = LANGKAH[tindakan]
    if keadaan not in langkah.dari:
        return f"{_KINI[keadaan]} Muat ulang halaman untuk melihat tindakan yang tersedia."
    if langkah.perlu_alasan and not alasan.strip():
        return "Tuliskan apa yang perlu diperbaiki, agar perencana tahu mengapa isiannya dikembalikan."
    return ""


def tindakan_terbuka(keadaan: str, peran: str) -> tuple[str, ...]:
    """Return the steps that a role may take from a state, in the order of the table."""
    return tuple(s.tindakan for s in LANGKAH.values() if keadaan in s.dari and peran in s.peran)


def boleh_tulis(keadaan: str) -> bool:
    """Tell whether facts of a period in this state may be written."""
    return keadaan in TERBUKA


def alasan_tertutup(keadaan: str) -> str:
    """Return the sentence that tells why a period takes no writes, with the remedy."""
    return {
        DIAJUKAN: "Triwulan ini sudah diajukan. Tarik pengajuannya, atau mintalah Sekretariat mengembalikannya, "
        "bila ada yang perlu diubah.",
        DIVERIFIKASI: "Triwulan ini sudah diverifikasi. Ajukan permintaan koreksi kepada Sekretariat.",
        TERKUNCI: "Triwulan ini sudah terkunci. Ajukan permintaan koreksi kepada Sekretariat.",
    }.get(keadaan, "Triwulan ini belum dibuka. Hubungi Sekretariat.")


def terlewat(kunci_pada: date | None, pengecualian_sampai: date | None, hari_ini: date) -> bool:
    """Tell whether the day on which a period locks has come, and no exception holds it open."""
    if kunci_pada is None or hari_ini < kunci_pada:
        return False
    return pengecualian_sampai is None or hari_ini > pengecualian_sampai


def dikoreksi(keadaan: str, koreksi_sampai: date | None, hari_ini: date) -> bool:
    """Tell whether an approved correction lets a finished period be written today."""
    return keadaan in SELESAI and koreksi_sampai is not None and hari_ini <= koreksi_sampai
