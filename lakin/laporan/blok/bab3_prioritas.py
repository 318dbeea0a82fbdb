"""Chapter III, national priority: what was done for it, what it came to, and over the years."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from lakin.capaian.angka_jelas import Angka, Rujukan
from lakin.capaian.hasil import HasilIndikator
from lakin.dokumen.pohon import Format, Inline, IsiSel, Kolom, Rata
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.angka_indikator import kegiatan_perusahaan
from lakin.laporan.deklarasi import Baris, BlokTabel, Jumlah
from lakin.laporan.konteks import Konteks


def _indikator(k: Konteks) -> list[HasilIndikator]:
    """The indicators that carry a national priority and name companies in their raw rows."""
    return [h for h in k.indikator if h.fakta.prioritas_nasional and any("perusahaan" in b.isi for b in h.baris)]


class PrioritasKegiatan(BlokTabel[Any]):
    """The companies that were helped, and with what."""

    kode = "bab3.prioritas-kegiatan"
    judul = "Kegiatan Prioritas Nasional {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.63")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Nama Perusahaan", "perusahaan"),
        Kolom("Kegiatan yang Dilaksanakan", "kegiatan"),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return bool(_indikator(k))

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        semua = [b for h in _indikator(k) for b in h.baris]
        for no, b in enumerate(semua, 1):
            perusahaan, kegiatan = kegiatan_perusahaan(b)
            yield Baris(no=no, perusahaan=perusahaan, kegiatan=kegiatan)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Perusahaan yang didampingi dalam kegiatan ini tercantum dalam ", kal.lihat(self.kode), ".")


class PrioritasHasil(BlokTabel[Any]):
    """Each company before and after, and the mean that is the indicator's realisasi."""

    kode = "bab3.prioritas-hasil"
    judul = "Hasil Kegiatan Prioritas Nasional {satker} Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.64")
    kolom = (
        Kolom("No.", "no", rata=Rata.TENGAH),
        Kolom("Nama Perusahaan", "perusahaan"),
        Kolom("Kegiatan yang Dilaksanakan", "kegiatan"),
        Kolom("Satuan", "satuan"),
        Kolom("Sebelum", "sebelum", Format.NILAI),
        Kolom("Sesudah", "sesudah", Format.NILAI),
        Kolom("Perbandingan (%)", "hasil", Format.NILAI),
    )

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return any("sebelum" in b.isi for h in _indikator(k) for b in h.baris)

    def baris(self, k: Konteks, s: Any) -> Iterable[Any]:
        for h in _indikator(k):
            for no, b in enumerate(h.baris, 1):
                perusahaan, kegiatan = kegiatan_perusahaan(b)
                sel: dict[str, IsiSel] = {x: b.isi.get(x, "") for x in ("sebelum", "sesudah")}
                yield Baris(
                    no=no,
                    perusahaan=perusahaan,
                    kegiatan=kegiatan,
                    satuan=b.isi.get("satuan_ukur", ""),
                    hasil=b.hasil or "",
                    **sel,
                )
            yield Jumlah(f"Rata-rata {h.fakta.kode}", hasil=h.realisasi)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        hasil: list[Inline] = []
        for h in _indikator(k):
            if isinstance(h.realisasi, Angka):
                hasil += ["Rata-rata perubahannya ", kal.dengan_satuan(h.realisasi), " terhadap target "]
                hasil += [kal.dengan_satuan(h.target), "; "]
        return (*hasil, "ukuran sebelum dan sesudah pendampingan dimuat dalam ", kal.lihat(self.kode), ".")


class PrioritasPerkembangan(BlokTabel[Any]):
    """The indicators of national priority over the years."""

    kode = "bab3.prioritas-perkembangan"
    judul = "Perkembangan Indikator Prioritas Nasional {satker} sampai Tahun {tahun}"
    rujukan = Rujukan("LAKIN 2023 KMN", "Tabel 3.65")

    def _tahun(self, k: Konteks) -> tuple[int, ...]:
        return tuple(sorted({t.tahun for h in _indikator(k) for t in pilih.pernah(k, h)}))

    def berlaku(self, k: Konteks, s: Any) -> bool:
        return len(self._tahun(k)) > 1

    def kolom_pada(self, k: Konteks, s: Any) -> tuple[Kolom, ...]:
        return (
            Kolom("Indikator Kinerja", "nama"),
            *(Kolom(f"Realisasi {t}", f"t{t}", Format.NILAI) for t in self._tahun(k)),
        )

    def baris(self, k: Konteks, s: Any) -> Iterable[Baris]:
        for h in _indikator(k):
            isi: dict[str, IsiSel] = {f"t{t}": pilih.sel_seri(h, t, "realisasi") for t in self._tahun(k)}
            yield Baris(nama=f"{h.fakta.kode} {h.fakta.nama} ({h.fakta.satuan.lower()})", **isi)

    def pengantar(self, k: Konteks, s: Any) -> tuple[Inline, ...]:
        return ("Perkembangannya dari tahun ke tahun terlihat dalam ", kal.lihat(self.kode), ".")
