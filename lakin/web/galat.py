"""Errors of the domain: whole Indonesian sentences with their remedy, turned into messages in one place."""

from __future__ import annotations

from datetime import datetime


class GalatDomain(Exception):
    """Something that a person asked for cannot be done; ``pesan`` says why and how to mend it."""

    def __init__(self, pesan: str, *, medan: str = "") -> None:
        super().__init__(pesan)
        self.pesan = pesan
        self.medan = medan


class GalatMedan(GalatDomain):
    """Several fields of one thing are wrong: field -> sentence."""

    def __init__(self, masalah: dict[str, str]) -> None:
        super().__init__(" ".join(masalah.values()))
        self.masalah = masalah


class Bentrok(GalatDomain):
    """Somebody else changed the same thing since it was read; carries both sides."""

    def __init__(self, *, kini: str, milik: str, oleh: str, pada: datetime | None, versi: int) -> None:
        super().__init__(
            f"{oleh or 'Pengguna lain'} sudah mengubah isian ini menjadi {kini or 'kosong'}. "
            f"Isian Anda: {milik or 'kosong'}. Pilih salah satu."
        )
        self.kini = kini
        self.milik = milik
        self.oleh = oleh
        self.pada = pada
        self.versi = versi
