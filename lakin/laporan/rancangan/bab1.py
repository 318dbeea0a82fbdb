"""Chapter I: the satker, its services and staff, and what the figures say of its issues."""

from __future__ import annotations

from lakin.capaian.angka_jelas import Angka
from lakin.dokumen.pohon import Celah, Figur, Format
from lakin.laporan import angka_laporan as angka
from lakin.laporan import angka_uang as uang
from lakin.laporan import kalimat as kal
from lakin.laporan.konteks import Konteks
from lakin.laporan.rancangan import ragam
from lakin.laporan.rancangan.deklarasi import JANGKA_MENENGAH, SEBAB, SISTEMATIKA, SUMBER_DAYA, Lihat, Pola, Teks
from lakin.laporan.rancangan.ikhtisar import sisa_renstra


class Kedudukan(Pola[None]):
    """Under whom the satker stands; its duties are the law's words, which the author quotes."""

    kode = "bab1.kedudukan"
    menjawab = SISTEMATIKA

    def kalimat(self, k: Konteks, s: None) -> Teks:
        f = k.satker
        induk = f" berada di bawah {f.induk_nama}" if f.induk_nama else " menyelenggarakan tugas"
        hukum = f" menurut {f.dasar_hukum}" if f.dasar_hukum else ""
        if not f.induk_nama:
            return (f"{f.singkatan}{induk}{hukum}, yaitu ", Celah("tugas dan fungsi menurut peraturannya"), ".")
        return (
            f"{f.singkatan}{induk}; tugas dan fungsinya{hukum} ialah ",
            Celah("tugas dan fungsi menurut peraturannya"),
            ".",
        )


class LayananJasa(Pola[None]):
    """The services that brought receipts this year, the greatest first."""

    kode = "bab1.layanan-jasa"
    menjawab = SISTEMATIKA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return len(layanan_berjalan(k)) > 1

    def kalimat(self, k: Konteks, s: None) -> Teks:
        nama = [ragam.kecil(n) for n, _ in layanan_berjalan(k)]
        return (
            f"jasa yang memberi penerimaan pada tahun {k.tahun}, mulai dari yang terbesar, adalah ",
            *kal.rangkai((n,) for n in nama),
            ".",
        )


def layanan_berjalan(k: Konteks) -> list[tuple[str, Angka]]:
    """The services with receipts this year, the greatest first."""
    semua = [(nama, terima) for nama, _, terima in uang.pnbp_layanan(k, k.tahun).values()]
    ada = [(nama, a) for nama, a in semua if isinstance(a, Angka) and a.nilai > 0]
    return sorted(ada, key=lambda p: -p[1].nilai)


class Pegawai(Pola[None]):
    """How many people, and the greatest group by post."""

    kode = "bab1.pegawai"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(angka.pegawai(k, "fungsi").rinci) and isinstance(angka.pegawai(k, "fungsi").jumlah, Angka)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        h = angka.pegawai(k, "fungsi")
        besar = kal.tertinggi([(r.nama, r.nilai) for r in h.rinci])
        assert besar is not None
        return (
            "tugas dan layanan itu dijalankan oleh ",
            kal.bilangan(h.jumlah),
            f" pegawai; kelompok terbesarnya {ragam.kecil(besar[0])}, yaitu ",
            kal.bilangan(besar[1]),
            " orang",
            Lihat("bab1.pegawai-fungsi"),
            ".",
        )


class ArahPenerimaan(Pola[None]):
    """Receipts over the years: an issue where they depend on one service or fall."""

    kode = "bab1.arah-penerimaan"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        seri = self._seri(k)
        return len(seri) > 1 and seri[-1][0] == k.tahun

    def kalimat(self, k: Konteks, s: None) -> Teks:
        seri = self._seri(k)
        (awal, a), (_, b) = seri[0], seri[-1]
        kata = {1: "lebih tinggi daripada", 0: "sama dengan", -1: "lebih rendah daripada"}[ragam.naik(b, a)]
        rendah = min(seri, key=lambda p: p[1].nilai)
        isi: Teks = (
            f"penerimaan jasa tahun {k.tahun} sebesar ",
            Figur(b, Format.MILIAR),
            f" {kata} tahun {awal} (",
            Figur(a, Format.MILIAR),
            ")",
        )
        if rendah[0] not in (awal, k.tahun):
            isi = (
                *isi,
                f", setelah mencapai titik terendah pada tahun {rendah[0]} (",
                Figur(rendah[1], Format.MILIAR),
                ")",
            )
        return (*isi, Lihat("bab3.pnbp-lima-tahun"), ".")

    @staticmethod
    def _seri(k: Konteks) -> list[tuple[int, Angka]]:
        semua = [(t, p.penerimaan) for t, p in sorted(k.hasil.pnbp.items()) if t <= k.tahun]
        return [(t, a) for t, a in semua if isinstance(a, Angka)]


class TumpuanLayanan(Pola[None]):
    """The two services that carry most of the receipts."""

    kode = "bab1.tumpuan-layanan"
    menjawab = SUMBER_DAYA

    def berlaku(self, k: Konteks, s: None) -> bool:
        semua = layanan_berjalan(k)
        return len(semua) > 2 and 2 * (semua[0][1].nilai + semua[1][1].nilai) > sum(a.nilai for _, a in semua)

    def kalimat(self, k: Konteks, s: None) -> Teks:
        dua = layanan_berjalan(k)[:2]
        return (
            "sebagian besar penerimaan bertumpu pada ",
            *kal.rangkai((ragam.kecil(n), " (", Figur(a, Format.MILIAR), ")") for n, a in dua),
            ".",
        )


class IsuRenstra(Pola[None]):
    """What the Renstra still asks for before it ends."""

    kode = "bab1.isu-renstra"
    menjawab = JANGKA_MENENGAH

    def berlaku(self, k: Konteks, s: None) -> bool:
        return bool(sisa_renstra(k)) and k.tahun < k.fakta.renstra.akhir

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            f"sampai Renstra berakhir pada {k.fakta.renstra.akhir}, target jangka menengah yang masih harus ",
            "dikejar ialah ",
            *kal.rangkai((kode, " (baru ", kal.persen(c), ")") for kode, c in sisa_renstra(k)),
            ".",
        )


class PeranIsu(Pola[None]):
    """The role of the satker and its strategic issues: no data hold them."""

    kode = "bab1.peran-isu"
    menjawab = SEBAB

    def kalimat(self, k: Konteks, s: None) -> Teks:
        return (
            f"peran strategis {k.satker.singkatan} ialah ",
            Celah("peran bagi industri yang dilayani"),
            ", dan isu utama yang dihadapi ialah ",
            Celah("isu strategis beserta dampaknya bagi kinerja"),
            ".",
        )
