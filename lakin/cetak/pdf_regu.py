"""A team of processes that lay out pieces, and the same work in this process where one is enough."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping
from concurrent.futures import Future
from contextlib import suppress
from dataclasses import dataclass, field
from queue import PriorityQueue
from types import TracebackType
from typing import IO, Protocol, Self

from lakin.cetak.pdf_kerja import dari_bytes
from lakin.cetak.pdf_tata import TANPA_FOTO, SumberDitolak, Tertata, tata
from lakin.cetak.pesan import AKAR, kirim, terima

PROSES = 2


class GagalTata(RuntimeError):
    """A process of the team could not lay a piece out."""


class Penata(Protocol):
    """Who lays out: takes a piece, promises the result."""

    def tata(self, html: str, gaya: tuple[str, ...], foto: Mapping[str, bytes] = TANPA_FOTO) -> Future[Tertata]: ...

    def __enter__(self) -> Self: ...

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None: ...


def jumlah_proses() -> int:
    """How many processes are worth starting here."""
    return min(PROSES, len(os.sched_getaffinity(0)))


class Sendiri:
    """Lays out in this process, one piece after the other, when its result is asked for."""

    def tata(self, html: str, gaya: tuple[str, ...], foto: Mapping[str, bytes] = TANPA_FOTO) -> Future[Tertata]:
        return _Nanti(lambda: tata(html, gaya, foto))

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        return None


class _Nanti(Future[Tertata]):
    """Computed when it is asked for, so that progress and cancelling come between two pieces."""

    def __init__(self, hitung: Callable[[], Tertata]) -> None:
        super().__init__()
        self._hitung: Callable[[], Tertata] | None = hitung

    def mulai(self) -> None:
        """Do the work, once."""
        hitung, self._hitung = self._hitung, None
        if hitung:
            try:
                self.set_result(hitung())
            except Exception as galat:
                self.set_exception(galat)

    def result(self, timeout: float | None = None) -> Tertata:
        self.mulai()
        return super().result(timeout)


@dataclass(frozen=True, slots=True, order=True)
class _Tugas:
    urutan: tuple[int, int]
    html: str = field(default="", compare=False)
    gaya: tuple[str, ...] = field(default=(), compare=False)
    foto: Mapping[str, bytes] = field(default_factory=dict, compare=False)
    janji: Future[Tertata] | None = field(default=None, compare=False)
    """None: nothing more will come."""


class Regu:
    """Processes of ``pdf_kerja``, started as pieces come; the longest piece that waits goes first."""

    def __init__(self, jumlah: int) -> None:
        self._jumlah = jumlah
        self._antre: PriorityQueue[_Tugas] = PriorityQueue()
        self._urut = 0
        self._proses: dict[int, subprocess.Popen[bytes]] = {}
        self._benang: list[threading.Thread] = []
        self._kunci = threading.Lock()
        self._putus = False

    def tata(self, html: str, gaya: tuple[str, ...], foto: Mapping[str, bytes] = TANPA_FOTO) -> Future[Tertata]:
        janji: Future[Tertata] = Future()
        self._urut += 1
        self._antre.put(_Tugas((-len(html), self._urut), html, gaya, foto, janji))
        if len(self._benang) < self._jumlah:
            self._benang.append(threading.Thread(target=self._layani, args=(len(self._benang),), daemon=True))
            self._benang[-1].start()
        return janji

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        """End every process: at once where the work was broken off."""
        if galat is not None:
            with self._kunci:
                self._putus = True
                for proses in self._proses.values():
                    proses.kill()
        for _ in self._benang:
            self._antre.put(_Tugas((1, 0)))
        for benang in self._benang:
            benang.join()

    def _layani(self, nomor: int) -> None:
        try:
            while (janji := (tugas := self._antre.get()).janji) is not None:
                try:
                    # A process that was killed (short of memory, say) is replaced once.
                    jawab = self._tanya(nomor, tugas) or self._tanya(nomor, tugas)
                    janji.set_result(_baca(jawab))
                except Exception as galat:
                    janji.set_exception(galat)
        finally:
            self._tutup(nomor)

    def _tanya(self, nomor: int, tugas: _Tugas) -> list[bytes] | None:
        proses = self._buka(nomor)
        try:
            perintah = json.dumps({"gaya": tugas.gaya, "foto": list(tugas.foto)}).encode()
            kirim(_pipa(proses.stdin), perintah, tugas.html.encode(), *tugas.foto.values())
            jawab = terima(_pipa(proses.stdout))
        except OSError:
            jawab = None
        if jawab is None:
            self._tutup(nomor)
        return jawab

    def _buka(self, nomor: int) -> subprocess.Popen[bytes]:
        with self._kunci:
            if self._putus:
                raise GagalTata("Penataan halaman dihentikan.")
            if nomor not in self._proses:
                self._proses[nomor] = subprocess.Popen(
                    [sys.executable, "-m", "lakin.cetak.pdf_kerja"],
                    cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
                )  # fmt: skip
            return self._proses[nomor]

    def _tutup(self, nomor: int) -> None:
        with self._kunci:
            proses = self._proses.pop(nomor, None)
        if proses:
            with suppress(OSError):
                _pipa(proses.stdin).close()
            _pipa(proses.stdout).close()
            proses.wait()


def _pipa(pipa: IO[bytes] | None) -> IO[bytes]:
    assert pipa is not None
    return pipa


def _baca(jawab: list[bytes] | None) -> Tertata:
    if jawab is None:
        raise GagalTata("Proses penata halaman berhenti sebelum selesai.")
    if jawab[0] == b"ok":
        return dari_bytes(jawab[1], jawab[2])
    jenis = SumberDitolak if jawab[0] == b"ditolak" else GagalTata
    raise jenis(jawab[1].decode())
