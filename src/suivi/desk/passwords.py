"""What a password must be: long enough, not one that many people take, and not made of words everybody here knows.

- Any characters, spaces and other scripts included; no rule about their mixture, no end but the length of a request, and
  no day on which it runs out (OWASP ASVS 5.0, section 6.2).
- The common ones are the 20,000 that Django ships, bare or lengthened by figures and signs.
- `KNOWN_HERE` are the words of this desk: its name, the parties' codes and names, and the officer's own name beside them.
"""

import re
import secrets
from collections.abc import Iterable
from functools import cache
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
    return TOO_NEAR if len(_of_ones_own(plain, names)) < _FEWEST_OF_ONES_OWN else None


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
