"""What the race's editors share: its chances, and what they saw."""

from __future__ import annotations

import threading
from collections import Counter
from dataclasses import dataclass, field

DUA_KALI, DIPUTUS = 0.30, 0.10
"""Chances that a request is sent twice, and that its answer is lost."""
COBA_LAGI = 8
KUE = "sessionid"


@dataclass
class Tulisan:
    """One value of a writer: the cell, what it saw there, what it wrote, and how many of its keys may have written it.

    A page that got no answer and then hears of another's value asks, and sends its own again under a new key.
    """

    sel: tuple[str, int]
    terlihat: str
    nilai: str
    kunci: int = 1


@dataclass
class Catatan:
    """What the editors saw; shared, guarded by its lock."""

    kunci: threading.Lock = field(default_factory=threading.Lock)
    tulis: int = 0
    diterima: list[Tulisan] = field(default_factory=list)
    diragukan: list[Tulisan] = field(default_factory=list)
    halaman: int = 0
    """Writes that Chromium pages had acknowledged."""
    jawaban: Counter[str] = field(default_factory=Counter)
    ms: list[float] = field(default_factory=list)

    def giliran(self, sampai: int) -> int:
        """Take the next number, 0 when all are taken."""
        with self.kunci:
            if self.tulis >= sampai:
                return 0
            self.tulis += 1
            return self.tulis
