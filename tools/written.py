"""Written pages: pages of `docs/` that are made from the code, and the check that each is what the code says."""

import sys
from pathlib import Path

from tools.rooms import ROOT


def keep(page: Path, wanted: str, arguments: list[str], *, told: str) -> int:
    """Write `wanted` to `page`, or with `--check` say `told` where it is not what stands there; the exit status."""
    if "--check" not in arguments:
        page.write_text(wanted, encoding="utf-8")
        return 0
    if page.is_file() and page.read_text(encoding="utf-8") == wanted:
        return 0
    print(f"{page.relative_to(ROOT)} {told}", file=sys.stderr)
    return 1
