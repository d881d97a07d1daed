"""Writing a file whole or not at all."""

import errno
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

NO_ROOM: Final = frozenset((errno.ENOSPC, errno.EDQUOT, errno.EFBIG, errno.EIO))
"""How a system says that what was to be written found no room, or that the disk does not answer."""


class NoRoomForFile(Refusal):
    """What was to be printed found no room on its disk, or the disk does not answer; the node itself is as it was."""

    code = "file-no-room"
    says = Words(
        en="“{file}” finds no room: the disk is full or does not answer. Nothing of it was left, and this node is as it was.",
        fr="«\u00a0{file}\u00a0» ne trouve pas de place\u00a0: le disque est plein ou ne répond pas. Il n’en reste rien, et ce nœud est inchangé.",
        ko="‘{file}’에 쓸 공간이 없습니다. 디스크가 가득 찼거나 응답하지 않습니다. 쓰다 만 파일은 남지 않았고 이 노드는 그대로입니다.",
    )
    remedy = Words(
        en="Make room, or name another place with -o, and give the command again.",
        fr="Libérez de l’espace, ou indiquez un autre emplacement avec -o, puis relancez la commande.",
        ko="공간을 확보하거나 -o로 다른 위치를 지정한 뒤 명령을 다시 실행하십시오.",
    )


@contextmanager
def finding_room(output: Path) -> Iterator[None]:
    """A full disk while `output`, or a part of it, is written is a refusal that names it; raises `NoRoomForFile`."""
    try:
        yield
    except NoRoomForFile as refusal:
        raise NoRoomForFile(file=str(output)) from refusal
    except OSError as error:
        if error.errno not in NO_ROOM:
            raise
        raise NoRoomForFile(file=str(output)) from error


def write_whole(output: Path, octets: bytes) -> None:
    """All of the file or none of it: a disk that fills leaves no half file behind. Raises `NoRoomForFile`, `OSError`.

    What is there and is no file, a pipe or a device such as /dev/null, is written into and never put aside.
    """
    if output.is_dir():
        raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(output))
    if output.exists() and not output.is_file():
        with finding_room(output):
            output.write_bytes(octets)
        return
    partial = output.with_name(f".{output.name}.being-written")
    with finding_room(output):
        try:
            with partial.open("wb") as file:
                file.write(octets)
                file.flush()
                os.fsync(file.fileno())
            partial.replace(output)
        except BaseException:
            partial.unlink(missing_ok=True)
            raise
