"""Ask this machine's web server whether it is well: `python -m lakin.web.sehat` for health checks.

A container's own address is not an allowed host, so the question names the site's.
"""

from __future__ import annotations

import os
import sys
from urllib.request import Request, urlopen

ALAMAT = "http://127.0.0.1:8000/sehat"


def main() -> int:
    situs = os.environ.get("ALLOWED_HOSTS", "127.0.0.1").split(",")[0].strip().lstrip(".")
    with urlopen(Request(ALAMAT, headers={"Host": situs}), timeout=5) as jawaban:
        return 0 if jawaban.status == 200 else 1


if __name__ == "__main__":
    sys.exit(main())
