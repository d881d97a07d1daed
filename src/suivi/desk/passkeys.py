"""Passkeys: a second factor kept by a device or a security key, good for this desk's own name only (WebAuthn level 2).

- Beside codes of an authenticator, never instead of the password; recovery codes go with the first of them.
- A challenge is drawn for one officer and one purpose, answered once and within five minutes; the door keeps it.
- A counter that runs back betrays a copied key, and refuses it.
- Only public keys are kept: nothing here is a secret.
"""

import json
import time
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.conf import settings
from django.db import transaction

from suivi.desk import recovery_codes, second_factor
from suivi.desk.access import Officer
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

PATIENCE: Final = 5 * 60
"""Seconds within which a challenge is answered, by the machine's clock."""
LONGEST_NAME: Final = 60
KEEPING, ASKING = "keeping", "asking"
"""What a challenge is for: a new passkey, or proof of one that is kept."""
_TYPE: Final = "webauthn"


class PasskeyRefused(Refusal):
    """What a device answered is no proof for this desk, this officer and this question."""

    code = "passkey-refused"
    says = Words(
        en="The passkey was not accepted; nothing was changed.",
        fr="La clé d’accès n’a pas été acceptée; rien n’a été modifié.",
        ko="패스키가 승인되지 않았습니다. 변경된 것은 없습니다.",
    )
    remedy = Words(
        en="Begin again on the page and answer within five minutes with a passkey of this desk; a code works as well.",
        fr="Recommencez à la page et répondez dans les cinq minutes avec une clé d’accès de ce poste; un code convient aussi.",
        ko="해당 화면에서 다시 시작하여 5분 안에 이 시스템의 패스키로 응답하십시오. 인증 코드도 사용할 수 있습니다.",
    )


@dataclass(frozen=True, slots=True)
class PasskeyShown:
    """A passkey as its officer named it; instants by the machine's clock, `used_at` None until it was first used."""

    id: str
    name: str
    made_at: datetime
    used_at: datetime | None


@dataclass(frozen=True, slots=True)
class Challenge:
    """What a browser is asked (`options`, JSON of WebAuthn), and what the door keeps to judge the answer by (`kept`)."""

    options: dict[str, Any]
    kept: dict[str, Any]


def of(officer: Officer) -> list[PasskeyShown]:
    """The officer's passkeys, oldest first."""
    return [
        PasskeyShown(str(row.pk), str(row.data.get("name", "")), row.created_at, row.last_used_at)
        for row in _rows(officer)
    ]


def begin_keeping(officer: Officer, *, host: str) -> Challenge:
    """The question to a device for a new passkey of this officer, under the name `host` of the desk."""
    user = {"id": f"{officer.party}/{officer.pk}".encode(), "name": officer.name, "displayName": officer.name}
    options, state = _server(host).register_begin(
        user, [_credential(row) for row in _rows(officer)], user_verification="preferred"
    )
    return Challenge(dict(options)["publicKey"], _kept(officer, KEEPING, state))


@transaction.atomic
def keep(officer: Officer, *, host: str, kept: Mapping[str, Any], answer: str, name: str) -> list[str]:
    """Keep the passkey a device made; recovery codes to be shown once where there were none. Raises `PasskeyRefused`."""
    from allauth.mfa.models import Authenticator
    from fido2.utils import websafe_encode

    state = _state(officer, KEEPING, kept)
    try:
        made = _server(host).register_complete(state, json.loads(answer))
    except (ValueError, TypeError, KeyError, AttributeError) as error:
        raise PasskeyRefused from error
    credential = made.credential_data
    if any(_credential(row).credential_id == credential.credential_id for row in _rows(officer)):
        return []  # the same answer sent twice
    data = {
        "name": name.strip()[:LONGEST_NAME] or settings.NODE.party,
        "credential": websafe_encode(bytes(credential)),
        "counter": made.counter,
    }
    Authenticator.objects.create(user=officer, type=_TYPE, data=data)
    return [] if recovery_codes.left(officer) else recovery_codes.renew(officer)


def begin_asking(officer: Officer, *, host: str) -> Challenge:
    """The question to a device for proof of one of the officer's passkeys."""
    options, state = _server(host).authenticate_begin(
        [_credential(row) for row in _rows(officer)], user_verification="preferred"
    )
    return Challenge(dict(options)["publicKey"], _kept(officer, ASKING, state))


@transaction.atomic
def accepts(officer: Officer, *, host: str, kept: Mapping[str, Any], answer: str) -> bool:
    """Whether the answer proves one of the officer's passkeys, to the question that was kept."""
    from fido2.webauthn import AuthenticationResponse

    rows = {_credential(row).credential_id: row for row in _rows(officer).select_for_update()}
    try:
        state, given = _state(officer, ASKING, kept), json.loads(answer)
        used = _server(host).authenticate_complete(state, [_credential(row) for row in rows.values()], given)
        counter = AuthenticationResponse.from_dict(given).response.authenticator_data.counter
    except (PasskeyRefused, ValueError, TypeError, KeyError, AttributeError):
        return False
    row = rows[used.credential_id]
    if (counter or row.data["counter"]) and counter <= row.data["counter"]:
        return False
    row.data["counter"] = counter
    row.save(update_fields=["data"])
    row.record_usage()
    return True


@transaction.atomic
def drop(officer: Officer, passkey: str) -> None:
    """Remove the passkey of that number, if it is the officer's; recovery codes end with the last second factor."""
    number = int(passkey) if passkey.isascii() and passkey.isdecimal() and len(passkey) < 18 else 0
    _rows(officer).filter(pk=number).delete()
    if not second_factor.is_on(officer):
        second_factor.turn_off(officer)


def _rows(officer: Officer) -> Any:
    from allauth.mfa.models import Authenticator

    return Authenticator.objects.filter(user=officer.pk, type=_TYPE).order_by("pk")


def _credential(row: Any) -> Any:
    from fido2.utils import websafe_decode
    from fido2.webauthn import AttestedCredentialData

    return AttestedCredentialData(websafe_decode(row.data["credential"]))


def _server(host: str) -> Any:
    """The relying party of that name; only pages under it, over TLS where the desk says so, may answer."""
    from fido2.server import Fido2Server
    from fido2.webauthn import PublicKeyCredentialRpEntity

    origins = {f"https://{host}"} if settings.SESSION_COOKIE_SECURE else {f"https://{host}", f"http://{host}"}
    name = host.rsplit(":", 1)[0] if not host.endswith("]") else host
    party = PublicKeyCredentialRpEntity(id=name, name=f"{second_factor.ISSUER} · {settings.NODE.party}")
    return Fido2Server(party, verify_origin=lambda origin: origin in origins)


def _kept(officer: Officer, purpose: str, state: Mapping[str, Any]) -> dict[str, Any]:
    said = {name: value if value is None else str(getattr(value, "value", value)) for name, value in state.items()}
    return {"state": said, "officer": officer.pk, "for": purpose, "until": int(time.time()) + PATIENCE}


def _state(officer: Officer, purpose: str, kept: Mapping[str, Any]) -> dict[str, Any]:
    if kept.get("officer") != officer.pk or kept.get("for") != purpose or time.time() > kept.get("until", 0):
        raise PasskeyRefused
    state: dict[str, Any] = kept["state"]
    return state
