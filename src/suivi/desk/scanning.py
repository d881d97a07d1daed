"""Scanning: a file is given to the scanner for malware that the surroundings name, before it is kept and as it is given out.

- SUIVI_SCANNER is a command that reads the file from its standard input and ends with 0 where it finds nothing and
  with 1 where it finds something, as `clamdscan --no-summary -` does. Whatever else it says or does means that the file
  was not looked at, and is refused.
- Where none is named, nothing is asked: what an attached file may hold is decided by `attachments`.
"""

import os
import shlex
import subprocess
from typing import Final

from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

LONGEST: Final = 120
"""Seconds a scanner may take over one file."""
_NOTHING_FOUND: Final = 0
_SOMETHING_FOUND: Final = 1


class MalwareFound(Refusal):
    """The scanner knows the file, or a part of it, as malware."""

    code = "malware-found"
    says = Words(
        en="“{name}” is neither kept nor given out: the scanner of this desk takes it for malware.",
        fr="« {name} » n’est ni conservé ni remis : l’analyseur de ce poste y voit un maliciel.",
        ko="‘{name}’: 이 시스템의 검사기가 악성코드로 판정하여 보관하거나 내주지 않습니다.",
    )
    remedy = Words(
        en="Do not open the file; tell whoever looks after the security of this desk, and say where it came from.",
        fr="N’ouvrez pas le fichier; avisez les responsables de la sécurité de ce poste, et dites d’où il vient.",
        ko="파일을 열지 말고 이 시스템의 보안 담당자에게 출처와 함께 알리십시오.",
    )


class NotScanned(Refusal):
    """A scanner is named, and did not say whether the file is clean."""

    code = "not-scanned"
    says = Words(
        en="“{name}” is neither kept nor given out: the scanner of this desk did not answer for it.",
        fr="« {name} » n’est ni conservé ni remis : l’analyseur de ce poste ne s’est pas prononcé.",
        ko="‘{name}’: 이 시스템의 검사기가 판정하지 않아 보관하거나 내주지 않습니다.",
    )
    remedy = Words(
        en="Try again; if it stays so, ask the administrator of the machine to look at SUIVI_SCANNER.",
        fr="Réessayez; si cela persiste, demandez à l’administrateur de la machine d’examiner SUIVI_SCANNER.",
        ko="다시 시도하고, 계속되면 시스템 관리자에게 SUIVI_SCANNER 설정을 확인하도록 요청하십시오.",
    )


KNOWN_TO_ALL: Final = b"X5O!P%@AP[4\\PZX54(P^)7CC)7}" + b"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!" + b"$H+H*"
"""The test file of EICAR, harmless, which every scanner takes for malware; in parts, so that none takes this page for it."""


def scanner() -> list[str]:
    """The command that the surroundings name, in parts; empty where they name none."""
    return shlex.split(os.environ.get("SUIVI_SCANNER", ""))


def works() -> bool:
    """Whether the scanner that is named finds the test file, and nothing in a file of one word."""
    try:
        refuse_malware(b"harmless\n", name="harmless.txt")
        refuse_malware(KNOWN_TO_ALL, name="eicar.txt")
    except MalwareFound as found:
        return found.values.get("name") == "eicar.txt"
    except NotScanned:
        return False
    return False


def refuse_malware(octets: bytes, *, name: str) -> None:
    """Have the file looked at, if a scanner is named. Raises `MalwareFound`, `NotScanned`."""
    if not (command := scanner()):
        return
    try:
        ran = subprocess.run(  # noqa: S603  # the command of who administers the machine; the file is its input only
            command, input=octets, capture_output=True, timeout=LONGEST, check=False
        )
    except (OSError, subprocess.TimeoutExpired) as error:
        raise NotScanned(name=name) from error
    if ran.returncode == _SOMETHING_FOUND:
        raise MalwareFound(name=name)
    if ran.returncode != _NOTHING_FOUND:
        raise NotScanned(name=name)
