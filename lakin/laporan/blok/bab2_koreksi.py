"""Chapter II, corrections: which verified data of the year were changed afterwards, from what to what, and why."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.angka import romawi, tulis_tanggal
from lakin.capaian.angka_jelas import Rujukan
from lakin.dokumen.pohon import Format, Inline, Kolom
from lakin.laporan import kalimat as kal
from lakin.laporan.angka_laporan import nilai_koreksi
from lakin.laporan.deklarasi import Baris, BlokTabel
from lakin.laporan.konteks import Konteks


class KoreksiData(BlokTabel[Any]):
    """One row per changed figure of each approved correction; stands only where there is one."""

    kode = "bab2.koreksi-data"
    judul = "Koreksi Data Kinerja {satker} {masa}"
    rujukan = Rujukan("Permenpan RB 53/2014", "Lampiran II, keandalan data kinerja")
    gabung = ("triwulan", "alasan")
    kolom = (
        Kolom("Triwulan", "triwulan"),
        Kolom("Alasan koreksi", "alasan"),
        Kolom("Data", "data"),
        Kolom("Semula", "lama", Format.NILAI),
        Kolom("Menjadi", "baru", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return any(x.ubahan for x in k.koreksi)

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for n, x in enumerate(k.koreksi, 1):
            for m, u in enumerate(x.ubahan, 1):
                lama, baru = nilai_koreksi(k, n, m, u)
                yield Baris(
                    triwulan=f"Triwulan {romawi(x.triwulan)}",
                    alasan=f"{x.alasan} (disetujui {tulis_tanggal(x.disetujui)})",
                    data=u.tentang,
                    lama=lama,
                    baru=baru,
                )

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return (
            "Data yang sudah diverifikasi hanya diubah melalui koreksi yang disetujui Sekretariat. Koreksi tahun ini "
            "dan angka yang diubahnya dimuat dalam ",
            kal.lihat(self.kode),
            ".",
        )
