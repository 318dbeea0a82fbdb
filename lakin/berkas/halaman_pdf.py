"""A program of its own: count the pages of the PDF on standard input, within limits of memory and time.

Ends with 3 where the file is encrypted, 4 where it has no page, 1 where it cannot be read.
"""

import resource
import sys

MEMORI = 512 * 1024 * 1024
DETIK = 15
TERENKRIPSI, TANPA_HALAMAN, RUSAK = 3, 4, 1


def main() -> int:
    resource.setrlimit(resource.RLIMIT_AS, (MEMORI, MEMORI))
    resource.setrlimit(resource.RLIMIT_CPU, (DETIK, DETIK))
    import pikepdf

    try:
        with pikepdf.open(sys.stdin.buffer) as pdf:
            if pdf.is_encrypted:
                return TERENKRIPSI
            halaman = len(pdf.pages)
    except pikepdf.PasswordError:
        return TERENKRIPSI
    except (pikepdf.PdfError, MemoryError, ValueError, RuntimeError, OSError):
        return RUSAK
    print(halaman)
    return 0 if halaman else TANPA_HALAMAN


if __name__ == "__main__":
    sys.exit(main())
