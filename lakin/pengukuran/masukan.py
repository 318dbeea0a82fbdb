"""From a typed raw row to values, by the fields that its formula declares."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from typing import Any

from lakin.angka import Nilai, Terbaca, baca, baca_tanggal
from lakin.capaian.deklarasi import Rumus, medan
from lakin.web.galat import GalatMedan


def isi_dari(rumus: Rumus[Any], teks: Mapping[str, str]) -> dict[str, Nilai | str]:
    """Read a typed raw row by the fields that its formula declares; raises GalatMedan with all faults."""
    isi: dict[str, Nilai | str] = {}
    masalah: dict[str, str] = {}
    for m in medan(rumus):
        mentah = str(teks.get(m.kode, "")).strip()
        if m.jenis == "angka":
            hasil = baca(mentah, m.desimal)
            if isinstance(hasil, Terbaca):
                isi[m.kode] = hasil.nilai
            else:
                masalah[m.kode] = hasil.pesan
        elif m.jenis == "tanggal" and mentah:
            tanggal = baca_tanggal(mentah)
            if isinstance(tanggal, date):
                isi[m.kode] = tanggal.isoformat()
            else:
                masalah[m.kode] = tanggal.pesan
        elif m.pilihan:
            isi[m.kode] = next((k for k, label in m.pilihan if mentah.casefold() in (k, label.casefold())), mentah)
        else:
            isi[m.kode] = mentah
    if masalah:
        raise GalatMedan(masalah)
    return isi
