"""The page of an empty folder: a one-time code, then the party and its first officers; before that nothing is served.

- The code is printed on the terminal and typed into a form, so it stands in no address and no log of addresses. It is
  spent when it is accepted, after five wrong attempts, and after half an hour; then the command has to be started anew.
- Whoever gave the code keeps a cookie of the session; the node is made by `suivi init` in a process of its own, whole or
  not at all, and what was typed comes back with the refusal. Once it stands, this application hands every request to
  the desk of it.
"""

import hmac
import json
import os
import re
import secrets
import subprocess
import sys
import threading
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from html import escape
from http.cookies import CookieError, SimpleCookie
from pathlib import Path
from typing import Any, Final
from urllib.parse import parse_qsl

from suivi.cli import first_words as words
from suivi.desk.passwords import new_first, weakness
from suivi.plan.channel import PARTY_GRAMMAR
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES, TONGUES, Words

Application = Callable[..., Iterable[bytes]]
MOST_ATTEMPTS: Final = 5
LONGEST: Final = 30 * 60
"""Seconds a code lives, and again the session it opened."""
_SIGNS: Final = "ABCDEFGHJKMNPQRSTVWXYZ23456789"  # none that is read as another
_COOKIE: Final = "suivi_set_up"
_TONGUE: Final = "suivi_language"
_LARGEST: Final = 16 * 1024
_LOOK: Final = Path(__file__).resolve().parent.parent / "publish" / "look"
_SHEETS: Final = ("tokens.css", "suivi.css")
_POLICY: Final = "default-src 'none'; style-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"


@dataclass(frozen=True, kw_only=True)
class Asked:
    """What the second page asks for, as typed; `names` are the administrator and a colleague."""

    party: str = ""
    language: str = "en"
    names: tuple[str, str] = ("", "")
    password: str = ""
    again: str = ""

    def fault(self) -> Words | None:
        """What will not do, None where a node can be made of it."""
        if not PARTY_GRAMMAR.fullmatch(self.party):
            return words.BAD_PARTY
        if not all(self.names) or self.names[0] == self.names[1]:
            return words.BAD_NAMES
        if weak := weakness(self.password, names=self.names):
            return weak
        return words.DIFFERENT if self.password != self.again else None


def new_code() -> str:
    """A code of seven groups of four signs: 137 bits by chance. It is copied from the terminal, or typed."""
    return "-".join("".join(secrets.choice(_SIGNS) for _ in range(4)) for _ in range(7))


class FirstPage:
    """The WSGI application of an empty folder; once `make` has made the node, that of `desk`.

    `make` takes what was asked and the colleague's first password, and raises a `Refusal` where it could not.
    `seconds` is a clock that never goes back.
    """

    def __init__(
        self,
        code: str,
        *,
        make: Callable[[Asked, str], None],
        desk: Callable[[], Application],
        seconds: Callable[[], float],
    ) -> None:
        self._code, self._make, self._load, self._seconds = _bare(code), make, desk, seconds
        self._ends = seconds() + LONGEST
        self._attempts = MOST_ATTEMPTS
        self._session = ""
        self._desk: Application | None = None
        self._told = ""
        self._lock = threading.Lock()

    def __call__(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        """The first page, its two sheets of style, or nothing; the desk once it stands."""
        with self._lock:
            desk, told = self._desk, self._told
            pressed = environ["REQUEST_METHOD"] == "POST" and environ.get("PATH_INFO", "/") == "/"
            if desk is None or (told and pressed and self._holds(environ)):
                return self._answer(environ, start)
        return desk(environ, start)

    def _answer(self, environ: dict[str, Any], start: Callable[..., Any]) -> Iterable[bytes]:
        language, chosen = _language(environ)
        path = environ.get("PATH_INFO", "/")
        if path in {f"/static/{sheet}" for sheet in _SHEETS}:
            return _sent(start, "200 OK", (_LOOK / path.rpartition("/")[2]).read_bytes(), "text/css; charset=utf-8")
        if path != "/" or environ["REQUEST_METHOD"] not in ("GET", "HEAD", "POST"):
            said = words.ONLY_THIS.in_(language)
            return _page(start, "404 Not Found", language, f'<p>{escape(said)} <a href="/">/</a></p>')
        cookies = [f"{_TONGUE}={language}; Path=/; HttpOnly; SameSite=Lax"] if chosen else []
        if environ["REQUEST_METHOD"] != "POST":
            return _page(start, "200 OK", language, self._form(environ, language), cookies)
        return self._posted(environ, start, language)

    def _form(self, environ: Mapping[str, Any], language: str) -> str:
        if self._holds(environ):
            return _officers_form(Asked(language=language), language)
        return _code_form(language, words.CodeSpent() if self._is_spent() else None)

    def _posted(self, environ: dict[str, Any], start: Callable[..., Any], language: str) -> Iterable[bytes]:
        typed = _typed(environ)
        asked = Asked()
        try:
            if not self._holds(environ):
                self._accept(typed.get("code", ""))
                return _moved(start, self._session)
            if not self._told:
                asked = _asked(typed, language)
                self._found(asked, language)
            return _page(start, "200 OK", language, self._told, tongues=False)
        except Refusal as refusal:
            held = self._holds(environ)
            form = _officers_form(asked, language, refusal) if held else _code_form(language, refusal)
            return _page(start, "409 Conflict", language, form)

    def _accept(self, typed: str) -> None:
        if self._is_spent():
            raise words.CodeSpent
        self._attempts -= 1
        if not hmac.compare_digest(_bare(typed).encode(), self._code.encode()):
            raise words.CodeRefused(left=self._attempts) if self._attempts else words.CodeSpent
        self._attempts = 0
        self._session = secrets.token_urlsafe(32)
        self._ends = self._seconds() + LONGEST

    def _is_spent(self) -> bool:
        return self._attempts <= 0 or self._seconds() > self._ends

    def _holds(self, environ: Mapping[str, Any]) -> bool:
        given = _cookie(environ, _COOKIE)
        alive = bool(self._session) and self._seconds() <= self._ends
        return alive and hmac.compare_digest(given.encode(), self._session.encode())

    def _found(self, asked: Asked, language: str) -> None:
        if fault := asked.fault():
            raise words.NotFilledIn(why=fault)
        first = new_first()
        self._make(asked, first)
        self._desk = self._load()
        self._told = _made(asked.names[1], first, language)


def make_in(folder: Path) -> Callable[[Asked, str], None]:
    """What makes the node in `folder`: the command `suivi init`, passwords given to it by its standard input."""

    def make(asked: Asked, first: str) -> None:
        officers = [part for name in asked.names for part in ("--officer", name)]
        command = [sys.executable, "-m", "suivi.cli", "init", "--data", str(folder), "--party", asked.party, *officers]
        command += ["--language", asked.language, "--format", "json", "--passwords-from-input"]
        ran = subprocess.run(  # noqa: S603  # our own command; what was typed is an argument of its own, no shell reads it
            command,
            input=json.dumps([asked.password, first]),
            env={**os.environ, "SUIVI_LANGUAGE": asked.language},
            capture_output=True,
            text=True,
            check=False,
        )
        if ran.returncode:
            raise words.NotMade(why=(ran.stderr.strip() or f"{ran.returncode}")[-600:])

    return make


# What was asked


def _bare(code: str) -> str:
    return re.sub(r"[^A-Z0-9]", "", code.upper())


def _typed(environ: Mapping[str, Any]) -> dict[str, str]:
    size = environ.get("CONTENT_LENGTH", "")
    octets = environ["wsgi.input"].read(min(int(size), _LARGEST)) if str(size).isdecimal() else b""
    return dict(parse_qsl(octets.decode("utf-8", errors="replace"), keep_blank_values=True))


def _asked(typed: Mapping[str, str], language: str) -> Asked:
    spoken = typed.get("language", "")
    return Asked(
        party=typed.get("party", "").strip().lower(),
        language=spoken if spoken in LANGUAGES else language,
        names=(typed.get("administrator", "").strip(), typed.get("colleague", "").strip()),
        password=typed.get("password", ""),
        again=typed.get("again", ""),
    )


def _cookie(environ: Mapping[str, Any], name: str) -> str:
    try:
        found = SimpleCookie(environ.get("HTTP_COOKIE", "")).get(name)
    except CookieError:
        return ""
    return found.value if found else ""


def _language(environ: Mapping[str, Any]) -> tuple[str, bool]:
    """The language of the page, and whether the address chose it."""
    chosen = dict(parse_qsl(environ.get("QUERY_STRING", ""))).get("language", "")
    if chosen in LANGUAGES:
        return chosen, True
    preferred = re.findall(r"[a-z]{2}", environ.get("HTTP_ACCEPT_LANGUAGE", "").lower())
    known = [code for code in (_cookie(environ, _TONGUE), *preferred) if code in LANGUAGES]
    return (known or ["en"])[0], False


# What is shown


def _code_form(language: str, refusal: Refusal | None = None) -> str:
    said = {name: escape(getattr(words, name).in_(language)) for name in ("FIRST", "WHY", "CODE", "GO_ON")}
    spent = isinstance(refusal, words.CodeSpent)
    field = (
        f'<form class="sheet form" method="post" action="/"><div class="field"><label for="code">{said["CODE"]}</label>'
        '<input id="code" name="code" type="text" autocomplete="off" autocapitalize="characters" spellcheck="false" '
        f'required autofocus></div><div class="acts"><button class="btn first" type="submit">{said["GO_ON"]}</button></div></form>'
    )
    return f'<h2>{said["FIRST"]}</h2><p class="note">{said["WHY"]}</p>{_mistake(refusal, language)}{"" if spent else field}'


def _officers_form(asked: Asked, language: str, refusal: Refusal | None = None) -> str:
    names = ("SECOND", "PARTY", "PARTY_NOTE", "LANGUAGE", "ADMINISTRATOR", "NAME", "PASSWORD", "AGAIN", "COLLEAGUE")
    said = {name: escape(getattr(words, name).in_(language)) for name in (*names, "COLLEAGUE_NOTE", "MAKE")}
    tongues = "".join(
        f'<option value="{code}" lang="{code}"{" selected" if code == asked.language else ""}>{_autonym(code)}</option>'
        for code in LANGUAGES
    )
    return (
        f'<h2>{said["SECOND"]}</h2>{_mistake(refusal, language)}<form class="sheet form" method="post" action="/">'
        f"{_field('party', said['PARTY'], asked.party, note=said['PARTY_NOTE'])}"
        f'<div class="field"><label for="language">{said["LANGUAGE"]}</label><select id="language" name="language">{tongues}'
        f"</select></div><fieldset><legend>{said['ADMINISTRATOR']}</legend>"
        f"{_field('administrator', said['NAME'], asked.names[0])}"
        f"{_field('password', said['PASSWORD'], '', kind='password')}{_field('again', said['AGAIN'], '', kind='password')}"
        f"</fieldset><fieldset><legend>{said['COLLEAGUE']}</legend>"
        f"{_field('colleague', said['NAME'], asked.names[1], note=said['COLLEAGUE_NOTE'])}</fieldset>"
        f'<div class="acts"><button class="btn first" type="submit">{said["MAKE"]}</button></div></form>'
    )


def _autonym(code: str) -> str:
    """A language as it calls itself where it stands alone: with a capital, as on the pages of the desk."""
    return TONGUES[code].in_(code).capitalize()


def _field(name: str, label: str, value: str, *, kind: str = "text", note: str = "") -> str:
    told = f'<p class="note" id="{name}-note">{note}</p>' if note else ""
    describes = f' aria-describedby="{name}-note"' if note else ""
    complete = "new-password" if kind == "password" else "off"
    return (
        f'<div class="field"><label for="{name}">{label}</label><input id="{name}" name="{name}" type="{kind}" '
        f'autocomplete="{complete}" required value="{escape(value)}"{describes}>{told}</div>'
    )


def _mistake(refusal: Refusal | None, language: str) -> str:
    if refusal is None:
        return ""
    sentence, advice = escape(refusal.sentence(language)), escape(refusal.advice(language))
    return f'<p class="mistake" role="alert"><strong>{sentence}</strong> {advice} <code>{refusal.code}</code></p>'


def _made(name: str, first: str, language: str) -> str:
    once = escape(words.SHOWN_ONCE.filled(name=name).in_(language))
    return (
        f'<p class="lede">{escape(words.MADE.in_(language))}</p><section class="sheet"><p>{once} '
        f'<code translate="no">{escape(first)}</code></p></section><p>{escape(words.NEXT.in_(language))}</p>'
        f'<p class="acts"><a class="btn first" href="/sign-in?next=/set-up">{escape(words.SIGN_IN.in_(language))}</a></p>'
    )


def _page(
    start: Callable[..., Any],
    status: str,
    language: str,
    body: str,
    cookies: Iterable[str] = (),
    *,
    tongues: bool = True,
) -> Iterable[bytes]:
    title = escape(words.TITLE.in_(language))
    links = " ".join(
        f'<a href="/?language={code}" lang="{code}" hreflang="{code}">{_autonym(code)}</a>' for code in LANGUAGES
    )
    named = escape(words.LANGUAGE.in_(language))
    nav = f'<nav class="tongues" aria-label="{named}">{links}</nav>' if tongues else ""
    html = (
        f'<!doctype html><html lang="{language}" data-skin="can"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1"><meta name="color-scheme" content="light dark">'
        f'<title>{title} – Suivi</title><link rel="stylesheet" href="/static/tokens.css">'
        '<link rel="stylesheet" href="/static/suivi.css"></head><body><header class="mast"><div class="wrap">'
        f'<span class="name" translate="no">Suivi</span>{nav}</div></header><main id="main"><div class="wrap">'
        f'<div class="head"><h1>{title}</h1></div>{body}</div></main></body></html>'
    )
    extra = [("Set-Cookie", cookie) for cookie in cookies]
    return _sent(start, status, html.encode(), "text/html; charset=utf-8", extra)


def _moved(start: Callable[..., Any], session: str) -> Iterable[bytes]:
    secure = "; Secure" if os.environ.get("SUIVI_HTTPS") == "yes" else ""
    cookie = f"{_COOKIE}={session}; Path=/; Max-Age={LONGEST}; HttpOnly; SameSite=Strict{secure}"
    return _sent(start, "303 See Other", b"", "text/plain", [("Location", "/"), ("Set-Cookie", cookie)])


def _sent(
    start: Callable[..., Any], status: str, octets: bytes, kind: str, extra: Iterable[tuple[str, str]] = ()
) -> Iterable[bytes]:
    headers = [
        ("Content-Type", kind),
        ("Content-Length", str(len(octets))),
        ("Cache-Control", "no-store"),
        ("Content-Security-Policy", _POLICY),
        ("X-Content-Type-Options", "nosniff"),
        ("Referrer-Policy", "same-origin"),
        *extra,
    ]
    start(status, headers)
    return [octets]
