"""Made-up satkers: drawn from the seed alone, marked, apart from the real ones, and gone without a rest."""

from __future__ import annotations

from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from lakin.alur.daftar_periode import Saringan, daftar_periode, satker_berisian
from lakin.alur.models import Komentar
from lakin.banding.models import NilaiPembanding
from lakin.banding.selectors import pembanding
from lakin.capaian.angka_jelas import Angka
from lakin.dasbor.selectors import daftar, satker_tampak
from lakin.jejak.models import Rantai
from lakin.jejak.selectors import kerusakan
from lakin.jejak.services import catat, catat_banyak
from lakin.organisasi.models import Pengguna, Satker
from lakin.pengukuran.selectors import hasil_segar
from lakin.pengukuran.simpanan import satker_tahun_basi, segarkan
from lakin.tukar.sintetis.rencana import Entri, rencana
from renstra.models import PerjanjianKinerja
from renstra.selectors import pk_berlaku
from tests.data import _tabel

KATALOG = [Entri(f"k-{n}", f"Indikator {n}", "Persen", "maksimasi") for n in range(10)]


def buat(satker: int = 4, tahun: int = 2, seed: int = 7) -> str:
    keluar = StringIO()
    call_command("generate_synthetic", satker=satker, tahun=tahun, seed=seed, stdout=keluar)
    return keluar.getvalue()


def test_semai_yang_sama_memberi_angka_yang_sama() -> None:
    ini, lagi, lain = (list(rencana(40, (2022, 2023), s, KATALOG)) for s in (7, 7, 8))
    assert ini == lagi != lain
    assert list(rencana(40, (2022, 2023), 7, KATALOG, {"900001"}))[0].kode == "900002"
    tahun = [t for r in ini for t in r.tahun]
    assert sum(not t.melapor for t in tahun) == 8
    assert sum(t.direvisi for t in tahun) == 4
    assert not any(t.direvisi and not t.melapor for t in tahun)
    assert sum(r.sendiri for r in ini) == 20
    bersama = {tuple(i.katalog for i in r.indikator) for r in ini if not r.sendiri}
    assert bersama == {tuple(f"k-{n}" for n in range(8))}
    assert all(sum(not i.katalog for i in r.indikator) == 3 for r in ini if r.sendiri)
    assert all(r.singkatan.endswith("(sintetis)") and r.nama.endswith("(sintetis)") for r in ini)


def _banyak() -> dict[str, int]:
    """Rows of every table but the trail, which remembers, and its heads."""
    with connection.cursor() as kursor:
        hasil = {}
        for tabel in _tabel():
            if tabel not in ("jejak_jejak", "jejak_rantai"):
                kursor.execute(f"SELECT COUNT(*) FROM {tabel}")  # noqa: S608
                hasil[tabel] = kursor.fetchone()[0]
    return hasil


@pytest.mark.pg
def test_tertanda_terpisah_dan_hilang_tanpa_sisa(kmn: Satker) -> None:
    sekretariat = Pengguna.objects.get(username="sekretariat")
    banyak, daftar_nyata = _banyak(), [b.satker.kode for b in daftar(satker_tampak(sekretariat), 2023)]
    pembanding_nyata = pembanding(kmn, 2023)
    assert "4 satker sintetis x 2 tahun (2023-2024)" in buat()
    buatan = list(Satker.objects.filter(sintetis=True))
    assert [s.kode for s in buatan] == ["900001", "900002", "900003", "900004"]

    # The engine reads them as it reads any satker, and names them as made up.
    melapor = 0
    for s in buatan:
        for tahun in (2023, 2024):
            h = hasil_segar(s, tahun)
            assert h.fakta.satker.nama.endswith("(sintetis)")
            assert h.fakta.satker.singkatan.endswith("(sintetis)")
            assert len(h.indikator) == 8
            capaian = [isinstance(i.capaian, Angka) for i in h.indikator.values()]
            assert all(capaian) or not any(capaian)
            assert all(capaian) == isinstance(h.anggaran.total.persen, Angka)
            melapor += all(capaian)
    assert melapor == 8  # of eight satker-years a tenth is none

    # Every fact has its trace, in chains that hold.
    for r in Rantai.objects.filter(nama__in=[*(s.kunci for s in buatan), "umum"]):
        assert list(kerusakan(r)) == []
    assert Rantai.objects.get(nama="900001").urut > 200

    # Lists, counts and comparisons of real satkers do not know them, unless they are asked for.
    assert [b.satker.kode for b in daftar(satker_tampak(sekretariat), 2023)] == daftar_nyata
    assert satker_tampak(sekretariat, "sintetis").filter(sintetis=True).count() == 4
    assert not satker_tampak(sekretariat, "balai").filter(sintetis=True).exists()
    assert satker_tampak(sekretariat, "900002").get() == buatan[1]
    assert not satker_berisian().filter(sintetis=True).exists()
    hari = PerjanjianKinerja.objects.get(satker=buatan[0], tahun=2023, revisi=0).berlaku_sejak
    assert hari
    assert not any(b.periode.satker.sintetis for b in daftar_periode(Saringan(2023), hari))
    assert any(b.periode.satker.sintetis for b in daftar_periode(Saringan(2023, cari="sintetis"), hari))
    NilaiPembanding.objects.create(
        satker=buatan[0], kunci="ikm", tahun=2023, ukuran="realisasi", nilai=3, keadaan="ada", sumber="Contoh"
    )
    assert pembanding(kmn, 2023) == pembanding_nyata
    assert [p.satker for p in pembanding(buatan[1], 2023).nilai] == ["900001"]

    with pytest.raises(CommandError, match="--hapus"):
        buat()

    # Whatever hangs on them goes too: what they were given in use, their kept results.
    Komentar.objects.create(satker=buatan[0], tahun=2023, triwulan=1, isi="Contoh", oleh=sekretariat)
    nyata = {kmn.pk}
    segarkan([(s, t) for s, t in satker_tahun_basi() if s not in nyata])
    call_command("generate_synthetic", hapus=True, stdout=StringIO())
    connection.check_constraints()
    sisa = {t: n for t, n in _banyak().items() if n != banyak.get(t)}
    assert sisa.pop("pengukuran_hasiltersimpan", 1) == 1  # the second sample satker's is kept
    assert sisa == {}
    assert not Rantai.objects.filter(nama__startswith="9000").exists()
    assert list(kerusakan(Rantai.objects.get(nama="umum"))) == []


def test_tanpa_katalog_dan_direvisi_dalam_tahun(db: None) -> None:
    buat(satker=10, tahun=2023, seed=3)
    baru = PerjanjianKinerja.objects.filter(revisi=1)
    assert baru.count() == 0  # 5% of ten is none
    call_command("generate_synthetic", hapus=True, stdout=StringIO())
    buat(satker=10, tahun=2, seed=3)
    pk = PerjanjianKinerja.objects.get(revisi=1)
    assert pk_berlaku(pk.satker, pk.tahun) == pk
    h = hasil_segar(pk.satker, pk.tahun)
    target = {i.fakta.kode: i.fakta.target for i in h.indikator.values()}
    lama = {b.indikator.kode: b.isi for b in PerjanjianKinerja.objects.get(
        satker=pk.satker, tahun=pk.tahun, revisi=0
    ).butir.select_related("indikator")}  # fmt: skip
    assert {k: v - 1 for k, v in target.items()} == lama  # type: ignore[operator]
    call_command("generate_synthetic", hapus=True, stdout=StringIO())
    assert not Satker.objects.filter(sintetis=True).exists()


def test_satker_sintetis_tidak_dapat_tanpa_tanda(db: None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Satker.objects.create(kode="900001", singkatan="Balai Biasa", jenis="BSPJI", sintetis=True)


@pytest.mark.parametrize("isi", [{"satker": 0}, {"tahun": 0}, {"tahun": 30}])
def test_ukuran_yang_tidak_masuk_akal_ditolak(db: None, isi: dict[str, int]) -> None:
    with pytest.raises(CommandError):
        buat(**isi)
    assert not Satker.objects.exists()


def test_jejak_banyak_sama_dengan_satu_per_satu(db: None) -> None:
    oleh = Pengguna.objects.create(username="pencatat")
    isi: list[tuple[str, dict[str, Any] | None]] = [(f"111111/2023/{n}", {"nilai": str(n)}) for n in range(5)]
    with transaction.atomic():
        catat(oleh=oleh, tindakan="tambah", alamat="111111/2023/awal", sebelum=None, sesudah={})
        assert catat_banyak(oleh=oleh, tambahan=[*isi, ("umum/x", None)]) == 6
        catat(oleh=oleh, tindakan="tambah", alamat="111111/2023/akhir", sebelum=None, sesudah={})
    rantai = Rantai.objects.get(nama="111111")
    assert rantai.urut == 7
    assert list(kerusakan(rantai)) == []
    assert [j.alamat for j in rantai.jejak.order_by("urut")][1:6] == [a for a, _ in isi]
    rantai.jejak.filter(urut=3).update(sesudah={"nilai": "lain"})
    assert list(kerusakan(rantai))
