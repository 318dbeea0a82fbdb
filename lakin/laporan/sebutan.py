"""What a figure is called, read from its address."""

from __future__ import annotations

from lakin.angka import romawi

_APA = {
    "target": "Target",
    "target_atas": "Batas atas target",
    "target_renstra": "Target Renstra",
    "realisasi": "Realisasi",
    "nilai_hitung": "Hasil hitungan",
    "capaian": "Capaian",
    "capaian_penuh": "Capaian sebelum dibatasi",
    "pagu": "Pagu",
    "persen": "Serapan",
    "ibt": "Biaya per satuan target (IBT)",
    "ibr": "Biaya per satuan realisasi (IBR)",
    "efisiensi": "Efisiensi",
    "rata_rata": "Rata-rata efisiensi",
    "rata_rata_iku": "Rata-rata efisiensi IKU",
    "jumlah": "Jumlah",
    "hasil": "Hasil baris",
    "bobot": "Bobot",
    "penerimaan": "Penerimaan",
    "penggunaan": "Penggunaan",
    "pagu_penggunaan": "Pagu penggunaan",
    "persen_penggunaan": "Serapan penggunaan",
    "bagian": "Bagian yang dapat digunakan",
    "rencana": "Rencana",
    "renstra": "Pendanaan Renstra",
    "target_serapan": "Target serapan",
    "nilai": "Nilai kinerja anggaran",
    "konsistensi": "Konsistensi",
    "penyerapan": "Penyerapan",
    "cro": "Capaian rincian output",
}
_ORGANISASI = {
    "capaian": "Capaian organisasi",
    "tercapai": "Indikator yang mencapai target",
    "jumlah": "Indikator yang bertarget",
    "persen_tercapai": "Bagian indikator yang mencapai target",
    "fisik": "Rata-rata realisasi fisik",
}
_PEMBANDING = {
    "rata_rata": "Rata-rata antarsatker",
    "peserta": "Banyaknya satker pembanding",
    "peringkat": "Peringkat antarsatker",
}


def sebutan(alamat: str) -> str:
    """Return what stands at an address: 'Capaian SK3.2', 'Realisasi fisik SK3.2 triwulan II'."""
    bagian = alamat.split("/")[2:]
    triwulan = next((int(b[2:]) for b in bagian if b[:2] == "tw" and b[2:].isdigit()), 0)
    waktu = f" triwulan {romawi(triwulan)}" if triwulan else ""
    tanpa_waktu = [b for b in bagian if not (b[:2] == "tw" and b[2:].isdigit())]
    return _tanpa_waktu(tanpa_waktu) + waktu if tanpa_waktu else "Angka"


def _tanpa_waktu(bagian: list[str]) -> str:
    match bagian:
        case ["organisasi", "fisik", "rencana"]:
            return "Rata-rata rencana fisik"
        case ["organisasi", apa, *_]:
            return _ORGANISASI.get(apa, _nama(apa))
        case ["anggaran", kode, *apa] if apa:
            return f"{_uang(apa)} {'seluruh satker' if kode == 'total' else kode}"
        case ["nka", "pembanding", *apa]:
            return f"{_PEMBANDING.get(apa[0]) or _PEMBANDING.get(apa[-1]) or 'Nilai satker lain'} kinerja anggaran"
        case ["anggaran" | "efisiensi" | "pnbp" | "nka", *apa]:
            return _apa(apa)
        case [kode, "fisik", *apa]:
            return f"{'Rencana' if 'rencana' in apa else 'Realisasi'} fisik {kode}"
        case [kode, "baris", urut, *_]:
            return f"Baris {urut} data dasar {kode}"
        case [kode, "pembanding", *apa]:
            return f"{_PEMBANDING.get(apa[0]) or _PEMBANDING.get(apa[-1]) or 'Nilai satker lain'} {kode}"
        case [kode, "renstra", *apa]:
            return f"{_apa(apa)} jangka menengah {kode}"
        case [kode, "anggaran", *apa]:
            return f"{_apa(apa)} anggaran {kode}"
        case [kode, *apa] if apa:
            return f"{_apa(apa)} {kode}"
    return _nama(bagian[0])


def _uang(apa: list[str]) -> str:
    match apa:
        case ["tercatat", jenis]:
            return f"Bagian pagu menurut {jenis}"
        case ["sampai", jenis]:
            return f"{_apa([jenis])} kumulatif"
    return _apa(apa)


def _apa(bagian: list[str]) -> str:
    return next((_APA[b] for b in reversed(bagian) if b in _APA), _nama(bagian[-1]) if bagian else "Angka")


def _nama(kode: str) -> str:
    return kode.replace("_", " ").capitalize()
