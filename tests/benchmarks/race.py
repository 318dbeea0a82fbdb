"""Many editors write the same few cells over HTTP, on PostgreSQL under gunicorn; then the trail is judged.

    python -m tests.benchmarks.race --editors 50 --writes 10000 --seed 1 --json

Requests are sent twice, or cut off after sending and sent again; one triwulan
closes in the middle. Of what was acknowledged nothing may be lost or doubled.
With ``--halaman 2`` two of the editors are real Chromium pages.
With ``--without-versions`` the test of versions is taken out of the application,
and the checker must find lost updates.
"""

from __future__ import annotations

import argparse
import http.client
import json
import os
import random
import socket
import subprocess
import sys
import tempfile
import threading
import time
import uuid
from collections import Counter
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path
from typing import Any

import psycopg2

from tests.benchmarks.adu_data import DITUTUP, TAHUN, TRIWULAN
from tests.benchmarks.race_catatan import COBA_LAGI, DIPUTUS, DUA_KALI, KUE, Catatan, Tulisan
from tests.benchmarks.race_halaman import jalan_halaman
from tests.layanan import porta_bebas, postgres

AKAR = Path(__file__).parents[2]


class Editor:
    """One planner with a connection: remembers the value and version of each cell that it last saw."""

    def __init__(self, alamat: tuple[str, int], satker: str, sesi: str, acak: random.Random, catatan: Catatan) -> None:
        self.alamat, self.satker, self.sesi, self.acak, self.catatan = alamat, satker, sesi, acak, catatan
        self.terlihat: dict[tuple[str, int], tuple[str, int]] = {}
        self.sambungan = http.client.HTTPConnection(*alamat, timeout=60)

    def tulis(self, kode: str, tw: int, nilai: int) -> None:
        """Write one value into one cell, as often as the line and the conflicts make it necessary."""
        sel = (kode, tw)
        for _ in range(COBA_LAGI):
            isi, versi = self.terlihat.get(sel, ("", 0))
            badan = self._badan(kode, nilai, versi)
            tulisan = Tulisan(sel, isi, str(nilai))
            if self.acak.random() < DIPUTUS:
                self._putus(tw, badan)
                if self.acak.random() < 0.5:  # the tab was closed: nobody will ever know
                    with self.catatan.kunci:
                        self.catatan.diragukan.append(tulisan)
                    return
            if self.acak.random() < DUA_KALI:
                kembar = threading.Thread(target=self._kembar, args=(tw, badan))
                kembar.start()
                jawab = self._kirim(tw, badan)
                kembar.join()
            else:
                jawab = self._kirim(tw, badan)
            if jawab.get("ok"):
                self.terlihat[sel] = (jawab["teks"], jawab["versi"])
                with self.catatan.kunci:
                    self.catatan.diterima.append(tulisan)
                return
            if jawab.get("jenis") != "bentrok":
                return
            self.terlihat[sel] = (jawab["kini"], jawab["versi"])

    def _badan(self, kode: str, nilai: int, versi: int) -> bytes:
        sel = {
            "id": f"sel-{kode}",
            "teks": str(nilai),
            "versi": versi,
            "kunci": uuid.UUID(int=self.acak.getrandbits(128)).hex,
        }
        return json.dumps({"sel": [sel]}).encode()

    def _kepala(self) -> dict[str, str]:
        return {"Content-Type": "application/json", "Cookie": f"{KUE}={self.sesi}; csrftoken={'a' * 32}",
                "X-CSRFToken": "a" * 32}  # fmt: skip

    def _jalur(self, tw: int) -> str:
        return f"/{self.satker}/{TAHUN}/realisasi/{tw}/sel/"

    def _kirim(self, tw: int, badan: bytes, sambungan: http.client.HTTPConnection | None = None) -> dict[str, Any]:
        s = sambungan or self.sambungan
        mulai = time.perf_counter()
        for percobaan in range(2):
            try:
                s.request("POST", self._jalur(tw), badan, self._kepala())
                jawab = s.getresponse()
                isi = jawab.read()
                break
            except (http.client.HTTPException, OSError):
                s.close()  # a kept connection that the server has closed meanwhile
                if percobaan:
                    raise
        with self.catatan.kunci:
            self.catatan.ms.append((time.perf_counter() - mulai) * 1000)
            self.catatan.jawaban[f"{jawab.status}"] += 1
        return dict(json.loads(isi)["sel"][0]) if jawab.status == 200 else {}

    def _kembar(self, tw: int, badan: bytes) -> None:
        sambungan = http.client.HTTPConnection(*self.alamat, timeout=60)
        try:
            self._kirim(tw, badan, sambungan)
        finally:
            sambungan.close()

    def _putus(self, tw: int, badan: bytes) -> None:
        kepala = "".join(f"{k}: {v}\r\n" for k, v in self._kepala().items())
        panjang = f"Content-Length: {len(badan)}\r\n"
        kepala = f"POST {self._jalur(tw)} HTTP/1.1\r\nHost: 127.0.0.1\r\n{panjang}{kepala}\r\n"
        with socket.create_connection(self.alamat, timeout=60) as soket:
            soket.sendall(kepala.encode() + badan)


def adu(editor: int, tulis: int, benih: int, *, halaman: int = 0, dengan_versi: bool = True) -> dict[str, Any]:
    """Run one race, with some of the editors as Chromium pages, and return what the checker found."""
    with tempfile.TemporaryDirectory(prefix="lakin-adu-") as folder, postgres() as url:
        env = os.environ | {
            "DATABASE_URL": url, "LAKIN_PRODUKSI": "0", "LAKIN_CONTOH": "1", "LAKIN_DATA_DIR": folder,
            "DJANGO_SETTINGS_MODULE": "lakin.settings", "LAKIN_LOG": "ERROR", "REDIS_URL": "",
            "LAKIN_STATIC_ROOT": f"{folder}/static",
        }  # fmt: skip
        sekejap = env | {"DJANGO_SETTINGS_MODULE": "tests.settings_sekejap"}
        _manage(sekejap, "migrate", "--run-syncdb", "--verbosity", "0")
        if halaman:
            _manage(env, "collectstatic", "--no-input", "--verbosity", "0")
        data = _di_aplikasi(env, "siapkan", str(editor))
        with gunicorn(env, dengan_versi=dengan_versi) as (alamat, _):
            catatan = _berlomba(alamat, data, tulis, benih, env, halaman)
        return {
            "editors": editor,
            "pages": halaman,
            "writes": tulis,
            "seed": benih,
            **_nilai(url, catatan, data["satker"]),
        }


def _berlomba(
    alamat: tuple[str, int], data: dict[str, Any], tulis: int, benih: int, env: dict[str, str], halaman: int
) -> Catatan:
    catatan = Catatan()
    mulai = threading.Barrier(len(data["sesi"]))

    def jalan(n: int, sesi: str) -> None:
        acak = random.Random(benih * 1_000 + n)
        try:
            if n < halaman:
                jalan_halaman(alamat, data["satker"], sesi, data["kode"], acak, catatan, tulis, mulai)
            else:
                ketik(Editor(alamat, data["satker"], sesi, acak, catatan))
        except BaseException:
            mulai.abort()  # nobody waits for who will not come
            raise

    def ketik(editor: Editor) -> None:
        mulai.wait()
        with closing(editor.sambungan):
            while nomor := catatan.giliran(tulis):
                editor.tulis(editor.acak.choice(data["kode"]), editor.acak.choice(TRIWULAN), nomor)

    benang = [threading.Thread(target=jalan, args=(n, s)) for n, s in enumerate(data["sesi"])]
    for b in benang:
        b.start()
    while catatan.tulis < tulis // 2 and any(b.is_alive() for b in benang):
        time.sleep(0.05)
    _di_aplikasi(env, "tutup")
    for b in benang:
        b.join()
    return catatan


def _nilai(url: str, catatan: Catatan, satker: str) -> dict[str, Any]:
    """Judge the trail: each acknowledged write has one trace, and that trace replaced what its writer saw."""
    with psycopg2.connect(url) as sambungan, sambungan.cursor() as kursor:
        kursor.execute(
            "SELECT j.alamat, j.urut, j.sebelum, j.sesudah FROM jejak_jejak j JOIN jejak_rantai r ON r.id = j.rantai_id"
            " WHERE r.nama = %s ORDER BY j.urut", [satker]
        )  # fmt: skip
        jejak = kursor.fetchall()
        kursor.execute("SELECT g.kunci, r.triwulan, r.nilai, r.versi FROM pengukuran_realisasi r"
                       " JOIN renstra_garisindikator g ON g.id = r.garis_indikator_id")  # fmt: skip
        kini = {(f"SK1.{int(k.removeprefix('adu-')) + 1}", tw): (f"{n.normalize():f}", v) for k, tw, n, v in kursor}
    tutup = next(
        urut
        for alamat, urut, _, sesudah in jejak
        if alamat.endswith(f"periode/tw{DITUTUP}") and (sesudah or {}).get("keadaan") == "diajukan"
    )
    hasil: Counter[str] = Counter({"lost": 0, "doubled": 0, "after_close": 0, "broken_chain": 0})
    rantai: dict[tuple[str, int], list[tuple[str, str]]] = {}
    for alamat, urut, sebelum, sesudah in jejak:
        bagian = alamat.split("/")
        if len(bagian) == 5 and bagian[3] == "realisasi":
            sel = (bagian[2], int(bagian[4].removeprefix("tw")))
            rantai.setdefault(sel, []).append(((sebelum or {}).get("nilai") or "", sesudah["nilai"]))
            hasil["after_close"] += sel[1] == DITUTUP and urut > tutup
    for sel, mata in rantai.items():
        putus = sum(lama != sebelumnya for (lama, _), (_, sebelumnya) in zip(mata, [("", ""), *mata], strict=False))
        hasil["broken_chain"] += putus + ((mata[-1][1], len(mata)) != kini[sel])
    for t in catatan.diterima:
        milik = [lama for lama, baru in rantai.get(t.sel, []) if baru == t.nilai]
        hasil["doubled"] += len(milik) > t.kunci
        hasil["lost"] += t.terlihat.replace(".", "") not in milik  # a field groups thousands
    for t in catatan.diragukan:
        hasil["doubled"] += sum(baru == t.nilai for _, baru in rantai.get(t.sel, [])) > t.kunci
    ms = sorted(catatan.ms)
    return {
        "acknowledged": len(catatan.diterima),
        "acknowledged_by_pages": catatan.halaman,
        **hasil,
        "traces": sum(map(len, rantai.values())),
        "requests": sum(catatan.jawaban.values()),
        "errors_500": sum(n for kode, n in catatan.jawaban.items() if kode.startswith("5")),
        "answers": dict(catatan.jawaban),
        "p95_ms": round(ms[int(len(ms) * 0.95)], 1) if ms else None,
    }  # fmt: skip


@contextmanager
def gunicorn(
    env: dict[str, str], *, dengan_versi: bool = True, proses: int = 3
) -> Iterator[tuple[tuple[str, int], subprocess.Popen[bytes]]]:
    """Serve the application on a free port, in a process group of its own; gives its address and its master."""
    porta = porta_bebas()
    master = jalankan_gunicorn(env, porta, dengan_versi=dengan_versi, proses=proses)
    try:
        yield ("127.0.0.1", porta), master
    finally:
        if master.poll() is None:
            master.terminate()
        master.wait(30)


def jalankan_gunicorn(
    env: dict[str, str], porta: int, *, dengan_versi: bool = True, proses: int = 3
) -> subprocess.Popen[bytes]:
    """Start gunicorn and wait until it listens."""
    aplikasi = "lakin.wsgi" if dengan_versi else "tests.benchmarks.wsgi_tanpa_versi"
    master = subprocess.Popen(
        [sys.executable, "-m", "gunicorn", aplikasi, "--bind", f"127.0.0.1:{porta}", "--workers", str(proses),
         "--threads", "4", "--no-control-socket", "--log-level", "critical"],
        cwd=AKAR, env=env, start_new_session=True,
    )  # fmt: skip
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", porta), timeout=1).close()
            break
        except OSError:
            time.sleep(0.1)
    return master


def _manage(env: dict[str, str], *perintah: str) -> None:
    subprocess.run([sys.executable, "manage.py", *perintah], cwd=AKAR, env=env, check=True, stdout=subprocess.DEVNULL)


def _di_aplikasi(env: dict[str, str], *perintah: str) -> dict[str, Any]:
    keluar = subprocess.run(
        [sys.executable, "-m", "tests.benchmarks.adu_data", *perintah], cwd=AKAR, env=env, check=True,
        stdout=subprocess.PIPE, text=True,
    ).stdout  # fmt: skip
    return dict(json.loads(keluar.splitlines()[-1]))


def main() -> int:
    """Run a race from the command line; 1 where something acknowledged did not hold."""
    p = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    p.add_argument("--editors", type=int, default=50)
    p.add_argument("--writes", type=int, default=10_000)
    p.add_argument("--seed", type=int, default=1)
    p.add_argument("--halaman", type=int, default=0, help="editors that are Chromium pages")
    p.add_argument("--without-versions", action="store_true")
    p.add_argument("--json", action="store_true")
    a = p.parse_args()
    hasil = adu(a.editors, a.writes, a.seed, halaman=a.halaman, dengan_versi=not a.without_versions)
    print(json.dumps(hasil) if a.json else "\n".join(f"{k}: {v}" for k, v in hasil.items()))
    buruk = any(hasil[k] for k in ("lost", "doubled", "after_close", "broken_chain", "errors_500"))
    return int(buruk != a.without_versions)


if __name__ == "__main__":
    sys.exit(main())
