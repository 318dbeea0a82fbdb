"""A process that draws charts and ends with the report: the drawing engine alone holds a hundred MiB.

``python -m lakin.cetak.svg_kerja``: a chart in (pickled by our own process), SVG out, until its input ends.
"""

from __future__ import annotations

import pickle
import subprocess
import sys
from contextlib import suppress
from types import TracebackType
from typing import Self

from lakin.cetak.pesan import AKAR, kirim, terima
from lakin.cetak.svg import gambar_svg
from lakin.dokumen.grafik import Bagan


class Pelukis:
    """Draws in a process of its own, started with the first chart; where that one fails, in this process."""

    def __init__(self) -> None:
        self._proses: subprocess.Popen[bytes] | None = None

    def lukis(self, bagan: Bagan) -> str:
        """The SVG of a chart."""
        if self._proses is None:
            self.mulai()
        proses = self._proses
        assert proses is not None
        assert proses.stdin is not None
        assert proses.stdout is not None
        try:
            kirim(proses.stdin, pickle.dumps(bagan))
            jawab = terima(proses.stdout)
        except OSError:
            jawab = None
        return jawab[0].decode() if jawab else gambar_svg(bagan)

    def mulai(self) -> None:
        """Start the process, which takes a while to be ready."""
        self._proses = subprocess.Popen(
            [sys.executable, "-m", "lakin.cetak.svg_kerja"],
            cwd=AKAR, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, jenis: type[BaseException] | None, galat: BaseException | None, jejak: TracebackType | None
    ) -> None:
        if proses := self._proses:
            self._proses = None
            proses.kill()
            proses.wait()
            for pipa in (proses.stdin, proses.stdout):
                if pipa:
                    with suppress(OSError):
                        pipa.close()


def utama() -> None:
    """Answer each chart with its drawing; a chart that cannot be drawn ends the process."""
    masuk, keluar = sys.stdin.buffer, sys.stdout.buffer
    sys.stdout = sys.stderr  # whatever a library prints stays out of the messages
    while (pesan := terima(masuk)) is not None:
        kirim(keluar, gambar_svg(pickle.loads(pesan[0])).encode())  # our parent's own object


if __name__ == "__main__":
    utama()
