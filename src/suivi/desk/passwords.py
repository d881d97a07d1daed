"""What a password must be: long enough, not one that many people take, and not made of words everybody here knows.

- Any characters, spaces and other scripts included; no rule about their mixture, no end but the length of a request, and
  no day on which it runs out (OWASP ASVS 5.0, section 6.2).
- The common ones are the 20,000 that Django ships, bare or lengthened by figures and signs.
- `KNOWN_HERE` are the words of this desk: its name, the parties' codes and names, and the officer's own name beside them.
- Those that became known in breaches elsewhere, where SUIVI_BREACHED_PASSWORDS names a list of them: a text file of SHA-1
  digests in hex, one a line, rising, as Have I Been Pwned gives it out. It is searched where it lies: nothing is asked of
  anybody, and nothing is read but some forty lines.
"""

import hashlib
import os
import re
import secrets
from collections.abc import Iterable
from functools import cache
from pathlib import Path
from typing import Final

from suivi.plan.words import Words

SHORTEST: Final = 10
FIRST: Final = "first-"
"""How every password begins that the desk makes for somebody: it opens nothing but the page on which another is chosen."""
KNOWN_HERE: Final = (
    "suivi", "canada", "canadian", "canadien", "korea", "korean", "corée", "coree", "republic", "république",
    "대한민국", "한국", "캐나다", "can", "kor", "rok", "gac", "amc", "mofa", "ottawa", "seoul", "séoul", "오타와", "서울",
    "password", "passwort", "motdepasse", "mot de passe", "비밀번호", "ministry", "ministère", "embassy", "ambassade",
)  # fmt: skip
_FEWEST_OF_ONES_OWN: Final = 5
_HEX: Final = 40
_DIGEST: Final = re.compile(rb"[0-9A-F]{40}")
_LONGEST_LINE: Final = 200

TOO_SHORT: Final = Words(
    "the password has fewer than 10 characters",
    "le mot de passe compte moins de 10 caractères",
    "비밀번호가 10자보다 짧음",
)
TOO_COMMON: Final = Words(
    "the password is one of those that many people take and that are tried first",
    "le mot de passe est de ceux que beaucoup choisissent et qui sont essayés en premier",
    "많은 사람이 사용하여 가장 먼저 시도되는 비밀번호임",
)
BREACHED: Final = Words(
    "the password is in a list of those that became known in breaches elsewhere",
    "le mot de passe figure dans une liste de ceux que des fuites ont divulgués ailleurs",
    "다른 곳의 유출 사고로 알려진 비밀번호 목록에 있는 비밀번호임",
)
NO_LIST: Final = Words(
    "the list of breached passwords that the settings name cannot be read: ask the administrator of the machine",
    "la liste de mots de passe divulgués que nomment les paramètres est illisible : demandez à l’administrateur de la machine",
    "설정에 지정된 유출 비밀번호 목록을 읽을 수 없으므로 시스템 관리자에게 문의해야 함",
)
TOO_NEAR: Final = Words(
    "the password is made of a name or of words that everybody knows to belong to this desk",
    "le mot de passe est fait d’un nom ou de mots que tous savent liés à ce poste",
    "이름 또는 이 시스템과 관련된 것으로 널리 알려진 단어로 이루어진 비밀번호임",
)


def new_first() -> str:
    """A first password, to be handed over in person: `first-` and 24 signs with 144 bits of chance."""
    return FIRST + secrets.token_urlsafe(18)


def is_first(password: str) -> bool:
    """Whether `password` was made by the desk for somebody, and so is known to whoever handed it over."""
    return password.startswith(FIRST)


def weakness(password: str, *, names: Iterable[str] = ()) -> Words | None:
    """Why `password` will not do for an officer of one of these `names`; None where it will."""
    if len(password) < SHORTEST:
        return TOO_SHORT
    plain = password.lower()
    core = plain.strip("0123456789 !@#$%^&*()-_=+.,;:?/'\"")
    if plain in _common() or core in _common() or len(set(plain)) < _FEWEST_OF_ONES_OWN:
        return TOO_COMMON
    if len(_of_ones_own(plain, names)) < _FEWEST_OF_ONES_OWN:
        return TOO_NEAR
    file = breached_list()
    try:
        return BREACHED if file is not None and _stands_in(file, _digest(password)) else None
    except OSError:
        return NO_LIST


def breached_list() -> Path | None:
    """The file of digests that the surroundings name, if they name one."""
    named = os.environ.get("SUIVI_BREACHED_PASSWORDS", "").strip()
    return Path(named) if named else None


def is_list_of_digests(file: Path) -> bool:
    """Whether the file can be read and begins as a list of digests does, in rising order."""
    try:
        with file.open("rb") as lines:
            begins = [lines.readline(_LONGEST_LINE)[:_HEX].upper() for _ in range(3)]
    except OSError:
        return False
    digests = [each for each in begins if each]
    return bool(digests) and digests == sorted(digests) and all(_DIGEST.fullmatch(each) for each in digests)


def _digest(password: str) -> bytes:
    # The digest such lists are made of; nothing is kept of it.
    return hashlib.sha1(password.encode(), usedforsecurity=False).hexdigest().upper().encode()


def _stands_in(file: Path, digest: bytes) -> bool:
    """Whether a line of the file begins with the digest; halved again and again, as its lines rise."""
    with file.open("rb") as lines:

        def line_at(offset: int) -> bytes:
            """The digest of the first line that begins at `offset` or later; empty behind the last."""
            lines.seek(max(offset - 1, 0))
            if offset:
                lines.readline(_LONGEST_LINE)
            return lines.readline(_LONGEST_LINE)[:_HEX].upper()

        low, high = 0, lines.seek(0, os.SEEK_END)
        while low < high:
            middle = (low + high) // 2
            if (found := line_at(middle)) and found < digest:
                low = middle + 1
            else:
                high = middle
        return line_at(low) == digest


def _of_ones_own(plain: str, names: Iterable[str]) -> str:
    """What is left of it without the words known here, figures and signs."""
    parts = {part for name in names for part in re.split(r"\W+", name.lower()) if len(part) > 1}
    for word in sorted({*KNOWN_HERE, *parts}, key=len, reverse=True):
        plain = plain.replace(word, "")
    return re.sub(r"[\W\d_]", "", plain)


@cache
def _common() -> frozenset[str]:
    from django.contrib.auth.password_validation import CommonPasswordValidator

    return frozenset(CommonPasswordValidator().passwords)
