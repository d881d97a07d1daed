"""The recovery codes of an officer: ten, shown once, good once each, of which only a salted digest is kept.

- A code is 36 figures by the operating system's generator, 119 bits: more than the 34 from which OWASP ASVS 5.0 (6.5.2) takes
  a standard hash as enough. Figures, because the field in which codes are typed opens the keypad of a telephone.
- Codes made before this was so are of eight figures drawn from one sealed seed, and stay good until others are made.
"""

import hashlib
import hmac
import secrets
from typing import Any, Final

from suivi.desk.access import Officer

TYPE: Final = "recovery_codes"
NUMBER: Final = 10
_GROUPS: Final = 9
_SALT, _HASHED = "salt", "hashed"


def renew(officer: Officer) -> list[str]:
    """Ten new codes, nine groups of four figures each, to be shown once; those before are good no more."""
    from allauth.mfa.models import Authenticator

    codes = [[f"{secrets.randbelow(10_000):04}" for _ in range(_GROUPS)] for _ in range(NUMBER)]
    salt = secrets.token_hex(16)
    hashed = [_digest(salt, "".join(groups)) for groups in codes]
    Authenticator.objects.filter(user=officer.pk, type=TYPE).delete()
    Authenticator.objects.create(user=officer, type=TYPE, data={_SALT: salt, _HASHED: hashed})
    return [" ".join(groups) for groups in codes]


def left(officer: Officer) -> int:
    """How many codes are still good."""
    kept = _kept(officer)
    if kept is None:
        return 0
    return len(kept.data[_HASHED]) if _HASHED in kept.data else len(kept.wrap().get_unused_codes())


def spend(officer: Officer, typed: str) -> bool:
    """Whether `typed`, without spaces, is one of the codes still good; from now on it is not. To be asked in a transaction."""
    kept = _kept(officer, locked=True)
    if kept is None:
        return False
    if _HASHED not in kept.data:
        return bool(kept.wrap().validate_code(typed))
    digest = _digest(kept.data[_SALT], typed)
    unspent = [each for each in kept.data[_HASHED] if not hmac.compare_digest(each, digest)]
    good = len(unspent) < len(kept.data[_HASHED])
    if good:
        kept.data[_HASHED] = unspent
        kept.save(update_fields=["data"])
    return good


def _kept(officer: Officer, *, locked: bool = False) -> Any:
    from allauth.mfa.models import Authenticator

    rows = Authenticator.objects.filter(user=officer.pk, type=TYPE)
    return (rows.select_for_update() if locked else rows).first()


def _digest(salt: str, code: str) -> str:
    return hashlib.sha256(f"{salt} {code}".encode()).hexdigest()
