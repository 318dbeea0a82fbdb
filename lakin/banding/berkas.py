"""One comparison, the matrix and the profile as tables: the same rows, order and figures on page and in files."""

from __future__ import annotations

from collections import Counter

from lakin.banding.jajaran_satker import HasilBanding
from lakin.banding.lembaran import KolomLembar, Lembaran
from lakin.banding.peta import Peta, SelPeta
from lakin.banding.tanya import MENURUT_SEBUTAN, TINGKAT
from lakin.capaian.angka_jelas import Angka, Bahan, TanpaNilai
from lakin.capaian.fakta import Klasifikasi
from lakin.capaian.jajaran import CAPAIAN, REALISASI, BarisJajaran, posisi
from lakin.dokumen.grafik import Acuan, Bagan, JenisBagan, Seri

TANDA = {
    "atas": ("▲", "seperempat teratas"),
    "tengah-atas": ("△", "di atas median"),
    "tengah-bawah": ("▽", "di bawah median"),
    "bawah": ("▼", "seperempat terbawah"),
    "belum": ("○", "belum melapor"),
    "na": ("–", "N/A"),
}
"""Sign and words of a quarter: colour never stands alone."""
SEGAMBAR = 16
"""Bars of one chart on paper."""
SELAJUR_CETAK = 7
"""Indicators of the matrix in one table on paper."""
CATATAN = "Satker yang belum melapor tidak diperingkat dan tidak ikut dirata-ratakan."
_IDENTITAS = (
    KolomLembar("kode", "Kode", angka=False),
    KolomLembar("nama", "Satker", angka=False),
    KolomLembar("jenis", "Jenis", angka=False),
)


def kolom_banding(h: HasilBanding) -> tuple[KolomLembar, ...]:
    """Return the columns of a comparison: the same for all indicators, then its own."""
    tahun, susunan = h.tanya.tahun, h.jajaran.susunan
    lain = [x for x in susunan.lajur if x is not susunan.utama and x.cara != "pertumbuhan"]
    ada_lalu = any(x.ukuran == susunan.utama.ukuran and x.geser < susunan.utama.geser for x in lain)
    lalu = () if ada_lalu else (KolomLembar("lalu", f"{susunan.utama.judul.split(' {')[0]} {tahun - 1}"),)
    return (
        KolomLembar("peringkat", "Peringkat", bulat=True),
        *_IDENTITAS,
        KolomLembar("realisasi", _judul(susunan.utama.judul, tahun)),
        KolomLembar("target", "Target"),
        KolomLembar("capaian", "Capaian (%)"),
        *(() if susunan.utama.cara == "pertumbuhan" else (KolomLembar("tumbuh", "Pertumbuhan (%)"),)),
        *lalu,
        KolomLembar("peringkat_lalu", f"Peringkat {tahun - 1}", bulat=True),
        *(KolomLembar(f"lajur.{x.kode}", _judul(x.judul, tahun)) for x in lain),
        KolomLembar("letak", "Letak", angka=False),
        KolomLembar("keterangan", "Keterangan", angka=False),
        KolomLembar("sumber", "Sumber", angka=False),
    )


def _judul(judul: str, tahun: int) -> str:
    return judul.format(tahun=tahun, lalu=tahun - 1)


def isi_sel(h: HasilBanding, b: BarisJajaran, kolom: KolomLembar) -> Bahan | str:
    """Return what a row has under a column: a figure or a text."""
    if kolom.angka:
        figur = b.figur(kolom.kode)
        assert figur is not None, "a column of the comparison's own"
        return figur
    p = b.peserta
    teks = {"kode": p.kode, "nama": p.nama, "jenis": p.jenis, "sumber": p.sumber, "letak": letak(h, b)}
    return teks.get(kolom.kode, p.catatan or ("Belum melapor" if b.belum else ""))


def letak(h: HasilBanding, b: BarisJajaran) -> str:
    """Return the quarter of those that reported in which a satker lies, in words; '' where realisasi is not ranked."""
    if h.tanya.menurut != REALISASI:
        return ""
    return TANDA[posisi(b, h.jajaran.ringkasan, naik=h.pokok.klasifikasi is not Klasifikasi.MINIMASI)][1]


def judul_banding(h: HasilBanding) -> str:
    """Return the title: what is compared, among whom, when."""
    return f"{h.pokok.nama}, {TINGKAT[h.tanya.tingkat][0]}, {h.tanya.tahun}"


def ringkasan_banding(h: HasilBanding) -> tuple[tuple[str, str, Bahan], ...]:
    """Return code, name and figure of what the reported values are together."""
    r, lalu = h.jajaran.ringkasan, h.tanya.tahun - 1
    dulu = (
        ("jumlah_melapor_lalu", f"Satker yang nilainya tercatat {lalu}", r.melapor_lalu),
        ("rata_rata_lalu", f"Rata-rata {lalu}", r.rata_lalu),
        ("median_lalu", f"Median {lalu}", r.median_lalu),
    )
    return (
        ("jumlah_melapor", "Satker yang melapor", r.melapor),
        ("rata_rata", "Rata-rata", r.rata),
        ("median", "Median", r.median),
        ("kuartil_bawah", "Kuartil bawah", r.kuartil_bawah),
        ("kuartil_atas", "Kuartil atas", r.kuartil_atas),
        *(dulu if h.tanya.menurut == REALISASI else ()),
        ("rata_rata_bila_nol", "Rata-rata bila yang belum melapor dihitung nol", r.rata_nol),
    )


def lembar_banding(h: HasilBanding) -> Lembaran:
    """Return a comparison as it leaves Lakin: all rows that are asked for."""
    kolom = kolom_banding(h)
    ringkasan = ringkasan_banding(h)
    tampil, semua = len(h.baris), len(h.jajaran.baris)
    sebagian = f"Memuat {tampil} dari {semua} satker; peringkat dihitung atas semuanya. " if tampil < semua else ""
    return Lembaran(
        judul_banding(h),
        kolom,
        tuple(tuple(isi_sel(h, b, k) for k in kolom) for b in h.baris),
        h.tanya.sebutan,
        f"{sebagian}{CATATAN}",
        h.sumber,
        f"/banding/?{h.tanya.alamat}",
        ringkasan,
        {
            "indikator": h.pokok.kunci,
            "kode": h.pokok.kode,
            "tingkat": h.tanya.tingkat,
            "tahun": h.tanya.tahun,
            "menurut": h.tanya.menurut,
            "jumlah_satker": semua,
        },
        bagan=tuple(
            bagan_banding(h, h.baris[n : n + SEGAMBAR], f" ({n + 1}-{min(n + SEGAMBAR, tampil)})")
            for n in range(0, tampil, SEGAMBAR)
        ),
        potongan=(tuple(n for n, k in enumerate(kolom) if k.kode not in ("jenis", "keterangan")),),
        ringkas={b.peserta.nama: b.peserta.ringkas for b in h.baris},
        setelah={kode: int(f.nilai) for kode, _, f in ringkasan if kode.startswith("jumlah") and isinstance(f, Angka)},
    )


def bagan_banding(h: HasilBanding, tampil: tuple[BarisJajaran, ...], bagian: str = "") -> Bagan:
    """Return the chart of rows in their order, with the mean as a line."""
    menurut = h.tanya.menurut
    nama = MENURUT_SEBUTAN[menurut]
    nilai = tuple(f for b in tampil if (f := b.figur(menurut)) is not None)
    return Bagan(
        JenisBagan.BATANG,
        f"{nama}: {judul_banding(h)}{bagian}",
        _nama(tampil),
        (Seri(nama, nilai),),
        _satuan(h),
        acuan=Acuan("Rata-rata", r) if isinstance(r := h.jajaran.ringkasan.rata, Angka) else None,
    )


def _satuan(h: HasilBanding) -> str:
    if h.tanya.menurut != REALISASI:
        return "%" if h.tanya.menurut == CAPAIAN else "% terhadap tahun lalu"
    return h.jajaran.susunan.utama.satuan or h.pokok.satuan


def _nama(baris: tuple[BarisJajaran, ...]) -> tuple[str, ...]:
    """The names of satkers; a name that two of them bear has its code behind it."""
    banyak = Counter(b.peserta.ringkas for b in baris)
    return tuple(
        b.peserta.ringkas if banyak[b.peserta.ringkas] == 1 else f"{b.peserta.ringkas} ({b.peserta.kode})"
        for b in baris
    )


# --- the matrix and the profile -----------------------------------------------------

TIDAK_DIPAKAI = TanpaNilai("Satker ini tidak memakai indikator itu.")


def lembar_peta(p: Peta, alamat: str) -> Lembaran:
    """Return satker by indicator; on paper with the sign of each quarter, a few indicators to a table."""
    kolom = (*_IDENTITAS, *(KolomLembar(h.pokok.kunci, h.pokok.nama) for h in p.kolom))
    awal = len(_IDENTITAS)
    baris = tuple(
        (b.kode, b.nama, b.jenis, *(s.baris.realisasi if s else TIDAK_DIPAKAI for s in b.sel)) for b in p.baris
    )
    tanda = {
        (r, awal + k): TANDA[s.posisi][0]
        for r, b in enumerate(p.baris)
        for k, s in enumerate(b.sel)
        if s and s.baris.melapor
    }
    sisa = range(awal, len(kolom), SELAJUR_CETAK)
    arti = "; ".join(f"{t} {kata}" for t, kata in (TANDA[k] for k in ("atas", "tengah-atas", "tengah-bawah", "bawah")))
    return Lembaran(
        f"Peta satker dan indikator, {TINGKAT[p.tingkat][0]}, {p.tahun}",
        kolom,
        baris,
        f"{TINGKAT[p.tingkat][0]}, realisasi {p.tahun}, {len(p.kolom)} indikator.",
        f"{CATATAN} Tanda di muka angka pada cetakan: {arti}, dari yang melapor.",
        ", ".join(dict.fromkeys(bagian for h in p.kolom for bagian in h.sumber.split(", ") if bagian)),
        alamat,
        tuple((h.pokok.kunci, f"Rata-rata {h.pokok.nama}", h.jajaran.ringkasan.rata) for h in p.kolom),
        {"tingkat": p.tingkat, "tahun": p.tahun},
        potongan=tuple((1, *range(n, min(n + SELAJUR_CETAK, len(kolom)))) for n in sisa),
        tanda=tanda,
        ringkas={b.nama: b.ringkas for b in p.baris},
        kunci_ringkasan="rata_rata",
    )


KOLOM_PROFIL = (
    KolomLembar("kode", "Kode", angka=False),
    KolomLembar("indikator", "Indikator", angka=False),
    KolomLembar("realisasi", "Realisasi"),
    KolomLembar("target", "Target"),
    KolomLembar("capaian", "Capaian (%)"),
    KolomLembar("tumbuh", "Pertumbuhan (%)"),
    KolomLembar("lalu", "Tahun lalu"),
    KolomLembar("rata_rata", "Rata-rata kelas"),
    KolomLembar("median", "Median kelas"),
    KolomLembar("peringkat", "Peringkat", bulat=True),
    KolomLembar("jumlah_melapor", "Melapor", bulat=True),
    KolomLembar("letak", "Letak", angka=False),
    KolomLembar("sumber", "Sumber", angka=False),
)


def baris_profil(s: SelPeta) -> tuple[Bahan | str, ...]:
    """Return one indicator of a satker against its class, under KOLOM_PROFIL."""
    r, b = s.banding.jajaran.ringkasan, s.baris
    p = b.peserta
    angka = (b.realisasi, p.target, p.capaian, b.tumbuh, p.lalu, r.rata, r.median, b.peringkat, r.melapor)
    return (s.pokok.kode, s.pokok.nama, *angka, TANDA[s.posisi][1], p.sumber)


def lembar_profil(nama: str, kelas: str, tahun: int, semua: tuple[SelPeta, ...], alamat: str) -> Lembaran:
    """Return a satker against its class."""
    sumber = dict.fromkeys(s.baris.peserta.sumber for s in semua if s.baris.peserta.sumber)
    return Lembaran(
        f"Profil {nama} {tahun}",
        KOLOM_PROFIL,
        tuple(baris_profil(s) for s in semua),
        f"Terhadap {kelas.lower()}, {tahun}.",
        CATATAN,
        ", ".join(sumber),
        alamat,
        tambahan={"tahun": tahun, "kelas": kelas},
        isi="indikator",
    )
