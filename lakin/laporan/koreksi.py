"""The corrections of a year as the report tells them: frozen with it, each figure from what to what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from decimal import Decimal, InvalidOperation
from typing import Any

from django.utils import timezone

from lakin.alur.models import Koreksi
from lakin.alur.selectors import triwulan_tertutup
from lakin.angka import Tiada
from lakin.jejak.models import Jejak
from lakin.laporan.konteks import KoreksiLaporan, UbahanKoreksi
from lakin.organisasi.models import Satker
from lakin.pengukuran.koreksi import jejak_koreksi
from lakin.pengukuran.selectors_bukti import kode_alamat, sebutan_alamat

Isi = Decimal | Tiada | str


def koreksi_laporan(satker: Satker, tahun: int, triwulan: int, pengguna: Any = None) -> tuple[KoreksiLaporan, ...]:
    """Return the approved corrections until a triwulan, oldest first; with ``pengguna`` what that person may see."""
    tertutup = triwulan_tertutup(pengguna, satker)
    semua = Koreksi.objects.filter(
        periode__satker=satker, periode__tahun=tahun, periode__triwulan__lte=triwulan, jejak_awal__isnull=False
    ).select_related("periode__satker")
    return tuple(
        _koreksi(k) for k in semua.order_by("diminta_pada", "pk") if (tahun, k.periode.triwulan) not in tertutup
    )


def _koreksi(k: Koreksi) -> KoreksiLaporan:
    assert k.diputus_pada is not None
    return KoreksiLaporan(
        k.periode.triwulan, k.alasan, timezone.localtime(k.diputus_pada).date(), tuple(_ubahan(jejak_koreksi(k)))
    )


def _ubahan(jejak: Iterable[Jejak]) -> Iterable[UbahanKoreksi]:
    """What differs between the first and the last state of each field; one that was put back is no change."""
    awal: dict[tuple[str, str], Isi] = {}
    akhir: dict[tuple[str, str], Isi] = {}
    for j in jejak:
        lama, baru = _isi(j.sebelum), _isi(j.sesudah)
        for medan in sorted({*lama, *baru}):
            kunci = (j.alamat, medan)
            awal.setdefault(kunci, lama.get(medan, Tiada.KOSONG))
            akhir[kunci] = baru.get(medan, Tiada.KOSONG)
    for (alamat, medan), semula in awal.items():
        if semula != akhir[alamat, medan]:
            nama = f"{kode_alamat(alamat)} {sebutan_alamat(alamat)}".strip()
            tentang = nama if medan == "nilai" else f"{nama}, {medan.replace('_', ' ')}"
            yield UbahanKoreksi(alamat, tentang, semula, akhir[alamat, medan])


def _isi(sisi: Mapping[str, Any] | None) -> dict[str, Isi]:
    """The figures and words of one side of a trace: of a cell its value, of a raw row each of its fields."""
    hasil: dict[str, Isi] = {}
    for medan, nilai in (sisi or {}).items():
        if medan == "isi" and isinstance(nilai, dict):
            hasil |= {str(m): _nilai(t) for m, t in nilai.items()}
        elif medan == "nilai" and nilai is not None:
            hasil["nilai"] = _nilai(nilai)
        elif medan == "keadaan" and nilai == "na":
            hasil["nilai"] = Tiada.NA
    return hasil


def _nilai(teks: Any) -> Isi:
    if teks in (None, ""):
        return Tiada.KOSONG
    try:
        nilai = Decimal(str(teks))
    except InvalidOperation:
        return str(teks)
    return nilai if nilai.is_finite() else str(teks)
