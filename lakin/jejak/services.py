"""Append a trace, in the transaction of the change that it tells of."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.jejak.models import Jejak, Rantai

SEKALI = 1000
"""Traces in one statement."""


def catat(
    *, oleh: Any, tindakan: str, alamat: str, sebelum: Any, sesudah: Any, alasan: str = "", rantai: str | None = None
) -> Jejak:
    """Append one trace to the chain of its satker (the first part of the address).

    Must be called inside a transaction: a change without its trace, or a trace
    without its change, cannot be committed.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("catat() must run in the transaction of the change it tells of")
    nama = rantai or alamat.split("/", 1)[0]
    kepala = _kepala(nama)
    pada = timezone.now()
    urut = kepala.urut + 1
    oleh_nama = oleh.get_username() if oleh is not None else "sistem"
    jejak = Jejak(
        rantai=kepala,
        urut=urut,
        pada=pada,
        oleh=oleh,
        oleh_nama=oleh_nama,
        tindakan=tindakan,
        alamat=alamat,
        sebelum=sebelum,
        sesudah=sesudah,
        alasan=alasan,
        sidik_sebelum=kepala.sidik,
    )
    jejak.sidik = sidik_dari(kepala.sidik, isi_jejak(jejak))
    jejak.save(force_insert=True)
    Rantai.objects.filter(pk=kepala.pk).update(urut=urut, sidik=jejak.sidik)
    return jejak


def catat_banyak(*, oleh: Any, tambahan: Iterable[tuple[str, dict[str, Any] | None]]) -> int:
    """Append a trace for each (address, added fact), in this order, chain by chain; return how many.

    The same links as ``catat`` makes one by one, written together: for loads of very many facts.
    """
    if not transaction.get_connection().in_atomic_block:
        raise RuntimeError("catat_banyak() must run in the transaction of the changes it tells of")
    per_rantai: dict[str, list[tuple[str, dict[str, Any] | None]]] = {}
    for alamat, sesudah in tambahan:
        per_rantai.setdefault(alamat.split("/", 1)[0], []).append((alamat, sesudah))
    pada, oleh_nama = timezone.now(), oleh.get_username() if oleh is not None else "sistem"
    semua: list[Jejak] = []
    for nama in sorted(per_rantai):  # one order for all writers: two of them cannot wait for each other
        kepala = _kepala(nama)
        for alamat, sesudah in per_rantai[nama]:
            jejak = Jejak(
                rantai=kepala,
                urut=kepala.urut + 1,
                pada=pada,
                oleh=oleh,
                oleh_nama=oleh_nama,
                tindakan="tambah",
                alamat=alamat,
                sebelum=None,
                sesudah=sesudah,
                sidik_sebelum=kepala.sidik,
            )
            jejak.sidik = sidik_dari(kepala.sidik, isi_jejak(jejak))
            kepala.urut, kepala.sidik = jejak.urut, jejak.sidik
            semua.append(jejak)
        Rantai.objects.filter(pk=kepala.pk).update(urut=kepala.urut, sidik=kepala.sidik)
    Jejak.objects.bulk_create(semua, batch_size=SEKALI)
    return len(semua)


def _kepala(nama: str) -> Rantai:
    """The head of a chain, locked; the first trace of all makes it."""
    terkunci = Rantai.objects.select_for_update()
    kepala = terkunci.filter(nama=nama).first()
    if kepala is None:
        Rantai.objects.get_or_create(nama=nama)
        kepala = terkunci.get(nama=nama)
    return kepala


def isi_jejak(j: Jejak) -> dict[str, Any]:
    """Return what the hash of a trace is over."""
    return {
        "urut": j.urut,
        "pada": j.pada.isoformat(),
        "oleh": j.oleh_nama,
        "tindakan": j.tindakan,
        "alamat": j.alamat,
        "sebelum": j.sebelum,
        "sesudah": j.sesudah,
        "alasan": j.alasan,
    }


def sidik_dari(sebelum: str, isi: dict[str, Any]) -> str:
    """Return the SHA-256 of a trace's content chained to the one before it."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{sebelum}\n{teks}".encode()).hexdigest()
