"""Chapter IV: what the figures say in the end, where they fell short, what follows."""

from __future__ import annotations

from typing import Any

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.pohon import Blok, Daftar, Format, Paragraf
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan import pilih
from lakin.laporan.deklarasi import BlokTeks
from lakin.laporan.konteks import Konteks


class Kesimpulan(BlokTeks):
    """The headline figures once more, each with its table."""

    kode = "bab4.kesimpulan"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        o, a = k.hasil.organisasi, k.hasil.anggaran
        butir = [
            (
                kal.bilangan(o.tercapai),
                " dari ",
                kal.bilangan(o.jumlah),
                " indikator mencapai atau melampaui target, dengan rata-rata capaian ",
                kal.persen(o.capaian),
                " (",
                kal.lihat("bab3.capaian-rencana-aksi"),
                ").",
            ),
            ("Kemajuan fisik rata-rata ", kal.persen(o.fisik), " pada akhir tahun."),
            (
                "Belanja: ",
                *kal.serapan(a.total),
                "; serapan ini ",
                *kal.banding(a.total.persen, a.target_serapan, itu_siapa="targetnya", format=Format.PERSEN),
                ".",
            ),
        ]
        if pnbp := k.hasil.pnbp.get(k.tahun):
            butir.append(
                (
                    "Penerimaan PNBP ",
                    kal.rupiah(pnbp.penerimaan),
                    ", yakni ",
                    kal.persen(pnbp.persen),
                    " dari target ",
                    kal.rupiah(pnbp.target),
                    ".",
                )
            )
        butir.append(
            (
                "Efisiensi rata-rata ",
                kal.persen(k.hasil.efisiensi_rata),
                " untuk seluruh indikator dan ",
                kal.persen(k.hasil.efisiensi_rata_iku),
                " untuk IKU.",
            )
        )
        if k.hasil.nka:
            butir.append(("Nilai kinerja anggaran resmi ", kal.dengan_satuan(k.hasil.nka.nilai), "."))
        return (
            Paragraf((f"Angka pokok kinerja tahun {k.tahun}:",)),
            Daftar(tuple(Paragraf(tuple(b)) for b in butir), bernomor=True),
        )


class Kendala(BlokTeks):
    """What the figures themselves mark as short of target."""

    kode = "bab4.kendala"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        target = k.hasil.anggaran.target_serapan
        turun = [
            (h.fakta.nama, lalu.realisasi, h.realisasi)
            for h in k.indikator
            if (lalu := pilih.sebelumnya(k, h))
            and isinstance(lalu.realisasi, Angka)
            and pilih.satuan_lalu(h, k.tahun - 1).casefold() == h.fakta.satuan.casefold()
            and kal.arah(h.realisasi, lalu.realisasi) == "turun"
        ]
        kro = [(pilih.nama_kro(x), x.persen) for x in angka.kro(k) if not kal.mencapai(x.persen, target)]
        jangka = [
            (h.fakta.nama, h.renstra.capaian)
            for h in k.indikator
            if not kal.mencapai(h.renstra.realisasi, h.renstra.target)
        ]
        butir = []
        if turun:
            bagian = (
                (nama, " (", kal.dengan_satuan(lalu), " menjadi ", kal.dengan_satuan(ini), ")")
                for nama, lalu, ini in turun
            )
            butir.append(("Realisasi yang lebih rendah daripada tahun lalu: ", *kal.rangkai(bagian), "."))
        if kro:
            butir.append(("KRO dengan serapan di bawah target: ", *kal.nama_dan_persen(kro), "."))
        if jangka:
            butir.append(("Indikator yang belum memenuhi target jangka menengah: ", *kal.nama_dan_persen(jangka), "."))
        if not butir:
            return ()
        return (
            Paragraf(("Dari angka laporan ini, hal berikut perlu diperhatikan.",)),
            Daftar(tuple(Paragraf(b) for b in butir), bernomor=True),
        )


class Rekomendasi(BlokTeks):
    """What must still be reached by the end of the Renstra's period."""

    kode = "bab4.rekomendasi"

    def buat(self, k: Konteks, s: Any) -> tuple[Blok, ...]:
        depan = [t for t in uang.tahun_renstra(k) if t > k.tahun]
        if not depan:
            return ()
        tahun = depan[0]
        butir = tuple(
            Paragraf((f"{h.fakta.nama}: ", kal.dengan_satuan(pilih.target_tahun(h, tahun))))
            for h in k.indikator
            if isinstance(pilih.target_tahun(h, tahun), Angka)
        )
        return (Paragraf((f"Target Renstra untuk tahun {tahun} yang perlu disiapkan sejak awal:",)), Daftar(butir))
