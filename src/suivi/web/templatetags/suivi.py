"""How pages write words, days, marks and the text of a plan.

- `say` picks a term of the house in the reader's language; `signed` picks signed words in the reader's
  language, else in an authentic one, always with `lang` and, if it is another language, its label.
- Verbatim text is never retouched: escaped, cut at spans, nothing added between its characters.
- Days and instants are written as the reader's language writes them, inside `<time>`.
"""

import datetime
import re
from collections.abc import Iterable, Mapping, Sequence
from functools import lru_cache
from typing import Final, TypeVar

from django import template
from django.urls import get_script_prefix, reverse
from django.utils.dateformat import format as formatted
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from suivi.desk.pages import (
    AgreedShown,
    BodyShown,
    CommitmentNamed,
    CommitmentRead,
    PartyNamed,
    ReadingPage,
    SectionNamed,
    TextRead,
)
from suivi.plan.numbering import number_of
from suivi.plan.words import Words
from suivi.publish import lintel as marks
from suivi.publish.markup import joined
from suivi.publish.paper import Block
from suivi.publish.paper_html import blocks_html
from suivi.web.context import AUTONYMS, reading

register = template.Library()

_DAYS: Final = {"en": "F j, Y", "fr": "j F Y", "ko": "Y년 n월 j일"}
_SHORT_DAYS: Final = {"en": "M j, Y", "fr": "j N Y", "ko": "Y. n. j."}
_MONTHS: Final = {"en": "F Y", "fr": "F Y", "ko": "Y년 n월"}
_HOURS: Final = {"en": "H:i", "fr": "G \\h i", "ko": "H:i"}
_TLP: Final = re.compile(r"TLP:(CLEAR|GREEN|AMBER\+STRICT|AMBER|RED)")
_DAY_OR_MONTH: Final = re.compile(r"[0-9]{4}-[0-9]{2}(-[0-9]{2})?")
_PARAGRAPH: Final = re.compile(r"[^\n]+")
_NO_BREAK: Final = "\u00a0"
_REMEMBERED: Final = 4096  # days, labels, marks and addresses a process keeps as written: a list names many, and again


def _made(markup: str) -> SafeString:
    """Markup put together in this file or in `publish/lintel.py`, every foreign character in it escaped there."""
    return mark_safe(markup)  # noqa: S308  # the only place; what reaches it was made by code, not typed by people


# Words


@register.filter
def say(spoken: object) -> str:
    """A term, or words of the house, in the reader's language; anything else as it stands."""
    words = getattr(spoken, "words", spoken)
    return words.in_(reading()) if isinstance(words, Words) else str(spoken)


@register.filter
def named(party: PartyNamed) -> str:
    """The short name of a party in the reader's language."""
    return party.names.get(reading()) or next(iter(party.names.values()), party.code.upper())


@register.filter
def party_in(code: str, parties: Iterable[PartyNamed]) -> str:
    """The short name of the party with that code; the code in capitals if the channel has no such party."""
    return next((named(party) for party in parties if party.code == code), code.upper())


@register.filter
def parties_in(codes: Iterable[str], parties: Iterable[PartyNamed]) -> str:
    """The short names of several parties, parted by commas."""
    known = tuple(parties)
    return ", ".join(party_in(code, known) for code in codes)


@register.filter
def autonym(language: str) -> str:
    """What a language calls itself."""
    return {"fr": "français"}.get(language) or AUTONYMS.get(language, language)


@register.filter
def number(id: str) -> str:
    """The plan's own number of a commitment or section: `P2.I1` is 2.1, `P2.T1.A1` is 2.T1.A1, `G1` stays."""
    return number_of(id)


@register.filter
def figure(count: int | None) -> str:
    """A count with its thousands parted as the reader's language parts them."""
    parted = f"{count or 0:,}"
    return parted.replace(",", _NO_BREAK) if reading() == "fr" else parted


@register.filter
def part_of(mapping: Mapping[str, object], key: str) -> object:
    """What stands under `key`, or nothing."""
    return mapping.get(key, "")


@register.filter
def has_box(boxes: Mapping[str, str], place: str) -> bool:
    """Whether anything is written of the next step at that place."""
    return any(name.startswith(f"step-{place}-") for name in boxes)


@register.simple_tag
def colon() -> str:
    """A colon between a label and what it labels; French parts it from the word before."""
    return f"{_NO_BREAK}: " if reading() == "fr" else ": "


@register.filter
def at(members: Sequence[object], place: int) -> object:
    """The member at that place, counted from 0; one per party, in charter order."""
    return members[place]


# Signed words


@register.filter
def language_of(versions: Mapping[str, str], authentic: Iterable[str] = ()) -> str:
    """The language in which a page shows these versions: the reader's, else an authentic one, else any; or nothing."""
    wanted = (reading(), *authentic, *versions)
    return next((language for language in wanted if versions.get(language)), "")


@register.simple_tag
def signed(versions: Mapping[str, str], authentic: Iterable[str] = (), label: str = "") -> SafeString:
    """Signed words in one language, set as such; labelled if it is not the reader's.

    `label` is `always` to label them in every case, or `apart` where `label_of` stands elsewhere.
    """
    language = language_of(versions, authentic)
    if not language:
        return _made("")
    words = format_html('<span class="signed" lang="{}">{}</span>', language, versions[language])
    labelled = label == "always" or (language != reading() and label != "apart")
    return words + language_tag(language) if labelled else words


@register.filter
def in_others(versions: Mapping[str, str]) -> list[tuple[str, str]]:
    """The versions beside the one that `signed` shows, each with its language."""
    shown = language_of(versions, ())
    return [(language, words) for language, words in versions.items() if language != shown and words]


@register.simple_tag
def label_of(versions: Mapping[str, str], authentic: Iterable[str] = ()) -> SafeString:
    """The label of the language in which `signed` shows these versions; nothing if it is the reader's."""
    language = language_of(versions, authentic)
    return language_tag(language) if language and language != reading() else _made("")


@register.simple_tag
def language_tag(language: str) -> SafeString:
    """The name of a language as a small label."""
    return format_html(' <span class="tag" lang="{}">{}</span>', language, autonym(language))


@register.filter
def titled(named: CommitmentNamed | SectionNamed | CommitmentRead) -> SafeString:
    """The working title in the reader's language, else in another with its `lang`, else the agreed words."""
    titles = named.titles or getattr(named, "agreed", None) or getattr(named, "headings", {})
    return _in_some_language(titles, getattr(named, "authentic", ()))


@register.filter
def body_named(body: BodyShown) -> SafeString:
    """The name a body bore on its day, in the reader's language or another; its id where it had none."""
    if body.names:
        return _in_some_language(body.names, ())
    unnamed = f" ({say(body.unnamed)})" if body.unnamed else ""
    return format_html('<span translate="no">{}</span>{}', body.id, unnamed)


@register.filter
def in_reading(versions: Mapping[str, str]) -> SafeString:
    """Unsigned words (a title) in the reader's language, else in another with its `lang`."""
    return _in_some_language(versions, ())


def _in_some_language(versions: Mapping[str, str], authentic: Iterable[str]) -> SafeString:
    language = language_of(versions, authentic)
    if not language:
        return _made("")
    if language == reading():
        return escape(versions[language])
    return format_html('<span lang="{}">{}</span>', language, versions[language])


@register.simple_tag
def address(page: str, *named: str) -> str:
    """The address of a page of the desk, as `url` gives it; remembered, since lists name the same ones over and over."""
    return _address(get_script_prefix(), page, named)


@lru_cache(_REMEMBERED)
def _address(_prefix: str, page: str, named: tuple[str | int, ...]) -> str:
    return reverse(page, args=named)


@register.simple_tag
def proof_link(log: str, seq: int) -> SafeString:
    """The way to the file that proves an entry of a shared log: `suivi/kor/can-kor`, 113."""
    party, channel = log.split("/")[1:]
    place = _address(get_script_prefix(), "proof", (channel, party, seq))
    return format_html(
        '<a href="{}" download>{}<span class="vh"> {} {}</span></a>', place, _("proof"), party.upper(), seq
    )


@register.filter
def tlp(marking: str) -> SafeString:
    """A marking as its label, never translated."""
    return _label(marking)


@lru_cache(_REMEMBERED)
def _label(marking: str) -> SafeString:
    found = _TLP.match(marking)
    shade = found[1].lower().split("+")[0] if found else "clear"
    return format_html('<span class="tlp {}" lang="en" translate="no">{}</span>', shade, marking)


# Days and instants


@register.filter
def cell(value: object) -> object:
    """A cell of a summary: a term in the reader's language, words of a party with their language, a day, or as it stands."""
    if isinstance(value, Mapping):
        return signed(value)
    return say(value) if isinstance(value, Words) else day(value)


@register.filter
def day(value: object) -> SafeString:
    """A day in full: February 25, 2026; nothing for nothing, and what is no day as it stands."""
    return _time(value, _DAYS)


@register.filter
def short_day(value: object) -> SafeString:
    """A day for tables: Feb 25, 2026."""
    return _time(value, _SHORT_DAYS)


@register.filter
def instant(value: datetime.datetime | None) -> SafeString:
    """A day with its hour, both in UTC, and saying so."""
    if value is None:
        return _made("")
    utc = value.astimezone(datetime.UTC)
    hour = formatted(utc, _HOURS[reading()]).replace(" ", _NO_BREAK)
    between = " " if reading() == "ko" else ", "
    written = f"{_written(utc.date(), _DAYS)}{between}{hour}{_NO_BREAK}UTC"
    return format_html('<time datetime="{}">{}</time>', utc.strftime("%Y-%m-%dT%H:%M:%SZ"), written)


@register.filter
def iso(value: object) -> str:
    """A day as a field of a form wants it."""
    return value.isoformat()[:10] if isinstance(value, datetime.date) else str(value or "")


def _time(value: object, patterns: Mapping[str, str]) -> SafeString:
    if not value:
        return _made("")
    known = value if isinstance(value, datetime.date) else str(value)
    return _time_in(known, patterns is _DAYS, reading())


@lru_cache(_REMEMBERED)
def _time_in(value: datetime.date | str, in_full: bool, language: str) -> SafeString:
    """What `_time` writes in `language`, which is that of the page."""
    read = _read_day(value)
    if read is None:
        return escape(value)
    found, exact = read
    patterns = (_DAYS if in_full else _SHORT_DAYS) if len(exact) == 10 else _MONTHS
    return format_html('<time datetime="{}">{}</time>', exact, _written(found, patterns))


def _read_day(value: object) -> tuple[datetime.date, str] | None:
    if isinstance(value, datetime.datetime):
        value = value.astimezone(datetime.UTC).date()
    if isinstance(value, datetime.date):
        return value, value.isoformat()
    typed = str(value)
    if not _DAY_OR_MONTH.fullmatch(typed):
        return None
    try:
        return datetime.date.fromisoformat(typed if len(typed) != 7 else f"{typed}-01"), typed
    except ValueError:
        return None


def _written(value: datetime.date, patterns: Mapping[str, str]) -> str:
    written = formatted(value, patterns[reading()])
    if reading() == "fr" and value.day == 1 and patterns is not _MONTHS:
        written = re.sub(r"^1 ", "1er ", written)
    return written.replace(" ", _NO_BREAK).replace(f",{_NO_BREAK}", ", ")  # as `plan/days.py` writes it


# Marks


@register.simple_tag
def blocks(printed: Iterable[Block]) -> SafeString:
    """Blocks of a paper as parts of the page."""
    return _made(joined(blocks_html(printed)))


@register.simple_tag
def lintel(states: tuple[str | None, ...], comparison: str, size: str = "") -> SafeString:
    """The mark of a commitment; see `publish/lintel.py`."""
    return _lintel(tuple(states), comparison, size)


@lru_cache(_REMEMBERED)
def _lintel(states: tuple[str | None, ...], comparison: str, size: str) -> SafeString:
    return _made(marks.lintel(states, comparison, size=size))


@register.simple_tag
def column(state: str | None) -> SafeString:
    """One column of the mark alone."""
    return _made(marks.column(state))


@register.simple_tag
def glyph(state: str | None) -> SafeString:
    """The small sign of a stage."""
    return _made(marks.glyph(state))


@register.simple_tag
def key_states(comparison: str, parties: int) -> tuple[str | None, ...]:
    """An example for the key: what the mark of `comparison` typically looks like with that many parties."""
    first, others = {
        "differ": ("planned", "done"),
        "one-side": (None, "under-way"),
        "neither": (None, None),
    }.get(comparison, ("done", "done"))
    return (first, *(others for _other in range(max(parties, 2) - 1)))


# The text of a plan, with what was read in it

_InLanguage = TypeVar("_InLanguage", TextRead, AgreedShown)
_Piece = tuple[int, int, CommitmentRead | None]  # [start, end) of the text, and the commitment it belongs to


@register.filter
def in_reading_first(texts: tuple[_InLanguage, ...]) -> tuple[_InLanguage, ...]:
    """The language versions, the reader's first."""
    return tuple(sorted(texts, key=lambda text: text.language != reading()))


@register.filter
def characters_of(read: CommitmentRead, text: TextRead) -> str:
    """The words of a commitment in one language version; empty if it does not stand there."""
    start, end = read.spans.get(text.language, (0, 0))
    return text.characters[start:end]


@register.simple_tag
def words_in_reading(words: dict[str, str], most: int = 0) -> SafeString:
    """Agreed words in the reader's language, else in one they have, marked with it; cut for the options of a list."""
    language = reading() if reading() in words else next(iter(words), "")
    said = words.get(language, "")
    if most:
        return format_html("{}", said if len(said) <= most else said[: most - 1].rstrip() + "…")
    return format_html('<span class="signed" lang="{}">{}</span>', language, said)


@register.simple_tag
def read_words(page: ReadingPage, commitment: str) -> SafeString:
    """The words of a commitment of a reading, in the reader's language if they stand there."""
    read = next((each for each in page.commitments if each.id == commitment), None)
    texts = {text.language: text.characters for text in page.texts}
    return words_in_reading({tag: texts[tag][start:end] for tag, (start, end) in read.spans.items()} if read else {})


@register.simple_tag
def first_words(read: CommitmentRead, texts: tuple[TextRead, ...]) -> SafeString:
    """The first words of a commitment, for the options of a list."""
    characters = {text.language: text.characters for text in texts}
    words = {tag: " ".join(characters[tag][start:end].split()) for tag, (start, end) in read.spans.items()}
    return words_in_reading(words, 70)


@register.simple_tag
def span_id(language: str, commitment: str) -> str:
    """The anchor of a commitment in the text."""
    return f"s-{language}-{commitment}"


@register.simple_tag
def marked_text(page: ReadingPage, text: TextRead) -> SafeString:
    """The whole text, each commitment inside a `mark` tied to the outline, headings as headings.

    Marks are cut at paragraph ends so that the page stays well formed; the first piece bears the number.
    """
    headings = {
        section.spans[text.language]: section.kind for section in page.sections if text.language in section.spans
    }
    reads = sorted(
        (read for read in page.commitments if text.language in read.spans and not read.out),
        key=lambda read: read.spans[text.language],
    )
    return _made("".join(_paragraph(text, place, headings, reads) for place in _paragraphs(text.characters)))


def _paragraphs(characters: str) -> Iterable[tuple[int, int]]:
    """`[start, end)` of each run of characters between line ends."""
    return (found.span() for found in _PARAGRAPH.finditer(characters))


def _paragraph(
    text: TextRead, place: tuple[int, int], headings: Mapping[tuple[int, int], str], reads: Iterable[CommitmentRead]
) -> str:
    start, end = place
    heads = (
        kind for span, kind in headings.items() if start <= span[0] < end and not text.characters[span[1] : end].strip()
    )
    name = {"pillar": "h3", "theme": "h4", "heading": "h4"}.get(next(heads, ""), "p")
    pieces = "".join(_piece(text, piece) for piece in _pieces(place, text.language, reads))
    return f"<{name}>{pieces}</{name}>"


def _pieces(place: tuple[int, int], language: str, reads: Iterable[CommitmentRead]) -> Iterable[_Piece]:
    at, end = place
    for read in reads:
        first, last = read.spans[language]
        first, last = max(first, at), min(last, end)
        if first >= last:
            continue
        if first > at:
            yield at, first, None
        yield first, last, read
        at = last
    if at < end:
        yield at, end, None


def _piece(text: TextRead, piece: _Piece) -> str:
    start, end, read = piece
    words = escape(text.characters[start:end])
    if read is None:
        return words
    asks = "ask" if read.open_doubts else ""
    if start != read.spans[text.language][0]:  # the commitment began in an earlier paragraph
        return format_html('<mark class="{}">{}</mark>', asks, words)
    return format_html(
        '<mark id="{}" class="{}"><a href="#o-{}"><span class="vh">{} </span>{}</a>{}</mark>',
        span_id(text.language, read.id),
        asks,
        read.id,
        _("See in the outline:"),
        number(read.id),
        words,
    )
