"""Register of what can be run: one handler for each kind of job."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol


class Lapor(Protocol):
    """Tell how far the work is; raises ``Berhenti`` when it should stop."""

    def __call__(self, selesai: int, total: int, keterangan: str = "") -> None: ...


Penangan = Callable[[dict[str, Any], Lapor], str | None]


class Berhenti(Exception):
    """The job was cancelled or another worker holds it now: stop, write nothing."""


class PekerjaanGagal(Exception):
    """A failure whose sentence is meant for the person who asked."""


_daftar: dict[str, Penangan] = {}


def pekerjaan(jenis: str) -> Callable[[Penangan], Penangan]:
    """Name a handler; it gets the arguments and ``lapor``, and may return where its result is.

    A handler must bear being run twice, and must not hold a transaction open
    around its calls of ``lapor``.
    """

    def daftarkan(penangan: Penangan) -> Penangan:
        if _daftar.setdefault(jenis, penangan) is not penangan:
            raise ValueError(f"two handlers for the job {jenis!r}")
        return penangan

    return daftarkan


def penangan(jenis: str) -> Penangan:
    """Return the handler of a kind; KeyError when no app has one."""
    return _daftar[jenis]
