"""The ministry's own sign-in (OpenID Connect 1.0): what is asked of it over the wire, at the administrator's address only.

- Its address comes from the node's settings and never from a page; what it says of itself must bear that address.
- No redirect, no proxy, no compression, ten seconds, 256 KB: an answer beyond that is none.
- What it says of itself and its keys is kept for an hour in this process; an unknown key is asked for once a minute.
"""

import time
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from threading import Lock
from typing import Any, Final
from urllib.parse import urlsplit

PATH: Final = "/.well-known/openid-configuration"
LOOPBACK: Final = frozenset({"localhost", "127.0.0.1", "::1"})
_SECONDS: Final = 10.0
_LONGEST: Final = 256 * 1024
_KEPT: Final = 60 * 60
_SOONEST: Final = 60


class NoAnswer(Exception):
    """The provider cannot be reached, or answers what no provider answers; the message is for the log of a server."""


@dataclass(frozen=True, kw_only=True)
class Provider:
    """A provider as the administrator names it.

    `issuer` is its address without a last slash, as its tokens state it; `client` how it knows us, `secret` the file
    our secret lies in; `name` is what officers read. `factors` are the values of `amr` or `acr` that prove a second
    factor; empty: none of the provider's is taken for one.
    """

    issuer: str
    client: str
    secret: Path
    name: str = ""
    factors: frozenset[str] = frozenset()


@dataclass(frozen=True, kw_only=True)
class Described:
    """What the provider says of itself: where to send a reader, where to exchange a code, which keys sign."""

    authorization: str
    token: str
    jwks: str
    basic: bool
    names_itself: bool
    keys: Mapping[str, Any]
    asked_at: float


@dataclass
class _Memory:
    held: dict[str, Described] = field(default_factory=dict)
    lock: Lock = field(default_factory=Lock)


_memory = _Memory()


def fault_of(issuer: str) -> str:
    """What is wrong with the address of a provider, empty where nothing is: https, no question, no fragment."""
    parts = urlsplit(issuer)
    if parts.query or parts.fragment or parts.username or not parts.hostname:
        return "is not the address of an issuer"
    if parts.scheme != "https" and not (parts.scheme == "http" and parts.hostname in LOOPBACK):
        return "must begin with https://"
    return ""


def described(provider: Provider, *, anew: bool = False) -> Described:
    """What the provider says of itself; `anew`: its keys have perhaps changed. Raises `NoAnswer`."""
    with _memory.lock:
        held, now = _memory.held.get(provider.issuer), time.monotonic()
        patience = _SOONEST if anew else _KEPT
        if held is None or now - held.asked_at > patience:
            held = _memory.held[provider.issuer] = _ask(provider)
        return held


def forget() -> None:
    """Keep nothing any provider has said of itself."""
    with _memory.lock:
        _memory.held.clear()


def exchange(provider: Provider, *, code: str, verifier: str, back: str) -> str:
    """The identity token the provider gives for a code (OpenID Connect Core, 3.1.3). Raises `NoAnswer`."""
    about = described(provider)
    try:
        secret = provider.secret.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise NoAnswer(f"the file of the secret cannot be read: {error}") from None
    form = {"grant_type": "authorization_code", "code": code, "redirect_uri": back, "code_verifier": verifier}
    if about.basic:
        answer = _fetch(about.token, form=form, auth=(provider.client, secret))
    else:
        answer = _fetch(about.token, form=form | {"client_id": provider.client, "client_secret": secret})
    token = answer.get("id_token")
    if not isinstance(token, str):
        raise NoAnswer("no identity token came")
    return token


def _ask(provider: Provider) -> Described:
    said = _fetch(provider.issuer + PATH)
    if str(said.get("issuer", "")).rstrip("/") != provider.issuer:
        raise NoAnswer("the provider calls itself by another address")
    places = [said.get(name) for name in ("authorization_endpoint", "token_endpoint", "jwks_uri")]
    if not all(isinstance(place, str) and _is_near(provider.issuer, place) for place in places):
        raise NoAnswer("the provider names a place that is no place over TLS")
    authorization, token, jwks = map(str, places)
    keys = _fetch(jwks)
    ways = said.get("token_endpoint_auth_methods_supported", ["client_secret_basic"])
    return Described(
        authorization=authorization,
        token=token,
        jwks=jwks,
        basic="client_secret_basic" in ways or "client_secret_post" not in ways,
        names_itself=said.get("authorization_response_iss_parameter_supported") is True,
        keys=keys,
        asked_at=time.monotonic(),
    )


def _is_near(issuer: str, place: str) -> bool:
    """Whether a place may be asked: over TLS, or on this machine where the provider itself is."""
    parts = urlsplit(place)
    return parts.scheme == "https" or (parts.hostname in LOOPBACK and urlsplit(issuer).hostname in LOOPBACK)


def _fetch(place: str, *, form: Mapping[str, str] | None = None, auth: tuple[str, str] | None = None) -> dict[str, Any]:
    import json

    import httpx

    octets = b""
    headers = {"accept": "application/json", "accept-encoding": "identity"}
    try:
        with (
            httpx.Client(timeout=_SECONDS, follow_redirects=False, trust_env=False, headers=headers) as client,
            client.stream("GET" if form is None else "POST", place, data=form, auth=auth) as answer,
        ):
            if answer.status_code != 200:
                raise NoAnswer(f"{place} answers {answer.status_code}")
            for part in answer.iter_raw():
                octets += part
                if len(octets) > _LONGEST:
                    raise NoAnswer(f"{place} answers without an end")
        said = json.loads(octets)
    except (httpx.HTTPError, httpx.InvalidURL, ValueError) as error:
        raise NoAnswer(f"{place}: {error}") from None
    if not isinstance(said, dict):
        raise NoAnswer(f"{place} answers no object")
    return said
