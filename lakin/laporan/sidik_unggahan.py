"""An upload of which only the SHA-256 is taken, while it comes in; nothing of it is kept."""

from __future__ import annotations

import hashlib
from typing import Any

from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler, StopUpload

AWAL_PDF = b"%PDF-"


class SidikUnggahan(UploadedFile):
    """What is known of a file that is not there: its length, its hash, whether it begins like a PDF."""

    def __init__(self, nama: str, ukuran: int, sidik: str, *, pdf: bool, utuh: bool) -> None:
        super().__init__(name=nama, size=ukuran)
        self.sidik = sidik
        self.pdf = pdf
        self.utuh = utuh


class PenerimaSidik(FileUploadHandler):
    """Hashes what comes and lets it go; beyond ``batas`` bytes it stops."""

    def __init__(self, request: Any, batas: int) -> None:
        super().__init__(request)
        self._batas = batas
        self._mulai()

    def _mulai(self) -> None:
        self._sidik = hashlib.sha256()
        self._awal = b""
        self._ukuran = 0

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        super().new_file(*args, **kwargs)
        self._mulai()

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        self._ukuran += len(raw_data)
        if self._ukuran > self._batas:
            raise StopUpload(connection_reset=True)
        self._sidik.update(raw_data)
        if len(self._awal) < len(AWAL_PDF):
            self._awal += raw_data[: len(AWAL_PDF)]

    def file_complete(self, file_size: int) -> SidikUnggahan:
        return SidikUnggahan(
            self.file_name or "",
            file_size,
            self._sidik.hexdigest(),
            pdf=self._awal.startswith(AWAL_PDF),
            utuh=file_size == self._ukuran,
        )
