"""What surrounds every request: the reader's language, the officer, and the rendering of a refusal.

- The language is the one asked for in the address, else the officer's, else the cookie's, else the browser's.
  Asking for one remembers it: for the officer if signed in, and in a cookie.
- Every page but the sign-in page needs an officer; views open to all are marked with `login_not_required`.
- `RefusalMiddleware` is the only place that renders a `Refusal`; no view catches one. What was typed is given
  back in the page, ready to be corrected and sent again.
"""

import re
from collections.abc import Callable
from typing import Final
from urllib.parse import unquote

from django.conf import settings
from django.contrib import auth
from django.contrib.auth.views import redirect_to_login
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import translation
from django.utils.cache import patch_cache_control, patch_vary_headers

from suivi.desk import clock, past, queries, second_factor, sessions
from suivi.desk.access import Officer
from suivi.desk.actions import exports
from suivi.plan.refusal import Refusal
from suivi.plan.words import LANGUAGES
from suivi.web import past as days
from suivi.web import unsent
from suivi.web.context import page_in, place_before, reading
from suivi.web.forms import (
    LARGEST_OF_STRANGERS_MB,
    LARGEST_UPLOAD_MB,
    NotReadable,
    UploadTooLarge,
    date_if_any,
    retyped,
    secrets_asked,
)

Answering = Callable[[HttpRequest], HttpResponse]
COOKIE: Final = "suivi_language"
_YEAR: Final = 365 * 24 * 60 * 60
_FILE_NAME_ESCAPED: Final = re.compile(r"filename\*=utf-8''([^;]+)", re.IGNORECASE)
_FILE_NAME: Final = re.compile(r'filename="([^"]*)"')
_BEFORE_A_PASSWORD: Final = frozenset(("account", "account-password", "sign-out"))
_BEFORE_A_SECOND_FACTOR: Final = _BEFORE_A_PASSWORD | {"second-factor", "passkey-new", "passkey-keep"}
_OPEN_WITHOUT_A_MANDATE: Final = _BEFORE_A_SECOND_FACTOR | {
    *("second-factor-off", "passkey-drop", "ministry-link", "ministry-unlink", "session-end", "sessions-end-others"),
    *("officer", "history", "help", "help-guide", "resume"),
}
_NOT_HERE: Final = frozenset(("not-here", "no-mandate"))
_NO_DEVICES: Final = "camera=(), geolocation=(), microphone=(), payment=(), usb=()"


class LanguageMiddleware:
    """Chooses the language of the page and remembers a choice made in the address."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer in the reader's language, with `Content-Language` and, if one was chosen, the cookie."""
        chosen = request.GET.get("language", "")
        language = chosen if chosen in LANGUAGES else _remembered(request)
        with translation.override(language), page_in(language):
            request.LANGUAGE_CODE = language
            response = self.answer(request)
        response.headers.setdefault("Content-Language", language)
        patch_vary_headers(response, ("Accept-Language", "Cookie"))
        if chosen == language:
            _remember(request, response, language)
        return response


class BodyMiddleware:
    """Refuses by its stated length what nobody needs to send, before a byte of it is read or kept on the disk.

    A body that states no length is empty here. Whoever is not signed in sends a form at most.
    """

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, or the refusal with status 413."""
        most = LARGEST_UPLOAD_MB if request.user.is_authenticated else LARGEST_OF_STRANGERS_MB
        stated = request.META.get("CONTENT_LENGTH") or "0"
        if not stated.isdecimal() or int(stated) <= most * 1_000_000:
            return self.answer(request)
        refusal, language = UploadTooLarge(limit=most), reading()
        page = {"sentence": refusal.sentence(language), "advice": refusal.advice(language), "code": refusal.code}
        return render(request, "refused.html", {**page, "back": place_before(request)}, status=413)


class OfficerMiddleware:
    """Puts `request.officer` on the request and sends whoever is not signed in to the sign-in page."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, kept out of shared caches, with the devices of the reader's machine left alone."""
        if request.user.is_authenticated and sessions.has_lapsed(request.session, at=clock.now()):
            auth.logout(request)  # as if its cookie had ended: what was sent with it is kept for who signs in again
        request.officer = request.user if request.user.is_authenticated else None  # type: ignore[attr-defined]  # ours
        # A page that only reads looks at the database once; an act must see what it has itself written.
        answer = queries.at_one_glance(self.answer) if request.method in ("GET", "HEAD") else self.answer
        response = answer(request)
        if request.method != "HEAD" and response.status_code == 200 and _is_taken_away(response):
            response = _noted(request, response)
        patch_cache_control(response, private=True, no_store=True)
        response.headers.setdefault("Permissions-Policy", _NO_DEVICES)
        return response

    def process_view(
        self, request: HttpRequest, view: Callable[..., HttpResponse], args: object, kwargs: object
    ) -> HttpResponse | None:
        """The way to the sign-in page, or nothing where an officer is signed in or the view is open to all."""
        if request.user.is_authenticated:
            unsent.drop_if_sent(request)
            return _kept_out(request) if getattr(view, "login_required", True) else None
        if not getattr(view, "login_required", True):
            return None
        if request.method == "POST":
            unsent.keep(request)
        back = request.get_full_path() if request.method == "GET" else "/"
        return redirect_to_login(back, reverse(settings.LOGIN_URL))


def _kept_out(request: HttpRequest) -> HttpResponse | None:
    """What comes before the page asked for: a password, a second factor, a mandate; None where it is open."""
    first = _what_comes_first(request)
    match, officer = request.resolver_match, request.user
    if first is not None or match is None or not isinstance(officer, Officer):
        return first
    if match.url_name in _OPEN_WITHOUT_A_MANDATE:
        return None
    try:
        queries.must_read(officer)
    except Refusal as refusal:
        return _refused(request, refusal)
    return None


def _what_comes_first(request: HttpRequest) -> HttpResponse | None:
    """The way to one's account for who signed in with a password he was given; then to the page of the second factor for
    who has none, where the administrator asks for one of everybody.
    """
    officer, match = request.user, request.resolver_match
    if match is None or not isinstance(officer, Officer):
        return None
    if request.session.get(sessions.FIRST_PASSWORD):
        return None if match.url_name in _BEFORE_A_PASSWORD else redirect("account")
    if not settings.SECOND_FACTOR_REQUIRED:
        return None
    if match.url_name in _BEFORE_A_SECOND_FACTOR or request.session.get(sessions.PROVED_TWICE):
        return None
    return None if second_factor.is_on(officer) else redirect("second-factor")


class PastDayMiddleware:
    """Shows a page as of the past day in its address (`web/past.py`), and leads from it to others of the same day."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer as of that day, or the refusal where the page has none."""
        try:
            day = days.asked(request, date_if_any(request.GET, days.NAME))
        except Refusal as refusal:
            return _refused(request, refusal)
        if day is None:
            return self.answer(request)
        part = days.part_asked(request)
        with past.looking_at(day, part):
            response = self.answer(request)
        if response.get("Content-Type", "").startswith("text/html") and "Content-Disposition" not in response:
            response.content = days.with_day(response.content.decode(), day, part).encode()
        return response


class RefusalMiddleware:
    """Renders every `Refusal`: what stopped, what to do, the code, and everything that was typed."""

    def __init__(self, answer: Answering) -> None:
        self.answer = answer

    def __call__(self, request: HttpRequest) -> HttpResponse:
        """The answer, unchanged."""
        return self.answer(request)

    def process_exception(self, request: HttpRequest, exception: Exception) -> HttpResponse | None:
        """The page of a refusal: 404 for what is not here, 422 for what cannot be read, else 409."""
        if not isinstance(exception, Refusal):
            return None
        return _refused(request, exception)


def _refused(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    language = reading()
    page = {
        "sentence": refusal.sentence(language),
        "advice": refusal.advice(language),
        "code": refusal.code,
        "typed": retyped(request.POST),
        "secrets": secrets_asked(request.POST),
        "files": sorted(request.FILES),
        "back": place_before(request),
    }
    return render(request, "refused.html", page, status=_status(refusal))


def _is_taken_away(response: HttpResponse) -> bool:
    """Whether the answer is a file; a paper shown as a page is read here, like every other page."""
    disposition = response.headers.get("Content-Disposition", "")
    return bool(disposition) and not (
        disposition.startswith("inline") and response.headers.get("Content-Type", "").startswith("text/html")
    )


def _noted(request: HttpRequest, response: HttpResponse) -> HttpResponse:
    """The file, once the home log says who took it; the refusal where that cannot be written."""
    officer = request.user
    if not isinstance(officer, Officer):
        return response  # what is open to anybody is nobody's export
    try:
        exports.note(
            officer, what=request.get_full_path(), file=_file_name(response["Content-Disposition"]), at=clock.now()
        )
    except Refusal as refusal:
        return _refused(request, refusal)
    return response


def _file_name(disposition: str) -> str:
    """The name a file is given away under, in whatever script; empty where the browser gives it one."""
    if found := _FILE_NAME_ESCAPED.search(disposition):
        return unquote(found[1])
    found = _FILE_NAME.search(disposition)
    return found[1] if found else ""


def _status(refusal: Refusal) -> int:
    if refusal.code in _NOT_HERE:
        return 404
    return 422 if isinstance(refusal, NotReadable) else 409


def _remembered(request: HttpRequest) -> str:
    officer = request.user if request.user.is_authenticated else None
    asked = (getattr(officer, "language", ""), request.COOKIES.get(COOKIE, ""))
    known = next((language for language in asked if language in LANGUAGES), "")
    found = known or translation.get_language_from_request(request).split("-")[0]
    return found if found in LANGUAGES else "en"


def _remember(request: HttpRequest, response: HttpResponse, language: str) -> None:
    response.set_cookie(
        COOKIE, language, max_age=_YEAR, httponly=True, samesite="Lax", secure=settings.SESSION_COOKIE_SECURE
    )
    officer = request.user
    if officer.is_authenticated and officer.language != language:
        officer.language = language
        officer.save(update_fields=["language"])
