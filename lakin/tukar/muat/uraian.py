"""What the report tells besides figures: vision, links upwards, supporting activities, posts, the audit."""

from __future__ import annotations

from collections import Counter

from django.utils.text import slugify

from lakin.organisasi.models import Jabatan, Satker
from lakin.pengukuran.models import Pengawasan
from lakin.tukar.muat.baca import Catatan, baca_csv, baca_yaml
from lakin.tukar.muat.organisasi import satker
from lakin.tukar.muat.pemuat import Pemuat
from renstra.models import Indikator, KegiatanPenunjang, Keterkaitan, Pernyataan, RevisiRenstra, Sasaran
from renstra.selectors import pk_berlaku


def muat_pernyataan(p: Pemuat, di: Catatan, revisi: RevisiRenstra, alamat: str) -> None:
    """Load vision and mission of a revision, as the Renstra's file states them."""
    sumber = di.teks("sumber_visi_misi", wajib=False)
    visi = di.teks("visi", wajib=False)
    for jenis, isi in (("visi", [visi] if visi else []), ("misi", di.daftar("misi", wajib=False))):
        for urut, kalimat in enumerate(isi, 1):
            p.fakta(
                di,
                Pernyataan,
                f"{alamat}/{jenis}/{urut}",
                {"revisi": revisi, "jenis": jenis, "urut": urut},
                isi=kalimat,
                sumber=sumber,
            )


def muat_uraian(p: Pemuat, unit: Satker, tahun: int) -> None:
    """Load what hangs on the Renstra in force, the posts, and the audit's counts."""
    pk = pk_berlaku(unit, tahun)
    assert pk is not None, "the PK is loaded before"
    revisi = pk.revisi_renstra
    _keterkaitan(p, unit, revisi)
    _penunjang(p, unit, revisi)
    _jabatan(p)
    _pengawasan(p)


def _keterkaitan(p: Pemuat, unit: Satker, revisi: RevisiRenstra) -> None:
    sasaran = {s.kode: s for s in Sasaran.objects.filter(revisi=revisi)}
    for urut, di in enumerate(baca_csv(p.folder, "keterkaitan.csv"), 1):
        milik, tingkat, kode = di.teks("sasaran"), di.teks("tingkat"), di.teks("kode")
        if milik not in sasaran:
            di.galat("sasaran", f"{milik} tidak ada dalam Renstra.")
        p.fakta(
            di,
            Keterkaitan,
            f"{unit.kunci}/renstra/{revisi.renstra.awal}/{milik}/keterkaitan/{kode}",
            {"sasaran": sasaran[milik], "tingkat": tingkat, "kode": kode},
            nama=di.teks("nama"),
            indikator=di.teks("indikator", wajib=False).replace("|", "\n"),
            urut=urut,
            sumber=di.teks("sumber"),
        )


def _penunjang(p: Pemuat, unit: Satker, revisi: RevisiRenstra) -> None:
    indikator = {i.kode: i for i in Indikator.objects.filter(revisi=revisi)}
    urut: Counter[str] = Counter()
    for di in baca_csv(p.folder, "kegiatan_penunjang.csv"):
        kode = di.teks("indikator")
        if kode not in indikator:
            di.galat("indikator", f"{kode} tidak ada dalam Renstra.")
        urut[kode] += 1
        p.fakta(
            di,
            KegiatanPenunjang,
            f"{unit.kunci}/renstra/{revisi.renstra.awal}/{kode}/penunjang/{urut[kode]}",
            {"indikator": indikator[kode], "nama": di.teks("komponen")},
            urut=urut[kode],
            sumber=di.teks("sumber"),
        )


def _jabatan(p: Pemuat) -> None:
    berkas = baca_yaml(p.folder, "organisasi_struktur.yaml")
    unit, sumber = satker(berkas), berkas.teks("sumber")
    ada: dict[str, Jabatan] = {}
    for urut, di in enumerate(berkas.butir("struktur"), 1):
        kode, atas = di.teks("kode"), di.teks("induk", wajib=False)
        ada[kode] = _satu_jabatan(p, di, unit, kode, di.teks("nama"), di.teks("jenis"), ada.get(atas), urut, sumber)
        di.habis()
    kelompok = next(j for j in ada.values() if j.jenis == "fungsional")
    for urut, nama in enumerate(berkas.daftar("jabatan_fungsional"), len(ada) + 1):
        _satu_jabatan(p, berkas, unit, slugify(nama), nama, "fungsional", kelompok, urut, sumber)
    berkas.abaikan("dasar_hukum")
    berkas.habis()


def _satu_jabatan(
    p: Pemuat,
    di: Catatan,
    unit: Satker,
    kode: str,
    nama: str,
    jenis: str,
    atasan: Jabatan | None,
    urut: int,
    sumber: str,
) -> Jabatan:
    return p.fakta(
        di,
        Jabatan,
        f"{unit.kunci}/jabatan/{kode}",
        {"satker": unit, "kode": kode},
        nama=nama,
        jenis=jenis,
        atasan=atasan,
        urut=urut,
        sumber=sumber,
    )


def _pengawasan(p: Pemuat) -> None:
    berkas = baca_yaml(p.folder, "audit.yaml")
    unit, tahun, audit = satker(berkas), berkas.bulat("tahun"), berkas.anak("audit")
    rekomendasi = {b.teks("nama"): b for b in audit.anak("rekomendasi").butir("bidang")}
    for urut, di in enumerate(audit.anak("temuan").butir("bidang"), 1):
        bidang = di.teks("nama")
        if bidang not in rekomendasi:
            di.galat("nama", f"tidak ada rekomendasi untuk bidang {bidang}.")
        p.fakta(
            di,
            Pengawasan,
            f"{unit.kunci}/{tahun}/pengawasan/{urut}",
            {"satker": unit, "tahun": tahun, "bidang": bidang},
            temuan=di.bulat("jumlah"),
            rekomendasi=rekomendasi[bidang].bulat("jumlah"),
            urut=urut,
            sumber=berkas.teks("sumber", wajib=False) or audit.teks("sumber", wajib=False),
        )
