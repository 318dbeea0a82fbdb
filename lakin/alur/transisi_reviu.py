"""Pure table of a reviu's way: state x action x role, with what each step needs.

Roles and states are plain words here; a test holds them against the table of permissions.
"""

from __future__ import annotations

from lakin.alur.transisi import Langkah

BELUM, BERJALAN, DISAMPAIKAN, SELESAI = "belum", "berjalan", "disampaikan", "selesai"
MULAI, SAMPAIKAN, TANDATANGANI, BUKA = "mulai", "sampaikan", "tandatangani", "buka"

TERBUKA = frozenset({BERJALAN, DISAMPAIKAN})
"""States in which the working paper may be written."""

_APIP = frozenset({"apip"})
LANGKAH: dict[str, Langkah] = {
    s.tindakan: s
    for s in (
        Langkah(MULAI, frozenset({BELUM}), BERJALAN, _APIP),
        # Notes go out in as many rounds as it takes.
        Langkah(SAMPAIKAN, TERBUKA, DISAMPAIKAN, _APIP),
        Langkah(TANDATANGANI, TERBUKA, SELESAI, _APIP, perlu_lengkap=True),
        Langkah(BUKA, frozenset({SELESAI}), BERJALAN, _APIP, perlu_alasan=True),
    )
}

_KINI = {
    BELUM: "Reviu laporan ini belum dimulai. Mulai reviu lebih dahulu.",
    BERJALAN: "Reviu laporan ini sedang berjalan.",
    DISAMPAIKAN: "Catatan reviu laporan ini sudah disampaikan.",
    SELESAI: "Pernyataan telah direviu sudah ditandatangani. Cabut pernyataan itu bila reviu perlu diubah.",
}


def halangan_langkah(tindakan: str, keadaan: str, *, alasan: str = "") -> str:
    """Return why a step cannot be taken from a state, with the remedy; an empty text where it can."""
    langkah = LANGKAH[tindakan]
    if keadaan not in langkah.dari:
        return f"{_KINI[keadaan]} Muat ulang halaman untuk melihat tindakan yang tersedia."
    if langkah.perlu_alasan and not alasan.strip():
        return "Tuliskan mengapa pernyataan ini dicabut."
    return ""


def tindakan_terbuka(keadaan: str, peran: str) -> tuple[str, ...]:
    """Return the steps that a role may take from a state, in the order of the table."""
    return tuple(s.tindakan for s in LANGKAH.values() if keadaan in s.dari and peran in s.peran)


def alasan_tak_tertulis(keadaan: str) -> str:
    """Return why the working paper takes no writing in this state, with the remedy; an empty text where it does."""
    return "" if keadaan in TERBUKA else _KINI[keadaan]
