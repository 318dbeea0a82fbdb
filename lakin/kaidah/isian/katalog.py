"""All checks of entries, in the order in which their findings are shown: one line each."""

from __future__ import annotations

from lakin.kaidah.isian import anggaran, baris, fisik, nilai, pasangan
from lakin.kaidah.isian.deklarasi import Jenis, Kaidah, Konteks, Temuan

KAIDAH: tuple[Kaidah, ...] = (
    fisik.FisikBatas(),
    fisik.FisikTurun(),
    fisik.FisikSama(),
    fisik.FisikJauhRencana(),
    fisik.FisikTetangga(),
    fisik.FisikTiada(),
    fisik.FisikSerapan(),
    nilai.NilaiSkala(),
    nilai.TidakMencapai(),
    nilai.CapaianLebar(),
    nilai.JauhDariRiwayat(),
    nilai.JauhDariSerupa(),
    nilai.GantiJauh(),
    nilai.TargetTetangga(),
    nilai.NilaiTurun(),
    baris.BarisBatas(),
    baris.DuaKali(),
    baris.BarisTiada(),
    pasangan.SebelumSesudah(),
    pasangan.IniSama(),
    pasangan.LaluIni(),
    pasangan.PnbpTercatat(),
    pasangan.HasilTercatat(),
    pasangan.BelanjaAkun(),
    baris.UnsurBersaudara(),
    baris.BarisKembar(),
    baris.PecahanSendiri(),
    baris.IndeksLayanan(),
    anggaran.RealisasiNegatif(),
    anggaran.LewatPagu(),
    anggaran.SerapanRendah(),
    anggaran.SerapanTercatat(),
    anggaran.RealisasiKembar(),
)


def periksa(k: Konteks) -> tuple[Temuan, ...]:
    """Everything that the checks find, the impossible first."""
    urut = list(Jenis)
    semua = [t for kaidah in KAIDAH for t in kaidah.temukan(k)]
    return tuple(sorted(semua, key=lambda t: urut.index(t.jenis)))
