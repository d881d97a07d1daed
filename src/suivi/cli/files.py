"""Writing a file whole or not at all."""

import errno
import os
from pathlib import Path


def write_whole(output: Path, octets: bytes) -> None:
    """All of the file or none of it: a disk that fills leaves no half file behind. Raises `OSError`."""
    if output.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(output))
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
