"""Signing in at the ministry: what is kept while an officer is away there, and what a token proves on the way back.

- A token opens only what an administrator, or the officer himself while signed in, has linked: by issuer and subject.
  No name and no address of mail is compared, and nobody is enrolled by a token.
- What is checked, in this order: the question is ours and answered once; signature by a key of the provider, RS256,
  PS256 or ES256; issuer; audience; hour; nonce; for a fresh sign-in, when it was (OpenID Connect Core, 3.1.3.7).
- Hours are those of the machine's clock, as the provider's are.
"""

import base64
import datetime
import hashlib
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final
from urllib.parse import urlencode

from suivi.desk import linked
from suivi.desk import provider as wire
from suivi.desk.access import Officer
from suivi.desk.provider import NoAnswer, Provider
from suivi.plan.refusal import Refusal
from suivi.plan.words import Words

PATIENCE: Final = 10 * 60
"""Seconds an officer may be away at the ministry."""
FRESH: Final = 5 * 60
"""Seconds within which a sign-in counts as fresh for an approval."""
LEEWAY: Final = 60
"""Seconds by which two clocks may differ."""
ALGORITHMS: Final = ("RS256", "PS256", "ES256")
SIGN_IN, LINK, AFRESH = "sign-in", "link", "afresh"
"""What an officer goes to the ministry for."""

REASONS: Final = {
    "state": Words(
        "the answer belongs to no question of this browser, or was used already",
        "la réponse ne correspond à aucune demande de ce navigateur, ou a déjà servi",
        "이 브라우저의 요청과 일치하지 않거나 이미 사용된 응답",
    ),
    "provider": Words(
        "the ministry’s sign-in broke it off", "la connexion du ministère l’a interrompue", "부처 인증 측에서 중단함"
    ),
    "unreachable": Words(
        "the ministry’s sign-in does not answer as it should",
        "la connexion du ministère ne répond pas comme il se doit",
        "부처 인증이 정상적으로 응답하지 않음",
    ),
    "signature": Words(
        "no key of the ministry’s sign-in has signed the answer",
        "aucune clé de la connexion du ministère n’a signé la réponse",
        "부처 인증의 키로 서명되지 않은 응답",
    ),
    "issuer": Words("another sign-in has issued it", "une autre connexion l’a délivrée", "다른 인증 기관이 발급함"),
    "audience": Words(
        "it was issued for another program", "elle a été délivrée à un autre logiciel", "다른 프로그램용으로 발급됨"
    ),
    "expired": Words(
        "it is no longer, or not yet, good", "elle n’est plus, ou pas encore, valable", "유효 기간이 아님"
    ),
    "nonce": Words(
        "it answers another sign-in than this one",
        "elle répond à une autre connexion que celle-ci",
        "다른 로그인에 대한 응답",
    ),
    "stale": Words(
        "the sign-in at the ministry was not fresh",
        "la connexion au ministère n’était pas récente",
        "부처 인증 시각이 오래됨",
    ),
    "taken": Words(
        "this account of the ministry belongs to another officer",
        "ce compte du ministère appartient à un autre agent",
        "이 부처 계정은 다른 담당관의 것임",
    ),
    "another": Words(
        "this account of the ministry is not the one linked to you",
        "ce compte du ministère n’est pas celui qui vous est lié",
        "본인에게 연결된 부처 계정이 아님",
    ),
}


class IdentityRefused(Refusal):
    """What came back from the ministry's sign-in opens nothing; `reason` is one of `REASONS`."""

    code = "identity-refused"
    says = Words(
        en="The sign-in of the ministry was not accepted: {why}.",
        fr="La connexion du ministère n’a pas été acceptée : {why}.",
        ko="부처 인증이 승인되지 않았습니다. 사유: {why}.",
    )
    remedy = Words(
        en="Begin again on the sign-in page; if it happens again, sign in with name and password and tell your administrator.",
        fr="Recommencez à la page de connexion; si cela se répète, connectez-vous avec nom et mot de passe et avisez votre administrateur.",
        ko="로그인 화면에서 다시 시작하십시오. 반복되면 이름과 비밀번호로 로그인하고 관리자에게 알리십시오.",
    )

    def __init__(self, reason: str) -> None:
        self.reason = reason
        super().__init__(why=REASONS[reason])


class IdentityNotLinked(Refusal):
    """The token is sound, but no officer of this desk is linked to that account."""

    code = "identity-not-linked"
    says = Words(
        en="No officer of this desk is linked to the account “{subject}” of the ministry.",
        fr="Aucun agent de ce poste n’est lié au compte « {subject} » du ministère.",
        ko="이 시스템에는 부처 계정 ‘{subject}’에 연결된 담당관이 없습니다.",
    )
    remedy = Words(
        en="Sign in with name and password and link it under your account, or give this identifier to your administrator.",
        fr="Connectez-vous avec nom et mot de passe et liez-le sous votre compte, ou donnez cet identifiant à votre administrateur.",
        ko="이름과 비밀번호로 로그인하여 내 계정에서 연결하거나, 이 식별자를 관리자에게 알리십시오.",
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Proven:
    """What a token proved: whose account, whether with a second factor, and when he signed in there (None: not said)."""

    subject: str
    second_factor: bool
    signed_in_at: float | None


def configured() -> Provider | None:
    """The provider the administrator has named, or None."""
    from django.conf import settings

    found: Provider | None = settings.SUIVI_OIDC
    return found


def begin(provider: Provider, *, purpose: str, back: str, asked_for: str, at: float) -> tuple[str, dict[str, Any]]:
    """Where to send the officer, and what the door keeps meanwhile. Raises `IdentityRefused` (unreachable).

    `at` is the machine's instant, in seconds.
    """
    about = _described(provider)
    kept: dict[str, Any] = {
        **{name: secrets.token_urlsafe(32) for name in ("state", "nonce", "verifier")},
        "purpose": purpose,
        "back": back,
        "next": asked_for,
        "until": at + PATIENCE,
        "begun": at,
    }
    asked = {
        "response_type": "code",
        "scope": "openid",
        "client_id": provider.client,
        "redirect_uri": back,
        "state": kept["state"],
        "nonce": kept["nonce"],
        "code_challenge": _challenge(kept["verifier"]),
        "code_challenge_method": "S256",
    }
    if purpose == AFRESH:
        asked |= {"prompt": "login", "max_age": "0"}
    joint = "&" if "?" in about.authorization else "?"
    return about.authorization + joint + urlencode(asked), kept


def come_back(provider: Provider, kept: Mapping[str, Any], answer: Mapping[str, str], *, at: float) -> Proven:
    """What the answer of the ministry proves; raises `IdentityRefused`. `kept` is spent by whoever calls."""
    if not kept or at > kept["until"] or not secrets.compare_digest(answer.get("state", ""), str(kept["state"])):
        raise IdentityRefused("state")
    if "error" in answer or not answer.get("code"):
        raise IdentityRefused("provider")
    if (_described(provider).names_itself or "iss" in answer) and answer.get("iss", "").rstrip("/") != provider.issuer:
        raise IdentityRefused("issuer")
    try:
        token = wire.exchange(provider, code=answer["code"], verifier=str(kept["verifier"]), back=str(kept["back"]))
    except NoAnswer:
        raise IdentityRefused("unreachable") from None
    claims = _claims(provider, token)
    _check(provider, claims, nonce=str(kept["nonce"]), at=at)
    said = claims.get("auth_time")
    signed_in_at = float(said) if isinstance(said, int | float) else None
    if kept["purpose"] == AFRESH and (signed_in_at is None or signed_in_at < float(kept["begun"]) - LEEWAY):
        raise IdentityRefused("stale")
    return Proven(
        subject=str(claims["sub"]), second_factor=_proves_a_second(provider, claims), signed_in_at=signed_in_at
    )


def officer_of(provider: Provider, proven: Proven) -> Officer:
    """The officer who is linked to what was proved and can sign in; raises `IdentityNotLinked`."""
    found = linked.identity_of(provider.issuer, proven.subject)
    if found is None or not found.officer.is_active:
        raise IdentityNotLinked(subject=proven.subject[:64])
    return found.officer


@dataclass(frozen=True, slots=True)
class LinkShown:
    """A linked account: `subject` as the ministry names it, who linked it and when."""

    id: str
    subject: str
    linked_by: str
    linked_at: datetime.datetime


def links_of(officer: Officer) -> list[LinkShown]:
    """The accounts of the ministry linked to the officer, oldest first."""
    return [
        LinkShown(str(row.pk), row.subject, row.linked_by.name, row.linked_at) for row in linked.identities_of(officer)
    ]


def _described(provider: Provider) -> wire.Described:
    try:
        return wire.described(provider)
    except NoAnswer:
        raise IdentityRefused("unreachable") from None


def _challenge(verifier: str) -> str:
    return base64.urlsafe_b64encode(hashlib.sha256(verifier.encode()).digest()).rstrip(b"=").decode()


def _claims(provider: Provider, token: str) -> dict[str, Any]:
    """What the token says, its signature checked and nothing else; one look for keys that are new."""
    import jwt

    for anew in (False, True):
        try:
            keys = wire.described(provider, anew=anew).keys
        except NoAnswer:
            raise IdentityRefused("unreachable") from None
        try:
            return _signed_by(keys, token)
        except (jwt.PyJWTError, ValueError, TypeError, KeyError, AttributeError):
            continue
    raise IdentityRefused("signature")


def _signed_by(keys: Mapping[str, Any], token: str) -> dict[str, Any]:
    import jwt

    header = jwt.get_unverified_header(token)
    if header.get("alg") not in ALGORITHMS:
        raise ValueError("another algorithm")
    named = [key for key in keys["keys"] if key.get("use", "sig") == "sig" and key.get("kty") in ("RSA", "EC")]
    fitting = [key for key in named if "kid" not in header or key.get("kid") == header["kid"]]
    if len(fitting) != 1:
        raise ValueError("no such key")
    key = jwt.PyJWK(fitting[0], algorithm=header["alg"])
    without = {f"verify_{name}": False for name in ("exp", "nbf", "iat", "aud", "iss", "sub", "jti")}
    claims: dict[str, Any] = jwt.decode(token, key, algorithms=[header["alg"]], options=without)  # type: ignore[arg-type]  # a plain table
    return claims


def _check(provider: Provider, claims: Mapping[str, Any], *, nonce: str, at: float) -> None:
    if str(claims.get("iss", "")).rstrip("/") != provider.issuer:
        raise IdentityRefused("issuer")
    audience = claims.get("aud")
    named = audience if isinstance(audience, list) else [audience]
    if provider.client not in named or claims.get("azp", provider.client) != provider.client:
        raise IdentityRefused("audience")
    if len(named) > 1 and "azp" not in claims:
        raise IdentityRefused("audience")
    ends, begun = claims.get("exp"), claims.get("iat")
    if not isinstance(ends, int | float) or not isinstance(begun, int | float):
        raise IdentityRefused("expired")
    if at > ends + LEEWAY or begun > at + LEEWAY or claims.get("nbf", 0) > at + LEEWAY:
        raise IdentityRefused("expired")
    if not secrets.compare_digest(str(claims.get("nonce", "")), nonce):
        raise IdentityRefused("nonce")
    if not isinstance(claims.get("sub"), str) or not claims["sub"]:
        raise IdentityRefused("provider")


def _proves_a_second(provider: Provider, claims: Mapping[str, Any]) -> bool:
    said = claims.get("amr", [])
    stated = {str(each) for each in said} if isinstance(said, list) else set()
    return bool((stated | {str(claims.get("acr", ""))}) & provider.factors)
