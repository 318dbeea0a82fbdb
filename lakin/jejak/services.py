"""Append a trace, in the transaction of the change that it tells of."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from django.db import transaction
from django.utils import timezone

from lakin.jejak.models import Jejak, Rantai


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
    isi = {
        "urut": urut,
        "pada": pada.isoformat(),
        "oleh": oleh_nama,
        "tindakan": tindakan,
        "alamat": alamat,
        "sebelum": sebelum,
        "sesudah": sesudah,
        "alasan": alasan,
    }
    sidik = sidik_dari(kepala.sidik, isi)
    jejak = Jejak.objects.create(
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
        sidik=sidik,
    )
    Rantai.objects.filter(pk=kepala.pk).update(urut=urut, sidik=sidik)
    return jejak


def _kepala(nama: str) -> Rantai:
    """The head of a chain, locked; the first trace of all makes it."""
    terkunci = Rantai.objects.select_for_update()
    kepala = terkunci.filter(nama=nama).first()
    if kepala is None:
        Rantai.objects.get_or_create(nama=nama)
        kepala = terkunci.get(nama=nama)
    return kepala


def sidik_dari(sebelum: str, isi: dict[str, Any]) -> str:
    """Return the SHA-256 of a trace's content chained to the one before it."""
    teks = json.dumps(isi, sort_keys=True, ensure_ascii=False, separators=(",", ":"))
    return hashlib.sha256(f"{sebelum}\n{teks}".encode()).hexdigest()
