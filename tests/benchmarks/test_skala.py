"""Comparison and roll-up over made-up satkers, small; the ministry's size is ``python -m tests.benchmarks.skala``."""

from __future__ import annotations

from typing import Any

from tests.benchmarks.skala import ukur


def test_skala(benchmark: Any) -> None:
    """Printed, never asserted."""
    hasil = benchmark.pedantic(ukur, args=(20, 2, 20, 5, 1), rounds=1, iterations=1)
    print("\n" + "\n".join(f"{nama:36} {isi}" for nama, isi in hasil.items()))
    benchmark.extra_info |= hasil
