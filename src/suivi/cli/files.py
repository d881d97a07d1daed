"""Writing a file whole or not at all."""

import os
from pathlib import Path


def write_whole(output: Path, octets: bytes) -> None:
    """All of the file or none of it: a disk that fills leaves no half file behind."""
    partial = output.with_name(f".{output.name}.being-written")
    try:
        with partial.open("wb") as file:
            file.write(octets)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(output)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise
