"""Pure table of states: in which state whose writes are taken."""

TERBUKA = frozenset({"draf", "dikembalikan"})
"""States in which the planner may still write."""


def boleh_tulis(keadaan: str) -> bool:
    """Tell whether facts of a period in this state may be written."""
    return keadaan in TERBUKA


def alasan_tertutup(keadaan: str) -> str:
    """Return the sentence that tells why a period takes no writes, with the remedy."""
    return {
        "diajukan": "Triwulan ini sudah diajukan. Mintalah Sekretariat mengembalikannya bila ada yang perlu diubah.",
        "diverifikasi": "Triwulan ini sudah diverifikasi. Ajukan permintaan koreksi kepada Sekretariat.",
        "terkunci": "Triwulan ini sudah terkunci. Ajukan permintaan koreksi kepada Sekretariat.",
    }.get(keadaan, "Triwulan ini belum dibuka. Hubungi Sekretariat.")
