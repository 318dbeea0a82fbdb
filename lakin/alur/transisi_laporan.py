"""Pure table of a report's way: state x action x role, with what each step needs.

Roles and states are plain words here; a test holds them against the table of permissions.
"""

from __future__ import annotations

from lakin.alur.transisi import Langkah

DRAF, DIAJUKAN, DIKEMBALIKAN, DISAHKAN = "draf", "diajukan", "dikembalikan", "disahkan"
AJUKAN, TARIK, KEMBALIKAN, SAHKAN, BUKA = "ajukan", "tarik", "kembalikan", "sahkan", "buka"

TERBUKA = frozenset({DRAF, DIKEMBALIKAN})
"""States in which the report's texts may be written."""

LANGKAH: dict[str, Langkah] = {
    s.tindakan: s
    for s in (
        Langkah(AJUKAN, TERBUKA, DIAJUKAN, frozenset({"perencana"}), perlu_lengkap=True),
        Langkah(TARIK, frozenset({DIAJUKAN}), DRAF, frozenset({"perencana"})),
        Langkah(KEMBALIKAN, frozenset({DIAJUKAN}), DIKEMBALIKAN, frozenset({"kepala"}), perlu_alasan=True),
        Langkah(SAHKAN, frozenset({DIAJUKAN}), DISAHKAN, frozenset({"kepala"}), perlu_lengkap=True),
        Langkah(BUKA, frozenset({DISAHKAN}), DRAF, frozenset({"kepala"}), perlu_alasan=True),
    )
}

_SUDAH = {
    DRAF: "Laporan ini masih draf. Ajukan laporan lebih dahulu.",
    DIAJUKAN: "Laporan ini sudah diajukan. Tarik pengajuan itu bila ada yang perlu diubah.",
    DIKEMBALIKAN: "Laporan ini sudah dikembalikan. Tunggu sampai perencana mengajukannya kembali.",
    DISAHKAN: "Laporan ini sudah disahkan, sehingga tidak dapat diajukan, ditarik, atau dikembalikan lagi.",
}


def halangan_langkah(tindakan: str, keadaan: str, *, alasan: str = "") -> str:
    """Return why a step cannot be taken from a state, with the remedy; an empty text where it can."""
    langkah = LANGKAH[tindakan]
    if keadaan not in langkah.dari:
        return _SUDAH[keadaan]
    if langkah.perlu_alasan and not alasan.strip():
        return "Tuliskan alasannya, agar perencana tahu apa yang perlu diperbaiki."
    return ""


def tindakan_terbuka(keadaan: str, peran: str) -> tuple[str, ...]:
    """Return the steps that a role may take from a state, in the order of the table."""
    return tuple(s.tindakan for s in LANGKAH.values() if keadaan in s.dari and peran in s.peran)


def alasan_tak_tertulis(keadaan: str) -> str:
    """Return why a report in this state takes no writing, with the remedy; an empty text where it does."""
    return {
        DIAJUKAN: "Laporan ini sudah diajukan, sehingga isinya hanya dapat dibaca. "
        "Tarik pengajuannya, atau mintalah kepala mengembalikannya, bila ada yang perlu diubah.",
        DISAHKAN: "Laporan ini sudah disahkan, sehingga isinya hanya dapat dibaca.",
    }.get(keadaan, "")
