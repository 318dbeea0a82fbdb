"""A small load generator: keep-alive connections from a few threads, medians of several turns."""

from __future__ import annotations

import http.client
import threading
import time
from statistics import median


def permintaan_per_detik(alamat: tuple[str, int], jalur: str, kepala: dict[str, str], detik: float = 2.0) -> float:
    """Requests per second of one path, over four keep-alive connections."""
    jumlah: list[int] = []
    selesai = time.perf_counter() + detik

    def tekan() -> None:
        sambungan = http.client.HTTPConnection(*alamat)
        n = 0
        while time.perf_counter() < selesai:
            sambungan.request("GET", jalur, headers=kepala)
            jawab = sambungan.getresponse()
            jawab.read()
            assert jawab.status == 200, f"{jalur} menjawab {jawab.status}"
            n += 1
        jumlah.append(n)
        sambungan.close()

    benang = [threading.Thread(target=tekan) for _ in range(4)]
    for b in benang:
        b.start()
    for b in benang:
        b.join()
    return sum(jumlah) / detik


def bergiliran(
    alamat: tuple[str, int], jalur: dict[str, str], kepala: dict[str, str], putaran: int = 5
) -> dict[str, float]:
    """Measure the paths in turn, so that a noisy moment meets all of them; medians by name."""
    hasil: dict[str, list[float]] = {nama: [] for nama in jalur}
    for _ in range(putaran):
        for nama, satu in jalur.items():
            hasil[nama].append(permintaan_per_detik(alamat, satu, kepala))
    return {nama: median(nilai) for nama, nilai in hasil.items()}
