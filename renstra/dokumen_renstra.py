"""A Renstra as a document tree: each part of the outline by its code, then the whole."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from itertools import groupby

from lakin.angka import Tiada
from lakin.capaian.angka_jelas import Angka, Bahan
from lakin.dokumen.pohon import (
    Bab,
    BarisTabel,
    Blok,
    Daftar,
    DaftarIsi,
    DaftarTabel,
    Dokumen,
    Figur,
    Format,
    JenisBab,
    JenisBaris,
    Kertas,
    Kolom,
    Paragraf,
    Rata,
    Rincian,
    Sampul,
    Sel,
    SubBab,
    Tabel,
)
from lakin.organisasi.enums import JenisSatker
from renstra.enums import BagianRenstra, JenisPernyataan
from renstra.kerangka_renstra import KERANGKA_RENSTRA, BabDokumen
from renstra.konteks_renstra import KonteksRenstra, konteks_renstra, total_dana
from renstra.models import ArahKebijakan, Indikator, Katalog, RevisiRenstra
from renstra.naskah import ke_blok
from renstra.selectors_katalog import revisi_resmi
from renstra.selectors_pendanaan import pendanaan_unit
from renstra.services.revisi_renstra import alamat_renstra

BELUM = "Belum ditulis."
URAIAN = "uraian:"
JUTA = "(Rp juta)"
BINTANG = "*) Pendanaannya tercantum pada indikator lain."
TANPA = "–"
Pembuat = Callable[[KonteksRenstra], tuple[Blok, ...]]


def dokumen_renstra(revisi: RevisiRenstra) -> Dokumen:
    """Return a revision as a document; a draft says on every page that it is one."""
    k = konteks_renstra(revisi)
    satker, renstra = revisi.renstra.satker, revisi.renstra
    masa = f"{renstra.awal}-{renstra.akhir}"
    judul = f"Rencana Strategis {masa}"
    draf = revisi.berlaku_sejak is None
    return Dokumen(
        judul=f"{judul} {satker.singkatan}",
        bab=(
            Bab("daftar-isi", "Daftar Isi", (DaftarIsi(),), JenisBab.DEPAN),
            Bab("daftar-tabel", "Daftar Tabel", (DaftarTabel(),), JenisBab.DEPAN),
            *(bab for b in KERANGKA_RENSTRA if (bab := _bab(k, b)) is not None),
        ),
        sampul=Sampul(
            judul="Rencana Strategis",
            tahun=masa,
            satker=k.nama,
            induk=_induk(k),
            kaki=(revisi.dokumen,) if revisi.dokumen else (),
            cap="DRAF" if draf else "",
            arti_cap="Rencana ini belum berlaku." if draf else "",
        ),
        kepala=f"{'DRAF · ' if draf else ''}{judul} · {satker.singkatan}",
        penulis=k.nama,
        pengenal=alamat_renstra(revisi),
    )


def potongan(revisi: RevisiRenstra, *kode: str) -> Dokumen:
    """Return some parts of the document by the codes of their chapters, for a page of their own."""
    k = konteks_renstra(revisi)
    bab = [b for b in KERANGKA_RENSTRA if b.kode in kode]
    return Dokumen(judul=str(revisi), bab=tuple(x for b in bab if (x := _bab(k, b)) is not None))


def _induk(k: KonteksRenstra) -> tuple[str, ...]:
    atas, hari = k.revisi.renstra.satker.induk, k.revisi.berlaku_sejak or date(k.tahun[0], 1, 1)
    hasil = []
    while atas is not None:
        nama = atas.nama_pada(hari)
        hasil.append(nama.nama if nama else atas.singkatan)
        atas = atas.induk
    return tuple(hasil)


def _bab(k: KonteksRenstra, b: BabDokumen) -> Bab | None:
    isi: list[Blok] = []
    for bagian in b.bagian:
        blok = tuple(x for kode in bagian.isi for x in blok_renstra(k, kode))
        if not blok and not bagian.wajib:
            continue
        blok = blok or (Paragraf((BELUM,)),)
        isi += [SubBab(bagian.judul, blok, kode=f"{b.kode}.{len(isi) + 1}")] if bagian.judul else blok
    return Bab(b.kode, b.judul, tuple(isi), b.jenis, b.kertas) if isi else None


def blok_renstra(k: KonteksRenstra, kode: str) -> tuple[Blok, ...]:
    """Return one part by its code; nothing where the revision has nothing for it."""
    if kode.startswith(URAIAN):
        return ke_blok(k.uraian.get(BagianRenstra(kode.removeprefix(URAIAN)).value, {}))
    return PEMBUAT[kode](k)


def _pernyataan(k: KonteksRenstra) -> tuple[Blok, ...]:
    semua = list(k.revisi.pernyataan.all())
    visi = [p.isi for p in semua if p.jenis == JenisPernyataan.VISI]
    misi = [p.isi for p in semua if p.jenis == JenisPernyataan.MISI]
    hasil: list[Blok] = [Rincian((("Visi", (v,)),)) for v in visi]
    if misi:
        hasil += [Paragraf(("Misi:",)), Daftar(tuple(Paragraf((m,)) for m in misi), bernomor=True)]
    return tuple(hasil)


def _kolom_tahun(k: KonteksRenstra, kelompok: str = "", format: Format = Format.NILAI) -> list[Kolom]:
    atas = (kelompok,) if kelompok else ()
    return [Kolom(str(t), format=format, kelompok=atas, jejak=False, rata=Rata.KANAN) for t in k.tahun]


def _sel(b: Bahan, format: Format = Format.NILAI) -> Sel:
    """A figure; one that nobody filled in is a dash, as in a plan's tables."""
    if not isinstance(b, Angka) and b.keadaan is Tiada.KOSONG:
        return Sel(TANPA, rata=Rata.KANAN)
    return Sel(Figur(b, format) if format is not Format.NILAI else b, format=format)


def _tujuan(k: KonteksRenstra) -> tuple[Blok, ...]:
    baris = tuple(
        BarisTabel((Sel(kode), Sel(nama), *(_sel(target[t]) for t in k.tahun))) for kode, nama, target in k.tujuan
    )
    kolom = (Kolom("Kode"), Kolom("Tujuan"), *_kolom_tahun(k, "Target (%)"))
    return (Tabel("tabel.tujuan", "Tujuan dan Target", kolom, baris),) if baris else ()


def _sasaran(k: KonteksRenstra) -> tuple[Blok, ...]:
    baris: list[BarisTabel] = []
    for s in k.sasaran:
        judul = f"{s.sasaran.kode} {s.sasaran.nama} ({s.sasaran.get_perspektif_display()})"
        baris.append(BarisTabel((Sel(judul, kolom=3 + len(k.tahun)),), JenisBaris.KELOMPOK))
        for i in s.indikator:
            nama = i.indikator.nama + (" (IKU)" if i.indikator.iku else "")
            target = (_sel(i.target[t]) for t in k.tahun)
            baris.append(BarisTabel((Sel(i.indikator.kode), Sel(nama), Sel(i.indikator.satuan), *target)))
    kolom = (Kolom("Kode"), Kolom("Indikator Kinerja"), Kolom("Satuan"), *_kolom_tahun(k, "Target"))
    return (Tabel("tabel.sasaran", "Sasaran, Indikator Kinerja, dan Target", kolom, tuple(baris)),) if baris else ()


def _arah_target(k: KonteksRenstra) -> tuple[Blok, ...]:
    """The yearly targets of each direction are those of its measures, at BSKJI or at the unit that answers."""
    arah = list(k.revisi.arah_kebijakan.prefetch_related("ukuran"))
    target = _target_ukuran(k, [u for a in arah for u in a.ukuran.all()])
    baris: list[BarisTabel] = []
    for a in arah:
        judul = f"{a.urut}. {a.nama}" + (f" ({a.unit})" if a.unit else "")
        baris.append(BarisTabel((Sel(judul, kolom=2 + len(k.tahun)),), JenisBaris.KELOMPOK))
        for u in a.ukuran.all():
            milik = target.get(u.pk)
            isi = [_sel(milik[t]) if milik else Sel(TANPA, rata=Rata.KANAN) for t in k.tahun]
            baris.append(BarisTabel((Sel(u.nama), Sel(u.satuan), *isi)))
    if not baris:
        return ()
    kolom = (Kolom("Ukuran"), Kolom("Satuan"), *_kolom_tahun(k, "Target"))
    catatan = (
        "Tabel arah kebijakan tidak mencetak target tahunan; targetnya adalah target indikator yang mengukurnya.",
    )
    return (Tabel("tabel.arah-target", "Arah Kebijakan dan Target Tahunan", kolom, tuple(baris), catatan=catatan),)


def _target_ukuran(k: KonteksRenstra, ukuran: list[Katalog]) -> dict[int, dict[int, Bahan]]:
    hasil = {
        i.indikator.katalog_id: i.target for s in k.sasaran for i in s.indikator if i.indikator.katalog_id is not None
    }
    lain = [u.pk for u in ukuran if u.pk not in hasil]
    luar = Indikator.objects.filter(katalog__in=lain, revisi__in=revisi_resmi(k.tahun[0])).exclude(
        revisi__renstra__satker__jenis__in=(JenisSatker.BBSPJI, JenisSatker.BSPJI)
    )
    dibaca: dict[int, KonteksRenstra] = {}
    for i in luar.select_related("revisi__renstra__satker"):
        if i.revisi_id not in dibaca:
            dibaca[i.revisi_id] = konteks_renstra(i.revisi)
        semua = (x for s in dibaca[i.revisi_id].sasaran for x in s.indikator)
        milik = next((x for x in semua if x.indikator.pk == i.pk), None)
        if milik and i.katalog_id is not None and set(k.tahun) <= set(milik.target):
            hasil.setdefault(i.katalog_id, milik.target)
    return {int(p): t for p, t in hasil.items() if p is not None}


def _arah(k: KonteksRenstra) -> tuple[Blok, ...]:
    return tuple(
        Tabel(
            f"tabel.arah-{a.urut}",
            f"Aktivitas dan Sasaran: {a.nama}",
            (Kolom("No."), Kolom("Aktivitas"), Kolom("Sasaran")),
            tuple(_baris_aktivitas(a)),
        )
        for a in k.revisi.arah_kebijakan.prefetch_related("aktivitas")
    )


def _baris_aktivitas(a: ArahKebijakan) -> Iterator[BarisTabel]:
    for (nomor, nama), segolongan in groupby(a.aktivitas.all(), lambda x: (x.nomor, x.nama)):
        milik = list(segolongan)
        for urut, x in enumerate(milik):
            awal = () if urut else (Sel(nomor, baris=len(milik)), Sel(nama, baris=len(milik)))
            yield BarisTabel((*awal, Sel(x.sasaran)))


def _regulasi(k: KonteksRenstra) -> tuple[Blok, ...]:
    judul = ("No.", "Rancangan", "Dasar", "Penanggung Jawab", "Institusi Terkait", "Target")
    baris = tuple(
        BarisTabel((Sel(r.urut), Sel(r.nama), Sel(r.dasar), Sel(r.penanggung_jawab), Sel(r.institusi), Sel(r.target)))
        for r in k.revisi.kerangka_regulasi.all()
    )
    if not baris:
        return ()
    return (Tabel("tabel.regulasi", "Kebutuhan Kerangka Regulasi", tuple(Kolom(j) for j in judul), baris),)


def _nomenklatur(k: KonteksRenstra) -> tuple[Blok, ...]:
    baris = tuple(
        BarisTabel((Sel(n.urut), Sel(n.nama), Sel(n.singkatan), Sel(n.bidang_tugas)))
        for n in k.revisi.nomenklatur.all()
    )
    kolom = tuple(Kolom(j) for j in ("No.", "Unit", "Singkatan", "Bidang Tugas"))
    return (Tabel("tabel.nomenklatur", "Nomenklatur Unit", kolom, baris),) if baris else ()


def _pendanaan(k: KonteksRenstra) -> tuple[Blok, ...]:
    if not k.berkegiatan:
        return ()
    alamat = alamat_renstra(k.revisi)
    baris: list[BarisTabel] = []
    for s in k.sasaran:
        baris.append(
            BarisTabel(
                (
                    Sel(f"{s.sasaran.kode} {s.sasaran.nama}", tebal=True),
                    *_dana(k, s.dana, f"{alamat}/{s.sasaran.kode}/pendanaan/jumlah", s.sasaran.nama),
                )
            )
        )
        for i in s.indikator:
            baris.append(
                BarisTabel(
                    (
                        Sel(f"{i.indikator.kode} {i.indikator.nama}"),
                        *_dana(k, i.dana, f"{alamat}/{i.indikator.kode}/pendanaan/jumlah", i.indikator.nama),
                    ),
                    tingkat=1,
                )
            )
    baris.append(
        BarisTabel((Sel("Jumlah"), *_dana(k, k.dana, f"{alamat}/pendanaan/jumlah", "Jumlah")), JenisBaris.JUMLAH)
    )
    kolom = (
        Kolom("Sasaran dan Indikator", menjorok=True),
        *_kolom_tahun(k, format=Format.JUTA),
        Kolom("Jumlah", format=Format.JUTA, jejak=False),
    )
    return (Tabel("tabel.pendanaan", "Kebutuhan Pendanaan", kolom, tuple(baris), satuan=JUTA),)


def _dana(k: KonteksRenstra, dana: dict[int, Bahan], alamat: str, label: str) -> Iterator[Sel]:
    for b in (*(dana[t] for t in k.tahun), total_dana(alamat, dana, label)):
        yield Sel(TANPA, rata=Rata.KANAN) if not isinstance(b, Angka) else Sel(b, format=Format.JUTA)


def _pagu_unit(k: KonteksRenstra) -> tuple[Blok, ...]:
    """The funding of the units below, as far as this satker is the one that answers for them."""
    if not k.revisi.pagu_unit.exists():
        return ()
    bawah = list(type(k.revisi.renstra.satker).objects.filter(sintetis=False))
    p = pendanaan_unit(bawah, awal=k.revisi.renstra.awal)
    baris = [BarisTabel((Sel(b.nama), *(_juta(s.rincian) for s in b.sel)), JenisBaris.BIASA) for b in p.unit]
    if p.total:
        baris.append(BarisTabel((Sel(p.total.nama), *(_juta(s.rincian) for s in p.total.sel)), JenisBaris.JUMLAH))
    kolom = (Kolom("Unit"), *(Kolom(str(t), format=Format.JUTA, jejak=False) for t in p.tahun))
    return (Tabel("tabel.pagu-unit", "Kebutuhan Pendanaan Seluruh Unit", kolom, tuple(baris), satuan=JUTA),)


def _juta(b: Bahan) -> Sel:
    return Sel(b, format=Format.JUTA) if isinstance(b, Angka) else Sel(TANPA, rata=Rata.KANAN)


def _matriks(k: KonteksRenstra) -> tuple[Blok, ...]:
    baris: list[BarisTabel] = []
    bintang = False
    lebar = 2 + 2 * len(k.tahun)
    for s in k.sasaran:
        baris.append(BarisTabel((Sel(f"{s.sasaran.kode} {s.sasaran.nama}", kolom=lebar),), JenisBaris.KELOMPOK))
        for i in s.indikator:
            nama = f"{i.indikator.kode} {i.indikator.nama}"
            baris.append(
                BarisTabel(
                    (
                        Sel(nama, tebal=True),
                        Sel(i.indikator.satuan),
                        *(_sel(i.target[t]) for t in k.tahun),
                        *(_juta(i.dana[t]) for t in k.tahun),
                    )
                )
            )
            for g in i.kegiatan:
                bintang = bintang or g.kegiatan.di_tempat_lain
                huruf = f"{g.kegiatan.huruf}. " if g.kegiatan.huruf else ""
                teks = f"{huruf}{g.kegiatan.nama}{'*' if g.kegiatan.di_tempat_lain else ''}"
                kosong = (Sel("", kolom=1 + len(k.tahun)),)
                baris.append(BarisTabel((Sel(teks), *kosong, *(_juta(g.dana[t]) for t in k.tahun)), tingkat=1))
    if not baris:
        return ()
    kolom = (
        Kolom("Sasaran, Indikator, dan Kegiatan", menjorok=True, lebar=34),
        Kolom("Satuan", lebar=8),
        *_kolom_tahun(k, "Target"),
        *_kolom_tahun(k, "Pendanaan (Rp juta)", Format.JUTA),
    )
    return (
        Tabel(
            "tabel.matriks", "Matriks Kinerja dan Pendanaan", kolom, tuple(baris), kertas=Kertas.LEBAR,
            catatan=(BINTANG,) if bintang else (),
        ),
    )  # fmt: skip


PEMBUAT: dict[str, Pembuat] = {
    "pernyataan": _pernyataan,
    "tujuan": _tujuan,
    "sasaran": _sasaran,
    "arah-target": _arah_target,
    "arah": _arah,
    "regulasi": _regulasi,
    "nomenklatur": _nomenklatur,
    "pendanaan": _pendanaan,
    "pagu-unit": _pagu_unit,
    "matriks": _matriks,
}
"""The parts by the code that the outline names."""
